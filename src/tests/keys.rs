//! One list of keys: all of them are read, checked and written, and no others. A key that the parser
//! looks up without listing it stops the program in these tests.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::schema::{as_json, takes};
use crate::model::Plan;
use crate::source::{LEVELS, Shape, parse, read_yaml, write};
use crate::text::source::Level;

/// A key of a level, and where it is in a document (as a JSON pointer).
type Found = ((&'static str, &'static str), String);

/// The plans that have every key, as text.
fn documents() -> Vec<String> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/every-key.yaml");
    let text = std::fs::read_to_string(path).unwrap();
    text.split("---\n").map(str::to_owned).collect()
}

fn tree(text: &str) -> Value {
    as_json(&read_yaml(text).unwrap())
}

fn plan(text: &str) -> Plan {
    let parsed = parse(text);
    assert_eq!(parsed.diagnostics, []);
    parsed.plan.unwrap()
}

/// Every key of every level.
fn listed() -> BTreeSet<(&'static str, &'static str)> {
    let levels = LEVELS.iter();
    levels
        .flat_map(|(level, keys)| keys.iter().map(|key| (level.name(), key.name)))
        .collect()
}

/// The keys that a document has, each with its place.
fn keys_of(document: &Value) -> Vec<Found> {
    let mut found = Vec::new();
    visit_level(Level::Plan, document, "", &mut found);
    found
}

fn visit_level(level: Level, value: &Value, at: &str, found: &mut Vec<Found>) {
    let Some(map) = value.as_object() else { return };
    let (_, keys) = LEVELS.iter().find(|(known, _)| *known == level).unwrap();
    for (name, value) in map {
        let at = format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"));
        match keys.iter().find(|key| key.name == name) {
            Some(key) => {
                found.push(((level.name(), key.name), at.clone()));
                visit(&key.shape, value, &at, found);
            }
            // The author's label over a list.
            None => visit(&Shape::List(&Shape::TextOr(Level::Item)), value, &at, found),
        }
    }
}

fn visit(shape: &Shape, value: &Value, at: &str, found: &mut Vec<Found>) {
    match shape {
        Shape::Level(level) | Shape::TextOr(level) | Shape::TitleOr(level) => {
            visit_level(*level, value, at, found);
        }
        Shape::Origin => visit_level(Level::Origin, value, at, found),
        Shape::Topics => {
            for (id, topic) in value.as_object().unwrap() {
                visit_level(Level::Topic, topic, &format!("{at}/{id}"), found);
            }
        }
        Shape::List(of) | Shape::NonEmptyList(of) => {
            for (index, value) in value.as_array().into_iter().flatten().enumerate() {
                visit(of, value, &format!("{at}/{index}"), found);
            }
        }
        // Nothing in these has keys of ours.
        Shape::MapOf(_)
        | Shape::Maybe(_)
        | Shape::Text
        | Shape::Title
        | Shape::Pattern(_)
        | Shape::PatternOrNumber(..)
        | Shape::Patterns(_)
        | Shape::Texts
        | Shape::NonEmptyTexts
        | Shape::EventKind
        | Shape::Boolean
        | Shape::Number
        | Shape::Kind
        | Shape::Status
        | Shape::Rule => {}
    }
}

fn mentioned(documents: &[String]) -> BTreeSet<(&'static str, &'static str)> {
    let found = documents.iter().flat_map(|text| keys_of(&tree(text)));
    found.map(|(key, _)| key).collect()
}

#[test]
fn the_plans_have_every_key_and_are_taken() {
    let documents = documents();
    assert_eq!(mentioned(&documents), listed());
    for text in &documents {
        assert!(parse(text).diagnostics.is_empty(), "{text}");
        assert_eq!(takes(text), Some(true), "{text}");
    }
}

#[test]
fn every_key_is_written_and_read_back() {
    let written: Vec<String> = documents()
        .iter()
        .map(|text| {
            let written = write(&plan(text));
            assert_eq!(plan(&written), plan(text), "{written}");
            assert_eq!(takes(&written), Some(true), "{written}");
            written
        })
        .collect();
    assert_eq!(mentioned(&written), listed());
}

/// The document with what `change` does to the map that has the key at `pointer`.
fn changed(document: &Value, pointer: &str, change: impl Fn(&mut Value, &str)) -> String {
    let mut document = document.clone();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    let name = name.replace("~1", "/").replace("~0", "~");
    change(document.pointer_mut(parent).unwrap(), &name);
    document.to_string()
}

#[test]
fn every_key_is_read() {
    let mut without: BTreeMap<(&str, &str), bool> = BTreeMap::new();
    for text in documents() {
        let (whole, document) = (plan(&text), tree(&text));
        assert_eq!(plan(&document.to_string()), whole, "JSON is YAML");
        for (key, pointer) in keys_of(&document) {
            // No key takes a list of lists of lists: who reads it, says so.
            let nonsense = |map: &mut Value, name: &str| map[name] = json!([[[]]]);
            let faults = parse(&changed(&document, &pointer, nonsense)).diagnostics;
            assert!(!faults.is_empty(), "nonsense at {pointer} is not noticed");
            // A number may say what would hold without it; then it is another's that counts.
            let remove = |map: &mut Value, name: &str| {
                map.as_object_mut().unwrap().shift_remove(name).unwrap();
            };
            let parsed = parse(&changed(&document, &pointer, remove));
            *without.entry(key).or_default() |= parsed.plan.as_ref() != Some(&whole);
        }
    }
    let (missed, same): (Vec<_>, Vec<_>) = without.into_iter().partition(|(_, missed)| *missed);
    let missed: BTreeSet<_> = missed.into_iter().map(|(key, _)| key).collect();
    assert_eq!((missed, same), (listed(), Vec::new()));
}
