//! Two things at one time: slots of one plan, and its events.

use crate::sandbox::Sandbox;
use crate::sittings::PLAN;

/// An exam is on Monday 14 December 2026, 19:00-20:00, at the time of B1. It covers week 1.
fn home() -> Sandbox {
    let home = Sandbox::new()
        .at("2026-12-07T08:00:00")
        .env("COLUMNS", "80");
    let event =
        "{id: mid, title: Mid, kind: exam, date: 2026-12-14, time: 19:00-20:00, covers: [w1]}";
    home.file(
        "a.yaml",
        PLAN.replace("weeks:\n", &format!("events: [{event}]\nweeks:\n")),
    );
    let told = home.run(&["init", "a.yaml"]);
    assert_eq!(
        told.stderr,
        "warning: at the time of mid Mid on Mon 14 Dec 2026 19:00-20:00: d04-1900 B1\n"
    );
    home
}

/// The lines of a screen that name what overlaps, with the id of the added slot left out.
fn overlaps(home: &Sandbox, args: &[&str]) -> Vec<String> {
    let screen = home.run(args).ok();
    let lines = screen.lines().filter(|line| line.starts_with(" overlap"));
    lines.map(without_id).collect()
}

fn without_id(line: &str) -> String {
    let Some((before, after)) = line.split_once("x-") else {
        return line.to_owned();
    };
    format!("{before}x{}", &after[8..])
}

#[test]
fn a_slot_at_the_time_of_an_exam_is_named() {
    let home = home();
    let line = [" overlap  19:00-20:00: mid Mid and d04-1900 B1"];
    assert_eq!(overlaps(&home, &["today", "2026-12-14"]), line);
    assert_eq!(overlaps(&home, &["week", "2026-12-14"]), line);
    assert!(overlaps(&home, &["week"]).is_empty());
    let health = home.run(&["doctor", "--json"]).json();
    assert_eq!(health["findings"][0]["about"], "events");
    // Once it is moved, nothing is wrong.
    home.run(&["move", "B1", "2026-12-15"]).ok();
    assert!(overlaps(&home, &["today", "2026-12-14"]).is_empty());
    assert_eq!(
        home.run(&["doctor", "--json"]).json()["findings"],
        serde_json::json!([])
    );
}

#[test]
fn a_move_to_the_time_of_an_exam_names_it() {
    let home = home();
    let told = home
        .run(&["move", "B2", "2026-12-14", "--at", "17:50"])
        .stderr;
    let warnings: Vec<&str> = told.lines().collect();
    assert!(
        warnings.contains(
            &"warning: d05-1900 B2 and mid Mid overlap on Mon 14 Dec 2026; `plan undo` reverts it"
        ),
        "{told}"
    );
    assert!(!told.contains("busy"), "{told}");
}

#[test]
fn two_slots_at_one_time_are_named() {
    let home = home();
    home.run(&["add", "Call", "--on", "wed", "--time", "20:00-21:00"])
        .ok();
    let line = [" overlap  20:00-20:30: d02-1900 A2 and x Call"];
    assert_eq!(overlaps(&home, &["today", "wed"]), line);
    assert_eq!(overlaps(&home, &["week"]), line);
    let health = home.run(&["doctor"]).ok();
    let named = health.lines().map(without_id);
    assert!(
        named
            .into_iter()
            .any(|line| line.ends_with("d02-1900 A2 and x Call overlap on Wed 9 Dec 2026")),
        "{health}"
    );
    home.at("2026-12-09T21:00:00").run(&["done", "Call"]).ok();
    assert!(overlaps(&home, &["today", "wed"]).is_empty());
}

/// A week later, A1 would be at the time of the exam.
#[test]
fn extend_keeps_off_the_time_of_an_exam() {
    let home = home().at("2026-12-09T08:00:00");
    let ways = home.run(&["recover", "--json"]).json()["ways"].clone();
    let extend = ways[2]["moves"].as_array().expect("moves");
    let dates = extend.iter().map(|one| {
        let date = one["to"]["date"].as_str().unwrap_or_default();
        format!("{} {date}", one["slot"].as_str().unwrap_or_default())
    });
    assert_eq!(
        dates.collect::<Vec<_>>(),
        [
            "d01-1900 2026-12-21",
            "d02-1900 2026-12-23",
            "d03-1900 2026-12-25",
            "d04-1900 2026-12-28",
            "d05-1900 2026-12-30",
            "d06-1900 2027-01-01",
        ]
    );
}
