//! Warnings about moved slots.

use super::words::{count, date, dates, duration, name};
use crate::model::Minutes;
use crate::text::{DayLimit, MoveWarning, MovedSlot, PairKind, PairWarning};

/// The warning in Chinese.
pub(super) fn move_warning(warning: &MoveWarning) -> String {
    warning_text(warning) + "；用 `plan undo` 撤销"
}

fn warning_text(warning: &MoveWarning) -> String {
    match warning {
        MoveWarning::Past(moved) => match moved.count {
            1 => format!("{}，已经过去", on(moved)),
            _ => several(moved, "在已过去的日子", &dates(moved.dates)),
        },
        MoveWarning::Begun(moved) => match (moved.count, start(moved)) {
            (1, at) => format!("{} 今天{at} 开始，时间已过", name(&moved.slot)),
            (_, at) => several(moved, "今天的开始时间已过", at.trim_start()),
        },
        MoveWarning::Night(moved) => match (moved.count, dates(moved.dates) + &start(moved)) {
            (1, at) => format!("{} 在 {at} 开始，落在次日凌晨", name(&moved.slot)),
            (_, at) => several(moved, "落在次日凌晨", &at),
        },
        MoveWarning::RestDay(moved) => of_day(moved, ["是休息日", "在休息日"]),
        MoveWarning::Busy(moved) => of_day(moved, ["那时已有安排", "与已有的安排冲突"]),
        MoveWarning::FreeDay(moved) => {
            of_day(moved, ["计划在这天没有安排", "在计划没有安排的日子"])
        }
        MoveWarning::NoHours(moved) => {
            of_day(moved, ["你在这天没有学习时间", "在你没有学习时间的日子"])
        }
        MoveWarning::AfterEnd { slot: moved, end } => {
            let end = format!("晚于计划最后一天 {}", date(*end));
            match moved.count {
                1 => format!("{}，{end}", on(moved)),
                _ => several(moved, &end, &dates(moved.dates)),
            }
        }
        MoveWarning::TooFull {
            count: n,
            date: day,
            load,
            most,
            limit,
        } => {
            let (day, load, limit) = (date(*day), duration(*load), day_limit(*limit, *most));
            match n {
                1 => format!("{day}现有 {load}，{limit}"),
                n => format!("{}排得过满，例如 {day}现有 {load}，{limit}", count(n, "天")),
            }
        }
        MoveWarning::Pair(pair) => pair_text(pair),
    }
}

fn day_limit(limit: DayLimit, most: Minutes) -> String {
    let most = duration(most);
    match limit {
        DayLimit::Budget => format!("预算只有 {most}"),
        DayLimit::Hours => format!("你的学习时间只有 {most}"),
        DayLimit::FullestDay => format!("计划最满的一天只有 {most}"),
    }
}

/// Warnings about two slots.
fn pair_text(pair: &PairWarning) -> String {
    let (slot, other) = (name(&pair.slot), name(&pair.other));
    match (pair.kind, pair.count) {
        (PairKind::AfterSuccessor, 1) => {
            format!("{slot} 现在排到了 {other} 后面，原计划在它前面")
        }
        (PairKind::AfterSuccessor, n) => format!(
            "{}排得太晚，原计划在后面的时段反而先学，例如 {slot} 在 {other} 后面",
            count(n, "个时段")
        ),
        (PairKind::BeforePredecessor, 1) => {
            format!("{slot} 现在排到了 {other} 前面，原计划在它后面")
        }
        (PairKind::BeforePredecessor, n) => format!(
            "{}排得太早，原计划在前面的时段反而后学，例如 {slot} 在 {other} 前面",
            count(n, "个时段")
        ),
        (PairKind::Overlap(day), 1) => format!("{slot} 与 {other} 的时间重叠（{}）", date(day)),
        (PairKind::Overlap(day), n) => format!(
            "{}时间重叠，例如 {}的 {slot} 和 {other}",
            count(n, "对时段"),
            date(day)
        ),
    }
}

/// What one slot is, and what several are, on such days.
fn of_day(moved: &MovedSlot, [one, many]: [&str; 2]) -> String {
    match moved.count {
        1 => format!("{}，{one}", on(moved)),
        _ => several(moved, many, &dates(moved.dates)),
    }
}

/// `3 个时段在休息日，例如 d12-1545 Review（2026年12月6日 周日）`.
fn several(moved: &MovedSlot, what: &str, example: &str) -> String {
    let slots = count(moved.count, "个时段");
    format!("{slots}{what}，例如 {}（{example}）", name(&moved.slot))
}

/// `d12-1545 Review 在 2026年12月6日 周日`.
fn on(moved: &MovedSlot) -> String {
    format!("{} 在 {}", name(&moved.slot), dates(moved.dates))
}

/// ` 09:00`, if it has a time.
fn start(moved: &MovedSlot) -> String {
    moved
        .start
        .map_or_else(String::new, |start| format!(" {start}"))
}
