//! A plan, what has happened, and what time it is.

use std::collections::BTreeMap;
use std::fmt::Display;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};

use super::rows::{Rows, SittingNumber, rows};
use crate::calendar::{Calendar, after, moment, study_date};
use crate::model::{
    Busy, Clock, Dates, Day, Deliverable, Hours, Milestone, MilestoneDue, Minutes, Period, Plan,
    PlanId,
};
use crate::progress::{
    DueDates, FitTerms, Mark, PlacedEvent, Progress, Reconciled, Rests, reconcile,
};

/// All that a summary is computed from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Study {
    pub(crate) plan: Plan,
    /// Its marks, by slot.
    pub(crate) reconciled: Reconciled,
    /// The dates it has by the plan, or by the latest fit or shift: the baseline of whatever was
    /// moved since.
    pub(crate) calendar: Calendar,
    /// The dates that the plan itself gives its day entries, where a fit or shift has changed them.
    pub(super) own_days: Option<Vec<Dates>>,
    /// Where slots are that were fitted, shifted or recorded in part.
    pub(super) rows: Rows,
    /// Where those in several sittings were that were moved, by the plan or the latest fit or shift.
    pub(super) unmoved: Rows,
    /// What the plan was fitted to, if it was.
    pub(crate) fit: Option<FitTerms>,
    /// The hours of the learner's own week: those of the fit, else of the configuration.
    pub(crate) hours: Option<Hours>,
    /// Rest days that the learner has recorded.
    pub(crate) rests: Rests,
    /// Times that are taken by other things than the plan. Only commands that plan ahead know them.
    #[serde(skip)]
    pub(crate) busy: Busy,
    /// Exams and other events, the plan's and the learner's own, the first ones first.
    pub(crate) events: Vec<PlacedEvent>,
    /// Due dates that the learner has set.
    pub(crate) due_dates: DueDates,
    /// Whether it is not the current plan: then its numbers and ids are shown with its own id before
    /// them.
    #[serde(skip)]
    pub(crate) is_other: bool,
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
    /// The same of later sittings, by the position of the slot and the number of the sitting.
    pub(super) later_numbers: BTreeMap<(usize, usize), usize>,
}

/// A number or id as a target, of the plan that is not the current one if there is one.
pub(super) fn target(other_plan: Option<&PlanId>, name: impl Display) -> String {
    match other_plan {
        Some(plan) => format!("{plan}:{name}"),
        None => name.to_string(),
    }
}

impl Study {
    /// Lays `plan` out, with the slots that were added to it, and puts `progress` next to it. A plan
    /// that has not begun starts on `start`.
    pub(crate) fn new(
        mut plan: Plan,
        mut progress: Progress,
        start: NaiveDate,
        now: NaiveDateTime,
        day_starts: Minutes,
    ) -> Self {
        plan.remove_added();
        let added = progress.take_added(&plan);
        if added.is_empty() {
            return Self::lay(plan, progress, start, now, day_starts);
        }
        // Which week they belong to is known once the others are laid out.
        let own = Self::lay(plan, progress.clone(), start, now, day_starts);
        let mut plan = own.plan;
        plan.add(&added, &own.calendar.days);
        Self::lay(plan, progress, start, now, day_starts)
    }

    fn lay(
        plan: Plan,
        progress: Progress,
        start: NaiveDate,
        now: NaiveDateTime,
        day_starts: Minutes,
    ) -> Self {
        let reconciled = reconcile(&progress, &plan);
        let calendar = Calendar::lay(&plan, progress.start.unwrap_or(start));
        let (rows, unmoved) = rows(&plan, &calendar, progress.layout.as_ref(), &reconciled);
        let mut study = Self {
            reconciled,
            own_days: None,
            rows,
            unmoved,
            calendar,
            started: progress.start.is_some(),
            rests: progress.rests,
            hours: (progress.layout.as_ref()).map(|layout| layout.terms.hours.clone()),
            busy: Busy::new(),
            events: progress.fixed.events(&plan),
            due_dates: progress.fixed.due_dates(&plan),
            is_other: false,
            fit: progress.layout.map(|layout| layout.terms),
            now,
            today: study_date(now, day_starts),
            day_starts,
            numbers: Vec::new(),
            later_numbers: BTreeMap::new(),
            plan,
        };
        if !study.rows.is_empty() {
            study.settle();
            study.refit();
        }
        study.number_slots();
        study
    }

    /// Counts slots as done whose sittings are all recorded.
    fn settle(&mut self) {
        for (id, rows) in &self.rows {
            let sitting = rows.last().and_then(|row| row.sitting);
            if let (Some(sitting), Some(mark)) = (sitting, self.reconciled.marks.get_mut(id)) {
                mark.settle(Minutes(sitting.part.to));
            }
        }
    }

    /// Gives day entries the dates that a fit or shift has given their slots.
    fn refit(&mut self) {
        let baseline = self
            .unmoved_slots()
            .map(|slot| (slot.place.day_index, slot.baseline));
        let baseline: Vec<(usize, Dates)> = baseline.collect();
        let own = self.calendar.clone();
        self.calendar
            .refit(&self.plan, &baseline, self.fit.is_some());
        if self.calendar != own {
            self.own_days = Some(own.days);
        }
    }

    fn number_slots(&mut self) {
        let mut numbers = vec![0; self.plan.slots().count()];
        let mut later = BTreeMap::new();
        for slot in self.by_date() {
            match slot.sitting {
                Some(sitting) if sitting.n > 1 => {
                    later.insert((slot.place.index, sitting.n), slot.ordinal);
                }
                _ => numbers[slot.place.index] = slot.ordinal,
            }
        }
        (self.numbers, self.later_numbers) = (numbers, later);
    }

    /// The number of the slot at a position of the plan, or of a sitting of it, on its first date.
    pub(super) fn number(&self, index: usize, sitting: Option<SittingNumber>) -> usize {
        let number = match sitting {
            Some(sitting) if sitting.n > 1 => self.later_numbers.get(&(index, sitting.n)),
            _ => self.numbers.get(index),
        };
        number.copied().unwrap_or(0)
    }

    /// The numbers of the later sittings of the slot at a position, by another position.
    pub(super) fn later_numbers_of(
        &self,
        index: usize,
        as_index: usize,
    ) -> impl Iterator<Item = ((usize, usize), usize)> {
        let own = self.later_numbers.range((index, 0)..(index + 1, 0));
        own.map(move |((_, n), number)| ((as_index, *n), *number))
    }

    /// When a milestone is due: on the date that the learner has set, else by the plan.
    pub(crate) fn due(&self, milestone: &Milestone) -> Option<NaiveDate> {
        let set = self.due_dates.milestones.get(&milestone.title).copied();
        set.or_else(|| self.due_by_plan(milestone))
    }

    /// When a milestone is due by the plan.
    pub(crate) fn due_by_plan(&self, milestone: &Milestone) -> Option<NaiveDate> {
        milestone.due.map(|due| match due {
            MilestoneDue::After(span) => self.due_after(span),
            MilestoneDue::On(date) => date,
        })
    }

    /// The due date of a deliverable, if it has one of its own: the one that the learner has set, else
    /// the plan's.
    pub(crate) fn due_date(&self, what: &Deliverable) -> Option<NaiveDate> {
        let set = self.due_dates.deliverables.get(&what.id).copied();
        set.or(what.due)
    }

    /// The date that the plan gives a span after its start. After a fit or a shift it is that of the
    /// last one of the slots that the plan has before it.
    fn due_after(&self, span: Period) -> NaiveDate {
        let due = after(self.calendar.start, span);
        let Some(own) = &self.own_days else {
            return due;
        };
        let days = own.iter().zip(self.plan.days());
        let days = days.filter(|(_, (.., day))| !day.is_added());
        let before = days.map(|(dates, _)| dates.last).filter(|last| *last < due);
        let Some(last) = before.max() else {
            return due;
        };
        let slots = self
            .slots()
            .filter(|slot| own[slot.place.day_index].last <= last);
        // Where the last of them is as the plan has it, so is the date.
        let moved = slots.map(|slot| slot.baseline.last).max();
        moved.filter(|date| *date != last).unwrap_or(due)
    }

    /// The day entries of the plan file, with the dates that it gives them.
    pub(super) fn days_of_file(&self) -> impl Iterator<Item = (&Day, Dates)> {
        let days = self.plan.days().zip(self.own_days());
        let days = days.map(|((.., day), dates)| (day, dates));
        days.filter(|(day, _)| !day.is_added())
    }

    /// The dates that the plan itself gives its day entries.
    pub(super) fn own_days(&self) -> Vec<Dates> {
        let own = self.own_days.as_ref();
        own.unwrap_or(&self.calendar.days).clone()
    }

    /// The dates that the plan itself gives a day entry.
    pub(crate) fn own_dates(&self, day: usize) -> Dates {
        let own = self.own_days.as_ref();
        own.map_or(self.calendar.days[day], |days| days[day])
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

    /// The id of the plan, if it is not the current one.
    pub(crate) fn other_plan(&self) -> Option<&PlanId> {
        self.is_other.then_some(&self.plan.id)
    }

    /// A number or id of it as a target: with the id of the plan, unless that is the current one.
    pub(crate) fn target(&self, name: impl Display) -> String {
        target(self.other_plan(), name)
    }

    /// The time `clock` of the study day `date`.
    pub(crate) fn moment(&self, date: NaiveDate, clock: Clock) -> NaiveDateTime {
        moment(date, clock, self.day_starts)
    }

    /// The time that is recorded for the study date `date`.
    pub(crate) fn recorded_on(&self, date: NaiveDate) -> Minutes {
        let recorded = |mark: &Mark| -> Minutes {
            let sittings = mark.recorded().filter(|sitting| sitting.made.day == date);
            let sittings: Minutes = sittings.map(|one| one.length()).sum();
            // A mark of the whole slot says what all of it took: the sittings are not new.
            let whole = mark.actual().filter(|_| mark.done_on() == Some(date));
            sittings + (whole.unwrap_or_default() - mark.in_sittings())
        };
        self.reconciled.marks.values().map(recorded).sum()
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
