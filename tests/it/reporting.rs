//! What a command says about what it has just done: what still holds, which plan and day it is
//! about, and nothing that isn't so.

use crate::sandbox::Sandbox;

const PLAN: &str = "\
plan: small
title: Small steps
time_budget: {weekday: 8h, weekend: 8h}
milestones:
  - {title: Half of it, due: 1 week, goals: [{text: A week and its page, by: [w1, w01.1]}]}
weeks:
  - title: First
    days:
      - weekday: mon
        slots:
          - {time: 19:00-20:00, title: Alpha}
          - {time: 20:00-21:00, title: Beta}
          - {time: 21:00-22:00, title: Gamma}
      - weekday: tue
        slots:
          - {time: 20:00-21:00, title: Delta}
    deliverables: [A page of notes]
  - days:
      - weekday: mon
        slots:
          - {time: 19:00-20:00, title: Epsilon}
          - {time: 20:00-21:30, title: Zeta}
";

const OTHER: &str = "\
plan: other
title: Other things
days:
  - weekday: mon
    slots: [{time: 09:00-10:00, title: Omega}]
";

/// The plan, begun on Mon 7 Sep 2026.
fn home() -> Sandbox {
    let home = Sandbox::new().at("2026-09-07T18:00:00");
    home.file("plan.yaml", PLAN);
    home.run(&["init", "plan.yaml", "--start", "2026-09-07"])
        .ok();
    home
}

/// What the command prints to stdout and stderr.
fn both(home: &Sandbox, line: &str) -> (String, String) {
    let args: Vec<&str> = line.split(' ').collect();
    let out = home.run(&args);
    (out.stdout, out.stderr)
}

#[track_caller]
fn says(home: &Sandbox, line: &str, stdout: &str, stderr: &str) {
    let (out, err) = both(home, line);
    assert_eq!((&*out, &*err), (stdout, stderr), "{line}");
}

#[test]
fn undo_says_which_mark_still_holds() {
    let home = home();
    home.run(&["done", "1", "--took", "1h"]).ok();
    home.run(&["done", "1", "--took", "2h"]).ok();
    says(
        &home,
        "undo",
        "undone: done d01-1900 Alpha\n  d01-1900 Alpha is still done, 1 h\n",
        "",
    );
    says(&home, "undo", "undone: done d01-1900 Alpha\n", "");
    home.run(&["skip", "2"]).ok();
    home.run(&["done", "2"]).ok();
    says(
        &home,
        "undo",
        "undone: done d01-2000 Beta\n  d01-2000 Beta is still skipped\n",
        "",
    );
    home.run(&["done", "3"]).ok();
    home.run(&["skip", "3", "--why", "ill"]).ok();
    says(
        &home,
        "undo",
        "undone: skip d01-2100 Gamma\n  d01-2100 Gamma is still done\n",
        "",
    );
    home.run(&["skip", "w01.1"]).ok();
    home.run(&["done", "w01.1"]).ok();
    says(
        &home,
        "undo",
        "undone: done w01.1 A page of notes\n  w01.1 A page of notes is still skipped\n",
        "",
    );
}

/// A repeat that says nothing new is neither listed nor a step back; one with a duration or a reason
/// is both.
#[test]
fn what_the_log_lists_is_what_undo_takes_back() {
    let home = home();
    let log = |rows: &str| {
        let head = "when              what   slot      title\n\
                    2026-09-07 18:00  begin            Mon 7 Sep 2026\n";
        let out = home.run(&["log"]).ok();
        let lines = out.lines().map(|line| line.trim_end().to_owned() + "\n");
        assert_eq!(lines.collect::<String>(), format!("{head}{rows}"));
    };
    home.run(&["done", "1"]).ok();
    home.run(&["done", "1"]).ok();
    home.run(&["done", "1", "--took", "50m"]).ok();
    home.run(&["done", "1"]).ok();
    home.run(&["skip", "2"]).ok();
    home.run(&["skip", "2"]).ok();
    home.run(&["skip", "2", "--why", "ill"]).ok();
    // Of this step only the third slot is new.
    home.run(&["done", "1", "3"]).ok();
    log("\
2026-09-07 18:00  done   d01-1900  Alpha
2026-09-07 18:00  done   d01-1900  Alpha           again 50 min
2026-09-07 18:00  skip   d01-2000  Beta
2026-09-07 18:00  skip   d01-2000  Beta            again: ill
2026-09-07 18:00  done   d01-2100  Gamma
");
    assert_eq!(
        home.run(&["undo", "5"]).ok(),
        "\
undone: done d01-2100 Gamma
undone: skip d01-2000 Beta
undone: skip d01-2000 Beta
undone: done d01-1900 Alpha
undone: done d01-1900 Alpha
"
    );
    log("\
2026-09-07 18:00  done   d01-1900  Alpha           (undone)
2026-09-07 18:00  done   d01-1900  Alpha           (undone) again 50 min
2026-09-07 18:00  skip   d01-2000  Beta            (undone)
2026-09-07 18:00  skip   d01-2000  Beta            (undone) again: ill
2026-09-07 18:00  done   d01-2100  Gamma           (undone)
2026-09-07 18:00  undo             d01-2100 Gamma
2026-09-07 18:00  undo             d01-2000 Beta
2026-09-07 18:00  undo             d01-2000 Beta
2026-09-07 18:00  undo             d01-1900 Alpha
2026-09-07 18:00  undo             d01-1900 Alpha
");
}

#[test]
fn undo_says_which_date_still_holds() {
    let home = home();
    home.run(&["move", "d02-2000", "wed"]).ok();
    home.run(&["move", "d02-2000", "thu"]).ok();
    says(
        &home,
        "undo",
        "undone: move d02-2000 Delta to Thu 10 Sep 2026 20:00-21:00\n  \
         d02-2000 Delta is still moved to Wed 9 Sep 2026 20:00-21:00\n",
        "",
    );
    says(
        &home,
        "undo",
        "undone: move d02-2000 Delta to Wed 9 Sep 2026 20:00-21:00\n",
        "",
    );
    home.run(&["off", "thu"]).ok();
    home.run(&["off", "wed..fri", "--why", "flu"]).ok();
    says(
        &home,
        "undo",
        "undone: rest on Wed 9 - Fri 11 Sep 2026\n  Thu 10 Sep 2026 is still a rest day\n",
        "",
    );
    home.run(&["init", "--restart", "--start", "2026-09-14"])
        .ok();
    says(
        &home,
        "undo",
        "undone: begin on Mon 14 Sep 2026\n  the plan still begins on Mon 7 Sep 2026\n",
        &format!(
            "hint: {}/plan.yaml is still followed; `plan init PLAN` chooses another plan\n",
            home.home().display()
        ),
    );
}

#[test]
fn with_marks_in_several_plans_the_plan_is_named() {
    let home = home();
    home.file("other.yaml", OTHER);
    says(
        &home,
        "done 1",
        "✓ d01-1900 Alpha   planned 1 h\n  left today: 2, 3 (2 h)\n",
        "",
    );
    home.run(&["--plan", "other.yaml", "done", "1"]).ok();
    says(
        &home,
        "done 2",
        "Small steps (small)\n✓ d01-2000 Beta   planned 1 h\n  left today: 3 (1 h)\n",
        "",
    );
    says(
        &home,
        "undo",
        "Small steps (small)\nundone: done d01-2000 Beta\n",
        "",
    );
    says(
        &home,
        "redo",
        "Small steps (small)\nredone: done d01-2000 Beta\n",
        "",
    );
    says(
        &home,
        "skip 3",
        "Small steps (small)\n– d01-2100 Gamma   planned 1 h\n  nothing left today\n",
        "",
    );
    says(
        &home,
        "off wed",
        "Small steps (small)\nrest on Wed 9 Sep 2026\n",
        "",
    );
    says(
        &home,
        "move d02-2000 thu",
        "Small steps (small)\n\
         d02-2000 Delta  to Thu 10 Sep 2026 20:00-21:00 (planned for Tue 8 Sep 2026)\n  \
         w01.1 A page of notes is due on Thu 10 Sep 2026 now, not on Tue 8 Sep 2026\n",
        "",
    );
}

#[test]
fn recover_names_the_plan_too() {
    let (alone, with_others) = (home(), home());
    with_others.file("other.yaml", OTHER);
    with_others.run(&["--plan", "other.yaml", "done", "1"]).ok();
    let applied = |home: &Sandbox| {
        let friday = home.at("2026-09-11T18:00:00");
        friday.run(&["recover", "--catch-up", "--apply"]).ok()
    };
    let expected = format!("Small steps (small)\n{}", applied(&alone));
    assert_eq!(applied(&with_others), expected);
}

#[test]
fn a_date_other_than_today_is_named() {
    let home = home();
    let tuesday = home.at("2026-09-08T18:00:00");
    says(
        &tuesday,
        "done 1 --date mon",
        "✓ d01-1900 Alpha   planned 1 h\n  left on Mon 7 Sep 2026: 2, 3 (2 h)\n",
        "",
    );
    says(
        &tuesday,
        "undo",
        "undone: done d01-1900 Alpha   recorded for Mon 7 Sep 2026\n",
        "",
    );
    // Nothing is planned for Wednesday, so nothing can be left of it.
    let thursday = home.at("2026-09-10T18:00:00");
    says(
        &thursday,
        "done d01-1900 --date wed",
        "Wed 9 Sep 2026\n✓ d01-1900 Alpha   planned 1 h\n",
        "",
    );
    // Before the start, the numbers are those of Day 1.
    let before = home.at("2026-09-03T18:00:00");
    says(
        &before,
        "done 2",
        "✓ d01-2000 Beta   planned 1 h\n  left on Mon 7 Sep 2026: 3 (1 h)\n",
        "",
    );
}

#[test]
fn a_restart_on_the_same_date_is_no_step() {
    let home = home();
    home.run(&["done", "1"]).ok();
    let before = home.journal("small");
    let unchanged = "Small steps began on Mon 7 Sep 2026: nothing was changed\n  \
                     its last day is Mon 14 Sep 2026\n";
    says(
        &home,
        "init plan.yaml --restart --start 2026-09-07",
        unchanged,
        "",
    );
    // The coming Monday, from a Monday on, is that day.
    says(&home, "init plan.yaml --restart", unchanged, "");
    assert_eq!(home.journal("small"), before);
    // The control: another date is a step.
    home.run(&["init", "plan.yaml", "--restart", "--start", "2026-09-14"])
        .ok();
    assert_ne!(home.journal("small"), before);
}

#[test]
fn a_day_without_events_is_named_in_the_log() {
    let home = Sandbox::new().at("2026-09-07T18:00:00");
    says(&home, "log", "nothing recorded yet\n", "");
    home.run(&["done", "1"]).ok();
    says(
        &home,
        "log --date 2026-09-05",
        "nothing recorded for Sat 5 Sep 2026\n",
        "",
    );
}

#[test]
fn no_columns_mean_an_unknown_width() {
    let home = home();
    let at = |columns: &str| home.env("COLUMNS", columns).run(&["today"]).ok();
    // Without a terminal it is 100, which the sandbox sets too.
    for unknown in ["0", "", "wide", "-1", "99999999999999999999"] {
        assert_eq!(at(unknown), at("100"), "{unknown}");
    }
    // The control: a narrow screen is another.
    assert_ne!(at("30"), at("100"));
}

#[test]
fn more_hours_than_a_day_has_get_a_warning() {
    let home = home();
    home.run(&["done", "1", "--took", "13h"]).ok();
    let warning = "warning: 25 h are recorded for Mon 7 Sep 2026, more than a day has; \
                   `plan undo` reverts it\n";
    says(
        &home,
        "done 2 --took 12h",
        "✓ d01-2000 Beta   12 h (planned 1 h)\n  left today: 3 (1 h)\n",
        warning,
    );
    // A mark without a time adds nothing, and to undo it changes nothing.
    says(
        &home,
        "done 3",
        "✓ d01-2100 Gamma   planned 1 h\n  nothing left today\n",
        "",
    );
    // Eleven hours instead of twelve are as much as there is.
    says(
        &home,
        "done 2 --took 11h",
        "✓ d01-2000 Beta   was already done   11 h (planned 1 h)\n  nothing left today\n",
        "",
    );
}

#[test]
fn without_a_target_the_open_slots_are_listed() {
    let home = home();
    home.run(&["done", "2"]).ok();
    let listed = "error: no target given\n\
                  hint: open today: 1 d01-1900 Alpha; 3 d01-2100 Gamma\n";
    says(&home, "done", "", listed);
    says(&home, "skip --why ill", "", listed);
    says(
        &home,
        "done --date 2026-09-08",
        "",
        "error: no target given\nhint: open on Tue 8 Sep 2026: 1 d02-2000 Delta\n",
    );
    // Nothing is open on Wednesday.
    says(
        &home,
        "done --date 2026-09-09",
        "",
        "error: no target given\nhint: next: d01-1900 Alpha\n",
    );
    assert_eq!(home.run(&["done"]).code, 2);
}

#[test]
fn a_warning_is_about_this_step_only() {
    let home = home();
    // Delta, the last slot of its week, meets Zeta on the Monday after.
    let warned = both(&home, "move d02-2000 2026-09-14").1;
    assert_eq!(
        warned,
        "warning: d02-2000 Delta and d03-2000 Zeta overlap on Mon 14 Sep 2026; \
         `plan undo` reverts it\n"
    );
    // Gamma, which comes before Delta, meets nothing there at 18:00.
    says(
        &home,
        "move d01-2100 2026-09-14 --at 18:00",
        "d01-2100 Gamma  to Mon 14 Sep 2026 18:00-19:00 (planned for Mon 7 Sep 2026)\n",
        "",
    );
    // Rest that is declared already is no step.
    let late = home.at("2026-09-20T18:00:00");
    let after_end = "warning: Wed 30 Sep 2026 is after the plan's end on Mon 14 Sep 2026; \
                     `plan undo` reverts it\n";
    assert!(both(&late, "off 2026-09-30").1.starts_with(after_end));
    assert!(!both(&late, "off 2026-09-30").1.contains("plan undo"));
}

#[test]
fn undo_is_offered_only_where_it_helps() {
    let home = home();
    home.run(&["done", "1"]).ok();
    let refused = "error: d01-1900 Alpha is already done\n";
    says(
        &home,
        "move d01-1900 wed",
        "",
        &format!("{refused}hint: only open slots can be moved; `plan undo` takes back its mark\n"),
    );
    home.run(&["done", "2"]).ok();
    says(
        &home,
        "move d01-1900 wed",
        "",
        &format!("{refused}hint: done and skipped slots are never moved\n"),
    );
    // In the morning, 23:30 is of the day before.
    let morning = home.at("2026-09-08T06:00:00");
    let hint = "hint: recorded for yesterday, Mon 7 Sep 2026; `plan undo` reverts it\n";
    says(
        &morning,
        "done d01-2100 --at 23:30",
        "✓ d01-2100 Gamma   planned 1 h\n  nothing left on Mon 7 Sep 2026\n",
        hint,
    );
    // The second time it is no step.
    says(
        &morning,
        "done d01-2100 --at 23:30",
        "✓ d01-2100 Gamma   was already done on Mon 7 Sep 2026   planned 1 h\n  nothing left on Mon 7 Sep 2026\n",
        "",
    );
}

#[test]
fn titles_accompany_ids() {
    let home = home();
    home.run(&["done", "1-2"]).ok();
    home.run(&["undo"]).ok();
    home.run(&["shift", "1w", "--from", "d2"]).ok();
    let log = home.run(&["log"]).ok();
    let lines: Vec<&str> = log.lines().map(str::trim_end).collect();
    assert_eq!(
        lines,
        [
            "when              what   slot      title",
            "2026-09-07 18:00  begin            Mon 7 Sep 2026",
            "2026-09-07 18:00  done   d01-1900  Alpha                                  (undone)",
            "2026-09-07 18:00  done   d01-2000  Beta                                   (undone)",
            "2026-09-07 18:00  undo             d01-1900 Alpha; d01-2000 Beta",
            "2026-09-07 18:00  shift            3 slots from d02-2000 Delta by 1 week",
        ]
    );
    says(
        &home,
        "undo",
        "undone: shift of 3 slots by 1 week from d02-2000 Delta on\n",
        "",
    );
    let home = home.at("2026-09-07T18:00:00");
    home.run(&["move", "d02-2000", "2026-09-14"]).ok();
    let week = home.run(&["week"]).ok();
    assert_eq!(
        week.lines().nth(3),
        Some("1 slot moved to later weeks: d02-2000 Delta to Mon 14 Sep")
    );
    says(
        &home,
        "milestones",
        "\
Half of it                                                                       due Mon 14 Sep 2026
  · A week and its page
    ──────────────── 0/4   deliverables 0/1   by w1 First; w01.1 A page of notes
",
        "",
    );
    says(
        &home,
        "done w01.1 --took 1h",
        "",
        "error: w01.1 A page of notes is a deliverable: it has no duration of its own\n\
         hint: `--took` applies to slots: record it with the slots you worked on\n",
    );
}

#[test]
fn what_was_skipped_is_named_next_to_what_was_done() {
    let home = home();
    home.run(&["done", "1-2"]).ok();
    home.run(&["skip", "3", "d2", "w01.1"]).ok();
    says(
        &home,
        "milestones",
        "Half of it                                                             due Mon 14 Sep 2026 · reached\n  \
         ✓ A week and its page\n    \
         ████████──────── 2/4, 2 skipped   deliverables 0/1, 1 skipped   by w1 First; w01.1 A page of\n      \
         notes\n",
        "",
    );
    let status = " now      nothing\n \
                  next     d03-1900 Epsilon  Mon 14 Sep 19:00-20:00\n \
                  week     ██████████────────── 2/4, 2 skipped\n \
                  plan     ██████────────────── 2/6, 2 skipped\n";
    says(&home, "status", status, "");
    let report = home.run(&["report"]).ok();
    assert_eq!(
        report.lines().find(|line| line.starts_with("Deliv")),
        Some("Deliverables  0/1, 1 skipped")
    );
}

/// Of a week of the plan, everything but phases and topics is of that week.
#[test]
fn a_report_on_a_week_counts_that_week_only() {
    let home = home();
    home.run(&["done", "1"]).ok();
    home.run(&["skip", "2"]).ok();
    home.run(&["skip", "d03-1900"]).ok();
    let late = home.at("2026-09-16T12:00:00");
    let week = "\
Mon 7 - Tue 8 Sep 2026 · Week 1                        done 1/4   skipped 1   overdue 2   1 h of 4 h
  Mon  Day 1  █████───────────  1/3  1 h  1 skipped
  Tue  Day 2  ────────────────  0/1

Deliverables  0/1
 ! w01.1 A page of notes

 overdue  d01-2100 Gamma (Mon 7 Sep), 1 h
          d02-2000 Delta (Tue 8 Sep), 1 h
          w01.1 A page of notes (Tue 8 Sep)
          1 slot elsewhere in the plan: `plan report --all`
 worked   Mon 1h00m
 pace     0.33 of what was due; 2 slots behind; 1 skipped, not counted
";
    says(&late, "report w1", week, "");
    let json = late.run(&["report", "w2", "--json"]).json();
    assert_eq!(json["overdue"].as_array().unwrap().len(), 1);
    assert_eq!(json["overdue_deliverables"].as_array().unwrap().len(), 0);
    assert_eq!(json["pace"]["slots_skipped"], 1);
    assert_eq!(json["pace"]["due_minutes"], 90);
}

#[test]
fn a_report_on_dates_or_on_everything_counts_them_only() {
    let home = home();
    home.run(&["done", "1"]).ok();
    home.run(&["skip", "2"]).ok();
    home.run(&["skip", "d03-1900"]).ok();
    let late = home.at("2026-09-16T12:00:00");
    let from_overdue = |line: &str| {
        let report = both(&late, line).0;
        report[report.find("\n overdue").unwrap() + 1..].to_owned()
    };
    let dates = "report --since 2026-09-07 --until 2026-09-08";
    // Other ranges than a week name their dates in full.
    let of_week = from_overdue("report w1").replace("worked   Mon 1h", "worked   Mon 7 Sep 1h");
    assert_eq!(from_overdue(dates), of_week);
    assert_eq!(
        from_overdue("report"),
        " overdue  d03-2000 Zeta (Mon 14 Sep), 1 h 30 min
          2 slots, 1 deliverable elsewhere in the plan: `plan report --all`
 pace     0.00 of what was due; 1 slot behind; 1 skipped, not counted
"
    );
    // The hours of two weeks are a map above.
    assert_eq!(
        from_overdue("report --all"),
        " overdue  Week 1: 2 slots, 2 h
            d01-2100 Gamma (Mon 7 Sep), 1 h
            d02-2000 Delta (Tue 8 Sep), 1 h
          Week 2: 1 slot, 1 h 30 min
            d03-2000 Zeta (Mon 14 Sep), 1 h 30 min
          w01.1 A page of notes (Tue 8 Sep)
 pace     0.22 of what was due; 3 slots behind; 2 skipped, not counted
"
    );
    // What is skipped ahead of time is not of what was due.
    let early = home.at("2026-09-08T22:00:00");
    assert_eq!(
        from_overdue("report --all").lines().last(),
        Some(" pace     0.22 of what was due; 3 slots behind; 2 skipped, not counted")
    );
    let report = both(&early, "report --all").0;
    assert_eq!(
        report.lines().find(|line| line.starts_with(" pace")),
        Some(
            " pace     0.33 of what was due; 2 slots behind; 1 skipped of what was due so far, not \
             counted"
        )
    );
}

/// What comes next is open, and not before today.
#[test]
fn next_is_what_is_open_from_today_on() {
    let home = home();
    home.run(&["done", "d03-1900"]).ok();
    let next = |now: &str, line: &str| {
        let report = both(&home.at(now), line).0;
        let next = report.lines().find(|line| line.starts_with(" next"));
        next.unwrap_or_default().to_owned()
    };
    let zeta = " next     Mon 14 Sep Week 2: 1 slot, 1 h 30 min";
    assert_eq!(next("2026-09-08T12:00:00", "report"), zeta);
    assert_eq!(next("2026-09-08T12:00:00", "report 1"), zeta);
    assert_eq!(next("2026-09-14T12:00:00", "report 1"), zeta);
    assert_eq!(next("2026-09-15T12:00:00", "report 1"), "");
    let monday = " next     Tue 8 Sep Week 1: 1 slot, 1 h";
    let dates = "report --since 2026-09-07 --until 2026-09-07";
    assert_eq!(
        next("2026-09-08T12:00:00", dates),
        monday.replace("Week 1", "Week 1 First")
    );
}

#[test]
fn a_repeat_keeps_the_date_of_the_mark() {
    let home = home();
    home.run(&["done", "1"]).ok();
    let wednesday = home.at("2026-09-09T18:00:00");
    says(
        &wednesday,
        "done d01-1900 --date yesterday",
        "✓ d01-1900 Alpha   was already done on Mon 7 Sep 2026   planned 1 h\n  \
         left on Tue 8 Sep 2026: 1 (1 h)\n",
        "",
    );
    says(
        &wednesday,
        "done d01-1900 --date yesterday --took 80m",
        "✓ d01-1900 Alpha   was already done on Mon 7 Sep 2026   1 h 20 min (planned 1 h)\n  \
         left on Tue 8 Sep 2026: 1 (1 h)\n",
        "",
    );
    says(
        &wednesday,
        "log yesterday",
        "nothing recorded for Tue 8 Sep 2026\n",
        "",
    );
    let json = wednesday.run(&["log", "yesterday", "--json"]).json();
    assert_eq!(json["events"], serde_json::json!([]));
    says(
        &wednesday,
        "log mon",
        "\
when              what   slot      title
2026-09-07 18:00  begin            Mon 7 Sep 2026
2026-09-07 18:00  done   d01-1900  Alpha
2026-09-09 18:00  done   d01-1900  Alpha           again 1 h 20 min (for Mon 7 Sep 2026)
",
        "",
    );
    let json = wednesday.run(&["log", "mon", "--json"]).json();
    let events = json["events"].as_array().unwrap();
    let again: Vec<bool> = events.iter().map(|event| event["again"] == true).collect();
    assert_eq!(again, [false, false, true, true]);
}

#[test]
fn a_shift_that_begins_the_plan_says_so() {
    let home = Sandbox::new().at("2026-09-07T18:00:00");
    home.file("plan.yaml", OTHER);
    home.file("config/config.yaml", "");
    says(
        &home,
        "--plan plan.yaml shift 1w",
        "\
the plan begins on Mon 7 Sep 2026
1 slot, 1 h shifted by 1 week
  first d01-0900 Omega  Mon 14 Sep 2026 09:00-10:00
  last  d01-0900 Omega  Mon 14 Sep 2026 09:00-10:00
",
        "hint: `other` is not followed: `plan --plan other undo` takes this back\n",
    );
    says(
        &home,
        "--plan plan.yaml log",
        "\
when              what   slot  title
2026-09-07 18:00  begin        Mon 7 Sep 2026
2026-09-07 18:00  shift        1 slot from d01-0900 Omega by 1 week
",
        "",
    );
}

#[test]
fn milestones_say_missed_and_reached_late() {
    let home = home();
    let late = home.at("2026-09-16T12:00:00");
    let head = |home: &Sandbox| {
        let said = home.run(&["milestones"]).ok();
        said.lines()
            .next()
            .unwrap_or_default()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(head(&home), "Half of it due Mon 14 Sep 2026");
    assert_eq!(head(&late), "Half of it due Mon 14 Sep 2026 · missed");
    late.run(&["done", "d1", "d2", "w01.1"]).ok();
    assert_eq!(head(&late), "Half of it due Mon 14 Sep 2026 · reached late");
    let json = late.run(&["milestones", "--json"]).json();
    assert_eq!(json["milestones"][0]["reached_on"], "2026-09-16");
    assert_eq!(json["milestones"][0]["state"], "reached");
}

#[test]
fn today_and_status_name_what_is_due_today() {
    let home = home();
    let tue = home.at("2026-09-08T21:30:00");
    tue.run(&["done", "d1", "d2"]).ok();
    says(
        &tue,
        "today",
        "Small steps                                                                           Tue 8 Sep 2026\n\
         Day 2 Tue · Week 1 First                                   week ██████████ 4/4   plan ██████──── 4/6\n\
         \n      \
         time         slot   to do\n \
         ✓ 1  20:00-21:00  Delta\n\
         \n \
         due      w01.1 A page of notes\n \
         next     Mon 14 Sep Day 3 Mon: 2 slots, 2 h 30 min\n",
        "",
    );
    says(
        &tue,
        "status",
        " now      nothing\n \
         next     d03-1900 Epsilon  Mon 14 Sep 19:00-20:00\n \
         week     ████████████████████ 4/4\n \
         plan     █████████████─────── 4/6\n \
         due      w01.1 A page of notes\n",
        "",
    );
    tue.run(&["done", "w01.1"]).ok();
    assert_eq!(
        tue.run(&["status", "--json"]).json()["due_deliverables"],
        serde_json::json!([])
    );
}

#[test]
fn what_is_overdue_on_another_date_is_what_status_says() {
    let home = home().at("2026-09-09T12:00:00");
    let overdue = |verb: &str, date: &str| {
        let json = home.run(&[verb, date, "--json"]).json();
        let count = |key: &str| json[key].as_array().map(Vec::len);
        (count("overdue"), count("overdue_deliverables"))
    };
    for (date, slots, deliverables) in [
        ("2026-01-01", 0, 0),
        ("2026-09-08", 3, 0),
        ("2026-09-09", 4, 1),
        ("2026-09-14", 4, 1),
        ("2026-09-15", 6, 1),
    ] {
        let expected = (Some(slots), Some(deliverables));
        assert_eq!(overdue("today", date), expected, "today {date}");
        assert_eq!(overdue("status", date), expected, "status {date}");
    }
    // Nothing is running on a day to come, whatever time it is now.
    let later = home
        .at("2026-09-09T19:30:00")
        .run(&["today", "2026-09-14"])
        .ok();
    assert_eq!(later.lines().nth(4), Some("   1  19:00-20:00  Epsilon"));
}
