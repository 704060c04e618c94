//! Messages of `doctor --relink`.

use super::{SlotList, SlotName};

/// Messages about marks that are moved to another slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Relink {
    /// Marks were moved to a slot of another id, title or both.
    Relinked {
        /// The slot before.
        from: SlotName,
        /// The slot now.
        to: SlotName,
    },
    /// Not of the form `OLD=NEW`.
    InvalidPair {
        /// What was typed.
        text: String,
    },
    /// How pairs are written.
    PairForm,
    /// There are no orphaned marks of this name.
    NoOrphan {
        /// What was typed.
        text: String,
    },
    /// There are no orphaned marks at all.
    NoOrphans,
    /// The slots with orphaned marks.
    Orphans(SlotList),
    /// Orphaned marks of several slots have this id or title.
    AmbiguousOrphan {
        /// What was typed.
        text: String,
        /// How many slots.
        count: usize,
    },
    /// The orphans to choose from.
    ChooseOrphan(SlotList),
    /// The same marks are to go to two slots.
    RepeatedOrphan(SlotName),
    /// Marks go to one slot.
    OneSlot,
    /// Marks of two slots are to go to the same slot.
    RepeatedSlot(SlotName),
    /// Marks of two slots are never merged.
    NeverMerged,
    /// A target refers to several slots, or none.
    NotOneSlot {
        /// What was typed.
        text: String,
    },
    /// The slot has marks itself.
    HasMarks(SlotName),
    /// Where to see the marks of a slot.
    SeeMarks { id: String },
}
