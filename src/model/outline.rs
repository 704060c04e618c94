//! A plan without its words: what is enough to lay it on a calendar and to count its slots.

use std::hash::{DefaultHasher, Hash, Hasher};

use serde::{Deserialize, Serialize};

use super::{Day, Minutes, Period, Plan, Slot, Weekdays};

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
    pub buffer: Option<Period>,
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

/// What the slots of a day entry come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Load {
    /// How many there are.
    pub slots: u32,
    /// Their planned minutes.
    pub planned: Minutes,
}

/// A plan without its words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outline {
    /// What the slots of each day entry come to, in the order of [`Shape::days`].
    pub days: Vec<Load>,
    /// The slots that may have marks, each after the index of its day entry, in the order of these.
    pub slots: Vec<(u32, SlotShape)>,
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
    /// The outline of `plan` with all of its slots.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let shape = |slot: &Slot| SlotShape {
            name: name(slot.id.as_str(), &slot.title),
            planned: slot.planned().unwrap_or_default(),
        };
        let (mut days, mut slots) = (Vec::new(), Vec::new());
        for (index, (.., day)) in (0..).zip(plan.days()) {
            let from = slots.len();
            slots.extend(day.slots().map(|slot| (index, shape(slot))));
            days.push(Load::of(&slots[from..]));
        }
        let deliverables = plan.weeks().flat_map(|(_, week)| &week.deliverables);
        Self {
            days,
            slots,
            deliverables: deliverables.map(|it| name(&it.id, &it.text)).collect(),
        }
    }
}

impl Load {
    fn of(slots: &[(u32, SlotShape)]) -> Self {
        Self {
            slots: u32::try_from(slots.len()).unwrap_or(u32::MAX),
            planned: slots.iter().map(|(_, slot)| slot.planned).sum(),
        }
    }

    /// The same without one of its slots.
    #[must_use]
    pub fn without(self, slot: &SlotShape) -> Self {
        Self {
            slots: self.slots.saturating_sub(1),
            planned: self.planned - slot.planned,
        }
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
