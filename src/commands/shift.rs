//! `plan shift`

use chrono::NaiveDate;

use super::r#move::follows;
use super::output::Output;
use super::record::{When, record};
use super::target::{Target, Targets, Wanted};
use super::words::{self, DateReader, Looks};
use super::{busy, marks, of_plan};
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::model::Placement;
use crate::progress::What;
use crate::render::views;
use crate::summary::{self, Before, SlotView, Study};
use crate::text::{Moving, MovingHint};

const EXAMPLES: &str = "\
Examples:
  plan shift 1w                 everything open, a week later
  plan shift 2w --from d13      from Day 13 on
  plan shift -1w --from w6      a week earlier";

#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// How far: 1w, 2w; -1w for a week earlier
    #[arg(value_name = "WEEKS", allow_hyphen_values = true)]
    by: String,
    /// Start here: d13, w5, p3, a slot, or a date
    #[arg(long, value_name = "TARGET", allow_hyphen_values = true)]
    from: Option<String>,
    #[command(flatten)]
    output: Output,
}

/// Moves all open slots, or those from a target on, by whole weeks. The op also records that it
/// was a shift, so that the history shows one line for all moves.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let from = args.from.as_deref();
    let from = from.map(|from| of_plan::enter_one(ctx, from)).transpose()?;
    busy::read(ctx, &[])?;
    let weeks = words::weeks(&args.by)?;
    let (when, reader) = (When::now(ctx), DateReader::of(ctx));
    let outcome = record(ctx, when, |study, _, _| {
        let slots = match &from {
            None => study.slots().filter(is_shifted).collect(),
            Some(from) => from_on(study, reader, from)?,
        };
        let Some(first) = slots.first() else {
            return Err(Error::usage(Moving::NothingToShift).hint(MovingHint::OnlyOpenMove));
        };
        let head = What::Shift {
            from: first.place.slot.id.to_string(),
            weeks,
        };
        let moves = slots.iter().map(|slot| shifted(study, slot, weeks));
        let moves = moves.collect::<Result<Vec<_>>>()?;
        let before = Before::of(study, &slots);
        Ok((std::iter::once(head).chain(moves).collect(), before))
    })?;
    let (study, events) = (&outcome.study, &outcome.events);
    let before = &outcome.answer;
    let mut warnings = marks::move_warnings(study, events);
    warnings.extend(views::crowded(&summary::crowding(study, before)));
    let due = summary::due_changes(study, before);
    let sheet = || {
        let mut sheet = views::shifted(study, events);
        views::due_changes(&mut sheet, &due);
        sheet
    };
    marks::show_moved(ctx, &args.output, &outcome, &warnings, sheet);
    if !summary::stranded(study).is_empty() && !args.output.is_json() {
        ctx.hint(MovingHint::StillStranded);
    }
    Ok(())
}

/// Open slots are, except those whose date the learner chose by adding them.
fn is_shifted(slot: &SlotView) -> bool {
    slot.is_open() && !slot.place.day.is_added()
}

/// The open slots from a target, or a date, on: in the order of the plan, or by date.
fn from_on<'a>(study: &'a Study, reader: DateReader, from: &str) -> Result<Vec<SlotView<'a>>> {
    let slots = study.slots().filter(is_shifted);
    if let Ok(date) = reader.read(from, Looks::Ahead) {
        return Ok(slots.filter(|slot| slot.dates.last >= date).collect());
    }
    let first = match Targets::on(study, study.today).find(from, Wanted::Starts)? {
        Target::Slots(slots) | Target::Date(slots) => {
            slots.iter().map(|slot| slot.place.index).min()
        }
        Target::Days(days) => position(study, |slot| days.contains(&slot.place.day_index)),
        Target::Week(week) => position(study, |slot| slot.place.week.number == Some(week)),
        Target::Phase(phase) => position(study, |slot| slot.place.at.phase >= phase),
        Target::Deliverables(views) => return Err(follows(study, &views)),
        Target::Topic(_) | Target::Resource(_) | Target::Event(_) | Target::Plan => {
            let text = from.to_owned();
            return Err(Error::usage(Moving::NotInTime { text }).hint(MovingHint::FromForms));
        }
    };
    let first = first.unwrap_or(usize::MAX);
    Ok(slots.filter(|slot| slot.place.index >= first).collect())
}

fn position(study: &Study, is_it: impl Fn(&SlotView) -> bool) -> Option<usize> {
    let found = study.slots().find(|slot| is_it(slot));
    found.map(|slot| slot.place.index)
}

/// How to shift only the slots that end on `from` or later, if there are any.
fn later_slots(study: &Study, weeks: i32, from: NaiveDate) -> MovingHint {
    let mut open = study.slots().filter(is_shifted);
    if open.any(|slot| slot.dates.last >= from) {
        MovingHint::ShiftLaterSlots { weeks, from }
    } else {
        MovingHint::OneByOne
    }
}

/// The event that moves a slot by `weeks`; never to before today.
fn shifted(study: &Study, slot: &SlotView, weeks: i32) -> Result<What> {
    let by = chrono::TimeDelta::weeks(i64::from(weeks));
    let moved = |date: NaiveDate| date.checked_add_signed(by);
    let (Some(date), Some(last)) = (moved(slot.dates.first), moved(slot.dates.last)) else {
        return Err(Error::usage(Moving::ShiftTooFar).hint(MovingHint::FewerWeeks));
    };
    // An overdue slot may move to a date that has passed as well, as long as that is later.
    if last < study.today && last < slot.dates.last {
        let hint = later_slots(study, weeks, study.today - by);
        let slot = slot.name();
        return Err(Error::usage(Moving::ShiftIntoPast { slot, date }).hint(hint));
    }
    let time = slot.time;
    Ok(marks::moving(slot, Placement { date, last, time }))
}
