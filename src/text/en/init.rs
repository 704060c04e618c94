//! Messages about the plan that is chosen, and how it differs from an earlier version.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::words::{changed, count, date, name, plan_name};
use crate::model::PlanId;
use crate::text::{DiffKind, Init, InitHint, PlanDiff, SameSlot, ShippedPlan};

/// The message in English.
pub(super) fn init(message: &Init) -> Cow<'static, str> {
    match message {
        Init::Begins { title, start } => format!("{title} begins on {}", date(*start)).into(),
        Init::Unchanged { title, start } => {
            format!("{title} began on {}: nothing was changed", date(*start)).into()
        }
        Init::BeginsUnchanged { title, start } => {
            format!("{title} begins on {}: nothing was changed", date(*start)).into()
        }
        Init::MarksTaken { id, slots } => marks_taken(id, *slots).into(),
        Init::FollowedAgain { title, start } => format!(
            "{title} is now followed; it began on {}, and its marks are kept",
            date(*start)
        )
        .into(),
        Init::NotFirstWeekday { asked, start } => format!(
            "{} is not a {}, the weekday of Day 1",
            date(*asked),
            start.format("%A")
        )
        .into(),
        Init::LastDay { last, buffer } => last_day(*last, *buffer).into(),
        Init::MarksMoved { from, to } => {
            format!("{}; its marks move with it", changed(from, "is now", to)).into()
        }
        Init::MarksOrphaned(slot) => format!(
            "{} has no certain successor: its marks are kept, but do not count",
            name(slot)
        )
        .into(),
        Init::OtherPlans => "other plans, for `plan init PLAN`:".into(),
        Init::ShippedPlan { id, plan, begun } => {
            let begun = if *begun { "; begun" } else { "" };
            format!("{id} ({}{begun})", about(*plan)).into()
        }
        Init::BegunPlan { id } => format!("{id} (begun; give the path of its plan file)").into(),
        Init::NoMarksOf { id } => format!("no other plan `{id}` has marks").into(),
        Init::MarksElsewhere { id, slots } => marks_elsewhere(id, *slots).into(),
        Init::NotChosen { recorded, reason } => {
            let recorded = if *recorded { "recorded, but " } else { "" };
            let reason = super::message(reason, None);
            format!("{recorded}the plan could not be chosen: {reason}").into()
        }
        Init::OtherPlan {
            source,
            id,
            followed,
        } => format!("{} is the plan `{id}`, not `{followed}`", plan_name(source)).into(),
    }
}

fn last_day(last: NaiveDate, buffer: Option<NaiveDate>) -> String {
    let buffer = buffer.map(|end| format!(", with time to catch up until {}", date(end)));
    format!(
        "its last day is {}{}",
        date(last),
        buffer.unwrap_or_default()
    )
}

fn marks_taken(id: &PlanId, slots: usize) -> String {
    match slots {
        0 => format!("it has all marks of `{id}` already"),
        slots => format!(
            "marks of {} were taken along from `{id}`",
            count(slots, "slot")
        ),
    }
}

fn marks_elsewhere(id: &PlanId, slots: usize) -> String {
    let fit = if slots == 1 { "fits" } else { "fit" };
    let marks = count(slots, "mark");
    format!("this plan has no marks, but {marks} of the plan `{id}` {fit} it")
}

/// What a shipped plan is about.
fn about(plan: ShippedPlan) -> &'static str {
    match plan {
        ShippedPlan::Multimodal => "多模态深度学习研究方向学习规划, twelve weeks in Chinese",
        ShippedPlan::RustInFourWeeks => "Rust in four weeks, evenings and Saturdays",
    }
}

/// The hint in English.
pub(super) fn init_hint(hint: &InitHint) -> Cow<'static, str> {
    match hint {
        InitHint::AsPlanned => {
            "done so far? `plan done --as-planned --until yesterday` marks it on its dates".into()
        }
        InitHint::MoveStart => {
            "`plan init --restart --start DATE` moves the start; marks are kept".into()
        }
        InitHint::RelinkSome => {
            "some marks belong to slots that were renamed: `plan doctor --relink` moves them".into()
        }
        InitHint::PlansWithMarks(plans) if plans.is_empty() => "no plan has marks yet".into(),
        InitHint::PlansWithMarks(plans) => {
            let plans: Vec<&str> = plans.iter().map(PlanId::as_str).collect();
            format!("plans with marks: {}", plans.join(", ")).into()
        }
        InitHint::TakeMarksFrom { file, id } => format!(
            "if its id was `{id}` before, `plan init {file} --from {id}` takes the marks along"
        )
        .into(),
        InitHint::SameId { followed } => {
            format!("only versions of one plan can be compared: they all have the id `{followed}`")
                .into()
        }
        InitHint::FollowVersion { source } => {
            format!("`plan init {source}` follows it and moves the marks").into()
        }
        InitHint::RelinkLater => {
            "after that, `plan doctor --relink OLD=NEW` moves the marks of OLD to the slot NEW"
                .into()
        }
    }
}

/// The message in English.
pub(super) fn plan_diff(message: &PlanDiff) -> Cow<'static, str> {
    match message {
        PlanDiff::Retitled { now } => format!("is now called {now}; its marks count").into(),
        PlanDiff::Moved { to, title } => {
            let title = title.as_ref().map(|title| format!(" {title}"));
            let title = title.unwrap_or_default();
            format!("is now {to}{title}; `plan doctor --relink` moves its marks there").into()
        }
        PlanDiff::Replaced { now, id } => format!(
            "does not count: {now} has its id; if that is the same slot, \
             `plan doctor --relink {id}={id}` keeps its marks"
        )
        .into(),
        PlanDiff::Edited { id } => format!(
            "does not count: its id has other content; if that is the same slot, \
             `plan doctor --relink {id}={id}` keeps its marks"
        )
        .into(),
        PlanDiff::Ambiguous { slots } => {
            let slots = slots.join(" or ");
            format!("could be {slots}; its marks are kept, but do not count").into()
        }
        PlanDiff::Gone => "has no certain successor; its marks are kept, but do not count".into(),
        PlanDiff::Compared { other, followed } => {
            let (other, followed) = (plan_name(other), plan_name(followed));
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
            "slots and deliverables: {kept} kept, {renamed} renamed, {orphaned} orphaned, {changed} changed, \
             {added} added, {removed} removed"
        )
        .into(),
        PlanDiff::Heading(kind) => heading(*kind).into(),
        PlanDiff::Marks(kind) => marks(*kind).into(),
        PlanDiff::Now => "now".into(),
        PlanDiff::Evidence(evidence) => self::evidence(*evidence).into(),
        PlanDiff::OtherContent => ", other content".into(),
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
