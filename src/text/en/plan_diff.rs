//! Messages about slots that are different in another version of the plan.

use std::borrow::Cow;

use super::words::name;
use crate::text::{DiffKind, PlanDiff, SameSlot};

/// The message in English.
pub(super) fn text(message: &PlanDiff) -> Cow<'static, str> {
    match message {
        PlanDiff::Retitled { now } => format!("is now called {now}; its marks count").into(),
        PlanDiff::Moved { to, title } => {
            let title = title.as_ref().map(|title| format!(" {title}"));
            let title = title.unwrap_or_default();
            format!("is now {to}{title}; `plan doctor --relink` moves its marks there").into()
        }
        PlanDiff::Replaced { now } => {
            format!("may be gone: {now} has its id; its marks are kept, but do not count").into()
        }
        PlanDiff::Gone => "has no certain successor; its marks are kept, but do not count".into(),
        PlanDiff::Compared { other, followed } => {
            format!("{other} compared with {followed}").into()
        }
        PlanDiff::Counts {
            kept,
            renamed,
            orphaned,
            changed,
            added,
            removed,
        } => format!(
            "{kept} kept, {renamed} renamed, {orphaned} orphaned, {changed} changed, \
             {added} added, {removed} removed"
        )
        .into(),
        PlanDiff::Heading(kind) => heading(*kind).into(),
        PlanDiff::Marks(kind) => marks(*kind).into(),
        PlanDiff::Now => "now".into(),
        PlanDiff::Evidence(evidence) => self::evidence(*evidence).into(),
        PlanDiff::OtherContent => "other content".into(),
        PlanDiff::CouldBe(slots) => {
            let slots: Vec<String> = slots.iter().map(name).collect();
            format!("could be {}", slots.join(" or ")).into()
        }
    }
}

fn heading(kind: DiffKind) -> &'static str {
    match kind {
        DiffKind::Renamed => "renamed",
        DiffKind::Orphaned => "orphaned",
        DiffKind::Changed => "changed",
        DiffKind::Added => "added",
        DiffKind::Removed => "removed",
    }
}

fn marks(kind: DiffKind) -> &'static str {
    match kind {
        DiffKind::Renamed => "marks move with them",
        DiffKind::Orphaned => "no certain successor; marks are kept, but do not count",
        DiffKind::Changed => "same slot, other content; what is done stays done",
        DiffKind::Added => "",
        DiffKind::Removed => "without marks",
    }
}

fn evidence(evidence: SameSlot) -> &'static str {
    match evidence {
        SameSlot::Unchanged => "unchanged",
        SameSlot::Title => "same title",
        SameSlot::Content => "same content",
        SameSlot::Id => "same place",
        SameSlot::Neighbours => "same neighbours",
    }
}
