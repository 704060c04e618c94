//! What is known about a note besides its text.

use chrono::NaiveDate;

use crate::model::{Hours, PlanId};

/// What is known about a note besides its text.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    /// The id of the plan.
    pub(crate) id: PlanId,
    /// What the plan is called if the note does not say it.
    pub(crate) name: String,
    /// The study time that was asked for.
    pub(crate) hours: Option<Hours>,
    /// The date on which years are guessed.
    pub(crate) today: NaiveDate,
}
