//! A plan, what has happened, and what time it is.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};

use crate::calendar::{Calendar, moment, study_date};
use crate::model::{Clock, Minutes, Plan};
use crate::progress::{Mark, Progress, Reconciled, Rests, reconcile};

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
    /// The number of every slot, in the order of the plan, on the first of its dates.
    pub(super) numbers: Vec<usize>,
}

impl Study {
    /// Lays `plan` out and puts `progress` next to it. A plan that has not begun starts on `start`.
    pub(crate) fn new(
        plan: Plan,
        progress: Progress,
        start: NaiveDate,
        now: NaiveDateTime,
        day_starts: Minutes,
    ) -> Self {
        let mut study = Self {
            reconciled: reconcile(&progress, &plan),
            calendar: Calendar::lay(&plan, progress.start.unwrap_or(start)),
            started: progress.start.is_some(),
            rests: progress.rests,
            now,
            today: study_date(now, day_starts),
            day_starts,
            numbers: Vec::new(),
            plan,
        };
        let mut numbers = vec![0; study.plan.slots().count()];
        for slot in study.by_date() {
            numbers[slot.place.index] = slot.ordinal;
        }
        study.numbers = numbers;
        study
    }

    /// The same study when `date` begins, unless that has passed: what is open until then is
    /// overdue.
    pub(crate) fn on_later_day(mut self, date: NaiveDate) -> Self {
        if date > self.today {
            let begins = TimeDelta::minutes(i64::from(self.day_starts.0));
            self.now = date.and_time(NaiveTime::MIN) + begins;
            self.today = date;
        }
        self
    }

    /// The same study without what the plan's editor remarks.
    pub(crate) fn without_editor_notes(self) -> Self {
        let plan = self.plan.without_editor_notes();
        Self { plan, ..self }
    }

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

    /// Indices of the phases that have weeks; screens number them from 1.
    fn studied_phases(&self) -> impl Iterator<Item = usize> {
        let phases = self.plan.phases.iter().enumerate();
        let studied = phases.filter(|(_, phase)| !phase.weeks.is_empty());
        studied.map(|(index, _)| index)
    }

    /// The number of the phase at `index`, and how many there are; `None` if it has no weeks, or
    /// the plan no phases.
    pub(crate) fn phase_number(&self, index: usize) -> Option<(usize, usize)> {
        self.plan.phases.get(index)?.title.as_ref()?;
        let number = self.studied_phases().position(|studied| studied == index)? + 1;
        Some((number, self.studied_phases().count()))
    }

    /// The index of the phase with this number.
    pub(crate) fn phase_numbered(&self, number: usize) -> Option<usize> {
        let index = self.studied_phases().nth(number.checked_sub(1)?)?;
        self.plan.phases[index].title.as_ref().map(|_| index)
    }
}
