//! A journal cut anywhere, or with any one byte of it changed.

use std::collections::HashSet;
use std::os::unix::fs::DirBuilderExt;
use std::path::Path;

use tempfile::TempDir;
use uuid::Uuid;

use super::many;
use super::row::{Row, Verdict};
use super::rows;
use crate::progress::{Event, What};
use crate::store::codec;
use crate::tests::cases::cases;

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

/// A state folder whose journal holds these bytes, in memory where possible.
fn holding(bytes: &[u8]) -> TempDir {
    let memory = Path::new("/dev/shm");
    let temporary = std::env::temp_dir();
    let within = if memory.is_dir() { memory } else { &temporary };
    let state = tempfile::tempdir_in(within).unwrap();
    let path = many::journal_path(state.path());
    let mut folder = std::fs::DirBuilder::new();
    folder.mode(0o700).create(path.parent().unwrap()).unwrap();
    std::fs::write(path, bytes).unwrap();
    state
}

/// Reads a damaged journal whole, appends to it, and reads it again. `lost` may be missing.
fn whole(bytes: &[u8], expected: &[Event], lost: usize, point: &str) -> Verdict {
    let state = holding(bytes);
    let journal = many::journal(state.path());
    let mut complaints = Vec::new();
    let ids = |events: &[Event]| events.iter().map(|e| e.id).collect::<HashSet<_>>();
    let before = journal.read().map(|r| ids(&r.events)).unwrap_or_default();
    let next = journal.begin(&[]).and_then(|mut transaction| {
        let what = many::what(0, 7, Uuid::nil());
        let n = transaction.reading().max_n() + 1;
        let event = many::event(n, 5000, Uuid::from_u128(9), "a", what);
        transaction.append(std::slice::from_ref(&event))?;
        Ok(event.id)
    });
    let after = journal.read().map(|r| ids(&r.events)).unwrap_or_default();
    if !next.is_ok_and(|id| after.contains(&id)) {
        complaints.push(format!("{point}: the next event is not recorded"));
    }
    let now = std::fs::read(many::journal_path(state.path())).unwrap();
    if !now.starts_with(bytes) {
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

/// Checks a damaged journal by lines, and at every hundredth point whole.
fn check(at: usize, bytes: &[u8], expected: &[Event], lost: usize, point: &str) -> Verdict {
    if at.is_multiple_of(100) {
        return whole(bytes, expected, lost, point);
    }
    Verdict {
        confirmed: expected.len(),
        lost: missing(expected, &ids(bytes)).saturating_sub(lost),
        complaints: Vec::new(),
    }
}

/// Where each line ends, its newline included.
fn ends(bytes: &[u8]) -> Vec<usize> {
    let newlines = bytes.iter().enumerate().filter(|(_, b)| **b == b'\n');
    newlines.map(|(at, _)| at + 1).collect()
}

/// The journal cut before its byte `at`.
fn cut(bytes: &[u8], ends: &[usize], events: &[Event], at: usize) -> Verdict {
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
    check(at, &bytes[start..at], &events[first..count], 0, &point)
}

/// The journal with its byte `at` changed to each of four others.
fn changed(bytes: &[u8], ends: &[usize], events: &[Event], at: usize) -> Vec<Verdict> {
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
        check(at, &part, &events[first..last], MOST, &point)
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

/// From one byte that is tried to the next.
fn step() -> usize {
    cases(20, 1) as usize
}

const STRICT: &str = "lost to a reader that wants every line to be sound";

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

/// The program is run on the same journal, in `tests/torture/bytes.rs`.
#[test]
fn the_programs_journal_is_this_one() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/torture/hundred.jsonl");
    let lines = many::lines(&many::hundred());
    if std::env::var_os("UPDATE_JOURNAL").is_some() {
        std::fs::write(path, &lines).unwrap();
    }
    assert!(std::fs::read(path).unwrap() == lines);
}

#[test]
fn cut_at_every_byte() {
    let mut row = Row::new(rows::CUT);
    let events = many::hundred();
    let bytes = many::lines(&events);
    let ends = ends(&bytes);
    for at in (0..=bytes.len()).step_by(step()) {
        row.add(cut(&bytes, &ends, &events, at));
    }
    let control = strict(&bytes[..bytes.len() - 20], &events);
    row.finish(20_000 / step(), STRICT, control);
}

#[test]
fn every_byte_changed() {
    let mut row = Row::new(rows::CHANGED);
    let events = many::hundred();
    let bytes = many::lines(&events);
    let ends = ends(&bytes);
    for at in (0..bytes.len()).step_by(step()) {
        for verdict in changed(&bytes, &ends, &events, at) {
            row.add(verdict);
        }
    }
    let mut torn = bytes.clone();
    torn[5000] = 0xFF;
    row.finish(80_000 / step(), STRICT, strict(&torn, &events));
}
