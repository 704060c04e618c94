//! Between which hours the plan has slots.

use chrono::NaiveDate;

use super::problem::PlannedDay;
use super::time::{MinuteRange, dates, is_on_weekend};

/// From the earliest to the latest minute with a session on weekdays, and on weekends.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hours {
    weekday: Option<MinuteRange>,
    weekend: Option<MinuteRange>,
}

impl Hours {
    /// The hours of `days`, whose sessions have these windows. Where the plan has no sessions on
    /// one sort of day, the hours of the other hold.
    pub(super) fn of(days: &[PlannedDay], windows: &[Vec<MinuteRange>]) -> Self {
        let hours = |weekend: bool| {
            let days = days.iter().zip(windows);
            let days = days.filter(|(day, _)| {
                dates(day.dates.0, day.dates.1).any(|date| is_on_weekend(date) == weekend)
            });
            let windows = days.flat_map(|(_, windows)| windows).copied();
            windows.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
        };
        let (weekday, weekend) = (hours(false), hours(true));
        Self {
            weekday: weekday.or(weekend),
            weekend: weekend.or(weekday),
        }
    }

    /// The hours of days like `date`.
    pub(super) fn on(self, date: NaiveDate) -> Option<MinuteRange> {
        if is_on_weekend(date) {
            self.weekend
        } else {
            self.weekday
        }
    }
}
