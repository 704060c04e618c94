//! Dates, times, durations and targets are read in the forms in which people and screens write them.

use crate::sandbox::Sandbox;

const EVENINGS: &str = "\
plan: evenings
title: Evenings
language: en
days:
  - day: 1
    weekday: Mon
    slots:
      - {time: 09:00–10:30, title: Read}
      - {time: 10:45–12:00, title: Draw}
      - {duration: 1 h 30 min, title: Build}
  - {day: 2, weekday: Wednesday, slots: [{time: 19:00-20:00, title: Review}]}
  - {day: 3, weekday: 周五, slots: [{time: 7pm-8pm, title: Exam}]}
";

/// Begun on Monday, 7 September 2026, and looked at in the evening.
fn home() -> Sandbox {
    let home = Sandbox::new()
        .at("2026-09-07T21:30:00")
        .env("COLUMNS", "80");
    home.file("evenings.yaml", EVENINGS);
    home.run(&["init", "evenings.yaml", "--start", "Mon 7 Sep"])
        .ok();
    home
}

#[track_caller]
fn first_line(home: &Sandbox, args: &[&str]) -> String {
    let said = home.run(args).ok();
    let line = said.lines().next().unwrap_or_default();
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn plan_files_have_times_and_weekdays_as_people_write_them() {
    let home = home();
    let week: Vec<String> = home
        .run(&["week"])
        .ok()
        .lines()
        .filter(|line| {
            let is_slot = line.chars().nth(3).is_some_and(|c| c.is_ascii_digit());
            is_slot || line.contains("Day ")
        })
        .map(|line| line.trim_end().to_owned())
        .collect();
    assert_eq!(
        week,
        [
            "Mon 7 Sep  Day 1 Mon",
            "   1  09:00-10:30  Read",
            "   2  10:45-12:00  Draw",
            "   3  1 h 30 min   Build",
            "Wed 9 Sep  Day 2 Wed",
            "   1  19:00-20:00  Review",
            "Fri 11 Sep Day 3 Fri",
            "   1  19:00-20:00  Exam",
        ]
    );
}

#[test]
fn durations_and_times_as_people_write_them() {
    for (took, shown) in [
        ("1 h 30 min", "1 h 30 min"),
        ("1h 30m", "1 h 30 min"),
        ("90min", "1 h 30 min"),
        ("1：30", "1 h 30 min"),
        ("２h", "2 h"),
    ] {
        assert_eq!(
            first_line(&home(), &["done", "1", "--took", took]),
            format!("✓ d01-0900 Read {shown} (planned 1 h 30 min)"),
            "{took}"
        );
    }
    for (at, recorded) in [
        ("9am", "2026-09-07T09:00:00+08:00"),
        ("9 pm", "2026-09-07T21:00:00+08:00"),
        ("18", "2026-09-07T18:00:00+08:00"),
        ("１０：４５", "2026-09-07T10:45:00+08:00"),
    ] {
        let home = home();
        let json = home.run(&["done", "1", "--at", at, "--json"]).json();
        assert_eq!(json["recorded"][0]["at"], recorded, "{at}");
    }
    let refused = home().run(&["done", "1", "--took", "soon"]);
    assert_eq!(
        refused.stderr,
        "\
error: invalid duration `soon`
hint: write it as 80, 80m, 1h20m, 1 h 20 min, 1:20 or 1.5h; at least one minute, at most 24h
"
    );
    let refused = home().run(&["done", "1", "--at", "24"]);
    assert_eq!(
        refused.stderr,
        "error: invalid time of day `24`\nhint: write it as 09:30, 9:30pm or 18\n"
    );
}

#[test]
fn dates_need_no_flag() {
    let home = home();
    let wednesday = "Evenings Wed 9 Sep 2026";
    for date in [
        "wed",
        "Wed",
        "wednesday",
        "周三",
        "2026-9-9",
        "Wed 9 Sep",
        "9 sep 2026",
    ] {
        assert_eq!(first_line(&home, &["today", date]), wednesday, "{date}");
        assert_eq!(
            first_line(&home, &["today", "--date", date]),
            wednesday,
            "{date}"
        );
    }
    assert_eq!(
        first_line(&home, &["today", "+1w"]),
        "Evenings Mon 14 Sep 2026"
    );
    assert_eq!(
        first_line(&home, &["today", "-1"]),
        "Evenings Sun 6 Sep 2026"
    );
    let second = "Evenings Mon 14 - Sun 20 Sep 2026";
    for week in ["next", "+1w", "2026-09-16"] {
        assert_eq!(first_line(&home, &["week", week]), second, "{week}");
    }
    assert_eq!(
        first_line(&home, &["week", "last"]),
        "Evenings Mon 31 Aug - Sun 6 Sep 2026"
    );
    assert_eq!(first_line(&home, &["next", "fri"]), "Exam d03-1900");
    assert_eq!(
        first_line(&home, &["log", "yesterday"]),
        "nothing recorded for Sun 6 Sep 2026"
    );
    let refused = home.run(&["today", "someday"]);
    assert_eq!(
        refused.stderr,
        "\
error: invalid date `someday`
hint: write it as 2026-12-07, 7 dec, mon, yesterday, +3, -1 or +1w
"
    );
}

/// A number after `report` and `week` is that of a week of the plan.
#[test]
fn weeks_and_phases_need_no_flag() {
    let home = Sandbox::new()
        .at("2026-12-03T12:00:00")
        .env("COLUMNS", "100");
    home.run(&["init", "--start", "2026-11-30"]).ok();
    let third = "Mon 7 - Fri 11 Dec 2026 · Week 3";
    for week in ["3", "w3", "week 3", "Ｗ３"] {
        let line = first_line(&home, &["report", week]);
        assert!(line.starts_with(third), "{week}: {line}");
    }
    for (what, starts) in [
        ("p2", "Mon 7 - Sun 20 Dec 2026 · Weeks 3-4"),
        ("all", "Mon 30 Nov 2026 - "),
        ("tue", "Mon 30 Nov - Sun 6 Dec 2026 · Weeks 1-2"),
        ("last", "Mon 23 - Sun 29 Nov 2026"),
    ] {
        let line = first_line(&home, &["report", what]);
        assert!(line.starts_with(starts), "{what}: {line}");
    }
    assert!(first_line(&home, &["week", "3"]).ends_with(" Mon 7 - Sun 13 Dec 2026"));
    let refused = home.run(&["week", "99"]);
    assert_eq!(
        refused.stderr,
        "error: no such week `99`\nhint: the plan has weeks 1 to 12\n"
    );
}

#[test]
fn targets_in_the_forms_of_other_keyboards() {
    for target in ["1，3", "1、3", "１,３", "1, 3"] {
        let said = home().run(&["done", target]).ok();
        assert_eq!(
            said,
            "\
✓ d01-0900 Read   planned 1 h 30 min
✓ d01-3 Build   planned 1 h 30 min
  left today: 2 (1 h 15 min)
",
            "{target}"
        );
    }
    for target in ["２", "10：45", "10:45–12:00", "ｄ１．２", "Ｄｒａｗ"] {
        let line = first_line(&home(), &["done", target]);
        assert_eq!(line, "✓ d01-1045 Draw planned 1 h 15 min", "{target}");
    }
    let line = first_line(&home(), &["done", "1–2"]);
    assert_eq!(line, "✓ d01-0900 Read planned 1 h 30 min");
    // What is typed is quoted as it was typed.
    assert_eq!(
        home().run(&["done", "４"]).stderr,
        "\
error: no slot 4 on Mon 7 Sep 2026
hint: slots 1 to 3: d01-0900 Read; d01-1045 Draw; d01-3 Build
"
    );
}

/// Only what is read is put into normal form, never what is kept.
#[test]
fn notes_and_reasons_are_kept_as_they_were_typed() {
    let home = home();
    let json = home
        .run(&["note", "１", "２、三～Cafe\u{301}", "--json"])
        .json();
    assert_eq!(json["recorded"][0]["text"], "２、三～Cafe\u{301}");
    let json = home
        .run(&["skip", "２", "--why", "９：００", "--json"])
        .json();
    assert_eq!(json["recorded"][0]["why"], "９：００");
}

#[test]
fn ranges_and_weeks_as_screens_print_them() {
    for range in [
        "2026-09-09..2026-09-11",
        "wed..fri",
        "Wed..Friday",
        "Wed 9 - Fri 11 Sep 2026",
        "Wed 9 – Fri 11 Sep",
    ] {
        let json = home().run(&["off", range, "--json"]).json();
        let off = &json["recorded"][0];
        assert_eq!(
            (&off["from"], &off["to"]),
            (&"2026-09-09".into(), &"2026-09-11".into()),
            "{range}"
        );
    }
    for weeks in ["1w", "1 week", "＋1w"] {
        let json = home().run(&["shift", weeks, "--json"]).json();
        assert_eq!(json["recorded"][0]["weeks"], 1, "{weeks}");
    }
}
