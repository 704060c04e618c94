//! What a report says about how a plan is followed: hours by day, notes, what comes, the burn-up,
//! and the summary of a plan that is over.

use crate::sandbox::Sandbox;

const PLAN: &str = "\
plan: steady
title: Steady steps
rest: [wed, fri, sat, sun]
milestones:
  - {title: Half of it, due: 10 days, goals: [{text: Two weeks, by: [w1, w2]}]}
weeks:
  - title: First
    days:
      - {weekday: mon, slots: [{id: a1, time: 19:00-20:00, title: One}]}
      - {weekday: tue, slots: [{id: a2, time: 19:00-20:00, title: Two}]}
      - {weekday: thu, slots: [{id: a3, time: 19:00-20:00, title: Three}]}
  - title: Second
    days:
      - {weekday: mon, slots: [{id: b1, time: 19:00-20:00, title: Four}]}
      - {weekday: tue, slots: [{id: b2, time: 19:00-20:00, title: Five}]}
      - {weekday: thu, slots: [{id: b3, time: 19:00-20:00, title: Six}]}
  - title: Third
    days:
      - {weekday: mon, slots: [{id: c1, time: 19:00-20:00, title: Seven}]}
      - {weekday: tue, slots: [{id: c2, time: 19:00-20:00, title: Eight}]}
      - {weekday: thu, slots: [{id: c3, time: 19:00-20:00, title: Nine}]}
    deliverables: [A page of notes]
";

fn home() -> Sandbox {
    let home = Sandbox::new()
        .at("2026-09-07T08:00:00")
        .env("COLUMNS", "80");
    home.file("plan.yaml", PLAN);
    home.run(&["init", "plan.yaml", "--start", "2026-09-07"])
        .ok();
    home
}

/// Two weeks: Tuesday was done, a Thursday missed, one skipped, one spent ill.
fn lived() -> Sandbox {
    let home = home();
    let steps: &[(&str, &[&str])] = &[
        ("07T21:00", &["done", "a1", "--took", "1h30m"]),
        ("08T21:00", &["done", "a2"]),
        ("08T21:01", &["note", "a2", "say it aloud"]),
        ("14T21:00", &["done", "b1", "--took", "30m"]),
        ("15T21:00", &["skip", "b2", "--why", "know it"]),
        ("17T08:00", &["off", "2026-09-17", "--why", "ill"]),
        (
            "17T08:00",
            &[
                "add",
                "Exam",
                "--exam",
                "--on",
                "2026-09-25",
                "--covers",
                "w1-w3",
            ],
        ),
    ];
    for (at, args) in steps {
        home.at(&format!("2026-09-{at}:00")).run(args).ok();
    }
    home
}

const SUNDAY: &str = "\
Mon 14 - Sun 20 Sep 2026 · Week 2           done 1/3   skipped 1   30 min of 3 h
  30 min measured
  Mon  Day 4  ████████████████  1/1  30 min
  Tue  Day 5  ────────────────  0/1          1 skipped
  Thu  Day 6  ────────────────  0/1          rest

Hours by day
            Mon    Tue Wed  Thu Fri Sat Sun week
  7 Sep  1h30 █ 1h00 ▓   ·    ·   ·   ·   · 2h30
  14 Sep  30m ▒      ·   · rest   ·   ·   ·  30m

Notes
  b2 Five  skipped: know it

 overdue  1 slot elsewhere in the plan: `plan report --all`
 to place 1 slot, 1 h on rest days: `plan recover`
 pace     0.50 of what was due; 1 slot behind; 1 skipped, not counted
 streak   1 study day in a row, since Mon 14 Sep; longest 2, Mon 7 - Tue 8 Sep ·
          kept up on 3 of 4 study days
 exam     Exam in 5 days, 3 of the 9 slots it covers are done, 1 skipped
 next     Mon 21 Sep Week 3 Third: 3 slots, 3 h
          Mon 1h00m · Tue 1h00m · Thu 1h00m
          w03.1 A page of notes (Thu 24 Sep)
";

#[test]
fn a_week_is_looked_back_on_on_its_sunday() {
    let home = lived().at("2026-09-20T18:00:00");
    assert_eq!(home.run(&["report"]).ok(), SUNDAY);
    let ascii = SUNDAY
        .replace(" · ", " | ")
        .replace(" ·\n", " |\n")
        .replace('█', "#")
        .replace('▓', "*")
        .replace('▒', "+")
        .replace('─', "-")
        .replace('·', ".");
    // In the map a dot is a day without work.
    let (head, map) = ascii.split_once("Hours by day\n").unwrap();
    let (map, rest) = map.split_once("\n\n").unwrap();
    let map = map.replace('|', ".");
    let said = home.run(&["--ascii", "report"]).ok();
    assert_eq!(said, format!("{head}Hours by day\n{map}\n\n{rest}"));
}

/// What a report of the whole plan has besides the weeks: all notes, overdue work, and the burn-up. Too
/// little has happened for a forecast.
#[test]
fn the_burn_up_is_in_a_report_on_all() {
    let home = lived().at("2026-09-20T18:00:00");
    let said = home.run(&["report", "--all"]).ok();
    let (_, said) = said.split_once("\n\nWork planned").unwrap();
    let (burn_up, rest) = said.split_once("\n\n").unwrap();
    // Of 43 cells, 2 of 8 hours are 10 and 3 are 16; what is skipped is left out.
    let expected = " and done
                                                       done  planned
  13 Sep  ██████████─────│                             2h00     3h00
  20 Sep  ████████████████─────────│                   3h00     5h00
  27 Sep                                            │           8h00
  █ done   │ planned
  Counted by planned time, by the end of each week; skipped slots are left out.";
    assert_eq!(burn_up, expected);
    let (notes, _) = rest.split_once("\n\n").unwrap();
    assert_eq!(
        notes,
        "Notes\n  a2 Two  say it aloud\n  b2 Five  skipped: know it"
    );
}

#[test]
fn a_plan_that_is_over_says_what_it_has_come_to() {
    let home = lived();
    let steps: &[(&str, &[&str])] = &[
        ("21T21:00", &["done", "c1", "b3"]),
        ("22T21:00", &["done", "c2", "--took", "2h"]),
        ("24T21:00", &["done", "c3", "w03.1"]),
        ("26T10:00", &["done", "a3"]),
    ];
    for (at, args) in steps {
        home.at(&format!("2026-09-{at}:00")).run(args).ok();
    }
    let said = home.at("2026-09-28T09:00:00").run(&["report"]).ok();
    // 1 h 30 min, 1 h, 30 min, 2 h, 2 h, 1 h and 1 h on seven dates.
    assert_eq!(
        said,
        "\
The plan is over: Mon 7 - Sat 26 Sep 2026
 done     8 of 9 slots, 1 skipped, 1 of 1 deliverable, 1 of 1 milestone
 worked   9 h on 7 days; most on Mon 21 Sep, 2 h
 streak   longest 4, Mon 14 - Thu 24 Sep · kept up on 6 of 7 study days
 end      Sat 26 Sep 2026, 2 days after the planned end

Hours by day
            Mon    Tue Wed    Thu Fri    Sat Sun week
  7 Sep  1h30 ▓ 1h00 ▒   ·      ·   ·      ·   · 2h30
  14 Sep  30m ░      ·   ·   rest   ·      ·   ·  30m
  21 Sep 2h00 █ 2h00 █   · 1h00 ▒   · 1h00 ▒   · 6h00
  28 Sep      ·                                    0m
"
    );
}

/// A sitting that is not the last counts on another date: its bar goes by minutes.
#[test]
fn a_row_without_a_slot_has_a_bar_but_no_count() {
    let home = Sandbox::new()
        .at("2026-09-07T08:00:00")
        .env("COLUMNS", "80");
    home.file(
        "plan.yaml",
        "plan: long\ntitle: Long\nrest: [tue, wed, thu, fri, sat, sun]\nweeks:\n  - days:\n      \
         - {weekday: mon, slots: [{id: a, duration: 2h, title: Essay}]}\n",
    );
    home.run(&["init", "plan.yaml", "--start", "2026-09-07"])
        .ok();
    home.run(&["fit", "--hours", "mon-sun=1h", "--apply"]).ok();
    home.at("2026-09-07T21:00:00").run(&["done", "1"]).ok();
    let said = home.at("2026-09-08T08:00:00").run(&["report"]).ok();
    let bars: Vec<&str> = said.lines().filter(|line| line.contains("───")).collect();
    let full: Vec<&str> = said.lines().filter(|line| line.contains("███")).collect();
    assert_eq!(full, ["  Mon  Day 1  ████████████████       1 h"]);
    assert_eq!(bars, ["  Tue  Day 1  ────────────────  0/1"]);
}

/// What is handed in last is the end, in `report` as in `forecast`.
#[test]
fn a_deliverable_that_was_left_is_the_end() {
    let home = home();
    let last = home.at("2026-09-24T21:00:00");
    last.run(&["done", "d1-d9"]).ok();
    let later = home.at("2026-09-29T21:00:00");
    later.run(&["done", "w03.1"]).ok();
    assert_eq!(
        later.run(&["forecast"]).ok().lines().next(),
        Some(" end      the plan was finished on Tue 29 Sep 2026")
    );
    let report = later.run(&["report"]).ok();
    let end = report.lines().find(|line| line.contains("end "));
    assert_eq!(
        end.map(str::trim),
        Some("end      Tue 29 Sep 2026, 5 days after the planned end")
    );
}

/// `Half of it` is due 10 days after the start, and the plan has a1 to b2 before it. With b2 done and
/// a week's shift it is due with b1, which is then the last of these.
#[test]
fn a_milestone_waits_for_all_that_the_plan_has_before_it() {
    let home = home().at("2026-09-15T21:00:00");
    home.run(&["done", "a1", "a2", "a3", "b2"]).ok();
    home.run(&["shift", "1w"]).ok();
    let answer = home.run(&["milestones", "--json"]).json();
    assert_eq!(answer["milestones"][0]["due"], "2026-09-21");
    let slot = home.run(&["show", "b1", "--json"]).json();
    assert_eq!(slot["shown"][0]["slots"][0]["date"], "2026-09-21");
}

/// A plan is over once everything is handed in, as `forecast` and `next` say.
#[test]
fn a_plan_with_something_to_hand_in_goes_on() {
    let home = home().at("2026-09-24T21:00:00");
    home.run(&["done", "d1-d9"]).ok();
    let first = |home: &Sandbox| {
        let report = home.run(&["report"]).ok();
        report.lines().next().unwrap_or_default().to_owned()
    };
    assert!(first(&home).starts_with("Mon 21 - Sun 27 Sep 2026"));
    home.run(&["done", "w03.1"]).ok();
    assert_eq!(first(&home), "The plan is over: Mon 7 - Thu 24 Sep 2026");
}

/// The day on which the last slot was done is not after the end.
#[test]
fn the_day_of_the_last_mark_is_still_of_the_plan() {
    let home = home();
    let last = home.at("2026-09-24T21:00:00");
    last.run(&["done", "d1-d8", "w03.1"]).ok();
    last.run(&["move", "c3", "2026-10-04"]).ok();
    let early = home.at("2026-10-03T21:00:00");
    early.run(&["done", "c3"]).ok();
    let week = early.run(&["week"]).ok();
    let days: Vec<&str> = week
        .lines()
        .filter(|line| line.starts_with("Sat") || line.starts_with("Sun"))
        .map(str::trim_end)
        .collect();
    assert_eq!(days, ["Sat 3 Oct  free", "Sun 4 Oct  Day 9"]);
}
