//! What `move`, `shift` and `off` warn of, and what they do not record twice; on the shipped plan
//! begun on 23 November 2026. Monday, 30 November is Day 8; the plan ends on Sunday, 7 February,
//! its time for catching up a week later.

use serde_json::{Value, json};

use crate::sandbox::Sandbox;

fn home() -> Sandbox {
    let home = Sandbox::new().at("2026-11-30T11:00:00");
    home.run(&["init", "--start", "2026-11-23"]).ok();
    home
}

/// The warnings, the same as text and in JSON; each names the command that reverts the move.
#[track_caller]
fn warns(args: &[&str], expected: &[&str]) {
    warns_in(&home(), args, expected);
}

#[track_caller]
fn warns_in(home: &Sandbox, args: &[&str], expected: &[&str]) {
    let lines = |text: &str| -> Vec<String> {
        let warnings = text
            .lines()
            .filter_map(|line| line.strip_prefix("warning: "));
        let cut = |line: &str| {
            line.strip_suffix("; `plan undo` reverts it")
                .unwrap()
                .to_owned()
        };
        warnings.map(cut).collect()
    };
    let said = home.run(args);
    let actual = lines(&said.stderr);
    said.ok();
    assert_eq!(actual, expected, "{args:?}");
    home.run(&["undo"]).ok();
    let found = home.run(&[args, &["--json"]].concat()).json();
    let listed: Vec<&str> = found["warnings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|w| w.as_str().unwrap())
        .collect();
    let listed: Vec<String> = listed
        .iter()
        .flat_map(|w| lines(&format!("warning: {w}")))
        .collect();
    assert_eq!(listed, expected, "{args:?}");
    assert_eq!(found["already_so"], json!(false), "{args:?}");
    home.run(&["undo"]).ok();
}

#[test]
fn a_move_to_where_it_may_not_be_meant_is_made_and_warned_of() {
    warns(&["move", "d08-1045", "today", "--at", "11:15"], &[]);
    warns(
        &["move", "d08-0900", "today", "--at", "09:30"],
        &[
            "d08-0900 多模态学习概述 starts today at 09:30, which has passed",
            "d08-0900 多模态学习概述 and d08-1045 CLIP 模型原理 overlap on Mon 30 Nov 2026",
        ],
    );
    warns(
        &["move", "d75-1400", "2027-03-01"],
        &["d75-1400 下一步 is on Mon 1 Mar 2027, after the plan's end on Sun 14 Feb 2027"],
    );
    warns(&["move", "d75-1400", "2027-02-14"], &[]);
    warns(
        &["move", "d75-1400", "2027-02-14", "--at", "03:30"],
        &["d75-1400 下一步 starts at 03:30 on Sun 14 Feb 2027, in the night after that day"],
    );
    warns(&["move", "d75-1400", "2027-02-14", "--at", "04:00"], &[]);
}

#[test]
fn a_night_that_the_plan_wants_is_not_warned_of() {
    let home = Sandbox::new().at("2026-11-30T11:00:00");
    let plan = "plan: stars\ntitle: Stars\ndays:\n\
        - {day: 1, slots: [{time: 03:00-03:30, title: Look}]}\n\
        - {day: 4, slots: [{time: 09:00-09:30, title: Tell}]}\n";
    home.file("stars.yaml", plan);
    home.run(&["init", "stars.yaml", "--start", "2026-12-01"])
        .ok();
    warns_in(&home, &["move", "d1.1", "today"], &[]);
    warns_in(
        &home,
        &["move", "d1.1", "2026-12-01", "--at", "02:00"],
        &["d01-0300 Look starts at 02:00 on Tue 1 Dec 2026, in the night after that day"],
    );
}

/// Day 8 is followed by the others of its week; of Day 9 the last begins on Tuesday at 15:45.
#[test]
fn a_move_out_of_the_order_of_the_plan_is_warned_of() {
    warns(
        &["move", "d08-0900", "sat"],
        &[
            "d08-0900 多模态学习概述 comes after d08-1045 CLIP 模型原理, which follows it in the plan",
        ],
    );
    warns(
        &["move", "d8", "sat"],
        &[
            "4 slots come after slots that follow them in the plan, among them d08-0900 多模态学习概述 after d09-0900 图像编码器优化",
        ],
    );
    warns(
        &["move", "d10-0900", "today", "--at", "18:00"],
        &[
            "d10-0900 模态融合技术 comes before d09-1545 评估与分析, which it follows in the plan",
            "Mon 30 Nov 2026 now has 7 h 30 min, its budget is 6 h",
        ],
    );
    // Done slots block nothing.
    let home = home();
    home.run(&["done", "d9", "d08-0900"]).ok();
    warns_in(
        &home,
        &["move", "d08-1545", "sat"],
        &[
            "d08-1545 CLIP 实践（二） comes after d10-0900 模态融合技术, which follows it in the plan",
        ],
    );
    home.run(&["done", "d10", "d11", "d12"]).ok();
    warns_in(&home, &["move", "d08-1545", "sat"], &[]);
}

/// Days 1 to 5 are of four slots each, but for the one of Day 2; the twelfth week is of 27.
#[test]
fn a_shift_is_warned_of_where_it_does_not_help() {
    warns(&["shift", "1w", "--from", "d13"], &[]);
    // The plan ends later then, as it is meant to.
    warns(&["shift", "2w", "--from", "d13"], &[]);
    warns(&["shift", "999w"], &[]);
    warns(
        &["shift", "1w"],
        &[
            "2 slots start today at times that have passed, among them d01-0900 PyTorch 基础 at 09:00",
        ],
    );
    let saturday = home().at("2026-12-05T08:00:00");
    warns_in(
        &saturday,
        &["shift", "1w"],
        &[
            "17 slots are on days that have passed, among them d01-0900 PyTorch 基础 on Mon 30 Nov 2026",
        ],
    );
    // Days 13 to 15, of topics E, G and I, are moved before Thursday, when Day 11 has its D and,
    // for the I of Day 15, its G; Day 16 begins with Day 11.
    warns(
        &["shift", "-1w", "--from", "d13"],
        &[
            "2 slots start today at times that have passed, among them d13-0900 预训练模型架构 at 09:00",
            "12 slots come before slots that they follow in the plan, among them d13-0900 预训练模型架构 before d11-0900 多模态数据增强",
            // Days 13 to 17 come on Days 8 to 12, of four slots each.
            "5 days are too full now, for example Mon 30 Nov 2026 with 12 h; its budget is 6 h",
            "20 pairs of slots overlap, among them d08-0900 多模态学习概述 and d13-0900 预训练模型架构 on Mon 30 Nov 2026",
        ],
    );
}

#[test]
fn move_to_a_rest_day_warns() {
    let home = home();
    home.run(&["off", "sun"]).ok();
    warns_in(
        &home,
        &["move", "d12-1545", "sun"],
        &["d12-1545 周总结与规划 is on Sun 6 Dec 2026, a rest day"],
    );
}

#[test]
fn repeated_move_records_nothing() {
    let home = home();
    let args = ["move", "d12-1545", "sun", "--at", "14:00"];
    let said =
        "d12-1545 周总结与规划  to Sun 6 Dec 2026 14:00-15:45 (planned for Fri 4 Dec 2026)\n";
    assert_eq!(home.run(&args).ok(), said);
    let before = home.journal("multimodal");
    let again = home.run(&args);
    assert_eq!(
        (&*again.stdout, &*again.stderr, again.code),
        (&*format!("unchanged: {said}"), "", 0)
    );
    let mut found = home.run(&[&args[..], &["--json"]].concat()).json();
    let actual = ["op", "recorded", "already_so", "warnings"].map(|name| found[name].take());
    assert_eq!(json!(actual), json!([null, [], true, []]));
    assert_eq!(home.journal("multimodal"), before);
    // Of several, those in place already are reported and not recorded again.
    let both = home.run(&["move", "d12", "sun"]).ok();
    let lines: Vec<&str> = both
        .lines()
        .map(|line| line.split(' ').next().unwrap())
        .collect();
    assert_eq!(lines, ["d12-0900", "d12-1045", "d12-1400", "unchanged:"]);
    // One undo takes back the step before the repetition.
    home.run(&["undo", "2"]).ok();
    let slot = home.run(&["show", "d12-1545", "--json"]).json();
    assert_eq!(slot["shown"][0]["slots"][0]["date"], json!("2026-12-04"));
}

#[test]
fn repeated_rest_records_nothing() {
    let home = home();
    let args = ["off", "2026-12-02..2026-12-04", "--why", "感冒"];
    let said = "rest on Wed 2 - Fri 4 Dec 2026: 感冒\n  12 slots, 18 h to reschedule\n";
    assert_eq!(home.run(&args).ok(), said);
    let before = home.journal("multimodal");
    assert_eq!(home.run(&args).ok(), format!("unchanged: {said}"));
    home.run(&["off", "2026-12-03", "--why", "感冒"]).ok();
    assert_eq!(home.journal("multimodal"), before);
    // Another reason, or another day, is news.
    for other in [
        ["off", "2026-12-03", "--why", "好多了"],
        ["off", "2026-12-05", "--why", "感冒"],
    ] {
        let found = home.run(&[&other[..], &["--json"]].concat()).json();
        assert_eq!(found["already_so"], json!(false), "{other:?}");
    }
}

#[test]
fn json_of_off_lists_stranded_slots() {
    let home = home();
    home.run(&["done", "d10-0900"]).ok();
    let args = ["off", "2026-12-02..2026-12-03", "--json"];
    let stranded = |found: Value| json!([found["stranded"], found["warnings"]]);
    let ids = [
        "d10-1045", "d10-1400", "d10-1545", "d11-0900", "d11-1045", "d11-1400", "d11-1545",
    ];
    let expected = json!([{"count": 7, "planned_minutes": 630, "slots": ids}, []]);
    assert_eq!(stranded(home.run(&args).json()), expected);
    assert_eq!(stranded(home.run(&args).json()), expected, "unchanged");
    let none = json!({"count": 0, "planned_minutes": 0, "slots": []});
    let cancelled = home.run(&[&args[..], &["--cancel"]].concat()).json();
    assert_eq!(stranded(cancelled), json!([none, []]));
    let late = home.run(&["off", "2027-02-15", "--json"]).json();
    let warning =
        "Mon 15 Feb 2027 is after the plan's end on Sun 14 Feb 2027; `plan undo` reverts it";
    assert_eq!(stranded(late), json!([none, [warning]]));
    assert_eq!(
        home.run(&["off", "2027-02-16"])
            .stderr
            .lines()
            .next()
            .unwrap(),
        format!("warning: {}", warning.replace("Mon 15", "Tue 16"))
    );
}

#[test]
fn date_out_of_range_differs_from_invalid_date() {
    let home = home();
    assert_eq!(
        home.run(&["move", "d08-1045", "9999-12-31"]).fails(2),
        "error: `9999-12-31` is out of range\nhint: years from 1900 to 9000 are accepted\n"
    );
    let said = home.run(&["off", "2026-12-32"]).fails(2);
    assert!(
        said.starts_with("error: invalid date `2026-12-32`\n"),
        "{said}"
    );
}

/// Two weeks of two evenings of an hour; a budget of an hour and a half.
const EVENINGS: &str = "\
plan: evenings
title: Evenings
time_budget: {weekday: 1h30m, weekend: 1h}
weeks:
  - days:
      - {weekday: mon, slots: [{time: 19:00-20:00, title: a}]}
      - {weekday: tue, slots: [{time: 19:00-20:00, title: b}]}
      - {weekday: wed, slots: [{time: 19:00-20:00, title: c}]}
      - {weekday: thu, slots: [{time: 19:00-20:00, title: d}]}
  - days:
      - {weekday: mon, slots: [{time: 19:00-20:00, title: e}]}
      - {weekday: tue, slots: [{time: 19:00-20:00, title: f}]}
      - {weekday: wed, slots: [{time: 19:00-20:00, title: g}]}
      - {weekday: thu, slots: [{time: 19:00-20:00, title: h}]}
";

#[test]
fn a_shift_warns_of_full_days_and_overlaps_like_a_move() {
    let home = Sandbox::new().at("2026-09-07T08:00:00");
    home.file("evenings.yaml", EVENINGS);
    home.run(&["init", "evenings.yaml", "--start", "2026-09-07"])
        .ok();
    warns_in(
        &home,
        &["shift", "-1w", "--from", "d5"],
        &[
            "4 days are too full now, for example Mon 7 Sep 2026 with 2 h; its budget is 1 h 30 min",
            "4 pairs of slots overlap, among them d01-1900 a and d05-1900 e on Mon 7 Sep 2026",
        ],
    );
    warns_in(
        &home,
        &["shift", "-1w", "--from", "d8"],
        &[
            "d08-1900 h comes before d07-1900 g, which it follows in the plan",
            "Thu 10 Sep 2026 now has 2 h, its budget is 1 h 30 min",
            "d04-1900 d and d08-1900 h overlap on Thu 10 Sep 2026",
        ],
    );
}
