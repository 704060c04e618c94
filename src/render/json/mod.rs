//! The JSON that scripts read, one struct per answer.
//!
//! The fields of these structs, with their names and order, are the contract with scripts. Minutes
//! are whole numbers, dates and times ISO 8601, unknown values `null`; few keys may be absent, and
//! those say so.

#![expect(clippy::struct_field_names, reason = "fields are named as their keys")]

mod check;
mod day;
mod export;
mod forecast;
mod library;
mod record;
mod recovery;
mod report;
mod schema;
pub(crate) mod show;
mod slot;

use chrono::NaiveDate;
use serde::Serialize;

pub(crate) use check::{check, doctor, plan_diff};
pub(crate) use day::{next, status, today, week};
pub(crate) use export::export;
pub(crate) use forecast::forecast;
pub(crate) use library::{milestones, resources, roadmap};
pub(crate) use record::{begun, log, moved, recorded, rested, stepped};
pub(crate) use recovery::{overdue, recovery};
pub(crate) use report::report;
pub(crate) use schema::schema;

use crate::escape;
use crate::model::PlanId;
use crate::summary::Study;

/// An answer about a study: the keys that each begins with, then those of the verb.
#[derive(Serialize)]
pub(crate) struct Answer<'a, B> {
    plan: Option<&'a PlanId>,
    generated_at: String,
    study_date: NaiveDate,
    start: Option<NaiveDate>,
    started: Option<bool>,
    #[serde(flatten)]
    body: B,
}

/// An answer about `study`.
pub(crate) fn answer<B>(study: &Study, generated_at: String, body: B) -> Answer<'_, B> {
    Answer {
        plan: Some(&study.plan.id),
        start: Some(study.calendar.start),
        started: Some(study.started),
        ..without_study(study.today, generated_at, body)
    }
}

/// An answer where plan or journal cannot be read, so that there is no study.
pub(crate) fn without_study<B>(
    study_date: NaiveDate,
    generated_at: String,
    body: B,
) -> Answer<'static, B> {
    Answer {
        plan: None,
        generated_at,
        study_date,
        start: None,
        started: None,
        body,
    }
}

/// `value` as indented JSON, safe to show on a terminal.
pub(crate) fn text(value: &impl Serialize) -> String {
    // Serialising fails only for maps whose keys are not strings, and no answer has one.
    let mut pretty = serde_json::to_string_pretty(value).unwrap_or_default();
    pretty.push('\n');
    escape::json(&pretty).into_owned()
}
