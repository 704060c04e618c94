//! Events of two devices in every order, some of them twice: one state.

use std::collections::HashSet;

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::TestRunner;
use uuid::Uuid;

use super::many;
use super::row::{Row, Verdict};
use super::rows;
use crate::progress::{Event, What, fold, last_redoable, last_undoable};
use crate::store::codec;
use crate::tests::cases::cases;

/// One device: what it knows, and its own counter of ids.
struct Device {
    name: &'static str,
    events: Vec<Event>,
    next: u128,
}

impl Device {
    fn write(&mut self, whats: Vec<What>) {
        self.next += 1;
        let op = Uuid::from_u128(self.next);
        for what in whats {
            self.next += 1;
            let n = self.events.iter().map(|e| e.n).max().unwrap_or(0) + 1;
            self.events
                .push(many::event(n, self.next, op, self.name, what));
        }
    }

    fn act(&mut self, verb: usize, index: usize) {
        match verb {
            0..=2 | 4 | 5 => self.write(vec![many::what(verb, index % 4, Uuid::nil())]),
            3 => {
                if let Some((_, of)) = last_undoable(&self.events, &[self.name]) {
                    self.write(vec![What::Undo { of }]);
                }
            }
            // A shift or recovery, and its moves.
            6 | 7 => {
                let moves = (0..3).map(|slot| many::what(5, (index + slot) % 4, Uuid::nil()));
                let head = many::what(verb, index % 4, Uuid::nil());
                let whats = std::iter::once(head).chain(moves).collect();
                self.write(whats);
            }
            8 => {
                if let Some((_, of)) = last_redoable(&self.events, &[self.name]) {
                    self.write(vec![What::Undo { of }]);
                }
            }
            // The last thing anybody did is undone, be it an undo or a redo.
            9 => {
                if let Some(op) = self.events.iter().max_by_key(|e| e.order()).map(|e| e.op) {
                    self.write(vec![What::Undo { of: vec![op] }]);
                }
            }
            10 | 11 => self.correct(verb == 10, index),
            12 => self.write(vec![many::what(8, index % 4, Uuid::nil())]),
            13 => self.write(vec![many::fixed_date(index)]),
            14 | 15 => self.time(verb == 14, index),
            _ => {
                let (plan, start) = ("torture".to_owned(), many::date(index % 3));
                self.write(vec![What::Begin {
                    plan,
                    start,
                    afresh: false,
                }]);
            }
        }
    }

    /// Reopens a slot, or removes any note that the device knows.
    fn correct(&mut self, reopens: bool, index: usize) {
        let is_note = |event: &&Event| matches!(event.what, What::Note { .. });
        let notes: Vec<&Event> = self.events.iter().filter(is_note).collect();
        let note = notes.get(index % notes.len().max(1)).map(|note| note.id);
        let What::Note { slot, title, .. } = many::what(2, index % 4, Uuid::nil()) else {
            return;
        };
        let fingerprint = None;
        let what = match note.filter(|_| !reopens) {
            Some(of) => What::Unnote {
                of,
                slot,
                title,
                fingerprint,
            },
            None => What::Reopen {
                slot,
                title,
                fingerprint,
            },
        };
        self.write(vec![what]);
    }

    /// Starts a timer, or stops any that the device knows, also a second time.
    fn time(&mut self, starts: bool, index: usize) {
        let is_start = |event: &&Event| matches!(event.what, What::Start { .. });
        let timers: Vec<&Event> = self.events.iter().filter(is_start).collect();
        let timer = timers.get(index % timers.len().max(1)).copied();
        let What::Note { slot, title, .. } = many::what(2, index % 4, Uuid::nil()) else {
            return;
        };
        let fingerprint = None;
        let what = match timer.filter(|_| !starts) {
            Some(timer) => What::Stop {
                of: timer.id,
                slot,
                title,
                fingerprint,
            },
            None => What::Start {
                part: None,
                slot,
                title,
                fingerprint,
            },
        };
        self.write(vec![what]);
    }

    fn learn(&mut self, events: &[Event]) {
        let known: HashSet<Uuid> = self.events.iter().map(|e| e.id).collect();
        let new = events.iter().filter(|e| !known.contains(&e.id));
        self.events.extend(new.cloned());
    }
}

fn history() -> impl Strategy<Value = Vec<Event>> {
    let step = (0..20_usize, 0..2_usize, 0..12_usize);
    proptest::collection::vec(step, 1..16).prop_map(|steps| {
        let device = |name, next| Device {
            name,
            events: Vec::new(),
            next,
        };
        let mut both = [device("a", 0), device("b", 1 << 40)];
        for (verb, side, index) in steps {
            if verb > 16 {
                let seen = both[1 - side].events.clone();
                both[side].learn(&seen);
            } else {
                both[side].act(verb, index);
            }
        }
        let [mut a, b] = both;
        a.learn(&b.events);
        a.events
    })
}

/// The events as they are read back from their lines, in another order, some of them twice.
fn read_back(events: &[Event], swaps: &[(Index, Index)]) -> Vec<Event> {
    let mut lines: Vec<String> = events.iter().map(|e| codec::encode(e).unwrap()).collect();
    for (a, b) in swaps.iter().filter(|_| !events.is_empty()) {
        lines.swap(a.index(events.len()), b.index(events.len()));
        lines.push(lines[a.index(events.len())].clone());
    }
    let lines = lines.iter();
    let decoded = lines.flat_map(|line| codec::decode_line(line.as_bytes()).events);
    decoded.collect()
}

/// Tries that many histories; gives how many events they had and, where one failed, why.
fn try_orders(cases: u32) -> Verdict {
    let config = ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let confirmed = std::cell::Cell::new(0);
    let swaps = proptest::collection::vec(any::<(Index, Index)>(), 0..30);
    let result = TestRunner::new(config).run(&(history(), swaps), |(events, swaps)| {
        confirmed.set(confirmed.get() + events.len());
        let other = read_back(&events, &swaps);
        prop_assert_eq!(fold(&other), fold(&events));
        for device in ["a", "b"] {
            // Undo and redo name the same things on every device.
            let of = |events: &[Event], step: fn(&[Event], &str) -> Option<HashSet<Uuid>>| {
                step(events, device)
            };
            prop_assert_eq!(of(&other, undo), of(&events, undo));
            prop_assert_eq!(of(&other, redo), of(&events, redo));
        }
        Ok(())
    });
    let complaints = result.err().map(|error| error.to_string());
    Verdict {
        confirmed: confirmed.get(),
        lost: 0,
        complaints: complaints.into_iter().collect(),
    }
}

fn undo(events: &[Event], device: &str) -> Option<HashSet<Uuid>> {
    last_undoable(events, &[device]).map(|(_, of)| of.into_iter().collect())
}

fn redo(events: &[Event], device: &str) -> Option<HashSet<Uuid>> {
    last_redoable(events, &[device]).map(|(_, of)| of.into_iter().collect())
}

/// The control: a fold by the order of lines, in which the last mark of a slot decides.
fn by_lines(events: &[Event]) -> Vec<(String, bool)> {
    let mut state = std::collections::BTreeMap::new();
    for event in events {
        if let Some((slot, _)) = event.slot() {
            state.insert(slot.to_owned(), matches!(event.what, What::Done { .. }));
        }
    }
    state.into_iter().collect()
}

/// How many of two thousand pairs of orders such a fold tells apart.
fn told_apart() -> usize {
    let mut apart = 0;
    for index in 0..2000 {
        let events = [0, 1].map(|kind| {
            let what = many::what(kind, index % 4, Uuid::nil());
            many::event(kind as u64 + 1, kind as u128, Uuid::nil(), "a", what)
        });
        let [one, two] = events.clone();
        apart += usize::from(by_lines(&events) != by_lines(&[two, one]));
    }
    apart
}

const CONTROL: &str = "states that a fold by the order of lines tells apart";

#[test]
fn events_in_any_order_are_one_state() {
    let tried = cases(200, 2000);
    let verdict = try_orders(tried);
    assert!(verdict.complaints.is_empty(), "{:?}", verdict.complaints);
    assert!(verdict.confirmed > tried as usize);
}

#[test]
#[ignore = "a hundred thousand histories"]
fn every_order_and_duplication() {
    let mut row = Row::new(rows::ORDERS);
    row.tried(100_000);
    row.take(try_orders(100_000));
    row.finish(100_000, CONTROL, told_apart());
}
