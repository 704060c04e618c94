//! What messages call slots and deliverables.

use std::fmt::Display;

/// How many slots a [`SlotList`] names before the rest is only counted.
const NAMED: usize = 8;

/// A slot or deliverable by id and title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SlotName {
    pub(crate) id: String,
    /// The title; the text of a deliverable.
    pub(crate) title: String,
}

impl SlotName {
    /// The slot `id`, which is called `title`.
    pub(crate) fn new(id: &impl Display, title: &str) -> Self {
        Self {
            id: id.to_string(),
            title: title.to_owned(),
        }
    }
}

/// Several slots: the first few by name, the rest as a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SlotList {
    /// The first slots.
    pub(crate) named: Vec<SlotName>,
    /// How many more there are.
    pub(crate) more: usize,
}

impl FromIterator<SlotName> for SlotList {
    fn from_iter<I: IntoIterator<Item = SlotName>>(slots: I) -> Self {
        let mut named: Vec<SlotName> = slots.into_iter().collect();
        let more = named.len().saturating_sub(NAMED);
        named.truncate(NAMED);
        Self { named, more }
    }
}
