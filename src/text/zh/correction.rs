//! Messages of `reopen` and `note --remove`.

use std::borrow::Cow;

use super::words::name;
use crate::text::Correction;

/// The message in Chinese.
pub(super) fn correction(message: &Correction) -> Cow<'static, str> {
    match message {
        Correction::Reopened => "已改回未完成".into(),
        Correction::NoteRemoved => "已删除备注".into(),
        Correction::IsOpen(slot) => format!("{} 本来就未完成", name(slot)).into(),
        Correction::NothingSettled { text } => format!("`{text}` 没有已完成或已跳过的时段").into(),
        Correction::NoNotes(slot) => format!("{} 没有备注", name(slot)).into(),
        Correction::SeveralNotes(slot) => format!("{} 有多条备注", name(slot)).into(),
        Correction::NoSuchNote { number, slot } => {
            format!("{} 没有第 {number} 条备注", name(slot)).into()
        }
        Correction::ChooseNote(notes) => {
            let notes = (1..).zip(notes).map(|(n, note)| format!("{n} {note}"));
            let notes: Vec<String> = notes.collect();
            format!("用序号选一条：{}", notes.join("；")).into()
        }
    }
}
