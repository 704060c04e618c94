//! For each date the latest declaration decides, unless its calendar withdraws it.

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

/// Rest, a day at work, or neither, declared by the learner or by one of two calendars. Neither means
/// that a calendar withdraws what it declared.
fn off(at: usize, (from, length): (i64, i64), kind: u8, source: u8) -> Event {
    Event {
        id: Uuid::from_u128(at as u128),
        op: Uuid::from_u128(at as u128),
        n: at as u64 + 1,
        what: What::Off {
            first: date(from),
            last: date((from + length).min(39)),
            why: (kind < 2).then(|| at.to_string()),
            cancel: kind > 0,
            source: (source > 0).then(|| format!("calendar {source}")),
        },
        at: "2026-12-07T11:00:00+08:00".parse().expect("a time"),
        day: "2026-12-07".parse().expect("a date"),
        dev: "a".to_owned(),
    }
}

/// Why each of the dates is a rest day, or a day at work, by looking for its latest declaration.
fn literal(events: &[Event]) -> Vec<(bool, Option<String>)> {
    let reason = |date: NaiveDate| {
        let mut withdrawn = Vec::new();
        for event in events.iter().rev() {
            let What::Off {
                first,
                last,
                why,
                cancel,
                source,
            } = &event.what
            else {
                continue;
            };
            if date < *first || *last < date || withdrawn.contains(source) {
                continue;
            }
            match (why, source) {
                (None, Some(_)) => withdrawn.push(source.clone()),
                (None, None) => return (false, None),
                (Some(_), _) => return (*cancel, why.clone()),
            }
        }
        (false, None)
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
        spans in proptest::collection::vec(((0..40_i64, 0..12_i64), 0..3_u8, 0..3_u8), 0..20),
    ) {
        let spans = spans.into_iter().enumerate();
        let events: Vec<Event> = spans
            .map(|(at, (span, kind, source))| off(at, span, kind, source))
            .collect();
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

/// The reason of each of the first ten dates, `-` if there is none.
fn first_ten(events: &[Event]) -> String {
    let found = found(&Rests::of(events.iter()));
    let why = found.into_iter().take(10).map(|(_, why)| why);
    why.map(|why| why.unwrap_or("-".to_owned())).collect()
}

#[test]
fn a_calendar_withdraws_only_its_own_days() {
    let trip = off(0, (0, 5), 0, 0);
    let holiday = off(1, (3, 5), 0, 1);
    let of_another = off(2, (8, 1), 0, 2);
    let withdrawn = off(3, (0, 9), 2, 1);
    let events = [trip, holiday, of_another, withdrawn];
    assert_eq!(first_ten(&events[..3]), "0001111122");
    assert_eq!(first_ten(&events), "000000--22");
    // The control: what the learner cancels is cancelled, whoever declared it.
    let mut events = events;
    events[3] = off(3, (0, 9), 2, 0);
    assert_eq!(first_ten(&events), "----------");
}

#[test]
fn the_order_of_declarations_matters() {
    let rest_then_cancelled = [off(0, (0, 9), 0, 0), off(1, (3, 2), 2, 0)];
    assert_eq!(first_ten(&rest_then_cancelled), "000---0000");
    let cancelled_then_rest = [off(0, (3, 2), 2, 0), off(1, (0, 9), 0, 0)];
    assert_eq!(first_ten(&cancelled_then_rest), "1111111111");
}
