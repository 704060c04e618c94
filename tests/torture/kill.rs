//! SIGKILL before every system call of a run that marks three slots, from its start on.

use crate::home::{Home, each, have, settle};
use crate::row::{Row, Verdict};
use crate::rows;
use crate::trace::{Point, points, traced, with};
use crate::watch::{TAKEN_OUT, Watch, taken_out};

/// Calls that ask for memory or chance, of which a run may make one more or less than another.
const VARYING: [&str; 4] = ["brk", "getrandom", "mmap", "munmap"];

/// So many calls a mark takes at the least; a list of fewer is not the whole of it.
const LEAST: usize = 150;

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
    settle();
    (home, watch)
}

/// Kills at one point, which is given back where the run did not come to it.
fn killed(setup: Setup, point: &Point) -> Result<Verdict, Point> {
    let (home, mut watch) = setup();
    let ran = with(&home, point, "signal=KILL", &MARK);
    if ran.signal.is_none() {
        return Err(point.clone());
    }
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
    Ok(verdict)
}

#[track_caller]
fn every_call(name: &'static str, setup: Setup) {
    if !have(&["strace"], false) {
        return;
    }
    let (home, _) = setup();
    let (ran, calls) = traced(&home, "all", &MARK);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let mut points = points(&calls);
    // It starts the program: nothing of ours has run before it.
    points.retain(|point| point.call != "execve");
    let mut row = Row::new(name);
    let mut missed = Vec::new();
    for verdict in each(&points, |point| killed(setup, point)) {
        match verdict {
            Ok(verdict) => row.add(verdict),
            Err(point) => missed.push(point),
        }
    }
    let varies = |point: &Point| VARYING.contains(&point.call.as_str());
    missed.retain(|point| !varies(point));
    assert!(missed.is_empty(), "never came to {missed:?}");
    row.finish(LEAST, TAKEN_OUT, taken_out());
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

const INIT: [&str; 3] = ["init", "other.yaml", "--json"];

/// Nine marks of one plan, and another one to begin.
fn two_plans() -> (Home, Watch) {
    let (home, watch) = Home::marked();
    let plan = include_str!("plan.yaml").replacen("plan: torture", "plan: other", 1);
    std::fs::write(home.path().join("other.yaml"), plan).unwrap();
    settle();
    (home, watch)
}

/// Which plan is followed, and whether the other one has begun.
fn followed(home: &Home) -> (String, bool) {
    let answer = |args: &[&str]| -> serde_json::Value {
        serde_json::from_str(&home.plan(args).stdout).unwrap_or_default()
    };
    let followed = answer(&["today", "--json"])["plan"]
        .as_str()
        .unwrap_or_default()
        .to_owned();
    let begun = answer(&["today", "--json", "--plan", "other.yaml"])["started"] == true;
    (followed, begun)
}

/// Kills `init` at one point. Afterwards the other plan is followed and has begun, or neither; without
/// the choice that `init` kept, for the control, there may be half of it.
fn killed_init(point: &Point, is_control: bool) -> Option<Verdict> {
    let (home, mut watch) = two_plans();
    let ran = with(&home, point, "signal=KILL", &INIT);
    ran.signal?;
    if is_control {
        let choice = home.path().join(".local/share/plan/choice.json");
        let _ = std::fs::remove_file(choice);
    }
    let (plan, begun) = followed(&home);
    let is_half = begun != (plan == "other");
    let plan_file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/torture/plan.yaml");
    home.plan(&["init", plan_file]);
    let mut verdict = watch.verdict(&home, &format!("killed at {point}"));
    if is_half {
        verdict.complaints.push(format!(
            "killed at {point}: {plan} is followed, begun: {begun}"
        ));
    }
    Some(verdict)
}

#[test]
#[ignore = "a minute of strace"]
fn init_killed_at_every_system_call() {
    if !have(&["strace"], false) {
        return;
    }
    let (home, _) = two_plans();
    let (ran, calls) = traced(&home, "all", &INIT);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let mut points = points(&calls);
    points.retain(|point| point.call != "execve");
    let mut row = Row::new(rows::KILL_INIT);
    for verdict in each(&points, |point| killed_init(point, false))
        .into_iter()
        .flatten()
    {
        row.add(verdict);
    }
    let halves = each(&points, |point| killed_init(point, true));
    let halves = halves
        .iter()
        .flatten()
        .filter(|verdict| !verdict.complaints.is_empty());
    row.finish(
        LEAST,
        "half an `init` without what it keeps",
        halves.count(),
    );
}
