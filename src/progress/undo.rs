//! Which events count, and which ones `undo` and `redo` take back.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Event, Order, State, Subject, What};
use crate::model::Stretch;

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

/// The order of the latest start from zero: nothing before it counts, except rest days.
pub(super) fn afresh(events: &[Event], dead: &HashMap<Uuid, Order>) -> Option<Order> {
    let starts = events.iter().filter(|event| {
        matches!(event.what, What::Begin { afresh: true, .. }) && is_live(event, dead)
    });
    starts.map(Event::order).max()
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

/// Whether an op changed anything.
pub(crate) fn is_change(events: &[&Event]) -> bool {
    let is_other = |what: &What| matches!(what, What::Undo { .. } | What::Other { .. });
    events
        .iter()
        .any(|event| !is_other(&event.what) && !is_repeat(event))
}

/// Whether an event repeats the current state: a `done` of a slot that was done unless
/// it has minutes, a `skip` of a skipped slot unless it has a reason. It is no step of `undo`, and
/// `log` does not list it.
pub(crate) fn is_repeat(event: &Event) -> bool {
    match &event.what {
        What::Done { again, minutes, .. } | What::Sitting { again, minutes, .. } => {
            *again && minutes.is_none()
        }
        What::Skip { again, why, .. } => *again && why.is_none(),
        _ => false,
    }
}

/// The study dates of the events that repeat a mark: those of the marks they repeat, which keep
/// their dates.
pub(crate) fn repeated_days(events: &[Event]) -> HashMap<Uuid, NaiveDate> {
    let dead = undone(events);
    let mut marked: HashMap<(Marked, Option<State>), NaiveDate> = HashMap::new();
    let mut days = HashMap::new();
    for event in events {
        let Some(mark) = settles(event) else {
            continue;
        };
        let is_again = matches!(
            event.what,
            What::Done { again: true, .. }
                | What::Sitting { again: true, .. }
                | What::Skip { again: true, .. }
        );
        match marked.get(&mark) {
            Some(day) if is_again => {
                days.insert(event.id, *day);
            }
            _ if is_live(event, &dead) => {
                marked.insert(mark, event.day);
            }
            _ => {}
        }
    }
    days
}

/// A slot, or a part of it.
type Marked<'e> = (Subject<'e>, Option<Stretch>);

/// The slot that an event marks, or the part of it, and the state it gives it; `None` where it is
/// open again.
fn settles(event: &Event) -> Option<(Marked<'_>, Option<State>)> {
    let (part, state) = match event.what {
        What::Done { .. } => (None, Some(State::Done)),
        What::Sitting { part, .. } => (Some(part), Some(State::Done)),
        What::Skip { .. } => (None, Some(State::Skipped)),
        What::Reopen { .. } => (None, None),
        _ => return None,
    };
    Some(((event.subject()?, part), state))
}

/// The latest op of this device that changed something and is not undone: its events, and what an
/// `undo` of it has to name. Besides the op these are the other live marks of its slots with the
/// same state, because a slot that was marked twice would stay marked otherwise; those of a former
/// slot with its id are not.
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
            What::Done { again: false, .. }
                | What::Sitting { again: false, .. }
                | What::Skip { again: false, .. }
                | What::Reopen { .. }
        )
    });
    let marked: HashMap<Marked, Option<State>> = fresh.filter_map(|event| settles(event)).collect();
    let from = afresh(events, &dead);
    let others = events.iter().filter(|event| event.op != *op);
    let others = others.filter(|event| from.is_none_or(|from| from <= event.order()));
    let others = others.filter_map(|event| Some((event, settles(event)?)));
    let others = others.filter_map(|(event, (subject, state))| {
        let is_same = *marked.get(&subject)? == state;
        is_live(event, &dead).then_some((event, subject, is_same))
    });
    let others: Vec<(&Event, Marked, bool)> = others.collect();
    // Where a later mark with another state decides the slot once the op is undone, an earlier one
    // need not be named, and holds again when that mark is undone.
    let mut overridden: HashMap<Marked, Order> = HashMap::new();
    for (event, subject, _) in others.iter().filter(|(_, _, is_same)| !is_same) {
        let latest = overridden.entry(*subject).or_insert(event.order());
        *latest = event.order().max(*latest);
    }
    let repeats = others.iter().filter(|(event, subject, is_same)| {
        let later = overridden.get(subject);
        *is_same && later.is_none_or(|later| *later < event.order())
    });
    let repeats = repeats.map(|(event, _, _)| event.id);
    let names = std::iter::once(*op).chain(repeats).collect();
    Some((events_of_op.clone(), names))
}

/// The latest `undo` of this device that is not undone, if the device has changed nothing since: the
/// events that it undid, and the ids of every live `undo` that names one of them.
pub(crate) fn last_redoable<'e>(
    events: &'e [Event],
    devices: &[impl AsRef<str>],
) -> Option<(Vec<&'e Event>, Vec<Uuid>)> {
    let dead = undone(events);
    let undos = events
        .iter()
        .filter(|event| matches!(event.what, What::Undo { .. }));
    let undos: HashSet<Uuid> = undos.flat_map(|event| [event.op, event.id]).collect();
    let is_redo = |of: &[Uuid]| of.iter().any(|id| undos.contains(id));
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
        if !is_live(event, &dead) || is_redo(of) {
            continue;
        }
        let of: HashSet<Uuid> = of.iter().copied().collect();
        let same = events.iter().filter(|other| {
            matches!(&other.what, What::Undo { of: theirs } if theirs.iter().any(|id| of.contains(id)))
                && is_live(other, &dead)
                && other.op != *op
        });
        let names = std::iter::once(*op)
            .chain(same.map(|event| event.op))
            .collect();
        let is_named = |event: &&Event| of.contains(&event.op) || of.contains(&event.id);
        return Some((events.iter().filter(is_named).collect(), names));
    }
    None
}
