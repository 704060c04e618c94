//! Messages about exams and other events on fixed dates, and about due dates.

use std::borrow::Cow;

use super::words::{count, date, grouped, list, name, names, placement};
use crate::model::{EventKind, Placement, Window};
use crate::text::{Covered, DueDate, DueDateHint, FixedDate, SlotName};

/// The message in Chinese.
pub(super) fn fixed_date(message: &FixedDate) -> Cow<'static, str> {
    match message {
        FixedDate::Countdown {
            title,
            time,
            days,
            covered,
        } => {
            let when = days_ahead(*days);
            let time = time.filter(|_| *days < 2).map(at).unwrap_or_default();
            format!("{title} {when}{time}{}", after_comma(*covered)).into()
        }
        FixedDate::OnDate {
            title,
            time,
            covered,
        } => {
            let time = time.map(at).unwrap_or_default();
            format!("{title}{time}{}", after_comma(*covered)).into()
        }
        FixedDate::More(more) => format!("另有 {more} 个，见 `plan milestones`").into(),
        FixedDate::Kind(kind) => kind_noun(*kind).into(),
        FixedDate::At(at) => placement(*at).into(),
        FixedDate::DaysLeft(0) => "今天".into(),
        FixedDate::DaysLeft(1) => "明天".into(),
        FixedDate::DaysLeft(-1) => "昨天".into(),
        FixedDate::DaysLeft(days @ 2..) => format!("还有 {days} 天").into(),
        FixedDate::DaysLeft(days) => format!("{} 天前", -days).into(),
        FixedDate::Covered(covered) => self::covered(*covered).into(),
        FixedDate::Covers(covers) => format!("范围：{}", list(covers)).into(),
        FixedDate::CoversNothing => "没有涉及的时段".into(),
        FixedDate::Late(slots) => format!("其中 {}没有排在它之前", count(slots, "个")).into(),
        FixedDate::PassedOpen(slots) => {
            format!("已过，仍有 {}未完成", count(slots, "个时段")).into()
        }
        FixedDate::MovedFrom(from) => format!("原定 {}", placement(*from)).into(),
        FixedDate::Odds(chance) => format!("有 {chance}% 的可能在此之前全部完成").into(),
        FixedDate::OddsWithHour(chance) => format!("每周多学一小时：{chance}%").into(),
        FixedDate::OddsLetGo { chance, slots } => {
            format!("放弃范围外的 {slots} 个时段：{chance}%").into()
        }
        FixedDate::Own => "你自己添加的".into(),
        FixedDate::OwnDue { plan: Some(plan) } => {
            format!("你自己设定的，原为 {}", date(*plan)).into()
        }
        FixedDate::OwnDue { plan: None } => "你自己设定的".into(),
    }
}

/// `就在明天`, `还有 12 天`.
pub(super) fn days_ahead(days: i64) -> String {
    match days {
        0 => "就在今天".to_owned(),
        1 => "就在明天".to_owned(),
        days => format!("还有 {days} 天"),
    }
}

fn at(time: Window) -> String {
    format!(" {time}")
}

fn kind_noun(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Exam => "考试",
        EventKind::Event => "固定日期",
    }
}

/// `范围内 62 个时段，完成 41 个，跳过 2 个`.
fn covered(covered: Covered) -> String {
    let Covered {
        slots,
        done,
        skipped,
    } = covered;
    let skipped = match skipped {
        0 => String::new(),
        skipped => format!("，跳过 {skipped} 个"),
    };
    format!("范围内的 {slots} 个时段已完成 {done} 个{skipped}")
}

fn after_comma(covered: Covered) -> String {
    match covered.slots {
        0 => String::new(),
        _ => format!("，{}", self::covered(covered)),
    }
}

/// The message in Chinese.
#[expect(clippy::too_many_lines, reason = "one exhaustive match")]
pub(super) fn due_date(message: &DueDate) -> Cow<'static, str> {
    match message {
        DueDate::Added { event, at } => {
            format!("已添加 {}：{}", name(event), placement(*at)).into()
        }
        DueDate::OnlyEventsCover => "只有考试或其他固定日期才有范围".into(),
        DueDate::CoversNothing { text } => format!("`{text}` 不含任何时段").into(),
        DueDate::TooMany { limit } => {
            format!("一个计划最多有 {} 个固定日期", grouped(*limit as u64)).into()
        }
        DueDate::TooManyCovers { limit } => format!(
            "所有固定日期合起来最多写 {} 个周、主题和时段",
            grouped(*limit as u64)
        )
        .into(),
        DueDate::Moved { event, from, to } => {
            let (from, to) = (placement(*from), placement(*to));
            format!("{} 现在定在 {to}（原来是 {from}）", name(event)).into()
        }
        DueDate::Due { what, date: day } => {
            format!("{} 的截止日期为 {}", name(what), date(*day)).into()
        }
        DueDate::Removed(event) => format!("已删除 {}", name(event)).into(),
        DueDate::Reset(what, Some(to)) => {
            format!("{} 恢复为 {}", name(what), placement(*to)).into()
        }
        DueDate::Reset(what, None) => format!("{} 不再另有截止日期", name(what)).into(),
        DueDate::Already(what, at) => format!("{} 已经定在 {}", name(what), placement(*at)).into(),
        DueDate::NothingSet(what) => format!("你没有给 {} 设定过日期", name(what)).into(),
        DueDate::HasPassed(day) => format!("{}已经过去", date(*day)).into(),
        DueDate::EventPassed { event, at, open } => event_passed(event, *at, *open).into(),
        DueDate::EventOnRestDay { event, at } => {
            format!("{} 在休息日 {}", name(event), placement(*at)).into()
        }
        DueDate::EventOverlaps { event, at, slots } => format!(
            "与 {}（{}）时间冲突：{}",
            name(event),
            placement(*at),
            names(slots)
        )
        .into(),
        DueDate::SlotsTooLate { event, at, slots } => format!(
            "没有排在 {}（{}）之前的时段：{}",
            name(event),
            placement(*at),
            names(slots)
        )
        .into(),
        DueDate::OnlyEventsHaveTimes(what) => {
            format!("{} 只有截止日期，没有时间", name(what)).into()
        }
        DueDate::NoLength(event) => format!("{} 占全天，没有时长", name(event)).into(),
        DueDate::NoEnd { text } => format!("`{text}` 没有写结束时间").into(),
        DueDate::NotDated { text } => format!("`{text}` 不是固定日期、交付物或里程碑").into(),
    }
}

fn event_passed(event: &SlotName, at: Placement, open: u32) -> String {
    let passed = format!("{}（{}）已过", name(event), placement(at));
    match open {
        0 => passed,
        open => format!("{passed}，仍有 {}未完成", count(open, "个时段")),
    }
}

/// The hint in Chinese.
pub(super) fn due_date_hint(hint: &DueDateHint) -> Cow<'static, str> {
    match hint {
        DueDateHint::Targets => "用编号或标题指定考试、固定日期、交付物（w05.2）或里程碑".into(),
        DueDateHint::Known(known) => {
            let known: Vec<String> = known.iter().map(name).collect();
            format!("有日期的有：{}", known.join("；")).into()
        }
        DueDateHint::CoverRanges => "写成周的范围或主题：`--covers w1-w5,A`".into(),
        DueDateHint::CoverForms => "写成周、主题或时段：`--covers w1-w5,A`".into(),
        DueDateHint::AddExam => "加上 `--exam`，其他固定日期用 `--event`".into(),
        DueDateHint::GiveDate { target } => {
            format!("`plan due {target} 2026-12-16`，或 `--remove`").into()
        }
        DueDateHint::SetDate { target } => format!("用 `plan due {target} DATE` 设定").into(),
        DueDateHint::GiveTime { target } => {
            format!("`plan due {target} 2026-12-16 --time 09:00-11:00`").into()
        }
    }
}
