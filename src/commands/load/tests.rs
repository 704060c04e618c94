use proptest::prelude::*;

use super::*;
use crate::calendar::add;
use crate::model::Outline;
use crate::progress::{Event, fold};
use crate::recovery::tests::generate::{Case, DAY_STARTS, case};
use crate::recovery::tests::{choices, runner};
use crate::render::{Sheet, Span, Style, json, terminal, views};

/// Any plan stands under the name of a shipped one in the cache of a test.
fn compiled(plan: &Plan) -> Compiled {
    let cache = tempfile::tempdir().expect("a folder");
    let source = PlanSource::Shipped(&SHIPPED[0]);
    let begun = Begun::of(cache.path(), &source).expect("a cache");
    begun.keep(plan);
    Compiled::open(cache.path(), &source).expect("a compiled plan")
}

fn present(case: &Case) -> Present {
    let Study { now, today, .. } = case.study();
    Present {
        now,
        today,
        day_starts: DAY_STARTS,
    }
}

/// All that `today`, `next` and `status` show of a study.
fn shown(study: &Study, date: NaiveDate) -> String {
    let text = |sheet: &Sheet| {
        let style = Style {
            width: 100,
            color: false,
            ascii: false,
            wide: false,
        };
        terminal(sheet, style)
    };
    let today = summary::today(study, date);
    let next = summary::next_open(study);
    let current = study.day_on(study.today);
    let current = current.as_ref().and_then(summary::current);
    let mut slot = Sheet::default();
    match &next {
        Some(next) => views::show_slot(&mut slot, study, next),
        None => slot.line(vec![Span::plain("nothing")]),
    }
    let answers = [
        json::text(&json::today(study, &today)),
        json::text(&json::status(
            study,
            &today,
            current.as_ref(),
            next.as_ref(),
        )),
        text(&views::day(study, &today)),
        text(&views::status(
            study,
            &today,
            current.as_ref(),
            next.as_ref(),
        )),
        text(&slot),
    ];
    answers.concat()
}

/// Dates to ask about: near, and before and after the plan.
fn dates(study: &Study) -> [NaiveDate; 7] {
    let before = study.calendar.start.pred_opt().expect("a date");
    let day_before = study.today.pred_opt().expect("a date");
    let today = study.today;
    let far = add(study.calendar.end(), 10);
    [
        today,
        day_before,
        add(today, 1),
        add(today, 9),
        before,
        study.calendar.end(),
        far,
    ]
}

/// What the events add up to, half of them from a checkpoint if the rest can be added to that.
fn kept(events: &[Event]) -> Folded {
    let mut events = events.to_vec();
    events.sort_by_key(Event::order);
    let (before, after) = events.split_at(events.len() / 2);
    let shelved = |events: &[Event]| {
        let mut folded = Folded::from(fold(events));
        folded.last_day = events.iter().map(|event| event.day).max();
        folded.reshelved()
    };
    let mut folded = shelved(before);
    if folded.take(after) {
        folded
    } else {
        shelved(&events)
    }
}

#[test]
fn a_glimpse_shows_what_the_whole_shows() {
    let less = std::cell::Cell::new(0);
    let ran = runner(80).run(&choices(), |choices| {
        let case = case(&choices);
        let whole = present(&case).study(case.plan.clone(), fold(&case.events));
        for date in dates(&whole) {
            let part = present(&case).glimpse(&compiled(&case.plan), &kept(&case.events), date);
            let Some(part) = part else { continue };
            prop_assert_eq!(shown(&part, date), shown(&whole, date));
            for slot in part.plan.places().map(|place| place.slot) {
                prop_assert_eq!(part.sum(slot), whole.sum(slot));
            }
            let beside = part.beside.unwrap_or_default();
            less.set(less.get() + u32::from(beside.elsewhere.slots > 0));
        }
        Ok(())
    });
    ran.expect("the same of both");
    assert!(less.get() > 200, "only {} left anything out", less.get());
}

#[test]
fn a_glimpse_that_lacks_a_day_is_seen_to_differ() {
    let choices: Vec<u32> = (0..200).map(|n| n * 7919).collect();
    let case = case(&choices);
    let whole = case.study();
    let mut part = case.study();
    part.beside = Some(Beside::default());
    assert_eq!(shown(&part, whole.today), shown(&whole, whole.today));
    part.beside.as_mut().expect("one").elsewhere.slots = 1;
    assert_ne!(shown(&part, whole.today), shown(&whole, whole.today));
}

#[test]
fn a_compiled_plan_is_the_plan() {
    for shipped in SHIPPED {
        let plan = crate::source::parse(shipped.text).plan.expect("a plan");
        let compiled = compiled(&plan);
        assert_eq!(compiled.outline(), &Outline::of(&plan));
        assert_eq!(compiled.whole(), Some(plan));
    }
}
