//! `plan add`: slots that are in no file.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::sandbox::{Output, Sandbox};

const PLAN: &str = "\
plan: p
title: Reading
weeks:
- week: 1
  title: One
  days:
  - {day: 1, weekday: mon, slots: [{id: a, time: '19:00-20:30', title: Alpha}]}
  - {day: 2, weekday: wed, slots: [{id: b, time: '19:00-20:00', title: Beta}]}
  deliverables: [{id: w1.1, text: an essay}]
- week: 2
  title: Two
  days:
  - {day: 3, weekday: mon, slots: [{id: c, time: '19:00-20:00', title: Gamma}]}
  - {day: 4, weekday: wed, slots: [{id: d, time: '19:00-20:00', title: Delta}]}
";

/// On the Tuesday of the first week, with nothing marked.
fn home() -> Sandbox {
    let home = Sandbox::new().at("2026-09-08T12:00:00");
    home.file("p.yaml", PLAN);
    home.run(&["init", "p.yaml", "--start", "2026-09-07"]).ok();
    home
}

/// Both outputs, with the random ids numbered in the order of the journal: `x-1`, `x-2`.
#[track_caller]
fn said(home: &Sandbox, args: &[&str]) -> (String, String) {
    let Output { stdout, stderr, .. } = home.run(args);
    (numbered(home, &stdout), numbered(home, &stderr))
}

fn numbered(home: &Sandbox, text: &str) -> String {
    let ids = (1..).zip(ids(home));
    ids.fold(text.to_owned(), |text, (number, id)| {
        text.replace(&id, &format!("x-{number}"))
    })
}

/// The ids of added slots in the order of the journal.
fn ids(home: &Sandbox) -> Vec<String> {
    let journal = String::from_utf8(home.journal("p")).unwrap();
    let events = journal.lines().map(|line| {
        let event: Value = serde_json::from_str(line).unwrap();
        event
    });
    let added = events.filter(|event| event["t"] == "add");
    added
        .map(|event| event["slot"].as_str().unwrap().to_owned())
        .collect()
}

fn added(home: &Sandbox, args: &[&str]) {
    home.run(&[&["add"], args].concat()).ok();
}

/// The titles on each date of a week, in order.
fn week(home: &Sandbox, date: &str) -> BTreeMap<String, Vec<String>> {
    let week = home.run(&["week", date, "--json"]).json();
    let days = week["days"].as_array().unwrap().clone();
    let days = days.into_iter().filter_map(|day| {
        let slots = day["slots"].as_array().unwrap();
        let titles = slots.iter().map(|slot| slot["title"].as_str().unwrap());
        let titles: Vec<String> = titles.map(str::to_owned).collect();
        (!titles.is_empty()).then(|| (day["date"].as_str().unwrap().to_owned(), titles))
    });
    days.collect()
}

#[test]
fn a_slot_is_added_with_a_time_a_length_or_neither() {
    let home = home();
    let tutorial = [
        "add",
        " 答疑 ",
        "--on",
        "9月12日",
        "--time",
        "下午2点",
        "--duration",
        "1小时",
    ];
    for (args, line) in [
        (
            &["add", "Office hour", "--on", "wed", "--time", "20:00-20:30"][..],
            "x-1 Office hour  Wed 9 Sep 2026 20:00-20:30, 30 min, Week 1 One\n",
        ),
        (
            &["add", "Blog post", "--duration", "45m"],
            "x-2 Blog post  Tue 8 Sep 2026, 45 min, Week 1 One\n",
        ),
        (
            &tutorial,
            "x-3 答疑  Sat 12 Sep 2026 14:00-15:00, 1 h, Week 1 One\n",
        ),
        (
            &["add", "Call", "--on", "2026-09-14", "--time", "7pm-8"],
            "x-4 Call  Mon 14 Sep 2026 19:00-20:00, 1 h, Week 2 Two\n",
        ),
        (&["add", "Think"], "x-5 Think  Tue 8 Sep 2026, Week 1 One\n"),
    ] {
        assert_eq!(said(&home, args).0, line, "{args:?}");
    }
}

#[test]
fn ids_are_random_and_slots_without_a_time_come_last() {
    let home = home();
    added(&home, &["Blog post", "--duration", "45m"]);
    added(&home, &["Think"]);
    added(&home, &["Call", "--time", "21:00-21:30"]);
    assert!(ids(&home).iter().all(|id| {
        let digits = id.strip_prefix("x-").unwrap();
        digits.len() == 8 && digits.bytes().all(|b| b.is_ascii_hexdigit())
    }));
    let tuesday = home.run(&["today", "--json"]).json();
    let slots = tuesday["days"][0]["slots"].as_array().unwrap().clone();
    let keys = [
        "ordinal",
        "title",
        "day",
        "week",
        "start",
        "planned_minutes",
    ];
    let rows = slots.iter().map(|slot| keys.map(|key| slot[key].clone()));
    let rows: Value = rows.map(|row| Value::from(row.to_vec())).collect();
    let expected = json!([
        [1, "Call", null, 1, "21:00", 30],
        [2, "Blog post", null, 1, null, 45],
        [3, "Think", null, 1, null, null],
    ]);
    assert_eq!(rows, expected);
}

#[test]
fn what_cannot_be_added_is_refused_and_records_nothing() {
    let home = home();
    let before = home.journal("p");
    for (args, error) in [
        (
            &["add", " "][..],
            "error: the title is empty\n\
             hint: for example `plan add \"Office hour\" --on wed --time 19:00-20:00`\n",
        ),
        (
            &["add", "x", "--on", "yesterday"],
            "error: Mon 7 Sep 2026 has passed\n\
             hint: add it without `--on`, then `plan done TITLE --date DATE` records when it was done\n",
        ),
        (
            &["add", "x", "--time", "20:00-19:00"],
            "error: `20:00-19:00` does not end later that day\n\
             hint: write it as 19:00-20:00 or 7pm-8pm\n",
        ),
        (
            &["add", "x", "--time", "19:00"],
            "error: a slot from 19:00 on needs an end\n\
             hint: write it as 19:00-20:00, or add `--duration 1h`\n",
        ),
        (
            &["add", "x", "--time", "19:00-20:00", "--duration", "1h"],
            "error: `--duration` is one too many: `--time` has an end\n\
             hint: leave out one of them\n",
        ),
        (
            &["add", "x", "--time", "23:30", "--duration", "1h"],
            "error: 1 h from 23:30 would run past midnight\n",
        ),
    ] {
        assert_eq!(home.run(args).fails(2), error, "{args:?}");
    }
    assert_eq!(home.journal("p"), before);
}

#[test]
fn suspicious_dates_and_times_are_warned_of() {
    let home = home();
    home.run(&["off", "2026-09-11"]).ok();
    for (args, warnings) in [
        (
            &["add", "Talk", "--on", "wed", "--time", "19:30-20:00"][..],
            "warning: b Beta and x-1 Talk overlap on Wed 9 Sep 2026; `plan undo` reverts it\n",
        ),
        (
            &["add", "Film", "--on", "2026-09-11", "--duration", "30m"],
            "warning: x-2 Film is on Fri 11 Sep 2026, a rest day; `plan undo` reverts it\n",
        ),
        (
            &["add", "Exam", "--on", "2026-09-18"],
            "warning: x-3 Exam is on Fri 18 Sep 2026, after the plan's end on Wed 16 Sep 2026; `plan undo` reverts it\n",
        ),
        (
            // 30 minutes of the talk and an hour of Beta make 90, the most there is on any day.
            &["add", "More", "--on", "wed", "--duration", "1m"],
            "warning: Wed 9 Sep 2026 now has 1 h 31 min, the plan's fullest day has 1 h 30 min; `plan undo` reverts it\n",
        ),
    ] {
        assert_eq!(said(&home, args).1, warnings, "{args:?}");
    }
}

#[test]
fn it_counts_and_is_marked_like_any_other() {
    let home = home();
    added(
        &home,
        &["Office hour", "--on", "wed", "--time", "20:00-20:30"],
    );
    let wednesday = home.at("2026-09-09T21:00:00");
    assert_eq!(
        said(
            &wednesday,
            &["done", "20:00", "--took", "40m", "--note", "helped"]
        )
        .0,
        "✓ x-1 Office hour   40 min (planned 30 min)\n\
         note x-1 Office hour: helped\n\
         \x20 left today: 1 (1 h)\n"
    );
    // Two of three: Alpha, 90 minutes, is overdue, Beta's hour is due. 30 of 180 minutes are done.
    let report = wednesday.run(&["report", "1", "--json"]).json();
    let range = &report["progress"]["range"];
    for (key, value) in [
        ("slots", 3),
        ("done", 1),
        ("overdue", 1),
        ("planned_minutes", 180),
        ("planned_done_minutes", 30),
        ("measured_minutes", 40),
    ] {
        assert_eq!(range[key], value, "{key}");
    }
    // The essay is due with the last slot of the file in its week.
    let essay = wednesday.run(&["show", "w1.1", "--json"]).json();
    assert_eq!(essay["shown"][0]["deliverables"][0]["due"], "2026-09-09");
}

#[test]
fn it_is_reopened_moved_and_skipped_like_any_other() {
    let home = home();
    added(
        &home,
        &["Office hour", "--on", "wed", "--time", "20:00-20:30"],
    );
    let id = ids(&home)[0].clone();
    let wednesday = home.at("2026-09-09T21:00:00");
    wednesday.run(&["done", &id]).ok();
    assert_eq!(
        said(&wednesday, &["reopen", "office"]).0,
        "  x-1 Office hour   is open again\n  left today: 1, 2 (1 h 30 min)\n"
    );
    assert_eq!(
        said(&wednesday, &["move", "2", "fri", "--at", "18:00"]).0,
        "x-1 Office hour  to Fri 11 Sep 2026 18:00-18:30 (planned for Wed 9 Sep 2026)\n"
    );
    assert_eq!(
        said(&wednesday, &["skip", &id, "--why", "closed"]).0,
        "– x-1 Office hour   planned 30 min   closed\n  left today: 1 (1 h)\n"
    );
    assert_eq!(
        said(&wednesday, &["show", "office"])
            .0
            .lines()
            .nth(1)
            .unwrap(),
        "  Fri 11 Sep · extra slot · 18:00-18:30 · 30 min · skipped · moved from Wed 9 Sep"
    );
}

#[test]
fn several_alike_keep_their_marks_apart() {
    let home = home();
    for date in ["2026-09-09", "2026-09-16"] {
        added(&home, &["Beta", "--on", date, "--time", "20:00-21:00"]);
        let day = home.at(&format!("{date}T22:00:00"));
        day.run(&["done", "20:00"]).ok();
        // A slot of the file has the same title and length; its mark is not confused with these.
        let shown = day.run(&["done", "b"]);
        assert_eq!(shown.stderr, "");
    }
    let later = home.at("2026-09-17T08:00:00");
    let done = later.run(&["report", "--all", "--json"]).json();
    assert_eq!(done["progress"]["plan"]["done"], 3);
    assert!(!later.run(&["doctor"]).ok().contains("orphan"));
}

#[test]
fn undo_takes_it_back_and_redo_brings_it_again() {
    let home = home();
    let before = week(&home, "2026-09-09");
    added(&home, &["Talk", "--on", "sat", "--duration", "1h"]);
    let after = week(&home, "2026-09-09");
    assert_eq!(after["2026-09-12"], ["Talk"]);
    assert_eq!(
        said(&home, &["undo"]).0,
        "undone: add x-1 Talk on Sat 12 Sep 2026\n"
    );
    assert_eq!(week(&home, "2026-09-09"), before);
    home.run(&["redo"]).ok();
    assert_eq!(week(&home, "2026-09-09"), after);
    let log = said(&home, &["log"]).0;
    let lines: Vec<&str> = log.lines().skip(2).map(str::trim_end).collect();
    assert_eq!(
        lines,
        [
            "2026-09-08 12:00  add    x-1  Talk                                    on Sat 12 Sep 2026",
            "2026-09-08 12:00  undo               (brought back by redo) x-1 Talk",
            "2026-09-08 12:00  redo               x-1 Talk",
        ]
    );
}

#[test]
fn the_week_is_the_one_that_holds_its_date_or_the_one_before() {
    let home = home();
    for (date, week) in [
        ("2026-09-09", 1),
        ("2026-09-13", 1),
        ("2026-09-14", 2),
        ("2026-09-20", 2),
        ("2026-12-01", 2),
    ] {
        added(&home, &["Talk", "--on", date]);
        let id = ids(&home).pop().unwrap();
        let shown = home.run(&["show", &id, "--json"]).json();
        assert_eq!(shown["shown"][0]["slots"][0]["week"], week, "{date}");
    }
}

#[test]
fn fit_and_shift_leave_it_where_it_is() {
    let home = home();
    added(
        &home,
        &["Office hour", "--on", "wed", "--time", "19:30-20:00"],
    );
    added(&home, &["Blog post", "--on", "thu", "--duration", "30m"]);
    home.run(&["move", "blog", "fri"]).ok();
    home.run(&["fit", "--hours", "mon-fri=19:00-20:00", "--apply"])
        .ok();
    // From Tuesday on an hour each evening: 60 of Alpha's 90 minutes on Tuesday, the other 30 before
    // the office hour. Thursday is free for Beta's hour; Friday has 30 minutes, which begin Gamma.
    let laid = home.run(&["week", "2026-09-08", "--json"]).json();
    let days = laid["days"].as_array().unwrap();
    let slots = days.iter().flat_map(|day| day["slots"].as_array().unwrap());
    let row = |slot: &Value| {
        let text = |key: &str| slot[key].as_str().unwrap_or("-").to_owned();
        format!(
            "{} {} {}-{}",
            text("title"),
            text("date"),
            text("start"),
            text("end")
        )
    };
    assert_eq!(
        slots.map(row).collect::<Vec<_>>(),
        [
            "Alpha 2026-09-08 19:00-20:00",
            "Alpha 2026-09-09 19:00-19:30",
            "Office hour 2026-09-09 19:30-20:00",
            "Beta 2026-09-10 19:00-20:00",
            "Gamma 2026-09-11 19:00-19:30",
            "Blog post 2026-09-11 ---",
        ]
    );
    home.run(&["undo"]).ok();
    home.run(&["shift", "1w"]).ok();
    assert_eq!(
        week(&home, "2026-09-08"),
        BTreeMap::from([
            ("2026-09-09".to_owned(), vec!["Office hour".to_owned()]),
            ("2026-09-11".to_owned(), vec!["Blog post".to_owned()]),
        ])
    );
}

#[test]
fn a_slot_of_the_file_with_its_id_takes_its_place() {
    let home = home();
    added(
        &home,
        &["Office hour", "--on", "wed", "--time", "20:00-20:30"],
    );
    let id = ids(&home)[0].clone();
    home.at("2026-09-09T21:00:00").run(&["done", &id]).ok();
    let day = format!(
        "{{day: 4, weekday: wed, slots: [{{id: {id}, time: '18:00-18:30', title: Office hour}}, "
    );
    home.file(
        "p.yaml",
        PLAN.replace("{day: 4, weekday: wed, slots: [", &day),
    );
    let later = home.at("2026-09-10T08:00:00");
    assert_eq!(week(&later, "2026-09-09")["2026-09-09"], ["Beta"]);
    assert_eq!(
        week(&later, "2026-09-16")["2026-09-16"],
        ["Office hour", "Delta"]
    );
    let shown = later.run(&["show", &id, "--json"]).json();
    let slot = &shown["shown"][0]["slots"][0];
    assert_eq!((&slot["status"], &slot["day"]), (&json!("done"), &json!(4)));
}

#[test]
fn json_exports_hold_it_and_yaml_ones_do_not() {
    let home = home();
    added(&home, &["Talk", "--on", "sat", "--duration", "1h"]);
    let export = home.run(&["export", "--json"]).json();
    let days = export["phases"][0]["weeks"][0]["days"].as_array().unwrap();
    let rows = days.iter().map(|day| {
        let slot = &day["sessions"][0]["slots"][0];
        (
            day["day"].clone(),
            day["date"].clone(),
            slot["title"].clone(),
        )
    });
    assert_eq!(
        rows.collect::<Vec<_>>(),
        [
            (json!(1), json!("2026-09-07"), json!("Alpha")),
            (json!(2), json!("2026-09-09"), json!("Beta")),
            (json!(null), json!("2026-09-12"), json!("Talk")),
        ]
    );
    let yaml = home.run(&["export", "--format", "yaml"]).ok();
    assert!(!yaml.contains("Talk"));
    let against = home.run(&["check", "--against", "p.yaml"]).ok();
    let counts = "6 kept, 0 renamed, 0 orphaned, 0 changed, 0 added, 0 removed";
    assert!(against.contains(counts), "{against}");
}
