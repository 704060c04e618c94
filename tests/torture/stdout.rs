//! Nobody hears the confirmation: what was marked is kept all the same.

use std::fs::File;
use std::process::Stdio;

use crate::home::{Home, Ran, ended};
use crate::row::Row;
use crate::rows;
use crate::watch::{TAKEN_OUT, taken_out};

/// Its name, how to make it, and the exit code.
type Sink = (&'static str, fn() -> Stdio, i32);

/// Where stdout can lead to nothing, and how a mark ends then.
const SINKS: [Sink; 4] = [
    ("full", || writing("/dev/full"), 74),
    (
        "a pipe without a reader",
        || std::io::pipe().unwrap().1.into(),
        74,
    ),
    // The runtime of Rust takes a stdout that cannot be written to for one that is not wanted.
    (
        "open to read alone",
        || File::open("/dev/null").unwrap().into(),
        0,
    ),
    ("the null device", || writing("/dev/null"), 0),
];

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

const QUESTIONS: [&[&str]; 8] = [
    &["today"],
    &["week", "--json"],
    &["report"],
    &["log", "--json"],
    &["status"],
    &["export", "--format", "yaml"],
    &["doctor"],
    &["--help"],
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
        let sinks = SINKS.map(|(name, sink, code)| (name, into(&home, args, sink()), code));
        let more = [
            ("closed", closed(&home, args), 0),
            ("at its limit", limited(&home, args), 74),
        ];
        let all = sinks.into_iter().chain(more);
        for (name, ran, code) in all {
            let point = format!("{args:?}, stdout is {name}");
            assert_eq!(ran.code, Some(code), "{point}: {ran:?}");
            let told = "error: recorded, but the confirmation could not be written: ";
            assert_eq!(ran.stderr.contains(told), code == 74, "{point}: {ran:?}");
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
        let ran = into(&home, args, std::io::pipe().unwrap().1.into());
        let quiet = ran.stderr.lines().all(|line| line.starts_with("hint: "));
        assert!(ran.code == Some(0) && quiet, "{args:?}: {ran:?}");
        let ran = into(&home, args, writing("/dev/full"));
        assert_eq!(ran.code, Some(74), "{args:?}: {ran:?}");
        let ran = limited(&home, args);
        assert_eq!(ran.code, Some(74), "{args:?}: {ran:?}");
        row.tried(3);
    }
    row.finish(66, TAKEN_OUT, taken_out());
}
