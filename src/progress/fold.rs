//! From a set of events to the state they add up to.

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;

use uuid::Uuid;

use super::fixed_dates::FixedDates;
use super::layout::Layout;
use super::relinked;
use super::undo::{afresh, is_live, undone};
use super::{Event, Mark, Order, Rests, Subject, What};
use crate::model::{AddedSlot, Plan};

/// What a plan's events add up to, before they are matched with the slots of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Progress<'e> {
    /// The date of Day 1 by the highest live `begin`; where none is live but marks are, by the
    /// highest of all.
    pub(crate) start: Option<NaiveDate>,
    /// Marks by what they are of: the slot as it was then, or by the `moved` events since.
    pub(crate) marks: BTreeMap<Subject<'e>, Mark>,
    /// Rest that was declared.
    pub(crate) rests: Rests,
    /// Exams and due dates that the learner set.
    pub(crate) fixed: FixedDates,
    /// The fit that holds, if the plan was fitted to the learner's week.
    pub(crate) layout: Option<Layout>,
    /// Slots that were added, by their ids; also those that the plan file has by now.
    pub(crate) added: BTreeMap<&'e str, (Order, &'e AddedSlot)>,
    /// The start or fit that laid the plan out: moves up to it count only for added slots.
    laid: Option<Order>,
}

/// Adds up a set of events. Their order in the slice does not matter, except for those that differ
/// and have the same id; nor does repeating one.
pub(crate) fn fold(events: &[Event]) -> Progress<'_> {
    let undone = undone(events);
    let mut begins: Vec<Begin> = Vec::new();
    let mut live: Vec<&Event> = Vec::with_capacity(events.len());
    let afresh = afresh(events, &undone);
    for event in events {
        // They are about the learner's own calendar, whenever the plan begins.
        let is_fixed = matches!(
            event.what,
            What::Off { .. } | What::FixedEvent { .. } | What::Due { .. }
        );
        let counts = is_fixed || afresh.is_none_or(|afresh| afresh <= event.order());
        let is_live = counts && is_live(event, &undone);
        if let What::Begin { start, .. } = event.what {
            begins.push((is_live, event.order(), start));
        } else if is_live {
            live.push(event);
        }
    }
    let mut progress = Progress {
        start: None,
        marks: relinked::marks(&live, &shifts(&live)),
        layout: Layout::of(&live),
        added: added(&live),
        laid: None,
        fixed: FixedDates::of(&live),
        rests: Rests::of(live.into_iter()),
    };
    progress.begin(&begins);
    progress
}

/// The ops of shifts.
fn shifts(live: &[&Event]) -> HashSet<Uuid> {
    let is_shift = |event: &&&Event| matches!(event.what, What::Shift { .. });
    live.iter().filter(is_shift).map(|event| event.op).collect()
}

/// Slots that were added, by their ids. An id is random, but a line of the journal may be copied and
/// edited: the highest decides.
fn added<'e>(live: &[&'e Event]) -> BTreeMap<&'e str, (Order, &'e AddedSlot)> {
    let added = live.iter().filter_map(|event| match &event.what {
        What::Add(slot) => Some((event.order(), slot)),
        _ => None,
    });
    let mut added: Vec<(Order, &AddedSlot)> = added.collect();
    added.sort_by_key(|(order, _)| *order);
    let added = added.into_iter();
    added.map(|added| (added.1.id.as_str(), added)).collect()
}

/// A `begin`: whether it is live, its order, and the start it gives.
type Begin = (bool, Order, NaiveDate);

impl Progress<'_> {
    /// Settles the start, once all marks are in.
    fn begin(&mut self, begins: &[Begin]) {
        let highest = begins.iter().max().copied();
        // A note does not begin a plan.
        let any_mark = self.marks.values().any(|mark| mark.settled.is_some());
        self.start = highest
            .filter(|(live, _, _)| *live || any_mark)
            .map(|(_, _, start)| start);
        self.drop_placements(begins);
    }

    /// A start on another date lays the plan out again, and so does a fit: earlier moves and fits no
    /// longer apply. Added slots keep their moves, unless the fit laid them too.
    fn drop_placements(&mut self, begins: &[Begin]) {
        let other = |begin: &&Begin| begin.0 && Some(begin.2) != self.start;
        let last = begins.iter().filter(other).map(|begin| begin.1).max();
        self.layout = self
            .layout
            .take()
            .filter(|layout| Some(layout.order) > last);
        let fitted = self.layout.as_ref().map(|layout| layout.order);
        self.laid = last.max(fitted);
        if let Some(last) = self.laid {
            let marks = self.marks.iter_mut();
            let laid = self.layout.as_ref().map(|layout| &layout.slots);
            let is_laid = |id: &str| laid.is_some_and(|slots| slots.contains_key(id));
            let marks = marks.filter(|(of, _)| is_laid(of.id) || !self.added.contains_key(of.id));
            marks.for_each(|(_, mark)| mark.drop_placements(last));
        }
    }

    /// The added slots that are not in the plan file, in the order in which they were added. Those that
    /// are go where it has them: for them, too, the moves before the latest start or fit no longer count.
    pub(crate) fn take_added(&mut self, plan: &Plan) -> Vec<AddedSlot> {
        if self.added.is_empty() {
            return Vec::new();
        }
        let ids: HashSet<&str> = plan.slots().map(|place| place.slot.id.as_str()).collect();
        if let Some(last) = self.laid {
            let marks = self.marks.iter_mut();
            let marks = marks.filter(|(subject, _)| ids.contains(subject.id));
            marks.for_each(|(_, mark)| mark.drop_placements(last));
        }
        let added = self.added.iter().filter(|(id, _)| !ids.contains(*id));
        let mut added: Vec<_> = added.map(|(_, added)| *added).collect();
        added.sort_by_key(|(order, _)| *order);
        added.into_iter().map(|(_, slot)| slot.clone()).collect()
    }
}
