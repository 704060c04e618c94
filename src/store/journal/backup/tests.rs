use std::os::unix::fs::symlink;

use super::*;
use crate::progress::{Event, What};
use crate::store::codec;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The line of the event with this number.
fn line(n: u64) -> String {
    let event = Event {
        id: Uuid::from_u128(n.into()),
        op: Uuid::from_u128(1),
        n,
        at: "2026-12-05T11:00:00+08:00".parse().unwrap(),
        day: date("2026-12-05"),
        dev: "d".to_owned(),
        what: What::Undo { of: Vec::new() },
    };
    codec::encode(&event).unwrap()
}

/// A folder with a journal.
struct Room {
    dir: tempfile::TempDir,
}

impl Room {
    fn with(journal: &str) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let room = Self { dir };
        room.write(journal);
        room
    }

    fn journal(&self) -> PathBuf {
        self.dir.path().join("journal.jsonl")
    }

    fn write(&self, journal: &str) {
        fs::write(self.journal(), journal).unwrap();
    }

    fn reading(&self) -> Reading {
        Reading {
            events: read::events(&self.journal()).unwrap(),
            ..Reading::default()
        }
    }

    fn back_up(&self, day: &str) -> Result<()> {
        back_up(self.dir.path(), &self.journal(), &self.reading(), date(day))
    }

    /// Puts a file into the folder of backups.
    fn put(&self, name: &str, content: &str) -> PathBuf {
        fs::create_dir_all(backups(self.dir.path())).unwrap();
        let path = backups(self.dir.path()).join(name);
        fs::write(&path, content).unwrap();
        path
    }

    fn backup(&self, name: &str) -> String {
        fs::read_to_string(backups(self.dir.path()).join(name)).unwrap()
    }

    /// Everything in the folder of backups.
    fn all(&self) -> Vec<String> {
        let entries = fs::read_dir(backups(self.dir.path())).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }

    /// What `doctor` finds, as of `day`.
    fn findings(&self, day: &str) -> Vec<String> {
        let today = Some(date(day));
        let summary = summary(self.dir.path(), &self.journal(), &self.reading(), today);
        let findings = summary.findings.iter();
        findings
            .map(|finding| finding.message.to_string())
            .collect()
    }
}

#[test]
fn the_first_write_of_a_day_makes_a_backup() {
    let room = Room::with("");
    fs::remove_file(room.journal()).unwrap();
    room.back_up("2026-12-05").unwrap();
    assert!(!backups(room.dir.path()).exists(), "no journal, no backup");
    room.write(&line(1));
    room.back_up("2026-12-05").unwrap();
    let both = line(1) + &line(2);
    room.write(&both);
    room.back_up("2026-12-05").unwrap();
    room.back_up("2026-12-06").unwrap();
    assert_eq!(room.backup("2026-12-05.jsonl"), line(1));
    assert_eq!(room.backup("2026-12-06.jsonl"), both);
    assert_eq!(room.backup("2026-12.jsonl"), line(1));
    assert_eq!(fs::read_to_string(room.journal()).unwrap(), both);
    assert_eq!(room.findings("2026-12-06"), [""; 0]);
}

#[test]
fn thirty_days_and_twelve_months_are_kept_and_nothing_else_is_touched() {
    let room = Room::with(&line(1));
    room.put("mine.jsonl", "kept");
    room.put("2020-01-01.jsonl", "kept too");
    for day in date("2026-01-01").iter_days().take(400) {
        room.back_up(&day.to_string()).unwrap();
    }
    let (daily, monthly) = names(&backups(room.dir.path()));
    // The 400th day is 4 February 2027.
    assert_eq!(daily.len(), 31);
    assert_eq!(
        [&*daily[0], &*daily[1], &*daily[30]],
        ["2020-01-01.jsonl", "2027-01-06.jsonl", "2027-02-04.jsonl"]
    );
    assert_eq!(monthly.len(), 12);
    assert_eq!(
        (monthly[0].as_str(), monthly[11].as_str()),
        ("2026-03.jsonl", "2027-02.jsonl")
    );
    assert_eq!(room.backup("mine.jsonl"), "kept");
    assert_eq!(room.backup("2020-01-01.jsonl"), "kept too");
}

#[test]
fn a_backup_with_events_that_the_journal_lacks_is_never_deleted() {
    let room = Room::with(&line(2));
    room.put("2026-01-01.jsonl", &(line(1) + &line(2)));
    room.put("2026-01-02.jsonl", &line(2));
    for day in date("2026-02-01").iter_days().take(30) {
        room.back_up(&day.to_string()).unwrap();
    }
    let (daily, _) = names(&backups(room.dir.path()));
    assert_eq!(daily[..2], ["2026-01-01.jsonl", "2026-02-01.jsonl"]);
    // Control: restored, it goes with the next one.
    room.write(&(line(2) + &line(1)));
    room.back_up("2026-03-03").unwrap();
    let (daily, _) = names(&backups(room.dir.path()));
    assert_eq!(daily[0], "2026-02-02.jsonl");
}

#[test]
fn a_linked_folder_is_neither_written_nor_pruned() {
    let room = Room::with(&line(1));
    let mine = tempfile::tempdir().unwrap();
    for day in date("2026-01-01").iter_days().take(40) {
        fs::write(mine.path().join(format!("{day}.jsonl")), line(1)).unwrap();
    }
    symlink(mine.path(), backups(room.dir.path())).unwrap();
    let error = room.back_up("2026-12-05").unwrap_err();
    let shown = backups(room.dir.path());
    let message = format!("`{}` is a symbolic link", shown.display());
    assert_eq!(error.message, message);
    assert_eq!(mine.path().read_dir().unwrap().count(), 40);
    assert_eq!(room.findings("2026-12-05"), [message]);
}

#[test]
fn backups_of_days_to_come_are_left_aside() {
    let room = Room::with(&line(1));
    for day in date("2027-01-01").iter_days().take(30) {
        room.put(&format!("{day}.jsonl"), &line(1));
    }
    room.put("2027-01.jsonl", &line(1));
    room.back_up("2026-12-05").unwrap();
    assert_eq!(room.backup("2026-12-05.jsonl"), line(1));
    assert_eq!(room.all().len(), 33);
    assert_eq!(
        room.findings("2026-12-05"),
        ["31 backups are dated after today"]
    );
    // Once their days have come, they count.
    room.back_up("2027-02-01").unwrap();
    let (daily, _) = names(&backups(room.dir.path()));
    assert_eq!((daily.len(), &*daily[0]), (30, "2027-01-02.jsonl"));
}

#[test]
fn an_empty_file_is_replaced_and_any_other_one_kept() {
    let room = Room::with(&line(1));
    room.put("2026-12-05.jsonl", "");
    room.put("2026-12.jsonl", "mine\n");
    let found = |name: &str| {
        let path = backups(room.dir.path()).join(name);
        format!("`{}` is no copy of the journal", path.display())
    };
    let (day, month) = (found("2026-12-05.jsonl"), found("2026-12.jsonl"));
    assert_eq!(room.findings("2026-12-05"), [day, month.clone()]);
    let error = room.back_up("2026-12-05").unwrap_err();
    assert_eq!(error.message, month);
    assert_eq!(room.backup("2026-12-05.jsonl"), line(1));
    assert_eq!(room.backup("2026-12.jsonl"), "mine\n");
    let elsewhere = room.dir.path().join("elsewhere");
    fs::write(&elsewhere, "").unwrap();
    symlink(
        &elsewhere,
        backups(room.dir.path()).join("2026-12-06.jsonl"),
    )
    .unwrap();
    let error = room.back_up("2026-12-06").unwrap_err().message.to_string();
    assert!(
        error.ends_with("2026-12-06.jsonl` is a symbolic link"),
        "{error}"
    );
    assert_eq!(fs::read(&elsewhere).unwrap(), b"");
}

#[test]
fn a_damaged_journal_is_backed_up_once_a_day_as_well() {
    let room = Room::with(&format!("<<<<<<< HEAD\n{}", line(1)));
    room.back_up("2026-12-05").unwrap();
    let junk = "junk\n".repeat(3000);
    room.write(&junk);
    for _ in 0..2 {
        room.back_up("2026-12-05").unwrap();
        room.back_up("2026-12-06").unwrap();
    }
    assert_eq!(room.backup("2026-12-06.jsonl"), junk);
}

#[test]
fn what_killed_runs_left_is_deleted_with_the_next_backup() {
    let room = Room::with(&line(1));
    room.put(".plan-a1B2c3", "half");
    room.put(".plan-notes", "mine");
    room.put(".plan-é1B2c", "mine");
    let shown = backups(room.dir.path());
    assert_eq!(
        room.findings("2026-12-05"),
        [format!(
            "1 unfinished backup in `{}`, left by killed runs",
            shown.display()
        )]
    );
    room.back_up("2026-12-05").unwrap();
    assert_eq!(
        room.all(),
        [
            ".plan-notes",
            ".plan-é1B2c",
            "2026-12-05.jsonl",
            "2026-12.jsonl"
        ]
    );
}
