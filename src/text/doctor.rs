//! Messages about what `doctor` checks and shows.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::{Message, PlanName};

/// Messages about what `doctor` checks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Doctor {
    /// The plan file has errors.
    PlanErrors {
        source: PlanName,
        /// How many errors.
        count: usize,
        /// The first of them, with line and column.
        first: Vec<(u32, u32, Message)>,
    },
    /// Something in a journal cannot be read.
    JournalFaults {
        /// How many places.
        count: usize,
        /// The file with the first of them.
        file: String,
        line: usize,
        /// Why it cannot be read.
        reason: Box<Message>,
    },
    /// The plan had begun when a first mark started it again.
    ConflictingStarts {
        /// The start that counts.
        start: NaiveDate,
        /// The start before.
        before: NaiveDate,
    },
    /// The backups have events that the journal has not.
    MissingEvents {
        /// How many.
        count: usize,
    },
    /// Backups are of days to come.
    FutureBackups {
        /// How many.
        count: usize,
    },
    /// Killed runs have left unfinished backups.
    UnfinishedBackups {
        /// How many.
        count: usize,
        folder: PathBuf,
    },
    /// A file next to the journal has events that the journal has not.
    OnlyElsewhere {
        /// How many.
        count: usize,
        /// The file.
        file: String,
    },
    /// The journal lacks events that this device recorded.
    MissingOwnEvents {
        /// How many.
        count: usize,
    },
    /// Marks belong to slots whose id or title has changed.
    RenamedSlots {
        /// How many marks.
        count: usize,
    },
    /// Marks match no slot of the plan with certainty.
    OrphanedMarks {
        /// How many marks.
        count: usize,
    },
    /// Slots have changed since they were done.
    ChangedSlots {
        /// How many slots.
        count: usize,
    },
}

/// Hints of `doctor`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum DoctorHint {
    /// The configuration cannot be read and may name another folder for the marks.
    StateDirUnknown,
    /// Unreadable places do no harm.
    FaultsAreHarmless,
    /// How to look at a line.
    ShowLine {
        /// The file, quoted for a shell.
        file: String,
        line: usize,
    },
    /// How to return to the former start.
    RestoreStart {
        /// The former start.
        start: NaiveDate,
    },
    /// How to restore them.
    RestoreEvents {
        /// The shell command.
        command: String,
    },
    /// What becomes of backups of days to come.
    FutureBackupsStay,
    /// What becomes of unfinished backups.
    NextBackupDeletes,
    /// How to add those of other files to the journal.
    MergeOthers,
    /// The next command that records adds those of this device.
    WillBeAdded,
    /// How to move those marks.
    RelinkAll,
    /// What can be done about orphaned marks.
    AdoptOrphans,
    /// How to move the marks of one slot to another.
    RelinkOne,
    /// How to confirm that a changed slot is done.
    ConfirmChanged,
}

/// The state of plan, journals and folders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Health {
    /// The plan can be read.
    Plan {
        /// Where it comes from.
        source: PlanName,
        /// How many slots it has.
        slots: usize,
    },
    /// The plan cannot be read.
    PlanUnreadable {
        /// Where it comes from.
        source: PlanName,
    },
    /// No start is recorded yet.
    ProposedStart(NaiveDate),
    Journal {
        path: String,
        /// How many events it has.
        events: usize,
        /// Its size.
        bytes: u64,
    },
    /// How many events of other files were added to the journal.
    Merged(usize),
    /// Label of the command that deletes this device's own copy of the events that it recorded, with
    /// its separator.
    Forget,
    /// The journal has no backups yet.
    NoBackups,
    /// The backups of a journal.
    Backups {
        folder: String,
        /// How many there are.
        count: usize,
        /// The day or month of the oldest.
        oldest: String,
        /// The day or month of the newest.
        newest: String,
    },
    /// Label of the command that restores a backup, with its separator.
    Restore,
    Folder {
        path: String,
        /// The variable or key that set it.
        decided_by: Option<&'static str>,
        exists: bool,
        /// Whether it can be written to, or created.
        writable: bool,
    },
    /// This device has no id yet.
    NoDevice,
    /// An invalid line of a journal.
    Fault {
        file: String,
        line: usize,
        /// Why it is invalid.
        reason: Box<Message>,
    },
    /// More invalid lines than are shown.
    MoreFaults {
        /// How many more.
        count: usize,
        /// How many of them JSON lists.
        listed: usize,
    },
    /// Label of a hint, with its separator.
    Hint,
    /// How many findings there are.
    Problems(usize),
}
