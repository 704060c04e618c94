//! Labelled lists.

use super::text;
use super::yaml::{Map, Yaml};
use crate::model::{Field, Item, Kind};
use crate::source::keys;
use crate::text::source::Level;

pub(super) fn field(field: &Field) -> Yaml {
    let label = field.label.as_deref().unwrap_or_default();
    let value = field.value.as_deref();
    let map = Map::inline();
    let is_free = !keys::is_key(Level::Field, label);
    let map = match value {
        None if is_free => {
            let items = field.items.iter().map(item);
            map.put(label, Some(Yaml::List(items.collect())))
        }
        Some(value) if is_free && field.items.is_empty() => map.text(label, &value.text),
        _ => map
            .text("label", label)
            .maybe("text", value.map(|value| &value.text))
            .list("items", &field.items, item),
    };
    match value {
        Some(value) => map.reference(value).done(),
        None => map.done(),
    }
}

pub(super) fn item(item: &Item) -> Yaml {
    if item.is_plain() {
        return text(&item.text);
    }
    let map = match item.label.as_ref() {
        Some(label) if !keys::is_key(Level::Item, label) => Map::inline().text(label, &item.text),
        label => {
            let says = !item.text.is_empty() || item.resource.is_none();
            Map::inline()
                .maybe("label", label)
                .maybe("text", says.then_some(&item.text))
        }
    };
    map.reference(item).done()
}

impl Map {
    fn reference(self, item: &Item) -> Self {
        self.maybe("resource", item.resource.as_ref())
            .maybe("url", item.url.as_ref())
            .maybe("kind", item.kind.map(Kind::name))
            .maybe("corrected", item.corrected.as_ref())
            .maybe("note", item.note.as_ref())
    }
}
