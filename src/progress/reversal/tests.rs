//! What an undo takes back is what following it by itself finds.

use proptest::prelude::*;

use super::*;
use crate::tests::cases::cases;

fn event(at: usize, op: usize, what: What) -> Event {
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

fn note(at: usize, op: usize) -> Event {
    let what = What::Note {
        text: "a".to_owned(),
        fingerprint: None,
        slot: format!("slot {at}"),
        title: "title".to_owned(),
    };
    event(at, op, what)
}

fn undo(at: usize, op: usize, of: &[u128]) -> Event {
    let of = of.iter().copied().map(Uuid::from_u128).collect();
    event(at, op, What::Undo { of })
}

/// Notes and undos of up to six ops. An undo names one op, or ids of ops and events at random.
fn history(names: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Event>> {
    let name = prop_oneof![3 => 1000..1006_u128, 1 => 0..20_u128];
    let names = proptest::collection::vec(name, names);
    proptest::collection::vec((0..6_usize, any::<bool>(), names), 0..20).prop_map(|all| {
        let events = all.into_iter().enumerate();
        let event = |(at, (op, is_note, of)): (usize, (usize, bool, Vec<u128>))| {
            if is_note {
                note(at, op)
            } else {
                undo(at, op, &of)
            }
        };
        events.map(event).collect()
    })
}

/// Everything that an undo names, through other undos.
fn literal<'e>(undo: &Event, events: &'e [Event]) -> BTreeMap<(u64, Uuid), &'e Event> {
    let What::Undo { of } = &undo.what else {
        return BTreeMap::new();
    };
    let is_named = |event: &&Event| of.contains(&event.op) || of.contains(&event.id);
    let named = events.iter().filter(is_named);
    let named = named.filter(|event| event.order() < undo.order());
    let mut all = BTreeMap::new();
    for event in named {
        all.insert(event.order(), event);
        all.extend(literal(event, events));
    }
    all
}

fn is_undo(event: &Event) -> bool {
    matches!(event.what, What::Undo { .. })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(300, 3000)))]

    #[test]
    fn an_undo_of_one_step_takes_back_what_it_names(mut events in history(1..2)) {
        let copy = events.first().cloned();
        events.extend(copy);
        let found = reversals(&events);
        for undo in events.iter().filter(|event| is_undo(event)) {
            let all = literal(undo, &events);
            prop_assert_eq!(found[&undo.id].is_redo, all.values().any(|event| is_undo(event)));
            // An op of several undos may take back more than is counted.
            let single = |event: &&Event| events[1..].iter().filter(|e| e.op == event.op).count() == 1;
            if all.values().copied().filter(|event| is_undo(event)).all(|event| single(&event)) {
                let slots: Vec<&Event> = all.into_values().filter(|event| !is_undo(event)).collect();
                prop_assert_eq!(found[&undo.id].count, slots.len());
                let first: Vec<&Event> = slots.into_iter().take(NAMED).collect();
                prop_assert_eq!(&found[&undo.id].first, &first);
            }
        }
    }

    #[test]
    fn an_undo_of_anything_is_a_redo_if_it_names_an_undo(events in history(0..4)) {
        let found = reversals(&events);
        for undo in events.iter().filter(|event| is_undo(event)) {
            let all = literal(undo, &events);
            prop_assert_eq!(found[&undo.id].is_redo, all.values().any(|event| is_undo(event)));
            let count = all.values().filter(|event| !is_undo(event)).count();
            prop_assert_eq!(found[&undo.id].first.is_empty(), count == 0);
        }
    }
}

#[test]
fn a_redo_is_about_what_the_undo_took_and_names_ten() {
    let mut events: Vec<Event> = (0..12).map(|at| note(at, 0)).collect();
    events.push(undo(12, 1, &[1000]));
    events.push(undo(13, 2, &[1000, 3]));
    events.push(undo(14, 3, &[1001, 1002]));
    // Something of the op that came later is not taken back.
    events.push(note(15, 0));
    let found = reversals(&events);
    let expected = |is_redo| Reversal {
        is_redo,
        first: events[..10].iter().collect(),
        count: 12,
        other: None,
    };
    let undo = |at: usize| found[&events[at].id].clone();
    assert_eq!(
        [undo(12), undo(13), undo(14)],
        [expected(false), expected(false), expected(true)]
    );
    // The control: the note that came later is not among them, but would be without the order.
    assert_eq!(literal(&events[12], &events).len(), 12);
    let named = events.iter().filter(|event| event.op == events[0].op);
    assert_eq!(named.count(), 13);
}

#[test]
fn an_undo_of_a_start_or_of_rest_has_that_and_no_slots() {
    let begin = What::Begin {
        afresh: false,
        plan: "p".to_owned(),
        start: "2026-12-07".parse().expect("a date"),
    };
    let events = [
        event(0, 0, begin),
        note(1, 1),
        undo(2, 2, &[1000]),
        undo(3, 3, &[1002]),
        undo(4, 4, &[1001]),
    ];
    let found = reversals(&events);
    let others = [2, 3, 4].map(|at| found[&events[at].id].other);
    assert_eq!(others, [Some(&events[0]), Some(&events[0]), None]);
}
