//! Hours by the calendar date on which they were worked.

use serde_json::{Value, json};

use super::{home, said};
use crate::sandbox::Sandbox;

/// Dates of September and their minutes, by the report of the week.
fn worked(home: &Sandbox, time: &str) -> Value {
    let report = home.at(&format!("2026-09-{time}:00"));
    let report = report.run(&["report", "--json"]).json();
    let rows = report["worked"].as_array().unwrap().iter();
    let rows = rows.map(|row| {
        let date = row["date"].as_str().unwrap().strip_prefix("2026-09-");
        json!([date, row["minutes"]])
    });
    rows.collect()
}

#[test]
fn a_timer_over_midnight_is_of_both_dates() {
    let home = home();
    said(&home, "07T23:15", "start 2");
    said(&home, "08T00:30", "stop");
    // Beta is open, but its 45 and 30 minutes were worked.
    assert_eq!(worked(&home, "08T09:00"), json!([["07", 45], ["08", 30]]));
    said(&home, "08T00:40", "done b");
    assert_eq!(worked(&home, "08T09:00"), json!([["07", 45], ["08", 30]]));
    let report = said(&home, "08T09:00", "report");
    let line = report.lines().find(|line| line.starts_with(" worked"));
    assert_eq!(line, Some(" worked   Mon 45m · Tue 30m"));
}

#[test]
fn what_is_done_after_midnight_was_worked_until_then() {
    let home = home();
    // An hour until 00:20 is 40 minutes of Monday and 20 of Tuesday.
    said(&home, "08T00:20", "done b");
    assert_eq!(worked(&home, "08T09:00"), json!([["07", 40], ["08", 20]]));
    // Two hours until 00:20: nobody works for 40 minutes in 20.
    said(&home, "08T00:20", "done a");
    assert_eq!(worked(&home, "08T09:00"), json!([["07", 100], ["08", 20]]));
    // When it was finished can be said.
    let home = self::home();
    said(&home, "08T00:20", "done a --at 20:00");
    assert_eq!(worked(&home, "08T09:00"), json!([["07", 60]]));
}

#[test]
fn a_mark_for_another_date_is_of_that_date() {
    let home = home();
    said(&home, "09T20:00", "done a --date 2026-09-07 --took 50m");
    said(&home, "09T20:00", "done c");
    assert_eq!(worked(&home, "09T21:00"), json!([["07", 50], ["09", 60]]));
}

#[test]
fn the_rest_of_what_was_said_is_of_the_date_of_the_mark() {
    let home = home();
    said(&home, "07T19:00", "start 1");
    said(&home, "07T19:30", "stop");
    // 30 minutes on Monday, the other 40 on Tuesday.
    said(&home, "08T19:00", "done a --took 70m");
    assert_eq!(worked(&home, "08T21:00"), json!([["07", 30], ["08", 40]]));
    // The learner knows better than the timer.
    said(&home, "08T19:05", "done a --took 20m");
    assert_eq!(worked(&home, "08T21:00"), json!([["08", 20]]));
}

#[test]
fn nothing_is_shown_where_nothing_was_worked() {
    let home = home();
    assert_eq!(worked(&home, "08T09:00"), json!([]));
    assert!(!said(&home, "08T09:00", "report").contains("worked"));
}
