//! `check --against`, and what `init` takes along.

use serde_json::{Value, json};

use crate::progress::{MarkedItem, OrphanedItem, PlanDiff, State, Successor};

/// A plan laid beside another version of it.
#[must_use]
pub fn plan_diff(shown: &str, diff: &PlanDiff) -> Value {
    json!({
        "against": shown,
        "kept": diff.kept,
        "renamed": diff.renamed.iter().map(successor).collect::<Vec<_>>(),
        "orphaned": diff.orphaned.iter().map(orphaned).collect::<Vec<_>>(),
        "changed": diff.changed.iter().map(successor).collect::<Vec<_>>(),
        "added": diff.added.iter().map(named).collect::<Vec<_>>(),
        "removed": diff.removed.iter().map(named).collect::<Vec<_>>(),
    })
}

fn named(named: &MarkedItem) -> Value {
    json!({"slot": named.id, "title": named.title, "marked": marked(named)})
}

/// `perhaps` names the new slots that it could be.
fn orphaned(lost: &OrphanedItem) -> Value {
    let mut value = named(&lost.from);
    value["perhaps"] = lost.candidates.iter().map(|(id, _)| id.as_str()).collect();
    value
}

fn successor(successor: &Successor) -> Value {
    json!({
        "from": successor.from.id,
        "title": successor.from.title,
        "marked": marked(&successor.from),
        "to": successor.to,
        "to_title": successor.title,
        "by": successor.by.name(),
        "content_changed": successor.has_changed,
    })
}

/// What its marks say; `note` where there are only remarks.
fn marked(named: &MarkedItem) -> Option<&'static str> {
    let state = named.state().map(|state| match state {
        State::Done => "done",
        State::Skipped => "skipped",
    });
    state.or_else(|| named.mark.as_ref().map(|_| "note"))
}
