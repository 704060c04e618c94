//! Slots in several sittings: each counts once, and its minutes where they are.

use crate::sandbox::Sandbox;

/// Two weeks, Monday, Wednesday and Friday, 19:00-20:30.
pub const PLAN: &str = "\
plan: a
title: Plan A
weeks:
  - title: One
    days:
      - {weekday: mon, slots: [{time: 19:00-20:30, title: A1}]}
      - {weekday: wed, slots: [{time: 19:00-20:30, title: A2}]}
      - {weekday: fri, slots: [{time: 19:00-20:30, title: A3}]}
  - title: Two
    days:
      - {weekday: mon, slots: [{time: 19:00-20:30, title: B1}]}
      - {weekday: wed, slots: [{time: 19:00-20:30, title: B2}]}
      - {weekday: fri, slots: [{time: 19:00-20:30, title: B3}]}
";

/// Fitted into an hour an evening, so that every slot has two sittings:
///
/// ```text
/// Mon 7   A1 60          Mon 14  B1 60
/// Tue 8   A1 30, A2 30   Tue 15  B2 60
/// Wed 9   A2 60          Wed 16  B2 30, B3 30
/// Thu 10  A3 60          Thu 17  B3 60
/// Fri 11  A3 30, B1 30
/// ```
fn fitted() -> Sandbox {
    let home = Sandbox::new()
        .at("2026-12-07T18:30:00")
        .env("COLUMNS", "80");
    home.file("a.yaml", PLAN);
    home.run(&["init", "a.yaml"]).ok();
    home.run(&["fit", "--hours", "mon-fri=19:00-20:00", "--apply"])
        .ok();
    home
}

/// Three hours are overdue: all of A1 and A2.
const OVERDUE: &str = " overdue  d01-1900 A1 (1 of 2) (Mon 7 Dec), 1 h
          d01-1900 A1 (2 of 2) (Tue 8 Dec), 30 min
          d02-1900 A2 (1 of 2) (Tue 8 Dec), 30 min
          d02-1900 A2 (2 of 2) (Wed 9 Dec), 1 h
";

#[test]
fn overdue_slots_count_once() {
    let home = fitted().at("2026-12-10T08:30:00");
    let told = home.run(&["status"]).ok();
    assert_eq!(
        told,
        "\x20now      nothing
 next     d03-1900 A3  Thu 10 Dec 19:00-20:00
 week     ──────────────────── 0/3
 plan     ──────────────────── 0/6
 overdue  2 slots
"
    );
    let report = home.run(&["report"]).ok();
    assert_eq!(
        report.lines().next(),
        Some("Mon 7 - Sun 13 Dec 2026 · Weeks 1-2          done 0/3   overdue 2   0 min of 5 h")
    );
    assert!(report.contains(OVERDUE), "{report}");
    // Both have sittings on Tuesday, so no other is overdue elsewhere.
    let report = home
        .run(&["report", "--since", "2026-12-08", "--until", "2026-12-08"])
        .ok();
    let overdue: Vec<&str> = OVERDUE.lines().collect();
    let expected = format!(" overdue  {}\n{}\n", overdue[1].trim(), overdue[2]);
    assert!(report.contains(&expected), "{report}");
    assert!(!report.contains("elsewhere"), "{report}");
    let report = home
        .run(&["report", "--since", "2026-12-07", "--until", "2026-12-07"])
        .ok();
    assert!(report.contains("1 slot elsewhere in the plan"), "{report}");
    let json = home.run(&["today", "--json"]).json();
    assert_eq!(json["progress"]["plan"]["overdue"], 2);
}

#[test]
fn what_is_let_go_has_all_its_minutes_and_one_row_a_slot() {
    let home = fitted().at("2026-12-10T08:30:00");
    let rows = "
  slot      title  from
  d01-1900  A1     Mon 7 Dec
  d02-1900  A2     Tue 8 Dec
";
    let told = home.run(&["skip", "overdue"]);
    assert_eq!(told.ok(), format!("2 slots, 3 h overdue\n{rows}"));
    assert_eq!(
        home.run(&["recover", "--let-go"]).ok(),
        format!(
            "\
2 slots, 3 h to reschedule from Mon 7 Dec on
the plan's last date is Thu 17 Dec 2026
let-go would skip 2 slots, 3 h; the plan would end on Thu 17 Dec 2026, its last
  date
{rows}"
        )
    );
    let json = home.run(&["recover", "--json"]).json();
    assert_eq!(
        json["ways"][3]["skips"],
        serde_json::json!(["d01-1900", "d02-1900"])
    );
    home.run(&["skip", "overdue", "--apply"]).ok();
    assert_eq!(home.run(&["skip", "overdue"]).ok(), "Nothing is overdue.\n");
}

/// On Wednesday evening, the second sitting of A2 is not overdue yet; it is let go with the first.
#[test]
fn what_is_not_overdue_is_named_if_it_is_skipped_too() {
    let home = fitted().at("2026-12-09T20:30:00");
    let rows = "
  slot      title  from
  d01-1900  A1     Mon 7 Dec
  d02-1900  A2     Tue 8 Dec
";
    assert_eq!(
        home.run(&["skip", "overdue"]).ok(),
        format!(
            "2 slots, 2 h overdue\n  3 h to skip, with sittings of the same slots that are not overdue\n{rows}"
        )
    );
    assert_eq!(
        home.run(&["recover"]).ok(),
        "\
2 slots, 2 h to reschedule from Mon 7 Dec on
the plan's last date is Thu 17 Dec 2026

                catch-up        rebalance     extend        let-go
  ends          not all placed  22 Dec 2026   24 Dec 2026   17 Dec 2026
  plan's end    2 slots left    5 days after  7 days after  same day
  moves         none            6 slots       6 slots       none
                                9 h           9 h
  skips         none            none          none          2 slots
  heaviest day  1 h             1 h           1 h           1 h
                on 7 days       on 9 days     on 9 days     on 6 days
  not placed    2 slots         none          none          none

  recommended: rebalance, which places everything; of those that do, it ends
  soonest

  Not placed by catch-up
    d01-1900 A1  no room before the end of the plan
    d02-1900 A2  no room before the end of the plan
"
    );
}

#[test]
fn a_slot_whose_sittings_are_all_recorded_is_not_skipped() {
    let home = fitted();
    home.at("2026-12-07T20:00:00")
        .run(&["done", "1", "--took", "50m"])
        .ok();
    let home = home.at("2026-12-08T19:30:00");
    home.run(&["done", "1"]).ok();
    for target in ["1", "d1", "d01-1900", "A1"] {
        assert_eq!(
            home.run(&["skip", target]).ok(),
            "nothing to record: none of these slots is open\n  left today: 2 (30 min)\n",
            "{target}"
        );
    }
    // Of one that is begun, the rest is.
    let home = home.at("2026-12-08T20:00:00");
    home.run(&["done", "2"]).ok();
    assert_eq!(
        home.at("2026-12-09T20:00:00").run(&["skip", "1"]).ok(),
        "– d02-1900 A2   planned 1 h\n  nothing left today\n"
    );
}

#[test]
fn screens_say_which_sitting_is_meant() {
    let home = fitted();
    let heads = home.run(&["show", "d1"]).ok();
    let heads = heads.lines().filter(|line| line.ends_with("d01-1900"));
    let heads: Vec<&str> = heads
        .map(|line| line.trim_end_matches("d01-1900").trim())
        .collect();
    assert_eq!(heads, ["A1 (1 of 2)", "A1 (2 of 2)"]);
    let week = home.run(&["show", "w1"]).ok();
    let rows = week.lines().filter(|line| line.contains("d02-1900"));
    let rows: Vec<&str> = rows.map(str::trim).collect();
    assert_eq!(
        rows,
        [
            "d02-1900  19:30-20:00  A2 (1 of 2)",
            "d02-1900  19:00-20:00  A2 (2 of 2)"
        ]
    );
    let wide = home.env("COLUMNS", "120");
    let told = wide.run(&["move", "d01-1900 (2 of 2)", "2026-12-13"]).ok();
    assert_eq!(
        told.lines().next(),
        Some("d01-1900 A1 (2 of 2)  to Sun 13 Dec 2026 19:00-19:30 (planned for Tue 8 Dec 2026)")
    );
    // An undone fit says what it was.
    let home = fitted();
    home.run(&["undo"]).ok();
    let log = home.run(&["log"]).ok();
    let last = log.lines().last().unwrap_or_default();
    let words: Vec<&str> = last.split_whitespace().skip(2).collect();
    assert_eq!(words, ["undo", "mon-fri=19:00-20:00"]);
}
