//! Every call that touches a file fails, in each of nine ways.

use crate::home::{Home, Ran, each, have};
use crate::row::{Row, Verdict};
use crate::rows;
use crate::trace::{Point, name, points, traced, with};
use crate::watch::{TAKEN_OUT, Watch, taken_out};

const ERRORS: [&str; 9] = [
    "EIO", "ENOSPC", "EROFS", "EACCES", "EINTR", "ENOLCK", "EDQUOT", "ENOENT", "ELOOP",
];

/// Calls that name a file or a file descriptor. Memory is mapped before `main` alone.
const CALLS: &str = "%file,%desc";

const MARK: [&str; 5] = ["done", "d1.1", "d1.2", "d1.3", "--json"];

/// The points from `main` on: what fails before is the dynamic loader's. The first that Rust
/// does is to look at its three file descriptors.
fn points_of_main(home: &Home) -> Vec<Point> {
    let (ran, calls) = traced(home, CALLS, &MARK);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let loader = calls.iter().position(|call| name(call) == "poll");
    let loader = loader.expect("a call of Rust's own");
    let mut points = points(&calls);
    points.drain(..=loader);
    points.retain(|point| !point.call.contains("mmap"));
    points
}

/// What is wrong with how a run with a fault ended; `kept` says whether its marks are listed.
fn complaint(ran: &Ran, kept: usize) -> Option<String> {
    let said = |words: &str| ran.stderr.contains(words);
    let why = match ran.code {
        _ if ran.panicked() => "it panicked",
        Some(0) if kept < 3 => "confirmed, and not kept",
        Some(0) => return None,
        Some(74) if said("recorded, but") && kept < 3 => "told to be recorded, and not kept",
        Some(74) if said("recorded, but") || said("not confirmed") => return None,
        Some(65 | 66 | 73..=75) if kept == 0 => return None,
        Some(65 | 66 | 73..=75) => "told not to be recorded, and kept",
        _ => "an undocumented end",
    };
    let said: String = format!("{ran:?}").chars().take(300).collect();
    Some(format!("{why}: {said}"))
}

#[test]
fn a_bad_end_is_seen() {
    let ends = |code, stderr: &str, kept| {
        let ran = Ran {
            code: Some(code),
            stderr: stderr.to_owned(),
            ..Ran::default()
        };
        complaint(&ran, kept).is_none()
    };
    assert!(ends(0, "", 3) && !ends(0, "", 2));
    assert!(ends(74, "error: not recorded: ", 0) && !ends(74, "error: not recorded: ", 3));
    assert!(ends(74, "error: not confirmed: ", 0) && ends(74, "error: not confirmed: ", 3));
    assert!(ends(74, "error: recorded, but ", 3) && !ends(74, "error: recorded, but ", 0));
    assert!(ends(73, "", 0) && ends(75, "", 0) && ends(66, "", 0) && !ends(66, "", 3));
    assert!(!ends(101, "", 0) && !ends(1, "", 0) && !ends(127, "", 0));
    assert!(complaint(&Ran::default(), 0).is_some());
}

fn failed(setup: fn() -> (Home, Watch), (point, error): &(Point, &str)) -> Verdict {
    let (home, mut watch) = setup();
    let ran = with(&home, point, &format!("error={error}"), &MARK);
    watch.saw(&ran);
    let new = home.journal().split_off(watch.bytes.len());
    let other = std::fs::read(home.other_journal()).unwrap_or_default();
    let kept = String::from_utf8([new, other].concat()).unwrap();
    let kept = kept.matches(r#""t":"done""#).count();
    let mut verdict = watch.verdict(&home, &format!("{error} at {point}"));
    let complaint = complaint(&ran, kept).map(|why| format!("{error} at {point}: {why}"));
    verdict.complaints.extend(complaint);
    verdict
}

#[track_caller]
fn every_call(name: &'static str, setup: fn() -> (Home, Watch), least: usize) {
    if !have(&["strace"], false) {
        return;
    }
    let (home, _) = setup();
    let points = points_of_main(&home);
    let all: Vec<(Point, &str)> = points
        .iter()
        .flat_map(|point| ERRORS.map(|error| (point.clone(), error)))
        .collect();
    let mut row = Row::new(name);
    let verdicts = each(&all, |one| failed(setup, one));
    for verdict in verdicts {
        row.add(verdict);
    }
    row.finish(least, TAKEN_OUT, taken_out());
}

#[test]
#[ignore = "a minute of strace"]
fn every_file_system_call_fails_without_a_journal() {
    let fresh = || {
        let home = Home::new();
        let watch = Watch::on(&home);
        (home, watch)
    };
    every_call(rows::ERRNO_FRESH, fresh, 500);
}

#[test]
#[ignore = "a minute of strace"]
fn every_file_system_call_fails() {
    every_call(rows::ERRNO, Home::marked_the_day_before, 500);
}
