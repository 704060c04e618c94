//! What has happened, day by day, and what lies ahead.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::schedule::Schedule;
use super::{Basis, Course, HORIZON, MAX_IDLE, Task};
use crate::calendar::add;

/// Work below this is rounding.
pub(super) const NOTHING: f64 = 1e-6;
/// How much of the work done must have been done ahead of its day, to say that the learner
/// works ahead: a tenth.
const AHEAD: u64 = 10;

/// A study day that has passed, with what was done until the next one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Step {
    pub date: NaiveDate,
    /// How much work the day was for.
    pub load: f64,
    pub done: f64,
    /// Whether all that the plan had until then was done at its end: how much more could have
    /// been done is then not known.
    pub is_level: bool,
}

/// A day to come on which work may be done.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Day {
    pub date: NaiveDate,
    /// How much work it is for, whether that has been done ahead of time or not.
    pub load: f64,
    /// How much of what is left the plan has had by then.
    pub begun: f64,
}

/// A course as the simulation wants it.
pub(super) struct History {
    pub basis: Basis,
    /// The last date on which something was done, where that is long ago.
    pub idle_since: Option<NaiveDate>,
    /// Study days that have passed, in order.
    pub steps: Vec<Step>,
    /// Days to come, in order.
    pub days: Vec<Day>,
    /// How many study days the plan has in a usual week; at least one.
    pub week: usize,
    /// What has been done today already; nothing where today is no study day.
    pub done_today: f64,
    /// Whether the learner works ahead of the plan.
    pub works_ahead: bool,
    /// The positions of the tasks that are left, in the order in which they will be done.
    pub left: Vec<usize>,
}

impl History {
    pub(super) fn of(course: &Course) -> Self {
        let schedule = Schedule::of(course);
        let done = done(course);
        let steps = steps(course, &schedule, &done);
        let days = days(course, &schedule);
        let basis = basis(course, &steps, &done);
        let last = done.keys().next_back().copied();
        let is_today = days.first().is_some_and(|day| day.date == course.today);
        let done_today = done.get(&course.today).filter(|_| is_today);
        Self {
            idle_since: last.filter(|_| basis.idle_days >= MAX_IDLE),
            basis,
            week: schedule.days_a_week(),
            done_today: done_today.map_or(0.0, |done| float(*done)),
            works_ahead: works_ahead(&course.tasks),
            left: left(&course.tasks),
            steps,
            days,
        }
    }
}

/// A sum of weights as a number to reckon with.
#[expect(
    clippy::cast_precision_loss,
    reason = "sums of minutes are far below 2^53"
)]
pub(super) fn float(sum: u64) -> f64 {
    sum as f64
}

/// What was done on each date; a mark of a day to come counts for today.
fn done(course: &Course) -> BTreeMap<NaiveDate, u64> {
    let mut done = BTreeMap::new();
    for task in &course.tasks {
        if let Some(date) = task.done {
            *done.entry(date.min(course.today)).or_default() += u64::from(task.weight);
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

/// How many planned days have passed since anything was done last.
fn idle(steps: &[Step], done: &BTreeMap<NaiveDate, u64>) -> u32 {
    let last = done.keys().next_back();
    let is_idle = |step: &&Step| last.is_none_or(|last| step.date > *last);
    count(steps.iter().rev().take_while(is_idle).count())
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn works_ahead(tasks: &[Task]) -> bool {
    let weight = |task: &Task| u64::from(task.weight);
    let done = tasks.iter().filter(|task| task.done.is_some());
    let is_ahead = |task: &&Task| task.done.is_some_and(|date| date < task.baseline.first);
    let ahead: u64 = done.clone().filter(is_ahead).map(weight).sum();
    ahead > 0 && ahead * AHEAD >= done.map(weight).sum()
}

fn basis(course: &Course, steps: &[Step], done: &BTreeMap<NaiveDate, u64>) -> Basis {
    let kept = steps.iter().filter(|step| done.contains_key(&step.date));
    let before = done.range(..course.today).map(|(_, done)| done);
    let open = course.tasks.iter().filter(|task| task.done.is_none());
    let planned = steps.iter().map(|step| step.load).sum::<f64>().round();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a sum of minutes"
    )]
    let planned = planned as u64;
    Basis {
        planned_days: count(steps.len()),
        kept_days: count(kept.count()),
        studied_days: count(done.len()),
        idle_days: idle(steps, done),
        planned,
        done: before.sum(),
        left: open.map(|task| u64::from(task.weight)).sum(),
    }
}

/// The study days that have passed; what was done on another day counts for the one before it,
/// or for the first.
fn steps(course: &Course, schedule: &Schedule, done: &BTreeMap<NaiveDate, u64>) -> Vec<Step> {
    let start = schedule.start().unwrap_or(course.today);
    let past = start.iter_days().take_while(|date| *date < course.today);
    let mut steps: Vec<Step> = past
        .map(|date| Step {
            date,
            load: schedule.load(date),
            done: 0.0,
            is_level: false,
        })
        .filter(|step| step.load > 0.0)
        .collect();
    for (date, done) in done.range(..course.today) {
        let index = steps.partition_point(|step| step.date <= *date);
        if let Some(step) = steps.get_mut(index.saturating_sub(1)) {
            step.done += float(*done);
        }
    }
    let mut behind = 0.0;
    for step in &mut steps {
        behind += schedule.planned(step.date) - step.done;
        step.is_level = behind < NOTHING;
    }
    steps
}

fn days(course: &Course, schedule: &Schedule) -> Vec<Day> {
    let mut open: Vec<&Task> = course.tasks.iter().filter(|t| t.done.is_none()).collect();
    open.sort_by_key(|task| task.dates.first);
    let mut open = open.into_iter().peekable();
    let mut begun = 0.0;
    let mut days = Vec::new();
    let last = add(course.today, HORIZON);
    for date in course.today.iter_days().take_while(|date| *date <= last) {
        while let Some(task) = open.next_if(|task| task.dates.first <= date) {
            begun += f64::from(task.weight);
        }
        let load = schedule.load(date);
        if load > 0.0 {
            days.push(Day { date, load, begun });
        }
    }
    days
}
