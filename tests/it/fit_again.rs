//! A plan that is fitted is fitted again: what is done, edited or marked in between.

use serde_json::{Value, json};

use crate::fit::{HOURS, PLAN, day, fitted, home};
use crate::sandbox::Sandbox;

/// The sittings that `fit` would lay: slot, which sitting, date, minutes, and the date now.
fn laid(home: &Sandbox, args: &[&str]) -> Vec<String> {
    let answer = home.run(&[&["fit", "--json"], args].concat()).json();
    let sittings = answer["sittings"].as_array().expect("sittings").iter();
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    sittings
        .map(|one| {
            format!(
                "{} {}/{} {} {} from {}",
                text(&one["slot"]),
                one["n"],
                one["of"],
                text(&one["date"]),
                one["minutes"],
                text(&one["date_now"])
            )
        })
        .collect()
}

#[test]
fn what_was_done_today_takes_its_planned_time_of_the_day() {
    let home = home().at("2026-09-07T12:00:00");
    home.run(&["done", "a"]).ok();
    // 30 minutes of Monday are left.
    assert_eq!(
        laid(&home, &["--hours", "mon-fri=2h"]),
        [
            "b 1/2 2026-09-07 30 from 2026-09-07",
            "b 2/2 2026-09-08 45 from 2026-09-07",
            "c 1/2 2026-09-08 75 from 2026-09-08",
            "c 2/2 2026-09-09 45 from 2026-09-08",
            "d 1/1 2026-09-09 60 from 2026-09-14",
        ]
    );
}

#[test]
fn a_length_that_is_edited_counts_from_the_next_fit_on() {
    let home = fitted();
    home.file("p.yaml", PLAN.replace("09:00-10:30", "08:30-10:30"));
    let answer = home.run(&["fit", "--hours", HOURS, "--json"]).json();
    assert_eq!(answer["minutes"], 120 + 75 + 120 + 60);
}

#[test]
fn what_is_open_now_begins_with_the_first_sitting() {
    let home = fitted();
    assert_eq!(
        home.run(&["fit", "--hours", HOURS]).ok(),
        format!(
            "\
4 h a week: {HOURS}
4 slots, 5 h 45 min to do

                    now              fitted
  ends              Wed 16 Sep 2026  Wed 16 Sep 2026
  in the plan file  Mon 14 Sep 2026
  a week            2 h 52 min       2 h 52 min

  3 slots in several sittings
  no length, so 1 h each: d Delta

  week    now                 fitted
  Week 1  Mon 7 - Mon 14 Sep  Mon 7 - Mon 14 Sep
  Week 2  Wed 16 Sep          Wed 16 Sep
"
        )
    );
    assert_eq!(
        laid(&home, &["--hours", HOURS])[..2],
        [
            "a 1/2 2026-09-07 60 from 2026-09-07",
            "a 2/2 2026-09-09 30 from 2026-09-07"
        ]
    );
}

#[test]
fn as_planned_marks_only_the_sitting_that_is_named() {
    let home = fitted().at("2026-09-12T08:00:00");
    let days = || {
        ["2026-09-07", "2026-09-09"]
            .map(|date| day(&home, date))
            .concat()
    };
    home.run(&["done", "--as-planned", "a (1 of 2)"]).ok();
    assert_eq!(
        days(),
        [
            "1 a 19:00-20:00 1/2 done",
            "1 a 19:00-19:30 2/2 overdue",
            "2 b 19:30-20:00 1/2 overdue"
        ]
    );
    home.run(&["done", "--as-planned", "a"]).ok();
    assert_eq!(days()[1], "1 a 19:00-19:30 2/2 done");
}

#[test]
fn the_time_of_a_slot_counts_on_the_day_of_its_mark_without_earlier_sittings() {
    let home = fitted();
    home.at("2026-09-07T20:00:00").run(&["done", "1"]).ok();
    let wednesday = home.at("2026-09-09T20:00:00");
    wednesday.run(&["done", "a", "--took", "23h50m"]).ok();
    let told = wednesday.run(&["done", "b", "--took", "2h"]);
    // 23 h 50 min less the hour of Monday, and two hours.
    assert_eq!(
        told.stderr,
        "warning: 24 h 50 min are recorded for Wed 9 Sep 2026, more than a day has; `plan undo` reverts it\n"
    );
}

#[test]
fn rest_strands_slots_by_their_sittings() {
    let home = fitted();
    let answer = home
        .run(&["off", "2026-09-07..2026-09-09", "--json"])
        .json();
    let expected = json!({"count": 2, "planned_minutes": 120, "slots": ["a", "b"]});
    assert_eq!(answer["stranded"], expected);
    // An earlier sitting alone is stranded too.
    let home = fitted();
    home.file(
        "free.ics",
        "BEGIN:VCALENDAR\nX-WR-CALNAME:Free\nBEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20260907\n\
         SUMMARY:Away\nEND:VEVENT\nEND:VCALENDAR\n",
    );
    assert_eq!(
        home.run(&["off", "--ics", "free.ics"]).ok(),
        "Free: 1 rest day\n\n  Mon 7 Sep 2026  Away  rest\n\n  1 slot, 1 h to reschedule\n"
    );
}

/// The deadline that `fit` was given is one that `recover` knows.
#[test]
fn recover_says_whether_the_deadline_is_met() {
    let home = home();
    let fit = ["fit", "--hours", HOURS, "--by", "2026-09-20", "--apply"];
    home.run(&fit).ok();
    let late = home.run(&["fit", "--from", "2026-10-01"]);
    assert_eq!(
        late.fails(2),
        "error: Sun 20 Sep 2026 is before Thu 1 Oct 2026, the first date to lay slots on\n\
         hint: that is the deadline of your last fit; `--by DATE` sets another\n"
    );
    let home = home.at("2026-09-15T12:00:00");
    let shown = home.run(&["recover"]).ok();
    let about: Vec<&str> = shown
        .lines()
        .filter(|line| line.contains("deadline"))
        .collect();
    assert_eq!(
        about,
        [
            "the plan's last date is Wed 16 Sep 2026; your deadline is Sun 20 Sep 2026",
            "  deadline                      8 days late    10 days late   in time",
        ]
    );
    let answer = home.run(&["recover", "--json"]).json();
    assert_eq!(answer["deadline"], "2026-09-20");
    let ways = answer["ways"].as_array().unwrap().iter();
    let late: Vec<Value> = ways.map(|way| way["days_after_deadline"].clone()).collect();
    assert_eq!(json!(late), json!([null, 8, 10, 0]));
}

/// A slot of which one sitting has no room stays where it is: what `catch-up` moves and what is left
/// add up.
#[test]
fn catch_up_moves_whole_slots() {
    let home = Sandbox::new().at("2026-11-30T19:00:00");
    home.run(&["init", "rust-in-four-weeks", "--start", "2026-11-30"])
        .ok();
    let hours = "tue,thu=20:00-21:30,sun=9:00-12:00";
    home.run(&["fit", "--hours", hours, "--apply"]).ok();
    let home = home.at("2026-12-14T19:00:00");
    let answer = home.run(&["recover", "--json"]).json();
    let stranded = answer["stranded"].as_array().unwrap().iter();
    let stranded: std::collections::BTreeSet<&str> =
        stranded.map(|slot| slot["id"].as_str().unwrap()).collect();
    let catch_up = &answer["ways"][0];
    let left = catch_up["unplaced"].as_array().unwrap().len();
    assert_eq!((stranded.len(), left), (14, 14));
    assert_eq!(catch_up["slots_moved"], 0);
}
