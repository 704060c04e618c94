//! What scripts read: names that stay, and numbers.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::sandbox::Sandbox;

fn home() -> Sandbox {
    let home = Sandbox::new().at("2026-11-30T11:00:00");
    home.run(&["init", "--start", "2026-11-23"]).ok();
    home
}

/// The names of an object are these, in any order.
#[track_caller]
pub fn has(value: &Value, names: &str) {
    let found: BTreeSet<&str> = value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(found, names.split_whitespace().collect(), "{value:#}");
}

pub const HEAD: &str = "schema_version plan generated_at study_date start started ";
const SLOT: &str = "plan id ordinal day days date weekday start end title status now displaced \
                    baseline planned_minutes actual_minutes phase week topic origin resources fields notes editor_notes why \
                    remarks content_changed";
const DAY: &str = "day days date last_date weekday title week week_title phase origin slots \
                   moved_away";
const TALLY: &str = "slots done skipped overdue open due percent planned_minutes \
                     planned_done_minutes planned_due_minutes measured_minutes assumed_minutes";

#[test]
fn today_has_four_slots_of_which_the_second_is_now() {
    let json = home().run(&["today", "--json"]).json();
    has(
        &json,
        &format!(
            "{HEAD} date kind rest days overdue displaced events due_deliverables overdue_deliverables reminders next progress \
             orphans"
        ),
    );
    assert_eq!(json["plan"], "multimodal");
    assert_eq!(json["generated_at"], "2026-11-30T11:00:00+08:00");
    assert_eq!(json["study_date"], "2026-11-30");
    let days = json["days"].as_array().unwrap();
    assert_eq!(days.len(), 1);
    has(&days[0], DAY);
    let slots = days[0]["slots"].as_array().unwrap();
    let now: Vec<Value> = slots
        .iter()
        .map(|slot| json!([slot["id"], slot["now"]]))
        .collect();
    assert_eq!(
        json!(now),
        json!([
            ["d08-0900", false],
            ["d08-1045", true],
            ["d08-1400", false],
            ["d08-1545", false]
        ])
    );
    for slot in slots.iter().chain(json["overdue"].as_array().unwrap()) {
        has(slot, SLOT);
    }
    has(&json["next"], DAY);
    has(&json["progress"], "week plan");
    has(&json["progress"]["week"], TALLY);
    assert_eq!(json["overdue"].as_array().unwrap().len(), 22);
}

#[test]
fn a_slot_is_whole() {
    let home = home();
    home.run(&["done", "2", "--took", "80", "--note", "对齐"])
        .ok();
    let json = home.run(&["today", "--json"]).json();
    let links = [
        (
            "paper",
            "论文",
            "Learning Transferable Visual Models",
            "https://arxiv.org/abs/2103.00020",
        ),
        ("blog", "博客", "CLIP详解", "https://openai.com/blog/clip/"),
    ];
    let mut slot = json["days"][0]["slots"][1].clone();
    // Ids and corrections are the library's: the author's words are compared.
    let resources = slot["resources"].take();
    for (found, (kind, label, title, url)) in resources.as_array().unwrap().iter().zip(links) {
        has(found, "kind label title url id status suggested_url");
        assert_eq!(
            json!([found["kind"], found["label"], found["title"], found["url"]]),
            json!([kind, label, title, url])
        );
    }
    let fields = slot["fields"].take();
    let words: Vec<&str> = fields[1]["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|i| i["text"].as_str().unwrap())
        .collect();
    assert_eq!(words, ["对比学习原理", "图文对齐方法", "零样本迁移"]);
    assert_eq!(fields[1]["label"], "重点内容");
    slot["origin"].take();
    assert_eq!(
        slot,
        json!({
            "plan": "multimodal", "id": "d08-1045", "ordinal": 2, "day": 8, "days": [8], "date": "2026-11-30",
            "weekday": "mon", "start": "10:45", "end": "12:00", "title": "CLIP 模型原理",
            "status": "done", "now": false, "displaced": false, "baseline": null, "planned_minutes": 75, "actual_minutes": 80,
            "phase": "第二阶段", "week": 3, "topic": "E", "origin": null, "resources": null,
            "fields": null, "notes": [], "editor_notes": [],
            "why": null,
            "remarks": [{"day": "2026-11-30", "text": "对齐"}],
            "content_changed": false,
        })
    );
}

#[test]
fn an_untimed_slot_has_nulls_and_both_of_its_days() {
    let json = home().run(&["show", "d18", "--json"]).json();
    let slot = &json["shown"][0]["day"]["slots"][0];
    let of = |name: &str| slot[name].clone();
    assert_eq!(
        [
            of("day"),
            of("days"),
            of("start"),
            of("end"),
            of("planned_minutes"),
            of("actual_minutes"),
            of("now")
        ],
        [
            json!(18),
            json!([18, 19]),
            Value::Null,
            Value::Null,
            Value::Null,
            Value::Null,
            json!(false)
        ]
    );
}

#[test]
fn every_question_has_its_names() {
    let home = home();
    for (args, names) in [
        (
            &["tomorrow"][..],
            "date kind rest days overdue displaced events due_deliverables overdue_deliverables reminders next progress \
             orphans",
        ),
        (
            &["week"],
            "range weeks days events deliverables overdue overdue_deliverables next progress",
        ),
        (
            &["next"],
            "days overdue overdue_deliverables next deliverable progress",
        ),
        (
            &["report"],
            "range planned_range progress besides days weeks deliverables events next_events buffer phases topics burn_up \
             overdue displaced overdue_deliverables worked streak notes pace pace_now next orphans",
        ),
        (&["log"], "events"),
        (
            &["status"],
            "rest now left_minutes timers next overdue due_deliverables overdue_deliverables progress",
        ),
        (&["show", "2"], "shown"),
        (
            &["doctor"],
            "findings plan_source plan_slots plan_faults plan_fault_count places device zone_warning \
             journal other_journals relinked merged orphans changed",
        ),
    ] {
        let json = home.run(&[args, &["--json"]].concat()).json();
        has(&json, &format!("{HEAD}{names}"));
        assert_eq!(
            home.run(&[args, &["--format", "json"]].concat()).json(),
            json
        );
    }
    has(
        &home.run(&["check", "--json"]).json(),
        "schema_version file generated_at errors warnings allowed",
    );
}

#[test]
fn a_check_tells_where_a_warning_is_and_why_one_is_allowed() {
    let home = home();
    let plan = "plan: small\ntitle: 小\nallow: [{rule: long-slot, at: d01-1, why: 整天有空}]\n\
                days: [{slots: [{title: 读, duration: 200m}, {title: 写, duration: 130m}]}]\n";
    home.file("small.yaml", plan);
    let check = home.run(&["check", "--json", "small.yaml"]).json();
    let names = "name line column message help at";
    has(&check["warnings"][0], names);
    has(&check["allowed"][0], &format!("{names} allowed"));
    let place = |list: &str| json!([check[list][0]["name"], check[list][0]["at"], check[list][1]]);
    assert_eq!(place("warnings"), json!(["long-slot", "d01-2", null]));
    assert_eq!(place("allowed"), json!(["long-slot", "d01-1", null]));
    assert_eq!(check["allowed"][0]["allowed"], "整天有空");
}

#[test]
fn the_parts_of_report_week_status_and_next_have_their_names() {
    let home = home();
    let report = home.run(&["report", "--json"]).json();
    has(&report["days"][0], "day days date progress");
    has(&report["weeks"][0], "week title progress");
    has(&report["phases"][0], "number phase buffer weeks progress");
    let phases = report["phases"].as_array().unwrap().iter();
    let phases: Vec<Value> = phases
        .map(|phase| json!([phase["number"], phase["weeks"], phase["buffer"]]))
        .collect();
    let buffer = json!({"from": "2027-02-08", "to": "2027-02-14"});
    assert_eq!(
        json!(phases),
        json!([
            [1, [1, 2], null],
            [2, [3, 4], null],
            [3, [5, 8], null],
            [4, [9, 12], null],
            [5, null, buffer]
        ])
    );
    assert_eq!(report["buffer"], Value::Null);
    let late = home.at("2027-02-10T11:00:00");
    assert_eq!(late.run(&["report", "--json"]).json()["buffer"], buffer);
    has(&report["topics"][0], "topic title progress");
    has(&report["progress"], "range baseline plan");
    has(&report["topics"][9]["progress"], TALLY);
    has(
        &report["pace"],
        "hundredths done_minutes due_minutes slots_behind slots_skipped",
    );
    has(
        &report["next"],
        "date week last_week title slots planned_minutes",
    );
    assert_eq!(
        report["range"],
        json!({"from": "2026-11-30", "to": "2026-12-06"})
    );
    let week = home.run(&["week", "--json"]).json();
    assert_eq!(
        week["weeks"],
        json!([{"week": 3, "title": "多模态基础与 CLIP 模型"}])
    );
    assert_eq!(week["days"].as_array().unwrap().len(), 5);
    let status = home.run(&["status", "--json"]).json();
    assert_eq!(
        (&status["now"]["id"], &status["left_minutes"]),
        (&json!("d08-1045"), &json!(60))
    );
    has(&home.run(&["next", "--json"]).json()["next"], SLOT);
}

/// The numbers of the slots that are left today, as a mark tells them.
fn left(answer: &Value) -> Vec<&Value> {
    let slots = answer["left_today"].as_array().unwrap().iter();
    slots.map(|slot| &slot["ordinal"]).collect()
}

#[test]
fn marks_tell_what_was_recorded_and_what_is_left() {
    let home = home();
    let done = home.run(&["done", "2", "--took", "80", "--json"]).json();
    has(&done, &format!("{HEAD} op recorded left_today"));
    has(
        &done["recorded"][0],
        "id op n t min sum again slot title at day dev",
    );
    assert_eq!(left(&done), [1, 3, 4]);
    let undo = home.run(&["undo", "--json"]).json();
    has(
        &undo,
        &format!("{HEAD} op recorded undone left_today followed"),
    );
    assert_eq!(undo["undone"], done["recorded"]);
    assert_eq!(left(&undo), [1, 2, 3, 4]);
    has(&undo["recorded"][0], "id op n t of at day dev");
    let log = home.run(&["log", "--json"]).json();
    let events = log["events"].as_array().unwrap();
    let live: Vec<Value> = events
        .iter()
        .map(|event| json!([event["t"], event["live"]]))
        .collect();
    assert_eq!(
        json!(live),
        json!([["begin", true], ["done", false], ["undo", true]])
    );
    let redo = home.run(&["redo", "--json"]).json();
    has(
        &redo,
        &format!("{HEAD} op recorded redone left_today followed"),
    );
    assert_eq!(redo["redone"], done["recorded"]);
    assert_eq!(left(&redo), [1, 3, 4]);
}

#[test]
fn a_skip_tells_whether_it_is_one_again() {
    let home = home();
    for again in [false, true] {
        let skip = home.run(&["skip", "2", "--json"]).json();
        let event = &skip["recorded"][0];
        has(event, "id op n t why sum again slot title at day dev");
        assert_eq!(event["again"], again);
        assert_eq!(left(&skip), [1, 3, 4]);
    }
}
