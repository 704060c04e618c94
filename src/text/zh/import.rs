//! Messages about notes that are turned into plans.

use super::words::{self, date, duration};
use crate::model::Minutes;
use crate::text::import::{Decision, Import, LeftOver, NoPlan};

/// The message in Chinese.
pub(super) fn import(message: &Import) -> String {
    match message {
        Import::Refused { file, why } => format!("`{file}` 不是学习计划：{}", no_plan(*why)),
        Import::RefusedHint => "学习计划要有阶段、周、天、时间或任务，例如 `第1周：…`、`Day 3`、`09:00-10:30 …`、`- [ ] …`；标题最好写明学什么：`# 学习计划：…`".to_owned(),
        Import::Written { title, file } => format!("{title}：已写入 {file}"),
        Import::WouldWrite { title, file } => format!("{title}：将写入 {file}"),
        Import::Found { phases, weeks, days, slots, resources, milestones, events, links } => found(&[
            (*phases, "个阶段"),
            (*weeks, "周"),
            (*days, "天"),
            (*slots, "个时段"),
            (*resources, "个资源"),
            (*milestones, "个里程碑"),
            (*events, "个固定日期"),
            (*links, "个链接"),
        ]),
        Import::Lines { all, placed, left } => format!("共 {all} 行：{placed} 行在计划里，{left} 行未收入，{} 行没有文字", all.saturating_sub(placed + left)),
        Import::Hours(hours) => format!("学习时间：{}", words::hours(hours)),
        Import::Decisions => "判断".to_owned(),
        Import::Decision(what) => decision(what),
        Import::DecisionLines(lines) => {
            let shown: Vec<String> = lines.iter().take(8).map(|(first, last)| range(*first, *last)).collect();
            let more = if lines.len() > 8 { "……" } else { "" };
            format!("第 {} 行{more}", shown.join("、"))
        }
        Import::LeftOvers { count } => format!("未收入的 {count} 行，原样存在计划文件的 `artifacts` 里"),
        Import::MoreLeftOvers { count } => format!("还有 {count} 行：用 `--json` 查看全部"),
        Import::LeftOver(why) => left_over(*why),
        Import::LineRange(first, last) => range(*first, *last),
        Import::Next => "接下来".to_owned(),
        Import::Exists { file } => format!("`{file}` 已存在：不是由这份笔记导入的，或者导入后改过"),
        Import::NoName => "从标准输入读的笔记没有名字：用 `-o 文件` 指定写到哪里".to_owned(),
        Import::ExistsHint => "用 `-o 文件` 写到别的文件".to_owned(),
        Import::OtherTitle { id, title } => format!("计划编号 `{id}` 下已有另一个计划《{title}》的标记"),
        Import::OtherTitleHint => "编号取自计划文件的名字：用 `-o 文件` 写到另一个名字的文件".to_owned(),
        Import::Kept { slots } => format!("以前导入过：{slots} 个时段连同各自的标记一起保留"),
        Import::Lost { titles } => {
            let shown: Vec<String> = titles.iter().take(5).map(|title| format!("《{title}》")).collect();
            let more = if titles.len() > 5 { "……" } else { "" };
            format!("笔记里已经没有，标记不再计入：{}{more}；见 `plan doctor`", shown.concat())
        }
        Import::TickedSince { ids } => {
            format!("笔记里已打勾，计划里还没完成：用 `plan done {}` 记下", ids.join(" "))
        }
    }
}

fn range(first: u32, last: u32) -> String {
    if first == last {
        first.to_string()
    } else {
        format!("{first}-{last}")
    }
}

fn found(parts: &[(usize, &str)]) -> String {
    let parts: Vec<String> = parts
        .iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, what)| format!("{number} {what}"))
        .collect();
    parts.join("，")
}

fn decision(what: &Decision) -> String {
    match what {
        Decision::OnePlan { repeats } => {
            format!("计划写了不止一遍（例如另有总览）：{repeats} 处重复，只算一次")
        }
        Decision::OtherPlan => {
            "笔记里有几个计划可选：导入了内容最多的一个；想导入别的，请从笔记里删掉它".to_owned()
        }
        Decision::Restart => "天或周的编号又从头开始：改为在整个计划里连续编号".to_owned(),
        Decision::Continued => "写在另一个标题下，但编号接着前面：归入前一部分".to_owned(),
        Decision::Template => "不针对某一天的作息表：只用来了解学习时间，不当作时段".to_owned(),
        Decision::Alternatives => "与另一个时段时间重叠：保留，但不定时间".to_owned(),
        Decision::Breaks { count } => format!("{count} 处休息或用餐：不收入"),
        Decision::Chatter => "助手的话：不收入".to_owned(),
        Decision::HoursStated { weekday, weekend } => hours_stated(*weekday, *weekend),
        Decision::HoursOfDays { hours } => format!("笔记里写的学习时间：{}", words::hours(hours)),
        Decision::HoursAsked => "学习时间取自 `--hours` 或配置".to_owned(),
        Decision::HoursAssumed { weekday } => format!(
            "笔记没写学习时间：按周一至周五每天 {} 安排，可用 `--hours` 修改",
            duration(*weekday)
        ),
        Decision::Gap { day, weeks } => format!(
            "第 {day} 天排早了，因为之前有几周没有安排：计划开始后运行 `plan shift {weeks}w --from d{day}`"
        ),
        Decision::Ranges => {
            "一行写了好几天：有时间点的或时间短的，每天各排一次；其余的分摊到各天".to_owned()
        }
        Decision::Spread { slots } => {
            format!("没有指定日子的任务：分成 {slots} 个时段，排到各学习日")
        }
        Decision::Recurring => "每周或每天都要做的事没有排成时段：可用 `plan add` 添加".to_owned(),
        Decision::Dated { start } => {
            format!(
                "计划文件不写日期，日期改记为星期几；最早的日期是 {}",
                date(*start)
            )
        }
        Decision::MonthsArePhases => "每个月作为一个阶段".to_owned(),
        Decision::RestDays { count } => format!("{count} 个休息日：不排时段"),
        Decision::Ticked { count } => format!("{count} 项在笔记里已打勾：计划开始时记为完成"),
        Decision::Chart => "甘特图里的任务就是计划".to_owned(),
    }
}

fn hours_stated(weekday: Minutes, weekend: Minutes) -> String {
    let weekend = match weekend {
        Minutes::ZERO => "不学".to_owned(),
        minutes => format!("每天 {}", duration(minutes)),
    };
    let weekday = duration(weekday);
    format!("学习时间取自笔记：周一至周五每天 {weekday}，周末{weekend}")
}

fn left_over(why: LeftOver) -> String {
    match why {
        LeftOver::OtherPlan => "笔记里的另一个计划，这次没有导入".to_owned(),
        LeftOver::Repeats { line: None } => "与笔记的另一处重复".to_owned(),
        LeftOver::Repeats { line: Some(line) } => format!("与第 {line} 行重复"),
        LeftOver::Partly => "只有一部分在计划里".to_owned(),
        LeftOver::Progress => "进度表：`plan` 自己会记进度".to_owned(),
        LeftOver::Routine => "不针对某一天的作息表".to_owned(),
        LeftOver::Chatter => "助手的话".to_owned(),
        LeftOver::Heading => "只是标题，下面的内容已在计划里".to_owned(),
        LeftOver::Outside => "不属于计划".to_owned(),
        LeftOver::Break => "休息".to_owned(),
        LeftOver::Markup => "没有文字".to_owned(),
    }
}

fn no_plan(why: NoPlan) -> &'static str {
    match why {
        NoPlan::Empty => "是空的",
        NoPlan::Changelog => "是程序的更新日志",
        NoPlan::Recipe => "是菜谱",
        NoPlan::Reference => "是接口或命令的参考文档",
        NoPlan::NoUnits => "没有阶段、周、天、时间或任务",
        NoPlan::NoLearning => "内容与学习无关",
        NoPlan::Numbers => "周、天或阶段的编号超过了 999",
        NoPlan::Template => "各天、各周都是空的，像是模板",
        NoPlan::TooLarge => "时段超过 10,000 个",
    }
}
