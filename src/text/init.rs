//! Messages of `init`, and about versions of a plan.

use chrono::NaiveDate;

use super::{Message, SlotName};
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
        /// What it is about, in the words of the plan.
        about: &'static str,
        /// Whether it has a journal.
        begun: bool,
    },
    /// A plan that has a journal, but whose plan file is not known.
    BegunPlan { id: PlanId },
    /// The configuration could not be written.
    NotChosen {
        /// Whether the start or marks were recorded before.
        recorded: bool,
        /// Why it could not be written.
        reason: Box<Message>,
    },
    /// The other file is not a version of the plan.
    OtherPlan {
        /// The path or id of the other plan.
        source: String,
        id: String,
        /// The id of the plan that is followed.
        followed: String,
    },
}

/// Hints of `init`, and about versions of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum InitHint {
    /// How the start is moved.
    MoveStart,
    /// Some marks belong to slots whose id or title has changed.
    RelinkSome,
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
