//! The program on a journal that is cut, or has one byte changed, at every hundredth byte. Every
//! other byte is tried by `src/tests/torture/bytes.rs`, without the program.

use std::os::unix::fs::DirBuilderExt;

use crate::home::{Home, each};
use crate::row::Verdict;
use crate::watch::Watch;

/// A journal of a hundred events of every kind.
const HUNDRED: &str = include_str!("hundred.jsonl");

/// What each byte is changed to: what a power cut leaves, what ends a line, no UTF-8, and what
/// ends a string.
const CHANGED: [u8; 4] = [0, b'\n', 0xFF, b'"'];

/// How many events one changed byte may cost.
const MOST: usize = 2;

/// The ids of the first `count` events.
fn ids(count: usize) -> Vec<String> {
    let values = HUNDRED.lines().take(count).map(|line| {
        let event: serde_json::Value = serde_json::from_str(line).unwrap();
        event["id"].as_str().unwrap().to_owned()
    });
    values.collect()
}

/// Runs the program on a journal of these bytes, of whose events `allowed` may be lost.
fn run(bytes: &[u8], confirmed: Vec<String>, allowed: usize, point: &str) -> Verdict {
    let home = Home::new();
    let mut folder = std::fs::DirBuilder::new();
    folder.recursive(true).mode(0o700);
    folder.create(home.folder()).unwrap();
    std::fs::write(home.journal_path(), bytes).unwrap();
    let bytes = bytes.to_vec();
    let mut watch = Watch { confirmed, bytes };
    let mut verdict = watch.verdict(&home, point);
    verdict.lost = verdict.lost.saturating_sub(allowed);
    verdict
}

#[track_caller]
fn check(verdicts: impl IntoIterator<Item = Verdict>) {
    for verdict in verdicts {
        assert!(
            verdict.lost == 0 && verdict.complaints.is_empty(),
            "{verdict:?}"
        );
    }
}

fn points() -> Vec<usize> {
    (0..HUNDRED.len()).step_by(100).collect()
}

#[test]
#[ignore = "runs the program at every hundredth byte"]
fn the_program_on_a_cut_journal() {
    check(each(&points(), |at| {
        let bytes = &HUNDRED.as_bytes()[..*at];
        // A line whose newline alone is missing is whole.
        let followed = &HUNDRED.as_bytes()[..=*at];
        let whole = followed.split(|byte| *byte == b'\n').count() - 1;
        run(bytes, ids(whole), 0, &format!("cut before byte {at}"))
    }));
}

#[test]
#[ignore = "runs the program at every hundredth byte"]
fn the_program_on_a_changed_journal() {
    let verdicts = each(&points(), |at| {
        let others = CHANGED.iter().filter(|to| HUNDRED.as_bytes()[*at] != **to);
        let verdicts = others.map(|to| {
            let mut bytes = HUNDRED.as_bytes().to_vec();
            bytes[*at] = *to;
            let point = format!("byte {at} changed to {to}");
            run(&bytes, ids(100), MOST, &point)
        });
        verdicts.collect::<Vec<_>>()
    });
    check(verdicts.into_iter().flatten());
}
