//! `plan schema VERB`, and what every other test relies on: that a wrong answer is found.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::answer_schema::{fault, schema, verb};
use crate::sandbox::Sandbox;

fn home() -> Sandbox {
    let home = Sandbox::new().at("2026-11-30T11:00:00");
    home.run(&["init", "multimodal", "--start", "2026-11-23"])
        .ok();
    home
}

/// The control of what every other test relies on.
#[test]
fn an_answer_that_is_not_as_its_schema_says_is_found() {
    let answer = home().run(&["today", "--json"]).json();
    assert_eq!(fault("today", &answer), None);
    let wrong = |pointer: &str, edit: fn(&mut Map<String, Value>)| {
        let mut answer = answer.clone();
        edit(
            answer
                .pointer_mut(pointer)
                .unwrap()
                .as_object_mut()
                .unwrap(),
        );
        fault("today", &answer).is_some()
    };
    for pointer in [
        "",
        "/progress/week",
        "/days/0",
        "/days/0/slots/0",
        "/overdue/0/fields/0",
    ] {
        assert!(wrong(pointer, |object| {
            object.insert("surprise".to_owned(), json!(1));
        }));
    }
    for pointer in ["", "/progress/week", "/days/0", "/days/0/slots/0"] {
        assert!(wrong(pointer, |object| {
            let last = object.keys().next_back().unwrap().clone();
            object.remove(&last);
        }));
        assert!(wrong(pointer, |object| {
            *object.values_mut().next_back().unwrap() = json!({"of": "another type"});
        }));
    }
    assert!(wrong("", |object| object["schema_version"] = json!(2)));
}

#[test]
fn every_event_of_a_log_is_as_its_schema_says() {
    let home = home();
    home.run(&["done", "2", "--took", "80"]).ok();
    let mut log = home.run(&["log", "--json"]).json();
    assert_eq!(fault("log", &log), None);
    log["events"][1]["surprise"] = json!(1);
    assert!(fault("log", &log).is_some());
}

#[test]
fn the_verb_of_a_command_line_is_found() {
    for (line, expected) in [
        ("--json", Some("today")),
        ("today --json", Some("today")),
        ("--lang zh --plan other week --format json", Some("week")),
        ("done 2 --format=json", Some("done")),
        ("today", None),
        ("note 2 -- --json", None),
        ("log --json --lines", None),
        ("report --format md", None),
    ] {
        let args: Vec<String> = line.split(' ').map(str::to_owned).collect();
        assert_eq!(verb(&args), expected, "{line}");
    }
}

/// Answers are versioned, rows are not.
#[test]
fn an_answer_begins_with_its_version() {
    let home = home();
    for verb in ["today", "week", "log", "plans", "doctor", "check"] {
        let text = home.run(&[verb, "--json"]).stdout;
        assert!(
            text.starts_with("{\n  \"schema_version\": 1,\n  \""),
            "{verb}: {text}"
        );
    }
    let rows = home.run(&["log", "--json", "--lines"]).ok();
    assert!(rows.starts_with("{\"id\":"), "{rows}");
    let schema = home.run(&["schema"]).ok();
    assert!(schema.starts_with("{\n  \"$schema\":"), "{schema}");
}

/// The verbs that the program lists, and those with `--json` among their flags.
fn verbs_with_json(home: &Sandbox) -> Vec<String> {
    let help = home.run(&["help"]).ok();
    let verbs = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let verbs = verbs.take_while(|line| !line.is_empty());
    let verbs = verbs.filter_map(|line| line.split_whitespace().next());
    let has_json = |verb: &&str| home.run(&["help", *verb]).ok().contains("\n      --json");
    verbs.filter(has_json).map(str::to_owned).collect()
}

#[test]
fn every_verb_with_json_has_a_schema_and_no_other() {
    let home = Sandbox::new();
    let error = home.run(&["schema", "nothing"]).fails(2);
    let (_, listed) = error.trim_end().split_once("with one are ").unwrap();
    let listed: BTreeSet<&str> = listed.split(", ").collect();
    let verbs = verbs_with_json(&home);
    assert_eq!(listed, verbs.iter().map(String::as_str).collect());
    for verb in listed {
        let schema = schema(verb);
        assert!(jsonschema::meta::is_valid(&schema), "{verb}");
        assert_eq!(
            schema["$schema"],
            "https://json-schema.org/draft/2020-12/schema"
        );
        assert_eq!(schema["title"], format!("plan {verb} --json"));
        // The control: no answer is an empty one.
        assert!(fault(verb, &json!({})).is_some(), "{verb}");
    }
}

#[test]
fn a_verb_without_an_answer_has_no_schema() {
    let home = Sandbox::new();
    let all = "hint: the verbs with one are add, check, doctor, done, due, export, fit, forecast, import, init, \
               log, milestones, move, next, note, off, plans, pull, recover, redo, reopen, report, resources, \
               roadmap, shift, show, skip, start, status, stop, today, tomorrow, undo, use, week\n";
    let error = |name: &str| format!("error: `{name}` is not a verb with a JSON answer\n");
    assert_eq!(home.run(&["schema", "man"]).fails(2), error("man") + all);
    let nearest = "hint: did you mean `plan schema today`?\n";
    let expected = error("todya") + nearest + all;
    assert_eq!(home.run(&["schema", "todya"]).fails(2), expected);
}
