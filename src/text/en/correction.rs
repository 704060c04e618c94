//! Messages of `reopen` and `note --remove`.

use std::borrow::Cow;

use super::words::name;
use crate::text::Correction;

/// The message in English.
pub(super) fn correction(message: &Correction) -> Cow<'static, str> {
    match message {
        Correction::Reopened => "is open again".into(),
        Correction::NoteRemoved => "note removed".into(),
        Correction::IsOpen(slot) => format!("{} is open", name(slot)).into(),
        Correction::NothingSettled { text } => {
            format!("nothing of `{text}` is done or skipped").into()
        }
        Correction::NoNotes(slot) => format!("{} has no notes", name(slot)).into(),
        Correction::SeveralNotes(slot) => format!("{} has several notes", name(slot)).into(),
        Correction::NoSuchNote { number, slot } => {
            format!("{} has no note {number}", name(slot)).into()
        }
        Correction::ChooseNote(notes) => {
            let notes = (1..).zip(notes).map(|(n, note)| format!("{n} {note}"));
            let notes: Vec<String> = notes.collect();
            format!("choose one by its number: {}", notes.join("; ")).into()
        }
    }
}
