//! The findings of `doctor`.

use schemars::JsonSchema;
use serde::Serialize;

use crate::error::{ErrorKind, Finding};
use crate::source::Diagnostic;
use crate::text::{Message, PlanName};

/// Everything that was checked, except the study, which needs a readable plan and journal.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Health {
    /// Problems; those that make other verbs fail come first.
    pub(crate) findings: Vec<Finding>,
    /// Where the plan comes from.
    pub(crate) source: PlanName,
    /// How many slots it has, if it can be read.
    pub(crate) slots: Option<usize>,
    /// The first errors of its file.
    pub(crate) plan_faults: Vec<Diagnostic>,
    /// How many there are in all.
    pub(crate) plan_fault_count: usize,
    /// The folders of the configuration, the journals and the cache.
    pub(crate) places: Vec<PlaceHealth>,
    /// This device's id, once it has one.
    pub(crate) device: Option<String>,
    /// The problem with the time zone.
    pub(crate) zone: Option<Message>,
    /// The journal of the followed plan, if the plan can be read.
    pub(crate) journal: Option<JournalHealth>,
    /// The journals of all other plans.
    pub(crate) others: Vec<JournalHealth>,
    /// Marks that `--relink` has just relinked.
    pub(crate) relinked: Vec<Message>,
    /// How many events of other files `--merge` has just added to the journal, if it was given.
    pub(crate) merged: Option<usize>,
}

/// A folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PlaceHealth {
    /// `config`, `state` or `cache`.
    pub(crate) name: &'static str,
    pub(crate) path: String,
    /// The variable or key that set it; `None` for the platform's default.
    pub(crate) decided_by: Option<&'static str>,
    /// Whether it exists.
    pub(crate) there: bool,
    /// Whether it can be written to, or created.
    pub(crate) writable: bool,
    /// Its permissions, as in `0o700`.
    pub(crate) mode: Option<u32>,
}

/// A journal; it is a part of the JSON answer as it is.
#[derive(JsonSchema, Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub(crate) struct JournalHealth {
    /// The id of its plan.
    pub(crate) plan: String,
    pub(crate) path: String,
    /// Its size.
    pub(crate) bytes: u64,
    /// How many events it and its other files have.
    pub(crate) events: usize,
    /// The first invalid lines.
    pub(crate) faults: Vec<JournalFault>,
    /// How many there are in all.
    pub(crate) fault_count: usize,
    /// Other warnings from reading it.
    pub(crate) warnings: Vec<Message>,
    /// Other files of its folder that have events of its plan, and are read too.
    pub(crate) other_files: Vec<String>,
    /// This device's own copy of the events that it recorded, if there is one.
    pub(crate) own_copy: Option<String>,
    pub(crate) backups: Backups,
}

/// An invalid line of a journal.
#[derive(JsonSchema, Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct JournalFault {
    pub(crate) file: String,
    /// The line, from 1.
    pub(crate) line: usize,
    /// Why it is invalid.
    pub(crate) reason: Message,
}

/// Backups of a journal.
#[derive(JsonSchema, Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub(crate) struct Backups {
    pub(crate) folder: String,
    /// How many there are.
    pub(crate) count: usize,
    /// The day or month of the oldest.
    pub(crate) oldest: Option<String>,
    /// The day or month of the newest.
    pub(crate) newest: Option<String>,
    /// How many events they have that the journal doesn't.
    pub(crate) missing_events: usize,
    /// A shell command that restores the missing events; if none is missing, the newest backup.
    pub(crate) restore: Option<String>,
}

impl Health {
    /// That of the plan called `source`, before anything is checked.
    pub(crate) fn of(source: PlanName) -> Self {
        Self {
            findings: Vec::new(),
            source,
            slots: None,
            plan_faults: Vec::new(),
            plan_fault_count: 0,
            places: Vec::new(),
            device: None,
            zone: None,
            journal: None,
            others: Vec::new(),
            relinked: Vec::new(),
            merged: None,
        }
    }

    /// Adds a finding.
    pub(crate) fn find(&mut self, found: impl IntoIterator<Item = Finding>) {
        self.findings.extend(found);
    }

    /// Moves problems that make other verbs fail to the front.
    pub(crate) fn sort(&mut self) {
        self.findings.sort_by_key(|finding| finding.stops.is_none());
    }

    /// The error that other verbs fail with: they read the configuration first, then the plan, then
    /// everything else.
    pub(crate) fn stops(&self) -> Option<ErrorKind> {
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
