//! Anything at all as a target and a date, in a process with little memory and time. What calls the
//! parsers themselves is in `src/tests/torture/parsers.rs`.

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use crate::asked::asked;
use crate::home::{Home, each, have};
use crate::row::{Row, Verdict};
use crate::rows;

/// Calls that take a target or a date; `X` is replaced with it.
const CALLS: [&[&str]; 8] = [
    &["done", "--", "X"],
    &["show", "--", "X"],
    &["note", "--", "X", "seen"],
    &["open", "--", "X"],
    &["today", "--date=X"],
    &["off", "--", "X"],
    &["move", "--", "1", "X"],
    &["report", "--since=X", "--until=X"],
];

/// With 200 MB of memory and a second of a processor.
const SMALL: [&str; 3] = ["prlimit", "--as=200000000", "--cpu=1"];

/// What took longest, or most memory: as much of it as an argument takes.
const LONG: [&str; 7] = [
    "1-999999,",
    "1,",
    "9",
    "CLIP",
    "\u{591a}",
    "\u{130}",
    "d1-1,d",
];

/// Runs the program with `cases` texts; gives what is wrong.
fn try_program(cases: usize) -> Verdict {
    let mut runner = TestRunner::default();
    let mut text = || asked().new_tree(&mut runner).unwrap().current();
    let made: Vec<String> = (0..cases).map(|_| text()).collect();
    // Each of them for the four verbs that take a target.
    let long = LONG.iter().map(|bit| bit.repeat(130_000 / bit.len()));
    let long = long
        .flat_map(|text| std::iter::repeat_n(text, 4))
        .chain(made);
    let texts: Vec<(usize, String)> = long.enumerate().collect();
    let (home, mut watch) = Home::marked();
    let complaints = each(&texts, |(index, text)| {
        let verbs = if *index < 4 * LONG.len() {
            4
        } else {
            CALLS.len()
        };
        let call = CALLS[index % verbs];
        let args: Vec<String> = call.iter().map(|word| word.replace('X', text)).collect();
        // The shipped plan has more titles than that of the suite.
        let args: Vec<&str> = ["--plan", "multimodal"]
            .into_iter()
            .chain(args.iter().map(String::as_str))
            .collect();
        let ran = home.under(&SMALL, &args);
        let fine = matches!(ran.code, Some(0 | 2)) && !ran.panicked();
        let start: String = text.chars().take(60).collect();
        (!fine).then(|| {
            let said = ran.stderr.lines().last().unwrap_or_default().to_owned();
            format!(
                "{call:?} with {} bytes, {start:?}: {:?} {said}",
                text.len(),
                ran.code
            )
        })
    });
    let mut verdict = watch.verdict(&home, "after all of them");
    verdict.complaints.extend(complaints.into_iter().flatten());
    verdict
}

#[test]
#[ignore = "runs the program thousands of times"]
fn targets_and_dates_take_anything() {
    if !have(&["prlimit"], false) {
        return;
    }
    let mut row = Row::new(rows::WORDS);
    row.tried(3400 + 4 * LONG.len());
    row.take(try_program(3400));
    // The control: without memory nothing runs, and a second is soon over.
    let none = Home::new().under(&["prlimit", "--as=2000000"], &["log"]);
    let mut endless = std::process::Command::new("prlimit");
    let spun = endless
        .args(["--cpu=1", "sh", "-c", "while :; do :; done"])
        .status();
    let ended = [none.code != Some(0), !spun.unwrap().success()];
    row.finish(
        3428,
        "runs that end when memory or time is short",
        ended.iter().filter(|ended| **ended).count(),
    );
}
