//! Every branch, on literals.

use chrono::{Datelike, Days, Weekday};
use proptest::prelude::*;

use super::*;
use crate::tests::cases::cases;

fn forecast(record: &Record) -> Forecast {
    super::forecast(record, FUTURES)
}

/// A Monday.
fn start() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("a date")
}

fn day(n: u64) -> NaiveDate {
    start() + Days::new(n)
}

/// Eight weeks, Monday to Friday, two slots of an hour a day; `done` says of each study day's
/// number, from 0, on which day after the start its slots were done.
fn record(today: u64, done: impl Fn(u64) -> Option<u64>) -> Record {
    let dates = start().iter_days().take(56);
    let dates = dates.filter(|date| !matches!(date.weekday(), Weekday::Sat | Weekday::Sun));
    let tasks = (0..).zip(dates).flat_map(|(number, date)| {
        let task = Task {
            baseline: Dates::on(date),
            dates: Dates::on(date),
            moved_in_time: false,
            weight: 60,
            done: done(number).map(day).filter(|date| *date <= day(today)),
        };
        [task, task]
    });
    Record {
        more_a_week: 0,
        today: day(today),
        tasks: tasks.collect(),
        goals: Vec::new(),
        buffers: Vec::new(),
        rest: Vec::new(),
    }
}

/// The day after the start on which study day `number` is planned.
fn planned(number: u64) -> u64 {
    number / 5 * 7 + number % 5
}

#[track_caller]
fn estimate(record: &Record) -> Estimate {
    match forecast(record) {
        Forecast::Estimate(estimate) => *estimate,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_finished_plan_is_finished() {
    let late = forecast(&record(90, |number| Some(planned(number) + 20)));
    let on = Some(day(planned(39) + 20));
    assert_eq!(late, Forecast::Finished { on });
    let empty = Record {
        tasks: Vec::new(),
        ..record(3, |_| None)
    };
    assert_eq!(forecast(&empty), Forecast::Finished { on: None });
}

#[test]
fn too_little_is_too_little() {
    let not_enough = |record: Record| match forecast(&record) {
        Forecast::NotEnough(basis) => (basis.planned_days, basis.studied_days),
        other => panic!("{other:?}"),
    };
    // The day before the start, the fifth day, and weeks without a mark.
    let mut before = record(0, |_| None);
    before.today = start() - Days::new(1);
    assert_eq!(not_enough(before), (0, 0));
    // What is done today is not past yet.
    assert_eq!(not_enough(record(4, |n| Some(planned(n)))), (4, 4));
    assert_eq!(not_enough(record(30, |_| None)), (22, 0));
    assert_eq!(not_enough(record(30, |n| (n < 2).then_some(n))), (22, 2));
    // On the first Saturday it is enough.
    estimate(&record(5, |n| (n < 3).then_some(n)));
}

#[test]
fn on_plan_ends_with_the_plan() {
    let end = Some(day(planned(39)));
    for today in [5, 14, 30, 53] {
        let found = estimate(&record(today, |n| Some(planned(n)).filter(|d| *d < today)));
        assert_eq!((found.p10, found.p50), (end, end), "{today}");
        // Nobody is always well, and five days say little about eight weeks.
        let late = u64::from(today == 5) * 3;
        assert_eq!(found.p80, end.map(|date| date + Days::new(late)), "{today}");
    }
}

#[test]
fn half_the_pace_takes_twice_as_long() {
    // In four weeks only every second study day's slots were done: one a planned day.
    let mut half = record(28, |_| None);
    for (index, task) in half.tasks.iter_mut().take(20).enumerate() {
        task.done = Some(day(planned(index as u64)));
    }
    let found = estimate(&half);
    let p50 = found.p50.expect("an end");
    // Sixty slots are left: at one a day, twelve weeks from day 28 on.
    let late = (p50 - day(28 + 12 * 7)).num_days();
    assert!((-28..=7).contains(&late), "{p50}");
    assert!(found.p10 < found.p80 && found.p50 <= found.p80, "{found:?}");
    assert_eq!(found.basis.planned_days, 20);
    assert_eq!((found.basis.planned, found.basis.done), (2400, 1200));
    assert_eq!(found.basis.left, 3600);
}

#[test]
fn nothing_done_for_long_has_no_end_in_sight() {
    // The third study day is the last with a mark; day 37 is the 25th planned one after it.
    let given_up = |today| forecast(&record(today, |n| (n < 3).then_some(n)));
    assert_eq!(given_up(38), Forecast::Stalled { since: day(2) });
    assert!(matches!(given_up(37), Forecast::Estimate(_)));
    // A learner who resumes gets a forecast again.
    let again = |n| (n < 4).then_some(if n == 3 { 50 } else { n });
    assert!(matches!(
        forecast(&record(50, again)),
        Forecast::Estimate(_)
    ));
}

#[test]
fn what_is_far_too_much_has_no_end_in_sight() {
    let mut drop = record(20, |_| None);
    for task in &mut drop.tasks {
        task.weight = 60_000;
    }
    for number in 0..3 {
        let mut task = drop.tasks[number];
        (task.weight, task.done) = (1, Some(day(number as u64)));
        drop.tasks.push(task);
    }
    let found = estimate(&drop);
    assert_eq!(found.p90, None);
}

#[test]
fn what_is_overdue_is_worked_off_as_fast_as_the_past_shows() {
    // Week 3 was missed. One learner has never done more than a day's work a day; the other has
    // once made up for a missed day.
    let missed = |n: &u64| !(10..15).contains(n);
    let steady = record(21, |n| Some(n).filter(missed).map(planned));
    let quick = record(21, |n| {
        let made_up = if n == 3 { 4 } else { n };
        Some(made_up).filter(missed).map(planned)
    });
    let (steady, quick) = (estimate(&steady).p50, estimate(&quick).p50);
    assert!(steady >= Some(day(planned(44))), "{steady:?}");
    assert!(quick < steady, "{quick:?} {steady:?}");
}

#[test]
fn what_was_missed_is_not_made_good_by_moving_it() {
    // Week 3 was missed, and all that is left is moved by a week.
    let missed = record(21, |n| (n < 10).then_some(planned(n)));
    let mut moved = missed.clone();
    for task in moved.tasks.iter_mut().filter(|task| task.done.is_none()) {
        task.dates = Dates::on(task.dates.first + Days::new(7));
    }
    let found = estimate(&moved);
    let basis = found.basis;
    assert_eq!(basis, estimate(&missed).basis);
    let days = (basis.planned_days, basis.kept_days, basis.idle_days);
    assert_eq!(days, (15, 10, 5));
    assert_eq!((basis.planned, basis.done), (1800, 1200));
    assert!(found.p10 >= Some(day(planned(44))), "{found:?}");
    // Were it the dates of now that count, a week would be gone.
    for task in &mut moved.tasks {
        task.baseline = task.dates;
    }
    let flattered = estimate(&moved).basis;
    assert_eq!((flattered.planned_days, flattered.idle_days), (10, 0));
}

#[test]
fn what_was_moved_in_time_is_measured_by_its_new_date() {
    let on_plan = record(21, |n| Some(planned(n)).filter(|date| *date < 21));
    // The second slot of the first Friday was moved to Saturday and done then.
    let mut moved = on_plan.clone();
    moved.tasks[9].dates = Dates::on(day(5));
    moved.tasks[9].done = Some(day(5));
    let late = estimate(&moved).basis;
    moved.tasks[9].moved_in_time = true;
    let in_time = estimate(&moved);
    let days = |basis: Basis| {
        (
            basis.planned_days,
            basis.kept_days,
            basis.planned,
            basis.done,
        )
    };
    assert_eq!(days(late), (15, 15, 1800, 1800));
    assert_eq!(days(in_time.basis), (16, 16, 1800, 1800));
    assert_eq!(in_time.p50, estimate(&on_plan).p50);
}

#[test]
fn what_a_rest_day_displaced_is_expected_when_it_is_done() {
    // The second Tuesday and Wednesday became rest days; their slots were done on Thursday and on
    // Saturday.
    let mut made_up = record(21, |n| Some(planned(n)).filter(|date| *date < 21));
    made_up.rest = vec![day(8), day(9)];
    for (slot, date) in [(12, 10), (13, 10), (14, 12), (15, 12)] {
        made_up.tasks[slot].done = Some(day(date));
    }
    let found = estimate(&made_up);
    let basis = found.basis;
    assert_eq!((basis.planned_days, basis.kept_days), (13, 13));
    assert_eq!((basis.planned, basis.done), (1800, 1800));
    // Open, they are expected of no day; moved to Saturday, they are expected then.
    for slot in 12..16 {
        made_up.tasks[slot].done = None;
    }
    let basis = estimate(&made_up).basis;
    assert_eq!((basis.planned, basis.done), (1560, 1560));
    for slot in 12..16 {
        made_up.tasks[slot].dates = Dates::on(day(12));
    }
    let basis = estimate(&made_up).basis;
    assert_eq!((basis.planned_days, basis.kept_days), (14, 13));
    assert_eq!((basis.planned, basis.done), (1800, 1560));
}

#[test]
fn behind_the_end_of_the_plan_the_usual_week_goes_on() {
    // Half of the slots in ten weeks, four in five study days; the other half is left.
    let mut slow = record(70, |_| None);
    for (index, task) in slow.tasks.iter_mut().take(40).enumerate() {
        task.done = Some(day(planned(index as u64 * 5 / 4)));
    }
    let found = estimate(&slow);
    let basis = found.basis;
    assert_eq!((basis.planned_days, basis.extra_days), (40, 10));
    assert_eq!((basis.planned, basis.done), (40 * 120, 40 * 60));
    let p50 = found.p50.expect("an end");
    assert!((day(70 + 42)..day(70 + 84)).contains(&p50), "{p50}");
}

#[test]
fn only_those_who_work_ahead_end_early() {
    let end = Some(day(planned(39)));
    let ahead = record(21, |n| Some(n * 7 / 8).filter(|d| *d < 21));
    let found = estimate(&ahead);
    assert!(found.p50 < end && found.p50 > Some(day(21)), "{found:?}");
}

#[test]
fn what_has_been_done_today_is_not_done_twice() {
    // The last day: one of its two slots is done, or both of the day before are still open.
    let mut last = record(53, |n| Some(planned(n)));
    last.tasks[79].done = None;
    let found = estimate(&last);
    assert_eq!((found.p10, found.p50), (Some(day(53)), Some(day(53))));
    let mut behind = record(53, |n| Some(planned(n)));
    for index in [75, 76, 77] {
        behind.tasks[index].done = None;
    }
    // Today's two are done: the three that are overdue have to wait for days to come.
    assert!(estimate(&behind).p10 > Some(day(53)));
}

#[test]
fn rest_days_and_free_days_are_kept() {
    let half = |n: u64| {
        n.is_multiple_of(2)
            .then_some(planned(n))
            .filter(|d| *d < 28)
    };
    let mut rested = record(28, half);
    let usual = estimate(&rested);
    for date in [usual.p10, usual.p50, usual.p80, usual.p90] {
        let date = date.expect("an end");
        assert!(
            !matches!(date.weekday(), Weekday::Sat | Weekday::Sun),
            "{date}"
        );
    }
    rested.rest = (28..42).map(day).collect();
    assert!(estimate(&rested).p10 >= usual.p10.map(|date| date + Days::new(7)));
}

#[test]
fn goals_have_a_chance_to_be_met() {
    let mut half = record(28, |n| {
        n.is_multiple_of(2)
            .then_some(planned(n))
            .filter(|d| *d < 28)
    });
    let goal = |due: Option<u64>, tasks: &[usize]| Goal {
        due: due.map(day),
        tasks: tasks.to_vec(),
    };
    half.goals = vec![
        goal(Some(60), &[0, 1]),
        goal(Some(27), &[2]),
        goal(Some(90), &[0, 2]),
        goal(Some(90), &[79]),
        goal(None, &[79]),
        goal(Some(28 + 1000), &[79]),
        goal(Some(60), &[]),
    ];
    let found = estimate(&half);
    let chances: Vec<Option<u32>> = found
        .goals
        .iter()
        .map(|outlook| match outlook {
            Outlook::Settled => None,
            Outlook::Open { chance, .. } => Some(chance.unwrap_or(1000)),
        })
        .collect();
    let some = chances[3].expect("open");
    assert!((1..100).contains(&some), "{some}");
    let expected = [
        None,
        Some(0),
        Some(100),
        Some(some),
        Some(1000),
        Some(100),
        None,
    ];
    assert_eq!(chances, expected);
    let Outlook::Open { p50, .. } = found.goals[4] else {
        panic!("{found:?}");
    };
    assert_eq!(p50, found.p50, "the last slot is the end");
}

#[test]
fn the_same_history_gives_the_same_answer() {
    let half = record(28, |n| {
        n.is_multiple_of(2)
            .then_some(planned(n))
            .filter(|d| *d < 28)
    });
    assert_eq!(forecast(&half), forecast(&half));
}

#[test]
fn slots_of_several_days_are_spread_over_them() {
    let mut weekly = record(0, |_| None);
    weekly.tasks = (0..8)
        .map(|week| {
            let dates = Dates {
                first: day(7 * week),
                last: day(7 * week + 6),
            };
            Task {
                baseline: dates,
                dates,
                moved_in_time: false,
                weight: 300,
                done: (week < 3).then(|| day(7 * week + 5)),
            }
        })
        .collect();
    weekly.today = day(21);
    let found = estimate(&weekly);
    assert_eq!(found.basis.planned_days, 21);
    assert_eq!((found.basis.planned, found.basis.done), (900, 900));
    let last = day(49)..=day(56);
    assert!(
        found.p50.is_some_and(|date| last.contains(&date)),
        "{found:?}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(12, 48)))]

    #[test]
    fn nothing_is_foretold_before_today_or_out_of_order(
        today in 0_u64..120,
        marks in proptest::collection::vec((0_usize..80, 0_u64..120), 0..80),
        weights in proptest::collection::vec(0_u32..200, 80),
        due in 0_u64..150,
    ) {
        let mut any = record(today, |_| None);
        for (task, weight) in any.tasks.iter_mut().zip(weights) {
            task.weight = weight;
        }
        for (index, date) in marks {
            any.tasks[index].done = Some(day(date));
        }
        any.goals = vec![Goal { due: Some(day(due)), tasks: vec![5, 40] }];
        if let Forecast::Estimate(found) = forecast(&any) {
            let far = NaiveDate::MAX;
            let row = [found.p10, found.p50, found.p80, found.p90].map(|d| d.unwrap_or(far));
            prop_assert!(row.is_sorted(), "{row:?}");
            prop_assert!(row[0] >= any.today, "{row:?}");
            if let Outlook::Open { p50, chance } = found.goals[0] {
                prop_assert!(p50.is_none_or(|date| date >= any.today));
                prop_assert!(chance.is_some_and(|chance| chance <= 100));
                prop_assert!(day(due) >= any.today || chance == Some(0));
            }
        }
    }
}

/// Whoever does half of what is planned can be in time with more work a week; who is in time anyway,
/// still is.
#[test]
fn more_work_a_week_is_never_worse() {
    let due = |days| Goal {
        due: Some(day(days)),
        tasks: (0..60).collect(),
    };
    let half = |number: u64| number.is_multiple_of(2).then(|| planned(number));
    for (done, more) in [
        (&half as &dyn Fn(u64) -> Option<u64>, 600),
        (&|number| Some(planned(number)), 600),
        (&half, 0),
    ] {
        let record = Record {
            goals: [60, 80, 100, 150].map(due).to_vec(),
            more_a_week: more,
            ..record(28, done)
        };
        let estimate = estimate(&record);
        let chances = estimate.goals.iter().map(|goal| match goal {
            Outlook::Open { chance, .. } => *chance,
            Outlook::Settled => None,
        });
        let chances: Vec<Option<u32>> = chances.collect();
        let with_more = &estimate.chances_with_more;
        assert!(chances.iter().zip(with_more).all(|(a, b)| a <= b));
        // The control: without more work nothing changes.
        assert_eq!(
            chances == *with_more,
            more == 0 || chances == [Some(100); 4]
        );
    }
}
