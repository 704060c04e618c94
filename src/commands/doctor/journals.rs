//! What `doctor` checks of a journal and its backups.

use std::path::{Path, PathBuf};

use crate::error::Finding;
use crate::escape;
use crate::store::{BackupSummary, Journal, Reading};
use crate::summary::{Backups, Health, JournalFault, JournalHealth};
use crate::text::{Doctor, DoctorHint, Message};

/// Reads a journal, its conflict copies and its backups.
pub(super) fn examine(
    health: &mut Health,
    plan: &str,
    journal: &Journal,
) -> Option<(JournalHealth, Reading)> {
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
    let backups = backups(journal, &summary);
    health.find(missing_events(&backups));
    let unread = summary.unread.into_iter();
    health.find(unread.map(|error| Finding::stops("backups", error).harmless()));
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
        other_files: reading.other_files.iter().map(|path| shown(path)).collect(),
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
