//! Messages about how a plan is followed: hours, streaks, the burn-up, and what it has come to.

use chrono::NaiveDate;

use super::{WeekName, Workload};
use crate::model::{Dates, Minutes};

/// What a report says besides bars and counts of slots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Review {
    /// The heading of the map of hours.
    HoursByDay,
    /// A length of time in at most six columns.
    Hours(Minutes),
    /// A date in the map: rest that was declared.
    Rest,
    /// The head of the hours of a week.
    WeekSum,
    /// Weeks that a map leaves out, and what was worked in them.
    EarlierWeeks { weeks: usize, worked: Minutes },
    /// How many study days in a row.
    Streak {
        /// The run that goes on, if there is one.
        current: Option<InARow>,
        longest: InARow,
        /// Whether the plan is over, so that none can go on.
        is_over: bool,
    },
    /// On how many of the study days so far something was done.
    StudyDays { kept: u32, days: u32 },
    /// The ids of several deliverables that are to be handed in.
    ToHandIn(Vec<String>),
    /// How many days are left until a milestone is due.
    MilestoneIn { title: String, days: i64 },
    /// After a heading of figures that are of today, not of the dates of the report.
    AsOfToday,
    /// How many topics have nothing done.
    NotBegun(usize),
    /// How many slots of a day were skipped.
    RowSkipped(u32),
    /// The heading of notes and reasons.
    Notes,
    /// Before the reason of a skip.
    SkippedBecause,
    /// Overdue slots of a week of the plan, or of these dates if it has no number.
    OverdueWeek {
        week: Option<WeekName>,
        dates: Dates,
        work: Workload,
    },
    /// The signs of a burn-up.
    Legend(Sign),
    /// The head of what four futures in five have done.
    Forecast,
    /// From the least to the most that four futures in five have done.
    Band { least: Minutes, most: Minutes },
    /// The dates by which a tenth, half and nine tenths of the futures have ended.
    LikelyEnd {
        early: NaiveDate,
        half: NaiveDate,
        late: NaiveDate,
    },
    /// The heading of what a plan has come to.
    Over(Dates),
    /// What was done of it.
    OverDone {
        done: u32,
        slots: u32,
        skipped: u32,
        /// How many deliverables were handed in, and how many there are.
        handed_in: (u32, u32),
        /// How many milestones were reached, and how many there are.
        milestones: (usize, usize),
    },
    /// How long was worked on it.
    OverWorked {
        worked: Minutes,
        /// On how many dates.
        days: usize,
        /// On which most.
        fullest: Option<(NaiveDate, Minutes)>,
    },
    /// When it was planned to end, and when the last slot was settled.
    OverEnd {
        planned: NaiveDate,
        settled: Option<NaiveDate>,
    },
}

/// Study days in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct InARow {
    pub(crate) days: u32,
    pub(crate) dates: Dates,
}

/// A sign of a burn-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sign {
    Done,
    Planned,
    Forecast,
}
