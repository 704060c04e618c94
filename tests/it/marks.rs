//! Marks: what `done`, `skip` and `note` write, whatever words name slots, times and days.

use crate::sandbox::Sandbox;

/// Day 8, a Monday, at 11.
fn home() -> Sandbox {
    let home = Sandbox::new().at("2026-11-30T11:00:00");
    home.run(&["init", "--start", "2026-11-23"]).ok();
    home
}

/// What the journal says after `init`: type, slot, minutes or text, and the study day.
fn marks(home: &Sandbox) -> Vec<String> {
    let one = |event: &serde_json::Value| {
        let text = |key: &str| event[key].as_str().map(str::to_owned);
        let minutes = event["min"].as_u64().map(|min| min.to_string());
        let parts = [
            text("t"),
            text("slot"),
            minutes,
            text("why"),
            text("text"),
            text("day"),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    home.events().iter().skip(1).map(one).collect()
}

/// In a new home `args` mark these slots of the plan, in this order.
#[track_caller]
fn marks_slots(args: &[&str], slots: &[&str]) {
    let home = home();
    home.run(&[&["done"], args].concat()).ok();
    let expected: Vec<String> = slots
        .iter()
        .map(|slot| format!("done {slot} 2026-11-30"))
        .collect();
    assert_eq!(marks(&home), expected, "{args:?}");
}

#[test]
fn every_way_to_name_a_slot() {
    marks_slots(&["2"], &["d08-1045"]);
    marks_slots(&["1-3"], &["d08-0900", "d08-1045", "d08-1400"]);
    marks_slots(&["3,1"], &["d08-1400", "d08-0900"]);
    marks_slots(&["1-2,4"], &["d08-0900", "d08-1045", "d08-1545"]);
    marks_slots(&["4", "1-2", "2"], &["d08-1545", "d08-0900", "d08-1045"]);
    marks_slots(&["all"], &["d08-0900", "d08-1045", "d08-1400", "d08-1545"]);
    marks_slots(&["10:45"], &["d08-1045"]);
    marks_slots(&["d01-1400"], &["d01-1400"]);
    marks_slots(&["d8.2"], &["d08-1045"]);
    marks_slots(&["d2"], &["d02-0900"]);
    marks_slots(&["d19.2"], &["d18-b"]);
    marks_slots(&["学习概述"], &["d08-0900"]);
    marks_slots(&["clip 模型原理"], &["d08-1045"]);
    // A word of today's titles and of others means today's; else the whole plan is looked through.
    marks_slots(&["原理"], &["d08-1045"]);
    marks_slots(&["注意力机制"], &["d05-1400"]);
    // A whole title before those that have it in them.
    marks_slots(&["瓶颈融合"], &["d29-1045"]);
    marks_slots(
        &["d8-1045", "d20.1", "d75"],
        &["d08-1045", "d20-0900", "d75-0900", "d75-1045", "d75-1400"],
    );
}

#[test]
fn all_means_what_is_still_open() {
    let home = home();
    home.run(&["done", "2"]).ok();
    home.run(&["skip", "3"]).ok();
    home.run(&["done", "all"]).ok();
    let slots = [
        "done d08-1045",
        "skip d08-1400",
        "done d08-0900",
        "done d08-1545",
    ];
    assert_eq!(marks(&home), slots.map(|slot| format!("{slot} 2026-11-30")));
}

#[test]
fn the_time_taken_is_shared_out_and_adds_up() {
    let home = home();
    let said = home.run(&["done", "1-3", "--took", "4h"]).ok();
    // A minute each; the other 237 as 90 : 75 : 90, of which 83.6 end the first share and 153.4
    // the second.
    assert_eq!(
        said,
        "✓ d08-0900 多模态学习概述   1 h 24 min (planned 1 h 30 min)\n\
         ✓ d08-1045 CLIP 模型原理   1 h 11 min (planned 1 h 15 min)\n\
         ✓ d08-1400 CLIP 实践（一）   1 h 25 min (planned 1 h 30 min)\n  \
         left today: 4 (1 h 45 min)\n"
    );
    // Nothing was planned: a minute each, and 59 by halves.
    home.run(&["done", "d19", "--took", "1:01"]).ok();
    home.run(&["done", "4", "--took", "1.5h", "--note", "图文 对齐"])
        .ok();
    let minutes = |t: &str| format!("{t} 2026-11-30");
    assert_eq!(
        marks(&home),
        [
            "done d08-0900 84",
            "done d08-1045 71",
            "done d08-1400 85",
            "done d18-a 30",
            "done d18-b 31",
            "done d08-1545 90",
            "note d08-1545 图文 对齐",
        ]
        .map(minutes)
    );
}

#[test]
fn everyone_shares_in_the_least_of_times() {
    for (targets, took, shares) in [
        ("1-4", "4", [1, 1, 1, 1]),
        // 90 : 75 : 90 : 105 of one minute over: only the last share is reached.
        ("1-4", "5", [1, 1, 1, 2]),
        // Of two: 0.5, 0.9, 1.4 and 2.
        ("1-4", "6", [1, 1, 2, 2]),
    ] {
        let home = home();
        home.run(&["done", targets, "--took", took]).ok();
        let events = home.events();
        let minutes: Vec<u64> = events[1..]
            .iter()
            .map(|event| event["min"].as_u64().unwrap())
            .collect();
        assert_eq!(minutes, shares, "{took}");
    }
    let said = home().run(&["done", "1-4", "--took", "3"]).fails(2);
    assert_eq!(
        said,
        "error: 3 min is less than one minute per slot\n\
         hint: give the time that all of them took together\n"
    );
}

#[test]
fn a_time_to_come_was_yesterday_if_that_is_twelve_hours_ago() {
    let home = home();
    let said = home
        .at("2026-12-01T11:31:00")
        .run(&["done", "1", "--at", "23:30"])
        .fails(2);
    assert_eq!(
        said,
        "error: 23:30 is in the future\n\
         hint: leave out `--at`, or add the `--date` that it was on\n"
    );
    let said = home
        .at("2026-12-01T11:30:00")
        .run(&["done", "1", "--at", "23:30"]);
    assert_eq!(
        said.stderr,
        "hint: recorded for yesterday, Mon 30 Nov 2026; `plan undo` reverts it\n"
    );
    said.ok();
    // Where nothing was recorded, an undo would take back something else.
    let morning = home.at("2026-12-01T11:30:00");
    let said = morning.run(&["done", "nonsense", "--at", "23:30"]);
    assert!(!said.stderr.contains("yesterday"), "{}", said.stderr);
    said.fails(2);
    home.at("2026-12-01T11:31:00")
        .run(&["done", "2", "--at", "23:30", "--date", "yesterday"])
        .ok();
    assert_eq!(
        marks(&home),
        ["done d08-0900 2026-11-30", "done d08-1045 2026-11-30"]
    );
    let events = home.events();
    let at = events[1..]
        .iter()
        .map(|event| event["at"].as_str().unwrap());
    assert!(at.eq(["2026-11-30T23:30:00+08:00"; 2]));
}

#[test]
fn shortly_after_midnight_it_is_still_the_day_before() {
    let home = home();
    home.at("2026-12-01T01:00:00").run(&["done", "4"]).ok();
    home.at("2026-12-01T00:20:00")
        .run(&["done", "3", "--at", "23:30"])
        .ok();
    // At five it is the next day.
    home.at("2026-12-01T05:00:00").run(&["done", "4"]).ok();
    home.at("2026-12-01T05:00:00")
        .run(&["done", "1", "--at", "00:30", "--date", "mon"])
        .ok();
    let at: Vec<String> = home.events()[1..]
        .iter()
        .map(|e| e["at"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(
        marks(&home),
        [
            "done d08-1545 2026-11-30",
            "done d08-1400 2026-11-30",
            "done d09-1545 2026-12-01",
            "done d08-0900 2026-11-30"
        ]
    );
    assert_eq!(
        at,
        [
            "2026-12-01T01:00:00+08:00",
            "2026-11-30T23:30:00+08:00",
            "2026-12-01T05:00:00+08:00",
            "2026-12-01T00:30:00+08:00"
        ]
    );
}

#[test]
fn a_date_says_whose_slots_are_meant() {
    let home = home();
    let later = home.at("2026-12-03T20:00:00");
    for date in ["yesterday", "-3", "mon", "2026-12-01", "tomorrow"] {
        later.run(&["done", "1", "--date", date]).ok();
    }
    assert_eq!(
        marks(&home),
        [
            "done d10-0900 2026-12-02",
            "done d08-0900 2026-11-30",
            "done d08-0900 2026-11-30",
            "done d09-0900 2026-12-01",
            // Working ahead is done today, whosever slot it is.
            "done d12-0900 2026-12-03",
        ]
    );
}

#[test]
fn done_again_says_so_and_is_no_step_of_its_own() {
    let home = home();
    home.run(&["done", "1", "--took", "80"]).ok();
    let said = home.run(&["done", "1"]).ok();
    assert_eq!(
        said,
        "✓ d08-0900 多模态学习概述   was already done   1 h 20 min (planned 1 h 30 min)\n  \
         left today: 2, 3, 4 (4 h 30 min)\n"
    );
    assert_eq!(
        home.run(&["undo"]).ok(),
        "undone: done d08-0900 多模态学习概述\n"
    );
    let json = home.run(&["today", "--json"]).json();
    assert_eq!(json["days"][0]["slots"][0]["status"], "open");
}

#[test]
fn marking_again_on_a_later_day_keeps_the_date() {
    let plan = "plan: p\ntitle: P\ndays:\n  - slots: [{time: 19:00-20:00, title: Alpha}]\n  \
                - slots: [{time: 19:00-20:00, title: Beta}]\n";
    let home = Sandbox::new();
    home.file("plan.yaml", plan);
    let mon = home.at("2026-09-07T21:00:00");
    let tue = home.at("2026-09-08T21:00:00");
    let wed = home.at("2026-09-09T21:00:00");
    mon.run(&["init", "plan.yaml", "--start", "2026-09-07"])
        .ok();
    let last = |line: &[&str]| {
        let said = wed.run(line).ok();
        said.lines().last().map(str::trim).map(str::to_owned)
    };
    let done = |date: &str| Some(format!("done on {date}"));
    mon.run(&["done", "Alpha"]).ok();
    tue.run(&["done", "Beta"]).ok();
    tue.run(&["done", "Alpha"]).ok();
    assert_eq!(last(&["show", "d1.1"]), done("Mon 7 Sep 2026"));
    // Minutes that are added later belong to the day it was done, too.
    wed.run(&["done", "Alpha", "--took", "50m"]).ok();
    assert_eq!(last(&["show", "d1.1"]), done("Mon 7 Sep 2026, took 50 min"));
    // What was undone, or skipped since, is done on the day it is done again.
    wed.run(&["undo"]).ok();
    assert_eq!(last(&["show", "d1.1"]), done("Mon 7 Sep 2026"));
    assert_eq!(
        wed.run(&["undo"]).ok(),
        "undone: done d02-1900 Beta   recorded for Tue 8 Sep 2026\n"
    );
    wed.run(&["done", "Beta"]).ok();
    assert_eq!(last(&["show", "d2.1"]), done("Wed 9 Sep 2026"));
    mon.run(&["skip", "Alpha"]).ok();
    tue.run(&["skip", "Alpha", "--why", "known"]).ok();
    assert_eq!(
        last(&["show", "d1.1"]),
        Some("skipped on Mon 7 Sep 2026: known".to_owned())
    );
    wed.run(&["done", "Alpha"]).ok();
    assert_eq!(last(&["show", "d1.1"]), done("Wed 9 Sep 2026"));
}

#[test]
fn skipped_again_is_no_step_of_its_own_unless_it_says_why() {
    let status = |home: &Sandbox| {
        let json = home.run(&["today", "--json"]).json();
        json["days"][0]["slots"][0]["status"].clone()
    };
    let home = home();
    home.run(&["skip", "1"]).ok();
    home.run(&["skip", "1"]).ok();
    home.run(&["undo"]).ok();
    assert_eq!(status(&home), "open");
    home.run(&["skip", "1"]).ok();
    home.run(&["skip", "1", "--why", "know it"]).ok();
    home.run(&["undo"]).ok();
    assert_eq!(status(&home), "skipped");
    home.run(&["undo"]).ok();
    assert_eq!(status(&home), "open");
    let again: Vec<_> = home
        .events()
        .iter()
        .filter(|event| event["t"] == "skip")
        .map(|event| event["again"] == true)
        .collect();
    assert_eq!(again, [false, true, false, true]);
}

#[test]
fn a_skip_says_why_and_a_remark_is_kept() {
    let home = home();
    let said = home.run(&["skip", "4", "--why", "know it"]).ok();
    assert_eq!(
        said,
        "– d08-1545 CLIP 实践（二）   planned 1 h 45 min   know it\n  \
         left today: 1, 2, 3 (4 h 15 min)\n"
    );
    let said = home.run(&["note", "2", "--", "ask", "--why not--"]).ok();
    assert_eq!(
        said,
        "note d08-1045 CLIP 模型原理: ask --why not--\n  \
         left today: 1, 2, 3 (4 h 15 min)\n"
    );
    assert_eq!(
        marks(&home),
        [
            "skip d08-1545 know it 2026-11-30",
            "note d08-1045 ask --why not-- 2026-11-30"
        ]
    );
    let json = home.run(&["today", "--json"]).json();
    let remarks = &json["days"][0]["slots"][1]["remarks"];
    assert_eq!(
        *remarks,
        serde_json::json!([{"day": "2026-11-30", "text": "ask --why not--"}])
    );
}

#[test]
fn flags_may_follow_a_remark_and_a_remark_begins_with_a_dash_where_it_says_so() {
    let home = home();
    let said = home.run(&["note", "1", "two", "words", "--date", "yesterday", "--json"]);
    assert_eq!(said.json()["recorded"][0]["text"], "two words");
    home.run(&["done", "2", "--note=-1 is right", "--took", "80"])
        .ok();
    home.run(&["skip", "3", "--why=--json"]).ok();
    assert_eq!(
        marks(&home),
        [
            "note d07-0900 two words 2026-11-29",
            "done d08-1045 80 2026-11-30",
            "note d08-1045 -1 is right 2026-11-30",
            "skip d08-1400 --json 2026-11-30"
        ]
    );
    for args in [
        &["note", "2", "ask", "--why"][..],
        &["note", "2", "-x"],
        &["note", "2", "--json"],
        &["done", "1", "--note", "--json"],
        &["done", "1", "--note", "-1 is right"],
        &["skip", "1", "--why", "--json"],
    ] {
        let before = home.journal("multimodal");
        home.run(args).fails(2);
        assert!(home.journal("multimodal") == before, "{args:?}");
    }
}

#[test]
fn a_report_names_ten_overdue_slots_and_its_json_all() {
    let home = home().at("2026-12-12T11:00:00");
    let json = home.run(&["report", "--all", "--json"]).json();
    let overdue = json["overdue"].as_array().unwrap();
    // Days 1 to 17: 22 slots, and ten days of 4.
    assert_eq!(overdue.len(), 22 + 10 * 4);
    let text = home.run(&["report", "--all"]).ok();
    let listed = text
        .lines()
        .skip_while(|line| !line.starts_with(" overdue"));
    let listed: Vec<&str> = listed
        .take_while(|line| !line.starts_with(" pace"))
        .filter_map(|line| {
            line.trim_start_matches(" overdue")
                .split_whitespace()
                .next()
        })
        .collect();
    // Two of each of the weeks: 17 + 5 slots, and two weeks of 20 and 22, the last one not over.
    let weeks = [
        "Week", "d01-0900", "d01-1045", "Week", "d06-0900", "d06-1045", "Week", "d08-0900",
        "d08-1045", "Week", "d13-0900", "d13-1045", "and",
    ];
    assert_eq!(listed, weeks);
    let rest = "          and 54 more: `plan report --all --json`";
    assert_eq!(
        text.lines().filter(|line| *line == rest).count(),
        1,
        "{text}"
    );
}

#[test]
fn what_is_done_after_all_has_no_reason_for_a_skip() {
    let home = home();
    home.run(&["skip", "4", "--why", "know it"]).ok();
    let said = home.run(&["done", "4"]).ok();
    assert_eq!(
        said,
        "✓ d08-1545 CLIP 实践（二）   planned 1 h 45 min\n  \
         left today: 1, 2, 3 (4 h 15 min)\n"
    );
}

#[test]
fn a_date_to_come_says_that_today_is_recorded() {
    let home = home();
    let out = home.run(&["done", "1", "--date", "tomorrow"]);
    assert_eq!(
        out.stderr,
        "hint: recorded for today, Mon 30 Nov 2026: a `--date` to come only says whose slots are \
         meant\n"
    );
    out.ok();
    assert_eq!(marks(&home), ["done d09-0900 2026-11-30"]);
}
