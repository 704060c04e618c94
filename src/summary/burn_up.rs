//! The burn-up: how much work is planned, and how much is done, by the end of each week.

use chrono::NaiveDate;

use super::{SlotView, Status, Study};
use crate::calendar::add;
use crate::model::{Dates, Minutes};

/// Work planned and done by the end of a date, counted as pace counts it: by planned minutes, skipped
/// slots left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct BurnUpPoint {
    pub(crate) date: NaiveDate,
    /// By the current dates.
    pub(crate) planned: Minutes,
    /// `None` for a date to come.
    pub(crate) done: Option<Minutes>,
}

/// The burn-up of a study at the end of each of its weeks, and today. It begins with nothing on the day
/// before the first slot, or the first work; empty if no slot has minutes.
pub(crate) fn burn_up(study: &Study) -> Vec<BurnUpPoint> {
    let kept = study.slots().filter(|slot| slot.status != Status::Skipped);
    let planned: Vec<(NaiveDate, Minutes)> = kept
        .filter_map(|slot| Some((slot.dates.first, slot.planned()?)))
        .collect();
    let done = study.slots().filter_map(|slot| done(study, &slot));
    let done: Vec<(NaiveDate, Minutes)> = done.collect();
    let all = || planned.iter().chain(&done).map(|(date, _)| *date);
    let Some((first, last)) = all().min().zip(all().max()) else {
        return Vec::new();
    };
    let before = first.pred_opt().unwrap_or(first);
    let monday = |week: u64| add(Dates::week_of(first).first, 7 * week);
    let mondays = (0..).map(monday).take_while(|day| *day <= last);
    let sundays = mondays.map(|day| Dates::week_of(day).last);
    let today = (before..=last)
        .contains(&study.today)
        .then_some(study.today);
    let mut dates: Vec<NaiveDate> = sundays.chain([before]).chain(today).collect();
    dates.sort_unstable();
    dates.dedup();
    let (planned, done) = (sums(planned, &dates), sums(done, &dates));
    let points = dates.into_iter().zip(planned.into_iter().zip(done));
    let point = |(date, (planned, done))| BurnUpPoint {
        date,
        planned,
        done: (date <= study.today || date == before).then_some(done),
    };
    points.map(point).collect()
}

/// How much work there is by the end of each of some dates in order.
fn sums(mut work: Vec<(NaiveDate, Minutes)>, dates: &[NaiveDate]) -> Vec<Minutes> {
    work.sort_unstable_by_key(|(date, _)| *date);
    let mut work = work.into_iter().peekable();
    let mut sum = Minutes::ZERO;
    let mut by = |date: &NaiveDate| {
        while let Some((_, minutes)) = work.next_if(|(day, _)| day <= date) {
            sum += minutes;
        }
        sum
    };
    dates.iter().map(&mut by).collect()
}

/// The minutes of a slot that count as done, and the date they were done on. Of a slot that is partly
/// recorded, all of these count on the latest date.
fn done(study: &Study, slot: &SlotView) -> Option<(NaiveDate, Minutes)> {
    let minutes = match slot.status {
        Status::Done => slot.planned().unwrap_or_default(),
        _ => slot.covered,
    };
    let recorded = || slot.mark?.recorded().map(|one| one.made.day).max();
    let date = slot.done_on().or_else(recorded).unwrap_or(study.today);
    (minutes > Minutes::ZERO).then_some((date.min(study.today), minutes))
}
