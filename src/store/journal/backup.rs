//! Copies of the journal, made before the first write of a study day.
//!
//! Events are a set, so a copy is put back by appending it: what is there already is known by
//! its id.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::open::{Access, open};
use crate::error::Result;
use crate::store::atomic;

/// How many copies of single days are kept.
const DAILY: usize = 30;
/// How many copies of months are kept: of each the first that was made.
const MONTHLY: usize = 12;

/// The folder of copies beside a journal in `dir`.
fn folder(dir: &Path) -> PathBuf {
    dir.join("backups")
}

/// The names of copies in a folder, the oldest first: those of days, and those of months.
/// Whatever else lies there is passed over.
fn names(folder: &Path) -> (Vec<String>, Vec<String>) {
    let names = super::folder::names(folder).unwrap_or_default();
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
    let folder = folder(dir);
    let day = folder.join(format!("{today}.jsonl"));
    if day.exists() {
        return Ok(());
    }
    let month = folder.join(format!("{}.jsonl", today.format("%Y-%m")));
    for copy in [month, day] {
        if copy.exists() {
            continue;
        }
        let Some(mut from) = open(journal, Access::Read)? else {
            return Ok(());
        };
        atomic::copy(&copy, &mut from)?;
    }
    let (daily, monthly) = names(&folder);
    for (names, kept) in [(daily, DAILY), (monthly, MONTHLY)] {
        let many = names.len().saturating_sub(kept);
        for name in &names[..many] {
            drop_copy(&folder.join(name)).map_err(|error| {
                super::open::cannot("remove the old copy", &folder.join(name), &error)
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
        assert!(!folder(dir.path()).exists(), "no journal, no copy");
        fs::write(&journal, "one\n").unwrap();
        make(dir.path(), &journal, date("2026-12-05")).unwrap();
        fs::write(&journal, "one\ntwo\n").unwrap();
        make(dir.path(), &journal, date("2026-12-05")).unwrap();
        make(dir.path(), &journal, date("2026-12-06")).unwrap();
        let copy = |name: &str| fs::read_to_string(folder(dir.path()).join(name)).unwrap();
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
        fs::create_dir(folder(dir.path())).unwrap();
        let mine = folder(dir.path()).join("mine.jsonl");
        fs::write(&mine, "kept").unwrap();
        for day in date("2026-01-01").iter_days().take(400) {
            make(dir.path(), &journal, day).unwrap();
        }
        let (daily, monthly) = names(&folder(dir.path()));
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
