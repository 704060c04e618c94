//! The weeks of the plan that some slots are of.

use super::{SlotView, Tally};
use crate::model::Week;

/// A week of the plan, with some of its slots.
#[derive(Debug, Clone)]
pub(crate) struct WeekRow<'a> {
    pub(crate) week: &'a Week,
    /// Its slots.
    pub(crate) tally: Tally,
}

pub(super) fn week_rows<'a>(inside: &[SlotView<'a>]) -> Vec<WeekRow<'a>> {
    let weeks = inside.chunk_by(|a, b| std::ptr::eq(a.place.week, b.place.week));
    let numbered = weeks.filter(|slots| slots[0].place.week.number.is_some());
    let rows = numbered.map(|slots| WeekRow {
        week: slots[0].place.week,
        tally: slots.iter().collect(),
    });
    rows.collect()
}

pub(super) fn first_and_last(weeks: &[WeekRow]) -> Option<(u32, u32)> {
    let number = |row: Option<&WeekRow>| row?.week.number;
    number(weeks.first()).zip(number(weeks.last()))
}
