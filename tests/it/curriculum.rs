//! The shipped curriculum apart from its schedule: what the review asks, the roadmap, the library,
//! the month goals, and what is to be handed in.

use serde_json::{Value, json};

use crate::sandbox::Sandbox;

/// What `plan check` asks of the shipped plan: the seed's own flaws, and entries of its overview
/// that no day uses. In the order of the file.
const ASKED: [(&str, &str); 21] = [
    ("resource-unused", "dl-pytorch"),
    ("resource-unused", "multimodal-dl"),
    ("resource-unused", "mnist-classifier"),
    ("link-not-found", "pretraining-model"),
    ("link-not-found", "multimodal-guide"),
    ("resource-unused", "multimodal-guide"),
    ("link-not-found", "vlm-tutorial"),
    ("resource-unused", "vlm-tutorial"),
    ("link-wrong", "fusion-techniques"),
    ("link-mismatch", "hf-pretraining"),
    ("link-mismatch", "multibert"),
    ("span-differs", "p1"),
    ("under-budget", "d02"),
    ("over-budget", "d06"),
    ("long-slot", "d06-1400"),
    ("over-budget", "d07"),
    ("long-slot", "d07-0900"),
    ("long-slot", "d07-1400"),
    ("topic-before-prerequisite", "I"),
    ("gap", "d12"),
    ("topic-before-prerequisite", "J"),
];

fn begun() -> Sandbox {
    let home = Sandbox::new().at("2026-11-30T11:00:00");
    home.run(&["init", "--start", "2026-11-23"]).ok();
    home
}

#[test]
fn the_review_asks_of_the_shipped_plan_what_it_should() {
    let home = Sandbox::new();
    let json = home.run(&["check", "multimodal", "--json"]).json();
    assert_eq!(json["errors"], json!([]));
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let found: Vec<(String, String)> = json["warnings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|warning| (text(&warning["name"]), text(&warning["at"])))
        .collect();
    let asked: Vec<(String, String)> = ASKED
        .iter()
        .map(|(rule, at)| ((*rule).to_owned(), (*at).to_owned()))
        .collect();
    assert_eq!(found, asked);
    home.run(&["check", "multimodal"]).ok();
    assert_eq!(home.run(&["check", "multimodal", "--strict"]).code, 1);
}

#[test]
fn the_other_shipped_plan_is_asked_nothing() {
    let home = Sandbox::new();
    home.run(&["check", "rust-in-four-weeks", "--strict"]).ok();
    let json = home.run(&["check", "rust-in-four-weeks", "--json"]).json();
    assert_eq!(
        (&json["errors"], &json["warnings"]),
        (&json!([]), &json!([]))
    );
}

#[test]
fn the_roadmap_knows_layers_weeks_and_states() {
    let home = begun();
    home.run(&["done", "d1", "d2", "d3", "d4", "d7.1"]).ok();
    let json = home.run(&["roadmap", "--json"]).json();
    assert_eq!(
        json["layers"],
        json!([
            ["A"],
            ["B", "C"],
            ["D"],
            ["E"],
            ["F", "G"],
            ["H"],
            ["I", "J"]
        ])
    );
    let topics = json["topics"].as_array().unwrap();
    let actual: Vec<Value> = topics
        .iter()
        .map(|topic| {
            json!([
                topic["id"],
                topic["state"],
                topic["weeks"][0],
                topic["progress"]["slots"]
            ])
        })
        .collect();
    // A is all done; B, C and D are due by the second Monday at 11:00, E's slot ends at 12:00.
    let expected = [
        json!(["A", "done", 1, 14]),
        json!(["B", "active", 1, 2]),
        json!(["C", "active", 1, 5]),
        json!(["D", "active", 2, 4]),
        json!(["E", "open", 3, 40]),
        json!(["F", "open", 3, 29]),
        json!(["G", "open", 3, 60]),
        json!(["H", "open", 8, 55]),
        json!(["I", "open", 3, 35]),
        json!(["J", "open", 3, 30]),
    ];
    assert_eq!(actual, expected);
}

#[test]
fn milestones_count_what_fulfils_them() {
    let home = begun();
    home.run(&["done", "d1", "d2", "d3", "d4", "d7.1", "w05.1"])
        .ok();
    let json = home.run(&["milestones", "--json"]).json();
    let due: Vec<&Value> = json["milestones"]
        .as_array()
        .unwrap()
        .iter()
        .map(|m| &m["due"])
        .collect();
    assert_eq!(due, ["2026-12-23", "2027-01-23", "2027-02-23"]);
    let goal = |month: usize, goal: usize| json["milestones"][month]["goals"][goal].clone();
    // 完成深度学习基础学习 is topic A, which is all done.
    assert_eq!(
        (&goal(0, 0)["reached"], &goal(0, 0)["progress"]["done"]),
        (&json!(true), &json!(14))
    );
    // 掌握 Transformers 架构 is the first deliverable of week 5.
    assert_eq!(
        goal(1, 0)["deliverables"],
        json!({"all": 1, "done": 1, "skipped": 0})
    );
    assert_eq!(goal(2, 1)["reached"], json!(false));
}

#[test]
fn resources_are_found_by_kind_topic_week_and_what_is_wrong() {
    let home = begun();
    let ids = |args: &[&str]| -> Vec<String> {
        let json = home
            .run(&[&["resources"], args, &["--json"]].concat())
            .json();
        let entries = json["resources"].as_array().unwrap().clone();
        entries
            .iter()
            .map(|entry| entry["id"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(
        ids(&["--broken"]),
        [
            "pretraining-model",
            "multimodal-guide",
            "vlm-tutorial",
            "fusion-techniques",
            "hf-pretraining",
            "multibert"
        ]
    );
    assert_eq!(ids(&["papers", "--week", "4"]), ["beit", "multibert"]);
    assert_eq!(
        ids(&["blog", "--topic", "F"]).first().map(String::as_str),
        Some("fusion-best-practices")
    );
    assert!(ids(&[]).len() > 230);
    home.run(&["resources", "pappers"]).fails(2);
    home.run(&["resources", "--topic", "Z"]).fails(2);
    home.run(&["resources", "--week", "99"]).fails(2);
}

#[test]
fn a_link_is_opened_as_one_argument_and_a_wrong_one_by_its_better() {
    let home = begun();
    let script = home.file(
        "browser",
        "#!/bin/sh\nprintf '%s|' \"$#\" \"$1\" >> opened\n",
    );
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    std::fs::set_permissions(&script, mode).unwrap();
    let with = home.env("BROWSER", &script);
    with.run(&["open", "clip"]).ok();
    with.run(&["open", "d10.1"]).ok();
    with.run(&["open", "d10.1", "--as-given"]).ok();
    let opened = std::fs::read_to_string(home.home().join("opened")).unwrap();
    assert_eq!(
        opened,
        "1|https://arxiv.org/abs/2103.00020|1|https://arxiv.org/abs/2209.03430|\
         1|https://arxiv.org/abs/2011.12373|"
    );
    with.run(&["open", "1"]).fails(2);
    with.run(&["open", "1", "3"]).fails(2);
    with.run(&["open", "w5"]).fails(2);
    home.env("BROWSER", "/nonexistent")
        .run(&["open", "clip"])
        .fails(74);
}
