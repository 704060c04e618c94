//! The past day by day, and the days to come.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::schedule::{Schedule, float};
use super::{Basis, HORIZON, MAX_IDLE, Record, Task};
use crate::calendar::add;

/// Less work than this is a rounding error.
pub(super) const EPSILON: f64 = 1e-6;
/// The learner works ahead if at least one part in this many was done ahead of its date.
const AHEAD: u64 = 10;

/// A study day that has passed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct PastDay {
    pub(crate) date: NaiveDate,
    /// How much work it was for.
    pub(crate) load: f64,
    /// Whether the plan has nothing on it: it is in a buffer, or after the plan's last day.
    pub(crate) is_extra: bool,
    /// Work done until the next study day.
    pub(crate) done: f64,
    /// Whether everything planned so far was done at its end. How much more could have been done
    /// is unknown then.
    pub(crate) caught_up: bool,
}

/// A study day to come.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct FutureDay {
    pub(crate) date: NaiveDate,
    /// How much work it is for, including what has been done ahead of time.
    pub(crate) load: f64,
    /// How much of the remaining work the plan has by then.
    pub(crate) begun: f64,
}

/// A record in the form that the simulation needs.
pub(super) struct History {
    pub(crate) basis: Basis,
    /// The last date on which something was done, if that is long ago.
    pub(crate) idle_since: Option<NaiveDate>,
    /// Study days that have passed, in order.
    pub(crate) past: Vec<PastDay>,
    /// Study days to come, in order.
    pub(crate) future: Vec<FutureDay>,
    /// The number of study days in a usual week; at least one.
    pub(crate) week: usize,
    /// Work done today; none if today is not a study day.
    pub(crate) done_today: f64,
    /// Whether the learner works ahead of the plan.
    pub(crate) works_ahead: bool,
    /// Positions of the remaining tasks, in the order in which they will be done.
    pub(crate) left: Vec<usize>,
}

impl History {
    pub(super) fn of(record: &Record) -> Self {
        let schedule = Schedule::of(record);
        let done = done(record);
        let past = past(record, &schedule, &done);
        let future = future(record, &schedule);
        let basis = basis(record, &past, &done);
        let last = done.keys().next_back().copied();
        let studies_today = future.first().is_some_and(|day| day.date == record.today);
        let done_today = done.get(&record.today).filter(|_| studies_today);
        Self {
            idle_since: last.filter(|_| basis.idle_days >= MAX_IDLE),
            basis,
            week: schedule.days_a_week(),
            done_today: done_today.map_or(0.0, |done| float(*done)),
            works_ahead: works_ahead(&record.tasks),
            left: left(&record.tasks),
            past,
            future,
        }
    }
}

/// Work done by date. A mark on a date to come counts for today.
fn done(record: &Record) -> BTreeMap<NaiveDate, u64> {
    let mut done = BTreeMap::new();
    for task in &record.tasks {
        if let Some(date) = task.done {
            *done.entry(date.min(record.today)).or_default() += u64::from(task.weight);
        }
    }
    done
}

fn left(tasks: &[Task]) -> Vec<usize> {
    let mut left: Vec<usize> = (0..tasks.len()).collect();
    left.retain(|index| tasks[*index].done.is_none());
    left.sort_by_key(|index| tasks[*index].dates.last);
    left
}

/// The number of planned days that have passed since something was done last.
fn idle(past: &[PastDay], done: &BTreeMap<NaiveDate, u64>) -> u32 {
    let last = done.keys().next_back();
    let is_idle = |day: &&PastDay| last.is_none_or(|last| day.date > *last);
    count(past.iter().rev().take_while(is_idle).count())
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn works_ahead(tasks: &[Task]) -> bool {
    let weight = |task: &Task| u64::from(task.weight);
    let done = tasks.iter().filter(|task| task.done.is_some());
    let is_ahead = |task: &&Task| task.done.is_some_and(|date| date < task.expected().first);
    let ahead: u64 = done.clone().filter(is_ahead).map(weight).sum();
    ahead > 0 && ahead * AHEAD >= done.map(weight).sum()
}

fn basis(record: &Record, past: &[PastDay], done: &BTreeMap<NaiveDate, u64>) -> Basis {
    let planned_days = || past.iter().filter(|day| !day.is_extra);
    let kept = planned_days().filter(|day| done.contains_key(&day.date));
    let studied = past.iter().filter(|day| day.done > 0.0);
    let before = done.range(..record.today).map(|(_, done)| done);
    let open = record.tasks.iter().filter(|task| task.done.is_none());
    let planned = planned_days().map(|day| day.load).sum::<f64>().round();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a sum of minutes"
    )]
    let planned = planned as u64;
    Basis {
        planned_days: count(planned_days().count()),
        kept_days: count(kept.count()),
        extra_days: count(past.iter().filter(|day| day.is_extra).count()),
        studied_days: count(studied.count()),
        idle_days: idle(past, done),
        planned,
        done: before.sum(),
        left: open.map(|task| u64::from(task.weight)).sum(),
    }
}

/// The study days that have passed. Work done on another day counts for the study day before it, or
/// for the first one.
fn past(record: &Record, schedule: &Schedule, done: &BTreeMap<NaiveDate, u64>) -> Vec<PastDay> {
    let start = schedule.start().unwrap_or(record.today);
    let dates = start.iter_days().take_while(|date| *date < record.today);
    let mut past: Vec<PastDay> = dates
        .map(|date| PastDay {
            date,
            load: schedule.load(date),
            is_extra: schedule.planned(date) <= 0.0,
            done: 0.0,
            caught_up: false,
        })
        .filter(|day| day.load > 0.0)
        .collect();
    let mut behind: Vec<f64> = past.iter().map(|day| schedule.planned(day.date)).collect();
    for (date, done) in done.range(..record.today) {
        if let Some(day) = on_or_before(&past, *date) {
            past[day].done += float(*done);
            behind[day] -= float(*done);
        }
    }
    for (date, load) in schedule.made_up.range(..record.today) {
        if let Some(day) = on_or_before(&past, *date) {
            past[day].load += load;
            behind[day] += load;
        }
    }
    let mut so_far = 0.0;
    for (day, behind) in past.iter_mut().zip(behind) {
        so_far += behind;
        day.caught_up = so_far < EPSILON;
    }
    past
}

/// The position of the latest study day on or before `date`, else of the first.
fn on_or_before(days: &[PastDay], date: NaiveDate) -> Option<usize> {
    let after = days.partition_point(|day| day.date <= date);
    (!days.is_empty()).then(|| after.saturating_sub(1))
}

fn future(record: &Record, schedule: &Schedule) -> Vec<FutureDay> {
    let mut open: Vec<&Task> = record.tasks.iter().filter(|t| t.done.is_none()).collect();
    open.sort_by_key(|task| task.dates.first);
    let mut open = open.into_iter().peekable();
    let mut begun = 0.0;
    let mut days = Vec::new();
    let last = add(record.today, HORIZON);
    for date in record.today.iter_days().take_while(|date| *date <= last) {
        while let Some(task) = open.next_if(|task| task.dates.first <= date) {
            begun += f64::from(task.weight);
        }
        let load = schedule.load(date);
        if load > 0.0 {
            days.push(FutureDay { date, load, begun });
        }
    }
    days
}
