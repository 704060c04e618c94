//! Messages about the journal, its lock and its backups.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::Message;

/// Errors of `store::journal`, `store::lock` and `store::codec`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Journal {
    /// Another process holds the lock.
    LockHeld {
        /// The folder of the journal.
        folder: PathBuf,
    },
    /// A write was cut short.
    PartlyWritten {
        /// The journal.
        path: PathBuf,
        /// The number of bytes written.
        written: usize,
        /// The number of bytes to write.
        length: usize,
    },
    /// Another program keeps replacing the journal.
    KeepsBeingReplaced(PathBuf),
    /// A note or the reason of a skip does not fit in a line of the journal.
    FreeTextTooLong {
        /// Which of the two.
        kind: FreeText,
        /// Its length in bytes as JSON.
        length: usize,
        /// How many bytes fit.
        fits: usize,
        /// The length limit of a line.
        limit: usize,
    },
    /// An event does not fit in a line of the journal.
    LineTooLong {
        /// Its length in bytes.
        length: usize,
        /// The length limit of a line.
        limit: usize,
    },
    /// The journal has events that no new event could follow.
    NoNumberLeft,
    /// An event would not be read back as it is.
    NotReadableBack {
        /// The fault that reading would find; `None` if it would find another event.
        fault: Option<LineFault>,
    },
}

/// A text of any length that the learner types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FreeText {
    Note,
    /// Why a slot is skipped.
    Reason,
}

/// What to do about errors with the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum JournalHint {
    /// Try again when the other process has ended.
    WaitForLock,
    /// How to find the process that holds the lock.
    FindHolder {
        /// A command that shows it.
        command: String,
    },
    /// Free some disk space.
    MakeRoom,
    /// Which lines count after a partial write.
    WholeLinesCount,
    /// Stop the program that replaces the journal.
    StopOtherProgram,
    /// `plan doctor` names the line.
    SeeDoctor,
    /// Shorten a note or reason.
    ShortenText,
    /// Mark fewer slots at once.
    NameFewerSlots,
}

/// Warnings of `store::journal`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum JournalWarning {
    /// Another program replaced the journal, so the marks were written a second time.
    WrittenAgain(PathBuf),
    /// The backup of the day failed.
    BackupFailed {
        /// Why.
        error: Box<Message>,
    },
    /// A file next to the journal cannot be read.
    OtherIgnored {
        /// Why.
        error: Box<Message>,
    },
    /// Events of this device were missing from the journal, and were added to it.
    Healed {
        /// How many.
        count: usize,
    },
    /// The device's own copy of its events cannot be written.
    CopyFailed {
        /// Why.
        error: Box<Message>,
    },
    /// The journal has no events, but there are backups.
    OnlyBackups {
        journal: PathBuf,
        /// The folder with the backups.
        backups: PathBuf,
    },
    /// A newer version of the program has written to the journal.
    NewerVersion(PathBuf),
    /// Some of the journal cannot be read.
    Unreadable {
        /// The first file.
        path: PathBuf,
        /// The first line in it, from 1.
        line: usize,
        /// What is wrong with it.
        fault: LineFault,
        /// How many more faults there are.
        more: usize,
    },
}

/// What is wrong with a line of the journal, or a part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum LineFault {
    /// It exceeds the length limit.
    TooLong,
    /// Its event has the id of an earlier one, but other content.
    Conflict {
        /// The id of the event.
        id: String,
    },
    /// Its Lamport number is far above that of every honest event.
    ImpossibleNumber {
        n: u64,
    },
    NulBytes,
    /// A marker that `git merge` left.
    ConflictMarker,
    /// Text outside of JSON objects.
    StrayText,
    /// The JSON ends too early.
    Incomplete,
    /// It looks like JSON, but is not.
    NotJson,
    /// The JSON does not have the fields of an event.
    NotAnEvent {
        /// What the JSON parser says.
        reason: String,
    },
    /// A value is not valid.
    InvalidValue {
        field: &'static str,
        value: String,
    },
    MissingField {
        /// The kind of the event.
        kind: String,
        field: &'static str,
    },
    /// The last date is before the first.
    EndsBeforeStart {
        /// The kind of the event.
        kind: &'static str,
        first: NaiveDate,
        last: NaiveDate,
    },
}
