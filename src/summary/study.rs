//! A plan, what has happened, and what time it is.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use serde::{Deserialize, Serialize};

use super::{DayEntry, DayView, SlotView};
use crate::calendar::{Calendar, Dates, add};
use crate::model::{Clock, Minutes, Plan, SlotRef, WeekIndex};
use crate::progress::{Mark, Reconciled, Rests};

/// All that a summary is worked out from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Study {
    pub(crate) plan: Plan,
    /// Its marks, by slot.
    pub(crate) reconciled: Reconciled,
    /// The dates the plan gives it: the baseline of whatever was moved since.
    pub(crate) calendar: Calendar,
    /// Days of rest, by the learner's own word.
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

/// The study date at `now`: until `day_starts` it is still the day before.
pub(crate) fn study_date(now: NaiveDateTime, day_starts: Minutes) -> NaiveDate {
    (now - TimeDelta::minutes(i64::from(day_starts.0))).date()
}

/// When `clock` strikes on the study day `date`: before `day_starts` that is the night after.
pub(crate) fn moment(date: NaiveDate, clock: Clock, day_starts: Minutes) -> NaiveDateTime {
    let night = u64::from(clock.minutes() < day_starts.0);
    let midnight = add(date, night).and_time(NaiveTime::MIN);
    midnight
        .checked_add_signed(TimeDelta::minutes(i64::from(clock.minutes())))
        .unwrap_or(midnight)
}

/// Indices of the day entries that a date goes by, where it has an `own` one and `slots` stand
/// there.
pub(super) fn names(own: Option<usize>, slots: &[SlotView]) -> Vec<usize> {
    let mut indices: Vec<usize> = slots.iter().map(|slot| slot.place.day_index).collect();
    if let Some(own) = own
        && (indices.is_empty() || indices.contains(&own))
    {
        return vec![own];
    }
    indices.sort_unstable();
    indices.dedup();
    indices
}

impl Study {
    /// When `clock` strikes on the study day `date`.
    pub(crate) fn moment(&self, date: NaiveDate, clock: Clock) -> NaiveDateTime {
        moment(date, clock, self.day_starts)
    }

    /// Every slot in the order of the plan.
    pub(crate) fn slots(&self) -> impl Iterator<Item = SlotView<'_>> {
        self.plan.slots().map(|place| SlotView::of(self, place))
    }

    /// The slot called `id`.
    pub(crate) fn slot(&self, id: &str) -> Option<SlotView<'_>> {
        let found = self.plan.slots().find(|place| place.slot.id.as_str() == id);
        found.map(|place| SlotView::of(self, place))
    }

    /// Every slot that is or was planned for `date`, in the order of the plan. Most slots are
    /// passed over without a look at their marks.
    fn slots_near(&self, date: NaiveDate) -> impl Iterator<Item = SlotView<'_>> {
        let is_moved = |mark: &Mark| mark.placement.is_some();
        let any_moved = self.reconciled.marks.values().any(is_moved);
        let is_near = move |place: &SlotRef| {
            let mark = || self.reconciled.marks.get(place.slot.id.as_str());
            self.calendar.days[place.day_index].contains(date)
                || any_moved && mark().is_some_and(is_moved)
        };
        let near = self.plan.slots().filter(is_near);
        near.map(|place| SlotView::of(self, place))
    }

    /// Every slot by when it is to be done; at the same time, in the order of the plan.
    pub(crate) fn by_date(&self) -> Vec<SlotView<'_>> {
        let mut slots: Vec<SlotView> = self.slots().collect();
        slots.sort_by_key(SlotView::when);
        slots
    }

    /// The day entry at `index` of the plan's, with its slots wherever they are now.
    pub(crate) fn day(&self, index: usize) -> Option<DayView<'_>> {
        let entry = self.entry(index)?;
        let slots = self.plan.slots().filter(|place| place.day_index == index);
        Some(DayView {
            dates: entry.dates,
            entry: Some(entry),
            names: vec![entry],
            slots: slots.map(|place| SlotView::of(self, place)).collect(),
            away: Vec::new(),
        })
    }

    /// What is to be done on `date`: the slots that the plan has there and that have not been
    /// moved away, and those moved there. `None` where the plan has no day entry and nothing was
    /// moved there.
    pub(crate) fn day_on(&self, date: NaiveDate) -> Option<DayView<'_>> {
        let entry = self.entry_on(date);
        let index = entry.map(|entry| entry.index);
        let covers = |slot: &SlotView| slot.dates.contains(date);
        let mut slots: Vec<SlotView> = self.slots_near(date).filter(covers).collect();
        if slots.iter().any(SlotView::is_moved) {
            slots.sort_by_key(SlotView::when);
            (1..)
                .zip(&mut slots)
                .for_each(|(ordinal, slot)| slot.ordinal = ordinal);
        }
        if entry.is_none() && slots.is_empty() {
            return None;
        }
        let left = |slot: &SlotView| Some(slot.place.day_index) == index && !covers(slot);
        Some(DayView {
            dates: entry.map_or(Dates::on(date), |entry| entry.dates),
            entry,
            names: names(index, &slots)
                .into_iter()
                .filter_map(|index| self.entry(index))
                .collect(),
            slots,
            away: self.slots_near(date).filter(left).collect(),
        })
    }

    /// The day that is shown for `date`: its own, or before the start a preview of Day 1.
    pub(crate) fn shown_day(&self, date: NaiveDate) -> Option<DayView<'_>> {
        let is_preview = date < self.calendar.start && self.rests.on(date).is_none();
        let preview = || is_preview.then(|| self.day(0))?;
        self.day_on(date).or_else(preview)
    }

    /// The day entry that the plan has on `date`.
    fn entry_on(&self, date: NaiveDate) -> Option<DayEntry<'_>> {
        let index = self.calendar.on(date).next()?;
        self.entry(index)
    }

    fn entry(&self, index: usize) -> Option<DayEntry<'_>> {
        let (at, phase, week, day) = self.plan.days().nth(index)?;
        Some(DayEntry {
            index,
            dates: *self.calendar.days.get(index)?,
            day,
            week,
            phase,
            phase_number: self.phase_number(at),
        })
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
