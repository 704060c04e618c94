//! Exams and due dates that the learner has recorded.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::due_kind::DueKind;
use super::{Event, Order, What};
use crate::model::{Deliverable, FixedEvent, Plan, SlotId, Window};

/// How many events that were added count, the first ones. `plan add` refuses more than a hundred; each
/// of several devices may have added as many, but so many can only be a damaged journal. The others are
/// in `plan log`.
const MOST_ADDED: usize = 1_000;

/// What the learner has set, before it is matched with the plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct FixedDates {
    /// Events that the learner added, in the order they were added.
    added: Vec<FixedEvent>,
    /// The dates of other events, and of those since they were added, by id and title.
    events: BTreeMap<Key, Set>,
    /// Due dates of deliverables, by id and text.
    deliverables: BTreeMap<Key, Set>,
    /// Due dates of milestones, by title.
    milestones: BTreeMap<Key, Set>,
}

/// What a date was set for: its id and its title at the time.
type Key = (String, String);

/// The date that the highest live event sets; `None` if it was removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Set {
    order: Order,
    to: Option<(NaiveDate, Option<Window>)>,
}

/// An event with the date it has now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PlacedEvent {
    /// The event, on the date it has now.
    pub(crate) event: FixedEvent,
    /// Where the plan, or the learner who added it, first had it.
    pub(crate) original: (NaiveDate, Option<Window>),
    /// Whether the learner added it.
    pub(crate) is_own: bool,
    /// The id that the journal has for it: of two events with one id, the second is shown with another.
    pub(crate) recorded_id: String,
}

/// Due dates that the learner has set.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct DueDates {
    /// By the id of the deliverable.
    pub(crate) deliverables: BTreeMap<String, NaiveDate>,
    /// By the title of the milestone.
    pub(crate) milestones: BTreeMap<String, NaiveDate>,
}

impl FixedDates {
    /// What live events add up to, in any order.
    pub(super) fn of(live: &[&Event]) -> Self {
        let mut dates = Self::default();
        let mut added: BTreeMap<Key, (Order, FixedEvent)> = BTreeMap::new();
        for event in live {
            let order = event.order();
            match &event.what {
                What::FixedEvent { event } => {
                    let key = (event.id.to_string(), event.title.clone());
                    let known = added.entry(key).or_insert_with(|| (order, event.clone()));
                    if known.0 < order {
                        *known = (order, event.clone());
                    }
                }
                What::Due {
                    of,
                    name,
                    title,
                    date,
                    time,
                } => {
                    let to = date.map(|date| (date, *time));
                    let set = Set { order, to };
                    let key = (name.clone(), title.clone());
                    let known = dates.of_kind(*of).entry(key).or_insert(set);
                    if known.order < order {
                        *known = set;
                    }
                }
                _ => {}
            }
        }
        // An event that is added again has the date it was given then.
        dates
            .events
            .retain(|key, set| added.get(key).is_none_or(|(order, _)| *order < set.order));
        let mut added: Vec<(Order, FixedEvent)> = added.into_values().collect();
        added.sort_by_key(|(order, _)| *order);
        dates.added = added.into_iter().map(|(_, event)| event).collect();
        dates
    }

    fn of_kind(&mut self, of: DueKind) -> &mut BTreeMap<Key, Set> {
        match of {
            DueKind::Event => &mut self.events,
            DueKind::Deliverable => &mut self.deliverables,
            DueKind::Milestone => &mut self.milestones,
        }
    }

    /// The events of `plan` and those that the learner added, on the dates they have now, the first
    /// ones first.
    pub(crate) fn events(&self, plan: &Plan) -> Vec<PlacedEvent> {
        let mut taken: HashSet<String> = plan.named().map(|(id, _)| id.to_owned()).collect();
        taken.extend(plan.events.iter().map(|event| event.id.to_string()));
        // How many own events with an id were given another.
        let mut renamed: HashMap<String, u32> = HashMap::new();
        let of_plan = plan.events.iter().map(|event| {
            let set = self.set_for(event);
            placed(event, set.and_then(|set| set.to), false)
        });
        let mut events: Vec<PlacedEvent> = of_plan.collect();
        for event in self.added.iter().take(MOST_ADDED) {
            let key = (event.id.to_string(), event.title.clone());
            let set = self.events.get(&key);
            if set.is_some_and(|set| set.to.is_none()) {
                continue;
            }
            let mut own = placed(event, set.and_then(|set| set.to), true);
            let number = renamed.entry(key.0.clone()).or_insert(0);
            let free = std::iter::repeat_with(|| {
                *number += 1;
                match *number {
                    1 => key.0.clone(),
                    number => format!("{}-{number}", key.0),
                }
            });
            if let Some(id) = free.into_iter().find(|id| taken.insert(id.clone())) {
                own.event.id = SlotId::new(&id).unwrap_or(own.event.id);
            }
            events.push(own);
        }
        events.sort_by_key(|placed| {
            let start = placed.event.time.map(|time| time.start);
            (placed.event.date, start)
        });
        events
    }

    /// The date that was set for an event of the plan, whatever its title was then; a date for an
    /// event of the learner's own with the same id is not for it.
    fn set_for(&self, event: &FixedEvent) -> Option<&Set> {
        let id = event.id.as_str();
        let is_own = |title: &str| {
            let mut added = self.added.iter();
            added.any(|own| own.id.as_str() == id && own.title == title)
        };
        let from = (id.to_owned(), String::new());
        let same_id = self.events.range(from..).take_while(|(key, _)| key.0 == id);
        let for_it = same_id.filter(|((_, title), _)| !is_own(title));
        for_it.map(|(_, set)| set).max_by_key(|set| set.order)
    }

    /// The due dates that were set for deliverables and milestones of `plan`.
    pub(crate) fn due_dates(&self, plan: &Plan) -> DueDates {
        if self.deliverables.is_empty() && self.milestones.is_empty() {
            return DueDates::default();
        }
        let deliverables = || plan.weeks().flat_map(|(_, week)| &week.deliverables);
        let mut due = DueDates::default();
        for ((id, text), set) in in_order(&self.deliverables) {
            let is_it = |what: &&Deliverable| what.id == *id && what.text == *text;
            // One that has another id or text since then is still the same.
            let found = (deliverables().find(is_it))
                .or_else(|| deliverables().find(|what| what.text == *text))
                .or_else(|| deliverables().find(|what| what.id == *id));
            apply(&mut due.deliverables, found.map(|what| &what.id), set);
        }
        for ((title, _), set) in in_order(&self.milestones) {
            let found = plan.milestones.iter().find(|one| one.title == *title);
            apply(&mut due.milestones, found.map(|one| &one.title), set);
        }
        due
    }
}

/// The latest last, so that it decides.
fn in_order(sets: &BTreeMap<Key, Set>) -> Vec<(&Key, &Set)> {
    let mut sets: Vec<(&Key, &Set)> = sets.iter().collect();
    sets.sort_by_key(|(_, set)| set.order);
    sets
}

fn apply(dates: &mut BTreeMap<String, NaiveDate>, of: Option<&String>, set: &Set) {
    match (of, set.to) {
        (Some(of), Some((date, _))) => {
            dates.insert(of.clone(), date);
        }
        (Some(of), None) => {
            dates.remove(of);
        }
        (None, _) => {}
    }
}

fn placed(
    event: &FixedEvent,
    to: Option<(NaiveDate, Option<Window>)>,
    is_own: bool,
) -> PlacedEvent {
    let original = (event.date, event.time);
    let (date, time) = to.unwrap_or(original);
    PlacedEvent {
        event: FixedEvent {
            date,
            time,
            ..event.clone()
        },
        original,
        is_own,
        recorded_id: event.id.to_string(),
    }
}
