//! Messages about the plan that is chosen, and how it differs from an earlier version.

use chrono::NaiveDate;

use super::{Message, PlanName, SlotName};
use crate::model::PlanId;

/// Messages about the plan that is chosen, and about its marks in another version of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Init {
    /// The start was recorded.
    Begins {
        /// The title of the plan.
        title: String,
        /// The date of Day 1.
        start: NaiveDate,
    },
    /// The plan had been chosen and begun before.
    Unchanged {
        /// The title of the plan.
        title: String,
        /// The date of Day 1.
        start: NaiveDate,
    },
    /// Another plan was followed before; this one has begun already.
    FollowedAgain {
        /// The title of the plan.
        title: String,
        /// The date of Day 1.
        start: NaiveDate,
    },
    /// The plan begins later than asked, on the weekday of Day 1.
    NotFirstWeekday {
        /// The date that was asked for.
        asked: NaiveDate,
        /// The date of Day 1.
        start: NaiveDate,
    },
    /// When the plan ends.
    LastDay {
        /// Its last day.
        last: NaiveDate,
        /// The end of the time to catch up after it, if there is any.
        buffer: Option<NaiveDate>,
    },
    /// Marks were moved to a slot of another id, title or both.
    MarksMoved {
        /// The slot before.
        from: SlotName,
        /// The slot now.
        to: SlotName,
    },
    /// Marks have no slot that is certain to be theirs.
    MarksOrphaned(SlotName),
    /// A list of other plans that can be followed comes next.
    OtherPlans,
    ShippedPlan {
        id: &'static str,
        plan: ShippedPlan,
        /// Whether it has a journal.
        begun: bool,
    },
    /// A plan that has a journal, but whose plan file is not known.
    BegunPlan { id: PlanId },
    /// The plan had been chosen before, and begins on a date to come.
    BeginsUnchanged {
        /// The title of the plan.
        title: String,
        /// The date of Day 1.
        start: NaiveDate,
    },
    /// Marks of the plan with this id were taken along.
    MarksTaken {
        id: PlanId,
        /// How many slots they are of.
        slots: usize,
    },
    /// There is no other plan with this id that has marks.
    NoMarksOf { id: String },
    /// Marks of another plan, whose id the file may have had, fit this one.
    MarksElsewhere {
        /// The id of the other plan.
        id: PlanId,
        /// How many slots have marks that fit.
        slots: usize,
    },
    /// The configuration could not be written.
    NotChosen {
        /// Whether the start or marks were recorded before.
        recorded: bool,
        /// Why it could not be written.
        reason: Box<Message>,
    },
    /// The other file is not a version of the plan.
    OtherPlan {
        /// The other plan.
        source: PlanName,
        id: String,
        /// The id of the plan that is followed.
        followed: String,
    },
}

/// A plan that is part of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ShippedPlan {
    Multimodal,
    RustInFourWeeks,
}

/// Hints of `init`, and about versions of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum InitHint {
    /// How the start is moved.
    MoveStart,
    /// How what was done before is recorded.
    AsPlanned,
    /// Some marks belong to slots whose id or title has changed.
    RelinkSome,
    /// The plans that have marks.
    PlansWithMarks(Vec<PlanId>),
    /// How the marks of another plan are taken along.
    TakeMarksFrom {
        /// The path of the plan file, quoted for a shell.
        file: String,
        /// The id of the other plan.
        id: PlanId,
    },
    /// What makes two files versions of a plan.
    SameId {
        /// The id of the plan that is followed.
        followed: String,
    },
    /// How the other version is followed.
    FollowVersion {
        /// Its path or id, quoted for a shell.
        source: String,
    },
    /// How orphaned marks are moved once the other version is followed.
    RelinkLater,
}

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
        /// The id.
        id: String,
    },
    /// The slot with the id of a marked slot has the same title and other content.
    Edited {
        /// The id.
        id: String,
    },
    /// Several slots have title and content of a marked slot.
    Ambiguous {
        /// Their ids.
        slots: Vec<String>,
    },
    /// No slot is certain to be the one that was marked.
    Gone,
    /// The plan files that are compared.
    Compared {
        /// The new version.
        other: PlanName,
        /// The followed version.
        followed: PlanName,
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
