use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::calendar::{Dates, add};
use crate::model::{Deliverable, Outline, Shape};
use crate::progress::{Event, What, fold};
use crate::render::{Sheet, Span, Style, json, terminal, views};
use crate::reschedule::tests::generate::{Case, DAY_STARTS, case};
use crate::reschedule::tests::{choices, runner};
use crate::summary::{Range, Status};

/// Any plan stands under the name of a shipped one in the cache of a test.
fn compiled(plan: &Plan) -> Compiled {
    let cache = tempfile::tempdir().expect("a folder");
    let source = PlanSource::Shipped(&SHIPPED[0]);
    let begun = Begun::of(cache.path(), &source).expect("a cache");
    let mut kept = plan.clone();
    begun.keep(&mut kept);
    assert_eq!(&kept, plan);
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

fn text(sheet: &Sheet) -> String {
    let style = Style {
        language: crate::text::Language::English,
        width: 100,
        color: false,
        ascii: false,
        wide: false,
    };
    terminal(sheet, style)
}

/// All that `today`, `next` and `status` show of a study.
fn shown(study: &Study, date: NaiveDate) -> String {
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
            for slot in part.plan.slots().map(|place| place.slot) {
                prop_assert_eq!(part.fingerprint(slot), whole.fingerprint(slot));
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

/// All that `report` shows of a study: for a script, or for a person.
fn reported(study: &Study, is_json: bool) -> Vec<Option<String>> {
    let Dates { first, last } = Dates::week_of(study.today);
    let ranges = [
        Range::Between(first, last),
        Range::Between(study.calendar.start, study.today),
        Range::Week(1),
        Range::Week(3),
        Range::Phase(1),
        Range::Phase(2),
        Range::All,
    ];
    let shown = |range| {
        let report = summary::report(study, range)?;
        Some(if is_json {
            json::text(&json::report(study, &report))
        } else {
            text(&views::report(study, &report))
        })
    };
    ranges.into_iter().map(shown).collect()
}

/// Gives every week of a plan something to hand in, some of it done.
fn hand_in(case: &mut Case) {
    let weeks = case
        .plan
        .phases
        .iter_mut()
        .flat_map(|phase| &mut phase.weeks);
    let mut whats = Vec::new();
    for (number, week) in (1..).zip(weeks) {
        let what = Deliverable {
            id: format!("w{number:02}.1"),
            text: format!("paper {number}"),
        };
        if number % 2 == 1 {
            whats.push(What::Done {
                slot: what.id.clone(),
                title: what.text.clone(),
                minutes: None,
                fingerprint: None,
                again: false,
            });
        }
        week.deliverables.push(what);
    }
    case.record(case.now.date(), whats);
}

#[test]
fn a_report_on_a_sketch_shows_what_one_on_the_whole_shows() {
    let (sketched, overdue) = (std::cell::Cell::new(0), std::cell::Cell::new(0));
    let ran = runner(80).run(&choices(), |choices| {
        let mut case = case(&choices);
        hand_in(&mut case);
        let progress = fold(&case.events);
        let whole = present(&case).study(case.plan.clone(), progress.clone());
        let compiled = compiled(&case.plan);
        for is_json in [false, true] {
            let sketch = present(&case).sketch(&compiled, &progress, is_json);
            let Some(sketch) = sketch else { continue };
            prop_assert_eq!(reported(&sketch, is_json), reported(&whole, is_json));
            let late = sketch.slots().any(|slot| slot.status == Status::Overdue);
            sketched.set(sketched.get() + 1);
            overdue.set(overdue.get() + u32::from(late));
        }
        Ok(())
    });
    ran.expect("the same of both");
    let (sketched, overdue) = (sketched.get(), overdue.get());
    assert!(sketched > 80 && overdue > 30, "{sketched}, {overdue}");
}

#[test]
fn a_compiled_plan_is_the_plan() {
    for shipped in SHIPPED {
        let plan = crate::source::parse(shipped.text).plan.expect("a plan");
        let compiled = compiled(&plan);
        assert_eq!(compiled.shape(), Some(Shape::of(&plan)));
        let mut outline = Outline::of(&plan);
        outline.slots.sort_by_key(|(day, slot)| (*day, slot.name));
        let all: BTreeSet<u64> = names(&plan).into_iter().collect();
        let unpacked = compiled.outline(all.into_iter());
        assert_eq!(unpacked.as_ref(), Some(&outline));
        // Of one name there is its slot alone, and none of a name that no slot has.
        outline.slots.truncate(1);
        let name = outline.slots[0].1.name;
        let two = BTreeSet::from([name, !name]);
        assert_eq!(compiled.outline(two.into_iter()), Some(outline));
        assert_eq!(compiled.whole(), Some(plan));
    }
}
