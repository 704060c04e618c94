//! Messages about slots that are added, and plan files that are created.

use std::path::PathBuf;

use super::WeekName;
use crate::model::{Clock, Minutes, Placement, PlanId};

/// Messages of `add` and `new`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Create {
    /// A slot without a title.
    NoTitle,
    /// A plan with as many slots as it can have.
    TooMany { limit: usize },
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
    /// The folder of a file that is to be created is missing.
    NoFolder(PathBuf),
    /// A file that is to be created exists.
    Exists(PathBuf),
    /// A plan file with comments, to begin with.
    Template(NewPlan),
    /// It was written.
    Written { path: PathBuf, weeks: u8 },
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
    /// Choose another name for the file.
    OtherName,
}

/// A plan that is to be filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NewPlan {
    pub(crate) id: PlanId,
    /// As it is written in YAML.
    pub(crate) title: String,
    /// The path of its file, as it is typed in a shell.
    pub(crate) file: String,
    /// How many weeks it has.
    pub(crate) weeks: u8,
}

/// The phases of a new plan by number, with their weeks; a short plan has one.
pub(super) fn halves(weeks: u8) -> Vec<(u8, std::ops::RangeInclusive<u8>)> {
    if weeks < 3 {
        return vec![(1, 1..=weeks)];
    }
    let middle = weeks.div_ceil(2);
    vec![(1, 1..=middle), (2, middle + 1..=weeks)]
}
