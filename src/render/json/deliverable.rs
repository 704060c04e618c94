//! Deliverables, with the same keys wherever one occurs.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use super::slot::{LearnerNote, Remarks, why};
use crate::model::PlanId;
use crate::summary::{self, DeliverableView, Study};

/// Something that is still to be handed in.
#[derive(JsonSchema, Serialize)]
pub(crate) struct OpenDeliverable<'a> {
    plan: &'a PlanId,
    #[serde(flatten)]
    what: summary::OpenDeliverable,
}

/// Something to hand in.
#[derive(JsonSchema, Serialize)]
pub(crate) struct Deliverable<'a> {
    plan: &'a PlanId,
    id: &'a str,
    text: &'a str,
    week: Option<u32>,
    due: NaiveDate,
    status: &'static str,
    why: Option<&'a str>,
    #[schemars(with = "Vec<LearnerNote>")]
    remarks: Remarks<'a>,
}

pub(super) fn open_deliverables<'a>(
    study: &'a Study,
    open: &[summary::OpenDeliverable],
) -> Vec<OpenDeliverable<'a>> {
    let open = open.iter();
    open.map(|what| OpenDeliverable::of(study, what)).collect()
}

impl<'a> OpenDeliverable<'a> {
    pub(super) fn of(study: &'a Study, what: &summary::OpenDeliverable) -> Self {
        Self {
            plan: &study.plan.id,
            what: what.clone(),
        }
    }
}

pub(super) fn deliverables<'a>(views: &[DeliverableView<'a>]) -> Vec<Deliverable<'a>> {
    views.iter().map(Deliverable::from).collect()
}

impl<'a> From<&DeliverableView<'a>> for Deliverable<'a> {
    fn from(view: &DeliverableView<'a>) -> Self {
        Self {
            plan: view.plan,
            id: &view.what.id,
            text: &view.what.text,
            week: view.week.number,
            due: view.dates.last,
            status: view.status.name(),
            why: why(view.mark, view.status),
            remarks: Remarks(view.mark),
        }
    }
}
