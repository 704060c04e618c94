//! When will a plan end, given what the learner has done so far?
//!
//! This is a Monte Carlo simulation with a block bootstrap: the past is cut into stretches of about
//! a week, a possible future is a sequence of stretches drawn from it, and a thousand futures give
//! the distribution of end dates. A formula would need a distribution of daily work, which is far
//! from normal: days off, bursts, lazy weeks.
//!
//! - Stretches are drawn, not days (Künsch, 1989), so that a lazy week, a burst or an illness stays
//!   together. Recent ones are drawn more often.
//! - They are drawn from a Pólya urn: what was drawn becomes more likely. That is the Bayesian
//!   bootstrap (Rubin, 1981), computed without logarithms. A few weeks of history say little about
//!   the weeks to come, and the futures differ accordingly. The urn also holds a little of the plan
//!   itself, and very little of nothing done.
//! - Each future has a pace of its own. It varies more if the weeks differed more, and the further
//!   the future reaches; a clear rise or fall of the pace continues for a while.
//! - On a day on which everything due was done, more could have been done. With work left over it
//!   counts like one of the days with more (Efron, 1967: redistribution to the right).
//! - Work is done in the order of the plan, overdue work first, and not before its planned date
//!   unless the learner has worked ahead before.
//! - No day gets more done than the best one so far, or than what is planned for it.
//! - Skipped slots are ignored, in the past and in the future. After the plan's last day its usual
//!   week goes on.
//! - The past is measured by the plan's own dates, so that moving missed slots does not improve the
//!   pace; a slot that was moved in good time, by less than a week, by its new ones. The future has
//!   the slots where they are now.
//! - Work planned for what became a rest day is expected where it was moved, else whenever it is
//!   done: catching up is no faster pace.
//! - How long slots really took (`done --took`) doesn't matter: a slot that takes twice its time
//!   leaves no time for another, and that is in the history already.
//!
//! Only the four basic operations and square roots are used, which give the same results on every
//! machine, and the random numbers have a fixed seed.

mod bootstrap;
mod history;
mod schedule;
mod simulate;
#[cfg(test)]
mod tests;
mod trend;

use crate::model::Dates;
use chrono::NaiveDate;

use history::History;

/// Planned days that must have passed before there is a forecast.
pub(crate) const MIN_PLANNED: u32 = 5;
/// Days on which something was done before there is a forecast.
pub(crate) const MIN_STUDIED: u32 = 3;
/// Planned days without a mark after which the past says nothing any more: about a month.
pub(crate) const MAX_IDLE: u32 = 25;
/// How many futures the program simulates.
pub(crate) const FUTURES: u32 = 1_000;
/// How many days a simulation reaches: what has not ended by then has no end in sight.
pub(crate) const HORIZON: u64 = 3 * 365;

/// A slot that is not skipped, as far as a forecast needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Task {
    /// The dates the plan gives it, by which the past is measured.
    pub(crate) baseline: Dates,
    /// The dates it is planned for now, which hold for the future.
    pub(crate) dates: Dates,
    /// Whether they hold for the past too, because it was moved a little and in good time.
    pub(crate) moved_in_time: bool,
    /// How much work it is, in planned minutes or any other unit.
    pub(crate) weight: u32,
    /// The study date it was done on.
    pub(crate) done: Option<NaiveDate>,
}

/// Something that the learner wants to reach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Goal {
    /// When it is due.
    pub(crate) due: Option<NaiveDate>,
    /// Positions of the tasks that have to be done for it.
    pub(crate) tasks: Vec<usize>,
}

/// A plan and what has been done of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Record {
    /// The learner's today.
    pub(crate) today: NaiveDate,
    /// Its slots, in the order of the plan.
    pub(crate) tasks: Vec<Task>,
    pub(crate) goals: Vec<Goal>,
    /// The plan's buffers, in which its usual week goes on.
    pub(crate) buffers: Vec<Dates>,
    /// Dates on which nothing is done.
    pub(crate) rest: Vec<NaiveDate>,
    /// How much more work a week the second chance of a goal is for.
    pub(crate) more_a_week: u32,
}

/// What a forecast is based on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Basis {
    /// Planned days that have passed.
    pub(crate) planned_days: u32,
    /// Those of them on which something was done.
    pub(crate) kept_days: u32,
    /// Days of the plan's usual week that have passed in its buffers and after its last day.
    pub(crate) extra_days: u32,
    /// Planned and extra days that have passed and on which, or before the next of which, something
    /// was done.
    pub(crate) studied_days: u32,
    /// Planned and extra days that have passed since something was done last.
    pub(crate) idle_days: u32,
    /// Work planned for the planned days that have passed.
    pub(crate) planned: u64,
    /// Work done on the days that have passed.
    pub(crate) done: u64,
    /// Work that is left.
    pub(crate) left: u64,
}

impl Basis {
    /// How many more planned days have to pass before there is a forecast.
    pub(crate) fn planned_missing(&self) -> u32 {
        MIN_PLANNED.saturating_sub(self.passed_days())
    }

    /// Planned and extra days that have passed.
    pub(crate) fn passed_days(&self) -> u32 {
        self.planned_days + self.extra_days
    }

    /// On how many more days something has to be done before there is a forecast.
    pub(crate) fn studied_missing(&self) -> u32 {
        MIN_STUDIED.saturating_sub(self.studied_days)
    }

    /// Average work planned for a planned day that has passed.
    pub(crate) fn planned_a_day(&self) -> u64 {
        self.average(self.planned)
    }

    /// Average work done on one.
    pub(crate) fn done_a_day(&self) -> u64 {
        self.average(self.done)
    }

    fn average(&self, work: u64) -> u64 {
        let days = u64::from(self.planned_days.max(1));
        (work + days / 2) / days
    }
}

/// When a plan will end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Forecast {
    /// Nothing is left to do.
    Finished {
        /// The last date on which something was done, if anything was.
        on: Option<NaiveDate>,
    },
    /// Too little has happened.
    NotEnough(Basis),
    /// For [`MAX_IDLE`] planned days nothing has been done: no end is in sight.
    Stalled {
        /// The last date on which something was done.
        since: NaiveDate,
    },
    Estimate(Box<Estimate>),
}

/// A date from today on, or `None` for one after the [`HORIZON`].
pub(crate) type Bound = Option<NaiveDate>;

/// An estimate of the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Estimate {
    /// One future in ten has ended by this date.
    pub(crate) p10: Bound,
    /// Half of them.
    pub(crate) p50: Bound,
    /// Four in five.
    pub(crate) p80: Bound,
    /// Nine in ten.
    pub(crate) p90: Bound,
    /// The goals, in their order.
    pub(crate) goals: Vec<Outlook>,
    /// The same chances as those of the goals, but with more work a week.
    pub(crate) chances_with_more: Vec<Option<u32>>,
    /// What it is based on.
    pub(crate) basis: Basis,
}

/// Whether and when a goal will be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outlook {
    /// Nothing is left to do for it, or nothing in the plan fulfils it.
    Settled,
    /// Something is left to do.
    Open {
        /// Half of the futures reach it by this date.
        p50: Bound,
        /// How many futures in a hundred reach it in time, rounded down; `None` if it has no due
        /// date.
        chance: Option<u32>,
    },
}

/// Simulates this many futures, at least one.
pub(crate) fn forecast(record: &Record, futures: u32) -> Forecast {
    if record.tasks.iter().all(|task| task.done.is_some()) {
        let on = record.tasks.iter().filter_map(|task| task.done).max();
        return Forecast::Finished { on };
    }
    let history = History::of(record);
    let basis = history.basis;
    if basis.planned_missing() > 0 || basis.studied_missing() > 0 {
        return Forecast::NotEnough(basis);
    }
    if let Some(since) = history.idle_since {
        return Forecast::Stalled { since };
    }
    Forecast::Estimate(Box::new(simulate::estimate(
        record,
        &history,
        futures.max(1),
    )))
}
