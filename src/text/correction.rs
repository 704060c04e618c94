//! Messages of `reopen` and `note --remove`.

use super::SlotName;

/// What was corrected, or why it was not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Correction {
    /// A slot is open again.
    Reopened,
    /// A note was removed from a slot.
    NoteRemoved,
    /// A slot that was to be reopened is open.
    IsOpen(SlotName),
    /// A day that was to be reopened has nothing that is done or skipped.
    NothingSettled {
        /// What was typed.
        text: String,
    },
    /// A slot has no notes.
    NoNotes(SlotName),
    /// A slot has several notes, and none was chosen.
    SeveralNotes(SlotName),
    /// A slot has fewer notes.
    NoSuchNote {
        /// What was typed.
        number: usize,
        slot: SlotName,
    },
    /// The notes of a slot, to be numbered from 1.
    ChooseNote(Vec<String>),
}
