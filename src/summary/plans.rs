//! The plans that there are.

use std::path::PathBuf;

use super::{SlotView, Study, Tally};
use crate::model::PlanId;
use crate::text::{Message, PlanName, ShippedPlan};

/// A plan that has marks, or can be begun.
#[derive(Debug, Clone)]
pub(crate) struct PlanRow<'a> {
    /// Not known if the plan cannot be read and has not begun.
    pub(crate) id: Option<PlanId>,
    /// Its id, else where it is read from.
    pub(crate) name: String,
    /// What is known of it; `None` if the plan cannot be read.
    pub(crate) study: Option<&'a Study>,
    pub(crate) role: PlanRole,
    /// Whether it has marks.
    pub(crate) is_begun: bool,
    /// All its slots.
    pub(crate) tally: Option<Tally>,
    pub(crate) is_finished: bool,
    /// The slot to turn to next.
    pub(crate) next: Option<SlotView<'a>>,
    pub(crate) file: PlanFile,
}

/// What a plan is to the learner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PlanRole {
    Current,
    /// It is shown with the current one.
    Followed,
    Other,
}

/// Where a plan is read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PlanFile {
    /// It is part of the program.
    Shipped {
        id: &'static str,
        plan: ShippedPlan,
    },
    At(PathBuf),
    /// The file was there, and is not any more.
    Moved(PathBuf),
    /// It cannot be read, is not valid, or is another plan by now.
    Unreadable(PlanName, Box<Message>),
    /// Nothing is known of it on this device.
    Unknown,
}
