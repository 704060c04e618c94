//! A plan's outline as lists of numbers.

use chrono::Weekday;
use serde::{Deserialize, Serialize};

use crate::model::{DayShape, Minutes, Outline, PhaseShape, Shape, SlotShape, Weekdays};
use crate::store::packed::{Entry, List, join, split};

impl Entry for SlotShape {
    fn to_numbers(&self) -> [u32; 4] {
        let [low, high] = split(self.name);
        [low, high, self.planned.0, 0]
    }

    fn from_numbers([low, high, planned, _]: [u32; 4]) -> Option<Self> {
        Some(Self {
            name: join([low, high]),
            planned: Minutes(planned),
        })
    }
}

/// A day entry's shape, and how many slots it has.
type Day = (DayShape, usize);

impl Entry for Day {
    fn to_numbers(&self) -> [u32; 4] {
        let (shape, count) = self;
        let (first, last) = shape.numbers.unwrap_or_default();
        let numbered = u32::from(shape.numbers.is_some());
        let weekdays = shape.weekdays.map_or(0, |days| {
            1 + days.first.num_days_from_monday() * 7 + days.last.num_days_from_monday()
        });
        let count = u32::try_from(*count).unwrap_or(u32::MAX);
        [first, last, count, numbered | weekdays << 1]
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
        Some((shape, usize::try_from(count).ok()?))
    }
}

/// A plan's outline.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct PackedOutline {
    phases: Vec<PhaseShape>,
    days: List,
    slots: List,
    deliverables: Vec<u64>,
}

impl PackedOutline {
    pub fn of(outline: &Outline) -> Self {
        let days = outline.shape.days.iter().copied();
        Self {
            phases: outline.shape.phases.clone(),
            days: List::of(days.zip(outline.counts.iter().copied())),
            slots: List::of(outline.slots.iter().copied()),
            deliverables: outline.deliverables.clone(),
        }
    }

    pub fn unpack(&self) -> Option<Outline> {
        let (days, counts) = self.days.all::<Day>()?.into_iter().unzip();
        Some(Outline {
            shape: Shape {
                phases: self.phases.clone(),
                days,
            },
            counts,
            slots: self.slots.all()?,
            deliverables: self.deliverables.clone(),
        })
    }
}
