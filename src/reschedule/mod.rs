//! Ways back when life has slipped: where work that is overdue, or that stands on days of rest,
//! can be put.
//!
//! Three ways are proposed. [`catch_up()`] fits it into free time and leaves all else where it is;
//! [`rebalance()`] lays everything that is not done out anew from today; [`extend()`] moves the rest
//! of the plan by whole weeks. None of them ever breaks what follows:
//!
//! - no day goes above the upper bound of its budget, what was done today counted, unless the
//!   plan has as much on that day, or a day that has more is moved by weeks as a whole;
//! - no slot is put on a day of rest, nor before today;
//! - none is put before a slot that it follows in its week, or whose topic its own depends on
//!   (of two slots the plan has in that order);
//! - a slot with a time of day takes its own time, else a free stretch within the half-days of
//!   the date, else one after the last of them, which begins no later than the plan itself goes on
//!   on a day of that sort (Monday to Friday, or the weekend), nor before it begins there;
//! - a slot on a run of dates keeps to a run as long where the first date with room for it, and
//!   those after it, have room for one; else it is put on that date alone;
//! - what is running now stays where it is, and is kept clear of. It is being done: what it would
//!   have to follow may come after it;
//! - what is done or skipped stays where it is, and what no place is found for: the others are
//!   laid out around it, but for what is overdue, which has no date to be kept to.
//!
//! A study day goes on into the night: an hour after midnight comes after the evening. What
//! stands on a run of dates may be done on any of them that is no rest, and is reckoned as spread
//! over them.

mod catch_up;
mod extend;
mod hours;
mod kin;
mod precedence;
mod rebalance;
#[cfg(test)]
pub(crate) mod tests;
mod timetable;
mod violations;

use std::collections::{HashMap, HashSet};

use chrono::{Datelike, NaiveDate, Weekday};

use crate::model::{Minutes, Window};
use crate::progress::{Placement, Rests};

pub use catch_up::catch_up;
pub use extend::extend;
pub use rebalance::rebalance;
pub use violations::{Violation, violations};

/// A slot, as far as its place in time goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// How much of a day's budget it takes.
    pub minutes: Minutes,
    /// Where it stands now.
    pub placement: Placement,
    /// The time the plan gives it; a slot without one has no time of day anywhere.
    pub time: Option<Window>,
    /// The day entry it belongs to, by its position.
    pub entry: usize,
    /// The week of the plan it belongs to, by its position.
    pub week: usize,
    /// The topic it belongs to, by its position.
    pub topic: Option<usize>,
    /// Whether it is neither done nor skipped.
    pub open: bool,
    /// Whether a place has to be found for it: it is overdue, or open on a day of rest.
    pub stranded: bool,
    /// Whether it is open and its time is running.
    pub running: bool,
}

/// A day entry of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedDay {
    /// The first and last date that the plan gives it.
    pub dates: (NaiveDate, NaiveDate),
    /// What the plan has on it, in minutes.
    pub minutes: Minutes,
    /// Its half-days, in order; empty where it has no times of day.
    pub windows: Vec<Window>,
}

/// The upper bounds of daily budgets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budgets {
    /// Monday to Friday.
    pub weekday: Minutes,
    /// Saturday and Sunday.
    pub weekend: Minutes,
}

impl Budgets {
    /// The upper bound of the budget of `date`.
    #[must_use]
    pub fn on(self, date: NaiveDate) -> Minutes {
        match date.weekday() {
            Weekday::Sat | Weekday::Sun => self.weekend,
            _ => self.weekday,
        }
    }
}

/// All that a way back is worked out from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Every slot, in the order of the plan.
    pub jobs: Vec<Job>,
    /// Every day entry, in the order of the plan.
    pub days: Vec<PlannedDay>,
    /// For each topic all those it depends on, at one remove or more.
    pub needs: Vec<HashSet<usize>>,
    /// Daily budgets.
    pub budgets: Budgets,
    /// Rest by the learner's word.
    pub rests: Rests,
    /// Weekdays on which the plan has nothing on purpose.
    pub free: Vec<Weekday>,
    /// Dates of such weekdays on which it has something all the same.
    pub used: HashSet<NaiveDate>,
    /// The learner's study date.
    pub today: NaiveDate,
    /// The first minute of today, counted from midnight, that can still be given to something.
    pub from: u32,
    /// What was done today, and has taken its share of today's budget.
    pub spent: Minutes,
    /// When a study day begins: what is earlier on the clock belongs to the night after.
    pub day_starts: Minutes,
    /// The last date of the plan, time set aside for catching up included.
    pub end: NaiveDate,
}

/// Why no place was found for a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Obstacle {
    /// No day up to the end of the plan has room for it.
    NoRoom,
    /// It has to come before this one, by its position, and there is no room before that.
    Before(usize),
    /// It is longer than any day's budget.
    TooLong,
}

/// A way back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Proposal {
    /// Slots by position, in the order of the plan, and where they are to be put.
    pub moves: Vec<(usize, Placement)>,
    /// Slots by position for which no place was found; they stay where they are.
    pub unplaced: Vec<(usize, Obstacle)>,
}

impl Problem {
    /// Slots for which a place has to be found, by position.
    pub fn stranded(&self) -> impl Iterator<Item = usize> {
        let jobs = self.jobs.iter().enumerate();
        jobs.filter(|(_, job)| job.stranded).map(|(index, _)| index)
    }

    /// Whether nothing is to be put on `date`.
    #[must_use]
    pub fn is_rest(&self, date: NaiveDate) -> bool {
        self.rests.on(date).is_some() || self.is_free(date)
    }

    /// Whether the plan leaves `date` free on purpose.
    pub(crate) fn is_free(&self, date: NaiveDate) -> bool {
        self.free.contains(&date.weekday()) && !self.used.contains(&date)
    }

    /// From when to when a time of day is, in minutes of the study day.
    pub(crate) fn span(&self, time: Window) -> (u32, u32) {
        let start = time.start.minutes();
        let is_night = start < self.day_starts.0;
        let start = start + if is_night { precedence::MIDNIGHT } else { 0 };
        (start, start + time.length().0)
    }

    /// The upper bound of the budget of `date`.
    #[must_use]
    pub fn budget(&self, date: NaiveDate) -> Minutes {
        self.budgets.on(date)
    }

    /// The minutes of a slot by date: on a run of dates they are spread evenly over those that
    /// are no rest, what is left over by division on the first.
    pub(crate) fn spread(&self, placement: Placement, minutes: Minutes) -> Vec<(NaiveDate, u32)> {
        hours::spread(placement, minutes, |date| self.is_rest(date))
    }

    /// What each date holds where slots stand at `placements`, open ones only.
    #[must_use]
    pub fn loads(&self, placements: &[Option<Placement>]) -> HashMap<NaiveDate, u32> {
        let mut loads = HashMap::new();
        for (job, placement) in self.jobs.iter().zip(placements) {
            if let Some(placement) = placement.filter(|_| job.open) {
                for (date, minutes) in self.spread(placement, job.minutes) {
                    *loads.entry(date).or_default() += minutes;
                }
            }
        }
        loads
    }

    /// Where every slot stands once the moves are made.
    #[must_use]
    pub fn placements(&self, proposal: &Proposal) -> Vec<Placement> {
        let mut placements: Vec<Placement> = self.jobs.iter().map(|job| job.placement).collect();
        for (index, placement) in &proposal.moves {
            placements[*index] = *placement;
        }
        placements
    }
}
