//! Where slots in several sittings are moved to, and what the days say that they leave.

use crate::sitting_minutes::{at, evenings, fit, fitted};

/// What is left of a slot is moved together, and as long as that everywhere.
#[test]
fn a_slot_that_is_moved_as_a_whole_is_as_long_as_what_is_left_of_it() {
    let home = fitted();
    let moved = at(&home, "12T08:00", &["move", "d04-1000", "sun"]).ok();
    assert_eq!(
        moved,
        "d04-1000 Exercises 1  to Sun 13 Sep 2026 20:00-21:00 (planned for Mon 14 Sep 2026)\n"
    );
    let log = at(&home, "12T08:00", &["log", "--json"]).json();
    let last = log["events"].as_array().unwrap().last().unwrap();
    assert_eq!(last["time"], "20:00-21:00");
    let today = at(&home, "13T08:00", &["today"]).ok();
    let row = today.lines().find(|line| line.contains("Exercises"));
    assert_eq!(
        row.map(str::trim_end),
        Some("   3  20:00-21:00  Exercises 1                       from Mon 14 Sep")
    );
    let home = fitted();
    let moved = at(&home, "07T08:00", &["move", "d1", "tue"]).ok();
    assert_eq!(
        moved,
        "d01-1900 Sample spaces  to Tue 8 Sep 2026 20:00-21:30 (planned for Wed 9 Sep 2026)\n"
    );
    // An hour of it is done.
    let home = fitted();
    at(&home, "07T21:00", &["done", "1"]).ok();
    let moved = at(&home, "08T08:00", &["move", "d01-1900", "thu"]).ok();
    assert_eq!(
        moved,
        "d01-1900 Sample spaces  to Thu 10 Sep 2026 20:00-20:30 (planned for Wed 9 Sep 2026)\n"
    );
}

#[test]
fn the_original_plan_of_a_week_is_what_it_was_before_a_move() {
    let home = fitted();
    let head = |week: Option<&str>| {
        let words: Vec<&str> = ["week"].into_iter().chain(week).collect();
        at(&home, "12T08:00", &words).ok()
    };
    assert_eq!(
        head(None).lines().nth(1),
        Some(
            "Week 1 Chance                                                 ────────── 0/3  0 min of 5 h"
        )
    );
    assert_eq!(
        head(Some("next")).lines().nth(1),
        Some(
            "Week 1 Chance                                          ────────── 0/2  0 min of 1 h 30 min"
        )
    );
    at(&home, "12T08:00", &["move", "d04-1000", "sun"]).ok();
    assert_eq!(
        head(None).lines().nth(2),
        Some("originally 3 slots, 5 h; now 4 slots, 5 h 30 min; done 0")
    );
    let next = head(Some("next"));
    let next: Vec<&str> = next.lines().skip(2).take(2).collect();
    assert_eq!(
        next,
        [
            "originally 2 slots, 1 h 30 min; now 1 slot, 1 h; done 0",
            "1 slot moved to earlier weeks: d04-1000 Exercises 1 to Sun 13 Sep"
        ]
    );
    let report = at(&home, "12T08:00", &["report"]).ok();
    assert_eq!(
        report
            .lines()
            .map(str::trim)
            .find(|line| line.starts_with("originally")),
        Some("originally 3 slots, 5 h; now 4 slots, 5 h 30 min; done 0")
    );
}

/// What was due by the plan is so wherever it was moved.
#[test]
fn a_move_of_a_whole_slot_does_not_improve_the_pace() {
    let home = fitted();
    let pace = || at(&home, "08T08:00", &["report", "--all", "--json"]).json()["pace"].clone();
    // The first sitting was due on Monday.
    let expected = serde_json::json!({
        "hundredths": 0, "done_minutes": 0, "due_minutes": 60, "slots_behind": 0, "slots_skipped": 0
    });
    assert_eq!(pace(), expected);
    at(&home, "08T08:00", &["move", "d01-1900", "thu"]).ok();
    assert_eq!(pace(), expected);
}

#[test]
fn a_day_names_all_that_was_moved_from_it() {
    let home = fitted();
    for (sitting, time) in [
        ("d01-1900 (2 of 2)", "19:00"),
        ("d02-1900 (1 of 2)", "18:00"),
    ] {
        at(
            &home,
            "09T12:00",
            &["move", sitting, "2026-09-11", "--at", time],
        )
        .ok();
    }
    assert_eq!(
        at(&home, "09T12:00", &["today"]).ok(),
        "\
Evenings                                                                    Wed 9 Sep 2026
Day 1, 2 · Week 1 Chance                         week ────────── 0/3   plan ────────── 0/5

All slots of this day were moved.

 moved    d01-1900 Sample spaces (2 of 2), d02-1900 Conditional probability (1 of 2) to
          Fri 11 Sep
 overdue  d01-1900 Sample spaces (1 of 2) (Mon 7 Sep), 1 h
 next     Fri 11 Sep Day 1, 2: 2 sittings, 1 h
"
    );
    let week = at(&home, "09T12:00", &["week"]).ok();
    let days: Vec<&str> = week.lines().skip(3).take(12).collect();
    assert_eq!(
        days,
        [
            "Mon 7 Sep  Day 1 Mon",
            " ! 1  20:00-21:00  Sample spaces (1 of 2)",
            "Tue 8 Sep  free",
            "",
            "Wed 9 Sep  Day 1, 2",
            " moved    d01-1900 Sample spaces (2 of 2), d02-1900 Conditional probability (1 of 2) to",
            "          Fri 11 Sep",
            "Thu 10 Sep free",
            "",
            "Fri 11 Sep Day 1, 2",
            "   1  18:00-18:30  Conditional probability (1 of 2)  from Wed 9 Sep",
            "   2  19:00-19:30  Sample spaces (2 of 2)            from Wed 9 Sep",
        ]
    );
}

#[test]
fn a_day_that_everything_was_moved_from_has_no_weekday_of_another() {
    let home = evenings();
    fit(&home, "wed=19:00-20:30");
    at(&home, "09T08:00", &["move", "1", "thu"]).ok();
    assert_eq!(
        at(&home, "09T08:00", &["today"]).ok(),
        "\
Evenings                                                                    Wed 9 Sep 2026
Day 1 · Week 1 Chance                            week ────────── 0/1   plan ────────── 0/5

All slots of this day were moved.

 moved    d01-1900 Sample spaces to Thu 10 Sep
 next     Thu 10 Sep Day 1: 1 slot, 1 h 30 min
"
    );
    let week = at(&home, "09T08:00", &["week"]).ok();
    let days: Vec<&str> = week.lines().skip(2).take(5).collect();
    assert_eq!(
        days,
        [
            "Mon 7 Sep  free",
            "Tue 8 Sep  free",
            "",
            "Wed 9 Sep  Day 1",
            " moved    d01-1900 Sample spaces to Thu 10 Sep",
        ]
    );
}

/// A slot counts with its last sitting, so a day with others counts sittings.
#[test]
fn what_comes_next_is_counted_in_sittings() {
    let home = fitted();
    at(&home, "07T21:00", &["done", "1"]).ok();
    at(&home, "09T21:00", &["done", "all"]).ok();
    assert_eq!(
        at(&home, "09T22:00", &["today"]).ok(),
        "\
Evenings                                                                    Wed 9 Sep 2026
Day 1, 2 · Week 1 Chance                         week ███─────── 1/3   plan ██──────── 1/5

      time         slot                              to do
 ✓ 1  20:00-20:30  Sample spaces (2 of 2)
 ✓ 2  20:30-21:00  Conditional probability (1 of 2)

 next     Sun 13 Sep Day 2, 3, 4: 3 sittings, 3 h
"
    );
    let chinese = home.env("LANG", "zh_CN.UTF-8");
    let told = at(&chinese, "09T22:00", &["today"]).ok();
    assert_eq!(
        told.lines().last(),
        Some(" 接下来   9月13日 周日 第2、3、4天：3 次（3 小时）")
    );
}
