//! The labelled lists of a slot, a week or a resource.

use serde::Serialize;

use crate::model::{self, Kind, ResourceId};

/// A label with a text, a list or both.
#[derive(Serialize)]
pub(super) struct Field<'a> {
    label: Option<&'a str>,
    value: Option<&'a str>,
    items: Vec<Item<'a>>,
    /// What the value refers to.
    #[serde(flatten)]
    reference: Option<Reference<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    label: Option<&'a str>,
    text: &'a str,
    #[serde(flatten)]
    reference: Reference<'a>,
}

/// What a text refers to; keys without a value are absent.
#[derive(Serialize)]
struct Reference<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    resource: Option<&'a ResourceId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    corrected: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
}

pub(super) fn fields(fields: &[model::Field]) -> Vec<Field<'_>> {
    fields.iter().map(Field::from).collect()
}

impl<'a> From<&'a model::Field> for Field<'a> {
    fn from(field: &'a model::Field) -> Self {
        let value = field.value.as_deref();
        Self {
            label: field.label.as_deref(),
            value: value.map(|item| item.text.as_str()),
            items: field.items.iter().map(Item::from).collect(),
            reference: value.map(Reference::from),
        }
    }
}

impl<'a> From<&'a model::Item> for Item<'a> {
    fn from(item: &'a model::Item) -> Self {
        Self {
            label: item.label.as_deref(),
            text: &item.text,
            reference: Reference::from(item),
        }
    }
}

impl<'a> From<&'a model::Item> for Reference<'a> {
    fn from(item: &'a model::Item) -> Self {
        Self {
            resource: item.resource.as_ref(),
            url: item.url.as_deref(),
            kind: item.kind.map(Kind::name),
            corrected: item.corrected.as_deref(),
            note: item.note.as_deref(),
        }
    }
}
