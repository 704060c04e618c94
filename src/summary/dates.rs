//! What each date of a study holds.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::worked::worked;
use super::{SlotView, Status, Study, Tally};
use crate::model::Minutes;

/// A date, with the slots that are planned for it and the work that was done on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct DateFigures {
    /// Slots whose first date it is.
    pub(crate) planned: Tally,
    /// How many slots were finished on it, whenever they were planned for.
    pub(crate) finished: u32,
    /// The minutes that were worked on it, as `worked` has them.
    pub(crate) studied: Minutes,
    /// Whether it is a rest day.
    pub(crate) is_rest: bool,
}

/// The dates of a study that have slots or work, in order.
pub(crate) fn dates(study: &Study) -> BTreeMap<NaiveDate, DateFigures> {
    let mut dates: BTreeMap<NaiveDate, DateFigures> = BTreeMap::new();
    let mut planned: BTreeMap<NaiveDate, Vec<SlotView>> = BTreeMap::new();
    for slot in study.slots() {
        planned.entry(slot.dates.first).or_default().push(slot);
        let done_on = slot.done_on().filter(|_| slot.status == Status::Done);
        if let Some(date) = done_on {
            let done = dates.entry(date).or_default();
            done.finished += u32::from(slot.is_last());
        }
    }
    for (date, minutes) in worked(study) {
        dates.entry(date).or_default().studied = minutes;
    }
    for (date, slots) in planned {
        dates.entry(date).or_default().planned = slots.iter().collect();
    }
    for (date, figures) in &mut dates {
        figures.is_rest = study.rests.on(*date).is_some();
    }
    dates
}
