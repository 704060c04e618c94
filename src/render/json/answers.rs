//! The JSON Schema of what each verb prints with `--json`, derived from the structs that are printed.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Value, json};

use super::check::{Check, Doctor, PlanDiff};
use super::day::{Next, Status, Today, Week};
use super::fit::{Fit, HoursInForce};
use super::forecast::Forecast;
use super::holidays::Holidays;
use super::import::Imported;
use super::library::{Milestones, Resources, Roadmap};
use super::plans::{Chosen, Plans};
use super::pull::PulledNote;
use super::record::{Begun, Log, Moved, Recorded, Rested, Stepped};
use super::recovery::{Overdue, Recovery};
use super::report::Report;
use super::show::Show;
use super::timer::Timed;
use super::{Answer, Versioned, export};

/// Gives the schema of one kind of answer, and adds what that refers to to the generator.
type Shape = fn(&mut SchemaGenerator) -> Schema;

/// The verbs with JSON answers, in the order of the alphabet, with each kind of answer they give.
const ANSWERS: &[(&str, &[Shape])] = &[
    ("add", &[study::<Moved>]),
    ("check", &[bare::<Check>, study::<PlanDiff>]),
    ("doctor", &[study::<Doctor>]),
    ("done", &[study::<Recorded>]),
    ("due", &[study::<Moved>]),
    ("export", &[study::<export::Plan>]),
    (
        "fit",
        &[study::<Fit>, study::<HoursInForce>, study::<Recorded>],
    ),
    ("forecast", &[study::<Forecast>]),
    ("import", &[bare::<Imported>]),
    ("init", &[study::<Begun>]),
    ("log", &[study::<Log>]),
    ("milestones", &[study::<Milestones>]),
    ("move", &[study::<Moved>]),
    ("next", &[study::<Next>]),
    ("note", &[study::<Recorded>]),
    ("off", &[study::<Rested>, study::<Holidays>]),
    ("plans", &[study::<Plans>]),
    ("pull", &[study::<PulledNote>]),
    ("recover", &[study::<Recovery>, study::<Recorded>]),
    ("redo", &[study::<Stepped>]),
    ("reopen", &[study::<Recorded>]),
    ("report", &[study::<Report>]),
    ("resources", &[study::<Resources>]),
    ("roadmap", &[study::<Roadmap>]),
    ("shift", &[study::<Moved>]),
    ("show", &[study::<Show>]),
    ("skip", &[study::<Recorded>, study::<Overdue>]),
    ("start", &[study::<Timed>]),
    ("status", &[study::<Status>]),
    ("stop", &[study::<Timed>]),
    ("today", &[study::<Today>]),
    ("tomorrow", &[study::<Today>]),
    ("undo", &[study::<Stepped>]),
    ("use", &[study::<Chosen>]),
    ("week", &[study::<Week>]),
];

/// The verbs with JSON answers.
pub(crate) fn verbs() -> impl Iterator<Item = &'static str> {
    ANSWERS.iter().map(|(verb, _)| *verb)
}

/// The schema (draft 2020-12) of what `plan VERB --json` prints; `None` for other verbs.
pub(crate) fn answer_schema(verb: &str) -> Option<Value> {
    let (_, shapes) = ANSWERS.iter().find(|(name, _)| *name == verb)?;
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut generator = settings.into_generator();
    let shapes: Vec<Value> = shapes
        .iter()
        .map(|shape| shape(&mut generator).to_value())
        .collect();
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": format!("plan {verb} --json"),
    });
    if let [Value::Object(shape)] = shapes.as_slice() {
        let keys = shape.iter();
        for (key, value) in keys.filter(|(key, _)| *key != "title" && *key != "description") {
            schema[key] = value.clone();
        }
    } else {
        schema["anyOf"] = json!(shapes);
    }
    schema["$defs"] = Value::Object(generator.take_definitions(true));
    Some(schema)
}

/// An answer about a study.
fn study<B: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    bare::<Answer<B>>(generator)
}

/// An answer with keys of its own only.
fn bare<B: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    Versioned::<B>::json_schema(generator)
}
