//! Messages about dates, times and durations as people type them.

use chrono::NaiveDate;

use crate::model::HoursFault;

/// Messages of `commands::words`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Input {
    /// Not a date.
    InvalidDate {
        /// What was typed.
        text: String,
    },
    /// A date whose month and day may be either number.
    AmbiguousDate {
        /// What was typed.
        text: String,
    },
    /// The dates that it may mean.
    Readings(Vec<NaiveDate>),
    /// How dates are written.
    DateForms,
    /// A date in a year that is not accepted.
    DateOutOfRange { date: NaiveDate },
    /// Which years are accepted.
    YearRange {
        /// The first year.
        first: i32,
        /// The last year.
        last: i32,
    },
    /// Not a duration.
    InvalidDuration {
        /// What was typed.
        text: String,
    },
    /// How durations are written.
    DurationForms,
    /// Not a time of day.
    InvalidTime {
        /// What was typed.
        text: String,
    },
    /// How times of day are written.
    TimeForms,
    /// A time of day that does not end later that day.
    EndsBeforeStart {
        /// What was typed.
        text: String,
    },
    /// How times of day with an end are written.
    TimesForms,
    /// Not the hours of a week.
    InvalidHours(HoursFault),
    /// How the hours of a week are written.
    HoursForms,
    /// Not a number of weeks.
    InvalidWeeks {
        /// What was typed.
        text: String,
    },
    /// How numbers of weeks are written.
    WeekForms,
    /// The first date of a range is later than the last one.
    DatesReversed {
        /// The date that was typed first.
        first: NaiveDate,
        /// The date that was typed last.
        last: NaiveDate,
    },
    /// Dates in a list that are not next to each other.
    ScatteredDates {
        /// What was typed.
        text: String,
    },
    /// How ranges of dates are written.
    DateRangeForm,
    /// `--since` is later than `--until`.
    SinceAfterUntil { since: NaiveDate, until: NaiveDate },
    /// What `--since` and `--until` mean.
    SinceBeforeUntil,
}
