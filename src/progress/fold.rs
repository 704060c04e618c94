//! From a set of events to the state they add up to.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::undo::{is_live, undone};
use super::{Event, Mark, Order, What};

/// A declaration of rest, or its cancellation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Rest {
    /// The order of its event.
    pub(crate) order: Order,
    pub(crate) first: NaiveDate,
    pub(crate) last: NaiveDate,
    /// Why, if the learner said.
    pub(crate) why: Option<String>,
    /// Whether the dates are days of study again.
    pub(crate) cancel: bool,
}

/// All declarations of rest, the latest first. For each date the latest one decides.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Rests(Vec<Rest>);

impl Rests {
    /// Adds a live `off`. The order of adding doesn't matter.
    pub(super) fn take(&mut self, event: &Event) {
        let What::Off {
            first,
            last,
            why,
            cancel,
        } = &event.what
        else {
            return;
        };
        let rest = Rest {
            order: event.order(),
            first: *first,
            last: *last,
            why: why.clone(),
            cancel: *cancel,
        };
        let at = self.0.partition_point(|known| known.order > rest.order);
        self.0.insert(at, rest);
    }

    /// The declaration that makes `date` a day of rest.
    pub(crate) fn on(&self, date: NaiveDate) -> Option<&Rest> {
        let mut all = self.0.iter();
        let last = all.find(|rest| (rest.first..=rest.last).contains(&date));
        last.filter(|rest| !rest.cancel)
    }

    /// Whether there are no declarations.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A slot's former identity and its present one, by a live `moved` event.
struct Move<'e> {
    order: Order,
    op: Uuid,
    from: (&'e str, &'e str),
    to: (&'e str, &'e str),
}

/// What a plan's events add up to, before they are matched with the slots of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Progress {
    /// The date of Day 1 by the highest live `begin`; where none is live but marks are, by the
    /// highest of all.
    pub(crate) start: Option<NaiveDate>,
    /// Marks by slot id and title: those the slot had, or has by the `moved` events since.
    pub(crate) marks: BTreeMap<(String, String), Mark>,
    /// Rest that was declared.
    pub(crate) rests: Rests,
}

/// Adds up a set of events; their order in the slice does not matter, nor does repeating one.
pub(crate) fn fold(events: &[Event]) -> Progress {
    let undone = undone(events);
    let moves = moves(events, &undone);
    let mut progress = Progress::default();
    let mut begins: Vec<Begin> = Vec::new();
    let mut marks: HashMap<(&str, &str), Mark> = HashMap::new();
    let mut seen = HashSet::with_capacity(events.len());
    for event in events.iter().filter(|event| seen.insert(event.id)) {
        let live = is_live(event, &undone);
        if let What::Begin { start, .. } = event.what {
            begins.push((live, event.order(), start));
        } else if !live {
        } else if let Some(slot) = event.slot() {
            let slot = moved(slot, event.order(), &moves);
            marks.entry(slot).or_default().absorb(Mark::of(event));
        } else {
            progress.rests.take(event);
        }
    }
    let owned =
        |((id, title), mark): ((&str, &str), Mark)| ((id.to_owned(), title.to_owned()), mark);
    progress.marks = marks.into_iter().map(owned).collect();
    progress.begin(&begins);
    progress
}

/// A `begin`: whether it is live, its order, and the start it gives.
type Begin = (bool, Order, NaiveDate);

impl Progress {
    /// Settles the start, once all marks are in.
    fn begin(&mut self, begins: &[Begin]) {
        let highest = begins.iter().max().copied();
        let any_mark = self.marks.values().any(|mark| !mark.is_bare());
        self.start = highest
            .filter(|(live, _, _)| *live || any_mark)
            .map(|(_, _, start)| start);
        self.drop_placements(begins);
    }

    /// A plan that is begun anew on another date is laid out anew, which voids earlier moves.
    fn drop_placements(&mut self, begins: &[Begin]) {
        let other = |begin: &&Begin| begin.0 && Some(begin.2) != self.start;
        let last = begins.iter().filter(other).map(|begin| begin.1).max();
        for mark in self.marks.values_mut() {
            mark.placement = mark.placement.filter(|(order, _)| Some(*order) > last);
        }
    }
}

/// The live `moved` events, in order.
fn moves<'e>(events: &'e [Event], dead: &HashMap<Uuid, Order>) -> Vec<Move<'e>> {
    let live = events.iter().filter(|event| is_live(event, dead));
    let mut moves: Vec<Move> = live
        .filter_map(|event| match &event.what {
            What::Relinked {
                from,
                was,
                to,
                title,
            } => Some(Move {
                order: event.order(),
                op: event.op,
                from: (from, was),
                to: (to, title),
            }),
            _ => None,
        })
        .collect();
    moves.sort_by_key(|step| step.order);
    moves
}

/// What a slot that was marked at `order` is by the moves made since. Those of one op happened at
/// once: where `a` became `b` and `b` became `c`, a mark of `a` is one of `b`.
fn moved<'e>(mut slot: (&'e str, &'e str), order: Order, moves: &[Move<'e>]) -> (&'e str, &'e str) {
    let mut taken = Vec::new();
    for step in moves.iter().filter(|step| step.order > order) {
        if step.from == slot && !taken.contains(&step.op) {
            slot = step.to;
            taken.push(step.op);
        }
    }
    slot
}
