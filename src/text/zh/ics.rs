//! Messages about calendar files of others.

use std::borrow::Cow;

use super::words::{count, dates, quoted};
use crate::text::{DayCounts, DayWord, Ics, IcsHint, Names};

/// The message in Chinese.
pub(super) fn ics(message: &Ics) -> Cow<'static, str> {
    match message {
        Ics::Missing(path) => format!("没有日历文件 {}", quoted(path)).into(),
        Ics::NotCalendar(path) => format!("{} 不是 iCalendar 文件", quoted(path)).into(),
        Ics::CutOff(path) => format!("{} 不完整：日历没有结尾", quoted(path)).into(),
        Ics::TooManyEvents { path, most } => {
            format!("{} 里的日程超过 {most} 个", quoted(path)).into()
        }
        Ics::TooManyOccurrences { path, most } => {
            format!("{} 里的日程重复超过 {most} 次", quoted(path)).into()
        }
        Ics::NoStart { path, events } => format!(
            "{} 里有 {}看不出开始时间，已略过",
            quoted(path),
            count(events, "个日程")
        )
        .into(),
        Ics::BadRule { path, name } => {
            format!("{} 里“{name}”的 `RRULE` 无效：只算第一次", quoted(path)).into()
        }
        Ics::UnknownZone { path, zone } => {
            format!("{} 里有未知的时区 `{zone}`：按你的时区算", quoted(path)).into()
        }
        Ics::NothingChosen { path, only } => {
            format!("{} 里没有名称含 `{only}` 的日子", quoted(path)).into()
        }
        Ics::Head { source, days } => format!("{source}：{}", counts(*days)).into(),
        Ics::Recorded { source, days } => format!("已按{source}记录：{}", counts(*days)).into(),
        Ics::NothingNew { source } => format!("{source}：从今天起没有变化").into(),
        Ics::Day(DayWord::Rest) => "休息".into(),
        Ics::Day(DayWord::Work) => "学习，按周一的时间".into(),
        Ics::Day(DayWord::Gone) => "日历里已没有".into(),
        Ics::Dates(days) => dates(*days).into(),
        Ics::Already(days) => format!("{}已是如此", count(days, "天")).into(),
        Ics::Unmarked(names) => format!("没有标为假日，略过：{}", self::names(names)).into(),
        Ics::ApplyQuestion => "记录这些日子吗？".into(),
    }
}

/// The hint in Chinese.
pub(super) fn ics_hint(hint: &IcsHint) -> Cow<'static, str> {
    match hint {
        IcsHint::CheckPath => "请给出日历文件的路径，一般是 `名称.ics`".into(),
        IcsHint::ExportCalendar => {
            "把日历导出或下载为 `.ics` 文件：它以 `BEGIN:VCALENDAR` 开头".into()
        }
        IcsHint::DownloadAgain => "请重新下载完整的文件".into(),
        IcsHint::ExportLess => "导出短一些的时间，或少几个日历".into(),
        IcsHint::OnlyTimes { command } => {
            format!("其中没有全天的日程；用 `{command}` 可以避开这些时间").into()
        }
        IcsHint::BusyInConfig => "没有避开其中的时间；请修好文件，或从配置的 `busy` 里去掉".into(),
        IcsHint::Names(all) if all.named.is_empty() => {
            "从今天到计划结束后一年，里面没有假日".into()
        }
        IcsHint::Names(all) => format!("里面有：{}", names(all)).into(),
    }
}

fn counts(days: DayCounts) -> String {
    let DayCounts { rest, work, gone } = days;
    let parts = [(rest, "天休息"), (work, "天上班"), (gone, "天不再是假日")];
    let parts = parts.into_iter().filter(|(days, _)| *days > 0);
    let parts: Vec<String> = parts.map(|(days, words)| count(days, words)).collect();
    parts.join("，")
}

fn names(all: &Names) -> String {
    let first = all.named.join("、");
    match all.more {
        0 => first,
        more => format!("{first} 等 {} 个", all.named.len() + more),
    }
}
