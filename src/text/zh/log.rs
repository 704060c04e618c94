//! Messages about the history.

use std::borrow::Cow;

use super::recording::relinked;
use super::recovery::strategy;
use super::words::{self, count, date, dates, duration, name, names, placement, shift};
use crate::text::Log;

/// The message in Chinese.
#[expect(clippy::too_many_lines, reason = "one exhaustive match")]
pub(super) fn log(message: &Log) -> Cow<'_, str> {
    match message {
        Log::Nothing => "还没有记录".into(),
        Log::NothingOn(day) => format!("{}没有记录", date(*day)).into(),
        Log::Earlier { count: n } => {
            format!("更早的 {}见 `plan log --all`", count(n, "条记录")).into()
        }
        Log::Verb(name) => verb(name).into(),
        Log::Strategy(name) => strategy(name).into(),
        Log::Between => "，".into(),
        Log::Undone => "已撤销".into(),
        Log::Redone => "后来已重做".into(),
        Log::Again(took) => format!("再次，{}", duration(*took)).into(),
        Log::AgainBecause(reason) => format!("再次：{reason}").into(),
        Log::Rest {
            dates: days,
            reason,
        } => {
            let reason = reason.as_ref().map(|reason| format!("：{reason}"));
            (dates(*days) + &reason.unwrap_or_default()).into()
        }
        Log::For(day) => format!("（计入 {}）", date(*day)).into(),
        Log::OfStart(day) => format!("从 {}开始", date(*day)).into(),
        Log::OfRest {
            dates: days,
            cancel,
        } => {
            let what = if *cancel {
                "取消休息日"
            } else {
                "休息日"
            };
            format!("{what} {}", dates(*days)).into()
        }
        Log::Slots(slots) => names(slots).into(),
        Log::Added(at) => placement(*at).into(),
        Log::To(to) => format!("改到 {}", placement(*to)).into(),
        Log::Dated {
            title,
            at: Some(at),
        } => format!("{title} {}", placement(*at)).into(),
        Log::Dated { title, at: None } => format!("{title}：删除日期").into(),
        Log::Fit { hours, by: None } => words::hours(hours).into(),
        Log::Fit {
            hours,
            by: Some(by),
        } => format!("{}，{}前完成", words::hours(hours), date(*by)).into(),
        Log::Sitting { part, took } => {
            let took = took.map(|took| format!("，用时 {}", duration(took)));
            format!("第 {part} 分钟{}", took.unwrap_or_default()).into()
        }
        Log::Shift { from, weeks } => format!("从 {} 起{}", name(from), shift(*weeks)).into(),
        Log::Relinked(message) => relinked(message).into(),
    }
}

/// What an event is; one of another version is shown as it is.
fn verb(name: &str) -> &str {
    match name {
        "begin" => "开始",
        "add" => "添加",
        "done" => "完成",
        "skip" => "跳过",
        "note" => "备注",
        "reopen" => "改回未完成",
        "unnote" => "删除备注",
        "start" => "开始计时",
        "stop" => "停止计时",
        "undo" => "撤销",
        "redo" => "重做",
        "edited" => "内容改动",
        "retitled" | "moved" => "标记转移",
        "off" => "休息日",
        "on" => "取消休息日",
        "move" => "改期",
        "event" => "固定日期",
        "due" => "截止日期",
        "shift" => "平移",
        "sitting" => "完成一次",
        "fit" => "按时间安排",
        "recover" => "重新安排",
        other => other,
    }
}
