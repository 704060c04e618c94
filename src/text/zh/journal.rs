//! Messages about the journal.

use super::message;
use super::words::quoted;
use crate::text::{FreeText, Journal, JournalHint, JournalWarning, LineFault};

/// The error in Chinese.
pub(super) fn journal(message: &Journal) -> String {
    match message {
        Journal::LockHeld { folder } => {
            format!("另一个 `plan` 占用着 {} 的锁", quoted(folder))
        }
        Journal::PartlyWritten {
            path,
            written,
            length,
        } => {
            let path = quoted(path);
            format!("未记录：{length} 字节中只有 {written} 字节写入 {path}")
        }
        Journal::KeepsBeingReplaced(path) => {
            format!("未确认：另一个程序不断替换 {}", quoted(path))
        }
        Journal::FreeTextTooLong {
            kind,
            length,
            fits,
            limit,
        } => {
            let kind = match kind {
                FreeText::Note => "备注",
                FreeText::Reason => "原因",
            };
            format!("{kind}太长：占 {length} 字节，日志每行 {limit} 字节，只容得下 {fits} 字节")
        }
        Journal::LineTooLong { length, limit } => {
            format!("内容太长：在日志中占 {length} 字节，每行最多 {limit} 字节")
        }
        Journal::NoNumberLeft => "未记录：日志中有记录的序号已到上限，无法接续".to_owned(),
        Journal::NotReadableBack { fault: None } => "无法记录：写入后无法读回".to_owned(),
        Journal::NotReadableBack { fault: Some(fault) } => {
            format!("无法记录：{}", line_fault(fault))
        }
    }
}

/// The hint in Chinese.
pub(super) fn journal_hint(hint: &JournalHint) -> String {
    match hint {
        JournalHint::WaitForLock => "没有记录任何内容：等另一个 `plan` 结束后重试".to_owned(),
        JournalHint::FindHolder { command } => format!("用 `{command}` 查看占用锁的进程"),
        JournalHint::MakeRoom => {
            "清理磁盘空间（或用 `ulimit -f unlimited` 提高限制）后重试".to_owned()
        }
        JournalHint::WholeLinesCount => {
            "已写入的完整行计入，不完整的行不计入；重复执行没有影响".to_owned()
        }
        JournalHint::StopOtherProgram => {
            "停止那个程序或等它结束后重试：重复执行没有影响".to_owned()
        }
        JournalHint::SeeDoctor => "用 `plan doctor` 找到 `n` 过大的那一行，删除后重试".to_owned(),
        JournalHint::ShortenText => "缩短内容，或把其余部分写成另一条备注".to_owned(),
        JournalHint::NameFewerSlots => "一次少指定几个时段，或缩短标题".to_owned(),
    }
}

/// The warning in Chinese.
pub(super) fn journal_warning(warning: &JournalWarning) -> String {
    match warning {
        JournalWarning::WrittenAgain(path) => {
            format!("另一个程序同时替换了 {}：标记已重新写入", quoted(path))
        }
        JournalWarning::BackupFailed { error } => {
            format!("今天的备份失败：{}", message(error, None))
        }
        JournalWarning::OtherIgnored { error } => {
            format!("忽略了日志旁的一个文件：{}", message(error, None))
        }
        JournalWarning::Healed { count } => {
            format!("日志缺少本机的 {count} 条记录，已重新加入")
        }
        JournalWarning::CopyFailed { error } => {
            format!("标记已保存，但写本机副本失败：{}", message(error, None))
        }
        JournalWarning::OnlyBackups { journal, backups } => {
            let (journal, backups) = (quoted(journal), quoted(backups));
            format!("{journal} 没有记录，但 {backups} 有备份：用 `plan doctor` 查看如何恢复")
        }
        JournalWarning::NewerVersion(path) => {
            format!(
                "新版本的 `plan` 写过 {}：升级后才能看到全部内容",
                quoted(path)
            )
        }
        JournalWarning::Unreadable {
            path,
            line,
            fault,
            more,
        } => {
            let (path, fault) = (quoted(path), line_fault(fault));
            let more = match more {
                0 => String::new(),
                more => format!("，另有 {more} 处"),
            };
            format!("{path} 第 {line} 行：{fault}{more}；文件没有改动，详情见 `plan doctor`")
        }
    }
}

/// The fault in Chinese.
pub(super) fn line_fault(fault: &LineFault) -> String {
    match fault {
        LineFault::TooLong => "超过 64 KiB".to_owned(),
        LineFault::Conflict { id } => format!("记录 {id} 重复出现，内容不同：各自计入"),
        LineFault::ImpossibleNumber { n } => {
            format!("`n` 是 {n}，远多于记录条数：当作第一条")
        }
        LineFault::NulBytes => "含有空字节".to_owned(),
        LineFault::ConflictMarker => "`git` 冲突标记".to_owned(),
        LineFault::StrayText => "多余的文本".to_owned(),
        LineFault::Incomplete => "行不完整".to_owned(),
        LineFault::NotJson => "不是 JSON".to_owned(),
        LineFault::NotAnEvent { reason } => not_an_event(reason),
        LineFault::InvalidValue { field, value } => format!("无效的 `{field}`：`{value}`"),
        LineFault::MissingField { kind, field } => format!("`{kind}` 缺少 `{field}`"),
        LineFault::EndsBeforeStart { kind, first, last } => {
            format!("`{kind}` 结束于 {last}，早于开始日期 {first}")
        }
    }
}

/// What the JSON parser says, without its English.
fn not_an_event(reason: &str) -> String {
    if let Some(field) = reason.strip_prefix("missing field ") {
        format!("缺少 {field}")
    } else if let Some(field) = reason.strip_prefix("duplicate field ") {
        format!("{field} 重复")
    } else {
        "值的类型不对".to_owned()
    }
}
