//! One study a promise, in literals.

use chrono::{NaiveDateTime, Weekday};

use super::generate::{Case, budgets, date, day, phase, plan, session, slot, topic, week, window};
use crate::calendar::add;
use crate::model::{Day, Period, Plan, Slot, TopicId, Week, Weekdays, Window};
use crate::progress::{Placement, What};
use crate::summary::{RecoveryStrategy, loads, recovery};
use crate::tests::cases::cases;

/// A slot from one hour to another.
fn at(id: &str, from: u32, until: u32) -> Slot {
    slot(id, Some(window(from * 60, until * 60)), None, None)
}

/// A slot that takes so many minutes.
fn takes(id: &str, minutes: u32) -> Slot {
    slot(id, None, Some(minutes), None)
}

fn of(number: u32, slots: Vec<Slot>) -> Day {
    day(Some((number, number)), None, vec![session(None, slots)])
}

fn weeks(all: Vec<Week>) -> Plan {
    plan(vec![phase(None, all)])
}

fn days(all: Vec<Day>) -> Plan {
    weeks(vec![week(1, all)])
}

/// A plan begun on Monday, 30 November 2026.
fn begun(plan: Plan, now: &str) -> Case {
    let now: NaiveDateTime = now.parse().expect("a time");
    let events = Vec::new();
    let mut case = Case { plan, events, now };
    let (plan, start) = ("p".to_owned(), date("2026-11-30"));
    case.record(
        start,
        vec![What::Begin {
            plan,
            start,
            afresh: false,
        }],
    );
    case
}

fn done(case: &mut Case, id: &str, on: &str) {
    let (slot, title) = (id.to_owned(), format!("title of {id}"));
    let (minutes, again) = (None, false);
    let what = What::Done {
        slot,
        title,
        minutes,
        fingerprint: None,
        again,
    };
    case.record(date(on), vec![what]);
}

fn off(case: &mut Case, first: &str, last: &str) {
    let (first, last) = (date(first), date(last));
    let (why, cancel) = (None, false);
    let what = What::Off {
        first,
        last,
        why,
        cancel,
        source: None,
    };
    case.record(first, vec![what]);
}

fn put(case: &mut Case, id: &str, on: &str) {
    let (slot, title, date) = (id.to_owned(), format!("title of {id}"), date(on));
    let (last, time) = (date, None);
    let to = Placement { date, last, time };
    case.record(
        date,
        vec![What::Move {
            part: None,
            slot,
            title,
            fingerprint: None,
            to,
        }],
    );
}

/// What a proposal moves, in words: `a 12-02 10:00-11:00`; `a ?` is left without a place.
fn found(case: &Case, way: RecoveryStrategy) -> Vec<String> {
    let study = case.study();
    let recovery = recovery(&study, |_| true);
    let option = recovery
        .options
        .iter()
        .find(|option| option.strategy == way);
    let option = option.expect("all three");
    let moves = option.moves.iter().map(|(slot, to)| {
        let id = &slot.place.slot.id;
        let run = if to.last == to.date {
            String::new()
        } else {
            to.last.format("..%m-%d").to_string()
        };
        let time = to.time.map_or_else(String::new, |time| format!(" {time}"));
        format!("{id} {}{run}{time}", to.date.format("%m-%d"))
    });
    let left = option.unplaced.iter();
    moves
        .chain(left.map(|(slot, _)| format!("{} ?", slot.place.slot.id)))
        .collect()
}

#[test]
fn what_was_done_today_has_taken_its_share_of_today() {
    let mut made = days(vec![
        of(1, vec![takes("a", 60)]),
        of(2, vec![takes("b", 60)]),
    ]);
    made.time_budget = Some(budgets(Some(60), Some(60)));
    let mut case = begun(made, "2026-12-01T08:00:00");
    done(&mut case, "b", "2026-11-30");
    assert_eq!(found(&case, RecoveryStrategy::CatchUp), ["a 12-01"]);
    let mut case = Case {
        events: Vec::new(),
        ..case
    };
    case = begun(case.plan, "2026-12-01T08:00:00");
    done(&mut case, "b", "2026-12-01");
    assert_eq!(found(&case, RecoveryStrategy::CatchUp), ["a ?"]);
    assert_eq!(found(&case, RecoveryStrategy::Rebalance), ["a 12-02"]);
}

#[test]
fn an_hour_after_midnight_comes_after_the_evening() {
    let evening = |id: &str| slot(id, Some(window(23 * 60, 24 * 60)), None, None);
    let night = slot("n", Some(window(60, 120)), None, None);
    let made = days(vec![
        of(1, vec![evening("a")]),
        of(2, vec![evening("b"), night]),
    ]);
    // In the night after 1 December there is an hour left, and `n` comes after `a`.
    let mut made = Plan { ..made };
    made.time_budget = Some(budgets(Some(240), Some(240)));
    let mut case = begun(made, "2026-12-01T08:00:00");
    done(&mut case, "b", "2026-11-30");
    assert_eq!(
        found(&case, RecoveryStrategy::CatchUp),
        ["a 12-01 23:00-24:00"]
    );
    assert_eq!(
        found(&case, RecoveryStrategy::Rebalance),
        ["a 12-01 23:00-24:00"]
    );
    // At half past midnight it is still 1 December, and eleven has passed.
    case.now = "2026-12-02T00:30:00".parse().expect("a time");
    assert_eq!(found(&case, RecoveryStrategy::CatchUp), ["a ?"]);
}

#[test]
fn a_minute_that_has_begun_has_passed() {
    let made = days(vec![
        of(1, vec![at("a", 9, 10)]),
        of(2, vec![at("b", 9, 12)]),
    ]);
    let mut case = begun(made, "2026-12-01T09:00:30");
    done(&mut case, "b", "2026-11-30");
    assert_eq!(
        found(&case, RecoveryStrategy::CatchUp),
        ["a 12-01 09:05-10:05"]
    );
}

#[test]
fn a_free_weekday_on_which_the_plan_has_something_is_no_rest() {
    let slots = ["a", "b", "c", "d", "e", "f", "g"];
    let all = (1..)
        .zip(slots)
        .map(|(number, id)| of(number, vec![takes(id, 60)]));
    let mut made = days(all.collect());
    made.rest = vec![Weekday::Sun];
    let mut case = begun(made, "2026-12-05T08:00:00");
    for id in ["a", "b", "c", "d", "e"] {
        done(&mut case, id, "2026-12-04");
    }
    // `g` is on a Sunday in the plan itself, and stays there.
    assert_eq!(found(&case, RecoveryStrategy::Rebalance), [""; 0]);
}

#[test]
fn a_run_of_dates_may_hold_a_day_of_rest() {
    let run = |first, last, id: &str, minutes| {
        day(
            Some((first, last)),
            None,
            vec![session(None, vec![takes(id, minutes)])],
        )
    };
    let mut made = days(vec![of(1, vec![takes("a", 60)]), run(2, 4, "b", 100)]);
    made.time_budget = Some(budgets(Some(60), Some(60)));
    let mut case = begun(made, "2026-12-01T08:00:00");
    done(&mut case, "a", "2026-11-30");
    off(&mut case, "2026-12-02", "2026-12-02");
    assert_eq!(found(&case, RecoveryStrategy::Rebalance), [""; 0]);
    // Its hundred minutes are those of the two days that are left.
    let study = case.study();
    let loads = loads(&study);
    let load = |on| loads.get(&date(on)).copied().unwrap_or_default();
    assert_eq!(
        ["2026-12-01", "2026-12-02", "2026-12-03"].map(load),
        [50, 0, 50]
    );
}

#[test]
fn a_plan_that_says_nothing_of_time_is_not_caught_up_in_one_day() {
    let untimed = |id: &str| slot(id, None, None, None);
    let ids = [["a", "b"], ["c", "d"], ["e", "f"], ["g", "h"]];
    let all = (1..)
        .zip(ids)
        .map(|(number, [a, b])| of(number, vec![untimed(a), untimed(b)]));
    let mut case = begun(days(all.collect()), "2026-12-02T08:00:00");
    for id in ["e", "f", "g", "h"] {
        done(&mut case, id, "2026-11-30");
    }
    let expected = ["a 12-02", "b 12-02", "c 12-03", "d 12-03"];
    assert_eq!(found(&case, RecoveryStrategy::CatchUp), expected);
    let study = case.study();
    let ways = recovery(&study, |_| true).options;
    assert!(
        ways.iter()
            .all(|option| option.heaviest.is_none() && option.over == 0)
    );
    assert!(loads(&study).is_empty());
}

/// Monday's slot is missed, Tuesday's is on its date, Wednesday has room.
fn missed(first: Slot, second: Slot) -> Case {
    let mut made = days(vec![
        of(1, vec![first]),
        of(2, vec![second]),
        of(3, vec![takes("c", 60)]),
    ]);
    made.time_budget = Some(budgets(Some(60), Some(60)));
    made.roadmap.topics = vec![topic("A", &[]), topic("B", &["A"])];
    let mut case = begun(made, "2026-12-01T08:00:00");
    done(&mut case, "c", "2026-11-30");
    case
}

#[test]
fn the_order_of_the_plan_is_a_preference() {
    let case = missed(takes("a", 60), takes("b", 60));
    assert_eq!(found(&case, RecoveryStrategy::CatchUp), ["a 12-02"]);
    let both = ["a 12-01", "b 12-02"];
    assert_eq!(found(&case, RecoveryStrategy::Rebalance), both);
}

#[test]
fn nothing_is_put_past_what_needs_it() {
    let of_topic = |id: &str, topic| slot(id, None, Some(60), Some(topic));
    let part = |id: &str, number: &str| Slot {
        title: format!("实践（{number}）"),
        ..takes(id, 60)
    };
    for (first, second) in [
        (of_topic("a", "A"), of_topic("b", "B")),
        (part("a", "一"), part("b", "二")),
    ] {
        let case = missed(first, second);
        assert_eq!(found(&case, RecoveryStrategy::CatchUp), ["a ?"]);
        let both = ["a 12-01", "b 12-02"];
        assert_eq!(found(&case, RecoveryStrategy::Rebalance), both);
    }
}

#[test]
fn what_finds_no_room_is_in_nobodys_way() {
    let mut made = days(vec![
        of(1, vec![takes("a", 60)]),
        of(2, vec![takes("b", 300)]),
        of(3, vec![takes("c", 60)]),
    ]);
    made.time_budget = Some(budgets(Some(60), Some(60)));
    let mut case = begun(made, "2026-12-01T08:00:00");
    off(&mut case, "2026-12-01", "2026-12-01");
    done(&mut case, "c", "2026-11-30");
    assert_eq!(found(&case, RecoveryStrategy::CatchUp), ["a 12-02", "b ?"]);
    assert_eq!(
        found(&case, RecoveryStrategy::Rebalance),
        ["a 12-02", "b ?"]
    );
}

#[test]
fn what_cannot_be_laid_out_anew_keeps_its_place() {
    let first = vec![
        of(1, vec![takes("o", 60)]),
        of(2, vec![slot("x", None, Some(60), Some("A"))]),
        of(3, vec![slot("p", None, Some(90), Some("B"))]),
    ];
    let second = vec![of(4, vec![takes("z", 60)]), of(5, vec![takes("y", 60)])];
    let mut made = weeks(vec![week(1, first), week(2, second)]);
    made.time_budget = Some(budgets(Some(60), Some(60)));
    made.roadmap.topics = vec![topic("A", &[]), topic("B", &["A"])];
    let mut case = begun(made, "2026-12-01T08:00:00");
    done(&mut case, "z", "2026-11-30");
    put(&mut case, "x", "2026-12-04");
    // `p` is too long for any other day, and `x`, which it needs, was put after it by hand:
    // `o` takes the day that was left, and `y` gives way to `x`.
    assert_eq!(
        found(&case, RecoveryStrategy::Rebalance),
        ["o 12-01", "y 12-05"]
    );
}

#[test]
fn a_run_of_dates_takes_the_next_week_along_when_the_plan_is_moved() {
    // A run from Sunday to Monday, and on that Monday what it follows by its topic.
    let run = day(
        Some((2, 3)),
        None,
        vec![session(None, vec![slot("r", None, Some(60), Some("B"))])],
    );
    let lead = slot("l", None, Some(60), Some("A"));
    let mut made = weeks(vec![week(1, vec![of(1, vec![lead])]), week(2, vec![run])]);
    made.roadmap.topics = vec![topic("A", &[]), topic("B", &["A"])];
    let mut case = begun(made, "2026-12-01T08:00:00");
    put(&mut case, "l", "2026-12-02");
    off(&mut case, "2026-12-01", "2026-12-02");
    off(&mut case, "2026-12-09", "2026-12-09");
    // `l` on its own could go no sooner than two weeks on, and `r` goes with it.
    assert_eq!(
        found(&case, RecoveryStrategy::Extend),
        ["l 12-16", "r 12-15..12-16"]
    );
}

#[test]
fn what_is_running_stays_and_waits_for_nothing() {
    let of_topic = |slot: Slot, topic| Slot {
        topic: Some(TopicId::new(topic).expect("a topic")),
        ..slot
    };
    let mut made = days(vec![
        of(1, vec![of_topic(at("a", 9, 10), "A")]),
        of(2, vec![of_topic(at("b", 9, 12), "B"), at("c", 14, 15)]),
    ]);
    made.time_budget = Some(budgets(Some(240), Some(240)));
    made.roadmap.topics = vec![topic("A", &[]), topic("B", &["A"])];
    let mut case = begun(made, "2026-12-01T09:30:00");
    done(&mut case, "c", "2026-11-30");
    let after = ["a 12-01 12:00-13:00"];
    assert_eq!(found(&case, RecoveryStrategy::CatchUp), after);
    assert_eq!(found(&case, RecoveryStrategy::Rebalance), after);
    assert_eq!(
        found(&case, RecoveryStrategy::Extend),
        ["a 12-07 09:00-10:00"]
    );
    // An hour before, it is only planned, and needs `a`.
    case.now = "2026-12-01T08:30:00".parse().expect("a time");
    assert_eq!(found(&case, RecoveryStrategy::CatchUp), ["a ?"]);
    let both = ["a 12-01 09:00-10:00", "b 12-01 10:00-13:00"];
    assert_eq!(found(&case, RecoveryStrategy::Rebalance), both);
    let week = ["a 12-07 09:00-10:00", "b 12-08 09:00-12:00"];
    assert_eq!(found(&case, RecoveryStrategy::Extend), week);
}

#[test]
fn everything_goes_into_the_sessions_of_its_weekday() {
    let mut made = days(vec![
        of(1, vec![at("a", 9, 10)]),
        of(2, vec![at("b", 14, 17)]),
        of(3, vec![takes("c", 60)]),
    ]);
    made.time_budget = Some(budgets(Some(360), Some(360)));
    let mut case = begun(made, "2026-12-01T15:58:00");
    done(&mut case, "b", "2026-12-01");
    for way in [RecoveryStrategy::CatchUp, RecoveryStrategy::Rebalance] {
        case.now = "2026-12-01T15:58:00".parse().expect("a time");
        assert_eq!(found(&case, way), ["a 12-01 16:00-17:00"]);
        // On Wednesday the plan has no times of day: those of Monday to Friday hold.
        for late in ["2026-12-01T16:01:00", "2026-12-01T22:30:00"] {
            case.now = late.parse().expect("a time");
            assert_eq!(found(&case, way), ["a 12-02 09:00-10:00"]);
        }
    }
}

/// Evenings from seven to half past eight, and two hours on Saturday morning; Monday's and
/// Saturday's slots of the first week are missed.
fn evenings() -> Case {
    let on = |number: u32, weekday: Weekday, id: &str, time: Window| {
        let weekdays = Weekdays {
            first: weekday,
            last: weekday,
        };
        let slots = vec![slot(&format!("{id}{number}"), Some(time), None, None)];
        let sessions = vec![session(None, slots)];
        day(Some((number, number)), Some(weekdays), sessions)
    };
    let of_week = |first: u32| {
        use Weekday::{Fri, Mon, Sat, Thu, Tue, Wed};
        let evenings = (first..).zip([Mon, Tue, Wed, Thu, Fri]);
        let evening = window(19 * 60, 20 * 60 + 30);
        let days = evenings.map(|(number, weekday)| on(number, weekday, "e", evening));
        let saturday = on(first + 5, Sat, "s", window(10 * 60, 12 * 60));
        days.chain(std::iter::once(saturday)).collect()
    };
    let mut made = weeks(vec![week(1, of_week(1)), week(2, of_week(7))]);
    made.rest = vec![Weekday::Sun];
    let mut case = begun(made, "2026-12-07T08:00:00");
    for id in ["e2", "e3", "e4", "e5"] {
        done(&mut case, id, "2026-12-04");
    }
    case
}

#[test]
fn two_hours_fit_no_evening() {
    // Both weeks are full. Laid out anew, the evenings move on by one, into the third week, and
    // Saturday by a week.
    assert_eq!(
        found(&evenings(), RecoveryStrategy::CatchUp),
        ["e1 ?", "s6 ?"]
    );
    let expected = [
        "e1 12-07 19:00-20:30",
        "s6 12-12 10:00-12:00",
        "e7 12-08 19:00-20:30",
        "e8 12-09 19:00-20:30",
        "e9 12-10 19:00-20:30",
        "e10 12-11 19:00-20:30",
        "e11 12-14 19:00-20:30",
        "s12 12-19 10:00-12:00",
    ];
    assert_eq!(found(&evenings(), RecoveryStrategy::Rebalance), expected);
}

/// Two dates in one entry, another day's work on the third, and a week to catch up.
fn two_dates(minutes: u32) -> Case {
    let slots = vec![session(None, vec![takes("r", minutes)])];
    let run = week(1, vec![day(Some((1, 2)), None, slots)]);
    let other = week(2, vec![of(3, vec![takes("z", 60)])]);
    let buffer = phase(Some(Period::Weeks(1)), Vec::new());
    let mut made = plan(vec![phase(None, vec![run, other]), buffer]);
    made.time_budget = Some(budgets(Some(60), Some(60)));
    begun(made, "2026-12-02T08:00:00")
}

#[test]
fn a_run_of_dates_stays_one_where_that_can_be() {
    let narrowed = |case: &Case| {
        let study = case.study();
        recovery(&study, |_| true).options[0].narrowed().count()
    };
    for minutes in [100, 60] {
        let case = two_dates(minutes);
        assert_eq!(found(&case, RecoveryStrategy::CatchUp), ["r 12-03..12-04"]);
        assert_eq!(narrowed(&case), 0);
    }
    // The one that a single date could hold is not put off for the sake of a run; that is said.
    let mut case = two_dates(100);
    off(&mut case, "2026-12-04", "2026-12-04");
    assert_eq!(found(&case, RecoveryStrategy::CatchUp), ["r 12-05..12-06"]);
    let mut case = two_dates(60);
    off(&mut case, "2026-12-04", "2026-12-04");
    assert_eq!(found(&case, RecoveryStrategy::CatchUp), ["r 12-03"]);
    assert_eq!(narrowed(&case), 1);
}

#[test]
fn a_plan_that_cannot_be_moved_stays_where_it_is() {
    let made = days(vec![
        of(1, vec![takes("a", 60)]),
        of(9, vec![takes("b", 60)]),
    ]);
    let mut case = begun(made, "2026-12-01T08:00:00");
    off(&mut case, "2026-12-01", "2037-12-31");
    assert_eq!(found(&case, RecoveryStrategy::Extend), ["a ?", "b ?"]);
}

#[test]
fn thousands_of_slots_are_no_trouble() {
    let number = |at: u32| at + 1;
    let days = cases(400, 2_000);
    let all = (0..days).map(|at| {
        let slots = (0..5).map(|k| at_hour(at, k)).collect();
        of(number(at), slots)
    });
    let all: Vec<Day> = all.collect();
    let all = all
        .chunks(7)
        .zip(1..)
        .map(|(days, number)| week(number, days.to_vec()));
    let mut made = weeks(all.collect());
    made.time_budget = Some(budgets(Some(360), Some(360)));
    let half = add(date("2026-11-30"), u64::from(days) / 2);
    let case = begun(made, &format!("{half}T08:00:00"));
    let study = case.study();
    let recovery = recovery(&study, |_| true);
    let slots = usize::try_from(days).expect("fits") * 5;
    assert_eq!(recovery.stranded.len(), slots / 2);
    assert_eq!(recovery.options[2].moves.len(), slots);
}

fn at_hour(day: u32, hour: u32) -> Slot {
    at(&format!("d{day}-{hour}"), 9 + hour, 10 + hour)
}
