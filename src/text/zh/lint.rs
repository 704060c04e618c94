//! Messages about what is suspicious in a plan, and about `plan check`.

use std::borrow::Cow;

use super::words::{count, duration, list, list_and_more, period, plan_name, weekday};
use crate::model::LinkStatus;
use crate::text::lint::rest_key;
use crate::text::{Accept, Check, Lint};

/// What is suspicious.
#[expect(clippy::too_many_lines, reason = "one exhaustive match")]
pub(super) fn lint(lint: &Lint) -> String {
    match lint {
        Lint::OverBudget {
            day,
            planned,
            budget,
        } => {
            let (planned, budget) = (duration(*planned), duration(*budget));
            format!("第{day}天计划 {planned}，超出 {budget}的时间预算")
        }
        Lint::UnderBudget {
            day,
            planned,
            budget,
        } => {
            let (planned, budget) = (duration(*planned), duration(*budget));
            format!("第{day}天只计划了 {planned}，不到时间预算 {budget}的一半")
        }
        Lint::BeforeDayStart { start, day_starts } => {
            let (hours, minutes) = (day_starts.0 / 60, day_starts.0 % 60);
            format!("时段 {start} 开始，而学习日 {hours:02}:{minutes:02} 才开始，因此排到次日凌晨")
        }
        Lint::LongSlot { planned, limit } => {
            let (planned, limit) = (duration(*planned), duration(*limit));
            format!("这个时段有 {planned}；建议一次不超过 {limit}")
        }
        Lint::PeriodDiffers {
            phase,
            declared,
            covered,
        } => format!("{phase}：声明了 {declared} 周，实际覆盖 {covered} 周"),
        Lint::Gap {
            after_day,
            free_days,
            ..
        } => format!("第{after_day}天之后有 {free_days} 天没有安排"),
        Lint::RestDay { day, weekdays } => {
            let weekdays = list(weekdays.iter().map(|day| weekday(*day)));
            format!("第{day}天是{weekdays}，有时段，但 `rest` 写了{weekdays}休息")
        }
        Lint::TopicBeforePrerequisite {
            id,
            title,
            prerequisite,
            prerequisite_title: before,
        } => format!("{id} {title} 在此开始，早于前置主题 {prerequisite} {before}"),
        Lint::TopicUnscheduled { id, title } => format!("没有安排时段：{id} {title}"),
        Lint::BadLink {
            title, url, status, ..
        } => {
            let url = url.as_ref().map(|url| format!("（{url}）"));
            let what = match status {
                LinkStatus::Mismatch => "指向另一个主题",
                LinkStatus::NotFound => "已失效",
                _ => "指向其他内容",
            };
            format!("`{title}` 的链接{}{what}", url.unwrap_or_default())
        }
        Lint::ResourceUnused { title } => format!("资源 `{title}` 没有时段用到"),
        Lint::MilestoneLate {
            title,
            goal,
            due,
            days_late,
            at_most,
        } => {
            let due = period(*due);
            let up_to = if *at_most { "最多" } else { "" };
            format!("{title}：开始后 {due}截止，比 `{goal}` 的最后一个时段{up_to}早 {days_late} 天")
        }
        Lint::AllowUnused { rule, at, .. } => {
            format!("`allow` 要忽略 `{at}` 处的 `{rule}`，但那里没有这个问题")
        }
        Lint::AllowRepeated { rule, at } => {
            format!("前面已有一条忽略 `{at}` 处的 `{rule}`")
        }
    }
}

/// What to do about it, and how to accept it where that is possible.
pub(super) fn lint_help(lint: &Lint, accept: Option<&Accept>) -> String {
    let fix = fix(lint);
    match accept {
        Some(Accept { rule, at }) => {
            format!(
                "{fix}；要忽略这条警告，在文件里加上 `allow: [{{rule: {rule}, at: {at}, why: ...}}]`"
            )
        }
        None => fix,
    }
}

fn fix(lint: &Lint) -> String {
    match lint {
        Lint::OverBudget { .. } => "把时段移到另一天，或提高 `time_budget`".to_owned(),
        Lint::UnderBudget { .. } => "检查当天是否漏了内容".to_owned(),
        Lint::BeforeDayStart { start, .. } => {
            format!("若要排在当天凌晨，在配置中设置 `day_starts_at: {start}`")
        }
        Lint::LongSlot { .. } => "拆成两段，中间休息".to_owned(),
        Lint::PeriodDiffers { .. } => "修正 `span`，或在阶段之间调整各周".to_owned(),
        Lint::Gap { rest, .. } if rest.is_empty() => "安排 `buffer`".to_owned(),
        Lint::Gap { rest, .. } => format!("声明 `{}`，或安排 `buffer`", rest_key(rest)),
        Lint::RestDay { .. } => "移到另一个星期几，或修正 `rest`".to_owned(),
        Lint::TopicBeforePrerequisite { .. } => "推后时段，换一个主题，或修正 `after`".to_owned(),
        Lint::TopicUnscheduled { .. } => "为它安排时段，或从路线图中删除".to_owned(),
        Lint::BadLink {
            suggested: Some(url),
            ..
        } => format!("建议改用 {url}"),
        Lint::BadLink { .. } => "换一个来源，或删除".to_owned(),
        Lint::ResourceUnused { .. } => "在时段中使用，或删除".to_owned(),
        Lint::MilestoneLate { .. } => "推后 `due`，或修改 `by`".to_owned(),
        Lint::AllowUnused { rule, found_at, .. } if found_at.is_empty() => {
            format!("删除这一条：各处都没有 `{rule}`")
        }
        Lint::AllowUnused {
            rule,
            found_at,
            more,
            ..
        } => {
            let places = list_and_more(found_at, *more);
            format!("删除这一条，或修正 `at`：`{rule}` 出现在 {places}")
        }
        Lint::AllowRepeated { .. } => "删除其中一条".to_owned(),
    }
}

/// The message in Chinese.
pub(super) fn check(message: &Check) -> Cow<'static, str> {
    match message {
        Check::Summary {
            source,
            phases,
            weeks,
            days,
            slots,
            resources,
            topics,
            warnings,
            allowed,
        } => {
            let phases = (*phases > 0).then(|| count(phases, "个阶段"));
            let parts = [
                count(weeks, "周"),
                count(days, "天"),
                count(slots, "个时段"),
                count(resources, "条资源"),
                count(topics, "个主题"),
            ];
            let holds = list(phases.into_iter().chain(parts));
            let warnings = match warnings {
                0 => "没有警告".to_owned(),
                n => count(n, "条警告"),
            };
            let allowed = match allowed {
                0 => String::new(),
                n => format!("，另有 {n} 条已忽略"),
            };
            let source = plan_name(source);
            format!("{source}：{holds}；没有错误，{warnings}{allowed}").into()
        }
        Check::Allowed { why } => format!("已忽略：{why}").into(),
    }
}
