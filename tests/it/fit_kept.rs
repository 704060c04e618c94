//! What a fit keeps and what it warns of.

use serde_json::{Value, json};

use crate::sandbox::Sandbox;
use crate::sittings::PLAN;

const HOURS: &str = "mon-fri=19:00-21:00";

/// Monday 7 December 2026, 18:30, in a plan that begins then.
fn home(plan: &str) -> Sandbox {
    let home = Sandbox::new()
        .at("2026-12-07T18:30:00")
        .env("COLUMNS", "80");
    home.file("a.yaml", plan);
    home.run(&["init", "a.yaml"]).ok();
    home
}

/// The slots of a date: number, title, time and status.
fn day(home: &Sandbox, date: &str) -> Vec<String> {
    let json = home.run(&["today", date, "--json"]).json();
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let slots = json["days"][0]["slots"].as_array().expect("slots").iter();
    let slots = slots.zip(1..).map(|(slot, number)| {
        let [title, start, end, status] =
            ["title", "start", "end", "status"].map(|key| text(&slot[key]));
        format!("{number} {title} {start}-{end} {status}")
    });
    slots.collect()
}

/// The two slots of the learner's own are overdue on Wednesday.
fn with_missed() -> Sandbox {
    let home = home(PLAN);
    home.run(&["add", "Extra", "--duration", "30m"]).ok();
    home.run(&["add", "Sheet", "--time", "19:00-19:30", "--on", "tue"])
        .ok();
    home.at("2026-12-09T18:00:00")
}

#[test]
fn added_slots_that_were_missed_are_laid_out_too() {
    let home = with_missed();
    // Wed: A1, Extra; Thu: Sheet, A2; Fri: A3, half an hour of B1; Mon: B1, an hour of B2; Tue: B2, B3.
    assert_eq!(
        home.run(&["fit", "--hours", HOURS]).ok(),
        "\
10 h a week: mon-fri=19:00-21:00
8 slots, 10 h to do

          now              fitted
  ends    Fri 18 Dec 2026  Tue 15 Dec 2026
  a week  5 h              10 h

  2 slots in several sittings

  week        now                  fitted
  Week 1 One  Mon 7 - Fri 11 Dec   Wed 9 - Fri 11 Dec
  Week 2 Two  Mon 14 - Fri 18 Dec  Fri 11 - Tue 15 Dec
"
    );
    assert_eq!(
        home.run(&["fit", "--hours", HOURS, "--apply"]).ok(),
        "\
8 slots laid out in mon-fri=19:00-21:00
  first d01-1900 A1  Wed 9 Dec 2026 19:00-20:30
  last  d06-1900 B3  Tue 15 Dec 2026 19:30-21:00
"
    );
    assert_eq!(
        day(&home, "2026-12-09"),
        ["1 A1 19:00-20:30 open", "2 Extra 20:30-21:00 open"]
    );
    assert_eq!(
        day(&home, "2026-12-10"),
        ["1 Sheet 19:00-19:30 open", "2 A2 19:30-21:00 open"]
    );
    assert_eq!(home.run(&["today", "--json"]).json()["overdue"], json!([]));
    // `undo` puts them back where they were missed.
    home.run(&["undo"]).ok();
    let overdue = home.run(&["today", "--json"]).json()["overdue"].clone();
    assert_eq!(
        [&overdue[1]["date"], &overdue[2]["date"]],
        ["2026-12-07", "2026-12-08"]
    );
}

#[test]
fn added_slots_keep_where_a_fit_laid_them() {
    let home = with_missed();
    home.run(&["fit", "--hours", HOURS, "--apply"]).ok();
    // One is done, the other is ahead: the next fit leaves both alone.
    let home = home.at("2026-12-09T20:55:00");
    home.run(&["done", "all"]).ok();
    assert!(
        home.run(&["fit", "--hours", HOURS, "--apply"])
            .ok()
            .starts_with("5 slots laid out in mon-fri=19:00-21:00\n")
    );
    assert_eq!(
        day(&home, "2026-12-09"),
        ["1 A1 19:00-20:30 done", "2 Extra 20:30-21:00 done"]
    );
    assert_eq!(
        day(&home, "2026-12-10"),
        ["1 Sheet 19:00-19:30 open", "2 A2 19:30-21:00 open"]
    );
    // Where the learner moves it since, it stays.
    home.run(&["move", "Sheet", "fri", "--at", "20:00"]).ok();
    home.run(&["fit", "--hours", HOURS, "--apply"]).ok();
    assert_eq!(day(&home, "2026-12-11")[1], "2 Sheet 20:00-20:30 open");
}

#[test]
fn what_was_settled_ahead_of_time_keeps_its_day_and_time() {
    let home = home(PLAN).at("2026-12-07T20:45:00");
    home.run(&["done", "1"]).ok();
    home.run(&["done", "d2.1", "--took", "1h"]).ok();
    home.run(&["skip", "d3"]).ok();
    home.run(&["fit", "--hours", "tue,thu=19:00-20:30", "--apply"])
        .ok();
    assert_eq!(
        home.run(&["week"]).ok(),
        "\
Plan A                                                   Mon 7 - Sun 13 Dec 2026
Week 1 One · Week 2 Two      ████────── 2/5, 1 skipped  2 h 30 min of 7 h 30 min

Mon 7 Dec  Day 1 Mon
 ✓ 1  19:00-20:30  A1

Tue 8 Dec  Day 4
   1  19:00-20:30  B1

Wed 9 Dec  Day 2 Wed
 ✓ 1  19:00-20:30  A2  took 1 h

Thu 10 Dec Day 5
   1  19:00-20:30  B2

Fri 11 Dec Day 3 Fri
 – 1  19:00-20:30  A3
Sat 12 Dec free
Sun 13 Dec free

"
    );
    let pace = |home: &Sandbox| {
        let report = home.run(&["report"]).ok();
        let line = report.lines().find(|line| line.starts_with(" pace"));
        line.unwrap_or_default().to_owned()
    };
    // A1 and A2 are done, A1 was due.
    assert_eq!(pace(&home), " pace     2.00 of what was due; 1 slot ahead");
    home.at("2026-12-08T20:30:00").run(&["done", "1"]).ok();
    assert_eq!(
        pace(&home.at("2026-12-09T20:45:00")),
        " pace     1.00 of what was due"
    );
}

/// B3 is done on the first evening; the others end on Friday 11 December, long before its own date.
#[test]
fn what_was_done_ahead_of_time_is_not_the_end_of_the_plan() {
    let home = home(PLAN).at("2026-12-07T20:45:00");
    home.run(&["done", "1", "d6"]).ok();
    home.run(&["fit", "--hours", "mon-fri=19:00-20:30", "--apply"])
        .ok();
    assert_eq!(
        day(&home, "2026-12-07"),
        ["1 A1 19:00-20:30 done", "2 B3 19:00-20:30 done"]
    );
    let later = home.at("2026-12-09T08:00:00");
    let recovery = later.run(&["recover"]).ok();
    assert!(
        recovery.contains("the plan's last date is Fri 11 Dec 2026"),
        "{recovery}"
    );
}

/// The three slots of week 1 in 45 minutes an evening, the exam's evening left out:
/// Mon and Tue A1, Wed and Fri A2, Mon and Tue A3.
#[test]
fn exams_and_due_dates_that_are_missed_are_named_before_and_after() {
    let plan = PLAN.replace(
        "weeks:\n  - title: One\n",
        "\
events:
  - {id: mid, title: Mid, kind: exam, date: 2026-12-10, time: 19:00-21:00, covers: [w1]}
milestones:
  - {title: Early, due: 2026-12-10, goals: [{text: Week one, by: [w1]}]}
  - {title: In time, due: 2026-12-15, goals: [{text: Week one, by: [w1]}]}
  - {title: By span, due: 1 week, goals: [{text: Week one, by: [w1]}]}
weeks:
  - title: One
    deliverables: [{text: Sheet, due: 2026-12-11}, Other]
",
    );
    let home = home(&plan);
    let hours = "mon-fri=19:00-19:45";
    let preview = home.run(&["fit", "--hours", hours]).ok();
    let remarks: Vec<&str> = preview
        .lines()
        .skip_while(|line| !line.contains("no room"))
        .take_while(|line| !line.is_empty())
        .collect();
    assert_eq!(
        remarks,
        [
            "  no room before mid Mid on Thu 10 Dec 2026 19:00-21:00 for 2 slots, 3 h:",
            "    d02-1900 A2; d03-1900 A3",
            "  w01.1 Sheet is due on Fri 11 Dec 2026, before its last slot on Tue 15 Dec 2026",
            "  Early is due on Thu 10 Dec 2026, before its last slot on Tue 15 Dec 2026",
        ]
    );
    assert_eq!(
        home.run(&["fit", "--hours", hours, "--apply"]).stderr,
        "\
warning: not planned before mid Mid on Thu 10 Dec 2026 19:00-21:00: d02-1900 A2; d03-1900 A3
warning: w01.1 Sheet is due on Fri 11 Dec 2026, before its last slot on Tue 15 Dec 2026
warning: Early is due on Thu 10 Dec 2026, before its last slot on Tue 15 Dec 2026
hint: `plan undo` puts everything back where it was
"
    );
    // `recover` knows the due date of the sheet too.
    let wednesday = home.at("2026-12-09T08:00:00");
    let ways = wednesday.run(&["recover", "--json"]).json()["ways"].clone();
    assert_eq!(ways[1]["misses"]["deliverables"][0], "w01.1");
}

#[test]
fn an_exam_does_not_cover_what_the_learner_adds_to_its_weeks() {
    let plan = PLAN.replace(
        "weeks:\n  - title: One\n",
        "rest: [sat, sun]\nevents: [{id: mid, title: Mid, kind: exam, date: 2026-12-19, covers: [w1]}]\nweeks:\n  - title: One\n",
    );
    let home = home(&plan);
    let covered = || home.run(&["today", "--json"]).json()["events"][0]["covered"]["slots"].clone();
    assert_eq!(covered(), 3);
    home.run(&["add", "Extra", "--on", "tue", "--duration", "30m"])
        .ok();
    assert_eq!(covered(), 3);
    // A Saturday that the plan leaves free is no conflict; a rest day of the learner's own is.
    let findings = || {
        let health = home.run(&["doctor", "--json"]).json();
        let found = health["findings"].as_array().expect("findings").clone();
        let found = found.iter().filter(|one| one["about"] == "events");
        found.count()
    };
    assert_eq!(findings(), 0);
    home.run(&["off", "2026-12-19"]).ok();
    assert_eq!(findings(), 1);
}

#[test]
fn slots_of_the_learners_own_are_not_out_of_order() {
    let home = home(PLAN);
    home.run(&["add", "Tandem", "--on", "wed", "--time", "20:45-21:15"])
        .ok();
    home.at("2026-12-07T20:30:00").run(&["done", "1"]).ok();
    home.at("2026-12-09T20:30:00").run(&["done", "1"]).ok();
    let json = home
        .at("2026-12-10T08:00:00")
        .run(&["recover", "--json"])
        .json();
    assert_eq!(json["stranded"][0]["title"], "Tandem");
    for way in json["ways"].as_array().expect("ways") {
        assert_eq!(way["out_of_order"], 0, "{way}");
    }
}
