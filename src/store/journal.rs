//! The journal of a plan: what has happened, one line an event, only ever appended to.
//!
//! What it promises: when [`Transaction::append`] has returned, its events survive anything short
//! of a lying disk. Nothing here truncates, renames or deletes a journal.

mod backup;
mod folder;
mod inspect;
mod lines;
mod read;
mod write;

use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::NaiveDate;

pub use self::backup::Copies;
pub use self::inspect::all;
pub use self::read::{FAULTS_KEPT, Fault, Reading};
use super::cache::FileState;
use super::codec;
use super::lock::{self, Lock};
use crate::error::Result;
use crate::model::PlanId;
use crate::progress::Event;
use crate::text::{JournalWarning, Message};

/// How long a reader waits for a writer to finish its line before it reads all the same.
const READ_PATIENCE: Duration = Duration::from_millis(500);

/// The journal of one plan. Nothing is opened or created until it is read or written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Journal {
    dir: PathBuf,
    patience: Duration,
    /// The study date before whose first write the journal is copied.
    today: Option<NaiveDate>,
}

impl Journal {
    /// The journal of the plan `plan_id` below the folder `state_dir`.
    #[must_use]
    pub fn of(state_dir: &Path, plan_id: &PlanId) -> Self {
        Self {
            dir: state_dir.join(plan_id.as_str()),
            patience: lock::PATIENCE,
            today: None,
        }
    }

    /// The same, waiting at most `patience` for another writer (10 s if this is not called).
    #[must_use]
    pub fn with_patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// The same, copied before the first write of the study date `today`.
    #[must_use]
    pub fn backed_up(self, today: NaiveDate) -> Self {
        let today = Some(today);
        Self { today, ..self }
    }

    /// The folder of this plan; it holds the journal and the lock.
    #[must_use]
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// The file with the events.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.dir.join("journal.jsonl")
    }

    /// The copies that were made of it, and what they hold that it does not, as it was read.
    #[must_use]
    pub fn copies(&self, reading: &Reading) -> Copies {
        backup::copies(&self.dir, reading)
    }

    fn lock_path(&self) -> PathBuf {
        self.dir.join("lock")
    }

    /// Whether nothing was ever recorded here: there is not even a lock file.
    #[must_use]
    pub fn is_new(&self) -> bool {
        !self.lock_path().exists()
    }

    /// The present states of the files that [`Self::read`] reads, in order; `None` where there is
    /// no journal or one cannot be read.
    #[must_use]
    pub fn states(&self) -> Option<Vec<(PathBuf, FileState)>> {
        let _lock = lock::shared(&self.lock_path(), READ_PATIENCE);
        read::states(&self.path())
    }

    /// Reads all there is; creates nothing. A missing journal is an empty one.
    ///
    /// # Errors
    /// `CannotCreate` where the journal is a link, a folder, a FIFO or another user's file; `Io`
    /// where it cannot be read. Lines that make no sense are no errors but [`Reading::faults`].
    pub fn read(&self) -> Result<Reading> {
        let _lock = lock::shared(&self.lock_path(), READ_PATIENCE);
        Ok(read::read(&self.path())?.0)
    }

    /// Creates the folder where it is missing, locks the journal and reads it. No other writer
    /// comes in until the transaction is dropped.
    ///
    /// # Errors
    /// `CannotCreate` where a file or folder cannot be created, is read-only or is not safe;
    /// `Locked` where another writer holds the lock too long; what reading gives.
    pub fn begin(&self) -> Result<Transaction<'_>> {
        let warnings = folder::create(&self.dir)?;
        let lock = lock::exclusive(&self.lock_path(), self.patience)?;
        let (reading, end) = read::read(&self.path())?;
        Ok(Transaction {
            journal: self,
            reading,
            warnings,
            end,
            _lock: lock,
        })
    }
}

/// A journal that is locked for writing.
#[must_use = "the lock is released when this is dropped"]
pub struct Transaction<'j> {
    journal: &'j Journal,
    reading: Reading,
    warnings: Vec<Message>,
    end: read::End,
    _lock: Lock,
}

impl Transaction<'_> {
    /// What is in the journal, appended events included.
    #[must_use]
    pub fn reading(&self) -> &Reading {
        &self.reading
    }

    /// Appends events and returns once they are on the disk. Their `n` must be above
    /// [`Reading::max_n`]; where that is the greatest there is, [`codec::MAX_N`], the id alone
    /// orders.
    ///
    /// # Errors
    /// `Usage` where an event does not fit in a line; `CannotCreate` where the file cannot be
    /// created or is not safe; `Io` with `not recorded` or, once the bytes may be there,
    /// `not confirmed`.
    pub fn append(&mut self, events: &[Event]) -> Result<()> {
        let lines = encode(events, self.reading.max_n())?;
        let Journal { dir, today, .. } = self.journal;
        let path = self.journal.path();
        if let Some(today) = today
            && let Err(error) = backup::make(dir, &path, *today)
        {
            let error = Box::new(error.message);
            self.warnings
                .push(JournalWarning::BackupFailed { error }.into());
        }
        let replaced = write::append(&path, &lines)?;
        if replaced {
            let warning = JournalWarning::WrittenAgain(path.clone());
            self.warnings.push(warning.into());
        }
        self.reading.add(events);
        let state = self.end.after(&lines).filter(|_| !replaced);
        self.reading.set_state(&path, state);
        Ok(())
    }

    /// Releases the lock. Gives what is in the journal and what the learner should know about the
    /// writing; what they should know about the reading is in [`Reading::warnings`].
    #[must_use]
    pub fn finish(self) -> (Reading, Vec<Message>) {
        (self.reading, self.warnings)
    }
}

/// The lines of `events`.
///
/// # Errors
/// `Usage` where an event does not fit in a line.
pub fn encode(events: &[Event], max_n: u64) -> Result<String> {
    let follows = |event: &Event| event.n > max_n.min(codec::MAX_N - 1);
    debug_assert!(
        events.iter().all(follows),
        "a Lamport number that was seen already"
    );
    events.iter().map(codec::encode).collect()
}

#[cfg(test)]
mod tests;
