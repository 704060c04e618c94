//! From a set of events to the state they add up to.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Event, Fingerprint, Order, Placement, Rests, What};
use crate::model::Minutes;

/// What a slot's marks say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) enum State {
    /// It was done.
    Done,
    /// It was left out on purpose.
    Skipped,
}

/// A remark on a slot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SlotNote {
    /// The order of its event.
    pub(crate) order: Order,
    /// The study date it was written on.
    pub(crate) day: NaiveDate,
    /// The remark.
    pub(crate) text: String,
}

/// All that is known of one slot under one title.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Mark {
    /// The mark that decides: the highest of the live ones, with the study date it was made on.
    pub(crate) state: Option<(Order, State, NaiveDate)>,
    /// The minutes of the highest live `done` that names any.
    pub(crate) minutes: Option<(Order, Minutes)>,
    /// Why it was skipped, by the highest live `skip` that says so.
    pub(crate) why: Option<(Order, String)>,
    /// Live remarks, in order.
    pub(crate) notes: Vec<SlotNote>,
    /// Where the highest live `move` put it.
    pub(crate) placement: Option<(Order, Placement)>,
    /// What the slot held when it was marked, by the highest live `done` or `skip` that says so.
    pub(crate) fingerprint: Option<(Order, Fingerprint)>,
}

impl Mark {
    /// Takes in a mark or a move of this slot. The order of taking in does not matter.
    fn take(&mut self, event: &Event) {
        let order = event.order();
        let mut settle = |state, fingerprint: &Option<Fingerprint>| {
            take_higher(&mut self.state, Some((order, state, event.day)), |s| s.0);
            take_higher(
                &mut self.fingerprint,
                fingerprint.map(|fingerprint| (order, fingerprint)),
                |s| s.0,
            );
        };
        match &event.what {
            What::Done {
                minutes,
                fingerprint,
                ..
            } => {
                settle(State::Done, fingerprint);
                let minutes = minutes.map(|minutes| (order, minutes));
                take_higher(&mut self.minutes, minutes, |m| m.0);
            }
            What::Skip {
                why, fingerprint, ..
            } => {
                settle(State::Skipped, fingerprint);
                let why = why.clone().map(|why| (order, why));
                take_higher(&mut self.why, why, |w| w.0);
            }
            What::Note { text, .. } => self.notes.push(SlotNote {
                order,
                day: event.day,
                text: text.clone(),
            }),
            What::Move { to, .. } => {
                take_higher(&mut self.placement, Some((order, *to)), |s| s.0);
            }
            _ => {}
        }
    }

    /// Takes in what another says of the same slot. The order of taking in does not matter.
    pub(crate) fn absorb(&mut self, other: &Self) {
        take_higher(&mut self.state, other.state, |s| s.0);
        take_higher(&mut self.minutes, other.minutes, |m| m.0);
        take_higher(&mut self.why, other.why.clone(), |w| w.0);
        take_higher(&mut self.placement, other.placement, |s| s.0);
        take_higher(&mut self.fingerprint, other.fingerprint, |s| s.0);
        self.notes.extend_from_slice(&other.notes);
        self.notes.sort_by_key(|note| note.order);
    }

    /// Whether it says nothing of what happened, but at most where the slot was put.
    pub(crate) fn is_bare(&self) -> bool {
        self.state.is_none() && self.notes.is_empty()
    }

    /// Whether it says nothing at all.
    pub(crate) fn is_empty(&self) -> bool {
        self.is_bare() && self.placement.is_none()
    }

    /// Whether the slot counts as done.
    pub(crate) fn is_done(&self) -> bool {
        matches!(self.state, Some((_, State::Done, _)))
    }

    /// The minutes it took; only while it counts as done.
    pub(crate) fn actual(&self) -> Option<Minutes> {
        self.minutes
            .filter(|_| self.is_done())
            .map(|(_, minutes)| minutes)
    }

    /// What the slot held when it was done, if it counts as done and the mark that decides says so.
    pub(crate) fn fingerprint_when_done(&self) -> Option<Fingerprint> {
        let (order, _, _) = self.state.filter(|_| self.is_done())?;
        self.fingerprint
            .filter(|(of, _)| *of == order)
            .map(|(_, fingerprint)| fingerprint)
    }

    /// Whether it counts as done and the slot is known to have held something else than `fingerprint` then.
    pub(crate) fn was_done_before_change(&self, fingerprint: &Fingerprint) -> bool {
        self.fingerprint_when_done()
            .is_some_and(|then| !then.is_same_as(fingerprint))
    }
}

fn take_higher<T>(mine: &mut Option<T>, other: Option<T>, order: impl Fn(&T) -> Order) {
    let higher = match (&*mine, &other) {
        (Some(a), Some(b)) => order(b) > order(a),
        (None, Some(_)) => true,
        (_, None) => false,
    };
    if higher {
        *mine = other;
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

/// Which ops and events do not count: each with the highest live `undo` that says so.
///
/// An `undo` reaches only earlier events, so going through them from the highest down
/// settles each one before it is needed.
pub(super) fn undone(events: &[Event]) -> HashMap<Uuid, Order> {
    let mut undos: Vec<&Event> = events
        .iter()
        .filter(|event| matches!(event.what, What::Undo { .. }))
        .collect();
    undos.sort_by_key(|event| std::cmp::Reverse(event.order()));
    let mut dead: HashMap<Uuid, Order> = HashMap::new();
    for undo in undos {
        let What::Undo { of } = &undo.what else {
            continue;
        };
        if is_live(undo, &dead) {
            for id in of {
                dead.entry(*id).or_insert(undo.order());
            }
        }
    }
    dead
}

/// Whether no later live `undo` names the event or its op.
pub(super) fn is_live(event: &Event, dead: &HashMap<Uuid, Order>) -> bool {
    let killed = |id: Uuid| dead.get(&id).is_some_and(|undo| *undo > event.order());
    dead.is_empty() || (!killed(event.op) && !killed(event.id))
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
            marks.entry(slot).or_default().take(event);
        } else {
            progress.rests.take(event);
        }
    }
    let owned = |((id, title), mut mark): ((&str, &str), Mark)| {
        mark.notes.sort_by_key(|note| note.order);
        ((id.to_owned(), title.to_owned()), mark)
    };
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
