//! What has a due date.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What has a due date that the learner can set.
#[derive(
    JsonSchema, Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub(crate) enum DueKind {
    Event,
    Deliverable,
    Milestone,
}

impl DueKind {
    /// All of them.
    const ALL: [Self; 3] = [Self::Event, Self::Deliverable, Self::Milestone];

    /// Its name in the journal.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Deliverable => "deliverable",
            Self::Milestone => "milestone",
        }
    }

    pub(crate) fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|dated| dated.name() == text)
    }
}
