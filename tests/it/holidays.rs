//! `off --ics`: days off and at work from a calendar file.

use serde_json::{Value, json};

use crate::sandbox::Sandbox;

const PLAN: &str = "\
plan: p
title: Reading
weeks:
- week: 1
  days:
  - {day: 1, weekday: thu, slots: [{id: a, time: '19:00-20:30', title: Alpha}]}
  - {day: 2, weekday: fri, slots: [{id: b, time: '19:00-20:00', title: Beta}]}
";

/// As Apple publishes it.
const CALENDAR: &str = "\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Apple Inc.//Holidays//CN
X-WR-CALNAME:中国大陆节假日
BEGIN:VEVENT
UID:1
DTSTART;VALUE=DATE:20261001
DTEND;VALUE=DATE:20261004
SUMMARY;LANGUAGE=zh_CN:国庆节（休）
TRANSP:TRANSPARENT
X-APPLE-SPECIAL-DAY:WORK-HOLIDAY
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART;VALUE=DATE:20261010
DTEND;VALUE=DATE:20261011
SUMMARY;LANGUAGE=zh_CN:国庆节（班）
TRANSP:TRANSPARENT
X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY
END:VEVENT
BEGIN:VEVENT
UID:3
DTSTART;VALUE=DATE:20201018
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=3SU
SUMMARY;LANGUAGE=zh_CN:某日
END:VEVENT
END:VCALENDAR
";

/// On the Tuesday before the plan begins.
fn home() -> Sandbox {
    let home = Sandbox::new().at("2026-09-29T12:00:00");
    home.file("p.yaml", PLAN);
    home.file("cn.ics", CALENDAR);
    home.run(&["init", "p.yaml", "--start", "2026-10-01"]).ok();
    home
}

fn imported() -> Sandbox {
    let home = home();
    home.run(&["off", "--ics", "cn.ics", "--apply"]).ok();
    home
}

#[track_caller]
fn says(home: &Sandbox, args: &[&str], stdout: &str, stderr: &str) {
    let said = home.run(args);
    let found = (said.stdout.clone(), said.stderr.clone());
    said.ok();
    assert_eq!(found, (stdout.to_owned(), stderr.to_owned()), "{args:?}");
}

/// Date, name and kind of what would change.
fn changes(home: &Sandbox, args: &[&str]) -> Vec<String> {
    let args = [&["off", "--json", "--ics"], args].concat();
    let answer = home.run(&args).json();
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let changes = answer["changes"].as_array().expect("changes").iter();
    changes
        .map(|change| {
            let [from, to, kind, name] =
                ["from", "to", "kind", "name"].map(|key| text(&change[key]));
            format!("{from}..{to} {kind} {name}")
        })
        .collect()
}

#[test]
fn nothing_is_recorded_before_apply() {
    let home = home();
    let before = home.journal("p");
    says(
        &home,
        &["off", "--ics", "cn.ics"],
        "\
中国大陆节假日: 3 rest days, 1 day at work

  Thu 1 - Sat 3 Oct 2026  国庆节（休）  rest
  Sat 10 Oct 2026         国庆节（班）  study, hours of a Monday

  2 slots, 2 h 30 min to reschedule
  not marked as days off, left out: 某日
",
        "hint: `plan off --ics cn.ics --apply` applies it\n",
    );
    assert_eq!(home.journal("p"), before);
    let answer = home.run(&["off", "--ics", "cn.ics", "--json"]).json();
    assert_eq!(answer["source"], "中国大陆节假日");
    assert_eq!(answer["already_so"], 0);
    assert_eq!(answer["left_out"], json!(["某日"]));
    assert_eq!(
        answer["stranded"],
        json!({"count": 2, "planned_minutes": 150, "slots": ["a", "b"]})
    );
    assert_eq!(
        changes(&home, &["cn.ics"]),
        [
            "2026-10-01..2026-10-03 rest 国庆节（休）",
            "2026-10-10..2026-10-10 work 国庆节（班）",
        ]
    );
}

#[test]
fn apply_records_one_step() {
    let home = home();
    says(
        &home,
        &["off", "--ics", "cn.ics", "--apply"],
        "\
recorded from 中国大陆节假日: 3 rest days, 1 day at work
  2 slots, 2 h 30 min to reschedule
",
        "hint: `plan recover` shows how to reschedule them\n",
    );
    says(
        &home,
        &["log"],
        "\
when              what   slot  title
2026-09-29 12:00  begin        Thu 1 Oct 2026
2026-09-29 12:00  off          Thu 1 - Sat 3 Oct 2026: 国庆节（休）
2026-09-29 12:00  on           Sat 10 Oct 2026: 国庆节（班）
",
        "",
    );
    let log = home.run(&["log", "--json"]).json();
    assert_eq!(log["events"][2]["source"], "中国大陆节假日");
    assert_eq!(log["events"][2]["why"], "国庆节（班）");
    home.run(&["undo"]).ok();
    assert_eq!(changes(&home, &["cn.ics"]).len(), 2);
    home.run(&["redo"]).ok();
    assert_eq!(changes(&home, &["cn.ics"]), [] as [&str; 0]);
}

#[test]
fn the_same_file_is_no_step() {
    let home = imported();
    let before = home.journal("p");
    says(
        &home,
        &["off", "--ics", "cn.ics"],
        "\
中国大陆节假日: nothing to change from today on
  4 days as it says already
  not marked as days off, left out: 某日
",
        "",
    );
    home.run(&["off", "--ics", "cn.ics", "--apply"]).ok();
    assert_eq!(home.journal("p"), before);
}

#[test]
fn a_newer_file_takes_the_place_of_the_older_one() {
    let home = imported();
    // Of the rest one day moves, the day at work is gone, and there is a new one.
    let newer = CALENDAR
        .replace(
            "DTSTART;VALUE=DATE:20261001\nDTEND;VALUE=DATE:20261004",
            "DTSTART;VALUE=DATE:20261002\nDTEND;VALUE=DATE:20261005",
        )
        .replace("DATE:20261010", "DATE:20261017")
        .replace("DATE:20261011", "DATE:20261018");
    home.file("newer.ics", newer);
    let expected = [
        "2026-10-01..2026-10-01 none 国庆节（休）",
        "2026-10-04..2026-10-04 rest 国庆节（休）",
        "2026-10-10..2026-10-10 none 国庆节（班）",
        "2026-10-17..2026-10-17 work 国庆节（班）",
    ];
    assert_eq!(changes(&home, &["newer.ics"]), expected);
    says(
        &home,
        &["off", "--ics", "newer.ics"],
        "\
中国大陆节假日: 1 rest day, 1 day at work, 2 no longer marked

  Thu 1 Oct 2026   国庆节（休）  no longer in the calendar
  Sun 4 Oct 2026   国庆节（休）  rest
  Sat 10 Oct 2026  国庆节（班）  no longer in the calendar
  Sat 17 Oct 2026  国庆节（班）  study, hours of a Monday

  2 days as it says already
  not marked as days off, left out: 某日
",
        "hint: `plan off --ics newer.ics --apply` applies it\n",
    );
    home.run(&["off", "--ics", "newer.ics", "--apply"]).ok();
    assert_eq!(changes(&home, &["newer.ics"]), [] as [&str; 0]);
    home.run(&["undo"]).ok();
    assert_eq!(changes(&home, &["cn.ics"]), [] as [&str; 0]);
    assert_eq!(changes(&home, &["newer.ics"]), expected);
    // What has passed stays as it was.
    let later = home.at("2026-10-05T12:00:00");
    assert_eq!(changes(&later, &["newer.ics"]), expected[2..]);
}

#[test]
fn other_rest_is_left_as_it_is() {
    let home = home();
    home.run(&["off", "2026-10-02..2026-10-05", "--why", "trip"])
        .ok();
    home.run(&["off", "2026-10-10", "--why", "trip"]).ok();
    assert_eq!(
        changes(&home, &["cn.ics"]),
        [
            "2026-10-01..2026-10-01 rest 国庆节（休）",
            "2026-10-10..2026-10-10 work 国庆节（班）",
        ]
    );
    home.run(&["off", "--ics", "cn.ics", "--apply"]).ok();
    // A calendar without these days takes back only its own.
    let start = CALENDAR.find("BEGIN:VEVENT").expect("an event");
    home.file(
        "empty.ics",
        format!("{}END:VCALENDAR\n", &CALENDAR[..start]),
    );
    assert_eq!(
        changes(&home, &["empty.ics"]),
        [
            "2026-10-01..2026-10-01 none 国庆节（休）",
            "2026-10-10..2026-10-10 none 国庆节（班）",
        ]
    );
    home.run(&["off", "--ics", "empty.ics", "--apply"]).ok();
    says(
        &home,
        &["off", "2026-10-02..2026-10-05", "--cancel"],
        "rest cancelled for Fri 2 - Mon 5 Oct 2026\n",
        "",
    );
    says(
        &home,
        &["off", "2026-10-10", "--cancel"],
        "rest cancelled for Sat 10 Oct 2026\n",
        "warning: Sat 10 Oct 2026 is after the plan's end on Fri 2 Oct 2026; `plan undo` reverts it\n",
    );
    // One with another name takes back nothing.
    home.file("other.ics", "BEGIN:VCALENDAR\nEND:VCALENDAR\n");
    assert_eq!(changes(&home, &["other.ics"]), [] as [&str; 0]);
}

#[test]
fn only_selects_by_name() {
    let home = home();
    let chosen = [
        "2026-10-18..2026-10-18 rest 某日",
        "2027-10-17..2027-10-17 rest 某日",
    ];
    // To a year after the end of the plan, 2 October 2026.
    assert_eq!(changes(&home, &["cn.ics", "--only", "某"]), chosen[..1]);
    home.run(&["off", "--ics", "cn.ics", "--only", "某", "--apply"])
        .ok();
    // The whole file still has it.
    assert_eq!(
        changes(&home, &["cn.ics"]),
        [
            "2026-10-01..2026-10-03 rest 国庆节（休）",
            "2026-10-10..2026-10-10 work 国庆节（班）",
        ]
    );
    home.run(&["off", "--ics", "cn.ics", "--only", "xyz"])
        .fails(2);
    let said = home.run(&["off", "--ics", "cn.ics", "--only", "xyz"]);
    assert_eq!(
        said.stderr,
        "\
error: no day in `cn.ics` has `xyz` in its name
hint: its days are: 国庆节（休）; 国庆节（班）; 某日
"
    );
}

/// Thursday to Saturday is rest, and the Saturday after has Monday's hours.
#[test]
fn fit_takes_mondays_hours_on_a_day_at_work() {
    let home = imported();
    let hours = "mon=20:00-20:30,thu=19:00-20:00";
    let answer = home.run(&["fit", "--hours", hours, "--json"]).json();
    let sittings = answer["sittings"].as_array().expect("sittings").iter();
    let shown = sittings
        .map(|one| format!("{} {} {}", one["slot"], one["date"], one["start"]).replace('"', ""));
    assert_eq!(
        shown.collect::<Vec<_>>(),
        [
            "a 2026-10-05 20:00",
            "a 2026-10-08 19:00",
            "b 2026-10-10 20:00",
            "b 2026-10-12 20:00",
        ]
    );
    // Cancelled, it is a Saturday again.
    home.run(&["off", "2026-10-10", "--cancel"]).ok();
    let answer = home.run(&["fit", "--hours", hours, "--json"]).json();
    assert_eq!(answer["end"], "2026-10-15");
}

#[test]
fn in_chinese() {
    let home = home();
    says(
        &home,
        &["--lang", "zh", "off", "--ics", "cn.ics"],
        "\
中国大陆节假日：3 天休息，1 天上班

  2026年10月1日 周四 ~ 3日 周六  国庆节（休）  休息
  2026年10月10日 周六            国庆节（班）  学习，按周一的时间

  待安排 2 个时段（2 小时 30 分）
  没有标为假日，略过：某日
",
        "提示：用 `plan off --ics cn.ics --apply` 应用\n",
    );
    says(
        &home,
        &["--lang", "zh", "off", "--ics", "cn.ics", "--apply"],
        "\
已按中国大陆节假日记录：3 天休息，1 天上班
  待安排 2 个时段（2 小时 30 分）
",
        "提示：用 `plan recover` 查看如何重新安排\n",
    );
}

#[test]
fn what_is_no_calendar_is_refused() {
    let home = home();
    let before = home.journal("p");
    home.file("page.ics", "<!DOCTYPE html>\n");
    home.file("binary.ics", [0xFF, 0xFE, 0x00, 0x01]);
    home.file("half.ics", &CALENDAR[..CALENDAR.len() / 2]);
    let many = "BEGIN:VEVENT\nDTSTART:20261001\nEND:VEVENT\n".repeat(20_001);
    home.file(
        "many.ics",
        format!("BEGIN:VCALENDAR\n{many}END:VCALENDAR\n"),
    );
    let export =
        "hint: export or download the calendar as an `.ics` file: it begins with `BEGIN:VCALENDAR`";
    let path = "hint: give the path of a calendar file, usually `NAME.ics`";
    for (file, stderr) in [
        ("page.ics", format!("error: `page.ics` is not an iCalendar file\n{export}\n")),
        ("binary.ics", format!("error: `binary.ics` is not an iCalendar file\n{export}\n")),
        (
            "half.ics",
            "error: `half.ics` ends in the middle of a calendar\nhint: download it again, to its end\n".to_owned(),
        ),
        (
            "many.ics",
            "error: `many.ics` has more than 20000 events\nhint: export a shorter time, or fewer calendars\n".to_owned(),
        ),
        ("none.ics", format!("error: no calendar file `none.ics`\n{path}\n")),
        (".", format!("error: `.` is a folder\n{path}\n")),
    ] {
        let said = home.run(&["off", "--ics", file, "--apply"]);
        assert_eq!((said.stdout.clone(), said.stderr.clone()), (String::new(), stderr));
        said.fails(2);
    }
    for args in [
        &["off", "tomorrow", "--ics", "cn.ics"][..],
        &["off", "--only", "x", "tomorrow"],
        &["off"],
    ] {
        home.run(args).fails(2);
    }
    assert_eq!(home.journal("p"), before);
}

/// Appointments are no days off; `fit` can avoid them.
#[test]
fn a_calendar_of_appointments_marks_no_days() {
    let home = home();
    let appointment = "BEGIN:VCALENDAR\nX-WR-CALNAME:Work\nBEGIN:VEVENT\nUID:1\n\
                       DTSTART:20261001T090000Z\nDTEND:20261001T100000Z\nSUMMARY:Dentist\n\
                       END:VEVENT\nEND:VCALENDAR\n";
    home.file("work.ics", appointment);
    says(
        &home,
        &["off", "--ics", "work.ics"],
        "Work: nothing to change from today on\n",
        "hint: none of its events takes whole days; `plan fit --busy work.ics` avoids their times\n",
    );
    // A day at work may have times; then there is nothing to hint at.
    home.file("shift.ics", appointment.replace("Dentist", "补班"));
    assert_eq!(
        changes(&home, &["shift.ics"]),
        ["2026-10-01..2026-10-01 work 补班"]
    );
}

#[test]
fn ten_thousand_events_are_a_bounded_answer() {
    let home = home();
    let mut events = String::new();
    for number in 0..10_000 {
        events += &format!("BEGIN:VEVENT\nUID:{number}\nDTSTART;VALUE=DATE:20260930\n");
        events += &format!("RRULE:FREQ=YEARLY\nSUMMARY:Day {number}\nEND:VEVENT\n");
    }
    home.file(
        "many.ics",
        format!("BEGIN:VCALENDAR\n{events}END:VCALENDAR\n"),
    );
    assert_eq!(
        changes(&home, &["many.ics"]),
        [
            "2026-09-30..2026-09-30 rest Day 0",
            "2027-09-30..2027-09-30 rest Day 0"
        ]
    );
}

#[test]
fn days_beyond_the_reach_of_the_plan_stay_as_they_are() {
    let home = home();
    let late = "BEGIN:VCALENDAR\nX-WR-CALNAME:Late\nBEGIN:VEVENT\nUID:1\n\
                DTSTART;VALUE=DATE:20271101\nSUMMARY:Fair\nEND:VEVENT\nEND:VCALENDAR\n";
    home.file("late.ics", late);
    home.run(&["shift", "10w"]).ok();
    assert_eq!(
        changes(&home, &["late.ics"]),
        ["2027-11-01..2027-11-01 rest Fair"]
    );
    home.run(&["off", "--ics", "late.ics", "--apply"]).ok();
    // The plan ends ten weeks earlier again, more than a year before.
    home.run(&["shift", "-10w"]).ok();
    assert_eq!(changes(&home, &["late.ics"]), [""; 0]);
}
