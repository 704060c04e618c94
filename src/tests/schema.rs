//! The JSON Schema: made from the parser's own keys, true to the shipped plans and the bad ones.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::render;
use crate::source::{LEVELS, Node, Value, read_yaml};
use crate::store::plan_file::SHIPPED;

/// Faults of form, which a schema can see; the others depend on other parts of the file.
const STRUCTURAL: [&str; 6] = [
    "unknown-key",
    "missing-key",
    "wrong-type",
    "bad-value",
    "bad-url",
    "empty",
];

/// Plans beyond this comparison: widths of characters, a fault between two keys, and a file without
/// its expectation.
const BEYOND: [&str; 3] = [
    "bad-value-invisible-title",
    "bad-value-weekday-run",
    "empty",
];

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// YAML as a schema's reader has it.
pub(super) fn as_json(node: &Node) -> serde_json::Value {
    match &node.value {
        Value::Null => serde_json::Value::Null,
        Value::Plain(text) => serde_json::from_str(text).unwrap_or_else(|_| json!(text)),
        Value::Text(text) => json!(text),
        Value::List(items) => items.iter().map(as_json).collect(),
        Value::Map(pairs) => {
            let pairs = pairs
                .iter()
                .map(|(key, value)| (key.scalar().unwrap_or_default().to_owned(), as_json(value)));
            serde_json::Value::Object(pairs.collect())
        }
    }
}

fn schema() -> serde_json::Value {
    serde_json::from_str(&render::json::text(&render::json::schema())).unwrap()
}

/// Whether the schema takes a plan file; `None` where it is no YAML at all.
pub(super) fn takes(text: &str) -> Option<bool> {
    let taken = || {
        let root = read_yaml(text).ok()?;
        let validator = jsonschema::validator_for(&schema()).unwrap();
        Some(validator.is_valid(&as_json(&root)))
    };
    // Without optimisation the deepest document takes more than a test's 2 MiB of stack.
    std::thread::scope(|scope| {
        let builder = std::thread::Builder::new().stack_size(16 << 20);
        builder.spawn_scoped(scope, taken).unwrap().join().unwrap()
    })
}

#[test]
fn every_key_of_the_parser_is_in_the_schema_and_no_other() {
    let schema = schema();
    for (level, keys) in LEVELS {
        let level = level.name();
        let known: BTreeSet<&str> = keys.iter().map(|key| key.name).collect();
        let properties = schema["$defs"][level]["properties"].as_object().unwrap();
        let told: BTreeSet<&str> = properties.keys().map(String::as_str).collect();
        assert_eq!(told, known, "{level}");
        for (key, property) in properties {
            assert!(
                property["description"]
                    .as_str()
                    .is_some_and(|d| d.len() >= 8),
                "{level}.{key}"
            );
        }
    }
}

#[test]
fn the_shipped_plans_are_taken() {
    for shipped in SHIPPED {
        assert_eq!(takes(shipped.text), Some(true), "{}", shipped.id);
        let line = shipped.text.lines().next().unwrap();
        assert_eq!(
            line, "# yaml-language-server: $schema=plan.schema.json",
            "{}",
            shipped.id
        );
    }
}

#[test]
fn bad_plans_are_refused_where_their_form_is_wrong_and_taken_where_it_is_not() {
    let mut wrong = Vec::new();
    for entry in std::fs::read_dir(folder("tests/errors")).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let is_yaml = path.extension().is_some_and(|end| end == "yaml");
        let Some(text) = std::fs::read_to_string(&path).ok().filter(|_| is_yaml) else {
            continue;
        };
        let expected: BTreeSet<&str> = text
            .lines()
            .filter_map(|line| line.strip_prefix("# expect: ")?.split(' ').nth(1))
            .collect();
        let structural = expected.iter().any(|name| STRUCTURAL.contains(name));
        let taken = takes(&text);
        let agrees = taken.is_none_or(|taken| taken != structural);
        if !agrees && !BEYOND.contains(&stem.as_str()) {
            wrong.push(format!("{stem}: taken {taken:?}, expected {expected:?}"));
        }
    }
    wrong.sort();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
