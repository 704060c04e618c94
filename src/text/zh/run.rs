//! Messages about the run itself, and about links that are opened in the browser.

use std::borrow::Cow;

use super::help::topic;
use super::system::system_error;
use crate::text::{Open, Run};

/// The message in Chinese.
pub(super) fn run(message: &Run) -> Cow<'static, str> {
    match message {
        Run::InvalidClock { value } => format!("`PLAN_NOW` 的时间无效：`{value}`").into(),
        Run::ClockForm => "写成 `2026-12-07T11:00:00`".into(),
        Run::ConfirmationNotWritten { reason } => {
            format!("已记录，但无法输出确认信息：{}", system_error(reason)).into()
        }
        Run::SeeLog => "记录没有丢失，见 `plan log`".into(),
        Run::AnswerNotWritten { reason } => format!("无法输出：{}", system_error(reason)).into(),
        Run::NoLanguage => "可用的语言是 `en` 和 `zh`".into(),
        Run::NumberTooLarge => "数字太大".into(),
        Run::NotAWholeNumber => "请写整数".into(),
        Run::NumberOutOfRange { first, last } => format!("请写 {first} 到 {last} 的整数").into(),
        Run::SeeHelpOf { verb } => format!("用法和例子见 `plan help {verb}`").into(),
        Run::SeeHelp => "见 `plan --help`，或在命令后加 `--help`".into(),
        Run::FreeSpaceForOutput => "在输出所在的磁盘腾出空间".into(),
        Run::ChoosePlan { other } => format!(
            "这是自带的计划；用 `plan init {other}` 换成英文的 Rust 计划，用 `plan init 文件` 换成自己的（`plan \
             help plan-file`）"
        )
        .into(),
        Run::NoVerb { name } => format!("没有 `{name}` 命令").into(),
        Run::NearestVerb { name } => format!("是不是 `plan {name}`？").into(),
        Run::Meant { commands } => format!("试试 {}", backticked(commands, " 或 ")).into(),
        Run::NoHelp { name } => format!("没有 `{name}` 命令或专题").into(),
        Run::NearestHelp { name } => format!("是不是 `plan help {name}`？").into(),
        Run::HelpTopics { topics } => format!("可用的专题：{}", titled(topics)).into(),
        Run::NoAnswer { name } => format!("`{name}` 不是有 JSON 输出的命令").into(),
        Run::NearestAnswer { name } => format!("是不是 `plan schema {name}`？").into(),
        Run::Answers { verbs } => format!("有 JSON 输出的命令：`{}`", verbs.join("`、`")).into(),
        Run::NothingRecorded => "试运行：什么都不会记录".into(),
        Run::CannotAsk { reason } => format!("无法请求确认：{}", system_error(reason)).into(),
        Run::CannotOpenLink { browser, reason } => {
            format!("无法用 `{browser}` 打开链接：{}", system_error(reason)).into()
        }
        Run::SetBrowser => "设置 `BROWSER`，或复制链接".into(),
        Run::NoCurrentDirectory { reason } => format!("没有当前文件夹：{}", system_error(reason)).into(),
    }
}

/// The message in Chinese.
pub(super) fn open(message: &Open) -> Cow<'static, str> {
    match message {
        Open::ReplacedWrongLink => "计划里的链接有误，改为打开建议的链接".into(),
        Open::UsedSuggestedLink => "计划没有给出链接，打开建议的链接".into(),
        Open::WrongLink { title } => format!("`{title}` 的链接有误，也没有建议的链接").into(),
        Open::AsGiven { target } => {
            format!("用 `plan open {target} --as-given` 仍然打开原链接").into()
        }
        Open::NoLink { title } => format!("`{title}` 没有链接").into(),
        Open::SeeLinks => "用 `plan resources` 查看哪些资源有链接".into(),
        Open::UnsafeLink { title } => format!("`{title}` 的链接打开不安全").into(),
        Open::SafeLinks => "只打开不含用户名的 `http` 和 `https` 链接".into(),
        Open::NotLinkable { text } => format!("`{text}` 既不是时段，也不是资源").into(),
        Open::NoSuchLink { number } => format!("没有第 {number} 条链接").into(),
        Open::Links(titles) => format!("链接：{}", numbered(titles)).into(),
        Open::SeveralLinks { text, count } => format!("`{text}` 有 {count} 条链接").into(),
        Open::ChooseLink(titles) => format!("用序号选一条：{}", numbered(titles)).into(),
    }
}

/// `1 CLIP；2 CLIP详解`.
fn numbered(titles: &[String]) -> String {
    let titles = (1..).zip(titles).map(|(n, title)| format!("{n} {title}"));
    titles.collect::<Vec<_>>().join("；")
}

/// `` `targets`（怎样指定时段、天、周、阶段和主题） ``, one after another.
fn titled(topics: &[&str]) -> String {
    let topics = topics.iter().map(|name| match topic(name) {
        Some(title) => format!("`{name}`（{title}）"),
        None => format!("`{name}`"),
    });
    topics.collect::<Vec<_>>().join("、")
}

/// `` `plan week` 或 `plan today` ``.
fn backticked(words: &[&str], between: &str) -> String {
    let words = words.iter().map(|word| format!("`{word}`"));
    words.collect::<Vec<_>>().join(between)
}
