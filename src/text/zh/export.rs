//! Messages about what is written for other programs.

use std::borrow::Cow;

use super::words::{date, quoted};
use crate::text::export::ticked;
use crate::text::{Export, ExportHint, Language, Locale, NoteWord};

/// The message in Chinese.
#[expect(clippy::too_many_lines, reason = "one exhaustive match")]
pub(super) fn export(message: &Export) -> Cow<'static, str> {
    match message {
        Export::Slot {
            title,
            sitting,
            done,
        } => {
            let sitting = sitting.map(|(n, of)| format!("（第 {n}/{of} 次）"));
            ticked(&format!("{title}{}", sitting.unwrap_or_default()), *done)
        }
        Export::Deliverable { text, done } => ticked(&format!("交付物：{text}"), *done),
        Export::Written { path, events } => {
            format!("已把 {events} 个日程写入 {}", quoted(path))
        }
        Export::FolderWritten {
            path,
            written,
            unchanged,
            removed,
        } => format!(
            "{}：写入 {written} 个，未变 {unchanged} 个，删除 {removed} 个",
            quoted(path)
        ),
        Export::NotAnEvent(path) => format!("{} 不是 `plan` 写的，未改动", quoted(path)),
        Export::NotACalendar(path) => {
            format!("{} 不是 `plan` 写的日历，不会覆盖", quoted(path))
        }
        Export::EmptyRange { from, to } => {
            format!("日期范围是空的：{} 晚于 {}", date(*from), date(*to))
        }
        Export::OnlyCalendars(flag) => format!("`{flag}` 只用于日历"),
        Export::Pages { path, pages } => {
            format!("已把 {pages} 页手册写入 {}", quoted(path))
        }
        Export::NoFolder => "`--format vdir` 需要一个文件夹".to_owned(),
        Export::PageWritten(path) => format!("已写入网页 {}", quoted(path)),
        Export::NotAPage(path) => {
            format!("{} 不是 `plan` 写的网页，不会覆盖", quoted(path))
        }
        Export::SkillWritten(path) => format!("已写入技能文件 {}", quoted(path)),
        Export::NotASkill(path) => {
            format!("{} 不是 `plan` 写的技能文件，不会覆盖", quoted(path))
        }
        Export::NotPublished { path, cause } => format!(
            "已记录，但未能更新 {}：{}",
            quoted(path),
            cause.text(Locale::of(Language::Chinese))
        ),
        Export::NoteWritten(path) => format!("已写入笔记 {}", quoted(path)),
        Export::NotANote(path) => format!("{} 不是 `plan` 写的笔记", quoted(path)),
        Export::NoteEdited(path) => {
            format!("{} 里有你自己的文字或勾选，不会覆盖", quoted(path))
        }
        Export::OnlyBoxes(path) => {
            format!(
                "{} 里有你自己的文字或勾选：只更新了其余的勾选",
                quoted(path)
            )
        }
        Export::Note(word) => note_word(*word).to_owned(),
        Export::OnlyNotes(flag) => format!("`{flag}` 只用于笔记"),
        Export::OnlyFiles(flag) => format!("`{flag}` 只用于日历和笔记"),
        Export::OnlyPages(flag) => format!("`{flag}` 只用于网页"),
        Export::OnlyTables(flag) => format!("`{flag}` 只用于表格"),
        Export::NoLearners { folder, plan } => {
            format!("{} 里没有学习者有 `{plan}` 的日志", quoted(folder))
        }
    }
    .into()
}

fn note_word(word: NoteWord) -> &'static str {
    match word {
        NoteWord::About => "基本信息",
        NoteWord::Roadmap => "学习路线图",
        NoteWord::Resources => "学习资源总览",
        NoteWord::Schedule => "详细学习计划",
        NoteWord::Direction => "学习方向",
        NoteWord::Duration => "学习周期",
        NoteWord::Budget => "时间投入",
        NoteWord::Goal => "预期目标",
    }
}

/// The hint in Chinese.
pub(super) fn export_hint(hint: &ExportHint) -> Cow<'static, str> {
    match hint {
        ExportHint::PullFirst(file) => {
            return format!("请先用 `plan pull {file}` 记录其中的勾选，再删除它，或换一个名称")
                .into();
        }
        ExportHint::NoteFormat => "请加上 `--format md`",
        ExportHint::FileFormats => "请加上 `--format ics`、`--format vdir` 或 `--format md`",
        ExportHint::OtherName => "请换一个名称，或先删除它",
        ExportHint::Formats => "请加上 `--format ics` 或 `--format vdir`",
        ExportHint::NameFolder => "请指定：`plan export --format vdir -o 文件夹`",
        ExportHint::ExchangeDates => "请对调两个日期",
        ExportHint::PageFormat => "请加上 `--format html`",
        ExportHint::TableFormat => "请加上 `--format csv`",
        ExportHint::LearnerFolders => {
            "每位学习者要有一个文件夹，里面和状态文件夹一样是 `PLAN/journal.jsonl`"
        }
    }
    .into()
}
