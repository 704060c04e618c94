//! How fields of events are serialised.

use std::fmt::Display;

use chrono::{DateTime, FixedOffset, NaiveDate};
use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use crate::model::{FixedEvent, Placement, Stretch};
use crate::progress::FitTerms;

/// What a fit was asked for.
#[derive(JsonSchema, Serialize)]
pub(super) struct TermKeys {
    hours: String,
    by: Option<NaiveDate>,
    whole: bool,
}

/// When a slot is to be done.
#[derive(JsonSchema, Serialize)]
pub(super) struct PlacementKeys {
    to: NaiveDate,
    until: NaiveDate,
    time: Option<String>,
}

/// An event on a fixed date.
#[derive(JsonSchema, Serialize)]
pub(super) struct FixedEventKeys<'e> {
    name: &'e str,
    kind: &'static str,
    title: &'e str,
    date: NaiveDate,
    time: Option<String>,
    covers: Vec<String>,
}

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
    let (hours, by, whole) = (terms.hours.to_string(), terms.by, terms.whole);
    TermKeys { hours, by, whole }.serialize(serializer)
}

pub(super) fn placement_keys<S: Serializer>(
    to: &Placement,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let (to, until, time) = (to.date, to.last, to.time.map(|time| time.to_string()));
    PlacementKeys { to, until, time }.serialize(serializer)
}

pub(super) fn fixed_event_keys<S: Serializer>(
    event: &FixedEvent,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let keys = FixedEventKeys {
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
