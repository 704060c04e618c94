//! Beginning: without any set-up, by the first mark, by `init`; and where things are kept.

use std::path::Path;

use chrono::NaiveDate;

use crate::sandbox::Sandbox;

/// Every file and folder below `dir`, but for the cache, which may be rebuilt.
fn files(dir: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.ends_with(".cache") {
            continue;
        }
        found.push(path.display().to_string());
        if path.is_dir() {
            found.extend(files(&path));
        }
    }
    found
}

/// Whether a start is recorded, and which start is reckoned with.
fn start(home: &Sandbox) -> (bool, String) {
    let json = home.run(&["today", "--json"]).json();
    let start = json["start"].as_str().unwrap().to_owned();
    (json["started"].as_bool().unwrap(), start)
}

/// Types and start dates of all that is in the journal.
fn begins(home: &Sandbox) -> Vec<String> {
    let said = |event: &serde_json::Value| {
        let what = event["start"].as_str().or(event["slot"].as_str());
        format!(
            "{} {}",
            event["t"].as_str().unwrap(),
            what.unwrap_or_default()
        )
    };
    home.events().iter().map(said).collect()
}

#[test]
fn questions_leave_no_trace() {
    let home = Sandbox::new().at("2026-11-26T11:00:00");
    for args in [
        &[][..],
        &["today"],
        &["tomorrow"],
        &["next"],
        &["week"],
        &["show", "2"],
        &["report"],
        &["log"],
        &["status"],
        &["status", "--short"],
        &["check"],
        &["doctor"],
        &["export", "--format", "yaml"],
        &["export", "--format", "json"],
        &["export", "--json"],
        &["help"],
    ] {
        home.run(args).ok();
        assert_eq!(files(home.home()), [""; 0], "{args:?}");
    }
}

#[test]
fn what_is_refused_leaves_no_trace() {
    let home = Sandbox::new().at("2026-11-26T11:00:00");
    for args in [
        &["undo"][..],
        &["redo"],
        &["done", "99"],
        &["skip", "nosuch"],
    ] {
        home.run(args).fails(2);
        assert_eq!(files(home.home()), [""; 0], "{args:?}");
    }
}

#[test]
fn plan_alone_is_plan_today() {
    let home = Sandbox::new().at("2026-11-26T11:00:00");
    let none: [&str; 0] = [];
    assert_eq!(home.run(&none).ok(), home.run(&["today"]).ok());
}

#[test]
fn before_the_start_the_first_day_is_a_preview() {
    let home = Sandbox::new().at("2026-11-26T11:00:00");
    let json = home.run(&["today", "--json"]).json();
    assert_eq!(json["kind"], "before");
    let slots = json["days"][0]["slots"].as_array().unwrap();
    let seen: Vec<(&str, &str, bool)> = slots
        .iter()
        .map(|s| {
            (
                s["id"].as_str().unwrap(),
                s["date"].as_str().unwrap(),
                s["now"].as_bool().unwrap(),
            )
        })
        .collect();
    let monday = "2026-11-30";
    assert_eq!(
        seen,
        [
            ("d01-0900", monday, false),
            ("d01-1045", monday, false),
            ("d01-1400", monday, false),
            ("d01-1545", monday, false)
        ]
    );
    let text = home.run(&["today"]).ok();
    let said = "Not started yet: the first mark, or `plan init`, sets the start to Mon 30 Nov 2026. A preview:";
    assert_eq!(text.lines().nth(1), Some(said));
}

/// What `today` says of other plans.
const CHOOSE: &str = "hint: this is a shipped plan; `plan init rust-in-four-weeks` follows the other \
                      one, `plan init FILE` your own (`plan help plan-file`)\n";

#[test]
fn the_first_screen_names_other_plans() {
    let out = Sandbox::new().at("2026-11-26T11:00:00").run(&["today"]);
    assert_eq!(
        out.stdout,
        "\
多模态深度学习研究方向学习规划                                                       Thu 26 Nov 2026
Not started yet: the first mark, or `plan init`, sets the start to Mon 30 Nov 2026. A preview:
Day 1 周一 · Week 1 PyTorch 与深度学习基础 · phase 1/4                         plan ────────── 0/280

      time         slot          to do
   1  09:00-10:30  PyTorch 基础  练习项目：实现基础张量操作
   2  10:45-12:00  自动求导机制  练习项目：实现简单神经网络
   3  14:00-15:30  神经网络基础  实践项目：手写数字识别
   4  15:45-17:30  项目实践      目标：完成数据加载和模型定义

 read     1 课程 PyTorch 官方教程第 1 章  suggested:
            https://docs.pytorch.org/tutorials/beginner/blitz/tensor_tutorial.html
          1 文档 PyTorch 张量操作文档  suggested: https://docs.pytorch.org/docs/stable/tensors.html
          1 博客 PyTorch 入门指南  suggested:
            https://docs.pytorch.org/tutorials/beginner/basics/intro.html
          and 2 more: `plan show 2026-11-30`
"
    );
    let mark = "hint: `plan done 1` marks it done ahead of time\n";
    assert_eq!(out.stderr, format!("{mark}{CHOOSE}"));
}

#[test]
fn only_the_first_screen_names_other_plans() {
    let home = || Sandbox::new().at("2026-11-26T11:00:00");
    for args in [
        &["today", "--json"][..],
        &["today", "--format", "md"],
        &["today", "--date", "mon"],
        &["today", "--plan", "multimodal"],
        &["tomorrow"],
        &["week"],
        &["next"],
    ] {
        let out = home().run(args);
        assert!(!out.stderr.contains("plan init"), "{out}");
    }
    for first in [
        &["done", "1"][..],
        &["skip", "1"],
        &["init"],
        &["init", "multimodal"],
    ] {
        let home = home();
        home.run(first).ok();
        let out = home.run(&["today"]);
        assert!(!out.stderr.contains("plan init"), "{out}");
        home.run(&["undo"]).ok();
        let again = home.run(&["today"]).stderr.ends_with(CHOOSE);
        assert_eq!(again, first != ["init", "multimodal"], "{first:?}");
    }
}

#[test]
fn the_first_mark_records_the_start_and_undo_takes_it_back() {
    let home = Sandbox::new().at("2026-11-26T11:00:00");
    assert_eq!(start(&home), (false, "2026-11-30".to_owned()));
    let said = home.run(&["done", "1"]).ok();
    assert_eq!(
        said,
        "the plan begins on Mon 30 Nov 2026\n\
         ✓ d01-0900 PyTorch 基础   planned 1 h 30 min\n  \
         left on Mon 30 Nov 2026: 2, 3, 4 (4 h 30 min)\n"
    );
    assert_eq!(begins(&home), ["begin 2026-11-30", "done d01-0900"]);
    // A week later it has still begun then.
    let later = home.at("2026-12-08T11:00:00");
    assert_eq!(start(&later), (true, "2026-11-30".to_owned()));
    home.run(&["undo"]).ok();
    assert_eq!(start(&later), (false, "2026-12-14".to_owned()));
}

#[test]
fn a_skip_begins_too_and_a_remark_does_not() {
    let home = Sandbox::new().at("2026-11-26T11:00:00");
    home.run(&["note", "1", "soon"]).ok();
    assert_eq!(start(&home), (false, "2026-11-30".to_owned()));
    home.run(&["skip", "1"]).ok();
    assert_eq!(start(&home), (true, "2026-11-30".to_owned()));
}

#[test]
fn init_without_a_plan_lists_what_else_can_be_followed() {
    let home = Sandbox::new().at("2026-11-26T11:00:00");
    let small = "plan: small\ntitle: Small\nslots: [{title: One}]\n";
    home.file("small.yaml", small);
    // Neither a plan without a journal, nor a file.
    home.file(".local/state/plan/empty/lock", "");
    home.file(".local/state/plan/file", "");
    assert_eq!(
        home.run(&["init"]).ok(),
        "\
多模态深度学习研究方向学习规划 begins on Mon 30 Nov 2026
  its last day is Sun 14 Feb 2027, with time to catch up until Sun 21 Feb 2027
  other plans, for `plan init PLAN`:
    rust-in-four-weeks (Rust in four weeks, evenings and Saturdays)
"
    );
    let named = home.run(&["init", "small.yaml"]).ok();
    let small = "Small begins on Mon 30 Nov 2026\n  its last day is Sun 6 Dec 2026\n";
    assert_eq!(named, small);
    assert_eq!(
        home.run(&["init"]).ok(),
        "\
Small begins on Mon 30 Nov 2026: nothing was changed
  its last day is Sun 6 Dec 2026
  other plans, for `plan init PLAN`:
    multimodal (多模态深度学习研究方向学习规划, twelve weeks in Chinese; begun)
    rust-in-four-weeks (Rust in four weeks, evenings and Saturdays)
"
    );
    home.run(&["init", "rust-in-four-weeks"]).ok();
    let said = home.run(&["init"]).ok();
    let listed: Vec<&str> = said.lines().skip(3).collect();
    assert_eq!(
        listed,
        [
            "    multimodal (多模态深度学习研究方向学习规划, twelve weeks in Chinese; begun)",
            "    small (begun; give the path of its plan file)",
        ]
    );
}

#[test]
fn init_begins_on_the_coming_monday() {
    for (now, monday) in [
        ("2026-11-23T11:00:00", "2026-11-23"),
        // Monday in the small hours is still Sunday, and Sunday's coming Monday is the day after.
        ("2026-11-23T01:00:00", "2026-11-23"),
        ("2026-11-24T03:00:00", "2026-11-23"),
        ("2026-11-24T04:00:00", "2026-11-30"),
        ("2026-11-29T23:00:00", "2026-11-30"),
    ] {
        let home = Sandbox::new().at(now);
        home.run(&["init"]).ok();
        assert_eq!(start(&home), (true, monday.to_owned()), "{now}");
    }
}

#[test]
fn a_start_that_is_no_monday_moves_on_and_says_so() {
    let home = Sandbox::new().at("2026-11-20T11:00:00");
    let said = home.run(&["init", "--start", "2026-11-25"]).ok();
    let lines: Vec<&str> = said.lines().take(3).collect();
    assert_eq!(
        lines,
        [
            "多模态深度学习研究方向学习规划 begins on Mon 30 Nov 2026",
            "  Wed 25 Nov 2026 is not a Monday, the weekday of Day 1",
            // Eleven weeks, of which the third has no weekend, and one of buffer.
            "  its last day is Sun 14 Feb 2027, with time to catch up until Sun 21 Feb 2027",
        ]
    );
    assert_eq!(begins(&home), ["begin 2026-11-30"]);
}

#[test]
fn second_init_without_restart_changes_nothing() {
    let home = Sandbox::new().at("2026-11-23T11:00:00");
    home.run(&["init"]).ok();
    home.run(&["done", "1"]).ok();
    let before = home.journal("multimodal");
    for args in [
        &["init"][..],
        &["init", "--start", "2026-12-07"],
        &["init", "multimodal"],
    ] {
        let out = home.run(args);
        let first = out.stdout.lines().next();
        let said = "多模态深度学习研究方向学习规划 began on Mon 23 Nov 2026: nothing was changed";
        assert_eq!(first, Some(said), "{out}");
        let hint = "hint: `plan init --restart --start DATE` moves the start; marks are kept\n";
        assert_eq!((out.code, &*out.stderr), (0, hint));
        assert!(home.journal("multimodal") == before, "{out}");
    }
    home.run(&["init", "--restart", "--start", "2026-12-07"])
        .ok();
    assert_eq!(
        begins(&home),
        ["begin 2026-11-23", "done d01-0900", "begin 2026-12-07"]
    );
    assert_eq!(start(&home), (true, "2026-12-07".to_owned()));
    let json = home.run(&["today", "--json"]).json();
    assert_eq!(json["progress"]["plan"]["done"], 1);
}

#[test]
fn days_fall_on_their_weekdays_and_a_weekend_without_days_is_free() {
    let home = Sandbox::new().at("2026-11-23T11:00:00");
    home.run(&["init", "--start", "2026-11-23"]).ok();
    let json = home.run(&["export", "--format", "json"]).json();
    let weeks = |phase: &serde_json::Value| phase["weeks"].as_array().unwrap().clone();
    let phases = json["phases"].as_array().unwrap();
    let days = phases
        .iter()
        .flat_map(weeks)
        .flat_map(|week| week["days"].as_array().unwrap().clone());
    let mut found = Vec::new();
    for day in days {
        let dates = [&day["date"], &day["last_date"]].map(|date| date.as_str().unwrap().to_owned());
        found.push(format!("{} {} {}", day["days"], dates[0], dates[1]));
    }
    let one = |day: u32, date: &str| format!("[{day}] {date} {date}");
    let mut expected: Vec<String> = (1..=7)
        .map(|day| one(day, &format!("2026-11-{}", 22 + day)))
        .collect();
    expected.push(one(8, "2026-11-30"));
    expected.extend((9..=12).map(|day| one(day, &format!("2026-12-{:02}", day - 8))));
    expected.extend((13..=17).map(|day| one(day, &format!("2026-12-{:02}", day - 6))));
    expected.push("[18,19] 2026-12-12 2026-12-13".to_owned());
    // From here on no day is left out.
    let day_20 = NaiveDate::from_ymd_opt(2026, 12, 14).unwrap();
    let dates = (20..=75).zip(day_20.iter_days());
    expected.extend(dates.map(|(day, date)| one(day, &date.to_string())));
    assert_eq!(expected.last(), Some(&one(75, "2027-02-07")));
    assert_eq!(found, expected);
    for (date, kind) in [
        ("2026-11-22", "before"),
        ("2026-12-05", "free"),
        ("2026-12-06", "free"),
        ("2026-12-13", "study"),
        ("2026-12-14", "study"),
        ("2027-02-07", "study"),
        ("2027-02-08", "buffer"),
        ("2027-02-14", "buffer"),
        ("2027-02-15", "after"),
    ] {
        let json = home.run(&["today", "--json", "--date", date]).json();
        assert_eq!(json["kind"], kind, "{date}");
    }
}

#[test]
fn markdown_separates_a_label_from_what_follows() {
    let home = Sandbox::new().at("2026-11-30T20:30:00");
    home.run(&["init", "rust-in-four-weeks", "--start", "2026-11-30"])
        .ok();
    home.run(&["done", "d1"]).ok();
    let home = home.at("2026-12-03T19:30:00");
    home.run(&["done", "d2.1"]).ok();
    assert_eq!(
        home.run(&["today", "--format", "md"]).ok(),
        "\
Rust in four weeks — Thu 3 Dec 2026

Day 4 Thu Ownership · Week 1 The language and who owns what — week 3/12 plan 3/43

|  | time | slot | to do |
| --- | --- | --- | --- |
| 1 | 1 h | Ownership and references | Write one function three times: taking String, \\&String \
and \\&mut String · Draw stack and heap for a moved String |
| 2 | 30 min | rustlings: moves |  |

- read 1 Book Chapter 4.1 and 4.2 <https://doc.rust-lang.org/book/>

- read and 2 more: \\`plan show 2026-12-03\\`

- overdue d03-a Variables, types, functions, control flow (Wed 2 Dec), 50 min

- overdue d03-b rustlings: functions and control flow (Wed 2 Dec), 30 min
"
    );
}

#[test]
fn a_note_revives_no_start_that_was_undone() {
    let home = Sandbox::new().at("2026-12-02T11:00:00");
    home.run(&["init", "--start", "2026-11-30"]).ok();
    home.run(&["undo"]).ok();
    assert_eq!(start(&home), (false, "2026-12-07".to_owned()));
    home.run(&["note", "1", "read on"]).ok();
    assert_eq!(start(&home), (false, "2026-12-07".to_owned()));
    // A mark does begin the plan, on the date that was shown.
    home.run(&["done", "1"]).ok();
    assert_eq!(start(&home), (true, "2026-12-07".to_owned()));
}

#[test]
fn a_start_that_was_moved_is_back_after_undo() {
    let home = Sandbox::new().at("2026-11-30T11:00:00");
    home.run(&["init", "--start", "2026-11-23"]).ok();
    home.run(&["undo"]).ok();
    home.run(&["init", "--restart", "--start", "2026-12-14"])
        .ok();
    home.run(&["note", "1", "read on"]).ok();
    home.run(&["undo", "2"]).ok();
    assert_eq!(start(&home), (false, "2026-11-30".to_owned()));
}

const FORMER: &str = "\
plan: t1
title: Small
days:
  - weekday: mon
    slots:
      - {time: 09:00-10:00, title: Alpha}
      - {time: 10:00-11:00, title: Beta}
      - {time: 11:00-12:00, title: Gamma}
";

#[test]
fn the_marks_of_a_plan_whose_id_has_changed_are_offered_and_taken_along() {
    let home = Sandbox::new().at("2026-11-30T11:00:00");
    home.file("plan.yaml", FORMER);
    home.run(&["init", "plan.yaml"]).ok();
    home.run(&["done", "1", "2"]).ok();
    let path = home.file("plan.yaml", FORMER.replace("t1", "t9"));
    let said = home.run(&["status"]);
    let path = path.display();
    assert_eq!(
        said.stderr,
        format!(
            "warning: this plan has no marks, but 2 marks of the plan `t1` fit it\n\
             hint: if its id was `t1` before, `plan init {path} --from t1` takes the marks along\n"
        )
    );
    let doctor = home.run(&["doctor", "--json"]).json();
    let message = "this plan has no marks, but 2 marks of the plan `t1` fit it";
    assert_eq!(doctor["findings"][0]["message"], message);
    let said = home.run(&["init", "plan.yaml", "--from", "t1"]).ok();
    assert_eq!(
        said,
        "Small is now followed; it began on Mon 30 Nov 2026, and its marks are kept\n  \
         its last day is Mon 30 Nov 2026\n  \
         marks of 2 slots were taken along from `t1`\n"
    );
    let said = home.run(&["status", "--json"]);
    assert_eq!(said.stderr, "");
    let progress = said.json();
    assert_eq!(progress["started"], true);
    assert_eq!(progress["progress"]["plan"]["done"], 2);
    // Twice is as good as once, and the former plan keeps its own.
    let once = home.journal("t9");
    home.run(&["init", "plan.yaml", "--from", "t1"]).ok();
    assert_eq!(home.journal("t9"), once);
    // They can be undone here as well.
    assert_eq!(
        home.run(&["undo"]).ok(),
        "Small (t9)\nundone: done d01-0900 Alpha\nundone: done d01-1000 Beta\n"
    );
    let error = home.run(&["init", "plan.yaml", "--from", "t2"]).fails(2);
    assert_eq!(
        error,
        "error: no other plan `t2` has marks\nhint: plans with marks: t1, t9\n"
    );
}

/// `init` begins the plan anew and says that there are marks elsewhere; with them comes their start.
#[test]
fn a_plan_that_has_begun_without_its_marks_gets_their_start_with_them() {
    let home = Sandbox::new().at("2026-11-30T11:00:00");
    home.file("plan.yaml", FORMER);
    home.run(&["init", "plan.yaml"]).ok();
    home.run(&["done", "1"]).ok();
    home.file("plan.yaml", FORMER.replace("t1", "t9"));
    let later = home.at("2026-12-08T11:00:00");
    let said = later.run(&["init"]).stderr;
    assert!(
        said.starts_with("warning: this plan has no marks, but 1 mark of the plan `t1` fits it\n"),
        "{said}"
    );
    assert_eq!(start(&later), (true, "2026-12-14".to_owned()));
    later.run(&["init", "plan.yaml", "--from", "t1"]).ok();
    assert_eq!(start(&later), (true, "2026-11-30".to_owned()));
}

/// The control: a plan with other slots is not taken for a former version.
#[test]
fn marks_that_do_not_fit_are_not_offered() {
    let home = Sandbox::new().at("2026-11-30T11:00:00");
    home.file("plan.yaml", FORMER);
    home.run(&["init", "plan.yaml"]).ok();
    home.run(&["done", "1", "2"]).ok();
    let other = FORMER
        .replace("t1", "t9")
        .replace("Alpha", "A")
        .replace("Beta", "B");
    home.file("plan.yaml", other);
    assert_eq!(home.run(&["status"]).stderr, "");
}

#[test]
fn an_init_that_was_killed_is_finished_by_the_next_command() {
    let home = Sandbox::new().at("2026-11-30T11:00:00");
    home.file("plan.yaml", FORMER);
    home.run(&["init", "plan.yaml"]).ok();
    let config = std::fs::read_to_string(home.home().join(".config/plan/config.yaml")).unwrap();
    let journal = String::from_utf8(home.journal("t1")).unwrap();
    let begin: serde_json::Value = serde_json::from_str(journal.trim()).unwrap();
    // As it was between the two: begun, but not followed.
    let followed = |op: &str| {
        home.file(".config/plan/config.yaml", "# mine\n");
        let path = home.home().join("plan.yaml");
        let choice = serde_json::json!({"plan": "t1", "op": op, "chosen": path});
        home.file(".local/share/plan/choice.json", choice.to_string());
        home.run(&["today", "--json"]).json()["plan"].clone()
    };
    assert_eq!(followed(begin["op"].as_str().unwrap()), "t1");
    let finished = std::fs::read_to_string(home.home().join(".config/plan/config.yaml")).unwrap();
    assert_eq!(finished, format!("# mine\n{config}"));
    assert!(!home.home().join(".local/share/plan/choice.json").exists());
    // Where nothing was recorded, nothing is chosen.
    assert_eq!(
        followed("01980000-0000-7000-8000-000000000001"),
        "multimodal"
    );
}
