//! Backups of the journal, made before the first write of a study day.
//!
//! Events are a set, so a backup is restored by appending it: events that the journal has already
//! are recognised by their ids.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use uuid::Uuid;

use super::folder::backups;
use super::read::{self, Reading};
use crate::error::{Error, Result};
use crate::store::file;
use crate::text::{Attempt, Folder};

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
    /// One error for each backup that cannot be read.
    pub(crate) unread: Vec<Error>,
}

/// Compares the backups of the journal in `dir` with `reading`.
pub(super) fn summary(dir: &Path, reading: &Reading) -> BackupSummary {
    let folder = backups(dir);
    let (daily, monthly) = names(&folder);
    let stem = |name: &String| name.trim_end_matches(".jsonl").to_owned();
    let stems: Vec<String> = monthly.iter().chain(&daily).map(stem).collect();
    // Of the same month, the daily one is named: its name has the day.
    let oldest = [daily.first(), monthly.first()].into_iter().flatten();
    let mut known: HashSet<Uuid> = reading.events.iter().map(|event| event.id).collect();
    let in_journal = known.len();
    let mut summary = BackupSummary {
        count: stems.len(),
        oldest: oldest.map(stem).min_by_key(|stem| stem[..7].to_owned()),
        newest: daily.last().or(monthly.last()).map(stem),
        missing: 0,
        with_missing: Vec::new(),
        unread: Vec::new(),
        folder,
    };
    // From the newest, which most likely has all that the others have.
    for stem in stems.iter().rev() {
        let path = summary.folder.join(format!("{stem}.jsonl"));
        let before = known.len();
        match read::events(&path) {
            Ok(events) => known.extend(events.iter().map(|event| event.id)),
            Err(error) => summary.unread.push(error),
        }
        if known.len() > before {
            summary.with_missing.push(path);
        }
    }
    summary.missing = known.len() - in_journal;
    summary
}

/// The names of the daily and of the monthly backups in a folder, oldest first. Other files are
/// ignored.
fn names(folder: &Path) -> (Vec<String>, Vec<String>) {
    let names = file::names(folder).unwrap_or_default();
    let names = names.into_iter().filter_map(|name| name.into_string().ok());
    let (mut daily, mut monthly) = (Vec::new(), Vec::new());
    for name in names {
        let Some(stem) = name.strip_suffix(".jsonl") else {
            continue;
        };
        let is_date = |text: &str| {
            let date = text.parse::<NaiveDate>();
            date.is_ok_and(|date| date.to_string() == text)
        };
        if is_date(stem) {
            daily.push(name);
        } else if is_date(&format!("{stem}-01")) {
            monthly.push(name);
        }
    }
    daily.sort_unstable();
    monthly.sort_unstable();
    (daily, monthly)
}

/// Backs up `journal`, if it exists and there is no backup of `today` yet. Then deletes the oldest
/// daily and monthly backups beyond 30 and 12.
///
/// # Errors
/// Those of copying and deleting. The journal itself is only read.
pub(super) fn back_up(dir: &Path, journal: &Path, today: NaiveDate) -> Result<()> {
    let folder = backups(dir);
    let day = folder.join(format!("{today}.jsonl"));
    if day.exists() {
        return Ok(());
    }
    let month = folder.join(format!("{}.jsonl", today.format("%Y-%m")));
    for backup in [month, day] {
        if backup.exists() {
            continue;
        }
        let Some(mut from) = file::open(journal)? else {
            return Ok(());
        };
        file::copy(&backup, &mut from, Folder::State)?;
    }
    let (daily, monthly) = names(&folder);
    for (names, kept) in [(daily, DAILY), (monthly, MONTHLY)] {
        let excess = names.len().saturating_sub(kept);
        for name in &names[..excess] {
            delete(&folder.join(name))?;
        }
    }
    Ok(())
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
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_first_write_of_a_day_makes_a_backup() {
        let dir = tempfile::tempdir().unwrap();
        let journal = dir.path().join("journal.jsonl");
        back_up(dir.path(), &journal, date("2026-12-05")).unwrap();
        assert!(!backups(dir.path()).exists(), "no journal, no backup");
        fs::write(&journal, "one\n").unwrap();
        back_up(dir.path(), &journal, date("2026-12-05")).unwrap();
        fs::write(&journal, "one\ntwo\n").unwrap();
        back_up(dir.path(), &journal, date("2026-12-05")).unwrap();
        back_up(dir.path(), &journal, date("2026-12-06")).unwrap();
        let backup = |name: &str| fs::read_to_string(backups(dir.path()).join(name)).unwrap();
        assert_eq!(backup("2026-12-05.jsonl"), "one\n");
        assert_eq!(backup("2026-12-06.jsonl"), "one\ntwo\n");
        assert_eq!(backup("2026-12.jsonl"), "one\n");
        assert_eq!(fs::read_to_string(&journal).unwrap(), "one\ntwo\n");
    }

    #[test]
    fn thirty_days_and_twelve_months_are_kept_and_nothing_else_is_touched() {
        let dir = tempfile::tempdir().unwrap();
        let journal = dir.path().join("journal.jsonl");
        fs::write(&journal, "one\n").unwrap();
        fs::create_dir(backups(dir.path())).unwrap();
        let mine = backups(dir.path()).join("mine.jsonl");
        fs::write(&mine, "kept").unwrap();
        for day in date("2026-01-01").iter_days().take(400) {
            back_up(dir.path(), &journal, day).unwrap();
        }
        let (daily, monthly) = names(&backups(dir.path()));
        // The 400th day is 4 February 2027.
        assert_eq!(daily.len(), 30);
        assert_eq!(
            (daily[0].as_str(), daily[29].as_str()),
            ("2027-01-06.jsonl", "2027-02-04.jsonl")
        );
        assert_eq!(monthly.len(), 12);
        assert_eq!(
            (monthly[0].as_str(), monthly[11].as_str()),
            ("2026-03.jsonl", "2027-02.jsonl")
        );
        assert_eq!(fs::read_to_string(mine).unwrap(), "kept");
    }
}
