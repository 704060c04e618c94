//! Messages about the check boxes of a note.

use std::borrow::Cow;

use super::words::{date, quoted};
use crate::text::{Pull, PullHint};

/// The message in Chinese.
pub(super) fn pull(message: &Pull) -> Cow<'static, str> {
    match message {
        Pull::Nothing => return "笔记里没有新的标记".into(),
        Pull::Recorded(n) => format!("已记录 {n} 个标记"),
        Pull::Refused(n) => format!("{n} 个勾选没有记录："),
        Pull::Line(n) => format!("第 {n} 行："),
        Pull::Unknown => return "计划里没有".into(),
        Pull::Repeated => return "这个编号出现了多次".into(),
        Pull::NoDate(text) if text.is_empty() => return "缺少日期".into(),
        Pull::NoDate(text) => format!("日期 `{text}` 无效"),
        Pull::Future(day) => format!("{}还没到", date(*day)),
        Pull::OneSitting => return "跳过时段要连同它其余未完成的各次".into(),
        Pull::DoneOn(day) => format!("{}已完成，可能更晚", date(*day)),
        Pull::SkippedOn(day) => format!("{}已跳过，可能更晚", date(*day)),
        Pull::ReopenedOn(day) => format!("{}已重新打开，可能更晚", date(*day)),
        Pull::Pushed { path, boxes } => format!("已更新 {} 里的 {boxes} 个勾选", quoted(path)),
        Pull::NotANote(path) => format!("{} 不是 `plan` 写的笔记", quoted(path)),
        Pull::NoNote(path) => format!("没有笔记 {}", quoted(path)),
        Pull::UnknownPlan { path, plan } => {
            format!("{} 的计划 `{plan}` 未知", quoted(path))
        }
        Pull::OtherPlan { path, plan } => {
            format!("{} 是另一个计划 `{plan}` 的笔记", quoted(path))
        }
    }
    .into()
}

/// The hint in Chinese.
pub(super) fn pull_hint(hint: &PullHint) -> &'static str {
    match hint {
        PullHint::Export => "可以先写一份：`plan export --format md -o 文件`",
        PullHint::Settle => "要以笔记为准，请用 `plan done`、`plan skip` 或 `plan reopen` 记录",
        PullHint::Plans => "用 `plan plans` 查看有哪些计划",
        PullHint::WithoutPlan => "请去掉 `--plan`",
    }
}
