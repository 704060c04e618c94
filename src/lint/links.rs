//! Rules on the library: links known to be wrong, entries that nothing refers to.

use std::collections::HashSet;

use super::Linter;
use crate::model::{Field, LinkStatus, Plan, Resource, ResourceId};
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
        let id = resource.id.to_string();
        self.warn(rule, &Part::Resource(id.clone()), id, &[], lint);
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
