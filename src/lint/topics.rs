//! Rules on topics and the library: the order of topics, links known to be wrong, and what is not
//! used.

use std::collections::{HashMap, HashSet};

use super::Linter;
use crate::model::{Field, LinkStatus, Plan, Resource, ResourceId, SlotRef};
use crate::source::{Part, Rule};
use crate::text::Lint;

impl Linter<'_> {
    pub(super) fn links(&mut self) {
        for resource in &self.plan.resources {
            let (rule, status) = match resource.status {
                Some(status @ LinkStatus::Wrong) => (Rule::LinkWrong, status),
                Some(status @ LinkStatus::Mismatch) => (Rule::LinkMismatch, status),
                Some(status @ LinkStatus::NotFound) => (Rule::LinkNotFound, status),
                _ => continue,
            };
            let lint = Lint::BadLink {
                title: resource.title.clone(),
                url: resource.url.clone(),
                status,
                suggested: resource.suggested_url.clone(),
            };
            self.warn_of_resource(rule, resource, lint);
        }
    }

    /// Entries of the library that no slot, week or other entry refers to.
    pub(super) fn unused(&mut self) {
        let used = used(self.plan);
        for resource in &self.plan.resources {
            if !used.contains(resource.id.as_str()) {
                let title = resource.title.clone();
                let lint = Lint::ResourceUnused { title };
                self.warn_of_resource(Rule::ResourceUnused, resource, lint);
            }
        }
    }

    fn warn_of_resource(&mut self, rule: Rule, resource: &Resource, lint: Lint) {
        self.warn(rule, &Part::Resource(resource.id.to_string()), lint);
    }
}

fn used(plan: &Plan) -> HashSet<&str> {
    let in_slots = plan.slots().flat_map(|place| &place.slot.fields);
    let in_weeks = plan.weeks().flat_map(|(_, week)| &week.fields);
    let in_library = plan.resources.iter().flat_map(|resource| &resource.fields);
    let fields = in_slots.chain(in_weeks).chain(in_library);
    let items = fields.flat_map(Field::entries);
    let ids = items.filter_map(|item| item.resource.as_ref());
    ids.map(ResourceId::as_str).collect()
}

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
                    let part = Part::FirstSlotOf(topic.id.to_string());
                    let prerequisite = self.plan.roadmap.topic(before.as_str());
                    let before_title = prerequisite.map_or("", |topic| &topic.title);
                    let lint = Lint::TopicBeforePrerequisite {
                        id: topic.id.to_string(),
                        title: topic.title.clone(),
                        prerequisite: before.to_string(),
                        prerequisite_title: before_title.to_owned(),
                    };
                    self.warn(Rule::TopicBeforePrerequisite, &part, lint);
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
                let part = Part::Topic(id.clone());
                self.warn(
                    Rule::TopicUnscheduled,
                    &part,
                    Lint::TopicUnscheduled { id, title },
                );
            }
        }
    }
}
