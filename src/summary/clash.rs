//! Times that two things take: open slots of one plan, and its events.

use chrono::NaiveDate;

use super::merged::overlap;
use super::move_warnings::overlaps;
use super::{EventView, SlotView, Study};
use crate::model::Window;
use crate::text::SlotName;

/// How many slots of a date are compared with each other: more can hardly be meant.
const MOST: usize = 100;

/// Two things at the same time of a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Clash {
    pub(crate) what: [SlotName; 2],
    /// The time that both take.
    pub(crate) time: Window,
}

/// The open slots of a date that overlap each other, or the hours of an event on it.
pub(crate) fn clashes(date: NaiveDate, slots: &[SlotView], events: &[EventView]) -> Vec<Clash> {
    let slots = &slots[..slots.len().min(MOST)];
    let mut found = Vec::new();
    for (at, one) in slots.iter().enumerate() {
        let pairs = slots[at + 1..].iter();
        let pairs = pairs.filter_map(|other| overlap(date, one, other));
        found.extend(pairs.map(|both| Clash {
            what: both.slots.map(|slot| slot.name()),
            time: both.time,
        }));
        let is_then = one.is_open() && !one.displaced && one.dates.first == date;
        let here = events.iter().map(|view| &view.event);
        let here = here.filter(|event| is_then && event.date == date);
        found.extend(here.filter_map(|event| {
            let time = event.time?.shared(one.time?)?;
            let what = [SlotName::new(&event.id, &event.title), one.name()];
            Some(Clash { what, time })
        }));
    }
    found
}

/// Open slots from today on that overlap each other, and the dates.
pub(crate) fn overlaps_ahead(study: &Study) -> Vec<(NaiveDate, [SlotName; 2])> {
    let ahead = |slot: &SlotView| !slot.displaced && slot.dates.first >= study.today;
    let slots: Vec<SlotView> = study.slots().filter(ahead).collect();
    let pairs = overlaps(&slots).into_iter();
    let named = pairs.map(|(a, b)| (a.dates.first.max(b.dates.first), [a.name(), b.name()]));
    named.collect()
}
