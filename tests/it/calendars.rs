//! A plan as a calendar for other programs: whole files, names that last, revisions that only rise, and
//! a folder of events in which nothing else is touched.

use std::path::Path;

use crate::sandbox::Sandbox;

/// Clocks in New York go back on 1 November 2026.
const PLAN: &str = r#"
plan: cal
title: Two evenings, one essay
weeks:
  - week: 1
    days:
      - day: 1
        weekday: sat
        slots:
          - time: "19:00-20:30"
            title: Read; think, write
            fields:
              - reading: [{Book: Chapter 1, url: "https://example.org/a,b;c"}]
              - practice: Write a page
      - day: 2
        weekday: mon
        slots:
          - {time: "19:00-20:00", title: Talk}
          - {id: d02-b, title: "A title that is longer than a line of a calendar file may be, in 多模态深度学习"}
    deliverables: [{id: w01.1, text: Essay}]
"#;

fn begun() -> Sandbox {
    let home = Sandbox::new().env("TZ", "America/New_York");
    home.file("plan.yaml", PLAN);
    let home = home.at("2026-10-30T12:00:00");
    home.run(&["init", "plan.yaml", "--start", "2026-10-31"])
        .ok();
    home
}

fn ics(home: &Sandbox) -> String {
    home.run(&["export", "--format", "ics"]).ok()
}

/// The values of a property, in the order of the events.
fn values(calendar: &str, property: &str) -> Vec<String> {
    let start = format!("{property}:");
    let lines = calendar
        .lines()
        .filter_map(|line| line.strip_prefix(&start));
    lines.map(str::to_owned).collect()
}

/// On Saturday New York is four hours behind UTC, on Monday five.
const CALENDAR: &[&str] = &[
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//plan//study plan//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    "X-WR-CALNAME:Two evenings\\, one essay",
    "X-WR-TIMEZONE:America/New_York",
    "BEGIN:VEVENT",
    "UID:cal.d01-1900",
    "DTSTAMP:20261030T160000Z",
    "LAST-MODIFIED:20261030T160000Z",
    "SEQUENCE:1",
    "DTSTART:20261031T230000Z",
    "DTEND:20261101T003000Z",
    "SUMMARY:Read\\; think\\, write",
    "DESCRIPTION:reading\\n  - Book: Chapter 1  https://example.org/a\\,b\\;c\\nprac",
    " tice  Write a page",
    "URL:https://example.org/a%2Cb%3Bc",
    "STATUS:CONFIRMED",
    "TRANSP:OPAQUE",
    "END:VEVENT",
    "BEGIN:VEVENT",
    "UID:cal.d02-1900",
    "DTSTAMP:20261030T160000Z",
    "LAST-MODIFIED:20261030T160000Z",
    "SEQUENCE:1",
    "DTSTART:20261103T000000Z",
    "DTEND:20261103T010000Z",
    "SUMMARY:Talk",
    "STATUS:CONFIRMED",
    "TRANSP:OPAQUE",
    "END:VEVENT",
    "BEGIN:VEVENT",
    "UID:cal.d02-b",
    "DTSTAMP:20261030T160000Z",
    "LAST-MODIFIED:20261030T160000Z",
    "SEQUENCE:1",
    "DTSTART;VALUE=DATE:20261102",
    "DTEND;VALUE=DATE:20261103",
    "SUMMARY:A title that is longer than a line of a calendar file may be\\, in ",
    " 多模态深度学习",
    "STATUS:CONFIRMED",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
    "BEGIN:VEVENT",
    "UID:cal.w01.1",
    "DTSTAMP:20261030T160000Z",
    "LAST-MODIFIED:20261030T160000Z",
    "SEQUENCE:1",
    "DTSTART;VALUE=DATE:20261102",
    "DTEND;VALUE=DATE:20261103",
    "SUMMARY:Due: Essay",
    "STATUS:CONFIRMED",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
];

#[test]
fn a_calendar_is_written_in_utc_on_both_sides_of_a_change_of_clocks() {
    assert_eq!(ics(&begun()), CALENDAR.join("\r\n"));
    // In Berlin they went back a week before: both evenings are an hour ahead of UTC.
    let berlin = ics(&begun().env("TZ", "Europe/Berlin"));
    assert_eq!(
        values(&berlin, "DTSTART"),
        ["20261031T180000Z", "20261102T180000Z"]
    );
    assert_eq!(values(&berlin, "X-WR-TIMEZONE"), ["Europe/Berlin"]);
    // A rule has no name.
    let rule = ics(&begun().env("TZ", "CST-8"));
    assert_eq!(
        values(&rule, "DTSTART"),
        ["20261031T110000Z", "20261102T110000Z"]
    );
    assert!(!rule.contains("X-WR-TIMEZONE"));
}

#[test]
fn names_stay_and_revisions_rise_through_moves_marks_and_undo() {
    let home = begun();
    let uids = ["cal.d01-1900", "cal.d02-1900", "cal.d02-b", "cal.w01.1"];
    let sunday = home.at("2026-11-01T10:00:00");
    let steps: [(&[&str], [&str; 4]); 6] = [
        (&["done", "d01-1900"], ["2", "1", "1", "1"]),
        (&["move", "d02-1900", "2026-11-03"], ["2", "2", "1", "2"]),
        (&["undo"], ["2", "3", "1", "3"]),
        (&["undo"], ["3", "3", "1", "3"]),
        (&["redo"], ["4", "3", "1", "3"]),
        (&["note", "d02-b", "hard"], ["4", "3", "1", "3"]),
    ];
    for (step, sequence) in steps {
        sunday.run(step).ok();
        let calendar = ics(&sunday);
        assert_eq!(values(&calendar, "UID"), uids, "{step:?}");
        assert_eq!(values(&calendar, "SEQUENCE"), sequence, "{step:?}");
    }
    sunday.run(&["skip", "d02-1900"]).ok();
    sunday.run(&["done", "w01.1"]).ok();
    let calendar = ics(&sunday);
    let titles = values(&calendar, "SUMMARY");
    assert_eq!(titles[0], "✓ Read\\; think\\, write");
    assert_eq!(titles[1], "Talk");
    assert_eq!(titles[3], "✓ Due: Essay");
    assert_eq!(
        values(&calendar, "STATUS"),
        ["CONFIRMED", "CANCELLED", "CONFIRMED", "CONFIRMED"]
    );
    assert_eq!(
        values(&calendar, "LAST-MODIFIED"),
        [
            "20261101T150000Z",
            "20261101T150000Z",
            "20261030T160000Z",
            "20261101T150000Z"
        ]
    );
    let chinese = sunday.run(&["export", "--format", "ics", "--lang", "zh"]);
    assert_eq!(values(&chinese.ok(), "SUMMARY")[3], "✓ 交付物：Essay");
}

#[test]
fn events_and_due_dates_are_in_the_calendar_and_their_revisions_rise() {
    let home = begun();
    home.file(
        "plan.yaml",
        format!(
            "{PLAN}events:\n- {{id: mid, kind: exam, title: Midterm, date: 2026-11-05, time: '09:00-11:00', covers: [w1]}}\n"
        ),
    );
    let add = ["add", "Party", "--event", "--on", "2026-11-06"];
    home.run(&add).ok();
    let calendar = ics(&home);
    let event = "BEGIN:VEVENT\r\nUID:cal.mid\r\nDTSTAMP:20261030T160000Z\r\n\
                 LAST-MODIFIED:20261030T160000Z\r\nSEQUENCE:1\r\nDTSTART:20261105T140000Z\r\n\
                 DTEND:20261105T160000Z\r\nSUMMARY:Midterm\r\nDESCRIPTION:covers w1\r\n\
                 STATUS:CONFIRMED\r\nTRANSP:OPAQUE\r\nEND:VEVENT\r\n";
    assert_eq!(calendar.matches(event).count(), 1, "{calendar}");
    let uids = ["cal.mid", "cal.party"];
    assert_eq!(values(&calendar, "UID")[4..], uids);
    // Essay, Midterm and Party; the last was added after the beginning.
    assert_eq!(values(&calendar, "SEQUENCE")[3..], ["1", "1", "2"]);
    let sunday = home.at("2026-11-01T10:00:00");
    let steps: [(&[&str], [&str; 3]); 4] = [
        (&["due", "w01.1", "2026-11-04"], ["2", "1", "2"]),
        (&["due", "mid", "2026-11-04"], ["2", "2", "2"]),
        (&["due", "party", "2026-11-07"], ["2", "2", "3"]),
        (&["undo"], ["2", "2", "4"]),
    ];
    for (step, sequence) in steps {
        sunday.run(step).ok();
        let calendar = ics(&sunday);
        assert_eq!(values(&calendar, "UID")[4..], uids, "{step:?}");
        assert_eq!(values(&calendar, "SEQUENCE")[3..], sequence, "{step:?}");
    }
    let calendar = ics(&sunday);
    assert_eq!(
        values(&calendar, "LAST-MODIFIED")[3..],
        ["20261101T150000Z"; 3]
    );
    let days = ["20261104", "20261106"];
    assert_eq!(values(&calendar, "DTSTART;VALUE=DATE")[1..], days);
}

#[test]
fn a_slot_with_another_id_keeps_its_name() {
    let home = begun();
    home.run(&["done", "d02-1900"]).ok();
    let edited = PLAN.replace(
        "\"19:00-20:00\", title: Talk",
        "\"20:00-21:00\", title: Talk",
    );
    home.file("plan.yaml", edited);
    home.run(&["doctor", "--relink"]).ok();
    let calendar = ics(&home);
    assert_eq!(values(&calendar, "UID")[1], "cal.d02-1900");
    assert_eq!(values(&calendar, "DTSTART")[1], "20261103T010000Z");
    // begin, done, moved
    assert_eq!(values(&calendar, "SEQUENCE")[1], "3");
}

#[test]
fn sittings_are_events_of_their_own() {
    let home = begun();
    home.run(&["fit", "--hours", "sat,mon=19:00-20:00", "--apply"])
        .ok();
    let calendar = ics(&home);
    // An hour and a half is an hour on Saturday and half an hour on Monday.
    assert_eq!(
        values(&calendar, "UID")[..3],
        ["cal.d01-1900", "cal.d01-1900-2", "cal.d02-1900"]
    );
    assert_eq!(
        values(&calendar, "DTSTART")[..2],
        ["20261031T230000Z", "20261103T000000Z"]
    );
    assert_eq!(
        values(&calendar, "SUMMARY")[..2],
        [
            "Read\\; think\\, write (1 of 2)",
            "Read\\; think\\, write (2 of 2)"
        ]
    );
}

#[test]
fn an_alarm_is_for_open_slots_with_a_time_and_a_range_leaves_out_the_rest() {
    let home = begun();
    home.run(&["done", "d01-1900"]).ok();
    let args = ["export", "--format", "ics", "--alarm", "10m"];
    let calendar = home.run(&args).ok();
    let alarm = "SUMMARY:Talk\r\nSTATUS:CONFIRMED\r\nTRANSP:OPAQUE\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\n\
                 TRIGGER:-PT10M\r\nDESCRIPTION:Talk\r\nEND:VALARM\r\nEND:VEVENT\r\n";
    assert_eq!(calendar.matches("BEGIN:VALARM").count(), 1);
    assert_eq!(calendar.matches(alarm).count(), 1);
    let in_range = |from: &str, to: &str| {
        let args = ["export", "--format", "ics", "--from", from, "--to", to];
        values(&home.run(&args).ok(), "UID")
    };
    assert_eq!(in_range("2026-10-01", "2026-10-31"), ["cal.d01-1900"]);
    let later = ["cal.d02-1900", "cal.d02-b", "cal.w01.1"];
    assert_eq!(in_range("2026-11-01", "2026-11-30"), later);
    assert!(in_range("2026-11-03", "2026-11-30").is_empty());
}

fn folder(home: &Sandbox) -> String {
    let run = home.run(&["export", "--format", "vdir", "-o", "events"]);
    run.ok()
}

fn files(folder: &Path) -> Vec<String> {
    let names = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = names.map(|name| name.into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_folder_of_events_follows_the_plan_and_touches_nothing_else() {
    let home = begun();
    let events = home.home().join("events");
    assert_eq!(
        folder(&home),
        "`events`: 4 written, 0 unchanged, 0 removed\n"
    );
    let all = [
        "cal.d01-1900.ics",
        "cal.d02-1900.ics",
        "cal.d02-b.ics",
        "cal.w01.1.ics",
    ];
    assert_eq!(files(&events), all);
    let talk = std::fs::read_to_string(events.join("cal.d02-1900.ics")).unwrap();
    let expected = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//plan//study plan//EN\r\n\
                    CALSCALE:GREGORIAN\r\nBEGIN:VEVENT\r\nUID:cal.d02-1900\r\n\
                    DTSTAMP:20261030T160000Z\r\nLAST-MODIFIED:20261030T160000Z\r\nSEQUENCE:1\r\n\
                    DTSTART:20261103T000000Z\r\nDTEND:20261103T010000Z\r\nSUMMARY:Talk\r\n\
                    STATUS:CONFIRMED\r\nTRANSP:OPAQUE\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    assert_eq!(talk, expected);
    home.run(&["move", "d02-1900", "2026-11-03"]).ok();
    assert_eq!(
        folder(&home),
        "`events`: 2 written, 2 unchanged, 0 removed\n"
    );
}

#[test]
fn a_folder_keeps_what_others_wrote() {
    let home = begun();
    let events = home.home().join("events");
    folder(&home);
    let talk = std::fs::read_to_string(events.join("cal.d02-1900.ics")).unwrap();
    // Files of others, of another plan, and a link stay, whatever they are called.
    let other = talk.replace("UID:cal.", "UID:other.");
    home.file("events/other.d02-1900.ics", &other);
    home.file(
        "events/birthday.ics",
        "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    );
    let aside = home.file("aside.ics", &talk);
    std::os::unix::fs::symlink(&aside, events.join("link.ics")).unwrap();
    home.file(
        "plan.yaml",
        PLAN.replace("          - {time: \"19:00-20:00\", title: Talk}\n", ""),
    );
    assert_eq!(
        folder(&home),
        "`events`: 0 written, 3 unchanged, 1 removed\n"
    );
    let left = [
        "birthday.ics",
        "cal.d01-1900.ics",
        "cal.d02-b.ics",
        "cal.w01.1.ics",
        "link.ics",
        "other.d02-1900.ics",
    ];
    assert_eq!(files(&events), left);
    assert!(aside.exists());
    // Something else with the name of an event is named and kept.
    home.file("events/cal.d02-b.ics", "my own notes");
    let run = home.run(&["export", "--format", "vdir", "-o", "events"]);
    assert_eq!(
        run.stderr,
        "warning: `events/cal.d02-b.ics` was not written by `plan` and was left unchanged\n"
    );
    assert_eq!(run.stdout, "`events`: 0 written, 2 unchanged, 0 removed\n");
    let kept = std::fs::read_to_string(events.join("cal.d02-b.ics")).unwrap();
    assert_eq!(kept, "my own notes");
}

#[test]
fn a_file_is_replaced_only_if_it_is_a_calendar_of_this_program() {
    let home = begun();
    let args = ["export", "--format", "ics", "-o", "plan.ics"];
    for _ in 0..2 {
        assert_eq!(home.run(&args).ok(), "wrote 4 events to `plan.ics`\n");
    }
    let written = std::fs::read_to_string(home.home().join("plan.ics")).unwrap();
    assert_eq!(written, ics(&home));
    let over = ["export", "--format", "ics", "-o", "plan.yaml"];
    assert_eq!(
        home.run(&over).fails(73),
        "error: `plan.yaml` is not a calendar that `plan` wrote, and is not replaced\n\
         hint: choose another name, or delete it first\n"
    );
    let kept = std::fs::read_to_string(home.home().join("plan.yaml")).unwrap();
    assert_eq!(kept, PLAN);
}

#[test]
fn what_makes_no_calendar_is_refused() {
    let home = begun();
    let cases: [(&[&str], &str); 4] = [
        (
            &["export", "--json", "--alarm", "10m"],
            "error: `--alarm` works only with `--format ics` or `vdir`\n\
             hint: add `--format ics` or `--format vdir`\n",
        ),
        (
            &["export", "--format", "yaml", "-o", "x.yaml"],
            "error: `--output` works only with `--format ics`, `vdir` or `md`\n\
             hint: add `--format ics`, `--format vdir` or `--format md`\n",
        ),
        (
            &["export", "--format", "vdir"],
            "error: `--format vdir` needs a folder\n\
             hint: name one: `plan export --format vdir -o DIR`\n",
        ),
        (
            &[
                "export",
                "--format",
                "ics",
                "--from",
                "2026-11-02",
                "--to",
                "2026-11-01",
            ],
            "error: the range is empty: Mon 2 Nov 2026 is after Sun 1 Nov 2026\n\
             hint: swap the two dates\n",
        ),
    ];
    for (args, expected) in cases {
        assert_eq!(home.run(args).fails(2), expected, "{args:?}");
    }
}
