//! Messages that confirm what was recorded, undone or redone.

use chrono::NaiveDate;

use super::{PlacedAt, SlotName};
use crate::model::Minutes;

/// What a mark has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Confirmation {
    /// A slot had been done before.
    AlreadyDone,
    /// A slot had been skipped before.
    AlreadySkipped,
    /// The planned duration, next to the one that it took.
    InsteadOf(Minutes),
    /// The planned duration.
    Planned(Minutes),
    /// Open slots of a day.
    Left {
        /// The day; `None` for today.
        date: Option<NaiveDate>,
        /// The numbers of the slots.
        ordinals: Vec<usize>,
        /// Their planned duration.
        planned: Minutes,
    },
    /// A step was undone or redone.
    Step(Step),
}

/// What was undone or redone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Step {
    /// The plan begins on a date.
    Begin(NaiveDate),
    /// A slot was done.
    Done(SlotName),
    /// A slot was skipped.
    Skip(SlotName),
    /// A note was added to a slot.
    Note {
        slot: SlotName,
        /// The note.
        text: String,
    },
    /// Marks were moved to another slot.
    Relinked(Relinked),
    /// Dates became rest days.
    Off { first: NaiveDate, last: NaiveDate },
    /// Dates became study days again.
    On { first: NaiveDate, last: NaiveDate },
    /// A slot was moved.
    Move {
        slot: SlotName,
        /// Where it was moved.
        to: PlacedAt,
    },
    /// Slots were shifted by weeks.
    Shift {
        /// How many slots.
        count: u32,
        /// By how many weeks; negative if they were brought forward.
        weeks: i32,
        /// The id of the first slot.
        from: String,
    },
    /// Slots were rescheduled.
    Recover {
        /// How many slots.
        count: u32,
        /// The strategy, as on the command line.
        strategy: String,
    },
}

/// Marks were moved from a slot to another, which may be the same slot with another title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Relinked {
    /// The slot before.
    pub(crate) from: SlotName,
    /// The slot now.
    pub(crate) to: SlotName,
}
