//! Plans full of texts that YAML could read as something else, written and read back.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use super::row::{Row, Verdict};
use super::rows;
use crate::model::Plan;
use crate::source::{parse, write};
use crate::tests::cases::cases;

/// What is a number, a date, a boolean or nothing in some version of YAML, and what it is written
/// with.
const BITS: [&str; 40] = [
    ".inf",
    "-.inf",
    ".NaN",
    "1e999",
    "1E-400",
    "007",
    "0x1F",
    "0o17",
    "0b1",
    "1_000",
    "1.",
    ".5",
    "12:30",
    "12:30:45",
    "2026-11-30",
    "2026-11-30T10:00:00Z",
    "null",
    "~",
    "yes",
    "Off",
    "y",
    "True",
    "<<",
    "=",
    "- ",
    "? ",
    ": ",
    " #",
    "&a ",
    "*a",
    "!!x ",
    "|",
    ">",
    "%",
    "@",
    "`",
    "{",
    "\"",
    "'",
    "---",
];

fn texts(count: u32) -> Vec<String> {
    let bit = prop::sample::select(&BITS[..]).prop_map(str::to_owned);
    let part = prop_oneof![5 => bit, 1 => "[-+.:_0-9eE]{1,5}", 1 => any::<String>()];
    let text = prop::collection::vec(part, 1..4).prop_map(|parts| parts.concat());
    let config = ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let mut runner = TestRunner::new(config);
    let made = (0..count).map(|_| text.new_tree(&mut runner).unwrap().current());
    let made: Vec<String> = made
        .filter(|text| text.contains(char::is_alphanumeric))
        .collect();
    let alone = BITS.iter().map(|bit| (*bit).to_owned());
    let alone = alone.filter(|text| text.contains(char::is_alphanumeric));
    alone.chain(made).collect()
}

/// A plan file with a scalar, as it is written in YAML, in many places.
fn file(t: &str) -> String {
    format!(
        "plan: p\ntitle: {t}\ndirection: {t}\nnotes:\n  - {t}\nreminders:\n  - {t}\nresources:\n  \
         - id: r\n    kind: doc\n    title: {t}\n    label: {t}\ndays:\n  - day: 1\n    title: {t}\n    \
         slots:\n      - title: {t}\n        notes:\n          - {t}\n        items:\n          - {t}\n"
    )
}

/// The plan with a text in many places, read from JSON strings, which are YAML too.
fn plan(text: &str) -> Option<Plan> {
    parse(&file(&serde_json::Value::from(text).to_string())).plan
}

#[test]
fn hostile_texts_are_written_and_read_back() {
    let mut row = Row::new(rows::YAML);
    let mut unquoted = 0;
    for text in texts(cases(400, 4000)) {
        let Some(plan) = plan(&text) else {
            // Such as a title that is too long.
            continue;
        };
        let written = write(&plan);
        let kept = parse(&written).plan.as_ref() == Some(&plan);
        row.add(Verdict {
            confirmed: 1,
            lost: usize::from(!kept),
            complaints: (!kept)
                .then(|| format!("{text:?}:\n{written}"))
                .into_iter()
                .collect(),
        });
        let careless = parse(&file(&text)).plan;
        unquoted += usize::from(careless.as_ref() != Some(&plan));
    }
    row.finish(300, "lost by a writer that quotes nothing", unquoted);
}
