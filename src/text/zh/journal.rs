//! Messages about the journal.

use super::words::{count, quoted};
use crate::text::{FreeText, Journal, JournalHint, JournalWarning, LineFault};

/// The error in Chinese.
pub(super) fn journal(message: &Journal) -> String {
    match message {
        Journal::LockHeld { folder } => {
            format!("another plan holds the lock of {}", quoted(folder))
        }
        Journal::PartlyWritten {
            path,
            written,
            length,
        } => {
            let path = quoted(path);
            format!("not recorded: only {written} of {length} bytes were written to {path}")
        }
        Journal::KeepsBeingReplaced(path) => {
            let path = quoted(path);
            format!("not confirmed: another program keeps replacing {path}")
        }
        Journal::FreeTextTooLong {
            kind,
            length,
            fits,
            limit,
        } => {
            let kind = match kind {
                FreeText::Note => "note",
                FreeText::Reason => "reason",
            };
            format!(
                "the {kind} is too long: it takes {length} bytes, and {fits} fit in a journal \
                 line of {limit} bytes"
            )
        }
        Journal::LineTooLong { length, limit } => {
            format!("this takes {length} bytes in the journal, and {limit} fit in a line")
        }
        Journal::NoNumberLeft => {
            "not recorded: the journal has events that nothing can follow".to_owned()
        }
        Journal::NotReadableBack { fault: None } => {
            "cannot record this: it could not be read back".to_owned()
        }
        Journal::NotReadableBack { fault: Some(fault) } => {
            format!("cannot record this: {}", line_fault(fault))
        }
    }
}

/// The hint in Chinese.
pub(super) fn journal_hint(hint: &JournalHint) -> String {
    match hint {
        JournalHint::WaitForLock => {
            "nothing was recorded: run it again when the other plan has ended".to_owned()
        }
        JournalHint::FindHolder { command } => {
            format!("`{command}` shows the process that holds it")
        }
        JournalHint::MakeRoom => "free some disk space (or raise the limit with `ulimit -f \
                                  unlimited`), then run it again"
            .to_owned(),
        JournalHint::WholeLinesCount => "complete lines that were written count, an incomplete \
                                         one does not; repeats are harmless"
            .to_owned(),
        JournalHint::StopOtherProgram => {
            "stop it or let it finish, then run it again: repeats are harmless".to_owned()
        }
        JournalHint::SeeDoctor => {
            "`plan doctor` names the line whose `n` is too great: remove it, then run it again"
                .to_owned()
        }
        JournalHint::ShortenText => "shorten it, or put the rest into another note".to_owned(),
        JournalHint::NameFewerSlots => {
            "name fewer slots at once, or shorten their titles".to_owned()
        }
    }
}

/// The warning in Chinese.
pub(super) fn journal_warning(warning: &JournalWarning) -> String {
    match warning {
        JournalWarning::WrittenAgain(path) => {
            let path = quoted(path);
            format!("another program replaced {path} meanwhile: the marks were written again")
        }
        JournalWarning::BackupFailed { error } => format!("today's backup failed: {error}"),
        JournalWarning::OtherIgnored { error } => {
            format!("a file next to the journal is ignored: {error}")
        }
        JournalWarning::Healed { count: healed } => {
            let events = count(healed, "event");
            let was = if *healed == 1 { "was" } else { "were" };
            format!(
                "{events} that this device had recorded {was} missing from the journal and {was} \
                 added again"
            )
        }
        JournalWarning::CopyFailed { error } => {
            format!("the marks are safe, but this device's own copy of them failed: {error}")
        }
        JournalWarning::OnlyBackups { journal, backups } => {
            let (journal, backups) = (quoted(journal), quoted(backups));
            format!(
                "there are no events in {journal}, but backups in {backups}: `plan doctor` shows \
                 how to restore them"
            )
        }
        JournalWarning::NewerVersion(path) => {
            let path = quoted(path);
            format!("a newer plan has written to {path}: update to see all of it")
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
                more => format!(", and {more} more"),
            };
            format!(
                "{path}, line {line}: {fault}{more}; the file is left as it is, and `plan doctor` \
                 lists what is in it"
            )
        }
    }
}

/// The fault in Chinese.
pub(super) fn line_fault(fault: &LineFault) -> String {
    match fault {
        LineFault::TooLong => "longer than 64 KiB".to_owned(),
        LineFault::Conflict { id } => {
            format!("event {id} occurs with different content: each counts")
        }
        LineFault::ImpossibleNumber { n } => {
            format!("`n` is {n}, far more than there are events: it counts as the first")
        }
        LineFault::NulBytes => "NUL bytes".to_owned(),
        LineFault::ConflictMarker => "git conflict marker".to_owned(),
        LineFault::StrayText => "stray text".to_owned(),
        LineFault::Incomplete => "incomplete line".to_owned(),
        LineFault::NotJson => "not JSON".to_owned(),
        LineFault::NotAnEvent { reason } => reason.clone(),
        LineFault::InvalidValue { field, value } => format!("invalid `{field}`: `{value}`"),
        LineFault::MissingField { kind, field } => format!("`{kind}` without `{field}`"),
        LineFault::EndsBeforeStart { kind, first, last } => {
            format!("`{kind}` ends on {last}, before it starts on {first}")
        }
    }
}
