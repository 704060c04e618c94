//! The journal of a plan: what has happened, one event per line, only ever appended to.
//!
//! The guarantee: once [`Transaction::append`] has returned `Ok`, its events survive any crash or
//! power cut, unless the disk lies about what it has written. Nothing here truncates, renames or
//! deletes a journal.

mod backup;
mod folder;
mod gather;
mod lines;
mod own;
mod read;
mod reading;
mod write;

use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::NaiveDate;

pub(crate) use self::backup::BackupSummary;
pub(crate) use self::folder::all;
use self::own::Own;
pub(crate) use self::reading::Reading;
use super::cache::FileState;
use super::codec;
use super::dry_run;
use super::file;
use super::lock::{self, Lock};
use crate::error::{Error, Result};
use crate::model::PlanId;
use crate::progress::Event;
use crate::text::{self, Folder, JournalWarning, Message};

/// How long a reader waits for a writer to finish its lines. Then it reads without the lock.
const READ_PATIENCE: Duration = Duration::from_millis(500);

/// The journal of one plan. Creating this value opens and creates nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Journal {
    dir: PathBuf,
    patience: Duration,
    /// The study date before whose first write the journal is backed up.
    today: Option<NaiveDate>,
    /// The device's own copy of the events that it recorded.
    own: Option<Own>,
}

impl Journal {
    /// The journal of the plan `plan_id` in the folder `state_dir`.
    pub(crate) fn of(state_dir: &Path, plan_id: &PlanId) -> Self {
        Self {
            dir: state_dir.join(plan_id.as_str()),
            patience: lock::PATIENCE,
            today: None,
            own: None,
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

    /// Keeps a copy of the events that this device records in the folder `own_dir`.
    pub(crate) fn copied_to(mut self, own_dir: &Path) -> Self {
        self.own = Some(Own::of(own_dir, &self.path()));
        self
    }

    /// Where that copy is.
    pub(crate) fn own_copy(&self) -> Option<&Path> {
        self.own.as_ref().map(Own::path)
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
        read::states(&self.path(), self.own.as_ref())
    }

    /// Reads all events, those that only the device's own copy has included, and creates nothing. A
    /// missing journal is an empty one.
    ///
    /// # Errors
    /// `CannotCreate` if the journal is a link, a folder, a FIFO or another user's file; `Io` if it
    /// cannot be read. Invalid lines are not errors but [`Reading::faults`].
    pub(crate) fn read(&self) -> Result<Reading> {
        let _lock = lock::shared(&self.lock_path(), READ_PATIENCE);
        let mut reading = read::read(&self.path(), self.own.as_ref(), &[])?.reading;
        reading.add(&dry_run::events(&self.path()));
        Ok(reading)
    }

    /// Creates the folder if it is missing, locks the journal and reads it. Other writers wait until
    /// the transaction is dropped. Events of this device, which has the names `devices`, are added to
    /// the journal or to the device's copy where they are missing.
    ///
    /// # Errors
    /// `CannotCreate` if a file or folder cannot be created, is read-only or is not safe; `Locked`
    /// if another writer holds the lock too long; as [`Self::read`]; `Io` if missing events cannot be
    /// added.
    pub(crate) fn begin(&self, devices: &[String]) -> Result<Transaction<'_>> {
        let warnings = folder::create(&self.dir)?;
        let lock = lock::exclusive(&self.lock_path(), self.patience, Folder::State)?;
        let mut contents = read::read(&self.path(), self.own.as_ref(), devices)?;
        contents.reading.add(&dry_run::events(&self.path()));
        let mut transaction = Transaction {
            journal: self,
            reading: contents.reading,
            warnings,
            end: contents.end,
            _lock: lock,
        };
        transaction.copy(&contents.uncopied);
        transaction.heal()?;
        Ok(transaction)
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

    /// Adds to the journal what only the device's own copy has.
    fn heal(&mut self) -> Result<()> {
        let mut missing = std::mem::take(&mut self.reading.missing);
        missing.sort_by_key(Event::order);
        if missing.is_empty() {
            return Ok(());
        }
        self.write(&lines_of(&missing))?;
        let count = missing.len();
        self.warnings.push(JournalWarning::Healed { count }.into());
        Ok(())
    }

    /// Adds to the journal what only other files of its folder have, and says how many events that
    /// were.
    ///
    /// # Errors
    /// As [`Self::append`].
    pub(crate) fn merge(&mut self) -> Result<usize> {
        let others = self.reading.other_files.iter_mut();
        let mut lacking: Vec<Event> = others.flat_map(|file| file.lacking.drain(..)).collect();
        lacking.sort_by_key(Event::order);
        lacking.dedup();
        if !lacking.is_empty() {
            self.write(&lines_of(&lacking))?;
        }
        Ok(lacking.len())
    }

    /// Appends the events of another journal as they are, with the numbers and ids that they have.
    ///
    /// # Errors
    /// As [`Self::append`].
    pub(crate) fn adopt(&mut self, events: &[Event]) -> Result<()> {
        self.write(&lines_of(events))?;
        dry_run::keep_events(&self.journal.path(), events);
        self.reading.add(events);
        Ok(())
    }

    /// Appends events of this device and returns once they are on the disk. Their `n` must be above
    /// [`Reading::max_n`].
    ///
    /// # Errors
    /// `Usage` if an event does not fit in a line, or would not take effect; `CannotCreate` if the
    /// file cannot be created or is not safe; `Io` with `not recorded` or, once all bytes may be in
    /// the file, `not confirmed`.
    pub(crate) fn append(&mut self, events: &[Event]) -> Result<()> {
        let lines = encode(events, self.reading.max_n())?;
        self.write(&lines)?;
        self.copy(&lines);
        dry_run::keep_events(&self.journal.path(), events);
        self.reading.add(events);
        Ok(())
    }

    /// Makes the backup of the day and appends `lines` to the journal.
    fn write(&mut self, lines: &str) -> Result<()> {
        let Journal { dir, today, .. } = self.journal;
        let path = self.journal.path();
        if dry_run::is_on() {
            return file::check_append(&path);
        }
        if let Some(today) = today
            && let Err(error) = backup::back_up(dir, &path, &self.reading, *today)
        {
            let error = Box::new(error.message);
            self.warnings
                .push(JournalWarning::BackupFailed { error }.into());
        }
        let replaced = write::append(&path, lines)?;
        if replaced {
            let warning = JournalWarning::WrittenAgain(path.clone());
            self.warnings.push(warning.into());
        }
        let state = self.end.after(lines).filter(|_| !replaced);
        self.reading.set_state(&path, state);
        Ok(())
    }

    /// Appends `lines`, which the journal has, to the device's own copy. The marks are safe without
    /// it, so a failure is only a warning.
    fn copy(&mut self, lines: &str) {
        let wanted = !lines.is_empty() && !dry_run::is_on();
        let Some(own) = self.journal.own.as_ref().filter(|_| wanted) else {
            return;
        };
        if let Err(error) = own.append(lines) {
            let error = Box::new(error.message);
            self.warnings
                .push(JournalWarning::CopyFailed { error }.into());
        }
        self.reading.set_own_state(own);
    }

    /// Releases the lock. Returns what is in the journal, and warnings about writing; those about
    /// reading are [`Reading::warnings`].
    pub(crate) fn finish(self) -> (Reading, Vec<Message>) {
        (self.reading, self.warnings)
    }
}

/// The lines of events that were read.
fn lines_of(events: &[Event]) -> String {
    events.iter().map(codec::canonical).collect()
}

/// The lines of new `events`.
///
/// # Errors
/// `Usage` if an event does not fit in a line, or has a number that is not above `max_n`.
pub(crate) fn encode(events: &[Event], max_n: u64) -> Result<String> {
    if events.iter().any(|event| event.n <= max_n) {
        return Err(Error::usage(text::Journal::NoNumberLeft));
    }
    events.iter().map(codec::encode).collect()
}

#[cfg(test)]
mod tests;
