//! `plan move`

use chrono::NaiveDate;

use super::load;
use super::output::Output;
use super::record::{Outcome, When, record};
use super::target::{Target, Targets, Wanted, not_markable};
use super::words::{self, DateReader, Looks};
use super::{busy, due, marks, of_plan};
use crate::calendar::add;
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::model::{Clock, Placement, SlotId, Window};
use crate::progress::{Event, What, last_undoable};
use crate::render::views;
use crate::summary::{self, Before, DeliverableView, SlotView, Status, Study};
use crate::text::{DueDate, DueDateHint, Moving, MovingHint};

const EXAMPLES: &str = "\
Examples:
  plan move d08-1045 sat             to the coming Saturday
  plan move d08-1045 sat --at 14:00
  plan move d8 +1                    the open slots of Day 8, to tomorrow
  plan move midterm 2026-12-18       an exam or another event";

#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// A slot, a day or an event: 2, d08-1045, d8.2, d8, all, or part of a title
    target: String,
    /// The new date: 2026-12-12, tomorrow, sat, +3
    #[arg(allow_hyphen_values = true)]
    date: String,
    /// When it starts: 14:00 (default: its own time)
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    at: Option<String>,
    #[command(flatten)]
    output: Output,
}

/// What `run` decided besides the moves.
struct Decision {
    /// The moves that change nothing.
    already: Vec<What>,
    before: Before,
}

/// Moves open slots to `args.date`, and those that are there already to nowhere: they are only
/// listed. Warns of suspicious placements.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let target = of_plan::enter_one(ctx, &args.target)?;
    busy::read(ctx, &[])?;
    let date = DateReader::of(ctx).read(&args.date, Looks::Ahead)?;
    let at = args.at.as_deref().map(words::clock).transpose()?;
    let when = When::now(ctx);
    let study = load::whole(ctx)?;
    let found = Targets::on(&study, study.today).find(&target, Wanted::Movable);
    let event = match found {
        Ok(Target::Event(index)) => Some(study.events[index].event.id.clone()),
        _ => None,
    };
    if date < ctx.today {
        let error = Error::usage(Moving::DateHasPassed { date });
        return Err(match event {
            Some(_) => error,
            None => error.hint(MovingHint::RecordPastWork { date }),
        });
    }
    if let Some(id) = event {
        return move_event(args, ctx, &id, (date, at));
    }
    let outcome = record(ctx, when, |study, reading, devices| {
        let step = last_undoable(&reading.events, devices).map(|(events, _)| events);
        let (slots, is_day) = slots(study, &target, &step.unwrap_or_default())?;
        if let (Some(time), 2..) = (at, slots.len()) {
            let count = slots.len();
            return Err(Error::usage(Moving::SameStart { count, time }).hint(MovingHint::OneByOne));
        }
        let (mut moved, mut already) = (Vec::new(), Vec::new());
        for slot in &slots {
            let to = placement(slot, date, at, is_day)?;
            let list = if to == slot.placement() {
                &mut already
            } else {
                &mut moved
            };
            list.push(marks::moving(slot, to));
        }
        let before = Before::of(study, &slots);
        Ok((moved, Decision { already, before }))
    })?;
    show(ctx, &args.output, &outcome);
    Ok(())
}

/// Moves the event with this id to another date; at another time it takes as long as before.
fn move_event(
    args: &Args,
    ctx: &mut Ctx,
    id: &SlotId,
    (date, at): (NaiveDate, Option<Clock>),
) -> Result<()> {
    let outcome = record(ctx, When::now(ctx), |study, _, _| {
        let placed = study.events.iter().find(|placed| placed.event.id == *id);
        let placed = placed.ok_or_else(|| Error::usage(Moving::NothingOpen))?;
        let (time, event) = (placed.event.time, &placed.event);
        let Some(start) = at else {
            return due::moving(study, placed, (date, time));
        };
        let event = due::event_name(study, event);
        let Some(time) = time else {
            let target = study.target(id);
            let error = Error::usage(DueDate::NoLength(event));
            return Err(error.hint(DueDateHint::GiveTime { target }));
        };
        let moved = Window::from(start, time.length()).ok_or_else(|| {
            let (slot, duration) = (event, time.length());
            let error = Moving::PastMidnight {
                slot,
                duration,
                start,
            };
            Error::usage(error).hint(MovingHint::StartEarlier)
        })?;
        due::moving(study, placed, (date, Some(moved)))
    })?;
    due::show(ctx, &args.output, &outcome);
    Ok(())
}

/// The open slots that a target refers to, and whether it is a day. `last` is the step that `plan
/// undo` would revert.
fn slots<'a>(study: &'a Study, target: &str, last: &[&Event]) -> Result<(Vec<SlotView<'a>>, bool)> {
    let targets = Targets::on(study, study.today);
    let (slots, is_day) = match targets.find(target, Wanted::Movable)? {
        Target::Slots(slots) => (slots, false),
        Target::Date(slots) => (open(slots), true),
        Target::Days(days) if days.len() == 1 => {
            (open(study.slots_of_day(days[0]).collect()), true)
        }
        found => {
            return Err(not_movable(study, &targets, target, &found));
        }
    };
    if let Some(slot) = slots.iter().find(|slot| !slot.is_open()) {
        let error = match slot.status {
            Status::Skipped => Moving::AlreadySkipped(slot.name()),
            _ => Moving::AlreadyDone(slot.name()),
        };
        let id = slot.place.slot.id.as_str();
        let is_last = last
            .iter()
            .any(|event| event.slot().is_some_and(|(slot, _)| slot == id));
        let error = Error::usage(error);
        return Err(if is_last {
            error.hint(MovingHint::UndoMark)
        } else {
            error.hint(MovingHint::OnlyOpenMove)
        });
    }
    if slots.is_empty() {
        let target = target.to_owned();
        return Err(Error::usage(Moving::NothingOpen).hint(MovingHint::ListSlots { target }));
    }
    Ok((slots, is_day))
}

/// The error for what is neither a slot nor a day.
fn not_movable(study: &Study, targets: &Targets, text: &str, found: &Target) -> Error {
    match found {
        Target::Deliverables(views) => follows(study, views),
        Target::Days(_) | Target::Week(_) | Target::Phase(_) => {
            let target = targets.name_of(found).id.into();
            not_markable(text, found).hint(MovingHint::ShiftFrom { target })
        }
        _ => {
            let target = targets.name_of(found).id.into();
            not_markable(text, found).hint(MovingHint::ListSlots { target })
        }
    }
}

/// The error for deliverables, which are due with the last slot of their week.
pub(super) fn follows(study: &Study, views: &[DeliverableView]) -> Error {
    let Some(first) = views.first() else {
        return Error::usage(Moving::NothingOpen);
    };
    let (what, due) = (first.name(), first.dates.last);
    let error = Error::usage(Moving::DeliverableFollows { what, due });
    let week = study
        .slots()
        .filter(|slot| slot.place.week.number == first.week.number);
    let last = week
        .max_by_key(|slot| slot.dates.last)
        .filter(SlotView::is_open);
    match last {
        Some(slot) => error.hint(MovingHint::MoveLastSlot(slot.name())),
        None => error,
    }
}

fn open(slots: Vec<SlotView<'_>>) -> Vec<SlotView<'_>> {
    slots.into_iter().filter(SlotView::is_open).collect()
}

/// Where a slot goes. Moved with its day, it keeps its run of dates; moved alone, it goes to
/// `date` only.
fn placement(
    slot: &SlotView,
    date: NaiveDate,
    at: Option<Clock>,
    is_day: bool,
) -> Result<Placement> {
    let time = match at {
        None => (slot.time).map(|time| slot.time_from(time.start).unwrap_or(time)),
        Some(clock) => Some(begins(slot, clock)?),
    };
    let days = (slot.dates.last - slot.dates.first).num_days();
    let run = if is_day { days.unsigned_abs() } else { 0 };
    let last = add(date, run);
    Ok(Placement { date, last, time })
}

/// The time of a slot that starts at `start`.
fn begins(slot: &SlotView, start: Clock) -> Result<Window> {
    let Some(duration) = slot.length_to_place() else {
        return Err(Error::usage(Moving::NoDuration(slot.name())).hint(MovingHint::LeaveOutAt));
    };
    slot.time_from(start).ok_or_else(|| {
        let slot = slot.name();
        let error = Error::usage(Moving::PastMidnight {
            slot,
            duration,
            start,
        });
        error.hint(MovingHint::StartEarlier)
    })
}

/// Confirms what was moved, and warns of suspicious placements and of dates that are too full.
fn show(ctx: &mut Ctx, output: &Output, outcome: &Outcome<Decision>) {
    let (study, events) = (&outcome.study, &outcome.events);
    let Decision { already, before } = &outcome.answer;
    let mut warnings = marks::move_warnings(study, events);
    warnings.extend(views::crowded(&summary::crowding(study, before)));
    let due = summary::due_changes(study, before);
    let sheet = || {
        let mut sheet = views::moved(study, events, already);
        views::due_changes(&mut sheet, &due);
        sheet
    };
    marks::show_moved(ctx, output, outcome, &warnings, sheet);
}
