//! What is in a journal, whatever has happened to its lines.

use std::path::{Path, PathBuf};

use super::own::Own;
use crate::error::{Error, Result};
use crate::progress::Event;
use crate::store::cache::FileState;
use crate::text::{self, JournalHint, JournalWarning, LineFault, Message};

/// How many faults are listed; the rest is only counted. A file of another kind, put here by
/// mistake, can have a million lines.
pub(crate) const FAULTS_KEPT: usize = 1000;

/// How far above the number of all events a Lamport number may be. Honest numbers are at most the
/// number of events that their device has ever seen.
const NUMBER_MARGIN: u64 = 1_000_000;

/// The greatest Lamport number that is believed where there are this many events.
pub(super) fn greatest_n(events: usize) -> u64 {
    events as u64 + NUMBER_MARGIN
}

/// Something in a journal that cannot be read. It stays in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The file: the journal or a conflict copy next to it.
    pub(crate) file: PathBuf,
    /// The line, from 1.
    pub(crate) line: usize,
    /// What is wrong with it.
    pub(crate) reason: LineFault,
}

/// A file next to the journal that has events of its plan, whoever put it there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OtherFile {
    pub(crate) path: PathBuf,
    /// The events that the journal lacks.
    pub(crate) lacking: Vec<Event>,
}

/// The content of a journal.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Reading {
    /// All events, each once, sorted by [`Event::order`]. Several with one id, which somebody has
    /// edited, are in the order of their lines' bytes.
    pub(crate) events: Vec<Event>,
    /// What could not be read, in file and line order: the first [`FAULTS_KEPT`].
    pub(crate) faults: Vec<Fault>,
    /// How many more there are.
    pub(crate) more_faults: usize,
    /// Lamport numbers that are too great to be honest; those events order before all others.
    pub(super) impossible: Vec<u64>,
    /// Whether a newer version of the program wrote some of it.
    pub(crate) newer: bool,
    /// The length of `journal.jsonl` in bytes; 0 if it is missing.
    pub(crate) bytes: u64,
    /// The files that were read, in order, and the state of each; empty if that is uncertain.
    pub(crate) files: Vec<(PathBuf, FileState)>,
    /// Other files of the folder with events of this plan, sorted by name.
    pub(crate) other_files: Vec<OtherFile>,
    /// Events that this device recorded, and that are missing from the journal.
    pub(crate) missing: Vec<Event>,
    /// What the learner should know about reading.
    pub(crate) warnings: Vec<Message>,
}

impl Reading {
    /// The greatest Lamport number that counts; 0 if there are no events.
    pub(crate) fn max_n(&self) -> u64 {
        self.events.last().map_or(0, |event| event.n)
    }

    /// The first of `count` numbers for new events, which will order after all others. More events
    /// make greater numbers possible: one that is not yet so is taken into account.
    ///
    /// # Errors
    /// `Usage` if somebody has edited a line so that no number is left.
    pub(crate) fn next_n(&self, count: usize) -> Result<u64> {
        let limit = greatest_n(self.events.len() + count);
        let soon = self.impossible.iter().filter(|n| **n <= limit).max();
        let next = self.max_n().max(soon.copied().unwrap_or(0)) + 1;
        if next + count as u64 > limit + 1 {
            return Err(Error::usage(text::Journal::NoNumberLeft).hint(JournalHint::SeeDoctor));
        }
        Ok(next)
    }

    /// The number of all faults, listed or not.
    pub(crate) fn fault_count(&self) -> usize {
        self.faults.len() + self.more_faults
    }

    /// The warning about the faults; `None` if there are none.
    pub(crate) fn fault_warning(&self) -> Option<Message> {
        let first = self.faults.first()?;
        let warning = JournalWarning::Unreadable {
            path: first.file.clone(),
            line: first.line,
            fault: first.reason.clone(),
            more: self.fault_count() - 1,
        };
        Some(warning.into())
    }

    /// Adds events that have just been written, or would have been.
    pub(super) fn add(&mut self, written: &[Event]) {
        if written.is_empty() {
            return;
        }
        self.events.extend_from_slice(written);
        self.events.sort_by_key(Event::order);
    }

    /// Sets the present state of the journal. `None` makes the states of all files uncertain.
    pub(super) fn set_state(&mut self, journal: &Path, state: Option<FileState>) {
        let Some(state) = state else {
            self.files.clear();
            return;
        };
        self.files.retain(|(path, _)| path != journal);
        self.files.insert(0, (journal.to_owned(), state));
    }

    /// Sets the present state of the device's own copy, unless the states are uncertain.
    pub(super) fn set_own_state(&mut self, own: &Own) {
        if !self.files.is_empty() {
            self.files.retain(|(path, _)| path != own.path());
            self.files.extend(own.state());
        }
    }
}
