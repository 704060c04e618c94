//! Moves that the learner may not have meant, and how full a day is.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::problem::{has_durations, problem};
use super::{SlotView, Study};
use crate::model::Minutes;
use crate::reschedule::{Proposal, Violation, violations};

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
    /// After the plan's last date, buffers included.
    pub(crate) late: Vec<SlotView<'a>>,
    /// After the other slot of each pair, which follows them in their week or depends on their topic.
    pub(crate) after: Vec<(SlotView<'a>, SlotView<'a>)>,
    /// Before the other slot of each pair, which they follow.
    pub(crate) before: Vec<(SlotView<'a>, SlotView<'a>)>,
}

/// What conflicted before slots were moved: no fault of the move, so no warning repeats it.
#[derive(Debug, Default)]
pub(crate) struct Before {
    /// Slots, by their positions in the plan, that are out of order with others.
    order: HashSet<(usize, Violation)>,
    /// Pairs of slots that overlap on the date that slots are moved to.
    overlaps: HashSet<(usize, usize)>,
    /// The load of that date.
    load: Minutes,
}

impl Before {
    /// Of `moved`, which are about to be moved, to `date` if they all go to the same.
    pub(crate) fn of(study: &Study, moved: &[SlotView], date: Option<NaiveDate>) -> Self {
        let slots: Vec<SlotView> = study.slots().collect();
        let mut indices: Vec<usize> = moved.iter().map(|slot| slot.place.index).collect();
        indices.sort_unstable();
        let load = date.map(|date| day_load(study, date));
        Self {
            order: HashSet::from_iter(violations(&problem(study, &slots), &indices)),
            overlaps: load
                .iter()
                .flat_map(|load| load.overlaps.iter().map(pair))
                .collect(),
            load: load.map_or(Minutes::ZERO, |load| load.load),
        }
    }
}

fn pair((a, b): &(SlotView, SlotView)) -> (usize, usize) {
    (a.place.index, b.place.index)
}

/// What is suspicious about the slots with the ids `moved`, which have been moved already, and was
/// not so before.
pub(crate) fn move_warnings<'a, 'm>(
    study: &'a Study,
    moved: impl Iterator<Item = &'m str>,
    before: &Before,
) -> MoveWarnings<'a> {
    let moved: HashSet<&str> = moved.collect();
    let slots: Vec<SlotView> = study.slots().collect();
    let is_moved = |index: &usize| moved.contains(slots[*index].place.slot.id.as_str());
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
        late: pick(&|slot| slot.dates.last > end),
        ..MoveWarnings::default()
    };
    let violations = violations(&problem(study, &slots), &indices).into_iter();
    for (index, how) in violations.filter(|known| !before.order.contains(known)) {
        match how {
            Violation::After(other) => found.after.push((slots[index], slots[other])),
            Violation::Before(other) => found.before.push((slots[index], slots[other])),
        }
    }
    found
}

/// Whether its time is after midnight, and not the plan's own.
fn is_at_night(study: &Study, slot: &SlotView) -> bool {
    let start = slot.time.map(|time| time.start.minutes());
    slot.time != slot.place.slot.time && start.is_some_and(|start| start < study.day_starts.0)
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

/// How full a date is.
#[derive(Debug, Clone)]
pub(crate) struct DayLoad<'a> {
    /// Minutes of its open slots; 0 if the plan has no durations.
    pub(crate) load: Minutes,
    /// The upper bound of its budget.
    pub(crate) budget: Minutes,
    /// Open slots whose times overlap.
    pub(crate) overlaps: Vec<(SlotView<'a>, SlotView<'a>)>,
}

impl DayLoad<'_> {
    /// What a move has added to the load that was there `before`.
    pub(crate) fn since(mut self, before: &Before) -> Self {
        self.overlaps
            .retain(|slots| !before.overlaps.contains(&pair(slots)));
        if self.load <= before.load {
            self.load = Minutes::ZERO;
        }
        self
    }
}

/// How full `date` is.
pub(crate) fn day_load(study: &Study, date: NaiveDate) -> DayLoad<'_> {
    let slots: Vec<SlotView> = study.slots().collect();
    let problem = problem(study, &slots);
    let loads = problem.loads_after(&Proposal::default());
    let load = loads.get(&date).filter(|_| has_durations(&study.plan));
    let here = |slot: &&SlotView| slot.is_open() && slot.dates.contains(date);
    let here: Vec<&SlotView> = slots.iter().filter(here).collect();
    let pairs = here.iter().enumerate();
    let pairs = pairs.flat_map(|(at, a)| here[at + 1..].iter().map(move |b| (**a, **b)));
    let overlap =
        |(a, b): &(SlotView, SlotView)| a.time.zip(b.time).is_some_and(|(a, b)| a.overlaps(b));
    DayLoad {
        load: Minutes(load.copied().unwrap_or_default()),
        budget: problem.budgets.on(date),
        overlaps: pairs.filter(overlap).collect(),
    }
}
