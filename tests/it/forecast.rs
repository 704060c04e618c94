//! When it will end: the whole program, and exact answers.

use serde_json::{Value, json};

use crate::json::{HEAD, has};
use crate::sandbox::Sandbox;

const NAMES: &str = "state planned_end now_planned_end finished_on idle_since end basis milestones \
     events open_deliverables overdue_deliverables minimum";

/// Three weeks, Monday to Friday, two slots of an hour a day; a milestone for each week.
fn plan(duration: &str) -> String {
    let mut text = "plan: small\ntitle: Small\nmilestones:\n".to_owned();
    for week in 1..=3 {
        text += &format!(
            "  - {{title: M{week}, due: {week} weeks, goals: [{{text: all of it, by: [w{week}]}}]}}\n"
        );
    }
    text += "  - {title: Later, goals: [{text: no more than a wish, by: []}]}\nweeks:\n";
    for week in 0..3 {
        text += &format!("  - week: {}\n    days:\n", week + 1);
        for (day, weekday) in ["mon", "tue", "wed", "thu", "fri"].iter().enumerate() {
            let number = week * 5 + day + 1;
            text += &format!(
                "      - {{day: {number}, weekday: {weekday}, slots: [{{title: a{duration}}}, {{title: b{duration}}}]}}\n"
            );
        }
    }
    text
}

fn home(duration: &str) -> Sandbox {
    let home = Sandbox::new();
    home.file("small.yaml", plan(duration));
    let home = home.at("2026-11-22T12:00:00");
    home.run(&["init", "small.yaml", "--start", "2026-11-23"])
        .ok();
    home
}

fn on(home: &Sandbox, date: &str) -> Sandbox {
    home.at(&format!("{date}T20:00:00"))
}

#[track_caller]
fn mark(home: &Sandbox, date: &str, targets: &[&str]) {
    let words: Vec<&str> = ["done"].iter().chain(targets).copied().collect();
    on(home, date).run(&words).ok();
}

/// Week 1 as planned, but for Wednesday, which is made up for on Thursday; on Monday one slot.
fn half_way(home: &Sandbox) {
    mark(home, "2026-11-23", &["d1"]);
    mark(home, "2026-11-24", &["d2"]);
    mark(home, "2026-11-26", &["d3", "d4"]);
    mark(home, "2026-11-27", &["d5"]);
    mark(home, "2026-11-30", &["d6.1"]);
}

#[test]
fn before_the_start_and_in_the_first_days_there_is_not_enough() {
    let home = home(", duration: 1h");
    let said = home.run(&["forecast"]).ok();
    let missing = " end      not enough data\n \
                   missing  5 planned days that have passed (0 of 5)\n          \
                   3 planned days with something done (0 of 3)\n";
    assert_eq!(said, missing);
    mark(&home, "2026-11-23", &["d1"]);
    mark(&home, "2026-11-24", &["d2"]);
    let said = on(&home, "2026-11-27").run(&["forecast"]).ok();
    let missing = " end      not enough data\n \
                   missing  1 planned day that has passed (4 of 5)\n          \
                   1 planned day with something done (2 of 3)\n";
    assert_eq!(said, missing);
    let json = on(&home, "2026-11-27").run(&["forecast", "--json"]).json();
    has(&json, &format!("{HEAD} {NAMES}"));
    assert_eq!(json["state"], "not-enough-data");
    assert_eq!(json["basis"], json!({"planned_days": 4, "studied_days": 2}));
    assert_eq!(
        json["minimum"],
        json!({"planned_days": 5, "studied_days": 3})
    );
    assert_eq!(json["end"], Value::Null);
}

#[test]
fn forecast_half_way_has_dates_chances_and_their_basis() {
    let home = home(", duration: 1h");
    half_way(&home);
    let said = on(&home, "2026-12-01").run(&["forecast"]).ok();
    assert_eq!(said, HALF_WAY);
}

const HALF_WAY: &str = concat!(
    " end      Mon 14 Dec 2026  50 % chance by then, 3 days later than planned\n",
    "          Thu 17 Dec 2026  80 % chance by then, 6 days later than planned\n",
    " planned  end Fri 11 Dec 2026\n",
    " pace     5 of 6 planned days studied; 1 h 50 min done a day, 2 h planned\n",
    " left     19 h\n",
    "\n",
    "  milestone  due              likely by        chance\n",
    "  M1         Mon 30 Nov 2026                           reached\n",
    "  M2         Mon 7 Dec 2026   Mon 7 Dec 2026     67 %  at risk\n",
    "  M3         Mon 14 Dec 2026  Mon 14 Dec 2026    63 %  at risk\n",
    "  Later                                                cannot tell\n",
    "\n",
    " based on your 6 planned days so far, the latest counting most; 1000 simulated futures, four in five\n",
    "          of them ending between Fri 11 Dec 2026 and Tue 22 Dec 2026\n",
);

/// Monday, Tuesday and Thursday of Week 1 are studied: three of five days of two hours.
fn three_of_five(home: &Sandbox) {
    mark(home, "2026-11-23", &["d1"]);
    mark(home, "2026-11-24", &["d2"]);
    mark(home, "2026-11-26", &["d4"]);
}

/// The lines on what was planned and what was done.
fn basis(home: &Sandbox) -> Vec<String> {
    let said = home.run(&["forecast"]).ok();
    let lines = said
        .lines()
        .skip_while(|line| !line.starts_with(" planned"));
    let lines = lines.take_while(|line| !line.starts_with(" left"));
    lines.map(str::to_owned).collect()
}

#[test]
fn what_was_missed_is_not_made_good_by_moving_it() {
    let home = home(", duration: 1h");
    three_of_five(&home);
    let monday = on(&home, "2026-11-30");
    let pace = " pace     3 of 5 planned days studied; 1 h 12 min done a day, 2 h planned";
    assert_eq!(basis(&monday), [" planned  end Fri 11 Dec 2026", pace]);
    monday.run(&["recover", "--extend", "--apply"]).ok();
    let planned = " planned  end Fri 11 Dec 2026, now planned to end Fri 18 Dec 2026";
    assert_eq!(basis(&monday), [planned, pace]);
    let json = monday.run(&["forecast", "--json"]).json();
    assert_eq!(json["planned_end"], "2026-12-11");
    assert_eq!(json["now_planned_end"], "2026-12-18");
}

#[test]
fn long_pause_is_reported_with_the_pace() {
    let home = home(", duration: 1h");
    three_of_five(&home);
    on(&home, "2026-11-30")
        .run(&["recover", "--extend", "--apply"])
        .ok();
    // Week 2 has passed by the plan's own dates, and nothing was done in it: 360 of 1200 minutes.
    let later = on(&home, "2026-12-07");
    let expected = [
        " planned  end Fri 11 Dec 2026, now planned to end Fri 18 Dec 2026",
        " pace     3 of 10 planned days studied; 36 min done a day, 2 h planned",
        "          no study on the last 6 planned days, since Thu 26 Nov 2026; the pause delays the end",
    ];
    assert_eq!(basis(&later), expected);
    let json = later.run(&["forecast", "--json"]).json();
    let pause = json!({"planned_days": 6, "since": "2026-11-26"});
    assert_eq!(json["basis"]["pause"], pause);
    // One mark, and it is over.
    mark(&home, "2026-12-07", &["d6.1"]);
    assert_eq!(basis(&later).len(), 2);
}

#[test]
fn scripts_read_the_same_figures() {
    let home = home(", duration: 1h");
    half_way(&home);
    let json = on(&home, "2026-12-01").run(&["forecast", "--json"]).json();
    has(&json, &format!("{HEAD} {NAMES}"));
    assert_eq!(json["state"], "estimate");
    has(
        &json["end"],
        "p10 p50 p80 p90 p50_days_later p80_days_later futures",
    );
    has(
        &json["basis"],
        "planned_days kept_days extra_days studied_days unit planned_a_day done_a_day left \
         measured_minutes measured_planned_minutes pause",
    );
    for milestone in json["milestones"].as_array().unwrap() {
        has(milestone, "title due state reached_on p50 chance");
    }
    let states: Vec<&Value> = json["milestones"]
        .as_array()
        .unwrap()
        .iter()
        .map(|m| &m["state"])
        .collect();
    assert_eq!(states[0], "reached");
    assert_eq!(states[3], "unknown");
    assert_eq!(json["basis"]["left"], 19 * 60);
    assert_eq!(json["planned_end"], "2026-12-11");
    let shown = on(&home, "2026-12-01")
        .run(&["forecast", "--format", "md"])
        .ok();
    assert!(shown.contains("| milestone | due |"), "{shown}");
}

#[test]
fn the_order_of_events_is_irrelevant() {
    let home = home(", duration: 1h");
    half_way(&home);
    let said = || on(&home, "2026-12-01").run(&["forecast"]).ok();
    let before = said();
    let journal = String::from_utf8(home.journal("small")).unwrap();
    let turned: Vec<&str> = journal.lines().rev().collect();
    home.file(
        ".local/state/plan/small/journal.jsonl",
        turned.join("\n") + "\n",
    );
    assert_ne!(String::from_utf8(home.journal("small")).unwrap(), journal);
    assert_eq!(said(), before);
}

#[test]
fn slots_without_minutes_are_counted() {
    let home = home("");
    half_way(&home);
    let said = on(&home, "2026-12-01").run(&["forecast"]).ok();
    assert!(
        said.contains("; 2 slots done a day, 2 slots planned\n"),
        "{said}"
    );
    assert!(said.contains("\n left     19 slots\n"), "{said}");
    // Two untimed slots a day are two hours a day: the dates are the same.
    let dates = |text: &str| -> Vec<String> { text.lines().take(2).map(str::to_owned).collect() };
    assert_eq!(dates(&said), dates(HALF_WAY));
}

#[test]
fn what_is_skipped_is_out_of_the_plan() {
    let home = home(", duration: 1h");
    half_way(&home);
    on(&home, "2026-11-30")
        .run(&["skip", "d6.2", "d11", "d12", "d13", "d14", "d15"])
        .ok();
    let json = on(&home, "2026-12-01").run(&["forecast", "--json"]).json();
    assert_eq!(json["basis"]["left"], 8 * 60);
    assert_eq!(json["end"]["p50"], "2026-12-04");
    assert_eq!(json["milestones"][2]["state"], "reached");
}

#[test]
fn a_milestone_that_was_due_is_missed_and_one_that_cannot_be_met_is_at_risk() {
    let home = home(", duration: 1h");
    half_way(&home);
    let json = on(&home, "2026-12-11").run(&["forecast", "--json"]).json();
    let states: Vec<&str> = json["milestones"]
        .as_array()
        .unwrap()
        .iter()
        .map(|milestone| milestone["state"].as_str().unwrap())
        .collect();
    assert_eq!(states, ["reached", "missed", "at-risk", "unknown"]);
    let end = json["end"]["p10"].as_str().unwrap();
    assert!(end >= "2026-12-11", "{end}");
}

#[test]
fn who_stops_has_no_end_in_sight() {
    let home = home(", duration: 1h");
    for (date, day) in [
        ("2026-11-23", "d1"),
        ("2026-11-24", "d2"),
        ("2026-11-25", "d3"),
    ] {
        mark(&home, date, &[day]);
    }
    // The plan has twelve planned days more: none of them is long ago, whatever the date is.
    let later = on(&home, "2027-03-01");
    assert_eq!(
        later.run(&["forecast", "--json"]).json()["state"],
        "stalled"
    );
    let said = later.run(&["forecast"]).ok();
    let expected = " end      no end in sight: nothing done since Wed 25 Nov 2026\n\n  \
                    milestone  due\n  \
                    M1         Mon 30 Nov 2026  missed\n  \
                    M2         Mon 7 Dec 2026   missed\n  \
                    M3         Mon 14 Dec 2026  missed\n  \
                    Later                       cannot tell\n";
    assert_eq!(said, expected);
}

#[test]
fn a_finished_plan_is_finished() {
    let home = home(", duration: 1h");
    let all: Vec<String> = (1..=15).map(|day| format!("d{day}")).collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    mark(&home, "2026-12-09", &all);
    let said = on(&home, "2026-12-10").run(&["forecast"]).ok();
    assert_eq!(
        said,
        " end      the plan was finished on Wed 9 Dec 2026\n\n  \
         milestone  due\n  \
         M1         Mon 30 Nov 2026  reached late\n  \
         M2         Mon 7 Dec 2026   reached late\n  \
         M3         Mon 14 Dec 2026  reached\n  \
         Later                       cannot tell\n"
    );
    let json = on(&home, "2026-12-10").run(&["forecast", "--json"]).json();
    assert_eq!(json["finished_on"], "2026-12-09");
    assert_eq!(json["state"], "finished");
}

/// Four weeks of six days: two slots of 45 minutes, on Saturdays one of two hours, the last of them
/// the exam. Begun on Mon 7 Sep 2026.
fn exam() -> Sandbox {
    let mut text = "plan: exam\ntitle: Exam\nrest: [sun]\nmilestones:\n  \
         - {title: Ready, due: 27 days, goals: [{text: everything, by: [w1, w2, w3, w4]}]}\n\
         weeks:\n"
        .to_owned();
    for week in 1..=4 {
        text += &format!("  - week: {week}\n    days:\n");
        for weekday in ["mon", "tue", "wed", "thu", "fri"] {
            text += &format!(
                "      - {{weekday: {weekday}, slots: [{{time: 19:00-19:45, title: a}}, \
                 {{time: 19:45-20:30, title: b}}]}}\n"
            );
        }
        text += "      - {weekday: sat, slots: [{time: 10:00-12:00, title: c}]}\n";
    }
    let home = Sandbox::new()
        .at("2026-09-07T08:00:00")
        .env("COLUMNS", "80");
    home.file("exam.yaml", text);
    home.run(&["init", "exam.yaml", "--start", "2026-09-07"])
        .ok();
    home
}

/// Runs commands at their times in September 2026, such as `07 21:00 done all`.
#[track_caller]
fn live(home: &Sandbox, lines: &[&str]) {
    for line in lines {
        let mut words = line.split(' ');
        let (day, time) = (words.next().unwrap(), words.next().unwrap());
        let args: Vec<&str> = words.collect();
        home.at(&format!("2026-09-{day}T{time}:00")).run(&args).ok();
    }
}

#[track_caller]
fn forecast_at(home: &Sandbox, time: &str) -> String {
    home.at(&format!("2026-{time}:00")).run(&["forecast"]).ok()
}

const WEEK_ONE: [&str; 4] = [
    "07 21:00 done all",
    "08 21:00 done all",
    "09 21:00 done all",
    "10 21:00 done all",
];

#[test]
fn forecast_does_not_change_when_a_slot_is_moved_by_a_day_and_done() {
    let after = [
        "14 21:00 done all",
        "15 21:00 done all",
        "18 08:00 off 2026-09-16..2026-09-17",
    ];
    let said = |friday: &[&str], saturday: &str| {
        let home = exam();
        live(&home, &WEEK_ONE);
        live(&home, friday);
        live(&home, &[saturday]);
        live(&home, &after);
        forecast_at(&home, "09-18T08:00")
    };
    let as_planned = said(&["11 21:00 done all"], "12 12:00 done all");
    let moved = said(
        &["11 19:00 move 2 sat", "11 21:00 done 1"],
        "12 12:00 done all",
    );
    assert_eq!(moved, as_planned);
    // Three hours more than the plan has, at the plan's pace: Monday and Tuesday after its end.
    let end = " end      Tue 6 Oct 2026  50 % chance by then, 3 days later than planned\n          \
               Tue 6 Oct 2026  80 % chance by then, 3 days later than planned\n \
               planned  end Sat 3 Oct 2026\n \
               pace     8 of 8 planned days studied; 1 h 34 min done a day, 1 h 34 min \
               planned\n";
    assert_eq!(as_planned.get(..end.len()), Some(end));
}

#[test]
fn forecast_agrees_with_report_on_the_morning_after_a_move() {
    let home = exam();
    live(&home, &WEEK_ONE);
    live(&home, &["11 19:00 move 2 sat", "11 21:00 done 1"]);
    let end = " end      Sat 3 Oct 2026  50 % chance by then, as planned\n";
    let said = forecast_at(&home, "09-12T08:00");
    assert_eq!(said.get(..end.len()), Some(end));
    // A slot that was missed, and is moved only then, is missed all the same.
    let home = exam();
    live(&home, &WEEK_ONE);
    live(&home, &["11 21:00 done 1", "12 08:00 move d5.2 sun"]);
    let said = forecast_at(&home, "09-12T08:00");
    let pace = " pace     5 of 5 planned days studied; 1 h 21 min done a day, 1 h 30 min planned";
    assert_eq!(said.lines().nth(3), Some(pace));
}

#[test]
fn forecast_counts_work_made_up_after_rest_as_planned() {
    let home = exam();
    live(&home, &WEEK_ONE);
    live(
        &home,
        &[
            "11 21:00 done all",
            "12 12:00 done all",
            "14 21:00 done all",
        ],
    );
    live(
        &home,
        &["15 21:00 done all", "17 08:00 off 2026-09-16..2026-09-17"],
    );
    live(
        &home,
        &[
            "18 21:00 done all",
            "19 21:00 done d9 d12",
            "20 18:00 done d10",
        ],
    );
    let said = forecast_at(&home, "09-21T08:00");
    let lines: Vec<&str> = said.lines().take(5).collect();
    assert_eq!(
        lines,
        [
            " end      Sat 3 Oct 2026  50 % chance by then, as planned",
            "          Sat 3 Oct 2026  80 % chance by then, as planned",
            " planned  end Sat 3 Oct 2026",
            " pace     10 of 10 planned days studied; 1 h 54 min done a day, 1 h 54 min",
            "          planned",
        ]
    );
}

#[test]
fn forecast_after_the_end_counts_the_days_that_the_plan_has() {
    let home = exam();
    live(&home, &WEEK_ONE);
    for (day, entry) in (11..=30).zip(
        ["d5", "d6", "", "d7", "d8", "d9", "d10", "d11", "d12", ""]
            .into_iter()
            .chain([
                "d13", "d14", "d15", "d16", "d17", "d18", "", "d19", "d20", "d21",
            ]),
    ) {
        if !entry.is_empty() {
            live(&home, &[&format!("{day} 21:00 done {entry}")]);
        }
    }
    for (date, entry) in [("10-01", "d22"), ("10-02", "d23")] {
        home.at(&format!("2026-{date}T21:00:00"))
            .run(&["done", entry])
            .ok();
    }
    let said = forecast_at(&home, "10-20T10:00");
    let pace: Vec<&str> = said
        .lines()
        .skip_while(|line| !line.starts_with(" pace"))
        .take(4)
        .collect();
    assert_eq!(
        pace,
        [
            " pace     23 of 24 planned days studied; 1 h 30 min done a day, 1 h 35 min",
            "          planned",
            "          no study on the last 14 study days, since Fri 2 Oct 2026; the pause",
            "          delays the end",
        ]
    );
}

#[test]
fn before_the_first_planned_day_has_passed_nothing_counts_yet() {
    let home = exam();
    home.at("2026-09-03T08:00:00").run(&["done", "d1.2"]).ok();
    live(&home, &["07 20:00 done d1.1"]);
    assert_eq!(
        forecast_at(&home, "09-07T20:00"),
        " end      not enough data\n \
         missing  5 planned days that have passed (0 of 5)\n          \
         3 planned days with something done (0 of 3)\n"
    );
}
