//! `show`: one shape for each sort of target.

use serde_json::{Value, json};

use crate::summary::{DayView, DeliverableView, PlanWeek, Report, SlotView, Study, TopicView};

/// All that was asked for.
#[must_use]
pub fn all(shown: impl Iterator<Item = Value>) -> Value {
    json!({"shown": shown.collect::<Vec<_>>()})
}

/// Slots.
#[must_use]
pub fn slots(study: &Study, views: &[SlotView]) -> Value {
    json!({"slots": super::slots(study, views)})
}

/// A deliverable.
#[must_use]
pub fn deliverable(view: &DeliverableView) -> Value {
    json!({"deliverables": super::deliverables(&[*view])})
}

/// A day.
#[must_use]
pub fn day(study: &Study, view: Option<&DayView>) -> Value {
    json!({"day": view.map(|view| super::day(study, view))})
}

/// A week of the plan.
#[must_use]
pub fn week(study: &Study, view: &PlanWeek) -> Value {
    let days = view.days.iter().map(|day| super::day(study, day));
    json!({
        "week": view.number,
        "days": days.collect::<Vec<_>>(),
        "deliverables": super::deliverables(&view.deliverables),
    })
}

/// A phase.
#[must_use]
pub fn phase(study: &Study, number: usize, report: Option<&Report>) -> Value {
    json!({"phase": number, "report": report.map(|report| super::report(study, report))})
}

/// A topic.
#[must_use]
pub fn topic(study: &Study, view: Option<&TopicView>) -> Value {
    view.map_or(
        Value::Null,
        |view| json!({"topic": view.topic.id.as_str(), "slots": super::slots(study, &view.slots)}),
    )
}
