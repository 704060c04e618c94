//! Positions in the text of a plan file.

use std::collections::HashMap;
use std::ops::Range;

/// A position in the text, and how many bytes belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Location {
    /// Line, from 1.
    pub(crate) line: u32,
    /// Column in characters, from 1.
    pub(crate) column: u32,
    /// First byte, from 0.
    pub(crate) start: u32,
    /// Length in bytes; 0 where it is not known.
    pub(crate) len: u32,
}

impl Location {
    /// The beginning of the text.
    pub(crate) const START: Self = Self {
        line: 1,
        column: 1,
        start: 0,
        len: 0,
    };

    /// A line and a column in `source`. A position after the end of a line is at its end.
    pub(super) fn of(source: &str, line: u32, column: u32) -> Self {
        let lines = source.split_inclusive('\n');
        let before: usize = lines.take(line as usize - 1).map(str::len).sum();
        let rest = source.get(before..).unwrap_or_default();
        let characters = rest.chars().take(column as usize - 1);
        let within: usize = characters.map(char::len_utf8).sum();
        Self {
            line,
            column,
            start: u32::try_from(before + within).unwrap_or(u32::MAX),
            len: 0,
        }
    }

    /// The bytes that belong to it.
    pub(crate) fn bytes(&self) -> Range<usize> {
        let start = self.start as usize;
        start..start + self.len as usize
    }
}

/// A part of a plan that a warning can point at.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Part {
    /// A day, by its first number.
    Day(u32),
    /// The time of a slot, by the slot's id.
    Slot(String),
    /// The topic of a slot, by the slot's id.
    SlotTopic(String),
    /// An entry of the library, by its id.
    Resource(String),
    /// A topic of the roadmap, by its id.
    Topic(String),
    /// A phase, by its number from 1.
    Phase(usize),
    /// A milestone, by its number from 1.
    Milestone(usize),
    /// What an entry of `allow` refers to, by the entry's number from 1.
    Allow(usize),
}

/// The location of each part of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Locations(HashMap<Part, Location>);

impl Locations {
    pub(super) fn insert(&mut self, part: Part, at: Location) {
        self.0.insert(part, at);
    }

    /// Where `part` is; the beginning of the file if that is not known.
    pub(crate) fn of(&self, part: &Part) -> Location {
        self.0.get(part).copied().unwrap_or(Location::START)
    }
}
