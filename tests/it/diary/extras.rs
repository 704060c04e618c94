//! Variants of the diary: other ways to begin, undo step by step, free days, two screens.

use super::{Diary, ids, number, week_1, week_2};

/// Without an `init` the first mark of the Monday begins the plan, and all is the same.
#[test]
fn the_first_mark_begins_the_plan() {
    let mut diary = Diary::new();
    let before = diary.ask("11-22T20:15", "today");
    assert_eq!(
        (&before["kind"], &before["started"]),
        (&"before".into(), &false.into())
    );
    assert_eq!(ids(&before["days"][0]["slots"]).len(), 4);
    let morning = diary.ask("11-23T08:30", "today");
    assert_eq!(
        (&morning["kind"], &morning["started"]),
        (&"study".into(), &false.into())
    );
    diary.live(&week_1::DAYS[..3]);
    diary.is_as_written();
    let evening = diary.ask("11-25T21:00", "today");
    assert_eq!(
        (&evening["start"], &evening["started"]),
        (&"2026-11-23".into(), &true.into())
    );
}

/// How many are done after each of the steps of the first Sunday.
#[test]
fn three_steps_back_and_two_forth_are_counted() {
    let mut diary = Diary::begun();
    let [before @ .., sunday] = &week_1::DAYS;
    diary.act_all(before);
    let mut counts = vec![diary.done("11-29T08:30")];
    for act in sunday.acts {
        diary.act(sunday.date, act);
        counts.push(diary.done(act.at));
    }
    assert_eq!(counts, [17, 18, 19, 20, 19, 18, 17, 18, 19, 20]);
    // After a new mark there is nothing to bring back.
    diary.at("11-29T17:45").run(&["redo"]).fails(2);
    diary.is_as_written();
}

#[test]
fn on_a_free_day_an_ordinal_names_nothing() {
    let diary = Diary::begun();
    let before = [
        "done", "1-2", "d1", "d2", "d3", "d4", "d5", "d6", "d7", "d8", "d9", "d10", "d11",
    ];
    diary.at("12-04T12:00").run(&before).ok();
    for time in ["12-05T10:00", "12-06T10:00"] {
        let today = diary.ask(time, "today");
        assert_eq!(today["kind"], "free");
        assert_eq!(
            (number(&today["next"]["day"]), &today["next"]["date"]),
            (13, &"2026-12-07".into())
        );
        assert_eq!(ids(&today["next"]["slots"]).len(), 4);
        let journal = diary.home.journal("multimodal");
        diary.at(time).run(&["done", "09:00"]).fails(2);
        for target in ["1", "1-2", "all"] {
            let said = diary.at(time).run(&["done", target]).fails(2);
            let overdue = ["d12-1400", "d12-1545"];
            assert!(overdue.iter().all(|id| said.contains(id)), "{said}");
        }
        assert_eq!(diary.home.journal("multimodal"), journal);
    }
    diary.at("12-14T10:00").run(&["done", "1"]).fails(2);
}

/// Two screens of the diary, looked at figure by figure.
///
/// The report: 1190 measured and 900 assumed minutes are 34 h 50 min. By days 90 + 80 + 200,
/// 90, 81 + 69 + 90 + 105, 90 + 70, 90 + 80 + 90 + 120, 90 + 75 + 180 and 180 + 220. Of topic A
/// Day 4 lacks two of 4 + 1 + 4 + 4 + 1. Bars are 16 cells wide and never fuller than is true.
///
/// Today: the first of four is done, 20 + 1 of 64; 11:22 is 38 minutes before 12:00.
#[test]
fn two_screens_are_as_they_were_looked_at() {
    let mut diary = Diary::begun();
    diary.act_all(&week_1::DAYS);
    let report = diary.screen("11-29T21:00", "report");
    let seen_report = include_str!("../../fixtures/diary-report.txt");
    diary.act("11-30", &week_2::DAYS[0].acts[0]);
    diary.is_as_written();
    let today = diary.screen("11-30T11:22", "today");
    let seen_today = include_str!("../../fixtures/diary-today.txt");
    assert_eq!(report, seen_report, "\n{report}\n{seen_report}");
    assert_eq!(today, seen_today, "\n{today}\n{seen_today}");
}
