//! Messages about slots that are added, and plan files that are created and edited.

use super::WeekName;
use crate::model::{Clock, Minutes, Placement};

/// Messages of `add`, `new` and `edit`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Create {
    /// A slot without a title.
    NoTitle,
    /// `--duration` next to a time that has an end.
    LengthTwice,
    /// `--time` gives only the start.
    NoEnd(Clock),
    /// A slot would not end before midnight.
    PastMidnight { start: Clock, length: Minutes },
    /// When a slot was added, and in which week of the plan.
    AddedOn {
        at: Placement,
        length: Option<Minutes>,
        week: Option<WeekName>,
    },
}

/// What to do about them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum CreateHint {
    /// How a slot is added.
    AddForm,
    /// `--time` or `--duration`.
    OneOfBoth,
    /// How to give the end.
    GiveLength,
    /// How something that is over is added.
    AddPastWork,
}
