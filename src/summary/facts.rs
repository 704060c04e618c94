//! The facts that the everyday commands show of one day.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::timer::is_timed;
use super::{
    DayView, EventsAhead, OpenDeliverables, SlotView, Status, Study, Tally, Today, current,
    next_open, today,
};
use crate::model::{Busy, Dates, Reminder, SlotRef};
use crate::progress::{DueDates, Reconciled};

/// How many overdue and displaced slots are kept in full; further ones are only counted.
pub(crate) const MAX_LISTED: usize = 10;

/// Everything that `today`, `status` and `next` show, whatever time of the study day it is.
///
/// Slots that matter on the day are kept in full, in an excerpt of the study; the totals of the
/// others do not depend on the time of day. Facts are small and can be stored; to use stored ones,
/// set the clock with [`DayFacts::with_clock`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct DayFacts {
    /// The date that is asked about.
    date: NaiveDate,
    /// The study with the day entries that matter.
    excerpt: Study,
    /// All slots that the excerpt leaves out.
    omitted: Tally,
    /// Those of them in the calendar week of the date.
    omitted_of_week: Tally,
    /// Those of them that are displaced.
    omitted_displaced: Tally,
    /// What is still to be handed in.
    deliverables: OpenDeliverables,
    /// The events that are shown.
    events: EventsAhead,
    /// What is to be seen once a week, if the date is the day for it.
    reminders: Vec<Reminder>,
}

/// The facts about `date`, with at most `listed` overdue and displaced slots each in full.
pub(crate) fn day_facts(study: &Study, date: NaiveDate, listed: usize) -> DayFacts {
    let slots = study.by_date();
    let today = today(study, date);
    let kept = kept_days(study, &slots, &today, listed);
    let week = Dates::week_of(date);
    // With a day entry, all sittings of its slots are left out, so that the tallies add up.
    let others = |slot: &&SlotView| !kept.contains(&slot.place.day_index);
    let others = || slots.iter().filter(others);
    let in_week = |slot: &&SlotView| week.contains(slot.dates.first);
    let mut deliverables = today.deliverables;
    deliverables.overdue.truncate(listed);
    deliverables.later.truncate(listed);
    DayFacts {
        date,
        deliverables,
        events: today.events,
        reminders: today.reminders,
        excerpt: study.excerpt(&kept),
        omitted: others().collect(),
        omitted_of_week: others().filter(in_week).collect(),
        omitted_displaced: others().filter(|slot| slot.displaced).collect(),
    }
}

/// The indices of the day entries that matter on the date that `shown` is about.
fn kept_days(study: &Study, slots: &[SlotView], shown: &Today, listed: usize) -> BTreeSet<usize> {
    let date = shown.date;
    let mut kept: Vec<&SlotView> = Vec::new();
    // On these dates slots are shown, and on the study date their time may pass.
    let is_near = |dates: Dates| dates.contains(date) || dates.contains(study.today);
    let near = |slot: &&SlotView| is_near(slot.dates) || is_near(slot.baseline);
    kept.extend(slots.iter().filter(near));
    let overdue = slots.iter().filter(|slot| slot.status == Status::Overdue);
    kept.extend(overdue.take(listed));
    let displaced = slots.iter().filter(|slot| slot.displaced);
    kept.extend(displaced.take(listed));
    // Whatever the time, the next slot is one of today's, the first later one, or the oldest.
    let mut open = slots.iter().filter(|slot| slot.is_open()).peekable();
    kept.extend(open.peek());
    for day in [date, study.today] {
        let mut later = open.clone().filter(|slot| slot.dates.last > day);
        kept.extend(later.clone().next());
        kept.extend(later.find(|slot| !slot.displaced));
    }
    let timed = |slot: &&SlotView| slot.mark.is_some_and(is_timed);
    kept.extend(slots.iter().filter(timed));
    let shown = [&shown.day, &shown.next].into_iter().flatten();
    let entries = shown
        .clone()
        .flat_map(|day| day.entry.iter().chain(&day.names));
    let slots = shown.flat_map(|day| day.slots.iter().chain(&day.away));
    let slots = kept
        .into_iter()
        .chain(slots)
        .map(|slot| slot.place.day_index);
    slots.chain(entries.map(|entry| entry.index)).collect()
}

impl DayFacts {
    /// The same facts at another time of the study day.
    pub(crate) fn with_clock(mut self, now: NaiveDateTime) -> Self {
        self.excerpt.now = now;
        self
    }

    /// The same facts, shown as those of a plan that is not the current one, if it `is_other`.
    pub(crate) fn of_other_plan(mut self, is_other: bool) -> Self {
        self.excerpt.is_other = is_other;
        self.deliverables.other_plan = self.excerpt.other_plan().cloned();
        self
    }

    /// The same facts without what the plan's editor remarks.
    pub(crate) fn without_editor_notes(self) -> Self {
        let excerpt = self.excerpt.without_editor_notes();
        Self { excerpt, ..self }
    }

    /// Whether plan and calendar of the excerpt agree; false if another program wrote the card.
    pub(crate) fn is_consistent(&self) -> bool {
        self.excerpt.calendar.days.len() == self.excerpt.plan.days().count()
    }

    /// Whether everything that is overdue or displaced is listed in full.
    pub(crate) fn is_complete(&self) -> bool {
        let OpenDeliverables {
            overdue,
            all_overdue,
            ..
        } = &self.deliverables;
        let omitted_slots = self.omitted.overdue + self.omitted_displaced.different;
        omitted_slots == 0 && overdue.len() == *all_overdue as usize
    }

    /// The study with only those days of the plan that matter: for its title, its marks without a
    /// slot, and what its slots refer to. Figures come from the other methods.
    pub(crate) fn excerpt(&self) -> &Study {
        &self.excerpt
    }

    /// What to know on the date that is asked about.
    pub(crate) fn today(&self) -> Today<'_> {
        let mut today = today(&self.excerpt, self.date);
        today.all_displaced = today.all_displaced + self.omitted_displaced;
        today.week = today.week + self.omitted_of_week;
        today.plan = today.plan + self.omitted;
        today.deliverables = self.deliverables.clone();
        today.events.clone_from(&self.events);
        today.reminders.clone_from(&self.reminders);
        today
    }

    /// The study date and its slots.
    pub(crate) fn day(&self) -> Option<DayView<'_>> {
        self.excerpt.day_on(self.excerpt.today)
    }

    /// The slot whose time is running.
    pub(crate) fn current(&self) -> Option<SlotView<'_>> {
        current(&self.day()?)
    }

    /// The slot to turn to next.
    pub(crate) fn next(&self) -> Option<SlotView<'_>> {
        next_open(&self.excerpt)
    }
}

impl Study {
    /// The study with only the day entries at the indices `days`.
    fn excerpt(&self, days: &BTreeSet<usize>) -> Self {
        let plan = self.plan.excerpt(days);
        let mark = |id: &str| Some((id.to_owned(), self.reconciled.marks.get(id)?.clone()));
        let reconciled = Reconciled {
            marks: plan.named().filter_map(|(id, _)| mark(id)).collect(),
            orphans: self.reconciled.orphans.clone(),
            followed: Vec::new(),
        };
        let row = |id: &str| Some((id.to_owned(), self.rows.get(id)?.clone()));
        let before = |id: &str| Some((id.to_owned(), self.unmoved.get(id)?.clone()));
        let kept = self
            .plan
            .slots()
            .filter(|place| days.contains(&place.day_index));
        let kept: Vec<SlotRef> = kept.collect();
        Self {
            plan,
            reconciled,
            calendar: self.calendar.excerpt(days),
            own_days: (self.own_days.as_ref()).map(|own| {
                days.iter()
                    .filter_map(|index| own.get(*index))
                    .copied()
                    .collect()
            }),
            rows: kept
                .iter()
                .filter_map(|place| row(place.slot.id.as_str()))
                .collect(),
            unmoved: kept
                .iter()
                .filter_map(|place| before(place.slot.id.as_str()))
                .collect(),
            fit: self.fit.clone(),
            hours: None,
            rests: self.rests.clone(),
            busy: Busy::new(),
            events: Vec::new(),
            due_dates: DueDates::default(),
            later_numbers: (0..)
                .zip(&kept)
                .flat_map(|(index, place)| self.later_numbers_of(place.index, index))
                .collect(),
            numbers: kept.iter().map(|place| self.numbers[place.index]).collect(),
            ..*self
        }
    }
}
