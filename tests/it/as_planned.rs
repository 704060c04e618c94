//! Starting in the middle: what was done before, on its planned dates; and a second pass from zero.

use crate::sandbox::Sandbox;

const PLAN: &str = "\
plan: p
title: Reading
weeks:
- week: 1
  days:
  - {day: 1, weekday: mon, slots: [{id: a, time: '19:00-20:30', title: Alpha}]}
  - {day: 2, weekday: wed, slots: [{id: b, time: '19:00-20:00', title: Beta}]}
- week: 2
  days:
  - {day: 3, weekday: mon, slots: [{id: c, time: '19:00-20:00', title: Gamma}]}
  - {day: 4, weekday: wed, slots: [{id: d, time: '19:00-20:00', title: Delta}]}
- week: 3
  days: [{day: 5, weekday: mon, slots: [{id: e, time: '19:00-20:00', title: Omega}]}]
";

/// On the Wednesday of the third week, after 16 days that no program knows of.
fn home() -> Sandbox {
    let home = Sandbox::new().at("2026-09-23T12:00:00");
    home.file("p.yaml", PLAN);
    let begun = home.run(&["init", "p.yaml", "--start", "2026-09-07"]);
    assert_eq!(
        begun.stderr,
        "hint: done so far? `plan done --as-planned --until yesterday` marks it on its dates\n"
    );
    home
}

fn dates(home: &Sandbox) -> Vec<String> {
    let report = home.run(&["log", "--all", "--json"]).json();
    let events = report["events"].as_array().expect("events");
    let done = events.iter().filter(|event| event["t"] == "done");
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    done.map(|event| format!("{} {}", text(&event["slot"]), text(&event["day"])))
        .collect()
}

#[test]
fn past_slots_are_done_on_their_planned_dates_in_one_step() {
    let home = home();
    assert_eq!(
        home.run(&["done", "--as-planned", "w1-w2"]).ok(),
        "✓ a Alpha   planned 1 h 30 min\n✓ b Beta   planned 1 h\n✓ c Gamma   planned 1 h\n\
         ✓ d Delta   planned 1 h\n"
    );
    assert_eq!(
        dates(&home),
        [
            "a 2026-09-07",
            "b 2026-09-09",
            "c 2026-09-14",
            "d 2026-09-16"
        ]
    );
    let report = home.run(&["report", "1", "--json"]).json();
    assert_eq!(report["progress"]["range"]["done"], 2);
    assert_eq!(
        home.run(&["undo"]).ok(),
        "undone: done a Alpha   recorded for Mon 7 Sep 2026\nundone: done b Beta   recorded for \
         Wed 9 Sep 2026\nundone: done c Gamma   recorded for Mon 14 Sep 2026\nundone: done d \
         Delta   recorded for Wed 16 Sep 2026\n"
    );
    // What is marked already keeps its date, and what is to come is not done.
    home.run(&["done", "b", "--date", "2026-09-12"]).ok();
    home.run(&["done", "--as-planned", "--until", "2026-09-14"])
        .ok();
    assert_eq!(
        dates(&home)[4..],
        ["b 2026-09-12", "a 2026-09-07", "c 2026-09-14"]
    );
}

#[test]
fn a_range_of_days_names_what_is_past_of_it() {
    let home = home();
    home.run(&["done", "--as-planned", "d1-d3"]).ok();
    assert_eq!(
        dates(&home),
        ["a 2026-09-07", "b 2026-09-09", "c 2026-09-14"]
    );
    assert_eq!(
        home.run(&["done", "--as-planned", "w1"]).fails(2),
        "error: none of that is open and past\nhint: name what was done before: d1-d6, w1, or \
         all with `--until yesterday`\n"
    );
    assert_eq!(
        home.run(&["done", "--as-planned"]).fails(2),
        "error: no target given\nhint: name what was done before: d1-d6, w1, or all with \
         `--until yesterday`\n"
    );
}

#[test]
fn a_second_pass_begins_from_zero_and_the_first_stays_in_the_history() {
    let home = home();
    home.run(&["done", "--as-planned", "--until", "today"]).ok();
    home.run(&["init", "--restart", "--afresh", "--start", "2026-10-05"])
        .ok();
    let done = |home: &Sandbox| {
        let report = home.run(&["report", "--all", "--json"]).json();
        report["progress"]["plan"]["done"].as_u64()
    };
    assert_eq!(done(&home), Some(0));
    assert_eq!(dates(&home).len(), 5);
    let later = home.at("2026-10-05T21:00:00");
    later.run(&["done", "1"]).ok();
    assert_eq!(done(&later), Some(1));
    later.run(&["undo"]).ok();
    later.run(&["undo"]).ok();
    assert_eq!(done(&later), Some(5));
}
