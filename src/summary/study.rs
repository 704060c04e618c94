//! A plan, what has happened, and what time it is.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use crate::calendar::{Calendar, moment};
use crate::model::{Clock, Minutes, Plan, WeekIndex};
use crate::progress::{Mark, Reconciled, Rests};

/// All that a summary is computed from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Study {
    pub(crate) plan: Plan,
    /// Its marks, by slot.
    pub(crate) reconciled: Reconciled,
    /// The dates the plan gives it: the baseline of whatever was moved since.
    pub(crate) calendar: Calendar,
    /// Rest days that the learner has recorded.
    pub(crate) rests: Rests,
    /// Whether the start has been recorded; else the calendar assumes the proposed one.
    pub(crate) started: bool,
    /// The learner's clock.
    #[serde(skip)]
    pub(crate) now: NaiveDateTime,
    /// The study date at `now`.
    pub(crate) today: NaiveDate,
    /// When a study day begins, in minutes after midnight.
    pub(crate) day_starts: Minutes,
}

impl Study {
    /// The time `clock` of the study day `date`.
    pub(crate) fn moment(&self, date: NaiveDate, clock: Clock) -> NaiveDateTime {
        moment(date, clock, self.day_starts)
    }

    /// The time that is recorded for the study date `date`.
    pub(crate) fn recorded_on(&self, date: NaiveDate) -> Minutes {
        let is_of = |mark: &&Mark| mark.done_on() == Some(date);
        let marks = self.reconciled.marks.values().filter(is_of);
        marks.filter_map(Mark::actual).sum()
    }

    /// The number of a phase among those that have weeks, and how many there are; `None` where
    /// the plan has no phases.
    pub(crate) fn phase_number(&self, at: WeekIndex) -> Option<(usize, usize)> {
        let studied = |phase: &&crate::model::Phase| !phase.weeks.is_empty();
        self.plan.phases.get(at.phase)?.title.as_ref()?;
        let before = self.plan.phases[..=at.phase].iter().filter(studied).count();
        let all = self.plan.phases.iter().filter(studied).count();
        Some((before, all))
    }
}
