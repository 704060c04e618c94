//! What `doctor` has found, as plain values.

use serde::Serialize;

use crate::error::{ErrorKind, Finding};
use crate::source::Diagnostic;
use crate::text::Message;

/// All that was looked at but the study, which there is only where plan and journal can be read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Health {
    /// What is not as it should be, that which stops other verbs first.
    pub findings: Vec<Finding>,
    /// Where the plan comes from.
    pub source: String,
    /// How many slots it has, where it can be read.
    pub slots: Option<usize>,
    /// The faults of its file: the first of them.
    pub plan_faults: Vec<Diagnostic>,
    /// How many there are in all.
    pub plan_fault_count: usize,
    /// The folders of configuration, marks and cache.
    pub places: Vec<PlaceHealth>,
    /// This device's id, once it has one.
    pub device: Option<String>,
    /// What is wrong with the time zone.
    pub zone: Option<Message>,
    /// The journal of the plan that is followed, where the plan can be read.
    pub journal: Option<JournalHealth>,
    /// The journals of all other plans.
    pub others: Vec<JournalHealth>,
    /// Marks that were relinked just now.
    pub relinked: Vec<Message>,
}

/// A folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceHealth {
    /// What it is for: `config`, `state` or `cache`.
    pub name: &'static str,
    /// Its path.
    pub path: String,
    /// What decided on it: a variable or a key; nothing where that was left to the platform.
    pub decided_by: Option<&'static str>,
    /// Whether it is there.
    pub there: bool,
    /// Whether we may write there, or make it.
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
    /// How many events it and the files beside it hold.
    pub events: usize,
    /// Lines that make no sense: the first of them.
    pub faults: Vec<JournalFault>,
    /// How many there are in all.
    pub fault_count: usize,
    /// What else was met in reading it.
    pub warnings: Vec<Message>,
    /// Copies of a sync service beside it that are read too.
    pub other_files: Vec<String>,
    /// The copies that `plan` makes of it.
    pub backups: Backups,
}

/// A line of a journal that makes no sense.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct JournalFault {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// Why.
    pub reason: Message,
}

/// Copies of a journal.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Backups {
    /// Their folder.
    pub folder: String,
    /// How many there are.
    pub count: usize,
    /// The oldest, by the day or month that names it.
    pub oldest: Option<String>,
    /// The newest.
    pub newest: Option<String>,
    /// How many events they hold that the journal does not.
    pub missing_events: usize,
    /// A line of shell that puts back what is missing; where nothing is, the newest.
    pub restore: Option<String>,
}

impl Health {
    /// Adds a finding.
    pub fn find(&mut self, found: impl IntoIterator<Item = Finding>) {
        self.findings.extend(found);
    }

    /// Puts first what stops other verbs.
    pub fn sort(&mut self) {
        self.findings.sort_by_key(|finding| finding.stops.is_none());
    }

    /// The failure that other verbs end with: they read the configuration, then the plan, and
    /// only then what else there is.
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
