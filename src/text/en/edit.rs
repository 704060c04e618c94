//! Messages about plan files that are edited.

use std::borrow::Cow;

use super::phrase::days;
use super::words::{count, list, name, quoted};
use crate::text::{Edit, EditHint};

/// The message in English.
pub(super) fn edit(message: &Edit) -> Cow<'static, str> {
    match message {
        Edit::NoEditor => "neither `$VISUAL` nor `$EDITOR` names an editor".into(),
        Edit::NotStarted { editor, reason } => {
            format!("cannot start the editor `{editor}`: {reason}").into()
        }
        Edit::EditorFailed { editor, code } => {
            let how = code.map_or("was killed".to_owned(), |code| {
                format!("exited with code {code}")
            });
            format!("the editor `{editor}` {how}: nothing was changed").into()
        }
        Edit::WithAdded(slots) => format!(
            "Write {} into the file: {}?",
            count(slots.len(), "added slot"),
            list(slots.iter().map(name))
        )
        .into(),
        Edit::AddedWritten { slot, day } => format!("{} goes to {}", name(slot), days(day)).into(),
        Edit::AddedNotWritten(slot) => format!(
            "{} is left out: no day of its week has room for it",
            name(slot)
        )
        .into(),
        Edit::NothingEdited => "nothing was changed".into(),
        Edit::OpenAgain => "Open the editor again?".into(),
        Edit::OtherId { was, is } => {
            format!("the plan id changed from `{was}` to `{is}`; your marks belong to `{was}`")
                .into()
        }
        Edit::ReplaceQuestion(path) => format!("Replace {}?", quoted(path)).into(),
        Edit::NotConfirmed(path) => format!("{} was not replaced", quoted(path)).into(),
        Edit::ChangedMeanwhile(path) => {
            format!("{} has changed since you began to edit", quoted(path)).into()
        }
        Edit::Replaced(path) => format!("{} is replaced", path.display()).into(),
        Edit::Exported { id, path, followed } => {
            let followed = if *followed {
                ", which is followed now"
            } else {
                ""
            };
            format!(
                "{id} is now a file of your own: {}{followed}",
                path.display()
            )
            .into()
        }
    }
}

/// The hint in English.
pub(super) fn edit_hint(hint: &EditHint) -> Cow<'static, str> {
    match hint {
        EditHint::SetEditor => "name one, for example `EDITOR=nano plan edit`".into(),
        EditHint::CopyKept(path) => format!("your version is in {}", quoted(path)).into(),
        EditHint::TakeCopy { copy, file } => {
            format!("`mv {copy} {file}` puts it in the place of the file").into()
        }
        EditHint::KeepId(id) => format!("keep the line `plan: {id}`").into(),
        EditHint::Yes => "`plan edit --yes` replaces it without a question".into(),
        EditHint::Follow { file } => format!("`plan init {file}` follows it").into(),
    }
}
