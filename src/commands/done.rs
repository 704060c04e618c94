//! `plan done`

use chrono::NaiveDate;

use super::as_planned;
use super::marks;
use super::of_plan;
use super::output::Output;
use super::record::{When, record};
use super::target::{Targets, Thing};
use super::words;
use crate::calendar::study_date;
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::model::Minutes;
use crate::progress::{Event, Mark, Measured, What, is_change};
use crate::summary::{SlotView, Study};
use crate::text::{Recording, RecordingHint, Timer};

const EXAMPLES: &str = r#"Examples:
  plan done 2                    today's second slot
  plan done 1-3 --took 4h        three slots that took four hours in all
  plan done 10:45 --note "the loss is symmetric"
  plan done all --date yesterday
  plan done d1-d6 --as-planned   done before: each slot on its planned date

`plan help targets` lists every form of TARGET."#;

#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Slots: 2, 1-3, all, 10:45, d08-1045, d8.2, d8, or part of a title
    #[arg(value_name = "TARGET")]
    targets: Vec<String>,
    /// How long it took: 80, 80m, 1h20m, 1:20 or 1.5h; divided among several slots
    #[arg(long, value_name = "DURATION", allow_hyphen_values = true)]
    took: Option<String>,
    /// Add a note
    #[arg(long, value_name = "TEXT", value_parser = super::note::text)]
    note: Option<String>,
    /// When you finished: 23:30
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    at: Option<String>,
    /// The day you did it; slot numbers and times refer to it: yesterday, mon, -1
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    date: Option<String>,
    /// Mark past slots on the dates they are planned for: d1-d6, w1, or --until
    #[arg(long, conflicts_with_all = ["took", "note", "at", "date"])]
    as_planned: bool,
    /// The last date for --as-planned: yesterday, sun
    #[arg(
        long,
        value_name = "DATE",
        requires = "as_planned",
        allow_hyphen_values = true
    )]
    until: Option<String>,
    #[command(flatten)]
    output: Output,
}

/// Resolves the targets under the lock, records one mark per slot, and shows what is left.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let targets = of_plan::enter(ctx, &args.targets)?;
    if args.as_planned {
        let until = args.until.as_deref();
        return as_planned::run(&targets, until, &args.output, ctx);
    }
    let took = args.took.as_deref().map(words::minutes).transpose()?;
    let (when, date) = marks::when(ctx, args.at.as_deref(), args.date.as_deref())?;
    let outcome = record(ctx, when, |study, _, _| {
        let things = Targets::on(study, date).things(&targets)?;
        let (shares, untimed) = match took {
            Some(took) => (totals(study, shares(took, &things)?, &things)?, Vec::new()),
            None => timed(study, &things, when),
        };
        let done = things.iter().zip(shares);
        let done = done.map(|(thing, minutes)| marks::done(thing, minutes));
        let mut whats: Vec<What> = done.collect();
        if let Some(text) = &args.note {
            whats.extend(things.iter().map(|thing| marks::note(thing, text)));
        }
        Ok((whats, (date, untimed)))
    })?;
    let (outcome, untimed) = outcome.split();
    marks::show(ctx, &args.output, &outcome);
    for hint in untimed {
        ctx.hint(hint);
    }
    let events: Vec<&Event> = outcome.events.iter().collect();
    // `plan undo` passes over a step that changed nothing.
    if is_change(&events) {
        // Without `--date` it was `--at` that decided for yesterday.
        if args.date.is_none() && date < ctx.today {
            ctx.hint(RecordingHint::WasYesterday(date));
        }
        if took.is_some() {
            warn_of_long_day(ctx, &outcome.study, when.day);
        }
    }
    Ok(())
}

/// Warns if more time is recorded for `date` than it has.
fn warn_of_long_day(ctx: &mut Ctx, study: &Study, date: NaiveDate) {
    let recorded = study.recorded_on(date);
    if recorded > Minutes::DAY {
        ctx.warn(Recording::LongDay { date, recorded });
    }
}

/// How long each slot took by its timers, and what to say of those that are of another study day.
fn timed(study: &Study, things: &[Thing], when: When) -> (Vec<Option<Minutes>>, Vec<Timer>) {
    let mut hints = Vec::new();
    // With `--at`, the timer ended then.
    let end = (when.at, study_date(when.at.naive_local(), study.day_starts));
    let minutes = things.iter().map(|thing| {
        let Thing::Slot(slot) = thing else {
            return None;
        };
        let mark = slot
            .mark
            .filter(|mark| slot.is_open() || mark.since_done().next().is_some())?;
        let part = slot.sitting.map(|sitting| sitting.part);
        let before = in_sittings(slot);
        match mark.measured(part, when.day, end) {
            Measured::Nothing => None,
            Measured::Took(minutes) => Some(before + minutes),
            Measured::OtherDay { day, known } => {
                let rest = known.or(slot.length_to_place()).unwrap_or(Minutes(60));
                let (slot, took) = (slot.name(), before + rest);
                hints.push(Timer::SayHowLong { day, slot, took });
                None
            }
        }
    });
    (minutes.collect(), hints)
}

/// What the sittings of a slot that is marked as a whole have recorded.
fn in_sittings(slot: &SlotView) -> Minutes {
    let mark = slot.mark.filter(|_| slot.sitting.is_none());
    mark.map_or(Minutes::ZERO, Mark::in_sittings)
}

/// The minutes of slots, if none took less in all than its sittings have recorded.
fn totals(
    study: &Study,
    minutes: Vec<Option<Minutes>>,
    things: &[Thing],
) -> Result<Vec<Option<Minutes>>> {
    for (thing, took) in things.iter().zip(&minutes) {
        let (Thing::Slot(slot), Some(took)) = (thing, *took) else {
            continue;
        };
        let recorded = in_sittings(slot);
        if took < recorded {
            let sittings: Vec<SlotView> = study.sittings(slot.place).collect();
            let open = sittings.iter().find(|sitting| !sitting.is_recorded());
            let sitting = open.or(sittings.last()).map(SlotView::name);
            let error = Recording::LessThanSittings(slot.name(), [took, recorded]);
            let error = Error::usage(error);
            return Err(match sitting {
                Some(sitting) => error.hint(RecordingHint::LastSitting { sitting, took }),
                None => error,
            });
        }
    }
    Ok(minutes)
}

/// The time that was given for all slots together, in proportion to what was planned for each;
/// evenly where a slot has no planned time. The shares add up to the whole.
fn shares(took: Minutes, things: &[Thing]) -> Result<Vec<Option<Minutes>>> {
    let is_deliverable = |thing: &&Thing| matches!(thing, Thing::Deliverable(_));
    if let Some(deliverable) = things.iter().find(is_deliverable) {
        let message = Recording::DeliverableTakesNoTime(deliverable.name());
        return Err(Error::usage(message).hint(RecordingHint::TimeOfSlots));
    }
    if (took.0 as usize) < things.len() {
        let message = Recording::LessThanAMinute(took);
        return Err(Error::usage(message).hint(RecordingHint::TotalTime));
    }
    let planned = |thing: &Thing| match thing {
        Thing::Slot(slot) => slot.planned().map(|minutes| u64::from(minutes.0)),
        Thing::Deliverable(_) => None,
    };
    let planned: Option<Vec<u64>> = things.iter().map(planned).collect();
    let weights = planned.unwrap_or_else(|| vec![1; things.len()]);
    let total = weights.iter().sum::<u64>().max(1);
    // A share of nothing would be no mark of time at all, so each has a minute beforehand.
    let free = u64::from(took.0) - things.len() as u64;
    let (mut given, mut weighed) = (0, 0);
    let shares = weights.iter().map(|weight| {
        weighed += weight;
        let until = free * weighed / total;
        let share = until - given + 1;
        given = until;
        u32::try_from(share).ok().map(Minutes)
    });
    Ok(shares.collect())
}
