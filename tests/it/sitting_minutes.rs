//! The minutes of slots in several sittings: the same on every screen, and on the day of the work.

use crate::sandbox::{Output, Sandbox};

const PLAN: &str = "\
plan: evenings
title: Evenings
weeks:
  - title: Chance
    days:
      - {weekday: mon, slots: [{time: 19:00-20:30, title: Sample spaces}]}
      - {weekday: tue, slots: [{time: 19:00-20:30, title: Conditional probability}]}
      - {weekday: thu, slots: [{time: 19:00-20:30, title: Bayes}]}
      - weekday: sat
        slots:
          - {time: 10:00-11:00, title: Exercises 1}
          - {time: 11:00-12:00, title: Exercises 2}
";

/// The plan from Monday, 7 September 2026 on, as it is.
pub fn evenings() -> Sandbox {
    let home = Sandbox::new()
        .at("2026-09-07T08:00:00")
        .env("COLUMNS", "90");
    home.file("evenings.yaml", PLAN);
    home.run(&["init", "evenings.yaml"]).ok();
    home
}

/// The same, fitted:
///
/// ```text
/// Mon 7   Sample spaces 60
/// Wed 9   Sample spaces 30, Conditional probability 30
/// Sun 13  Conditional probability 60, Bayes 90, Exercises 1 30
/// Mon 14  Exercises 1 30, Exercises 2 30
/// Wed 16  Exercises 2 30
/// ```
pub fn fitted() -> Sandbox {
    let home = evenings();
    fit(&home, "mon,wed=20:00-21:00,sun=14:00-17:00");
    home
}

pub fn fit(home: &Sandbox, hours: &str) {
    home.run(&["fit", "--hours", hours, "--apply"]).ok();
}

/// What `words` say at `time` in September 2026, as in `07T19:00`.
pub fn at(home: &Sandbox, time: &str, words: &[&str]) -> Output {
    home.at(&format!("2026-09-{time}:00")).run(words)
}

/// The minutes of slots that are done: by `report --all`, by its weeks, by the dates on which they were
/// worked, and by the tables of slots and of dates.
fn minutes(home: &Sandbox, time: &str) -> [u64; 5] {
    let number = |value: &serde_json::Value| value.as_u64().unwrap();
    let studied = |tally: &serde_json::Value| {
        number(&tally["measured_minutes"]) + number(&tally["assumed_minutes"])
    };
    let report = at(home, time, &["report", "--all", "--json"]).json();
    let weeks = ["2026-09-07", "2026-09-14", "2026-09-21"].map(|monday| {
        let week = at(home, time, &["week", monday, "--json"]).json();
        studied(&week["progress"]["week"])
    });
    let worked = report["worked"].as_array().unwrap().iter();
    let table = |name: &str| {
        let table = at(home, time, &["export", "--format", "csv", "--table", name]).ok();
        let rows = table.lines().skip(1);
        let cells = rows.map(|row| {
            let cells = row.split(',').map(|cell| cell.trim_matches('"').to_owned());
            cells.collect::<Vec<String>>()
        });
        cells.collect::<Vec<Vec<String>>>()
    };
    let minutes = |cell: &String| cell.parse::<u64>().unwrap();
    let slots = table("slots").into_iter().filter(|row| row[13] == "done");
    let took = slots.map(|row| {
        minutes(if row[15].is_empty() {
            &row[14]
        } else {
            &row[15]
        })
    });
    [
        studied(&report["progress"]["range"]),
        weeks.iter().sum(),
        worked.map(|day| number(&day["minutes"])).sum(),
        took.sum(),
        table("dates").iter().map(|row| minutes(&row[10])).sum(),
    ]
}

const WEEK: &str = "mon,wed=20:00-21:00,sun=14:00-17:00";
/// Three sittings for an hour and a half.
const HALF_HOURS: &str = "mon-sun=20:00-20:30";

/// Hours, steps, and how long the slots that are done took in all.
type Course = (
    &'static str,
    &'static [(&'static str, &'static [&'static str])],
    u64,
);

const COURSES: [Course; 17] = [
    (WEEK, &[("07T21:00", &["done", "d01-1900"])], 90),
    (
        WEEK,
        &[("07T21:00", &["done", "d01-1900", "--took", "80"])],
        80,
    ),
    (
        WEEK,
        &[("07T21:00", &["done", "Sample spaces", "--took", "80"])],
        80,
    ),
    (WEEK, &[("07T21:00", &["done", "d1", "--took", "80"])], 80),
    (WEEK, &[("09T21:00", &["done", "d1.1", "--took", "80"])], 80),
    (
        WEEK,
        &[
            ("07T20:00", &["start", "1"]),
            ("07T21:20", &["done", "d01-1900"]),
        ],
        80,
    ),
    (
        HALF_HOURS,
        &[("08T21:00", &["done", "d01-1900", "--took", "80"])],
        80,
    ),
    (
        HALF_HOURS,
        &[("07T20:00", &["start", "1"]), ("07T21:20", &["done", "d1"])],
        80,
    ),
    (
        HALF_HOURS,
        &[
            ("07T21:00", &["done", "1", "--took", "20"]),
            ("08T21:00", &["done", "d01-1900", "--took", "80"]),
        ],
        80,
    ),
    (
        WEEK,
        &[
            ("07T21:00", &["done", "1"]),
            ("09T21:00", &["done", "d01-1900"]),
        ],
        90,
    ),
    (
        WEEK,
        &[
            ("07T21:00", &["done", "1", "--took", "35"]),
            ("09T21:00", &["done", "d01-1900"]),
        ],
        65,
    ),
    (
        WEEK,
        &[
            ("07T21:00", &["done", "1", "--took", "35"]),
            ("09T20:25", &["done", "d01-1900", "--took", "60"]),
        ],
        60,
    ),
    (
        WEEK,
        &[
            ("07T21:00", &["done", "1", "--took", "35"]),
            ("09T20:25", &["done", "1", "--took", "25"]),
        ],
        60,
    ),
    (
        WEEK,
        &[
            ("07T20:00", &["start", "1"]),
            ("07T20:35", &["done", "1"]),
            ("09T20:00", &["start", "1"]),
            ("09T20:25", &["done", "d01-1900"]),
        ],
        60,
    ),
    // Of this slot, the second sitting is in the next week.
    (
        WEEK,
        &[("13T17:00", &["done", "d04-1000", "--took", "70"])],
        70,
    ),
    (
        WEEK,
        &[("14T21:00", &["done", "d04-1000", "--took", "70"])],
        70,
    ),
    (
        WEEK,
        &[
            ("12T08:00", &["move", "d04-1000", "sun"]),
            ("13T21:00", &["done", "d04-1000", "--took", "50"]),
        ],
        50,
    ),
];

#[test]
fn minutes_count_once_on_every_screen() {
    for (hours, steps, expected) in COURSES {
        let home = evenings();
        fit(&home, hours);
        for (time, words) in steps {
            at(&home, time, words).ok();
        }
        let (last, _) = steps.last().unwrap();
        assert_eq!(minutes(&home, last), [expected; 5], "{hours} {steps:?}");
    }
}

/// The first slot is done as a whole on Monday, which is the day of its first sitting.
fn done_as_a_whole() -> Sandbox {
    let home = fitted();
    let told = at(&home, "07T21:00", &["done", "d01-1900", "--took", "80"]).ok();
    assert_eq!(
        told,
        "✓ d01-1900 Sample spaces   1 h 20 min (planned 1 h 30 min)\n  nothing left today\n"
    );
    home
}

#[test]
fn a_slot_that_is_done_as_a_whole_took_its_minutes_in_the_sitting_of_the_day() {
    let home = done_as_a_whole();
    assert_eq!(
        at(&home, "07T21:00", &["report"]).ok(),
        "\
Mon 7 - Sun 13 Sep 2026 · Week 1                              done 1/3   1 h 20 min of 5 h
  1 h 20 min measured
  Mon  Day 1        ████████████████       1 h 20 min
  Wed  Day 1, 2     ████████████████  1/1
  Sun  Day 2, 3, 4  ────────────────  0/2

 worked   Mon 1h20m
 pace     1.50 of what was due; 1 slot ahead
 next     Mon 14 Sep Week 1 Chance: 2 slots, 1 h 30 min
          Mon 1h00m · Wed 30m
"
    );
    assert_eq!(
        at(&home, "07T21:00", &["week"]).ok(),
        "\
Evenings                                                           Mon 7 - Sun 13 Sep 2026
Week 1 Chance                                            ███─────── 1/3  1 h 20 min of 5 h

Mon 7 Sep  Day 1 Mon
 ✓ 1  20:00-21:00  Sample spaces (1 of 2)            took 1 h 20 min
Tue 8 Sep  free

Wed 9 Sep  Day 1, 2
 ✓ 1  20:00-20:30  Sample spaces (2 of 2)
   2  20:30-21:00  Conditional probability (1 of 2)
Thu 10 Sep free
Fri 11 Sep free
Sat 12 Sep free

Sun 13 Sep Day 2, 3, 4
   1  14:00-15:00  Conditional probability (2 of 2)
   2  15:00-16:30  Bayes
   3  16:30-17:00  Exercises 1 (1 of 2)

"
    );
}

#[test]
fn the_same_in_chinese() {
    let chinese = done_as_a_whole().env("LANG", "zh_CN.UTF-8");
    let told = at(&chinese, "07T21:00", &["report"]).ok();
    let head: Vec<&str> = told.lines().take(3).map(str::trim).collect();
    assert_eq!(
        head,
        [
            "2026年9月7日 周一 ~ 13日 周日 · 第1周                完成 1/3   已学 1 小时 20 分 / 5 小时",
            "实际用时 1 小时 20 分",
            "周一  第1天        ████████████████       1 小时 20 分"
        ]
    );
}

#[test]
fn hints_about_timers_name_the_sitting() {
    let home = fitted();
    at(&home, "07T20:00", &["start", "1"]).ok();
    let again = at(&home, "07T20:10", &["start", "1"]);
    assert_eq!(
        again.fails(2),
        "error: the timer of d01-1900 Sample spaces (1 of 2) has been running since 20:00\n\
         hint: `plan stop` ends it, and `plan done 'd01-1900 (1 of 2)'` takes its minutes\n"
    );
    let stopped = at(&home, "07T20:35", &["stop"]);
    assert_eq!(
        stopped.stderr,
        "hint: `plan done 'd01-1900 (1 of 2)'` when you finish it\n"
    );
    let done = at(&home, "07T20:36", &["done", "d01-1900 (1 of 2)"]).ok();
    assert_eq!(
        done,
        "✓ d01-1900 Sample spaces (1 of 2)   35 min (planned 1 h)\n  nothing left today\n"
    );
    // It has its own minutes by then.
    at(&home, "09T20:00", &["start", "1"]).ok();
    let done = at(&home, "09T20:25", &["done", "d01-1900"]);
    assert_eq!(done.stderr, "");
    assert_eq!(
        done.ok(),
        "✓ d01-1900 Sample spaces   1 h (planned 1 h 30 min)\n  left today: 2 (30 min)\n"
    );
}

#[test]
fn another_sitting_of_the_day_has_a_timer_of_its_own() {
    let home = fitted();
    at(
        &home,
        "07T08:00",
        &["move", "d01-1900 (2 of 2)", "2026-09-07", "--at", "21:00"],
    )
    .ok();
    at(&home, "07T20:00", &["start", "1"]).ok();
    assert_eq!(
        at(&home, "07T21:00", &["start", "2"]).ok(),
        "  d01-1900 Sample spaces   timer stopped after 1 h\n  d01-1900 Sample spaces   timer started\n"
    );
}

#[test]
fn a_timer_of_an_earlier_day_is_named_with_its_sitting() {
    let home = fitted();
    at(&home, "07T20:00", &["start", "1"]).ok();
    at(&home, "07T20:35", &["stop"]).ok();
    let done = at(&home, "09T20:30", &["done", "d01-1900 (1 of 2)"]);
    assert_eq!(
        done.stderr,
        "hint: the timer of Mon 7 Sep 2026 gives no minutes; say how long it took, as in \
         `plan done 'd01-1900 (1 of 2)' --took 35m`\n"
    );
    // Of the whole slot, the rest was not timed.
    at(
        &home,
        "09T20:30",
        &["done", "d01-1900 (1 of 2)", "--took", "35"],
    )
    .ok();
    let done = at(&home, "09T20:31", &["done", "Sample spaces"]);
    assert_eq!(done.stderr, "");
    assert_eq!(
        done.ok(),
        "✓ d01-1900 Sample spaces   1 h 5 min (planned 1 h 30 min)\n  left today: 2 (30 min)\n"
    );
}

#[test]
fn a_slot_takes_no_less_than_its_sittings() {
    let home = fitted();
    at(&home, "07T21:00", &["done", "1", "--took", "35"]).ok();
    let refused = at(&home, "09T20:30", &["done", "d01-1900", "--took", "25"]);
    assert_eq!(
        refused.fails(2),
        "error: d01-1900 Sample spaces can't have taken 25 min in all: its sittings took 35 min \
         so far\n\
         hint: `plan done 'd01-1900 (2 of 2)' --took 25m` records that sitting alone\n"
    );
    let chinese = home.env("LANG", "zh_CN.UTF-8");
    let refused = at(&chinese, "09T20:30", &["done", "d01-1900", "--took", "25"]);
    assert_eq!(
        refused.fails(2),
        "错误：d01-1900 Sample spaces 总共的用时不能是 25 分钟：已记录的各次用时 35 分钟\n\
         提示：只记录那一次用 `plan done 'd01-1900（第 2/2 次）' --took 25m`\n"
    );
    let done = at(
        &home,
        "09T20:30",
        &["done", "d01-1900 (2 of 2)", "--took", "25m"],
    )
    .ok();
    assert_eq!(
        done,
        "✓ d01-1900 Sample spaces (2 of 2)   25 min (planned 30 min)\n  left today: 2 (30 min)\n"
    );
}
