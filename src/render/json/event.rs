//! Exams and other events on fixed dates.

use chrono::NaiveDate;
use serde::Serialize;

use super::slot::Times;
use crate::model::{SlotId, Window};
use crate::summary::EventView;

#[derive(Serialize)]
pub(crate) struct Event {
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
#[derive(Serialize)]
struct Covered {
    slots: u32,
    done: u32,
    skipped: u32,
    open: u32,
    /// Open slots that are not planned before it.
    late: u32,
}

#[derive(Serialize)]
struct Original {
    date: NaiveDate,
    #[serde(flatten)]
    time: Times,
}

pub(super) fn events(views: &[EventView]) -> Vec<Event> {
    views.iter().map(Event::from).collect()
}

impl From<&EventView> for Event {
    fn from(view: &EventView) -> Self {
        let event = &view.event;
        let covered = view.covered;
        let original = |(date, time): (NaiveDate, Option<Window>)| Original {
            date,
            time: Times::from(time),
        };
        Self {
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
