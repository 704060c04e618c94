//! Exams, other events on fixed dates, and due dates.

use std::fmt::Write;

use serde_json::json;

use crate::sandbox::Sandbox;

/// Seven slots of ten hours. The exam covers all but `Bases`: 6 slots, 8 h 30 min.
const PLAN: &str = "\
plan: course
title: A course
events:
  - {id: midterm, kind: exam, title: Midterm, date: 2026-12-16, time: 09:00-11:00, covers: [w1-w2, A]}
  - {id: dinner, title: Dinner with the group, date: 2026-12-30}
roadmap: {topics: {A: {title: Algebra}, B: {title: Bases, after: [A]}}}
milestones:
  - {title: First month, due: 2026-12-31, goals: [{text: All done, by: [w1, w2]}]}
weeks:
  - title: One
    days:
      - {slots: [{title: Groups, duration: 90m, topic: A}, {title: Rings, duration: 60m}]}
      - {slots: [{title: Fields, duration: 60m}]}
    deliverables: [{text: Sheet one, due: 2026-12-10}, Sheet two]
  - title: Two
    days:
      - {slots: [{title: Modules, duration: 90m}]}
      - {slots: [{title: Ideals, duration: 90m}]}
  - title: Three
    days:
      - {slots: [{title: Bases, duration: 90m, topic: B}]}
      - {slots: [{title: More algebra, duration: 120m, topic: A}]}
";

/// The plan begins on Monday 7 December 2026, which it is.
fn home() -> Sandbox {
    let home = Sandbox::new().at("2026-12-07T08:00:00");
    home.file("course.yaml", PLAN);
    home.run(&["init", "course.yaml", "--start", "2026-12-07"])
        .ok();
    home.env("COLUMNS", "80")
}

#[test]
fn today_counts_the_days_to_an_exam_and_what_it_covers() {
    let home = home();
    home.run(&["done", "1"]).ok();
    assert_eq!(
        home.run(&["today"]).ok(),
        "\
A course                                                          Mon 7 Dec 2026
Day 1 · Week 1 One                     week █───────── 1/7   plan █───────── 1/7

      time        slot    to do
 ✓ 1  1 h 30 min  Groups
   2  1 h         Rings

 exam     Midterm in 9 days, 1 of the 6 slots it covers is done
 event    Dinner with the group in 23 days
"
    );
    let events = home.run(&["today", "--json"]).json()["events"].clone();
    let midterm = json!({
        "plan": "course", "id": "midterm", "kind": "exam", "title": "Midterm", "date": "2026-12-16",
        "start": "09:00", "end": "11:00", "days_left": 9, "covers": ["w1-w2", "A"],
        "covered": {"slots": 6, "done": 1, "skipped": 0, "open": 5, "late": 0},
        "missed": false, "own": false, "moved_from": null,
    });
    let dinner = json!({
        "plan": "course", "id": "dinner", "kind": "event", "title": "Dinner with the group", "date": "2026-12-30",
        "start": null, "end": null, "days_left": 23, "covers": [],
        "covered": {"slots": 0, "done": 0, "skipped": 0, "open": 0, "late": 0},
        "missed": false, "own": false, "moved_from": null,
    });
    assert_eq!(events, json!([midterm, dinner]));
}

#[test]
fn an_exam_is_on_its_day_and_passes() {
    let home = home();
    let shown = |now: &str, verb: &str| {
        let out = home.at(now).run(&[verb]).ok();
        let lines = out.lines().filter(|line| line.contains("Midterm"));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(
        shown("2026-12-15T08:00:00", "today"),
        [" exam     Midterm tomorrow, 09:00-11:00, 0 of the 6 slots it covers are done"]
    );
    assert_eq!(
        shown("2026-12-15T08:00:00", "tomorrow"),
        [" exam     Midterm, 09:00-11:00, 0 of the 6 slots it covers are done"]
    );
    assert_eq!(
        shown("2026-12-16T12:00:00", "today"),
        [" exam     Midterm today, 09:00-11:00, 0 of the 6 slots it covers are done"]
    );
    assert_eq!(
        shown("2026-12-14T08:00:00", "week"),
        [" exam     Midterm, 09:00-11:00, 0 of the 6 slots it covers are done"]
    );
    assert_eq!(shown("2026-12-17T08:00:00", "today"), [""; 0]);
    let milestones = home.at("2026-12-17T08:00:00").run(&["milestones"]).ok();
    assert_eq!(
        milestones,
        "\
First month                                                  due Thu 31 Dec 2026
  · All done
    ──────────────── 0/5   deliverables 0/2   by w1 One; w2 Two

Exams and events
  midterm Midterm · Wed 16 Dec 2026 09:00-11:00 · yesterday · 0 of the 6 slots
    it covers are done · passed with 6 slots open
  dinner Dinner with the group · Wed 30 Dec 2026 · in 13 days
"
    );
    let doctor = home
        .at("2026-12-17T08:00:00")
        .run(&["doctor", "--json"])
        .json();
    assert_eq!(
        doctor["findings"][0]["message"],
        "midterm Midterm has passed, Wed 16 Dec 2026 09:00-11:00, with 6 slots open"
    );
}

#[test]
fn a_date_can_be_changed_and_its_change_undone() {
    let home = home();
    let moved = home.run(&["move", "midterm", "2026-12-10"]);
    assert_eq!(
        moved.stdout,
        "midterm Midterm is now on Thu 10 Dec 2026 09:00-11:00, was on Wed 16 Dec 2026\n  09:00-11:00\n"
    );
    assert_eq!(
        moved.stderr,
        "warning: not planned before midterm Midterm on Thu 10 Dec 2026 09:00-11:00: \
         d04-1 Ideals; d06-1 More algebra\n"
    );
    assert_eq!(
        home.run(&["show", "Midterm"]).ok(),
        "\
midterm Midterm                          Thu 10 Dec 2026 09:00-11:00 · in 3 days
  exam · moved from Wed 16 Dec 2026 09:00-11:00
  covers w1-w2, A
  0 of the 6 slots it covers are done · 2 of them are not planned before it
"
    );
}

#[test]
fn another_time_alone_is_on_the_same_date() {
    let home = home();
    let moved = home.run(&["due", "midterm", "--time", "14:00-16:00"]).ok();
    assert_eq!(
        moved,
        "midterm Midterm is now on Wed 16 Dec 2026 14:00-16:00, was on Wed 16 Dec 2026\n  09:00-11:00\n"
    );
    let refused = home.run(&["due", "w01.2", "--time", "14:00-16:00"]);
    assert_eq!(refused.code, 2);
    let past = home.run(&["move", "midterm", "2026-12-01"]);
    assert_eq!(past.fails(2), "error: Tue 1 Dec 2026 has passed\n");
}

/// The learner's own dates, one after another, and what is said of each.
const DATED: [(&[&str], &str); 7] = [
    (
        &["due", "midterm", "2026-12-11", "--time", "14:00-16:00"],
        "midterm Midterm is now on Fri 11 Dec 2026 14:00-16:00, was on Thu 10 Dec 2026\n  09:00-11:00\n",
    ),
    (
        &["due", "w01.2", "2026-12-24"],
        "w01.2 Sheet two is due Thu 24 Dec 2026\n",
    ),
    (
        &["due", "first month", "2027-01-05"],
        "First month is due Tue 5 Jan 2027\n",
    ),
    (
        &["due", "first month", "2027-01-05"],
        "First month is already on Tue 5 Jan 2027\n",
    ),
    (
        &["due", "w01.2", "--remove"],
        "w01.2 Sheet two has no due date of its own now\n",
    ),
    (
        &["due", "midterm", "--remove"],
        "midterm Midterm is on Wed 16 Dec 2026 09:00-11:00 again\n",
    ),
    (&["undo"], "undone: remove the date of Midterm\n"),
];

#[test]
fn a_date_is_set_and_removed_and_its_change_undone() {
    let home = home();
    home.run(&["move", "midterm", "2026-12-10"]).ok();
    for (args, said) in DATED {
        let out = home.run(args);
        assert_eq!((out.stdout.as_str(), out.code), (said, 0), "{args:?}");
    }
    assert_eq!(
        home.run(&["log"]).ok(),
        "\
when              what   slot  title
2026-12-07 08:00  begin        Mon 7 Dec 2026
2026-12-07 08:00  due          Midterm on Thu 10 Dec 2026 09:00-11:00
2026-12-07 08:00  due          Midterm on Fri 11 Dec 2026 14:00-16:00
2026-12-07 08:00  due          Sheet two on Thu 24 Dec 2026
2026-12-07 08:00  due          First month on Tue 5 Jan 2027
2026-12-07 08:00  due          Sheet two: date removed
2026-12-07 08:00  due          (undone) Midterm: date removed
2026-12-07 08:00  undo         Midterm: date removed
"
    );
}

#[test]
fn what_has_no_date_of_its_own_is_refused() {
    let home = home();
    for (args, error) in [
        (
            &["due", "nothing", "+1"][..],
            "error: nothing in the plan matches `nothing`\n",
        ),
        (
            &["due", "w01.1", "+1", "--time", "9:00-10:00"],
            "error: w01.1 Sheet one is due on a day and has no time\n",
        ),
        (
            &["due", "w01.1", "--remove"],
            "error: you have set no date for w01.1 Sheet one\n",
        ),
        (
            &["move", "dinner", "+1", "--at", "19:00"],
            "error: dinner Dinner with the group takes the whole day, so it has no length\n",
        ),
        (
            &["done", "midterm"],
            "error: `midterm` is an event, not a slot or day\n",
        ),
    ] {
        let out = home.run(args);
        let first = out.stderr.split_inclusive('\n').next();
        assert_eq!((first, out.code), (Some(error), 2), "{args:?}");
    }
    // A date in the past is recorded, with a warning.
    let past = home.run(&["due", "w01.1", "2026-12-01"]);
    assert_eq!(past.stdout, "w01.1 Sheet one is due Tue 1 Dec 2026\n");
    assert_eq!(past.stderr, "warning: Tue 1 Dec 2026 has passed\n");
    let report = home.run(&["report", "--json"]).json();
    let overdue = report["overdue_deliverables"].clone();
    let expected = json!([]);
    // It is not in this week's range any more, but in the plan's.
    assert_eq!(overdue, expected);
    let all = home.run(&["report", "--all", "--json"]).json();
    let first = &all["overdue_deliverables"][0];
    assert_eq!(
        (&first["id"], &first["due"]),
        (&json!("w01.1"), &json!("2026-12-01"))
    );
}

/// 3 h a day: with the exam on Thursday morning, 9 h come before it. In the order of the plan `Bases`
/// is in the way of `More algebra`.
#[test]
fn a_fit_places_what_an_exam_covers_before_it() {
    let home = home();
    home.run(&["due", "midterm", "2026-12-10"]).ok();
    let args = ["fit", "--hours", "mon-fri=18:00-21:00"];
    assert_eq!(
        home.run(&args).ok(),
        "\
15 h a week: mon-fri=18:00-21:00
7 slots, 10 h to do

          now              fitted
  ends    Sat 12 Dec 2026  Thu 10 Dec 2026
  a week  10 h             10 h

  3 slots in several sittings
  1 slot ahead of the plan's order, to be done before an event

  week          now                  fitted
  Week 1 One    Mon 7 - Tue 8 Dec    Mon 7 - Tue 8 Dec
  Week 2 Two    Wed 9 - Thu 10 Dec   Tue 8 - Wed 9 Dec
  Week 3 Three  Fri 11 - Sat 12 Dec  Wed 9 - Thu 10 Dec
"
    );
    let fit = home.run(&[&args[..], &["--json"]].concat()).json();
    assert_eq!(fit["events_too_early"], json!([]));
    let sittings = fit["sittings"].as_array().unwrap().iter();
    let sittings = sittings.map(|one| {
        let text = |key: &str| one[key].as_str().unwrap().to_owned();
        format!(
            "{} {} {}-{}",
            text("slot"),
            text("date"),
            text("start"),
            text("end")
        )
    });
    assert_eq!(
        sittings.collect::<Vec<_>>(),
        [
            "d01-1 2026-12-07 18:00-19:30",
            "d01-2 2026-12-07 19:30-20:30",
            "d02-1 2026-12-07 20:30-21:00",
            "d02-1 2026-12-08 18:00-18:30",
            "d03-1 2026-12-08 18:30-20:00",
            "d04-1 2026-12-08 20:00-21:00",
            "d04-1 2026-12-09 18:00-18:30",
            "d05-1 2026-12-09 20:30-21:00",
            "d05-1 2026-12-10 18:00-19:00",
            "d06-1 2026-12-09 18:30-20:30",
        ]
    );
}

/// 2 h a day: 6 h come before the exam, and 8 h 30 min are needed. Whatever the order, two slots are too
/// late.
#[test]
fn a_fit_says_what_has_no_room_before_an_exam() {
    let home = home();
    home.run(&["due", "midterm", "2026-12-10"]).ok();
    let fit = home.run(&["fit", "--hours", "mon-fri=19:00-21:00"]).ok();
    let said = "\
  no room before midterm Midterm on Thu 10 Dec 2026 09:00-11:00 for 2 slots, 3 h
    30 min: d04-1 Ideals; d06-1 More algebra
";
    assert!(fit.contains(said), "{fit}");
}

#[test]
fn the_day_of_an_event_is_busy() {
    let home = home();
    home.run(&["due", "dinner", "2026-12-08"]).ok();
    let args = ["fit", "--hours", "mon-fri=08:00-11:00", "--json"];
    let fit = home.at("2026-12-07T07:00:00").run(&args).json();
    let dates = fit["sittings"].as_array().unwrap().iter();
    let mut dates: Vec<&str> = dates.map(|one| one["date"].as_str().unwrap()).collect();
    dates.dedup();
    // Tuesday is the dinner's.
    assert_eq!(
        dates,
        ["2026-12-07", "2026-12-09", "2026-12-10", "2026-12-11"]
    );
}

#[test]
fn recovery_says_which_events_come_too_early() {
    let home = home();
    home.run(&["due", "midterm", "2026-12-10"]).ok();
    let options = home
        .at("2026-12-09T08:00:00")
        .run(&["recover", "--json"])
        .json();
    let missed = options["ways"].as_array().unwrap().iter().map(|option| {
        let late = &option["misses"]["events"][0];
        format!(
            "{} {} {}",
            option["way"].as_str().unwrap(),
            late["event"],
            late["slots_late"]
        )
    });
    assert_eq!(
        missed.collect::<Vec<_>>(),
        [
            "catch-up \"midterm\" 4",
            "rebalance \"midterm\" 4",
            "extend \"midterm\" 6",
            "let-go \"midterm\" 2",
        ]
    );
}

#[test]
fn a_plan_has_a_hundred_events_at_most() {
    let home = home();
    let mut text = PLAN.replace(
        "events:\n",
        "events:\n  - {id: first, title: F, date: 2026-12-16}\n",
    );
    let mut more = String::new();
    for number in 0..9_997 {
        let _ = writeln!(
            more,
            "  - {{id: e{number}, title: E, date: 2026-12-16, covers: w1-w2}}"
        );
    }
    text = text.replace("roadmap:", &format!("{more}roadmap:"));
    home.file("many.yaml", &text);
    let out = home.run(&["check", "many.yaml", "--json"]);
    let errors = out.parse()["errors"].clone();
    assert_eq!(errors.as_array().unwrap().len(), 1);
    assert_eq!(
        errors[0]["message"],
        "the plan has 10,000 events; the limit is 100"
    );
    let fewer: String = text
        .lines()
        .filter(|line| {
            let number = line
                .split("{id: e")
                .nth(1)
                .and_then(|rest| rest.split(',').next());
            number
                .and_then(|number| number.parse().ok())
                .is_none_or(|number: u32| number < 97)
        })
        .flat_map(|line| [line, "\n"])
        .collect();
    home.file("course.yaml", &fewer);
    let today = home.run(&["today", "--json"]).json();
    assert_eq!(today["events"].as_array().unwrap().len(), 3);
    let forecast = home.run(&["forecast", "--json"]).json();
    assert_eq!(forecast["events"].as_array().unwrap().len(), 10);
}

const TOO_MUCH: &str = "\
plan: much
title: Much
roadmap: {topics: {A: {title: Alpha}}}
events:
- {id: final, kind: exam, title: Final, date: 2026-12-16, covers: [IDS]}
days:
- {weekday: mon, slots: [{title: One, topic: A}]}
";

#[test]
fn events_cover_two_thousand_things_at_most() {
    let home = home();
    // A range of weeks is one entry; ids one by one are too many.
    let ids = "A, ".repeat(2_001);
    let covering = TOO_MUCH.replace("IDS", ids.trim_end_matches(", "));
    home.file("covers.yaml", covering);
    let out = home.run(&["check", "covers.yaml"]);
    let errors = home.run(&["check", "covers.yaml", "--json"]).parse()["errors"].clone();
    assert_eq!(out.code, 65);
    assert_eq!(errors.as_array().unwrap().len(), 1);
    assert_eq!(
        [&errors[0]["message"], &errors[0]["help"]],
        [
            "the `covers` of all events have 2,001 entries; the limit is 2,000",
            "name ranges of weeks such as `w1-w5`, or topics"
        ]
    );
}

const ADD_FINAL: [&str; 7] = [
    "add",
    "Final exam",
    "--exam",
    "--on",
    "2026-12-18",
    "--covers",
    "w1-w3",
];

#[test]
fn an_exam_can_be_added_to_any_plan() {
    let home = home();
    assert_eq!(
        home.run(&ADD_FINAL).ok(),
        "added final-exam Final exam: Fri 18 Dec 2026\n"
    );
    assert_eq!(
        home.run(&["show", "final-exam"]).ok(),
        "\
final-exam Final exam                               Fri 18 Dec 2026 · in 11 days
  exam · added by you
  covers w1-w3
  0 of the 7 slots it covers are done
"
    );
    let again = home.run(&ADD_FINAL);
    assert_eq!(again.code, 2);
    assert_eq!(
        again.stderr,
        "error: final-exam Final exam is already on Fri 18 Dec 2026\n\
         hint: `plan due final-exam 2026-12-16`, or `--remove`\n"
    );
}

/// Weeks and topics can be named by their titles, too.
#[test]
fn an_added_exam_can_be_removed_and_undone() {
    let home = home();
    home.run(&ADD_FINAL).ok();
    home.run(&["off", "2026-12-19"]).ok();
    let oral = home.run(&[
        "add",
        "口试",
        "--event",
        "--on",
        "2026-12-19",
        "--covers",
        "Algebra、d2",
    ]);
    assert_eq!(oral.stdout, "added event-9528fccf 口试: Sat 19 Dec 2026\n");
    assert_eq!(
        oral.stderr,
        "warning: event-9528fccf 口试 is on a rest day, Sat 19 Dec 2026\n"
    );
    let shown = home.run(&["show", "口试", "--json"]).json();
    assert_eq!(
        shown["shown"][0]["events"][0]["covers"],
        json!(["A", "d02-1"])
    );
    assert_eq!(
        home.run(&["due", "final exam", "--remove"]).ok(),
        "removed final-exam Final exam\n"
    );
    home.run(&["show", "final-exam"]).fails(2);
    home.run(&["undo"]).ok();
    home.run(&["show", "final-exam"]).ok();
    home.run(&["undo", "4"]).ok();
    home.run(&["show", "final-exam"]).fails(2);
}

#[test]
fn an_exam_covers_something_of_the_plan() {
    let home = home();
    for (args, errors) in [
        (
            &["--exam", "--covers", ""][..],
            "error: `` covers no slots\nhint: write weeks, topics or slots: `--covers w1-w5,A`\n",
        ),
        (
            &["--covers", "w1"],
            "error: only an exam or another event covers slots\n\
             hint: add `--exam`, or `--event` for anything else\n",
        ),
        (
            &["--exam", "--time", "9:00"],
            "error: `9:00` is a time without an end\nhint: write it as 19:00-20:00 or 7pm-8pm\n",
        ),
    ] {
        let out = home.run(&[&["add", "X", "--on", "2026-12-18"], args].concat());
        assert_eq!((out.stderr.as_str(), out.code), (errors, 2), "{args:?}");
    }
    let week = home.run(&["add", "X", "--exam", "--on", "2026-12-18", "--covers", "w9"]);
    assert_eq!(week.code, 2);
    assert_eq!(home.run(&["log"]).ok().lines().count(), 2);
    // One in the past is kept, with a warning.
    let past = home.run(&["add", "X", "--exam", "--on", "2026-12-01", "--covers", "w1"]);
    assert_eq!(past.stdout, "added x X: Tue 1 Dec 2026\n");
    assert_eq!(past.stderr, "warning: Tue 1 Dec 2026 has passed\n");
}

/// Four weeks of Monday to Friday, an hour and a half a day; the exam covers the first two. With week 1
/// done and the rest fitted into an hour an evening, ten slots of weeks 3 and 4 are not covered, whatever
/// their sittings.
#[test]
fn uncovered_slots_count_once_and_letting_them_go_never_lowers_a_chance() {
    let days: String = ["mon", "tue", "wed", "thu", "fri"]
        .map(|day| {
            format!("      - {{weekday: {day}, slots: [{{time: 19:00-20:30, title: {day}}}]}}\n")
        })
        .concat();
    let weeks = ["One", "Two", "Three", "Four"];
    let weeks = weeks.map(|title| format!("  - title: {title}\n    days:\n{days}"));
    for date in [
        "2026-12-14",
        "2026-12-22",
        "2026-12-24",
        "2026-12-30",
        "2027-12-30",
    ] {
        let home = Sandbox::new().at("2026-12-07T18:30:00");
        let plan = format!(
            "plan: g\ntitle: G\nevents:\n  - {{id: mock, title: Mock, kind: exam, date: {date}, covers: [w1, w2]}}\nweeks:\n{}",
            weeks.concat()
        );
        home.file("g.yaml", plan);
        home.run(&["init", "g.yaml"]).ok();
        for day in 7..=11 {
            let evening = home.at(&format!("2026-12-{day:02}T20:45:00"));
            evening.run(&["done", "1"]).ok();
        }
        let home = home.at("2026-12-12T10:00:00");
        home.run(&["fit", "--hours", "mon-fri=19:00-20:00", "--apply"])
            .ok();
        let odds = home.run(&["forecast", "--json"]).json()["events"][0].clone();
        let percent = |key: &str| odds[key].as_u64().expect("a chance");
        assert_eq!(odds["uncovered_slots"], 10, "{odds}");
        assert!(
            percent("chance_without_uncovered_slots") >= percent("chance"),
            "{odds}"
        );
        // It is Saturday, and nothing is studied before Monday.
        if date == "2026-12-14" {
            let hour = percent("chance_with_an_hour_more_a_week");
            assert_eq!((percent("chance"), hour), (0, 0));
        }
        // A whole year for five slots.
        if date == "2027-12-30" {
            assert_eq!(percent("chance"), 100);
        }
    }
}

#[test]
fn what_ends_where_the_next_study_day_begins_is_after_an_exam_of_the_day() {
    let home = Sandbox::new().at("2026-12-07T12:00:00");
    home.file(
        "night.yaml",
        "plan: night\ntitle: Night\nevents: [{id: mid, kind: exam, title: Mid, date: 2026-12-08, \
         time: '09:00-11:00', covers: [w1]}]\nweeks: [{week: 1, days: [{day: 1, weekday: tue, slots: \
         [{time: '08:00-09:00', title: Before}, {time: '03:00-04:00', title: After}]}]}]\n",
    );
    home.run(&["init", "night.yaml", "--start", "2026-12-08"])
        .ok();
    // At three in the night Tuesday, the date of the exam, still goes on.
    let milestones = home.run(&["milestones", "--json"]).json();
    let covered = &milestones["events"][0]["covered"];
    assert_eq!(
        (&covered["slots"], &covered["late"]),
        (&2.into(), &1.into())
    );
}
