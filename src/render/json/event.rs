//! Events, and `log`.

use chrono::NaiveDate;
use serde::{Serialize, Serializer};
use uuid::Uuid;

use crate::model::Minutes;
use crate::progress::{self, Fingerprint, What};
use crate::render::views::LogStep;

/// An event, with the keys that it has in the journal.
#[derive(Serialize)]
pub(super) struct Event<'a> {
    id: Uuid,
    op: Uuid,
    n: u64,
    #[serde(flatten)]
    kind: Kind<'a>,
    #[serde(flatten)]
    slot: Option<Slot<'a>>,
    at: String,
    day: NaiveDate,
    dev: &'a str,
}

/// What happened, and the keys that only this kind of event has.
#[derive(Serialize)]
#[serde(tag = "t", rename_all = "lowercase")]
enum Kind<'a> {
    Begin {
        plan: &'a str,
        start: &'a NaiveDate,
    },
    Done {
        min: &'a Option<Minutes>,
        #[serde(serialize_with = "text")]
        sum: &'a Option<Fingerprint>,
        again: &'a bool,
    },
    Skip {
        why: &'a Option<String>,
        #[serde(serialize_with = "text")]
        sum: &'a Option<Fingerprint>,
        again: &'a bool,
    },
    Note {
        text: &'a str,
    },
    Undo {
        of: &'a [Uuid],
    },
    Moved {
        from: &'a str,
        was: &'a str,
        to: &'a str,
        title: &'a str,
    },
    Off {
        from: &'a NaiveDate,
        to: &'a NaiveDate,
        why: &'a Option<String>,
        cancel: &'a bool,
    },
    Move {
        to: NaiveDate,
        until: NaiveDate,
        time: Option<String>,
    },
    Shift {
        from: &'a str,
        weeks: &'a i32,
    },
    Recover {
        way: &'a str,
    },
    #[serde(untagged)]
    Other {
        t: &'a str,
    },
}

/// Serialises a value as its text.
#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks for a reference"
)]
fn text<T: ToString, S: Serializer>(value: &&Option<T>, serializer: S) -> Result<S::Ok, S::Error> {
    value.as_ref().map(T::to_string).serialize(serializer)
}

#[derive(Serialize)]
struct Slot<'a> {
    slot: &'a str,
    title: &'a str,
}

#[derive(Serialize)]
pub(crate) struct Log<'a> {
    events: Vec<Step<'a>>,
}

#[derive(Serialize)]
struct Step<'a> {
    #[serde(flatten)]
    event: Event<'a>,
    /// What a reader calls the event; `t` is its name in the journal.
    verb: &'a str,
    /// Whether it still counts.
    live: bool,
}

/// `log`.
pub(crate) fn log<'a>(steps: &'a [LogStep<'a>]) -> Log<'a> {
    let events = steps.iter().map(|step| Step {
        event: Event::from(step.event),
        verb: step.verb(),
        live: step.live,
    });
    Log {
        events: events.collect(),
    }
}

pub(super) fn events<'a>(events: impl IntoIterator<Item = &'a progress::Event>) -> Vec<Event<'a>> {
    events.into_iter().map(Event::from).collect()
}

impl<'a> From<&'a progress::Event> for Event<'a> {
    fn from(event: &'a progress::Event) -> Self {
        Self {
            id: event.id,
            op: event.op,
            n: event.n,
            kind: Kind::from(&event.what),
            slot: event.slot().map(|(slot, title)| Slot { slot, title }),
            at: event.at.to_rfc3339(),
            day: event.day,
            dev: &event.dev,
        }
    }
}

impl<'a> From<&'a What> for Kind<'a> {
    fn from(what: &'a What) -> Self {
        match what {
            What::Begin { plan, start } => Self::Begin { plan, start },
            What::Done {
                minutes: min,
                fingerprint: sum,
                again,
                ..
            } => Self::Done { min, sum, again },
            What::Skip {
                why,
                fingerprint: sum,
                again,
                ..
            } => Self::Skip { why, sum, again },
            What::Note { text, .. } => Self::Note { text },
            What::Undo { of } => Self::Undo { of },
            What::Move { to, .. } => Self::Move {
                to: to.date,
                until: to.last,
                time: to.time.map(|time| time.to_string()),
            },
            What::Shift { from, weeks } => Self::Shift { from, weeks },
            What::Recover { way } => Self::Recover { way },
            What::Other { kind } => Self::Other { t: kind },
            What::Relinked {
                from,
                was,
                to,
                title,
            } => Self::Moved {
                from,
                was,
                to,
                title,
            },
            What::Off {
                first: from,
                last: to,
                why,
                cancel,
            } => Self::Off {
                from,
                to,
                why,
                cancel,
            },
        }
    }
}
