//! Pages for a browser: their figures, what they contain, and keeping them current.

mod dom;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use base64::Engine;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::sandbox::Sandbox;
use dom::{Element, elements};

const PLAN: &str = "\
plan: small
title: A small plan
roadmap: {topics: {A: {title: Sums}, B: {title: Products, after: [A]}}}
resources:
  - {id: book, kind: book, title: The book, url: 'https://example.org/book?a=1&b=2'}
milestones:
  - {title: Half, due: 2026-12-13, goals: [{text: Sums, by: [A]}]}
events:
  - {id: exam, kind: exam, title: Exam, date: 2026-12-18, covers: [A]}
weeks:
  - title: One
    days:
      - {weekday: mon, slots: [{time: 19:00-20:30, title: Read, topic: A, fields: [{reading: [{Book: Chapter 1, resource: book}]}]}, {time: 20:30-21:00, title: Write, topic: A}]}
      - {weekday: thu, slots: [{title: Talk, duration: 1h, topic: B}]}
    deliverables: [An essay]
  - title: Two
    days:
      - {weekday: mon, slots: [{title: Rest of it, duration: 2h}]}
";

/// What the page has, as an answer of `--json` has it, and in words.
const FIGURES: &str = "\
today/progress/week/done 2 2
today/progress/week/slots 3 3
today/progress/plan/done 2 2
today/progress/plan/slots 4 4
week/progress/week/done 2 2
week/progress/week/slots 3 3
week/progress/week/planned_minutes 180 3 h
report/progress/range/done 2 2
report/progress/range/slots 3 3
report/progress/range/measured_minutes+assumed_minutes 120 2 h
report/progress/range/planned_minutes 180 3 h
report/progress/range/skipped 1 1
report/pace/hundredths 167 1.67
report/burn_up/0/planned_minutes 0 0 min
report/burn_up/0/done_minutes 0 0 min
report/burn_up/1/planned_minutes 90 1 h 30 min
report/burn_up/1/done_minutes 150 2 h 30 min
report/burn_up/2/planned_minutes 150 2 h 30 min
report/burn_up/3/planned_minutes 270 4 h 30 min
report/days/0/progress/done 1 1
report/days/0/progress/slots 2 2
report/days/0/progress/measured_minutes+assumed_minutes 60 1 h
report/days/1/progress/done 1 1
report/days/1/progress/slots 1 1
report/days/1/progress/measured_minutes+assumed_minutes 60 1 h
report/deliverables/#done 0 0
report/deliverables/# 1 1
roadmap/topics/0/progress/done 1 1
roadmap/topics/0/progress/slots 2 2
roadmap/topics/0/progress/percent 50 50 %
roadmap/topics/1/progress/done 1 1
roadmap/topics/1/progress/slots 1 1
roadmap/topics/1/progress/percent 100 100 %
milestones/milestones/0/goals/0/progress/done 1 1
milestones/milestones/0/goals/0/progress/slots 2 2
milestones/events/0/covered/done 1 1
milestones/events/0/covered/slots 2 2
resources/resources/0/progress/done 1 1
resources/resources/0/progress/slots 1 1";

/// The home of the plan on its second day: one slot took an hour, one is skipped, one is done ahead.
fn home() -> Sandbox {
    let home = Sandbox::new().at("2026-12-07T22:00:00");
    home.file("plan.yaml", PLAN);
    home.run(&["init", "plan.yaml", "--start", "2026-12-07"])
        .ok();
    home.run(&["done", "1", "--took", "1h"]).ok();
    home.run(&["skip", "2"]).ok();
    home.at("2026-12-08T22:00:00").run(&["done", "d2.1"]).ok();
    home.at("2026-12-08T22:00:00")
}

/// The page that `args` print.
fn page(home: &Sandbox, args: &[&str]) -> Vec<Element> {
    elements(&home.run(args).ok()).unwrap()
}

/// Where each figure of a page is in the answers of `--json`, its value, and its words.
fn figures(page: &[Element]) -> Vec<(&str, &str, &str)> {
    let data = page.iter().filter(|element| element.name == "data");
    let parts = data.map(|data| (data.get("data-json"), data.get("value"), data.text.as_str()));
    parts.collect()
}

/// What an answer has at a path: a number; the sum of several keys; how many entries a list has, or
/// how many of them have a status.
fn at(answer: &Value, path: &str) -> Option<i64> {
    let (list, what) = path.rsplit_once('/')?;
    let list = answer.pointer(&format!("/{list}"))?;
    if let Some(status) = what.strip_prefix('#') {
        let entries = list.as_array()?.iter();
        let counts = |entry: &&Value| status.is_empty() || entry["status"] == status;
        return i64::try_from(entries.filter(counts).count()).ok();
    }
    let keys: Option<Vec<i64>> = what.split('+').map(|key| at_key(list, key)).collect();
    Some(keys?.iter().sum())
}

fn at_key(value: &Value, key: &str) -> Option<i64> {
    value.get(key)?.as_i64()
}

/// The figures that are not those of `--json`, each with what that has.
fn wrong(home: &Sandbox, page: &[Element], report: &[&str]) -> Vec<String> {
    let mut answers: BTreeMap<&str, Value> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (path, value, _) in figures(page) {
        let (verb, path_in) = path.split_once('/').unwrap();
        let answer = answers.entry(verb).or_insert_with(|| {
            let args = if verb == "report" { report } else { &[verb] };
            home.run(&[args, &["--json"]].concat()).json()
        });
        let there = at(answer, path_in).map(|number| number.to_string());
        if there.as_deref() != Some(value) {
            wrong.push(format!("{path} is {there:?}, not {value}"));
        }
    }
    wrong
}

#[test]
fn the_figures_of_a_small_plan() {
    let home = home();
    let page = page(&home, &["page"]);
    let figures = figures(&page);
    let figures: Vec<String> = figures
        .iter()
        .map(|(path, value, words)| format!("{path} {value} {words}"))
        .collect();
    assert_eq!(figures.join("\n"), FIGURES);
    assert_eq!(wrong(&home, &page, &["report"]), [] as [&str; 0]);
}

#[test]
fn figures_are_those_of_json() {
    let home = Sandbox::new().at("2026-12-08T11:00:00");
    home.run(&["init", "--start", "2026-11-23"]).ok();
    home.run(&["done", "d1", "d2", "d3", "d4", "d5", "--as-planned"])
        .ok();
    for (day, slots) in [
        ("2026-11-28", "d6"),
        ("2026-12-01", "d8"),
        ("2026-12-04", "d9"),
    ] {
        let home = home.at(&format!("{day}T20:00:00"));
        home.run(&["done", slots, "--took", "5h"]).ok();
    }
    home.run(&["skip", "d10.1", "--why", "flu"]).ok();
    home.run(&["move", "d10.2", "2026-12-10"]).ok();
    let (all, phase) = (["report", "--all"], ["report", "--phase", "2"]);
    for (report, html, least) in [
        (&["report"][..], &["page"][..], 200),
        (&all, &["report", "--all", "--format", "html"], 100),
        (&phase, &["report", "--phase", "2", "--format", "html"], 100),
    ] {
        let page = page(&home, html);
        assert!(figures(&page).len() > least, "{html:?}");
        assert_eq!(wrong(&home, &page, report), [] as [&str; 0], "{html:?}");
    }
    // The control: a figure that is not that of `--json` is noticed.
    let text = home.run(&["page"]).ok();
    let figure = r#"data-json="report/progress/range/slots" value=""#;
    assert_eq!(text.matches(figure).count(), 1);
    let changed = elements(&text.replace(figure, &format!("{figure}9"))).unwrap();
    assert_eq!(wrong(&home, &changed, &["report"]).len(), 1);
}

/// What a title can try, as YAML, and as a reader sees it.
const HOSTILE: [(&str, &str); 6] = [
    ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    (
        "\\\"><img src=x onerror=alert(1)>",
        "\"><img src=x onerror=alert(1)>",
    ),
    ("' onmouseover='alert(1)", "' onmouseover='alert(1)"),
    ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
    (
        "</style><style>*{display:none}",
        "</style><style>*{display:none}",
    ),
    ("a \\u202e b \\u2066 c", "a \\u{202e} b \\u{2066} c"),
];

/// The elements that pages are made of.
const ELEMENTS: &str = "a article body code data dd details div dl dt figcaption figure g h1 h2 h3 head \
    header html li main meta nav ol p path polygon polyline rect section small span style summary svg \
    table tbody td text th thead time title tr tspan ul";

/// A plan in which every text is `text`.
fn hostile(text: &str) -> String {
    let t = format!("\"{text}\"");
    format!(
        "plan: hostile\ntitle: {t}\n\
         roadmap: {{topics: {{A: {{title: {t}}}}}, notes: [{t}]}}\n\
         resources: [{{id: r, kind: book, title: {t}, url: 'https://example.org/\"><b>'}}]\n\
         reminders: [{t}]\n\
         milestones: [{{title: {t}, due: 2026-12-20, notes: [{t}], goals: [{{text: {t}, by: [A]}}]}}]\n\
         events: [{{id: e, title: {t}, date: 2026-12-08}}]\n\
         phases:\n  - title: {t}\n    weeks:\n      - title: {t}\n        deliverables: [{t}]\n        \
         days:\n          - weekday: mon\n            title: {t}\n            slots:\n              \
         - {{time: 09:00-10:00, title: {t}, topic: A, fields: [{{reading: [{{Book: {t}, resource: r}}]}}, {{task: {t}}}]}}\n"
    )
}

#[test]
fn hostile_titles_are_text() {
    let known: BTreeSet<&str> = ELEMENTS.split_whitespace().collect();
    for (yaml, seen) in HOSTILE {
        let home = Sandbox::new().at("2026-12-07T09:30:00");
        home.file("plan.yaml", hostile(yaml));
        home.run(&["init", "plan.yaml", "--start", "2026-12-07"])
            .ok();
        home.run(&["note", "1", seen]).ok();
        home.run(&["off", "2026-12-09", "--why", seen]).ok();
        for args in [&["page"][..], &["report", "--format", "html"]] {
            let text = home.run(args).ok();
            assert!(!text.contains(['\u{202e}', '\u{2066}']), "{text}");
            let page = elements(&text).unwrap();
            for element in &page {
                assert!(known.contains(element.name.as_str()), "{element:?}");
                for (name, value) in &element.attributes {
                    assert!(!name.starts_with("on") && name != "style", "{element:?}");
                    let is_link = name == "href" || name == "src";
                    let is_safe = value.starts_with('#') || value.starts_with("https://");
                    assert!(!is_link || is_safe, "{element:?}");
                }
            }
            let named = |name: &str| page.iter().filter(|e| e.name == name).count();
            assert_eq!((named("style"), named("h1")), (1, 1));
            let title = page.iter().find(|element| element.name == "h1").unwrap();
            assert_eq!(title.text, seen);
        }
    }
}

#[test]
fn a_page_needs_nothing_but_itself() {
    let home = Sandbox::new().at("2026-12-08T11:00:00");
    home.run(&["init", "--start", "2026-11-23"]).ok();
    home.run(&["done", "d1", "d2", "d3"]).ok();
    for lang in ["en", "zh"] {
        let text = home.run(&["page", "--lang", lang]).ok();
        assert!(text.len() < 400 << 10, "{} bytes", text.len());
        let page = elements(&text).unwrap();
        let only = |name: &str| page.iter().find(|element| element.name == name).unwrap();
        assert_eq!(
            only("html").get("lang"),
            if lang == "zh" { "zh-Hans" } else { lang }
        );
        assert_eq!(only("h1").get("lang"), "zh");
        // The policy allows this style and nothing else.
        let style = &only("style").text;
        assert!(!style.contains("url(") && !style.contains("@import"));
        let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(style));
        let policy = page
            .iter()
            .find(|e| e.get("http-equiv") == "Content-Security-Policy");
        assert_eq!(
            policy.unwrap().get("content"),
            format!(
                "default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'"
            )
        );
        let loads = ["src", "srcset", "data", "xlink:href", "style"];
        for element in &page {
            assert!(
                loads.iter().all(|name| element.get(name).is_empty()),
                "{element:?}"
            );
            if element.name == "a" && !element.get("href").starts_with('#') {
                assert_eq!(element.get("rel"), "noopener noreferrer");
            }
        }
        links_lead_somewhere(&page);
    }
}

/// Links within the page.
#[track_caller]
fn links_lead_somewhere(page: &[Element]) {
    const PARTS: [&str; 6] = [
        "today",
        "week",
        "report",
        "roadmap",
        "milestones",
        "resources",
    ];
    let ids: BTreeSet<&str> = page.iter().map(|element| element.get("id")).collect();
    let inner = page.iter();
    let inner = inner.filter_map(|element| element.get("href").strip_prefix('#'));
    assert_eq!(inner.collect::<Vec<_>>(), PARTS);
    assert!(PARTS.iter().all(|id| ids.contains(id)));
}

#[test]
fn only_pages_are_replaced() {
    let home = home();
    let said = home.run(&["page", "-o", "plan.html"]).ok();
    assert_eq!(said, "wrote the page `plan.html`\n");
    let path = home.home().join("plan.html");
    let first = fs::read_to_string(&path).unwrap();
    assert_eq!(first, home.run(&["page"]).ok());
    let said = home
        .run(&["report", "--format", "html", "-o", "plan.html"])
        .ok();
    assert_eq!(said, "wrote the page `plan.html`\n");
    assert_ne!(fs::read_to_string(&path).unwrap(), first);
    home.file("mine.html", "<p>mine");
    assert_eq!(
        home.run(&["page", "-o", "mine.html"]).fails(73),
        "error: `mine.html` is not a page that `plan` wrote, and is not replaced\n\
         hint: choose another name, or delete it first\n"
    );
    assert_eq!(fs::read(home.home().join("mine.html")).unwrap(), b"<p>mine");
    assert_eq!(
        home.run(&["report", "-o", "plan.html"]).fails(2),
        "error: `--output` works only with `--format html`\nhint: add `--format html`\n"
    );
}

#[test]
fn files_are_published_after_each_step() {
    let home = home();
    let config = "publish: {page: ../../page.html, ics: ~/plan.ics}\nplan: ../../plan.yaml\n";
    home.file(".config/plan/config.yaml", config);
    let read = |name: &str| fs::read_to_string(home.home().join(name)).unwrap_or_default();
    home.run(&["today"]).ok();
    assert_eq!([read("page.html"), read("plan.ics")], ["", ""]);
    for step in [
        &["done", "d3.1"][..],
        &["undo"],
        &["move", "d3.1", "2026-12-15"],
    ] {
        home.run(step).ok();
        assert_eq!(read("page.html"), home.run(&["page"]).ok(), "{step:?}");
        let calendar = home.run(&["export", "--format", "ics"]).ok();
        assert_eq!(read("plan.ics"), calendar, "{step:?}");
    }
    // A step in another plan is none in this one.
    let before = read("page.html");
    home.run(&["done", "1", "--plan", "rust-in-four-weeks"])
        .ok();
    assert_eq!(read("page.html"), before);
}

#[test]
fn what_cannot_be_published_only_warns() {
    let home = home();
    home.file("page.html", "mine");
    let config = "publish: {page: ../../page.html}\nplan: ../../plan.yaml\n";
    home.file(".config/plan/config.yaml", config);
    let ran = home.run(&["done", "d3.1"]);
    let path = home.home().join(".config/plan/../../page.html");
    let path = path.display();
    assert_eq!(
        ran.stderr,
        format!(
            "warning: recorded, but `{path}` was not rewritten: `{path}` is not a page that `plan` \
             wrote, and is not replaced\nhint: choose another name, or delete it first\n"
        )
    );
    ran.ok();
    assert_eq!(
        home.run(&["report", "--json"]).json()["progress"]["plan"]["done"],
        3
    );
    for wrong in [
        "publish: page.html",
        "publish: {notes: a.md}",
        "publish: {page: ''}",
    ] {
        home.file(".config/plan/config.yaml", wrong);
        let said = home.run(&["today"]).fails(65);
        let hint = "hint: expected files to rewrite, such as {page: ~/plan.html, ics: ~/plan.ics, note: ~/plan.md}\n";
        assert!(said.ends_with(hint), "{said}");
    }
}
