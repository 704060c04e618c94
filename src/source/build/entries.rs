//! The library of resources, and labelled lists: the fields of slots, weeks and resources.

use crate::model::{Field, Item, Kind, LinkStatus, Resource, ResourceId};
use crate::source::keys::nearest;
use crate::source::reader::{Reader, Table};
use crate::source::{DETAILS, Node, Part, Rule, Value};
use crate::text::source::{Form, KeyProblem, Level, StructureProblem};

impl Reader {
    pub(super) fn fields(&mut self, table: &Table) -> Vec<Field> {
        self.each(table, "fields", Self::field)
    }

    fn field(&mut self, node: &Node) -> Option<Field> {
        let faults = self.diagnostics.len();
        let table = self.open_table(node, Level::Field)?;
        let own = self.labelled(&table);
        let label = match own {
            Some(own) => Some(own.key.to_owned()),
            None => self.line_of(&table, "label"),
        };
        if label.is_none() {
            // A label that is nothing has a fault of its own.
            if self.diagnostics.len() == faults {
                self.note(Rule::MissingKey, table.at, KeyProblem::NoLabel);
            }
            return None;
        }
        let mut items = self.each(&table, "items", Self::item);
        let conflict = |key| KeyProblem::ConflictsWithLabel { key };
        if own.is_some() {
            self.misplaced(&table, &["label", "text"], conflict);
        }
        let text = match own.map(|own| &own.value.value) {
            None => self.text_of(&table, "text"),
            Some(Value::Null) => None,
            Some(Value::List(nodes)) => {
                self.misplaced(&table, &["items"], conflict);
                items = nodes.iter().filter_map(|node| self.item(node)).collect();
                None
            }
            Some(_) => own.and_then(|own| self.text(own.value)),
        };
        let value = text.map(|text| {
            let mut item = Item::text(text);
            self.details(&table, &mut item);
            Box::new(item)
        });
        if value.is_none() {
            self.misplaced(&table, &DETAILS, |key| KeyProblem::NeedsText { key });
        }
        Some(Field {
            label,
            value,
            items,
        })
    }

    /// A bare list: `items` of a slot.
    pub(super) fn bare_items(&mut self, table: &Table) -> Option<Field> {
        let items = self.each(table, "items", Self::item);
        (!items.is_empty()).then_some(Field {
            label: None,
            value: None,
            items,
        })
    }

    fn item(&mut self, node: &Node) -> Option<Item> {
        let table = match node.scalar() {
            Some(_) => Table::of_text(node, Level::Item),
            None => self.open_table(node, Level::Item)?,
        };
        let mut item = Item::default();
        if let Some(own) = self.labelled(&table) {
            let conflict = |key| KeyProblem::ConflictsWithLabel { key };
            self.misplaced(&table, &["label", "text"], conflict);
            item.label = Some(own.key.to_owned());
            item.text = self.text(own.value)?;
        } else {
            item.label = self.line_of(&table, "label");
            item.text = self.item_text(&table)?;
        }
        self.details(&table, &mut item);
        Some(item)
    }

    /// The text of an entry without a label of the author's; with a resource it needs none.
    fn item_text(&mut self, table: &Table) -> Option<String> {
        match (table.get("text"), table.get("resource")) {
            (Some(text), _) => self.text(text),
            (None, Some(_)) => Some(String::new()),
            (None, None) => {
                self.note(Rule::MissingKey, table.at, KeyProblem::NoText);
                None
            }
        }
    }

    /// Notes those of `keys` that are there.
    fn misplaced(
        &mut self,
        table: &Table,
        keys: &[&'static str],
        problem: fn(&'static str) -> KeyProblem,
    ) {
        for key in keys {
            if let Some(pair) = table.find(key) {
                self.note(Rule::UnknownKey, pair.at, problem(key));
            }
        }
    }

    fn details(&mut self, table: &Table, item: &mut Item) {
        item.resource = self.resource_ref(table);
        item.url = self.link_of(table, "url");
        item.kind = self.kind_of(table);
        item.corrected = self.text_of(table, "corrected");
        item.note = self.text_of(table, "note");
    }

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
            title: self.line_of(&table, "title").unwrap_or_default(),
            label: self.line_of(&table, "label"),
            group: self.texts_of(&table, "group"),
            full_title: self.line_of(&table, "full_title"),
            url: self.link_of(&table, "url"),
            status: self.named_of(&table, "status", &LinkStatus::NAMES, Form::LinkStatus),
            suggested_url: self.link_of(&table, "suggested_url"),
            fields: self.fields(&table),
            notes: self.notes(&table, "notes"),
            editor_notes: self.notes(&table, "editor_notes"),
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
