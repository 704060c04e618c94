//! An exported plan is the whole plan: as YAML to the byte, as JSON to the word.

use serde_json::Value;

use crate::json::{HEAD, has};
use crate::sandbox::Sandbox;

fn home() -> Sandbox {
    let home = Sandbox::new().at("2026-11-30T11:00:00");
    home.run(&["init", "--start", "2026-11-23"]).ok();
    home
}

/// The whole plan of a file, as JSON without its marks.
fn exported(home: &Sandbox, path: &str) -> Value {
    let args = ["export", "--format", "json", "--plan", path];
    let fresh = home.env("PLAN_STATE_DIR", home.home().join("none"));
    fresh.run(&args).json()
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
    assert_eq!(exported(&home, "first.yaml"), exported(&home, "multimodal"));
    // It is the same plan to the journal too.
    let json = home
        .run(&["today", "--json", "--plan", "first.yaml"])
        .json();
    assert_eq!(json["progress"]["plan"]["done"], 1);
}

fn each<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().unwrap()
}

#[test]
fn an_exported_plan_has_every_level() {
    let home = home();
    let json = home.run(&["export", "--format", "json"]).json();
    assert_eq!(home.run(&["export", "--json"]).json(), json);
    has(
        &json,
        &format!(
            "{HEAD} title language direction duration time_budget rest goal front_matter roadmap \
             resources milestones events reminders artifacts notes editor_notes allow phases"
        ),
    );
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
        let home = Sandbox::new();
        home.file("written.yaml", &yaml);
        assert_eq!(exported(&home, "written.yaml")["title"], title);
    }
}
