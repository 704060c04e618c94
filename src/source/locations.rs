//! Where the parts of a plan stand in its file, for what is said of them later.

use std::collections::HashMap;

use super::Location;

/// A part of a plan that something may be said of.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Part {
    /// A day, by its first number.
    Day(u32),
    /// The time of a slot, by its id.
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
    /// What an entry of `allow` speaks of, by the entry's number from 1.
    Allow(usize),
}

/// Where each part stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Locations(HashMap<Part, Location>);

impl Locations {
    /// Notes where `part` stands.
    pub(super) fn note(&mut self, part: Part, at: Location) {
        self.0.insert(part, at);
    }

    /// Where `part` stands; the beginning of the file if that is not known.
    #[must_use]
    pub fn of(&self, part: &Part) -> Location {
        self.0.get(part).copied().unwrap_or(Location::START)
    }
}
