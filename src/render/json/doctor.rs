//! `doctor`.

use serde::Serialize;

use super::check::Diagnostic;
use super::orphan::{Orphan, orphans};
use super::slot::{Slot, slots};
use crate::error::{self, ErrorKind};
use crate::summary::{Health, JournalHealth, PlaceHealth, SlotView, Study};
use crate::text::Message;

#[derive(Serialize)]
pub(crate) struct Doctor<'a> {
    findings: Vec<Finding<'a>>,
    plan_source: &'a str,
    plan_slots: Option<usize>,
    plan_faults: Vec<Diagnostic<'a>>,
    plan_fault_count: usize,
    places: Vec<Place<'a>>,
    device: Option<&'a str>,
    zone_warning: Option<&'a Message>,
    journal: Option<&'a JournalHealth>,
    other_journals: &'a [JournalHealth],
    relinked: &'a [Message],
    orphans: Option<Vec<Orphan<'a>>>,
    /// Slots that were done and hold something else now.
    changed: Option<Vec<Slot<'a>>>,
}

#[derive(Serialize)]
struct Finding<'a> {
    about: &'static str,
    message: &'a Message,
    hints: &'a [Message],
    /// The exit code of the verbs that it stops.
    exit_code: Option<u8>,
}

#[derive(Serialize)]
struct Place<'a> {
    name: &'static str,
    path: &'a str,
    decided_by: Option<&'static str>,
    there: bool,
    writable: bool,
    /// Permissions in octal.
    mode: Option<String>,
}

/// `doctor`; without a study, what belongs to it is `null`.
pub(crate) fn doctor<'a>(study: Option<&'a Study>, health: &'a Health) -> Doctor<'a> {
    let changed = |study: &'a Study| {
        let changed: Vec<SlotView> = study.slots().filter(SlotView::has_changed).collect();
        slots(study, &changed)
    };
    Doctor {
        findings: health.findings.iter().map(Finding::from).collect(),
        plan_source: &health.source,
        plan_slots: health.slots,
        plan_faults: health.plan_faults.iter().map(Diagnostic::from).collect(),
        plan_fault_count: health.plan_fault_count,
        places: health.places.iter().map(Place::from).collect(),
        device: health.device.as_deref(),
        zone_warning: health.zone.as_ref(),
        journal: health.journal.as_ref(),
        other_journals: &health.others,
        relinked: &health.relinked,
        orphans: study.map(|study| orphans(&study.reconciled.orphans)),
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
