//! Busy times: what a calendar file takes is avoided.

use serde_json::Value;

use crate::sandbox::Sandbox;

const PLAN: &str = "\
plan: p
title: Reading
weeks:
- week: 1
  days:
  - {day: 1, weekday: mon, slots: [{id: a, time: '19:00-21:00', title: Alpha}]}
  - {day: 2, weekday: tue, slots: [{id: b, time: '19:00-20:00', title: Beta}]}
";

/// Mondays from 19:30 to 20:00 for ever; all of Tuesday, 8 September; and what leaves one free.
const WORK: &str = "\
BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1
DTSTART;TZID=Asia/Tokyo:20200106T203000
DTEND;TZID=Asia/Tokyo:20200106T210000
RRULE:FREQ=WEEKLY
SUMMARY:Call
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART;VALUE=DATE:20260908
SUMMARY:Trip
END:VEVENT
BEGIN:VEVENT
UID:3
DTSTART;VALUE=DATE:20260909
TRANSP:TRANSPARENT
SUMMARY:Birthday
END:VEVENT
END:VCALENDAR
";

const HOURS: &str = "mon-wed=19:00-21:00";

/// In Shanghai, on the Sunday before the plan begins.
fn home() -> Sandbox {
    let home = Sandbox::new()
        .short()
        .env("TZ", "CST-8")
        .at("2026-09-06T12:00:00");
    home.file("p.yaml", PLAN);
    home.file("work.ics", WORK);
    home.run(&["init", "p.yaml", "--start", "2026-09-07"]).ok();
    home
}

fn config(home: &Sandbox) -> String {
    std::fs::read_to_string(home.home().join("config/config.yaml")).expect("a configuration")
}

/// Where the sittings would be.
fn laid(home: &Sandbox, args: &[&str]) -> Vec<String> {
    let args = [&["fit", "--json"], args].concat();
    let answer = home.run(&args).json();
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let sittings = answer["sittings"].as_array().expect("sittings").iter();
    let shown = |one: &Value| {
        let [slot, date, start, end] = ["slot", "date", "start", "end"].map(|key| text(&one[key]));
        format!("{slot} {} {start}-{end}", &date[5..])
    };
    sittings.map(shown).collect()
}

/// Half an hour of Monday is gone and all of Tuesday.
const AROUND: [&str; 4] = [
    "a 09-07 19:00-19:30",
    "a 09-07 20:00-21:00",
    "a 09-09 19:00-19:30",
    "b 09-09 19:30-20:30",
];

#[test]
fn fit_avoids_busy_times_and_remembers_the_file() {
    let home = home();
    let before = config(&home);
    assert_eq!(
        laid(&home, &["--hours", HOURS]),
        ["a 09-07 19:00-21:00", "b 09-08 19:00-20:00"]
    );
    assert_eq!(
        laid(&home, &["--hours", HOURS, "--busy", "work.ics"]),
        AROUND
    );
    let said = home.run(&["fit", "--hours", HOURS, "--busy", "work.ics"]);
    assert_eq!(
        said.stderr,
        "hint: `plan fit --hours 'mon-wed=19:00-21:00' --busy work.ics --apply` applies it\n"
    );
    assert_eq!(config(&home), before);
    home.run(&["fit", "--hours", HOURS, "--busy", "work.ics", "--apply"])
        .ok();
    let file = home.home().join("work.ics");
    assert_eq!(
        config(&home),
        format!("{before}busy: [\"{}\"]\n", file.display())
    );
    // Once.
    home.run(&["fit", "--from", "today", "--busy", "work.ics", "--apply"])
        .ok();
    assert_eq!(
        config(&home),
        format!("{before}busy: [\"{}\"]\n", file.display())
    );
    assert_eq!(laid(&home, &["--from", "today"]), AROUND);
    // The layout is undone, the file is still known.
    home.run(&["undo"]).ok();
    home.run(&["undo"]).ok();
    assert_eq!(laid(&home, &["--hours", HOURS]), AROUND);
    // Times without a time of day: all of Tuesday is gone.
    assert_eq!(
        laid(&home, &["--hours", "mon-wed=2h"]),
        ["a 09-07 ---", "b 09-09 ---"]
    );
}

#[test]
fn recover_and_move_know_them() {
    let home = home();
    home.file(
        "config/config.yaml",
        format!("{}busy: ../work.ics\n", config(&home)),
    );
    let said = home.run(&["move", "b", "2026-09-07"]);
    assert_eq!(
        said.stderr,
        "\
warning: b Beta is on Mon 7 Sep 2026, when you are busy; `plan undo` reverts it
warning: Mon 7 Sep 2026 now has 3 h, the plan's fullest day has 2 h; `plan undo` reverts it
warning: a Alpha and b Beta overlap on Mon 7 Sep 2026; `plan undo` reverts it
"
    );
    home.run(&["undo"]).ok();
    let zh = home.run(&["--lang", "zh", "move", "a", "2026-09-14"]);
    assert!(
        zh.stderr.starts_with(
            "警告：a Alpha 在 2026年9月14日 周一，那时已有安排；用 `plan undo` 撤销\n"
        ),
        "{zh}"
    );
}

/// Alpha takes two hours, and was missed on Monday.
#[test]
fn recover_avoids_busy_times() {
    let home = home().at("2026-09-08T22:00:00");
    home.file(
        "config/config.yaml",
        format!("{}busy: ../work.ics\n", config(&home)),
    );
    home.run(&["done", "b"]).ok();
    let end = |busy: &str| {
        home.file("work.ics", busy);
        let answer = home.run(&["recover", "--rebalance", "--json"]).json();
        answer["ways"][0]["end"].to_string().replace('"', "")
    };
    assert_eq!(end(WORK), "2026-09-09");
    // Busy on all of Wednesday, and in the middle of its evening.
    assert_eq!(end(&WORK.replace("TRANSP:TRANSPARENT\n", "")), "2026-09-10");
    let evening = "DTSTART:20260909T113000Z\nDTEND:20260909T120000Z\n";
    let evening = WORK.replace("DTSTART;VALUE=DATE:20260909\nTRANSP:TRANSPARENT\n", evening);
    assert_eq!(end(&evening), "2026-09-10");
}

#[test]
fn a_file_that_cannot_be_used_is_a_warning_where_it_matters() {
    let home = home();
    home.file(
        "config/config.yaml",
        format!("{}busy: [../page.ics, ../work.ics]\n", config(&home)),
    );
    home.file("page.ics", "<html>\n");
    let before = home.run(&["fit", "--hours", HOURS]);
    let page = home.home().join("config/../page.ics");
    let page = page.strip_prefix(home.home()).expect("in the home");
    assert_eq!(
        before.stderr,
        format!(
            "\
warning: `{}` is not an iCalendar file
hint: export or download the calendar as an `.ics` file: it begins with `BEGIN:VCALENDAR`
hint: its times are not avoided; fix the file, or take it out of `busy` in the configuration
hint: `plan fit --hours 'mon-wed=19:00-21:00' --apply` applies it
",
            page.display()
        )
    );
    assert_eq!(laid(&home, &["--hours", HOURS]), AROUND);
    for args in [
        &["today"][..],
        &["done", "a"],
        &["off", "tomorrow"],
        &["status"],
        &["doctor"],
    ] {
        let said = home.run(args);
        assert!(!said.stderr.contains("ics"), "{said}");
    }
    // Asked for by name, it is an error, and nothing is recorded.
    let journal = home.run(&["log", "--json"]).json();
    home.run(&["fit", "--hours", HOURS, "--busy", "page.ics", "--apply"])
        .fails(2);
    assert_eq!(
        home.run(&["log", "--json"]).json()["events"],
        journal["events"]
    );
}
