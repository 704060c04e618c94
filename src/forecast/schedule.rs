//! What the plan has on each date.

use std::collections::{BTreeMap, HashSet};

use chrono::{Datelike, NaiveDate};

use super::{Record, Task};
use crate::calendar::monday;
use crate::model::Dates;

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
    pub(super) made_up: BTreeMap<NaiveDate, f64>,
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
    pub(super) fn expected(&self) -> Dates {
        if self.moved_in_time {
            self.dates
        } else {
            self.baseline
        }
    }
}

/// The most dates that a task is spread over. More can hardly be meant, and each is looked at.
const MAX_DATES: usize = 366;

/// The work of each date; nothing on rest days, which have an entry too.
fn planned(
    tasks: &[Task],
    dates: impl Fn(&Task) -> Dates,
    is_rest: impl Fn(NaiveDate) -> bool,
) -> BTreeMap<NaiveDate, f64> {
    let mut planned = BTreeMap::new();
    for task in tasks {
        let dates = || dates(task).all().take(MAX_DATES);
        let count = dates().filter(|date| !is_rest(*date)).count().max(1);
        let share = f64::from(task.weight) / float(count as u64);
        for date in dates() {
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
