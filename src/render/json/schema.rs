//! The JSON Schema of plan files, made from the list of keys that the parser uses.

use serde_json::{Map, Value, json};

use crate::model::{EventKind, Kind, LinkStatus};
use crate::source::{DETAILS, Key, LARGEST_NUMBER, LEVELS, LONGEST_TITLE, Rule, Shape};
use crate::text::Message;
use crate::text::source::Level;

/// The schema (draft 2020-12), with which editors complete and check plan files.
pub(crate) fn schema() -> Value {
    let levels = LEVELS
        .iter()
        .map(|(level, keys)| (level.name().to_owned(), self::level(*level, keys)));
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Plan file",
        "description": "A study plan for `plan`: phases, weeks, days, sessions and slots",
        "$ref": "#/$defs/plan",
        "$defs": Value::Object(levels.collect()),
    })
}

fn level(level: Level, keys: &[Key]) -> Value {
    let properties: Map<String, Value> = keys
        .iter()
        .map(|key| (key.name.to_owned(), property(level, key)))
        .collect();
    let required: Vec<&str> = keys
        .iter()
        .filter(|key| key.required)
        .map(|key| key.name)
        .collect();
    let mut schema = json!({
        "type": "object",
        "properties": properties,
        "additionalProperties": free(level),
    });
    match level {
        Level::Field => schema["anyOf"] = field_forms(keys),
        Level::Item => schema["anyOf"] = item_forms(keys),
        _ => schema["required"] = json!(required),
    }
    let lists: &[&str] = match level {
        Level::Plan => &["phases", "weeks", "days", "slots"],
        Level::Phase => &["weeks", "days", "slots", "buffer"],
        Level::Week => &["days", "slots"],
        Level::Day => &["sessions", "slots"],
        _ => &[],
    };
    if !lists.is_empty() {
        let only = |list: &&str| {
            let mut only = given(list);
            // A buffer may follow the weeks of a phase, or be all that the phase has.
            if *list == "buffer" {
                let others = lists.iter().filter(|other| other != &list);
                only["not"] =
                    json!({"anyOf": others.map(|other| given(other)).collect::<Vec<_>>()});
            }
            only
        };
        schema["oneOf"] = lists.iter().map(only).collect();
    }
    if level == Level::Slot {
        // The time implies the duration.
        schema["not"] = json!({"allOf": [given("time"), given("duration")]});
    }
    schema
}

/// A map in which `key` has a value other than null.
fn given(key: &str) -> Value {
    json!({"required": [key], "properties": {key: {"not": {"type": "null"}}}})
}

/// The two forms of a field: with its label as the value of `label`, or as a key of its own that
/// holds a text, null or a list.
fn field_forms(keys: &[Key]) -> Value {
    let with_label = json!({
        "propertyNames": reserved(keys),
        "allOf": [given("label"), {"anyOf": [given("text"), none_of(&DETAILS)]}],
    });
    let with_key = |value: Value, without: &[&str]| {
        let reserved_keys = keys.iter().map(|key| (key.name.to_owned(), json!(true)));
        json!({
            "properties": Value::Object(reserved_keys.collect()),
            "additionalProperties": value,
            "allOf": [{"not": {"propertyNames": reserved(keys)}}, none_of(without)],
        })
    };
    let without_words: Vec<&str> = ["label", "text"].into_iter().chain(DETAILS).collect();
    let without_list: Vec<&str> = without_words.iter().copied().chain(["items"]).collect();
    json!([
        with_label,
        with_key(text(), &["label", "text"]),
        with_key(json!({"type": "null"}), &without_words),
        with_key(json!({"type": "array"}), &without_list),
    ])
}

/// The two forms of an entry: with its label, if any, as the value of `label`, or as a key of its
/// own.
fn item_forms(keys: &[Key]) -> Value {
    json!([
        {"propertyNames": reserved(keys), "anyOf": [given("text"), given("resource")]},
        {"allOf": [{"not": {"propertyNames": reserved(keys)}}, none_of(&["label", "text"])]},
    ])
}

fn reserved(keys: &[Key]) -> Value {
    json!({"enum": keys.iter().map(|key| key.name).collect::<Vec<_>>()})
}

/// A map in which none of `names` has a value other than null.
fn none_of(names: &[&str]) -> Value {
    json!({"not": {"anyOf": names.iter().map(|name| given(name)).collect::<Vec<_>>()}})
}

/// The values of keys that are not in the list: only labels may be such keys.
fn free(level: Level) -> Value {
    match level {
        Level::Field => {
            let list = json!({"type": "array", "items": shape(&Shape::TextOr(Level::Item))});
            json!({"anyOf": [text(), list, {"type": "null"}]})
        }
        Level::Item => text(),
        _ => json!(false),
    }
}

fn property(level: Level, key: &Key) -> Value {
    // `topic: null` is the same as no topic.
    let mut value = if key.required {
        shape(&key.shape)
    } else {
        maybe(&key.shape)
    };
    value["description"] = json!(Message::KeyPurpose(level, key.name));
    value
}

fn text() -> Value {
    json!({"type": ["string", "number", "boolean"]})
}

fn title() -> Value {
    let mut title = text();
    title["pattern"] = json!("\\S");
    title["maxLength"] = json!(LONGEST_TITLE);
    title
}

/// A value of this shape, or null.
fn maybe(shape: &Shape) -> Value {
    json!({"anyOf": [self::shape(shape), {"type": "null"}]})
}

fn reference(level: Level) -> Value {
    json!({"$ref": format!("#/$defs/{}", level.name())})
}

fn shape(shape: &Shape) -> Value {
    match shape {
        Shape::Text => text(),
        Shape::Pattern(pattern) => json!({"type": "string", "pattern": pattern}),
        Shape::PatternOrNumber(pattern, least) => json!({"anyOf": [
            {"type": "string", "pattern": pattern},
            {"type": "integer", "minimum": least},
        ]}),
        Shape::Patterns(pattern) => {
            let one = json!({"type": "string", "pattern": pattern});
            json!({"anyOf": [one, {"type": "array", "items": one}]})
        }
        Shape::Texts => json!({"anyOf": [text(), {"type": "array", "items": text()}]}),
        Shape::NonEmptyTexts => {
            json!({"anyOf": [text(), {"type": "array", "items": text(), "minItems": 1}]})
        }
        Shape::Number => json!({"anyOf": [
            {"type": "integer", "minimum": 1, "maximum": LARGEST_NUMBER},
            {"type": "string", "pattern": "^0*([1-9][0-9]{0,5}|1000000)$"},
        ]}),
        Shape::Boolean => json!({"enum": [true, false, "true", "false"]}),
        Shape::Kind => json!({"enum": Kind::NAMES.map(|(_, name)| name)}),
        Shape::EventKind => json!({"enum": EventKind::NAMES.map(|(_, name)| name)}),
        Shape::Status => json!({"enum": LinkStatus::NAMES.map(|(_, name)| name)}),
        Shape::Rule => {
            json!({"enum": Rule::warnings().map(Rule::name).collect::<Vec<_>>()})
        }
        Shape::Level(level) => reference(*level),
        Shape::TextOr(level) => json!({"anyOf": [text(), reference(*level)]}),
        Shape::Origin => json!({"anyOf": [{"const": "authored"}, reference(Level::Origin)]}),
        Shape::Topics => json!({
            "type": "object",
            "propertyNames": {"pattern": "^[A-Za-z][A-Za-z0-9_-]{0,31}$"},
            "additionalProperties": reference(Level::Topic),
        }),
        Shape::Title => title(),
        Shape::TitleOr(level) => json!({"anyOf": [title(), reference(*level)]}),
        Shape::Maybe(of) => maybe(of),
        Shape::NonEmptyList(of) => {
            json!({"type": "array", "items": self::shape(of), "minItems": 1})
        }
        Shape::List(of) => json!({"type": "array", "items": self::shape(of)}),
        Shape::MapOf(of) => json!({"type": "object", "additionalProperties": self::shape(of)}),
    }
}
