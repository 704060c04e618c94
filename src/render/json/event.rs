//! Events, and `log`.

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Serialize, Serializer};
use uuid::Uuid;

use crate::model::{Minutes, Placement, Window};
use crate::progress::{self, Fingerprint, What};
use crate::render::views::LogStep;

/// An event, with the keys that it has in the journal.
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct Event<'a>(#[serde(with = "EventKeys")] &'a progress::Event);

#[derive(Serialize)]
#[serde(remote = "progress::Event")]
struct EventKeys {
    id: Uuid,
    op: Uuid,
    n: u64,
    #[serde(flatten, with = "WhatKeys")]
    what: What,
    #[serde(serialize_with = "rfc3339")]
    at: DateTime<FixedOffset>,
    day: NaiveDate,
    dev: String,
}

/// The name of each kind of event, and the keys that only this kind has.
#[derive(Serialize)]
#[serde(remote = "What", tag = "t", rename_all = "lowercase")]
enum WhatKeys {
    Begin {
        plan: String,
        start: NaiveDate,
    },
    Done {
        #[serde(rename = "min")]
        minutes: Option<Minutes>,
        #[serde(rename = "sum", serialize_with = "optional_text")]
        fingerprint: Option<Fingerprint>,
        again: bool,
        slot: String,
        title: String,
    },
    Skip {
        why: Option<String>,
        #[serde(rename = "sum", serialize_with = "optional_text")]
        fingerprint: Option<Fingerprint>,
        again: bool,
        slot: String,
        title: String,
    },
    Note {
        text: String,
        slot: String,
        title: String,
    },
    Undo {
        of: Vec<Uuid>,
    },
    #[serde(rename = "moved")]
    Relinked {
        from: String,
        was: String,
        to: String,
        title: String,
    },
    Off {
        #[serde(rename = "from")]
        first: NaiveDate,
        #[serde(rename = "to")]
        last: NaiveDate,
        why: Option<String>,
        cancel: bool,
    },
    Move {
        #[serde(flatten, with = "PlacementKeys")]
        to: Placement,
        slot: String,
        title: String,
    },
    Shift {
        from: String,
        weeks: i32,
    },
    Recover {
        way: String,
    },
    #[serde(untagged)]
    Other {
        #[serde(rename = "t")]
        kind: String,
    },
}

#[derive(Serialize)]
#[serde(remote = "Placement")]
struct PlacementKeys {
    #[serde(rename = "to")]
    date: NaiveDate,
    #[serde(rename = "until")]
    last: NaiveDate,
    #[serde(serialize_with = "optional_text")]
    time: Option<Window>,
}

#[expect(clippy::ref_option, reason = "serde asks for it")]
fn optional_text<T: ToString, S: Serializer>(
    value: &Option<T>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    value.as_ref().map(T::to_string).serialize(serializer)
}

fn rfc3339<S: Serializer>(time: &DateTime<FixedOffset>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&time.to_rfc3339())
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
        event: Event(step.event),
        verb: step.verb(),
        live: step.live,
    });
    Log {
        events: events.collect(),
    }
}

pub(super) fn events<'a>(events: impl IntoIterator<Item = &'a progress::Event>) -> Vec<Event<'a>> {
    events.into_iter().map(Event).collect()
}
