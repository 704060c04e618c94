//! The keys that every answer about a study begins with.

use chrono::NaiveDate;
use serde::Serialize;

use crate::model::PlanId;
use crate::summary::Study;

/// An answer: the common keys, then those of the verb.
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
        generated_at,
        study_date: study.today,
        start: Some(study.calendar.start),
        started: Some(study.started),
        body,
    }
}

/// An answer where plan or journal cannot be read, so that there is no study.
pub(crate) fn without_study<B>(
    today: NaiveDate,
    generated_at: String,
    body: B,
) -> Answer<'static, B> {
    Answer {
        plan: None,
        generated_at,
        study_date: today,
        start: None,
        started: None,
        body,
    }
}
