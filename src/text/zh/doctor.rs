//! Messages about what `doctor` checks and shows.

use std::borrow::Cow;

use super::words::{count, date, plan_name, quoted};
use crate::text::{Doctor, DoctorHint, Health, Message, PlanName};

/// The message in Chinese.
pub(super) fn doctor(message: &Doctor) -> Cow<'static, str> {
    match message {
        Doctor::PlanErrors {
            source,
            count: n,
            first,
        } => plan_errors(source, *n, first),
        Doctor::JournalFaults {
            count,
            file,
            line,
            reason,
        } => {
            let reason = super::message(reason, None);
            format!("`{file}` 有 {count} 处无法读取，第一处在第 {line} 行：{reason}")
        }
        Doctor::ConflictingStarts { start, before } => format!(
            "计划已从 {}开始，后来第一个标记又改为 {}，以后者为准",
            date(*before),
            date(*start)
        ),
        Doctor::MissingEvents { count } => format!("日志缺少备份中的 {count} 条记录"),
        Doctor::FutureBackups { count } => format!("{count} 个备份的日期晚于今天"),
        Doctor::UnfinishedBackups { count, folder } => {
            format!(
                "{} 里有 {count} 个未完成的备份，写入时程序中断",
                quoted(folder)
            )
        }
        Doctor::OnlyElsewhere { count, file } => {
            format!("{count} 条记录只在 `{file}` 里，已计入")
        }
        Doctor::MissingOwnEvents { count } => {
            format!("日志缺少本机的 {count} 条记录，仍计入")
        }
        Doctor::RenamedSlots { count } => {
            format!("{count} 个标记所属的时段，编号或标题已改")
        }
        Doctor::OrphanedMarks { count } => {
            format!("{count} 个标记没有确切对应的时段，保留但不计入")
        }
        Doctor::ChangedSlots { count } => {
            format!("{count} 个时段完成后内容已改，仍算完成")
        }
    }
    .into()
}

/// The hint in Chinese.
pub(super) fn doctor_hint(hint: &DoctorHint) -> Cow<'static, str> {
    match hint {
        DoctorHint::StateDirUnknown => {
            "如果其中设置了 `state_dir`，标记就在那里，不在这里检查的文件夹".into()
        }
        DoctorHint::FaultsAreHarmless => "无需处理：这些行留在文件里，其他行照常计入".into(),
        DoctorHint::ShowLine { file, line } => format!("用 `sed -n {line}l {file}` 查看").into(),
        DoctorHint::RestoreStart { start } => {
            format!("用 `plan init --restart --start {start}` 恢复原来的开始日期").into()
        }
        DoctorHint::RestoreEvents { command } => {
            format!("用 `{command}` 恢复，记录不会重复计入").into()
        }
        DoctorHint::FutureBackupsStay => "到期前一直保留；如果当时时钟有误，可以删除".into(),
        DoctorHint::NextBackupDeletes => "下次备份时会删除未完成的备份".into(),
        DoctorHint::MergeOthers => "用 `plan doctor --merge` 并入日志，之后可以删除这个文件".into(),
        DoctorHint::WillBeAdded => "下次记录时会重新加入".into(),
        DoctorHint::RelinkAll => "用 `plan doctor --relink` 转移标记".into(),
        DoctorHint::AdoptOrphans => {
            "用 `plan done` 标记正确的时段，或在计划里改回原来的编号或标题".into()
        }
        DoctorHint::RelinkOne => "用 `plan doctor --relink 旧=新` 把旧编号的标记转到新时段".into(),
        DoctorHint::ConfirmChanged => "对每个时段用 `plan done`，确认现在的内容也已完成".into(),
    }
}

fn plan_errors(source: &PlanName, n: usize, first: &[(u32, u32, Message)]) -> String {
    let first = first.iter().map(|(line, column, message)| {
        let message = super::message(message, None);
        format!("{line}:{column}：{message}")
    });
    let first: Vec<String> = first.collect();
    let source = plan_name(source);
    format!("{source} 有 {}：{}", count(n, "个错误"), first.join("；"))
}

/// The message in Chinese.
pub(super) fn health(message: &Health) -> Cow<'static, str> {
    match message {
        Health::Plan { source, slots } => {
            format!("{}：{slots} 个时段，没有错误", plan_name(source)).into()
        }
        Health::PlanUnreadable { source } => {
            format!("{}：无法读取，见下", plan_name(source)).into()
        }
        Health::ProposedStart(start) => format!("尚未开始；建议 {}", date(*start)).into(),
        Health::Journal {
            path,
            events,
            bytes,
        } => format!("{path}（{}，{bytes} 字节）", count(events, "条记录")).into(),
        Health::Merged(n) => format!("{}并入日志", count(n, "条记录")).into(),
        Health::Forget => "删除副本：".into(),
        Health::NoBackups => "还没有：每天第一次标记前备份日志".into(),
        Health::Backups {
            folder,
            count,
            oldest,
            newest,
        } => format!("{folder} 里有 {count} 个，最早 {oldest}，最新 {newest}").into(),
        Health::Restore => "恢复：".into(),
        Health::Folder {
            path,
            decided_by,
            exists,
            writable,
        } => {
            let set_by = decided_by.map_or_else(String::new, set_by);
            let state = match (exists, writable) {
                (true, true) => "",
                (true, false) => "，只读",
                (false, true) => "，尚不存在",
                (false, false) => "，不存在，也无法创建",
            };
            format!("{path}{set_by}{state}").into()
        }
        Health::NoDevice => "还没有".into(),
        Health::Fault { file, line, reason } => {
            format!("{file}:{line}：{}", super::message(reason, None)).into()
        }
        Health::MoreFaults { count, listed } => {
            format!("另有 {count} 处：用 `plan doctor --json` 列出前 {listed} 处").into()
        }
        Health::Hint => "提示：".into(),
        Health::Problems(0) => "没有发现问题".into(),
        Health::Problems(n) => format!("发现 {}", count(n, "个问题")).into(),
    }
}

/// What chose a folder.
fn set_by(chosen_by: &str) -> String {
    match chosen_by {
        "state_dir" => "（配置中的 `state_dir`）".to_owned(),
        variable => format!("（`{variable}`）"),
    }
}
