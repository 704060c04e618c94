//! Journals of one kind of event, or two.

use serde_json::json;

use super::inputs::{EVENTS, day, done, halves, journal, moved, note, op, relinked, slot};

type Journal = (&'static str, fn() -> String);

/// All of them, by name.
pub const JOURNALS: [Journal; 17] = [
    ("undos of undos", || {
        journal(|at| {
            if at == 2 {
                done(0)
            } else {
                json!({"t": "undo", "of": [op(at - 1)]})
            }
        })
    }),
    ("steps, each undone", || {
        halves(
            |at| done(at % 300),
            |at| json!({"t": "undo", "of": [op(at + 1)]}),
        )
    }),
    ("undos of the same step", || {
        journal(|at| {
            if at == 2 {
                done(0)
            } else {
                json!({"t": "undo", "of": [op(2)]})
            }
        })
    }),
    ("undos of ten steps", || {
        halves(
            |at| done(at % 300),
            |at| {
                let of = (0..10).map(|step| op(2 + (at * 10 + step) % (EVENTS / 2 - 2)));
                json!({"t": "undo", "of": of.collect::<Vec<_>>()})
            },
        )
    }),
    ("one slot done and skipped in turn", || {
        journal(|at| {
            let (slot, title) = slot(0);
            let kind = ["done", "skip"][at % 2];
            json!({"t": kind, "slot": slot, "title": title})
        })
    }),
    ("marks that move on and on", || {
        halves(
            |at| json!({"t": "done", "slot": format!("a{at}"), "title": "T"}),
            |at| relinked(&format!("a{at}"), &format!("a{}", at + 1)),
        )
    }),
    ("marks that move to and fro", || {
        journal(|at| match at % 3 {
            0 => json!({"t": "note", "slot": "a", "title": "T", "text": "b"}),
            side => relinked(["a", "b"][side - 1], ["b", "a"][side - 1]),
        })
    }),
    ("rest days", || {
        journal(
            |at| json!({"t": "off", "from": day(at % 3000), "to": day(at % 3000 + at % 7), "cancel": at % 3 == 0}),
        )
    }),
    ("rest for ever", || {
        journal(|at| json!({"t": "off", "from": day(0), "to": "9999-12-31", "cancel": at % 2 == 0}))
    }),
    ("slots moved again and again", || {
        journal(|at| moved(at % 300, day(at % 500), &day(at % 500).to_string()))
    }),
    ("slots on endless runs of dates", || {
        journal(|at| moved(at % 300, day(at % 500), "9999-12-31"))
    }),
    ("shifts", || {
        journal(|_| json!({"t": "shift", "from": slot(0).0, "weeks": 1}))
    }),
    ("exams that were added", || {
        journal(|at| {
            let (name, title) = (format!("e{}", at % 9000), format!("E{at}"));
            json!({"t": "event", "title": title, "date": day(at % 500), "kind": "exam", "name": name, "covers": ["w1-w9"]})
        })
    }),
    ("notes on one slot", || journal(|_| note(0))),
    ("notes on one slot, the last one first", || {
        let text = journal(|_| note(0));
        text.lines()
            .rev()
            .fold(String::new(), |all, line| all + line + "\n")
    }),
    ("starts", || {
        journal(|at| json!({"t": "begin", "start": day(at % 9), "plan": "torture"}))
    }),
    ("marks of twenty thousand slots that are gone", || {
        journal(
            |at| json!({"t": "done", "slot": format!("gone{}", at % 20_000), "title": format!("Slot {}", at % 300)}),
        )
    }),
];
