//! Rules on topics: what comes before what, and what is left out.

use std::collections::{HashMap, HashSet};

use super::Linter;
use crate::model::{SlotRef, TopicId};
use crate::source::{Part, Rule};

impl Linter<'_> {
    /// The first slot of each topic: its position in the plan, its id and its day.
    fn firsts(&self) -> HashMap<&str, (usize, SlotRef<'_>)> {
        let mut firsts = HashMap::new();
        for (index, place) in self.plan.slots().enumerate() {
            if let Some(topic) = &place.slot.topic {
                firsts.entry(topic.as_str()).or_insert((index, place));
            }
        }
        firsts
    }

    /// Topics whose first slot comes before that of a topic they depend on.
    pub(super) fn prerequisites(&mut self) {
        let plan = self.plan;
        let firsts = self.firsts();
        let mut found = Vec::new();
        for topic in &plan.roadmap.topics {
            for before in &topic.after {
                if let (Some((index, place)), Some((needed, _))) =
                    (firsts.get(topic.id.as_str()), firsts.get(before.as_str()))
                    && index < needed
                {
                    let slot = &place.slot.id;
                    let message = format!(
                        "{} {} begins here, before {before}, which it depends on",
                        topic.id, topic.title
                    );
                    found.push((slot.to_string(), topic.id.to_string(), message));
                }
            }
        }
        for (slot, topic, message) in found {
            let help = "move the slot behind, give it another topic, or mend `after`";
            self.warn(
                Rule::TopicBeforePrerequisite,
                &Part::SlotTopic(slot),
                topic,
                message,
                help,
            );
        }
    }

    /// Topics of the roadmap without a slot.
    pub(super) fn unscheduled(&mut self) {
        let plan = self.plan;
        let used: HashSet<&str> = plan
            .slots()
            .filter_map(|p| p.slot.topic.as_ref().map(TopicId::as_str))
            .collect();
        for topic in plan
            .roadmap
            .topics
            .iter()
            .filter(|t| !used.contains(t.id.as_str()))
        {
            let id = topic.id.to_string();
            let message = format!("{id} {} has no slot", topic.title);
            let help = "plan a slot for it, or take it out of the roadmap";
            self.warn(
                Rule::TopicUnscheduled,
                &Part::Topic(id.clone()),
                id,
                message,
                help,
            );
        }
    }
}
