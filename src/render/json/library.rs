//! `roadmap`, `resources`, `milestones`.

use serde_json::{Value, json};

use super::plan::resource;
use super::tally;
use crate::model::TopicId;
use crate::summary::{MilestoneView, ResourceView, RoadmapView};

/// `roadmap`.
#[must_use]
pub fn roadmap(view: &RoadmapView) -> Value {
    let topics = view.topics.iter().map(|topic| {
        json!({
            "id": topic.topic.id.as_str(),
            "title": topic.topic.title,
            "class": topic.topic.class,
            "after": topic.topic.after.iter().map(TopicId::as_str).collect::<Vec<_>>(),
            "state": topic.state.name(),
            "weeks": topic.weeks.map(|(first, last)| [first, last]),
            "progress": tally(&topic.tally),
        })
    });
    let ids = |layer: &Vec<usize>| -> Vec<&str> {
        layer
            .iter()
            .map(|at| view.topics[*at].topic.id.as_str())
            .collect()
    };
    json!({
        "topics": topics.collect::<Vec<_>>(),
        "layers": view.layers.iter().map(ids).collect::<Vec<_>>(),
    })
}

/// `resources`.
#[must_use]
pub fn resources(views: &[&ResourceView]) -> Value {
    let one = |view: &&ResourceView| {
        let mut value = resource(view.resource);
        let slots = view.used.iter().map(|slot| slot.place.slot.id.as_str());
        value["used_in"] = slots.collect();
        value["used_in_weeks"] = json!(view.weeks);
        value["progress"] = tally(&view.tally);
        value["broken"] = json!(view.is_broken());
        value
    };
    json!({"resources": views.iter().map(one).collect::<Vec<_>>()})
}

/// `milestones`.
#[must_use]
pub fn milestones(views: &[MilestoneView]) -> Value {
    let one = |view: &MilestoneView| {
        let goals = view.goals.iter().map(|goal| {
            json!({
                "text": goal.goal.text,
                "by": goal.goal.by,
                "reached": goal.reached,
                "progress": tally(&goal.tally),
                "deliverables": {"all": goal.deliverables.all, "done": goal.deliverables.done},
            })
        });
        json!({
            "title": view.milestone.title,
            "due": view.due.map(|due| due.to_string()),
            "overdue": view.overdue,
            "goals": goals.collect::<Vec<_>>(),
        })
    };
    json!({"milestones": views.iter().map(one).collect::<Vec<_>>()})
}
