//! SIGKILL before every single system call of a run that marks three slots.

use crate::home::{Home, each, have};
use crate::row::Row;
use crate::rows;
use crate::trace::{Point, points, traced, with};
use crate::watch::{TAKEN_OUT, Verdict, Watch, taken_out};

const MARK: [&str; 5] = ["done", "d1.1", "d1.2", "d1.3", "--json"];

/// Makes a home as it is before the run, with what was confirmed in it.
type Setup = fn() -> (Home, Watch);

fn fresh() -> (Home, Watch) {
    let home = Home::new();
    let watch = Watch::on(&home);
    (home, watch)
}

fn torn() -> (Home, Watch) {
    let (home, mut watch) = Home::marked();
    watch.bytes.extend(br#"{"v":1,"id":"01a20e50-bef"#);
    std::fs::write(home.journal_path(), &watch.bytes).unwrap();
    (home, watch)
}

/// Kills at one point; `None` where the run did not come to it.
fn killed(setup: Setup, point: &Point) -> Option<Verdict> {
    let (home, mut watch) = setup();
    let ran = with(&home, point, "signal=KILL", &MARK);
    ran.signal?;
    watch.saw(&ran);
    let new = home.journal().len() - watch.bytes.len();
    let new = String::from_utf8(home.journal().split_off(home.journal().len() - new)).unwrap();
    let lines = new.matches(r#""t":"done""#).count();
    let mut verdict = watch.verdict(&home, &format!("killed at {point}"));
    // One write holds the whole of it.
    if !matches!(lines, 0 | 3) {
        let complaint = format!("killed at {point}: {lines} of 3 lines were written");
        verdict.complaints.push(complaint);
    }
    Some(verdict)
}

#[track_caller]
fn every_call(name: &'static str, setup: Setup) {
    if !have(&["strace"], false) {
        return;
    }
    let (home, _) = setup();
    let (ran, calls) = traced(&home, "all", &MARK);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let points = points(&calls);
    let mut row = Row::new(name);
    let verdicts = each(&points, |point| killed(setup, point));
    for verdict in verdicts.into_iter().flatten() {
        row.add(verdict);
    }
    // How often memory is asked for differs by a call or two from run to run.
    row.finish(points.len() - 5, TAKEN_OUT, taken_out());
}

#[test]
#[ignore = "a minute of strace"]
fn sigkill_at_every_system_call_without_a_journal() {
    every_call(rows::KILL_FRESH, fresh);
}

#[test]
#[ignore = "a minute of strace"]
fn sigkill_at_every_system_call() {
    every_call(rows::KILL_EXISTING, Home::marked_the_day_before);
}

#[test]
#[ignore = "a minute of strace"]
fn sigkill_at_every_system_call_with_a_torn_line() {
    every_call(rows::KILL_TORN, torn);
}
