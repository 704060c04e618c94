//! Characters that a terminal obeys, in every text of a plan: none comes through, and JSON gives
//! the words back unharmed.

use std::path::Path;

use serde_json::Value;

use crate::sandbox::{Output, Sandbox};

/// What a terminal obeys, or what makes a line read otherwise than it is, behind `word`.
fn raw(word: &str) -> String {
    format!("{word}\u{1b}[31m红\t\r\u{7}\u{202e}\u{2067}\u{9b}2J\u{7f}完")
}

/// The same as it is written in YAML.
fn yaml(word: &str) -> String {
    format!(r#""{word}\e[31m红\t\r\a\u202e\u2067\x9b2J\x7f完""#)
}

/// A plan in which every text is such a one.
fn nasty_plan() -> String {
    let frame = r"
plan: nasty
title: <计划>
goal: <目标>
notes: [<总注>]
reminders: [<提醒>]
roadmap: {topics: {A: {title: <主题>}}}
resources:
  - {id: clip, kind: paper, title: <论文>, label: <签>, url: https://example.org/clip, notes: [<书注>]}
milestones: [{title: <里程碑>, due: 1 month, goals: [{text: <月标>, by: [w1]}]}]
phases:
  - title: <阶段>
    heading: <题头>
    goals: [<段标>]
    weeks:
      - week: 1
        title: <周>
        goals: [<周标>]
        days:
          - day: 1
            weekday: mon
            title: <日>
            notes: [<日注>]
            sessions:
              - half: <上午>
                window: 09:00-12:00
                slots:
                  - time: 09:00-10:00
                    title: <甲时段>
                    topic: A
                    fields:
                      - <标签>: [{<课程>: <课名>, resource: clip}, <条目>]
                      - <练习>: <习题>
                    notes: [<时段注>]
                  - time: 10:00-11:00
                    title: <乙时段>
                    items: [<光条>]
        deliverables: [{text: <交付>}]
";
    let mut parts = frame.split('<');
    let mut plan = parts.next().unwrap().to_owned();
    for part in parts {
        let (word, rest) = part.split_once('>').unwrap();
        plan.push_str(&yaml(word));
        plan.push_str(rest);
    }
    plan
}

/// A home where the nasty plan runs since this morning.
fn nasty_home() -> Sandbox {
    let home = Sandbox::new().at("2026-11-23T09:30:00");
    home.file("nasty.yaml", nasty_plan());
    let init = ["init", "nasty.yaml", "--start", "2026-11-23"];
    is_tame(home.run(&init)).ok();
    home
}

fn acts(c: char) -> bool {
    let bidi = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    bidi || (c.is_control() && c != '\n')
}

/// Nothing that a terminal obeys but the ends of lines stands in what it wrote.
#[track_caller]
fn is_tame(out: Output) -> Output {
    for stream in [&out.stdout, &out.stderr] {
        if let Some(line) = stream.split('\n').find(|line| line.contains(acts)) {
            panic!("this goes to the terminal as it is: {line:?}");
        }
    }
    out
}

#[test]
fn what_is_searched_for_is_found() {
    assert_eq!(raw("").chars().filter(|c| acts(*c)).count(), 8);
    assert!(!"plan: 多模态 ▶ █\n".contains(acts));
    let escaped = nasty_plan();
    assert!(escaped.contains(r"甲时段\e[31m") && !escaped.contains(acts));
}

#[test]
fn no_view_lets_a_control_character_through() {
    let home = nasty_home();
    let plan = ["--plan", "nasty.yaml"];
    let views: [&[&str]; 10] = [
        &["today"],
        &["week"],
        &["next"],
        &["show", "d1"],
        &["show", "d1.1"],
        &["report"],
        &["status"],
        &["status", "--short"],
        &["log"],
        &["check", "nasty.yaml"],
    ];
    let note = raw("记");
    let done = ["done", "2", "--took", "20m", "--note", &note];
    is_tame(home.run(&[&done[..], &plan].concat())).ok();
    for view in views {
        let plan: &[&str] = if view[0] == "check" { &[] } else { &plan };
        for width in ["100", "40"] {
            let home = home.env("COLUMNS", width);
            let said = is_tame(home.run(&[view, plan].concat())).ok();
            assert!(!said.trim().is_empty(), "{view:?} says nothing");
            is_tame(home.run(&[view, plan, &["--json"]].concat())).json();
        }
    }
}

#[test]
fn a_control_character_is_shown_as_an_escape() {
    let home = nasty_home();
    let shows = |width: &str, args: &[&str], text: &str| {
        let home = home.env("COLUMNS", width);
        let out = home.run(&[args, &["--plan", "nasty.yaml"]].concat()).ok();
        assert!(out.contains(text), "{text} is not in {out}");
    };
    shows("100", &["today"], r"甲时段\u{1b}");
    for (args, word) in [
        (&["show", "d1.1"][..], "标签"),
        (&["show", "d1.1"], "时段注"),
        (&["done", "1"], "甲时段"),
        (&["log"], "甲时段"),
    ] {
        let rest = r"\u{1b}[31m红\u{9}\u{d}\u{7}\u{202e}\u{2067}\u{9b}2J\u{7f}完";
        shows("400", args, &format!("{word}{rest}"));
    }
}

#[test]
fn json_gives_the_words_back_as_they_are() {
    let home = nasty_home();
    let json = home
        .run(&["today", "--json", "--plan", "nasty.yaml"])
        .json();
    let slot = &json["days"][0]["slots"][0];
    assert_eq!(slot["title"], raw("甲时段").as_str());
    assert_eq!(slot["fields"][0]["label"], raw("标签").as_str());
    for word in ["课名", "条目", "练习", "习题", "时段注"] {
        assert!(holds(slot, &raw(word)), "{word} is not in {slot:#}");
    }
}

/// Whether `text` is one of the texts in `value`.
fn holds(value: &Value, text: &str) -> bool {
    match value {
        Value::String(found) => found == text,
        Value::Array(items) => items.iter().any(|item| holds(item, text)),
        Value::Object(map) => map.values().any(|item| holds(item, text)),
        _ => false,
    }
}

#[test]
fn no_error_lets_a_control_character_through() {
    let home = nasty_home();
    let word = raw("无");
    for (target, visible) in [(word.as_str(), r"无\u{1b}"), ("时段", r"甲时段\u{1b}")] {
        let out = home.run(&["done", target, "--plan", "nasty.yaml"]);
        let said = is_tame(out).fails(2);
        assert!(said.contains(visible), "{visible} is not in {said}");
    }
    for args in [
        &["today", "--date", &word][..],
        &["done", "1", "--took", &word],
        &[&word],
    ] {
        is_tame(home.run(args)).fails(2);
    }
    is_tame(home.run(&["check", &word])).fails(66);
    is_tame(home.run(&["today", "--plan", &format!("./{word}")])).fails(66);
}

#[test]
fn no_fault_of_a_file_lets_a_control_character_through() {
    let home = Sandbox::new().at("2026-11-30T11:00:00");
    let named = |line: &str| format!("plan: small\ntitle: 小\ndays:\n  - slots:\n      - {line}\n");
    for (name, line) in [
        (
            "unknown-key",
            "{title: \"\u{202e}\t读\u{2067}\", topik: A}".to_owned(),
        ),
        ("unknown-key", format!("{{title: a, {}: b}}", yaml("键"))),
        ("bad-value", format!("{{title: a, time: {}}}", yaml("时"))),
        ("bad-value", format!("{{title: a, id: {}}}", yaml("名"))),
        (
            "unknown-topic",
            format!("{{title: a, topic: {}}}", yaml("题")),
        ),
        ("syntax", format!("{{title: \"{}\"}}", raw("读"))),
    ] {
        let path = home.file("bad.yaml", named(&line));
        let out = is_tame(home.run(&["check", "bad.yaml"]));
        assert_eq!(out.code, 65, "{out}");
        let out = is_tame(home.run(&["check", "--json", "bad.yaml"]));
        assert_eq!(out.parse()["errors"][0]["name"], name, "{out}");
        assert_eq!(std::fs::read(&path).unwrap(), named(&line).into_bytes());
        is_told_by_today(&home, &path);
    }
}

/// Another verb than `check` meets the same fault.
#[track_caller]
fn is_told_by_today(home: &Sandbox, path: &Path) {
    let out = is_tame(home.run(&["today", "--plan", path.to_str().unwrap()]));
    assert_eq!(out.stdout, "", "{out}");
    assert_eq!(out.code, 65, "{out}");
}
