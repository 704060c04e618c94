//! Messages about the journal, its lock and its backups.

use std::path::PathBuf;

use super::Message;

/// Messages of `store::journal` and `store::lock`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Journal {
    /// Another process holds the lock.
    LockHeld {
        /// The folder of the journal.
        folder: PathBuf,
    },
    /// The file system cannot lock files.
    CannotLock {
        /// The lock file.
        path: PathBuf,
        /// What the system says.
        reason: String,
    },
    /// Nothing was written.
    NotRecorded {
        /// The journal.
        path: PathBuf,
        /// What the system says.
        reason: String,
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
    /// All was written, but not synced.
    NotConfirmed {
        /// The journal.
        path: PathBuf,
        /// What the system says.
        reason: String,
    },
    /// Another program replaces the journal again and again.
    KeepsBeingReplaced(PathBuf),
    /// Another program replaced the journal, so the marks were written a second time.
    WrittenAgain(PathBuf),
    /// The backup of the day failed.
    BackupFailed {
        /// Why.
        error: Box<Message>,
    },

    /// Hint: try again when the other process has ended.
    WaitForLock,
    /// Hint: how to find the process that holds the lock.
    FindHolder {
        /// A command that shows it.
        command: String,
    },
    /// Hint: use a folder where files can be locked.
    UseLocalDisk,
    /// Hint: make room for the rest.
    MakeRoom,
    /// Hint: what counts after a partial write.
    WholeLinesCount,
    /// Hint: stop the other program.
    StopOtherProgram,
}
