//! Exams and due dates: what is said where something else was meant, and what depends on them.

use serde_json::json;

use crate::sandbox::Sandbox;
use crate::sittings::PLAN;

/// An exam on Monday 14 December 2026 that covers week 1, and a milestone with a quote in its title.
fn home() -> Sandbox {
    let home = Sandbox::new()
        .at("2026-12-07T18:30:00")
        .env("COLUMNS", "80");
    let dated = "\
events: [{id: mid, title: Mid, kind: exam, date: 2026-12-14, time: 9:00-10:00, covers: [w1]}]
milestones: [{title: Bob's goal, goals: [{text: Week one, by: [w1]}]}]
weeks:
";
    home.file(
        "a.yaml",
        PLAN.replace("weeks:\n", dated)
            .replace("9:00-10:00", "09:00-10:00"),
    );
    home.run(&["init", "a.yaml"]).ok();
    home
}

/// The last line of what is said on stderr.
fn hint(home: &Sandbox, args: &[&str]) -> String {
    let told = home.run(args);
    told.stderr.lines().last().unwrap_or_default().to_owned()
}

#[test]
fn hints_about_dated_things_can_be_typed() {
    let home = home();
    let marked = "hint: mark the slots that it covers; `plan due mid DATE` moves it";
    assert_eq!(hint(&home, &["done", "mid"]), marked);
    assert_eq!(hint(&home, &["skip", "Mid"]), marked);
    assert_eq!(
        home.run(&["due", "Bob's goal", "--remove"]).stderr,
        "error: you have set no date for Bob's goal\nhint: `plan due 'Bob'\\''s goal' DATE` sets one\n"
    );
    assert_eq!(
        hint(&home, &["due", "mid", "--remove"]),
        "hint: `plan due mid DATE` sets one"
    );
    let told = home.run(&[
        "add",
        "Oral",
        "--exam",
        "--on",
        "2026-12-20",
        "--time",
        "9:00",
    ]);
    assert_eq!(
        told.stderr.lines().next(),
        Some("error: `9:00` is a time without an end")
    );
}

#[test]
fn what_an_event_covers_is_named_once_and_its_id_is_no_other_target() {
    let home = home();
    home.run(&["add", "All", "--event", "--on", "2026-12-20"])
        .ok();
    home.run(&[
        "add",
        "Final",
        "--exam",
        "--on",
        "2027-01-05",
        "--covers",
        "w1,w1,A3,A3",
    ])
    .ok();
    let events = home.run(&["today", "--json"]).json()["events"].clone();
    assert_eq!(events[1]["id"], "event-all");
    assert_eq!(events[2]["covers"], json!(["w1", "d03-1900"]));
}

#[test]
fn an_exam_that_is_moved_by_a_week_counts_from_its_new_date() {
    let home = home();
    home.at("2026-12-07T20:30:00").run(&["done", "1"]).ok();
    let wednesday = home.at("2026-12-09T08:00:00");
    // Wednesday's and Friday's slots are before the exam.
    let countdown =
        |days: u32| format!(" exam     Mid in {days} days, 1 of the 3 slots it covers is done");
    let has = |days: u32| {
        let screen = wednesday.run(&["today"]).ok();
        assert!(
            screen.lines().any(|line| line == countdown(days)),
            "{screen}"
        );
    };
    has(5);
    wednesday.run(&["due", "mid", "2026-12-21"]).ok();
    has(12);
    // On the Friday after, it is in three days and two slots are late no more than they were.
    let event = home
        .at("2026-12-18T08:00:00")
        .run(&["today", "--json"])
        .json()["events"][0]
        .clone();
    assert_eq!(event["days_left"], 3);
    assert_eq!(
        event["covered"],
        json!({"slots": 3, "done": 1, "skipped": 0, "open": 2, "late": 0})
    );
    assert_eq!(event["moved_from"]["date"], "2026-12-14");
}

/// Wednesday is the only evening that is free; the exam on Thursday covers only Tuesday's slot.
#[test]
fn recover_places_what_an_exam_covers_first() {
    let plan = |events: &str| {
        format!(
            "\
plan: b
title: B
{events}weeks:
  - days:
      - {{weekday: mon, slots: [{{time: 19:00-20:30, title: Groups}}]}}
      - {{weekday: tue, slots: [{{time: 19:00-20:30, title: Rings}}]}}
  - days:
      - {{weekday: mon, slots: [{{time: 19:00-20:30, title: Fields}}]}}
      - {{weekday: tue, slots: [{{time: 19:00-20:30, title: Modules}}]}}
      - {{weekday: wed, slots: [{{time: 19:00-20:30, title: Ideals}}]}}
"
        )
    };
    let first = |events: &str| {
        let home = Sandbox::new().at("2026-12-07T08:00:00");
        home.file("b.yaml", plan(events));
        home.run(&["init", "b.yaml"]).ok();
        let home = home.at("2026-12-09T08:00:00");
        let catch_up = home.run(&["recover", "--json"]).json()["ways"][0].clone();
        let moves = catch_up["moves"].as_array().expect("moves");
        let there = moves.iter().find(|one| one["to"]["date"] == "2026-12-09");
        there.expect("a slot on Wednesday")["slot"].clone()
    };
    assert_eq!(first(""), "d01-1900");
    let exam = "events: [{id: quiz, title: Quiz, date: 2026-12-10, covers: [d02-1900]}]\n";
    assert_eq!(first(exam), "d02-1900");
}

#[test]
fn hours_that_are_taken_for_good_have_no_free_time() {
    let home = home();
    home.file(
        "busy.ics",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20261201\nRRULE:FREQ=DAILY\n\
         SUMMARY:Work\nEND:VEVENT\nEND:VCALENDAR\n",
    );
    let told = home.run(&[
        "fit",
        "--hours",
        "mon-fri=19:00-20:00",
        "--busy",
        "busy.ics",
    ]);
    // Busy times are read 3 x 366 days ahead.
    assert_eq!(
        told.stderr,
        "error: something else takes all of these hours until Sun 9 Dec 2029\n"
    );
}

#[test]
fn rest_that_may_have_begun_is_asked_about() {
    let tuesday = home().at("2026-12-08T08:00:00");
    assert!(
        tuesday
            .run(&["off", "mon..tue"])
            .stderr
            .lines()
            .any(|line| line == "hint: for this week: `plan off 2026-12-07..2026-12-08`")
    );
    // A range that is ahead of today either way is not.
    assert!(
        !tuesday
            .run(&["off", "thu..fri"])
            .stderr
            .contains("this week")
    );
}
