//! Marks follow what was done, not where it stood: a plan whose file is edited in place.

use serde_json::{Value, json};

use crate::sandbox::Sandbox;

/// Evenings of an hour, each `day weekday item`.
fn plan(evenings: &[&str]) -> String {
    let days = evenings.iter().map(|evening| {
        let words: Vec<&str> = evening.splitn(3, ' ').collect();
        format!(
            "  - day: {}\n    weekday: {}\n    slots:\n      \
             - {{time: 19:00-20:00, title: Exercises, items: [{}]}}\n",
            words[0], words[1], words[2]
        )
    });
    let days: String = days.collect();
    format!("plan: book\ntitle: A book\ndays:\n{days}")
}

const BOOK: [&str; 3] = ["1 mon ch 1", "2 wed ch 2", "3 fri ch 3"];
/// A chapter more at the front: Monday has chapter 0, and a new Tuesday chapter 1.
const LATER: [&str; 4] = ["1 mon ch 0", "2 tue ch 1", "3 wed ch 2", "4 fri ch 3"];

/// The plan is begun on Monday 7 December, and done on Monday and Wednesday.
fn home() -> Sandbox {
    let home = Sandbox::new();
    home.file("book.yaml", plan(&BOOK));
    let monday = home.at("2026-12-07T20:30:00");
    monday
        .run(&["init", "book.yaml", "--start", "2026-12-07"])
        .ok();
    monday.run(&["done", "1"]).ok();
    let wednesday = home.at("2026-12-09T20:30:00");
    wednesday.run(&["done", "1"]).ok();
    wednesday
}

/// Each slot's item and status.
fn slots(home: &Sandbox) -> Value {
    let exported = home.run(&["export", "--format", "json"]).json();
    let plan = &exported["export"];
    let plan = if plan.is_null() { &exported } else { plan };
    let mut found = Vec::new();
    for day in plan["phases"][0]["weeks"][0]["days"].as_array().unwrap() {
        let slot = &day["sessions"][0]["slots"][0];
        let id = slot["id"].as_str().unwrap();
        let shown = home.run(&["show", id, "--json"]).json();
        let shown = &shown["shown"][0]["slots"][0];
        found.push(json!([
            shown["fields"][0]["items"][0]["text"],
            shown["status"]
        ]));
    }
    json!(found)
}

/// The marks that have no slot, and why.
fn orphans(home: &Sandbox) -> Value {
    let doctor = home.run(&["doctor", "--json"]).json();
    let orphans = doctor["orphans"].as_array().unwrap().iter();
    orphans
        .map(|one| json!([one["slot"], one["why"], one["perhaps"]]))
        .collect()
}

const FOLLOWED: [[&str; 2]; 4] = [
    ["ch 0", "overdue"],
    ["ch 1", "done"],
    ["ch 2", "done"],
    ["ch 3", "open"],
];

#[test]
fn a_plan_edited_in_its_own_file_keeps_what_was_done() {
    let home = home();
    home.file("book.yaml", plan(&LATER));
    assert_eq!(slots(&home), json!(FOLLOWED));
    assert_eq!(orphans(&home), json!([]));
    // To say so makes it lasting: chapter 1 may be edited from now on.
    let said = home.run(&["doctor", "--relink", "d02-1900=d03-1900"]).ok();
    let line = " relinked d02-1900 Exercises is now d03-1900\n";
    assert!(said.contains(line), "{said}");
    home.run(&["doctor", "--relink"]).ok();
    let longer = [
        "1 mon ch 0",
        "2 tue ch 1 and 1b",
        "3 wed ch 2",
        "4 fri ch 3",
    ];
    home.file("book.yaml", plan(&longer));
    let mut edited = json!(FOLLOWED);
    edited[1][0] = json!("ch 1 and 1b");
    assert_eq!(slots(&home), edited);
    assert_eq!(orphans(&home), json!([]));
}

#[test]
fn undo_of_a_change_of_plan_loses_no_mark() {
    let home = home();
    home.file("later.yaml", plan(&LATER));
    let begun = home.run(&["init", "later.yaml"]).ok();
    let moved = "  d01-1900 Exercises is now d02-1900; its marks move with it\n  \
                 d02-1900 Exercises is now d03-1900; its marks move with it\n";
    assert!(begun.ends_with(moved), "{begun}");
    assert_eq!(slots(&home), json!(FOLLOWED));
    home.run(&["undo"]).ok();
    assert_eq!(slots(&home), json!(FOLLOWED));
    home.run(&["init", "book.yaml"]).ok();
    let both = [["ch 1", "done"], ["ch 2", "done"], ["ch 3", "open"]];
    assert_eq!(slots(&home), json!(both));
    assert_eq!(orphans(&home), json!([]));
    // The same there and back without an undo.
    home.run(&["init", "later.yaml"]).ok();
    home.run(&["init", "book.yaml"]).ok();
    assert_eq!(slots(&home), json!(both));
}

const AMBIGUOUS: &str = "\
A book                                                                                Wed 9 Dec 2026
Day 2 Wed                                                  week ███─────── 1/3   plan ███─────── 1/3

      time         slot       to do
 ✓ 1  19:00-20:00  Exercises  ch 2

 overdue  d01-1900 Exercises (Mon 7 Dec), 1 h
 marks    d01-1900 Exercises could be d01-1900 or d03-1900; its marks are kept, but do not count
 next     Fri 11 Dec Day 3 Fri: 1 slot, 1 h
";

#[test]
fn what_may_be_several_slots_is_named_and_settled_by_name() {
    let home = home();
    home.file(
        "book.yaml",
        plan(&["1 mon ch 1", "2 wed ch 2", "3 fri ch 1"]),
    );
    assert_eq!(
        slots(&home),
        json!([["ch 1", "overdue"], ["ch 2", "done"], ["ch 1", "open"]])
    );
    let perhaps = json!(["d01-1900", "d03-1900"]);
    assert_eq!(orphans(&home), json!([["d01-1900", "ambiguous", perhaps]]));
    assert_eq!(home.run(&["today"]).ok(), AMBIGUOUS);
    home.run(&["doctor", "--relink", "d01-1900=d01-1900"]).ok();
    assert_eq!(
        slots(&home),
        json!([["ch 1", "done"], ["ch 2", "done"], ["ch 1", "open"]])
    );
    assert_eq!(orphans(&home), json!([]));
}

#[test]
fn marks_that_count_are_moved_by_name_even_to_a_slot_that_has_some() {
    let home = home();
    // The learner did chapter 3 on Monday.
    let said = home.run(&["doctor", "--relink", "d01-1900=d03-1900"]).ok();
    assert!(
        said.contains(" relinked d01-1900 Exercises is now d03-1900\n"),
        "{said}"
    );
    assert_eq!(
        slots(&home),
        json!([["ch 1", "overdue"], ["ch 2", "done"], ["ch 3", "done"]])
    );
    home.run(&["doctor", "--relink", "d02-1900=d03-1900"]).ok();
    assert_eq!(
        slots(&home),
        json!([["ch 1", "overdue"], ["ch 2", "open"], ["ch 3", "done"]])
    );
    home.run(&["undo"]).ok();
    home.run(&["undo"]).ok();
    assert_eq!(
        slots(&home),
        json!([["ch 1", "done"], ["ch 2", "done"], ["ch 3", "open"]])
    );
}

/// A mark on a slot that was edited takes over those from before, so that they don't stay behind.
#[test]
fn a_mark_on_an_edited_slot_takes_its_earlier_ones_along() {
    let home = home();
    home.run(&["note", "d01-1900", "hard"]).ok();
    home.file(
        "book.yaml",
        plan(&["1 mon ch 1a", "2 wed ch 2", "3 fri ch 3"]),
    );
    home.run(&["done", "d01-1900", "--took", "50"]).ok();
    home.file(
        "book.yaml",
        plan(&["1 mon ch 0", "2 tue ch 1a", "3 wed ch 2", "4 fri ch 3"]),
    );
    let shown = home.run(&["show", "d02-1900", "--json"]).json();
    let slot = &shown["shown"][0]["slots"][0];
    assert_eq!(
        json!([slot["status"], slot["actual_minutes"], slot["remarks"]]),
        json!(["done", 50, [{"day": "2026-12-09", "text": "hard"}]])
    );
    assert_eq!(orphans(&home), json!([]));
    let log = home.run(&["log"]).ok();
    let last = log.lines().last().unwrap();
    assert_eq!(
        last,
        "2026-12-09 20:30  edited            d01-1900 Exercises"
    );
}

#[test]
fn undo_names_what_was_marked_and_not_the_slot_that_has_its_id_now() {
    let plan = |wed: &str, thu: &str| {
        format!(
            "plan: p\ntitle: P\ndays:\n  - slots: [{{time: 19:00-20:30, title: {wed}}}]\n  \
             - slots: [{{time: 19:00-20:30, title: {thu}}}]\n"
        )
    };
    let home = Sandbox::new().at("2026-09-07T21:00:00");
    home.file("plan.yaml", plan("Chapter 2", "Chapter 3"));
    home.run(&["init", "plan.yaml", "--start", "2026-09-07"])
        .ok();
    home.run(&["done", "Chapter 2"]).ok();
    home.run(&["note", "Chapter 2", "hard"]).ok();
    home.file("plan.yaml", plan("Chapter 1b", "Chapter 2"));
    home.run(&["done", "Chapter 1b"]).ok();
    let undo = || home.run(&["undo"]).ok();
    let redo = || home.run(&["redo"]).ok();
    assert_eq!(undo(), "undone: done d01-1900 Chapter 1b\n");
    assert_eq!(redo(), "redone: done d01-1900 Chapter 1b\n");
    undo();
    assert_eq!(undo(), "undone: note d01-1900 Chapter 2: hard\n");
    redo();
    home.run(&["done", "Chapter 1b"]).ok();
    assert_eq!(
        home.run(&["undo", "3"]).ok(),
        "undone: done d01-1900 Chapter 1b\n\
         undone: note d01-1900 Chapter 2: hard\n\
         undone: done d01-1900 Chapter 2\n"
    );
    // A slot that is still marked is named as it is now.
    home.file("plan.yaml", plan("Chapter 2", "Chapter 3"));
    home.run(&["done", "Chapter 2"]).ok();
    home.run(&["done", "Chapter 2", "--took", "80m"]).ok();
    home.file("plan.yaml", plan("Chapter 1b", "Chapter 2"));
    assert_eq!(
        undo(),
        "undone: done d01-1900 Chapter 2\n  d02-1900 Chapter 2 is still done\n"
    );
}

#[test]
fn a_retitled_slot_that_was_one_of_several_is_kept_by_the_command_that_is_shown() {
    let plan = |title: &str| {
        format!(
            "plan: p\ntitle: P\ndays:\n  - slots: [{{time: 19:00-20:00, title: Exercises}}]\n  \
             - slots: [{{time: 19:00-20:00, title: {title}}}]\n"
        )
    };
    let home = Sandbox::new().at("2026-09-08T21:00:00");
    home.file("plan.yaml", plan("Exercises"));
    home.run(&["init", "plan.yaml", "--start", "2026-09-07"])
        .ok();
    home.run(&["done", "d2"]).ok();
    home.file("plan.yaml", plan("Problem set"));
    let marks = || {
        let said = home.run(&["today"]).ok();
        let lines = said.lines().skip_while(|line| !line.starts_with(" marks"));
        lines.take(2).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(
        marks(),
        [
            " marks    d02-1900 Exercises does not count: Problem set has its id; if that is the same slot, `plan",
            "          doctor --relink d02-1900=d02-1900` keeps its marks",
        ]
    );
    home.run(&["doctor", "--relink", "d02-1900=d02-1900"]).ok();
    assert_eq!(marks(), [""; 0]);
    let status =
        home.run(&["show", "d2.1", "--json"]).json()["shown"][0]["slots"][0]["status"].clone();
    assert_eq!(status, "done");
}
