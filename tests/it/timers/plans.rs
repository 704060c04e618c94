//! Timers with several plans, and of sittings.

use super::{hinted, home, said, status};

/// Another plan with a slot on Monday from 19:30 to 20:00.
const PIANO: &str = "\
plan: piano
title: Piano
days:
- {day: 1, weekday: mon, slots: [{id: s, time: '19:30-20:00', title: Scales}]}
";

#[test]
fn a_timer_in_another_plan_is_named_and_stopped_from_anywhere() {
    let home = home();
    home.file("piano.yaml", PIANO);
    let init = ["--plan", "piano.yaml", "init", "--start", "2026-09-07"];
    home.run(&init).ok();
    home.file(
        "config/config.yaml",
        "plan: ../p.yaml\nfollow: [p, piano]\n",
    );
    said(&home, "07T19:10", "start");
    let started = home.at("2026-09-07T19:35:00").run(&["start", "piano:s"]);
    assert_eq!(
        started.stderr,
        "warning: the timer of p:a Alpha is still running, since Mon 7 Sep 2026 19:10; `plan stop \
         p:a` ends it\n"
    );
    assert_eq!(
        started.ok(),
        "Piano (piano)\n  piano:s Scales   timer started\n"
    );
    said(&home, "07T19:40", "stop a");
    assert_eq!(
        said(&home, "07T19:45", "status").lines().nth(2),
        Some(" timer    piano:s Scales  since 19:35, 10 min today")
    );
    assert_eq!(
        said(&home, "07T19:45", "status --short"),
        "piano:1/1 Scales 15m +10m\n"
    );
    assert_eq!(
        hinted(&home, "07T19:55", "stop"),
        "hint: `plan done piano:s` when you finish it\n"
    );
}

#[test]
fn a_sitting_has_its_own_timers() {
    let home = home();
    // Alpha's hour in two sittings, on Monday and on Tuesday.
    let fit = ["fit", "--hours", "mon-fri=19:00-19:30", "--apply"];
    home.run(&fit).ok();
    said(&home, "07T19:00", "start 1");
    assert_eq!(
        said(&home, "07T19:20", "done 1").lines().next(),
        Some("✓ a Alpha (1 of 2)   20 min (planned 30 min)")
    );
    said(&home, "08T19:00", "start 1");
    assert_eq!(
        status(&home, "08T19:10"),
        " now      1 Alpha, 20 min left\n timer    a Alpha  since 19:00, 10 min today\n"
    );
    // Monday's timer is of the other sitting.
    assert_eq!(
        said(&home, "08T19:25", "done 1").lines().next(),
        Some("✓ a Alpha (2 of 2)   25 min (planned 30 min)")
    );
}
