//! Labelled lists: the fields of slots, weeks and resources.

use crate::model::{Field, Item};
use crate::source::reader::{Reader, Table};
use crate::source::{DETAILS, Node, Rule, Value};
use crate::text::source::KeyProblem;
use crate::text::source::Level;

impl Reader {
    pub(super) fn fields(&mut self, table: &Table) -> Vec<Field> {
        self.each(table, "fields", Self::field)
    }

    fn field(&mut self, node: &Node) -> Option<Field> {
        let table = self.open_table(node, Level::Field)?;
        let own = self.labelled(&table);
        let label = match own {
            Some(own) => Some(own.key.to_owned()),
            None => self.text_of(&table, "label"),
        };
        if label.is_none() {
            self.note(Rule::MissingKey, table.at, KeyProblem::NoLabel);
            return None;
        }
        if let Some(own) = own {
            self.conflicting(&table, &["label", "text"]);
            if matches!(own.value.value, Value::List(_)) {
                self.conflicting(&table, &["items"]);
            }
        }
        let mut items = self.each(&table, "items", Self::item);
        let text = match own.map(|own| own.value) {
            None => self.text_of(&table, "text"),
            Some(node) => match &node.value {
                Value::Null => None,
                Value::List(nodes) => {
                    items = nodes.iter().filter_map(|node| self.item(node)).collect();
                    None
                }
                _ => self.text(node),
            },
        };
        let value = text.map(|text| {
            let mut item = Item::text(text);
            self.details(&table, &mut item);
            Box::new(item)
        });
        if value.is_none() {
            self.details_without_text(&table);
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
        if let Some(text) = node.scalar() {
            return Some(Item::text(text));
        }
        let table = self.open_table(node, Level::Item)?;
        let mut item = Item::default();
        if let Some(own) = self.labelled(&table) {
            self.conflicting(&table, &["label", "text"]);
            item.label = Some(own.key.to_owned());
            item.text = self.text(own.value)?;
        } else {
            item.label = self.text_of(&table, "label");
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

    /// Keys that cannot be used together with a label of the author's.
    fn conflicting(&mut self, table: &Table, keys: &[&'static str]) {
        for key in keys {
            if let Some(pair) = table.find(key) {
                let problem = KeyProblem::ConflictsWithLabel { key };
                self.note(Rule::UnknownKey, pair.at, problem);
            }
        }
    }

    fn details_without_text(&mut self, table: &Table) {
        for key in DETAILS {
            if let Some(pair) = table.find(key) {
                self.note(Rule::UnknownKey, pair.at, KeyProblem::NeedsText { key });
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
}
