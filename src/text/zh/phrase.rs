//! Values and labels: durations, dates, names of days and weeks, heads of tables.

use super::words::{
    count, date, dates, duration, list, name, placement, short_date, short_dates, short_duration,
    weekday,
};
use crate::model::Minutes;
use crate::text::phrase::weekdays;
use crate::text::{DayName, DayNames, Label, MovedTo, Origin, Phrase, WeekName, Workload};

/// The phrase in Chinese.
pub(super) fn phrase(phrase: &Phrase, year: Option<i32>) -> String {
    match phrase {
        Phrase::Date(day) => date(*day),
        Phrase::ShortDate(day) => short_date(*day, year),
        Phrase::Dates(days) => dates(*days),
        Phrase::ShortDates(days) => short_dates(*days, year),
        Phrase::Duration(minutes) => duration(*minutes),
        Phrase::ShortDuration(minutes) => short_duration(*minutes),
        Phrase::AlsoSkipped(n) => format!("，跳过 {n}"),
        Phrase::Slots(n) => count(n, "个时段"),
        Phrase::Deliverables(n) => count(n, "项交付物"),
        Phrase::Studied { studied, planned } => {
            format!("已学 {} / {}", duration(*studied), duration(*planned))
        }
        Phrase::Workload(work) => workload(*work),
        Phrase::Days(names) => days(names),
        Phrase::NextDay {
            date,
            days: names,
            work,
            in_sittings,
        } => next_day(&short_date(*date, year), names, (*work, *in_sittings)),
        Phrase::Week(name) => week(name),
        Phrase::Weeks { first, last } => weeks(*first, *last),
        Phrase::Placement(place) => placement(*place),
        Phrase::Weekday(day) => weekday(*day).to_owned(),
        Phrase::Percent(percent) => format!("{percent}%"),
        Phrase::Phase { number, count } => format!("第{number}阶段（共 {count} 个）"),
        Phrase::When { date, planned } => {
            let date = short_date(*date, year);
            let planned = planned.map(|planned| format!("，{}", duration(planned)));
            format!("（{date}{}）", planned.unwrap_or_default())
        }
        Phrase::MovedFrom(origin) => moved_from(*origin, year),
        Phrase::MovedTo(moved) => moved_to(moved, year),
        Phrase::ToPlace(work) => to_place(*work),
        Phrase::ForOtherSlots { count, command } => {
            format!("其他时段有 {count} 项，见 `{command}`")
        }
        Phrase::More { count, command } => format!("另有 {count} 项，见 `{command}`"),
        Phrase::Replanned {
            original,
            now,
            done,
        } => {
            let (original, now) = (workload(*original), workload(*now));
            format!("原计划 {original}；现为 {now}；已完成 {done} 个")
        }
    }
}

fn to_place(displaced: Workload) -> String {
    let work = workload(displaced);
    format!("休息日有 {work}，用 `plan recover` 重新安排")
}

/// `4 个时段（6 小时）`; no duration if none is planned.
pub(super) fn workload(work: Workload) -> String {
    work_of(work, "个时段")
}

fn next_day(date: &str, names: &DayNames, (work, in_sittings): (Workload, bool)) -> String {
    let noun = if in_sittings { "次" } else { "个时段" };
    format!("{date} {}：{}", days(names), work_of(work, noun))
}

fn work_of(work: Workload, noun: &str) -> String {
    let slots = count(work.slots, noun);
    match work.planned {
        Minutes::ZERO => slots,
        planned => format!("{slots}（{}）", duration(planned)),
    }
}

/// `第3周`, `第3-4周`.
pub(super) fn weeks(first: u32, last: u32) -> String {
    if first == last {
        return format!("第{first}周");
    }
    format!("第{first}-{last}周")
}

/// `第3周 多模态基础与 CLIP 模型`.
pub(super) fn week(name: &WeekName) -> String {
    match &name.title {
        Some(title) if name.says_number() => title.clone(),
        Some(title) => format!("第{}周 {title}", name.number),
        None => format!("第{}周", name.number),
    }
}

/// `第8天 Transformer`, `第18-19天`, `第47、48天`.
///
/// Every screen has the date next to the name of a day, and a date in Chinese ends with its
/// weekday: only a day without a number, a whole week, is named by its weekdays.
pub(super) fn days(names: &DayNames) -> String {
    if names.days.is_empty() {
        return "额外时段".to_owned();
    }
    let numbers: Option<Vec<String>> = names.days.iter().map(numbers).collect();
    let shown = match numbers {
        Some(numbers) => format!("第{}天", list(numbers)),
        None => list(names.days.iter().map(day)),
    };
    match &names.title {
        Some(title) => format!("{shown} {title}"),
        None => shown,
    }
}

fn day(name: &DayName) -> String {
    match (numbers(name), name.weekdays) {
        (Some(numbers), _) => format!("第{numbers}天"),
        (None, Some(days)) => weekdays(days, "zh"),
        (None, None) => "整周".to_owned(),
    }
}

fn numbers(name: &DayName) -> Option<String> {
    let (first, last) = name.numbers?;
    if first == last {
        return Some(first.to_string());
    }
    Some(format!("{first}-{last}"))
}

/// `原定 12月2日 周三`, `原定 09:00-10:30`.
pub(super) fn moved_from(origin: Origin, year: Option<i32>) -> String {
    match origin {
        Origin::Date(day) => format!("原定 {}", short_date(day, year)),
        Origin::Time(time) => format!("原定 {time}"),
    }
}

/// `d08-0900 Alpha、d08-1045 Beta 改到 12月14日 周一；d08-1400 Gamma 改到 12月15日 周二`.
pub(super) fn moved_to(moved: &[MovedTo], year: Option<i32>) -> String {
    let parts = moved.iter().map(|moved| {
        let slots = list(moved.slots.iter().map(name));
        format!("{slots} 改到 {}", short_date(moved.date, year))
    });
    parts.collect::<Vec<_>>().join("；")
}

/// The label in Chinese.
#[expect(clippy::too_many_lines, reason = "one exhaustive match")]
pub(super) fn label(label: Label) -> &'static str {
    match label {
        Label::Blank => "",
        Label::AgainstDeadline => "截止日期",
        Label::AgainstPlan => "比计划",
        Label::Another => "其他日志",
        Label::AtRisk => "有风险",
        Label::Backups => "备份",
        Label::BasedOn => "依据",
        Label::Data => "数据",
        Label::File => "文件",
        Label::Cache => "缓存",
        Label::Chance => "概率",
        Label::Changed => "有改动",
        Label::Config => "配置",
        Label::Deliverables | Label::DeliverablesMissed => "交付物",
        Label::Device => "设备",
        Label::Done => "已完成",
        Label::Due => "截止",
        Label::Event => "固定日期",
        Label::Events => "考试与固定日期",
        Label::Exam => "考试",
        Label::Goal => "目标",
        Label::Budget => "时间预算",
        Label::RestDays => "休息日",
        Label::Stages => "路线图阶段",
        Label::Editor => "编者注",
        Label::End | Label::Ends => "结束",
        Label::First => "最早",
        Label::Found => "发现",
        Label::From => "现定",
        Label::HeaviestDay => "最重的一天",
        Label::Journal => "日志",
        Label::Last => "最晚",
        Label::Left => "剩余",
        Label::LikelyBy => "预计完成",
        Label::Marks => "标记",
        Label::Milestone | Label::Milestones | Label::AllMilestones => "里程碑",
        Label::Missed => "已错过",
        Label::Missing => "还缺",
        Label::Moved => "已改期",
        Label::Moves => "改期",
        Label::Next => "接下来",
        Label::NotPlaced => "未排入",
        Label::Note => "备注",
        Label::Now => "现在",
        Label::Open => "未完成",
        Label::OutOfOrder => "打乱顺序",
        Label::TooFull => "过满",
        Label::Overdue => "逾期",
        Label::Overlap => "时间冲突",
        Label::Pace => "节奏",
        Label::Worked => "用时",
        Label::Phases => "阶段",
        Label::Plan | Label::Planned => "计划",
        Label::Reached => "已达成",
        Label::ReachedLate => "延迟达成",
        Label::Read => "阅读",
        Label::OwnCopy => "本机副本",
        Label::Merged => "已合并",
        Label::ReadToo => "一并读取",
        Label::Redone => "已重做：",
        Label::Reminder | Label::Reminders => "提醒",
        Label::Relinked => "标记转移",
        Label::Skipped => "已跳过",
        Label::Skips => "跳过",
        Label::Slot => "时段",
        Label::Start => "开始",
        Label::State => "状态",
        Label::Streak => "连续",
        Label::Time | Label::When => "时间",
        Label::Timer => "计时",
        Label::Title => "标题",
        Label::To => "改到",
        Label::ToDo => "内容",
        Label::ToPlace => "待安排",
        Label::Topics => "主题",
        Label::Undone => "已撤销：",
        Label::Unknown => "无法判断",
        Label::Unread => "无法读取",
        Label::Verdict => "结论",
        Label::Week => "当周",
        Label::What => "操作",
    }
}

#[cfg(test)]
mod tests {
    use chrono::Weekday;

    use super::*;
    use crate::model::Weekdays;

    fn day(numbers: Option<(u32, u32)>, weekdays: Option<(Weekday, Weekday)>) -> DayName {
        let weekdays = weekdays.map(|(first, last)| Weekdays { first, last });
        DayName { numbers, weekdays }
    }

    fn names(of: &[DayName], title: Option<&str>) -> String {
        days(&DayNames {
            days: of.to_vec(),
            title: title.map(str::to_owned),
            plan_language: "en".to_owned(),
        })
    }

    #[test]
    fn only_days_without_a_number_are_named_by_their_weekdays() {
        let monday = Some((Weekday::Mon, Weekday::Mon));
        let weekend = Some((Weekday::Sat, Weekday::Sun));
        let all = Some((Weekday::Mon, Weekday::Sun));
        let eighth = day(Some((8, 8)), monday);
        assert_eq!(names(&[eighth], None), "第8天");
        assert_eq!(names(&[eighth], Some("CLIP")), "第8天 CLIP");
        assert_eq!(names(&[day(Some((18, 19)), weekend)], None), "第18-19天");
        let two = [day(Some((47, 47)), None), day(Some((48, 48)), None)];
        assert_eq!(names(&two, None), "第47、48天");
        assert_eq!(names(&[day(None, all)], None), "周一-周日");
        assert_eq!(names(&[day(None, None)], None), "整周");
    }
}
