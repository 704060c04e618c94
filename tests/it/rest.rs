//! Days of rest: nothing is asked of the learner on them, and what they displaced is not forgotten.

use serde_json::{Value, json};

use crate::sandbox::Sandbox;

const PLAN: &str = "\
plan: small
title: Small
weeks:
  - week: 1
    title: One
    days:
      - {day: 1, weekday: mon, slots: [{time: 09:00-10:00, title: Alpha}, {time: 10:00-11:00, title: Beta}]}
      - {day: 2, weekday: tue, slots: [{time: 09:00-10:00, title: Gamma}]}
      - {day: 3, weekday: wed, slots: [{time: 09:00-10:00, title: Delta}]}
";

/// Begun on Monday, 7 September, and looked at half an hour into Beta.
fn home() -> Sandbox {
    let home = Sandbox::new().at("2026-09-07T10:30:00");
    home.file("small.yaml", PLAN);
    home.run(&["init", "small.yaml", "--start", "2026-09-07"])
        .ok();
    home
}

/// The same with rest on Monday and Tuesday.
fn resting() -> Sandbox {
    let home = home();
    home.run(&["off", "2026-09-07..2026-09-08", "--why", "trip"])
        .ok();
    home
}

#[track_caller]
fn says(home: &Sandbox, args: &[&str], stdout: &str, stderr: &str) {
    let said = home.run(args);
    let found = (said.stdout.clone(), said.stderr.clone());
    said.ok();
    assert_eq!(found, (stdout.to_owned(), stderr.to_owned()), "{args:?}");
}

#[test]
fn a_rest_day_asks_for_nothing() {
    let home = resting();
    says(
        &home,
        &["today"],
        "\
Small                                                                                 Mon 7 Sep 2026
Day 1 Mon · Week 1 One                                     week ────────── 0/4   plan ────────── 0/4

A rest day: trip.

 to place 3 slots, 3 h on rest days: `plan recover`
 next     Wed 9 Sep Day 3 Wed: 1 slot, 1 h
",
        "",
    );
    says(
        &home,
        &["status"],
        " now      rest day: trip
 next     d03-0900 Delta  Wed 9 Sep 09:00-10:00
 week     ──────────────────── 0/4
 plan     ──────────────────── 0/4
 to place 3 slots, 3 h on rest days: `plan recover`
",
        "",
    );
    says(&home, &["status", "--short"], "", "");
}

#[test]
fn tomorrow_is_a_rest_day_too() {
    let home = resting();
    says(
        &home,
        &["tomorrow"],
        "\
Small                                                                                 Tue 8 Sep 2026
Day 2 Tue · Week 1 One                                     week ────────── 0/4   plan ────────── 0/4

A rest day: trip.

 to place 3 slots, 3 h on rest days: `plan recover`
 next     Wed 9 Sep Day 3 Wed: 1 slot, 1 h
",
        "",
    );
    says(
        &home,
        &["next"],
        "  Delta                                                                                     d03-0900
  Wed 9 Sep · Day 3 Wed · 09:00-10:00 · 1 h · open
",
        "",
    );
}

#[test]
fn a_week_marks_rest_and_no_slot_as_on() {
    let week = resting().run(&["week"]).ok();
    assert_eq!(
        week.trim_end(),
        "\
Small                                                                        Mon 7 - Sun 13 Sep 2026
Week 1 One                                                              ────────── 0/4  0 min of 4 h

Mon 7 Sep  Day 1 Mon · rest day: trip
   1  09:00-10:00  Alpha
   2  10:00-11:00  Beta

Tue 8 Sep  Day 2 Tue · rest day: trip
   1  09:00-10:00  Gamma

Wed 9 Sep  Day 3 Wed
   1  09:00-10:00  Delta
Thu 10 Sep after the end
Fri 11 Sep after the end
Sat 12 Sep after the end
Sun 13 Sep after the end"
    );
}

/// What is done on a day of rest all the same is shown, and nothing else is left of the day.
#[test]
fn who_studies_on_a_rest_day_may() {
    let home = resting();
    says(
        &home,
        &["done", "2"],
        "✓ d01-1000 Beta   planned 1 h\n  nothing left today\n",
        "",
    );
    says(
        &home,
        &["today"],
        "\
Small                                                                                 Mon 7 Sep 2026
Day 1 Mon · Week 1 One                                     week ██──────── 1/4   plan ██──────── 1/4

A rest day: trip.

      time         slot  to do
 ✓ 2  10:00-11:00  Beta

 to place 2 slots, 2 h on rest days: `plan recover`
 next     Wed 9 Sep Day 3 Wed: 1 slot, 1 h
",
        "",
    );
}

#[test]
fn rest_to_come_takes_one_line() {
    let home = home();
    home.run(&["off", "2026-09-08"]).ok();
    says(
        &home,
        &["today"],
        "\
Small                                                                                 Mon 7 Sep 2026
Day 1 Mon · Week 1 One                                     week ────────── 0/4   plan ────────── 0/4

      time         slot                     to do
   1  09:00-10:00  Alpha
 ▶ 2  10:00-11:00  Beta   now, 30 min left

 to place 1 slot, 1 h on rest days: `plan recover`
",
        "hint: `plan done 2` when you finish it\n",
    );
    says(&home, &["status", "--short"], "2/2 Beta 30m\n", "");
    // Rest on the day itself, and then not.
    home.run(&["off", "2026-09-07"]).ok();
    says(&home, &["status", "--short"], "", "");
    says(
        &home,
        &["status"],
        " now      rest day
 next     d03-0900 Delta  Wed 9 Sep 09:00-10:00
 week     ──────────────────── 0/4
 plan     ──────────────────── 0/4
 to place 3 slots, 3 h on rest days: `plan recover`
",
        "",
    );
    home.run(&["off", "2026-09-07", "--cancel"]).ok();
    says(&home, &["status", "--short"], "2/2 Beta 30m\n", "");
}

#[test]
fn json_says_that_it_is_rest_and_that_no_slot_is_on() {
    let home = resting();
    let status = home.run(&["status", "--json"]).json();
    assert_eq!(status["rest"], json!({"why": "trip"}));
    assert_eq!(
        (&status["now"], &status["left_minutes"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(status["next"]["id"], "d03-0900");
    let today = home.run(&["today", "--json"]).json();
    assert_eq!(today["kind"], "rest");
    let slots = |days: &Value| -> Vec<Value> {
        let slots = days.as_array().unwrap().iter();
        slots
            .map(|slot| json!([slot["id"], slot["now"], slot["displaced"]]))
            .collect()
    };
    assert_eq!(
        slots(&today["days"][0]["slots"]),
        [
            json!(["d01-0900", false, true]),
            json!(["d01-1000", false, true])
        ]
    );
    assert_eq!(
        slots(&today["displaced"]),
        [
            json!(["d01-0900", false, true]),
            json!(["d01-1000", false, true]),
            json!(["d02-0900", false, true])
        ]
    );
    home.run(&["off", "2026-09-07", "--cancel"]).ok();
    let status = home.run(&["status", "--json"]).json();
    assert_eq!(status["rest"], Value::Null);
    assert_eq!(status["now"]["id"], "d01-1000");
}

#[test]
fn off_hints_at_what_there_is() {
    let home = home();
    says(
        &home,
        &["off", "2026-09-04"],
        "rest on Fri 4 Sep 2026\n",
        "warning: Fri 4 Sep 2026 is before the plan's start on Mon 7 Sep 2026; `plan undo` reverts \
         it\n",
    );
    home.run(&["undo"]).ok();
    assert_eq!(
        home.run(&["off", "wed", "--cancel"]).fails(2),
        "error: no rest is declared on Wed 9 Sep 2026\nhint: no rest day was declared yet\n"
    );
    home.run(&["off", "2026-09-08..2026-09-09"]).ok();
    home.run(&["off", "2026-09-21"]).ok();
    assert_eq!(
        home.run(&["off", "2026-09-15", "--cancel"]).fails(2),
        "error: no rest is declared on Tue 15 Sep 2026\n\
         hint: declared: Mon 21 Sep 2026 (`plan off 2026-09-21 --cancel`); Tue 8 - Wed 9 Sep 2026 \
         (`plan off 2026-09-08..2026-09-09 --cancel`)\n"
    );
    home.run(&["off", "2026-09-07"]).ok();
    says(
        &home,
        &["off", "2026-09-08..2026-09-09", "--cancel"],
        "rest cancelled for Tue 8 - Wed 9 Sep 2026\n",
        "hint: some slots are still overdue or on rest days: `plan recover`\n",
    );
    says(
        &home,
        &["off", "2026-09-07", "--cancel"],
        "rest cancelled for Mon 7 Sep 2026\n",
        "",
    );
}

#[test]
fn what_rest_displaced_is_counted_alike_when_that_rest_has_passed() {
    let home = resting();
    let line = |home: &Sandbox, verb: &str| {
        let said = home.run(&[verb]).ok();
        let is_count = |line: &&str| line.contains("to place") || line.contains("to reschedule");
        said.lines()
            .find(is_count)
            .map(|line| line.trim().to_owned())
    };
    let to_place = Some("to place 3 slots, 3 h on rest days: `plan recover`".to_owned());
    let recover = Some("3 slots, 3 h to reschedule from Mon 7 Sep on".to_owned());
    for time in [
        "2026-09-07T10:30:00",
        "2026-09-08T10:30:00",
        "2026-09-09T08:00:00",
    ] {
        let then = home.at(time);
        for verb in ["today", "status", "report"] {
            assert_eq!(line(&then, verb), to_place, "{verb} at {time}");
        }
        let first = then.run(&["recover"]).ok();
        let first = first.lines().next().unwrap_or_default().to_owned();
        assert_eq!(
            first.split("  ").next().map(str::to_owned),
            recover,
            "{time}"
        );
        assert_eq!(then.run(&["today", "--json"]).json()["overdue"], json!([]));
    }
}

#[test]
fn rest_declared_again_without_a_reason_keeps_its_reason() {
    let home = resting();
    home.run(&["off", "2026-09-07"]).ok();
    let status = home.run(&["status", "--json"]).json();
    assert_eq!(status["rest"], json!({"why": "trip"}));
    home.run(&["off", "2026-09-07", "--why", "flu"]).ok();
    let status = home.run(&["status", "--json"]).json();
    assert_eq!(status["rest"], json!({"why": "flu"}));
}
