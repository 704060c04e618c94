//! The folder of backups in states that only other programs, wrong clocks and killed runs leave.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use chrono::{Days, NaiveDate};

use crate::home::Home;
use crate::row::Row;
use crate::rows;
use crate::watch::Watch;

/// The day of the mark that makes a backup.
const TODAY: &str = "2026-12-01.jsonl";

/// Dates one after the other.
fn dates(first: &str, count: usize) -> impl Iterator<Item = NaiveDate> {
    let first: NaiveDate = first.parse().unwrap();
    (0..count as u64).map(move |day| first + Days::new(day))
}

fn backups(home: &Home) -> PathBuf {
    home.folder().join("backups")
}

fn write(folder: &Path, name: &str, content: &[u8]) {
    fs::create_dir_all(folder).unwrap();
    fs::write(folder.join(name), content).unwrap();
}

/// All files of a folder with their content.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let paths = entries.map(|entry| entry.unwrap().path());
    let file = |path: PathBuf| {
        let name = path.file_name()?.to_str()?.to_owned();
        Some((name, fs::read(path).ok()?))
    };
    paths.filter_map(file).collect()
}

/// The learner's own files, and whether the day's backup is to be made.
type Case = (&'static str, bool, fn(&Home) -> PathBuf);

const CASES: [Case; 6] = [
    ("a link to the learner's folder", false, |home| {
        let mine = home.path().join("mine");
        for date in dates("2026-01-01", 40) {
            write(&mine, &format!("{date}.jsonl"), b"{\"mine\": 1}\n");
        }
        fs::rename(backups(home), home.path().join("old")).unwrap();
        symlink(&mine, backups(home)).unwrap();
        mine
    }),
    ("a link to copies of the journal", false, |home| {
        let mine = home.path().join("mine");
        for date in dates("2026-01-01", 40) {
            write(&mine, &format!("{date}.jsonl"), &home.journal());
        }
        fs::rename(backups(home), home.path().join("old")).unwrap();
        symlink(&mine, backups(home)).unwrap();
        mine
    }),
    ("the learner's files among the backups", true, |home| {
        for date in dates("2026-01-01", 40) {
            write(&backups(home), &format!("{date}.jsonl"), b"{\"mine\": 1}\n");
        }
        backups(home)
    }),
    ("copies of days to come", true, |home| {
        for date in dates("2027-01-01", 40) {
            write(&backups(home), &format!("{date}.jsonl"), &home.journal());
        }
        backups(home)
    }),
    ("an empty copy of today", true, |home| {
        write(&backups(home), TODAY, b"");
        home.path().join("nothing")
    }),
    ("links where copies belong", false, |home| {
        let mine = home.path().join("mine");
        write(&mine, "diary", b"");
        symlink(mine.join("diary"), backups(home).join(TODAY)).unwrap();
        mine
    }),
];

#[test]
fn backups_touched_by_others() {
    let mut row = Row::new(rows::BACKUPS);
    let mut deleted = 0;
    for (name, is_made, deed) in CASES {
        let (home, mut watch): (Home, Watch) = Home::marked_the_day_before();
        write(&backups(&home), ".plan-a1B2c3", b"half a copy");
        let folder = deed(&home);
        let mine = files(&folder);
        let journal = home.journal();
        let seen = home.plan(&["doctor", "--json"]);
        assert!(
            seen.stdout.contains("\"about\": \"backups\""),
            "{name}: {seen:?}"
        );
        let ran = home.plan(&["done", "1", "--json"]);
        assert_eq!((ran.code, watch.saw(&ran)), (Some(0), 1), "{name}: {ran:?}");
        let warned = ran.stderr.starts_with("warning: today's backup failed: ");
        assert_eq!(warned, !is_made, "{name}: {ran:?}");
        let after = files(&backups(&home));
        let made = after.get(TODAY) == Some(&journal);
        assert_eq!(made, is_made, "{name}: no backup of today");
        assert!(
            !after.contains_key(".plan-a1B2c3"),
            "{name}: a draft is left"
        );
        let mut verdict = watch.verdict(&home, name);
        let gone = gone(&mine, &folder).into_iter();
        let gone = gone.filter(|file| file != ".plan-a1B2c3");
        let gone = gone.map(|file| format!("{name}: `{file}` is gone"));
        verdict.complaints.extend(gone);
        row.add(verdict);
        deleted += deleted_by_name(deed);
    }
    row.finish(
        CASES.len(),
        "files deleted by a rotation that goes by names",
        deleted,
    );
}

/// Which of the files that there were are others now, or none.
fn gone(before: &BTreeMap<String, Vec<u8>>, folder: &Path) -> Vec<String> {
    let now = files(folder);
    let gone = before
        .iter()
        .filter(|(name, content)| now.get(*name) != Some(content));
    gone.map(|(name, _)| name.clone()).collect()
}

/// How many files of the learner a rotation deletes that trusts names: the control.
fn deleted_by_name(deed: fn(&Home) -> PathBuf) -> usize {
    let (home, _) = Home::marked_the_day_before();
    fs::create_dir_all(backups(&home)).unwrap();
    let folder = deed(&home);
    let mine = files(&folder);
    let names: Vec<String> = files(&backups(&home)).into_keys().collect();
    for name in &names[..names.len().saturating_sub(30)] {
        fs::remove_file(backups(&home).join(name)).unwrap();
    }
    gone(&mine, &folder).len()
}
