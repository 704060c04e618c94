//! Lists of numbers as bytes, so that a long one is had at once and searched where it lies: those of
//! a plan's slots and of their marks are there on every run, however long they are.

use serde::{Deserialize, Serialize};

use super::cache::Piece;

/// How many bytes an entry of a [`List`] takes.
const SIZE: usize = 16;

/// A list of entries of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct List(#[serde(with = "serde_bytes")] Vec<u8>);

/// What fits in an entry: four numbers.
pub(super) trait Entry: Sized {
    fn to_numbers(&self) -> [u32; 4];
    /// `None` where no such entry was ever put in.
    fn from_numbers(numbers: [u32; 4]) -> Option<Self>;
}

impl List {
    pub fn of<T: Entry>(entries: impl IntoIterator<Item = T>) -> Self {
        let numbers = entries.into_iter().flat_map(|entry| entry.to_numbers());
        Self(numbers.flat_map(u32::to_le_bytes).collect())
    }

    pub fn len(&self) -> usize {
        self.0.len() / SIZE
    }

    pub fn get<T: Entry>(&self, index: usize) -> Option<T> {
        let bytes = self.0.get(index.checked_mul(SIZE)?..)?.first_chunk()?;
        read(bytes)
    }

    /// The index of the first from `from` on that is not `before`, in a list in which all that are
    /// stand in front; the list's length where all are.
    pub fn first_not<T: Entry>(&self, from: usize, before: impl Fn(T) -> bool) -> usize {
        let (entries, _) = self.0.as_chunks::<SIZE>();
        let rest = entries.get(from..).unwrap_or_default();
        from + rest.partition_point(|bytes| read(bytes).is_some_and(&before))
    }

    /// All of them, `None` for one that was never put in.
    pub fn iter<T: Entry>(&self) -> impl Iterator<Item = Option<T>> {
        let (entries, _) = self.0.as_chunks::<SIZE>();
        entries.iter().map(read)
    }
}

fn read<T: Entry>(bytes: &[u8; SIZE]) -> Option<T> {
    let (numbers, _) = bytes.as_chunks();
    let [a, b, c, d] = numbers.first_chunk()?;
    // Written out, which is three times as fast as a `map` of them.
    T::from_numbers([
        u32::from_le_bytes(*a),
        u32::from_le_bytes(*b),
        u32::from_le_bytes(*c),
        u32::from_le_bytes(*d),
    ])
}

/// A list of numbers as bytes, four each.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Numbers(#[serde(with = "serde_bytes")] Vec<u8>);

impl Numbers {
    pub fn of(numbers: impl IntoIterator<Item = u32>) -> Self {
        Self(numbers.into_iter().flat_map(u32::to_le_bytes).collect())
    }

    pub fn iter(&self) -> impl Iterator<Item = u32> {
        let (numbers, _) = self.0.as_chunks();
        numbers.iter().map(|bytes| u32::from_le_bytes(*bytes))
    }
}

/// A large number as two.
pub(super) fn split(large: u64) -> [u32; 2] {
    #[expect(clippy::cast_possible_truncation, reason = "that is what splits it")]
    [large as u32, (large >> 32) as u32]
}

/// The large number that was made two.
pub(super) fn join([low, high]: [u32; 2]) -> u64 {
    u64::from(low) | u64::from(high) << 32
}

impl Entry for Piece {
    fn to_numbers(&self) -> [u32; 4] {
        let [low, high] = split(self.from);
        [low, high, self.length, self.checksum]
    }

    fn from_numbers([low, high, length, checksum]: [u32; 4]) -> Option<Self> {
        Some(Self {
            from: join([low, high]),
            length,
            checksum,
        })
    }
}
