//! The fields of a journal line, in the order they are written.

mod read;
mod tell;

use serde::{Deserialize, Serialize};

use super::VERSION;

/// Every field of every kind of event. Fields it does not know are ignored when reading.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Line {
    pub(super) v: u64,
    id: String,
    op: String,
    n: u64,
    t: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    slot: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    min: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sum: Option<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    again: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    was: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    time: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    weeks: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    way: Option<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    cancel: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<String>,
    at: String,
    day: String,
    dev: String,
}

/// What all kinds of events share, and all that is kept of a kind that is not known.
#[derive(Debug, Deserialize)]
pub(super) struct Frame {
    v: u64,
    id: String,
    op: String,
    n: u64,
    t: String,
    at: String,
    day: String,
    dev: String,
}

/// The kinds of events that are understood.
const KNOWN: [&str; 10] = [
    "begin", "done", "skip", "note", "undo", "moved", "off", "move", "shift", "recover",
];

impl Frame {
    /// Whether its other fields are none of our business: its kind or its version is not known.
    pub(super) fn is_foreign(&self) -> bool {
        self.v > VERSION || !KNOWN.contains(&self.t.as_str())
    }
}

impl From<Frame> for Line {
    fn from(frame: Frame) -> Self {
        Self {
            v: frame.v,
            id: frame.id,
            op: frame.op,
            n: frame.n,
            t: frame.t,
            at: frame.at,
            day: frame.day,
            dev: frame.dev,
            ..Self::default()
        }
    }
}
