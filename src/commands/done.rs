//! `plan done`

use chrono::{NaiveDate, TimeDelta, TimeZone};

use super::output::Output;
use super::record::{Outcome, When, record};
use super::target::{Targets, Thing};
use super::words::{self, Looks};
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::model::Minutes;
use crate::progress::What;
use crate::render::{Sheet, Span, json, phrase, views};
use crate::summary::{self, SlotView, Status, Study};

const EXAMPLES: &str = r#"Examples:
  plan done 2                    today's second slot
  plan done 1-3 --took 4h        three slots that took four hours in all
  plan done 10:45 --note "the loss is symmetric"
  plan done all --date yesterday

`plan help targets` lists every form of TARGET."#;

/// Mark slots as done
#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Slots: 2, 1-3, all, 10:45, d08-1045, d8.2, d8, or part of a title
    #[arg(required = true, value_name = "TARGET")]
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
    #[command(flatten)]
    output: Output,
}

/// Runs it.
///
/// # Errors
/// `Usage` where a target or word names nothing; what recording gives.
pub fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let took = args.took.as_deref().map(words::minutes).transpose()?;
    let (when, date) = when(ctx, args.at.as_deref(), args.date.as_deref())?;
    let outcome = record(ctx, when, |study, _, _| {
        let things = Targets::on(study, date).things(&args.targets)?;
        let shares = shares(took, &things)?;
        let done = things
            .iter()
            .zip(shares)
            .map(|(thing, minutes)| What::Done {
                slot: thing.id().to_owned(),
                title: thing.title().to_owned(),
                minutes,
                fingerprint: thing.fingerprint(study),
                again: thing.status() == Status::Done,
            });
        let mut whats: Vec<What> = done.collect();
        if let Some(text) = &args.note {
            whats.extend(things.iter().map(|thing| note(thing, text)));
        }
        Ok((whats, date))
    })?;
    show(ctx, &args.output, &outcome);
    // Who named no date need not know that a time to come was taken for yesterday's.
    if args.date.is_none() && date < ctx.today && !outcome.events.is_empty() {
        let day = phrase::date(date);
        ctx.hint(format!(
            "that was yesterday, {day}; `plan undo` takes it back"
        ));
    }
    Ok(())
}

/// A remark on a slot or deliverable.
pub(super) fn note(thing: &Thing, text: &str) -> What {
    What::Note {
        slot: thing.id().to_owned(),
        title: thing.title().to_owned(),
        text: text.to_owned(),
    }
}

/// The time that was given for all slots together, in proportion to what was planned for each;
/// evenly where a slot has no planned time. The shares add up to the whole.
fn shares(took: Option<Minutes>, things: &[Thing]) -> Result<Vec<Option<Minutes>>> {
    let Some(took) = took else {
        return Ok(vec![None; things.len()]);
    };
    if let Some(Thing::Deliverable(view)) =
        things.iter().find(|t| matches!(t, Thing::Deliverable(_)))
    {
        let message = format!(
            "`{}` is a deliverable, which takes no time of its own",
            view.what.id
        );
        return Err(Error::usage(message).hint("give the time to the slots it was made in"));
    }
    if (took.0 as usize) < things.len() {
        let message = format!("{} is less than a minute a slot", phrase::duration(took));
        return Err(Error::usage(message).hint("give the time that all of them took together"));
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

/// A time of day that is still to come was yesterday's only if that is no longer ago than this.
const SHORTLY: TimeDelta = TimeDelta::hours(12);

/// When it happened, and the day that numbers and times are of. A day that is still to come only
/// says whose slots are meant.
///
/// # Errors
/// `Usage` where a word makes no sense, or the time is still to come.
pub(super) fn when(ctx: &Ctx, at: Option<&str>, date: Option<&str>) -> Result<(When, NaiveDate)> {
    let date = words::date_of(date, ctx.today, Looks::Back)?;
    let shown = date.unwrap_or(ctx.today);
    let mut when = When {
        at: ctx.now,
        day: shown.min(ctx.today),
    };
    let Some(clock) = at.map(words::clock).transpose()? else {
        return Ok((when, shown));
    };
    let now = ctx.now.naive_local();
    let moment = |day| summary::moment(day, clock, ctx.day_starts);
    let yesterday = when.day.pred_opt().unwrap_or(when.day);
    let was_yesterday = date.is_none() && now - moment(yesterday) <= SHORTLY;
    let shown = match moment(when.day) > now {
        true if was_yesterday => {
            when.day = yesterday;
            yesterday
        }
        true => {
            let error = Error::usage(format!("{clock} is still to come"));
            return Err(error.hint("leave `--at` out for now, or say `--date yesterday`"));
        }
        false => shown,
    };
    let moment = ctx.now.offset().from_local_datetime(&moment(when.day));
    when.at = moment.earliest().unwrap_or(ctx.now);
    Ok((when, shown))
}

/// Confirms what was recorded.
pub(super) fn show(ctx: &mut Ctx, output: &Output, outcome: &Outcome<NaiveDate>) {
    let Outcome {
        op,
        events,
        study,
        answer: date,
    } = outcome;
    let left = left(study, *date);
    let body = || json::recorded(study, *op, events, &left);
    let sheet = || {
        let mut sheet = Sheet::default();
        if events.is_empty() {
            sheet.line(vec![Span::plain(
                "nothing there is open: nothing was recorded",
            )]);
        }
        for event in events {
            confirm(&mut sheet, study, &event.what);
        }
        let when = if *date == study.today {
            "today".to_owned()
        } else {
            phrase::date(*date)
        };
        if study.shown_day(*date).is_some() {
            views::left(&mut sheet, &left, left.iter().collect(), &when);
        }
        sheet
    };
    output.give(ctx, study, body, sheet);
}

/// What is still open of the day that the marks were about.
pub(super) fn left(study: &Study, date: NaiveDate) -> Vec<SlotView<'_>> {
    let day = study.shown_day(date);
    let slots = day.map_or_else(Vec::new, |day| day.slots);
    slots.into_iter().filter(SlotView::is_open).collect()
}

fn confirm(sheet: &mut Sheet, study: &Study, what: &What) {
    let deliverable = |id: &str| study.deliverables().find(|view| view.what.id == id);
    match what {
        What::Begin { start, .. } => {
            let words = format!("the plan begins on {}", phrase::date(*start));
            sheet.line(vec![Span::plain(words)]);
        }
        What::Done {
            slot: id, again, ..
        }
        | What::Skip {
            slot: id, again, ..
        } => match study.slot(id) {
            Some(slot) => views::recorded(sheet, &slot, *again),
            None => deliverable(id)
                .iter()
                .for_each(|view| views::handed_in(sheet, view, *again)),
        },
        What::Note {
            slot: id,
            title,
            text,
        } => views::noted(sheet, id, title, text),
        _ => {}
    }
}
