//! A plan's outline and its shape as lists of numbers.

use chrono::Weekday;
use serde::{Deserialize, Serialize};

use crate::model::{DayShape, Load, Minutes, Outline, PhaseShape, Shape, SlotShape, Weekdays};
use crate::store::packed::{Entry, List, Numbers, join, split};

/// The index of a slot's day entry, and its shape.
type SlotRow = (u32, SlotShape);

impl Entry for SlotRow {
    fn to_numbers(&self) -> [u32; 4] {
        let (day, shape) = self;
        let [low, high] = split(shape.name);
        [low, high, shape.planned.0, *day]
    }

    fn from_numbers([low, high, planned, day]: [u32; 4]) -> Option<Self> {
        let shape = SlotShape {
            name: join([low, high]),
            planned: Minutes(planned),
        };
        Some((day, shape))
    }
}

/// A day entry's shape, and how many slots it has.
type DayRow = (DayShape, u32);

impl Entry for DayRow {
    fn to_numbers(&self) -> [u32; 4] {
        let (shape, count) = self;
        let (first, last) = shape.numbers.unwrap_or_default();
        let numbered = u32::from(shape.numbers.is_some());
        let weekdays = shape.weekdays.map_or(0, |days| {
            1 + days.first.num_days_from_monday() * 7 + days.last.num_days_from_monday()
        });
        [first, last, *count, numbered | weekdays << 1]
    }

    fn from_numbers([first, last, count, rest]: [u32; 4]) -> Option<Self> {
        let weekday = |number: u32| Weekday::try_from(u8::try_from(number).ok()?).ok();
        let weekdays = match (rest >> 1).checked_sub(1) {
            None => None,
            Some(code) => Some(Weekdays {
                first: weekday(code / 7)?,
                last: weekday(code % 7)?,
            }),
        };
        let shape = DayShape {
            numbers: (rest & 1 == 1).then_some((first, last)),
            weekdays,
        };
        Some((shape, count))
    }
}

/// A plan's outline and its shape.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct PackedOutline {
    pub phases: Vec<PhaseShape>,
    days: List,
    /// The planned minutes of each day entry.
    planned: Numbers,
    /// By their names.
    slots: List,
    deliverables: Vec<u64>,
}

impl PackedOutline {
    /// That of a plan, given its outline with all slots.
    pub fn of(shape: &Shape, outline: Outline) -> Self {
        let counts = outline.days.iter().map(|load| load.slots);
        let mut slots = outline.slots;
        slots.sort_by_key(|(_, slot)| slot.name);
        Self {
            phases: shape.phases.clone(),
            days: List::of(shape.days.iter().copied().zip(counts)),
            planned: Numbers::of(outline.days.iter().map(|load| load.planned.0)),
            slots: List::of(slots),
            deliverables: outline.deliverables,
        }
    }

    /// The shape. `None` where a day was never put in.
    pub fn shape(&self) -> Option<Shape> {
        let days = self.days.iter::<DayRow>();
        let mut shapes = Vec::with_capacity(self.days.len());
        for day in days {
            shapes.push(day?.0);
        }
        Some(Shape {
            phases: self.phases.clone(),
            days: shapes,
        })
    }

    /// The outline with those slots alone that have one of `names`, which have to rise. `None` where a
    /// day was never put in.
    pub fn unpack(&self, names: impl Iterator<Item = u64>) -> Option<Outline> {
        let (mut slots, mut from) = (Vec::new(), 0);
        for name in names {
            from = self
                .slots
                .first_not(from, |(_, slot): SlotRow| slot.name < name);
            let found = self.slots.get::<SlotRow>(from);
            slots.extend(found.filter(|(_, slot)| slot.name == name));
        }
        slots.sort_by_key(|(day, _)| *day);
        let mut days = Vec::with_capacity(self.days.len());
        for (day, planned) in self.days.iter::<DayRow>().zip(self.planned.iter()) {
            let (_, slots) = day?;
            let planned = Minutes(planned);
            days.push(Load { slots, planned });
        }
        Some(Outline {
            days,
            slots,
            deliverables: self.deliverables.clone(),
        })
    }
}
