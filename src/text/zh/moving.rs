//! Messages about moved slots and rest days, and about days and their slots.

use std::borrow::Cow;

use super::phrase::moved_to;
use super::recovery::shortfall;
use super::words::{count, date, dates, duration, name};
use crate::model::Dates;
use crate::text::{MovedSlots, Moving, MovingHint, Recover, Schedule};

/// The message in Chinese.
pub(super) fn moving(message: &Moving) -> Cow<'static, str> {
    match message {
        Moving::DateHasPassed { date: day } => format!("{}已经过去", date(*day)).into(),
        Moving::AlreadyDone(slot) => format!("{} 已完成", name(slot)).into(),
        Moving::AlreadySkipped(slot) => format!("{} 已跳过", name(slot)).into(),
        Moving::NothingOpen => "没有未完成的时段可以改期".into(),
        Moving::SameStart { count: n, time } => {
            format!("{}不能都从 {time} 开始", count(n, "个时段")).into()
        }
        Moving::NoDuration(slot) => format!("计划没有给出 {} 的时长", name(slot)).into(),
        Moving::PastMidnight {
            slot,
            duration: length,
            start,
        } => format!(
            "{} 时长 {}，从 {start} 开始会跨过零点",
            name(slot),
            duration(*length)
        )
        .into(),
        Moving::NothingToShift => "此后没有未完成的时段".into(),
        Moving::NotInTime { text } => format!("`{text}` 没有日期").into(),
        Moving::DeliverableFollows { what, due } => format!(
            "{} 不能改期：截止日期跟随所在周的最后一个时段，为 {}",
            name(what),
            date(*due)
        )
        .into(),
        Moving::ShiftTooFar => "平移后的日期超出范围".into(),
        Moving::ShiftIntoPast { slot, date: day } => {
            format!("{} 会移到 {}，那天已经过去", name(slot), date(*day)).into()
        }
        Moving::NoRestDeclared(days) => format!("{}不是休息日", dates(*days)).into(),
        Moving::RestBeforeStart { date: day, start } => format!(
            "{}早于开始日期 {}；用 `plan undo` 撤销",
            date(*day),
            date(*start)
        )
        .into(),
        Moving::RestAfterEnd { date: day, end } => format!(
            "{}晚于计划最后一天 {}；用 `plan undo` 撤销",
            date(*day),
            date(*end)
        )
        .into(),
        Moving::RestTooLong { days } => format!("一次休息 {days} 天，太长").into(),
    }
}

/// About `recover` and `skip overdue`.
pub(super) fn recover(message: &Recover) -> Cow<'static, str> {
    match message {
        Recover::NoStrategy => {
            "`--apply` 需要 `--catch-up`、`--rebalance`、`--extend`、`--let-go` 之一".into()
        }
        Recover::ApplyQuestion => "应用这个方案？".into(),
        Recover::NothingToMove { strategy } => {
            format!("`--{strategy}` 无事可做：没有逾期的时段，休息日也没有时段").into()
        }
        Recover::NothingPlaced { strategy, why } => {
            let why = shortfall(why, None);
            format!("`--{strategy}` 一个时段也排不进：{why}").into()
        }
        Recover::ChangedMeanwhile => "方案在此期间有变，没有移动任何时段".into(),
        Recover::PartOfLetGo => "`--in` 需要 `--let-go`".into(),
        Recover::PartOfOverdue => "`--in` 和 `--apply` 只能用于 `overdue` 这一个对象".into(),
        Recover::NothingOverdue => "没有逾期".into(),
        Recover::NothingStranded => "没有逾期的时段，休息日也没有时段".into(),
    }
}

/// The hint in Chinese.
pub(super) fn moving_hint(hint: &MovingHint) -> Cow<'static, str> {
    match hint {
        MovingHint::RecordPastWork { date } => {
            format!("用 `plan done 对象 --date {date}` 补记那天完成的时段").into()
        }
        MovingHint::ShiftFrom { target } => {
            format!("用 `plan shift 1w --from {target}` 平移其后所有未完成的时段").into()
        }
        MovingHint::MoveLastSlot(slot) => {
            format!("把 {} 改期，截止日期随之改变", name(slot)).into()
        }
        MovingHint::UndoMark => "只有未完成的时段能改期；用 `plan undo` 撤销标记".into(),
        MovingHint::ListSlots { target } => format!("用 `plan show {target}` 列出时段").into(),
        MovingHint::OneByOne => "逐个改期".into(),
        MovingHint::LeaveOutAt => "去掉 `--at`：该时段没有具体时间".into(),
        MovingHint::StartEarlier => "把 `--at` 提早".into(),
        MovingHint::OnlyOpenMove => "已完成和已跳过的时段不会移动".into(),
        MovingHint::FromForms => "写一个时段、天（`d13`）、周（`w5`）、阶段（`p3`）或日期".into(),
        MovingHint::FewerWeeks => "少平移几周".into(),
        MovingHint::ShiftLaterSlots { weeks, from } => {
            format!("用 `plan shift {weeks}w --from {from}` 只平移能移动的时段").into()
        }
        MovingHint::StillStranded => "仍有时段逾期或落在休息日，用 `plan recover` 重新安排".into(),
        MovingHint::NoRestAtAll => "没有登记过休息日".into(),
        MovingHint::DeclaredRest(declared) => declared_rest(declared).into(),
        MovingHint::ShiftRest => "一次最多一年；用 `plan shift 52w` 平移余下的计划".into(),
        MovingHint::RestThisWeek(days) => {
            format!("如指本周：`plan off {}..{}`", days.first, days.last).into()
        }
        MovingHint::SeeRecover => "用 `plan recover` 查看如何重新安排".into(),
        MovingHint::CompareStrategies => "用 `plan recover` 比较各方案".into(),
        MovingHint::PreviewStrategy { strategy } => {
            format!("用 `plan recover --{strategy}` 查看完整方案").into()
        }
        MovingHint::LetGoPart { part } => {
            format!("用 `plan recover --let-go{part}` 查看其中错过的时段").into()
        }
        MovingHint::SkipOverdue => "用 `plan skip overdue` 查看所有逾期".into(),
        MovingHint::NothingChanged => "没有改动".into(),
        MovingHint::Apply { command } => format!("用 `{command}` 应用").into(),
        MovingHint::SeeProposals => "用 `plan recover` 查看当前方案".into(),
        MovingHint::Unplaced { count: n } => {
            let slots = count(n, "个时段");
            format!("{slots}排不下，用 `plan recover` 查看原因").into()
        }
        MovingHint::UndoMove => "用 `plan undo` 撤销".into(),
    }
}

/// How many declared rests are named.
const RESTS: usize = 3;

fn declared_rest(declared: &[Dates]) -> String {
    let command = |days: &Dates| match (days.first, days.last) {
        (first, last) if first == last => format!("`plan off {first} --cancel`"),
        (first, last) => format!("`plan off {first}..{last} --cancel`"),
    };
    let one = |days: &Dates| format!("{}（{}）", dates(*days), command(days));
    let mut named: Vec<String> = declared.iter().take(RESTS).map(one).collect();
    if declared.len() > RESTS {
        named.push("更早的见 `plan log --all`".to_owned());
    }
    format!("已登记：{}", named.join("；"))
}

/// The message in Chinese.
pub(super) fn schedule(message: &Schedule, year: Option<i32>) -> Cow<'_, str> {
    match message {
        Schedule::Sitting { n, of } => format!("第 {n}/{of} 次").into(),
        Schedule::SittingOf { n, of } => format!("（第 {n}/{of} 次）").into(),
        Schedule::StartsLater { date: day } => {
            format!("计划从 {}开始。第1天预览：", date(*day)).into()
        }
        Schedule::NotStarted { date: day } => format!(
            "还没开始：第一次标记，或运行 `plan init` 之后，从 {}开始。预览：",
            date(*day)
        )
        .into(),
        Schedule::Rest { reason } | Schedule::RestDay { reason } => match reason {
            Some(reason) => format!("休息日：{reason}").into(),
            None => "休息日".into(),
        },
        Schedule::Buffer => "缓冲日，用来赶进度".into(),
        Schedule::BufferDay => "缓冲".into(),
        Schedule::Finished => "计划已完成，全部学完了".into(),
        Schedule::DeliverablesLeft(n) => {
            format!("没有剩余时段，还有 {}未完成", count(*n, "项交付物")).into()
        }
        Schedule::Over => "计划的最后一天已过".into(),
        Schedule::Earlier => "早于开始日期".into(),
        Schedule::AllMoved => "当天的时段都已改期".into(),
        Schedule::Free => "当天没有安排".into(),
        Schedule::FreeDay => "没有安排".into(),
        Schedule::Continued => "延续前一天".into(),
        Schedule::BeforeStart => "计划开始前".into(),
        Schedule::AfterEnd => "计划结束后".into(),
        Schedule::Took(minutes) => format!("用时 {}", duration(*minutes)).into(),
        Schedule::Running { left } => format!("进行中，还剩 {}", duration(*left)).into(),
        Schedule::Current {
            ordinal,
            title,
            left,
        } => format!("{ordinal} {title}，还剩 {}", duration(*left)).into(),
        Schedule::NothingOn | Schedule::NoSlots => "没有时段".into(),
        Schedule::MovedLater(moved) => moved_slots(moved, "推后", year).into(),
        Schedule::MovedEarlier(moved) => moved_slots(moved, "提前", year).into(),
    }
}

fn moved_slots(moved: &MovedSlots, way: &str, year: Option<i32>) -> String {
    let slots = count(moved.count, "个时段");
    let more = match moved.more {
        0 => String::new(),
        more => format!("；另有 {more} 个"),
    };
    format!(
        "{slots}{way}到其他周：{}{more}",
        moved_to(&moved.named, year)
    )
}
