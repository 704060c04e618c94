//! What calendars call slots, and how often each was changed.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, FixedOffset};
use petgraph::unionfind::UnionFind;
use uuid::Uuid;

use super::relinked::renamings;
use super::undo::{is_live, undone};
use super::{Event, What};

/// How often a slot was marked or put elsewhere, or something due or on a fixed date was, undone or not,
/// and when last. Neither ever falls, because
/// no event is ever removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Revision {
    pub(crate) count: u32,
    /// `None` if nothing happened yet.
    pub(crate) last: Option<DateTime<FixedOffset>>,
}

impl Revision {
    fn add(&mut self, other: Self) {
        self.count += other.count;
        self.last = self.last.max(other.last);
    }
}

/// What an event changes.
#[derive(Debug, Clone, Default)]
struct Touched<'e> {
    /// Every slot.
    all: bool,
    /// Where slots are.
    moves: bool,
    slots: HashSet<&'e str>,
}

impl<'e> Touched<'e> {
    /// What an event changes by itself.
    fn by(event: &'e Event) -> Self {
        let slots = match &event.what {
            // Its former id counts as well, as one of the same group.
            What::Relinked { to, .. } => HashSet::from([&**to]),
            What::FixedEvent { event } => HashSet::from([event.id.as_str()]),
            What::Due { name, .. } => HashSet::from([&**name]),
            // Notes and timers are not in the calendar.
            What::Note { .. } | What::Unnote { .. } | What::Start { .. } | What::Stop { .. } => {
                HashSet::new()
            }
            _ => event.slot().into_iter().map(|(id, _)| id).collect(),
        };
        let all = matches!(event.what, What::Begin { .. } | What::Fit { .. });
        let moves = matches!(event.what, What::Move { .. });
        Self { all, moves, slots }
    }

    fn add(&mut self, other: &Self) {
        self.all |= other.all;
        self.moves |= other.moves;
        self.slots.extend(&other.slots);
    }
}

/// The revisions of slots and deliverables, and the names by which calendars know them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Revisions<'e> {
    /// Of every slot.
    all: Revision,
    /// Of the slots that were moved, together.
    moves: Revision,
    /// Of the slots that had an id, and the ids that it was exchanged for.
    by_id: HashMap<&'e str, Revision>,
    names: HashMap<&'e str, String>,
}

/// The revisions of slots by a set of events.
pub(crate) fn revisions(events: &[Event]) -> Revisions<'_> {
    let mut sorted: Vec<&Event> = events.iter().collect();
    sorted.sort_by_key(|event| event.order());
    sorted.dedup();
    let mut revisions = Revisions::default();
    revisions.count(&sorted);
    revisions.group(&sorted);
    let undone = undone(events);
    sorted.retain(|event| is_live(event, &undone));
    revisions.names = names(&sorted);
    revisions
}

impl<'e> Revisions<'e> {
    /// The name of the slot or deliverable `id`: the first id that it had, or another where that is
    /// the name of what had it before.
    pub(crate) fn name<'s>(&'s self, id: &'s str) -> &'s str {
        self.names.get(id).map_or(id, String::as_str)
    }

    /// How often the slot or event `id` was changed, under any id it ever had.
    pub(crate) fn of_slot(&self, id: &str) -> Revision {
        let mut revision = self.all;
        revision.add(self.by_id.get(id).copied().unwrap_or_default());
        revision
    }

    /// How often the deliverable `id` was changed. It is due with the last slot of its week, so whatever
    /// was moved counts.
    pub(crate) fn of_deliverable(&self, id: &str) -> Revision {
        let mut revision = self.of_slot(id);
        revision.add(self.moves);
        revision
    }

    /// Counts what each event changes; an undo changes again what it takes back.
    fn count(&mut self, sorted: &[&'e Event]) {
        let undos = sorted.iter().filter_map(|event| match &event.what {
            What::Undo { of } => Some(of),
            _ => None,
        });
        let mut named: HashMap<Uuid, Touched> = undos
            .flatten()
            .map(|id| (*id, Touched::default()))
            .collect();
        for event in sorted {
            let mut touched = Touched::by(event);
            if let What::Undo { of } = &event.what {
                let of = of.iter().filter_map(|id| named.get(id));
                of.for_each(|other| touched.add(other));
            }
            for name in [event.op, event.id] {
                if let Some(named) = named.get_mut(&name) {
                    named.add(&touched);
                }
            }
            let (count, last) = (1, Some(event.at));
            let once = Revision { count, last };
            if touched.all {
                self.all.add(once);
            }
            if touched.moves {
                self.moves.add(once);
            }
            for slot in touched.slots {
                self.by_id.entry(slot).or_default().add(once);
            }
        }
    }

    /// Adds up the revisions of ids that one slot had, also where that was undone: its revision would
    /// fall otherwise.
    fn group(&mut self, sorted: &[&'e Event]) {
        let pairs = sorted.iter().filter_map(|event| match &event.what {
            What::Relinked { from, to, .. } if from != to => Some((&**from, &**to)),
            _ => None,
        });
        let pairs: Vec<(&str, &str)> = pairs.collect();
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        for id in pairs.iter().flat_map(|(from, to)| [*from, *to]) {
            let next = numbers.len();
            numbers.entry(id).or_insert(next);
        }
        let mut groups = UnionFind::new(numbers.len());
        for (from, to) in pairs {
            groups.union(numbers[from], numbers[to]);
        }
        let mut together: HashMap<usize, Revision> = HashMap::new();
        for (id, number) in &numbers {
            let own = self.by_id.get(id).copied().unwrap_or_default();
            together.entry(groups.find(*number)).or_default().add(own);
        }
        let of_ids = numbers.iter();
        let of_ids = of_ids.map(|(id, number)| (*id, together[&groups.find(*number)]));
        self.by_id.extend(of_ids);
    }
}

/// The names of slots whose ids have changed, by the ids they have since.
fn names<'e>(live: &[&'e Event]) -> HashMap<&'e str, String> {
    let mut names: HashMap<&str, String> = HashMap::new();
    for (op, pairs) in renamings(live) {
        let renamed = pairs.iter().map(|(from, to)| {
            let name = names.get(from).cloned();
            (*to, name.unwrap_or_else(|| (*from).to_owned()))
        });
        let renamed: Vec<(&str, String)> = renamed.collect();
        // A later slot with the former id is another one.
        for (from, _) in &pairs {
            let digits = op.simple().to_string();
            names.insert(from, format!("{from}.{}", &digits[24..]));
        }
        names.extend(renamed);
    }
    names
}

#[cfg(test)]
mod tests;
