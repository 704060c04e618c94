//! Dates, and when a slot is to be done.

use std::collections::HashMap;

use chrono::{NaiveDate, TimeDelta, Weekday};
use serde::{Deserialize, Serialize};

use super::time::Window;

/// A date, or a run of dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Dates {
    pub(crate) first: NaiveDate,
    /// The last date; slots are overdue only after it.
    pub(crate) last: NaiveDate,
}

impl Dates {
    /// One date alone.
    pub(crate) fn on(date: NaiveDate) -> Self {
        Self {
            first: date,
            last: date,
        }
    }

    /// Each of them, in order.
    pub(crate) fn all(self) -> impl Iterator<Item = NaiveDate> {
        self.first
            .iter_days()
            .take_while(move |date| *date <= self.last)
    }

    /// The dates from the first of both to the last of both.
    pub(crate) fn hull(self, other: Self) -> Self {
        Self {
            first: self.first.min(other.first),
            last: self.last.max(other.last),
        }
    }

    /// The same dates, later by `by`.
    pub(crate) fn moved(self, by: TimeDelta) -> Self {
        let moved = |date: NaiveDate| date.checked_add_signed(by).unwrap_or(date);
        Self {
            first: moved(self.first),
            last: moved(self.last),
        }
    }

    /// The calendar week of `date`.
    pub(crate) fn week_of(date: NaiveDate) -> Self {
        let week = date.week(Weekday::Mon);
        Self {
            first: week.first_day(),
            last: week.last_day(),
        }
    }

    /// Whether `date` is one of them.
    pub(crate) fn contains(self, date: NaiveDate) -> bool {
        self.first <= date && date <= self.last
    }
}

/// Times that are taken, by study date: from one minute of the study day to another, the last one
/// excluded. The minutes after midnight go on from 1440.
pub(crate) type Busy = HashMap<NaiveDate, Vec<(u32, u32)>>;

/// When a slot is to be done: a date or a run of dates, and possibly a time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Placement {
    /// The study date; of a run of dates the first.
    pub(crate) date: NaiveDate,
    /// The last study date; the same as the first for a single date.
    pub(crate) last: NaiveDate,
    /// The time as it was given. If the plan has changed the slot's duration since, that decides
    /// when it ends.
    pub(crate) time: Option<Window>,
}

impl Placement {
    /// On one date.
    pub(crate) fn on(date: NaiveDate, time: Option<Window>) -> Self {
        let last = date;
        Self { date, last, time }
    }

    /// Its dates, whatever the time of day.
    pub(crate) fn dates(self) -> Dates {
        Dates {
            first: self.date,
            last: self.last,
        }
    }
}
