//! Backups of the journal, made before the first write of a study day.
//!
//! Events are a set, so a backup is restored by appending it: events that the journal has already
//! are recognised by their ids.
//!
//! Nothing but a file that is certain to be a backup is deleted, and none whose events are not all in
//! the journal: rotation loses nothing, whatever the clock or other programs did to the folder.

mod found;

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use uuid::Uuid;

use self::found::{Found, examine, head, names, no_copy};
use super::folder::backups;
use super::read;
use super::reading::Reading;
use crate::error::{Error, Finding, Result};
use crate::store::file;
use crate::text::{Attempt, Doctor, DoctorHint, Folder, Obstacle};

/// How many daily backups are kept.
const DAILY: usize = 30;
/// How many monthly backups are kept; each is the first of its month.
const MONTHLY: usize = 12;

/// The backups of a journal, compared with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BackupSummary {
    /// The folder with the backups.
    pub(crate) folder: PathBuf,
    /// How many there are.
    pub(crate) count: usize,
    /// The day or month of the oldest.
    pub(crate) oldest: Option<String>,
    /// The day or month of the newest.
    pub(crate) newest: Option<String>,
    /// How many events they have that the journal has not.
    pub(crate) missing: usize,
    /// The backups that together have those.
    pub(crate) with_missing: Vec<PathBuf>,
    /// What is wrong in the folder.
    pub(crate) findings: Vec<Finding>,
}

/// Compares the backups of the journal in `dir` with `reading`. Those of days after `today` are
/// findings.
pub(super) fn summary(
    dir: &Path,
    journal: &Path,
    reading: &Reading,
    today: Option<NaiveDate>,
) -> BackupSummary {
    let folder = backups(dir);
    let mut findings = Vec::from_iter(link_error(&folder).map(warning));
    let head = head(journal).unwrap_or_default();
    let mut copies = |names: Vec<String>| -> Vec<String> {
        let is_copy = |name: &String| {
            let found = examine(&folder.join(name), &head);
            let is_copy = matches!(found, Ok(Found::Copy));
            let error = match found {
                Ok(Found::Empty) => Some(no_copy(&folder.join(name))),
                found => found.err(),
            };
            findings.extend(error.map(warning));
            is_copy
        };
        names.into_iter().filter(is_copy).collect()
    };
    let (daily, monthly) = names(&folder);
    let (daily, monthly) = (copies(daily), copies(monthly));
    findings.extend(today.and_then(|today| future(&daily, &monthly, today)));
    findings.extend(drafts(&folder));
    let stem = |name: &String| name.trim_end_matches(".jsonl").to_owned();
    let stems: Vec<String> = monthly.iter().chain(&daily).map(stem).collect();
    // Of the same month, the daily one is named: its name has the day.
    let oldest = [daily.first(), monthly.first()].into_iter().flatten();
    let mut summary = BackupSummary {
        count: stems.len(),
        oldest: oldest.map(stem).min_by_key(|stem| stem[..7].to_owned()),
        newest: daily.last().or(monthly.last()).map(stem),
        missing: 0,
        with_missing: Vec::new(),
        findings,
        folder,
    };
    // From the newest, which most likely has all that the others have.
    let newest_first = stems.iter().rev().map(|stem| format!("{stem}.jsonl"));
    summary.compare(newest_first, reading);
    summary
}

impl BackupSummary {
    /// Finds the events that only the backups with these names have.
    fn compare(&mut self, names: impl Iterator<Item = String>, reading: &Reading) {
        let mut known = ids(reading);
        let in_journal = known.len();
        for path in names.map(|name| self.folder.join(name)) {
            let before = known.len();
            match read::events(&path) {
                Ok(events) => known.extend(events.iter().map(|event| event.id)),
                Err(error) => self.findings.push(warning(error)),
            }
            if known.len() > before {
                self.with_missing.push(path);
            }
        }
        self.missing = known.len() - in_journal;
    }
}

fn ids(reading: &Reading) -> HashSet<Uuid> {
    reading.events.iter().map(|event| event.id).collect()
}

/// A problem that no other verb fails with.
fn warning(error: Error) -> Finding {
    Finding::stops("backups", error).harmless()
}

/// Copies of days to come: the clock was wrong.
fn future(daily: &[String], monthly: &[String], today: NaiveDate) -> Option<Finding> {
    let days = daily.len() - until(daily, &today.to_string());
    let months = monthly.len() - until(monthly, &month(today));
    let count = days + months;
    let finding = Finding::warns("backups", Doctor::FutureBackups { count });
    (count > 0).then(|| finding.hint(DoctorHint::FutureBackupsStay))
}

/// What killed runs have left.
fn drafts(folder: &Path) -> Option<Finding> {
    let count = file::drafts(folder).len();
    let folder = folder.to_owned();
    let finding = Finding::warns("backups", Doctor::UnfinishedBackups { count, folder });
    (count > 0).then(|| finding.hint(DoctorHint::NextBackupDeletes))
}

/// How many of the sorted `names` are of `date` or before.
fn until(names: &[String], date: &str) -> usize {
    names.partition_point(|name| name.trim_end_matches(".jsonl") <= date)
}

fn month(date: NaiveDate) -> String {
    date.format("%Y-%m").to_string()
}

/// The error if the folder is a link: it is not ours, then.
fn link_error(folder: &Path) -> Option<Error> {
    let is_link = folder.is_symlink();
    is_link.then(|| file::not_plain(folder, Obstacle::Link, Folder::State))
}

/// Backs up `journal`, if it exists and there is no backup of `today` yet. Then deletes the oldest
/// daily and monthly backups beyond 30 and 12, those of days to come left aside. `reading` is what
/// is in the journal, which must be locked: whatever is unfinished was left by killed runs.
///
/// # Errors
/// Those of copying and deleting. The journal itself is only read.
pub(super) fn back_up(
    dir: &Path,
    journal: &Path,
    reading: &Reading,
    today: NaiveDate,
) -> Result<()> {
    let folder = backups(dir);
    if let Some(error) = link_error(&folder) {
        return Err(error);
    }
    let head = head(journal)?;
    let day = folder.join(format!("{today}.jsonl"));
    let is_done =
        |path: &Path| -> Result<bool> { Ok(matches!(examine(path, &head)?, Found::Copy)) };
    if head.is_empty() || matches!(is_done(&day), Ok(true)) {
        return Ok(());
    }
    let month_file = folder.join(format!("{}.jsonl", month(today)));
    // What is in the way of the monthly backup must not prevent the daily one.
    let results = [day, month_file].map(|backup| {
        let from = if is_done(&backup)? {
            None
        } else {
            file::open(journal)?
        };
        from.map_or(Ok(()), |mut from| {
            file::copy(&backup, &mut from, Folder::State)
        })
    });
    file::sweep(&folder);
    rotate(&folder, &head, reading, today)?;
    results.into_iter().collect()
}

/// Deletes the oldest backups beyond 30 and 12 until `today`.
fn rotate(folder: &Path, head: &[u8], reading: &Reading, today: NaiveDate) -> Result<()> {
    let (mut daily, mut monthly) = names(folder);
    daily.truncate(until(&daily, &today.to_string()));
    monthly.truncate(until(&monthly, &month(today)));
    for (mut names, kept) in [(daily, DAILY), (monthly, MONTHLY)] {
        names.retain(|name| matches!(examine(&folder.join(name), head), Ok(Found::Copy)));
        let excess = names.len().saturating_sub(kept);
        for name in &names[..excess] {
            let path = folder.join(name);
            if is_redundant(&path, reading) {
                delete(&path)?;
            }
        }
    }
    Ok(())
}

/// Whether the journal has all events of a backup.
fn is_redundant(backup: &Path, reading: &Reading) -> bool {
    let known = ids(reading);
    let events = read::events(backup);
    events.is_ok_and(|events| events.iter().all(|event| known.contains(&event.id)))
}

/// Deletes an old backup. Of the learner's data, nothing else is ever deleted.
fn delete(backup: &Path) -> Result<()> {
    match fs::remove_file(backup) {
        // Another process may have deleted it.
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(file::failed(
            Attempt::DeleteBackup,
            backup,
            &error,
            Folder::State,
        )),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
