//! Readings, and the library: which slots use each entry, and how many of them are done.

use std::collections::HashMap;

use super::{SlotView, Study, Tally};
use crate::model::{Field, Item, Kind, LinkStatus, Resource, ResourceId};

/// Something to read, and its entry in the library.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reading<'a> {
    /// The author's words.
    pub(crate) item: &'a Item,
    /// The entry in the library, if there is one.
    pub(crate) resource: Option<&'a Resource>,
    /// What kind of thing it is.
    pub(crate) kind: Kind,
    pub(crate) link: Link<'a>,
}

/// The link of a resource, and what is known of it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Link<'a> {
    /// As the author wrote it.
    pub(crate) url: Option<&'a str>,
    pub(crate) status: Option<LinkStatus>,
    /// A better one.
    pub(crate) suggested: Option<&'a str>,
}

impl<'a> Link<'a> {
    pub(crate) fn of(resource: &'a Resource) -> Self {
        Self {
            url: resource.url.as_deref(),
            status: resource.status,
            suggested: resource.suggested_url.as_deref(),
        }
    }

    /// The one to follow: the author's, unless it is known to be wrong or missing and there is a
    /// better one.
    pub(crate) fn best(&self) -> Option<&'a str> {
        let given = self.url.filter(|_| !self.is_wrong());
        given.or(self.suggested).or(self.url)
    }

    /// Whether it is known not to lead to the resource.
    pub(crate) fn is_wrong(&self) -> bool {
        self.status.is_some_and(LinkStatus::is_bad)
    }

    /// Whether neither the author nor anybody else gives one.
    pub(crate) fn is_missing(&self) -> bool {
        self.url.or(self.suggested).is_none()
    }
}

impl<'a> Reading<'a> {
    /// Its title: the author's words, else the library's title.
    pub(crate) fn title(&self) -> &'a str {
        let in_library = self.resource.filter(|_| self.item.text.is_empty());
        in_library.map_or(self.item.text.as_str(), |resource| &resource.title)
    }

    /// The reading of an item.
    pub(crate) fn of(study: &'a Study, item: &'a Item) -> Self {
        let id = item.resource.as_ref();
        let resource = id.and_then(|id| study.plan.resource(id.as_str()));
        let by_label = item.label.as_deref().and_then(Kind::from_label);
        let by_library = resource.map(|resource| resource.kind);
        let kind = item.kind.or(by_library).or(by_label).unwrap_or(Kind::Other);
        let mut link = resource.map_or_else(Link::default, Link::of);
        if link.url.is_none() && item.url.is_some() {
            // What the library knows is not about this one.
            (link.url, link.status) = (item.url.as_deref(), None);
        }
        Self {
            item,
            resource,
            kind,
            link,
        }
    }
}

impl<'a> SlotView<'a> {
    /// Its readings in the author's order.
    pub(crate) fn readings<'s>(&self, study: &'s Study) -> impl Iterator<Item = Reading<'s>>
    where
        'a: 's,
    {
        let fields = self.place.slot.fields.iter();
        let items = fields
            .filter(|field| field.is_reading())
            .flat_map(Field::entries);
        items.map(|item| Reading::of(study, item))
    }
}

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

/// Every entry of the library, in the author's order.
pub(crate) fn library(study: &Study) -> Vec<ResourceView<'_>> {
    let mut used: HashMap<&str, Vec<SlotView>> = HashMap::new();
    for slot in study.whole_slots() {
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
