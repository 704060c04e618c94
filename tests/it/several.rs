//! Several plans: the list, the current one, screens of several together, targets in others, `undo`.

use std::fs;

use serde_json::{Value, json};

use crate::sandbox::Sandbox;

/// Monday evening and Wednesday; the next Monday with something to hand in.
const ALGEBRA: &str = "\
plan: algebra
title: Linear algebra
weeks:
- week: 1
  days:
  - day: 1
    weekday: mon
    slots:
    - {id: vec, time: '19:00-20:00', title: Vectors}
    - {id: ex1, duration: 30m, title: Exercises}
  - {day: 2, weekday: wed, slots: [{id: mat, time: '19:00-20:30', title: Matrices}]}
- week: 2
  days:
  - {day: 3, weekday: mon, slots: [{id: det, time: '19:00-20:00', title: Determinants}]}
  deliverables: [{id: w02.1, text: Problem set}]
";

/// The same Monday at 19:30, and Tuesday.
const PIANO: &str = "\
plan: piano
title: Piano
weeks:
- week: 1
  days:
  - {day: 1, weekday: mon, slots: [{id: scales, time: '19:30-20:00', title: Scales}]}
  - {day: 2, weekday: tue, slots: [{id: etude, time: '19:00-19:30', title: Etude}]}
  deliverables: [{id: w01.1, text: Recording}]
";

/// Both begin on Monday, 7 September 2026; algebra is the current plan.
fn home() -> Sandbox {
    let home = Sandbox::new().short().at("2026-09-06T10:00:00");
    home.file("algebra.yaml", ALGEBRA);
    home.file("piano.yaml", PIANO);
    for plan in ["piano.yaml", "algebra.yaml"] {
        home.run(&["init", plan, "--start", "2026-09-07"]).ok();
    }
    home.at("2026-09-07T19:40:00")
}

/// The same where the configuration follows both.
fn followed() -> Sandbox {
    let home = home();
    follow(&home, "[algebra, piano]");
    home
}

fn follow(home: &Sandbox, plans: &str) {
    let config = format!("plan: ../algebra.yaml\nfollow: {plans}\n");
    home.file("config/config.yaml", config);
}

/// What is shown; the lines that end in spaces, without them.
fn shown(home: &Sandbox, line: &str) -> String {
    let args: Vec<&str> = line.split(' ').collect();
    let out = home.run(&args);
    assert_eq!(out.code, 0, "{}", out.stderr);
    out.stdout + &out.stderr
}

fn refused(home: &Sandbox, line: &str, code: i32) -> String {
    let args: Vec<&str> = line.split(' ').collect();
    home.run(&args).fails(code)
}

fn answer(home: &Sandbox, line: &str) -> Value {
    let args: Vec<&str> = line.split(' ').collect();
    serde_json::from_str(&home.run(&args).ok()).expect("JSON")
}

#[test]
fn a_day_shows_the_slots_of_all_by_their_times() {
    let expected = "\
Linear algebra                                                                        Mon 7 Sep 2026
Day 1 Mon · Week 1                                         week ────────── 0/3   plan ────────── 0/4
piano: Piano
Day 1 Mon · Week 1                                         week ────────── 0/2   plan ────────── 0/2

            time         slot                         to do
 ▶ 1        19:00-20:00  Vectors    now, 20 min left
   2        30 min       Exercises
 ▶ piano:1  19:30-20:00  Scales     now, 20 min left

 overlap  19:30-20:00: vec Vectors and piano:scales Scales
hint: `plan done 1` when you finish it
";
    assert_eq!(shown(&followed(), "today"), expected);
    // The same without the configuration; `--plan` is one plan, under its own numbers.
    let home = home();
    assert_eq!(shown(&home, "today --all"), expected);
    assert_eq!(shown(&home, "--all"), expected);
    let piano = "\
Piano                                                                                 Mon 7 Sep 2026
Day 1 Mon · Week 1                                         week ────────── 0/2   plan ────────── 0/2

      time         slot                      to do
 ▶ 1  19:30-20:00  Scales  now, 20 min left

hint: `plan --plan piano done 1` when you finish it
";
    assert_eq!(shown(&followed(), "--plan piano today"), piano);
}

#[test]
fn what_is_overdue_done_or_comes_next_names_its_plan() {
    let home = followed();
    shown(&home, "done 1-2 --took 2h");
    let expected = "\
Linear algebra                                                                        Tue 8 Sep 2026
A free day.                                                week ██████──── 2/3   plan █████───── 2/4
piano: Piano
Day 2 Tue · Week 1                                         week ────────── 0/2   plan ────────── 0/2

            time         slot   to do
   piano:1  19:00-19:30  Etude

 next     Wed 9 Sep Day 2 Wed: 1 slot, 1 h 30 min
 due      piano:w01.1 Recording
 overdue  piano:scales Scales (Mon 7 Sep), 30 min
hint: `plan done piano:1` when you finish it
";
    assert_eq!(shown(&home.at("2026-09-08T18:00:00"), "today"), expected);
}

#[test]
fn a_week_shows_the_slots_of_all_day_by_day() {
    let home = followed();
    shown(&home, "move piano:d2.1 wed --at 20:00");
    let expected = "\
Linear algebra                                                               Mon 7 - Sun 13 Sep 2026
Week 1                                                                  ────────── 0/3  0 min of 3 h
piano: Piano
Week 1                                                                  ────────── 0/2  0 min of 1 h

Mon 7 Sep  Day 1 Mon   piano: Day 1 Mon
 ▶ 1        19:00-20:00  Vectors    now, 20 min left
   2        30 min       Exercises
 ▶ piano:1  19:30-20:00  Scales     now, 20 min left
 overlap  19:30-20:00: vec Vectors and piano:scales Scales

Tue 8 Sep  piano: Day 2 Tue
 moved    piano:etude Etude to Wed 9 Sep

Wed 9 Sep  Day 2 Wed   piano: Day 2
   1        19:00-20:30  Matrices
   piano:1  20:00-20:30  Etude      from Tue 8 Sep
 overlap  20:00-20:30: mat Matrices and piano:etude Etude
Thu 10 Sep free
Fri 11 Sep free
Sat 12 Sep free
Sun 13 Sep free

   piano:w01.1 Recording (Wed 9 Sep)

";
    assert_eq!(shown(&home, "week"), expected);
    // A week of another plan is the calendar week in which it begins.
    assert_eq!(shown(&home, "week piano:w1"), expected);
}

/// An exam of each plan, and rest days of the other one.
fn with_exams() -> Sandbox {
    let home = followed();
    for line in [
        "add Midterm --exam --on 2026-09-10 --time 19:00-20:00 --covers w1",
        "add Recital --exam --on 2026-09-12 --covers piano:w1",
        "--plan piano off 2026-09-08",
        "--plan piano off 2026-09-09..2026-09-10 --why tour",
    ] {
        shown(&home, line);
    }
    home
}

#[test]
fn exams_and_rest_days_of_all_plans_are_in_the_week() {
    let home = with_exams();
    let expected = "\
Tue 8 Sep  piano: Day 2 Tue · rest day
   piano:1  19:00-19:30  Etude

Wed 9 Sep  Day 2 Wed   piano: rest day: tour
   1        19:00-20:30  Matrices
Thu 10 Sep piano: rest day: tour
 exam     Midterm, 19:00-20:00, 0 of the 3 slots it covers are done
Fri 11 Sep free
Sat 12 Sep free
 exam     piano: Recital, 0 of the 2 slots it covers are done
Sun 13 Sep free

   piano:w01.1 Recording (Tue 8 Sep)

";
    let week = shown(&home, "week");
    let (_, days) = week.split_once("Scales\n\n").expect("Monday");
    assert_eq!(days, expected);
    // Next week nothing is overdue yet, whatever is today.
    let next = shown(&home.at("2026-09-08T10:00:00"), "week next");
    let expected = "\
Linear algebra                                                              Mon 14 - Sun 20 Sep 2026
Week 2                                                                  ────────── 0/1  0 min of 1 h
piano: Piano
no slots

Mon 14 Sep Day 3 Mon
   1  19:00-20:00  Determinants
Tue 15 Sep after the end
Wed 16 Sep after the end
Thu 17 Sep after the end
Fri 18 Sep after the end
Sat 19 Sep after the end
Sun 20 Sep after the end

   w02.1 Problem set (Mon 14 Sep)

";
    assert_eq!(next, expected);
}

#[test]
fn answers_in_json_have_the_exams_and_rest_days_of_all_plans() {
    let home = with_exams();
    let names = |answer: &Value| -> Vec<Value> {
        let events = answer["events"].as_array().expect("events").iter();
        let names = events.map(|event| json!([event["plan"], event["id"]]));
        names.collect()
    };
    let both = [json!(["algebra", "midterm"]), json!(["piano", "recital"])];
    for line in ["week --json", "today --json", "report --json"] {
        assert_eq!(names(&answer(&home, line)), both, "{line}");
    }
    let tuesday = answer(&home, "today tue --json");
    assert_eq!(tuesday["plans"][0]["rest"], Value::Null);
    assert_eq!(tuesday["plans"][1]["rest"], json!({"why": null}));
}

#[test]
fn status_and_next_turn_to_whatever_comes_first() {
    let home = followed();
    let expected = " now      1 Vectors, 20 min left
          piano:1 Scales, 20 min left

Linear algebra
 week     ──────────────────── 0/3
 plan     ──────────────────── 0/4

piano: Piano
 week     ──────────────────── 0/2
 plan     ──────────────────── 0/2
";
    assert_eq!(shown(&home, "status"), expected);
    assert_eq!(shown(&home, "status --short"), "1/2 Vectors 20m\n");
    shown(&home, "done 1-2");
    assert_eq!(shown(&home, "status --short"), "piano:1/1 Scales 20m\n");
    let expected = "\
▶ Scales                                                                                piano:scales
  Mon 7 Sep · Day 1 Mon · 19:30-20:00 · 30 min · open
";
    assert_eq!(shown(&home, "next"), expected);
    // On Tuesday evening Scales is overdue, and Etude, of today, comes before Matrices.
    let tuesday = home.at("2026-09-08T18:00:00");
    let expected = "  Etude                                                                                  piano:etude
  Tue 8 Sep · Day 2 Tue · 19:00-19:30 · 30 min · open
 overdue  1 slot
";
    assert_eq!(shown(&tuesday, "next"), expected);
}

#[test]
fn a_report_has_the_sums_and_then_each_plan() {
    let home = followed();
    shown(&home, "done piano:1 --took 40m");
    let expected = "\
Mon 7 - Sun 13 Sep 2026                                                     done 1/5   40 min of 4 h
                                                  plan now
  Linear algebra  ──────────  0/3  0 min of 3 h        0 %
  piano: Piano    █████─────  1/2  40 min of 1 h      50 %
  together        ██────────  1/5  40 min of 4 h      16 %

Linear algebra
Mon 7 - Sun 13 Sep 2026 · Week 1                                             done 0/3   0 min of 3 h
  Mon  Day 1  ────────────────  0/2
  Wed  Day 2  ────────────────  0/1

 next     Mon 14 Sep Week 2: 1 slot, 1 h
          w02.1 Problem set (Mon 14 Sep)

piano: Piano
Mon 7 - Sun 13 Sep 2026 · Week 1                                            done 1/2   40 min of 1 h
  40 min measured
  Mon  Day 1  ████████████████  1/1  40 min
  Tue  Day 2  ────────────────  0/1

Deliverables  0/1
   piano:w01.1 Recording

 worked   Mon 40m
";
    assert_eq!(shown(&home, "report"), expected);
    // A week of one plan is reported on alone.
    let alone = shown(&home, "report piano:w1");
    let (all, of_piano) = expected.split_once("piano: Piano\n").expect("a heading");
    assert!(all.ends_with("\n\n"));
    let days = of_piano.replace("Sun 13 Sep 2026 · Week 1", "Tue 8 Sep 2026 · Week 1 ");
    assert_eq!(alone, days);
    let totals = &answer(&home, "report --json")["progress"]["range"];
    assert_eq!(totals["done"], 1);
    assert_eq!(totals["slots"], 5);
    assert_eq!(totals["measured_minutes"], 40);
}

#[test]
fn an_answer_in_json_keeps_its_shape_and_names_the_plan_of_each_slot() {
    let home = followed();
    let one = answer(&home, "--plan algebra today --json");
    let both = answer(&home, "today --json");
    let keys = |value: &Value| -> Vec<String> {
        value
            .as_object()
            .expect("an object")
            .keys()
            .cloned()
            .collect()
    };
    assert_eq!(
        keys(&both),
        [keys(&one), vec!["plans".into(), "overlaps".into()]].concat()
    );
    assert_eq!(both["plan"], "algebra");
    let days = both["days"].as_array().expect("days").iter();
    let slots = days.flat_map(|day| day["slots"].as_array().expect("slots"));
    let slots: Vec<Value> = slots
        .map(|slot| json!([slot["plan"], slot["ordinal"], slot["id"]]))
        .collect();
    assert_eq!(
        slots,
        [
            json!(["algebra", 1, "vec"]),
            json!(["algebra", 2, "ex1"]),
            json!(["piano", 1, "scales"])
        ]
    );
    let overlap = json!([{
        "date": "2026-09-07",
        "start": "19:30",
        "end": "20:00",
        "slots": ["vec", "piano:scales"],
        "titles": ["Vectors", "Scales"],
    }]);
    assert_eq!(both["overlaps"], overlap);
    assert_eq!(both["progress"]["plan"]["slots"], 6);
    for verb in ["week", "next", "status", "report"] {
        let one = answer(&home, &format!("--plan algebra {verb} --json"));
        let both = answer(&home, &format!("{verb} --json"));
        let missing = keys(&one).into_iter().filter(|key| both.get(key).is_none());
        assert_eq!(missing.collect::<Vec<_>>(), [""; 0], "{verb}");
        assert_eq!(both["plans"][1]["plan"], "piano", "{verb}");
    }
}

#[test]
fn targets_of_another_plan_are_accepted_everywhere() {
    // Also where nothing is followed together.
    let home = home();
    let hint = "hint: `piano` is not followed: `plan --plan piano undo` takes this back\n";
    for (line, expected) in [
        (
            "done piano:1",
            "Piano (piano)\n✓ piano:scales Scales   planned 30 min\n  nothing left today\n",
        ),
        (
            "reopen piano:d1",
            "Piano (piano)\n  piano:scales Scales   is open again\n  left today: piano:1 (30 min)\n",
        ),
        (
            "note piano:scales slowly",
            "Piano (piano)\nnote piano:scales Scales: slowly\n  left today: piano:1 (30 min)\n",
        ),
        (
            "skip piano:w01.1",
            "Piano (piano)\n– piano:w01.1 Recording\n  left today: piano:1 (30 min)\n",
        ),
        (
            "skip piano:Scales --why late",
            "Piano (piano)\n– piano:scales Scales   planned 30 min   late\n  nothing left today\n",
        ),
    ] {
        assert_eq!(shown(&home, line), expected.to_owned() + hint, "{line}");
    }
    let etude = "\
  Etude                                                                                  piano:etude
  Tue 8 Sep · Day 2 Tue · 19:00-19:30 · 30 min · open
";
    for target in [
        "piano:d2.1",
        "piano:d2",
        "piano:etude",
        "piano:Etu",
        "PIANO：d2.1",
    ] {
        let out = shown(&home, &format!("show {target}"));
        assert!(out.ends_with(etude), "{target}: {out}");
    }
    assert_eq!(
        refused(&home, "show piano:5", 2),
        "error: no slot 5 on Mon 7 Sep 2026\nhint: only slot 1: piano:scales Scales\n"
    );
    // A time is a time, and the plan of the run needs no name.
    assert_eq!(shown(&home, "show algebra:vec"), shown(&home, "show 19:00"));
    assert_eq!(
        refused(&home, "show violin:1", 2),
        "error: nothing in the plan matches `violin:1`\nhint: a target is a number shown by `plan \
         today`, a start time, an id (d08-1045, d8.2, d8, w5, p1, A) or part of a title\n"
    );
}

/// Every verb that takes a target, and how its answer begins.
const VERBS: [(&str, &str); 17] = [
    ("done piano:1", "✓ piano:scales Scales   planned 30 min\n"),
    ("reopen piano:1", "  piano:scales Scales   is open again\n"),
    ("note piano:1 slowly", "note piano:scales Scales: slowly\n"),
    ("skip piano:d2", "– piano:etude Etude   planned 30 min\n"),
    ("reopen piano:d2", "  piano:etude Etude   is open again\n"),
    (
        "move piano:d2 fri",
        "piano:etude Etude  to Fri 11 Sep 2026 19:00-19:30 (planned for Tue 8 Sep 2026)\n",
    ),
    (
        "add Recital --exam --on 2026-09-20 --covers piano:w1",
        "added piano:recital Recital: Sun 20 Sep 2026\n",
    ),
    (
        "move piano:recital 2026-09-14",
        "piano:recital Recital is now on Mon 14 Sep 2026, was on Sun 20 Sep 2026\n",
    ),
    (
        "due piano:recital 2026-09-21",
        "piano:recital Recital is now on Mon 21 Sep 2026, was on Mon 14 Sep 2026\n",
    ),
    (
        "due piano:w01.1 2026-09-12",
        "piano:w01.1 Recording is due Sat 12 Sep 2026\n",
    ),
    (
        "due piano:Recording --remove",
        "piano:w01.1 Recording has no due date of its own now\n",
    ),
    (
        "shift 1w --from piano:d2",
        "1 slot, 30 min shifted by 1 week\n",
    ),
    ("skip piano:overdue", "Nothing is overdue.\n"),
    ("skip overdue --in piano:w1", "Nothing is overdue.\n"),
    (
        "recover --let-go --in piano:w1",
        "No overdue slots, no slots on rest days.\n",
    ),
    (
        "done piano:scales",
        "✓ piano:scales Scales   planned 30 min\n",
    ),
    (
        "note piano:w01.1 loud",
        "note piano:w01.1 Recording: loud\n",
    ),
];

#[test]
fn every_verb_takes_targets_of_another_plan() {
    let home = home();
    let journal = || fs::read(home.home().join("state/algebra/journal.jsonl")).expect("a journal");
    let before = journal();
    for (line, expected) in VERBS {
        let answer = shown(&home, line);
        let expected = format!("Piano (piano)\n{expected}");
        assert!(answer.starts_with(&expected), "{line}: {answer}");
    }
    let recital = "\
piano:recital Recital                                                   Mon 21 Sep 2026 · in 14 days
  exam · added by you · moved from Sun 20 Sep 2026
  covers w1
  1 of the 2 slots it covers is done
";
    assert_eq!(shown(&home, "show piano:recital"), recital);
    // Marks are moved from one slot to another of the plan that the first one names.
    shown(&home, "doctor --relink piano:scales=etude");
    let etude = shown(&home, "show piano:etude");
    assert!(etude.starts_with("✓ Etude"), "{etude}");
    let no_link = "\
error: `piano:scales` has no link
hint: `plan --plan piano resources` shows which entries have one
";
    assert_eq!(refused(&home, "open piano:scales", 2), no_link);
    assert_eq!(journal(), before);
    let several = "\
error: `piano:` and `algebra:w1` are of different plans
hint: run the command once for each plan
";
    assert_eq!(
        refused(&home, "skip piano:overdue --in algebra:w1", 2),
        several
    );
}

#[test]
fn targets_of_several_plans_are_refused_and_nothing_is_recorded() {
    let home = followed();
    let before = fs::read(home.home().join("state/algebra/journal.jsonl")).expect("a journal");
    let expected = "\
error: `1` and `piano:1` are of different plans
hint: run the command once for each plan
";
    assert_eq!(refused(&home, "done 1 piano:1", 2), expected);
    assert_eq!(
        refused(&home, "done algebra:1, piano:1", 2),
        expected.replace("`1`", "`algebra:1`")
    );
    let after = fs::read(home.home().join("state/algebra/journal.jsonl")).expect("a journal");
    assert_eq!(after, before);
    // Several of one plan, as screens list them.
    assert_eq!(
        shown(&home, "done piano:1, piano:d2.1"),
        "Piano (piano)\n✓ piano:scales Scales   planned 30 min\n✓ piano:etude Etude   planned 30 min\n  \
         nothing left today\n"
    );
}

#[test]
fn undo_takes_back_the_latest_step_of_any_followed_plan() {
    let home = followed();
    shown(&home, "done 1");
    shown(&home, "done piano:1");
    shown(&home, "done 2");
    let steps = [
        (
            "undo",
            "Linear algebra (algebra)\nundone: done ex1 Exercises\n",
        ),
        (
            "undo 2",
            "Piano (piano)\nundone: done piano:scales Scales\n\
             Linear algebra (algebra)\nundone: done vec Vectors\n",
        ),
        (
            "redo",
            "Linear algebra (algebra)\nredone: done vec Vectors\n",
        ),
        ("redo", "Piano (piano)\nredone: done piano:scales Scales\n"),
        (
            "--plan algebra undo",
            "Linear algebra (algebra)\nundone: done vec Vectors\n",
        ),
        ("undo", "Piano (piano)\nundone: done piano:scales Scales\n"),
    ];
    for (line, expected) in steps {
        assert_eq!(shown(&home, line), expected, "{line}");
    }
    // Control: what is not followed is passed over.
    follow(&home, "[]");
    shown(&home, "done piano:1");
    let begin = "\
Linear algebra (algebra)
undone: begin on Mon 7 Sep 2026   recorded for Sun 6 Sep 2026
";
    assert_eq!(home.run(&["undo"]).ok(), begin);
}
