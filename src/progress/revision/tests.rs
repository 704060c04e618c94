//! Revisions and names of slots that were marked, moved, renamed and undone.

use proptest::prelude::*;

use super::*;
use crate::model::Placement;
use crate::tests::cases::cases;

/// An event of the op with its own number, a minute after the one before.
fn event(at: u64, what: What) -> Event {
    let minute = at % 60;
    let time = format!("2026-12-07T11:{minute:02}:00+08:00");
    Event {
        id: Uuid::from_u128(u128::from(at)),
        op: Uuid::from_u128(1000 + u128::from(at)),
        n: at,
        what,
        at: time.parse().expect("a time"),
        day: "2026-12-07".parse().expect("a date"),
        dev: "a".to_owned(),
    }
}

fn moved(slot: &str) -> What {
    let date = "2026-12-08".parse().expect("a date");
    What::Move {
        to: Placement {
            date,
            last: date,
            time: None,
        },
        part: None,
        fingerprint: None,
        slot: slot.to_owned(),
        title: "A".to_owned(),
    }
}

fn renamed(from: &str, to: &str) -> What {
    What::Relinked {
        from: from.to_owned(),
        was: "A".to_owned(),
        was_sum: None,
        to: to.to_owned(),
        title: "A".to_owned(),
        fingerprint: None,
    }
}

fn note(slot: &str) -> What {
    What::Note {
        text: "hard".to_owned(),
        fingerprint: None,
        slot: slot.to_owned(),
        title: "A".to_owned(),
    }
}

/// Undoes the op of the event with this number.
fn undo(at: u64) -> What {
    What::Undo {
        of: vec![Uuid::from_u128(1000 + u128::from(at))],
    }
}

fn begin() -> What {
    What::Begin {
        plan: "p".to_owned(),
        start: "2026-12-07".parse().expect("a date"),
        afresh: false,
    }
}

fn history(whats: Vec<What>) -> Vec<Event> {
    (1..).zip(whats).map(|(at, what)| event(at, what)).collect()
}

fn counts(events: &[Event], ids: &[&str]) -> Vec<u32> {
    let revisions = revisions(events);
    ids.iter().map(|id| revisions.of_slot(id).count).collect()
}

#[test]
fn a_revision_counts_moves_and_their_undos_but_no_notes() {
    let events = history(vec![
        begin(),
        moved("a"),
        note("a"),
        moved("b"),
        undo(2),
        undo(5),
        undo(1),
    ]);
    // begin and its undo are of every slot: a has two more undos of its move.
    assert_eq!(counts(&events, &["a", "b", "c"]), [5, 3, 2]);
    let last = revisions(&events).of_slot("b").last;
    assert_eq!(last, Some("2026-12-07T11:07:00+08:00".parse().unwrap()));
    assert_eq!(revisions(&[]).of_slot("a"), Revision::default());
    // Two moves and the undo of one, the undo of that, and twice of every slot.
    assert_eq!(revisions(&events).of_deliverable("w").count, 4 + 2);
}

#[test]
fn a_renamed_slot_keeps_its_name_and_its_revision() {
    let events = history(vec![
        moved("a"),
        renamed("a", "b"),
        moved("b"),
        renamed("b", "c"),
    ]);
    let revisions = revisions(&events);
    assert_eq!(revisions.name("c"), "a");
    assert_eq!(revisions.of_slot("c").count, 4);
    // Later slots with the former ids have other names, which stay.
    let name = "0".repeat(7);
    assert_eq!(revisions.name("a"), format!("a.{name}2"));
    assert_eq!(revisions.name("b"), format!("b.{name}4"));
    assert_eq!(revisions.name("d"), "d");
}

#[test]
fn exchanged_ids_exchange_names_and_an_undo_gives_them_back() {
    let mut events = history(vec![renamed("a", "b"), renamed("b", "a")]);
    events[1].op = events[0].op;
    let names = |events: &[Event]| {
        let revisions = revisions(events);
        ["a", "b"].map(|id| revisions.name(id).to_owned())
    };
    assert_eq!(names(&events), ["b", "a"]);
    events.push(event(3, undo(1)));
    assert_eq!(names(&events), ["a", "b"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(256, 4_096)))]

    #[test]
    fn no_revision_falls_and_no_two_slots_share_a_name(
        made in prop::collection::vec((0..5_usize, 0..4_usize, 0..4_usize), 1..24),
    ) {
        const IDS: [&str; 4] = ["a", "b", "c", "d"];
        let whats = made.iter().enumerate().map(|(at, (kind, slot, other))| match kind {
            0 => moved(IDS[*slot]),
            1 => renamed(IDS[*slot], IDS[*other]),
            2 => note(IDS[*slot]),
            3 => begin(),
            _ => undo((at as u64).saturating_sub(*other as u64).max(1)),
        });
        let events = history(whats.collect());
        let mut before = vec![0; IDS.len()];
        for end in 1..=events.len() {
            let now = counts(&events[..end], &IDS);
            prop_assert!(now.iter().zip(&before).all(|(now, before)| now >= before));
            before = now;
            let revisions = revisions(&events[..end]);
            let names: HashSet<&str> = IDS.iter().map(|id| revisions.name(id)).collect();
            prop_assert_eq!(names.len(), IDS.len());
        }
    }
}
