//! `check`, `check --against` and `doctor`.

use schemars::JsonSchema;
use serde::Serialize;

use super::record::{Orphan, orphans};
use super::slot::{Slot, slots};
use crate::error::{self, ErrorKind};
use crate::escape;
use crate::lint;
use crate::progress::{self, MarkedItem, State};
use crate::source;
use crate::summary::{Health, JournalHealth, PlaceHealth, SlotView, Study};
use crate::text::{File, Message, PlanName};

/// Errors and warnings; those that the file allows apart, with the reason.
#[derive(JsonSchema, Serialize)]
pub(crate) struct Check<'a> {
    file: &'a str,
    generated_at: String,
    errors: Vec<Diagnostic<'a>>,
    warnings: Vec<Warning<'a>>,
    allowed: Vec<Warning<'a>>,
}

/// Something to fix in a plan file.
#[derive(JsonSchema, Serialize)]
pub(super) struct Diagnostic<'a> {
    name: &'static str,
    line: u32,
    column: u32,
    message: &'a Message,
    help: &'a Message,
}

#[derive(JsonSchema, Serialize)]
struct Warning<'a> {
    #[serde(flatten)]
    diagnostic: Diagnostic<'a>,
    at: &'a str,
    /// Why the file allows it; absent when it doesn't.
    #[serde(skip_serializing_if = "Option::is_none")]
    allowed: Option<&'a str>,
}

/// `check`.
pub(crate) fn check<'a>(
    file: &'a str,
    generated_at: String,
    errors: &'a [source::Diagnostic],
    warnings: &'a [lint::Warning],
    allowed: &'a [lint::Warning],
) -> Check<'a> {
    Check {
        file,
        generated_at,
        errors: errors.iter().map(Diagnostic::from).collect(),
        warnings: warnings.iter().map(Warning::from).collect(),
        allowed: allowed.iter().map(Warning::from).collect(),
    }
}

impl<'a> From<&'a source::Diagnostic> for Diagnostic<'a> {
    fn from(diagnostic: &'a source::Diagnostic) -> Self {
        Self {
            name: diagnostic.rule.name(),
            line: diagnostic.at.line,
            column: diagnostic.at.column,
            message: &diagnostic.message,
            help: &diagnostic.help,
        }
    }
}

impl<'a> From<&'a lint::Warning> for Warning<'a> {
    fn from(warning: &'a lint::Warning) -> Self {
        Self {
            diagnostic: Diagnostic::from(&warning.diagnostic),
            at: &warning.at,
            allowed: warning.allowed.as_deref(),
        }
    }
}

/// What would become of the slots, and of their marks, in another version of the plan.
#[derive(JsonSchema, Serialize)]
pub(crate) struct PlanDiff<'a> {
    against: &'a str,
    kept: u32,
    renamed: Vec<Successor<'a>>,
    orphaned: Vec<OrphanedItem<'a>>,
    changed: Vec<Successor<'a>>,
    added: Vec<Item<'a>>,
    removed: Vec<Item<'a>>,
}

#[derive(JsonSchema, Serialize)]
struct Item<'a> {
    slot: &'a str,
    title: &'a str,
    marked: Option<&'static str>,
}

#[derive(JsonSchema, Serialize)]
struct OrphanedItem<'a> {
    #[serde(flatten)]
    item: Item<'a>,
    /// The ids of new slots that it could be.
    perhaps: Vec<&'a str>,
}

#[derive(JsonSchema, Serialize)]
struct Successor<'a> {
    from: &'a str,
    title: &'a str,
    marked: Option<&'static str>,
    to: &'a str,
    to_title: &'a str,
    by: &'static str,
    content_changed: bool,
}

/// `check --against`.
pub(crate) fn plan_diff<'a>(file: &'a str, diff: &'a progress::PlanDiff) -> PlanDiff<'a> {
    PlanDiff {
        against: file,
        kept: diff.kept,
        renamed: diff.renamed.iter().map(Successor::from).collect(),
        orphaned: diff.orphaned.iter().map(OrphanedItem::from).collect(),
        changed: diff.changed.iter().map(Successor::from).collect(),
        added: diff.added.iter().map(Item::from).collect(),
        removed: diff.removed.iter().map(Item::from).collect(),
    }
}

impl<'a> From<&'a MarkedItem> for Item<'a> {
    fn from(item: &'a MarkedItem) -> Self {
        Self {
            slot: &item.id,
            title: &item.title,
            marked: marked(item),
        }
    }
}

impl<'a> From<&'a progress::OrphanedItem> for OrphanedItem<'a> {
    fn from(orphaned: &'a progress::OrphanedItem) -> Self {
        let perhaps = orphaned.candidates.iter().map(|(id, _)| id.as_str());
        Self {
            item: Item::from(&orphaned.from),
            perhaps: perhaps.collect(),
        }
    }
}

impl<'a> From<&'a progress::Successor> for Successor<'a> {
    fn from(successor: &'a progress::Successor) -> Self {
        Self {
            from: &successor.from.id,
            title: &successor.from.title,
            marked: marked(&successor.from),
            to: &successor.to,
            to_title: &successor.title,
            by: successor.by.name(),
            content_changed: successor.has_changed,
        }
    }
}

/// What the marks of a slot say; `note` if there are only notes.
fn marked(item: &MarkedItem) -> Option<&'static str> {
    item.mark.as_ref()?;
    Some(match item.state() {
        Some(State::Done) => "done",
        Some(State::Skipped) => "skipped",
        None => "note",
    })
}

#[derive(JsonSchema, Serialize)]
pub(crate) struct Doctor<'a> {
    findings: Vec<Finding<'a>>,
    plan_source: String,
    plan_slots: Option<usize>,
    plan_faults: Vec<Diagnostic<'a>>,
    plan_fault_count: usize,
    places: Vec<Place<'a>>,
    device: Option<&'a str>,
    zone_warning: Option<&'a Message>,
    journal: Option<&'a JournalHealth>,
    other_journals: &'a [JournalHealth],
    relinked: &'a [Message],
    merged: Option<usize>,
    orphans: Option<Vec<Orphan<'a>>>,
    /// Slots that were done and hold something else now.
    changed: Option<Vec<Slot<'a>>>,
}

#[derive(JsonSchema, Serialize)]
struct Finding<'a> {
    about: &'static str,
    message: &'a Message,
    hints: &'a [Message],
    /// The exit code of the verbs that it stops.
    exit_code: Option<u8>,
}

#[derive(JsonSchema, Serialize)]
struct Place<'a> {
    name: &'static str,
    path: &'a str,
    decided_by: Option<&'static str>,
    there: bool,
    writable: bool,
    /// Permissions in octal.
    mode: Option<String>,
}

/// What answers call a plan: English in every language, and safe for a terminal.
pub(crate) fn plan_name(plan: &PlanName) -> String {
    let name = Message::from(File::Plan(plan.clone()));
    escape::terminal(&name.to_string()).into_owned()
}

/// `doctor`; without a study, what belongs to it is `null`.
pub(crate) fn doctor<'a>(study: Option<&'a Study>, health: &'a Health) -> Doctor<'a> {
    let changed = |study: &'a Study| {
        let changed: Vec<SlotView> = study.whole_slots().filter(SlotView::has_changed).collect();
        slots(study, &changed)
    };
    Doctor {
        findings: health.findings.iter().map(Finding::from).collect(),
        plan_source: plan_name(&health.source),
        plan_slots: health.slots,
        plan_faults: health.plan_faults.iter().map(Diagnostic::from).collect(),
        plan_fault_count: health.plan_fault_count,
        places: health.places.iter().map(Place::from).collect(),
        device: health.device.as_deref(),
        zone_warning: health.zone.as_ref(),
        journal: health.journal.as_ref(),
        other_journals: &health.others,
        relinked: &health.relinked,
        merged: health.merged,
        orphans: study.map(orphans),
        changed: study.map(changed),
    }
}

impl<'a> From<&'a error::Finding> for Finding<'a> {
    fn from(finding: &'a error::Finding) -> Self {
        Self {
            about: finding.about,
            message: &finding.message,
            hints: &finding.hints,
            exit_code: finding.stops.map(ErrorKind::exit_code),
        }
    }
}

impl<'a> From<&'a PlaceHealth> for Place<'a> {
    fn from(place: &'a PlaceHealth) -> Self {
        Self {
            name: place.name,
            path: &place.path,
            decided_by: place.decided_by,
            there: place.there,
            writable: place.writable,
            mode: place.mode.map(|mode| format!("{mode:o}")),
        }
    }
}
