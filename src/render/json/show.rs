//! `show`: one shape for each kind of target.

use serde::Serialize;

use super::day::{self, Day, days};
use super::report::Report;
use super::slot::{self, Deliverable, Slot};
use crate::model::TopicId;
use crate::summary::{self, DayView, DeliverableView, PlanWeek, SlotView, Study, TopicView};

#[derive(Serialize)]
pub(crate) struct Show<'a> {
    shown: Vec<Shown<'a>>,
}

/// A target in full.
#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum Shown<'a> {
    Slots {
        slots: Vec<Slot<'a>>,
    },
    Deliverable {
        /// Just the one.
        deliverables: Vec<Deliverable<'a>>,
    },
    Day {
        day: Option<Box<Day<'a>>>,
    },
    Week {
        week: u32,
        days: Vec<Day<'a>>,
        deliverables: Vec<Deliverable<'a>>,
    },
    Phase {
        phase: usize,
        report: Option<Box<Report<'a>>>,
    },
    Topic(Option<Topic<'a>>),
}

#[derive(Serialize)]
pub(crate) struct Topic<'a> {
    topic: &'a TopicId,
    slots: Vec<Slot<'a>>,
}

pub(crate) fn all<'a>(shown: impl Iterator<Item = Shown<'a>>) -> Show<'a> {
    Show {
        shown: shown.collect(),
    }
}

pub(crate) fn slots<'a>(study: &'a Study, views: &[SlotView<'a>]) -> Shown<'a> {
    Shown::Slots {
        slots: slot::slots(study, views),
    }
}

pub(crate) fn deliverables<'a>(views: &[DeliverableView<'a>]) -> Shown<'a> {
    Shown::Deliverable {
        deliverables: slot::deliverables(views),
    }
}

pub(crate) fn day<'a>(study: &'a Study, view: Option<&DayView<'a>>) -> Shown<'a> {
    Shown::Day {
        day: view.map(|view| Box::new(day::day(study, view))),
    }
}

/// A week of the plan.
pub(crate) fn week<'a>(study: &'a Study, view: &PlanWeek<'a>) -> Shown<'a> {
    Shown::Week {
        week: view.number,
        days: days(study, &view.days),
        deliverables: slot::deliverables(&view.deliverables),
    }
}

pub(crate) fn phase<'a>(
    study: &'a Study,
    number: usize,
    report: Option<&summary::Report<'a>>,
) -> Shown<'a> {
    Shown::Phase {
        phase: number,
        report: report.map(|report| Box::new(super::report(study, report))),
    }
}

pub(crate) fn topic<'a>(study: &'a Study, view: Option<&TopicView<'a>>) -> Shown<'a> {
    Shown::Topic(view.map(|view| Topic {
        topic: &view.topic.id,
        slots: slot::slots(study, &view.slots),
    }))
}
