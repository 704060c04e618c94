//! Messages about what has been done: reports, the history and the parts of a plan.

use std::borrow::Cow;

use chrono::Datelike;

use super::overview::budget_use;
use super::phrase::{moved_from, week, weeks, workload};
use super::review::overdue_weeks;
use super::words::{
    count, date, dates, duration, list, short_date, short_dates, short_duration, weekday,
};
use crate::model::{Dates, Kind, LinkStatus, Minutes};
use crate::text::{Level, Report, Show, WeekName};

/// The message in Chinese.
#[expect(clippy::too_many_lines, reason = "one exhaustive match")]
pub(super) fn report(message: &Report, year: Option<i32>) -> Cow<'static, str> {
    match message {
        Report::Weeks { first, last } => weeks(*first, *last).into(),
        Report::Done { done, slots } => format!("完成 {done}/{slots}").into(),
        Report::Skipped(n) => format!("跳过 {n}").into(),
        Report::Overdue(n) => format!("逾期 {n}").into(),
        Report::CurrentDates { planned, moved } => format!(
            "按当前日期统计；原定 {}，其中 {}已移出",
            dates(*planned),
            count(moved, "个时段")
        )
        .into(),
        Report::Measured { measured, assumed } => {
            let measured = duration(*measured);
            match *assumed {
                Minutes::ZERO => format!("实际用时 {measured}").into(),
                assumed => format!(
                    "其中 {measured}是实际用时，{}按计划时长估算",
                    duration(assumed)
                )
                .into(),
            }
        }
        Report::NothingPlanned => "这段时间没有安排".into(),
        Report::Buffer(days) => format!("{}：缓冲，用来赶进度", dates(*days)).into(),
        Report::AlsoDone { slots, studied, of } => also_done(*slots, *studied, *of).into(),
        Report::Worked {
            date,
            is_one_week,
            minutes,
        } => {
            let date = match is_one_week {
                true => weekday(date.weekday()).to_owned(),
                false => short_date(*date, year),
            };
            format!("{date} {}", short_duration(*minutes)).into()
        }
        Report::OverdueElsewhere {
            slots,
            deliverables,
            weeks,
        } => {
            let weeks = overdue_weeks(weeks);
            let counts = [(*slots, "个时段"), (*deliverables, "项交付物")];
            let counts = counts.into_iter().filter(|(n, _)| *n > 0);
            let counts = list(counts.map(|(n, noun)| count(n, noun)));
            format!("计划其他部分还有 {counts}{weeks}：`plan report --all`").into()
        }
        Report::ToPlaceElsewhere(work) => format!(
            "计划其他部分还有 {}落在休息日：`plan recover`",
            workload(*work)
        )
        .into(),
        Report::Pace {
            hundredths,
            behind,
            by_plan,
            skipped,
            of_due,
        } => {
            let basis = if *by_plan { "按原定日期，" } else { "" };
            let (pace, behind) = (pace(*hundredths), self::behind(*behind));
            format!("{basis}{pace}{behind}{}", left_out(*skipped, *of_due)).into()
        }
        Report::PaceNow { hundredths } => format!("按当前日期，{}", pace(*hundredths)).into(),
        Report::NextWeek {
            date,
            week,
            numbers,
            work,
        } => {
            let (date, work) = (short_date(*date, year), workload(*work));
            format!("{date}{}：{work}", next_week(week.as_ref(), *numbers)).into()
        }
    }
}

/// ` 第4周 Attention`, ` 第4-5周`; nothing if these weeks have no numbers.
fn next_week(name: Option<&WeekName>, numbers: Option<(u32, u32)>) -> String {
    let several = numbers.filter(|(first, last)| first != last);
    match (several, name) {
        (Some((first, last)), _) => format!(" {}", weeks(first, last)),
        (None, Some(name)) => format!(" {}", week(name)),
        (None, None) => String::new(),
    }
}

/// Hundredths are a percentage.
fn pace(hundredths: u64) -> String {
    format!("应学的内容完成了 {hundredths}%")
}

/// `同期另完成其他周的 1 个时段，学习 40 分钟`.
fn also_done(slots: u32, studied: Minutes, of: Option<Level>) -> String {
    let of = match of {
        Some(Level::Week) => "周",
        Some(Level::Phase) => "阶段",
        _ => "日期",
    };
    let done = format!("同期另完成其他{of}的 {}", count(slots, "个时段"));
    if studied == Minutes::ZERO {
        return done;
    }
    format!("{done}，学习 {}", duration(studied))
}

fn left_out(skipped: u32, of_due: bool) -> String {
    match (skipped, of_due) {
        (0, _) => String::new(),
        (n, false) => format!("；跳过 {n} 个，不计入"),
        (n, true) => format!("；应完成的时段中跳过 {n} 个，不计入"),
    }
}

fn behind(slots: i64) -> String {
    let way = match slots {
        0 => return String::new(),
        1.. => "落后",
        _ => "提前",
    };
    format!("，{way} {}", count(slots.unsigned_abs(), "个时段"))
}

/// The message in Chinese.
#[expect(clippy::too_many_lines, reason = "one exhaustive match")]
pub(super) fn show(message: &Show, year: Option<i32>) -> Cow<'static, str> {
    match message {
        Show::InPlanFile(own) => format!("计划文件里是 {}", super::words::placement(*own)).into(),
        Show::MovedFrom(origin) => moved_from(*origin, year).into(),
        Show::MovedDay {
            now,
            planned,
            with_year,
        } => moved_day(now, *planned, *with_year, year).into(),
        Show::ChangedSinceDone { date: day, slot } => format!(
            "{}完成后内容有改动，仍算完成；用 `plan done {slot}` 确认改动",
            date(*day)
        )
        .into(),
        Show::ReadAs => "应为：".into(),
        Show::Note => "备注：".into(),
        Show::EditorNote { line: None } => "编者注：".into(),
        Show::EditorNote { line: Some(line) } => format!("编者注（第 {line} 行）：").into(),
        Show::FullTitle => "全名：".into(),
        Show::LinkNote {
            status,
            has_suggestion,
        } => link_note(*status, *has_suggestion).into(),
        Show::Done { date: day, took } => {
            let took = took.map(|took| format!("，用时 {}", duration(took)));
            format!("{}完成{}", date(*day), took.unwrap_or_default()).into()
        }
        Show::Skipped { date: day, reason } => {
            let reason = reason.as_ref().map(|reason| format!("：{reason}"));
            format!("{}跳过{}", date(*day), reason.unwrap_or_default()).into()
        }
        Show::Due(day) => format!("截止 {}", short_date(*day, year)).into(),
        Show::MilestoneDue(day) => format!("截止 {}", date(*day)).into(),
        Show::Goals { reached, all } => format!("目标达成 {reached}/{all}").into(),
        Show::BudgetUse { .. } => budget_use(message).into(),
        Show::SourceText { line: None } => "原文：".into(),
        Show::SourceText { line: Some(line) } => format!("原文（第 {line} 行）：").into(),
        Show::After(topics) => format!("前置 {}", list(topics)).into(),
        Show::NoRoadmap => "计划没有路线图".into(),
        Show::NoResources => "没有这样的资源".into(),
        Show::NoMilestones => "计划没有里程碑".into(),
        Show::Kind(kind) => self::kind(*kind).into(),
        Show::InWeeks(weeks) => format!("用于第{}周", list(weeks)).into(),
        Show::InSlots {
            named,
            more,
            done,
            all,
        } => {
            let more = match more {
                0 => String::new(),
                more => format!(" 等 {}", count(named.len() + more, "个时段")),
            };
            format!("用于 {}{more}，完成 {done}/{all}", list(named)).into()
        }
        Show::Entries(entries) => list(entries).into(),
        Show::Unused => "未使用".into(),
        Show::LinkStatus(status) => link_status(*status).into(),
        Show::Deliverables {
            done,
            all,
            skipped: 0,
        } => format!("交付物 {done}/{all}").into(),
        Show::Deliverables { done, all, skipped } => {
            format!("交付物 {done}/{all}，跳过 {skipped}").into()
        }
        Show::By(what) => format!("对应 {}", what.join("；")).into(),
        Show::ByNothing => "计划里没有对应的内容".into(),
    }
}

/// A kind by its name in plan files.
pub(super) fn kind_named(name: &str) -> &str {
    let found = Kind::NAMES.iter().find(|(_, known)| *known == name);
    found.map_or(name, |(known, _)| kind(*known))
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Course => "课程",
        Kind::Project => "项目",
        Kind::Paper => "论文",
        Kind::Blog => "博客",
        Kind::Doc => "文档",
        Kind::Book => "书籍",
        Kind::Video => "视频",
        Kind::Dataset => "数据集",
        Kind::Model => "模型",
        Kind::Repo => "代码",
        Kind::Practice => "练习",
        Kind::Other => "其他",
    }
}

fn link_status(status: LinkStatus) -> &'static str {
    match status {
        LinkStatus::Ok => "链接有效",
        LinkStatus::Moved => "链接已迁移",
        LinkStatus::Renamed => "链接有效，资源已改名",
        LinkStatus::Mismatch => "链接内容不符",
        LinkStatus::Wrong => "链接有误",
        LinkStatus::NotFound => "链接失效",
        LinkStatus::None => "没有链接",
    }
}

/// What is wrong with a link, after a `!` unless it still leads to the resource.
fn link_note(status: Option<LinkStatus>, has_suggestion: bool) -> String {
    let problem = match status {
        Some(LinkStatus::Wrong) => "! 有误",
        Some(LinkStatus::Mismatch) => "! 内容不符",
        Some(LinkStatus::NotFound) => "! 失效",
        Some(LinkStatus::Moved) => "已迁移",
        Some(LinkStatus::Ok | LinkStatus::Renamed | LinkStatus::None) | None => "",
    };
    match (problem, has_suggestion) {
        ("", true) => "建议：".to_owned(),
        (problem, true) => format!("{problem}，建议："),
        (problem, false) => problem.to_owned(),
    }
}

/// `2026年11月30日 周一，原定 11月29日 周日`; the year only with a single date.
fn moved_day(now: &[Dates], planned: Dates, with_year: bool, year: Option<i32>) -> String {
    let now = match now {
        [only] if with_year => dates(*only),
        several => list(several.iter().map(|days| short_dates(*days, year))),
    };
    format!("{now}，原定 {}", short_dates(planned, year))
}
