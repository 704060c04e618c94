//! Dates and minutes of study days. A study day goes on into the night: one o'clock after it is
//! its minute 1500.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::model::Minutes;
use crate::progress::Placement;

/// A study date and a minute of it.
pub(super) type Moment = (NaiveDate, u32);

/// From one minute of a study day to another, the last one excluded.
pub(super) type MinuteRange = (u32, u32);

/// The minute of a study day at which the next calendar date begins.
pub(super) const MIDNIGHT: u32 = 24 * 60;

/// Dates from one to another, both included.
pub(super) fn dates(first: NaiveDate, last: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    first.iter_days().take_while(move |date| *date <= last)
}

pub(super) fn is_on_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

/// Minutes by date. On a run of dates they are spread evenly over those that are no days of rest,
/// with the remainder of the division on the first.
pub(super) fn spread(
    placement: Placement,
    minutes: Minutes,
    is_rest: impl Fn(NaiveDate) -> bool,
) -> Vec<(NaiveDate, u32)> {
    let mut days: Vec<NaiveDate> = dates(placement.date, placement.last).collect();
    if days.len() > 1 && !days.iter().all(|date| is_rest(*date)) {
        days.retain(|date| !is_rest(*date));
    }
    let count = u32::try_from(days.len().max(1)).unwrap_or(u32::MAX);
    let (each, remainder) = (minutes.0 / count, minutes.0 % count);
    let shares = std::iter::once(each + remainder).chain(std::iter::repeat(each));
    days.into_iter().zip(shares).collect()
}

pub(super) fn overlap(a: MinuteRange, b: MinuteRange) -> bool {
    a.0 < b.1 && b.0 < a.1
}

/// The free parts of a window from minute `earliest` on; `busy` is sorted.
pub(super) fn gaps(window: MinuteRange, busy: &[MinuteRange], earliest: u32) -> Vec<MinuteRange> {
    let (mut from, end) = (window.0.max(earliest), window.1);
    let mut gaps = Vec::new();
    for (start, next) in busy.iter().copied().chain([(end, end)]) {
        gaps.push((from, start.min(end)));
        from = from.max(next);
    }
    gaps
}
