//! A slot, everywhere the same.

use chrono::Datelike;
use serde_json::{Map, Value, json};

use crate::model::{Day, Field, Item, Note, Origin, TopicId};
use crate::progress::Mark;
use crate::summary::{Reading, SlotView, Status, Study};

/// A slot, everywhere the same.
#[must_use]
pub fn slot(study: &Study, slot: &SlotView) -> Value {
    let place = &slot.place;
    let resources = slot.readings(study).map(|reading| resource_of(&reading));
    let time = slot.time;
    json!({
        "id": place.slot.id.as_str(),
        "ordinal": slot.ordinal,
        "day": place.day.numbers.map(|(first, _)| first),
        "days": days(place.day),
        "date": slot.dates.first.to_string(),
        "weekday": weekday(slot),
        "start": time.map(|time| time.start.to_string()),
        "end": time.map(|time| time.end.to_string()),
        "title": place.slot.title,
        "status": slot.status.name(),
        "now": slot.now,
        "displaced": slot.displaced,
        "baseline": slot.is_moved().then(|| baseline(slot)),
        "planned_minutes": slot.planned().map(|m| m.0),
        "actual_minutes": slot.actual().map(|m| m.0),
        "phase": place.phase.title,
        "week": place.week.number,
        "topic": place.slot.topic.as_ref().map(TopicId::as_str),
        "origin": place.day.origin.map(origin),
        "resources": resources.collect::<Vec<_>>(),
        "fields": place.slot.fields.iter().map(field).collect::<Vec<_>>(),
        "notes": place.slot.notes.iter().map(note).collect::<Vec<_>>(),
        "why": why(slot.mark, slot.status),
        "remarks": remarks(slot.mark),
        "content_changed": slot.has_changed(),
    })
}

/// When the plan has a slot that was moved.
fn baseline(slot: &SlotView) -> Value {
    let time = slot.place.slot.time;
    json!({
        "date": slot.baseline.first.to_string(),
        "start": time.map(|time| time.start.to_string()),
        "end": time.map(|time| time.end.to_string()),
    })
}

pub(super) fn days(day: &Day) -> Vec<u32> {
    day.numbers
        .map_or_else(Vec::new, |(first, last)| (first..=last).collect())
}

fn weekday(slot: &SlotView) -> String {
    let name = slot.dates.first.weekday().to_string();
    name.to_lowercase()
}

pub(super) fn origin(origin: Origin) -> Value {
    match origin {
        Origin::Authored => json!("authored"),
        Origin::Seed(line) => json!({"seed": line}),
    }
}

fn resource_of(reading: &Reading) -> Value {
    json!({
        "kind": reading.kind.name(),
        "label": reading.item.label,
        "title": reading.title(),
        "url": reading.url,
        "id": reading.resource.map(|resource| resource.id.as_str()),
    })
}

/// A labelled list: its own value is a text, what stands beside that text comes after.
pub(super) fn field(field: &Field) -> Value {
    let value = field.value.as_ref();
    let mut map = Map::new();
    map.insert("label".to_owned(), json!(field.label));
    map.insert("value".to_owned(), json!(value.map(|item| &item.text)));
    let items = field.items.iter().map(item);
    map.insert("items".to_owned(), items.collect());
    if let Some(value) = value {
        beside(&mut map, value);
    }
    Value::Object(map)
}

fn item(item: &Item) -> Value {
    let mut map = Map::new();
    map.insert("label".to_owned(), json!(item.label));
    map.insert("text".to_owned(), json!(item.text));
    beside(&mut map, item);
    Value::Object(map)
}

/// What is said beside an entry's words, where anything is.
fn beside(map: &mut Map<String, Value>, item: &Item) {
    let resource = item.resource.as_ref().map(|id| id.as_str().to_owned());
    let kind = item.kind.map(|kind| kind.name().to_owned());
    let pairs = [
        ("resource", resource),
        ("url", item.url.clone()),
        ("kind", kind),
        ("corrected", item.corrected.clone()),
        ("note", item.note.clone()),
    ];
    for (key, value) in pairs {
        if let Some(value) = value {
            map.insert(key.to_owned(), json!(value));
        }
    }
}

pub(super) fn note(note: &Note) -> Value {
    json!({"line": note.line, "text": note.text})
}

/// Why something was skipped, while it is.
pub(super) fn why(mark: Option<&Mark>, status: Status) -> Option<&str> {
    let why = mark.filter(|_| status == Status::Skipped)?.why.as_ref()?;
    Some(&why.1)
}

/// The learner's remarks.
pub(super) fn remarks(mark: Option<&Mark>) -> Value {
    let notes = mark.map_or(&[][..], |mark| &mark.notes);
    let one =
        |note: &crate::progress::Note| json!({"day": note.day.to_string(), "text": note.text});
    notes.iter().map(one).collect()
}
