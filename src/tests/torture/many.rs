//! Events of every kind, as `plan` writes them, and a journal of a hundred of them.

use std::path::{Path, PathBuf};

use uuid::Uuid;

use crate::model::{AddedSlot, Cover, EventKind, FixedEvent, Minutes, Placement, PlanId, SlotId};
use crate::progress::{DueKind, Event, What};
use crate::store::{Journal, codec};

/// How many kinds [`what`] makes.
pub(super) const KINDS: usize = 9;

/// One of four weeks of dates.
pub(super) fn date(index: usize) -> chrono::NaiveDate {
    let first: chrono::NaiveDate = "2026-11-30".parse().unwrap();
    first + chrono::Days::new(index as u64 % 28)
}

/// What happened, of the kind with this number; an undo takes back `last`.
pub(super) fn what(kind: usize, index: usize, last: Uuid) -> What {
    let slot = format!("d1-{:02}{}", 9 + index % 10, ["00", "30"][index / 10 % 2]);
    let title = format!("Slot {} 多模态 \"q\"", index % 20 + 1);
    let (first, later) = (date(index), date(index).max(date(index + 1)));
    match kind % KINDS {
        0 => What::Done {
            slot,
            fingerprint: None,
            title,
            minutes: (!index.is_multiple_of(3)).then_some(Minutes(25)),
            again: false,
        },
        1 => What::Skip {
            slot,
            fingerprint: None,
            title,
            why: Some("flu".to_owned()),
            again: false,
        },
        2 => What::Note {
            slot,
            title,
            fingerprint: None,
            text: "記\u{202e}\u{1b} {\"v\":".to_owned(),
        },
        3 => What::Undo { of: vec![last] },
        4 => What::Off {
            first,
            last: later,
            why: None,
            cancel: !index.is_multiple_of(2),
            source: None,
        },
        5 => What::Move {
            part: None,
            slot,
            title,
            fingerprint: None,
            to: on_dates(first, later),
        },
        6 => What::Shift {
            from: slot,
            weeks: 1,
        },
        7 => What::Recover {
            way: "extend".to_owned(),
        },
        _ => added(index, title),
    }
}

/// A slot that was added; every other one replaces the one before it, on another date.
fn added(index: usize, title: String) -> What {
    What::Add(AddedSlot {
        id: SlotId::added(u32::try_from(index / 2).unwrap_or_default()),
        title,
        date: date(index),
        time: None,
        duration: Some(Minutes(30)),
    })
}

/// An event on a fixed date, or another date for it or for something else.
pub(super) fn fixed_date(index: usize) -> What {
    let title = ["Midterm", "Final"][index % 2].to_owned();
    let name = title.to_lowercase();
    let to = date(index);
    if index.is_multiple_of(3) {
        return What::FixedEvent {
            event: FixedEvent {
                id: SlotId::new(&name).unwrap(),
                kind: EventKind::Exam,
                title,
                date: to,
                time: None,
                covers: vec![Cover::Weeks(1, 2)],
            },
        };
    }
    let kinds = [DueKind::Event, DueKind::Deliverable, DueKind::Milestone];
    What::Due {
        of: kinds[index / 2 % 3],
        name,
        title,
        date: (!index.is_multiple_of(4)).then_some(to),
        time: None,
    }
}

fn on_dates(date: chrono::NaiveDate, last: chrono::NaiveDate) -> Placement {
    let time = None;
    Placement { date, last, time }
}

/// An event with the order `(n, id)`.
pub(super) fn event(n: u64, id: u128, op: Uuid, dev: &str, what: What) -> Event {
    Event {
        id: Uuid::from_u128(0x0198_0000_0000_7000_8000_0000_0000_0000 + id),
        op,
        n,
        at: "2026-11-30T11:00:00+08:00".parse().unwrap(),
        day: "2026-11-30".parse().unwrap(),
        dev: dev.to_owned(),
        what,
    }
}

/// A hundred events of every kind, the plan's beginning first.
pub(super) fn hundred() -> Vec<Event> {
    let begin = What::Begin {
        afresh: false,
        plan: "torture".to_owned(),
        start: date(0),
    };
    let mut events = vec![event(1, 1, Uuid::from_u128(1), "a", begin)];
    for index in 1..100 {
        let op = Uuid::from_u128(1000 + index as u128);
        let last = events[index - 1].id;
        // Its beginning is never taken back.
        let kind = if index == 1 { 0 } else { index };
        let told = what(kind, index, last);
        events.push(event(index as u64 + 1, index as u128 + 1, op, "a", told));
    }
    events
}

/// The lines of events.
pub(super) fn lines(events: &[Event]) -> Vec<u8> {
    let lines = events.iter().map(|event| codec::encode(event).unwrap());
    lines.collect::<String>().into_bytes()
}

/// The file of the journal of our plan below a folder.
pub(super) fn journal_path(state: &Path) -> PathBuf {
    state.join("torture/journal.jsonl")
}

/// The journal of our plan below a folder.
pub(super) fn journal(state: &Path) -> Journal {
    Journal::of(state, &PlanId::new("torture").unwrap())
}
