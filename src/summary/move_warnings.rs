//! Moves that the learner may not have meant, and how full a day is.

mod crowding;

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{Datelike, NaiveDate};

use super::problem::{has_durations, problem};
use super::{DeliverableView, SlotView, Study};
use crate::calendar::in_study_day;
use crate::model::{FixedEvent, Minutes, Stretch};
use crate::reschedule::{Proposal, Violation, violations};

pub(crate) use self::crowding::{Crowding, crowding};

/// Moved slots by what is suspicious about them, in the order of the plan.
#[derive(Debug, Clone, Default)]
pub(crate) struct MoveWarnings<'a> {
    /// On dates that have passed.
    pub(crate) past: Vec<SlotView<'a>>,
    /// On today, at times that have begun.
    pub(crate) begun: Vec<SlotView<'a>>,
    /// At times before the day starts, which are in the night after it.
    pub(crate) night: Vec<SlotView<'a>>,
    /// On rest days.
    pub(crate) resting: Vec<SlotView<'a>>,
    /// At times that are taken by something else than an event.
    pub(crate) busy: Vec<SlotView<'a>>,
    /// On dates at whose times there are events, each with the first of these.
    pub(crate) events: Vec<(SlotView<'a>, &'a FixedEvent)>,
    /// On weekdays that the plan leaves free.
    pub(crate) free: Vec<SlotView<'a>>,
    /// After the plan's last date, buffers included.
    pub(crate) late: Vec<SlotView<'a>>,
    /// After the other slot of each pair, which follows them in their week or depends on their topic.
    pub(crate) after: Vec<(SlotView<'a>, SlotView<'a>)>,
    /// Before the other slot of each pair, which they follow.
    pub(crate) before: Vec<(SlotView<'a>, SlotView<'a>)>,
}

/// What there was before slots were moved. What conflicted then without them, or among them, is no
/// fault of the move, so no warning repeats it; where they are now is.
#[derive(Debug, Default)]
pub(crate) struct Before {
    /// The slots, by their keys.
    moved: HashSet<(usize, usize)>,
    /// Pairs of open slots that overlap.
    overlaps: HashSet<Pair>,
    /// The load of each date.
    loads: HashMap<NaiveDate, u32>,
    /// The first date of each slot, by its key.
    dates: HashMap<(usize, usize), NaiveDate>,
    /// When open deliverables were due, by their ids.
    due: HashMap<String, NaiveDate>,
}

impl Before {
    /// Of `moved`, which are about to be moved.
    pub(crate) fn of(study: &Study, moved: &[SlotView]) -> Self {
        let slots: Vec<SlotView> = study.slots().collect();
        let overlaps = overlaps(&slots);
        let open = study.deliverables().filter(DeliverableView::is_open);
        Self {
            moved: moved.iter().map(SlotView::key).collect(),
            overlaps: overlaps.iter().map(|(a, b)| pair(a, b)).collect(),
            loads: loads(study),
            dates: slots
                .iter()
                .map(|slot| (slot.key(), slot.dates.first))
                .collect(),
            due: open
                .map(|view| (view.what.id.clone(), view.dates.last))
                .collect(),
        }
    }
}

impl Before {
    /// Without `added`, a slot that has just been added.
    pub(crate) fn without(study: &Study, added: &SlotView) -> Self {
        let mut slots: Vec<SlotView> = study.slots().collect();
        slots.retain(|slot| slot.key() != added.key());
        let mut loads = loads(study);
        let planned = added.planned().unwrap_or_default();
        if let Some(load) = loads.get_mut(&added.dates.first) {
            *load = load.saturating_sub(planned.0);
        }
        Self {
            moved: HashSet::from([added.key()]),
            overlaps: overlaps(&slots).iter().map(|(a, b)| pair(a, b)).collect(),
            loads,
            dates: slots
                .iter()
                .map(|slot| (slot.key(), slot.dates.first))
                .collect(),
            due: HashMap::new(),
        }
    }
}

/// Minutes of open slots by date; none if the plan has no durations.
pub(crate) fn loads(study: &Study) -> HashMap<NaiveDate, u32> {
    if !has_durations(&study.plan) {
        return HashMap::new();
    }
    let slots: Vec<SlotView> = study.slots().collect();
    problem(study, &slots).loads_after(&Proposal::default())
}

/// The keys of two slots.
type Pair = ((usize, usize), (usize, usize));

fn pair(a: &SlotView, b: &SlotView) -> Pair {
    (a.key(), b.key())
}

/// How many dates of a slot, and slots of a date, are looked at: more can hardly be meant, and each
/// slot is compared with each other on its dates.
const MOST: (usize, usize) = (366, 100);

/// Pairs of open slots that overlap on a date.
pub(super) fn overlaps<'a>(slots: &[SlotView<'a>]) -> Vec<(SlotView<'a>, SlotView<'a>)> {
    let mut by_date: BTreeMap<NaiveDate, Vec<SlotView>> = BTreeMap::new();
    let timed = slots
        .iter()
        .filter(|slot| slot.is_open() && slot.time.is_some());
    for slot in timed {
        for date in slot.dates.all().take(MOST.0) {
            by_date.entry(date).or_default().push(*slot);
        }
    }
    let mut known = HashSet::new();
    let mut found = Vec::new();
    for here in by_date.values() {
        let here = &here[..here.len().min(MOST.1)];
        for (at, a) in here.iter().enumerate() {
            let later = here[at + 1..].iter();
            let over = later.filter(|b| a.time.zip(b.time).is_some_and(|(a, b)| a.overlaps(b)));
            found.extend(over.filter(|b| known.insert(pair(a, b))).map(|b| (*a, *b)));
        }
    }
    found
}

/// What is suspicious about where slots are that have been moved already: their ids, and which of
/// their sittings, if it is not what is open of the slot.
pub(crate) fn move_warnings<'a, 'm>(
    study: &'a Study,
    moved: impl Iterator<Item = (&'m str, Option<Stretch>)>,
) -> MoveWarnings<'a> {
    let moved: HashSet<(&str, Option<Stretch>)> = moved.collect();
    let slots: Vec<SlotView> = study.slots().collect();
    let is_moved = |index: &usize| {
        let slot = &slots[*index];
        let id = slot.place.slot.id.as_str();
        let part = slot.sitting.map(|sitting| sitting.part);
        slot.is_open() && (moved.contains(&(id, None)) || moved.contains(&(id, part)))
    };
    let indices: Vec<usize> = (0..slots.len()).filter(is_moved).collect();
    let pick = |is_it: &dyn Fn(&SlotView) -> bool| -> Vec<SlotView<'a>> {
        let here = indices.iter().map(|index| slots[*index]);
        here.filter(|slot| is_it(slot)).collect()
    };
    let end = study.calendar.end();
    let mut found = MoveWarnings {
        past: pick(&|slot| slot.dates.last < study.today),
        begun: pick(&|slot| has_begun(study, slot)),
        night: pick(&|slot| is_at_night(study, slot)),
        resting: pick(&|slot| slot.displaced),
        events: (indices.iter())
            .filter_map(|index| Some((slots[*index], event_during(study, &slots[*index])?)))
            .collect(),
        busy: pick(&|slot| event_during(study, slot).is_none() && is_busy(study, slot)),
        free: pick(&|slot| !slot.displaced && is_on_free_weekday(study, slot)),
        late: pick(&|slot| slot.dates.last > end),
        ..MoveWarnings::default()
    };
    for (index, how) in violations(&problem(study, &slots), &indices) {
        match how {
            Violation::After(other) => found.after.push((slots[index], slots[other])),
            Violation::Before(other) => found.before.push((slots[index], slots[other])),
        }
    }
    found
}

/// The first event that takes its time, or without one all of one of its days.
fn event_during<'a>(study: &'a Study, slot: &SlotView) -> Option<&'a FixedEvent> {
    let events = study.events.iter().map(|placed| &placed.event);
    let mut here = events.filter(|event| slot.dates.contains(event.date));
    here.find(|event| match (event.time, slot.time) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(event), Some(slot)) => event.overlaps(slot),
    })
}

/// Whether something takes its time, or without one all of one of its days.
fn is_busy(study: &Study, slot: &SlotView) -> bool {
    let (dawn, day) = (study.day_starts.0, Minutes::DAY.0);
    let range = slot.time.map(|time| in_study_day(time, study.day_starts));
    let takes = |taken: &(u32, u32)| match range {
        Some((start, end)) => taken.0 < end && start < taken.1,
        None => taken.0 <= dawn && dawn + day <= taken.1,
    };
    let mut dates = slot.dates.all().take(MOST.0);
    dates.any(|date| {
        study
            .busy
            .get(&date)
            .is_some_and(|all| all.iter().any(takes))
    })
}

/// Whether it was moved to weekdays that the plan declares as rest.
fn is_on_free_weekday(study: &Study, slot: &SlotView) -> bool {
    let free = |date: NaiveDate| match &study.hours {
        Some(hours) => study.rests.hours_on(hours, date).total() == Minutes::ZERO,
        None if study.rests.at_work(date).is_some() => false,
        None => study.plan.rest.contains(&date.weekday()),
    };
    // The learner chose the date of an added slot.
    let is_author_s = !slot.place.day.is_added() && slot.baseline.all().all(free);
    slot.dates.all().all(free) && !is_author_s
}

/// Whether its time is after midnight, and not the plan's own.
fn is_at_night(study: &Study, slot: &SlotView) -> bool {
    let start = slot.time.map(|time| time.start.minutes());
    let is_author_s = !slot.place.day.is_added() && slot.time == slot.place.slot.time;
    !is_author_s && start.is_some_and(|start| start < study.day_starts.0)
}

/// Whether it is on today alone, at a time that has begun.
fn has_begun(study: &Study, slot: &SlotView) -> bool {
    let start = slot
        .time
        .map(|time| study.moment(slot.dates.first, time.start));
    slot.dates.first == study.today
        && slot.dates.last == study.today
        && start.is_some_and(|start| start < study.now)
}

/// Deliverables whose due date has changed with the slots of their week, and when they were due.
pub(crate) fn due_changes<'a>(
    study: &'a Study,
    before: &Before,
) -> Vec<(DeliverableView<'a>, NaiveDate)> {
    let changed = study.deliverables().filter_map(|view| {
        let was = *before.due.get(&view.what.id)?;
        (was != view.dates.last).then_some((view, was))
    });
    changed.collect()
}
