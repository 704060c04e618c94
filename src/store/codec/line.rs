//! The fields of a journal line, in the order they are written.

use std::borrow::Cow;
use std::fmt;

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::VERSION;

/// A JSON string, borrowed from the line if it has no escapes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub(super) struct Text<'a>(pub(crate) Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor).map(Self)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }
}

impl Text<'_> {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn into_owned(self) -> String {
        self.0.into_owned()
    }
}

impl<'a> From<&'a str> for Text<'a> {
    fn from(text: &'a str) -> Self {
        Self(Cow::Borrowed(text))
    }
}

impl From<String> for Text<'_> {
    fn from(text: String) -> Self {
        Self(Cow::Owned(text))
    }
}

/// Every field of every kind of event. Unknown fields are ignored when reading.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Line<'a> {
    pub(crate) v: u64,
    #[serde(borrow)]
    pub(crate) id: Text<'a>,
    pub(crate) op: Text<'a>,
    pub(crate) n: u64,
    pub(crate) t: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) slot: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) title: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) min: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) sum: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) again: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) why: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) text: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) of: Option<Vec<Text<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) from: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) was: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) to: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) until: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) time: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) weeks: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) way: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) cancel: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) start: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) plan: Option<Text<'a>>,
    pub(crate) at: Text<'a>,
    pub(crate) day: Text<'a>,
    pub(crate) dev: Text<'a>,
}

/// The fields that all kinds of events share, and all that is kept of an unknown kind.
#[derive(Debug, Deserialize)]
pub(super) struct Frame<'a> {
    v: u64,
    #[serde(borrow)]
    id: Text<'a>,
    op: Text<'a>,
    n: u64,
    t: Text<'a>,
    at: Text<'a>,
    day: Text<'a>,
    dev: Text<'a>,
}

/// The kinds of events that are understood.
const KNOWN: [&str; 10] = [
    "begin", "done", "skip", "note", "undo", "moved", "off", "move", "shift", "recover",
];

impl<'a> Frame<'a> {
    /// The line without its other fields, whose types are not ours to judge: its kind or its
    /// version is unknown. `None` if both are known.
    pub(crate) fn into_foreign_line(self) -> Option<Line<'a>> {
        if self.v <= VERSION && KNOWN.contains(&self.t.as_str()) {
            return None;
        }
        Some(Line {
            v: self.v,
            id: self.id,
            op: self.op,
            n: self.n,
            t: self.t,
            at: self.at,
            day: self.day,
            dev: self.dev,
            ..Line::default()
        })
    }
}
