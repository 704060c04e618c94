//! Moved slots: screens show the current date and the plan's own.

use crate::sandbox::Sandbox;

const PLAN: &str = "\
plan: small
title: Small
weeks:
  - week: 1
    title: One
    days:
      - {day: 1, weekday: mon, slots: [{time: 09:00-10:00, title: a}, {time: 10:00-11:00, title: b}]}
      - {day: 2, weekday: tue, slots: [{time: 09:00-10:00, title: c}, {time: 23:00-24:00, title: d}]}
    deliverables: [{id: w1.1, text: an essay}]
  - week: 2
    title: Two
    days:
      - {day: 3, weekday: mon, slots: [{time: 09:00-10:00, title: e}]}
    deliverables: [{id: w2.1, text: a talk}]
";

/// Begun on Monday, 23 November, and looked at in its morning.
fn home() -> Sandbox {
    let home = Sandbox::new().at("2026-11-23T08:00:00");
    home.file("small.yaml", PLAN);
    home.run(&["init", "small.yaml", "--start", "2026-11-23"])
        .ok();
    home.env("COLUMNS", "80")
}

#[track_caller]
fn lines(said: &str, expected: &[&str]) {
    let found: Vec<&str> = said.lines().map(str::trim_end).collect();
    for line in expected {
        assert!(found.contains(line), "no {line:?} in\n{said}");
    }
}

#[test]
fn a_week_says_what_was_moved_away_from_it() {
    let home = home();
    assert!(!home.run(&["week"]).ok().contains("moved"));
    home.run(&["move", "d1.2", "2026-12-02"]).ok();
    home.run(&["move", "d3.1", "2026-11-26"]).ok();
    lines(
        &home.run(&["week"]).ok(),
        &["1 slot moved to later weeks: d01-1000 b to Wed 2 Dec"],
    );
    let next = home.run(&["week", "--date", "2026-12-02"]).ok();
    lines(
        &next,
        &["1 slot moved to earlier weeks: d03-0900 e to Thu 26 Nov"],
    );
}

#[test]
fn head_of_a_moved_day_has_its_current_date() {
    let home = home();
    let head = |home: &Sandbox| {
        let said = home.run(&["show", "d1"]).ok();
        let line = said.lines().next().unwrap_or_default();
        line.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(head(&home), "Day 1 Mon Mon 23 Nov 2026");
    home.run(&["move", "d1.2", "2026-12-02"]).ok();
    let both = "Day 1 Mon 23 Nov, Wed 2 Dec, planned for Mon 23 Nov";
    assert_eq!(head(&home), both);
    home.run(&["move", "d1", "2026-12-02"]).ok();
    let moved = "Day 1 Wed 2 Dec 2026, planned for Mon 23 Nov";
    assert_eq!(head(&home), moved);
    let week = home.run(&["show", "w1"]).ok();
    assert!(
        week.contains("  Wed 2 Dec, planned for Mon 23 Nov\n"),
        "{week}"
    );
    assert!(week.contains("  Tue 24 Nov\n"), "{week}");
}

/// The week of the plan and the calendar week count a slot on its current date.
#[test]
fn report_counts_a_slot_on_its_current_date() {
    let home = home();
    home.run(&["move", "d1.2", "2026-12-02"]).ok();
    home.run(&["done", "d1.2", "d3"]).ok();
    let own = home.run(&["report", "--week", "1"]).ok();
    lines(
        &own,
        &[
            "Mon 23 Nov - Wed 2 Dec 2026 · Week 1                       done 1/4   1 h of 4 h",
            "  slots are on their current dates; planned for Mon 23 - Tue 24 Nov 2026, 1 slot",
            "  moved out of them",
            "  Mon 23 Nov  Day 1  ────────────────  0/1",
            "  Tue 24 Nov  Day 2  ────────────────  0/2",
            "  Wed 2 Dec   Day 1  ████████████████  1/1  1 h",
            "  also done then: 1 slot of other weeks, 1 h studied",
            "Deliverables  0/1",
            "   w1.1 an essay",
        ],
    );
    // Week 2 has one slot, which is done already.
    assert!(!own.contains(" next "), "{own}");
    let plain = home
        .run(&["report", "--since", "2026-12-02", "--until", "2026-12-02"])
        .ok();
    lines(&plain, &["  Wed 2 Dec  Day 1  ████████████████  1/1  1 h"]);
    let json = home.run(&["report", "--week", "1", "--json"]).json();
    let range = |from: &str, to: &str| serde_json::json!({"from": from, "to": to});
    assert_eq!(json["range"], range("2026-11-23", "2026-12-02"));
    assert_eq!(json["planned_range"], range("2026-11-23", "2026-11-24"));
    let other = home.run(&["report", "--week", "2", "--json"]).json();
    assert_eq!(other["planned_range"], serde_json::Value::Null);
}

#[test]
fn the_plan_is_not_over_while_something_was_moved_to_later() {
    let home = home();
    home.run(&["move", "d3", "2026-12-09"]).ok();
    for day in ["d1", "d2"] {
        home.run(&["done", day]).ok();
    }
    let tuesday = home.at("2026-12-01T08:00:00");
    let today = tuesday.run(&["today"]).ok();
    lines(
        &today,
        &["A free day.", " next     Wed 9 Dec Day 3: 1 slot, 1 h"],
    );
    lines(&tuesday.run(&["week"]).ok(), &["Tue 1 Dec  free"]);
    // Once it is done there is nothing to come.
    home.run(&["done", "d3"]).ok();
    let today = tuesday.run(&["today"]).ok();
    lines(&today, &["No slot is left; 2 deliverables are open."]);
    lines(&tuesday.run(&["week"]).ok(), &["Tue 1 Dec  after the end"]);
}

/// A study day goes on into the night: one o'clock comes after eleven in the evening.
#[test]
fn the_night_comes_after_the_evening() {
    let home = home();
    home.run(&["move", "d1.1", "tue", "--at", "01:00"]).ok();
    let json = home.run(&["today", "--date", "tue", "--json"]).json();
    let slots = json["days"][0]["slots"].as_array().unwrap();
    let ids: Vec<_> = slots
        .iter()
        .map(|slot| slot["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, ["d02-0900", "d02-2300", "d01-0900"]);
}

/// The shipped plan, begun on Monday 23 November 2026, at noon of 7 December. Its Day 18-19, two
/// slots without a time, is the weekend of 12 December; its week of the 14th has 27 slots.
fn shipped() -> Sandbox {
    let home = Sandbox::new().at("2026-12-07T12:00:00");
    home.run(&["init", "--start", "2026-11-23"]).ok();
    home
}

#[test]
fn a_day_that_is_moved_keeps_its_run_of_dates_and_is_counted_once() {
    let home = shipped();
    let count = |verb: &str| {
        let json = home.run(&[verb, "--date", "2026-12-14", "--json"]).json();
        let progress = &json["progress"];
        let range = progress.get("range").unwrap_or(&progress["week"]);
        range["slots"].clone()
    };
    assert_eq!(
        [count("week"), count("today"), count("report")],
        [27, 27, 27]
    );
    home.run(&["move", "d18", "2026-12-14"]).ok();
    assert_eq!(
        [count("week"), count("today"), count("report")],
        [29, 29, 29]
    );
    let dates = |slot: &str| {
        let json = home.run(&["show", slot, "--json"]).json();
        let slot = &json["shown"][0]["slots"][0];
        slot["date"].clone()
    };
    assert_eq!(dates("d18-a"), "2026-12-14");
    let week = home.run(&["week", "--date", "2026-12-14", "--json"]).json();
    let days = week["days"].as_array().unwrap().iter();
    let slots = days.flat_map(|day| day["slots"].as_array().unwrap());
    let shown: Vec<_> = slots.filter(|slot| slot["id"] == "d18-a").collect();
    assert_eq!(shown.len(), 1, "{week}");
}

#[test]
fn on_a_day_that_was_emptied_a_number_names_nothing() {
    let home = shipped();
    home.run(&["move", "d11", "+1"]).ok();
    home.run(&["move", "all", "+1"]).ok();
    let said = home.run(&["done", "1"]).fails(2);
    let first = said.lines().next().unwrap();
    assert_eq!(
        first,
        "error: `1` matches nothing: there are no slots on Mon 7 Dec 2026"
    );
}

/// The shipped plan's Week 3 is Days 8 to 12; Week 4 has 22 slots and 1800 minutes.
#[test]
fn a_week_that_is_done_ahead_of_time_does_not_come_next() {
    let home = Sandbox::new().at("2026-11-28T09:00:00");
    home.run(&["init", "--start", "2026-11-23"]).ok();
    let next = |home: &Sandbox| home.run(&["report", "--json"]).json()["next"].clone();
    assert_eq!(next(&home)["week"], 3);
    home.run(&["done", "d8", "d9", "d10", "d11"]).ok();
    assert_eq!(next(&home)["week"], 3);
    home.run(&["done", "d12"]).ok();
    let after = next(&home);
    assert_eq!(
        [&after["week"], &after["slots"], &after["planned_minutes"]],
        [4, 22, 1800]
    );
    let days: Vec<String> = (1..=75).map(|day| format!("d{day}")).collect();
    let all = std::iter::once("done").chain(days.iter().map(String::as_str));
    home.run(&all.collect::<Vec<_>>()).ok();
    assert_eq!(next(&home), serde_json::Value::Null);
}

#[test]
fn screens_name_the_command_that_shows_what_they_leave_out() {
    let home = Sandbox::new().at("2026-11-30T11:00:00");
    home.run(&["init", "--start", "2026-11-23"]).ok();
    let line = |args: &[&str], text: &str| {
        let screen = home.run(args).ok();
        let found = screen.lines().find(|line| line.contains(text));
        found.unwrap_or_default().to_owned()
    };
    assert_eq!(
        line(&["today"], "plan report"),
        "          and 17 more: `plan report --all`"
    );
    assert_eq!(
        line(&["today"], "plan show"),
        "          and 2 more: `plan show 2026-11-30`"
    );
    // The start, 20 slots and a note are 22 lines, and 20 are shown.
    home.run(&["done", "d08", "d09", "d10", "d11", "d12"]).ok();
    home.run(&["note", "d08-0900", "again"]).ok();
    assert_eq!(line(&["log"], "earlier"), "2 earlier: `plan log --all`");
}
