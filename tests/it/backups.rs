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

/// The lines of shell under "Backups" in `plan help data`.
fn guide() -> String {
    let text = include_str!("../../src/guide/data.md");
    let (_, section) = text.split_once("## Backups\n").unwrap();
    let (_, block) = section.split_once("\n```\n").unwrap();
    block.split_once("```\n").unwrap().0.to_owned()
}

#[test]
fn a_copy_is_restored_as_the_guide_says() {
    let home = Sandbox::new();
    let day = |date: &str| home.at(&format!("{date}T11:00:00"));
    day("2026-12-03").run(&["done", "d1"]).ok();
    day("2026-12-04").run(&["done", "d2"]).ok();
    let now = day("2026-12-05");
    now.run(&["done", "d3.1"]).ok();
    let all = events(&now);
    let whole = home.journal("multimodal");
    let path = home.home().join(STATE).join("journal.jsonl");
    // Only the last line is left, as by a careless editor, and half of another one.
    let lines: Vec<&[u8]> = whole.split_inclusive(|byte| *byte == b'\n').collect();
    let last = lines[lines.len() - 1];
    std::fs::write(&path, [last, &whole[..50]].concat()).unwrap();
    std::fs::remove_dir_all(home.home().join(".local/share/plan")).unwrap();
    assert_eq!(events(&now).len(), 1);
    let steps = format!("plan() {{ \"$PLAN\" \"$@\"; }}\nset -e\n{}", guide());
    let said = now.shell(&steps).ok();
    let count = all.len() - 1;
    let found = format!("{count} events in the backups are missing from the journal\n");
    let (before, after) = said.split_once(" verdict ").unwrap();
    assert!(before.contains(&found), "{said}");
    // The half line stays where it was.
    assert!(!after.contains("not in the journal any more"), "{said}");
    assert!(said.ends_with(" verdict  1 problem found\n"), "{said}");
    let mut expected = all.clone();
    expected.sort();
    let mut found = events(&now);
    found.sort();
    assert_eq!(found, expected);
    // Twice is as good as once.
    now.shell(&steps).ok();
    assert_eq!(events(&now).len(), all.len());
    now.run(&["done", "d4.1"]).ok();
}

#[test]
fn a_copy_that_cannot_be_made_only_warns() {
    let home = Sandbox::new();
    home.at("2026-11-23T11:00:00").run(&["done", "1"]).ok();
    home.file(&format!("{STATE}/backups"), "in the way");
    let out = home.at("2026-11-24T11:00:00").run(&["done", "1"]);
    assert!(
        out.stderr.starts_with("warning: today's backup failed: "),
        "{}",
        out.stderr
    );
    out.ok();
    assert_eq!(events(&home.at("2026-11-24T11:00:00")).len(), 3);
}
