//! How fields of events are serialised.

use std::fmt::Display;

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Serialize, Serializer};

use crate::model::{FixedEvent, Placement, Stretch};
use crate::progress::FitTerms;

#[expect(clippy::ref_option, reason = "serde asks for it")]
pub(super) fn optional_text<S: Serializer>(
    value: &Option<impl Display>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let text = value.as_ref().map(ToString::to_string);
    text.serialize(serializer)
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
pub(super) fn part_text<S: Serializer>(part: &Stretch, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(part)
}

pub(super) fn term_keys<S: Serializer>(terms: &FitTerms, serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Keys {
        hours: String,
        by: Option<NaiveDate>,
        whole: bool,
    }
    let (hours, by, whole) = (terms.hours.to_string(), terms.by, terms.whole);
    Keys { hours, by, whole }.serialize(serializer)
}

pub(super) fn placement_keys<S: Serializer>(
    to: &Placement,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Keys {
        to: NaiveDate,
        until: NaiveDate,
        time: Option<String>,
    }
    let (to, until, time) = (to.date, to.last, to.time.map(|time| time.to_string()));
    Keys { to, until, time }.serialize(serializer)
}

pub(super) fn fixed_event_keys<S: Serializer>(
    event: &FixedEvent,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Keys<'e> {
        name: &'e str,
        kind: &'static str,
        title: &'e str,
        date: NaiveDate,
        time: Option<String>,
        covers: Vec<String>,
    }
    let keys = Keys {
        name: event.id.as_str(),
        kind: event.kind.name(),
        title: &event.title,
        date: event.date,
        time: event.time.map(|time| time.to_string()),
        covers: event.covers.iter().map(ToString::to_string).collect(),
    };
    keys.serialize(serializer)
}

pub(super) fn rfc3339<S: Serializer>(
    time: &DateTime<FixedOffset>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&time.to_rfc3339())
}
