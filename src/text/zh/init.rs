//! Messages about the plan that is chosen, and how it differs from an earlier version.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};

use super::words::{changed, count, date, name, plan_name, quoted_list, weekday};
use crate::model::PlanId;
use crate::text::{DiffKind, Init, InitHint, PlanDiff, SameSlot, ShippedPlan};

/// The message in Chinese.
pub(super) fn init(message: &Init) -> Cow<'static, str> {
    match message {
        Init::Begins { title, start } => format!("{title}：从 {}开始", date(*start)).into(),
        Init::Unchanged { title, start } => {
            format!("{title}：已从 {}开始，没有改动", date(*start)).into()
        }
        Init::BeginsUnchanged { title, start } => {
            format!("{title}：将从 {}开始，没有改动", date(*start)).into()
        }
        Init::MarksTaken { id, slots } => marks_taken(id, *slots).into(),
        Init::FollowedAgain { title, start } => {
            format!("已换成 {title}（从 {}开始），标记都还在", date(*start)).into()
        }
        Init::NotFirstWeekday { asked, start } => format!(
            "第1天应为{}，指定的是 {}",
            weekday(start.weekday()),
            date(*asked)
        )
        .into(),
        Init::LastDay { last, buffer } => last_day(*last, *buffer).into(),
        Init::MarksMoved { from, to } => {
            format!("{}；标记随之转移", changed(from, "现为", to)).into()
        }
        Init::MarksOrphaned(slot) => {
            format!("{}：没有确切对应的时段，标记保留但不计入", name(slot)).into()
        }
        Init::OtherPlans => "其他计划，用 `plan init 计划` 选用：".into(),
        Init::ShippedPlan { id, plan, begun } => {
            let begun = if *begun { "；已开始" } else { "" };
            format!("{id}（{}{begun}）", about(*plan)).into()
        }
        Init::BegunPlan { id } => format!("{id}（已开始；选用时给出计划文件的路径）").into(),
        Init::NoMarksOf { id } => format!("没有其他计划 `{id}` 的标记").into(),
        Init::MarksElsewhere { id, slots } => {
            let marks = count(slots, "个标记");
            format!("这个计划没有标记，但计划 `{id}` 有 {marks}与它相符").into()
        }
        Init::NotChosen { recorded, reason } => {
            let recorded = if *recorded { "已记录，但" } else { "" };
            let reason = super::message(reason, None);
            format!("{recorded}无法选用计划：{reason}").into()
        }
        Init::OtherPlan {
            source,
            id,
            followed,
        } => format!("{} 是计划 `{id}`，不是 `{followed}`", plan_name(source)).into(),
    }
}

/// What a shipped plan is about.
fn about(plan: ShippedPlan) -> &'static str {
    match plan {
        ShippedPlan::Multimodal => "多模态深度学习研究方向学习规划，12 周",
        ShippedPlan::RustInFourWeeks => "四周学会 Rust，平日晚上和周六，英文",
    }
}

fn last_day(last: NaiveDate, buffer: Option<NaiveDate>) -> String {
    let buffer = buffer.map(|end| format!("，缓冲到 {}", date(end)));
    format!("最后一天是 {}{}", date(last), buffer.unwrap_or_default())
}

fn marks_taken(id: &PlanId, slots: usize) -> String {
    match slots {
        0 => format!("`{id}` 的标记都已经有了"),
        slots => format!("从 `{id}` 转入 {}的标记", count(slots, "个时段")),
    }
}

/// The hint in Chinese.
pub(super) fn init_hint(hint: &InitHint) -> Cow<'static, str> {
    match hint {
        InitHint::AsPlanned => {
            "之前的都做完了？用 `plan done --as-planned --until 昨天` 记在原定的日期".into()
        }
        InitHint::MoveStart => "用 `plan init --restart --start 日期` 改开始日期，标记保留".into(),
        InitHint::RelinkSome => {
            "部分标记所属的时段已改名：用 `plan doctor --relink` 转移标记".into()
        }
        InitHint::PlansWithMarks(plans) if plans.is_empty() => "还没有任何计划有标记".into(),
        InitHint::PlansWithMarks(plans) => format!(
            "有标记的计划：{}",
            quoted_list(plans.iter().map(PlanId::as_str))
        )
        .into(),
        InitHint::TakeMarksFrom { file, id } => {
            format!("如果计划的编号原来是 `{id}`，用 `plan init {file} --from {id}` 转入标记")
                .into()
        }
        InitHint::SameId { followed } => {
            format!("只能比较同一计划的不同版本，它们的编号都是 `{followed}`").into()
        }
        InitHint::FollowVersion { source } => {
            format!("用 `plan init {source}` 改用它，标记随之转移").into()
        }
        InitHint::RelinkLater => {
            "之后用 `plan doctor --relink 旧=新` 把旧编号的标记转到新时段".into()
        }
    }
}

/// The message in Chinese.
pub(super) fn plan_diff(message: &PlanDiff) -> Cow<'static, str> {
    match message {
        PlanDiff::Retitled { now } => format!("现名 {now}；标记照常计入").into(),
        PlanDiff::Moved { to, title } => {
            let title = title.as_ref().map(|title| format!(" {title}"));
            let title = title.unwrap_or_default();
            format!("现为 {to}{title}；用 `plan doctor --relink` 转移标记").into()
        }
        PlanDiff::Replaced { now, id } => format!(
            "不计入：编号现属于 {now}；如果是同一时段，用 `plan doctor --relink {id}={id}` 保留标记"
        )
        .into(),
        PlanDiff::Edited { id } => format!(
            "不计入：这个编号的内容已变；如果是同一时段，用 `plan doctor --relink {id}={id}` 保留标记"
        )
        .into(),
        PlanDiff::Ambiguous { slots } => {
            format!("可能是 {}；标记保留，但不计入", slots.join(" 或 ")).into()
        }
        PlanDiff::Gone => "没有确切对应的时段；标记保留，但不计入".into(),
        PlanDiff::Compared { other, followed } => {
            format!("比较 {} 与 {}", plan_name(other), plan_name(followed)).into()
        }
        PlanDiff::Counts {
            kept,
            renamed,
            orphaned,
            changed,
            added,
            removed,
        } => format!(
            "时段和交付物：不变 {kept}、改编号或标题 {renamed}、改内容 {changed}、新增 {added}、\
             删除 {removed}、无对应时段 {orphaned}"
        )
        .into(),
        PlanDiff::Heading(kind) => heading(*kind).into(),
        PlanDiff::Marks(kind) => marks(*kind).into(),
        PlanDiff::Now => "现为".into(),
        PlanDiff::Evidence(evidence) => self::evidence(*evidence).into(),
        PlanDiff::OtherContent => "，内容不同".into(),
        PlanDiff::CouldBe(slots) => {
            let slots: Vec<String> = slots.iter().map(name).collect();
            format!("可能是 {}", slots.join(" 或 ")).into()
        }
    }
}

fn heading(kind: DiffKind) -> &'static str {
    match kind {
        DiffKind::Renamed => "改编号或标题",
        DiffKind::Orphaned => "无对应时段",
        DiffKind::Changed => "改内容",
        DiffKind::Added => "新增",
        DiffKind::Removed => "删除",
    }
}

fn marks(kind: DiffKind) -> &'static str {
    match kind {
        DiffKind::Renamed => "标记随之转移",
        DiffKind::Orphaned => "标记保留，但不计入",
        DiffKind::Changed => "已完成的仍算完成",
        DiffKind::Added => "",
        DiffKind::Removed => "没有标记",
    }
}

fn evidence(evidence: SameSlot) -> &'static str {
    match evidence {
        SameSlot::Unchanged => "没有变化",
        SameSlot::Title => "标题相同",
        SameSlot::Content => "内容相同",
        SameSlot::Id => "位置相同",
        SameSlot::Neighbours => "前后时段相同",
    }
}
