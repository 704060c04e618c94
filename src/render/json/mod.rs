//! The JSON that scripts read, one struct per answer.
//!
//! The fields of these structs, with their names and order, are the contract with scripts. Minutes
//! are whole numbers, dates and times ISO 8601, unknown values `null`; few keys may be absent, and
//! those say so.

#![expect(clippy::struct_field_names, reason = "fields are named as their keys")]

mod answer;
mod check;
mod day;
mod deliverable;
mod doctor;
mod event;
mod export;
mod field;
mod forecast;
mod library;
mod orphan;
mod plan_diff;
mod record;
mod recovery;
mod report;
mod schema;
pub(crate) mod show;
mod slot;
mod tally;
mod today;
mod week;

use serde::Serialize;

pub(crate) use answer::{answer, without_study};
pub(crate) use check::check;
pub(crate) use doctor::doctor;
pub(crate) use event::log;
pub(crate) use export::export;
pub(crate) use forecast::forecast;
pub(crate) use library::{milestones, resources, roadmap};
pub(crate) use plan_diff::plan_diff;
pub(crate) use record::{begun, moved, recorded, rested, stepped};
pub(crate) use recovery::recovery;
pub(crate) use report::report;
pub(crate) use schema::schema;
pub(crate) use today::{next, status, today};
pub(crate) use week::week;

use crate::escape;

/// `value` as indented JSON, safe to show on a terminal.
pub(crate) fn text(value: &impl Serialize) -> String {
    // Serialising fails only for maps whose keys are not strings, and no answer has one.
    let mut pretty = serde_json::to_string_pretty(value).unwrap_or_default();
    pretty.push('\n');
    escape::json(&pretty).into_owned()
}
