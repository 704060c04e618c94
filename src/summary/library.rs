//! The library: which slots use each entry, and how many of them are done.

use std::collections::HashMap;

use super::{SlotView, Study, Tally};
use crate::model::{Field, LinkStatus, Resource, ResourceId};

/// An entry of the library with the slots that refer to it.
#[derive(Debug, Clone)]
pub(crate) struct ResourceView<'a> {
    /// The entry.
    pub(crate) resource: &'a Resource,
    /// Slots that refer to it, in the order of the plan.
    pub(crate) used: Vec<SlotView<'a>>,
    pub(crate) tally: Tally,
    /// Numbers of the weeks that refer to it themselves.
    pub(crate) weeks: Vec<u32>,
}

impl ResourceView<'_> {
    /// Whether its link is known to be wrong or dead.
    pub(crate) fn is_broken(&self) -> bool {
        self.resource.status.is_some_and(LinkStatus::is_bad)
    }
}

/// Every entry of the library, in the author's order.
pub(crate) fn library(study: &Study) -> Vec<ResourceView<'_>> {
    let mut used: HashMap<&str, Vec<SlotView>> = HashMap::new();
    for slot in study.slots() {
        let items = slot.place.slot.fields.iter().flat_map(Field::entries);
        for id in items
            .filter_map(|item| item.resource.as_ref())
            .map(ResourceId::as_str)
        {
            let slots = used.entry(id).or_default();
            if slots
                .last()
                .is_none_or(|last| last.place.slot.id != slot.place.slot.id)
            {
                slots.push(slot);
            }
        }
    }
    let weeks_of = |id: &ResourceId| {
        let refers = |field: &Field| {
            field
                .entries()
                .any(|item| item.resource.as_ref() == Some(id))
        };
        let weeks = study
            .plan
            .weeks()
            .filter(|(_, week)| week.fields.iter().any(refers));
        weeks.filter_map(|(_, week)| week.number).collect()
    };
    let entries = study.plan.resources.iter().map(|resource| {
        let used = used.remove(resource.id.as_str()).unwrap_or_default();
        ResourceView {
            resource,
            tally: used.iter().collect(),
            weeks: weeks_of(&resource.id),
            used,
        }
    });
    entries.collect()
}
