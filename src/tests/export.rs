//! An exported plan has every word of the plan.

use serde_json::{Value, json};

use super::home::Home;
use crate::model::{Field, Item, Note, Plan};
use crate::source::{parse, write};
use crate::store::plan_file::SHIPPED;

fn parsed(text: &str) -> Plan {
    let parsed = parse(text);
    assert_eq!(parsed.diagnostics, []);
    parsed.plan.unwrap()
}

#[test]
fn a_written_plan_is_read_back_as_it_was() {
    for shipped in SHIPPED {
        let plan = parsed(shipped.text);
        assert_eq!(parsed(&write(&plan)), plan);
    }
}

/// Every text of the plan in order, as the model has it.
fn texts(plan: &Plan) -> Vec<String> {
    let mut out = Vec::new();
    for (_, phase, week, day) in plan.days() {
        out.extend(
            [phase.title.clone(), week.title.clone(), day.title.clone()]
                .into_iter()
                .flatten(),
        );
        notes(&mut out, &day.notes);
        for session in &day.sessions {
            out.extend(
                session
                    .half
                    .clone()
                    .into_iter()
                    .chain(session.title.clone()),
            );
            notes(&mut out, &session.notes);
            for slot in &session.slots {
                out.push(format!("{} {}", slot.id, slot.title));
                slot.fields
                    .iter()
                    .for_each(|field| self::field(&mut out, field));
                notes(&mut out, &slot.notes);
            }
        }
    }
    out
}

fn notes(out: &mut Vec<String>, notes: &[Note]) {
    out.extend(notes.iter().map(|note| note.text.clone()));
}

fn field(out: &mut Vec<String>, field: &Field) {
    out.extend(field.label.clone());
    out.extend(field.value.iter().map(|item| item.text.clone()));
    for Item {
        label,
        text,
        url,
        corrected,
        note,
        ..
    } in &field.items
    {
        out.extend(label.clone());
        out.push(text.clone());
        out.extend([url, corrected, note].into_iter().flatten().cloned());
    }
}

fn each<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().unwrap()
}

fn said<'a>(values: impl IntoIterator<Item = &'a Value>) -> impl Iterator<Item = String> {
    let texts = values.into_iter().filter_map(Value::as_str);
    texts.map(str::to_owned)
}

/// The same of an exported plan.
fn texts_of(json: &Value) -> Vec<String> {
    let mut out = Vec::new();
    for phase in each(json, "phases") {
        for week in each(phase, "weeks") {
            for day in each(week, "days") {
                out.extend(said([&phase["title"], &week["title"], &day["title"]]));
                day_texts(&mut out, day);
            }
        }
    }
    out
}

fn day_texts(out: &mut Vec<String>, day: &Value) {
    out.extend(said(each(day, "notes").iter().map(|note| &note["text"])));
    for session in each(day, "sessions") {
        out.extend(said([&session["half"], &session["title"]]));
        out.extend(said(
            each(session, "notes").iter().map(|note| &note["text"]),
        ));
        for slot in each(session, "slots") {
            slot_texts(out, slot);
        }
    }
}

fn slot_texts(out: &mut Vec<String>, slot: &Value) {
    let [id, title] = ["id", "title"].map(|name| slot[name].as_str().unwrap());
    out.push(format!("{id} {title}"));
    for field in each(slot, "fields") {
        out.extend(said([&field["label"], &field["value"]]));
        for item in each(field, "items") {
            let parts = ["label", "text", "url", "corrected", "note"];
            out.extend(said(parts.map(|part| &item[part])));
        }
    }
    out.extend(said(each(slot, "notes").iter().map(|note| &note["text"])));
}

#[test]
fn an_exported_plan_has_every_word() {
    let home = Home::at("2026-11-30T11:00:00+08:00");
    home.run(&["init", "--start", "2026-11-23"]);
    let json = home.json(&["export", "--format", "json"]);
    let plan = parsed(SHIPPED[0].text);
    let (words, found) = (texts(&plan), texts_of(&json));
    assert_eq!(found, words);
    assert!(words.len() > 2000, "{}", words.len());
    let resources = each(&json, "resources").iter();
    let links: Vec<&Value> = resources.map(|r| &r["url"]).collect();
    let expected: Vec<_> = plan.resources.iter().map(|r| &r.url).collect();
    assert_eq!(json!(links), json!(expected));
    assert_eq!(json["roadmap"]["source"], json!(plan.roadmap.source));
}
