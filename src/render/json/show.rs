//! `show`: one shape for each kind of target.

use schemars::JsonSchema;
use serde::Serialize;

use super::day::{self, Day, days};
use super::deliverable::{self, Deliverable};
use super::event::{self, Event};
use super::library::Resources;
use super::overview::{Overview, overview};
use super::report::Report;
use super::slot::{self, Slot};
use crate::model::TopicId;
use crate::summary::{
    self, DayView, DeliverableView, EventView, PlanWeek, ResourceView, SlotView, Study, TopicView,
};

#[derive(JsonSchema, Serialize)]
pub(crate) struct Show<'a> {
    shown: Vec<Shown<'a>>,
}

/// A target in full.
#[derive(JsonSchema, Serialize)]
#[serde(untagged)]
pub(crate) enum Shown<'a> {
    Slots {
        slots: Vec<Slot<'a>>,
    },
    Deliverables {
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
    Resources(Resources<'a>),
    Events {
        events: Vec<Event<'a>>,
    },
    Plan {
        plan: Box<Overview<'a>>,
    },
}

#[derive(JsonSchema, Serialize)]
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
    Shown::Deliverables {
        deliverables: deliverable::deliverables(views),
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
        deliverables: deliverable::deliverables(&view.deliverables),
    }
}

pub(crate) fn phase<'a>(
    study: &'a Study,
    index: usize,
    report: Option<&summary::Report<'a>>,
) -> Shown<'a> {
    Shown::Phase {
        phase: study
            .phase_number(index)
            .map_or(index + 1, |(number, _)| number),
        report: report.map(|report| Box::new(super::report(study, report))),
    }
}

pub(crate) fn resources<'a>(views: &[&'a ResourceView<'a>]) -> Shown<'a> {
    Shown::Resources(super::resources(views))
}

pub(crate) fn events<'a>(study: &'a Study, views: &[EventView]) -> Shown<'a> {
    Shown::Events {
        events: event::events(study, views),
    }
}

/// The plan as a whole.
pub(crate) fn plan<'a>(study: &'a Study, view: &summary::Overview<'a>) -> Shown<'a> {
    Shown::Plan {
        plan: Box::new(overview(study, view)),
    }
}

pub(crate) fn topic<'a>(study: &'a Study, view: Option<&TopicView<'a>>) -> Shown<'a> {
    Shown::Topic(view.map(|view| Topic {
        topic: &view.topic.id,
        slots: slot::slots(study, &view.slots),
    }))
}
