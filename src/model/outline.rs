//! A plan without its words: what is enough to lay it on a calendar and to count its slots.

use std::hash::{DefaultHasher, Hash, Hasher};

use serde::{Deserialize, Serialize};

use super::{Day, Minutes, Plan, Slot, Span, Weekdays};

/// All of a day entry that decides its dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayShape {
    /// Its first and last number; `None` for a whole week.
    pub numbers: Option<(u32, u32)>,
    /// The weekdays it asks for.
    pub weekdays: Option<Weekdays>,
}

/// All of a phase that decides its dates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhaseShape {
    /// How many day entries each of its weeks has.
    pub weeks: Vec<usize>,
    /// Free time after it.
    pub buffer: Option<Span>,
}

/// All of a plan that decides its dates.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shape {
    /// Its phases in order.
    pub phases: Vec<PhaseShape>,
    /// The day entries of all of them, in order.
    pub days: Vec<DayShape>,
}

/// A slot without its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SlotShape {
    /// Stands for its id and title: see [`name`].
    pub name: u64,
    /// Planned minutes; 0 where the plan does not say.
    pub planned: Minutes,
}

/// A plan without its words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outline {
    /// What decides its dates.
    pub shape: Shape,
    /// How many slots each day entry has.
    pub counts: Vec<usize>,
    /// The slots of all day entries, in order.
    pub slots: Vec<SlotShape>,
    /// The names of the deliverables, as of slots.
    pub deliverables: Vec<u64>,
}

/// Stands for an id and a title, within one build of the program: two that differ have the same
/// one with a chance of 1 in 2^64.
#[must_use]
pub fn name(id: &str, title: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (id, title).hash(&mut hasher);
    hasher.finish()
}

impl Outline {
    /// The outline of `plan`.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let slot = |slot: &Slot| SlotShape {
            name: name(slot.id.as_str(), &slot.title),
            planned: slot.planned().unwrap_or_default(),
        };
        let deliverables = plan.weeks().flat_map(|(_, week)| &week.deliverables);
        Self {
            shape: Shape::of(plan),
            counts: plan.days().map(|(.., day)| day.slots().count()).collect(),
            slots: plan.places().map(|place| slot(place.slot)).collect(),
            deliverables: deliverables.map(|it| name(&it.id, &it.text)).collect(),
        }
    }

    /// The slots of each day entry, in order.
    pub fn by_day(&self) -> impl Iterator<Item = &[SlotShape]> {
        let mut rest = &self.slots[..];
        self.counts.iter().map(move |count| {
            let (day, after) = rest.split_at((*count).min(rest.len()));
            rest = after;
            day
        })
    }
}

impl Shape {
    /// The shape of `plan`.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let phases = plan.phases.iter().map(|phase| PhaseShape {
            weeks: phase.weeks.iter().map(|week| week.days.len()).collect(),
            buffer: phase.buffer,
        });
        Self {
            phases: phases.collect(),
            days: plan.days().map(|(.., day)| DayShape::of(day)).collect(),
        }
    }
}

impl DayShape {
    /// The shape of `day`.
    #[must_use]
    pub fn of(day: &Day) -> Self {
        Self {
            numbers: day.numbers,
            weekdays: day.weekdays,
        }
    }
}
