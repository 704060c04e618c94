//! Messages about fitting a plan to the learner's own week.

use chrono::NaiveDate;

use super::{SlotList, SlotName, Workload};
use crate::model::{Hours, Minutes, Placement};

/// Messages of `fit`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fit {
    /// The hours, and how many they are in a week.
    Hours(Box<Hours>),
    /// Where the hours come from, if not from this plan's own fit.
    FromConfig,
    /// No hours are known.
    NoHours,
    /// The work that is laid.
    Work(Workload),
    /// How the columns of the comparison are called.
    Column(FitColumn),
    /// How many slots are divided into several sittings.
    Divided(usize),
    /// Slots without a length, and what is assumed for each.
    Assumed { slots: SlotList, each: Minutes },
    /// Everything is done by the date.
    Met {
        by: NaiveDate,
        /// How many days before it.
        days_early: i64,
    },
    /// Not everything is done by the date.
    Missed {
        by: NaiveDate,
        days_late: i64,
        /// How much work comes after it.
        minutes: Minutes,
    },
    /// Hours that are enough.
    Enough(Box<Hours>),
    /// Longer hours on the same weekdays are not enough either.
    NeverEnough,
    /// How many slots come before others that the plan has earlier, for an event.
    Overtaking(usize),
    /// Not everything that an event covers is laid before it.
    NotBefore {
        event: SlotName,
        at: Placement,
        /// How much of it comes later.
        work: Workload,
        slots: SlotList,
    },
    /// Something is due before the last slot that it needs.
    DueBefore {
        what: SlotName,
        due: NaiveDate,
        /// The date of that slot.
        done: NaiveDate,
    },
    /// Asks whether to apply it.
    ApplyQuestion,
    /// What was applied.
    Applied {
        /// How many slots.
        slots: u32,
        hours: Box<Hours>,
    },
    /// The fit is by this date.
    By(NaiveDate),
    /// Nothing is left to be laid.
    NothingLeft,
    /// These hours take decades.
    TooFewHours(Box<Hours>),
    /// Something else takes all of the hours until a date.
    NoFreeTime { until: NaiveDate },
    /// The first date has passed.
    FromHasPassed(NaiveDate),
    /// The last date is before the first one.
    ByBeforeFrom { by: NaiveDate, from: NaiveDate },
    /// The plan or journal has changed since the preview.
    ChangedMeanwhile,
}

/// A label of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FitColumn {
    /// No words.
    Blank,
    Now,
    Fitted,
    Ends,
    Author,
    PerWeek,
    Week,
    Slot,
}

/// What to do about fitting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FitHint {
    /// How to give hours.
    GiveHours,
    /// The deadline is that of an earlier fit.
    OtherDeadline,
    /// How to lay out again.
    LayAgain,
    /// How to see it first.
    SeePreview,
    /// Dates from today on.
    FromToday(NaiveDate),
    /// How to undo it.
    Undo,
}
