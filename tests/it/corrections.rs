//! One thing corrected, while later steps stay: `reopen`, `note --remove` and `done --took`.

use crate::sandbox::Sandbox;

const PLAN: &str = "\
plan: p
title: Evenings
weeks:
- week: 1
  days:
  - day: 1
    weekday: mon
    slots:
    - {id: a, time: '19:00-20:00', title: Alpha}
    - {id: b, time: '20:00-21:00', title: Beta}
  - {day: 2, weekday: wed, slots: [{id: c, time: '19:00-20:00', title: Gamma}]}
  deliverables: [{id: w1.1, text: Essay}]
";

/// Monday at nine in the evening, nothing done.
fn home() -> Sandbox {
    let home = Sandbox::new().at("2026-09-07T21:00:00");
    home.file("p.yaml", PLAN);
    home.run(&["init", "p.yaml", "--start", "2026-09-07"]).ok();
    home
}

/// What `show` says of Alpha below its title.
fn alpha(home: &Sandbox) -> String {
    let shown = home.run(&["show", "a"]).ok();
    shown.lines().skip(1).collect::<Vec<_>>().join("\n")
}

const OPEN: &str = "  Mon 7 Sep · Day 1 Mon · 19:00-20:00 · 1 h · open";
const DONE: &str = "  Mon 7 Sep · Day 1 Mon · 19:00-20:00 · 1 h · done\n";

#[test]
fn a_slot_is_open_again_and_later_steps_stay() {
    let home = home();
    home.run(&["done", "1", "--took", "50m"]).ok();
    home.run(&["skip", "2", "--why", "tired"]).ok();
    assert_eq!(
        home.run(&["reopen", "1"]).ok(),
        "  a Alpha   is open again\n  left today: 1 (1 h)\n"
    );
    assert_eq!(alpha(&home), OPEN);
    let status = home.run(&["today", "--json"]).json();
    assert_eq!(status["days"][0]["slots"][1]["status"], "skipped");
    // The minutes of the first time do not come back with the second.
    home.run(&["done", "1"]).ok();
    assert_eq!(alpha(&home), format!("{DONE}  done on Mon 7 Sep 2026"));
}

#[test]
fn each_step_can_be_undone() {
    let home = home();
    home.run(&["done", "1", "--took", "50m"]).ok();
    home.run(&["reopen", "1"]).ok();
    home.run(&["done", "1"]).ok();
    assert_eq!(home.run(&["undo"]).ok(), "undone: done a Alpha\n");
    assert_eq!(alpha(&home), OPEN);
    assert_eq!(home.run(&["undo"]).ok(), "undone: reopen a Alpha\n");
    let done = format!("{DONE}  done on Mon 7 Sep 2026, took 50 min");
    assert_eq!(alpha(&home), done);
    assert_eq!(home.run(&["redo"]).ok(), "redone: reopen a Alpha\n");
    assert_eq!(alpha(&home), OPEN);
}

#[test]
fn a_day_a_deliverable_and_a_date() {
    let home = home();
    home.run(&["done", "all", "w1.1"]).ok();
    let later = home.at("2026-09-09T08:00:00");
    assert_eq!(
        later.run(&["reopen", "d1", "w1.1"]).ok(),
        "  a Alpha   is open again\n  b Beta   is open again\n  w1.1 Essay   is open again\n  left \
         today: 1 (1 h)\n"
    );
    assert_eq!(
        later.run(&["reopen", "d1"]).fails(2),
        "error: nothing of `d1` is done or skipped\n"
    );
    assert_eq!(
        later.run(&["reopen", "a"]).fails(2),
        "error: a Alpha is open\n"
    );
    later.run(&["done", "a"]).ok();
    assert_eq!(
        later.run(&["reopen", "1", "--date", "mon"]).ok(),
        "  a Alpha   is open again\n  left on Mon 7 Sep 2026: 1, 2 (2 h)\n"
    );
}

#[test]
fn what_the_journal_and_the_history_say() {
    let home = home();
    home.run(&["done", "1"]).ok();
    home.run(&["note", "1", "read twice"]).ok();
    home.run(&["reopen", "1"]).ok();
    home.run(&["note", "1", "--remove"]).ok();
    let journal = String::from_utf8(home.journal("p")).unwrap();
    let events = journal
        .lines()
        .map(|line| serde_json::from_str(line).unwrap());
    let events: Vec<serde_json::Value> = events.collect();
    let kinds: Vec<&str> = events
        .iter()
        .map(|event| event["t"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["begin", "done", "note", "reopen", "unnote"]);
    assert_eq!(events[4]["of"][0], events[2]["id"]);
    assert_eq!(
        home.run(&["log"]).ok(),
        "\
when              what    slot  title
2026-09-07 21:00  begin         Mon 7 Sep 2026
2026-09-07 21:00  done    a     Alpha
2026-09-07 21:00  note    a     Alpha           read twice
2026-09-07 21:00  reopen  a     Alpha
2026-09-07 21:00  unnote  a     Alpha
"
    );
}

#[test]
fn a_note_is_removed_by_its_number() {
    let home = home();
    assert_eq!(
        home.run(&["note", "1", "--remove"]).fails(2),
        "error: a Alpha has no notes\n"
    );
    home.run(&["note", "1", "first"]).ok();
    home.run(&["note", "1", "second"]).ok();
    let hint = "hint: choose one by its number: 1 first; 2 second\n";
    assert_eq!(
        home.run(&["note", "1", "--remove"]).fails(2),
        format!("error: a Alpha has several notes\n{hint}")
    );
    assert_eq!(
        home.run(&["note", "1", "--remove", "3"]).fails(2),
        format!("error: a Alpha has no note 3\n{hint}")
    );
    assert_eq!(
        home.run(&["note", "1", "--remove", "0"]).fails(2),
        format!("error: a Alpha has no note 0\n{hint}")
    );
    assert_eq!(
        home.run(&["note", "1", "--remove", "1"]).ok(),
        "  a Alpha   note removed\n  left today: 1, 2 (2 h)\n"
    );
    assert_eq!(alpha(&home), format!("{OPEN}\n  Mon 7 Sep second"));
    assert_eq!(
        home.run(&["undo"]).ok(),
        "undone: remove a note from a Alpha\n"
    );
    assert_eq!(
        alpha(&home),
        format!("{OPEN}\n  Mon 7 Sep first\n  Mon 7 Sep second")
    );
}

#[test]
fn only_the_minutes_are_corrected() {
    let home = home();
    home.run(&["done", "1", "--took", "2h"]).ok();
    let later = home.at("2026-09-09T08:00:00");
    later.run(&["done", "a", "--took", "50m"]).ok();
    let done = format!("{DONE}  done on Mon 7 Sep 2026, took 50 min");
    assert_eq!(alpha(&later), done);
    later.run(&["undo"]).ok();
    assert_eq!(
        alpha(&later),
        format!("{DONE}  done on Mon 7 Sep 2026, took 2 h")
    );
}

#[test]
fn marks_of_before_an_edit_are_corrected_too() {
    let home = home();
    home.run(&["done", "1"]).ok();
    home.run(&["note", "1", "read twice"]).ok();
    home.file(
        "p.yaml",
        PLAN.replace("title: Alpha", "title: Alpha, items: [page 3]"),
    );
    home.run(&["note", "1", "--remove"]).ok();
    home.run(&["reopen", "1"]).ok();
    let page = format!("{OPEN}\n    - page 3");
    assert_eq!(alpha(&home), page);
    home.run(&["undo"]).ok();
    home.run(&["undo"]).ok();
    let done = format!(
        "{DONE}    - page 3\n  done on Mon 7 Sep 2026\n  Mon 7 Sep read twice\n  changed since it was done \
         on Mon 7 Sep 2026; still done; `plan done a` accepts the change"
    );
    assert_eq!(alpha(&home), done);
}
