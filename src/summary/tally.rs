//! Counting slots.

use std::collections::BTreeSet;
use std::ops::Add;

use serde::{Deserialize, Serialize};

use super::{SlotView, Status};
use crate::model::Minutes;

/// How many slots there are of each sort, and how many minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Tally {
    pub(crate) slots: u32,
    pub(crate) done: u32,
    /// Those left out on purpose.
    pub(crate) skipped: u32,
    /// Slots that are overdue, or have sittings that are.
    pub(crate) overdue: u32,
    /// How many different slots there are, one of which may have only some of its sittings here.
    pub(crate) different: u32,
    /// Those whose time has passed, done or not.
    pub(crate) due: u32,
    /// Planned minutes of all slots that have some.
    pub(crate) planned: Minutes,
    pub(crate) planned_done: Minutes,
    /// Planned minutes of those whose time has passed, skipped ones included.
    pub(crate) planned_due: Minutes,
    /// Planned minutes of those whose time has passed, skipped ones left out: what pace is measured
    /// by.
    pub(crate) planned_expected: Minutes,
    /// Those whose time has passed by the plan's own dates, whatever was moved since, skipped ones
    /// left out.
    pub(crate) expected_by_plan: u32,
    pub(crate) planned_expected_by_plan: Minutes,
    /// Skipped ones whose time has passed by the plan's own dates.
    pub(crate) skipped_by_plan: u32,
    /// Minutes that slots done took, where the learner said.
    pub(crate) measured: Minutes,
    /// Planned minutes of slots done of which the learner did not say how long they took.
    pub(crate) assumed: Minutes,
}

impl Tally {
    /// Minutes studied: measured where they were, else assumed as planned.
    pub(crate) fn studied(&self) -> Minutes {
        self.measured + self.assumed
    }

    /// Slots neither done nor skipped.
    pub(crate) fn open(&self) -> u32 {
        self.slots - self.done - self.skipped
    }

    /// Slots done in whole per cent of all, rounded down so that 100 means all.
    pub(crate) fn percent(&self) -> Option<u32> {
        (self.done * 100).checked_div(self.slots)
    }

    /// Slots due by the plan's own dates and neither done nor skipped, less those done ahead of time.
    /// Negative when ahead.
    pub(crate) fn behind(&self) -> i64 {
        i64::from(self.expected_by_plan) - i64::from(self.done)
    }

    /// Planned minutes of slots done against planned minutes due by the plan's own dates, skipped
    /// slots left out: a skip is a decision, and rescheduling does not improve your pace. `None`
    /// while nothing with minutes is due.
    pub(crate) fn pace(&self) -> Option<Pace> {
        Pace::of(self.planned_done, self.planned_expected_by_plan)
    }

    /// The same by the current dates.
    pub(crate) fn pace_now(&self) -> Option<Pace> {
        Pace::of(self.planned_done, self.planned_expected)
    }
}

/// Pace: planned minutes of slots done ÷ planned minutes due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pace {
    /// Planned minutes of slots done.
    pub(crate) done: Minutes,
    /// Planned minutes due; more than nothing.
    pub(crate) due: Minutes,
}

impl Pace {
    fn of(done: Minutes, due: Minutes) -> Option<Self> {
        (due > Minutes::ZERO).then_some(Self { done, due })
    }

    /// The quotient in hundredths, rounded to the nearest.
    pub(crate) fn hundredths(self) -> u64 {
        let (done, due) = (u64::from(self.done.0), u64::from(self.due.0));
        (done * 200 + due) / (due * 2)
    }
}

impl<'a> FromIterator<&'a SlotView<'a>> for Tally {
    fn from_iter<I: IntoIterator<Item = &'a SlotView<'a>>>(slots: I) -> Self {
        let (mut known, mut overdue) = (BTreeSet::new(), BTreeSet::new());
        let is_new = |slot: &SlotView, known: &mut BTreeSet<usize>| {
            slot.sitting.is_none() || known.insert(slot.place.index)
        };
        let tallies = slots.into_iter().map(|slot| Self {
            different: u32::from(is_new(slot, &mut known)),
            overdue: u32::from(slot.status == Status::Overdue && is_new(slot, &mut overdue)),
            ..Self::of(slot)
        });
        tallies.fold(Self::default(), Self::add)
    }
}

impl Tally {
    /// The tally of one row. Of a slot in several sittings, the last counts as the slot, and each has
    /// its own minutes. Which rows are of the same slot, only [`Self::from_iter`] can know.
    fn of(slot: &SlotView) -> Self {
        let planned = slot.planned().unwrap_or_default();
        let planned_if = |is: bool| if is { planned } else { Minutes::ZERO };
        let is = |status| slot.status == status;
        let (is_done, is_skipped) = (is(Status::Done), is(Status::Skipped));
        let is_last = slot.is_last();
        let counts = |is: bool| u32::from(is && is_last);
        Self {
            slots: u32::from(is_last),
            done: counts(slot.is_slot_done()),
            skipped: counts(slot.is_slot_skipped()),
            overdue: 0,
            different: 0,
            due: counts(slot.due.now),
            planned,
            planned_done: planned_if(is_done) + slot.covered,
            planned_due: planned_if(slot.due.now),
            planned_expected: planned_if(slot.due.now && !is_skipped),
            expected_by_plan: counts(slot.due.by_plan && !slot.is_slot_skipped()),
            planned_expected_by_plan: if is_skipped {
                Minutes::ZERO
            } else {
                slot.due_by_plan
            },
            skipped_by_plan: counts(slot.due.by_plan && slot.is_slot_skipped()),
            measured: slot.actual().unwrap_or_default(),
            assumed: match slot.actual() {
                Some(_) => Minutes::ZERO,
                None => planned_if(is_done) + slot.covered,
            },
        }
    }
}

impl Add for Tally {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            slots: self.slots + other.slots,
            done: self.done + other.done,
            skipped: self.skipped + other.skipped,
            overdue: self.overdue + other.overdue,
            different: self.different + other.different,
            due: self.due + other.due,
            planned: self.planned + other.planned,
            planned_done: self.planned_done + other.planned_done,
            planned_due: self.planned_due + other.planned_due,
            planned_expected: self.planned_expected + other.planned_expected,
            expected_by_plan: self.expected_by_plan + other.expected_by_plan,
            planned_expected_by_plan: self.planned_expected_by_plan
                + other.planned_expected_by_plan,
            skipped_by_plan: self.skipped_by_plan + other.skipped_by_plan,
            measured: self.measured + other.measured,
            assumed: self.assumed + other.assumed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pace_is_rounded_to_the_nearest_hundredth() {
        let pace = |done, due| Pace {
            done: Minutes(done),
            due: Minutes(due),
        };
        assert_eq!(pace(330, 360).hundredths(), 92);
        assert_eq!(pace(1, 3).hundredths(), 33);
        assert_eq!(pace(2, 3).hundredths(), 67);
        assert_eq!(pace(720, 360).hundredths(), 200);
    }
}
