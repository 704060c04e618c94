//! The plan as a whole, and the reminders that are seen once a week.

use serde_json::json;

use crate::sandbox::Sandbox;

/// Mondays and Saturdays of two weeks: 2 h, 3 h, 4 h and 3 h. Budgets are 2 h to 3 h, and 2 h.
const PLAN: &str = "\
plan: p
title: Reading
language: en
direction: Books
duration: two weeks
goal: Read two books
time_budget: {weekday: 2h-3h, weekend: 2h, verbatim: a few hours}
rest: [sun]
front_matter: {tags: [books, fun]}
roadmap:
  topics: {A: {title: Novels}, B: {title: Poems, after: [A]}}
  stages:
    - {title: Beginning, span: week 1, topics: [A]}
    - {title: End, topics: [B]}
  notes: [Prose first]
milestones:
  - {title: Half, due: 1 week, goals: [{text: G, by: [A]}, {text: H, by: [B]}], notes: [or a day later]}
reminders:
  - Sit straight
  - {text: Drink, scope: every hour}
  - {text: Slowly, scope: Second}
  - {text: Aloud, scope: End}
artifacts: [{line: 9, text: the end}]
notes: [Any edition]
editor_notes: [{line: 2, text: which books?}]
phases:
  - title: First
    weeks:
      - week: 1
        days:
          - {day: 1, weekday: mon, slots: [{title: plan, duration: 2h, topic: A}]}
          - {day: 2, weekday: sat, slots: [{title: Chapter 1, duration: 3h, topic: A}]}
  - title: Second
    weeks:
      - week: 2
        days:
          - {day: 3, weekday: mon, slots: [{title: Rest of it, duration: 4h, topic: A}]}
          - {day: 4, weekday: sat, slots: [{title: Poems of all kinds, duration: 3h, topic: B}]}
";

fn home(plan: &str) -> Sandbox {
    let home = Sandbox::new()
        .at("2026-11-30T08:00:00")
        .env("COLUMNS", "80");
    home.file("p.yaml", plan);
    home.run(&["init", "p.yaml", "--start", "2026-11-30"]).ok();
    home
}

#[test]
fn the_plan_as_a_whole_is_shown_by_its_title_id_or_word() {
    let home = home(&PLAN.replace("title: plan", "title: Foreword"));
    let shown = "\
Reading                                            ────────── 0/4  4 slots, 12 h
  Books · two weeks · Mon 30 Nov - Sat 12 Dec 2026

 goal     Read two books
 budget   a few hours
          Mon to Fri: 2 h to 3 h a day; planned 3 h on average, 4 h at most; 1
          of 2 days over it
          Sat and Sun: 2 h a day; planned 3 h on average, 3 h at most; 2 of 2
          days over it
 rest     Sun

Reminders
  - Sit straight
  - every hour: Drink

Stages of the roadmap
  Beginning  week 1 · A Novels  ────────── 0/3
  End        B Poems            ────────── 0/1
  - End: Aloud
  note: Prose first

Phases
  First   week 1  ────────── 0/2
  Second  week 2  ────────── 0/2
  - Second: Slowly

Milestones
  Half  due Mon 7 Dec 2026 · 0 of 2 goals reached
    note: or a day later

  note: Any edition
";
    for name in ["plan", "Plan", "计划", "p", "Reading"] {
        assert_eq!(home.run(&["show", name]).ok(), shown, "{name}");
    }
    assert_eq!(
        home.run(&["show", "plan", "--editor-notes"]).ok(),
        format!(
            "{shown}  editor, line 2: which books?\n  source: tags: books, fun\n  \
             source, line 9: the end\n"
        )
    );
}

#[test]
fn milestones_and_roadmap_have_their_notes() {
    let home = home(PLAN);
    assert_eq!(
        home.run(&["milestones"]).ok(),
        "\
Half                                                          due Mon 7 Dec 2026
  note: or a day later
  · G
    ──────────────── 0/3   by A Novels
  · H
    ──────────────── 0/1   by B Poems
"
    );
    let drawing = home.run(&["roadmap"]).ok();
    let lines: Vec<&str> = drawing.lines().collect();
    assert_eq!(lines[lines.len() - 2..], ["", "  note: Prose first"]);
}

#[test]
fn a_title_wins_over_the_word() {
    let home = home(PLAN);
    let slot = "  plan                                                                     d01-1
  Mon 30 Nov · Day 1 Mon · 2 h · A Novels · open
";
    assert_eq!(home.run(&["show", "plan"]).ok(), slot);
    let whole = home.run(&["show", "Reading", "--json"]).json();
    assert_eq!(whole["shown"][0]["plan"]["goal"], "Read two books");
    home.run(&["done", "plan"]).ok();
}

#[test]
fn only_show_takes_the_plan_as_a_whole() {
    let home = home(&PLAN.replace("title: plan", "title: Foreword"));
    assert_eq!(
        home.run(&["done", "plan"]).fails(2),
        "error: nothing in the plan matches `plan`\n\
         hint: a target is a number shown by `plan today`, a start time, an id (d08-1045, d8.2, d8, w5, p1, A) or part of a title\n"
    );
    assert_eq!(
        home.run(&["shift", "1w", "--from", "plan"]).fails(2),
        "error: `plan` has no date\n\
         hint: give a slot, a day (d13), a week (w5), a phase (p3) or a date\n"
    );
}

#[test]
fn json_has_what_the_plan_uses_of_its_budget() {
    let home = home(PLAN);
    let shown = home.run(&["show", "p", "--json"]).json();
    let plan = &shown["shown"][0]["plan"];
    assert_eq!(
        plan["time_budget"],
        json!({
            "verbatim": "a few hours",
            "weekday": {
                "low_minutes": 120, "high_minutes": 180, "days": 2, "days_over": 1,
                "average_minutes": 180, "most_minutes": 240,
            },
            "weekend": {
                "low_minutes": 120, "high_minutes": 120, "days": 2, "days_over": 2,
                "average_minutes": 180, "most_minutes": 180,
            },
        })
    );
    assert_eq!(
        [&plan["first_date"], &plan["last_date"], &plan["rest"]],
        [&json!("2026-11-30"), &json!("2026-12-12"), &json!(["sun"])]
    );
    assert_eq!(
        plan["stages"][1]["reminders"],
        json!([{"text": "Aloud", "scope": "End"}])
    );
    assert_eq!(
        plan["editor_notes"],
        json!([{"line": 2, "text": "which books?"}])
    );
}

/// The texts of the reminders that `today` has on a date.
fn reminders(home: &Sandbox, date: &str) -> Vec<String> {
    let today = home.run(&["today", date, "--json"]).json();
    let found = today["reminders"].as_array().unwrap().iter();
    found
        .map(|one| one["text"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn reminders_are_seen_on_the_first_study_day_of_a_week() {
    let home = home(PLAN);
    let always = ["Sit straight", "Drink"];
    assert_eq!(reminders(&home, "2026-11-30"), always);
    assert_eq!(reminders(&home, "2026-12-05"), [""; 0]);
    // The second phase; its Monday is of the first stage of the roadmap.
    assert_eq!(
        reminders(&home, "2026-12-07"),
        ["Sit straight", "Drink", "Slowly"]
    );
    assert_eq!(reminders(&home, "2026-12-12"), [""; 0]);
    // With Monday off, Saturday comes first.
    home.run(&["off", "2026-12-07"]).ok();
    assert_eq!(reminders(&home, "2026-12-07"), [""; 0]);
    assert_eq!(
        reminders(&home, "2026-12-12"),
        ["Sit straight", "Drink", "Slowly", "Aloud"]
    );
}

#[test]
fn today_shows_them_in_both_languages_also_from_its_card() {
    let home = home(PLAN);
    let english = "\
Reading                                                          Mon 30 Nov 2026
Day 1 Mon · Week 1 · phase 1/2         week ────────── 0/2   plan ────────── 0/4

      time  slot  to do
   1  2 h   plan

 reminder Sit straight
          every hour: Drink
";
    assert_eq!(home.run(&["today"]).ok(), english);
    home.run(&["note", "1", "hm"]).ok();
    assert_eq!(home.run(&["today"]).ok(), english);
    assert_eq!(
        home.run(&["today", "--lang", "zh"]).ok(),
        "\
Reading                                                      2026年11月30日 周一
第1天 · 第1周 · 第1阶段（共 2 个）     当周 ────────── 0/2   计划 ────────── 0/4

      时间    时段  内容
   1  2 小时  plan

 提醒     Sit straight
          every hour: Drink
"
    );
}
