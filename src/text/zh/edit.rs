//! Messages about plan files that are edited.

use std::borrow::Cow;

use super::phrase::days;
use super::words::{count, list, name, quoted};
use crate::text::{Edit, EditHint};

/// The message in Chinese.
pub(super) fn edit(message: &Edit) -> Cow<'static, str> {
    match message {
        Edit::NoEditor => "`$VISUAL` 和 `$EDITOR` 都没有设置编辑器".into(),
        Edit::NotStarted { editor, reason } => {
            format!("无法启动编辑器 `{editor}`：{reason}").into()
        }
        Edit::EditorFailed { editor, code } => {
            let how = code.map_or("被终止".to_owned(), |code| {
                format!("以退出码 {code} 结束")
            });
            format!("编辑器 `{editor}` {how}：没有改动任何内容").into()
        }
        Edit::WithAdded(slots) => format!(
            "把添加的 {}写进文件：{}？",
            count(slots.len(), "个时段"),
            list(slots.iter().map(name))
        )
        .into(),
        Edit::AddedWritten { slot, day } => format!("{} 写入{}", name(slot), days(day)).into(),
        Edit::AddedNotWritten(slot) => {
            format!("{} 没有写入：所在的周里没有哪天排得下", name(slot)).into()
        }
        Edit::NothingEdited => "没有改动".into(),
        Edit::OpenAgain => "再次打开编辑器？".into(),
        Edit::OtherId { was, is } => {
            format!("计划编号从 `{was}` 变成了 `{is}`，标记不在这个编号下").into()
        }
        Edit::ReplaceQuestion(path) => format!("替换 {}？", quoted(path)).into(),
        Edit::NotConfirmed(path) => format!("没有替换 {}", quoted(path)).into(),
        Edit::ChangedMeanwhile(path) => format!("编辑期间 {} 已被改动", quoted(path)).into(),
        Edit::Replaced(path) => format!("已替换 {}", path.display()).into(),
        Edit::Exported { id, path, followed } => {
            let followed = if *followed {
                "，从现在起使用它"
            } else {
                ""
            };
            format!("{id} 已成为自己的文件：{}{followed}", path.display()).into()
        }
    }
}

/// The hint in Chinese.
pub(super) fn edit_hint(hint: &EditHint) -> Cow<'static, str> {
    match hint {
        EditHint::SetEditor => "指定一个，例如 `EDITOR=nano plan edit`".into(),
        EditHint::CopyKept(path) => format!("你的版本在 {}", quoted(path)).into(),
        EditHint::TakeCopy { copy, file } => {
            format!("再用 `mv {copy} {file}` 替换原来的文件").into()
        }
        EditHint::KeepId(id) => format!("保留 `plan: {id}` 这一行").into(),
        EditHint::Yes => "`plan edit --yes` 不询问，直接替换".into(),
        EditHint::Follow { file } => format!("用 `plan init {file}` 使用它").into(),
    }
}
