//! Messages about when the plan will end.

use chrono::NaiveDate;

use crate::model::Minutes;

/// When the plan will end, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Forecast {
    /// No slot is left.
    Finished {
        /// Since when, if anything was done.
        since: Option<NaiveDate>,
        /// How many deliverables are open.
        deliverables: u32,
    },
    /// Nothing has been done for long.
    Stalled {
        /// The last date on which something was done.
        since: NaiveDate,
    },
    /// Too little has happened.
    NotEnoughData,
    /// More planned days have to pass.
    PlannedDaysMissing(Missing),
    /// Something has to be done on more days.
    StudiedDaysMissing(Missing),
    /// The end is not in sight.
    NoEnd,
    /// How likely the plan ends by a date.
    Chance {
        /// The percentage.
        percent: u32,
        /// How many days after the planned end the date is; negative before it.
        later: i64,
    },
    /// The end is not in sight for this share of the futures.
    NoChance {
        /// The percentage.
        percent: u32,
    },
}

/// What a forecast is based on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ForecastBasis {
    PlannedEnd {
        /// By the plan's own dates.
        original: NaiveDate,
        /// By the current dates.
        now: NaiveDate,
    },
    /// How much was done so far.
    Pace {
        /// Planned days on which something was done.
        studied: u32,
        /// Planned days that have passed.
        planned_days: u32,
        /// Work done on a planned day.
        done: Work,
        /// Work planned for a day.
        planned: Work,
    },
    /// How long measured slots took.
    Measured {
        /// What they took.
        actual: Minutes,
        /// What was planned.
        planned: Minutes,
    },
    /// A pause that continues.
    Pause {
        /// How many days.
        days: u32,
        /// Whether all of them are planned days, none in a buffer or after the plan's end.
        all_planned: bool,
        /// The last date on which something was done.
        since: NaiveDate,
    },
    Left(Work),
    /// What is simulated.
    Futures {
        /// Planned days that have passed.
        days: u32,
        /// Days of the usual week in buffers and after the plan's end that have passed.
        extra: u32,
        /// How many futures are simulated.
        count: u32,
        /// When four in five of them end, if not all on one date.
        between: Option<(NaiveDate, NaiveDate)>,
    },
}

/// How many days are missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Missing {
    /// How many.
    pub(crate) count: u32,
    /// How many there are.
    pub(crate) have: u32,
    /// How many are needed.
    pub(crate) need: u32,
}

/// An amount of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Work {
    /// By duration.
    Minutes(Minutes),
    /// By slots, if the plan has no durations.
    Slots(u32),
}
