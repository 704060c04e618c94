//! Nobody hears the confirmation: what was marked is kept all the same.

use std::fs::File;
use std::io::{Read, Write};
use std::process::Stdio;

use crate::home::{Home, Ran, ended};
use crate::row::Row;
use crate::rows;
use crate::watch::{TAKEN_OUT, taken_out};

/// Its name, how to make it, and the system's error where writing to it fails.
type Sink = (&'static str, fn() -> Stdio, Option<&'static str>);

const FULL: &str = "No space left on device (os error 28)";
const BROKEN: &str = "Broken pipe (os error 32)";
const TOO_LARGE: &str = "File too large (os error 27)";

/// Where stdout can lead to nothing, and how a mark ends then.
const SINKS: [Sink; 4] = [
    ("full", || writing("/dev/full"), Some(FULL)),
    (
        "a pipe without a reader",
        || without_reader().into(),
        Some(BROKEN),
    ),
    // The runtime of Rust takes a stdout that cannot be written to for one that is not wanted.
    (
        "open to read alone",
        || File::open("/dev/null").unwrap().into(),
        None,
    ),
    ("the null device", || writing("/dev/null"), None),
];

/// A pipe whose reader has gone away.
fn without_reader() -> std::io::PipeWriter {
    std::io::pipe().unwrap().1
}

fn writing(path: &str) -> Stdio {
    File::options().write(true).open(path).unwrap().into()
}

const MARKS: [&[&str]; 7] = [
    &["done", "1"],
    &["done", "2-3", "--json"],
    &["skip", "4"],
    &["note", "5", "a remark"],
    &["undo"],
    &["redo"],
    // The same rest again would be no step.
    &["shift", "1w", "--from", "d05-0900"],
];

const QUESTIONS: [&[&str]; 10] = [
    &["today"],
    &["week", "--json"],
    &["report"],
    &["log", "--json"],
    &["status"],
    &["export", "--format", "yaml"],
    &["check"],
    &["doctor"],
    &["--help"],
    &["done", "--help"],
];

fn into(home: &Home, args: &[&str], stdout: Stdio) -> Ran {
    ended(home.command(&[], args).stdout(stdout))
}

/// The same with no file descriptor for stdout at all.
fn closed(home: &Home, args: &[&str]) -> Ran {
    home.under(&["sh", "-c", "exec \"$@\" >&-", "sh"], args)
}

/// The same into a file that has grown beyond the limit on file sizes.
fn limited(home: &Home, args: &[&str]) -> Ran {
    std::fs::write(home.path().join("out"), vec![b'x'; 256 << 10]).unwrap();
    let line = "ulimit -f 100; exec \"$@\" >> out";
    home.under(&["sh", "-c", line, "sh"], args)
}

#[test]
fn stdout_full_or_closed() {
    let mut row = Row::new(rows::STDOUT);
    let (home, mut watch) = Home::marked();
    for args in MARKS {
        let sinks = SINKS.map(|(name, sink, error)| (name, into(&home, args, sink()), error));
        let more = [
            ("closed", closed(&home, args), None),
            ("at its limit", limited(&home, args), Some(TOO_LARGE)),
        ];
        let all = sinks.into_iter().chain(more);
        for (name, ran, error) in all {
            let point = format!("{args:?}, stdout is {name}");
            let code = if error.is_some() { 74 } else { 0 };
            assert_eq!(ran.code, Some(code), "{point}: {ran:?}");
            let unseen = "error: recorded, but the confirmation could not be written: ";
            let expected = error
                .map(|error| format!("{unseen}{error}\nhint: nothing is lost: see `plan log`\n"));
            let said = ran.stderr.find(unseen).map(|at| &ran.stderr[at..]);
            assert_eq!(said, expected.as_deref(), "{point}: {ran:?}");
            row.tried(1);
        }
        // Each of the six runs left at least a line.
        let more = home.journal().split_off(watch.bytes.len());
        let lines = String::from_utf8(more).unwrap().lines().count();
        assert!(lines >= 6, "{args:?}: {lines} lines");
        row.take(watch.verdict(&home, &format!("{args:?}")));
        watch.bytes = home.journal();
    }
    for args in QUESTIONS {
        let ran = into(&home, args, without_reader().into());
        let quiet = ran.stderr.lines().all(|line| line.starts_with("hint: "));
        assert!(ran.code == Some(0) && quiet, "{args:?}: {ran:?}");
        let ran = into(&home, args, writing("/dev/full"));
        assert_eq!(ran.code, Some(74), "{args:?}: {ran:?}");
        let ran = limited(&home, args);
        assert_eq!(ran.code, Some(74), "{args:?}: {ran:?}");
        row.tried(3);
    }
    row.finish(72, TAKEN_OUT, taken_out());
}

#[test]
fn a_question_that_cannot_be_answered_says_why() {
    let (home, _) = Home::marked();
    let ran = into(&home, &["week"], writing("/dev/full"));
    let expected = format!(
        "error: cannot write the output: {FULL}\n\
         hint: free some space where the output goes\n"
    );
    assert_eq!((ran.code, ran.stderr), (Some(74), expected));
}

#[test]
fn the_first_line_is_enough_for_head() {
    let (home, _) = Home::marked();
    let head = |args: &[&str]| {
        let line = "{ \"$@\" 2>/dev/null; echo $? >&2; } | head -1";
        let ran = home.under(&["sh", "-c", line, "sh"], args);
        (ran.stdout, ran.stderr)
    };
    let json = head(&["export", "--format", "json"]);
    assert_eq!(json, ("{\n".to_owned(), "0\n".to_owned()));
    let whole = home.plan(&["today"]).stdout;
    let first = format!("{}\n", whole.lines().next().unwrap());
    assert_eq!(head(&["today"]), (first, "0\n".to_owned()));
}

#[test]
fn a_pipe_without_a_reader_is_broken() {
    let error = without_reader().write_all(b"x").unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::BrokenPipe);
    let (mut reader, writer) = std::io::pipe().unwrap();
    drop(writer);
    assert_eq!(reader.read(&mut [0]).unwrap(), 0);
}
