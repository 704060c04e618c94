//! `start` and `stop`: one timer on one device, or several, and the hours that come of them.

mod devices;
mod hours;
mod plans;

use crate::sandbox::Sandbox;

const PLAN: &str = "\
plan: p
title: Evenings
weeks:
- week: 1
  days:
  - day: 1
    weekday: mon
    slots:
    - {id: a, time: '19:00-20:00', title: Alpha}
    - {id: b, time: '20:00-21:00', title: Beta}
  - {day: 2, weekday: tue, slots: [{id: c, time: '19:00-20:00', title: Gamma}]}
  - {day: 3, weekday: wed, slots: [{id: d, duration: 30m, title: Delta}]}
  deliverables: [{id: w1.1, text: Essay}]
";

/// The plan begins on Monday, 7 September 2026.
fn home() -> Sandbox {
    let home = Sandbox::new().short().at("2026-09-06T20:00:00");
    home.file("p.yaml", PLAN);
    home.run(&["init", "p.yaml", "--start", "2026-09-07"]).ok();
    home
}

/// What `line` says at `time` in September 2026, as in `07T19:00`.
fn said(home: &Sandbox, time: &str, line: &str) -> String {
    let words: Vec<&str> = line.split(' ').collect();
    home.at(&format!("2026-09-{time}:00")).run(&words).ok()
}

/// The hints and warnings of `line`.
fn hinted(home: &Sandbox, time: &str, line: &str) -> String {
    let words: Vec<&str> = line.split(' ').collect();
    home.at(&format!("2026-09-{time}:00")).run(&words).stderr
}

/// The minutes that a slot took, by `show`.
fn took(home: &Sandbox, slot: &str) -> serde_json::Value {
    let shown = home.run(&["show", slot, "--json"]).json();
    shown["shown"][0]["slots"][0]["actual_minutes"].clone()
}

/// The lines of `status` about slots and timers.
fn status(home: &Sandbox, time: &str) -> String {
    let said = said(home, time, "status");
    let lines = said.lines().take_while(|line| !line.starts_with(" week"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[test]
fn starts_and_stops_of_a_slot_add_up() {
    let home = home();
    assert_eq!(
        said(&home, "07T18:55", "start"),
        "  a Alpha   timer started\n"
    );
    assert_eq!(
        status(&home, "07T19:20"),
        " now      1 Alpha, 40 min left\n timer    a Alpha  since 18:55, 25 min today\n"
    );
    assert_eq!(
        said(&home, "07T19:25", "stop"),
        "  a Alpha   timer stopped after 30 min\n"
    );
    assert_eq!(hinted(&home, "07T19:25", "start 1"), "");
    assert_eq!(
        status(&home, "07T19:27"),
        " now      1 Alpha, 33 min left\n timer    a Alpha  since 19:25, 32 min today\n"
    );
    assert_eq!(
        hinted(&home, "07T19:30", "stop"),
        "hint: `plan done a` when you finish it\n"
    );
    assert_eq!(
        status(&home, "07T19:31"),
        " now      1 Alpha, 29 min left\n"
    );
    said(&home, "07T19:40", "start 1");
    // 30, 5 and 20 minutes.
    assert_eq!(
        said(&home, "07T20:00", "done 1"),
        "✓ a Alpha   55 min (planned 1 h)\n  left today: 2 (1 h)\n"
    );
    assert_eq!(took(&home, "a"), 55);
    assert_eq!(status(&home, "07T20:01"), " now      2 Beta, 59 min left\n");
}

#[test]
fn without_a_target_it_is_the_slot_that_is_on_or_the_next_of_today() {
    let home = home();
    // Alpha is open, but its time is over.
    assert_eq!(
        said(&home, "07T20:30", "start"),
        "  b Beta   timer started\n"
    );
    said(&home, "07T20:40", "done b");
    assert_eq!(
        said(&home, "07T21:30", "start"),
        "  a Alpha   timer started\n"
    );
    said(&home, "07T21:40", "done a");
    let at = home.at("2026-09-07T22:00:00");
    assert_eq!(
        at.run(&["start"]).fails(2),
        "error: no target given\nhint: next: c Gamma\n"
    );
}

#[test]
fn a_second_timer_stops_the_first() {
    let home = home();
    said(&home, "07T19:00", "start 1");
    assert_eq!(
        said(&home, "07T19:45", "start 2"),
        "  a Alpha   timer stopped after 45 min\n  b Beta   timer started\n"
    );
    // One step back: Alpha's timer has run all the time.
    assert_eq!(
        said(&home, "07T19:50", "undo"),
        "undone: stop the timer of a Alpha\nundone: start the timer of b Beta\n"
    );
    assert_eq!(
        status(&home, "07T19:50"),
        " now      1 Alpha, 10 min left\n timer    a Alpha  since 19:00, 50 min today\n"
    );
    said(&home, "07T19:51", "redo");
    assert_eq!(
        said(&home, "07T20:30", "done 1-2"),
        "✓ a Alpha   45 min (planned 1 h)\n✓ b Beta   45 min (planned 1 h)\n  nothing left today\n"
    );
}

#[test]
fn each_step_can_be_undone() {
    let home = home();
    said(&home, "07T19:00", "start 1");
    assert_eq!(
        said(&home, "07T19:01", "undo"),
        "undone: start the timer of a Alpha\n"
    );
    assert_eq!(
        status(&home, "07T19:02"),
        " now      1 Alpha, 58 min left\n"
    );
    said(&home, "07T19:10", "start 1");
    said(&home, "07T19:20", "stop");
    assert_eq!(
        said(&home, "07T19:25", "undo"),
        "undone: stop the timer of a Alpha\n"
    );
    said(&home, "07T19:40", "done 1");
    assert_eq!(took(&home, "a"), 30);
    assert_eq!(
        said(&home, "07T19:45", "undo"),
        "undone: done a Alpha\nundone: stop the timer of a Alpha\n"
    );
    // The timer that ended with the slot is running again.
    said(&home, "07T20:00", "done 1");
    assert_eq!(took(&home, "a"), 50);
}

#[test]
fn what_the_learner_says_wins() {
    let home = home();
    said(&home, "07T19:00", "start 1");
    assert_eq!(
        said(&home, "07T20:00", "done 1 --took 25m"),
        "✓ a Alpha   25 min (planned 1 h)\n  left today: 2 (1 h)\n"
    );
    assert_eq!(status(&home, "07T20:00"), " now      2 Beta, 1 h left\n");
    // Until when: 20:10 to 20:50.
    said(&home, "07T20:10", "start 2");
    assert_eq!(
        said(&home, "07T23:00", "done 2 --at 20:50"),
        "✓ b Beta   40 min (planned 1 h)\n  nothing left today\n"
    );
}

#[test]
fn a_skipped_slot_ends_its_timer_too() {
    let home = home();
    said(&home, "07T19:00", "start 1");
    said(&home, "07T19:10", "skip 1");
    assert_eq!(
        home.at("2026-09-07T19:11:00").run(&["stop"]).fails(2),
        "error: no timer is running\nhint: `plan start` starts one\n"
    );
}

#[test]
fn a_timer_of_an_earlier_study_day_gives_no_minutes() {
    let home = home();
    said(&home, "07T20:00", "start 2");
    assert_eq!(
        status(&home, "08T18:00"),
        " now      nothing\n timer    b Beta  since Mon 7 Sep 2026 20:00, gives no minutes\n \
         next     c Gamma  Tue 8 Sep 19:00-20:00\n"
    );
    assert_eq!(
        said(&home, "08T18:00", "stop"),
        "  b Beta   timer stopped; started on Mon 7 Sep 2026 20:00, it gives no minutes\n"
    );
    // 10 minutes today don't say how long it took in all.
    said(&home, "08T18:10", "start b");
    let done = home.at("2026-09-08T18:20:00").run(&["done", "b"]);
    assert_eq!(
        done.stderr,
        "hint: the timer of Mon 7 Sep 2026 gives no minutes; say how long it took, as in `plan done b \
         --took 10m`\n"
    );
    assert_eq!(done.ok(), "✓ b Beta   planned 1 h\n  left today: 1 (1 h)\n");
    assert_eq!(took(&home, "b"), serde_json::Value::Null);
    // A night is one study day: from 23:00 to 01:30.
    said(&home, "08T23:00", "start c");
    said(&home, "09T01:30", "done c");
    assert_eq!(took(&home, "c"), 150);
}

#[test]
fn yesterdays_timer_counts_for_yesterdays_mark() {
    let home = home();
    said(&home, "07T19:00", "start 1");
    said(&home, "07T19:40", "stop");
    said(&home, "08T08:00", "done a --date yesterday");
    assert_eq!(took(&home, "a"), 40);
    // But not if it ran until the morning.
    said(&home, "08T20:00", "start c");
    let hint = hinted(&home, "09T08:00", "done c --date yesterday");
    assert_eq!(
        hint,
        "hint: the timer of Tue 8 Sep 2026 gives no minutes; say how long it took, as in `plan done c \
         --took 60m`\n"
    );
    assert_eq!(took(&home, "c"), serde_json::Value::Null);
}

#[test]
fn marking_again_takes_only_new_timers() {
    let home = home();
    said(&home, "07T19:00", "start 1");
    said(&home, "07T19:40", "done 1");
    assert_eq!(hinted(&home, "08T08:00", "done a"), "");
    assert_eq!(took(&home, "a"), 40);
    let home = self::home();
    said(&home, "07T19:00", "start 1");
    said(&home, "07T19:40", "done 1");
    said(&home, "07T20:00", "start 1");
    said(&home, "07T20:15", "done 1");
    assert_eq!(took(&home, "a"), 55);
}

#[test]
fn what_cannot_be_timed_is_refused() {
    let home = home();
    said(&home, "07T19:00", "start 1");
    let home = home.at("2026-09-07T19:10:00");
    for (line, said) in [
        (
            "start 1",
            "error: the timer of a Alpha has been running since 19:00\nhint: `plan stop` ends it, and \
             `plan done a` takes its minutes\n",
        ),
        (
            "start d1",
            "error: a timer is for one slot; the target names 2\nhint: name the slot by its number or \
             id\n",
        ),
        (
            "start w1.1",
            "error: w1.1 Essay is a deliverable: it has no duration of its own\n",
        ),
        (
            "stop 2",
            "error: no timer is running\nhint: `plan start` starts one\n",
        ),
    ] {
        let words: Vec<&str> = line.split(' ').collect();
        assert_eq!(home.run(&words).fails(2), said, "{line}");
    }
}

#[test]
fn the_prompt_shows_the_timer() {
    let home = home();
    said(&home, "07T19:00", "start 1");
    for (time, line) in [
        ("07T19:15", "1/2 Alpha 45m +15m\n"),
        // The time of Beta has come, and the timer of Alpha goes on.
        ("07T20:15", "1/2 Alpha +1h15m\n"),
        ("08T19:15", "1/1 Gamma 45m\n"),
    ] {
        assert_eq!(said(&home, time, "status --short"), line, "{time}");
    }
    said(&home, "08T19:20", "start a");
    assert_eq!(said(&home, "08T19:25", "status --short"), "a Alpha +5m\n");
}

#[test]
fn the_history_lists_starts_and_stops() {
    let home = home();
    said(&home, "07T19:00", "start 1");
    said(&home, "07T19:20", "start 2");
    said(&home, "07T20:05", "done 2");
    assert_eq!(
        said(&home, "07T21:00", "log"),
        "\
when              what   slot  title
2026-09-06 20:00  begin        Mon 7 Sep 2026
2026-09-07 19:00  start  a     Alpha
2026-09-07 19:20  stop   a     Alpha           20 min
2026-09-07 19:20  start  b     Beta
2026-09-07 20:05  done   b     Beta            45 min
"
    );
    let log = home.run(&["log", "--json"]).json();
    let events = log["events"].as_array().unwrap();
    let step = |event: &serde_json::Value| {
        let text = |key: &str| event[key].as_str().unwrap_or_default().to_owned();
        [text("t"), text("verb"), text("slot")].join(" ")
    };
    let steps: Vec<String> = events.iter().map(step).collect();
    assert_eq!(
        steps,
        [
            "begin begin ",
            "start start a",
            "stop stop a",
            "start start b",
            "done done b",
            "stop stop b"
        ]
    );
    // A stop names its start.
    assert_eq!(events[2]["of"], events[1]["id"]);
    assert_eq!(events[5]["of"], events[3]["id"]);
}

#[test]
fn answers_in_json_have_the_timers_that_run() {
    let home = home();
    let at = home.at("2026-09-07T19:00:00");
    let started = at.run(&["start", "1", "--json"]).json();
    let device = started["recorded"][0]["dev"].clone();
    let timer = |minutes: Option<u32>| {
        serde_json::json!([{
            "plan": "p",
            "slot": "a",
            "title": "Alpha",
            "since": "2026-09-07T19:00:00+08:00",
            "device": device,
            "minutes": minutes,
        }])
    };
    assert_eq!(started["timers"], timer(Some(1)));
    let running = home.at("2026-09-07T19:30:00").run(&["status", "--json"]);
    assert_eq!(running.json()["timers"], timer(Some(30)));
    let next_day = home.at("2026-09-08T19:30:00").run(&["status", "--json"]);
    assert_eq!(next_day.json()["timers"], timer(None));
    let stopped = home
        .at("2026-09-07T19:45:00")
        .run(&["stop", "--json"])
        .json();
    assert_eq!(stopped["timers"], serde_json::json!([]));
    assert_eq!(stopped["recorded"][0]["t"], "stop");
}

#[test]
fn the_first_timer_begins_the_plan() {
    let home = Sandbox::new().short().at("2026-09-07T19:00:00");
    home.file("p.yaml", PLAN);
    home.run(&["--plan", "p.yaml", "start"]).ok();
    let today = home.run(&["--plan", "p.yaml", "today", "--json"]).json();
    assert_eq!(today["started"], true);
    home.run(&["--plan", "p.yaml", "undo"]).ok();
    let today = home.run(&["--plan", "p.yaml", "today", "--json"]).json();
    assert_eq!(today["started"], false);
}

#[test]
fn a_timer_goes_along_with_a_slot_that_gets_another_title_or_id() {
    let home = home();
    said(&home, "07T19:00", "start 1");
    home.file("p.yaml", PLAN.replace("title: Alpha", "title: Alpha again"));
    assert_eq!(
        status(&home, "07T19:30"),
        " now      1 Alpha again, 30 min left\n timer    a Alpha again  since 19:00, 30 min today\n"
    );
    // A slot that is gone: its timer can still be stopped.
    home.file(
        "p.yaml",
        PLAN.replace("    - {id: a, time: '19:00-20:00', title: Alpha}\n", ""),
    );
    assert_eq!(
        said(&home, "07T19:40", "stop"),
        "  a Alpha   timer stopped after 40 min\n"
    );
}
