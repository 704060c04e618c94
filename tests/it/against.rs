//! `check --against`, and what `init` and `doctor --relink` make of an edited plan.

use serde_json::json;

use crate::sandbox::Sandbox;

pub const PLAN: &str = "\
plan: small
title: 小计划
days:
  - day: 1
    weekday: mon
    slots:
      - {time: 09:00-10:00, title: 卷积, items: [手算一遍, 写成代码]}
      - {time: 10:00-11:00, title: 注意力机制, items: [画图]}
      - {time: 11:00-12:00, title: Attention in code, items: [写成代码]}
  - day: 2
    weekday: tue
    slots:
      - {time: 09:00-10:00, title: 复习}
      - {time: 10:00-11:00, title: 复习}
      - {time: 11:00-12:00, title: 测验, items: [十题]}
      - {time: 12:00-13:00, title: 讨论, items: [两人一组]}
";

/// 卷积 is renamed, 注意力机制 moved, Attention in code holds more, the first 复习 and 测验 are
/// gone, 讨论 is gone too, and 阅读 is new.
pub const EDITED: &str = "\
plan: small
title: 小计划
days:
  - day: 1
    weekday: mon
    slots:
      - {time: 09:00-10:00, title: 卷积（修订）, items: [手算一遍, 写成代码]}
      - {time: 11:00-12:00, title: Attention in code, items: [写成代码, 测速]}
      - {time: 14:00-15:00, title: 注意力机制, items: [画图]}
  - day: 2
    weekday: tue
    slots:
      - {time: 10:30-11:00, title: 复习}
      - {time: 12:00-13:00, title: 阅读, items: [一章]}
";

pub fn home() -> Sandbox {
    let home = Sandbox::new().at("2026-12-08T20:00:00");
    home.file("plan.yaml", PLAN);
    home.file("edited.yaml", EDITED);
    home.run(&["init", "plan.yaml", "--start", "2026-12-07"])
        .ok();
    home.run(&["done", "d1", "d02-0900", "--date", "2026-12-07"])
        .ok();
    home.run(&["skip", "d02-1100", "--why", "会了"]).ok();
    home
}

const LAID_BESIDE: &str = "\
edited.yaml compared with plan.yaml
  slots and deliverables: 0 kept, 2 renamed, 2 orphaned, 1 changed, 2 added, 2 removed

renamed  marks move with them
 ✓  d01-0900  卷积        now 卷积（修订）  same content
 ✓  d01-1000  注意力机制  now d01-1400      same title

orphaned  no certain successor; marks are kept, but do not count
 ✓  d02-0900  复习
 –  d02-1100  测验

changed  same slot, other content; what is done stays done
 ✓  d01-1100  Attention in code  done on Mon 7 Dec 2026

added
    d02-1030  复习
    d02-1200  阅读

removed  without marks
    d02-1000  复习
    d02-1200  讨论
";

#[track_caller]
pub fn same(home: &Sandbox, shown: &str, expected: &str) {
    let folder = format!("{}/", home.home().display());
    assert_eq!(shown.replace(&folder, ""), expected);
}

#[test]
fn edited_plan_is_compared_before_it_is_followed() {
    let home = home();
    let before = home.journal("small");
    let shown = home.run(&["check", "--against", "edited.yaml"]);
    let hint = "hint: `plan init edited.yaml` follows it and moves the marks\n";
    assert_eq!(shown.stderr, hint);
    same(&home, &shown.ok(), LAID_BESIDE);
    assert_eq!(home.journal("small"), before);
    let strict = ["check", "--against", "edited.yaml", "--strict"];
    assert_eq!(home.run(&strict).fails(1), hint);
    home.run(&["check", "--against", "plan.yaml", "--strict"])
        .ok();
}

#[test]
fn json_reports_the_same() {
    let home = home();
    let mut found = home
        .run(&["check", "--against", "edited.yaml", "--json"])
        .json();
    let found = found.as_object_mut().unwrap();
    found.retain(|name, _| {
        ![
            "schema_version",
            "generated_at",
            "study_date",
            "start",
            "started",
        ]
        .contains(&name.as_str())
    });
    let named = |id: &str, title: &str, marked: Option<&str>| json!({"slot": id, "title": title, "marked": marked});
    let lost = |id: &str, title: &str, marked: &str| json!({"slot": id, "title": title, "marked": marked, "perhaps": []});
    let became = |from: &str, title: &str, to: &str, now: &str, by: &str| json!({"from": from, "title": title, "marked": "done", "to": to, "to_title": now, "by": by, "content_changed": by == "unchanged"});
    let code = "Attention in code";
    assert_eq!(
        json!(found),
        json!({
            "plan": "small",
            "against": "edited.yaml",
            "kept": 0,
            "renamed": [
                became("d01-0900", "卷积", "d01-0900", "卷积（修订）", "same content"),
                became("d01-1000", "注意力机制", "d01-1400", "注意力机制", "same title"),
            ],
            "orphaned": [
                lost("d02-0900", "复习", "done"),
                lost("d02-1100", "测验", "skipped"),
            ],
            "changed": [became("d01-1100", code, "d01-1100", code, "unchanged")],
            "added": [named("d02-1030", "复习", None), named("d02-1200", "阅读", None)],
            "removed": [named("d02-1000", "复习", None), named("d02-1200", "讨论", None)],
        })
    );
}

#[test]
fn following_it_takes_the_marks_along_and_one_undo_gives_them_back() {
    let home = home();
    let begun = home.run(&["init", "edited.yaml"]).ok();
    let expected = "\
小计划 is now followed; it began on Mon 7 Dec 2026, and its marks are kept
  its last day is Tue 8 Dec 2026
  d01-0900 卷积 is now 卷积（修订）; its marks move with it
  d01-1000 注意力机制 is now d01-1400; its marks move with it
  d02-0900 复习 has no certain successor: its marks are kept, but do not count
  d02-1100 测验 has no certain successor: its marks are kept, but do not count
";
    same(&home, &begun, expected);
    let doctor = home.run(&["doctor", "--json"]).json();
    let orphans: Vec<_> = doctor["orphans"].as_array().unwrap().iter().collect();
    let actual: Vec<_> = orphans.iter().map(|o| (&o["slot"], &o["why"])).collect();
    assert_eq!(
        json!(actual),
        json!([["d02-0900", "gone"], ["d02-1100", "gone"]])
    );
    let done =
        |home: &Sandbox| home.run(&["report", "--json"]).json()["progress"]["plan"]["done"].clone();
    assert_eq!(done(&home), json!(3));
    // Following it once more changes nothing.
    let before = home.journal("small");
    home.run(&["init", "edited.yaml"]).ok();
    assert_eq!(home.journal("small"), before);
    home.run(&["undo"]).ok();
    home.run(&["init", "plan.yaml"]).ok();
    assert_eq!(home.run(&["doctor", "--json"]).json()["orphans"], json!([]));
    assert_eq!(done(&home), json!(4));
}

#[test]
fn what_was_done_and_holds_something_else_is_flagged_and_stays_done() {
    let home = home();
    home.file("plan.yaml", EDITED);
    let shown = home.run(&["show", "d01-1100"]).ok();
    let expected = "\
✓ Attention in code                                                                         d01-1100
  Mon 7 Dec · Day 1 Mon · 11:00-12:00 · 1 h · done
    - 写成代码
    - 测速
  done on Mon 7 Dec 2026
  changed since it was done on Mon 7 Dec 2026; still done; `plan done d01-1100` accepts the change
";
    same(&home, &shown, expected);
    let json = home.run(&["show", "d01-1100", "--json"]).json();
    let slot = &json["shown"][0]["slots"][0];
    assert_eq!(
        (&slot["status"], &slot["content_changed"]),
        (&json!("done"), &json!(true))
    );
    let flagged = |home: &Sandbox| {
        let doctor = home.run(&["doctor"]).ok();
        let lines = doctor
            .lines()
            .skip_while(|line| !line.starts_with(" changed"));
        let lines = lines.take_while(|line| !line.starts_with(" found"));
        lines.collect::<Vec<_>>().join("\n")
    };
    let expected = " changed  d01-1100 Attention in code changed since it was done on Mon 7 Dec 2026; still done; `plan\n          done d01-1100` accepts the change";
    assert_eq!(flagged(&home), expected);
    home.run(&["done", "d01-1100"]).ok();
    assert_eq!(flagged(&home), "");
}

#[test]
fn a_plan_edited_in_its_own_file_is_relinked_where_it_is_certain() {
    let home = home();
    home.file("plan.yaml", EDITED);
    let marks = |args: &[&str]| {
        let doctor = home.run(args).ok();
        let lines = doctor
            .lines()
            .skip_while(|line| !line.starts_with(" device"));
        let lines = lines
            .skip(1)
            .take_while(|line| !line.starts_with(" changed"));
        lines.collect::<Vec<_>>().join("\n")
    };
    let expected = " marks    d01-0900 卷积 is now called 卷积（修订）; its marks count
          d02-0900 复习 has no certain successor; its marks are kept, but do not count
          d02-1100 测验 has no certain successor; its marks are kept, but do not count";
    assert_eq!(marks(&["doctor"]), expected);
    let expected = " relinked d01-0900 卷积 is now 卷积（修订）
 relinked d01-1000 注意力机制 is now d01-1400
 marks    d02-0900 复习 has no certain successor; its marks are kept, but do not count
          d02-1100 测验 has no certain successor; its marks are kept, but do not count";
    assert_eq!(marks(&["doctor", "--relink"]), expected);
    let before = home.journal("small");
    home.run(&["doctor", "--relink"]).ok();
    assert_eq!(home.journal("small"), before);
}

#[test]
fn a_mark_on_a_renamed_slot_takes_the_earlier_ones_over() {
    let home = home();
    home.file("plan.yaml", EDITED);
    home.run(&["note", "d01-0900", "再看一遍"]).ok();
    let slot = home.run(&["show", "d01-0900", "--json"]).json()["shown"][0]["slots"][0].clone();
    assert_eq!(
        (&slot["status"], slot["remarks"].as_array().unwrap().len()),
        (&json!("done"), 1)
    );
    let orphans = home.run(&["doctor", "--json"]).json()["orphans"].clone();
    assert!(!orphans.to_string().contains("d01-0900"), "{orphans}");
    home.run(&["undo"]).ok();
    let orphans = home.run(&["doctor", "--json"]).json()["orphans"].clone();
    assert_eq!(
        orphans[0],
        json!({
            "slot": "d01-0900", "title": "卷积", "why": "retitled", "now": "卷积（修订）",
        })
    );
}

#[test]
fn only_versions_of_one_plan_are_compared() {
    let home = home();
    home.file("other.yaml", PLAN.replace("plan: small", "plan: other"));
    let said = home.run(&["check", "--against", "other.yaml"]).fails(2);
    let hint = "hint: only versions of one plan can be compared: they all have the id `small`\n";
    assert_eq!(
        said,
        format!("error: other.yaml is the plan `other`, not `small`\n{hint}")
    );
    home.file("broken.yaml", PLAN.replace("09:00-10:00", "09:00"));
    let said = home.run(&["check", "--against", "broken.yaml"]).fails(65);
    assert!(said.contains("broken.yaml:7:16"), "{said}");
    home.run(&["check", "--against", "none.yaml"]).fails(66);
    home.run(&["check", "plan.yaml", "--against", "edited.yaml"])
        .fails(2);
}
