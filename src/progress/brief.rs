//! Marks without their words: enough to count slots, and to see which days matter.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use chrono::NaiveDate;

use super::{Mark, State};
use crate::model::Minutes;

/// A mark without its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Brief {
    /// What the slot counts as.
    pub state: Option<State>,
    /// The minutes it took, if it counts as done.
    pub took: Option<Minutes>,
    /// The first date of where it was put.
    pub seat: Option<NaiveDate>,
    /// Whether there are remarks on it.
    pub has_notes: bool,
}

impl Brief {
    /// What `mark` says, in brief.
    #[must_use]
    pub fn of(mark: &Mark) -> Self {
        Self {
            state: mark.state.map(|(_, state, _)| state),
            took: mark.actual(),
            seat: mark.seat.map(|(_, seat)| seat.date),
            has_notes: !mark.notes.is_empty(),
        }
    }

    /// As [`Mark::is_empty`].
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.state.is_none() && self.seat.is_none() && !self.has_notes
    }
}

/// Marks in brief, by the [`name`](crate::model::name) of the slot and title they were made under.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Briefs(HashMap<u64, Brief, BuildHasherDefault<AsItIs>>);

impl Briefs {
    /// That of the slot of this name.
    #[must_use]
    pub fn get(&self, name: u64) -> Option<&Brief> {
        self.0.get(&name)
    }

    /// All of them, in no order.
    pub fn iter(&self) -> impl Iterator<Item = &Brief> {
        self.0.values()
    }
}

impl FromIterator<(u64, Brief)> for Briefs {
    fn from_iter<I: IntoIterator<Item = (u64, Brief)>>(named: I) -> Self {
        Self(named.into_iter().collect())
    }
}

/// A name is as good as a hash of it.
#[derive(Default)]
pub struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, name: u64) {
        self.0 = self.0.rotate_left(8) ^ name;
    }
}
