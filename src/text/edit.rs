//! Messages about plan files that are edited.

use std::path::PathBuf;

use super::{DayNames, SlotName};
use crate::model::PlanId;

/// Messages of `edit`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Edit {
    /// Neither `$VISUAL` nor `$EDITOR` is set.
    NoEditor,
    /// The editor could not be started.
    NotStarted { editor: String, reason: String },
    /// The editor ended with an error.
    EditorFailed {
        editor: String,
        /// Its exit code; `None` if a signal ended it.
        code: Option<i32>,
    },
    /// Whether to write slots into the file that were added with `plan add`.
    WithAdded(Vec<SlotName>),
    /// A slot that was added has been written into the copy.
    AddedWritten {
        slot: SlotName,
        /// The day of the plan.
        day: Box<DayNames>,
    },
    /// No day of its week has room for it.
    AddedNotWritten(SlotName),
    /// The copy is as the file was.
    NothingEdited,
    /// Whether to open the editor again.
    OpenAgain,
    /// The copy has another id.
    OtherId { was: PlanId, is: String },
    /// Whether to replace the file by the copy.
    ReplaceQuestion(PathBuf),
    /// It was not confirmed.
    NotConfirmed(PathBuf),
    /// The file has changed since it was copied.
    ChangedMeanwhile(PathBuf),
    /// The file was replaced.
    Replaced(PathBuf),
    /// A shipped plan was written to a file, which may be followed from now on.
    Exported {
        id: String,
        path: PathBuf,
        followed: bool,
    },
}

/// What to do about them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum EditHint {
    /// How to choose an editor.
    SetEditor,
    /// Where the edited copy is.
    CopyKept(PathBuf),
    /// How the copy replaces the file.
    TakeCopy { copy: String, file: String },
    /// How to keep the id.
    KeepId(PlanId),
    /// `--yes` replaces without a question.
    Yes,
    /// Which plan to follow.
    Follow { file: String },
}
