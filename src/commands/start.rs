//! `plan start`

use super::marks;
use super::of_plan;
use super::output::Output;
use super::record::{Outcome, When, record, stop};
use super::target::{Targets, Thing};
use super::{followed, load};
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::progress::What;
use crate::render::{json, views};
use crate::summary::{self, DayFacts, SlotView, Study, TimerView};
use crate::text::{Recording, RecordingHint, Timer};

const EXAMPLES: &str = "\
Examples:
  plan start                 the slot that is on now, else today's next open one
  plan start 2

A timer that is running on this device stops. `plan stop` ends the timer, and `plan done`
takes its minutes: those of all timers of the slot on that day.";

#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// A slot: 2, 10:45, d08-1045, d8.2, or part of a title
    #[arg(value_name = "TARGET")]
    target: Option<String>,
    #[command(flatten)]
    output: Output,
}

/// Starts a timer for one slot, and stops those that are running on this device.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let target = match &args.target {
        Some(target) => Some(target.clone()),
        None => current(ctx)?,
    };
    let targets = of_plan::enter(ctx, target.as_slice())?;
    let when = When::now(ctx);
    let outcome = record(ctx, when, |study, _, devices| {
        let things = Targets::on(study, study.today).things(&targets)?;
        let [thing] = things.as_slice() else {
            let message = Timer::OneSlot(things.len());
            return Err(Error::usage(message).hint(RecordingHint::NameOneSlot));
        };
        let Thing::Slot(slot) = thing else {
            return Err(Error::usage(Recording::DeliverableTakesNoTime(
                thing.name(),
            )));
        };
        let timers = study.timers(when.at);
        let (own, others): (Vec<TimerView>, _) = timers
            .into_iter()
            .partition(|view| devices.contains(&view.timer.dev));
        if let Some(view) = own.iter().find(|view| is_of(view, slot)) {
            return Err(already_running(view));
        }
        let others = others.iter();
        let others = others.map(|view| goes_on(view, Some(&view.timer.dev)));
        let whats = own.iter().map(stop).chain([start(slot)]);
        Ok((whats.collect(), others.collect::<Vec<Timer>>()))
    })?;
    show(ctx, &args.output, &outcome);
    for warning in &outcome.answer {
        ctx.warn(warning.clone());
    }
    warn_of_other_plans(ctx, &outcome.study);
    Ok(())
}

/// The slot that is on now in the plans that are shown, else the next open one of today.
fn current(ctx: &mut Ctx) -> Result<Option<String>> {
    let facts = followed::facts(ctx, false, |ctx| load::day(ctx, false))?;
    let slots = facts.iter().filter_map(DayFacts::day);
    let slots = slots.flat_map(|day| day.slots);
    let open = slots.filter(|slot| slot.is_open() && !slot.displaced);
    let open: Vec<Option<SlotView>> = open.map(Some).collect();
    let first = summary::first_turn(&open, ctx.today);
    let slot = first.and_then(|at| open[at]);
    Ok(slot.map(|slot| slot.number()))
}

/// Whether a timer is for this slot, or this sitting of it, and of today.
fn is_of(view: &TimerView, slot: &SlotView) -> bool {
    let sitting = slot.sitting.filter(|sitting| sitting.of > 1);
    let is_other = sitting
        .zip(view.timer.part)
        .is_some_and(|(sitting, part)| sitting.part != part);
    view.slot == slot.place.slot.id.as_str() && view.minutes.is_some() && !is_other
}

fn already_running(view: &TimerView) -> Error {
    let (slot, since) = (view.name(), view.timer.since);
    let hint = Timer::StopOrDone(slot.clone());
    Error::usage(Timer::AlreadyRunning { slot, since }).hint(hint)
}

/// What to say of a timer that goes on: on another device, or in another plan.
pub(super) fn goes_on(view: &TimerView, device: Option<&String>) -> Timer {
    Timer::GoesOn {
        slot: view.name(),
        device: device.cloned(),
        since: view.timer.since,
    }
}

fn start(slot: &SlotView) -> What {
    let sitting = slot.sitting.filter(|sitting| sitting.of > 1);
    What::Start {
        part: sitting.map(|sitting| sitting.part),
        fingerprint: None,
        slot: slot.place.slot.id.to_string(),
        title: slot.place.slot.title.clone(),
    }
}

/// Confirms the starts and stops, and gives the timers that are running now.
pub(super) fn show<T>(ctx: &mut Ctx, output: &Output, outcome: &Outcome<T>) {
    let (study, events) = (&outcome.study, &outcome.events);
    let running = study.timers(ctx.now);
    let body = || json::timed(outcome.op, events, &running);
    let about = marks::about(ctx, study, None);
    output.give(ctx, study, body, || about.and(views::timed(study, events)));
}

/// Warns of timers in the other plans that are followed, which go on: a step is one of one plan.
fn warn_of_other_plans(ctx: &mut Ctx, study: &Study) {
    let now = ctx.now;
    for other in followed::others(ctx) {
        if other.plan.id == study.plan.id {
            continue;
        }
        for view in other.timers(now) {
            ctx.warn(goes_on(&view, None));
        }
    }
}
