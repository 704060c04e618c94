//! Messages of `report`.

use chrono::NaiveDate;

use super::{WeekName, Workload};
use crate::model::Minutes;

/// What a report says beyond bars and counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Report {
    /// The weeks of the plan that it covers, as part of the title.
    Weeks {
        /// The first number.
        first: u32,
        /// The last number.
        last: u32,
    },
    /// How many slots are done.
    Done {
        /// Done slots.
        done: u32,
        slots: u32,
    },
    /// How many slots are skipped.
    Skipped(u32),
    /// How many slots are overdue.
    Overdue(u32),
    /// Slots are shown on their current dates, not on those of the plan.
    CurrentDates {
        /// The first date by the plan.
        first: NaiveDate,
        /// The last date by the plan.
        last: NaiveDate,
        /// How many slots were moved out of these dates.
        moved: u32,
    },
    /// How much of the studied time is measured.
    Measured {
        /// The measured time.
        measured: Minutes,
        /// The time of slots that were not measured, as planned.
        assumed: Minutes,
    },
    /// There are no slots.
    NothingPlanned,
    /// Dates that the plan sets aside for catching up.
    Buffer { first: NaiveDate, last: NaiveDate },
    /// Slots that were done on these dates but planned for others.
    AlsoDone(Workload),
    /// The pace by the plan's dates.
    Pace {
        /// Planned time of done slots per time due, in hundredths.
        hundredths: u64,
        /// Slots behind the plan; negative if ahead.
        behind: i64,
        /// Whether the pace by current dates differs.
        by_plan: bool,
    },
    /// The pace by current dates.
    PaceNow {
        /// Planned time of done slots per time due, in hundredths.
        hundredths: u64,
    },
    /// The next week of the plan.
    NextWeek {
        /// The week, if the plan has weeks.
        week: Option<WeekName>,
        /// Its slots.
        work: Workload,
    },
}
