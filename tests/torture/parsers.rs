//! Anything at all as a journal line, a plan, a target and a date.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use plan::calendar::Calendar;
use plan::commands::target::Targets;
use plan::commands::words::{self, Looks};
use plan::model::Minutes;
use plan::progress::{fold, link};
use plan::store::codec;
use plan::store::plan_file::SHIPPED;
use plan::summary::Study;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::home::{Home, each, have};
use crate::many;
use crate::row::Row;
use crate::rows;
use crate::watch::Verdict;

/// No parser may take longer.
const MOST: Duration = Duration::from_secs(1);

/// How long this thread has been at work, which no other work on the machine makes longer.
fn busy() -> Duration {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanos = text.split(' ').next().and_then(|nanos| nanos.parse().ok());
    Duration::from_nanos(nanos.unwrap_or(0))
}

/// Does `job`; gives whether it came to an end in time.
fn ends(job: impl FnOnce()) -> bool {
    let since = busy();
    let ended = catch_unwind(AssertUnwindSafe(job)).is_ok();
    ended && busy().saturating_sub(since) < MOST
}

/// Bytes that look like a line, a plan or nothing.
fn soup() -> impl Strategy<Value = Vec<u8>> {
    const BITS: [&str; 26] = [
        "{\"v\":1,",
        "{",
        "}",
        "[",
        "]",
        "\"",
        ":",
        ",",
        "\n",
        "  ",
        "- ",
        "plan: p\n",
        "title: T\n",
        "days:",
        "weeks:",
        "slots:",
        "time: \"09:00-10:00\"",
        "&a ",
        "*a ",
        "<<: ",
        "|\n",
        "\u{feff}",
        "\u{202e}",
        "99999999999999999999",
        "2026-12-07",
        "多",
    ];
    let bit = proptest::sample::select(&BITS[..]).prop_map(|bit| bit.as_bytes().to_vec());
    let any = proptest::collection::vec(any::<u8>(), 0..6);
    let part = prop_oneof![4 => bit, 1 => any];
    proptest::collection::vec(part, 0..60).prop_map(|parts| parts.concat())
}

/// Reads whatever it is as a line and as a plan.
fn reads(bytes: &[u8]) -> bool {
    ends(|| {
        let _ = codec::decode_line(bytes);
        let _ = plan::source::parse_bytes(bytes);
    })
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

fn try_soup(cases: u32) -> Verdict {
    let result = TestRunner::new(config(cases)).run(&soup(), |bytes| {
        prop_assert!(reads(&bytes));
        // A line with anything glued to its end is still read.
        let event = &many::hundred()[1];
        let line = codec::encode(event).unwrap();
        let glued = [line.trim_end().as_bytes(), &bytes].concat();
        let first = glued.split(|b| *b == b'\n').next().unwrap();
        prop_assert!(codec::decode_line(first).events.contains(event));
        Ok(())
    });
    Verdict {
        confirmed: cases as usize,
        lost: 0,
        complaints: result.err().map(|e| e.to_string()).into_iter().collect(),
    }
}

#[test]
fn parsers_take_anything() {
    let mut row = Row::new(rows::PARSERS);
    row.tried(3000);
    row.take(try_soup(3000));
    // The control: a reader that wants UTF-8 and JSON.
    let whole = many::lines(&many::hundred()[..1]);
    let glued = [whole.trim_ascii_end(), b"\xFF"].concat();
    let strict = serde_json::from_slice::<serde_json::Value>(&glued);
    let control = "lost to a reader that wants every line to be sound";
    row.finish(3000, control, usize::from(strict.is_err()));
}

#[test]
fn what_takes_long_is_noticed() {
    let spin = |limit: Duration| {
        let since = busy();
        while busy() < since + limit {}
    };
    assert!(ends(|| spin(Duration::from_millis(5))));
    assert!(!ends(|| spin(MOST)));
    assert!(!ends(|| panic!("as a parser must not")));
}

/// Words that look like a target, a date or nothing.
fn asked() -> impl Strategy<Value = String> {
    const BITS: [&str; 34] = [
        "1",
        "2",
        "17",
        "0",
        "999999",
        "1000000",
        "4294967296",
        "-",
        ",",
        " ",
        ".",
        ":",
        "+",
        "d",
        "w",
        "p",
        "d1",
        "d08-1045",
        "w05.2",
        "A",
        "all",
        "10:45",
        "24:00",
        "2026-12-07",
        "2026-02-30",
        "mon",
        "today",
        "CLIP",
        "\u{20ac}\u{301}",
        "\u{130}",
        "\u{1b}[2J",
        "\u{202e}",
        "\n",
        "\u{feff}",
    ];
    let bit = proptest::sample::select(&BITS[..]).prop_map(str::to_owned);
    let any = proptest::collection::vec(any::<char>(), 0..4).prop_map(String::from_iter);
    let short = proptest::collection::vec(prop_oneof![6 => bit.clone(), 1 => any], 0..8);
    let long = (proptest::collection::vec(bit, 1..6), 1000..20_000_usize);
    let long = long.prop_map(|(bits, times)| bits.concat().repeat(times));
    // An argument has at most 128 KiB and no NUL.
    let fit = |mut text: String| {
        text.retain(|c| c != '\0');
        text.truncate(text.floor_char_boundary(130_000));
        text
    };
    prop_oneof![9 => short.prop_map(|bits| bits.concat()), 1 => long].prop_map(fit)
}

/// The shipped plan on its first day.
fn study() -> Study {
    let plan = plan::source::parse(SHIPPED[0].text).plan.unwrap();
    let progress = fold(&[]);
    let start = "2026-11-30".parse().unwrap();
    Study {
        links: link(&progress, &plan),
        calendar: Calendar::lay(&plan, start),
        rests: progress.rests,
        beside: None,
        started: true,
        now: start.and_hms_opt(11, 0, 0).unwrap(),
        today: start,
        day_starts: Minutes(240),
        plan,
    }
}

/// Reads whatever it is as a target, a date, a time and a length of time.
fn answers(study: &Study, text: &str) -> bool {
    ends(|| {
        let targets = Targets::on(study, study.today);
        let _ = targets.read(text);
        let _ = targets.noted(text);
        let _ = words::date(text, study.today, Looks::Back);
        let _ = words::date(text, study.today, Looks::Ahead);
        let _ = (words::clock(text), words::minutes(text));
    })
}

fn try_words(cases: u32) -> Verdict {
    let study = study();
    let result = TestRunner::new(config(cases)).run(&asked(), |text| {
        prop_assert!(answers(&study, &text));
        Ok(())
    });
    Verdict {
        complaints: result.err().map(|e| e.to_string()).into_iter().collect(),
        ..Verdict::default()
    }
}

/// Calls that take a target or a date; `X` stands for it.
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
    let mut runner = TestRunner::new(config(1));
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
fn a_target_or_a_date_is_anything() {
    let verdict = try_words(1000);
    assert!(verdict.complaints.is_empty(), "{:?}", verdict.complaints);
}

#[test]
#[ignore = "runs the program hundreds of times"]
fn targets_and_dates_take_anything() {
    if !have(&["prlimit"], false) {
        return;
    }
    let mut row = Row::new(rows::WORDS);
    row.tried(3000 + 428);
    row.take(try_words(3000));
    row.take(try_program(400));
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
