//! For each date the latest declaration decides.

use chrono::TimeDelta;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::tests::cases::cases;

/// The first dates that there are, and the last: there is none before or after them.
fn date(number: i64) -> NaiveDate {
    let shifted = |from: NaiveDate| from.checked_add_signed(TimeDelta::days(number));
    let first = NaiveDate::MIN;
    let found = if number < 20 {
        shifted(first)
    } else {
        NaiveDate::MAX.checked_sub_signed(TimeDelta::days(39 - number))
    };
    found.expect("a date")
}

/// Rest, a day at work, or neither.
fn off(at: usize, (from, length): (i64, i64), kind: u8) -> Event {
    Event {
        id: Uuid::from_u128(at as u128),
        op: Uuid::from_u128(at as u128),
        n: at as u64 + 1,
        what: What::Off {
            first: date(from),
            last: date((from + length).min(39)),
            why: (kind < 2).then(|| at.to_string()),
            cancel: kind > 0,
            source: None,
        },
        at: "2026-12-07T11:00:00+08:00".parse().expect("a time"),
        day: "2026-12-07".parse().expect("a date"),
        dev: "a".to_owned(),
    }
}

/// Why each of the dates is a rest day, or a day at work, by looking for its latest declaration.
fn literal(events: &[Event]) -> Vec<(bool, Option<String>)> {
    let reason = |date: NaiveDate| {
        let mut latest = events.iter().rev().filter_map(|event| match &event.what {
            What::Off {
                first,
                last,
                why,
                cancel,
                ..
            } if *first <= date && date <= *last => Some((*cancel, why.clone())),
            _ => None,
        });
        let found = latest.next().filter(|(_, why)| why.is_some());
        found.unwrap_or((false, None))
    };
    (0..40).map(|number| reason(date(number))).collect()
}

fn found(rests: &Rests) -> Vec<(bool, Option<String>)> {
    let reason = |number| {
        let (rest, work) = (rests.on(date(number)), rests.at_work(date(number)));
        assert!(rest.is_none() || work.is_none());
        let why = rest.or(work).and_then(|rest| rest.why.clone());
        (work.is_some(), why)
    };
    (0..40).map(reason).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(500, 5000)))]

    #[test]
    fn the_latest_declaration_of_each_date_decides(
        spans in proptest::collection::vec(((0..40_i64, 0..12_i64), 0..3_u8), 0..20),
    ) {
        let spans = spans.into_iter().enumerate();
        let events: Vec<Event> = spans.map(|(at, (span, kind))| off(at, span, kind)).collect();
        let backwards = events.iter().rev();
        let rests = Rests::of(backwards);
        let expected = literal(&events);
        prop_assert_eq!(found(&rests), expected.clone());
        for first in 0..20 {
            for last in first..20 {
                let all = expected[first..=last].iter().all(|(work, why)| !work && why.is_some());
                let date = |at: usize| date(i64::try_from(at).unwrap());
                let dates = Dates { first: date(first), last: date(last) };
                prop_assert_eq!(rests.cover(dates), all);
            }
        }
    }
}

#[test]
fn a_declaration_in_the_wrong_order_is_noticed() {
    let events = [off(0, (0, 9), 0), off(1, (3, 2), 2)];
    let rest = |why: Option<&str>| (false, why.map(str::to_owned));
    let expected = [
        vec![rest(Some("0")); 3],
        vec![rest(None); 3],
        vec![rest(Some("0")); 4],
        vec![rest(None); 30],
    ];
    assert_eq!(found(&Rests::of(events.iter())), expected.concat());
    // The control: taken in the other order, all of them are rest days.
    let [rest, cancelled] = events;
    let mut other = Rests::default();
    other.declare(cancelled.order(), &cancelled.what);
    other.declare(rest.order(), &rest.what);
    assert_ne!(found(&other), expected.concat());
}
