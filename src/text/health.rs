//! What `doctor` shows besides its findings.

use chrono::NaiveDate;

/// The state of plan, journals and folders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Health {
    /// The plan can be read.
    Plan {
        /// Where it comes from.
        source: String,
        /// How many slots it has.
        slots: usize,
    },
    /// The plan cannot be read.
    PlanUnreadable {
        /// Where it comes from.
        source: String,
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
    /// Before the command that restores a backup.
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
    /// More invalid lines than are shown.
    MoreFaults {
        /// How many more.
        count: usize,
        /// How many of them JSON lists.
        listed: usize,
    },
    /// Before a hint.
    Hint,
    /// How many findings there are.
    Problems(usize),
}
