//! `fit`: a plan in the learner's own hours, sittings, and what counts from then on.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, Weekday};
use serde_json::Value;

use crate::sandbox::Sandbox;

/// 5 h 45 min of work, an hour of it assumed; 7 September 2026 is a Monday.
pub(crate) const PLAN: &str = "\
plan: p
title: Reading
weeks:
- week: 1
  days:
  - day: 1
    weekday: mon
    slots:
    - {id: a, time: '09:00-10:30', title: Alpha}
    - {id: b, time: '10:45-12:00', title: Beta}
  - {day: 2, weekday: tue, slots: [{id: c, time: '09:00-11:00', title: Gamma}]}
- week: 2
  days: [{day: 3, weekday: mon, slots: [{id: d, title: Delta}]}]
  deliverables: [{id: w02.1, text: Essay}]
milestones:
- {title: Half, due: 1 week, goals: [{text: The first week, by: [w1]}]}
";

pub(crate) const HOURS: &str = "mon=19:00-20:00,wed=19:00-20:00,sat=10:00-12:00";

/// On the Sunday before the plan begins.
pub(crate) fn home() -> Sandbox {
    let home = Sandbox::new().at("2026-09-06T12:00:00");
    home.file("p.yaml", PLAN);
    home.run(&["init", "p.yaml", "--start", "2026-09-07"]).ok();
    home
}

pub(crate) fn fitted() -> Sandbox {
    let home = home();
    home.run(&["fit", "--hours", HOURS, "--apply"]).ok();
    home
}

/// The slots of a date: number, id, time, which sitting, and status.
pub(crate) fn day(home: &Sandbox, date: &str) -> Vec<String> {
    let answer = home.run(&["today", "--date", date, "--json"]).json();
    let days = answer["days"].as_array().expect("days");
    let slots = days.iter().filter_map(|day| day["slots"].as_array());
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let shown = |slot: &Value| {
        let sitting = &slot["sitting"];
        let sitting = match sitting["n"].as_u64() {
            Some(n) => format!(" {n}/{}", sitting["of"]),
            None => String::new(),
        };
        format!(
            "{} {} {}-{}{sitting} {}",
            slot["ordinal"],
            text(&slot["id"]),
            text(&slot["start"]),
            text(&slot["end"]),
            text(&slot["status"])
        )
    };
    slots.flatten().map(shown).collect()
}

/// Every date of the layout with its slots.
fn layout(home: &Sandbox) -> Vec<(&'static str, Vec<String>)> {
    let dates = [
        "2026-09-07",
        "2026-09-08",
        "2026-09-09",
        "2026-09-12",
        "2026-09-14",
        "2026-09-16",
    ];
    dates.map(|date| (date, day(home, date))).to_vec()
}

/// How many events the journal has.
fn lines(home: &Sandbox) -> usize {
    String::from_utf8_lossy(&home.journal("p")).lines().count()
}

fn own(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}

#[test]
fn a_preview_compares_and_names_hours_that_are_enough() {
    let home = home();
    let preview = home.run(&["fit", "--hours", HOURS, "--by", "2026-09-12"]);
    assert_eq!(
        preview.stderr,
        format!("hint: `plan fit --hours '{HOURS}' --by 2026-09-12 --apply` applies it\n")
    );
    assert_eq!(
        preview.ok(),
        "\
4 h a week: mon=19:00-20:00,wed=19:00-20:00,sat=10:00-12:00
4 slots, 5 h 45 min to do

          now              fitted
  ends    Mon 14 Sep 2026  Wed 16 Sep 2026
  a week  2 h 52 min       2 h 52 min

  3 slots in several sittings
  no length, so 1 h each: d Delta
  not done by Sat 12 Sep 2026: 4 days late, with 1 h 45 min of work after it
  6 h 15 min a week would be enough: --hours mon=19:00-20:45,wed=19:00-20:45,sat=10:00-12:45

  week    now                fitted
  Week 1  Mon 7 - Tue 8 Sep  Mon 7 - Mon 14 Sep
  Week 2  Mon 14 Sep         Wed 16 Sep
"
    );
    // Nothing is recorded.
    assert_eq!(lines(&home), 1);
    let enough = "mon=19:00-20:45,wed=19:00-20:45,sat=10:00-12:45";
    let met = home
        .run(&["fit", "--hours", enough, "--by", "2026-09-12"])
        .ok();
    let line = met.lines().find(|line| line.starts_with("  done by"));
    assert_eq!(
        line,
        Some("  done by Sat 12 Sep 2026, with no day to spare")
    );
}

#[test]
fn every_minute_is_laid_in_order_and_undo_restores_the_plan() {
    let home = home();
    let before = layout(&home);
    assert_eq!(
        home.run(&["fit", "--hours", HOURS, "--apply"]).ok(),
        format!(
            "4 slots laid out in {HOURS}\n  first a Alpha  Mon 7 Sep 2026 19:00-20:00\n  \
             last  d Delta  Wed 16 Sep 2026 19:00-20:00\n"
        )
    );
    assert_eq!(
        layout(&home),
        [
            ("2026-09-07", own(&["1 a 19:00-20:00 1/2 open"])),
            ("2026-09-08", own(&[])),
            (
                "2026-09-09",
                own(&["1 a 19:00-19:30 2/2 open", "2 b 19:30-20:00 1/2 open"])
            ),
            (
                "2026-09-12",
                own(&["1 b 10:00-10:45 2/2 open", "2 c 10:45-12:00 1/2 open"])
            ),
            ("2026-09-14", own(&["1 c 19:00-19:45 2/2 open"])),
            ("2026-09-16", own(&["1 d 19:00-20:00 open"])),
        ]
    );
    assert_eq!(
        home.run(&["undo"]).ok(),
        format!("undone: fit of 4 slots to {HOURS}\n")
    );
    assert_eq!(layout(&home), before);
}

#[test]
fn a_sitting_is_done_by_its_number_and_the_slot_with_the_last_one() {
    let home = fitted();
    let monday = home.at("2026-09-07T20:00:00");
    assert_eq!(
        monday.run(&["done", "1", "--took", "50m"]).ok(),
        "✓ a Alpha (1 of 2)   50 min (planned 1 h)\n  nothing left today\n"
    );
    let wednesday = home.at("2026-09-09T20:00:00");
    assert_eq!(day(&wednesday, "2026-09-07"), ["1 a 19:00-20:00 1/2 done"]);
    assert_eq!(
        wednesday.run(&["show", "a"]).ok().split_once('\n'),
        Some((
            format!("  Alpha{}a", " ".repeat(92)).as_str(),
            "  Mon 7 - Wed 9 Sep · Day 1 · 1 h 30 min · open · Mon 7 Sep 2026 09:00-10:30 in \
             the plan file\n  ✓  1 of 2  Mon 7 Sep 2026 19:00-20:00  1 h\n     2 of 2  Wed 9 Sep \
             2026 19:00-19:30  30 min\n"
        ))
    );
    assert_eq!(
        wednesday.run(&["done", "1"]).ok(),
        "✓ a Alpha (2 of 2)   planned 30 min\n  left today: 2 (30 min)\n"
    );
    let report = wednesday.run(&["report", "--json"]).json();
    assert_eq!(report["progress"]["plan"]["done"], 1);
    assert_eq!(report["progress"]["plan"]["measured_minutes"], 50);
    assert_eq!(report["progress"]["plan"]["assumed_minutes"], 30);
    assert_eq!(
        wednesday.run(&["undo"]).ok(),
        "undone: done 30 min of a Alpha\n"
    );
    assert_eq!(
        day(&wednesday, "2026-09-09"),
        ["1 a 19:00-19:30 2/2 open", "2 b 19:30-20:00 1/2 open"]
    );
    // By its id, the slot is done at once.
    assert_eq!(
        wednesday.run(&["done", "b"]).ok(),
        "✓ b Beta   planned 1 h 15 min\n  left today: 1 (30 min)\n"
    );
    assert_eq!(
        day(&wednesday, "2026-09-12"),
        ["1 b 10:00-10:45 2/2 done", "2 c 10:45-12:00 1/2 open"]
    );
}

#[test]
fn a_fit_lays_only_what_is_not_recorded() {
    let home = fitted();
    home.at("2026-09-07T20:00:00").run(&["done", "1"]).ok();
    // Wednesday was missed: 30 minutes of Alpha are left.
    let later = home.at("2026-09-10T08:00:00");
    later
        .run(&["fit", "--hours", "thu-fri=19:00-21:00", "--apply"])
        .ok();
    assert_eq!(day(&later, "2026-09-07"), ["1 a 19:00-20:00 1/2 done"]);
    assert_eq!(
        day(&later, "2026-09-10"),
        ["1 a 19:00-19:30 2/2 open", "2 b 19:30-20:45 open"]
    );
    // 15 minutes are too few for a part of Gamma.
    assert_eq!(day(&later, "2026-09-11"), ["1 c 19:00-21:00 open"]);
    assert_eq!(day(&later, "2026-09-17"), ["1 d 19:00-20:00 open"]);
}

#[test]
fn what_is_fitted_is_the_baseline() {
    let home = fitted();
    for (now, numbers) in [
        ("2026-09-07T20:00:00", "all"),
        ("2026-09-09T20:00:00", "all"),
        ("2026-09-12T12:00:00", "all"),
    ] {
        home.at(now).run(&["done", numbers]).ok();
    }
    // Saturday at noon, everything done that was due: 60 + 60 + 120 of 345 minutes.
    let saturday = home.at("2026-09-12T12:00:00");
    let report = saturday.run(&["report", "--json"]).json();
    assert_eq!(report["pace"]["hundredths"], 100);
    assert_eq!(report["pace"]["slots_behind"], 0);
    // The last slot that the plan has before 14 September is Gamma, which ends on the 14th.
    let milestones = saturday.run(&["milestones", "--json"]).json();
    assert_eq!(milestones["milestones"][0]["due"], "2026-09-14");
    // A shift is a baseline too.
    let home = self::home();
    home.run(&["shift", "8w"]).ok();
    let first = home.at("2026-11-02T12:00:00");
    first.run(&["done", "all"]).ok();
    let report = first.run(&["report", "--json"]).json();
    assert_eq!(report["pace"]["hundredths"], 100);
    assert_eq!(report["pace"]["slots_behind"], 0);
    // A shifted slot is where it belongs.
    assert_eq!(
        day(&first, "2026-11-02"),
        ["1 a 09:00-10:30 done", "2 b 10:45-12:00 done"]
    );
    let slots = first.run(&["today", "--json"]).json()["days"][0]["slots"].clone();
    assert_eq!(slots[0]["baseline"], Value::Null);
}

#[test]
fn a_move_counts_until_the_next_fit() {
    let home = fitted();
    let monday = home.at("2026-09-07T08:00:00");
    assert_eq!(
        monday.run(&["move", "1", "tue"]).ok(),
        "a Alpha (1 of 2)  to Tue 8 Sep 2026 19:00-20:00 (planned for Mon 7 Sep 2026)\n"
    );
    assert_eq!(day(&monday, "2026-09-08"), ["1 a 19:00-20:00 1/2 open"]);
    assert_eq!(
        day(&monday, "2026-09-09"),
        ["1 a 19:00-19:30 2/2 open", "2 b 19:30-20:00 1/2 open"]
    );
    // As a whole: what is left of it is one sitting.
    monday.run(&["move", "a", "thu"]).ok();
    assert_eq!(day(&monday, "2026-09-10"), ["1 a 19:00-20:30 open"]);
    monday.run(&["fit", "--hours", HOURS, "--apply"]).ok();
    assert_eq!(day(&monday, "2026-09-07"), ["1 a 19:00-20:00 1/2 open"]);
}

#[test]
fn the_hours_in_force_are_those_of_the_fit_else_of_the_configuration() {
    let home = home();
    assert_eq!(home.run(&["fit"]).ok(), "no hours are known\n");
    home.file(
        ".config/plan/config.yaml",
        "plan: ../../p.yaml\nhours: sat-sun=3h\n",
    );
    assert_eq!(
        home.run(&["fit"]).ok(),
        "6 h a week: sat-sun=3h\nfrom `hours` in the configuration; this plan has no fit of its own\n"
    );
    home.run(&["fit", "--apply", "--by", "2026-09-30"]).ok();
    assert_eq!(
        home.run(&["fit"]).ok(),
        "6 h a week: sat-sun=3h\nby Wed 30 Sep 2026\n"
    );
    assert_eq!(day(&home, "2026-09-12"), ["1 a --- open", "2 b --- open"]);
}

#[test]
fn what_makes_no_sense_is_refused_and_nothing_is_recorded() {
    let home = home();
    for (args, error) in [
        (
            &["--hours", "mon=19:00-21:00+20:00-22:00"][..],
            "error: 19:00-21:00 and 20:00-22:00 overlap\nhint: write them as \
             mon-fri=19:00-21:00,sat=10:00-12:00+14:00-16:00, or as mon=2h,sat=6h\n",
        ),
        (
            &["--hours", "mon=21:00-19:00"],
            "error: `21:00-19:00` does not end later that day\nhint: write them as \
             mon-fri=19:00-21:00,sat=10:00-12:00+14:00-16:00, or as mon=2h,sat=6h\n",
        ),
        (
            &["--hours", "mon=0"],
            "error: no weekday has any hours\nhint: write them as \
             mon-fri=19:00-21:00,sat=10:00-12:00+14:00-16:00, or as mon=2h,sat=6h\n",
        ),
        (
            &["--hours", HOURS, "--by", "2026-08-01"],
            "error: Sat 1 Aug 2026 is before Mon 7 Sep 2026, the first date to lay slots on\n",
        ),
        (
            &["--hours", HOURS, "--from", "2026-09-01"],
            "error: Tue 1 Sep 2026 has passed\nhint: work is laid out from today on, \
             Sun 6 Sep 2026, or later\n",
        ),
        (
            &["--whole"],
            "error: no hours are known\nhint: say when you have time: `plan fit --hours \
             mon-fri=19:00-21:00,sat=3h`\n",
        ),
    ] {
        let args = [&["fit", "--apply"], args].concat();
        assert_eq!(home.run(&args).fails(2), error, "{args:?}");
    }
    assert_eq!(lines(&home), 1);
}

const EVENINGS: &str = "mon-fri=19:00-21:30,sat=9:00-12:00";

/// The minute of the day that a time is.
fn minute(time: &Value) -> u32 {
    let (hours, minutes) = time
        .as_str()
        .and_then(|time| time.split_once(':'))
        .expect("a time");
    let number = |text: &str| text.parse::<u32>().expect("a number");
    number(hours) * 60 + number(minutes)
}

/// By hand: the 278 timed slots of the plan take 25,215 minutes, and two without a time count as an
/// hour each. 1,500 minutes at the end of evenings are too few for a part of what follows, so 26,835
/// minutes go by: 28 weeks of 930, all weekdays of the next, and 45 minutes of its Saturday.
#[test]
fn the_shipped_plan_in_evenings_and_on_saturdays() {
    let home = Sandbox::new().at("2026-11-29T10:00:00");
    let fit = home.run(&["fit", "--hours", EVENINGS, "--json"]).json();
    assert_eq!(fit["weekly_minutes"], 930);
    assert_eq!(fit["minutes"], 25_335);
    assert_eq!(fit["end"], "2027-06-19");
    assert_eq!(fit["assumed"], serde_json::json!(["d18-a", "d18-b"]));
    let sittings = fit["sittings"].as_array().expect("sittings");
    let (mut before, mut free) = ((String::new(), 0), 0);
    let mut laid: BTreeMap<&str, u64> = BTreeMap::new();
    for sitting in sittings {
        let date = sitting["date"].as_str().expect("a date").to_owned();
        let weekday = date.parse::<NaiveDate>().expect("a date").weekday();
        let window = match weekday {
            Weekday::Sun => panic!("{sitting}"),
            Weekday::Sat => (540, 720),
            _ => (1140, 1290),
        };
        let (start, end) = (minute(&sitting["start"]), minute(&sitting["end"]));
        assert!(window.0 <= start && end <= window.1, "{sitting}");
        // Back to back: a date begins with its window, and what is left at its end is short.
        if date == before.0 {
            assert_eq!(start, before.1, "{sitting}");
        } else {
            assert_eq!(start, window.0, "{sitting}");
            let end = if before.1 > 720 { 1290 } else { 720 };
            free += if before.0.is_empty() {
                0
            } else {
                end - before.1
            };
        }
        assert!((date.clone(), start) >= before, "{sitting}");
        *laid
            .entry(sitting["slot"].as_str().expect("an id"))
            .or_default() += sitting["minutes"].as_u64().expect("minutes");
        before = (date, end);
    }
    assert_eq!(free, 1_500);
    assert_eq!(before, ("2027-06-19".to_owned(), 585));
    let plan = home.run(&["export", "--format", "json"]).json();
    let mut planned = BTreeMap::new();
    minutes_of(&plan, &mut planned);
    assert_eq!(planned.len(), 280);
    assert_eq!(
        laid,
        planned
            .iter()
            .map(|(id, minutes)| (&**id, *minutes))
            .collect()
    );
}

/// The minutes of every slot in an export, an hour where it has none.
fn minutes_of(value: &Value, found: &mut BTreeMap<String, u64>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| minutes_of(value, found)),
        Value::Object(map) => {
            if let (Some(id), Some(minutes)) = (map.get("id"), map.get("planned_minutes")) {
                let id = id.as_str().expect("an id").to_owned();
                found.insert(id, minutes.as_u64().unwrap_or(60));
            }
            map.values().for_each(|value| minutes_of(value, found));
        }
        _ => {}
    }
}

#[test]
fn a_perfect_learner_is_never_behind() {
    let home = Sandbox::new().at("2026-11-29T10:00:00");
    home.run(&["fit", "--hours", EVENINGS, "--apply"]).ok();
    let first: NaiveDate = "2026-11-30".parse().expect("a date");
    for date in first
        .iter_days()
        .take(13)
        .filter(|date| date.weekday() != Weekday::Sun)
    {
        let evening = home.at(&format!("{date}T21:30:00"));
        evening.run(&["done", "all"]).ok();
        let report = evening.run(&["report", "--all", "--json"]).json();
        assert_eq!(report["pace"]["hundredths"], 100, "{date}");
        assert_eq!(report["pace"]["slots_behind"], 0, "{date}");
        assert_eq!(report["overdue"], serde_json::json!([]), "{date}");
    }
    // Two weeks of 930 minutes, in each of which three times 15 could not be used.
    let report = home
        .at("2026-12-12T21:30:00")
        .run(&["report", "--all", "--json"])
        .json();
    assert_eq!(report["progress"]["plan"]["planned_done_minutes"], 1_770);
}

/// What a learner found who fitted a plan, marked in both ways, and fitted it again.
#[test]
fn what_is_recorded_stays_through_a_fit_and_a_move() {
    let home = fitted();
    home.at("2026-09-07T20:00:00")
        .run(&["done", "1", "--took", "45m"])
        .ok();
    let wednesday = home.at("2026-09-09T20:00:00");
    // The slot took an hour in all, 45 minutes of it on Monday.
    wednesday.run(&["done", "a", "--took", "1h"]).ok();
    wednesday.run(&["done", "2"]).ok();
    let studied = |home: &Sandbox| {
        let report = home.run(&["report", "--all", "--json"]).json();
        let plan = &report["progress"]["plan"];
        let keys = [
            "done",
            "planned_minutes",
            "planned_done_minutes",
            "measured_minutes",
        ];
        keys.map(|key| plan[key].as_u64().expect("a number"))
    };
    // 90 minutes of Alpha and 30 of Beta; Delta is of unknown length.
    assert_eq!(studied(&wednesday), [1, 285, 120, 60]);
    let thursday = home.at("2026-09-10T08:00:00");
    thursday.run(&["fit", "--from", "fri", "--apply"]).ok();
    assert_eq!(studied(&thursday), [1, 285, 120, 60]);
    assert_eq!(day(&thursday, "2026-09-07"), ["1 a 19:00-20:00 1/2 done"]);
    assert_eq!(
        day(&thursday, "2026-09-09"),
        ["1 a 19:00-19:30 2/2 done", "2 b 19:30-20:00 1/2 done"]
    );
    // What is left of Beta goes alone.
    assert_eq!(
        thursday.run(&["move", "b", "sun", "--at", "10:00"]).ok(),
        "b Beta  to Sun 13 Sep 2026 10:00-10:45 (planned for Sat 12 Sep 2026)\n"
    );
    assert_eq!(day(&thursday, "2026-09-13"), ["1 b 10:00-10:45 2/2 open"]);
    let beta = thursday.run(&["show", "Beta (2 of 2)"]).ok();
    let facts: Vec<&str> = beta.lines().skip(1).map(str::trim).collect();
    assert_eq!(
        facts.join(" "),
        "Sun 13 Sep · Day 1 · 10:00-10:45 · 45 min · open · moved from Sat 12 Sep · Mon 7 Sep 2026 \
         10:45-12:00 in the plan file"
    );
}

#[test]
fn lists_of_sittings_count_slots() {
    let home = fitted();
    let tuesday = home.at("2026-09-08T08:00:00");
    let recover = tuesday.run(&["recover"]).ok();
    let first = recover
        .lines()
        .next()
        .and_then(|line| line.split_once("  "));
    let left = first.map(|(left, _)| left);
    assert_eq!(left, Some("1 slot, 1 h to reschedule from Mon 7 Sep on"));
    assert_eq!(
        tuesday.run(&["skip", "overdue"]).ok(),
        "1 slot, 1 h overdue\n  1 h 30 min to skip, with sittings of the same slots that are not overdue\n\n  \
         slot  title  from\n  a     Alpha  Mon 7 Sep\n"
    );
    assert_eq!(
        tuesday.run(&["skip", "overdue", "--apply"]).ok(),
        "– a Alpha   planned 1 h 30 min\n"
    );
    let week = tuesday.run(&["week"]).ok();
    assert_eq!(
        week.lines().next().map(|line| line.replace("  ", "")),
        Some("ReadingMon 7 - Sun 13 Sep 2026".to_owned())
    );
}

/// A sitting with a lower number may be on a later date, once the other is recorded.
#[test]
fn a_slot_counts_on_the_date_of_its_last_sitting() {
    let home = fitted();
    home.at("2026-09-07T20:00:00").run(&["done", "1"]).ok();
    // Wednesday is missed; of Beta the second sitting is done, on Saturday.
    let saturday = home.at("2026-09-12T12:00:00");
    saturday.run(&["done", "all"]).ok();
    saturday.run(&["done", "a"]).ok();
    let sunday = home.at("2026-09-13T12:00:00");
    sunday.run(&["fit", "--from", "mon", "--apply"]).ok();
    assert_eq!(day(&sunday, "2026-09-14"), ["1 b 19:00-19:30 1/2 open"]);
    let report = sunday.run(&["report", "--all", "--json"]).json();
    assert_eq!(report["pace"]["slots_behind"], 0);
    let facts = sunday.run(&["show", "b"]).ok();
    assert_eq!(
        facts.lines().nth(1).map(|line| line.contains(" · open")),
        Some(true),
        "{facts}"
    );
    // Skipped with one sitting done, it is skipped everywhere.
    sunday.run(&["skip", "b"]).ok();
    let report = sunday.run(&["report", "--all", "--json"]).json();
    assert_eq!(report["progress"]["plan"]["skipped"], 1);
    assert_eq!(report["progress"]["plan"]["done"], 1);
}
