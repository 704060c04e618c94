//! The library of resources, and references to it.

use crate::model::{Kind, LinkStatus, Resource, ResourceId};
use crate::source::reader::{Reader, Table, nearest};
use crate::source::{Node, Part, Rule};
use crate::text::source::{Form, Level, StructureProblem};

impl Reader {
    pub(super) fn resources(&mut self, table: &Table) -> Vec<Resource> {
        self.each(table, "resources", Self::resource)
    }

    fn resource(&mut self, node: &Node) -> Option<Resource> {
        let table = self.table(node, Level::Resource)?;
        let id = self.parsed_of(&table, "id", ResourceId::new, Form::ResourceId);
        if let Some(id) = &id {
            let id = id.to_string();
            let at = table.location_of(&["status", "id"]);
            self.locations.insert(Part::Resource(id.clone()), at);
            if !self.resources.insert(id.clone()) {
                let at = table.location_of(&["id"]);
                self.note(Rule::DuplicateId, at, StructureProblem::DuplicateId { id });
            }
        }
        let kind = self.kind_of(&table);
        Some(Resource {
            title: self.text_of(&table, "title").unwrap_or_default(),
            label: self.text_of(&table, "label"),
            group: self.texts_of(&table, "group"),
            full_title: self.text_of(&table, "full_title"),
            url: self.link_of(&table, "url"),
            status: self.named_of(&table, "status", &LinkStatus::NAMES, Form::LinkStatus),
            suggested_url: self.link_of(&table, "suggested_url"),
            fields: self.fields(&table),
            notes: self.notes(&table),
            id: id?,
            kind: kind?,
        })
    }

    pub(super) fn kind_of(&mut self, table: &Table) -> Option<Kind> {
        self.named_of(table, "kind", &Kind::NAMES, Form::Kind)
    }

    /// The optional `resource` of an entry, which must be in the library.
    pub(super) fn resource_ref(&mut self, table: &Table) -> Option<ResourceId> {
        let node = table.get("resource")?;
        let id = self.parsed(node, ResourceId::new, Form::ResourceId)?;
        if self.resources.contains(id.as_str()) {
            return Some(id);
        }
        let known = self.suggestions(&self.resources);
        let problem = StructureProblem::UnknownResource {
            nearest: nearest(id.as_str(), &known).map(str::to_owned),
            id: id.to_string(),
        };
        self.note(Rule::UnknownResource, node.at, problem);
        None
    }
}
