//! Every JSON answer that a test gets is one by the schema of its verb, and has no key beyond it.

use std::collections::HashMap;
use std::process::Command;
use std::sync::{Arc, Mutex, PoisonError};

use jsonschema::Validator;
use serde_json::{Value, json};

/// Checks what `plan ARGS` printed, if that is a JSON answer.
///
/// # Panics
/// If the schema of its verb does not take it.
#[track_caller]
pub fn check(args: &[String], stdout: &str) {
    let Some(verb) = verb(args) else { return };
    let Ok(answer) = serde_json::from_str(stdout) else {
        return;
    };
    if let Some(fault) = fault(verb, &answer) {
        panic!(
            "`plan {}` is not as `plan schema {verb}` says: {fault}\n{stdout}",
            args.join(" ")
        );
    }
}

/// The verb of a command line that asks for a JSON answer.
pub fn verb(args: &[String]) -> Option<&str> {
    let mut words = args
        .iter()
        .map(String::as_str)
        .take_while(|word| *word != "--");
    let mut verb = None;
    let (mut json, mut lines) = (false, false);
    while let Some(word) = words.next() {
        match word {
            "--json" | "--format=json" => json = true,
            "--format" => json = words.next() == Some("json"),
            "--lines" => lines = true,
            "--plan" | "--color" | "--lang" | "--date" => {
                words.next();
            }
            _ if word.starts_with('-') => {}
            _ => verb = verb.or(Some(word)),
        }
    }
    (json && !lines).then_some(verb.unwrap_or("today"))
}

/// What the strict schema of `verb` has against an answer.
pub fn fault(verb: &str, answer: &Value) -> Option<String> {
    let errors = validator(verb);
    let errors = errors.iter_errors(answer);
    let found = errors.map(|error| format!("{}: {error:.300}", error.instance_path()));
    let found: Vec<String> = found.collect();
    (!found.is_empty()).then(|| found.join("\n"))
}

fn validator(verb: &str) -> Arc<Validator> {
    static KNOWN: Mutex<Option<HashMap<String, Arc<Validator>>>> = Mutex::new(None);
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let known = known.get_or_insert_with(HashMap::new);
    let found = known.entry(verb.to_owned()).or_insert_with(|| {
        let mut schema = schema(verb);
        close(&mut schema, false);
        Arc::new(jsonschema::validator_for(&schema).unwrap())
    });
    Arc::clone(found)
}

/// What `plan schema VERB` prints.
pub fn schema(verb: &str) -> Value {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
    // Not with the configuration of who runs the tests.
    command.env_clear().env("HOME", env!("CARGO_TARGET_TMPDIR"));
    let output = command.args(["schema", verb]).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "`plan schema {verb}`: {said}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Forbids keys that a schema doesn't know. Readers have to expect them, as later versions add some.
/// `in_part` says that the schema describes a part of an object, which has other keys.
fn close(schema: &mut Value, in_part: bool) {
    let Value::Object(keys) = schema else { return };
    let is_object = keys.contains_key("properties");
    for (key, value) in keys.iter_mut() {
        match (key.as_str(), value) {
            ("anyOf" | "oneOf" | "allOf", Value::Array(parts)) => {
                for part in parts {
                    close(part, in_part || is_object);
                }
            }
            ("properties" | "$defs", Value::Object(schemas)) => {
                for schema in schemas.values_mut() {
                    close(schema, false);
                }
            }
            ("items" | "additionalProperties", schema) => close(schema, false),
            _ => {}
        }
    }
    if is_object && !in_part && !keys.contains_key("additionalProperties") {
        keys.insert("unevaluatedProperties".to_owned(), json!(false));
    }
}
