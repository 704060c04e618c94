//! Synthetic learners: invented, of four sorts, and none of them asked how a forecast is made.
//!
//! A learner has a plan of their own (6 to 16 weeks, 4 to 6 study days a week, 2 to 4 slots a
//! day) and, each day, so many minutes to give. They work through the plan in its order, what is
//! overdue first, and stop when the minutes are used up; a slot that is half done goes on the next
//! day. The sorts differ in the minutes:
//!
//! | sort | minutes |
//! |---|---|
//! | constant | the same share of the plan's, now and then a day off |
//! | slow start | from a third or a half of it, rising to the whole over a part of the plan |
//! | bursts | some days far more, then some days next to nothing |
//! | illness | constant, but for one or two illnesses of 4 to 14 days, and three half days after |

use crate::model::Dates;
use chrono::{Datelike, Days, NaiveDate};

use crate::forecast::{Record, Task};

/// Random numbers by `SplitMix64`: another generator than that of the forecast.
struct Luck(u64);

impl Luck {
    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * f64::from((self.bits() >> 40) as u32) / f64::from(1_u32 << 24)
    }

    /// From `low` to `high`, both included.
    fn whole(&mut self, low: u32, high: u32) -> u32 {
        low + (self.bits() % u64::from(high - low + 1)) as u32
    }

    fn happens(&mut self, chance: f64) -> bool {
        self.between(0.0, 1.0) < chance
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Constant,
    SlowStart,
    Bursts,
    Illness,
}

pub(super) const SORTS: [Sort; 4] = [Sort::Constant, Sort::SlowStart, Sort::Bursts, Sort::Illness];

impl Sort {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Constant => "constant",
            Self::SlowStart => "slow start",
            Self::Bursts => "bursts",
            Self::Illness => "illness",
        }
    }
}

/// A learner who has come to the end.
pub(super) struct Learner {
    /// Every slot, with the date it was done on.
    tasks: Vec<Task>,
    pub(super) start: NaiveDate,
    /// The plan's last day.
    pub(super) planned_end: NaiveDate,
    /// The day they really came to the end.
    pub(super) end: NaiveDate,
}

impl Learner {
    pub(super) fn new(sort: Sort, seed: u64) -> Self {
        let mut luck = Luck(seed);
        let start: NaiveDate = "2026-11-23".parse().unwrap();
        let mut tasks = plan(&mut luck, start);
        let planned_end = tasks.last().unwrap().dates.last;
        let days: Vec<NaiveDate> = {
            let mut days: Vec<_> = tasks.iter().map(|task| task.dates.first).collect();
            days.dedup();
            days
        };
        let weekdays: Vec<_> = days.iter().map(Datelike::weekday).collect();
        let total: u32 = tasks.iter().map(|task| task.weight).sum();
        let usual = f64::from(total) / days.len() as f64;
        let mut mood = Mood::new(sort, &mut luck, days.len(), planned_end, start);
        let (mut next, mut worked, mut studied) = (0, 0.0, 0);
        for date in start.iter_days() {
            let share = mood.on(date, studied, &mut luck);
            if !weekdays.contains(&date.weekday()) {
                continue;
            }
            studied += 1;
            let mut minutes = share * usual;
            while next < tasks.len() && tasks[next].dates.first <= date {
                let left = f64::from(tasks[next].weight) - worked;
                if minutes < left {
                    worked += minutes;
                    break;
                }
                minutes -= left;
                worked = 0.0;
                tasks[next].done = Some(date);
                next += 1;
            }
            if next == tasks.len() {
                let end = date;
                return Self {
                    tasks,
                    start,
                    planned_end,
                    end,
                };
            }
        }
        unreachable!("every learner gets on")
    }

    /// What was known of them in the morning of `today`.
    pub(super) fn record(&self, today: NaiveDate) -> Record {
        let known = |task: &Task| Task {
            done: task.done.filter(|date| *date < today),
            ..*task
        };
        Record {
            more_a_week: 0,
            today,
            tasks: self.tasks.iter().map(known).collect(),
            goals: Vec::new(),
            buffers: Vec::new(),
            rest: Vec::new(),
        }
    }
}

fn plan(luck: &mut Luck, start: NaiveDate) -> Vec<Task> {
    let weeks = luck.whole(6, 16);
    let days_a_week = luck.whole(4, 6);
    let slots = luck.whole(2, 4);
    let mut tasks = Vec::new();
    for week in 0..weeks {
        for day in 0..days_a_week {
            let date = start + Days::new(u64::from(7 * week + day));
            for _ in 0..luck.whole(slots - 1, slots) {
                tasks.push(Task {
                    baseline: Dates::on(date),
                    dates: Dates::on(date),
                    moved_in_time: false,
                    weight: 15 * luck.whole(2, 7),
                    done: None,
                });
            }
        }
    }
    tasks
}

/// What decides how many minutes a learner has.
struct Mood {
    sort: Sort,
    /// The share of the plan's minutes on a good day.
    share: f64,
    /// How much a day differs from another.
    noise: f64,
    /// How likely a day off is.
    off: f64,
    /// Slow start: the share at first, and the study days until it is whole.
    first: f64,
    climb: f64,
    /// Bursts: whether one is on, its share, that between bursts, and how likely each ends.
    on: bool,
    high: f64,
    low: f64,
    ends: (f64, f64),
    /// Illnesses, from a date to a date.
    ill: Vec<(NaiveDate, NaiveDate)>,
}

impl Mood {
    fn new(sort: Sort, luck: &mut Luck, days: usize, end: NaiveDate, start: NaiveDate) -> Self {
        let length = (end - start).num_days() as u32;
        let ill = (0..luck.whole(1, 2)).map(|_| {
            let from = start + Days::new(u64::from(luck.whole(5, length)));
            (from, from + Days::new(u64::from(luck.whole(3, 13))))
        });
        Self {
            sort,
            ill: ill.collect(),
            share: luck.between(0.65, 1.15),
            noise: luck.between(0.05, 0.4),
            off: luck.between(0.0, 0.2),
            first: luck.between(0.33, 0.6),
            climb: luck.between(0.15, 0.5) * days as f64,
            on: luck.happens(0.5),
            high: luck.between(1.2, 2.0),
            low: luck.between(0.0, 0.4),
            ends: (luck.between(0.12, 0.35), luck.between(0.12, 0.35)),
        }
    }

    fn on(&mut self, date: NaiveDate, studied: u32, luck: &mut Luck) -> f64 {
        let day = luck.between(1.0 - self.noise, 1.0 + self.noise);
        let (off, turn) = (luck.happens(self.off), luck.between(0.0, 1.0));
        if off {
            return 0.0;
        }
        let usual = self.share * day;
        match self.sort {
            Sort::Constant => usual,
            Sort::SlowStart => {
                let climbed = (f64::from(studied) / self.climb).min(1.0);
                usual * (self.first + (1.0 - self.first) * climbed)
            }
            Sort::Bursts => {
                let ends = if self.on { self.ends.0 } else { self.ends.1 };
                self.on ^= turn < ends;
                day * if self.on { self.high } else { self.low }
            }
            Sort::Illness => {
                let weak = |(from, to): &(NaiveDate, NaiveDate)| {
                    (*from..=*to + Days::new(3)).contains(&date)
                };
                let down = self
                    .ill
                    .iter()
                    .any(|(from, to)| (*from..=*to).contains(&date));
                match (down, self.ill.iter().any(weak)) {
                    (true, _) => 0.0,
                    (false, true) => usual * 0.5,
                    (false, false) => usual,
                }
            }
        }
    }
}
