//! Labelled lists: the fields of slots, weeks and resources.

use crate::model::{Field, Item, Kind};
use crate::source::keys::{FIELD, ITEM};
use crate::source::table::{Reader, Table};
use crate::source::{Fault, Node, Value};

impl Reader {
    pub(super) fn fields(&mut self, table: &Table) -> Vec<Field> {
        self.each(table, "fields", Self::field)
    }

    fn field(&mut self, node: &Node) -> Option<Field> {
        let table = self.entries(node, "field: a label and what belongs to it", FIELD)?;
        let (label, value) = match self.free(&table, "field") {
            Some((label, value)) => (Some(label.to_owned()), Some(value)),
            None => (self.text_of(&table, "label"), None),
        };
        if label.is_none() {
            let help = "write `- label: text`, or `- label:` and a list below it";
            self.note(Fault::MissingKey, table.at, "the field has no label", help);
            return None;
        }
        let mut field = Field {
            label,
            value: None,
            items: self.each(&table, "items", Self::item),
        };
        match value.map(|node| (node, &node.value)) {
            None => field.value = self.text_of(&table, "text").map(|text| Item::text(&text)),
            Some((_, Value::Null)) => {}
            Some((_, Value::List(items))) => {
                field.items = items.iter().filter_map(|item| self.item(item)).collect();
            }
            Some((node, _)) => field.value = self.text(node).map(|text| Item::text(&text)),
        }
        if let Some(item) = &mut field.value {
            self.reserved(&table, item);
        }
        Some(field)
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
        if let Some(text) = node.scalar() {
            return Some(Item::text(text));
        }
        let table = self.entries(node, "entry: a text, or a label and a text", ITEM)?;
        let mut item = Item::default();
        if let Some((label, text)) = self.free(&table, "entry") {
            item.label = Some(label.to_owned());
            item.text = self.text(text)?;
        } else {
            item.label = self.text_of(&table, "label");
            item.text = self.words(&table)?;
        }
        self.reserved(&table, &mut item);
        Some(item)
    }

    /// The words of an entry without a label of its own; a resource of the library needs none.
    fn words(&mut self, table: &Table) -> Option<String> {
        match (table.get("text"), table.get("resource")) {
            (Some(text), _) => self.text(text),
            (None, Some(_)) => Some(String::new()),
            (None, None) => {
                let help = "write `- the words`, `- label: the words` or `- {resource: id}`";
                self.note(Fault::MissingKey, table.at, "the entry has no words", help);
                None
            }
        }
    }

    /// The keys that say more about an entry's words.
    fn reserved(&mut self, table: &Table, item: &mut Item) {
        item.resource = self.resource_ref(table);
        item.url = self.link_of(table, "url");
        item.kind = self.kind_of(table);
        item.corrected = self.text_of(table, "corrected");
        item.note = self.text_of(table, "note");
    }

    pub(super) fn kind_of(&mut self, table: &Table) -> Option<Kind> {
        let node = table.get("kind")?;
        self.named(node, &Kind::NAMES, "kind of resource")
    }
}
