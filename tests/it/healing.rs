//! What takes confirmed marks out of a journal, and that they are back after the next mark.

use std::fs;
use std::path::{Path, PathBuf};

use crate::sandbox::{Output, Sandbox};

const JOURNAL: &str = ".local/state/plan/multimodal/journal.jsonl";
const DATA: &str = ".local/share/plan";

/// Mon 30 Nov 2026 in the second week of the plan.
fn home() -> Sandbox {
    let home = Sandbox::new().at("2026-11-30T11:00:00");
    home.run(&["init", "--start", "2026-11-23"]).ok();
    home
}

fn journal(home: &Sandbox) -> PathBuf {
    home.home().join(JOURNAL)
}

/// The numbers of today's slots that are done.
fn done(home: &Sandbox) -> Vec<u64> {
    let today = home.run(&["today", "--json"]).json();
    let days = today["days"].as_array().unwrap().iter();
    let slots = days.flat_map(|day| day["slots"].as_array().unwrap());
    let done = slots.filter(|slot| slot["status"] == "done");
    done.map(|slot| slot["ordinal"].as_u64().unwrap()).collect()
}

fn both(output: Output) -> (String, String) {
    let stderr = output.stderr.clone();
    (output.ok(), stderr)
}

#[test]
fn a_deleted_journal_counts_and_is_written_again() {
    let home = home();
    home.run(&["done", "1", "2"]).ok();
    fs::remove_file(journal(&home)).unwrap();
    assert_eq!(done(&home), [1, 2]);
    let (said, warned) = both(home.run(&["done", "3"]));
    assert_eq!(
        said,
        "✓ d08-1400 CLIP 实践（一）   planned 1 h 30 min\n  left today: 4 (1 h 45 min)\n"
    );
    assert_eq!(
        warned,
        "warning: 3 events that this device had recorded were missing from the journal and were \
         added again\n"
    );
    let kinds = home.events().into_iter().map(|event| event["t"].clone());
    assert_eq!(kinds.collect::<Vec<_>>(), ["begin", "done", "done", "done"]);
    assert_eq!(done(&home), [1, 2, 3]);
    let (_, warned) = both(home.run(&["done", "4"]));
    assert_eq!(warned, "");
}

/// The control: without the copy, the marks are lost, and the next one begins the plan anew.
#[test]
fn without_its_copy_a_deleted_journal_is_lost() {
    let home = home();
    home.run(&["done", "1", "2"]).ok();
    fs::remove_file(journal(&home)).unwrap();
    fs::remove_dir_all(home.home().join(DATA)).unwrap();
    assert_eq!(
        home.run(&["log", "--json"]).json()["events"],
        serde_json::json!([])
    );
}

#[test]
fn a_deleted_folder_is_no_new_start() {
    let home = home();
    home.run(&["done", "1"]).ok();
    fs::remove_dir_all(journal(&home).parent().unwrap()).unwrap();
    home.at("2026-12-01T11:00:00").run(&["done", "1"]).ok();
    let starts = home
        .events()
        .into_iter()
        .filter(|event| event["t"] == "begin");
    let starts: Vec<_> = starts.map(|event| event["start"].clone()).collect();
    assert_eq!(starts, ["2026-11-23"]);
}

#[test]
fn a_restored_old_backup_hides_nothing() {
    let home = home();
    home.run(&["done", "1"]).ok();
    let old = fs::read(journal(&home)).unwrap();
    home.run(&["done", "2"]).ok();
    home.run(&["skip", "3", "--why", "ill"]).ok();
    fs::write(journal(&home), old).unwrap();
    let (_, warned) = both(home.run(&["note", "4", "read on"]));
    assert_eq!(
        warned,
        "warning: 2 events that this device had recorded were missing from the journal and were \
         added again\n"
    );
    let log = home.run(&["log"]).ok();
    assert_eq!(log.lines().count(), 6, "{log}");
}

#[test]
fn undo_is_what_removes_a_mark() {
    let home = home();
    home.run(&["done", "1"]).ok();
    let text = fs::read_to_string(journal(&home)).unwrap();
    let without: String = text.split_inclusive('\n').take(1).collect();
    fs::write(journal(&home), without).unwrap();
    assert_eq!(done(&home), [1]);
    assert_eq!(
        home.run(&["undo"]).ok(),
        "undone: done d08-0900 多模态学习概述\n"
    );
    assert_eq!(done(&home), [0; 0]);
}

#[test]
fn a_trial_in_another_folder_never_gets_the_marks() {
    let home = home();
    home.run(&["done", "1"]).ok();
    let trial = home.env("PLAN_STATE_DIR", home.home().join("trial"));
    assert_eq!(
        trial.run(&["log", "--json"]).json()["events"],
        serde_json::json!([])
    );
    trial.run(&["done", "2"]).ok();
    assert_eq!(done(&home), [1]);
}

#[test]
fn doctor_names_what_is_missing_and_the_next_mark_adds_it() {
    let home = home();
    home.run(&["done", "1"]).ok();
    fs::remove_file(journal(&home)).unwrap();
    let doctor = home.run(&["doctor", "--json"]).json();
    let finding = &doctor["findings"][0];
    assert_eq!(
        finding["message"],
        "2 events of this device are missing from the journal, but counted"
    );
    assert_eq!(
        finding["hints"],
        serde_json::json!(["the next command that records adds them again"])
    );
    let copy = doctor["journal"]["own_copy"].as_str().unwrap();
    assert!(Path::new(copy).starts_with(home.home().join(DATA).join("own/multimodal")));
    // It can be forgotten; then they are gone.
    fs::remove_file(copy).unwrap();
    assert_eq!(
        home.run(&["log", "--json"]).json()["events"],
        serde_json::json!([])
    );
}

/// Names that sync services, editors and people give to the copy of a file.
const NAMES: [&str; 19] = [
    "journal.sync-conflict-20261130-110000-ABCDEFG.jsonl",
    "journal (Ann's conflicted copy 2026-11-30).jsonl",
    "journal (conflicted copy 2026-11-30 110000).jsonl",
    "journal-LAPTOP.jsonl",
    "journal 2.jsonl",
    "journal (1).jsonl",
    "journal (SFConflict ann@example.org 2026-11-30-11-00-00).jsonl",
    "journal_conflict-20261130-110000.jsonl",
    "journal.jsonl.orig",
    "journal.jsonl~",
    "journal.jsonl.bak",
    "journal - Kopie.jsonl",
    "journal (In Konflikt stehende Kopie von Ann 2026-11-30).jsonl",
    "journal (Copie en conflit de Ann 2026-11-30).jsonl",
    "journal (Ann 的冲突副本 2026-11-30).jsonl",
    "Copy of journal.jsonl",
    "journal.jsonl.remote",
    "journal[conflict].txt",
    ".journal.jsonl.part",
];

#[test]
fn every_journal_next_to_the_journal_counts_and_can_be_merged() {
    for name in NAMES {
        let (home, other) = (home(), home());
        home.run(&["done", "1"]).ok();
        other.run(&["done", "2"]).ok();
        let copy = journal(&home).with_file_name(name);
        // It is still on its way: its last line is torn.
        let mut bytes = fs::read(journal(&other)).unwrap();
        bytes.extend_from_slice(br#"{"v":1,"id":"#);
        fs::write(&copy, bytes).unwrap();
        let (_, warned) = both(home.run(&["log"]));
        assert_eq!(warned, "", "{name}");
        assert_eq!(done(&home), [1, 2], "{name}");
        let finding = &home.run(&["doctor", "--json"]).json()["findings"][0];
        let message = format!("2 events are only in `{}`, and counted", copy.display());
        assert_eq!(finding["message"], message);
        let said = home.run(&["doctor", "--merge"]).ok();
        let merged = said.lines().find(|line| line.starts_with(" merged"));
        assert_eq!(merged, Some(" merged   2 events added to the journal"));
        let again = home.run(&["doctor", "--merge", "--json"]).json();
        assert_eq!(
            (&again["merged"], &again["relinked"]),
            (&0.into(), &serde_json::json!([]))
        );
        fs::remove_file(&copy).unwrap();
        assert_eq!(done(&home), [1, 2], "{name}");
    }
}

#[test]
fn a_copied_home_is_a_device_of_its_own() {
    let home = home();
    home.run(&["done", "1"]).ok();
    let clone = Sandbox::new().at("2026-11-30T12:00:00");
    let copied = format!(
        "cp -a {}/. {}",
        home.home().display(),
        clone.home().display()
    );
    home.shell(&copied).ok();
    assert_eq!(
        clone.run(&["undo"]).fails(2),
        "error: nothing to undo\nhint: `plan log` shows what was recorded\n"
    );
    let (_, warned) = both(clone.run(&["done", "2"]));
    assert_eq!(
        warned,
        "warning: this home is a copy of another device's, so it is a device of its own from now \
         on: `plan undo` takes back only what it records\n"
    );
    assert_eq!(
        clone.run(&["undo"]).ok(),
        "undone: done d08-1045 CLIP 模型原理\n"
    );
    assert_eq!(done(&clone), [1]);
}

#[test]
fn steps_under_the_name_in_the_configuration_can_still_be_undone() {
    let home = home();
    home.run(&["done", "1"]).ok();
    let text = fs::read_to_string(journal(&home)).unwrap();
    let name = home.events()[0]["dev"].as_str().unwrap().to_owned();
    fs::write(journal(&home), text.replace(&name, "before")).unwrap();
    fs::remove_dir_all(home.home().join(DATA)).unwrap();
    home.run(&["undo"]).fails(2);
    home.file(".config/plan/config.yaml", "device: before\n");
    assert_eq!(
        home.run(&["undo"]).ok(),
        "undone: done d08-0900 多模态学习概述\n"
    );
    // The step itself is by the new name.
    let devices: Vec<_> = home
        .events()
        .into_iter()
        .map(|event| event["dev"].clone())
        .collect();
    assert_eq!(&devices[..2], ["before", "before"]);
    assert_ne!(devices[2], "before");
}

#[test]
fn an_edited_copy_of_a_line_reopens_nothing() {
    let home = home();
    home.run(&["done", "2"]).ok();
    let text = fs::read_to_string(journal(&home)).unwrap();
    let last = text.lines().last().unwrap();
    for edited in [
        last.replace("d08-1045", "d08-1145"),
        last.replace("\"t\":\"done\"", "\"t\":\"zzz\""),
    ] {
        fs::write(journal(&home), format!("{text}{edited}\n")).unwrap();
        assert_eq!(done(&home), [2], "{edited}");
        let warned = home.run(&["today"]).stderr;
        assert!(
            warned.contains("occurs with different content: each counts"),
            "{warned}"
        );
    }
}

#[test]
fn no_number_makes_later_marks_ineffective() {
    let home = home();
    home.run(&["done", "2"]).ok();
    let text = fs::read_to_string(journal(&home)).unwrap();
    let last = text.lines().last().unwrap();
    let hostile = last
        .replace("\"n\":2", "\"n\":9007199254740992")
        .replace("\"t\":\"done\"", "\"t\":\"skip\"");
    let id = last[13..].split('"').next().unwrap();
    let hostile = hostile.replace(id, "ffffffff-ffff-7fff-bfff-ffffffffffff");
    fs::write(journal(&home), format!("{text}{hostile}\n")).unwrap();
    assert_eq!(done(&home), [2]);
    home.run(&["undo"]).ok();
    assert_eq!(done(&home), [0; 0]);
    home.run(&["skip", "2"]).ok();
    home.run(&["done", "2"]).ok();
    assert_eq!(done(&home), [2]);
}
