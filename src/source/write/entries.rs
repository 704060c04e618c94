//! Labelled lists.

use super::Map;
use super::yaml::Out;
use crate::model::{Field, Item, Kind, ResourceId};
use crate::source::keys::is_key;
use crate::text::source::Level;

pub(super) fn field(field: &Field) -> Out {
    let label = field.label.as_deref().unwrap_or_default();
    let items = || Out::List(field.items.iter().map(item).collect());
    let mut map = Map::small();
    let is_free = !is_key(Level::Field, label);
    match &field.value {
        None if is_free => map.put(label, Some(items())),
        Some(value) if is_free && field.items.is_empty() => map.text(label, Some(&value.text)),
        value => {
            map.text("label", Some(label));
            map.text("text", value.as_ref().map(|value| value.text.as_str()));
            map.list("items", &field.items, item);
        }
    }
    if let Some(value) = &field.value {
        reserved(&mut map, value);
    }
    map.done()
}

pub(super) fn item(item: &Item) -> Out {
    if item.is_plain() {
        return Out::text(&item.text);
    }
    let mut map = Map::small();
    match &item.label {
        Some(label) if !is_key(Level::Item, label) => {
            map.text(label, Some(&item.text));
        }
        label => {
            map.text("label", label.as_deref());
            map.text(
                "text",
                (!item.text.is_empty() || item.resource.is_none()).then_some(&item.text),
            );
        }
    }
    reserved(&mut map, item);
    map.done()
}

fn reserved(map: &mut Map, item: &Item) {
    map.text("resource", item.resource.as_ref().map(ResourceId::as_str));
    map.text("url", item.url.as_deref());
    map.text("kind", item.kind.map(Kind::name));
    map.text("corrected", item.corrected.as_deref());
    map.text("note", item.note.as_deref());
}
