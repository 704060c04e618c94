//! Messages about the check boxes of a note.

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::model::PlanId;

/// Messages about the check boxes of a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Pull {
    /// Nothing in the note is new.
    Nothing,
    /// So many marks were recorded.
    Recorded(usize),
    /// So many check boxes are not recorded; the list follows.
    Refused(usize),
    /// The number of a line of the note, with its separator.
    Line(usize),
    /// Why a check box is not recorded.
    Unknown,
    Repeated,
    /// What is written instead of a date.
    NoDate(String),
    Future(NaiveDate),
    OneSitting,
    /// It was done, skipped or reopened on this date.
    DoneOn(NaiveDate),
    SkippedOn(NaiveDate),
    ReopenedOn(NaiveDate),
    /// So many check boxes of the note were changed.
    Pushed {
        path: PathBuf,
        boxes: usize,
    },
    /// The file is no note that `plan` wrote.
    NotANote(PathBuf),
    /// There is no such file.
    NoNote(PathBuf),
    /// The note is of a plan that is not known.
    UnknownPlan {
        path: PathBuf,
        plan: String,
    },
    /// The note is of another plan than that of `--plan`.
    OtherPlan {
        path: PathBuf,
        plan: PlanId,
    },
}

/// What to do about a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PullHint {
    /// How to write a note.
    Export,
    /// How to record what was refused.
    Settle,
    /// The plans that are known.
    Plans,
    /// Leave `--plan` out.
    WithoutPlan,
}
