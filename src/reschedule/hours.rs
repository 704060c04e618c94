//! Dates and times of day: runs, half-days, and how early and late the plan goes on.

use chrono::{Datelike, NaiveDate, Weekday};

use super::precedence::MinuteRange;
use super::{Placement, Problem};
use crate::model::Minutes;

/// Minutes by date: on a run of dates they are spread evenly over those that are no rest, what
/// is left over by division on the first.
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
    let (each, more) = (minutes.0 / count, minutes.0 % count);
    let shares = std::iter::once(each + more).chain(std::iter::repeat(each));
    days.into_iter().zip(shares).collect()
}

/// Dates from one to another, both included.
pub(super) fn dates(first: NaiveDate, last: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    first.iter_days().take_while(move |date| *date <= last)
}

/// From when to when the plan goes on, on its earliest and its latest day of a sort.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hours {
    weekday: Option<MinuteRange>,
    weekend: Option<MinuteRange>,
}

impl Hours {
    /// Those of the half-days that the plan has; where it has none on days of one sort, those of
    /// the other.
    pub fn of(problem: &Problem, windows: &[Vec<MinuteRange>]) -> Self {
        let around = |is_weekend: bool| {
            let days = problem.days.iter().zip(windows);
            let here = days.filter(|(day, _)| {
                dates(day.dates.0, day.dates.1).any(|date| is_on_weekend(date) == is_weekend)
            });
            let spans = here.flat_map(|(_, spans)| spans);
            let whole = |a: MinuteRange, b: &MinuteRange| (a.0.min(b.0), a.1.max(b.1));
            spans.fold(None, |all: Option<MinuteRange>, span| {
                Some(all.map_or(*span, |all| whole(all, span)))
            })
        };
        let (weekday, weekend) = (around(false), around(true));
        Self {
            weekday: weekday.or(weekend),
            weekend: weekend.or(weekday),
        }
    }

    /// Those of a day like `date`.
    pub fn on(self, date: NaiveDate) -> Option<MinuteRange> {
        if is_on_weekend(date) {
            self.weekend
        } else {
            self.weekday
        }
    }
}

fn is_on_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

/// What is free of a half-day from minute `earliest` on, `taken` being in order.
pub(super) fn gaps(half: MinuteRange, taken: &[MinuteRange], earliest: u32) -> Vec<MinuteRange> {
    let (mut from, end) = (half.0.max(earliest), half.1);
    let mut gaps = Vec::new();
    for (start, next) in taken.iter().copied().chain([(end, end)]) {
        gaps.push((from, start.min(end)));
        from = from.max(next);
    }
    gaps
}
