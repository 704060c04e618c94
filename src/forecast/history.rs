//! What the plan has on each date, the past day by day, and the days to come.

use std::collections::{BTreeMap, HashSet};

use chrono::{Datelike, NaiveDate};

use super::{Basis, HORIZON, MAX_IDLE, Record, Task};
use crate::calendar::{add, monday};
use crate::model::Dates;

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

/// A sum of weights as a floating-point number.
#[expect(
    clippy::cast_precision_loss,
    reason = "sums of minutes are far below 2^53"
)]
pub(super) fn float(sum: u64) -> f64 {
    sum as f64
}

/// How much work each date is for. A task on several dates is spread evenly over those of them that
/// are not rest days.
pub(super) struct Schedule {
    /// By the dates that hold for the past.
    expected: BTreeMap<NaiveDate, f64>,
    /// Work whose dates all became rest days, by the date on which it was done.
    made_up: BTreeMap<NaiveDate, f64>,
    /// By the dates of the slots now, which hold from today on.
    now: BTreeMap<NaiveDate, f64>,
    today: NaiveDate,
    /// The plan's usual week: what it has on each weekday, on average.
    week: [f64; 7],
    buffers: Vec<Dates>,
    rest: HashSet<NaiveDate>,
}

impl Schedule {
    pub(super) fn of(record: &Record) -> Self {
        let rest: HashSet<NaiveDate> = record.rest.iter().copied().collect();
        let is_rest = |date: NaiveDate| rest.contains(&date);
        let own = planned(&record.tasks, |task| task.baseline, |_| false);
        let is_displaced = |task: &&Task| task.baseline.all().all(is_rest);
        let mut made_up = BTreeMap::new();
        for task in record.tasks.iter().filter(is_displaced) {
            let done = task.done.filter(|_| task.dates == task.baseline);
            if let Some(date) = done {
                *made_up.entry(date).or_default() += f64::from(task.weight);
            }
        }
        let expected = |task: &Task| {
            if is_displaced(&task) {
                task.dates
            } else {
                task.expected()
            }
        };
        Self {
            week: week(&own),
            expected: planned(&record.tasks, expected, is_rest),
            made_up,
            now: planned(&record.tasks, |task| task.dates, is_rest),
            today: record.today,
            buffers: record.buffers.clone(),
            rest,
        }
    }

    /// The plan's first date.
    pub(super) fn start(&self) -> Option<NaiveDate> {
        self.expected.keys().next().copied()
    }

    /// What was expected of `date`.
    pub(super) fn planned(&self, date: NaiveDate) -> f64 {
        self.expected.get(&date).copied().unwrap_or_default()
    }

    /// How much work `date` is for: what the plan has on it; in a buffer and after the plan's last
    /// date, what it usually has on that weekday; nothing on a rest day.
    pub(super) fn load(&self, date: NaiveDate) -> f64 {
        let planned = if date < self.today {
            &self.expected
        } else {
            &self.now
        };
        let is_over = || planned.keys().next_back().is_none_or(|last| date > *last);
        let is_buffer = || self.buffers.iter().any(|dates| dates.contains(date));
        match planned.get(&date) {
            _ if self.rest.contains(&date) => 0.0,
            Some(load) => *load,
            None if is_over() || is_buffer() => {
                self.week[date.weekday().num_days_from_monday() as usize]
            }
            None => 0.0,
        }
    }

    /// The number of study days in the usual week; at least one.
    pub(super) fn days_a_week(&self) -> usize {
        self.week.iter().filter(|load| **load > 0.0).count().max(1)
    }
}

impl Task {
    /// The dates by which the past is measured.
    fn expected(&self) -> Dates {
        if self.moved_in_time {
            self.dates
        } else {
            self.baseline
        }
    }
}

/// The work of each date; nothing on rest days, which have an entry too.
fn planned(
    tasks: &[Task],
    dates: impl Fn(&Task) -> Dates,
    is_rest: impl Fn(NaiveDate) -> bool,
) -> BTreeMap<NaiveDate, f64> {
    let mut planned = BTreeMap::new();
    for task in tasks {
        let dates = dates(task);
        let count = dates.all().filter(|date| !is_rest(*date)).count().max(1);
        let share = f64::from(task.weight) / float(count as u64);
        for date in dates.all() {
            let share = if is_rest(date) { 0.0 } else { share };
            *planned.entry(date).or_insert(0.0) += share;
        }
    }
    planned
}

fn week(planned: &BTreeMap<NaiveDate, f64>) -> [f64; 7] {
    let mut week = [0.0; 7];
    let mut weeks = HashSet::new();
    for (date, load) in planned {
        week[date.weekday().num_days_from_monday() as usize] += load;
        weeks.insert(monday(*date));
    }
    week.map(|load| load / float(weeks.len().max(1) as u64))
}
