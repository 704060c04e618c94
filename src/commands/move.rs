//! `plan move`

use chrono::NaiveDate;

use super::output::Output;
use super::record::{Outcome, When, record};
use super::target::{Target, Targets};
use super::words::{self, Looks};
use crate::calendar::add;
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::model::{Clock, Window};
use crate::progress::{Event, Seat, What};
use crate::render::{json, phrase, views};
use crate::summary::{self, SlotView, Status, Study};

const EXAMPLES: &str = "\
Examples:
  plan move d08-1045 sat             to the coming Saturday, at its own time
  plan move d08-1045 sat --at 14:00
  plan move d8 +1                    what is open of a day, to tomorrow";

/// Put a slot, or what is open of a day, on another date
#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// A slot or a day: 2, d08-1045, d8.2, d8, all, or part of a title
    target: String,
    /// Where to: 2026-12-12, tomorrow, sat, +3
    #[arg(allow_hyphen_values = true)]
    date: String,
    /// When it is to begin: 14:00; its own time where nothing is said
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    at: Option<String>,
    #[command(flatten)]
    output: Output,
}

/// Runs it.
///
/// # Errors
/// `Usage` where a target or word names nothing that can be moved there; what recording gives.
pub fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let date = words::date(&args.date, ctx.today, Looks::Ahead)?;
    if date < ctx.today {
        let error = Error::usage(format!("{} has passed", phrase::date(date)));
        return Err(error.hint("`plan done TARGET --date DATE` marks what was done on a past day"));
    }
    let at = args.at.as_deref().map(words::clock).transpose()?;
    let when = When::now(ctx);
    let outcome = record(ctx, when, |study, _, _| {
        let (slots, is_day) = slots(study, &args.target)?;
        let put = |slot: &SlotView| put(slot, date, at, (slots.len(), is_day));
        let (here, there): (Vec<_>, Vec<_>) = slots
            .iter()
            .map(|slot| Ok((slot.seat(), put(slot)?)))
            .collect::<Result<Vec<_>>>()?
            .into_iter()
            .partition(|(seat, what)| matches!(what, What::Move { to, .. } if to == seat));
        let whats = |moves: Vec<(Seat, What)>| moves.into_iter().map(|(_, what)| what).collect();
        Ok((whats(there), whats(here)))
    })?;
    show(ctx, &args.output, &outcome, date);
    Ok(())
}

/// The open slots that a target names, and whether by their day.
fn slots<'a>(study: &'a Study, target: &str) -> Result<(Vec<SlotView<'a>>, bool)> {
    let (slots, is_day) = match Targets::on(study, study.today).read(target)? {
        Target::Slots(slots) => (slots, false),
        Target::Date(slots) => (open(slots), true),
        Target::Day(index) => {
            let day = study.day(index);
            (day.map_or_else(Vec::new, |day| open(day.slots)), true)
        }
        _ => {
            let error = Error::usage(format!(
                "`{}` is no slot or day",
                crate::escape::terminal(target)
            ));
            return Err(
                error.hint("`plan shift 1w --from w5` moves all that is left from a week on")
            );
        }
    };
    let settled = slots.iter().find(|slot| !slot.is_open());
    if let Some(slot) = settled {
        let (id, status) = (&slot.place.slot.id, slot.status.name());
        let error = Error::usage(format!("{id} is {status} already"));
        let verb = if slot.status == Status::Done {
            "done"
        } else {
            "skipped"
        };
        return Err(error.hint(format!(
            "what is {verb} stays where it was; `plan undo` takes a mark back"
        )));
    }
    if slots.is_empty() {
        return Err(Error::usage("nothing there is open").hint("`plan show` lists what is in it"));
    }
    Ok((slots, is_day))
}

fn open(slots: Vec<SlotView<'_>>) -> Vec<SlotView<'_>> {
    slots.into_iter().filter(SlotView::is_open).collect()
}

/// A slot on its new date. Where a day is moved that stands on a run of dates it keeps the run; a
/// slot that is named by itself goes to the one date.
fn put(
    slot: &SlotView,
    date: NaiveDate,
    at: Option<Clock>,
    (count, is_day): (usize, bool),
) -> Result<What> {
    let id = &slot.place.slot.id;
    let time = match at {
        None => slot.time,
        Some(_) if count > 1 => {
            let error = Error::usage(format!("{count} slots cannot all begin at the same time"));
            return Err(error.hint("move them one by one"));
        }
        Some(clock) => Some(begins(slot, clock)?),
    };
    let days = (slot.dates.last - slot.dates.first).num_days();
    let run = if is_day { days.unsigned_abs() } else { 0 };
    let last = add(date, run);
    Ok(What::Move {
        slot: id.to_string(),
        title: slot.place.slot.title.clone(),
        to: Seat { date, last, time },
    })
}

/// The time of a slot that begins at `clock`.
fn begins(slot: &SlotView, clock: Clock) -> Result<Window> {
    let id = &slot.place.slot.id;
    let Some(length) = slot.planned() else {
        let error = Error::usage(format!("the plan does not say how long {id} takes"));
        return Err(error.hint("leave `--at` out: it has no time of day"));
    };
    Window::from(clock, length).ok_or_else(|| {
        let length = phrase::duration(length);
        let error = Error::usage(format!(
            "{id} takes {length}: from {clock} it would pass midnight"
        ));
        error.hint("let it begin earlier")
    })
}

/// Confirms what was moved, and says what stands there already; warns of what may not be meant.
fn show(ctx: &mut Ctx, output: &Output, outcome: &Outcome<Vec<What>>, date: NaiveDate) {
    let Outcome {
        op,
        events,
        study,
        answer: here,
    } = outcome;
    let mut warnings = warnings(study, events);
    if !events.is_empty() {
        warnings.extend(views::crowded(date, &summary::crowding(study, date)));
    }
    let left = super::done::left(study, study.today);
    let body = || json::moved(study, *op, events, &left, &warnings);
    output.give(ctx, study, body, || views::moved(study, events, here));
    for warning in &warnings {
        ctx.warn(warning);
    }
}

/// What may not be meant of the slots that were moved.
pub(super) fn warnings(study: &Study, events: &[Event]) -> Vec<String> {
    let moved = events.iter().filter_map(|event| match &event.what {
        What::Move { slot, .. } => Some(slot.as_str()),
        _ => None,
    });
    views::astray(study, &summary::astray(study, moved))
}
