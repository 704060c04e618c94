//! What the clock says of a day's slots, at every minute of it.

use chrono::{NaiveDate, TimeDelta};
use uuid::Uuid;

use crate::model::Minutes;
use crate::progress::{Event, What, fold};
use crate::summary::{MAX_LISTED, Study, day_facts};

const PLAN: &str = "\
plan: p
title: P
days:
  - day: 1
    slots:
      - {time: 09:00-10:00, id: a, title: Alpha}
      - {time: 10:00-11:00, id: b, title: Beta}
      - {time: 11:00-12:00, id: c, title: Gamma}
      - {time: 23:00-24:00, id: d, title: Delta}
      - {time: 01:00-02:00, id: e, title: Epsilon}
";

/// The plan begun on `start`, of which Beta is done.
fn study(start: NaiveDate) -> Study {
    let begin = What::Begin {
        afresh: false,
        plan: "p".to_owned(),
        start,
    };
    let done = What::Done {
        slot: "b".to_owned(),
        title: "Beta".to_owned(),
        minutes: None,
        fingerprint: None,
        again: false,
    };
    let now = start.and_hms_opt(4, 0, 0).expect("a time");
    let event = |(n, what): (u64, What)| Event {
        id: Uuid::from_u128(n.into()),
        op: Uuid::from_u128(n.into()),
        n,
        at: now.and_utc().fixed_offset(),
        day: start,
        dev: "a".to_owned(),
        what,
    };
    let events: Vec<Event> = (1..).zip([begin, done]).map(event).collect();
    let plan = crate::source::parse(PLAN).plan.expect("a plan");
    Study::new(plan, fold(&events), start, now, Minutes(4 * 60))
}

/// `today` marks a slot as on only while it is open, and `status` names the same one.
#[test]
fn at_every_minute_of_a_day_today_and_status_agree_on_what_is_on() {
    let start = NaiveDate::from_ymd_opt(2026, 9, 7).expect("a date");
    let study = study(start);
    for minute in 4 * 60..28 * 60 {
        let midnight = start.and_hms_opt(0, 0, 0).expect("a time");
        let now = midnight + TimeDelta::minutes(minute);
        let expected = match minute {
            540..600 => vec!["a"],
            // Beta is done.
            660..720 => vec!["c"],
            1380..1440 => vec!["d"],
            1500..1560 => vec!["e"],
            _ => vec![],
        };
        let facts = day_facts(&study, start, MAX_LISTED).with_clock(now);
        let today = facts.today();
        let shown = today.day.iter().flat_map(|day| &day.slots);
        let on = shown.filter(|slot| slot.now);
        let on: Vec<&str> = on.map(|slot| slot.place.slot.id.as_str()).collect();
        assert_eq!(on, expected, "{now}");
        let current = facts.current();
        let current = current.as_ref().map(|slot| slot.place.slot.id.as_str());
        assert_eq!(current, expected.first().copied(), "{now}");
    }
}
