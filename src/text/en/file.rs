//! Messages about files and folders, their permissions, the configuration and the time zone.

use super::words::{plan_name, quoted};
use crate::text::{Attempt, Config, ConfigKey, File, FileHint, Folder, Obstacle, Permissions};

/// The message in English.
pub(super) fn file(message: &File) -> String {
    match message {
        File::Failed {
            attempt,
            path,
            reason,
        } => failed(*attempt, &quoted(path), reason),
        File::NotPlain { path, found } => not_plain(&quoted(path), *found),
        File::ForeignOwner { path, uid } => {
            format!("{} belongs to another user (uid {uid})", quoted(path))
        }
        File::TooLarge { path, bytes, max } => {
            let path = quoted(path);
            format!("{path} is too large: {bytes} bytes, the limit is {max}")
        }
        File::NoCopy(path) => format!("{} is no copy of the journal", quoted(path)),
        File::RelativeFolder { name, path } => {
            format!("`{name}` is a relative folder: {}", quoted(path))
        }
        File::DataAmongJournals(path) => format!(
            "the folder for data is inside the folder of journals: {}",
            quoted(path)
        ),
        File::NoPlanFile(path) => format!("no plan file {}", quoted(path)),
        File::Plan(plan) => plan_name(plan),
        File::NoHome(folder) => {
            format!("no home folder, and `{}` is not set", folder.variable())
        }
    }
}

/// The hint in English.
#[expect(clippy::too_many_lines, reason = "one exhaustive match")]
pub(super) fn file_hint(hint: &FileHint) -> String {
    let other = |folder: &Folder| format!("set `{}` to another folder", folder.variable());
    let own = |folder: &Folder| format!("set `{}` to a folder of your own", folder.variable());
    // Of a path that the command names.
    let other_path = || "choose another path".to_owned();
    let own_path = || "choose a path in a folder of your own".to_owned();
    match hint {
        FileHint::FreeSpace => "free some disk space, then run it again".to_owned(),
        FileHint::ReadOnly(folder) => {
            let other = folder.as_ref().map_or_else(other_path, other);
            format!("the file system is read-only: remount it, or {other}")
        }
        FileHint::CheckPermissions { command, folder } => {
            let check = format!("check the permissions with `{command}`");
            match folder {
                None => check,
                Some(folder) => format!("{check}, or {}", own(folder)),
            }
        }
        FileHint::RaiseSizeLimit => {
            "raise the limit on file sizes, for example with `ulimit -f unlimited`".to_owned()
        }
        FileHint::CheckDisk(folder) => {
            let other = folder.as_ref().map_or_else(
                || "choose a path on another one".to_owned(),
                |folder| format!("set `{}` to a folder on another one", folder.variable()),
            );
            format!("check the disk, or {other}")
        }
        FileHint::Repeat => "run it again: repeats are harmless".to_owned(),
        FileHint::UseLocalDisk(folder) => {
            let variable = folder.variable();
            format!("set `{variable}` to a folder on a local disk, where files can be locked")
        }
        FileHint::MoveAway(folder) => format!("move it away, or {}", other(folder)),
        FileHint::RunAsOwner(folder) => {
            let own = folder.as_ref().map_or_else(own_path, own);
            format!("run `plan` as that user, or {own}")
        }
        FileHint::OwnFolder(folder) => folder.as_ref().map_or_else(own_path, own),
        FileHint::NameFolder => "begin it with `/` or `~/`".to_owned(),
        FileHint::Run { command } => format!("run `{command}`"),
        FileHint::SetOther(folder) => other(folder),
        FileHint::OrSet(folder) => format!("or {}", own(folder)),
        FileHint::WithoutCache => "without a cache, plan and journal are read from the start each \
                                   time: slower, with the same results"
            .to_owned(),
        FileHint::SetHome => "set `HOME`, or all of `PLAN_CONFIG_DIR`, `PLAN_STATE_DIR`, \
                              `PLAN_DATA_DIR` and `PLAN_CACHE_DIR`"
            .to_owned(),
        FileHint::ChoosePlan { shipped } => {
            format!("give a path, or a shipped plan: {}", shipped.join(", "))
        }
        FileHint::NamePlanFile => "name the plan's YAML file".to_owned(),
    }
}

/// The message about permissions in English.
pub(super) fn permissions(message: &Permissions) -> String {
    match message {
        Permissions::NotAFolder(path) => format!("{} is not a folder", quoted(path)),
        Permissions::WritableByAll(path) => format!("every user can write to {}", quoted(path)),
        Permissions::WritableByGroup(path) => format!("the group can write to {}", quoted(path)),
        Permissions::GroupWarning { path, command } => {
            let path = quoted(path);
            format!("the group can write to {path}: `{command}` prevents that")
        }
    }
}

fn failed(attempt: Attempt, path: &str, reason: &str) -> String {
    let failed = match attempt {
        Attempt::Create => "cannot create",
        Attempt::CreateIn => "cannot create a file in",
        Attempt::Open => "cannot open",
        Attempt::Read => "cannot read",
        Attempt::Replace => "cannot replace",
        Attempt::DeleteBackup => "cannot delete the old backup",
        Attempt::Write | Attempt::WriteIn => "cannot write to",
        Attempt::Lock => "not recorded: cannot lock",
        Attempt::Record => "not recorded: cannot write to",
        Attempt::Confirm => "not confirmed: cannot sync",
        Attempt::Save => return format!("cannot write {path}: {reason}; the file is unchanged"),
        Attempt::SyncSaved => {
            return format!("{path} is written, but a power cut could still undo that: {reason}");
        }
    };
    format!("{failed} {path}: {reason}")
}

fn not_plain(path: &str, found: Obstacle) -> String {
    match found {
        Obstacle::Link => format!("{path} is a symbolic link"),
        Obstacle::Folder => format!("{path} is a folder"),
        Obstacle::Special => format!("{path} is not a regular file"),
        Obstacle::FileAbove => format!("a folder above {path} is a file"),
        Obstacle::HardLinks => format!("{path} has several hard links"),
    }
}

/// The message in English.
pub(super) fn config(message: &Config) -> String {
    match message {
        Config::At {
            path,
            line,
            column,
            fault,
        } => format!("{}:{line}:{column}: {fault}", path.display()),
        Config::CannotSet { key, fault } => format!("cannot set `{}` in {fault}", key.name()),
        Config::NotPairs => "expected `key: value` lines".to_owned(),
        Config::UnknownKey(key) => format!("unknown key `{key}`"),
        Config::DuplicateKey(key) => format!("duplicate key `{key}`"),
        Config::InvalidValue { key, value } => {
            format!("invalid value `{value}` for `{}`", key.name())
        }
        Config::NoZone => {
            "no time zone is set, so dates follow UTC: set `TZ`, for example `TZ=Asia/Shanghai`"
                .to_owned()
        }
        Config::UnknownZone(name) => format!(
            "unknown time zone `{name}` in `TZ`, so dates follow the system's zone or UTC: set \
             `TZ` to a name such as `Asia/Shanghai`, and check that tzdata is installed"
        ),
        Config::MoveAway => "make it a readable file, or move it away".to_owned(),
        Config::PairForm => "for example `day_starts_at: 04:00`".to_owned(),
        Config::KnownKeys => {
            let names = ConfigKey::ALL.map(ConfigKey::name);
            format!("known keys: {}", names.join(", "))
        }
        Config::RemoveOne => "remove one of the two".to_owned(),
        Config::Written(lookalike) => super::source::written(lookalike),
        Config::Accepts(key) => format!("expected {}", accepted(*key)),
        Config::AddLine { line } => format!("write each key on its own line, and add `{line}`"),
    }
}

fn accepted(key: ConfigKey) -> &'static str {
    match key {
        ConfigKey::Plan => "an id that `plan plans` lists, or a path",
        ConfigKey::Follow => "ids or paths of plans, such as [linalg, rust-in-four-weeks]",
        ConfigKey::DayStartsAt => "a time from 00:00 to 11:59, such as 04:00",
        ConfigKey::StateDir => "a folder that begins with / or ~/",
        ConfigKey::Hours => "the hours of a week, such as mon-fri=19:00-21:00,sat=3h",
        ConfigKey::Busy => "calendar files, such as [work.ics, ~/family.ics]",
        ConfigKey::Publish => {
            "files to rewrite, such as {page: ~/plan.html, ics: ~/plan.ics, note: ~/plan.md}"
        }
        ConfigKey::Language => "en or zh",
        ConfigKey::AmbiguousWidth => "1 or 2",
        ConfigKey::Device => "1 to 64 letters, digits and `-`",
    }
}
