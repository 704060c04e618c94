//! What of a plan stands beside its phases.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::model::{
    Allow, Artifact, Day, Field, FrontMatter, Milestone, Note, Plan, Reminder, Resource,
};

/// What only the whole plan needs.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Library {
    front_matter: Vec<FrontMatter>,
    resources: Vec<Resource>,
    milestones: Vec<Milestone>,
    reminders: Vec<Reminder>,
    artifacts: Vec<Artifact>,
    notes: Vec<Note>,
    allow: Vec<Allow>,
}

impl Library {
    /// Takes it out of `plan`, which is left without.
    pub fn take_out(plan: &mut Plan) -> Self {
        use std::mem::take;
        Self {
            front_matter: take(&mut plan.front_matter),
            resources: take(&mut plan.resources),
            milestones: take(&mut plan.milestones),
            reminders: take(&mut plan.reminders),
            artifacts: take(&mut plan.artifacts),
            notes: take(&mut plan.notes),
            allow: take(&mut plan.allow),
        }
    }

    /// Puts it back into the plan it was taken out of.
    pub fn put_back(self, plan: &mut Plan) {
        plan.front_matter = self.front_matter;
        plan.resources = self.resources;
        plan.milestones = self.milestones;
        plan.reminders = self.reminders;
        plan.artifacts = self.artifacts;
        plan.notes = self.notes;
        plan.allow = self.allow;
    }

    /// What `day` refers to, each once.
    pub fn named_in(&self, day: &Day) -> Vec<&Resource> {
        let fields = day.slots().flat_map(|slot| &slot.fields);
        let items = fields.flat_map(Field::entries);
        let ids: BTreeSet<_> = items.filter_map(|item| item.resource.as_ref()).collect();
        let known = self.resources.iter();
        known.filter(|entry| ids.contains(&entry.id)).collect()
    }
}
