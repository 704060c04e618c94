//! `check --against`.

use serde::Serialize;

use crate::progress::{self, State};

/// What would become of the slots, and of their marks, in another version of the plan.
#[derive(Serialize)]
pub(crate) struct PlanDiff<'a> {
    against: &'a str,
    kept: u32,
    renamed: Vec<Successor<'a>>,
    orphaned: Vec<OrphanedItem<'a>>,
    changed: Vec<Successor<'a>>,
    added: Vec<Item<'a>>,
    removed: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    slot: &'a str,
    title: &'a str,
    marked: Option<&'static str>,
}

#[derive(Serialize)]
struct OrphanedItem<'a> {
    #[serde(flatten)]
    item: Item<'a>,
    /// The ids of new slots that it could be.
    perhaps: Vec<&'a str>,
}

#[derive(Serialize)]
struct Successor<'a> {
    from: &'a str,
    title: &'a str,
    marked: Option<&'static str>,
    to: &'a str,
    to_title: &'a str,
    by: &'static str,
    content_changed: bool,
}

/// `check --against`.
pub(crate) fn plan_diff<'a>(file: &'a str, diff: &'a progress::PlanDiff) -> PlanDiff<'a> {
    PlanDiff {
        against: file,
        kept: diff.kept,
        renamed: diff.renamed.iter().map(Successor::from).collect(),
        orphaned: diff.orphaned.iter().map(OrphanedItem::from).collect(),
        changed: diff.changed.iter().map(Successor::from).collect(),
        added: diff.added.iter().map(Item::from).collect(),
        removed: diff.removed.iter().map(Item::from).collect(),
    }
}

impl<'a> From<&'a progress::MarkedItem> for Item<'a> {
    fn from(item: &'a progress::MarkedItem) -> Self {
        Self {
            slot: &item.id,
            title: &item.title,
            marked: marked(item),
        }
    }
}

impl<'a> From<&'a progress::OrphanedItem> for OrphanedItem<'a> {
    fn from(orphaned: &'a progress::OrphanedItem) -> Self {
        let perhaps = orphaned.candidates.iter().map(|(id, _)| id.as_str());
        Self {
            item: Item::from(&orphaned.from),
            perhaps: perhaps.collect(),
        }
    }
}

impl<'a> From<&'a progress::Successor> for Successor<'a> {
    fn from(successor: &'a progress::Successor) -> Self {
        Self {
            from: &successor.from.id,
            title: &successor.from.title,
            marked: marked(&successor.from),
            to: &successor.to,
            to_title: &successor.title,
            by: successor.by.name(),
            content_changed: successor.has_changed,
        }
    }
}

/// What the marks of a slot say; `note` when there are only remarks.
fn marked(item: &progress::MarkedItem) -> Option<&'static str> {
    item.mark.as_ref()?;
    Some(match item.state() {
        Some(State::Done) => "done",
        Some(State::Skipped) => "skipped",
        None => "note",
    })
}
