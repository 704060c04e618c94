//! Messages about dates, times and durations as people type them.

use std::borrow::Cow;

use super::words::{date, weekday};
use crate::model::HoursFault;
use crate::text::Input;

/// The message in Chinese.
pub(super) fn input(message: &Input) -> Cow<'static, str> {
    match message {
        Input::InvalidDate { text } => format!("无效的日期 `{text}`").into(),
        Input::AmbiguousDate { text } => format!("`{text}` 可能是月/日，也可能是日/月").into(),
        Input::Readings(dates) => {
            let dates = dates.iter().map(|day| format!("`{day}`（{}）", date(*day)));
            let dates: Vec<String> = dates.collect();
            format!("写成 {}", dates.join(" 或 ")).into()
        }
        Input::DateForms => {
            "写成 `12月7日`、`2026-12-07`、`周一`、`下周一`、`昨天`、`三天后`、`+3` 或 `-1`".into()
        }
        Input::DateOutOfRange { date } => format!("日期 `{date}` 超出范围").into(),
        Input::YearRange { first, last } => format!("年份须在 {first} 到 {last} 之间").into(),
        Input::InvalidDuration { text } => format!("无效的时长 `{text}`").into(),
        Input::DurationForms => {
            "写成 `80`、`80分钟`、`1小时20分`、`一个半小时`、`1:20` 或 `1h20m`；至少 1 分钟，最多 24 小时"
                .into()
        }
        Input::InvalidTime { text } => format!("无效的时间 `{text}`").into(),
        Input::TimeForms => "写成 `09:30`、`下午3点半`、`晚上8点` 或 `18`".into(),
        Input::EndsBeforeStart { text } => format!("`{text}` 没有在当天稍后结束").into(),
        Input::TimesForms => "写成 `19:00-20:00` 或 `晚上7点到8点`".into(),
        Input::InvalidHours(fault) => hours(fault).into(),
        Input::HoursForms => {
            "写成 `周一-周五=19:00-21:00,周六=10:00-12:00+14:00-16:00`，或 `周一=2小时,周六=6小时`".into()
        }
        Input::InvalidWeeks { text } => format!("无效的周数 `{text}`").into(),
        Input::WeekForms => "写成 `1周`、`两周` 或 `-1周`；按天改期用 `plan move`".into(),
        Input::DatesReversed { first, last } => {
            format!("日期颠倒：从 {}到 {}", date(*first), date(*last)).into()
        }
        Input::ScatteredDates { text } => {
            format!("`{text}` 不是连续的几天：每段分别写").into()
        }
        Input::DateRangeForm => "先写较早的日期，例如 `2026-12-02..2026-12-04`".into(),
        Input::SinceAfterUntil { since, until } => {
            format!("日期颠倒：从 {}到 {}", date(*since), date(*until)).into()
        }
        Input::SinceBeforeUntil => "`--since` 是较早的日期，`--until` 是较晚的日期".into(),
    }
}

fn hours(fault: &HoursFault) -> String {
    match fault {
        HoursFault::Entry(text) => format!("`{text}` 不是“星期=时间”的形式"),
        HoursFault::Weekdays(text) => format!("`{text}` 不是星期几"),
        HoursFault::Time(text) => format!("`{text}` 既不是时间段，也不是时长"),
        HoursFault::EndsBeforeStart(text) => format!("`{text}` 没有在当天稍后结束"),
        HoursFault::Overlap(a, b) => format!("{a} 和 {b} 重叠"),
        HoursFault::Twice(day) => format!("{}写了两次", weekday(*day)),
        HoursFault::Nothing => "没有哪一天有时间".to_owned(),
    }
}
