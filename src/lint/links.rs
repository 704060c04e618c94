//! Rules on the library: links that lead astray, entries that nothing refers to.

use std::collections::HashSet;

use super::Linter;
use crate::model::{Field, LinkStatus, Plan, Resource, ResourceId};
use crate::source::{Part, Rule};

impl Linter<'_> {
    pub(super) fn links(&mut self) {
        let plan = self.plan;
        for resource in &plan.resources {
            let (rule, what) = match resource.status {
                Some(LinkStatus::Wrong) => (Rule::LinkWrong, "leads to something else"),
                Some(LinkStatus::Mismatch) => (Rule::LinkMismatch, "leads to another subject"),
                Some(LinkStatus::NotFound) => (Rule::LinkNotFound, "could not be found"),
                _ => continue,
            };
            let link = resource
                .url
                .as_deref()
                .map(|url| format!(" ({url})"))
                .unwrap_or_default();
            let message = format!("the link of `{}`{link} {what}", resource.title);
            let help = match &resource.suggested_url {
                Some(url) => format!("suggested instead: {url}"),
                None => "find another source, or take it out".to_owned(),
            };
            self.of_resource(rule, resource, message, &help);
        }
    }

    /// Entries of the library that no slot, week or other entry refers to.
    pub(super) fn unused(&mut self) {
        let plan = self.plan;
        let used = used(plan);
        for resource in plan
            .resources
            .iter()
            .filter(|r| !used.contains(r.id.as_str()))
        {
            let message = format!("nothing refers to `{}`", resource.title);
            self.of_resource(
                Rule::ResourceUnused,
                resource,
                message,
                "use it in a slot, or take it out",
            );
        }
    }

    fn of_resource(&mut self, rule: Rule, resource: &Resource, message: String, help: &str) {
        let id = resource.id.to_string();
        self.warn(rule, &Part::Resource(id.clone()), id, message, help);
    }
}

fn used(plan: &Plan) -> HashSet<&str> {
    let in_slots = plan.slots().flat_map(|place| &place.slot.fields);
    let in_weeks = plan.weeks().flat_map(|(_, week)| &week.fields);
    let in_library = plan.resources.iter().flat_map(|resource| &resource.fields);
    let items = in_slots
        .chain(in_weeks)
        .chain(in_library)
        .flat_map(Field::entries);
    items
        .filter_map(|item| item.resource.as_ref().map(ResourceId::as_str))
        .collect()
}
