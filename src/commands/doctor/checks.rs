//! What `doctor` checks. Nothing here fails: what cannot be read becomes a finding.

use std::path::{Path, PathBuf};

use super::super::load;
use crate::context::Ctx;
use crate::error::{Error, ErrorKind, Finding};
use crate::escape;
use crate::model::Plan;
use crate::progress::{conflicting_starts, fold};
use crate::render::views;
use crate::store::plan_file::{self, PlanText};
use crate::store::{
    BackupSummary, FolderStatus, Journal, Origin, Reading, device, journal, permissions, zone,
};
use crate::summary::{
    self, Backups, Health, JournalFault, JournalHealth, PlaceHealth, SlotView, Study,
};
use crate::text::{Doctor, DoctorHint, Message, Plans};

/// How many errors of a plan file are listed; `plan check` lists them all.
const PLAN_FAULTS: usize = 5;

/// How many overlaps are listed; `plan week` shows them all.
const OVERLAPS: usize = 5;

/// Checks everything. There is a study if plan and journal can be read.
pub(super) fn health(ctx: &Ctx) -> (Health, Option<Study>) {
    let mut health = Health {
        places: places(ctx),
        device: device::name(&ctx.paths.data_dir),
        zone: zone::zone_warning(ctx.zone.as_deref()),
        ..Health::of(load::source(ctx).name())
    };
    health.find(config(ctx));
    health.find(permissions::findings(&ctx.paths));
    let zone = health.zone.clone();
    health.find(zone.map(|sentence| Finding::warns("zone", sentence)));
    let plan = plan(ctx, &mut health);
    let study = journals(ctx, &mut health, plan);
    if let Some(study) = &study {
        health.find(marks(study));
        let problems = views::first_event_problems(study, |_| true);
        health.find(problems.map(|problem| Finding::warns("events", problem)));
        let overlaps = summary::overlaps_ahead(study).into_iter();
        let overlaps = overlaps.map(|(date, slots)| {
            let slots = Box::new(slots);
            Finding::warns("overlap", Plans::OverlapOn { slots, date })
        });
        health.find(overlaps.take(OVERLAPS));
    }
    health.sort();
    (health, study)
}

fn places(ctx: &Ctx) -> Vec<PlaceHealth> {
    let paths = &ctx.paths;
    let dirs = [
        ("config", &*paths.config_dir),
        ("state", &*paths.state_dir),
        ("data", &*paths.data_dir),
        ("cache", &*paths.cache_dir),
    ];
    let place = |((name, path), origin): ((&'static str, &Path), &Origin)| {
        let place = FolderStatus::of(path);
        PlaceHealth {
            name,
            path: shown(path),
            decided_by: match origin {
                Origin::Variable(variable) => Some(*variable),
                Origin::Config => Some("state_dir"),
                Origin::Platform => None,
            },
            there: place.exists,
            writable: place.writable,
            mode: place.mode,
        }
    };
    dirs.into_iter().zip(&paths.origins).map(place).collect()
}

/// The faults of the configuration. The part that cannot be read may have named another folder
/// for the marks; without a hint, the empty default folder would look like a loss.
fn config(ctx: &Ctx) -> Vec<Finding> {
    let faults = ctx.config_faults.iter().cloned();
    let mut found: Vec<Finding> = faults.map(|e| Finding::stops("config", e)).collect();
    let open = ctx.config.state_dir.is_none()
        && ctx.paths.origins[1] != Origin::Variable("PLAN_STATE_DIR");
    if let Some(last) = found.last_mut().filter(|_| open) {
        last.hints.push(DoctorHint::StateDirUnknown.into());
    }
    found
}

/// The plan, if it can be read.
fn plan(ctx: &Ctx, health: &mut Health) -> Option<Plan> {
    let source = load::source(ctx);
    let PlanText { parsed, .. } = match plan_file::read(&source) {
        Ok(file) => file,
        Err(error) => {
            health.find([Finding::stops("plan", load::with_choice(ctx, error))]);
            return None;
        }
    };
    if let Some(plan) = parsed.plan {
        health.slots = Some(plan.slots().count());
        return Some(plan);
    }
    let faults = parsed.diagnostics;
    let mut error = load::invalid(ctx, &source, faults.len());
    let first = faults.iter().take(PLAN_FAULTS);
    let first = first.map(|fault| (fault.at.line, fault.at.column, (&fault.message).into()));
    error.message = Doctor::PlanErrors {
        source: source.name(),
        count: faults.len(),
        first: first.collect(),
    }
    .into();
    health.find([Finding::stops("plan", error)]);
    health.plan_fault_count = faults.len();
    health.plan_faults = faults;
    None
}

/// Examines the journals of all plans. Gives the study if the journal of `plan` can be read.
fn journals(ctx: &Ctx, health: &mut Health, plan: Option<Plan>) -> Option<Study> {
    let state = &ctx.paths.state_dir;
    let all = journal::all(state).unwrap_or_else(|error| {
        health.find([Finding::stops("place", error)]);
        Vec::new()
    });
    let own = plan.as_ref().map(|plan| plan.id.clone());
    let before = health.findings.len();
    for (id, _) in all.iter().filter(|(id, _)| Some(id) != own.as_ref()) {
        let journal = load::journal(ctx, id).backed_up(ctx.today);
        if let Some((found, _)) = examine(health, id.as_str(), &journal) {
            health.others.push(found);
        }
    }
    // A fault in the journal of another plan does not affect this one.
    for finding in &mut health.findings[before..] {
        finding.stops = None;
    }
    if let Some(plan) = plan {
        let journal = load::journal(ctx, &plan.id).backed_up(ctx.today);
        let (found, reading) = examine(health, plan.id.as_str(), &journal)?;
        health.journal = Some(found);
        if !reading.events.iter().any(|event| event.slot().is_some()) {
            let former = load::former_id(ctx, &plan);
            health.find(former.map(|(said, hint)| Finding::warns("marks", said).hint(hint)));
        }
        let conflict = conflicting_starts(&reading.events);
        health.find(conflict.map(|(start, before)| {
            let hint = DoctorHint::RestoreStart { start: before };
            Finding::warns("journal", Doctor::ConflictingStarts { start, before }).hint(hint)
        }));
        return Some(load::study(ctx, plan, fold(&reading.events)));
    }
    None
}

/// Reads a journal, its conflict copies and its backups.
fn examine(health: &mut Health, plan: &str, journal: &Journal) -> Option<(JournalHealth, Reading)> {
    let found = journal.inspect();
    let reading = match journal.read() {
        Ok(reading) => reading,
        Err(error) => {
            let known = found.iter().any(|finding| finding.message == error.message);
            health.find(found);
            health.find((!known).then(|| Finding::stops("journal", error)));
            return None;
        }
    };
    health.find(found);
    let summary = journal.backups(&reading);
    health.find(lines(&reading));
    health.find(elsewhere(&reading));
    let backups = backups(journal, &summary);
    health.find(missing_events(&backups));
    health.find(summary.findings);
    let faults = reading.faults.iter().map(|fault| JournalFault {
        file: shown(&fault.file),
        line: fault.line,
        reason: fault.reason.clone().into(),
    });
    let found = JournalHealth {
        plan: plan.to_owned(),
        path: shown(&journal.path()),
        bytes: reading.bytes,
        events: reading.events.len(),
        faults: faults.collect(),
        fault_count: reading.fault_count(),
        warnings: reading.warnings.clone(),
        other_files: reading
            .other_files
            .iter()
            .map(|file| shown(&file.path))
            .collect(),
        own_copy: journal.own_copy().filter(|copy| copy.exists()).map(shown),
        backups,
    };
    Some((found, reading))
}

/// Lines of a journal that cannot be read, or that produce a warning.
fn lines(reading: &Reading) -> Vec<Finding> {
    let own = reading.fault_warning();
    let others = reading.warnings.iter().filter(|w| Some(*w) != own.as_ref());
    let others = others.map(|warning| Finding::warns("journal", warning));
    let faulty = reading.faults.first().map(|first| {
        let line = first.line;
        let message = Doctor::JournalFaults {
            count: reading.fault_count(),
            file: shown(&first.file),
            line,
            reason: Box::new(Message::from(first.reason.clone())),
        };
        let file = escape::shell_word(&first.file);
        Finding::warns("journal", message)
            .hint(DoctorHint::FaultsAreHarmless)
            .hint(DoctorHint::ShowLine { file, line })
    });
    faulty.into_iter().chain(others).collect()
}

/// Events that count and are not in the journal itself.
fn elsewhere(reading: &Reading) -> Vec<Finding> {
    let others = reading.other_files.iter();
    let others = others.filter(|file| !file.lacking.is_empty());
    let others = others.map(|file| {
        let (count, file) = (file.lacking.len(), shown(&file.path));
        Finding::warns("journal", Doctor::OnlyElsewhere { count, file })
            .hint(DoctorHint::MergeOthers)
    });
    let missing = (!reading.missing.is_empty()).then(|| {
        let count = reading.missing.len();
        Finding::warns("journal", Doctor::MissingOwnEvents { count }).hint(DoctorHint::WillBeAdded)
    });
    others.chain(missing).collect()
}

/// The backups of a journal, and the command that restores them: those with events that the
/// journal lacks, else the newest.
fn backups(journal: &Journal, summary: &BackupSummary) -> Backups {
    let newest = summary.newest.iter();
    let newest = newest.map(|stem| summary.folder.join(format!("{stem}.jsonl")));
    let from: Vec<PathBuf> = match summary.with_missing.as_slice() {
        [] => newest.collect(),
        some => some.to_vec(),
    };
    let from: Vec<String> = from.iter().map(escape::shell_word).collect();
    let to = escape::shell_word(journal.path());
    Backups {
        folder: shown(&summary.folder),
        count: summary.count,
        oldest: summary.oldest.clone(),
        newest: summary.newest.clone(),
        missing_events: summary.missing,
        restore: (!from.is_empty()).then(|| format!("cat {} >> {to}", from.join(" "))),
    }
}

/// Events that only backups have: something other than `plan` took them out of the journal.
fn missing_events(backups: &Backups) -> Option<Finding> {
    let command = backups
        .restore
        .clone()
        .filter(|_| backups.missing_events > 0)?;
    let count = backups.missing_events;
    let finding = Finding::warns("backups", Doctor::MissingEvents { count });
    Some(finding.hint(DoctorHint::RestoreEvents { command }))
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// Marks that do not match the plan, and slots that have changed since they were done.
fn marks(study: &Study) -> Vec<Finding> {
    let orphans = &study.reconciled.orphans;
    let certain = orphans.iter().filter(|orphan| orphan.is_certain());
    let renamed = certain.count();
    let orphaned = orphans.len() - renamed;
    let changed = study.whole_slots().filter(SlotView::has_changed).count();
    let found = |count: usize, message: Doctor, hint: DoctorHint| {
        (count > 0).then(|| Finding::warns("marks", message).hint(hint))
    };
    let findings = [
        found(
            renamed,
            Doctor::RenamedSlots { count: renamed },
            DoctorHint::RelinkAll,
        ),
        found(
            orphaned,
            Doctor::OrphanedMarks { count: orphaned },
            DoctorHint::AdoptOrphans,
        ),
        found(
            changed,
            Doctor::ChangedSlots { count: changed },
            DoctorHint::ConfirmChanged,
        ),
    ];
    findings.into_iter().flatten().collect()
}

/// What other verbs would fail with; its message has been shown as a finding.
pub(super) fn failure(health: &Health) -> Result<(), Error> {
    let failed = |kind: ErrorKind| Err(Error::new(kind, ""));
    health.stops().map_or(Ok(()), failed)
}
