//! Steps back and forth, one device or two.

use crate::sandbox::Sandbox;

fn home() -> Sandbox {
    let home = Sandbox::new().at("2026-11-30T11:00:00");
    home.run(&["init", "--start", "2026-11-23"]).ok();
    home
}

/// The slots of Day 8: `d` done, `s` skipped, `-` neither.
fn day(home: &Sandbox) -> String {
    let json = home.run(&["show", "d8", "--json"]).json();
    let slots = json["shown"][0]["day"]["slots"].as_array().unwrap();
    let sign = |slot: &serde_json::Value| match slot["status"].as_str() {
        Some("done") => 'd',
        Some("skipped") => 's',
        _ => '-',
    };
    slots.iter().map(sign).collect()
}

#[test]
fn undo_and_redo_walk_back_and_forth() {
    let home = home();
    home.run(&["done", "1-2"]).ok();
    home.run(&["skip", "3"]).ok();
    home.run(&["done", "4"]).ok();
    assert_eq!(day(&home), "ddsd");
    assert_eq!(
        home.run(&["undo"]).ok(),
        "undone: done d08-1545 CLIP 实践（二）\n"
    );
    assert_eq!(day(&home), "dds-");
    assert_eq!(
        home.run(&["redo"]).ok(),
        "redone: done d08-1545 CLIP 实践（二）\n"
    );
    assert_eq!(day(&home), "ddsd");
    let said = home.run(&["undo", "3"]).ok();
    assert_eq!(
        said,
        "undone: done d08-1545 CLIP 实践（二）\n\
         undone: skip d08-1400 CLIP 实践（一）\n\
         undone: done d08-0900 多模态学习概述\n\
         undone: done d08-1045 CLIP 模型原理\n"
    );
    assert_eq!(day(&home), "----");
    home.run(&["redo", "2"]).ok();
    assert_eq!(day(&home), "dds-");
    // A mark ends what can be brought back.
    home.run(&["skip", "4"]).ok();
    home.run(&["redo"]).fails(2);
    assert_eq!(day(&home), "ddss");
}

#[test]
fn undo_of_more_steps_than_recorded_warns() {
    let home = Sandbox::new().at("2026-11-30T11:00:00");
    home.run(&["done", "1"]).ok();
    let out = home.run(&["undo", "3"]);
    assert_eq!(out.stderr, "warning: only 1 of 3 steps: nothing to undo\n");
    assert_eq!(
        out.ok(),
        "undone: begin on Mon 30 Nov 2026\nundone: done d01-0900 PyTorch 基础\n"
    );
    let before = home.journal("multimodal");
    let undo = home.run(&["undo"]).fails(2);
    assert_eq!(
        undo,
        "error: nothing to undo\nhint: `plan log` shows what was recorded\n"
    );
    home.run(&["redo"]).ok();
    let redo = home.run(&["redo"]).fails(2);
    assert_eq!(
        redo,
        "error: nothing to redo\n\
         hint: only an undo can be redone, and only until the next mark\n"
    );
    assert!(
        home.journal("multimodal").starts_with(&before),
        "it only grows"
    );
}

/// Gives each home the marks of both.
fn merge(one: &Sandbox, two: &Sandbox) {
    let both = [one.journal("multimodal"), two.journal("multimodal")].concat();
    for home in [one, two] {
        let path = home
            .home()
            .join(".local/state/plan/multimodal/journal.jsonl");
        std::fs::write(path, &both).unwrap();
    }
}

#[test]
fn two_devices_agree_and_each_takes_back_its_own() {
    let one = home();
    let two = home();
    one.run(&["done", "1-2", "--took", "2h"]).ok();
    two.run(&["skip", "3"]).ok();
    two.run(&["done", "4"]).ok();
    merge(&one, &two);
    assert_eq!((&*day(&one), &*day(&two)), ("ddsd", "ddsd"));
    let slots = |home: &Sandbox| home.run(&["today", "--json"]).json()["days"].clone();
    assert_eq!(slots(&one), slots(&two));

    assert_eq!(
        one.run(&["undo"]).ok(),
        "undone: done d08-0900 多模态学习概述\nundone: done d08-1045 CLIP 模型原理\n"
    );
    assert_eq!(
        two.run(&["undo"]).ok(),
        "undone: done d08-1545 CLIP 实践（二）\n"
    );
    assert_eq!((&*day(&one), &*day(&two)), ("--sd", "dds-"));
    merge(&one, &two);
    assert_eq!((&*day(&one), &*day(&two)), ("--s-", "--s-"));
    // What the other device took back is not this one's to bring again.
    assert_eq!(
        two.run(&["redo"]).ok(),
        "redone: done d08-1545 CLIP 实践（二）\n"
    );
    assert_eq!(day(&two), "--sd");
    two.run(&["redo"]).fails(2);
}
