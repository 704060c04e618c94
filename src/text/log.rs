//! Messages of `log`.

use chrono::NaiveDate;

use super::{PlacedAt, Relinked};
use crate::model::Minutes;

/// What the history says about an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Log {
    /// There are no events.
    Nothing,
    /// How many events are not shown.
    Earlier {
        /// How many.
        count: usize,
    },
    /// The event was undone.
    Undone,
    /// The undo was taken back by a redo.
    Redone,
    /// A slot had been done before; how long it took.
    Again(Option<Minutes>),
    /// Rest days, or study days again.
    Rest {
        first: NaiveDate,
        last: NaiveDate,
        /// The learner's reason.
        reason: Option<String>,
    },
    /// Ids of slots.
    Slots(Vec<String>),
    /// Where a slot was moved.
    To(PlacedAt),
    /// Slots were shifted by weeks.
    Shift {
        /// The id of the first slot.
        from: String,
        /// By how many weeks; negative if they were brought forward.
        weeks: i32,
    },
    /// Marks were moved to another slot.
    Relinked(Relinked),
}
