//! Messages about fitting a plan to the learner's own week.

use std::borrow::Cow;

use super::phrase::workload;
use super::words::{self, count, date, duration, name, names, placement};
use crate::text::{Fit, FitColumn, FitHint};

/// The message in Chinese.
#[expect(clippy::too_many_lines, reason = "one exhaustive match")]
pub(super) fn fit(message: &Fit) -> Cow<'static, str> {
    match message {
        Fit::Hours(hours) => {
            format!("每周 {}：{}", duration(hours.weekly()), words::hours(hours)).into()
        }
        Fit::FromConfig => "来自配置中的 `hours`；本计划还没有按自己的时间安排过".into(),
        Fit::NoHours => "还不知道你的学习时间".into(),
        Fit::Work(work) => format!("还有 {}", workload(*work)).into(),
        Fit::Column(column) => self::column(*column).into(),
        Fit::Divided(n) => format!("{}分多次完成", count(n, "个时段")).into(),
        Fit::Assumed { slots, each } => {
            format!("没有写时长，每个按 {}算：{}", duration(*each), names(slots)).into()
        }
        Fit::Met { by, days_early: 0 } => format!("{}当天完成", date(*by)).into(),
        Fit::Met { by, days_early } => {
            format!("{}前能完成，还富余 {}", date(*by), count(days_early, "天")).into()
        }
        Fit::Missed {
            by,
            days_late,
            minutes,
        } => format!(
            "{}前完成不了：晚 {}，之后还有 {}",
            date(*by),
            count(days_late, "天"),
            duration(*minutes)
        )
        .into(),
        Fit::Enough(hours) => format!(
            "每周 {}就够：`--hours {}`",
            duration(hours.weekly()),
            words::hours(hours)
        )
        .into(),
        Fit::NeverEnough => "只在这几天学，时间再长也不够".into(),
        Fit::Overtaking(n) => format!("{}提到前面，好在考试前完成", count(n, "个时段")).into(),
        Fit::NotBefore {
            event,
            at,
            work,
            slots,
        } => format!(
            "{}（{}）之前排不下 {}：{}",
            name(event),
            placement(*at),
            workload(*work),
            names(slots)
        )
        .into(),
        Fit::DueBefore { what, due, done } => format!(
            "{}：截止 {}，最后一个时段在 {}",
            name(what),
            date(*due),
            date(*done)
        )
        .into(),
        Fit::ApplyQuestion => "这样安排吗？".into(),
        Fit::Applied { slots, hours } => format!(
            "{}已按 {} 安排",
            count(slots, "个时段"),
            words::hours(hours)
        )
        .into(),
        Fit::By(by) => format!("{}前完成", date(*by)).into(),
        Fit::NothingLeft => "没有未完成的内容可安排".into(),
        Fit::TooFewHours(hours) => format!("按 `{}` 要三十年以上", words::hours(hours)).into(),
        Fit::NoFreeTime { until } => format!("到 {}为止，这些时间都已被占用", date(*until)).into(),
        Fit::FromHasPassed(from) => format!("{}已经过去", date(*from)).into(),
        Fit::ByBeforeFrom { by, from } => format!("{}早于第一天 {}", date(*by), date(*from)).into(),
        Fit::ChangedMeanwhile => "预览之后情况有变，没有记录任何内容".into(),
    }
}

fn column(column: FitColumn) -> &'static str {
    match column {
        FitColumn::Blank => "",
        FitColumn::Now => "现在",
        FitColumn::Fitted => "安排后",
        FitColumn::Ends => "结束",
        FitColumn::Author => "计划原定",
        FitColumn::PerWeek => "每周",
        FitColumn::Week => "周",
        FitColumn::Slot => "时段",
    }
}

/// The hint in Chinese.
pub(super) fn fit_hint(message: &FitHint) -> Cow<'static, str> {
    match message {
        FitHint::GiveHours => {
            "写明什么时候有时间：`plan fit --hours 周一-周五=19:00-21:00,周六=3小时`".into()
        }
        FitHint::OtherDeadline => "这是上次安排时定的截止日期；用 `--by 日期` 另定".into(),
        FitHint::LayAgain => {
            "`plan fit --from 今天` 重新安排未完成的内容；`--hours` 改学习时间".into()
        }
        FitHint::SeePreview => "再运行同一条命令，查看新的预览".into(),
        FitHint::FromToday(today) => format!("从今天（{}）或以后开始安排", date(*today)).into(),
        FitHint::Undo => "`plan undo` 可全部恢复原状".into(),
    }
}
