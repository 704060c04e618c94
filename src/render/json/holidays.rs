//! `off --ics`: what a calendar file would change.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use super::record::Stranded;
use crate::ics::DayKind;
use crate::summary::{self, DayChange};

/// An import that is not recorded yet.
#[derive(JsonSchema, Serialize)]
pub(crate) struct Holidays<'a> {
    /// What the calendar is called.
    source: &'a str,
    changes: Vec<Change<'a>>,
    /// How many of its days are so already.
    already_so: usize,
    /// Events that are not marked as days off.
    left_out: &'a [String],
    stranded: Stranded<'a>,
}

#[derive(JsonSchema, Serialize)]
struct Change<'a> {
    from: NaiveDate,
    to: NaiveDate,
    /// `rest`, `work`, or `none` if the calendar no longer has it.
    kind: &'static str,
    name: &'a str,
}

/// `off --ics`.
pub(crate) fn holidays<'a>(found: &'a summary::Holidays) -> Holidays<'a> {
    let change = |change: &'a DayChange| Change {
        from: change.dates.first,
        to: change.dates.last,
        kind: match change.kind {
            Some(DayKind::Rest) => "rest",
            Some(DayKind::Work) => "work",
            None => "none",
        },
        name: &change.name,
    };
    Holidays {
        source: &found.source,
        changes: found.changes.iter().map(change).collect(),
        already_so: found.already,
        left_out: &found.unmarked,
        stranded: Stranded::of(&found.displaced),
    }
}
