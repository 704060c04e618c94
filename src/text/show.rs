//! Messages of `show`, `next`, `roadmap`, `resources` and `milestones`.

use chrono::NaiveDate;

use super::Origin;
use crate::model::{Kind, LinkStatus, Minutes};

/// What there is to say about the parts of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Show {
    /// A slot was moved.
    MovedFrom(Origin),
    /// The current dates of a day that was moved, and the dates that the plan gives it.
    MovedDay {
        /// The current dates.
        now: Vec<(NaiveDate, NaiveDate)>,
        /// The dates of the plan.
        planned: (NaiveDate, NaiveDate),
        /// Whether the year is given.
        with_year: bool,
    },
    /// A slot has other content than when it was done.
    ChangedSinceDone {
        /// When it was done.
        date: NaiveDate,
        /// Its id.
        slot: String,
    },
    /// Before a corrected version of the author's words.
    ReadAs,
    /// Before a note.
    Note,
    /// Before the full title of a resource.
    FullTitle,
    /// Before the link that should replace a wrong one.
    Instead,
    /// Before the link of a resource for which the author gives none.
    Link,
    /// A link is known to be wrong.
    LinkProblem(LinkStatus),
    /// When a slot was done, and how long it took.
    Done {
        date: NaiveDate,
        /// How long it took, if the learner said.
        took: Option<Minutes>,
    },
    /// When a slot was skipped.
    Skipped {
        date: NaiveDate,
        /// The learner's reason.
        reason: Option<String>,
    },
    /// When a deliverable is due.
    Due(NaiveDate),
    /// When a milestone is due.
    MilestoneDue(NaiveDate),
    /// The topics that come before a topic.
    After(Vec<String>),
    /// The plan has no roadmap.
    NoRoadmap,
    /// The plan has no such resources.
    NoResources,
    /// The plan has no milestones.
    NoMilestones,
    /// A kind of resources.
    Kind(Kind),
    /// The weeks that name a resource.
    InWeeks(Vec<u32>),
    /// The slots that use a resource.
    InSlots {
        /// The ids of the first of them.
        named: Vec<String>,
        /// How many are not named.
        more: usize,
        /// How many are done.
        done: u32,
        /// How many there are.
        all: u32,
    },
    /// No week and no slot uses a resource.
    Unused,
    /// The result of checking a link.
    LinkStatus(LinkStatus),
    /// How many deliverables of a goal are done.
    Deliverables { done: u32, all: u32 },
    /// What fulfils a goal.
    By(Vec<String>),
    /// Nothing in the plan is said to fulfil a goal.
    ByNothing,
}
