//! The findings of `doctor`.

use serde::Serialize;

use crate::error::{ErrorKind, Finding};
use crate::source::Diagnostic;
use crate::text::Message;

/// Everything that was checked, except the study, which needs a readable plan and journal.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Health {
    /// Problems; those that make other verbs fail come first.
    pub findings: Vec<Finding>,
    /// Where the plan comes from.
    pub source: String,
    /// How many slots it has, if it can be read.
    pub slots: Option<usize>,
    /// The first errors of its file.
    pub plan_faults: Vec<Diagnostic>,
    /// How many there are in all.
    pub plan_fault_count: usize,
    /// The folders of the configuration, the journals and the cache.
    pub places: Vec<PlaceHealth>,
    /// This device's id, once it has one.
    pub device: Option<String>,
    /// The problem with the time zone.
    pub zone: Option<Message>,
    /// The journal of the followed plan, if the plan can be read.
    pub journal: Option<JournalHealth>,
    /// The journals of all other plans.
    pub others: Vec<JournalHealth>,
    /// Marks that `--relink` has just relinked.
    pub relinked: Vec<Message>,
}

/// A folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceHealth {
    /// `config`, `state` or `cache`.
    pub name: &'static str,
    /// Its path.
    pub path: String,
    /// The variable or key that set it; `None` for the platform's default.
    pub decided_by: Option<&'static str>,
    /// Whether it exists.
    pub there: bool,
    /// Whether it can be written to, or created.
    pub writable: bool,
    /// Its permissions, as in `0o700`.
    pub mode: Option<u32>,
}

/// A journal; it is a part of the JSON answer as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct JournalHealth {
    /// The id of its plan.
    pub plan: String,
    /// Its path.
    pub path: String,
    /// Its size.
    pub bytes: u64,
    /// How many events it and its other files have.
    pub events: usize,
    /// The first invalid lines.
    pub faults: Vec<JournalFault>,
    /// How many there are in all.
    pub fault_count: usize,
    /// Other warnings from reading it.
    pub warnings: Vec<Message>,
    /// Conflict copies of a sync service in its folder, which are read too.
    pub other_files: Vec<String>,
    /// Its backups.
    pub backups: Backups,
}

/// An invalid line of a journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct JournalFault {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// Why it is invalid.
    pub reason: Message,
}

/// Backups of a journal.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Backups {
    /// Their folder.
    pub folder: String,
    /// How many there are.
    pub count: usize,
    /// The day or month of the oldest.
    pub oldest: Option<String>,
    /// The day or month of the newest.
    pub newest: Option<String>,
    /// How many events they have that the journal doesn't.
    pub missing_events: usize,
    /// A shell command that restores the missing events; if none is missing, the newest backup.
    pub restore: Option<String>,
}

impl Health {
    /// Adds a finding.
    pub fn find(&mut self, found: impl IntoIterator<Item = Finding>) {
        self.findings.extend(found);
    }

    /// Moves problems that make other verbs fail to the front.
    pub fn sort(&mut self) {
        self.findings.sort_by_key(|finding| finding.stops.is_none());
    }

    /// The error that other verbs fail with: they read the configuration first, then the plan, then
    /// everything else.
    #[must_use]
    pub fn stops(&self) -> Option<ErrorKind> {
        let stopping = self
            .findings
            .iter()
            .filter(|finding| finding.stops.is_some());
        let first = stopping.min_by_key(|finding| match finding.about {
            "config" => 0,
            "plan" => 1,
            _ => 2,
        });
        first.and_then(|finding| finding.stops)
    }
}
