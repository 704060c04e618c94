//! Which events count, and which ones `undo` and `redo` take back.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Event, Order, State, What};

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

/// The ids of the events that are not undone.
pub(crate) fn live_ids(events: &[Event]) -> HashSet<Uuid> {
    let dead = undone(events);
    let live = events.iter().filter(|event| is_live(event, &dead));
    live.map(|event| event.id).collect()
}

/// Two starts that differ: the one that holds, which a mark recorded implicitly, and an earlier
/// one, which is known because an old journal was restored since.
pub(crate) fn conflicting_starts(events: &[Event]) -> Option<(NaiveDate, NaiveDate)> {
    let dead = undone(events);
    let starts = events.iter().filter_map(|event| match event.what {
        What::Begin { start, .. } if is_live(event, &dead) => Some((event, start)),
        _ => None,
    });
    let mut starts: Vec<(&Event, NaiveDate)> = starts.collect();
    starts.sort_by_key(|(event, _)| event.order());
    let (last, holds) = starts.pop()?;
    let marks = |event: &Event| event.op == last.op && event.slot().is_some();
    let (_, other) = starts.pop().filter(|(_, other)| *other != holds)?;
    events.iter().any(marks).then_some((holds, other))
}

/// The ops of a device, by all its names, with their events, sorted by their last events.
fn ops_of<'e>(
    events: &'e [Event],
    devices: &[impl AsRef<str>],
) -> BTreeMap<(Order, Uuid), Vec<&'e Event>> {
    let mut by_op: HashMap<Uuid, Vec<&Event>> = HashMap::new();
    for event in events
        .iter()
        .filter(|event| devices.iter().any(|device| device.as_ref() == event.dev))
    {
        by_op.entry(event.op).or_default().push(event);
    }
    let ordered = by_op.into_iter().filter_map(|(op, events)| {
        let last = events.iter().map(|event| event.order()).max()?;
        Some(((last, op), events))
    });
    ordered.collect()
}

/// Whether an op changed anything. A `done` of a slot that was done already changed nothing unless
/// it has minutes, nor did a `skip` of a skipped slot unless it has a reason.
pub(crate) fn is_change(events: &[&Event]) -> bool {
    events.iter().any(|event| match event.what {
        What::Done { again, minutes, .. } => !again || minutes.is_some(),
        What::Skip { again, ref why, .. } => !again || why.is_some(),
        What::Undo { .. } | What::Other { .. } => false,
        _ => true,
    })
}

/// The state that an event gives its slot.
fn state(event: &Event) -> Option<State> {
    match event.what {
        What::Done { .. } => Some(State::Done),
        What::Skip { .. } => Some(State::Skipped),
        _ => None,
    }
}

/// The latest op of this device that changed something and is not undone: its events, and what an
/// `undo` of it has to name. Besides the op these are the other live marks of its slots with the
/// same state, because a slot that was marked twice would stay marked otherwise; those of a former slot with its id are not.
pub(crate) fn last_undoable<'e>(
    events: &'e [Event],
    devices: &[impl AsRef<str>],
) -> Option<(Vec<&'e Event>, Vec<Uuid>)> {
    let dead = undone(events);
    let ops = ops_of(events, devices);
    let live = |op: &(&(Order, Uuid), &Vec<&Event>)| op.1.iter().any(|e| is_live(e, &dead));
    let ((_, op), events_of_op) = ops.iter().filter(|op| is_change(op.1)).rfind(live)?;
    let fresh = events_of_op.iter().filter(|event| {
        matches!(
            event.what,
            What::Done { again: false, .. } | What::Skip { again: false, .. }
        )
    });
    let marked: HashSet<_> = fresh.map(|event| (event.subject(), state(event))).collect();
    let repeats = events.iter().filter(|event| {
        event.op != *op
            && marked.contains(&(event.subject(), state(event)))
            && is_live(event, &dead)
            && !is_overridden(event, events, &dead, *op)
    });
    let names = std::iter::once(*op)
        .chain(repeats.map(|event| event.id))
        .collect();
    Some((events_of_op.clone(), names))
}

/// Whether a later live mark with another state decides the slot of `event` once `op` is undone.
/// Then `event` need not be named, and holds again when that mark is undone.
fn is_overridden(event: &Event, events: &[Event], dead: &HashMap<Uuid, Order>, op: Uuid) -> bool {
    events.iter().any(|later| {
        state(later).is_some_and(|state| Some(state) != self::state(event))
            && later.op != op
            && later.order() > event.order()
            && later.subject() == event.subject()
            && is_live(later, dead)
    })
}

/// The latest `undo` of this device that is not undone, if the device has changed nothing since: the
/// events that it undid, and the ids of every live `undo` that names one of them.
pub(crate) fn last_redoable<'e>(
    events: &'e [Event],
    devices: &[impl AsRef<str>],
) -> Option<(Vec<&'e Event>, Vec<Uuid>)> {
    let dead = undone(events);
    let ops = ops_of(events, devices);
    for ((_, op), events_of_op) in ops.iter().rev() {
        let undo = events_of_op.iter().find_map(|event| match &event.what {
            What::Undo { of } => Some((event, of)),
            _ => None,
        });
        let Some((event, of)) = undo else {
            if is_change(events_of_op) {
                return None;
            }
            continue;
        };
        if !is_live(event, &dead) || is_redo(of, events) {
            continue;
        }
        let same = events.iter().filter(|other| {
            matches!(&other.what, What::Undo { of: theirs } if theirs.iter().any(|id| of.contains(id)))
                && is_live(other, &dead)
                && other.op != *op
        });
        let names = std::iter::once(*op)
            .chain(same.map(|event| event.op))
            .collect();
        return Some((named(of, events).collect(), names));
    }
    None
}

/// The events that an `undo` names, by their ids or ops.
fn named<'e>(of: &[Uuid], events: &'e [Event]) -> impl Iterator<Item = &'e Event> {
    let is_named = |event: &&Event| of.contains(&event.op) || of.contains(&event.id);
    events.iter().filter(is_named)
}

/// Whether an `undo` undoes an `undo`, which makes it a redo.
fn is_redo(of: &[Uuid], events: &[Event]) -> bool {
    named(of, events).any(|event| matches!(event.what, What::Undo { .. }))
}
