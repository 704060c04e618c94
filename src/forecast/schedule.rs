//! What the plan has on each date, and after its last one.

use std::collections::{BTreeMap, HashSet};

use chrono::{Datelike, NaiveDate};

use super::{Record, Task};
use crate::calendar::{Dates, monday};

/// A sum of weights as a floating-point number.
#[expect(
    clippy::cast_precision_loss,
    reason = "sums of minutes are far below 2^53"
)]
pub(super) fn float(sum: u64) -> f64 {
    sum as f64
}

/// How much work each date is for. A task on several dates is spread evenly over them.
pub(super) struct Schedule {
    /// By the plan's own dates, which hold for the past.
    baseline: BTreeMap<NaiveDate, f64>,
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
        let baseline = planned(&record.tasks, |task| task.baseline);
        Self {
            week: week(&baseline),
            baseline,
            now: planned(&record.tasks, |task| task.dates),
            today: record.today,
            buffers: record.buffers.clone(),
            rest: record.rest.iter().copied().collect(),
        }
    }

    /// The plan's first date.
    pub(super) fn start(&self) -> Option<NaiveDate> {
        self.baseline.keys().next().copied()
    }

    /// What the plan has on `date`, by its own dates.
    pub(super) fn planned(&self, date: NaiveDate) -> f64 {
        self.baseline.get(&date).copied().unwrap_or_default()
    }

    /// How much work `date` is for: what the plan has on it; in a buffer and after the plan's last
    /// date, what it usually has on that weekday; nothing on a day of rest.
    pub(super) fn load(&self, date: NaiveDate) -> f64 {
        let planned = if date < self.today {
            &self.baseline
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

fn planned(tasks: &[Task], dates: impl Fn(&Task) -> Dates) -> BTreeMap<NaiveDate, f64> {
    let mut planned = BTreeMap::new();
    for task in tasks {
        let dates: Vec<NaiveDate> = dates(task).all().collect();
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
