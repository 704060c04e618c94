//! The report: what has been done in a range and in the whole plan.

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;

use super::events::{EventView, events};
use super::followed::{Followed, followed};
use super::milestones::open_deliverables_of;
use super::overdue_weeks::{OverdueWeek, overdue_weeks};
use super::range::{Range, dates_of, is_due_in, is_one_week, lies_in};
use super::report_rows::{DayRow, PhaseRow, day_rows, phase_rows};
use super::upcoming::{Upcoming, upcoming};
use super::week_rows::{WeekRow, first_and_last, week_rows};
use super::{
    DeliverableTally, DeliverableView, OpenDeliverables, Pace, SlotView, Status, Study, Tally,
    TopicView, topics, worked,
};
use crate::model::{Dates, Minutes};
use crate::text::Level;

/// A report.
#[derive(Debug, Clone)]
pub(crate) struct Report<'a> {
    /// The dates it covers. Those of a part of the plan are the dates of its slots now.
    pub(crate) dates: Dates,
    /// The plan's own dates of that part, if they differ.
    pub(crate) planned: Option<Dates>,
    /// Whether it is about one calendar week, in which a weekday is a date.
    pub(crate) is_one_week: bool,
    /// How many of its slots were moved out of those.
    pub(crate) moved: u32,
    /// Slots planned in it now.
    pub(crate) tally: Tally,
    /// Slots that the plan has in it, wherever they are now.
    pub(crate) baseline: Tally,
    /// The part of the plan that is reported on: a week or a phase; `None` for dates.
    pub(crate) part: Option<Level>,
    /// Slots outside it that were done on its dates, late or ahead of time.
    pub(crate) from_elsewhere: Tally,
    /// Its day entries, in order.
    pub(crate) days: Vec<DayRow<'a>>,
    /// The plan's weeks that have slots in it.
    pub(crate) weeks: Vec<WeekRow<'a>>,
    /// The numbers of the first and the last of them.
    pub(crate) numbers: Option<(u32, u32)>,
    pub(crate) deliverables: Vec<DeliverableView<'a>>,
    pub(crate) handed_in: DeliverableTally,
    /// The buffer of the plan that has some of its dates.
    pub(crate) buffer: Option<Dates>,
    /// Every phase of the plan.
    pub(crate) phases: Vec<PhaseRow<'a>>,
    /// Every topic of the roadmap; all of it, whatever the range.
    pub(crate) topics: Vec<TopicView<'a>>,
    /// Its overdue slots, the oldest first.
    pub(crate) overdue: Vec<SlotView<'a>>,
    /// Its slots on rest days, which need another date, in the order of the plan.
    pub(crate) displaced: Vec<SlotView<'a>>,
    /// What is still to be handed in of it.
    pub(crate) open_deliverables: OpenDeliverables,
    /// The events on its dates, and those that have passed with open slots.
    pub(crate) events: Vec<EventView>,
    /// The minutes that were worked on each of its dates that has any.
    pub(crate) worked: Vec<(NaiveDate, Minutes)>,
    /// How the plan is followed.
    pub(crate) followed: Followed<'a>,
    /// Its overdue slots by week, the oldest first.
    pub(crate) overdue_weeks: Vec<OverdueWeek<'a>>,
    /// What is overdue or displaced in the rest of the plan.
    pub(crate) elsewhere: Elsewhere<'a>,
    /// The whole plan.
    pub(crate) plan: Tally,
    /// The first calendar week with open slots after the dates.
    pub(crate) next: Option<Upcoming<'a>>,
}

impl Report<'_> {
    /// The pace by the plan's own dates; `None` for dates that slots were moved into or out of, of
    /// which only that by the current dates says something.
    pub(crate) fn pace(&self) -> Option<Pace> {
        self.tally.pace().filter(|_| self.baseline == self.tally)
    }

    /// The pace by the current dates; `None` if that is the same.
    pub(crate) fn pace_now(&self) -> Option<Pace> {
        let now = self.tally.pace_now();
        now.filter(|_| now != self.pace())
    }
}

/// What needs the learner outside the range of a report.
#[derive(Debug, Clone)]
pub(crate) struct Elsewhere<'a> {
    /// Overdue slots.
    pub(crate) overdue: u32,
    /// The same by week, the oldest first.
    pub(crate) overdue_weeks: Vec<OverdueWeek<'a>>,
    /// Overdue deliverables.
    pub(crate) deliverables: u32,
    /// Slots on rest days.
    pub(crate) displaced: Tally,
}

/// Reports on `range`; `None` if the plan has no such week or phase.
pub(crate) fn report(study: &Study, range: Range) -> Option<Report<'_>> {
    let slots: Vec<SlotView> = study.slots().collect();
    let inside = slots.iter().filter(|slot| lies_in(slot, range, slot.dates));
    let inside: Vec<SlotView> = inside.copied().collect();
    let mut planned: Vec<SlotView> = study.unmoved_slots().collect();
    planned.retain(|slot| lies_in(slot, range, slot.baseline));
    let weeks: Vec<WeekRow> = week_rows(&inside);
    let dates = dates_of(study, range, &inside, |slot| slot.dates)?;
    let own = dates_of(study, range, &planned, |slot| slot.baseline).unwrap_or(dates);
    let is_moved = |slot: &&SlotView| slot.is_moved() && !own.contains(slot.dates.first);
    let moved: Tally = inside.iter().filter(is_moved).collect();
    let done_here = |slot: &&SlotView| {
        !lies_in(slot, range, slot.dates) && slot.done_on().is_some_and(|day| dates.contains(day))
    };
    let is_due = |view: &DeliverableView| is_due_in(study, view, range, dates);
    // Going through them costs as much as going through all slots.
    let all: Vec<DeliverableView> = study.deliverables().collect();
    let deliverables: Vec<DeliverableView> = all.iter().copied().filter(is_due).collect();
    let events = events_in(study, range, dates);
    let worked = worked(study);
    let overdue = overdue(&inside);
    let is_now = range == Range::All || dates.contains(study.today);
    let followed = followed(study, (&slots, &all), (dates, is_now), (&worked, &events));
    Some(Report {
        followed,
        overdue_weeks: overdue_weeks(&overdue),
        worked: worked_on(&worked, dates),
        dates,
        planned: (own != dates).then_some(own),
        is_one_week: own == dates && is_one_week(range, dates),
        moved: moved.different,
        part: part(range),
        from_elsewhere: slots.iter().filter(done_here).collect(),
        tally: inside.iter().collect(),
        baseline: planned.iter().collect(),
        days: day_rows(study, &inside),
        numbers: first_and_last(&weeks),
        weeks,
        handed_in: deliverables.iter().collect(),
        deliverables,
        buffer: buffer(study, own),
        phases: phase_rows(study, &slots),
        topics: topics(study, &slots),
        displaced: displaced(&inside),
        open_deliverables: open_deliverables_of(study, &all, is_due),
        events,
        elsewhere: elsewhere(study, (&slots, &all), (range, dates), &overdue),
        overdue,
        plan: slots.iter().collect(),
        next: upcoming(study, (&slots, &all), range, own.last),
    })
}

/// What part of the plan a range is; `None` for dates, or all of it.
fn part(range: Range) -> Option<Level> {
    match range {
        Range::Week(_) => Some(Level::Week),
        Range::Phase(_) => Some(Level::Phase),
        Range::All | Range::Between(_) => None,
    }
}

fn worked_on(all: &BTreeMap<NaiveDate, Minutes>, dates: Dates) -> Vec<(NaiveDate, Minutes)> {
    let inside = all.range(dates.first..=dates.last.max(dates.first));
    inside.map(|(date, minutes)| (*date, *minutes)).collect()
}

/// Overdue slots of which nothing is among those `inside`.
fn overdue_outside<'a>(slots: &[SlotView<'a>], inside: &[SlotView]) -> Vec<SlotView<'a>> {
    let known: HashSet<usize> = inside.iter().map(|slot| slot.place.index).collect();
    let mut others = overdue(slots);
    others.retain(|slot| !known.contains(&slot.place.index));
    others
}

fn events_in(study: &Study, range: Range, dates: Dates) -> Vec<EventView> {
    let is_in = |view: &EventView| range == Range::All || dates.contains(view.event.date);
    let all = events(study).into_iter();
    all.filter(|view| view.is_missed() || is_in(view)).collect()
}

fn elsewhere<'a>(
    study: &Study,
    (slots, deliverables): (&[SlotView<'a>], &[DeliverableView]),
    (range, dates): (Range, Dates),
    inside: &[SlotView],
) -> Elsewhere<'a> {
    // A slot that has overdue sittings on both sides counts inside.
    let overdue = overdue_outside(slots, inside);
    let others = slots
        .iter()
        .filter(|slot| !lies_in(slot, range, slot.dates));
    let others: Vec<SlotView> = others.copied().collect();
    let is_other = |view: &DeliverableView| !is_due_in(study, view, range, dates);
    Elsewhere {
        overdue: overdue.iter().collect::<Tally>().overdue,
        overdue_weeks: overdue_weeks(&overdue),
        deliverables: open_deliverables_of(study, deliverables, is_other).all_overdue,
        displaced: displaced(&others).iter().collect(),
    }
}

fn displaced<'a>(slots: &[SlotView<'a>]) -> Vec<SlotView<'a>> {
    let displaced = slots.iter().filter(|slot| slot.displaced);
    displaced.copied().collect()
}

/// Overdue slots, the oldest first.
fn overdue<'a>(slots: &[SlotView<'a>]) -> Vec<SlotView<'a>> {
    let overdue = slots.iter().filter(|slot| slot.status == Status::Overdue);
    let mut overdue: Vec<SlotView> = overdue.copied().collect();
    overdue.sort_by_key(SlotView::when);
    overdue
}

/// The first buffer that has some of these dates.
fn buffer(study: &Study, dates: Dates) -> Option<Dates> {
    let mut buffers = study.calendar.buffers.iter().map(|buffer| buffer.dates);
    buffers.find(|buffer| buffer.first <= dates.last && dates.first <= buffer.last)
}
