//! The burn-up: how much work is planned, and how much is done, by the end of each week.

use chrono::NaiveDate;

use super::{End, ForecastView, Prediction, SlotView, Status, Study};
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

/// The burn-up of a whole study at the ends of weeks, and where the forecast sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BurnUp {
    pub(crate) rows: Vec<BurnUpRow>,
    /// All work, the length of a bar.
    pub(crate) all: Minutes,
    /// The dates by which 10, 50 and 90 % of the simulations have ended, if they are in sight.
    pub(crate) ends: Option<[NaiveDate; 3]>,
}

/// A date of a burn-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct BurnUpRow {
    pub(crate) point: BurnUpPoint,
    /// How much 80 % of the simulations have done by a date to come: from the least to the most.
    pub(crate) band: Option<(Minutes, Minutes)>,
}

/// The most dates of a burn-up on a screen.
const MOST_ROWS: usize = 16;

/// The burn-up of a study with its forecast, for a screen; `None` if no slot has minutes. Between
/// today and the predicted ends, work is taken to go on evenly.
pub(crate) fn burn_up_with(study: &Study, forecast: &ForecastView) -> Option<BurnUp> {
    let mut points = burn_up(study);
    let all = points
        .iter()
        .map(|point| point.planned.max(point.done.unwrap_or_default()));
    let (all, last) = (all.max()?, *points.last()?);
    let ends = match &forecast.prediction {
        Prediction::Estimate {
            ends: [early, half, _, late],
            ..
        } => {
            let date = |end: &Option<End>| end.map(|end| end.date);
            date(early).zip(date(half)).zip(date(late))
        }
        _ => None,
    };
    let ends = ends.map(|((early, half), late)| [early, half, late]);
    if let Some([.., late]) = ends {
        let sundays = (1..).map(|week| Dates::week_of(add(last.date, 7 * week)).last);
        let later = sundays.take_while(|date| *date < add(late, 7));
        points.extend(later.map(|date| BurnUpPoint {
            date,
            done: None,
            ..last
        }));
    }
    let now = points
        .iter()
        .rev()
        .find_map(|point| Some((point.date, point.done?)));
    // Before the first day there is nothing to show.
    let points = points.split_off(1.min(points.len() - 1));
    let band = |point: &BurnUpPoint| {
        let (now, [early, _, late]) = now.zip(ends)?;
        let by = |end: NaiveDate| on_the_way(now, (end, all), point.date);
        point.done.is_none().then(|| (by(late), by(early)))
    };
    let rows = points.iter().map(|point| BurnUpRow {
        point: *point,
        band: band(point),
    });
    Some(BurnUp {
        rows: thinned(rows.collect(), study.today),
        all,
        ends,
    })
}

/// How much is done on a date, if work goes on evenly from one date to another.
fn on_the_way(
    (from, done): (NaiveDate, Minutes),
    (end, all): (NaiveDate, Minutes),
    date: NaiveDate,
) -> Minutes {
    let (passed, days) = ((date - from).num_days(), (end - from).num_days());
    if passed >= days {
        return all;
    }
    let more = i64::from((all - done).0) * passed / days;
    done + Minutes(u32::try_from(more).unwrap_or_default())
}

/// At most so many rows as a screen has room for: the last one, today's, and every so many of the rest.
fn thinned(rows: Vec<BurnUpRow>, today: NaiveDate) -> Vec<BurnUpRow> {
    let step = rows.len().div_ceil(MOST_ROWS);
    let last = rows.len().saturating_sub(1);
    let kept = rows.into_iter().enumerate();
    let kept =
        kept.filter(|(index, row)| (last - index).is_multiple_of(step) || row.point.date == today);
    kept.map(|(_, row)| row).collect()
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
