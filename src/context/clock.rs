//! What time it is.

use chrono::{DateTime, Datelike, FixedOffset, Local, NaiveDateTime, TimeDelta, TimeZone};

use super::var;
use crate::error::{Error, Result};
use crate::text::Run;

/// The time that `PLAN_NOW` sets, else that of the system, in the learner's zone.
///
/// # Errors
/// `Usage` if `PLAN_NOW` is not a time.
pub(super) fn now() -> Result<DateTime<FixedOffset>> {
    match var("PLAN_NOW") {
        None => Ok(Local::now().fixed_offset()),
        Some(text) => fixed(&text.to_string_lossy()),
    }
}

/// Reads a time with an offset, or one in the learner's zone.
fn fixed(text: &str) -> Result<DateTime<FixedOffset>> {
    let parsed = DateTime::parse_from_rfc3339(text).ok();
    let parsed = parsed.or_else(|| local(text));
    // Plans of many years still end within four digits.
    let in_range = parsed.filter(|time| (1900..=9000).contains(&time.year()));
    in_range.ok_or_else(|| {
        let value = text.to_owned();
        Error::usage(Run::InvalidClock { value }).hint(Run::ClockForm)
    })
}

fn local(text: &str) -> Option<DateTime<FixedOffset>> {
    let forms = ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M"];
    let mut times = forms
        .iter()
        .filter_map(|form| NaiveDateTime::parse_from_str(text, form).ok());
    let time = times.next()?;
    // When clocks go back, this time occurs twice: take the first. When they go forward, it is
    // skipped: take the hour after.
    let found = Local.from_local_datetime(&time).earliest();
    let later = || time.checked_add_signed(TimeDelta::hours(1));
    let found = found.or_else(|| Local.from_local_datetime(&later()?).earliest());
    found.map(|time| time.fixed_offset())
}
