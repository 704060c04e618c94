//! Exams and other events on fixed dates.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use super::slot::Times;
use crate::model::{PlanId, SlotId, Window};
use crate::summary::{EventView, Study};

#[derive(JsonSchema, Serialize)]
pub(crate) struct Event<'a> {
    plan: &'a PlanId,
    id: SlotId,
    kind: &'static str,
    title: String,
    date: NaiveDate,
    #[serde(flatten)]
    time: Times,
    days_left: i64,
    covers: Vec<String>,
    covered: Covered,
    /// Whether it has passed with open slots.
    missed: bool,
    /// Whether the learner added it.
    own: bool,
    /// Where the plan has an event that was moved.
    moved_from: Option<Original>,
}

/// How many slots it covers.
#[derive(JsonSchema, Serialize)]
struct Covered {
    slots: u32,
    done: u32,
    skipped: u32,
    open: u32,
    /// Open slots that are not planned before it.
    late: u32,
}

#[derive(JsonSchema, Serialize)]
struct Original {
    date: NaiveDate,
    #[serde(flatten)]
    time: Times,
}

pub(super) fn events<'a>(study: &'a Study, views: &[EventView]) -> Vec<Event<'a>> {
    let views = views.iter();
    views.map(|view| Event::of(study, view)).collect()
}

/// The events of several plans by their dates, then their times.
pub(super) fn in_order(events: &mut [Event]) {
    events.sort_by(|a, b| (a.date, a.time.start()).cmp(&(b.date, b.time.start())));
}

impl<'a> Event<'a> {
    pub(super) fn of(study: &'a Study, view: &EventView) -> Self {
        let event = &view.event;
        let covered = view.covered;
        let original = |(date, time): (NaiveDate, Option<Window>)| Original {
            date,
            time: Times::from(time),
        };
        Self {
            plan: &study.plan.id,
            id: event.id.clone(),
            kind: event.kind.name(),
            title: event.title.clone(),
            date: event.date,
            time: Times::from(event.time),
            days_left: view.days_left,
            covers: event.covers.iter().map(ToString::to_string).collect(),
            covered: Covered {
                slots: covered.slots,
                done: covered.done,
                skipped: covered.skipped,
                open: covered.open,
                late: covered.late,
            },
            missed: view.is_missed(),
            own: view.is_own,
            moved_from: view.moved_from.map(original),
        }
    }
}
