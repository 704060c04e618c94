//! Copies of the journal, and how one is put back.

use crate::sandbox::Sandbox;

const STATE: &str = ".local/state/plan/multimodal";

fn copy(home: &Sandbox, name: &str) -> Option<Vec<u8>> {
    std::fs::read(home.home().join(STATE).join("backups").join(name)).ok()
}

/// The ids of the events that count.
fn events(home: &Sandbox) -> Vec<String> {
    let log = home.run(&["log", "--json"]).json();
    let events = log["events"].as_array().unwrap().iter();
    events
        .map(|event| event["id"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn the_first_mark_of_a_day_finds_the_days_before_copied() {
    let home = Sandbox::new();
    let (mon, tue) = (
        home.at("2026-11-23T11:00:00"),
        home.at("2026-11-24T11:00:00"),
    );
    mon.run(&["done", "1"]).ok();
    mon.run(&["done", "2"]).ok();
    let monday = home.journal("multimodal");
    // The first of all marks had nothing to copy; the second copied the first.
    let line = monday.split_inclusive(|byte| *byte == b'\n').count();
    assert_eq!(line, 3, "begin, done, done");
    let first = copy(&home, "2026-11-23.jsonl").unwrap();
    assert!(monday.starts_with(&first) && first.len() < monday.len());
    tue.run(&["done", "1"]).ok();
    assert_eq!(copy(&home, "2026-11-24.jsonl").unwrap(), monday);
    assert_eq!(copy(&home, "2026-11.jsonl").unwrap(), first);
    // Looking copies nothing.
    home.at("2026-11-25T11:00:00").run(&["today"]).ok();
    assert_eq!(copy(&home, "2026-11-25.jsonl"), None);
}

/// As README says: `cat backups/DATE.jsonl >> journal.jsonl`.
#[test]
fn a_copy_is_put_back_by_appending_it() {
    let home = Sandbox::new();
    let (mon, tue) = (
        home.at("2026-11-23T11:00:00"),
        home.at("2026-11-24T11:00:00"),
    );
    mon.run(&["done", "1-3"]).ok();
    tue.run(&["done", "1"]).ok();
    let all = events(&tue);
    let whole = home.journal("multimodal");
    let path = home.home().join(STATE).join("journal.jsonl");
    // The first lines are spoiled, as by a careless editor.
    let tail = whole
        .split_inclusive(|byte| *byte == b'\n')
        .next_back()
        .unwrap();
    std::fs::write(&path, tail).unwrap();
    assert_eq!(events(&tue).len(), 1);
    let restore = format!("cd {STATE} && cat backups/2026-11-24.jsonl >> journal.jsonl");
    tue.shell(&restore).ok();
    let mut found = events(&tue);
    let mut expected = all.clone();
    found.sort();
    expected.sort();
    assert_eq!(found, expected);
    // Twice is as good as once.
    tue.shell(&restore).ok();
    assert_eq!(events(&tue).len(), all.len());
    tue.run(&["done", "1"]).ok();
}

#[test]
fn a_copy_that_cannot_be_made_only_warns() {
    let home = Sandbox::new();
    home.at("2026-11-23T11:00:00").run(&["done", "1"]).ok();
    home.file(&format!("{STATE}/backups"), "in the way");
    let out = home.at("2026-11-24T11:00:00").run(&["done", "1"]);
    assert!(
        out.stderr
            .starts_with("warning: today's copy was not made: "),
        "{}",
        out.stderr
    );
    out.ok();
    assert_eq!(events(&home.at("2026-11-24T11:00:00")).len(), 3);
}
