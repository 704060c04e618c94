//! The journal of a plan: what has happened, one event per line, only ever appended to.
//!
//! The guarantee: once [`Transaction::append`] has returned `Ok`, its events survive any crash or
//! power cut, unless the disk lies about what it has written. Nothing here truncates, renames or
//! deletes a journal.

mod backup;
mod folder;
mod lines;
mod read;
mod write;

use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::NaiveDate;

pub(crate) use self::backup::BackupSummary;
pub(crate) use self::folder::all;
pub(crate) use self::read::Reading;
use super::cache::FileState;
use super::codec;
use super::lock::{self, Lock};
use crate::error::Result;
use crate::model::PlanId;
use crate::progress::Event;
use crate::text::{Folder, JournalWarning, Message};

/// How long a reader waits for a writer to finish its lines. Then it reads without the lock.
const READ_PATIENCE: Duration = Duration::from_millis(500);

/// The journal of one plan. Creating this value opens and creates nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Journal {
    dir: PathBuf,
    patience: Duration,
    /// The study date before whose first write the journal is backed up.
    today: Option<NaiveDate>,
}

impl Journal {
    /// The journal of the plan `plan_id` in the folder `state_dir`.
    pub(crate) fn of(state_dir: &Path, plan_id: &PlanId) -> Self {
        Self {
            dir: state_dir.join(plan_id.as_str()),
            patience: lock::PATIENCE,
            today: None,
        }
    }

    #[cfg(test)]
    /// Sets how long to wait for another writer; the default is 10 s.
    pub(crate) fn with_patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// Makes a backup before the first write of the study date `today`.
    pub(crate) fn backed_up(self, today: NaiveDate) -> Self {
        let today = Some(today);
        Self { today, ..self }
    }

    #[cfg(test)]
    /// The folder with the journal, its lock and its backups.
    pub(crate) fn dir(&self) -> &Path {
        &self.dir
    }

    /// The file with the events.
    pub(crate) fn path(&self) -> PathBuf {
        self.dir.join("journal.jsonl")
    }

    /// Compares the backups with the journal as it was read.
    pub(crate) fn backups(&self, reading: &Reading) -> BackupSummary {
        backup::summary(&self.dir, &self.path(), reading, self.today)
    }

    fn lock_path(&self) -> PathBuf {
        self.dir.join("lock")
    }

    /// Whether nothing was ever recorded: there is no lock file.
    pub(crate) fn is_new(&self) -> bool {
        !self.lock_path().exists()
    }

    /// The present states of the files that [`Self::read`] reads, in order; `None` if there is no
    /// journal or one cannot be read.
    pub(crate) fn states(&self) -> Option<Vec<(PathBuf, FileState)>> {
        let _lock = lock::shared(&self.lock_path(), READ_PATIENCE);
        read::states(&self.path())
    }

    /// Reads all events, and creates nothing. A missing journal is an empty one.
    ///
    /// # Errors
    /// `CannotCreate` if the journal is a link, a folder, a FIFO or another user's file; `Io` if it
    /// cannot be read. Invalid lines are not errors but [`Reading::faults`].
    pub(crate) fn read(&self) -> Result<Reading> {
        let _lock = lock::shared(&self.lock_path(), READ_PATIENCE);
        Ok(read::read(&self.path())?.0)
    }

    /// Creates the folder if it is missing, locks the journal and reads it. Other writers wait until
    /// the transaction is dropped.
    ///
    /// # Errors
    /// `CannotCreate` if a file or folder cannot be created, is read-only or is not safe; `Locked`
    /// if another writer holds the lock too long; as [`Self::read`].
    pub(crate) fn begin(&self) -> Result<Transaction<'_>> {
        let warnings = folder::create(&self.dir)?;
        let lock = lock::exclusive(&self.lock_path(), self.patience, Folder::State)?;
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
#[must_use = "the lock is released on drop"]
pub(crate) struct Transaction<'j> {
    journal: &'j Journal,
    reading: Reading,
    warnings: Vec<Message>,
    end: lines::End,
    _lock: Lock,
}

impl Transaction<'_> {
    /// What is in the journal, appended events included.
    pub(crate) fn reading(&self) -> &Reading {
        &self.reading
    }

    /// Appends events and returns once they are on the disk. Their `n` must be above
    /// [`Reading::max_n`]; if that is the maximum, [`codec::MAX_N`], only their ids order them.
    ///
    /// # Errors
    /// `Usage` if an event does not fit in a line; `CannotCreate` if the file cannot be created or
    /// is not safe; `Io` with `not recorded` or, once all bytes may be in the file, `not
    /// confirmed`.
    pub(crate) fn append(&mut self, events: &[Event]) -> Result<()> {
        let lines = encode(events, self.reading.max_n())?;
        let Journal { dir, today, .. } = self.journal;
        let path = self.journal.path();
        if let Some(today) = today
            && let Err(error) = backup::back_up(dir, &path, &self.reading, *today)
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

    /// Releases the lock. Returns what is in the journal, and warnings about writing; those about
    /// reading are [`Reading::warnings`].
    pub(crate) fn finish(self) -> (Reading, Vec<Message>) {
        (self.reading, self.warnings)
    }
}

/// The lines of `events`.
///
/// # Errors
/// `Usage` if an event does not fit in a line.
pub(crate) fn encode(events: &[Event], max_n: u64) -> Result<String> {
    let follows = |event: &Event| event.n > max_n.min(codec::MAX_N - 1);
    debug_assert!(
        events.iter().all(follows),
        "a Lamport number that was seen already"
    );
    events.iter().map(codec::encode).collect()
}

#[cfg(test)]
mod tests;
