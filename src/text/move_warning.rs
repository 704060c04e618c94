//! Warnings about moved slots.

use chrono::NaiveDate;

use super::SlotName;
use crate::model::{Clock, Dates, Minutes};

/// A placement that the learner may not have meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum MoveWarning {
    /// On dates that have passed.
    Past(MovedSlot),
    /// Today, at a time that has passed.
    Begun(MovedSlot),
    /// At a time that belongs to the night after the date.
    Night(MovedSlot),
    RestDay(MovedSlot),
    /// On a weekday that the plan leaves free.
    FreeDay(MovedSlot),
    /// After the end of the plan.
    AfterEnd {
        slot: MovedSlot,
        end: NaiveDate,
    },
    /// After a slot that follows it in the plan.
    AfterSuccessor {
        /// How many slots are.
        count: usize,
        /// The first of them.
        slot: SlotName,
        /// The slot that follows it.
        other: SlotName,
    },
    /// Before a slot that it follows in the plan.
    BeforePredecessor {
        /// How many slots are.
        count: usize,
        /// The first of them.
        slot: SlotName,
        /// The slot that it follows.
        other: SlotName,
    },
    /// A date has more work than its budget.
    OverBudget {
        date: NaiveDate,
        /// The work.
        load: Minutes,
        budget: Minutes,
    },
    /// Many dates have more work than their budgets.
    DaysOverBudget {
        /// How many.
        count: usize,
        /// The first of them.
        date: NaiveDate,
        /// Its work.
        load: Minutes,
        budget: Minutes,
    },
    /// Many pairs of slots overlap, among them this one.
    Overlaps {
        /// How many pairs.
        count: usize,
        slot: SlotName,
        other: SlotName,
        date: NaiveDate,
    },
    /// Two slots overlap.
    Overlap {
        slot: SlotName,
        other: SlotName,
        date: NaiveDate,
    },
}

/// One of the slots that a warning is about, and how many there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MovedSlot {
    /// How many slots there are.
    pub(crate) count: usize,
    pub(crate) slot: SlotName,
    pub(crate) dates: Dates,
    /// When it starts, if it has a time.
    pub(crate) start: Option<Clock>,
}
