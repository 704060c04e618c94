//! Messages about the journal, its lock and its backups.

use super::words::quoted;
use crate::text::Journal;

/// The message in English.
pub(super) fn text(message: &Journal) -> String {
    match message {
        Journal::LockHeld { folder } => {
            format!("another plan holds the lock of {}", quoted(folder))
        }
        Journal::CannotLock { path, reason } => {
            format!("not recorded: cannot lock {}: {reason}", quoted(path))
        }
        Journal::NotRecorded { path, reason } => {
            format!("not recorded: cannot write to {}: {reason}", quoted(path))
        }
        Journal::PartlyWritten {
            path,
            written,
            length,
        } => format!(
            "not recorded: only {written} of {length} bytes were written to {}",
            quoted(path)
        ),
        Journal::NotConfirmed { path, reason } => {
            format!("not confirmed: cannot sync {}: {reason}", quoted(path))
        }
        Journal::KeepsBeingReplaced(path) => format!(
            "not confirmed: another program keeps replacing {}",
            quoted(path)
        ),
        Journal::WrittenAgain(path) => format!(
            "another program replaced {} meanwhile: the marks were written again",
            quoted(path)
        ),
        Journal::BackupFailed { error } => format!("today's backup failed: {error}"),
        Journal::WaitForLock => {
            "nothing was recorded: run it again when the other plan has ended".to_owned()
        }
        Journal::FindHolder { command } => format!("`{command}` shows the process that holds it"),
        Journal::UseLocalDisk => {
            "set `PLAN_STATE_DIR` to a folder on a local disk, where files can be locked".to_owned()
        }
        Journal::MakeRoom => {
            "free some disk space (or raise the limit with `ulimit -f unlimited`), then run it \
             again"
                .to_owned()
        }
        Journal::WholeLinesCount => {
            "complete lines that were written count, an incomplete one does not; repeats are \
             harmless"
                .to_owned()
        }
        Journal::StopOtherProgram => {
            "stop it or let it finish, then run it again: repeats are harmless".to_owned()
        }
    }
}
