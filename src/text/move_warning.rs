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
    /// At a time that is taken by something else.
    Busy(MovedSlot),
    /// On a weekday that the plan leaves free.
    FreeDay(MovedSlot),
    /// On a weekday on which the learner has no hours.
    NoHours(MovedSlot),
    /// After the end of the plan.
    AfterEnd {
        slot: MovedSlot,
        end: NaiveDate,
    },
    /// Dates have more work than they should.
    TooFull {
        /// How many dates.
        count: usize,
        /// The first of them.
        date: NaiveDate,
        /// Its work.
        load: Minutes,
        most: Minutes,
        limit: DayLimit,
    },
    /// Two slots are in each other's way.
    Pair(PairWarning),
}

/// What says how much work a day should have at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DayLimit {
    /// The plan's `time_budget`.
    Budget,
    /// The learner's own hours.
    Hours,
    /// The fullest day of a plan without a budget.
    FullestDay,
}

/// A placement of two slots that the learner may not have meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PairWarning {
    pub(crate) kind: PairKind,
    /// How many pairs of slots are placed so.
    pub(crate) count: usize,
    /// The first of them.
    pub(crate) slot: SlotName,
    pub(crate) other: SlotName,
}

/// How two slots are in each other's way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PairKind {
    /// The slot is after the other, which follows it in the plan.
    AfterSuccessor,
    /// The slot is before the other, which it follows in the plan.
    BeforePredecessor,
    /// They overlap on this date.
    Overlap(NaiveDate),
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
