//! Labelled lists: the fields of slots, weeks and resources.

use crate::model::{Field, Item, Kind};
use crate::source::keys::{FIELD, ITEM, SAYS_MORE};
use crate::source::table::{Reader, Table};
use crate::source::{Node, Rule, Value};

impl Reader<'_> {
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
            self.note(Rule::MissingKey, table.at, "the field has no label", help);
            return None;
        }
        if let Some(value) = value {
            self.not_beside_a_label(&table, &["label", "text"]);
            if matches!(value.value, Value::List(_)) {
                self.not_beside_a_label(&table, &["items"]);
            }
        }
        let words = |text: String| Box::new(Item::text(text));
        let mut field = Field {
            label,
            value: None,
            items: self.each(&table, "items", Self::item),
        };
        match value.map(|node| (node, &node.value)) {
            None => field.value = self.text_of(&table, "text").map(words),
            Some((_, Value::Null)) => {}
            Some((_, Value::List(items))) => {
                field.items = items.iter().filter_map(|item| self.item(item)).collect();
                field.items.shrink_to_fit();
            }
            Some((node, _)) => field.value = self.text(node).map(words),
        }
        match &mut field.value {
            Some(item) => self.reserved(&table, item),
            None => self.nothing_to_say_more_about(&table),
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
            self.not_beside_a_label(&table, &["label", "text"]);
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
                self.note(Rule::MissingKey, table.at, "the entry has no words", help);
                None
            }
        }
    }

    /// Keys that would say again what the author's label, or what stands behind it, says already.
    fn not_beside_a_label(&mut self, table: &Table, names: &[&str]) {
        for name in names {
            if let Some((at, _)) = table.find(name) {
                let message = format!("`{name}` stands beside the author's label");
                let help = "the key is the label, and what stands behind it the words or the list; \
                            remove one of the two";
                self.note(Rule::UnknownKey, at, message, help);
            }
        }
    }

    /// Keys that say more about the words of a field which has none.
    fn nothing_to_say_more_about(&mut self, table: &Table) {
        for name in SAYS_MORE {
            if let Some((at, _)) = table.find(name) {
                let message = format!("`{name}` says more about a text, and the field has none");
                let help = "put it into an entry of the list: `- {text: the words, url: ...}`";
                self.note(Rule::UnknownKey, at, message, help);
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
