//! Two devices with one journal.

use super::{hinted, home, said, status, took};
use crate::sandbox::Sandbox;

/// The same home for another device.
fn laptop(home: &Sandbox) -> Sandbox {
    home.env("PLAN_DATA_DIR", home.home().join("laptop"))
}

/// The name that a device has chosen.
fn name(home: &Sandbox, folder: &str) -> String {
    let text = std::fs::read_to_string(home.home().join(folder).join("device")).unwrap();
    text.split(' ').next().unwrap().to_owned()
}

#[test]
fn a_timer_on_each_of_two_devices_is_reported() {
    let home = home();
    said(&home, "07T19:00", "start 1");
    let laptop = laptop(&home);
    let desktop = name(&home, "data");
    let started = laptop.at("2026-09-07T19:20:00").run(&["start", "2"]);
    assert_eq!(
        started.stderr,
        format!(
            "warning: the timer of a Alpha is still running on device {desktop}, since Mon 7 Sep 2026 \
             19:00; `plan stop a` ends it\n"
        )
    );
    assert_eq!(started.ok(), "  b Beta   timer started\n");
    assert_eq!(
        status(&laptop, "07T19:30"),
        format!(
            " now      1 Alpha, 30 min left\n timer    a Alpha  since 19:00, 30 min today, on device \
             {desktop}\n          b Beta  since 19:20, 10 min today\n"
        )
    );
    let here = name(&home, "laptop");
    assert_eq!(
        status(&home, "07T19:30"),
        format!(
            " now      1 Alpha, 30 min left\n timer    a Alpha  since 19:00, 30 min today\n          \
             b Beta  since 19:20, 10 min today, on device {here}\n"
        )
    );
    // Each stops its own; the second `stop` is for the other's.
    assert_eq!(
        said(&laptop, "07T19:40", "stop"),
        "  b Beta   timer stopped after 20 min\n"
    );
    assert_eq!(
        said(&laptop, "07T19:50", "stop"),
        "  a Alpha   timer stopped after 50 min\n"
    );
    said(&laptop, "07T21:00", "done 1-2");
    assert_eq!((took(&home, "a"), took(&home, "b")), (50.into(), 20.into()));
}

#[test]
fn done_ends_every_timer_of_the_slot_and_counts_an_hour_once() {
    let home = home();
    let laptop = laptop(&home);
    said(&home, "07T19:00", "start 1");
    assert_eq!(
        said(&laptop, "07T19:30", "start 1"),
        "  a Alpha   timer started\n"
    );
    said(&home, "07T20:00", "done 1");
    assert_eq!(took(&home, "a"), 60);
    assert_eq!(status(&laptop, "07T20:00"), " now      2 Beta, 1 h left\n");
}

#[test]
fn the_timer_of_another_device_is_stopped_by_name() {
    let home = home();
    let laptop = laptop(&home);
    said(&home, "07T19:00", "start 1");
    said(&laptop, "07T19:10", "start 2");
    assert_eq!(
        said(&laptop, "07T19:15", "stop a"),
        "  a Alpha   timer stopped after 15 min\n"
    );
    assert_eq!(
        hinted(&laptop, "07T19:20", "stop"),
        "hint: `plan done b` when you finish it\n"
    );
}

/// A device that knew nothing of the timer has marked the slot; the files were merged since.
#[test]
fn a_mark_without_a_stop_ends_the_timer_and_its_minutes_are_unknown() {
    let home = home();
    said(&home, "07T19:00", "start 1");
    let path = home.home().join("state/p/journal.jsonl");
    let mut journal = std::fs::read_to_string(&path).unwrap();
    journal += concat!(
        r#"{"v":1,"id":"01890000-0000-7000-8000-000000000001","op":"01890000-0000-7000-8000-"#,
        r#"000000000002","n":9,"t":"done","slot":"a","title":"Alpha","at":"2026-09-07T20:00:00+08:00","#,
        r#""day":"2026-09-07","dev":"k3"}"#,
        "\n"
    );
    std::fs::write(&path, journal).unwrap();
    assert_eq!(status(&home, "07T20:10"), " now      2 Beta, 50 min left\n");
    assert_eq!(took(&home, "a"), serde_json::Value::Null);
    home.at("2026-09-07T20:11:00").run(&["stop"]).fails(2);
}
