//! Messages about slots that are different in another version of the plan.

use super::SlotName;

/// What happens to slots and their marks if the plan changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PlanDiff {
    /// A marked slot has another title; its marks count.
    Retitled {
        /// Its title now.
        now: String,
    },
    /// A marked slot has another id.
    Moved {
        /// Its id now.
        to: String,
        /// Its title now, if it has changed.
        title: Option<String>,
    },
    /// Another slot has the id of a marked slot.
    Replaced {
        /// The title of the other slot.
        now: String,
    },
    /// No slot is certain to be the one that was marked.
    Gone,
    /// The plan files that are compared.
    Compared {
        /// The new version.
        other: String,
        /// The followed version.
        followed: String,
    },
    /// How many slots there are of each kind.
    Counts {
        /// The same in both versions.
        kept: u32,
        /// With another id or title.
        renamed: usize,
        /// Marked, without a certain successor.
        orphaned: usize,
        /// With other content.
        changed: usize,
        /// New.
        added: usize,
        /// Not marked, and not in the other version.
        removed: usize,
    },
    /// The heading of slots of one kind.
    Heading(DiffKind),
    /// What happens to their marks.
    Marks(DiffKind),
    /// Before what a slot is now.
    Now,
    /// Why a slot is known to be the same.
    Evidence(SameSlot),
    /// The content of a slot has changed.
    OtherContent,
    /// Slots that an orphaned one could be.
    CouldBe(Vec<SlotName>),
}

/// What has become of slots.
#[allow(missing_docs, reason = "as in `Counts`")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DiffKind {
    Renamed,
    Orphaned,
    Changed,
    Added,
    Removed,
}

/// Why a slot is known to be the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SameSlot {
    /// Nothing has changed.
    Unchanged,
    /// It has the same title.
    Title,
    /// It has the same content.
    Content,
    /// It has the same id.
    Id,
    /// It has the same neighbours.
    Neighbours,
}
