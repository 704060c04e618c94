//! From a set of events to the state they add up to.

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;

use uuid::Uuid;

use super::layout::Layout;
use super::relinked;
use super::undo::{afresh, is_live, undone};
use super::{Event, Mark, Order, Rests, Subject, What};

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
    /// The fit that holds, if the plan was fitted to the learner's week.
    pub(crate) layout: Option<Layout>,
}

/// Adds up a set of events. Their order in the slice does not matter, except for those that differ
/// and have the same id; nor does repeating one.
pub(crate) fn fold(events: &[Event]) -> Progress<'_> {
    let undone = undone(events);
    let mut begins: Vec<Begin> = Vec::new();
    let mut live: Vec<&Event> = Vec::with_capacity(events.len());
    let afresh = afresh(events, &undone);
    for event in events {
        let is_rest = matches!(event.what, What::Off { .. });
        let counts = is_rest || afresh.is_none_or(|afresh| afresh <= event.order());
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
    /// longer apply.
    fn drop_placements(&mut self, begins: &[Begin]) {
        let other = |begin: &&Begin| begin.0 && Some(begin.2) != self.start;
        let last = begins.iter().filter(other).map(|begin| begin.1).max();
        self.layout = self
            .layout
            .take()
            .filter(|layout| Some(layout.order) > last);
        let fitted = self.layout.as_ref().map(|layout| layout.order);
        if let Some(last) = last.max(fitted) {
            for mark in self.marks.values_mut() {
                mark.drop_placements(last);
            }
        }
    }
}
