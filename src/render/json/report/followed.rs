//! How a plan is followed: streaks, and what the learner wrote.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use super::super::day::Range;
use crate::summary::{self, Run, Study};

/// Study days in a row, until today and whatever the range.
#[derive(JsonSchema, Serialize)]
pub(super) struct Streak {
    current: Option<InARow>,
    longest: Option<InARow>,
    study_days: u32,
    study_days_kept: u32,
}

#[derive(JsonSchema, Serialize)]
struct InARow {
    days: u32,
    range: Range,
}

/// A note, or the reason of a skip.
#[derive(JsonSchema, Serialize)]
pub(super) struct Remark<'a> {
    plan: &'a str,
    kind: &'static str,
    pub(super) date: NaiveDate,
    id: &'a str,
    title: &'a str,
    text: &'a str,
}

pub(super) fn streak(streak: summary::Streak) -> Streak {
    let run = |run: Run| InARow {
        days: run.days,
        range: Range::from(run.dates),
    };
    Streak {
        current: streak.current.map(run),
        longest: streak.longest.map(run),
        study_days: streak.days,
        study_days_kept: streak.kept,
    }
}

pub(super) fn remarks<'a>(study: &'a Study, remarks: &[summary::Remark<'a>]) -> Vec<Remark<'a>> {
    let remark = |one: &summary::Remark<'a>| Remark {
        plan: study.plan.id.as_str(),
        kind: if one.is_skip { "skip" } else { "note" },
        date: one.date,
        id: one.id,
        title: one.title,
        text: one.text,
    };
    remarks.iter().map(remark).collect()
}
