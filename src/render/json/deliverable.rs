//! Something to hand in.

use chrono::NaiveDate;
use serde::Serialize;

use super::slot::{Remark, remarks, why};
use crate::model;
use crate::summary::DeliverableView;

#[derive(Serialize)]
pub(crate) struct Deliverable<'a> {
    #[serde(flatten)]
    what: &'a model::Deliverable,
    week: Option<u32>,
    due: NaiveDate,
    status: &'static str,
    why: Option<&'a str>,
    remarks: Vec<Remark<'a>>,
}

pub(super) fn deliverables<'a>(views: &[DeliverableView<'a>]) -> Vec<Deliverable<'a>> {
    views.iter().map(Deliverable::from).collect()
}

impl<'a> From<&DeliverableView<'a>> for Deliverable<'a> {
    fn from(view: &DeliverableView<'a>) -> Self {
        Self {
            what: view.what,
            week: view.week.number,
            due: view.dates.last,
            status: view.status.name(),
            why: why(view.mark, view.status),
            remarks: remarks(view.mark),
        }
    }
}
