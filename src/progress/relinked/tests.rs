//! Compares `fold` with following each mark separately.

use proptest::prelude::*;

use super::*;
use crate::progress::fold;
use crate::tests::cases::cases;

/// Two contents, and none.
const CONTENTS: [Option<&str>; 3] = [None, Some("0011223344556677"), Some("8899aabbccddeeff")];

fn fingerprint(content: usize) -> Option<Fingerprint> {
    Fingerprint::parse(CONTENTS[content]?)
}

/// Kind, slot, new slot and title, fingerprints before and after (`None` as in old events).
type Made = (usize, usize, (usize, usize), (usize, usize));

/// The event at `at` of an op. Events of several ops may alternate, as on two devices.
fn event(at: usize, op: usize, (kind, slot, (to, title), (was, now)): Made) -> Event {
    let title = format!("title {title}");
    let what = match kind {
        0 => What::Note {
            text: format!("note {at}"),
            fingerprint: fingerprint(was),
            slot: format!("slot {slot}"),
            title,
        },
        1 => What::Done {
            minutes: None,
            fingerprint: fingerprint(was),
            again: false,
            slot: format!("slot {slot}"),
            title,
        },
        _ => What::Relinked {
            from: format!("slot {slot}"),
            was: title.clone(),
            was_sum: fingerprint(was),
            to: format!("slot {to}"),
            title,
            fingerprint: fingerprint(now),
        },
    };
    Event {
        id: Uuid::from_u128(at as u128),
        op: Uuid::from_u128(1000 + op as u128),
        n: at as u64 + 1,
        what,
        at: "2026-12-07T11:00:00+08:00".parse().expect("a time"),
        day: "2026-12-07".parse().expect("a date"),
        dev: "a".to_owned(),
    }
}

/// Events of up to five ops.
fn history() -> impl Strategy<Value = Vec<Event>> {
    let made = (
        0..5_usize,
        0..4_usize,
        (0..4_usize, 0..2_usize),
        (0..3_usize, 0..3_usize),
    );
    proptest::collection::vec((0..5_usize, made), 0..24).prop_map(|all| {
        let events = all.into_iter().enumerate();
        events.map(|(at, (op, made))| event(at, op, made)).collect()
    })
}

/// Follows each mark through all later ops; with `at_once`, at most one step per op.
fn literal(events: &[Event], at_once: bool) -> BTreeMap<Subject<'_>, Mark> {
    let mut relinks: Vec<(Order, Uuid, Relink)> = Vec::new();
    for event in events {
        let same_op = events.iter().filter(|other| other.op == event.op);
        let same_op = same_op.filter(|other| matches!(other.what, What::Relinked { .. }));
        if let (Some(relink), Some(last)) = (Relink::of(event), same_op.map(Event::order).max()) {
            relinks.push((last, event.op, relink));
        }
    }
    relinks.sort_by_key(|(last, _, relink)| (*last, relink.order));
    let mut marks: BTreeMap<Subject, Mark> = BTreeMap::new();
    for event in events {
        let Some(mut subject) = event.subject() else {
            continue;
        };
        let mut mark = Mark::of(event, false);
        let mut taken = Vec::new();
        for (last, op, relink) in &relinks {
            let is_same = (subject.id, subject.title) == (relink.from.id, relink.from.title);
            let is_named = relink.names_content();
            let is_it = is_same && (!is_named || subject.content == relink.from.content);
            if *last < event.order() || !is_it || at_once && taken.contains(op) {
                continue;
            }
            taken.push(*op);
            let content = if is_named {
                relink.to.content
            } else {
                subject.content
            };
            subject = Subject {
                content,
                ..relink.to
            };
            if is_named {
                mark.fingerprint = relink.fingerprint.map(|now| (relink.order, now));
            }
        }
        marks.entry(subject).or_default().absorb(mark);
    }
    marks
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(500, 5000)))]

    #[test]
    fn marks_move_as_when_each_is_followed_by_itself(events in history()) {
        prop_assert_eq!(&fold(&events).marks, &literal(&events, true));
    }
}

#[test]
fn an_op_that_moves_a_mark_twice_is_noticed() {
    let swap = [
        event(0, 0, (0, 0, (0, 0), (0, 0))),
        event(1, 1, (2, 0, (1, 0), (0, 0))),
        event(2, 1, (2, 1, (0, 0), (0, 0))),
    ];
    let slots = |marks: BTreeMap<Subject, Mark>| -> Vec<String> {
        marks.keys().map(|subject| subject.id.to_owned()).collect()
    };
    assert_eq!(slots(fold(&swap).marks), ["slot 1"]);
    assert_eq!(slots(literal(&swap, true)), ["slot 1"]);
    // The control: a mark that goes on within an op is back where it was.
    assert_eq!(slots(literal(&swap, false)), ["slot 0"]);
}
