//! Marks follow content, on plans of a few slots.

use std::collections::BTreeMap;

use proptest::prelude::*;
use uuid::Uuid;

use crate::model::Plan;
use crate::progress::{
    Event, Fingerprint, Orphan, OrphanReason, Placement, Reconciled, State, What, fold,
    last_undoable, reconcile,
};
use crate::source::parse;
use crate::tests::cases::cases;

/// A plan of slots, each `id title minutes item`; without an item it has no fields.
fn plan(slots: &[&str]) -> Plan {
    let slots = slots.iter().map(|slot| {
        let mut words = slot.split(' ');
        let mut next = || words.next();
        let (id, title, minutes) = (next().unwrap(), next().unwrap(), next().unwrap());
        let items = next().map_or_else(String::new, |item| format!(", items: [{item}]"));
        format!("{{id: {id}, title: {title}, duration: {minutes}m{items}}}")
    });
    let slots: Vec<String> = slots.collect();
    let text = format!(
        "plan: p\ntitle: T\ndays: [{{slots: [{}]}}]",
        slots.join(", ")
    );
    parse(&text).plan.expect("a plan")
}

/// What a learner does while the plan is edited.
#[derive(Default)]
struct Learner {
    events: Vec<Event>,
}

impl Learner {
    fn write(&mut self, what: What) {
        let n = self.events.len() as u64 + 1;
        self.events.push(Event {
            id: Uuid::from_u128(n.into()),
            op: Uuid::from_u128(u128::from(n) << 64),
            n,
            at: "2026-12-07T20:00:00+08:00".parse().expect("a time"),
            day: "2026-12-07".parse().expect("a date"),
            dev: "a".to_owned(),
            what,
        });
    }

    fn done(mut self, plan: &Plan, id: &str) -> Self {
        self.write(done(plan, id));
        self
    }

    fn skip(mut self, plan: &Plan, id: &str) -> Self {
        let What::Done {
            slot,
            title,
            fingerprint,
            again,
            ..
        } = done(plan, id)
        else {
            panic!("a done");
        };
        self.write(What::Skip {
            slot,
            title,
            fingerprint,
            again,
            why: None,
        });
        self
    }

    fn undo(mut self) -> Self {
        let (_, of) = last_undoable(&self.events, &["a"]).expect("a step");
        self.write(What::Undo { of });
        self
    }
}

fn fingerprint(plan: &Plan, id: &str) -> Option<Fingerprint> {
    let mut found = Fingerprint::some(plan, |slot| slot.id.as_str() == id);
    found.next().map(|(_, sum)| sum)
}

fn done(plan: &Plan, id: &str) -> What {
    let mut slots = plan.slots().map(|place| place.slot);
    let slot = slots.find(|slot| slot.id.as_str() == id).expect("a slot");
    What::Done {
        slot: id.to_owned(),
        title: slot.title.clone(),
        minutes: None,
        fingerprint: fingerprint(plan, id),
        again: false,
    }
}

/// Which slots are done or skipped, and which marks have no slot and why.
fn shown(learner: &Learner, plan: &Plan) -> Vec<String> {
    let Reconciled { marks, orphans, .. } = reconcile(&fold(&learner.events), plan);
    let marks: BTreeMap<_, _> = marks.iter().collect();
    let marks = marks.into_iter().filter_map(|(id, mark)| {
        Some(match mark.state()? {
            State::Done => format!("{id} done"),
            State::Skipped => format!("{id} skipped"),
        })
    });
    marks.chain(orphans.iter().map(orphan)).collect()
}

fn orphan(orphan: &Orphan) -> String {
    let why = match &orphan.reason {
        OrphanReason::Ambiguous { slots } => format!("could be {}", slots.join(" or ")),
        OrphanReason::Replaced { now } => format!("now {now}"),
        OrphanReason::Moved { to, .. } => format!("moved to {to}"),
        OrphanReason::Retitled { now } => format!("called {now}"),
        OrphanReason::Gone => "gone".to_owned(),
    };
    format!("({} {}: {why})", orphan.slot, orphan.title)
}

const BOOK: [&str; 3] = ["d1 Ex 60 ch1", "d2 Ex 60 ch2", "d3 Ex 60 ch3"];

fn reader() -> Learner {
    Learner::default()
        .done(&plan(&BOOK), "d1")
        .done(&plan(&BOOK), "d2")
}

#[test]
fn marks_follow_what_was_done_where_a_slot_is_put_before_it() {
    let now = plan(&[
        "d1 Ex 60 ch0",
        "d2 Ex 60 ch1",
        "d3 Ex 60 ch2",
        "d4 Ex 60 ch3",
    ]);
    assert_eq!(shown(&reader(), &now), ["d2 done", "d3 done"]);
    // They are back in their old places in the former plan.
    assert_eq!(shown(&reader(), &plan(&BOOK)), ["d1 done", "d2 done"]);
}

#[test]
fn of_several_slots_with_that_content_none_is_done() {
    let now = plan(&["d1 Ex 60 ch1", "d2 Ex 60 ch2", "d3 Ex 60 ch1"]);
    assert_eq!(
        shown(&reader(), &now),
        ["d2 done", "(d1 Ex: could be d1 or d3)"]
    );
    // Doing one of them again settles it.
    let again = reader().done(&now, "d1");
    assert_eq!(shown(&again, &now), ["d1 done", "d2 done"]);
}

#[test]
fn an_edited_slot_stays_done() {
    for first in ["d1 Ex 60 chapter-1", "d1 Ex 75 ch1", "d1 Ex 60"] {
        let now = plan(&[first, BOOK[1], BOOK[2]]);
        assert_eq!(shown(&reader(), &now), ["d1 done", "d2 done"], "{first}");
    }
}

#[test]
fn identical_slots_match_by_id_and_title() {
    let cards = ["d1 Cards 30", "d2 Cards 30", "d3 Cards 30", "d4 Cards 30"];
    let learner = Learner::default()
        .done(&plan(&cards), "d1")
        .done(&plan(&cards), "d2");
    let longer = plan(&[cards[0], "d2 Cards 40", cards[2], cards[3]]);
    assert_eq!(shown(&learner, &longer), ["d1 done", "d2 done"]);
    let fewer = plan(&[cards[0], cards[2]]);
    assert_eq!(shown(&learner, &fewer), ["d1 done", "(d2 Cards: gone)"]);
}

#[test]
fn marks_without_fingerprint_match_by_id_and_title() {
    let mut learner = reader();
    for event in &mut learner.events {
        if let Some((_, fingerprint)) = event.what.marked() {
            *fingerprint = None;
        }
    }
    let now = plan(&["d1 Ex 60 ch0", "d2 Ex 60 ch1", "d3 Ex 60 ch2"]);
    assert_eq!(shown(&learner, &now), ["d1 done", "d2 done"]);
}

/// Each slot shares its title with one slot and its fields with another, never both.
#[test]
fn content_is_unique_where_title_and_fields_are_shared_by_different_slots() {
    let former = plan(&["d1 Ex 60 ch1", "d2 Ex 60 ch2", "d3 Read 60 ch1"]);
    let learner = Learner::default().done(&former, "d1");
    let now = plan(&["d1 Ex 60 ch2", "d2 Ex 60 ch1", "d3 Read 60 ch1"]);
    assert_eq!(shown(&learner, &now), ["d2 done"]);
}

#[test]
fn marks_and_undo_leave_a_former_slot_with_the_same_id_alone() {
    let now = plan(&[
        "d1 Ex 60 ch0",
        "d2 Ex 60 ch1",
        "d3 Ex 60 ch2",
        "d4 Ex 60 ch3",
    ]);
    let learner = reader().skip(&now, "d1");
    assert_eq!(shown(&learner, &now), ["d1 skipped", "d2 done", "d3 done"]);
    assert_eq!(shown(&learner.undo(), &now), ["d2 done", "d3 done"]);
    let learner = reader().done(&now, "d1");
    assert_eq!(shown(&learner, &now), ["d1 done", "d2 done", "d3 done"]);
    assert_eq!(shown(&learner.undo(), &now), ["d2 done", "d3 done"]);
}

#[test]
fn a_mark_never_goes_to_a_slot_that_is_known_to_be_another() {
    // Chapter 1 is gone, chapter 2 has come to its place; the skip must not pass to another slot.
    let learner = reader().skip(&plan(&BOOK), "d1");
    let now = plan(&["d1 Ex 60 ch2", "d2 Ex 60 ch3"]);
    assert_eq!(shown(&learner, &now), ["d1 done", "(d1 Ex: now Ex)"]);
}

#[test]
fn notes_and_moves_follow_too() {
    let mut learner = Learner::default();
    let former = plan(&BOOK);
    let (slot, title) = ("d2".to_owned(), "Ex".to_owned());
    let fingerprint = fingerprint(&former, "d2");
    let date = "2026-12-12".parse().expect("a date");
    learner.write(What::Note {
        slot: slot.clone(),
        title: title.clone(),
        fingerprint,
        text: "hard".to_owned(),
    });
    learner.write(What::Move {
        part: None,
        slot,
        title,
        fingerprint,
        to: Placement {
            date,
            last: date,
            time: None,
        },
    });
    let now = plan(&["d1 Ex 60 ch0", "d2 Ex 60 ch1", "d3 Ex 60 ch2"]);
    let marks = reconcile(&fold(&learner.events), &now).marks;
    let found = marks.iter().map(|(id, mark)| {
        let notes: Vec<&str> = mark.notes().map(|note| note.text.as_str()).collect();
        (id.as_str(), notes, mark.placement.map(|(_, to)| to.date))
    });
    assert_eq!(
        found.collect::<Vec<_>>(),
        [("d3", vec!["hard"], Some(date))]
    );
}

/// A slot of a plan that is edited: its identity (unknown to the program) and its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Part {
    who: usize,
    title: usize,
    item: usize,
}

fn text_of(parts: &[Part]) -> Vec<String> {
    let all = (1..).zip(parts);
    all.map(|(n, part)| format!("d{n} T{} 30 i{}", part.title, part.item))
        .collect()
}

fn plan_of(parts: &[Part]) -> Plan {
    let slots = text_of(parts);
    plan(&slots.iter().map(String::as_str).collect::<Vec<_>>())
}

/// A step of a history: marks a slot, or puts one in, takes one out, or exchanges two.
fn step() -> impl Strategy<Value = (u8, usize, usize, usize)> {
    (0..6u8, 0..9usize, 0..3usize, 0..6usize)
}

/// Goes through the steps; gives the plan at its end, what was done, and who was done while its
/// content was unique.
fn history(steps: &[(u8, usize, usize, usize)]) -> (Vec<Part>, Learner, Vec<Part>) {
    let mut parts: Vec<Part> = (0..4)
        .map(|who| Part {
            who,
            title: who % 2,
            item: who,
        })
        .collect();
    let (mut learner, mut done, mut next) = (Learner::default(), Vec::new(), 4);
    for (kind, at, title, item) in steps.iter().copied() {
        let index = at % parts.len();
        match kind {
            0..=2 => {
                let part = parts[index];
                let same = |other: &&Part| (other.title, other.item) == (part.title, part.item);
                if parts.iter().filter(same).count() == 1 {
                    learner = learner.done(&plan_of(&parts), &format!("d{}", index + 1));
                    done.push(part);
                }
            }
            3 => {
                let who = next;
                next += 1;
                parts.insert(index, Part { who, title, item });
            }
            4 if parts.len() > 2 => {
                parts.remove(index);
            }
            _ => {
                let other = item % parts.len();
                parts.swap(index, other);
            }
        }
    }
    (parts, learner, done)
}

/// The ids at which `parts` holds what `part` does.
fn places(parts: &[Part], part: Part) -> Vec<String> {
    let all = (1..).zip(parts);
    let same = all.filter(|(_, other)| (other.title, other.item) == (part.title, part.item));
    same.map(|(n, _)| format!("d{n}")).collect()
}

/// Checks that a mark made on unique content follows it, is reported if ambiguous, and that nothing
/// else is done except edited slots.
fn is_right(steps: &[(u8, usize, usize, usize)], rule: fn(&Learner, &Plan) -> Reconciled) -> bool {
    let (parts, learner, done) = history(steps);
    let Reconciled { marks, orphans, .. } = rule(&learner, &plan_of(&parts));
    let is_named = |ids: &[String]| {
        let is_it =
            |why: &OrphanReason| matches!(why, OrphanReason::Ambiguous { slots } if slots == ids);
        orphans.iter().any(|orphan| is_it(&orphan.reason))
    };
    let counts = |part: &Part| match places(&parts, *part).as_slice() {
        [] => true,
        [only] => marks.contains_key(only),
        several => several.iter().any(|id| marks.contains_key(id)) || is_named(several),
    };
    let is_gone = done.iter().any(|part| places(&parts, *part).is_empty());
    let was_done = |id: &String| {
        let at: usize = id[1..].parse().expect("a number");
        let held = parts[at - 1];
        let same = |part: &Part| (part.title, part.item) == (held.title, held.item);
        let has_id = |event: &Event| event.slot().is_some_and(|(slot, _)| slot == id);
        // A mark whose content is nowhere now stays with its id and title.
        done.iter().any(same) || is_gone && learner.events.iter().any(has_id)
    };
    done.iter().all(counts) && marks.keys().all(was_done)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(100, 10_000)))]

    #[test]
    fn what_was_done_is_done_wherever_it_is(steps in proptest::collection::vec(step(), 0..16)) {
        let rule = |learner: &Learner, plan: &Plan| reconcile(&fold(&learner.events), plan);
        prop_assert!(is_right(&steps, rule), "{:?}", text_of(&history(&steps).0));
    }
}

/// Control: the rule for marks that don't say their content is wrong about a slot that moved.
#[test]
fn by_id_and_title_alone_another_slot_is_done() {
    let by_id = |learner: &Learner, plan: &Plan| {
        let mut events = learner.events.clone();
        for event in &mut events {
            if let Some((_, fingerprint)) = event.what.marked() {
                *fingerprint = None;
            }
        }
        reconcile(&fold(&events), plan)
    };
    assert!(is_right(&[(0, 0, 0, 0)], by_id));
    // Something with the same title is put before what was done.
    assert!(!is_right(&[(0, 0, 0, 0), (3, 0, 0, 5)], by_id));
}
