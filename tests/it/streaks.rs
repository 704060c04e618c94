//! Study days in a row: what breaks a run, what extends it, and what does neither.

use serde_json::{Value, json};

use crate::sandbox::Sandbox;

/// Study days are Mondays, Tuesdays and Thursdays.
const PLAN: &str = "\
plan: steady
title: Steady steps
rest: [wed, fri, sat, sun]
weeks:
  - days:
      - {weekday: mon, slots: [{id: a1, time: 19:00-20:00, title: One}]}
      - {weekday: tue, slots: [{id: a2, time: 19:00-20:00, title: Two}]}
      - {weekday: thu, slots: [{id: a3, time: 19:00-20:00, title: Three}]}
  - days:
      - {weekday: mon, slots: [{id: b1, time: 19:00-20:00, title: Four}]}
      - {weekday: tue, slots: [{id: b2, time: 19:00-20:00, title: Five}]}
      - {weekday: thu, slots: [{id: b3, time: 19:00-20:00, title: Six}]}
";

/// The plan from Mon 7 Sep 2026 on, after these commands, each with its time.
fn after(steps: &[(&str, &str)]) -> Sandbox {
    let home = Sandbox::new().at("2026-09-07T08:00:00");
    home.file("plan.yaml", PLAN);
    home.run(&["init", "plan.yaml", "--start", "2026-09-07"])
        .ok();
    for (at, line) in steps {
        let args: Vec<&str> = line.split(' ').collect();
        home.at(&format!("2026-09-{at}:00")).run(&args).ok();
    }
    home
}

fn streak(home: &Sandbox, at: &str) -> Value {
    let now = home.at(&format!("2026-09-{at}:00"));
    now.run(&["report", "--json"]).json()["streak"].clone()
}

fn run(days: u32, first: &str, last: &str) -> Value {
    let date = |day| format!("2026-09-{day}");
    json!({"days": days, "range": {"from": date(first), "to": date(last)}})
}

fn is(current: &Value, longest: &Value, days: u32, kept: u32) -> Value {
    json!({
        "current": current,
        "longest": longest,
        "study_days": days,
        "study_days_kept": kept,
    })
}

const MON_TUE: [(&str, &str); 2] = [("07T20:00", "done a1"), ("08T20:00", "done a2")];

#[test]
fn nothing_is_a_run_before_the_first_day() {
    let none = is(&Value::Null, &Value::Null, 0, 0);
    assert_eq!(streak(&after(&[]), "07T12:00"), none);
}

#[test]
fn free_days_neither_break_nor_extend_a_run() {
    let two = run(2, "07", "08");
    let home = after(&MON_TUE);
    assert_eq!(streak(&home, "09T12:00"), is(&two, &two, 2, 2));
    // Not even if something is done on them.
    home.at("2026-09-09T10:00:00").run(&["add", "Talk"]).ok();
    home.at("2026-09-09T11:00:00").run(&["done", "1"]).ok();
    assert_eq!(streak(&home, "09T12:00"), is(&two, &two, 2, 2));
}

#[test]
fn a_study_day_that_is_not_over_breaks_no_run() {
    let two = run(2, "07", "08");
    let home = after(&MON_TUE);
    assert_eq!(streak(&home, "10T23:00"), is(&two, &two, 2, 2));
    // Before four o'clock it is still Thursday.
    assert_eq!(streak(&home, "11T03:00"), is(&two, &two, 2, 2));
    assert_eq!(streak(&home, "11T12:00"), is(&Value::Null, &two, 3, 2));
}

#[test]
fn declared_rest_and_skipped_days_neither_break_nor_extend_a_run() {
    let two = run(2, "07", "08");
    let three = run(3, "07", "14");
    for step in ["off 2026-09-10", "skip a3"] {
        let home = after(&[&MON_TUE[..], &[("10T12:00", step)]].concat());
        assert_eq!(streak(&home, "12T12:00"), is(&two, &two, 2, 2), "{step}");
        home.at("2026-09-14T20:00:00").run(&["done", "b1"]).ok();
        assert_eq!(
            streak(&home, "14T21:00"),
            is(&three, &three, 3, 3),
            "{step}"
        );
    }
}

#[test]
fn rest_does_not_start_or_end_a_run() {
    // What is done on a rest day is done, but the day begins no run.
    let home = after(&[
        ("07T08:00", "off 2026-09-07"),
        ("07T20:00", "done a1"),
        ("08T20:00", "done a2"),
    ]);
    let one = run(1, "08", "08");
    assert_eq!(streak(&home, "09T12:00"), is(&one, &one, 1, 1));
}

#[test]
fn a_day_that_was_done_ahead_of_time_is_kept() {
    let home = after(&[&MON_TUE[..], &[("09T20:00", "done a3")]].concat());
    let three = run(3, "07", "10");
    assert_eq!(streak(&home, "12T12:00"), is(&three, &three, 3, 3));
}

#[test]
fn a_day_that_was_done_late_is_missed() {
    let home = after(&[&MON_TUE[..], &[("12T20:00", "done a3")]].concat());
    let two = run(2, "07", "08");
    assert_eq!(streak(&home, "12T21:00"), is(&Value::Null, &two, 3, 2));
}

#[test]
fn of_equal_runs_the_latest_is_the_longest() {
    let steps = [
        ("07T20:00", "done a1"),
        ("10T20:00", "done a3"),
        ("14T20:00", "skip b1"),
        ("15T20:00", "skip b2"),
    ];
    // Tuesday is missed: one day, and one day again.
    let home = after(&steps);
    let one = run(1, "10", "10");
    assert_eq!(streak(&home, "15T21:00"), is(&one, &one, 3, 2));
}

#[test]
fn a_day_that_work_was_moved_to_from_a_rest_day_is_a_study_day() {
    let steps = [
        ("10T08:00", "off 2026-09-10"),
        ("10T08:01", "move a3 2026-09-12"),
        ("12T20:00", "done a3"),
    ];
    let home = after(&[&MON_TUE[..], &steps].concat());
    let three = run(3, "07", "12");
    assert_eq!(streak(&home, "13T12:00"), is(&three, &three, 3, 3));
}
