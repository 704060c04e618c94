//! Messages about files and folders, their permissions, the configuration and the time zone.

use super::system::system_error;
use super::words::{plan_name, quoted, quoted_list};
use crate::text::{Attempt, Config, ConfigKey, File, FileHint, Folder, Obstacle, Permissions};

/// The message in Chinese.
pub(super) fn file(message: &File) -> String {
    match message {
        File::Failed {
            attempt,
            path,
            reason,
        } => failed(*attempt, &quoted(path), &system_error(reason)),
        File::NotPlain { path, found } => not_plain(&quoted(path), *found),
        File::ForeignOwner { path, uid } => {
            format!("{} 属于另一个用户（uid {uid}）", quoted(path))
        }
        File::TooLarge { path, bytes, max } => {
            format!("{} 太大：{bytes} 字节，上限 {max} 字节", quoted(path))
        }
        File::NoCopy(path) => format!("{} 不是日志的副本", quoted(path)),
        File::RelativeFolder { name, path } => {
            format!("`{name}` 是相对路径：{}", quoted(path))
        }
        File::DataAmongJournals(path) => {
            format!("数据文件夹在日志文件夹里面：{}", quoted(path))
        }
        File::NoPlanFile(path) => format!("找不到计划文件 {}", quoted(path)),
        File::Plan(plan) => plan_name(plan),
        File::NoHome(folder) => {
            format!("没有主目录，`{}` 也没有设置", folder.variable())
        }
    }
}

/// The hint in Chinese.
pub(super) fn file_hint(hint: &FileHint) -> String {
    let other = |folder: &Folder| format!("把 `{}` 设为另一个文件夹", folder.variable());
    let own = |folder: &Folder| format!("把 `{}` 设为归自己所有的文件夹", folder.variable());
    // Of a path that the command names.
    let other_path = || "换一个路径".to_owned();
    let own_path = || "换到归自己所有的文件夹".to_owned();
    match hint {
        FileHint::FreeSpace => "清理磁盘空间后重试".to_owned(),
        FileHint::ReadOnly(folder) => {
            let other = folder.as_ref().map_or_else(other_path, other);
            format!("文件系统只读：重新挂载，或{other}")
        }
        FileHint::CheckPermissions { command, folder } => {
            let check = format!("用 `{command}` 检查权限");
            match folder {
                None => check,
                Some(folder) => format!("{check}，或{}", own(folder)),
            }
        }
        FileHint::RaiseSizeLimit => "提高文件大小限制，例如 `ulimit -f unlimited`".to_owned(),
        FileHint::CheckDisk(folder) => {
            let other = folder.as_ref().map_or_else(
                || "换到另一个磁盘上的路径".to_owned(),
                |folder| format!("把 `{}` 设为另一个磁盘上的文件夹", folder.variable()),
            );
            format!("检查磁盘，或{other}")
        }
        FileHint::Repeat => "重新执行：重复执行没有影响".to_owned(),
        FileHint::UseLocalDisk(folder) => {
            let variable = folder.variable();
            format!("把 `{variable}` 设为本地磁盘上的文件夹，那里可以锁定文件")
        }
        FileHint::MoveAway(folder) => format!("把它移走，或{}", other(folder)),
        FileHint::RunAsOwner(folder) => {
            let own = folder.as_ref().map_or_else(own_path, own);
            format!("以该用户身份运行 `plan`，或{own}")
        }
        FileHint::OwnFolder(folder) => folder.as_ref().map_or_else(own_path, own),
        FileHint::NameFolder => "以 `/` 或 `~/` 开头".to_owned(),
        FileHint::Run { command } => format!("运行 `{command}`"),
        FileHint::SetOther(folder) => other(folder),
        FileHint::OrSet(folder) => format!("或{}", own(folder)),
        FileHint::WithoutCache => "没有缓存时，每次都从头读取计划和日志：较慢，结果相同".to_owned(),
        FileHint::SetHome => "设置 `HOME`，或同时设置 `PLAN_CONFIG_DIR`、`PLAN_STATE_DIR`、\
                              `PLAN_DATA_DIR` 和 `PLAN_CACHE_DIR`"
            .to_owned(),
        FileHint::ChoosePlan { shipped } => {
            format!("给出路径，或选用自带的计划：{}", quoted_list(shipped))
        }
        FileHint::NamePlanFile => "指定计划的 YAML 文件".to_owned(),
    }
}

/// The message about permissions in Chinese.
pub(super) fn permissions(message: &Permissions) -> String {
    match message {
        Permissions::NotAFolder(path) => format!("{} 不是文件夹", quoted(path)),
        Permissions::WritableByAll(path) => format!("所有用户都能写入 {}", quoted(path)),
        Permissions::WritableByGroup(path) => format!("同组用户能写入 {}", quoted(path)),
        Permissions::GroupWarning { path, command } => {
            format!("同组用户能写入 {}：用 `{command}` 禁止", quoted(path))
        }
    }
}

fn failed(attempt: Attempt, path: &str, reason: &str) -> String {
    let failed = match attempt {
        Attempt::Create => format!("无法创建 {path}"),
        Attempt::CreateIn => format!("无法在 {path} 中创建文件"),
        Attempt::Open => format!("无法打开 {path}"),
        Attempt::Read => format!("无法读取 {path}"),
        Attempt::Replace => format!("无法替换 {path}"),
        Attempt::DeleteBackup => format!("无法删除旧备份 {path}"),
        Attempt::Write | Attempt::WriteIn => format!("无法写入 {path}"),
        Attempt::Lock => format!("未记录，无法锁定 {path}"),
        Attempt::Record => format!("未记录，无法写入 {path}"),
        Attempt::Confirm => format!("未确认，无法把 {path} 同步到磁盘"),
        Attempt::Save => return format!("无法写入 {path}：{reason}；文件没有改动"),
        Attempt::SyncSaved => format!("{path} 已写入，但断电时仍可能丢失"),
    };
    format!("{failed}：{reason}")
}

fn not_plain(path: &str, found: Obstacle) -> String {
    match found {
        Obstacle::Link => format!("{path} 是符号链接"),
        Obstacle::Folder => format!("{path} 是文件夹"),
        Obstacle::Special => format!("{path} 不是普通文件"),
        Obstacle::FileAbove => format!("{path} 的某一级上层是文件，不是文件夹"),
        Obstacle::HardLinks => format!("{path} 有多个硬链接"),
    }
}

/// The message in Chinese.
pub(super) fn config(message: &Config) -> String {
    match message {
        Config::At {
            path,
            line,
            column,
            fault,
        } => {
            let fault = super::message(fault, None);
            format!("{}:{line}:{column}：{fault}", path.display())
        }
        Config::CannotSet { key, fault } => {
            format!("无法设置 `{}`：{}", key.name(), super::message(fault, None))
        }
        Config::NotPairs => "每行应为 `key: value`".to_owned(),
        Config::UnknownKey(key) => format!("未知的键 `{key}`"),
        Config::DuplicateKey(key) => format!("键 `{key}` 重复"),
        Config::InvalidValue { key, value } => format!("`{}` 的值 `{value}` 无效", key.name()),
        Config::NoZone => {
            "没有设置时区，日期按 UTC 计算：设置 `TZ`，例如 `TZ=Asia/Shanghai`".to_owned()
        }
        Config::UnknownZone(name) => format!(
            "`TZ` 中的时区 `{name}` 未知，日期按系统时区或 UTC 计算：把 `TZ` 设为 `Asia/Shanghai` \
             这样的名称，并确认装有 `tzdata`"
        ),
        Config::MoveAway => "改为可读的文件，或移走".to_owned(),
        Config::PairForm => "例如 `day_starts_at: 04:00`".to_owned(),
        Config::KnownKeys => {
            format!(
                "可用的键：{}",
                quoted_list(ConfigKey::ALL.map(ConfigKey::name))
            )
        }
        Config::RemoveOne => "删除其中一个".to_owned(),
        Config::Written(lookalike) => super::source::written(lookalike),
        Config::Accepts(key) => format!("应为{}", accepted(*key)),
        Config::AddLine { line } => format!("每个键单独写一行，并加上 `{line}`"),
    }
}

fn accepted(key: ConfigKey) -> &'static str {
    match key {
        ConfigKey::Plan => " `plan plans` 列出的编号，或路径",
        ConfigKey::Follow => "计划的编号或路径，例如 `[linalg, rust-in-four-weeks]`",
        ConfigKey::DayStartsAt => " 00:00 到 11:59 的时间，例如 `04:00`",
        ConfigKey::StateDir => "以 `/` 或 `~/` 开头的文件夹",
        ConfigKey::Hours => "一周的学习时间，例如 `mon-fri=19:00-21:00,sat=3h`",
        ConfigKey::Busy => "日历文件，例如 `[work.ics, ~/family.ics]`",
        ConfigKey::Publish => {
            "要更新的文件，例如 `{page: ~/plan.html, ics: ~/plan.ics, note: ~/plan.md}`"
        }
        ConfigKey::Language => " `en` 或 `zh`",
        ConfigKey::AmbiguousWidth => " `1` 或 `2`",
        ConfigKey::Device => " 1 到 64 个字母、数字和 `-`",
    }
}
