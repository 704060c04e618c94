//! Open work is never reported as finished: deliverables past their date, and skipped slots.

use serde_json::{Value, json};

use crate::sandbox::Sandbox;

/// A week of two evenings, Monday and Tuesday, with three things to hand in and a milestone.
const PLAN: &str = "\
plan: small
title: Small
milestones:
  - title: First week
    due: 1 week
    goals:
      - {text: All of it, by: [w1]}
weeks:
  - week: 1
    deliverables: [Report, Slides, Code]
    days:
      - {day: 1, weekday: mon, slots: [{time: '19:00-20:00', title: Alpha}]}
      - {day: 2, weekday: tue, slots: [{time: '19:00-20:00', title: Beta}]}
";

/// All slots are done, and one deliverable of three, on the evening of Tuesday 8 December.
fn home() -> Sandbox {
    let home = Sandbox::new().at("2026-12-08T21:00:00");
    home.file("small.yaml", PLAN);
    home.run(&["init", "small.yaml", "--start", "2026-12-07"])
        .ok();
    home.run(&["done", "d1", "d2", "w01.1"]).ok();
    home
}

/// Two evenings later.
fn later(home: &Sandbox) -> Sandbox {
    home.at("2026-12-10T21:00:00")
}

const TODAY: &str = "\
Small                                                                                Thu 10 Dec 2026
                                                           week ██████████ 2/2   plan ██████████ 2/2

No slot is left; 2 deliverables are open.

 overdue  w01.2 Slides (Tue 8 Dec)
          w01.3 Code (Tue 8 Dec)
";

const NEXT: &str = "\
No slot is left; 2 deliverables are open.
 overdue  w01.2 Slides (Tue 8 Dec)
          w01.3 Code (Tue 8 Dec)
";

const FORECAST: &str = "\x20end      no slot left since Tue 8 Dec 2026; 2 deliverables open
 overdue  w01.2 Slides (Tue 8 Dec)
          w01.3 Code (Tue 8 Dec)

  milestone   due
  First week  Mon 14 Dec 2026  cannot tell
";

const RECOVER: &str = "\
No overdue slots, no slots on rest days.
 overdue  w01.2 Slides (Tue 8 Dec)
          w01.3 Code (Tue 8 Dec)
";

fn overdue() -> Value {
    json!([
        {"plan": "small", "id": "w01.2", "text": "Slides", "week": 1, "due": "2026-12-08"},
        {"plan": "small", "id": "w01.3", "text": "Code", "week": 1, "due": "2026-12-08"},
    ])
}

#[test]
fn deliverables_past_their_date_are_named_by_every_view() {
    let home = later(&home());
    assert_eq!(home.run(&["today"]).ok(), TODAY);
    assert_eq!(
        home.run(&["today"]).stderr,
        "hint: `plan done w01.2` once you have caught up on it\n"
    );
    assert_eq!(home.run(&["next"]).ok(), NEXT);
    assert_eq!(home.run(&["forecast"]).ok(), FORECAST);
    assert_eq!(home.run(&["recover"]).ok(), RECOVER);
    let status = home.run(&["status"]).ok();
    assert!(status.contains(" overdue  2 deliverables\n"), "{status}");
    for verb in [
        "today", "next", "status", "week", "report", "recover", "forecast",
    ] {
        let answer = home.run(&[verb, "--json"]).json();
        assert_eq!(answer["overdue_deliverables"], overdue(), "{verb}");
    }
    let next = home.run(&["next", "--json"]).json();
    assert_eq!(
        json!([next["next"], next["deliverable"]]),
        json!([null, overdue()[0]])
    );
    let forecast = home.run(&["forecast", "--json"]).json();
    assert_eq!(
        json!([forecast["state"], forecast["open_deliverables"]]),
        json!(["deliverables-left", 2])
    );
    let report = home.run(&["report"]).ok();
    let named = "\n overdue  w01.2 Slides (Tue 8 Dec)\n          w01.3 Code (Tue 8 Dec)\n";
    assert!(report.contains(named), "{report}");
}

#[test]
fn what_is_not_due_yet_is_what_comes_next() {
    let home = home();
    let next = "No slot is left; 2 deliverables are open.\n next     w01.2 Slides (Tue 8 Dec)\n";
    assert_eq!(home.run(&["next"]).ok(), next);
}

/// The last slot of a week decides when its deliverables are due, and may be done ahead of time.
#[test]
fn what_is_due_later_is_named_once_no_slot_is_left() {
    let home = Sandbox::new().at("2026-12-07T21:00:00");
    home.file("small.yaml", PLAN);
    home.run(&["init", "small.yaml", "--start", "2026-12-07"])
        .ok();
    home.run(&["done", "d1", "w01.1"]).ok();
    let today = home.run(&["today"]).ok();
    assert!(!today.contains("w01.2"), "{today}");
    home.run(&["done", "d2"]).ok();
    assert_eq!(
        home.run(&["today"]).ok(),
        "\
Small                                                                                 Mon 7 Dec 2026
Day 1 Mon · Week 1                                         week ██████████ 2/2   plan ██████████ 2/2

      time         slot   to do
 ✓ 1  19:00-20:00  Alpha

 next     w01.2 Slides (Tue 8 Dec)
          w01.3 Code (Tue 8 Dec)
"
    );
    assert_eq!(
        home.run(&["status"]).ok(),
        " now      nothing
 next     w01.2 Slides (Tue 8 Dec)
          w01.3 Code (Tue 8 Dec)
 week     ████████████████████ 2/2
 plan     ████████████████████ 2/2
"
    );
}

/// As `next` and `forecast` say it.
#[test]
fn a_plan_that_is_finished_ahead_of_time_is_finished_on_every_day() {
    let home = Sandbox::new().at("2026-12-07T21:00:00");
    home.file("small.yaml", PLAN);
    home.run(&["init", "small.yaml", "--start", "2026-12-07"])
        .ok();
    home.run(&["done", "d1", "d2", "w01.1-3"]).ok();
    assert_eq!(home.run(&["next"]).ok(), "Nothing left to do.\n");
    assert_eq!(
        home.run(&["today"]).ok(),
        "\
Small                                                                                 Mon 7 Dec 2026
Day 1 Mon · Week 1                                         week ██████████ 2/2   plan ██████████ 2/2

      time         slot   to do
 ✓ 1  19:00-20:00  Alpha

The plan is finished: nothing left to do.
"
    );
    home.run(&["off", "2026-12-07"]).ok();
    assert_eq!(
        home.run(&["today"]).ok(),
        "\
Small                                                                                 Mon 7 Dec 2026
Day 1 Mon · Week 1                                         week ██████████ 2/2   plan ██████████ 2/2

A rest day.

      time         slot   to do
 ✓ 1  19:00-20:00  Alpha

The plan is finished: nothing left to do.
"
    );
}

#[test]
fn a_range_of_deliverables_is_done_and_then_nothing_is_left() {
    let home = later(&home());
    let done = home.run(&["done", "w01.2-3", "--json"]).json();
    let recorded = done["recorded"].as_array().unwrap().iter();
    let recorded: Value = recorded.map(|event| event["slot"].clone()).collect();
    assert_eq!(recorded, json!(["w01.2", "w01.3"]));
    let today = home.run(&["today"]).ok();
    assert!(
        today.ends_with("\nThe plan is finished: nothing left to do.\n\n"),
        "{today}"
    );
    assert_eq!(home.run(&["next"]).ok(), "Nothing left to do.\n");
    assert_eq!(
        home.run(&["recover"]).ok(),
        "No overdue slots, no slots on rest days.\n"
    );
    let forecast = home.run(&["forecast", "--json"]).json();
    assert_eq!(forecast["state"], "finished");
    home.run(&["done", "w1.1,3"]).ok();
    assert_eq!(
        home.run(&["done", "w01.2-4"]).fails(2),
        "error: no such deliverable `w01.2-4`\nhint: deliverables: w01.1, w01.2, w01.3\n"
    );
}

#[test]
fn a_milestone_of_a_week_waits_for_its_deliverables() {
    let home = later(&home());
    let goal = || {
        let found = home.run(&["milestones", "--json"]).json();
        let goal = &found["milestones"][0]["goals"][0];
        json!([goal["reached"], goal["deliverables"]])
    };
    assert_eq!(goal(), json!([false, {"all": 3, "done": 1, "skipped": 0}]));
    home.run(&["done", "w01.2"]).ok();
    // A skip is settled, as it is for slots.
    home.run(&["skip", "w01.3"]).ok();
    assert_eq!(goal(), json!([true, {"all": 3, "done": 2, "skipped": 1}]));
}

/// The card holds what is overdue, and no more of it than of slots.
#[test]
fn more_deliverables_than_are_listed_are_counted() {
    let home = Sandbox::new().at("2026-12-10T21:00:00");
    let names: Vec<String> = (1..=14).map(|n| format!("Part {n}")).collect();
    let plan = PLAN.replace("[Report, Slides, Code]", &format!("[{}]", names.join(", ")));
    home.file("small.yaml", plan);
    home.run(&["init", "small.yaml", "--start", "2026-12-07"])
        .ok();
    home.run(&["done", "d1", "d2"]).ok();
    for _ in 0..2 {
        let today = home.run(&["today"]).ok();
        let lines: Vec<&str> = today.lines().collect();
        let last = &lines[lines.len() - 2..];
        assert_eq!(
            last,
            [
                "          w01.5 Part 5 (Tue 8 Dec)",
                "          and 9 more: `plan report --all`"
            ]
        );
    }
    let today = home.run(&["today", "--json"]).json();
    assert_eq!(today["overdue_deliverables"].as_array().unwrap().len(), 14);
}

#[test]
fn a_skip_is_not_behind_and_a_plan_with_skips_is_finished() {
    let home = Sandbox::new().at("2026-12-10T21:00:00");
    home.file(
        "small.yaml",
        PLAN.replace("    deliverables: [Report, Slides, Code]\n", ""),
    );
    home.run(&["init", "small.yaml", "--start", "2026-12-07"])
        .ok();
    home.run(&["done", "d1"]).ok();
    let pace = || {
        let report = home.run(&["report", "--json"]).json();
        json!([
            report["pace"]["hundredths"],
            report["pace"]["slots_behind"],
            report["pace"]["slots_skipped"],
            report["pace"]["due_minutes"]
        ])
    };
    // Of two slots of an hour one is done.
    assert_eq!(pace(), json!([50, 1, 0, 120]));
    home.run(&["skip", "d2", "--why", "known"]).ok();
    assert_eq!(pace(), json!([100, 0, 1, 60]));
    let report = home.run(&["report"]).ok();
    let line = " pace     1.00 of what was due; 1 skipped, not counted\n";
    assert!(report.contains(line), "{report}");
    let today = home.run(&["today"]).ok();
    assert!(
        today.ends_with("\nThe plan is finished: nothing left to do.\n\n"),
        "{today}"
    );
    assert_eq!(home.run(&["next"]).ok(), "Nothing left to do.\n");
    let goal = home.run(&["milestones", "--json"]).json();
    assert_eq!(goal["milestones"][0]["goals"][0]["reached"], true);
}

#[test]
fn skip_overdue_says_the_same_with_and_without_apply() {
    let home = home();
    let nothing = "Nothing is overdue.\n";
    assert_eq!(home.run(&["skip", "overdue"]).ok(), nothing);
    assert_eq!(home.run(&["skip", "overdue", "--apply"]).ok(), nothing);
}
