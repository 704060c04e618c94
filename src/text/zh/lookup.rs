//! Messages about targets.

use std::borrow::Cow;

use super::report::kind_named;
use super::words::{date, list, name, names, quoted_list, short_date};
use crate::text::{Candidate, CandidateState, Level, Lookup, LookupHint, SlotList};

/// The message in Chinese.
pub(super) fn lookup(message: &Lookup) -> Cow<'static, str> {
    match message {
        Lookup::NoMatch { text } => format!("计划里找不到 `{text}`").into(),
        Lookup::Ambiguous { text, count, slots } => {
            let what = if *slots { "个时段" } else { "项" };
            format!("`{text}` 匹配 {count} {what}").into()
        }
        Lookup::Namesakes { text, count } => format!("计划里有 {count} 处叫 `{text}`").into(),
        Lookup::Unknown {
            level: level @ (Level::Day | Level::Week),
            text,
        } => format!("找不到 `{text}` 这一{}", noun(*level)).into(),
        Lookup::Unknown { level, text } => format!("找不到{} `{text}`", noun(*level)).into(),
        Lookup::NoPhases { text } => format!("找不到阶段 `{text}`：计划没有划分阶段").into(),
        Lookup::EmptyPlan => "计划没有时段".into(),
        Lookup::NoDeliverables { week } => format!("第{week}周没有交付物").into(),
        Lookup::NoSuchOrdinal { date: day, number } => {
            format!("{}没有第 {number} 个时段", date(*day)).into()
        }
        Lookup::NoSlots { text, date: day } => {
            format!("找不到 `{text}`：{}没有时段", date(*day)).into()
        }
        Lookup::NoSlotsThen { text, date: day } => format!(
            "`{text}` 没有对应的时段：{} 这段时间没有时段开始",
            date(*day)
        )
        .into(),
        Lookup::NoSlotAt { time, date: day } => {
            format!("{}没有 {time} 开始的时段", date(*day)).into()
        }
        Lookup::NotATitle { text } => format!("无法按 `{text}` 搜索标题").into(),
        Lookup::ReversedRange { first, last } => format!("范围 `{first}-{last}` 颠倒").into(),
        Lookup::NotMarkable { text, level: None } => format!("`{text}` 不是时段或某一天").into(),
        Lookup::NotMarkable {
            text,
            level: Some(Level::Week),
        } => format!("`{text}` 是一周；这里只能用时段或某一天").into(),
        Lookup::NotMarkable {
            text,
            level: Some(level),
        } => format!("`{text}` 是{}；这里只能用时段或某一天", noun(*level)).into(),
    }
}

/// The hint in Chinese.
#[expect(clippy::too_many_lines, reason = "one exhaustive match")]
pub(super) fn lookup_hint(hint: &LookupHint, year: Option<i32>) -> Cow<'static, str> {
    match hint {
        LookupHint::Similar(slots) => format!("相近的有：{}", names(slots)).into(),
        LookupHint::TargetForms => {
            "对象可以是 `plan today` 显示的序号、开始时间、编号（`d08-1045`、`d8.2`、`d8`、`w5`、\
             `p1`、`A`）或标题的一部分"
                .into()
        }
        LookupHint::ChooseSlot(slots) => format!("选择其一：{}", names(slots)).into(),
        LookupHint::Choose { named, more } => choose(named, *more, year).into(),
        LookupHint::TodaysNumbers(numbers) => format!("今天的序号是 {}", list(numbers)).into(),
        LookupHint::OpenIds { ids, more } => open_ids(ids, *more).into(),
        LookupHint::SeeMilestones { title } => {
            format!("用 `plan milestones` 查看里程碑：{title}").into()
        }
        LookupHint::Numbers { level, first, last } => {
            let noun = noun(*level);
            format!("计划从第{first}{noun}到第{last}{noun}").into()
        }
        LookupHint::Names { level, names } => choices(*level, names).into(),
        LookupHint::Phases(phases) => {
            let phases = phases.iter().map(|(n, title)| format!("p{n} {title}"));
            let phases: Vec<String> = phases.collect();
            format!("可选的阶段：{}", phases.join("；")).into()
        }
        LookupHint::CheckPlan => "用 `plan check` 检查计划文件".into(),
        LookupHint::SeeWeeks => "用 `plan report --all` 查看整个计划".into(),
        LookupHint::SeeWeek { week } => format!("用 `plan show w{week}` 查看这一周").into(),
        LookupHint::DaySlots { day, slots } => {
            let day = day.trim_start_matches('0');
            format!("第{day}天的时段：{}", names(slots)).into()
        }
        LookupHint::Ordinals { count, slots } => {
            format!("只有 {count} 个时段：{}", numbered(slots)).into()
        }
        LookupHint::Overdue(slots) => format!("逾期：{}", names(slots)).into(),
        LookupHint::NextSlot(slot) => format!("接下来：{}", name(slot)).into(),
        LookupHint::StartTimes(times) => format!("时段的开始时间：{}", list(times)).into(),
        LookupHint::NumberForms => {
            "`d1.1` 是第1天的第 1 个时段，`w1.1` 是第1周的第一项交付物；按标题查找时写上其中的文字"
                .into()
        }
        LookupHint::TitleForm => {
            "单个字母匹配的标题太多：至少输入两个，或整个标题；`all` 表示当天所有时段".into()
        }
        LookupHint::RangeForm { first, last } => format!("写成 `{first}-{last}`").into(),
        LookupHint::EventIsDated { target } => {
            format!("请标记它所含的时段；改日期用 `plan due {target} DATE`").into()
        }
        LookupHint::MarkableForms { target } => {
            format!("指定时段，或 `d8` 这样的一天；用 `plan show {target}` 列出其中的时段").into()
        }
    }
}

fn choices(level: Level, names: &[String]) -> String {
    if level == Level::Kind {
        let kinds = names.iter().map(|kind| kind_named(kind));
        return format!("可选的类型：{}", quoted_list(kinds));
    }
    format!("可选的{}：{}", noun(level), quoted_list(names))
}

/// `1 d08-1045 CLIP 模型原理；2 d08-1400 CLIP 实践；另有 3 个`.
fn numbered(slots: &SlotList) -> String {
    let named = (1..).zip(&slots.named);
    let mut named: Vec<String> = named
        .map(|(n, slot)| format!("{n} {}", name(slot)))
        .collect();
    if slots.more > 0 {
        named.push(format!("另有 {} 个", slots.more));
    }
    named.join("；")
}

fn open_ids(ids: &[String], more: usize) -> String {
    match ids {
        [only] => format!("尚未完成的只有 `{only}`"),
        several if more == 0 => format!("尚未完成的有 {}", list(several)),
        several => format!("尚未完成的有 {}，另有 {more} 个", list(several)),
    }
}

fn choose(named: &[Candidate], more: usize, year: Option<i32>) -> String {
    let one = |candidate: &Candidate| match candidate.state {
        Some((date, state)) => {
            let (date, state) = (short_date(date, year), self::state(state));
            format!("{}（{date}，{state}）", name(&candidate.name))
        }
        None => name(&candidate.name),
    };
    let mut named: Vec<String> = named.iter().map(one).collect();
    if more > 0 {
        named.push(format!("另有 {more} 个"));
    }
    format!("选择其一：{}", named.join("；"))
}

fn state(state: CandidateState) -> &'static str {
    match state {
        CandidateState::Open => "未完成",
        CandidateState::Done => "已完成",
        CandidateState::Skipped => "已跳过",
        CandidateState::Overdue => "逾期",
    }
}

fn noun(level: Level) -> &'static str {
    match level {
        Level::Slot => "时段",
        Level::Deliverable => "交付物",
        Level::Day => "天",
        Level::Week => "周",
        Level::Phase => "阶段",
        Level::Topic => "主题",
        Level::Kind => "资源类型",
        Level::Resource => "资源",
        Level::Event => "固定日期",
    }
}
