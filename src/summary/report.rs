//! What has been done, over a stretch of dates and over the whole plan.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::range::{dates_of, is_due_in, lies_in};
use super::study::names;
use super::{
    DeliverableTally, DeliverableView, Range, SlotView, Status, Study, Tally, TopicView, topics,
};
use crate::calendar::Dates;
use crate::model::{Day, Minutes, Phase, Week};
use crate::progress::State;

/// A report.
#[derive(Debug, Clone)]
pub struct Report<'a> {
    /// The dates it covers: of a part of the plan, those on which its slots stand now.
    pub dates: Dates,
    /// The dates on which the plan has that part, where they are others.
    pub planned: Option<Dates>,
    /// Its slots that were moved out of those.
    pub moved: u32,
    /// The slots planned in it now.
    pub tally: Tally,
    /// The slots the plan has in it, wherever they are now.
    pub baseline: Tally,
    /// Slots done in it that were planned for other dates: caught up on, or ahead of time.
    pub besides: Tally,
    /// Its day entries, in order.
    pub days: Vec<DayRow<'a>>,
    /// The plan's weeks that have slots in it.
    pub weeks: Vec<WeekRow<'a>>,
    /// The numbers of the first and the last of them.
    pub numbers: Option<(u32, u32)>,
    /// What was to be handed in in it.
    pub deliverables: Vec<DeliverableView<'a>>,
    /// Their sum.
    pub handed_in: DeliverableTally,
    /// Whether the plan sets some of its dates aside for catching up.
    pub buffer: Option<Dates>,
    /// Every phase of the plan.
    pub phases: Vec<PhaseRow<'a>>,
    /// Every topic of the roadmap; all of it, whatever the range.
    pub topics: Vec<TopicView<'a>>,
    /// What is overdue, oldest first.
    pub overdue: Vec<SlotView<'a>>,
    /// The whole plan; its pace is that of the plan so far.
    pub plan: Tally,
    /// The first week of the plan with anything open after the dates.
    pub next: Option<Upcoming<'a>>,
}

/// A day entry in a report, or a date that slots were moved to.
#[derive(Debug, Clone)]
pub struct DayRow<'a> {
    /// The entry; `None` on a date that the plan leaves free.
    pub day: Option<&'a Day>,
    /// The entries that it goes by ([`super::DayView::names`]).
    pub names: Vec<&'a Day>,
    /// Its dates.
    pub dates: Dates,
    /// Its slots.
    pub tally: Tally,
}

/// A week of the plan in a report; the slots of it that lie in the report's range.
#[derive(Debug, Clone)]
pub struct WeekRow<'a> {
    /// The week.
    pub week: &'a Week,
    /// Its slots.
    pub tally: Tally,
}

/// A phase in a report; all of it, whatever the range.
#[derive(Debug, Clone)]
pub struct PhaseRow<'a> {
    /// Its number, from 1.
    pub number: usize,
    /// The phase.
    pub phase: &'a Phase,
    /// The numbers of its first and last week.
    pub weeks: Option<(u32, u32)>,
    /// When it is, if it is a buffer.
    pub buffer: Option<Dates>,
    /// Its slots.
    pub tally: Tally,
}

/// What is to come of a week of the plan.
#[derive(Debug, Clone)]
pub struct Upcoming<'a> {
    /// The week.
    pub week: &'a Week,
    /// How many slots it has after the dates, whatever became of them.
    pub slots: u32,
    /// Their planned minutes.
    pub planned: Minutes,
}

/// Reports on `range`; `None` where the plan has no such week or phase.
#[must_use]
pub fn report(study: &Study, range: Range) -> Option<Report<'_>> {
    let slots: Vec<SlotView> = study.slots().collect();
    let inside = slots.iter().filter(|slot| lies_in(slot, range, slot.dates));
    let inside: Vec<SlotView> = inside.copied().collect();
    let then = slots
        .iter()
        .filter(|slot| lies_in(slot, range, slot.baseline));
    let baseline = then.collect();
    let weeks: Vec<WeekRow> = groups(&inside, |slot| (slot.place.at.phase, slot.place.at.week))
        .filter(|group| group[0].place.week.number.is_some())
        .map(week_row)
        .collect();
    let days = day_rows(study, &inside);
    let dates = dates_of(study, range, &inside, |slot| slot.dates)?;
    let own = dates_of(study, range, &inside, |slot| slot.baseline)?;
    let is_moved = |slot: &&SlotView| slot.is_moved() && !own.contains(slot.dates.first);
    let moved = inside.iter().filter(is_moved).count();
    let done_here = |slot: &&SlotView| {
        let state = slot.mark.and_then(|mark| mark.state);
        matches!(state, Some((_, State::Done, day)) if own.contains(day))
            && !lies_in(slot, range, slot.dates)
    };
    let deliverables: Vec<DeliverableView> = study
        .deliverables_among(slots.iter().copied())
        .filter(|view| is_due_in(study, view, range, dates))
        .collect();
    Some(Report {
        dates,
        planned: (own != dates).then_some(own),
        moved: u32::try_from(moved).unwrap_or(u32::MAX),
        besides: slots.iter().filter(done_here).collect(),
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
        overdue: overdue(&slots),
        plan: slots.iter().collect(),
        next: upcoming(&slots, range, own.last),
    })
}

/// What is overdue of these, oldest first.
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

/// Runs of slots with the same key; slots come in the order of the plan.
fn groups<'s, 'a, K: PartialEq>(
    slots: &'s [SlotView<'a>],
    key: impl Fn(&SlotView<'a>) -> K,
) -> impl Iterator<Item = &'s [SlotView<'a>]> {
    slots.chunk_by(move |a, b| key(a) == key(b))
}

/// A row for each date that slots stand on.
fn day_rows<'a>(study: &'a Study, inside: &[SlotView<'a>]) -> Vec<DayRow<'a>> {
    let mut inside = inside.to_vec();
    inside.sort_by_key(|slot| slot.dates.first);
    let dates = groups(&inside, |slot| slot.dates.first);
    let days: Vec<&Day> = study.plan.days().map(|(.., day)| day).collect();
    let date = |slots: &[SlotView<'a>]| {
        let first = slots[0].dates.first;
        let own = study.calendar.on(first).next();
        let own_dates = own.map(|index| study.calendar.days[index]);
        DayRow {
            day: own.map(|index| days[index]),
            names: names(own, slots).iter().map(|index| days[*index]).collect(),
            // The second date of an entry is a row of its own, if something was moved there.
            dates: own_dates
                .filter(|dates| dates.first == first)
                .unwrap_or(Dates::on(first)),
            tally: slots.iter().collect(),
        }
    };
    dates.map(date).collect()
}

fn week_row<'a>(slots: &[SlotView<'a>]) -> WeekRow<'a> {
    WeekRow {
        week: slots[0].place.week,
        tally: slots.iter().collect(),
    }
}

fn first_and_last(weeks: &[WeekRow]) -> Option<(u32, u32)> {
    let number = |row: Option<&WeekRow>| row?.week.number;
    number(weeks.first()).zip(number(weeks.last()))
}

fn phase_rows<'a>(study: &'a Study, slots: &[SlotView<'a>]) -> Vec<PhaseRow<'a>> {
    let mut tallies = vec![Tally::default(); study.plan.phases.len()];
    for slot in slots {
        tallies[slot.place.at.phase].count(slot);
    }
    let phases = study.plan.phases.iter().enumerate().zip(tallies);
    let row = |((index, phase), tally): ((usize, &'a Phase), Tally)| {
        let numbers = || phase.weeks.iter().filter_map(|week| week.number);
        PhaseRow {
            number: index + 1,
            phase,
            weeks: numbers().min().zip(numbers().max()),
            buffer: study
                .calendar
                .buffers
                .iter()
                .find(|b| b.phase == index)
                .map(|b| b.dates),
            tally,
        }
    };
    phases
        .filter(|((_, phase), _)| phase.title.is_some())
        .map(row)
        .collect()
}

/// The week of the first open slot after a date, and all slots after it of that week; of a part of
/// the plan, what was moved out of it does not come next. Where slots of several weeks stand on the
/// same date, the latest week is the one that goes on.
fn upcoming<'a>(slots: &[SlotView<'a>], range: Range, after: NaiveDate) -> Option<Upcoming<'a>> {
    let is_later = |slot: &&SlotView| {
        slot.dates.first > after
            && slot.place.week.number.is_some()
            && !lies_in(slot, range, slot.dates)
    };
    let open = slots.iter().filter(is_later).filter(|slot| slot.is_open());
    let first = open.min_by_key(|slot| (slot.dates.first, Reverse(slot.place.index)))?;
    let week = |slot: &SlotView| (slot.place.at.phase, slot.place.at.week);
    let rest = slots.iter().filter(is_later);
    let tally: Tally = rest.filter(|slot| week(slot) == week(first)).collect();
    Some(Upcoming {
        week: first.place.week,
        slots: tally.slots,
        planned: tally.planned,
    })
}
