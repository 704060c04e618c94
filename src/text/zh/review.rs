//! Messages about how a plan is followed: hours, streaks, the burn-up, and what it has come to.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::fixed_date::days_ahead;
use super::phrase::{week, weeks, workload};
use super::words::{count, date, dates, duration, list, short_date, short_dates};
use crate::model::Minutes;
use crate::text::{InARow, Review, Sign};

/// The message in Chinese.
#[expect(clippy::too_many_lines, reason = "one exhaustive match")]
pub(super) fn review(message: &Review, year: Option<i32>) -> Cow<'static, str> {
    match message {
        Review::HoursByDay => "每天用时".into(),
        Review::Hours(minutes) => hours(*minutes).into(),
        Review::Rest => "休息".into(),
        Review::WeekSum => "全周".into(),
        Review::EarlierWeeks { weeks, worked } => {
            format!("更早的 {weeks} 周共 {}", duration(*worked)).into()
        }
        Review::Streak {
            current,
            longest,
            is_over,
        } => streak(*current, *longest, *is_over, year).into(),
        Review::StudyDays { kept, days } => format!("{days} 个学习日中有 {kept} 天跟上").into(),
        Review::ToHandIn(ids) => format!("要交 {}：{}", count(ids.len(), "项"), list(ids)).into(),
        Review::MilestoneIn { title, days } => format!("{title} {}", days_ahead(*days)).into(),
        Review::AsOfToday => "（截至今天）".into(),
        Review::NotBegun(n) => format!("另有 {n} 个主题未开始，见 `plan roadmap`").into(),
        Review::RowSkipped(n) => format!("跳过 {n}").into(),
        Review::Notes => "备注".into(),
        Review::SkippedBecause => "跳过：".into(),
        Review::OverdueWeek {
            week: name,
            dates,
            work,
        } => {
            let name = name
                .as_ref()
                .map_or_else(|| short_dates(*dates, year), week);
            format!("{name}：{}", workload(*work)).into()
        }
        Review::Legend(Sign::Done) => " 完成".into(),
        Review::Legend(Sign::Planned) => " 计划".into(),
        Review::Legend(Sign::Forecast) => " 八成的模拟".into(),
        Review::Forecast => "预测".into(),
        Review::Band { least, most } => match (least.0 / 60, most.0 / 60) {
            (least, most) if least == most => format!("{most} 小时"),
            (least, most) => format!("{least}-{most} 小时"),
        }
        .into(),
        Review::LikelyEnd { early, half, late } => format!(
            "有一半的模拟在 {} 前结束，八成在 {} 到 {} 之间",
            date(*half),
            date(*early),
            date(*late)
        )
        .into(),
        Review::Over(days) => format!("计划已结束：{}", dates(*days)).into(),
        Review::OverDone { .. } => over_done(message).into(),
        Review::OverWorked {
            worked,
            days,
            fullest,
        } => {
            let fullest = fullest.map(|(day, minutes)| {
                format!(
                    "；最多的是 {}，{}",
                    short_date(day, year),
                    duration(minutes)
                )
            });
            let all = format!("{days} 天共 {}", duration(*worked));
            (all + &fullest.unwrap_or_default()).into()
        }
        Review::OverEnd { planned, settled } => over_end(*planned, *settled).into(),
    }
}

/// `5:05`, `0:45`.
fn hours(minutes: Minutes) -> String {
    format!("{}:{:02}", minutes.0 / 60, minutes.0 % 60)
}

fn streak(current: Option<InARow>, longest: InARow, is_over: bool, year: Option<i32>) -> String {
    let most = format!(
        "最长 {} 个学习日，{}",
        longest.days,
        short_dates(longest.dates, year)
    );
    match current {
        None if is_over => most,
        None => format!("目前中断；{most}"),
        Some(InARow { days, dates }) => {
            let since = short_date(dates.first, year);
            let now = format!("从 {since} 起连续 {days} 个学习日");
            if current == Some(longest) {
                format!("{now}，迄今最长")
            } else {
                format!("{now}；{most}")
            }
        }
    }
}

fn over_done(message: &Review) -> String {
    let Review::OverDone {
        done,
        slots,
        skipped,
        handed_in,
        milestones,
    } = message
    else {
        return String::new();
    };
    let slots = format!("时段 {done}/{slots}");
    let skipped = (*skipped > 0).then(|| format!("跳过 {}", count(skipped, "个")));
    let handed_in = (handed_in.1 > 0).then(|| format!("交付物 {}/{}", handed_in.0, handed_in.1));
    let milestones =
        (milestones.1 > 0).then(|| format!("里程碑 {}/{}", milestones.0, milestones.1));
    let parts = [Some(slots), skipped, handed_in, milestones];
    parts
        .into_iter()
        .flatten()
        .collect::<Vec<String>>()
        .join("，")
}

fn over_end(planned: NaiveDate, settled: Option<NaiveDate>) -> String {
    let planned_end = date(planned);
    match settled.map(|day| (day, (day - planned).num_days())) {
        None => format!("原定 {planned_end}；还有未完成的时段"),
        Some((_, 0)) => format!("{planned_end}，与计划一致"),
        Some((day, late)) => {
            let way = if late > 0 { "晚" } else { "早" };
            format!("{}，比计划{way} {} 天", date(day), late.abs())
        }
    }
}

/// `（第1周 2 个，第3周 5 个）`; nothing of a single week.
pub(super) fn overdue_weeks(of: &[(u32, u32)]) -> String {
    if of.len() < 2 {
        return String::new();
    }
    let of = of
        .iter()
        .map(|(week, n)| format!("{} {n} 个", weeks(*week, *week)));
    format!("（{}）", of.collect::<Vec<String>>().join("，"))
}
