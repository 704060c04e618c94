//! Clocks that are wrong, that jump, and zones that change between runs.

use std::path::Path;

use serde_json::Value;

use crate::home::{Home, Ran, ended, have};
use crate::row::Row;
use crate::rows;
use crate::watch::{TAKEN_OUT, Watch, taken_out};

/// A zone, a time of its clock, and the study day that is then.
const TIMES: [[&str; 3]; 16] = [
    ["Asia/Shanghai", "2026-11-30T11:00:00", "2026-11-30"],
    ["Asia/Shanghai", "1990-01-01T00:30:00", "1989-12-31"],
    ["Asia/Shanghai", "2038-01-19T03:14:08", "2038-01-18"],
    ["UTC", "2038-01-19T03:14:07", "2038-01-18"],
    ["UTC", "2038-01-19T04:00:00", "2038-01-19"],
    // It jumps back.
    ["Asia/Shanghai", "2026-12-01T09:00:00", "2026-12-01"],
    ["Asia/Shanghai", "2026-11-30T09:00:00", "2026-11-30"],
    // The gap, its edges, and the fold.
    ["Europe/Berlin", "2026-03-29T01:59:59", "2026-03-28"],
    ["Europe/Berlin", "2026-03-29T02:30:00", "2026-03-28"],
    ["Europe/Berlin", "2026-03-29T04:00:00", "2026-03-29"],
    ["Europe/Berlin", "2026-10-25T02:30:00", "2026-10-24"],
    ["America/New_York", "2026-11-01T01:30:00", "2026-10-31"],
    // One instant in three zones.
    ["Pacific/Kiritimati", "2026-12-02T01:00:00", "2026-12-01"],
    ["UTC", "2026-12-01T11:00:00", "2026-12-01"],
    ["Pacific/Pago_Pago", "2026-12-01T00:00:00", "2026-11-30"],
    ["Asia/Kathmandu", "2026-12-01T16:45:00", "2026-12-01"],
];

/// Runs `plan` with the clock set.
fn at(home: &Home, zone: &str, now: &str, args: &[&str]) -> Ran {
    let mut command = home.command(&[], args);
    ended(command.env("TZ", zone).env("PLAN_NOW", now))
}

fn events(ran: &Ran, list: &str) -> Vec<Value> {
    let answer: Value = serde_json::from_str(&ran.stdout).unwrap_or_else(|_| panic!("{ran:?}"));
    answer[list].as_array().unwrap().clone()
}

/// The slots that count as done, in every zone the same.
fn state(home: &Home, zone: &str, now: &str) -> (Vec<Value>, Vec<Value>) {
    let log = at(home, zone, now, &["log", "--json"]);
    let all = events(&log, "events");
    let days = all.iter().map(|e| e["day"].clone()).collect();
    (all.into_iter().map(|e| e["id"].clone()).collect(), days)
}

#[test]
fn clock_and_zone_set_in_every_way() {
    let mut row = Row::new(rows::CLOCKS);
    let (home, mut watch) = Home::marked();
    let mut before: Vec<Value> = Vec::new();
    for [zone, now, day] in TIMES {
        let ran = at(&home, zone, now, &["done", "d1.1", "--json"]);
        assert_eq!(
            (ran.code, watch.saw(&ran)),
            (Some(0), 1),
            "{zone} {now}: {ran:?}"
        );
        let last = &events(&ran, "recorded")[0];
        assert_eq!(last["day"], day, "{zone} {now}");
        // A clock that is behind puts no event before those that were there.
        let n = last["n"].as_u64().unwrap();
        assert!(
            before.iter().all(|e| e.as_u64().unwrap() < n),
            "{zone} {now}"
        );
        before.push(last["n"].clone());
        row.tried(1);
    }
    watch.bytes = home.journal();
    let [zone, now, _] = TIMES[0];
    let one = state(&home, zone, now);
    for [zone, now, _] in TIMES {
        assert_eq!(state(&home, zone, now), one, "{zone} {now}");
    }
    row.take(watch.verdict(&home, "after all clocks"));
    row.finish(TIMES.len(), TAKEN_OUT, taken_out());
}

const FAKETIME: &str = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1";

fn faked(home: &Home, time: &str, args: &[&str]) -> Ran {
    let mut command = home.command(&[], args);
    command.env_remove("PLAN_NOW").env("LD_PRELOAD", FAKETIME);
    ended(command.env("FAKETIME", time).env("TZ", "Europe/Berlin"))
}

#[test]
#[ignore = "needs libfaketime"]
fn system_clock_in_1990_2038_and_backward() {
    if !Path::new(FAKETIME).exists() {
        // Says so, or fails where all is to run.
        have(&["libfaketime.so.1"], false);
        return;
    }
    let mut row = Row::new(rows::FAKETIME);
    let (home, mut watch) = Home::marked();
    for (time, day) in [
        ("1990-01-01 12:00:00", "1990-01-01"),
        ("2038-01-19 12:00:00", "2038-01-19"),
        ("2026-11-30 12:00:00", "2026-11-30"),
        ("2026-11-29 12:00:00", "2026-11-29"),
        ("2026-03-29 03:00:00", "2026-03-28"),
        ("2026-10-25 02:30:00", "2026-10-24"),
        ("1990-01-01 12:00:00", "1990-01-01"),
    ] {
        // Twice at the same instant: ids differ all the same.
        for _ in 0..2 {
            let ran = faked(&home, time, &["done", "d1.1", "--json"]);
            assert_eq!((ran.code, watch.saw(&ran)), (Some(0), 1), "{time}: {ran:?}");
            assert_eq!(events(&ran, "recorded")[0]["day"], day, "{time}");
        }
        watch.bytes = home.journal();
        let mut check: Watch = watch.clone();
        row.add(check.verdict(&home, time));
        watch = check;
    }
    let ids: std::collections::HashSet<_> = watch.confirmed.iter().collect();
    assert_eq!(ids.len(), watch.confirmed.len());
    row.finish(7, TAKEN_OUT, taken_out());
}
