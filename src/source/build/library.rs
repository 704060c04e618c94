//! The library of resources, and references to it.

use crate::model::{LinkStatus, Resource, ResourceId};
use crate::source::keys::RESOURCE;
use crate::source::table::{Reader, Table, nearest};
use crate::source::{Node, Part, Rule};

const ID_HELP: &str = "small letters, digits, `-` and `.`, as in `clip-paper`";

impl Reader<'_> {
    pub(super) fn resources(&mut self, table: &Table) -> Vec<Resource> {
        self.each(table, "resources", Self::resource)
    }

    fn resource(&mut self, node: &Node) -> Option<Resource> {
        let table = self.table(node, "resource", RESOURCE)?;
        let id = self.parsed_of(&table, "id", ResourceId::new, "resource id", ID_HELP);
        if let (Some(id), Some(at)) = (&id, table.get("id"))
            && !self.resources.insert(id.to_string())
        {
            let message = format!("a resource `{id}` stands in the library already");
            self.note(
                Rule::DuplicateId,
                at.at,
                message,
                "give one of the two another id",
            );
        }
        if let Some(id) = &id {
            let at = table
                .get("status")
                .or(table.get("id"))
                .map_or(table.at, |node| node.at);
            self.locations.note(Part::Resource(id.to_string()), at);
        }
        let kind = self.kind_of(&table);
        let status = match table.get("status") {
            Some(node) => self.named(node, &LinkStatus::NAMES, "link status"),
            None => None,
        };
        Some(Resource {
            title: self.text_of(&table, "title").unwrap_or_default(),
            label: self.text_of(&table, "label"),
            group: table
                .get("group")
                .map_or_else(Vec::new, |group| self.texts(group)),
            full_title: self.text_of(&table, "full_title"),
            url: self.link_of(&table, "url"),
            status,
            suggested_url: self.link_of(&table, "suggested_url"),
            fields: self.fields(&table),
            notes: self.notes(&table),
            id: id?,
            kind: kind?,
        })
    }

    /// The optional `resource` of an entry, which must stand in the library.
    pub(super) fn resource_ref(&mut self, table: &Table) -> Option<ResourceId> {
        let node = table.get("resource")?;
        let id = self.parsed(node, ResourceId::new, "resource id", ID_HELP)?;
        if !self.resources.contains(id.as_str()) {
            let known = self.resources.iter().map(String::as_str);
            let known: Vec<&str> = known.filter(|_| self.guesses()).collect();
            let help = match nearest(id.as_str(), &known) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "add it to `resources:`, or give a `url:` instead".to_owned(),
            };
            let message = format!("no resource `{id}` stands in the library");
            self.note(Rule::UnknownResource, node.at, message, &help);
            return None;
        }
        Some(id)
    }
}
