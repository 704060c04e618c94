//! Warnings that the plan file allows: by rule and place, with a reason, each of them.

use std::collections::BTreeSet;

use crate::errors::{WARNINGS, case};
use crate::sandbox::Sandbox;

#[test]
fn strict_lets_a_warning_fail_and_all_shows_what_is_allowed() {
    let home = Sandbox::new();
    let gap = case("warn-gap").put(&home);
    home.run(&["check", &gap]).ok();
    assert_eq!(home.run(&["check", "--strict", &gap]).code, 1);
    let text = std::fs::read_to_string(home.home().join(&gap)).unwrap();
    let allowed = format!("{text}allow: [{{rule: gap, at: d1, why: 周末休息}}]\n");
    home.file("allowed.yaml", allowed);
    home.run(&["check", "--strict", "allowed.yaml"]).ok();
    let json = home.run(&["check", "--json", "allowed.yaml"]).json();
    assert_eq!(json["warnings"], serde_json::json!([]));
    let found = (&json["allowed"][0]["name"], &json["allowed"][0]["allowed"]);
    assert_eq!(found, (&"gap".into(), &"周末休息".into()));
}

#[test]
fn what_is_allowed_is_counted_and_shown_by_all() {
    let home = Sandbox::new();
    let name = case("warn-long-slot-one-of-two-allowed").put(&home);
    let out = home.run(&["check", "--all", &name]).ok();
    let expected = "\
warning[long-slot]: the slot takes 2 h 30 min; more than 2 h without a break is too long
  --> warn-long-slot-one-of-two-allowed.yaml:10:27
   |
10 |       - {title: 写作, time: 14:00-16:30}
   |                             ^^^^^^^^^^^
   |
   = help: split it, with a break in between; to accept it: `allow: [{rule: long-slot, at: d01-1400, why: ...}]`

warning[long-slot]: the slot takes 3 h; more than 2 h without a break is too long
 --> warn-long-slot-one-of-two-allowed.yaml:9:27
  |
9 |       - {title: 讲座, time: 09:00-12:00}
  |                             ^^^^^^^^^^^
  |
  = help: split it, with a break in between; to accept it: `allow: [{rule: long-slot, at: d01-0900, why: ...}]`

   allowed: 观看一场讲座

warn-long-slot-one-of-two-allowed.yaml: 1 week, 1 day, 2 slots, 0 resources, 0 topics; no errors, 1
  warning, 1 allowed
";
    assert_eq!(out, expected);
    assert_eq!(home.run(&["check", "--strict", &name]).code, 1);
}

#[test]
fn a_slot_before_the_configured_start_of_the_day_gets_a_warning() {
    let home = Sandbox::new();
    let name = case("warn-before-day-start").put(&home);
    let summary = "warn-before-day-start.yaml: 1 week, 1 day, 2 slots, 0 resources, 0 topics; no \
                   errors, no warnings\n";
    home.file(".config/plan/config.yaml", "day_starts_at: 03:30\n");
    assert_eq!(home.run(&["check", &name]).ok(), summary);
    home.file(".config/plan/config.yaml", "day_starts_at: 03:31\n");
    let expected = "\
warning[before-day-start]: the slot begins at 03:30, before the study day does (03:31), so it comes in the night after
 --> warn-before-day-start.yaml:8:27
  |
8 |       - {title: 写作, time: 03:30-05:00}
  |                             ^^^^^^^^^^^
  |
  = help: for the morning, set `day_starts_at: 03:30` in the configuration; to accept it: `allow: [{rule: before-day-start, at: d01-0330, why: ...}]`

warn-before-day-start.yaml: 1 week, 1 day, 2 slots, 0 resources, 0 topics; no errors, 1 warning
";
    assert_eq!(home.run(&["check", &name]).ok(), expected);
}

/// Each warning's bad plan, an entry of `allow` that accepts what is found there, and how often.
const ALLOWED: [(&str, &str, usize); 15] = [
    (
        "warn-over-budget",
        "{rule: over-budget, at: d1, why: 忙}",
        1,
    ),
    (
        "warn-under-budget",
        "{rule: under-budget, at: d01, why: 闲}",
        1,
    ),
    (
        "warn-before-day-start",
        "{rule: before-day-start, at: d1.2, why: 夜里}",
        1,
    ),
    ("warn-long-slot", "{rule: long-slot, at: d1.2, why: 长}", 1),
    (
        "warn-topic-before-prerequisite",
        "{rule: topic-before-prerequisite, at: B, why: 先试}",
        1,
    ),
    (
        "warn-topic-unscheduled",
        "{rule: topic-unscheduled, at: B, why: 以后}",
        1,
    ),
    (
        "warn-span-differs",
        "{rule: span-differs, at: p1, why: 约}",
        1,
    ),
    ("warn-gap", "{rule: gap, at: d1, why: 周末}", 1),
    (
        "warn-rest-day",
        "{rule: rest-day, at: d1, why: 周日也行}",
        1,
    ),
    ("warn-link-wrong", "{rule: link-wrong, at: a, why: 知道}", 1),
    (
        "warn-link-mismatch",
        "{rule: link-mismatch, at: a, why: 知道}",
        1,
    ),
    (
        "warn-link-not-found",
        "{rule: link-not-found, at: a, why: 知道}",
        1,
    ),
    (
        "warn-resource-unused",
        "{rule: resource-unused, at: a, why: 备用}",
        1,
    ),
    (
        "warn-milestone-late",
        "{rule: milestone-late, at: m1, why: 约}",
        1,
    ),
    (
        "warn-allow-unused",
        "{rule: allow-unused, at: a1, why: 旧}, {rule: allow-unused, at: a3, why: 旧}",
        3,
    ),
];

#[test]
fn every_rule_can_be_allowed_by_its_place() {
    let rules = ALLOWED.map(|(stem, _, _)| stem.strip_prefix("warn-").unwrap());
    assert_eq!(BTreeSet::from(rules), BTreeSet::from(WARNINGS));
    for (stem, entries, count) in ALLOWED {
        let home = Sandbox::new();
        let name = case(stem).put(&home);
        assert_eq!(home.run(&["check", "--strict", &name]).code, 1, "{stem}");
        let text = std::fs::read_to_string(home.home().join(&name)).unwrap();
        // A plan that has an `allow` takes the entries after those it has.
        let lines = entries.replace("}, {", "}\n  - {");
        let allowed = if text.contains("allow:\n") {
            text.replace("days:\n", &format!("  - {lines}\ndays:\n"))
        } else {
            format!("{text}allow:\n  - {lines}\n")
        };
        home.file("allowed.yaml", allowed);
        let out = home.run(&["check", "--strict", "allowed.yaml"]).ok();
        let actual = format!("; no errors, no warnings, {count} allowed");
        let line = out.replace("\n  ", " ");
        assert!(line.trim_end().ends_with(&actual), "{stem}: {out}");
    }
}
