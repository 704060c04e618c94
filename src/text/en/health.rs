//! What `doctor` shows besides its findings.

use std::borrow::Cow;

use super::words::{count, date};
use crate::text::Health;

/// The message in English.
pub(super) fn text(message: &Health) -> Cow<'static, str> {
    match message {
        Health::Plan { source, slots } => {
            format!("{source}: {}, no errors", count(slots, "slot")).into()
        }
        Health::PlanUnreadable { source } => format!("{source}: unreadable, see below").into(),
        Health::ProposedStart(start) => format!("none yet; {} is proposed", date(*start)).into(),
        Health::Journal {
            path,
            events,
            bytes,
        } => format!("{path} ({}, {bytes} bytes)", count(events, "event")).into(),
        Health::NoBackups => {
            "none yet: the journal is backed up before the first mark of a day".into()
        }
        Health::Backups {
            folder,
            count,
            oldest,
            newest,
        } => format!("{count} in {folder}, the oldest of {oldest}, the newest of {newest}").into(),
        Health::Restore => "restore:".into(),
        Health::Folder {
            path,
            decided_by,
            exists,
            writable,
        } => {
            let set_by = match decided_by {
                Some("state_dir") => " (`state_dir` in the configuration)".to_owned(),
                Some(variable) => format!(" (`{variable}`)"),
                None => String::new(),
            };
            let state = match (exists, writable) {
                (true, true) => "",
                (true, false) => ", read-only",
                (false, true) => ", does not exist yet",
                (false, false) => ", does not exist and cannot be created",
            };
            format!("{path}{set_by}{state}").into()
        }
        Health::NoDevice => "none yet".into(),
        Health::MoreFaults { count, listed } => {
            format!("and {count} more: `plan doctor --json` lists the first {listed}").into()
        }
        Health::Hint => "hint:".into(),
        Health::Problems(0) => "no problems found".into(),
        Health::Problems(n) => format!("{} found", count(n, "problem")).into(),
    }
}
