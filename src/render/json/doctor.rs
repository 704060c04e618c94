//! `doctor`.

use serde_json::{Value, json};

use super::{diagnostic, orphans, slot};
use crate::error::Finding;
use crate::summary::{Backups, Health, JournalFault, JournalHealth, PlaceHealth, SlotView, Study};

/// Everything that was looked at; what belongs to a study is null where there is none.
#[must_use]
pub fn doctor(study: Option<&Study>, health: &Health) -> Value {
    let own = health.journal.as_ref();
    let changed = |study: &Study| -> Value {
        let changed = study.slots().filter(SlotView::has_changed);
        changed.map(|view| slot(study, &view)).collect()
    };
    json!({
        "findings": health.findings.iter().map(finding).collect::<Vec<_>>(),
        "plan_source": health.source,
        "plan_slots": health.slots,
        "plan_faults": health.plan_faults.iter().map(diagnostic).collect::<Vec<_>>(),
        "plan_fault_count": health.plan_fault_count,
        "places": health.places.iter().map(place).collect::<Vec<_>>(),
        "device": health.device,
        "zone_warning": health.zone,
        "journal": own.map(journal),
        "other_journals": health.others.iter().map(journal).collect::<Vec<_>>(),
        "relinked": health.relinked,
        "orphans": study.map(|study| orphans(&study.reconciled.orphans)),
        "changed": study.map(changed),
    })
}

fn finding(finding: &Finding) -> Value {
    json!({
        "about": finding.about,
        "message": finding.message,
        "hints": finding.hints,
        "exit_code": finding.stops.map(crate::error::ErrorKind::exit_code),
    })
}

fn place(place: &PlaceHealth) -> Value {
    json!({
        "name": place.name,
        "path": place.path,
        "decided_by": place.decided_by,
        "there": place.there,
        "writable": place.writable,
        "mode": place.mode.map(|mode| format!("{mode:o}")),
    })
}

fn journal(journal: &JournalHealth) -> Value {
    let fault = |fault: &JournalFault| json!({"file": fault.file, "line": fault.line, "reason": fault.reason});
    json!({
        "plan": journal.plan,
        "path": journal.path,
        "bytes": journal.bytes,
        "events": journal.events,
        "faults": journal.faults.iter().map(fault).collect::<Vec<_>>(),
        "fault_count": journal.fault_count,
        "warnings": journal.warnings,
        "other_files": journal.other_files,
        "backups": backups(&journal.backups),
    })
}

fn backups(backups: &Backups) -> Value {
    json!({
        "folder": backups.folder,
        "count": backups.count,
        "oldest": backups.oldest,
        "newest": backups.newest,
        "missing_events": backups.missing,
        "restore": backups.restore,
    })
}
