//! A plan of one's own: three weeks already done before installing, a wrong edit abandoned, and an extra
//! slot that is moved, done and later written into the file.
//!
//! A week of the new plan has three evenings of 90 minutes and a Saturday of 120: 390 minutes in four
//! slots. Six weeks from Monday, 7 September, are 24 slots and 2340 minutes.

use serde_json::Value;

use crate::sandbox::Sandbox;

/// What a report says of the whole plan: slots, done, due, overdue; planned minutes, those done and those
/// due; measured and assumed minutes.
type Figures = [u64; 9];

fn figures(home: &Sandbox) -> Figures {
    let report = home.run(&["report", "--all", "--json"]).json();
    let plan = &report["progress"]["plan"];
    [
        "slots",
        "done",
        "due",
        "overdue",
        "planned_minutes",
        "planned_done_minutes",
        "planned_due_minutes",
        "measured_minutes",
        "assumed_minutes",
    ]
    .map(|key| {
        plan[key]
            .as_u64()
            .unwrap_or_else(|| panic!("{key} in {plan}"))
    })
}

/// The home in the fourth week, at a time of 2026.
fn at(home: &Sandbox, time: &str) -> Sandbox {
    home.at(&format!("2026-{time}:00"))
}

/// Three weeks were studied before there was this program.
fn begun() -> Sandbox {
    let home = Sandbox::new().short();
    let noon = at(&home, "09-28T12:00");
    noon.run(&["new", "essay.yaml", "--weeks", "6"]).ok();
    let begun = noon.run(&["init", "essay.yaml", "--start", "2026-09-07"]);
    assert_eq!(
        begun.stderr,
        "hint: done so far? `plan done --as-planned --until yesterday` marks it on its dates\n"
    );
    assert_eq!(
        begun.stdout,
        "Essay begins on Mon 7 Sep 2026\n  its last day is Sat 17 Oct 2026\n"
    );
    // Nothing is marked: twelve slots are overdue.
    assert_eq!(figures(&noon), [24, 0, 12, 12, 2340, 0, 1170, 0, 0]);
    noon.run(&["done", "--as-planned", "--until", "yesterday"])
        .ok();
    assert_eq!(figures(&noon), [24, 12, 12, 0, 2340, 1170, 1170, 0, 1170]);
    let today = noon.run(&["today", "--json"]).json();
    assert_eq!(today["days"][0]["slots"][0]["title"], "Read chapter 4");
    let evening = at(&home, "09-28T21:00");
    evening.run(&["done", "1", "--took", "1h20m"]).ok();
    // 90 more were planned and due, of which 80 are measured.
    assert_eq!(
        figures(&evening),
        [24, 13, 13, 0, 2340, 1260, 1260, 80, 1170]
    );
    home
}

#[test]
fn three_weeks_were_done_before_installing() {
    let home = begun();
    let report = at(&home, "09-28T21:00")
        .run(&["report", "--all", "--json"])
        .json();
    let weeks = report["weeks"].as_array().unwrap();
    let done = weeks.iter().map(|week| week["progress"]["done"].as_u64());
    assert_eq!(
        done.collect::<Vec<_>>(),
        [Some(4), Some(4), Some(4), Some(1), Some(0), Some(0)]
    );
    assert_eq!(report["pace"]["hundredths"], 100);
}

#[test]
fn a_wrong_edit_is_abandoned_and_changes_no_figure() {
    let home = begun();
    let morning = at(&home, "09-29T08:00");
    let file = home.home().join("essay.yaml");
    let before = std::fs::read_to_string(&file).unwrap();
    // The time is wrong, and the learner gives up.
    home.file(
        "change.sed",
        "s/19:00-20:30, title: Exercises 4}/19:00-18:30, title: Exercises 4}/\n",
    );
    let edit = morning.env("EDITOR", "sed -i -f change.sed");
    edit.run(&["edit", "--yes"]).fails(65);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), before);
    assert_eq!(
        figures(&morning),
        [24, 13, 13, 0, 2340, 1260, 1260, 80, 1170]
    );
    let slot = |home: &Sandbox| -> Value {
        let today = home.run(&["today", "--json"]).json();
        let slot = &today["days"][0]["slots"][0];
        [&slot["id"], &slot["start"], &slot["planned_minutes"]]
            .map(Value::clone)
            .to_vec()
            .into()
    };
    assert_eq!(slot(&morning), serde_json::json!(["d14-1900", "19:00", 90]));
    // The second try is right: an hour earlier, and half an hour longer.
    home.file(
        "change.sed",
        "s/19:00-20:30, title: Exercises 4}/18:00-20:00, title: Exercises 4}/\n",
    );
    edit.run(&["edit", "--yes"]).ok();
    assert_eq!(
        slot(&morning),
        serde_json::json!(["d14-1800", "18:00", 120])
    );
    assert_eq!(
        figures(&morning),
        [24, 13, 13, 0, 2370, 1260, 1260, 80, 1170]
    );
}

#[test]
fn an_extra_slot_is_moved_done_and_written_into_the_file() {
    let home = begun();
    let tuesday = at(&home, "09-29T20:40");
    tuesday.run(&["done", "1"]).ok();
    assert_eq!(
        figures(&tuesday),
        [24, 14, 14, 0, 2340, 1350, 1350, 80, 1260]
    );
    tuesday
        .run(&["add", "Office hour", "--on", "wed", "--time", "19:00-20:00"])
        .ok();
    assert_eq!(
        figures(&tuesday),
        [25, 14, 14, 0, 2400, 1350, 1350, 80, 1260]
    );
    at(&home, "09-30T12:00")
        .run(&["move", "office", "fri", "--at", "18:00"])
        .ok();
    at(&home, "10-01T21:00").run(&["done", "1"]).ok();
    let friday = at(&home, "10-02T19:30");
    friday.run(&["done", "office", "--took", "50m"]).ok();
    // Thursday's 90 minutes and the office hour's 60, of which 50 are measured.
    assert_eq!(
        figures(&friday),
        [25, 16, 16, 0, 2400, 1500, 1500, 130, 1350]
    );
    at(&home, "10-03T20:00").run(&["done", "1"]).ok();
    let sunday = at(&home, "10-04T10:00");
    let figures_now = [25, 17, 17, 0, 2400, 1620, 1620, 130, 1470];
    assert_eq!(figures(&sunday), figures_now);
    is_written(&sunday, figures_now);
}

/// The extra slot is written into the file, and changes no figure.
fn is_written(sunday: &Sandbox, figures_now: Figures) {
    // Thursday and Saturday are as near to Friday; on Thursday that time is taken.
    let edit = sunday.env("EDITOR", "true");
    let said = edit.run(&["edit", "--yes", "--with-added"]).ok();
    let id = said.split(' ').next().unwrap().to_owned();
    assert_eq!(
        said.lines().next().unwrap(),
        format!("{id} Office hour goes to Day 16 Sat")
    );
    let text = std::fs::read_to_string(sunday.home().join("essay.yaml")).unwrap();
    let saturday = format!(
        "              - {{title: Look back on week 4, duration: 2h}}\n              \
         - {{id: {id}, time: 19:00-20:00, title: Office hour}}\n"
    );
    assert!(text.contains(&saturday), "{text}");
    assert_eq!(figures(sunday), figures_now);
    let shown = sunday.run(&["show", &id, "--json"]).json();
    let slot = &shown["shown"][0]["slots"][0];
    let keys = ["status", "date", "start", "day", "week", "actual_minutes"];
    assert_eq!(
        keys.map(|key| slot[key].clone()).to_vec(),
        serde_json::json!(["done", "2026-10-02", "18:00", 16, 4, 50])
            .as_array()
            .unwrap()
            .clone()
    );
    let week = sunday.run(&["report", "4", "--json"]).json();
    let range = &week["progress"]["range"];
    assert_eq!(
        [&range["slots"], &range["done"], &range["planned_minutes"]],
        [&Value::from(5), &Value::from(5), &Value::from(450)]
    );
}
