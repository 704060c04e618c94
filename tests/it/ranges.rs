//! What `report` and `week` say of slots that were moved out of a range, or after the end.

use crate::sandbox::Sandbox;

const PLAN: &str = "\
plan: two
title: Two weeks
rest: [tue, wed, thu, sat, sun]
weeks:
- title: One
  days:
  - {weekday: mon, slots: [{time: 19:00-20:00, title: A1}]}
  - {weekday: fri, slots: [{time: 19:00-20:00, title: A2}]}
- title: Two
  days:
  - {weekday: mon, slots: [{time: 19:00-20:00, title: B1}]}
  - {weekday: fri, slots: [{time: 19:00-20:00, title: B2}]}
";

/// A home in which commands were run, each at its time.
fn home(steps: &[(&str, &str)]) -> Sandbox {
    let home = Sandbox::new().at("2026-09-07T18:00:00");
    home.file("two.yaml", PLAN);
    home.run(&["init", "two.yaml", "--start", "2026-09-07"])
        .ok();
    for (time, command) in steps {
        let words: Vec<&str> = command.split(' ').collect();
        home.at(time).run(&words).ok();
    }
    home
}

/// The lines of a report that begin with a label, or go on with one.
fn pace(home: &Sandbox, args: &[&str]) -> Vec<String> {
    let printed = home.run(args).ok();
    let mut lines = printed
        .lines()
        .skip_while(|line| !line.starts_with(" pace"));
    let first = lines.next().into_iter();
    let more = lines.take_while(|line| line.starts_with("   "));
    first
        .chain(more)
        .map(|line| line.trim().to_owned())
        .collect()
}

#[test]
fn a_pace_says_which_dates_it_goes_by() {
    let home = home(&[
        ("2026-09-07T20:30:00", "done 1"),
        ("2026-09-13T18:00:00", "move d2 2026-09-14 --at 17:00"),
    ]);
    let sunday = home.at("2026-09-13T18:00:00");
    let both = [
        "pace     0.50 of what was due by the plan's own dates; 1 slot behind",
        "1.00 of what was due by the current dates",
    ];
    for args in [&["report", "1"][..], &["report", "all"]] {
        assert_eq!(pace(&sunday, args), both, "{args:?}");
    }
    // Of dates that it was moved out of, the pace goes by the current ones, and says so.
    for args in [&["report"][..], &["report", "--since", "2026-09-07"]] {
        let now = "pace     1.00 of what was due by the current dates";
        assert_eq!(pace(&sunday, args), [now], "{args:?}");
    }
}

#[test]
fn days_before_a_slot_that_was_moved_past_the_end_are_free_also_when_it_is_done() {
    let home = home(&[
        ("2026-09-14T20:30:00", "done d1 d2 d3"),
        ("2026-09-14T20:30:00", "move d4 2026-09-25"),
    ]);
    let friday = home.at("2026-09-25T20:30:00");
    let days = |printed: &str| {
        let days = printed.lines().filter(|line| line.contains(" Sep "));
        days.skip(1).map(str::to_owned).collect::<Vec<_>>()
    };
    let expected = [
        "Mon 21 Sep free",
        "Tue 22 Sep free",
        "Wed 23 Sep free",
        "Thu 24 Sep free",
        "Fri 25 Sep Day 4",
    ];
    let before = days(&friday.run(&["week"]).ok());
    assert_eq!(before[..5], expected);
    friday.run(&["done", "d4"]).ok();
    let after = days(&friday.run(&["week"]).ok());
    assert_eq!(after[..5], expected);
    assert_eq!(after.last().unwrap(), "Sun 27 Sep after the end");
}

#[test]
fn what_else_was_done_is_that_of_the_dates_in_the_heading() {
    let home = home(&[
        ("2026-09-07T18:00:00", "move d4 2026-09-25"),
        ("2026-09-14T20:30:00", "done d3"),
        ("2026-09-16T20:00:00", "done d1"),
        ("2026-09-22T20:30:00", "done d2"),
    ]);
    let friday = home.at("2026-09-25T20:30:00");
    let also = |args: &[&str]| {
        let printed = friday.run(args).ok();
        let line = printed.lines().find(|line| line.contains("also done then"));
        line.unwrap().trim().to_owned()
    };
    assert_eq!(
        also(&["report", "2"]),
        "also done then: 2 slots of other weeks, 2 h studied"
    );
    assert_eq!(
        also(&["report", "--since", "2026-09-14", "--until", "2026-09-25"]),
        "also done then: 2 slots of other dates, 2 h studied"
    );
}
