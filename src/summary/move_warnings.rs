//! What a learner who has put slots elsewhere may not have meant.

use std::collections::HashSet;

use super::problem::problem;
use super::{SlotView, Study};
use crate::reschedule::{Violation, violations};

/// Slots that were put elsewhere, by what may not be meant; in the order of the plan.
#[derive(Debug, Clone, Default)]
pub struct MoveWarnings<'a> {
    /// They stand on dates that have passed.
    pub past: Vec<SlotView<'a>>,
    /// They stand on today, at times that have passed.
    pub begun: Vec<SlotView<'a>>,
    /// They were put at times before the day starts: in the night after it.
    pub night: Vec<SlotView<'a>>,
    /// They stand on days of rest.
    pub resting: Vec<SlotView<'a>>,
    /// They stand after the plan's last date, time for catching up included.
    pub late: Vec<SlotView<'a>>,
    /// They come after the other one of each pair, which follows them in their week or depends on
    /// their topic.
    pub after: Vec<(SlotView<'a>, SlotView<'a>)>,
    /// They come before the other one, which they follow.
    pub before: Vec<(SlotView<'a>, SlotView<'a>)>,
}

/// What may not be meant of the slots called `moved`, as they stand now.
#[must_use]
pub fn move_warnings<'a, 'm>(
    study: &'a Study,
    moved: impl Iterator<Item = &'m str>,
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
    for (index, how) in violations(&problem(study, &slots), &indices) {
        match how {
            Violation::After(other) => found.after.push((slots[index], slots[other])),
            Violation::Before(other) => found.before.push((slots[index], slots[other])),
        }
    }
    found
}

/// Whether it was put at a time that is another date's by the clock; the plan may have it there.
fn is_at_night(study: &Study, slot: &SlotView) -> bool {
    let start = slot.time.map(|time| time.start.minutes());
    slot.time != slot.place.slot.time && start.is_some_and(|start| start < study.day_starts.0)
}

/// Whether it stands on today alone, at a time that has begun.
fn has_begun(study: &Study, slot: &SlotView) -> bool {
    let start = slot
        .time
        .map(|time| study.moment(slot.dates.first, time.start));
    slot.dates.first == study.today
        && slot.dates.last == study.today
        && start.is_some_and(|start| start < study.now)
}
