//! Rules on topics: which come first, and which are left out.

use std::collections::HashMap;

use super::Linter;
use crate::model::SlotRef;
use crate::source::{Part, Rule};
use crate::text::Lint;

impl<'a> Linter<'a> {
    /// The first slot of each topic.
    fn first_slots(&self) -> HashMap<&'a str, SlotRef<'a>> {
        let mut firsts = HashMap::new();
        for place in self.plan.slots() {
            if let Some(topic) = &place.slot.topic {
                firsts.entry(topic.as_str()).or_insert(place);
            }
        }
        firsts
    }

    /// Topics whose first slot comes before that of a topic they depend on.
    pub(super) fn prerequisites(&mut self) {
        let firsts = self.first_slots();
        for topic in &self.plan.roadmap.topics {
            let Some(first) = firsts.get(topic.id.as_str()) else {
                continue;
            };
            for before in &topic.after {
                let needed = firsts.get(before.as_str());
                if needed.is_some_and(|needed| first.index < needed.index) {
                    let part = Part::SlotTopic(first.slot.id.to_string());
                    let lint = Lint::TopicBeforePrerequisite {
                        id: topic.id.to_string(),
                        title: topic.title.clone(),
                        prerequisite: before.to_string(),
                    };
                    let at = topic.id.to_string();
                    self.warn(Rule::TopicBeforePrerequisite, &part, at, &[], lint);
                }
            }
        }
    }

    /// Topics of the roadmap without a slot.
    pub(super) fn unscheduled(&mut self) {
        let firsts = self.first_slots();
        for topic in &self.plan.roadmap.topics {
            if !firsts.contains_key(topic.id.as_str()) {
                let (id, title) = (topic.id.to_string(), topic.title.clone());
                let (part, at) = (Part::Topic(id.clone()), id.clone());
                let lint = Lint::TopicUnscheduled { id, title };
                self.warn(Rule::TopicUnscheduled, &part, at, &[], lint);
            }
        }
    }
}
