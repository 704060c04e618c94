//! The library: sections of resources, and links that slots name by kind.

use std::collections::BTreeSet;

use super::entry::{remark, title, unnumbered};
use super::fields::{address, field, goal_text, item, kind_of, labelled};
use super::ledger::Ledger;
use super::node::{Document, Form, Node};
use super::slot::place_below;
use super::titles::shortened;
use crate::model::{Field, Item, Kind, Note, Phase, Resource, ResourceId};

/// The resources that have been found.
#[derive(Debug, Default)]
pub(super) struct Library {
    pub(crate) resources: Vec<Resource>,
    ids: BTreeSet<String>,
}

impl Library {
    /// Adds what a section of resources lists; `groups` are the headings around it.
    pub(super) fn section(
        &mut self,
        document: &Document,
        at: usize,
        groups: &[String],
        ledger: &mut Ledger,
    ) {
        for child in document.nodes[at].children.iter().copied() {
            let node = &document.nodes[child];
            if node.repeats.is_none()
                && node
                    .unit
                    .as_ref()
                    .is_none_or(|mark| mark.kind <= super::unit::UnitKind::Month)
            {
                self.entry(document, child, groups, ledger);
            }
        }
    }

    fn entry(&mut self, document: &Document, at: usize, groups: &[String], ledger: &mut Ledger) {
        let node = &document.nodes[at];
        ledger.place(node);
        let is_title = matches!(node.form, Form::Heading | Form::Bold) && node.links.is_empty();
        let (label, rest) = labelled(node);
        let has_links = document
            .below(at)
            .iter()
            .skip(1)
            .any(|index| !document.nodes[*index].links.is_empty());
        let is_label = label.is_some() && rest.is_empty() && node.links.is_empty();
        if (is_title || is_label) && !node.children.is_empty() {
            let mut groups = groups.to_vec();
            groups.push(unnumbered(&node.text));
            self.section(document, at, &groups, ledger);
        } else if has_links && node.links.is_empty() && !self.is_described(document, at) {
            self.series(document, at, groups, ledger);
        } else if !node.text.trim().is_empty() {
            self.described(document, at, groups, ledger);
        }
    }

    /// Whether the lines below an entry say what it is like, with at most one link.
    fn is_described(&self, document: &Document, at: usize) -> bool {
        let below: Vec<&Node> = document.nodes[at]
            .children
            .iter()
            .map(|child| &document.nodes[*child])
            .collect();
        let links: usize = below.iter().map(|node| node.links.len()).sum();
        let _ = self;
        links <= 1 && below.iter().all(|node| labelled(node).0.is_some())
    }

    /// An entry with its attributes below.
    fn described(
        &mut self,
        document: &Document,
        at: usize,
        groups: &[String],
        ledger: &mut Ledger,
    ) {
        let node = &document.nodes[at];
        place_below(document, at, ledger);
        let mut resource = self.resource(node, groups);
        for child in node.children.iter().copied() {
            let field = field(document, child);
            let is_link = document.nodes[child].links.len() == 1
                && resource.url.is_none()
                && field.items.is_empty();
            match &field.value {
                Some(value) if is_link && value.url.is_some() => {
                    resource.url.clone_from(&value.url);
                }
                _ => resource.fields.push(with_label(field)),
            }
        }
        self.add(resource);
    }

    /// A list of links under a name that is not one of them; what is no link holds for all.
    fn series(&mut self, document: &Document, at: usize, groups: &[String], ledger: &mut Ledger) {
        let node = &document.nodes[at];
        let mut groups = groups.to_vec();
        groups.push(unnumbered(&node.text));
        let (linked, plain): (Vec<usize>, Vec<usize>) =
            node.children.iter().copied().partition(|child| {
                document
                    .below(*child)
                    .iter()
                    .any(|index| !document.nodes[*index].links.is_empty())
            });
        let shared: Vec<Field> = plain
            .iter()
            .map(|child| with_label(field(document, *child)))
            .collect();
        place_below(document, at, ledger);
        for child in linked {
            let inner = &document.nodes[child];
            if inner.links.is_empty() {
                self.series(document, child, &groups, ledger);
                continue;
            }
            let mut resource = self.resource(inner, &groups);
            resource.fields.extend(
                inner
                    .children
                    .iter()
                    .map(|child| with_label(field(document, *child))),
            );
            resource.fields.extend(shared.iter().cloned());
            self.add(resource);
        }
    }

    fn resource(&mut self, node: &Node, groups: &[String]) -> Resource {
        let entry = item(node);
        let title = title(node, &entry);
        let link = node.links.first();
        let label = entry
            .label
            .clone()
            .filter(|label| link.is_some() && *label != title);
        let remark = remark(node, &entry).map(|text| Note {
            line: Some(node.line()),
            text,
        });
        let named = label.as_deref().and_then(kind_of);
        let kind = named.or_else(|| groups.iter().rev().find_map(|group| kind_of(group)));
        Resource {
            id: self.id(&title),
            kind: kind.unwrap_or(Kind::Other),
            title: shortened(&title),
            label,
            group: groups.to_vec(),
            full_title: None,
            url: entry.url,
            status: None,
            suggested_url: None,
            fields: Vec::new(),
            notes: remark.into_iter().collect(),
            editor_notes: Vec::new(),
        }
    }

    fn add(&mut self, resource: Resource) {
        self.resources.push(resource);
    }

    /// An id of the title's Latin letters, or a number.
    pub(super) fn id(&mut self, title: &str) -> ResourceId {
        let words = title.to_lowercase();
        let words = words
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|word| !word.is_empty());
        let mut slug = String::new();
        for word in words.take(5) {
            if slug.len() + word.len() > 32 {
                break;
            }
            if !slug.is_empty() {
                slug.push('-');
            }
            slug += word;
        }
        if slug.len() < 3 {
            slug = format!("r{}", self.resources.len() + 1);
        }
        let mut id = slug.clone();
        let mut number = 2;
        while !self.ids.insert(id.clone()) {
            id = format!("{slug}-{number}");
            number += 1;
        }
        ResourceId::new(&id)
            .or_else(|| ResourceId::new("r0"))
            .unwrap_or_else(|| unreachable!("`r0` is an id"))
    }

    /// Lets entries of slots with the link of a resource refer to that.
    pub(super) fn refer(&self, phases: &mut [Phase]) {
        let known: std::collections::BTreeMap<&str, &ResourceId> = self
            .resources
            .iter()
            .filter_map(|resource| Some((resource.url.as_deref()?, &resource.id)))
            .collect();
        let weeks = phases.iter_mut().flat_map(|phase| &mut phase.weeks);
        let days = weeks.flat_map(|week| &mut week.days);
        let slots = days
            .flat_map(|day| &mut day.sessions)
            .flat_map(|session| &mut session.slots);
        for field in slots.flat_map(|slot| &mut slot.fields) {
            for item in field
                .value
                .as_deref_mut()
                .into_iter()
                .chain(&mut field.items)
            {
                let found = item.url.as_deref().and_then(|url| known.get(url));
                if let Some(id) = found {
                    item.resource = Some((*id).clone());
                    item.url = None;
                }
            }
        }
    }
}

/// Resources have only labelled lists; a text without a label gets a general one.
fn with_label(mut field: Field) -> Field {
    if field.label.is_none() {
        let text = field
            .items
            .iter()
            .map(goal_text)
            .collect::<Vec<_>>()
            .join("; ");
        field.label = Some("—".to_owned());
        field.value = Some(Box::new(Item::text(text)));
        field.items = Vec::new();
    }
    field
}

/// Whether `address` accepts what a node links to.
pub(super) fn has_address(node: &Node) -> bool {
    node.links.iter().any(|link| address(&link.url).is_some())
}

/// Whether at least half of the lines below a node have links.
pub(super) fn mostly_links(document: &Document, at: usize) -> bool {
    let nodes: Vec<&Node> = document
        .below(at)
        .into_iter()
        .skip(1)
        .map(|index| &document.nodes[index])
        .collect();
    let leaves = nodes.iter().filter(|node| node.children.is_empty()).count();
    let linked = nodes.iter().filter(|node| has_address(node)).count();
    linked > 0 && linked * 2 >= leaves
}
