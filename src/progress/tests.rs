//! The fold knows no order of lines; undo brings back what was before.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::Index;
use uuid::Uuid;

use super::matching::MatchedBy;
use super::*;
use crate::model::{Minutes, Plan};
use crate::source::parse;
use crate::tests::cases::cases;

/// A writer of events as `plan` writes them: ids and Lamport numbers count up.
#[derive(Default)]
struct Journal {
    events: Vec<Event>,
    next: u128,
}

impl Journal {
    fn id(&mut self) -> Uuid {
        self.next += 1;
        Uuid::from_u128(self.next)
    }

    fn write(&mut self, dev: &str, whats: Vec<What>) {
        let op = self.id();
        for what in whats {
            let n = self.events.iter().map(|e| e.n).max().unwrap_or(0) + 1;
            let at = "2026-12-07T11:00:00+08:00".parse().expect("a time");
            let day = "2026-12-07".parse().expect("a date");
            let (id, dev) = (self.id(), dev.to_owned());
            self.events.push(Event {
                id,
                op,
                n,
                what,
                at,
                day,
                dev,
            });
        }
    }

    fn done(&mut self, dev: &str, slot: &str, minutes: Option<u32>) {
        let again = self.state(slot) == Some(State::Done);
        let minutes = minutes.map(Minutes);
        let (slot, title) = (slot.to_owned(), format!("title of {slot}"));
        self.write(
            dev,
            vec![What::Done {
                slot,
                title,
                minutes,
                fingerprint: None,
                again,
            }],
        );
    }

    fn skip(&mut self, dev: &str, slot: &str) {
        let again = self.state(slot) == Some(State::Skipped);
        let (slot, title, why) = (slot.to_owned(), format!("title of {slot}"), None);
        self.write(
            dev,
            vec![What::Skip {
                slot,
                title,
                why,
                fingerprint: None,
                again,
            }],
        );
    }

    fn undo(&mut self, dev: &str) -> bool {
        let of = last_undoable(&self.events, &[dev]).map(|(_, of)| of);
        of.is_some_and(|of| {
            self.write(dev, vec![What::Undo { of }]);
            true
        })
    }

    fn redo(&mut self, dev: &str) -> bool {
        let of = last_redoable(&self.events, &[dev]).map(|(_, of)| of);
        of.is_some_and(|of| {
            self.write(dev, vec![What::Undo { of }]);
            true
        })
    }

    fn mark(&self, slot: &str) -> Mark {
        let mut all = Mark::default();
        for (subject, mark) in fold(&self.events).marks {
            if (subject.id, subject.title) == (slot, &format!("title of {slot}")) {
                all.absorb(mark);
            }
        }
        all
    }

    fn state(&self, slot: &str) -> Option<State> {
        self.mark(slot).state()
    }

    fn minutes(&self, slot: &str) -> Option<u32> {
        self.mark(slot).actual().map(|m| m.0)
    }
}

fn done_holding(slot: &str, fingerprint: &str, again: bool) -> What {
    What::Done {
        slot: slot.to_owned(),
        title: format!("title of {slot}"),
        minutes: None,
        fingerprint: Fingerprint::parse(fingerprint),
        again,
    }
}

#[test]
fn the_highest_mark_decides_and_minutes_stay() {
    let mut j = Journal::default();
    j.done("a", "x", Some(80));
    j.done("a", "x", None);
    assert_eq!(
        (j.state("x"), j.minutes("x")),
        (Some(State::Done), Some(80))
    );
    j.skip("a", "x");
    assert_eq!((j.state("x"), j.minutes("x")), (Some(State::Skipped), None));
}

#[test]
fn a_repeat_is_no_step_of_its_own() {
    let mut j = Journal::default();
    j.done("a", "x", None);
    j.done("a", "y", None);
    j.done("a", "y", None);
    assert!(j.undo("a"));
    assert_eq!((j.state("x"), j.state("y")), (Some(State::Done), None));
    assert!(j.undo("a"));
    assert_eq!(j.state("x"), None);
    assert!(!j.undo("a"));
}

#[test]
fn minutes_added_later_are_a_step_and_can_be_taken_back() {
    let mut j = Journal::default();
    j.done("a", "x", None);
    j.done("a", "x", Some(80));
    assert!(j.undo("a"));
    assert_eq!((j.state("x"), j.minutes("x")), (Some(State::Done), None));
}

#[test]
fn undo_of_a_done_names_what_another_device_marked_too() {
    let mut j = Journal::default();
    let mut other = Journal {
        next: 1000,
        ..Journal::default()
    };
    j.done("a", "x", None);
    other.done("b", "x", None);
    other.done("b", "y", None);
    j.events.extend(other.events);
    assert!(j.undo("a"));
    assert_eq!((j.state("x"), j.state("y")), (None, Some(State::Done)));
}

#[test]
fn a_done_before_a_skip_comes_back_in_its_turn() {
    let mut j = Journal::default();
    j.done("a", "x", None);
    j.skip("a", "x");
    j.done("a", "x", None);
    assert!(j.undo("a"));
    assert_eq!(j.state("x"), Some(State::Skipped));
    assert!(j.undo("a"));
    assert_eq!(j.state("x"), Some(State::Done));
    assert!(j.redo("a") && j.redo("a") && !j.redo("a"));
    assert_eq!(j.state("x"), Some(State::Done));
}

#[test]
fn a_slot_skipped_twice_is_open_after_one_undo() {
    let mut j = Journal::default();
    j.skip("a", "x");
    j.skip("a", "x");
    assert!(j.undo("a"));
    assert_eq!(j.state("x"), None);
    assert!(!j.undo("a"));
}

#[test]
fn a_move_carries_over_only_what_was_marked_before_it() {
    let mut j = Journal::default();
    j.done("a", "x", None);
    let (from, was) = ("x".to_owned(), "title of x".to_owned());
    let (to, title) = ("y".to_owned(), "title of x".to_owned());
    j.write(
        "a",
        vec![What::Relinked {
            from,
            was,
            was_sum: None,
            to,
            title,
            fingerprint: None,
        }],
    );
    let plan = plan("{id: x, title: title of x}, {id: y, title: title of x}");
    let marked = |j: &Journal| {
        let reconciled = reconcile(&fold(&j.events), &plan);
        let mut ids: Vec<_> = reconciled.marks.keys().cloned().collect();
        ids.sort_unstable();
        ids
    };
    assert_eq!(marked(&j), ["y"]);
    // The plan has such a slot again: what is marked from now on is its own.
    j.done("a", "x", None);
    assert_eq!(marked(&j), ["x", "y"]);
}

#[test]
fn moves_of_one_op_happen_at_once() {
    let mut j = Journal::default();
    j.done("a", "x", Some(1));
    j.done("a", "y", Some(2));
    let moved = |from: &str, to: &str| What::Relinked {
        from: from.to_owned(),
        was: format!("title of {from}"),
        was_sum: None,
        to: to.to_owned(),
        title: format!("title of {to}"),
        fingerprint: None,
    };
    j.write("a", vec![moved("x", "y"), moved("y", "x")]);
    assert_eq!((j.minutes("x"), j.minutes("y")), (Some(2), Some(1)));
    j.write("a", vec![moved("x", "z")]);
    assert_eq!((j.minutes("z"), j.minutes("y")), (Some(2), Some(1)));
}

#[test]
fn slot_changed_since_it_was_done_is_reported_and_stays_done() {
    let mut j = Journal::default();
    let done = |fingerprint: &str, again| done_holding("x", fingerprint, again);
    let now = Fingerprint::parse("60-0000000a").expect("a fingerprint");
    let changed = |j: &Journal| j.mark("x").was_done_before_change(&now);
    j.done("a", "x", None);
    assert!(!changed(&j), "what older versions marked says nothing");
    j.write("a", vec![done("75-0000000a", true)]);
    assert!(changed(&j) && j.state("x") == Some(State::Done));
    j.write("a", vec![done("60-0000000a-t", true)]);
    assert!(!changed(&j), "doing it again settles it");
    j.skip("a", "x");
    assert!(!changed(&j));
}

#[test]
fn a_new_mark_ends_what_can_be_redone() {
    let mut j = Journal::default();
    j.done("a", "x", None);
    assert!(j.undo("a"));
    j.done("a", "y", None);
    assert!(!j.redo("a"));
}

#[test]
fn the_start_of_an_undone_begin_holds_while_marks_hang_on_it() {
    let mut j = Journal::default();
    let start = "2026-11-23".parse().expect("a date");
    j.write(
        "a",
        vec![What::Begin {
            afresh: false,
            plan: "p".to_owned(),
            start,
        }],
    );
    assert_eq!(fold(&j.events).start, Some(start));
    j.done("b", "x", None);
    assert!(j.undo("a"));
    assert_eq!(fold(&j.events).start, Some(start));
    assert!(j.undo("b"));
    assert_eq!(fold(&j.events).start, None);
}

fn plan(days: &str) -> Plan {
    parse(&format!("plan: p\ntitle: T\ndays: [{{slots: [{days}]}}]"))
        .plan
        .expect("a plan")
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn a_mark_is_never_given_to_another_slot_unsaid() {
    let mut j = Journal::default();
    for slot in ["keep", "replaced", "shifted", "gone"] {
        j.done("a", slot, None);
    }
    j.write("a", vec![done_holding("retitled", "-280dd2ee", false)]);
    let (slot, title) = ("noted".to_owned(), "title of noted".to_owned());
    let text = "a remark".to_owned();
    let fingerprint = None;
    let note = What::Note {
        slot,
        title,
        fingerprint,
        text,
    };
    j.write("a", vec![note]);
    // What `replaced` held is not known, so it may be a part of what it was. `shifted` is another slot now; its title has gone to `late`.
    let plan = plan(
        "{id: keep, title: title of keep}, {id: retitled, title: new title of retitled}, \
         {id: replaced, title: new title of replaced}, {id: noted, title: new title of noted}, \
         {id: shifted, title: something else}, {id: late, title: title of shifted}",
    );
    let reconciled = reconcile(&fold(&j.events), &plan);
    let marked: BTreeSet<&str> = reconciled.marks.keys().map(String::as_str).collect();
    assert_eq!(marked, BTreeSet::from(["keep", "noted", "retitled"]));
    let orphans = reconciled.orphans.iter();
    let orphans: Vec<_> = orphans
        .map(|o| (o.slot.as_str(), o.reason.clone()))
        .collect();
    let (to, title) = ("late".to_owned(), "title of shifted".to_owned());
    let by = MatchedBy::Title;
    let new = |slot: &str| format!("new title of {slot}");
    assert_eq!(
        orphans,
        [
            ("gone", OrphanReason::Gone),
            ("noted", OrphanReason::Retitled { now: new("noted") }),
            (
                "replaced",
                OrphanReason::Replaced {
                    now: new("replaced")
                }
            ),
            (
                "retitled",
                OrphanReason::Retitled {
                    now: new("retitled")
                }
            ),
            ("shifted", OrphanReason::Moved { to, title, by }),
        ]
    );
    let shifted = reconciled.orphans.iter().find(|o| o.slot == "shifted");
    j.write(
        "a",
        shifted.map_or_else(Vec::new, |marks| Identities::of(&plan).follow(marks)),
    );
    let reconciled = reconcile(&fold(&j.events), &plan);
    assert!(reconciled.marks.contains_key("late"));
    assert_eq!(reconciled.orphans.len(), 4);
}

/// A history of two devices that see each other's events now and then.
fn history() -> impl Strategy<Value = Vec<Event>> {
    let step = (
        0..6u8,
        0..2usize,
        0..4usize,
        proptest::option::of(1..200u32),
    );
    proptest::collection::vec(step, 0..14).prop_map(|steps| {
        let mut sides = [
            Journal::default(),
            Journal {
                next: 1 << 64,
                ..Journal::default()
            },
        ];
        for (verb, side, slot, minutes) in steps {
            let (dev, slot) = (["a", "b"][side], ["w", "x", "y", "z"][slot]);
            match verb {
                0 | 1 => sides[side].done(dev, slot, minutes),
                2 => sides[side].skip(dev, slot),
                3 => {
                    sides[side].undo(dev);
                }
                4 => {
                    sides[side].redo(dev);
                }
                _ => {
                    let seen = sides[1 - side].events.clone();
                    let known: Vec<_> = sides[side].events.iter().map(|e| e.id).collect();
                    sides[side]
                        .events
                        .extend(seen.into_iter().filter(|e| !known.contains(&e.id)));
                }
            }
        }
        let [mut one, two] = sides;
        one.events.extend(two.events);
        one.events
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(100, 1000)))]

    #[test]
    fn order_and_repetition_of_lines_do_not_matter(
        events in history(), swaps in proptest::collection::vec(any::<(Index, Index)>(), 0..30),
    ) {
        let state = fold(&events);
        let mut shuffled = events.clone();
        if !shuffled.is_empty() {
            for (a, b) in swaps {
                let (a, b) = (a.index(shuffled.len()), b.index(shuffled.len()));
                shuffled.swap(a, b);
                shuffled.push(shuffled[a].clone());
            }
        }
        prop_assert_eq!(fold(&shuffled), state);
    }

    #[test]
    fn undo_takes_a_step_back_and_redo_brings_it_again(events in history()) {
        let before = fold(&events);
        let mut j = Journal { events: events.clone(), next: 1 << 100 };
        let changed = j.state("x").is_none();
        j.done("a", "x", Some(7));
        let done = j.events.clone();
        let after = fold(&done);
        prop_assert!(j.undo("a"));
        // Control: without the undo the two differ, so the comparison can fail.
        prop_assert_ne!(&after, &before);
        if changed {
            prop_assert_eq!(&fold(&j.events), &before);
        }
        prop_assert!(j.redo("a"));
        prop_assert_eq!(fold(&j.events), after);
    }
}

fn put(journal: &mut Journal, dev: &str, slot: &str, date: &str) {
    let (slot, title) = (slot.to_owned(), format!("title of {slot}"));
    let date = date.parse().expect("a date");
    let to = Placement {
        date,
        last: date,
        time: None,
    };
    let fingerprint = None;
    let to = What::Move {
        part: None,
        slot,
        title,
        fingerprint,
        to,
    };
    journal.write(dev, vec![to]);
}

fn begin(journal: &mut Journal, start: &str) {
    let (plan, start) = ("p".to_owned(), start.parse().expect("a date"));
    journal.write(
        "a",
        vec![What::Begin {
            plan,
            start,
            afresh: false,
        }],
    );
}

/// Where a slot was put.
fn placement(journal: &Journal, slot: &str) -> Option<String> {
    Some(journal.mark(slot).placement?.1.date.to_string())
}

#[test]
fn a_slot_is_where_the_latest_move_put_it_and_undo_brings_it_back() {
    let mut journal = Journal::default();
    begin(&mut journal, "2026-11-23");
    put(&mut journal, "a", "x", "2026-12-05");
    put(&mut journal, "a", "x", "2026-12-06");
    assert_eq!(placement(&journal, "x").as_deref(), Some("2026-12-06"));
    for left in [Some("2026-12-05"), None] {
        let (_, of) = last_undoable(&journal.events, &["a"]).expect("a step");
        journal.write("a", vec![What::Undo { of }]);
        assert_eq!(placement(&journal, "x").as_deref(), left);
    }
}

#[test]
fn a_plan_begun_anew_on_another_date_is_laid_out_anew() {
    let mut journal = Journal::default();
    begin(&mut journal, "2026-11-23");
    put(&mut journal, "a", "x", "2026-12-05");
    // Another device that begins it on the same date changes nothing.
    begin(&mut journal, "2026-11-23");
    assert_eq!(placement(&journal, "x").as_deref(), Some("2026-12-05"));
    begin(&mut journal, "2026-12-07");
    assert_eq!(placement(&journal, "x"), None);
    put(&mut journal, "a", "x", "2026-12-09");
    assert_eq!(placement(&journal, "x").as_deref(), Some("2026-12-09"));
}

#[test]
fn of_what_is_said_of_a_date_the_latest_decides_whether_it_is_rest() {
    let mut journal = Journal::default();
    let off = |first: &str, last: &str, why: Option<&str>, cancel| What::Off {
        first: first.parse().expect("a date"),
        last: last.parse().expect("a date"),
        why: why.map(str::to_owned),
        cancel,
        source: None,
    };
    journal.write(
        "a",
        vec![off("2026-12-02", "2026-12-04", Some("flu"), false)],
    );
    journal.write("b", vec![off("2026-12-03", "2026-12-03", None, true)]);
    let rest = |journal: &Journal| {
        let progress = fold(&journal.events);
        let why = |day: u32| {
            let date = chrono::NaiveDate::from_ymd_opt(2026, 12, day).expect("a date");
            progress.rests.on(date).map(|rest| rest.why.clone())
        };
        (1..=5).map(why).collect::<Vec<_>>()
    };
    let flu = || Some(Some("flu".to_owned()));
    assert_eq!(rest(&journal), [None, flu(), None, flu(), None]);
    journal.events.reverse();
    assert_eq!(rest(&journal), [None, flu(), None, flu(), None]);
    let (_, of) = last_undoable(&journal.events, &["b"]).expect("a step");
    journal.write("b", vec![What::Undo { of }]);
    assert_eq!(rest(&journal), [None, flu(), flu(), flu(), None]);
}
