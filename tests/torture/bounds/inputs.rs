//! Plans and journals of the greatest size that is promised, each made to be expensive in its own way.

use std::fmt::Write as _;

use chrono::{Days, NaiveDate};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::journals::JOURNALS;

/// The most slots that a plan can have.
const SLOTS: usize = 10_000;

/// The most events for which a journal is promised to be quick.
pub const EVENTS: usize = 100_000;

/// A plan file, a journal, the time that it is, and the time zone if that is a file.
pub struct Input {
    pub name: &'static str,
    pub plan: String,
    pub journal: String,
    pub now: &'static str,
    pub zone: Option<&'static str>,
}

/// In the middle of a plan of so many slots, and when one of few is over.
const MIDDLE: &str = "2031-06-02T12:00:00";
const LATE: &str = "2027-06-02T12:00:00";

pub fn day(number: usize) -> NaiveDate {
    let start = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    start + Days::new(number as u64)
}

/// Days of four slots, five a week; the slots go through the topics in turn.
fn plan(slots: usize, head: &str, topics: usize) -> String {
    let mut text = format!("plan: torture\ntitle: T\n{head}weeks:\n");
    for at in (0..slots).step_by(4) {
        if at % 20 == 0 {
            text += "- days:\n";
        }
        let weekday = ["mon", "tue", "wed", "thu", "fri"][at / 4 % 5];
        let _ = write!(text, "  - weekday: {weekday}\n    slots:\n");
        for (slot, hour) in (at..slots.min(at + 4)).zip([9, 11, 14, 16]) {
            let topic = if topics == 0 {
                String::new()
            } else {
                format!(", topic: t{}", slot % topics)
            };
            let _ = writeln!(
                text,
                "    - {{time: \"{hour}:00-{hour}:45\", title: Slot {slot}{topic}}}"
            );
        }
    }
    text
}

fn small() -> String {
    plan(300, "", 0)
}

/// Topics of which each comes after those that `after` says.
fn topics(count: usize, after: impl Fn(usize) -> String) -> String {
    let lines =
        (0..count).map(|topic| format!("    t{topic}: {{title: T, after: [{}]}}\n", after(topic)));
    "roadmap:\n  topics:\n".to_owned() + &lines.collect::<String>()
}

/// The id of an event, and of an op.
fn id(at: usize) -> String {
    Uuid::from_u128(0x0189_0000_0000_7000_8000_0000_0000_0000 | at as u128).to_string()
}

pub fn op(at: usize) -> String {
    id(at + (1 << 40))
}

/// A slot of the plans above, by number: its id and title.
pub fn slot(number: usize) -> (String, String) {
    let hour = ["0900", "1100", "1400", "1600"][number % 4];
    (
        format!("d{:02}-{hour}", number / 4 + 1),
        format!("Slot {number}"),
    )
}

/// A start, then what `what` gives for the numbers from 2 on, each an op of its own unless it says.
pub fn journal(what: impl Fn(usize) -> Value) -> String {
    let begin = json!({"t": "begin", "start": day(0), "plan": "torture"});
    let line = |at: usize| {
        let what = if at == 1 { begin.clone() } else { what(at) };
        let mut line = Map::from_iter([
            ("v".to_owned(), json!(1)),
            ("id".to_owned(), json!(id(at))),
            ("op".to_owned(), json!(op(at))),
            ("n".to_owned(), json!(at)),
        ]);
        line.extend(what.as_object().unwrap().clone());
        // As `plan` writes them: its own lines are known by their bytes.
        line.retain(|_, value| *value != Value::Bool(false));
        if line.get("to") == line.get("until") {
            line.shift_remove("until");
        }
        let when = [
            ("at", json!("2026-11-23T18:00:00+08:00")),
            ("day", json!(day(0))),
            ("dev", json!("bench")),
        ];
        line.extend(when.map(|(key, value)| (key.to_owned(), value)));
        Value::from(line).to_string() + "\n"
    };
    (1..=EVENTS).map(line).collect()
}

pub fn done(number: usize) -> Value {
    let (slot, title) = slot(number);
    json!({"t": "done", "slot": slot, "title": title, "min": 40})
}

pub fn note(number: usize) -> Value {
    let (slot, title) = slot(number);
    json!({"t": "note", "slot": slot, "title": title, "text": "a few words"})
}

pub fn moved(number: usize, to: NaiveDate, until: &str) -> Value {
    let (slot, title) = slot(number);
    json!({"t": "move", "slot": slot, "title": title, "to": to, "until": until})
}

pub fn relinked(from: &str, to: &str) -> Value {
    json!({"t": "moved", "title": "T", "from": from, "was": "T", "to": to})
}

/// The second half of the events takes back the first half, each event another.
pub fn halves(first: impl Fn(usize) -> Value, second: impl Fn(usize) -> Value) -> String {
    journal(|at| {
        if at <= EVENTS / 2 {
            first(at)
        } else {
            second(at - EVENTS / 2)
        }
    })
}

/// A start alone.
fn begun() -> String {
    journal(|_| json!({"t": "later"}))
        .lines()
        .take(1)
        .fold(String::new(), |all, line| all + line + "\n")
}

/// Everything at once: each slot moved, noted, done or skipped, and relinked.
fn eventful() -> String {
    journal(|at| match at / SLOTS % 4 {
        0 => moved(
            at % SLOTS,
            day(at % SLOTS + at % 40),
            &day(at % SLOTS + at % 40).to_string(),
        ),
        1 => note(at % SLOTS),
        2 => done(at % SLOTS),
        _ => {
            let (id, title) = slot(at % SLOTS);
            json!({"t": "moved", "title": title, "from": format!("{id}x"), "was": title, "to": id})
        }
    })
}

type Plan = (&'static str, fn() -> (String, String));

/// Plans of ten thousand slots, and the journals to go with them.
const PLANS: [Plan; 8] = [
    ("half of the plan overdue", || (plan(SLOTS, "", 0), begun())),
    ("everything marked, moved and noted", || {
        (plan(SLOTS, "", 0), eventful())
    }),
    ("every slot on one date", || {
        let to = NaiveDate::from_ymd_opt(2031, 6, 3).unwrap();
        (
            plan(SLOTS, "", 0),
            journal(|at| moved(at % SLOTS, to, &to.to_string())),
        )
    }),
    ("ten thousand topics in a chain", || {
        let chain = topics(SLOTS, |topic| {
            topic
                .checked_sub(1)
                .map_or_else(String::new, |before| format!("t{before}"))
        });
        (plan(SLOTS, &chain, SLOTS), begun())
    }),
    ("ten thousand topics after one", || {
        let star = topics(SLOTS, |topic| {
            if topic == 0 {
                String::new()
            } else {
                "t0".to_owned()
            }
        });
        (plan(SLOTS, &star, SLOTS), begun())
    }),
    ("a thousand milestones", || {
        let all = (0..1000).map(|at| {
            format!(
                "- {{title: M, due: {} days, goals: [{{text: G, by: [w{}]}}]}}\n",
                at % 900 + 1,
                at % 500 + 1
            )
        });
        (
            plan(
                SLOTS,
                &format!("milestones:\n{}", all.collect::<String>()),
                0,
            ),
            begun(),
        )
    }),
    ("a hundred exams that cover everything", || {
        let exams = (0..100).map(|at| {
            let date = day(at * 30 + 1);
            format!("- {{id: e{at}, kind: exam, title: E, date: {date}, covers: [w1-w500]}}\n")
        });
        let exams = format!("events:\n{}", exams.collect::<String>());
        (plan(SLOTS, &exams, 0), begun())
    }),
    ("notes of fifteen megabytes", || {
        let notes = format!("title: Slot 1, notes: [{}]}}", "word ".repeat(3_000_000));
        (small().replace("title: Slot 1}", &notes), begun())
    }),
];

/// Files that are no time zones and never end; the second is a FIFO in the home.
const ZONES: [(&str, &str); 2] = [("TZ=/dev/zero", "/dev/zero"), ("TZ is a FIFO", "fifo")];

/// How many there are.
pub const COUNT: usize = JOURNALS.len() + PLANS.len() + ZONES.len();

/// The one with this number.
pub fn get(number: usize) -> Input {
    let input = |name, (plan, journal), now| Input {
        name,
        plan,
        journal,
        now,
        zone: None,
    };
    if let Some((name, journal)) = JOURNALS.get(number) {
        return input(name, (small(), journal()), LATE);
    }
    let number = number - JOURNALS.len();
    if let Some((name, both)) = PLANS.get(number) {
        return input(name, both(), MIDDLE);
    }
    let (name, zone) = ZONES[number - PLANS.len()];
    Input {
        zone: Some(zone),
        ..input(name, (small(), begun()), LATE)
    }
}
