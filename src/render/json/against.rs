//! `check --against`, and what `init` takes along.

use serde_json::{Value, json};

use crate::progress::{Against, Became, Named, Orphaned, State};

/// A plan laid beside another version of it.
#[must_use]
pub fn against(shown: &str, against: &Against) -> Value {
    json!({
        "against": shown,
        "kept": against.kept,
        "renamed": against.renamed.iter().map(became).collect::<Vec<_>>(),
        "orphaned": against.orphaned.iter().map(orphaned).collect::<Vec<_>>(),
        "changed": against.changed.iter().map(became).collect::<Vec<_>>(),
        "added": against.added.iter().map(named).collect::<Vec<_>>(),
        "removed": against.removed.iter().map(named).collect::<Vec<_>>(),
    })
}

fn named(named: &Named) -> Value {
    json!({"slot": named.id, "title": named.title, "marked": marked(named)})
}

/// `perhaps` names the new slots that it could be.
fn orphaned(lost: &Orphaned) -> Value {
    let mut value = named(&lost.from);
    value["perhaps"] = lost.perhaps.iter().map(|(id, _)| id.as_str()).collect();
    value
}

fn became(became: &Became) -> Value {
    json!({
        "from": became.from.id,
        "title": became.from.title,
        "marked": marked(&became.from),
        "to": became.to,
        "to_title": became.title,
        "by": became.by.name(),
        "content_changed": became.has_changed,
    })
}

/// What its marks say; `note` where there are only remarks.
fn marked(named: &Named) -> Option<&'static str> {
    let state = named.state().map(|state| match state {
        State::Done => "done",
        State::Skipped => "skipped",
    });
    state.or_else(|| named.mark.as_ref().map(|_| "note"))
}
