//! Lists of numbers as bytes, sixteen an entry, so that a long one is read at once: the outline of
//! a plan is read on every run, however long the plan.

use chrono::Weekday;
use serde::{Deserialize, Serialize};

use crate::model::{DayShape, Minutes, Outline, PhaseShape, Shape, SlotShape, Weekdays};
use crate::store::cache::Piece;

/// How many bytes an entry takes.
const SIZE: usize = 16;

/// A list of entries of one kind.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct List(#[serde(with = "serde_bytes")] Vec<u8>);

/// What fits in an entry.
pub(super) trait Entry: Sized {
    fn to_bits(&self) -> u128;
    /// `None` where no such entry was ever put in.
    fn from_bits(bits: u128) -> Option<Self>;
}

impl List {
    pub fn of<T: Entry>(entries: impl IntoIterator<Item = T>) -> Self {
        let bits = entries.into_iter().map(|entry| entry.to_bits());
        Self(bits.flat_map(u128::to_le_bytes).collect())
    }

    pub fn len(&self) -> usize {
        self.0.len() / SIZE
    }

    pub fn get<T: Entry>(&self, index: usize) -> Option<T> {
        let bytes = self.0.get(index.checked_mul(SIZE)?..)?.first_chunk()?;
        T::from_bits(u128::from_le_bytes(*bytes))
    }

    pub fn iter<T: Entry>(&self) -> impl Iterator<Item = Option<T>> {
        let (chunks, _) = self.0.as_chunks::<SIZE>();
        chunks
            .iter()
            .map(|bytes| T::from_bits(u128::from_le_bytes(*bytes)))
    }
}

/// An entry of four numbers, the first being the lowest.
fn join(numbers: [u32; 4]) -> u128 {
    let [a, b, c, d] = numbers.map(u128::from);
    a | b << 32 | c << 64 | d << 96
}

fn split(bits: u128) -> [u32; 4] {
    #[expect(clippy::cast_possible_truncation, reason = "that is what splits it")]
    [0, 32, 64, 96].map(|shift| (bits >> shift) as u32)
}

impl Entry for Piece {
    fn to_bits(&self) -> u128 {
        let [low, high, ..] = split(u128::from(self.from));
        join([low, high, self.length, self.checksum])
    }

    fn from_bits(bits: u128) -> Option<Self> {
        let [low, high, length, checksum] = split(bits);
        Some(Self {
            from: u64::from(low) | u64::from(high) << 32,
            length,
            checksum,
        })
    }
}

impl Entry for SlotShape {
    fn to_bits(&self) -> u128 {
        u128::from(self.name) | u128::from(self.planned.0) << 64
    }

    fn from_bits(bits: u128) -> Option<Self> {
        let [low, high, planned, _] = split(bits);
        Some(Self {
            name: u64::from(low) | u64::from(high) << 32,
            planned: Minutes(planned),
        })
    }
}

/// A day entry's shape, and how many slots it has.
type Day = (DayShape, usize);

impl Entry for Day {
    fn to_bits(&self) -> u128 {
        let (shape, count) = self;
        let (first, last) = shape.numbers.unwrap_or_default();
        let numbered = u32::from(shape.numbers.is_some());
        let weekdays = shape.weekdays.map_or(0, |days| {
            1 + days.first.num_days_from_monday() * 7 + days.last.num_days_from_monday()
        });
        let count = u32::try_from(*count).unwrap_or(u32::MAX);
        join([first, last, count, numbered | weekdays << 1])
    }

    fn from_bits(bits: u128) -> Option<Self> {
        let [first, last, count, rest] = split(bits);
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
        let (days, counts) = self.days.iter::<Day>().collect::<Option<_>>()?;
        Some(Outline {
            shape: Shape {
                phases: self.phases.clone(),
                days,
            },
            counts,
            slots: self.slots.iter().collect::<Option<_>>()?,
            deliverables: self.deliverables.clone(),
        })
    }
}
