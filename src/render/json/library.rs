//! `roadmap`, `resources` and `milestones`.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use super::event::{Event, events};
use super::slot::{Field, fields};
use super::tally::Tally;
use crate::model::{self, LinkStatus, Note, ResourceId, SlotId, TopicId};
use crate::summary::{
    self, DeliverableTally, EventView, GoalView, Link, MilestoneOutlook, ResourceView, RoadmapView,
    Study,
};

#[derive(JsonSchema, Serialize)]
pub(crate) struct Roadmap<'a> {
    topics: Vec<Topic<'a>>,
    /// Ids of topics; each layer comes after those before it.
    layers: Vec<Vec<&'a TopicId>>,
}

#[derive(JsonSchema, Serialize)]
struct Topic<'a> {
    #[serde(flatten)]
    model: &'a model::Topic,
    state: &'static str,
    /// The numbers of its first and last week.
    weeks: Option<(u32, u32)>,
    #[serde(with = "Tally")]
    progress: summary::Tally,
}

#[derive(JsonSchema, Serialize)]
pub(crate) struct Resources<'a> {
    resources: Vec<UsedResource<'a>>,
}

#[derive(JsonSchema, Serialize)]
struct UsedResource<'a> {
    #[serde(flatten)]
    resource: Resource<'a>,
    used_in: Vec<&'a SlotId>,
    used_in_weeks: &'a [u32],
    #[serde(with = "Tally")]
    progress: summary::Tally,
    broken: bool,
}

#[derive(JsonSchema, Serialize)]
pub(super) struct Resource<'a> {
    id: &'a ResourceId,
    kind: &'static str,
    title: &'a str,
    label: Option<&'a str>,
    group: &'a [String],
    full_title: Option<&'a str>,
    url: Option<&'a str>,
    status: Option<&'static str>,
    suggested_url: Option<&'a str>,
    fields: Vec<Field<'a>>,
    notes: &'a [Note],
    editor_notes: &'a [Note],
}

#[derive(JsonSchema, Serialize)]
pub(crate) struct Milestones<'a> {
    milestones: Vec<Milestone<'a>>,
    events: Vec<Event<'a>>,
}

#[derive(JsonSchema, Serialize)]
struct Milestone<'a> {
    title: &'a str,
    due: Option<NaiveDate>,
    overdue: bool,
    state: &'static str,
    reached_on: Option<NaiveDate>,
    goals: Vec<Goal<'a>>,
}

#[derive(JsonSchema, Serialize)]
struct Goal<'a> {
    #[serde(flatten)]
    model: &'a model::Goal,
    reached: bool,
    #[serde(with = "Tally")]
    progress: summary::Tally,
    deliverables: DeliverableTally,
}

/// `roadmap`.
pub(crate) fn roadmap<'a>(view: &RoadmapView<'a>) -> Roadmap<'a> {
    let topics = view.topics.iter().map(|view| Topic {
        model: view.topic,
        state: view.state.name(),
        weeks: view.weeks,
        progress: view.tally,
    });
    let id = |at: &usize| &view.topics[*at].topic.id;
    let layers = view.layers.iter();
    Roadmap {
        topics: topics.collect(),
        layers: layers.map(|layer| layer.iter().map(id).collect()).collect(),
    }
}

/// `resources`.
pub(crate) fn resources<'a>(views: &[&'a ResourceView<'a>]) -> Resources<'a> {
    let resources = views.iter().map(|view| UsedResource {
        resource: Resource::from(view.resource),
        used_in: view.used.iter().map(|slot| &slot.place.slot.id).collect(),
        used_in_weeks: &view.weeks,
        progress: view.tally,
        broken: Link::of(view.resource).is_wrong(),
    });
    Resources {
        resources: resources.collect(),
    }
}

/// `milestones`.
pub(crate) fn milestones<'a>(
    study: &'a Study,
    outlooks: &[MilestoneOutlook<'a>],
    views: &[EventView],
) -> Milestones<'a> {
    let goal = |view: &GoalView<'a>| Goal {
        model: view.goal,
        reached: view.reached,
        progress: view.tally,
        deliverables: view.deliverables,
    };
    let milestones = outlooks.iter().map(|outlook| Milestone {
        title: &outlook.view.milestone.title,
        due: outlook.view.due,
        overdue: outlook.view.overdue,
        state: outlook.state.name(),
        reached_on: outlook.view.reached_on,
        goals: outlook.view.goals.iter().map(goal).collect(),
    });
    Milestones {
        milestones: milestones.collect(),
        events: events(study, views),
    }
}

impl<'a> From<&'a model::Resource> for Resource<'a> {
    fn from(resource: &'a model::Resource) -> Self {
        Self {
            id: &resource.id,
            kind: resource.kind.name(),
            title: &resource.title,
            label: resource.label.as_deref(),
            group: &resource.group,
            full_title: resource.full_title.as_deref(),
            url: resource.url.as_deref(),
            status: resource.status.map(LinkStatus::name),
            suggested_url: resource.suggested_url.as_deref(),
            fields: fields(&resource.fields),
            notes: &resource.notes,
            editor_notes: &resource.editor_notes,
        }
    }
}
