//! The JSON Schema of plan files, made from the one list of keys that the parser reads by.

use serde_json::{Map, Value, json};

use crate::model::{Kind, LinkStatus};
use crate::source::{Fault, Key, LEVELS, LONGEST_TITLE, Shape};

/// The schema (draft 2020-12), which editors complete and check plan files by.
#[must_use]
pub fn schema() -> Value {
    let levels = LEVELS
        .iter()
        .map(|(name, keys)| ((*name).to_owned(), level(name, keys)));
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Plan file",
        "description": "A study plan for `plan`: phases, weeks, days, sessions and slots",
        "$ref": "#/$defs/plan",
        "$defs": Value::Object(levels.collect()),
    })
}

fn level(name: &str, keys: &[Key]) -> Value {
    let properties: Map<String, Value> = keys
        .iter()
        .map(|key| (key.name.to_owned(), property(key)))
        .collect();
    let required: Vec<&str> = keys
        .iter()
        .filter(|key| key.required)
        .map(|key| key.name)
        .collect();
    let mut level = json!({
        "type": "object",
        "properties": properties,
        "additionalProperties": free(name),
    });
    // The author's label is a key of its own there; `label` is the form for reserved words.
    let words: &[&str] = match name {
        "field" => &["label"],
        "item" => &["text", "resource"],
        _ => &[],
    };
    if words.is_empty() {
        level["required"] = json!(required);
    } else {
        let reserved: Vec<&str> = keys.iter().map(|key| key.name).collect();
        let free = json!({"not": {"propertyNames": {"enum": reserved}}});
        let given = words.iter().map(|word| json!({"required": [word]}));
        level["anyOf"] = given.chain([free]).collect();
    }
    let lists: &[&str] = match name {
        "plan" => &["phases", "weeks", "days", "slots"],
        "phase" => &["weeks", "days", "slots", "buffer"],
        "week" => &["days", "slots"],
        "day" => &["sessions", "slots"],
        _ => &[],
    };
    if !lists.is_empty() {
        let only = |list: &&str| {
            let others = lists.iter().filter(|other| other != &list);
            let others: Vec<Value> = others.map(|other| json!({"required": [other]})).collect();
            // Free time may follow the weeks of a phase, or stand alone.
            match *list {
                "buffer" => json!({"required": [list], "not": {"anyOf": others}}),
                _ => json!({"required": [list]}),
            }
        };
        level["oneOf"] = lists.iter().map(only).collect();
    }
    level
}

/// What keys that are no key of ours may hold: only the labels of lists are free.
fn free(level: &str) -> Value {
    match level {
        "field" => {
            json!({"anyOf": [text(), {"type": "array", "items": shape(&Shape::TextOr("item"))}]})
        }
        "item" => text(),
        _ => json!(false),
    }
}

fn property(key: &Key) -> Value {
    let mut value = shape(&key.shape);
    if !key.required {
        // `topic: null` is as good as no topic.
        value = json!({"anyOf": [value, {"type": "null"}]});
    }
    value["description"] = json!(key.doc);
    value
}

fn text() -> Value {
    json!({"type": ["string", "number", "boolean"]})
}

fn shape(shape: &Shape) -> Value {
    match shape {
        Shape::Text => text(),
        Shape::Form(pattern) => json!({"type": ["string", "number"], "pattern": pattern}),
        Shape::Words => json!({"anyOf": [text(), {"type": "array", "items": text()}]}),
        Shape::Number => json!({"type": "integer", "minimum": 1}),
        Shape::Kind => json!({"enum": Kind::NAMES.map(|(_, name)| name)}),
        Shape::Status => json!({"enum": LinkStatus::NAMES.map(|(_, name)| name)}),
        Shape::Rule => {
            let rules = Fault::ALL.iter().filter(|fault| fault.is_warning());
            json!({"enum": rules.map(|fault| fault.name()).collect::<Vec<_>>()})
        }
        Shape::Part(level) => json!({"$ref": format!("#/$defs/{level}")}),
        Shape::TextOr(level) => {
            json!({"anyOf": [text(), {"$ref": format!("#/$defs/{level}")}]})
        }
        Shape::Origin => json!({"anyOf": [{"const": "authored"}, {"$ref": "#/$defs/origin"}]}),
        Shape::Topics => json!({
            "type": "object",
            "propertyNames": {"pattern": "^[A-Za-z][A-Za-z0-9_-]{0,31}$"},
            "additionalProperties": {"$ref": "#/$defs/topic"},
        }),
        Shape::Title => {
            json!({"type": ["string", "number", "boolean"], "pattern": "\\S", "maxLength": LONGEST_TITLE})
        }
        Shape::Some(of) => json!({"type": "array", "items": self::shape(of), "minItems": 1}),
        Shape::List(of) => json!({"type": "array", "items": self::shape(of)}),
        Shape::MapOf(of) => json!({"type": "object", "additionalProperties": self::shape(of)}),
    }
}
