use proptest::prelude::*;

use super::*;
use crate::source::{Node, Value, read_yaml};
use crate::tests::cases::cases;

/// Texts that some version of YAML reads as something else.
const OTHERS: [&str; 62] = [
    "",
    "~",
    "null",
    "Null",
    "NULL",
    "true",
    "True",
    "TRUE",
    "false",
    "yes",
    "Yes",
    "no",
    "NO",
    "on",
    "Off",
    "y",
    "N",
    "0",
    "007",
    "-1",
    "+1",
    "1_000",
    "0x1F",
    "-0xff",
    "0o17",
    "0b101",
    "0_",
    "1.5",
    "1.",
    ".5",
    "-.5",
    "+1.5",
    "1e3",
    "1e999",
    "1E-400",
    "1.5e+3",
    "6.8523015e+5",
    "685_230.15",
    ".inf",
    "-.inf",
    "+.INF",
    ".Inf",
    ".nan",
    ".NaN",
    "12:30",
    "12:30:45",
    "190:20:30.15",
    "-1:30",
    "2026-11-30",
    "2026-1-5",
    "2026-11-30T10:00:00Z",
    "2026-11-30 10:00:00 +8",
    "=",
    "<<",
    "- a",
    "? a",
    "a: b",
    "a #b",
    "[a",
    "{a",
    "#a",
    "---",
];

/// Texts that are readable without quotes.
const PLAIN: [&str; 14] = [
    "CLIP",
    "多模态",
    "1.5h",
    "45m",
    "3d",
    "1-3",
    "e",
    "1 e3",
    "v1.2",
    "a:b",
    "0x",
    "2026-11",
    "30-11-2026",
    "nullable",
];

#[test]
fn ambiguous_scalars_are_quoted() {
    for text in OTHERS {
        assert_eq!(plain_or_quoted(text, false), format!("\"{text}\""));
        assert_eq!(plain_or_quoted(text, true), format!("\"{text}\""));
    }
    for text in PLAIN.into_iter().filter(|text| *text != "0x") {
        assert_eq!(plain_or_quoted(text, false), text);
    }
}

/// A document with `text` in every place that a text can have.
fn everywhere(text: &str) -> Yaml {
    let short: String = text.chars().take(200).collect();
    let inline = Map::inline().text("a", text).text(&short, text).done();
    let list = Yaml::List(vec![super::text(text), inline, super::text(text)]);
    let block = Map::block().text(&short, text).put("list", Some(list));
    Yaml::List(vec![super::text(text), block.done()])
}

/// What reading it back should give, with every scalar as text.
fn expected(value: &Yaml) -> String {
    match value {
        Yaml::Text(text) | Yaml::Plain(text) => format!("{text:?}"),
        Yaml::List(items) => format!("{:?}", items.iter().map(expected).collect::<Vec<_>>()),
        Yaml::Map(map) => {
            let pairs = map.entries.iter();
            let pairs = pairs.map(|(key, value)| (key.clone(), expected(value)));
            format!("{:?}", pairs.collect::<Vec<_>>())
        }
    }
}

fn actual(node: &Node) -> String {
    match &node.value {
        Value::Text(text) => format!("{text:?}"),
        Value::List(items) => format!("{:?}", items.iter().map(actual).collect::<Vec<_>>()),
        Value::Map(pairs) => {
            let pair = |(key, value): &(Node, Node)| match &key.value {
                Value::Text(key) => (key.clone(), actual(value)),
                other => (format!("no text: {other:?}"), actual(value)),
            };
            format!("{:?}", pairs.iter().map(pair).collect::<Vec<_>>())
        }
        other => format!("no text: {other:?}"),
    }
}

/// Whether a document is read back as it was written.
fn survives(text: &str) -> bool {
    let value = everywhere(text);
    let read = read_yaml(&document(&value));
    read.is_ok_and(|node| actual(&node) == expected(&value))
}

/// Whether a writer that quotes nothing would be read back.
fn survives_unquoted(text: &str) -> bool {
    let read = read_yaml(&format!("- {text}\n- k: {text}\n"));
    let pair = vec![("k".to_owned(), format!("{text:?}"))];
    let expected = format!("{:?}", vec![format!("{text:?}"), format!("{pair:?}")]);
    read.is_ok_and(|node| actual(&node) == expected)
}

#[test]
fn what_is_quoted_is_read_back() {
    for text in OTHERS.iter().chain(&PLAIN) {
        assert!(survives(text), "{text:?}:\n{}", document(&everywhere(text)));
    }
    // Control: without quotes most of them are lost.
    let lost = OTHERS.iter().filter(|text| !survives_unquoted(text));
    assert!(lost.count() > 40);
    assert!(PLAIN.iter().all(|text| survives_unquoted(text)));
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(cases(300, 3000))
    })]

    #[test]
    fn any_text_is_read_back_as_it_was_written(
        parts in prop::collection::vec(prop_oneof![
            4 => prop::sample::select(&OTHERS[..]).prop_map(str::to_owned),
            3 => "[-+.:_0-9eExXnaif]{1,6}",
            2 => any::<String>(),
            2 => "[ \t\n\r\"'\\\\|>&*!%@`,\\[\\]{}#?:-]{1,4}",
            1 => any::<char>().prop_map(String::from),
        ], 0..4),
    ) {
        let text = parts.concat();
        prop_assert!(survives(&text), "{:?}:\n{}", text, document(&everywhere(&text)));
    }
}
