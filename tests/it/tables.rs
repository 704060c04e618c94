//! Tables for spreadsheets and databases: whole files, one table for several learners.

use crate::sandbox::Sandbox;

const PLAN: &str = r#"
plan: tab
title: Tables
phases:
  - title: Basics
    weeks:
      - week: 1
        days:
          - day: 1
            weekday: mon
            slots:
              - {time: "19:00-20:30", title: '=SUM("a")', topic: A}
              - {id: d01-b, title: "Read, then write"}
          - day: 2
            weekday: tue
            slots:
              - {time: "19:00-20:00", title: Talk}
roadmap: {topics: {A: {title: Sums}}}
"#;

const SLOTS: &str = "learner,plan,slot,title,phase,week,topic,date,last_date,weekday,start,end,\
                     planned_date,status,planned_minutes,actual_minutes,done_on\r\n";

const DATES: &str = "learner,plan,date,weekday,slots,planned_minutes,done,skipped,overdue,finished,\
                     studied_minutes,rest\r\n";

fn home() -> Sandbox {
    let home = Sandbox::new();
    home.file("plan.yaml", PLAN);
    let home = home.at("2026-12-07T12:00:00").env("TZ", "UTC");
    home.run(&["init", "plan.yaml", "--start", "2026-12-07"])
        .ok();
    home
}

/// The home on Tuesday evening: the first slot done in an hour, the second moved, the third skipped.
fn on_tuesday() -> Sandbox {
    let home = home();
    home.run(&["done", "1", "--took", "1h", "--note", "a \"b\"\nc"])
        .ok();
    home.run(&["move", "d01-b", "2026-12-09"]).ok();
    let home = home.at("2026-12-08T21:00:00");
    home.run(&["skip", "d02-1900", "--why", "flu"]).ok();
    home
}

#[test]
fn slots_marks_and_dates_are_tables() {
    let home = on_tuesday();
    let slots = home.run(&["export", "--format", "csv"]).ok();
    let expected = [
        r#","tab","d01-1900","'=SUM(""a"")","Basics","1","A","2026-12-07","2026-12-07","mon","19:00","20:30","2026-12-07","done","90","60","2026-12-07""#,
        r#","tab","d01-b","Read, then write","Basics","1",,"2026-12-09","2026-12-09","wed",,,"2026-12-07","open",,,"#,
        r#","tab","d02-1900","Talk","Basics","1",,"2026-12-08","2026-12-08","tue","19:00","20:00","2026-12-08","skipped","60",,"#,
    ];
    assert_eq!(slots, format!("{SLOTS}{}\r\n", expected.join("\r\n")));
    let dates = home
        .run(&["export", "--format", "csv", "--table", "dates"])
        .ok();
    let expected = [
        r#","tab","2026-12-07","mon","1","90","1","0","0","1","60","false""#,
        r#","tab","2026-12-08","tue","1","60","0","1","0","0","0","false""#,
        r#","tab","2026-12-09","wed","1","0","0","0","0","0","0","false""#,
    ];
    assert_eq!(dates, format!("{DATES}{}\r\n", expected.join("\r\n")));
    let marks = home
        .run(&["export", "--format", "csv", "--table", "marks"])
        .ok();
    let device = home.run(&["log", "--json"]).json()["events"][0]["dev"].clone();
    let device = device.as_str().unwrap().to_owned();
    let rows = [
        r#","tab","d01-1900","'=SUM(""a"")","done","2026-12-07","2026-12-07T12:00:00+00:00","60",,"#,
        r#","tab","d01-1900","'=SUM(""a"")","note","2026-12-07","2026-12-07T12:00:00+00:00",,"a ""b"" c","#,
        r#","tab","d02-1900","Talk","skip","2026-12-08","2026-12-08T21:00:00+00:00",,"flu","#,
    ];
    let rows = rows.map(|row| format!("{row}\"{device}\"\r\n")).concat();
    let head = "learner,plan,slot,title,kind,study_date,at,minutes,text,device\r\n";
    assert_eq!(marks, format!("{head}{rows}"));
    // What is undone is no mark.
    home.run(&["undo"]).ok();
    let marks = home
        .run(&["export", "--format", "csv", "--table", "marks"])
        .ok();
    assert_eq!(marks.lines().count(), 3);
}

#[test]
fn learners_are_one_table() {
    let home = on_tuesday();
    let class = home.home().join("class");
    for (learner, marks) in [("ann", &["done", "1"][..]), ("bob", &["skip", "1", "2"])] {
        let own = home.env("PLAN_STATE_DIR", class.join(learner));
        let own = own.env("PLAN_DATA_DIR", home.home().join("none").join(learner));
        let own = own.at("2026-12-07T20:00:00");
        own.run(&["init", "plan.yaml", "--start", "2026-12-07"])
            .ok();
        own.run(marks).ok();
    }
    home.file("class/notes.txt", "not a learner");
    home.file("class/eve/other/journal.jsonl", "");
    let args = ["export", "--format", "csv", "--learners", "class"];
    let table = home.run(&args).ok();
    let cell = |line: &str, at: usize| line.split("\",\"").nth(at).map(str::to_owned);
    assert!(table.starts_with(SLOTS));
    let whose: Vec<&str> = table.lines().skip(1).map(|line| &line[..6]).collect();
    assert_eq!(
        whose,
        [
            "\"ann\",", "\"ann\",", "\"ann\",", "\"bob\",", "\"bob\",", "\"bob\","
        ]
    );
    let ann: Vec<&str> = table.lines().skip(1).collect();
    assert_eq!(cell(ann[0], 2).as_deref(), Some("d01-1900"));
    assert!(ann[0].contains("\"done\"") && ann[3].contains("\"skipped\""));
}

#[test]
fn what_makes_no_table_is_refused() {
    let home = home();
    home.file("class/eve/other/journal.jsonl", "");
    let cases: [(&[&str], i32, &str); 3] = [
        (
            &["export", "--json", "--table", "dates"],
            2,
            "error: `--table` works only with `--format csv`\nhint: add `--format csv`\n",
        ),
        (
            &["export", "--format", "csv", "-o", "x.csv"],
            2,
            "error: `--output` works only with `--format ics`, `vdir` or `md`\n\
             hint: add `--format ics`, `--format vdir` or `--format md`\n",
        ),
        (
            &["export", "--format", "csv", "--learners", "class"],
            2,
            "error: no learner in `class` has a journal for `tab`\n\
             hint: each learner needs a folder that holds `PLAN/journal.jsonl`, as a state folder \
             does\n",
        ),
    ];
    for (args, code, expected) in cases {
        assert_eq!(home.run(args).fails(code), expected, "{args:?}");
    }
}

#[test]
fn the_history_comes_an_event_a_line() {
    let home = on_tuesday();
    let lines = home.run(&["log", "--json", "--lines"]).ok();
    let lines: Vec<serde_json::Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let whole = home.run(&["log", "--json"]).json();
    assert_eq!(serde_json::Value::from(lines), whole["events"]);
}
