//! An exported plan is the whole plan: as YAML to the byte, as JSON to the word.

use plan::model::{Field, Item, Note, Plan};
use serde_json::{Value, json};

use crate::json::{HEAD, has};
use crate::sandbox::Sandbox;

fn home() -> Sandbox {
    let home = Sandbox::new().at("2026-11-30T11:00:00");
    home.run(&["init", "--start", "2026-11-23"]).ok();
    home
}

fn shipped() -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("plans/multimodal.yaml");
    std::fs::read_to_string(path).unwrap()
}

fn parsed(text: &str) -> Plan {
    let parsed = plan::source::parse(text);
    assert_eq!(parsed.diagnostics, []);
    parsed.plan.unwrap()
}

#[test]
fn yaml_read_back_is_the_same_plan_byte_for_byte() {
    let home = home();
    home.run(&["done", "1"]).ok();
    let first = home.run(&["export", "--format", "yaml"]).ok();
    home.file("first.yaml", &first);
    home.run(&["check", "first.yaml"]).ok();
    let second = home
        .run(&["export", "--format", "yaml", "--plan", "first.yaml"])
        .ok();
    assert!(first == second, "the second round differs");
    assert_eq!(parsed(&first), parsed(&shipped()));
    // It is the same plan to the journal too.
    let json = home
        .run(&["today", "--json", "--plan", "first.yaml"])
        .json();
    assert_eq!(json["progress"]["plan"]["done"], 1);
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
    let home = home();
    let json = home.run(&["export", "--format", "json"]).json();
    assert_eq!(home.run(&["export", "--json"]).json(), json);
    has(
        &json,
        &format!(
            "{HEAD} title language direction duration time_budget rest goal front_matter roadmap \
             resources milestones reminders artifacts notes allow phases"
        ),
    );
    let plan = parsed(&shipped());
    let (words, found) = (texts(&plan), texts_of(&json));
    assert_eq!(found, words);
    assert!(words.len() > 2000, "{}", words.len());
    let phases = each(&json, "phases").iter();
    let weeks = phases.flat_map(|phase| each(phase, "weeks"));
    let days = weeks.flat_map(|week| each(week, "days"));
    let sessions = days.flat_map(|day| each(day, "sessions"));
    let slots = sessions.map(|session| each(session, "slots").len());
    // 22 + 20 + 22 of the seed's weeks, and 27 of each of the eight others.
    assert_eq!(slots.sum::<usize>(), 64 + 8 * 27);
    let counts =
        ["topics", "stages", "classes"].map(|name| json["roadmap"][name].as_array().unwrap().len());
    assert_eq!(counts, [10, 4, 3]);
    let links: Vec<&Value> = json["resources"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| &r["url"])
        .collect();
    assert_eq!(
        json!(links),
        json!(plan.resources.iter().map(|r| &r.url).collect::<Vec<_>>())
    );
    assert_eq!(json["roadmap"]["source"], json!(plan.roadmap.source));
}

/// Lines that a terminal would obey, or that read as another, are never written as they are.
#[test]
fn lines_of_yaml_hide_nothing() {
    let plan = |title: &str| {
        let escaped = |c: char| format!("\\U{:08X}", u32::from(c));
        let title: String = title.chars().map(escaped).collect();
        format!(
            "plan: p\ntitle: \"{title}\"\nweeks: [{{week: 1, days: [{{day: 1, slots: [{{title: t}}]}}]}}]\n"
        )
    };
    let written = |title: &str| {
        let home = Sandbox::new();
        home.file("plan.yaml", plan(title));
        home.run(&["export", "--format", "yaml", "--plan", "plan.yaml"])
            .ok()
    };
    let block = written("a\nb");
    assert!(block.contains("title: |-\n  a\n  b\n"), "{block}");
    for unseen in [
        '\u{1b}', '\u{85}', '\u{202a}', '\u{2066}', '\u{2028}', '\u{feff}', '\u{fffe}', '\u{ffff}',
    ] {
        let title = format!("a{unseen}\nb");
        let yaml = written(&title);
        assert!(!yaml.contains(unseen), "{yaml:?}");
        let escaped = format!("title: \"a\\U{:08X}\\nb\"\n", u32::from(unseen));
        assert!(yaml.contains(&escaped), "{yaml:?}");
        assert_eq!(parsed(&yaml), parsed(&plan(&title)));
    }
}
