//! What has happened, day by day, and what lies ahead.

use std::collections::{BTreeMap, HashSet};

use chrono::{Datelike, NaiveDate};

use super::{Basis, Course, HORIZON, Task};
use crate::calendar::{add, monday};

/// A planned day that has passed, with what was done until the next one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Step {
    pub planned: f64,
    pub done: f64,
    /// Whether all that the plan had until then was done at its end: how much more could have
    /// been done is then not known.
    pub is_level: bool,
}

/// A day to come on which work may be done.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Day {
    pub date: NaiveDate,
    /// What is planned for it, whether it has been done ahead of time or not.
    pub load: f64,
    /// How much of what is left the plan has had by then.
    pub begun: f64,
}

/// A course as the simulation wants it.
pub(super) struct History {
    pub basis: Basis,
    /// Planned days that have passed, in order.
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

/// Work below this is rounding.
pub(super) const NOTHING: f64 = 1e-6;
/// How much of the work done must have been done ahead of its day, to say that the learner
/// works ahead: a tenth.
const AHEAD: u64 = 10;

impl History {
    pub(super) fn of(course: &Course) -> Self {
        let rest: HashSet<NaiveDate> = course.rest.iter().copied().collect();
        let loads = loads(&course.tasks);
        let works = |date: NaiveDate| !rest.contains(&date);
        let mut done: BTreeMap<NaiveDate, u64> = BTreeMap::new();
        for task in &course.tasks {
            if let Some(date) = task.done {
                *done.entry(date.min(course.today)).or_default() += u64::from(task.weight);
            }
        }
        let mut left: Vec<usize> = (0..course.tasks.len()).collect();
        left.retain(|index| course.tasks[*index].done.is_none());
        left.sort_by_key(|index| course.tasks[*index].dates.last);
        let rhythm = Rhythm::of(&loads);
        let past = |date: &&NaiveDate| **date < course.today && works(**date);
        let planned: Vec<NaiveDate> = loads.keys().filter(past).copied().collect();
        let days = days(course, &loads, &rhythm, works);
        let is_today = days.first().is_some_and(|day| day.date == course.today);
        let done_today = done.get(&course.today).filter(|_| is_today);
        Self {
            basis: basis(course, &planned, &loads, &done),
            steps: steps(&planned, &loads, &done, course.today),
            days,
            week: rhythm.days(),
            done_today: done_today.map_or(0.0, |done| float(*done)),
            works_ahead: works_ahead(&course.tasks),
            left,
        }
    }
}

/// A sum of weights as a number to reckon with; such sums are far below 2^53.
#[expect(
    clippy::cast_precision_loss,
    reason = "sums of minutes are far below 2^53"
)]
pub(super) fn float(sum: u64) -> f64 {
    sum as f64
}

/// What is planned for each date; a task of several dates is spread evenly over them.
fn loads(tasks: &[Task]) -> BTreeMap<NaiveDate, f64> {
    let mut loads = BTreeMap::new();
    for task in tasks {
        let dates = task.dates.first.iter_days();
        let dates = dates.take_while(|date| *date <= task.dates.last);
        let count = dates.clone().count().max(1);
        let share = f64::from(task.weight) / float(count as u64);
        for date in dates {
            *loads.entry(date).or_insert(0.0) += share;
        }
    }
    loads
}

fn works_ahead(tasks: &[Task]) -> bool {
    let weight = |task: &Task| u64::from(task.weight);
    let done = tasks.iter().filter(|task| task.done.is_some());
    let is_ahead = |task: &&Task| task.done.is_some_and(|date| date < task.dates.first);
    let ahead: u64 = done.clone().filter(is_ahead).map(weight).sum();
    ahead > 0 && ahead * AHEAD >= done.map(weight).sum()
}

fn basis(
    course: &Course,
    planned: &[NaiveDate],
    loads: &BTreeMap<NaiveDate, f64>,
    done: &BTreeMap<NaiveDate, u64>,
) -> Basis {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let kept = planned.iter().filter(|date| done.contains_key(date));
    let before = done.range(..course.today).map(|(_, done)| done);
    let open = course.tasks.iter().filter(|task| task.done.is_none());
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a sum of minutes"
    )]
    let minutes = planned.iter().map(|date| loads[date]).sum::<f64>().round() as u64;
    Basis {
        planned_days: count(planned.len()),
        kept_days: count(kept.count()),
        studied_days: count(done.len()),
        planned: minutes,
        done: before.sum(),
        left: open.map(|task| u64::from(task.weight)).sum(),
    }
}

/// The days that have passed; what was done on a day that was not planned counts for the one
/// before it, or for the first.
fn steps(
    planned: &[NaiveDate],
    loads: &BTreeMap<NaiveDate, f64>,
    done: &BTreeMap<NaiveDate, u64>,
    today: NaiveDate,
) -> Vec<Step> {
    let mut steps: Vec<Step> = planned
        .iter()
        .map(|date| Step {
            planned: loads[date],
            done: 0.0,
            is_level: false,
        })
        .collect();
    for (date, done) in done.range(..today) {
        let index = planned.partition_point(|planned| planned <= date);
        if let Some(step) = steps.get_mut(index.saturating_sub(1)) {
            step.done += float(*done);
        }
    }
    let mut behind = 0.0;
    for step in &mut steps {
        behind += step.planned - step.done;
        step.is_level = behind < NOTHING;
    }
    steps
}

/// The plan's usual week: what it has on each weekday, on average.
struct Rhythm([f64; 7]);

impl Rhythm {
    fn of(loads: &BTreeMap<NaiveDate, f64>) -> Self {
        let mut week = [0.0; 7];
        let mut weeks = HashSet::new();
        for (date, load) in loads {
            week[date.weekday().num_days_from_monday() as usize] += load;
            weeks.insert(monday(*date));
        }
        Self(week.map(|load| load / float(weeks.len().max(1) as u64)))
    }

    fn on(&self, date: NaiveDate) -> f64 {
        self.0[date.weekday().num_days_from_monday() as usize]
    }

    fn days(&self) -> usize {
        self.0.iter().filter(|load| **load > 0.0).count().max(1)
    }
}

fn days(
    course: &Course,
    loads: &BTreeMap<NaiveDate, f64>,
    rhythm: &Rhythm,
    works: impl Fn(NaiveDate) -> bool,
) -> Vec<Day> {
    let end = loads.keys().next_back().copied().unwrap_or(course.today);
    let is_buffer = |date| course.buffers.iter().any(|dates| dates.contains(date));
    let mut open: Vec<&Task> = course.tasks.iter().filter(|t| t.done.is_none()).collect();
    open.sort_by_key(|task| task.dates.first);
    let mut open = open.into_iter().peekable();
    let mut begun = 0.0;
    let mut days = Vec::new();
    for date in course.today.iter_days() {
        if date > add(course.today, HORIZON) {
            break;
        }
        while let Some(task) = open.next_if(|task| task.dates.first <= date) {
            begun += f64::from(task.weight);
        }
        let load = match loads.get(&date) {
            Some(load) => *load,
            None if date > end || is_buffer(date) => rhythm.on(date),
            None => 0.0,
        };
        if load > 0.0 && works(date) {
            days.push(Day { date, load, begun });
        }
    }
    days
}
