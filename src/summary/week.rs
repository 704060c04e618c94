//! A calendar week, Monday to Sunday.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::day::is_after;
use super::events::{EventView, events_on};
use super::{DayView, DeliverableView, SlotView, Study, Tally};
use crate::model::{Dates, Week};
use crate::progress::Rest;

/// One date of a week.
#[derive(Debug, Clone)]
pub(crate) struct WeekDay<'a> {
    pub(crate) date: NaiveDate,
    /// What is to be done on it. A day entry on several dates is only at the first of them in the
    /// week; the others have `continued`, and `None` unless something was moved there.
    pub(crate) day: Option<DayView<'a>>,
    /// Whether the day entry of an earlier date continues on this one.
    pub(crate) continued: bool,
    /// Whether it is in a buffer of the plan.
    pub(crate) buffer: bool,
    /// Whether the plan is over, and no moved slot is still to come.
    pub(crate) after: bool,
    /// The declaration that makes it a rest day.
    pub(crate) rest: Option<&'a Rest>,
    /// The events on it.
    pub(crate) events: Vec<EventView>,
}

/// A calendar week.
#[derive(Debug, Clone)]
pub(crate) struct WeekView<'a> {
    /// Its Monday and Sunday.
    pub(crate) dates: Dates,
    /// Its seven dates.
    pub(crate) days: Vec<WeekDay<'a>>,
    /// The weeks of the plan that its days are named after.
    pub(crate) weeks: Vec<&'a Week>,
    /// Slots planned for it now.
    pub(crate) tally: Tally,
    /// Slots that the plan has in it, wherever they are now.
    pub(crate) baseline: Tally,
    /// Slots that the plan has in it and that were moved to later weeks, by their dates now.
    pub(crate) later: Vec<SlotView<'a>>,
    /// Slots that were moved to earlier weeks.
    pub(crate) earlier: Vec<SlotView<'a>>,
    /// Deliverables of the plan's weeks that end in it.
    pub(crate) deliverables: Vec<DeliverableView<'a>>,
}

/// A week of the plan, whatever its dates are.
#[derive(Debug, Clone)]
pub(crate) struct PlanWeek<'a> {
    pub(crate) number: u32,
    /// Its day entries.
    pub(crate) days: Vec<DayView<'a>>,
    /// Their slots.
    pub(crate) tally: Tally,
    pub(crate) deliverables: Vec<DeliverableView<'a>>,
}

/// The plan's week of this number.
pub(crate) fn plan_week(study: &Study, number: u32) -> PlanWeek<'_> {
    let days = study.plan.days().enumerate();
    let inside = days.filter(|(_, (_, _, week, _))| week.number == Some(number));
    let days: Vec<DayView> = inside.filter_map(|(index, _)| study.day(index)).collect();
    let deliverables = study.deliverables();
    PlanWeek {
        number,
        tally: days.iter().flat_map(|day| &day.slots).collect(),
        days,
        deliverables: deliverables
            .filter(|view| view.week.number == Some(number))
            .collect(),
    }
}

/// The calendar week of `date`.
pub(crate) fn week(study: &Study, date: NaiveDate) -> WeekView<'_> {
    let dates = Dates::week_of(date);
    let all = study.by_date();
    let events = events_on(study, dates);
    let mut days: Vec<WeekDay> = Vec::with_capacity(7);
    for date in dates.all() {
        let (mut day, continued) = day_of(study, date, &days);
        if let Some(day) = &mut day {
            // What went to other weeks is named for the whole week.
            day.away.retain(|slot| dates.contains(slot.dates.first));
        }
        days.push(WeekDay {
            date,
            day,
            continued,
            buffer: study.calendar.is_buffer(date),
            after: is_after(study, &all, date) && !was_done_on(&all, date),
            rest: study.rests.on(date),
            events: on(&events, date),
        });
    }
    let entries = || days.iter().filter_map(|day| day.day.as_ref());
    let names = entries().flat_map(|day| &day.names);
    let mut found: Vec<(usize, &Week)> = names.map(|name| (name.index, name.week)).collect();
    found.sort_by_key(|(index, _)| *index);
    found.dedup_by(|a, b| std::ptr::eq(a.1, b.1));
    let weeks = found.into_iter().map(|(_, week)| week);
    let weeks = weeks.filter(|week| week.number.is_some()).collect();
    let slots = entries().flat_map(|day| &day.slots);
    let tally = slots
        .filter(|slot| dates.contains(slot.dates.first))
        .collect();
    let mut then = all.clone();
    then.retain(|slot| dates.contains(slot.baseline.first));
    // A slot counts with its last sitting.
    let moved = || then.iter().filter(|slot| slot.is_last());
    let later = moved().filter(|slot| slot.dates.first > dates.last);
    let earlier = moved().filter(|slot| slot.dates.first < dates.first);
    WeekView {
        baseline: (study.unmoved_slots().collect::<Vec<_>>().iter())
            .filter(|slot| dates.contains(slot.baseline.first))
            .collect(),
        later: later.copied().collect(),
        earlier: earlier.copied().collect(),
        dates,
        days,
        weeks,
        tally,
        deliverables: study
            .deliverables()
            .filter(|view| dates.contains(view.dates.last))
            .collect(),
    }
}

fn on(events: &[EventView], date: NaiveDate) -> Vec<EventView> {
    let events = events.iter().filter(|view| view.event.date == date);
    events.cloned().collect()
}

/// What is to be done on a date, without what is shown on an earlier date of the week, and whether a
/// day entry of an earlier date continues.
fn day_of<'a>(study: &'a Study, date: NaiveDate, days: &[WeekDay]) -> (Option<DayView<'a>>, bool) {
    let mut day = study.day_on(date);
    let (mut shown, mut before) = (None, HashSet::new());
    for known in days.iter().filter_map(|day| day.day.as_ref()) {
        shown = known.entry.map(|entry| entry.index).or(shown);
        before.extend(known.slots.iter().map(SlotView::key));
    }
    let index = day.as_ref().and_then(|day| Some(day.entry?.index));
    let mut continued = index.is_some() && index == shown;
    if let Some(known) = &mut day {
        let is_new = |slot: &SlotView| !before.contains(&slot.key());
        let all = known.slots.len();
        known.slots.retain(is_new);
        // Slots that had a run of dates were shown as moved on the first of them.
        let week = Dates::week_of(date);
        (known.away).retain(|slot| slot.baseline.first.max(week.first) == date);
        // Slots moved to a run of dates continue without a day entry.
        continued |= index.is_none() && all > 0 && known.slots.is_empty();
    }
    let is_shown = |day: &DayView| !day.slots.is_empty() || !day.away.is_empty();
    let day = day.filter(|day| !continued || is_shown(day));
    (day, continued)
}

/// Whether a slot was done on a date.
fn was_done_on(slots: &[SlotView], date: NaiveDate) -> bool {
    slots.iter().any(|slot| slot.done_on() == Some(date))
}
