//! What the plan has on each date, and what goes on behind its last.

use std::collections::{BTreeMap, HashSet};

use chrono::{Datelike, NaiveDate};

use super::history::float;
use super::{Course, Task};
use crate::calendar::{Dates, monday};

/// What is to be done on each date; a task of several dates is spread evenly over them.
pub(super) struct Schedule {
    /// What the plan has by its own dates, which hold for the past.
    then: BTreeMap<NaiveDate, f64>,
    /// What it has as things stand now, which holds from today on.
    now: BTreeMap<NaiveDate, f64>,
    today: NaiveDate,
    /// The plan's usual week: what it has on each weekday, on average.
    week: [f64; 7],
    buffers: Vec<Dates>,
    rest: HashSet<NaiveDate>,
}

impl Schedule {
    pub(super) fn of(course: &Course) -> Self {
        let then = planned(&course.tasks, |task| task.baseline);
        Self {
            week: week(&then),
            then,
            now: planned(&course.tasks, |task| task.dates),
            today: course.today,
            buffers: course.buffers.clone(),
            rest: course.rest.iter().copied().collect(),
        }
    }

    /// The plan's first date.
    pub(super) fn start(&self) -> Option<NaiveDate> {
        self.then.keys().next().copied()
    }

    /// What the plan has on `date`, by its own dates.
    pub(super) fn planned(&self, date: NaiveDate) -> f64 {
        self.then.get(&date).copied().unwrap_or_default()
    }

    /// How much work `date` is for: what the plan has on it; in a buffer and behind the plan's
    /// last date, what it usually has on that weekday; nothing on a rest day.
    pub(super) fn load(&self, date: NaiveDate) -> f64 {
        let planned = if date < self.today {
            &self.then
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

    /// How many study days the usual week has; at least one.
    pub(super) fn days_a_week(&self) -> usize {
        self.week.iter().filter(|load| **load > 0.0).count().max(1)
    }
}

fn planned(tasks: &[Task], stands: impl Fn(&Task) -> Dates) -> BTreeMap<NaiveDate, f64> {
    let mut planned = BTreeMap::new();
    for task in tasks {
        let dates = stands(task).all();
        let dates: Vec<NaiveDate> = dates.collect();
        let count = dates.len().max(1);
        let share = f64::from(task.weight) / float(count as u64);
        for date in dates {
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
