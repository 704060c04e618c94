//! Overdue slots by the weeks of the plan.

use super::{SlotView, Tally};
use crate::model::{Dates, Week};

/// Overdue slots of a week of the plan.
#[derive(Debug, Clone)]
pub(crate) struct OverdueWeek<'a> {
    pub(crate) week: &'a Week,
    /// The calendar week of the oldest of them.
    pub(crate) dates: Dates,
    /// The slots, or sittings of them, the oldest first.
    pub(crate) slots: Vec<SlotView<'a>>,
    pub(crate) tally: Tally,
}

/// Overdue `slots`, the oldest first, by the weeks that the plan has them in.
pub(super) fn overdue_weeks<'a>(slots: &[SlotView<'a>]) -> Vec<OverdueWeek<'a>> {
    let mut weeks: Vec<OverdueWeek> = Vec::new();
    for slot in slots {
        let week = slot.place.week;
        match weeks.iter_mut().rfind(|one| std::ptr::eq(one.week, week)) {
            Some(known) => known.slots.push(*slot),
            None => weeks.push(OverdueWeek {
                week,
                dates: Dates::week_of(slot.dates.first),
                slots: vec![*slot],
                tally: Tally::default(),
            }),
        }
    }
    for week in &mut weeks {
        week.tally = week.slots.iter().collect();
    }
    weeks
}
