//! The report: what has been done in a range and in the whole plan.

use std::cmp::Reverse;
use std::collections::HashSet;

use chrono::NaiveDate;

use super::day::names;
use super::events::{EventView, events};
use super::milestones::open_deliverables_of;
use super::range::{Range, dates_of, is_due_in, is_one_week, lies_in};
use super::{
    DeliverableTally, DeliverableView, OpenDeliverables, Pace, SlotView, Status, Study, Tally,
    TopicView, topics, worked,
};
use crate::model::{Dates, Day, Minutes, Phase, Week};
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
    /// What is overdue or displaced in the rest of the plan.
    pub(crate) elsewhere: Elsewhere,
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Elsewhere {
    /// Overdue slots.
    pub(crate) overdue: u32,
    /// Overdue deliverables.
    pub(crate) deliverables: u32,
    /// Slots on rest days.
    pub(crate) displaced: Tally,
}

/// A day entry in a report, or a date that slots were moved to.
#[derive(Debug, Clone)]
pub(crate) struct DayRow<'a> {
    /// The entry; `None` for a date that the plan leaves free.
    pub(crate) day: Option<&'a Day>,
    /// The entries it is named after ([`super::DayView::names`]).
    pub(crate) names: Vec<&'a Day>,
    pub(crate) dates: Dates,
    /// Its slots.
    pub(crate) tally: Tally,
}

/// A week of the plan, with its slots in the report's range.
#[derive(Debug, Clone)]
pub(crate) struct WeekRow<'a> {
    pub(crate) week: &'a Week,
    /// Its slots.
    pub(crate) tally: Tally,
}

/// A phase of the plan, with all of its slots.
#[derive(Debug, Clone)]
pub(crate) struct PhaseRow<'a> {
    /// Its number, from 1.
    pub(crate) number: usize,
    pub(crate) phase: &'a Phase,
    /// The numbers of its first and last week.
    pub(crate) weeks: Option<(u32, u32)>,
    /// When it is, if it is a buffer.
    pub(crate) buffer: Option<Dates>,
    /// Its slots.
    pub(crate) tally: Tally,
}

/// The calendar week that comes next.
#[derive(Debug, Clone)]
pub(crate) struct Upcoming<'a> {
    /// The date of its first open slot.
    pub(crate) date: NaiveDate,
    /// The plan's week that this slot is of.
    pub(crate) week: &'a Week,
    /// The numbers of the first and the last of the plan's weeks that its slots are of.
    pub(crate) numbers: Option<(u32, u32)>,
    /// How many open slots it has from that date on.
    pub(crate) slots: u32,
    pub(crate) planned: Minutes,
}

/// Reports on `range`; `None` if the plan has no such week or phase.
pub(crate) fn report(study: &Study, range: Range) -> Option<Report<'_>> {
    let slots: Vec<SlotView> = study.slots().collect();
    let inside = slots.iter().filter(|slot| lies_in(slot, range, slot.dates));
    let inside: Vec<SlotView> = inside.copied().collect();
    let then = slots
        .iter()
        .filter(|slot| lies_in(slot, range, slot.baseline));
    let baseline = then.collect();
    let weeks: Vec<WeekRow> = week_rows(&inside);
    let days = day_rows(study, &inside);
    let dates = dates_of(study, range, &inside, |slot| slot.dates)?;
    let own = dates_of(study, range, &inside, |slot| slot.baseline)?;
    let is_moved = |slot: &&SlotView| slot.is_moved() && !own.contains(slot.dates.first);
    let moved: Tally = inside.iter().filter(is_moved).collect();
    let done_here = |slot: &&SlotView| {
        !lies_in(slot, range, slot.dates) && slot.done_on().is_some_and(|day| dates.contains(day))
    };
    let is_due = |view: &DeliverableView| is_due_in(study, view, range, dates);
    let deliverables: Vec<DeliverableView> = study.deliverables().filter(is_due).collect();
    Some(Report {
        dates,
        planned: (own != dates).then_some(own),
        is_one_week: own == dates && is_one_week(range, dates),
        moved: moved.different,
        part: match range {
            Range::Week(_) => Some(Level::Week),
            Range::Phase(_) => Some(Level::Phase),
            Range::All | Range::Between(_) => None,
        },
        from_elsewhere: slots.iter().filter(done_here).collect(),
        tally: inside.iter().collect(),
        baseline,
        days,
        numbers: first_and_last(&weeks),
        weeks,
        handed_in: deliverables.iter().collect(),
        deliverables,
        buffer: buffer(study, own),
        phases: phase_rows(study, &slots),
        topics: topics(study, &slots),
        overdue: overdue(&inside),
        displaced: displaced(&inside),
        open_deliverables: open_deliverables_of(study, is_due),
        events: events_in(study, range, dates),
        worked: worked_on(study, dates),
        elsewhere: elsewhere(study, &slots, range, dates),
        plan: slots.iter().collect(),
        next: upcoming(study, &slots, range, own.last),
    })
}

fn worked_on(study: &Study, dates: Dates) -> Vec<(NaiveDate, Minutes)> {
    let all = worked(study).into_iter();
    all.filter(|(date, _)| dates.contains(*date)).collect()
}

fn events_in(study: &Study, range: Range, dates: Dates) -> Vec<EventView> {
    let is_in = |view: &EventView| range == Range::All || dates.contains(view.event.date);
    let all = events(study).into_iter();
    all.filter(|view| view.is_missed() || is_in(view)).collect()
}

fn elsewhere(study: &Study, slots: &[SlotView], range: Range, dates: Dates) -> Elsewhere {
    let others = slots
        .iter()
        .filter(|slot| !lies_in(slot, range, slot.dates));
    let others: Vec<SlotView> = others.copied().collect();
    // A slot that has overdue sittings on both sides counts inside.
    let is_overdue = |slot: &&SlotView| slot.status == Status::Overdue;
    let inside = slots.iter().filter(is_overdue);
    let inside = inside.filter(|slot| lies_in(slot, range, slot.dates));
    let inside: HashSet<usize> = inside.map(|slot| slot.place.index).collect();
    let is_counted = |slot: &&SlotView| inside.contains(&slot.place.index);
    let tally: Tally = others.iter().filter(|slot| !is_counted(slot)).collect();
    let is_other = |view: &DeliverableView| !is_due_in(study, view, range, dates);
    Elsewhere {
        overdue: tally.overdue,
        deliverables: open_deliverables_of(study, is_other).all_overdue,
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

/// A row for each date with slots.
fn day_rows<'a>(study: &'a Study, inside: &[SlotView<'a>]) -> Vec<DayRow<'a>> {
    let mut inside = inside.to_vec();
    inside.sort_by_key(|slot| slot.dates.first);
    let dates = inside.chunk_by(|a, b| a.dates.first == b.dates.first);
    let days: Vec<&Day> = study.plan.days().map(|(.., day)| day).collect();
    let date = |slots: &[SlotView<'a>]| {
        let first = slots[0].dates.first;
        let own = study.entry_index_on(first);
        let own_dates = own.map(|index| study.calendar.around(index, first));
        DayRow {
            day: own.map(|index| days[index]),
            names: names(own, slots).iter().map(|index| days[*index]).collect(),
            // If something was moved to the second date of an entry, that is a row of its own.
            dates: own_dates
                .filter(|dates| dates.first == first)
                .unwrap_or(Dates::on(first)),
            tally: slots.iter().collect(),
        }
    };
    dates.map(date).collect()
}

fn week_rows<'a>(inside: &[SlotView<'a>]) -> Vec<WeekRow<'a>> {
    let weeks = inside.chunk_by(|a, b| std::ptr::eq(a.place.week, b.place.week));
    let numbered = weeks.filter(|slots| slots[0].place.week.number.is_some());
    let rows = numbered.map(|slots| WeekRow {
        week: slots[0].place.week,
        tally: slots.iter().collect(),
    });
    rows.collect()
}

fn first_and_last(weeks: &[WeekRow]) -> Option<(u32, u32)> {
    let number = |row: Option<&WeekRow>| row?.week.number;
    number(weeks.first()).zip(number(weeks.last()))
}

/// The phases that have a title, each with its slots among `slots`.
pub(super) fn phase_rows<'a>(study: &'a Study, slots: &[SlotView<'a>]) -> Vec<PhaseRow<'a>> {
    let row = |(index, phase): (usize, &'a Phase)| {
        let inside = |slot: &&SlotView| slot.place.at.phase == index;
        let numbers = || phase.weeks.iter().filter_map(|week| week.number);
        PhaseRow {
            number: index + 1,
            phase,
            weeks: numbers().min().zip(numbers().max()),
            buffer: study.calendar.buffer_of(index),
            tally: slots.iter().filter(inside).collect(),
        }
    };
    let phases = study.plan.phases.iter().enumerate();
    let titled = phases.filter(|(_, phase)| phase.title.is_some());
    titled.map(row).collect()
}

/// What is left to do in the calendar week of the first open slot after a date, and not before today.
/// Slots of the range itself that were moved out of it don't come next. If slots of several weeks of
/// the plan are on that slot's date, the latest of them comes next.
fn upcoming<'a>(
    study: &Study,
    slots: &[SlotView<'a>],
    range: Range,
    after: NaiveDate,
) -> Option<Upcoming<'a>> {
    let date = |slot: &SlotView| slot.dates.first.max(study.today);
    let is_later = |slot: &SlotView| slot.dates.first > after && slot.dates.last >= study.today;
    let open = slots
        .iter()
        .filter(|slot| slot.is_open() && !slot.displaced);
    let open: Vec<SlotView> = open.filter(|slot| is_later(slot)).copied().collect();
    let is_next = |slot: &&SlotView| !lies_in(slot, range, slot.dates);
    let next = open.iter().filter(is_next);
    let first = next.min_by_key(|slot| (date(slot), Reverse(slot.place.index)))?;
    let week = Dates::week_of(date(first));
    let from = date(first);
    let there = open.iter().filter(|slot| {
        let date = date(slot);
        from <= date && week.contains(date) && !lies_in(slot, range, slot.dates)
    });
    let there: Vec<SlotView> = there.copied().collect();
    let tally: Tally = there.iter().collect();
    Some(Upcoming {
        date: date(first),
        week: first.place.week,
        numbers: first_and_last(&week_rows(&there)),
        slots: tally.slots,
        planned: tally.planned,
    })
}
