//! Copies of the journal, made before the first write of a study day.
//!
//! Events are a set, so a copy is put back by appending it: what is there already is known by
//! its id.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use uuid::Uuid;

use super::folder::backups;
use super::read::{self, Reading};
use crate::error::{Error, Result};
use crate::store::file::{self, Access};
use crate::text::{Attempt, Folder};

/// How many copies of single days are kept.
const DAILY: usize = 30;
/// How many copies of months are kept: of each the first that was made.
const MONTHLY: usize = 12;

/// The copies of a journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copies {
    /// Their folder.
    pub folder: PathBuf,
    /// How many there are.
    pub count: usize,
    /// The oldest, by the day or month that names it.
    pub oldest: Option<String>,
    /// The newest.
    pub newest: Option<String>,
    /// How many events they hold that the journal does not.
    pub missing: usize,
    /// The copies that together hold those.
    pub hold_missing: Vec<PathBuf>,
    /// Copies that cannot be read, and why.
    pub unread: Vec<Error>,
}

/// What copies there are beside a journal in `dir`, and what they hold that is not in `reading`.
pub(super) fn copies(dir: &Path, reading: &Reading) -> Copies {
    let folder = backups(dir);
    let (daily, monthly) = names(&folder);
    let stem = |name: &String| name.trim_end_matches(".jsonl").to_owned();
    let stems: Vec<String> = monthly.iter().chain(&daily).map(stem).collect();
    // A month's copy is of its first day with marks, which its name leaves open.
    let oldest = [daily.first(), monthly.first()].into_iter().flatten();
    let mut known: HashSet<Uuid> = reading.events.iter().map(|event| event.id).collect();
    let journal = known.len();
    let mut found = Copies {
        count: stems.len(),
        oldest: oldest.map(stem).min_by_key(|stem| stem[..7].to_owned()),
        newest: daily.last().or(monthly.last()).map(stem),
        missing: 0,
        hold_missing: Vec::new(),
        unread: Vec::new(),
        folder,
    };
    // The newest first: it most likely holds what the others hold.
    for stem in stems.iter().rev() {
        let path = found.folder.join(format!("{stem}.jsonl"));
        let before = known.len();
        match read::one(&path) {
            Ok(events) => known.extend(events.iter().map(|event| event.id)),
            Err(error) => found.unread.push(error),
        }
        if known.len() > before {
            found.hold_missing.push(path);
        }
    }
    found.missing = known.len() - journal;
    found
}

/// The names of copies in a folder, the oldest first: those of days, and those of months.
/// Whatever else lies there is passed over.
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

/// Copies the journal, unless that was done on `today` before; then drops the oldest copies
/// beyond 30 of days and 12 of months. A journal that is not there yet is not copied.
///
/// # Errors
/// What copying gives; the journal itself is only read.
pub(super) fn make(dir: &Path, journal: &Path, today: NaiveDate) -> Result<()> {
    let folder = backups(dir);
    let day = folder.join(format!("{today}.jsonl"));
    if day.exists() {
        return Ok(());
    }
    let month = folder.join(format!("{}.jsonl", today.format("%Y-%m")));
    for copy in [month, day] {
        if copy.exists() {
            continue;
        }
        let Some(mut from) = file::open(journal, Access::Read)? else {
            return Ok(());
        };
        file::copy(&copy, &mut from, Folder::State)?;
    }
    let (daily, monthly) = names(&folder);
    for (names, kept) in [(daily, DAILY), (monthly, MONTHLY)] {
        let many = names.len().saturating_sub(kept);
        for name in &names[..many] {
            drop_copy(&folder.join(name)).map_err(|error| {
                file::failed(
                    Attempt::DeleteBackup,
                    &folder.join(name),
                    &error,
                    Folder::State,
                )
            })?;
        }
    }
    Ok(())
}

/// Removes an old copy: the one thing that is ever removed, and never the journal.
fn drop_copy(path: &Path) -> io::Result<()> {
    // Another run may have been here first.
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
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
    fn the_first_write_of_a_day_finds_a_copy_made() {
        let dir = tempfile::tempdir().unwrap();
        let journal = dir.path().join("journal.jsonl");
        make(dir.path(), &journal, date("2026-12-05")).unwrap();
        assert!(!backups(dir.path()).exists(), "no journal, no copy");
        fs::write(&journal, "one\n").unwrap();
        make(dir.path(), &journal, date("2026-12-05")).unwrap();
        fs::write(&journal, "one\ntwo\n").unwrap();
        make(dir.path(), &journal, date("2026-12-05")).unwrap();
        make(dir.path(), &journal, date("2026-12-06")).unwrap();
        let copy = |name: &str| fs::read_to_string(backups(dir.path()).join(name)).unwrap();
        assert_eq!(copy("2026-12-05.jsonl"), "one\n");
        assert_eq!(copy("2026-12-06.jsonl"), "one\ntwo\n");
        assert_eq!(copy("2026-12.jsonl"), "one\n");
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
            make(dir.path(), &journal, day).unwrap();
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
