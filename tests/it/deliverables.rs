//! What a week is to hand in: named, marked and listed like its slots, but never counted as one.

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use crate::json::has;
use crate::sandbox::Sandbox;

/// The last day of Week 5, which hands in five things.
const SUNDAY: &str = "2026-12-20T12:00:00";
/// The Tuesday after it.
const LATER: &str = "2026-12-22T12:00:00";

const FIRST: &str = "w05.1 Transformer 编码器单元测试通过（误差 < 1e-5）";

fn home() -> Sandbox {
    let home = Sandbox::new().at(SUNDAY);
    home.run(&["init", "--start", "2026-11-23"]).ok();
    home
}

/// What is listed: ids and statuses; each is of Week 5 and due on its Sunday.
#[track_caller]
fn listed(deliverables: &Value) -> Vec<(&str, &str)> {
    let mut listed = Vec::new();
    for one in deliverables.as_array().unwrap() {
        has(one, "plan id text week due status why remarks");
        let when = json!([one["week"], one["due"]]);
        assert_eq!(when, json!([5, "2026-12-20"]), "{one}");
        listed.push((one["id"].as_str().unwrap(), one["status"].as_str().unwrap()));
    }
    listed
}

/// `week`, `show` and `report` list the deliverables of Week 5 with these statuses.
#[track_caller]
fn have_statuses(home: &Sandbox, statuses: [&str; 5]) {
    let ids = ["w05.1", "w05.2", "w05.3", "w05.4", "w05.5"];
    let expected: Vec<_> = ids.into_iter().zip(statuses).collect();
    let show = home.run(&["show", "w5", "--json"]).json();
    assert_eq!(listed(&show["shown"][0]["deliverables"]), expected);
    let report = home.run(&["report", "--week", "5", "--json"]).json();
    assert_eq!(listed(&report["deliverables"]), expected);
}

#[test]
fn a_deliverable_is_handed_in_shown_and_taken_back() {
    let home = home();
    have_statuses(&home, ["open"; 5]);
    // Sunday's slots are of 90, 75 and 90 minutes.
    let left = "  left today: 1, 2, 3 (4 h 15 min)\n";
    let said = home.run(&["done", "w05.1"]).ok();
    assert_eq!(said, format!("✓ {FIRST}\n{left}"));
    home.run(&["skip", "w5.4", "--why", "only one seed"]).ok();
    have_statuses(&home, ["done", "open", "open", "skipped", "open"]);
    let week = home.run(&["week", "--json"]).json();
    assert_eq!(listed(&week["deliverables"])[0], ("w05.1", "done"));
    let shown = home.run(&["show", "w05.1"]).ok();
    // Its id ends the first line, at column 100.
    let title = "✓ Transformer 编码器单元测试通过（误差 < 1e-5）";
    let gap = " ".repeat(100 - title.width() - "w05.1".len());
    assert_eq!(
        shown,
        format!(
            "{title}{gap}w05.1\n  \
             Week 5 预训练模型：Transformers 架构、视觉自监督与 CLIP 系 · due Sun 20 Dec · done\n  \
             done on Sun 20 Dec 2026\n"
        )
    );
    // What is not handed in by its Sunday is overdue.
    let later = home.at(LATER);
    have_statuses(&later, ["done", "overdue", "overdue", "skipped", "overdue"]);
    home.run(&["undo"]).ok();
    let said = home.run(&["undo"]).ok();
    assert_eq!(said, format!("undone: done {FIRST}\n"));
    have_statuses(&home, ["open"; 5]);
}

#[test]
fn what_is_handed_in_is_no_slot() {
    let home = home();
    let done = home.run(&["done", "w05.2", "w5.3", "--json"]).json();
    let slots: Vec<&Value> = done["recorded"]
        .as_array()
        .unwrap()
        .iter()
        .map(|event| &event["slot"])
        .collect();
    assert_eq!(slots, ["w05.2", "w05.3"]);
    let plan = &home.run(&["today", "--json"]).json()["progress"]["plan"];
    assert_eq!((&plan["slots"], &plan["done"]), (&json!(280), &json!(0)));
    assert_eq!(
        home.run(&["today", "--json"]).json()["orphans"],
        json!([]),
        "its mark has a place"
    );
}

#[test]
fn people_see_them_below_the_week() {
    let home = home();
    home.run(&["done", "w05.3"]).ok();
    let third = " ✓ w05.3 3 模型 × 5 数据集结果 CSV";
    let last = "   w05.5 CLIP 实践报告 v1 + Gradio Demo";
    // A week says when an open one is due.
    let dated = "   w05.5 CLIP 实践报告 v1 + Gradio Demo (Sun 20 Dec)";
    for (args, last) in [
        (&["week"][..], dated),
        (&["show", "w5"], last),
        (&["report", "--week", "5"], last),
    ] {
        let text = home.run(args).ok();
        let has = |wanted: &str| text.lines().any(|line| line == wanted);
        assert!(has(third) && has(last), "{args:?}: {text}");
    }
    let report = home.run(&["report", "--week", "5"]).ok();
    assert!(report.contains("\nDeliverables  1/5\n"), "{report}");
}
