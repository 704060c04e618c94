//! Messages about ways to catch up.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};

use super::phrase::workload;
use super::words::{count, date, dates, duration, list, name, placement, shift, short_date};
use crate::text::{Proposal, Reason, Recovery, Shortfall, Workload};

/// The message in Chinese.
#[expect(clippy::too_many_lines, reason = "one exhaustive match")]
pub(super) fn recovery(message: &Recovery, year: Option<i32>) -> Cow<'static, str> {
    match message {
        Recovery::Already => "没有变化，".into(),
        Recovery::Rest {
            dates: days,
            reason,
        } => {
            let reason = reason.as_ref().map(|reason| format!("（{reason}）"));
            format!(
                "已登记休息日：{}{}",
                dates(*days),
                reason.unwrap_or_default()
            )
            .into()
        }
        Recovery::NoRest(days) => format!("已取消休息日：{}", dates(*days)).into(),
        Recovery::ToReschedule(work) => format!("待安排 {}", workload(*work)).into(),
        Recovery::To(to) => format!("改到 {}", placement(*to)).into(),
        Recovery::DueChanged { what, due, was } => format!(
            "{} 截止日期改为 {}，原为 {}",
            name(what),
            date(*due),
            date(*was)
        )
        .into(),
        Recovery::ManyDueChanged(n) => {
            let things = count(n, "项交付物");
            format!("{things}的截止日期随之改变").into()
        }
        Recovery::PlannedFor(days) => format!("（原定 {}）", dates(*days)).into(),
        Recovery::Shifted { work, weeks } => {
            format!("{}：{}", shift(*weeks), workload(*work)).into()
        }
        Recovery::Rescheduled { work, strategy } => {
            format!("{}：{}", self::strategy(strategy), workload(*work)).into()
        }
        Recovery::Stranded { work, since } => {
            let since = since.map(|date| format!("，从 {}起", short_date(date, year)));
            format!("待安排 {}{}", workload(*work), since.unwrap_or_default()).into()
        }
        Recovery::LetGo(work) => format!("跳过 {}", workload(*work)).into(),
        Recovery::Overdue {
            slots,
            deliverables,
        } => overdue(*slots, *deliverables).into(),
        Recovery::WithSittings(all) => {
            format!("连同同一任务其余各次，共跳过 {}", duration(*all)).into()
        }
        Recovery::PlanEnd { end, deadline } => {
            let end = format!("计划最后一天是 {}", date(*end));
            match deadline {
                Some(deadline) => format!("{end}，你定的截止日期是 {}", date(*deadline)).into(),
                None => end.into(),
            }
        }
        Recovery::More(n) => format!("另有 {n} 项").into(),
    }
}

fn overdue(slots: Workload, deliverables: u32) -> String {
    let things = count(deliverables, "项交付物");
    let all = match (slots.slots, deliverables) {
        (_, 0) => workload(slots),
        (0, _) => things,
        _ => format!("{}、{things}", workload(slots)),
    };
    format!("逾期 {all}")
}

/// A strategy; the journal may have one of another version, which is shown as it is.
pub(super) fn strategy(name: &str) -> &str {
    match name {
        "catch-up" => "追赶",
        "rebalance" => "重排",
        "extend" => "延期",
        "let-go" => "放弃",
        other => other,
    }
}

fn strategies(names: &[&'static str]) -> String {
    list(names.iter().map(|name| strategy(name)))
}

/// ``放弃（`--let-go`）``.
fn strategy_with_flag(name: &str) -> String {
    format!("{}（`--{name}`）", strategy(name))
}

/// About one option for rescheduling.
pub(super) fn proposal(message: &Proposal, year: Option<i32>) -> Cow<'static, str> {
    match message {
        Proposal::Strategies(names) => strategies(names).into(),
        Proposal::NotAllPlaced => "未全部排入".into(),
        Proposal::Left { unplaced } => format!("{}没排进去", count(unplaced, "个时段")).into(),
        Proposal::Late(0) => "同一天".into(),
        Proposal::Late(days) => late(*days).into(),
        Proposal::AfterDeadline(0) => "来得及".into(),
        Proposal::AfterDeadline(days) => format!("晚 {}", count(*days, "天")).into(),
        Proposal::Slots(0) | Proposal::DaysOver(0) => "无".into(),
        Proposal::Slots(n) => count(n, "个时段").into(),
        Proposal::Heaviest { date, others: 0 } => short_date(*date, year).into(),
        Proposal::Heaviest { others, .. } => format!("有 {}", count(others + 1, "天")).into(),
        Proposal::Ends(date) => {
            let (year, month, day) = (date.year(), date.month(), date.day());
            format!("{year}年{month}月{day}日").into()
        }
        Proposal::TooLate(0) => "都来得及".into(),
        Proposal::TooLate(n) => format!("{}来不及", count(n, "个时段")).into(),
        Proposal::Missed(n) => format!("错过 {n} 项").into(),
        Proposal::DaysOver(n) => count(n, "天").into(),
        Proposal::Outcome {
            strategy,
            moves,
            skips,
            end,
            unplaced,
        } => outcome(strategy, (*moves, *skips), *end, *unplaced).into(),
        Proposal::NotToday { weeks, slot, time } => {
            let time = time.map(|time| format!(" {time}"));
            format!(
                "推后 {weeks} 周：少推一周，{slot} 会落在今天{}，时间已过",
                time.unwrap_or_default()
            )
            .into()
        }
        Proposal::Narrowed { slots } => {
            format!("没有连续的空日，占用的日期比原来少：{}", list(slots)).into()
        }
        Proposal::Recommended { strategy, reasons } => {
            let strategy = strategy_with_flag(strategy);
            format!("推荐{strategy}：{}", advantages(reasons)).into()
        }
    }
}

/// About what an option misses or does not place.
pub(super) fn shortfall(message: &Shortfall, year: Option<i32>) -> Cow<'static, str> {
    match message {
        Shortfall::NotPlaced(names) => format!("{}未能排入", strategies(names)).into(),
        Shortfall::MissedEvents => "考试前来不及的".into(),
        Shortfall::MissedMilestones => "错过的里程碑".into(),
        Shortfall::MissedDeliverables => "错过的交付物".into(),
        Shortfall::Named { names, more: 0 } => list(names).into(),
        Shortfall::Named { names, more } => {
            let all = names.len() + *more as usize;
            format!("{} 等 {}", list(names), count(all, "个时段")).into()
        }
        Shortfall::NoRoom => "计划结束前排不下".into(),
        Shortfall::TooLong => "比任何一天的预算或任何单元都长".into(),
        Shortfall::NoRoomBefore { slot, date } => format!(
            "要在 {slot}（{}）之前学，但那之前没有空闲时间",
            short_date(*date, year)
        )
        .into(),
    }
}

/// What speaks for an option.
fn advantages(reasons: &[Reason]) -> String {
    let facts = reasons.iter().map(|reason| match reason {
        Reason::PlacesEverything => "能排入所有时段",
        Reason::OnlyOneToPlaceEverything => "只有它能排入所有时段",
        Reason::NothingElse => "其他方案都排不下所有时段",
        Reason::LosesLeast => "要放弃的时段不多；能排入所有时段的方案会错过更多里程碑或交付物",
        Reason::EndsOnTime => "按期结束",
        Reason::ReadyForEvents => "考试前来不及的最少",
        Reason::FewestMilestones => "错过的里程碑最少",
        Reason::EndsSoonest => "结束最早",
        Reason::FewestDeliverables => "错过的交付物最少",
        Reason::FewestMoves => "改期的时段最少",
        Reason::KeepsWeekdays => "星期几不变",
    });
    let facts: Vec<&str> = facts.collect();
    let (first, others) = facts.split_at(1.min(facts.len()));
    // With others that do so too, the facts are about those.
    if reasons.first() == Some(&Reason::PlacesEverything) && !others.is_empty() {
        return format!(
            "{}；在能做到的方案里，{}",
            first.concat(),
            others.join("，")
        );
    }
    facts.join("，")
}

fn outcome(
    strategy: &str,
    (moves, skips): (Workload, Workload),
    end: Option<(NaiveDate, i64)>,
    left: u32,
) -> String {
    let what = match (moves.slots, skips.slots) {
        (0, 0) => "没有改动".to_owned(),
        (0, _) => format!("跳过 {}", workload(skips)),
        _ => format!("改期 {}", workload(moves)),
    };
    let end = match end {
        Some((end, 0)) => format!("计划在最后一天 {}结束", date(end)),
        Some((end, days)) => format!("计划在 {}结束，比最后一天{}", date(end), late(days)),
        None => format!("{}排不下", count(left, "个时段")),
    };
    format!("{}：{what}；{end}", strategy_with_flag(strategy))
}

/// `晚 7 天`, `早 7 天`.
fn late(days: i64) -> String {
    let way = if days > 0 { "晚" } else { "早" };
    format!("{way} {}", count(days.unsigned_abs(), "天"))
}
