//! The journal of a plan: what has happened, one line an event, only ever appended to.
//!
//! What it promises: when [`Journal::record`] has returned, its events survive anything short of
//! a lying disk. Nothing here truncates, renames or deletes a journal.

mod adding;
mod backup;
mod folder;
mod inspect;
mod known;
mod lines;
mod read;
mod write;

use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::NaiveDate;

pub use self::backup::Copies;
pub use self::inspect::all;
pub use self::known::Known;
pub use self::read::{FAULTS_KEPT, Fault, Reading};
use super::checkpoint::{Checkpoint, Folded};
use super::{codec, lock};
use crate::error::Result;
use crate::model::PlanId;
use crate::progress::Event;
use crate::text::{self, Message};

/// How long a reader waits for a writer to finish its line before it reads all the same.
const READ_PATIENCE: Duration = Duration::from_millis(500);

/// The journal of one plan. Nothing is opened or made until it is read or written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Journal {
    dir: PathBuf,
    patience: Duration,
    /// The study date before whose first write the journal is copied.
    today: Option<NaiveDate>,
    checkpoint: Option<Checkpoint>,
}

/// What [`Journal::record`] did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded<K> {
    /// The events that are now on the disk; empty where there was nothing to record.
    pub written: Vec<Event>,
    /// What is known of the journal, the written events included.
    pub known: K,
    /// What the learner should know about the writing (those of the reading are in `known`), each
    /// a sentence; safe for a terminal.
    pub warnings: Vec<Message>,
}

impl Journal {
    /// The journal of the plan `plan_id` below the folder `state_dir`.
    #[must_use]
    pub fn of(state_dir: &Path, plan_id: &PlanId) -> Self {
        Self {
            dir: state_dir.join(plan_id.as_str()),
            patience: lock::PATIENCE,
            today: None,
            checkpoint: None,
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

    /// The same, with what it adds up to kept in the folder `cache_dir`.
    #[must_use]
    pub fn cached_in(self, cache_dir: &Path) -> Self {
        let checkpoint = Checkpoint::of(cache_dir, &self.path());
        Self { checkpoint, ..self }
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

    /// Reads all there is; makes nothing. A missing journal is an empty one.
    ///
    /// # Errors
    /// `CannotCreate` where the journal is a link, a folder, a FIFO or another user's file; `Io`
    /// where it cannot be read. Lines that make no sense are no errors but [`Reading::faults`].
    pub fn read(&self) -> Result<Reading> {
        self.known()
    }

    /// What it adds up to, from the checkpoint where that is still true.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn fold(&self) -> Result<Folded> {
        self.known()
    }

    fn known<K: Known>(&self) -> Result<K> {
        let _lock = lock::shared(&self.lock_path(), READ_PATIENCE);
        K::read(self, false)
    }

    /// Lets `decide` say, from what is known of it, what events to add, and returns when these are on
    /// the disk; no other writer comes between. Where it gives no event,
    /// nothing is written. The events' `n` must be above [`Known::max_n`]; where that is the
    /// greatest there is, [`codec::MAX_N`], the id alone orders.
    ///
    /// `decide` is asked a second time, once there is a folder that can be locked, when the
    /// first time there was none.
    ///
    /// # Errors
    /// What `decide` gives; `Usage` where an event does not fit in a line; `CannotCreate` where
    /// a file or folder cannot be made, is read-only or is not safe; `Locked` where another
    /// writer holds the lock too long; `Io` where writing or syncing failed, with `not recorded`
    /// or `not confirmed`.
    pub fn record<K: Known>(
        &self,
        mut decide: impl FnMut(&K) -> Result<Vec<Event>>,
    ) -> Result<Recorded<K>> {
        if !self.lock_path().exists() {
            let known: K = self.known()?;
            let events = decide(&known)?;
            if events.is_empty() {
                return Ok(Recorded::nothing(known));
            }
            encode(&events, known.max_n())?;
        }
        let mut warnings = folder::create(&self.dir)?;
        let _lock = lock::exclusive(&self.lock_path(), self.patience)?;
        let mut known = K::read(self, true)?;
        let written = decide(&known)?;
        if written.is_empty() {
            return Ok(Recorded::nothing(known));
        }
        let lines = encode(&written, known.max_n())?;
        if let Some(today) = self.today
            && let Err(error) = backup::make(&self.dir, &self.path(), today)
        {
            let error = Box::new(error.message);
            warnings.push(text::Journal::BackupFailed { error }.into());
        }
        let again = write::append(&self.path(), &lines)?;
        if again {
            warnings.push(text::Journal::WrittenAgain(self.path()).into());
        }
        known.add(self, &written)?;
        Ok(Recorded {
            written,
            known,
            warnings,
        })
    }
}

impl<K> Recorded<K> {
    fn nothing(known: K) -> Self {
        Self {
            written: Vec::new(),
            known,
            warnings: Vec::new(),
        }
    }
}

fn encode(events: &[Event], max_n: u64) -> Result<String> {
    let follows = |event: &Event| event.n > max_n.min(codec::MAX_N - 1);
    debug_assert!(
        events.iter().all(follows),
        "a Lamport number that was seen already"
    );
    events.iter().map(codec::encode).collect()
}

#[cfg(test)]
mod tests;
