//! Problems of single keys and values.

use super::{did_you_mean, noun, this, written};
use crate::model::{EventKind, Kind, LinkStatus};
use crate::text::source::{
    Expected, Form, Found, KeyAdvice, KeyProblem, Labels, Level, LinkProblem, Lookalike,
};
use crate::text::zh::keys;
use crate::text::zh::words::{list, quoted_list};

/// What is wrong.
pub(super) fn message(problem: &KeyProblem) -> String {
    match problem {
        KeyProblem::WrongType {
            expected: Expected::ValueOf(key),
            found: Found::Nothing,
            ..
        } => format!("`{key}` 没有值"),
        KeyProblem::WrongType {
            expected, found, ..
        } => {
            let found = found_noun(*found);
            format!("{}，实为{found}", expected_form(*expected))
        }
        KeyProblem::Duplicate { key, .. } => format!("键 `{key}` 重复"),
        KeyProblem::Missing { level, key } => format!("{}缺少 `{key}`", this(*level)),
        KeyProblem::Unknown { level, key, .. } => {
            format!("{}中有未知的键 `{key}`", this(*level))
        }
        KeyProblem::SecondLabel { level, label } => {
            format!("{}已有标签，`{label}` 是第二个", noun(*level))
        }
        KeyProblem::NoLabel => "栏目没有标签".to_owned(),
        KeyProblem::NoText => "条目没有文本".to_owned(),
        KeyProblem::ConflictsWithLabel { key } => format!("`{key}` 与自定义标签冲突"),
        KeyProblem::NeedsText { key } => format!("`{key}` 要配文本，而栏目没有文本"),
        KeyProblem::TimeAndDuration => "时段同时有 `time` 和 `duration`".to_owned(),
        KeyProblem::EmptyTitle { key } => format!("`{key}` 为空"),
        KeyProblem::InvisibleText { key } => format!("`{key}` 没有可见字符"),
        KeyProblem::LongTitle { key, limit } => format!("`{key}` 超过 {limit} 个字符"),
        KeyProblem::Invalid { form, text, .. } => format!("无效的{} `{text}`", form_noun(*form)),
        KeyProblem::UnknownRule { name, .. } => format!("未知的规则 `{name}`"),
        KeyProblem::InvalidLink { link, reason, .. } => {
            format!("无效的链接 `{link}`：{}", link_problem(reason))
        }
    }
}

/// How to fix it.
pub(super) fn help(problem: &KeyProblem) -> String {
    let help = match problem {
        KeyProblem::WrongType { trap, .. } => {
            return super::trap(*trap)
                .unwrap_or_else(|| "完整的示例见 `plan export --format yaml`".to_owned());
        }
        KeyProblem::Duplicate { first_line, .. } => {
            return format!("第 {first_line} 行已有，删除其中一个");
        }
        KeyProblem::Missing { level, key } => {
            return format!("加上 `{key}:`（{}）", keys::purpose(*level, key));
        }
        KeyProblem::Unknown { level, key, advice } => return key_help(*level, key, advice),
        KeyProblem::SecondLabel { .. } => "用 `- ` 另起一个条目",
        KeyProblem::NoLabel => "写成 `- 标签: 文本`，或 `- 标签:` 下接列表",
        KeyProblem::NoText => "写成 `- 文本`、`- 标签: 文本` 或 `- {resource: 编号}`",
        KeyProblem::ConflictsWithLabel { .. } => {
            "自定义标签就是键，值是文本或列表；两种写法只留一种"
        }
        KeyProblem::NeedsText { key } => {
            return format!("移到列表的条目中：`- {{text: ..., {key}: ...}}`");
        }
        KeyProblem::TimeAndDuration => "从 `time` 已能得出时长，删除其中一个",
        KeyProblem::EmptyTitle { .. } | KeyProblem::InvisibleText { .. } => "写上几个字",
        KeyProblem::LongTitle { .. } => "写短些，其余移到 `notes`",
        KeyProblem::Invalid {
            lookalike: Some(lookalike),
            ..
        }
        | KeyProblem::InvalidLink {
            lookalike: Some(lookalike),
            ..
        } => return written(lookalike),
        KeyProblem::Invalid { form, .. } => return form_help(*form),
        KeyProblem::UnknownRule { nearest, known, .. } => {
            return did_you_mean(*nearest).unwrap_or_else(|| one_of(known));
        }
        KeyProblem::InvalidLink { .. } => "写成 `https://主机/路径`",
    };
    help.to_owned()
}

fn key_help(level: Level, key: &str, advice: &KeyAdvice) -> String {
    match advice {
        KeyAdvice::Lookalike { lookalike, .. } => match lookalike.written.split_once(':') {
            None => written(lookalike),
            Some((key, _)) => written(&Lookalike {
                written: format!("{key}: "),
                ..lookalike.clone()
            }),
        },
        KeyAdvice::SameAs(known) => {
            format!("写成 `{known}:`（{}）", keys::purpose(level, known))
        }
        KeyAdvice::Detail(key) => {
            format!("应写在列表的条目中，例如 `items: [{{text: ..., {key}: ...}}]`")
        }
        KeyAdvice::NoDates => {
            "计划的各天没有日期，只有星期几：用 `plan init --start 日期` 设定开始日期；考试写在 \
             `events:` 下"
                .to_owned()
        }
        KeyAdvice::Progress => "完成情况记在日志里，不写进计划：用 `plan done`".to_owned(),
        KeyAdvice::Elsewhere(levels) => {
            let levels: Vec<&str> = levels.iter().map(|level| noun(*level)).collect();
            match levels.split_last() {
                Some((last, [])) => format!("应写在{last}中"),
                Some((last, rest)) => format!("应写在{}或{last}中", list(rest)),
                None => String::new(),
            }
        }
        KeyAdvice::Nearest(known) => did_you_mean(Some(known)).unwrap_or_default(),
        KeyAdvice::Known { known, labels } => {
            let known = format!("可用的键：{}", quoted_list(known));
            match labels {
                None => known,
                Some(Labels::Here) => {
                    format!("{known}；自定义标签写在 `fields:` 下，例如 `fields: [{{{key}: ...}}]`")
                }
                Some(Labels::InSlots) => format!("{known}；自定义标签写在时段的 `fields:` 下"),
            }
        }
    }
}

fn one_of(names: &[&str]) -> String {
    format!("可用的值：{}", quoted_list(names))
}

fn expected_form(expected: Expected) -> String {
    match expected {
        Expected::Text => "应为文本".to_owned(),
        Expected::TextAsKey => "键应为文本".to_owned(),
        Expected::ValueOf(key) => format!("`{key}` 应有值"),
        Expected::ListOf(key) => format!("`{key}` 应为列表"),
        Expected::MapOf(key) => format!("`{key}` 应为映射"),
        Expected::Level(Level::Field) => "栏目应为 `标签: 文本`".to_owned(),
        Expected::Level(Level::Item) => "条目应为文本或 `标签: 文本`".to_owned(),
        Expected::Level(level) => format!("{}应为映射", this(level)),
    }
}

fn found_noun(found: Found) -> &'static str {
    match found {
        Found::Nothing => "空值",
        Found::NumberOrBoolean => "数字或布尔值",
        Found::Text => "文本",
        Found::List => "列表",
        Found::Map => "映射",
    }
}

fn form_noun(form: Form) -> &'static str {
    match form {
        Form::Budget => "时间预算",
        Form::Boolean => "值",
        Form::Date => "日期",
        Form::DayNumber | Form::WeekNumber => "序号",
        Form::DeliverableId => "交付物编号",
        Form::Due => "截止日期",
        Form::Duration => "时长",
        Form::EventId => "固定日期编号",
        Form::EventKind => "固定日期类型",
        Form::Kind => "资源类型",
        Form::LineNumber => "行号",
        Form::LinkStatus => "链接状态",
        Form::Origin => "来源",
        Form::Period => "时间跨度",
        Form::PlanId => "计划编号",
        Form::ResourceId => "资源编号",
        Form::SlotId => "时段编号",
        Form::TimeWindow => "时间",
        Form::TopicId => "主题编号",
        Form::Weekday => "星期几",
    }
}

fn form_help(form: Form) -> String {
    let help = match form {
        Form::Budget => "写成 `6h`、`90m`，或范围 `4h-6h`",
        Form::Boolean => "写成 `true` 或 `false`",
        Form::Date => "写成年、月、日，例如 `2026-12-16`",
        Form::DayNumber => "写从 1 起的整数，或 18-19 这样的范围（最多 7 天）",
        Form::DeliverableId => "用小写字母、数字、`-` 和 `.`，例如 `w05.1`",
        Form::Due => "写成 `10 days`、`2 weeks`、`1 month`，或日期，例如 `2026-12-16`",
        Form::Duration => "写成 `90m`、`1h30m`、`1.5h` 或 `1:30`",
        Form::EventId => "用小写字母、数字和 `-`，最多 64 个，例如 `midterm`",
        Form::EventKind => return one_of(&EventKind::NAMES.map(|(_, name)| name)),
        Form::Kind => return one_of(&Kind::NAMES.map(|(_, name)| name)),
        Form::LineNumber | Form::WeekNumber => "写从 1 起的整数",
        Form::LinkStatus => return one_of(&LinkStatus::NAMES.map(|(_, name)| name)),
        Form::Origin => "写成 `authored` 或 `{seed: 行号}`",
        Form::Period => "写成 `10 days`、`2 weeks` 或 `1 month`",
        Form::PlanId => "用小写字母、数字和 `-`，最多 64 个，例如 `my-plan`",
        Form::ResourceId => "用小写字母、数字、`-` 和 `.`，例如 `clip-paper`",
        Form::SlotId => "用小写字母、数字和 `-`，最多 64 个，例如 `d18-a`",
        Form::TimeWindow => "写成 `HH:MM-HH:MM`，从 00:00 到 24:00",
        Form::TopicId => "以字母开头，后接字母、数字、`-` 或 `_`，例如 `A` 或 `cnn`",
        Form::Weekday => {
            "写成 `mon`、`tue`、`wed`、`thu`、`fri`、`sat`、`sun`，或范围，例如 `sat-sun`"
        }
    };
    help.to_owned()
}

fn link_problem(problem: &LinkProblem) -> String {
    let problem = match problem {
        LinkProblem::Invalid(reason) => url_problem(reason),
        LinkProblem::Scheme(scheme) => return format!("`{scheme}:` 不是 `http` 或 `https`"),
        LinkProblem::LeadingSpace => "开头有空格",
        LinkProblem::NoSlashes => "协议后缺少 `//`",
        LinkProblem::UserName => "含有用户名或密码",
        LinkProblem::NoHost => "没有主机名",
    };
    problem.to_owned()
}

/// What the URL library says, in Chinese.
fn url_problem(reason: &str) -> &'static str {
    match reason {
        "empty host" => "没有主机名",
        "invalid international domain name" => "国际化域名有误",
        "invalid port number" => "端口号有误",
        "invalid IPv4 address" => "IPv4 地址有误",
        "invalid IPv6 address" => "IPv6 地址有误",
        "invalid domain character" => "域名中有不允许的字符",
        "relative URL without a base" => "缺少 `https://`",
        _ => "格式有误",
    }
}
