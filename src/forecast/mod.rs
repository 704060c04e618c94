//! When a plan will end, by what the learner has done so far.
//!
//! The question is answered by simulation. The past is cut into stretches of about a week; a
//! future is made of such stretches, drawn again and again, recent ones more often, and each day
//! in it gets done the part of its planned minutes that its model in the past got. A thousand
//! futures give a thousand ends; the marks in their order are the answer.
//!
//! - Stretches, not days, are drawn: a lazy week, a burst or an illness comes as a whole.
//! - They are drawn from Pólya's urn: what has been drawn is more likely to come again. That is
//!   the Bayesian bootstrap without its logarithms: few weeks of history tell little about the
//!   weeks to come, and the futures differ by as much. In the urn lie, too, a little of the plan
//!   itself and a very little of nothing done.
//! - Each future has a pace of its own, the more so the less alike the weeks were and the further
//!   it goes; a plain rise or fall of the pace goes on for a while.
//! - A day on which all there was to do got done could have seen more: with something left over it
//!   counts as one of the days that did more.
//! - Work is done in the order of the plan, overdue first, and not before the plan has it, unless
//!   the learner's past shows working ahead.
//! - No day gets done more than the best one so far, or than what is planned for it.
//! - A skipped slot is out of the plan, in the past as in the future. Behind the plan's last day
//!   its usual week goes on.
//! - The past is measured by the plan's own dates, so that nothing that was missed is made good
//!   by moving it; the days to come hold what stands there now.
//! - What a slot really took (`done --took`) is not asked: a slot that takes twice its time costs
//!   another slot its place, and that is in the history already.
//!
//! Everything is worked out by the four operations and square roots, which give the same on every
//! machine; the dice are seeded, see `rng.rs`.

mod history;
mod ratio;
mod rng;
mod schedule;
mod simulate;
#[cfg(test)]
mod tests;
mod trend;

use chrono::NaiveDate;

use crate::calendar::Dates;
use history::History;

/// Planned days that must have passed before anything is foretold.
pub const MIN_PLANNED: u32 = 5;
/// Days on which something was done before anything is foretold.
pub const MIN_STUDIED: u32 = 3;
/// Planned days without a mark after which the past says nothing any more: about a month.
pub const MAX_IDLE: u32 = 25;
/// How many futures the program simulates.
pub const FUTURES: u32 = 1_000;
/// How many days are looked ahead: what has not ended by then has no end in sight.
pub const HORIZON: u64 = 3 * 365;

/// A slot, as far as a forecast minds it. Skipped ones are left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Task {
    /// The dates the plan gives it: the past is measured by them, whatever was moved since.
    pub baseline: Dates,
    /// The dates it is planned for now: where it stands in the days to come.
    pub dates: Dates,
    /// How much work it is: its planned minutes, or whatever all tasks are measured in.
    pub weight: u32,
    /// The study date it was done on.
    pub done: Option<NaiveDate>,
}

/// Something to be reached by a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// When it is due.
    pub due: Option<NaiveDate>,
    /// What has to be done for it: positions among the tasks.
    pub tasks: Vec<usize>,
}

/// A plan and what became of it until today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    /// The learner's today.
    pub today: NaiveDate,
    /// Its slots, in the order of the plan.
    pub tasks: Vec<Task>,
    /// What should be reached by when.
    pub goals: Vec<Goal>,
    /// Times set aside for catching up, in which the plan's usual week goes on.
    pub buffers: Vec<Dates>,
    /// Dates on which nothing is done.
    pub rest: Vec<NaiveDate>,
}

/// What a forecast stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Basis {
    /// Planned days that have passed; behind the plan's last, the days of its usual week.
    pub planned_days: u32,
    /// Those of them on which something was done.
    pub kept_days: u32,
    /// Days on which something was done, planned or not.
    pub studied_days: u32,
    /// How many planned days have passed since anything was done last.
    pub idle_days: u32,
    /// Work planned for the days that have passed.
    pub planned: u64,
    /// Work done on the days that have passed.
    pub done: u64,
    /// Work that is left.
    pub left: u64,
}

/// When it will end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Forecast {
    /// Nothing is left to do.
    Finished {
        /// The last date on which something was done, if anything was.
        on: Option<NaiveDate>,
    },
    /// Too little has happened to tell.
    NotEnough(Basis),
    /// For [`MAX_IDLE`] planned days nothing has been done: no end is in sight.
    Stalled {
        /// The last date on which something was done.
        since: NaiveDate,
    },
    /// An estimate.
    Estimate(Box<Estimate>),
}

/// A date, or `None` where it lies behind the [`HORIZON`]. Never before today.
pub type Bound = Option<NaiveDate>;

/// An estimate of the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Estimate {
    /// One future in ten has ended by this date.
    pub p10: Bound,
    /// Half of them.
    pub p50: Bound,
    /// Four in five.
    pub p80: Bound,
    /// Nine in ten.
    pub p90: Bound,
    /// The goals, in their order.
    pub goals: Vec<Outlook>,
    /// What it stands on.
    pub basis: Basis,
}

/// What becomes of a goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outlook {
    /// There is nothing left to do for it, or nothing in the plan fulfils it.
    Settled,
    /// Something is left to do.
    Open {
        /// Half of the futures reach it by this date.
        p50: Bound,
        /// How many futures in a hundred reach it in time, rounded down; `None` where it is not
        /// due at any date.
        chance: Option<u32>,
    },
}

/// When the course will end, by so many futures; more than none.
#[must_use]
pub fn forecast(course: &Course, futures: u32) -> Forecast {
    if course.tasks.iter().all(|task| task.done.is_some()) {
        let on = course.tasks.iter().filter_map(|task| task.done).max();
        return Forecast::Finished { on };
    }
    let history = History::of(course);
    let basis = history.basis;
    if basis.planned_days < MIN_PLANNED || basis.studied_days < MIN_STUDIED {
        return Forecast::NotEnough(basis);
    }
    if let Some(since) = history.idle_since {
        return Forecast::Stalled { since };
    }
    Forecast::Estimate(Box::new(simulate::estimate(
        course,
        &history,
        futures.max(1),
    )))
}
