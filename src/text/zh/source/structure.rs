//! Problems between parts of a plan.

use super::{did_you_mean, noun, this};
use crate::text::source::StructureProblem;
use crate::text::zh::words::{grouped, list_and_more, quoted_list};

/// What is wrong.
pub(super) fn message(problem: &StructureProblem) -> String {
    match problem {
        StructureProblem::UnknownTopic { id, .. } => format!("未知的主题 `{id}`"),
        StructureProblem::UnknownResource { id, .. } => format!("未知的资源 `{id}`"),
        StructureProblem::UnknownTarget { name, .. } => {
            format!("未知的周、主题或交付物 `{name}`")
        }
        StructureProblem::UnknownCover { name, .. } => {
            format!("未知的周、主题或时段 `{name}`")
        }
        StructureProblem::DuplicateId { id } => format!("编号 `{id}` 重复"),
        StructureProblem::Cycle { topics } => format!("主题循环依赖：{}", cycle(topics)),
        StructureProblem::NoSlots => "计划中没有时段".to_owned(),
        StructureProblem::NoLists { level, keys } => neither(this(*level), keys),
        StructureProblem::EmptyList { key } | StructureProblem::CoversNothing { key } => {
            format!("`{key}` 为空")
        }
        StructureProblem::TwoLists { first, second } => {
            format!("`{first}` 和 `{second}` 在这里只能用一个")
        }
        StructureProblem::OutOfOrder {
            level,
            number,
            last,
        } => {
            let level = noun(*level);
            if number == last {
                format!("第{number}{level}重复")
            } else {
                format!("第{number}{level}排在第{last}{level}之后")
            }
        }
        StructureProblem::EmptyDay { number } => format!("第{number}天没有时段"),
        StructureProblem::EndBeforeStart { start, end } => {
            format!("{start}-{end} 的结束时间不晚于开始时间")
        }
        StructureProblem::Overlap { time, other, title } => {
            format!("{time} 与 {other} 重叠（`{title}`）")
        }
        StructureProblem::WeekdayCount { days, weekdays } => {
            format!("条目有 {days} 天，`weekday` 却有 {weekdays} 天")
        }
    }
}

/// ``这一周既没有 `days`，也没有 `slots` ``.
fn neither(what: &str, keys: &[&str]) -> String {
    match keys {
        [rest @ .., last] if !rest.is_empty() => {
            format!("{what}既没有 {}，也没有 `{last}`", quoted_list(rest))
        }
        keys => format!("{what}没有 {}", quoted_list(keys)),
    }
}

/// How to fix it.
pub(super) fn help(problem: &StructureProblem) -> String {
    let help = match problem {
        StructureProblem::UnknownTopic { several, .. }
        | StructureProblem::UnknownTarget { several, .. }
        | StructureProblem::UnknownCover { several, .. }
            if !several.is_empty() =>
        {
            return format!("写成列表：`[{}]`", several.join(", "));
        }
        StructureProblem::UnknownTopic {
            nearest,
            known,
            more,
            ..
        } => {
            return match did_you_mean(nearest.as_deref()) {
                Some(help) => help,
                None if known.is_empty() => "加到 `roadmap: {topics: ...}` 中".to_owned(),
                None => format!("可用的主题：{}", list_and_more(known, *more)),
            };
        }
        StructureProblem::UnknownResource { nearest, .. } => {
            return did_you_mean(nearest.as_deref())
                .unwrap_or_else(|| "加到 `resources:` 中，或改用 `url:`".to_owned());
        }
        StructureProblem::UnknownTarget { .. } => "写成周（`w5`）、主题（`A`）或交付物（`w05.2`）",
        StructureProblem::UnknownCover { .. } => {
            "写成周（`w5`）、周的范围（`w1-w5`）、主题（`A`）或时段（`d08-1045`）"
        }
        StructureProblem::CoversNothing { .. } => "写上要考的内容，例如 `[w1-w5, A]`，或删除这个键",
        StructureProblem::DuplicateId { .. } => "给其中一个另写一个 `id:`",
        StructureProblem::Cycle { topics } => {
            let (first, last) = (topics.first(), topics.last());
            let [first, last] = [first, last].map(|id| id.map_or("", String::as_str));
            return format!("从 `{last}` 的 `after` 中去掉 `{first}`");
        }
        StructureProblem::NoSlots
        | StructureProblem::NoLists { .. }
        | StructureProblem::EmptyList { .. } => "加上 `days:`，列出每一天",
        StructureProblem::TwoLists { .. } => "并到一起，或删除一个",
        StructureProblem::OutOfOrder { level, .. } => {
            return format!("每{}的序号都要大于前一个", noun(*level));
        }
        StructureProblem::EmptyDay { .. } => "加上 `slots:`，列出时段，或删除这一天",
        StructureProblem::EndBeforeStart { .. } => "时段要在当天结束，跨过零点的拆成两个",
        StructureProblem::Overlap { .. } => "调整其中一个的时间",
        StructureProblem::WeekdayCount { .. } => "18-19 这样的两天，星期几也要写两天：sat-sun",
    };
    help.to_owned()
}

/// `A -> B -> A`; of a long cycle only its first and last topics.
fn cycle(topics: &[String]) -> String {
    const AT_EACH_END: usize = 6;
    let mut names: Vec<String> = topics.to_vec();
    if topics.len() > 2 * AT_EACH_END {
        let left_out = AT_EACH_END..topics.len() - AT_EACH_END;
        let more = format!("（另有 {} 个）", grouped(left_out.len() as u64));
        names.splice(left_out, [more]);
    }
    names.extend(topics.first().cloned());
    names.join(" -> ")
}
