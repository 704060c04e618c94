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
    /// Only a part was written.
    PartlyWritten {
        /// The journal.
        path: PathBuf,
        /// How many bytes were written.
        written: usize,
        /// How many should have been.
        length: usize,
    },
    /// Another program replaces the journal again and again.
    KeepsBeingReplaced(PathBuf),
    /// A note or the reason of a skip does not fit in a line of the journal.
    RemarkTooLong {
        /// Which of the two.
        remark: Remark,
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
    /// An event would not be read back as it is.
    NotReadableBack {
        /// What reading would find wrong; none if it would find another event.
        fault: Option<LineFault>,
    },
}

/// A text that the learner adds to a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Remark {
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
    /// Make room for the rest.
    MakeRoom,
    /// What counts after a partial write.
    WholeLinesCount,
    /// Stop the program that replaces the journal.
    StopOtherProgram,
    /// Shorten a note or reason.
    ShortenRemark,
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
    /// A conflict copy of a sync service cannot be read.
    CopyIgnored {
        /// Why.
        error: Box<Message>,
    },
    /// There are no events, but backups.
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
    /// It is longer than what is read.
    TooLong,
    /// It has an event that occurred before, with other content.
    Conflict {
        /// The id of the event.
        id: String,
    },
    NulBytes,
    /// `git merge` has left it.
    ConflictMarker,
    /// There is text outside of JSON objects.
    StrayText,
    /// The JSON ends too early.
    Incomplete,
    /// It looks like JSON, but is not.
    NotJson,
    /// The JSON has not the fields of an event.
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
