//! The answers of single verbs: what was marked, the history, what is on, how things are.

use serde_json::{Value, json};
use uuid::Uuid;

use super::{day, event, orphans, slot, slots, tally};
use crate::progress::Event;
use crate::render::views::LogStep;
use crate::summary::{DayView, SlotView, Study, Tally, Today};

fn events<'e>(events: impl IntoIterator<Item = &'e Event>) -> Value {
    events.into_iter().map(event).collect()
}

/// `done`, `skip`, `note`.
#[must_use]
pub fn recorded(study: &Study, op: Uuid, written: &[Event], left: &[SlotView]) -> Value {
    json!({
        "op": op.to_string(),
        "recorded": events(written),
        "left_today": slots(study, left),
    })
}

/// `move` and `shift`: `already_so` where nothing had to be written.
#[must_use]
pub fn moved(
    study: &Study,
    op: Uuid,
    written: &[Event],
    left: &[SlotView],
    warnings: &[String],
) -> Value {
    json!({
        "op": (!written.is_empty()).then(|| op.to_string()),
        "recorded": events(written),
        "already_so": written.is_empty(),
        "warnings": warnings,
        "left_today": slots(study, left),
    })
}

/// `off`: the same, and what stands on those days and has to be placed elsewhere.
#[must_use]
pub fn rested(moved: Value, stranded: &[SlotView]) -> Value {
    let ids = stranded.iter().map(|slot| slot.place.slot.id.as_str());
    let mut value = moved;
    value["stranded"] = json!({
        "count": stranded.len(),
        "planned_minutes": Tally::from_iter(stranded).planned.0,
        "slots": ids.collect::<Vec<_>>(),
    });
    value
}

/// `undo` and `redo`: what was written, under `verb` what it was about, and which plan is still
/// the chosen one.
#[must_use]
pub fn stepped<'e>(
    study: &Study,
    op: Uuid,
    written: impl IntoIterator<Item = &'e Event>,
    (verb, about): (&str, impl IntoIterator<Item = &'e Event>),
    left: &[SlotView],
    followed: &str,
) -> Value {
    json!({
        "op": op.to_string(),
        "recorded": events(written),
        verb: events(about),
        "left_today": slots(study, left),
        "followed": followed,
    })
}

/// `init`; no op where the plan has begun already and nothing was changed.
#[must_use]
pub fn begun(study: &Study, op: Option<Uuid>, written: &[Event]) -> Value {
    json!({
        "op": op.map(|op| op.to_string()),
        "recorded": events(written),
        "changed": op.is_some(),
        "orphans": orphans(&study.reconciled.orphans),
    })
}

/// `log`; `verb` is what a reader calls an event, where `t` is its name in the journal.
#[must_use]
pub fn log(steps: &[LogStep]) -> Value {
    let one = |step: &LogStep| {
        let mut value = event(step.event);
        value["verb"] = json!(step.verb());
        value["live"] = json!(step.live);
        value
    };
    json!({"events": steps.iter().map(one).collect::<Vec<_>>()})
}

/// `next`: the slot to turn to, in its day.
#[must_use]
pub fn next(
    study: &Study,
    only: Option<&DayView>,
    next: Option<&SlotView>,
    today: &Today,
) -> Value {
    json!({
        "days": only.iter().map(|view| day(study, view)).collect::<Vec<_>>(),
        "overdue": slots(study, &today.overdue),
        "next": next.map(|view| slot(study, view)),
        "progress": {"week": tally(&today.week), "plan": tally(&today.plan)},
    })
}

/// `status`.
#[must_use]
pub fn status(
    study: &Study,
    today: &Today,
    now: Option<&SlotView>,
    next: Option<&SlotView>,
) -> Value {
    json!({
        "now": now.map(|view| slot(study, view)),
        "left_minutes": now.and_then(|view| view.left).map(|left| left.0),
        "next": next.map(|view| slot(study, view)),
        "overdue": slots(study, &today.overdue),
        "progress": {"week": tally(&today.week), "plan": tally(&today.plan)},
    })
}
