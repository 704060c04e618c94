//! Messages about what `doctor` checks and shows.

use std::borrow::Cow;

use super::words::{count, date, plan_name, quoted};
use crate::text::{Doctor, DoctorHint, Health, Message, PlanName};

/// What is said of one, and what follows the number of several.
type Pair = (&'static str, &'static str);

const MISSING: Pair = (
    "1 event in the backups is missing from the journal",
    "events in the backups are missing from the journal",
);
const FUTURE: Pair = (
    "1 backup is dated after today",
    "backups are dated after today",
);
const MISSING_OWN: Pair = (
    "1 event of this device is missing from the journal, but counted",
    "events of this device are missing from the journal, but counted",
);
const RENAMED: Pair = (
    "1 mark belongs to a slot whose id or title has changed",
    "marks belong to slots whose id or title has changed",
);
const ORPHANED: Pair = (
    "1 mark matches no slot with certainty; kept, but not counted",
    "marks match no slot with certainty; kept, but not counted",
);
const CHANGED: Pair = (
    "1 slot has changed since it was done; it stays done",
    "slots have changed since they were done; they stay done",
);

/// The message in English.
pub(super) fn doctor(message: &Doctor) -> Cow<'static, str> {
    match message {
        Doctor::PlanErrors {
            source,
            count: n,
            first,
        } => plan_errors(source, *n, first).into(),
        Doctor::JournalFaults {
            count: n,
            file,
            line,
            reason,
        } => {
            let places = count(n, "unreadable place");
            let reason = super::message(reason, None);
            format!("{places} in `{file}`, the first in line {line}: {reason}").into()
        }
        Doctor::ConflictingStarts { start, before } => format!(
            "the plan had begun on {} when a first mark started it again on {}, which counts",
            date(*before),
            date(*start)
        )
        .into(),
        Doctor::MissingEvents { count } => either(*count, MISSING),
        Doctor::FutureBackups { count } => either(*count, FUTURE),
        Doctor::UnfinishedBackups { count: n, folder } => {
            let (backups, folder) = (count(n, "unfinished backup"), quoted(folder));
            format!("{backups} in {folder}, left by killed runs").into()
        }
        Doctor::OnlyElsewhere { count: n, file } => {
            let them = either(*n, ("1 event is", "events are"));
            format!("{them} only in `{file}`, and counted").into()
        }
        Doctor::MissingOwnEvents { count } => either(*count, MISSING_OWN),
        Doctor::RenamedSlots { count } => either(*count, RENAMED),
        Doctor::OrphanedMarks { count } => either(*count, ORPHANED),
        Doctor::ChangedSlots { count } => either(*count, CHANGED),
    }
}

/// `one`, or the number and `several`.
fn either(count: usize, (one, several): Pair) -> Cow<'static, str> {
    match count {
        1 => one.into(),
        _ => format!("{count} {several}").into(),
    }
}

/// The hint in English.
pub(super) fn doctor_hint(hint: &DoctorHint) -> Cow<'static, str> {
    match hint {
        DoctorHint::StateDirUnknown => {
            "if it sets `state_dir`, your marks are there and not in the folder checked here".into()
        }
        DoctorHint::FaultsAreHarmless => {
            "nothing needs to be done: they stay in the file, and all other lines count".into()
        }
        DoctorHint::ShowLine { file, line } => format!("`sed -n {line}l {file}` shows it").into(),
        DoctorHint::RestoreStart { start } => {
            format!("`plan init --restart --start {start}` restores the former start").into()
        }
        DoctorHint::RestoreEvents { command } => {
            format!("restore them, no event counts twice: `{command}`").into()
        }
        DoctorHint::FutureBackupsStay => {
            "they are kept until then; if the clock was wrong, delete them".into()
        }
        DoctorHint::NextBackupDeletes => "the next backup deletes what is unfinished".into(),
        DoctorHint::MergeOthers => {
            "`plan doctor --merge` adds them to the journal; then the file can be deleted".into()
        }
        DoctorHint::WillBeAdded => "the next command that records adds them again".into(),
        DoctorHint::RelinkAll => "`plan doctor --relink` moves them".into(),
        DoctorHint::AdoptOrphans => {
            "mark the right slot with `plan done`, or give it its former id or title in the plan"
                .into()
        }
        DoctorHint::RelinkOne => {
            "`plan doctor --relink OLD=NEW` moves the marks of OLD to the slot NEW".into()
        }
        DoctorHint::ConfirmChanged => {
            "`plan done` on each confirms that it is done as it is now".into()
        }
    }
}

fn plan_errors(source: &PlanName, n: usize, first: &[(u32, u32, Message)]) -> String {
    let first = first.iter().map(|(line, column, message)| {
        let message = super::message(message, None);
        format!("{line}:{column}: {message}")
    });
    let first: Vec<String> = first.collect();
    let source = plan_name(source);
    format!("{} in {source}: {}", count(n, "error"), first.join("; "))
}

/// The message in English.
pub(super) fn health(message: &Health) -> Cow<'static, str> {
    match message {
        Health::Plan { source, slots } => {
            let slots = count(slots, "slot");
            format!("{}: {slots}, no errors", plan_name(source)).into()
        }
        Health::PlanUnreadable { source } => {
            format!("{}: unreadable, see below", plan_name(source)).into()
        }
        Health::ProposedStart(start) => format!("none yet; {} is proposed", date(*start)).into(),
        Health::Journal {
            path,
            events,
            bytes,
        } => format!("{path} ({}, {bytes} bytes)", count(events, "event")).into(),
        Health::Merged(n) => format!("{} added to the journal", count(n, "event")).into(),
        Health::Forget => "to forget it: ".into(),
        Health::NoBackups => {
            "none yet: the journal is backed up before the first mark of a day".into()
        }
        Health::Backups {
            folder,
            count,
            oldest,
            newest,
        } => format!("{count} in {folder}, the oldest of {oldest}, the newest of {newest}").into(),
        Health::Restore => "restore: ".into(),
        Health::Folder {
            path,
            decided_by,
            exists,
            writable,
        } => {
            let set_by = decided_by.map_or_else(String::new, set_by);
            let state = match (exists, writable) {
                (true, true) => "",
                (true, false) => ", read-only",
                (false, true) => ", does not exist yet",
                (false, false) => ", does not exist and cannot be created",
            };
            format!("{path}{set_by}{state}").into()
        }
        Health::NoDevice => "none yet".into(),
        Health::Fault { file, line, reason } => format!("{file}:{line}: {reason}").into(),
        Health::MoreFaults { count, listed } => {
            format!("and {count} more: `plan doctor --json` lists the first {listed}").into()
        }
        Health::Hint => "hint: ".into(),
        Health::Problems(0) => "no problems found".into(),
        Health::Problems(n) => format!("{} found", count(n, "problem")).into(),
    }
}

/// What chose a folder.
fn set_by(chosen_by: &str) -> String {
    match chosen_by {
        "state_dir" => " (`state_dir` in the configuration)".to_owned(),
        variable => format!(" (`{variable}`)"),
    }
}
