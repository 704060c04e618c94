//! Anything at all as a journal line, a plan, a target and a date.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use super::asked::asked;
use super::many;
use super::row::{Row, Verdict};
use super::rows;
use crate::fuzz;
use crate::store::codec;
use crate::tests::cases::cases;

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
        fuzz::journal(bytes);
        fuzz::plan(bytes);
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
    let tried = cases(300, 3000);
    row.tried(tried as usize);
    row.take(try_soup(tried));
    // The control: a reader that wants UTF-8 and JSON.
    let whole = many::lines(&many::hundred()[..1]);
    let glued = [whole.trim_ascii_end(), b"\xFF"].concat();
    let strict = serde_json::from_slice::<serde_json::Value>(&glued);
    let control = "lost to a reader that wants every line to be sound";
    row.finish(tried as usize, control, usize::from(strict.is_err()));
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

/// Reads whatever it is as a target, a date, a time and a duration.
fn answers(text: &str) -> bool {
    ends(|| {
        fuzz::target(text.as_bytes());
        fuzz::date(text.as_bytes());
    })
}

#[test]
fn a_target_or_a_date_is_anything() {
    let ran = TestRunner::new(config(cases(300, 3000))).run(&asked(), |text| {
        prop_assert!(answers(&text));
        Ok(())
    });
    ran.unwrap();
}
