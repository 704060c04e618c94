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

/// The longest run of dates on which a job takes a time of day, and that it is moved with, in days. A
/// longer one can hardly be meant, and each date would be looked at.
const LONGEST: i64 = 366;

/// Whether a placement is on a longer run of dates than is looked at one by one.
pub(super) fn is_endless(placement: Placement) -> bool {
    (placement.last - placement.date).num_days() > LONGEST
}

/// Dates from one to another, both included.
pub(super) fn dates(first: NaiveDate, last: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    first.iter_days().take_while(move |date| *date <= last)
}

pub(super) fn is_on_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

/// Minutes by date. On a run of dates they are spread evenly over those that are no days of rest,
/// with the remainder of the division on the first. Dates that get nothing are left out, except the
/// first: of a run of a thousand years that may be all.
pub(super) fn spread(
    placement: Placement,
    minutes: Minutes,
    is_rest: impl Fn(NaiveDate) -> bool,
) -> Vec<(NaiveDate, u32)> {
    let Placement { date, last, .. } = placement;
    if date == last {
        return vec![(date, minutes.0)];
    }
    // With more dates than minutes, the first has them all.
    let enough = usize::try_from(minutes.0)
        .unwrap_or(usize::MAX)
        .saturating_add(1);
    let study = dates(date, last).filter(|date| !is_rest(*date));
    let mut days: Vec<NaiveDate> = study.take(enough).collect();
    if days.is_empty() {
        days = dates(date, last).take(enough).collect();
    }
    let count = u32::try_from(days.len().max(1)).unwrap_or(u32::MAX);
    let (each, remainder) = (minutes.0 / count, minutes.0 % count);
    if each == 0 {
        days.truncate(1);
    }
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
