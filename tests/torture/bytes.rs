//! A journal cut anywhere, or with any one byte of it changed.

use std::collections::HashSet;
use std::os::unix::fs::DirBuilderExt;

use plan::progress::{Event, What};
use plan::store::codec;
use uuid::Uuid;

use crate::home::{Home, each};
use crate::many;
use crate::row::Row;
use crate::rows;
use crate::watch::{Verdict, Watch};

/// What each byte is changed to: what a power cut leaves, what ends a line, no UTF-8, and what
/// ends a string.
const CHANGED: [u8; 4] = [0, b'\n', 0xFF, b'"'];

/// How many events one changed byte may cost.
const MOST: usize = 2;

/// The ids that are read from these bytes, line by line.
fn ids(bytes: &[u8]) -> HashSet<Uuid> {
    let lines = bytes.split(|byte| *byte == b'\n');
    let read = lines.flat_map(|line| codec::decode_line(line).events);
    read.map(|event| event.id).collect()
}

/// How many of `events` are not read.
fn missing(events: &[Event], read: &HashSet<Uuid>) -> usize {
    events.iter().filter(|e| !read.contains(&e.id)).count()
}

/// A home whose journal holds these bytes.
fn holding(bytes: &[u8]) -> Home {
    let home = Home::new();
    let mut folder = std::fs::DirBuilder::new();
    folder.recursive(true).mode(0o700);
    folder.create(home.folder()).unwrap();
    std::fs::write(home.journal_path(), bytes).unwrap();
    home
}

/// Reads a damaged journal whole, appends to it, and reads it again. `lost` may be missing.
fn whole(bytes: &[u8], expected: &[Event], lost: usize, point: &str) -> Verdict {
    let home = holding(bytes);
    let journal = many::journal(home.folder().parent().unwrap());
    let mut complaints = Vec::new();
    let ids = |events: &[Event]| events.iter().map(|e| e.id).collect::<HashSet<_>>();
    let before = journal.read().map(|r| ids(&r.events)).unwrap_or_default();
    let next = journal.record(|reading: &plan::store::Reading| {
        let what = many::what(0, 7, Uuid::nil());
        let op = Uuid::from_u128(9);
        Ok(vec![many::event(reading.max_n() + 1, 5000, op, "a", what)])
    });
    let after = journal.read().map(|r| ids(&r.events)).unwrap_or_default();
    if !next.is_ok_and(|next| next.written.iter().any(|event| after.contains(&event.id))) {
        complaints.push(format!("{point}: the next event is not recorded"));
    }
    if !home.journal().starts_with(bytes) {
        complaints.push(format!("{point}: the old bytes are not the beginning"));
    }
    if !before.is_subset(&after) {
        complaints.push(format!("{point}: what was read before is gone"));
    }
    Verdict {
        confirmed: expected.len(),
        lost: missing(expected, &after).saturating_sub(lost),
        complaints,
    }
}

/// The same with the program.
fn run(bytes: &[u8], expected: &[Event], lost: usize, point: &str) -> Verdict {
    let home = holding(bytes);
    let confirmed = expected.iter().map(|e| e.id.to_string()).collect();
    let mut watch = Watch {
        confirmed,
        bytes: bytes.to_vec(),
    };
    let mut verdict = watch.verdict(&home, point);
    verdict.lost = verdict.lost.saturating_sub(lost);
    verdict
}

/// Checks a damaged journal by lines; at every hundredth point whole, and with the program.
fn check(
    at: usize,
    bytes: &[u8],
    expected: &[Event],
    lost: usize,
    program: bool,
    point: &str,
) -> Verdict {
    let mut verdict = if at.is_multiple_of(100) {
        whole(bytes, expected, lost, point)
    } else {
        let gone = missing(expected, &ids(bytes));
        Verdict {
            confirmed: expected.len(),
            lost: gone.saturating_sub(lost),
            complaints: Vec::new(),
        }
    };
    if program && at.is_multiple_of(100) {
        let more = run(bytes, expected, lost, point);
        verdict.lost += more.lost;
        verdict.complaints.extend(more.complaints);
    }
    verdict
}

/// Where each line ends, its newline included.
fn ends(bytes: &[u8]) -> Vec<usize> {
    let newlines = bytes.iter().enumerate().filter(|(_, b)| **b == b'\n');
    newlines.map(|(at, _)| at + 1).collect()
}

/// The journal cut before its byte `at`.
fn cut(bytes: &[u8], events: &[Event], at: usize, program: bool) -> Verdict {
    let ends = ends(bytes);
    // A line whose newline alone is missing is whole.
    let count = ends.iter().filter(|end| **end <= at + 1).count();
    // Lines before the last three are the same at every point; they are read at each hundredth.
    let first = if at.is_multiple_of(100) {
        0
    } else {
        count.saturating_sub(3)
    };
    let start = first.checked_sub(1).map_or(0, |last| ends[last]);
    let point = format!("cut before byte {at}");
    check(
        at,
        &bytes[start..at],
        &events[first..count],
        0,
        program,
        &point,
    )
}

/// The journal with its byte `at` changed to each of four others.
fn changed(bytes: &[u8], events: &[Event], at: usize, program: bool) -> Vec<Verdict> {
    let ends = ends(bytes);
    let line = ends.iter().filter(|end| **end <= at).count();
    let (first, last) = if at.is_multiple_of(100) {
        (0, events.len())
    } else {
        (line.saturating_sub(1), (line + 3).min(events.len()))
    };
    let start = first.checked_sub(1).map_or(0, |before| ends[before]);
    let verdicts = CHANGED.iter().filter(|to| bytes[at] != **to).map(|to| {
        let mut part = bytes[start..ends[last - 1]].to_vec();
        part[at - start] = *to;
        let point = format!("byte {at} changed to {to}");
        check(at, &part, &events[first..last], MOST, program, &point)
    });
    verdicts.collect()
}

/// The control: a reader that wants the whole file to be sound reads nothing of a cut one.
fn strict(bytes: &[u8], events: &[Event]) -> usize {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return events.len();
    };
    let sound = text.lines().try_fold(0, |count, line| {
        serde_json::from_str::<serde_json::Value>(line).map(|_| count + 1)
    });
    events.len() - sound.unwrap_or(0)
}

const STRICT: &str = "lost to a reader that wants every line to be sound";

fn every_cut(program: bool) -> (Vec<Verdict>, usize) {
    let events = many::hundred();
    let bytes = many::lines(&events);
    let points: Vec<usize> = (0..=bytes.len()).collect();
    let verdicts = each(&points, |at| cut(&bytes, &events, *at, program));
    let control = strict(&bytes[..bytes.len() - 20], &events);
    (verdicts, control)
}

fn every_change(program: bool) -> (Vec<Verdict>, usize) {
    let events = many::hundred();
    let bytes = many::lines(&events);
    let points: Vec<usize> = (0..bytes.len()).collect();
    let verdicts = each(&points, |at| changed(&bytes, &events, *at, program));
    let mut torn = bytes.clone();
    torn[5000] = 0xFF;
    (
        verdicts.into_iter().flatten().collect(),
        strict(&torn, &events),
    )
}

#[track_caller]
fn sound(verdicts: &[Verdict]) {
    let bad: Vec<_> = verdicts
        .iter()
        .filter(|v| v.lost > 0 || !v.complaints.is_empty())
        .collect();
    assert!(bad.is_empty(), "{} of them: {:?}", bad.len(), bad.first());
}

#[test]
fn a_journal_of_a_hundred_events_has_every_kind() {
    let events = many::hundred();
    assert_eq!(ids(&many::lines(&events)).len(), 100);
    let kinds: HashSet<_> = events
        .iter()
        .map(|e| std::mem::discriminant(&e.what))
        .collect();
    assert_eq!(kinds.len(), many::KINDS + 1);
    assert!(matches!(events[0].what, What::Begin { .. }));
}

#[test]
fn a_journal_is_cut_at_any_byte() {
    sound(&every_cut(false).0);
}

#[test]
fn any_byte_of_a_journal_is_changed() {
    sound(&every_change(false).0);
}

#[test]
#[ignore = "runs the program at every hundredth byte"]
fn cut_at_every_byte() {
    let mut row = Row::new(rows::CUT);
    let (verdicts, control) = every_cut(true);
    for verdict in verdicts {
        row.add(verdict);
    }
    row.finish(20_000, STRICT, control);
}

#[test]
#[ignore = "runs the program at every hundredth byte"]
fn every_byte_changed() {
    let mut row = Row::new(rows::CHANGED);
    let (verdicts, control) = every_change(true);
    for verdict in verdicts {
        row.add(verdict);
    }
    row.finish(80_000, STRICT, control);
}
