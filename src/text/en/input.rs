//! Messages about dates, times and durations as people type them.

use std::borrow::Cow;

use super::words::date;
use crate::model::{HoursFault, Weekdays};
use crate::text::Input;

/// The message in English.
pub(super) fn input(message: &Input) -> Cow<'static, str> {
    match message {
        Input::InvalidDate { text } => format!("invalid date `{text}`").into(),
        Input::AmbiguousDate { text } => {
            format!("`{text}` may be a month and a day or a day and a month").into()
        }
        Input::Readings(dates) => {
            let dates = dates
                .iter()
                .map(|day| format!("`{day}` for {}", date(*day)));
            let dates: Vec<String> = dates.collect();
            format!("write {}", dates.join(" or ")).into()
        }
        Input::DateForms => "write it as 2026-12-07, 7 dec, mon, yesterday, +3, -1 or +1w".into(),
        Input::DateOutOfRange { date } => format!("`{date}` is out of range").into(),
        Input::YearRange { first, last } => {
            format!("years from {first} to {last} are accepted").into()
        }
        Input::InvalidDuration { text } => format!("invalid duration `{text}`").into(),
        Input::DurationForms => {
            "write it as 80, 80m, 1h20m, 1 h 20 min, 1:20 or 1.5h; at least one minute, at most 24h"
                .into()
        }
        Input::InvalidTime { text } => format!("invalid time of day `{text}`").into(),
        Input::TimeForms => "write it as 09:30, 9:30pm or 18".into(),
        Input::EndsBeforeStart { text } => format!("`{text}` does not end later that day").into(),
        Input::TimesForms => "write it as 19:00-20:00 or 7pm-8pm".into(),
        Input::InvalidHours(fault) => hours(fault).into(),
        Input::HoursForms => {
            "write them as mon-fri=19:00-21:00,sat=10:00-12:00+14:00-16:00, or as mon=2h,sat=6h"
                .into()
        }
        Input::InvalidWeeks { text } => format!("invalid number of weeks `{text}`").into(),
        Input::WeekForms => "write it as 1w or -1w; `plan move` moves by days".into(),
        Input::DatesReversed { first, last } => {
            format!("{} is before {}", date(*last), date(*first)).into()
        }
        Input::ScatteredDates { text } => {
            format!("`{text}` are not days in a row: declare each run by itself").into()
        }
        Input::DateRangeForm => "write the earlier date first, as in 2026-12-02..2026-12-04".into(),
        Input::SinceAfterUntil { since, until } => {
            format!("{} is after {}", date(*since), date(*until)).into()
        }
        Input::SinceBeforeUntil => {
            "`--since` takes the earlier day, `--until` the later one".into()
        }
    }
}

fn hours(fault: &HoursFault) -> String {
    match fault {
        HoursFault::Entry(text) => format!("`{text}` is not a weekday with its hours"),
        HoursFault::Weekdays(text) => format!("`{text}` is not a weekday"),
        HoursFault::Time(text) => format!("`{text}` is neither hours nor a duration"),
        HoursFault::EndsBeforeStart(text) => format!("`{text}` does not end later that day"),
        HoursFault::Overlap(a, b) => format!("{a} and {b} overlap"),
        HoursFault::Twice(day) => format!("`{}` is given twice", Weekdays::from(*day)),
        HoursFault::Nothing => "no weekday has any hours".to_owned(),
    }
}
