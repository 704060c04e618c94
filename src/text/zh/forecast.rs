//! Messages about when the plan will end.

use std::borrow::Cow;
use std::fmt::Display;

use chrono::NaiveDate;

use super::words::{count, date, duration};
use crate::text::{Forecast, ForecastBasis, Missing, Work};

/// The message in Chinese.
pub(super) fn forecast(message: &Forecast) -> Cow<'static, str> {
    match message {
        Forecast::Finished {
            since: Some(day),
            deliverables: 0,
        } => format!("已完成于 {}", date(*day)).into(),
        Forecast::Finished {
            since: None,
            deliverables: 0,
        } => "没有剩余".into(),
        Forecast::Finished {
            since,
            deliverables: n,
        } => {
            let since = since.map(|day| format!("（最后完成于 {}）", date(day)));
            let open = count(*n, "项交付物");
            format!("没有剩余时段{}，{open}未完成", since.unwrap_or_default()).into()
        }
        Forecast::Stalled { since } => format!("无法预测：上次有进展是 {}", date(*since)).into(),
        Forecast::NotEnoughData => "数据不足".into(),
        Forecast::PlannedDaysMissing(days) => {
            missing(&count(days.count, "个已过的计划日"), *days).into()
        }
        Forecast::StudiedDaysMissing(days) => {
            missing(&count(days.count, "个有进展的计划日"), *days).into()
        }
        Forecast::NoEnd => "照此节奏，三年内完不成".into(),
        Forecast::Chance { percent, later } => format!(
            "{}可能在此之前完成，{}",
            chance(*percent),
            self::later(*later)
        )
        .into(),
        Forecast::NoChance { percent } => format!("三年内完成的概率不到 {percent}%").into(),
    }
}

/// What the forecast is based on.
pub(super) fn forecast_basis(message: &ForecastBasis) -> String {
    match message {
        ForecastBasis::PlannedEnd { original, now } if original == now => {
            format!("结束于 {}", date(*original))
        }
        ForecastBasis::PlannedEnd { original, now } => {
            format!("原定结束于 {}，现为 {}", date(*original), date(*now))
        }
        ForecastBasis::Pace {
            studied,
            planned_days,
            done,
            planned,
        } => format!(
            "{}中有 {studied} 天学习；平均每天完成 {}，计划 {}",
            count(planned_days, "个计划日"),
            work(*done),
            work(*planned)
        ),
        ForecastBasis::Measured { actual, planned } => {
            let (actual, planned) = (duration(*actual), duration(*planned));
            format!("已计时的时段共用 {actual}，计划 {planned}")
        }
        ForecastBasis::Pause {
            days,
            all_planned,
            since,
        } => pause(*days, *all_planned, *since),
        ForecastBasis::Left(amount) => work(*amount),
        ForecastBasis::Futures {
            days,
            extra,
            count: futures,
            between,
        } => {
            let days = count(days, "个计划日");
            let others = others(*extra);
            let between = between.map(self::between).unwrap_or_default();
            format!("至今 {days}{others}，越近权重越大；模拟 {futures} 次{between}")
        }
    }
}

fn pause(days: u32, all_planned: bool, since: NaiveDate) -> String {
    let days = count(
        days,
        if all_planned {
            "个计划日"
        } else {
            "个学习日"
        },
    );
    format!(
        "最近 {days}没有学习（上次：{}），停顿会推迟结束",
        date(since)
    )
}

/// When four in five of the futures end, as a clause.
fn between((first, last): (NaiveDate, NaiveDate)) -> String {
    format!("，中间八成的结果落在 {} 至 {}", date(first), date(last))
}

/// `有一半`, `有八成`, `有 25% 的`.
fn chance(percent: impl Display) -> String {
    match percent.to_string().as_str() {
        "50" => "有一半".to_owned(),
        "80" => "有八成".to_owned(),
        percent => format!("有 {percent}% 的"),
    }
}

/// The study days besides planned ones, as a clause.
fn others(days: u32) -> String {
    match days {
        0 => String::new(),
        n => format!("，加上缓冲期或计划结束后的 {}", count(n, "个学习日")),
    }
}

fn missing(what: &str, days: Missing) -> String {
    format!("{what}（已有 {}，需要 {}）", days.have, days.need)
}

fn later(days: i64) -> String {
    let n = count(days.unsigned_abs(), "天");
    match days {
        0 => "和计划相同".to_owned(),
        1.. => format!("比计划晚 {n}"),
        _ => format!("比计划早 {n}"),
    }
}

fn work(work: Work) -> String {
    match work {
        Work::Minutes(minutes) => duration(minutes),
        Work::Slots(n) => count(n, "个时段"),
    }
}
