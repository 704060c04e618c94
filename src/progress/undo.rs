//! Steps back and forth: what `undo` and `redo` name.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;
use uuid::Uuid;

use super::fold::{is_live, undone};
use super::{Event, Order, State, What};

/// The ids of the events that count, undone ones left out.
#[must_use]
pub fn live_ids(events: &[Event]) -> HashSet<Uuid> {
    let dead = undone(events);
    let live = events.iter().filter(|event| is_live(event, &dead));
    live.map(|event| event.id).collect()
}

/// The start that a first mark recorded by itself though the plan had begun on another day, which a
/// history that was put back beside it tells: the start that holds by it, and the other one.
#[must_use]
pub fn conflicting_starts(events: &[Event]) -> Option<(NaiveDate, NaiveDate)> {
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

/// The ops of a device, each with its events, by the order of its last event.
fn ops_of<'e>(events: &'e [Event], device: &str) -> BTreeMap<(Order, Uuid), Vec<&'e Event>> {
    let mut by_op: HashMap<Uuid, Vec<&Event>> = HashMap::new();
    for event in events.iter().filter(|event| event.dev == device) {
        by_op.entry(event.op).or_default().push(event);
    }
    let ordered = by_op.into_iter().filter_map(|(op, events)| {
        let last = events.iter().map(|event| event.order()).max()?;
        Some(((last, op), events))
    });
    ordered.collect()
}

/// Whether an op changed anything: a `done` of what was done already, without minutes, did not,
/// nor a `skip` of what was skipped already, without a reason.
fn is_step(events: &[&Event]) -> bool {
    events.iter().any(|event| match event.what {
        What::Done { again, minutes, .. } => !again || minutes.is_some(),
        What::Skip { again, ref why, .. } => !again || why.is_some(),
        What::Undo { .. } | What::Other { .. } => false,
        _ => true,
    })
}

/// What an event makes of its slot, if it marks one.
fn state(event: &Event) -> Option<State> {
    match event.what {
        What::Done { .. } => Some(State::Done),
        What::Skip { .. } => Some(State::Skipped),
        _ => None,
    }
}

/// The latest step of `device` that still counts: its events, and all that an `undo` of it has
/// to name. Besides the op these are the other live marks of its slots that say the same, since
/// a slot that was marked twice would stay marked otherwise.
#[must_use]
pub fn last_undoable<'e>(events: &'e [Event], device: &str) -> Option<(Vec<&'e Event>, Vec<Uuid>)> {
    let dead = undone(events);
    let ops = ops_of(events, device);
    let live = |op: &(&(Order, Uuid), &Vec<&Event>)| op.1.iter().any(|e| is_live(e, &dead));
    let ((_, op), step) = ops.iter().filter(|op| is_step(op.1)).rfind(live)?;
    let fresh = step.iter().filter(|event| {
        matches!(
            event.what,
            What::Done { again: false, .. } | What::Skip { again: false, .. }
        )
    });
    let marked: HashSet<_> = fresh.map(|event| (event.slot(), state(event))).collect();
    let repeats = events.iter().filter(|event| {
        event.op != *op
            && marked.contains(&(event.slot(), state(event)))
            && is_live(event, &dead)
            && !hidden(event, events, &dead, *op)
    });
    let names = std::iter::once(*op)
        .chain(repeats.map(|event| event.id))
        .collect();
    Some((step.clone(), names))
}

/// Whether a live mark of another sort that stands after `event` decides its slot once `op` is
/// gone: then `event` need not be named, and stays for when that mark is undone.
fn hidden(event: &Event, events: &[Event], dead: &HashMap<Uuid, Order>, op: Uuid) -> bool {
    events.iter().any(|later| {
        state(later).is_some_and(|state| Some(state) != self::state(event))
            && later.op != op
            && later.order() > event.order()
            && later.slot() == event.slot()
            && is_live(later, dead)
    })
}

/// The latest `undo` of `device` that still counts and that no later step of it has made void:
/// its events, and the ids of every live `undo` that names the same things.
#[must_use]
pub fn last_redoable<'e>(events: &'e [Event], device: &str) -> Option<(Vec<&'e Event>, Vec<Uuid>)> {
    let dead = undone(events);
    let ops = ops_of(events, device);
    for ((_, op), step) in ops.iter().rev() {
        let undo = step.iter().find_map(|event| match &event.what {
            What::Undo { of } => Some((event, of)),
            _ => None,
        });
        let Some((event, of)) = undo else {
            if is_step(step) {
                // Something new was recorded since: there is nothing left to redo.
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
        let back = events
            .iter()
            .filter(|e| of.contains(&e.op) || of.contains(&e.id));
        return Some((back.collect(), names));
    }
    None
}

/// Whether an `undo` names undos, which makes it a redo.
fn is_redo(of: &[Uuid], events: &[Event]) -> bool {
    let named = |event: &&Event| of.contains(&event.op) || of.contains(&event.id);
    events
        .iter()
        .filter(named)
        .any(|event| matches!(event.what, What::Undo { .. }))
}
