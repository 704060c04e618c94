//! What undos and redos are about, for the history.

use std::collections::{BTreeMap, HashMap};

use uuid::Uuid;

use super::{Event, What, is_repeat};

/// How many slots of a step are known by name.
const NAMED: usize = 10;

/// What an undo takes back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Reversal<'e> {
    /// Whether it takes back another undo, which makes it a redo.
    pub(crate) is_redo: bool,
    /// The first events about a slot that it takes back, or brings back through other undos.
    pub(crate) first: Vec<&'e Event>,
    /// How many such events there are.
    pub(crate) count: usize,
    /// The first start, rest, fit, relink, event or due date among the others.
    pub(crate) other: Option<&'e Event>,
}

/// The events of an op, or the event with an id, in order.
#[derive(Default)]
struct Named<'e> {
    /// Those about a slot.
    slots: Vec<&'e Event>,
    undos: Vec<&'e Event>,
    /// The first start, rest, fit, relink, event or due date.
    other: Option<&'e Event>,
}

impl Named<'_> {
    /// Whether a stop belongs to another event about the same slot.
    fn has_marked(&self, event: &Event) -> bool {
        let is_same = |known: &&Event| (known.op, known.slot()) == (event.op, event.slot());
        matches!(event.what, What::Stop { .. }) && self.slots.iter().any(is_same)
    }
}

/// What each undo takes back, by its id. An undo reaches only earlier events, so what it brings back
/// through other undos is known when its turn comes.
pub(crate) fn reversals(events: &[Event]) -> HashMap<Uuid, Reversal<'_>> {
    let undos = events.iter().filter_map(|event| match &event.what {
        What::Undo { of } => Some((event.order(), (event, of))),
        _ => None,
    });
    let undos: BTreeMap<_, (&Event, &Vec<Uuid>)> = undos.collect();
    let of = undos.values().flat_map(|(_, of)| *of);
    let mut named: HashMap<Uuid, Named> = of.map(|name| (*name, Named::default())).collect();
    let mut sorted: Vec<&Event> = events.iter().collect();
    sorted.sort_by_key(|event| event.order());
    sorted.dedup();
    for event in sorted {
        for name in [event.op, event.id] {
            let Some(named) = named.get_mut(&name) else {
                continue;
            };
            if matches!(event.what, What::Undo { .. }) {
                named.undos.push(event);
            } else if is_repeat(event) || named.has_marked(event) {
                // A repeated mark has nothing to undo, and a timer ended with its slot.
            } else if event.slot().is_some() {
                named.slots.push(event);
            } else if is_other(event) {
                named.other = named.other.or(Some(event));
            }
        }
    }
    let mut found = HashMap::with_capacity(undos.len());
    for (undo, of) in undos.into_values() {
        let reversal = Reversal::of(undo, of, &named, &found);
        found.insert(undo.id, reversal);
    }
    found
}

fn is_other(event: &Event) -> bool {
    matches!(
        event.what,
        What::Begin { .. }
            | What::Off { .. }
            | What::Fit { .. }
            | What::Relinked { .. }
            | What::FixedEvent { .. }
            | What::Due { .. }
    )
}

impl<'e> Reversal<'e> {
    fn of(
        undo: &Event,
        of: &[Uuid],
        named: &HashMap<Uuid, Named<'e>>,
        found: &HashMap<Uuid, Self>,
    ) -> Self {
        let mut of = of.to_vec();
        of.sort_unstable();
        of.dedup();
        let mut reversal = Self::default();
        // Several undos of one step count once.
        let mut brought_back = 0;
        let mut first: BTreeMap<_, &Event> = BTreeMap::new();
        for name in &of {
            let Some(named) = named.get(name) else {
                continue;
            };
            let is_earlier = |event: &&&Event| event.order() < undo.order();
            // Nearly always all of them are.
            let earlier = |events: &[&Event]| match events.last() {
                Some(last) if is_earlier(&last) => events.len(),
                _ => events.partition_point(|event| is_earlier(&event)),
            };
            // What the name of its op includes already.
            let is_new =
                |event: &&&Event| event.op == *name || of.binary_search(&event.op).is_err();
            let slots = &named.slots[..earlier(&named.slots)];
            let is_counted = slots.first().as_ref().is_some_and(is_new);
            reversal.count += if is_counted { slots.len() } else { 0 };
            first.extend(
                slots
                    .iter()
                    .take(NAMED)
                    .map(|event| (event.order(), *event)),
            );
            let other = named.other.filter(|event| event.order() < undo.order());
            reversal.add_other(other);
            let undos = &named.undos[..earlier(&named.undos)];
            for inner in undos.iter().take(NAMED) {
                reversal.is_redo = true;
                if let Some(inner) = found.get(&inner.id) {
                    reversal.add_other(inner.other);
                    brought_back = inner.count.max(brought_back);
                    first.extend(inner.first.iter().map(|event| (event.order(), *event)));
                }
            }
        }
        reversal.count += brought_back;
        reversal.first = first.into_values().take(NAMED).collect();
        reversal
    }

    fn add_other(&mut self, other: Option<&'e Event>) {
        let both = self.other.into_iter().chain(other);
        self.other = both.min_by_key(|event| event.order());
    }
}

#[cfg(test)]
mod tests;
