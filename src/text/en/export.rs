//! Messages about what is written for other programs.

use std::borrow::Cow;

use super::words::{count, date, quoted};
use crate::text::{Export, ExportHint};

/// The message in English.
pub(super) fn export(message: &Export) -> Cow<'static, str> {
    match message {
        Export::Slot {
            title,
            sitting,
            done,
        } => {
            let sitting = sitting.map(|(n, of)| format!(" ({n} of {of})"));
            ticked(&format!("{title}{}", sitting.unwrap_or_default()), *done)
        }
        Export::Deliverable { text, done } => ticked(&format!("Due: {text}"), *done),
        Export::Written { path, events } => {
            format!("wrote {} to {}", count(events, "event"), quoted(path))
        }
        Export::FolderWritten {
            path,
            written,
            unchanged,
            removed,
        } => format!(
            "{}: {written} written, {unchanged} unchanged, {removed} removed",
            quoted(path)
        ),
        Export::NotAnEvent(path) => format!(
            "{} was not written by `plan` and is left as it is",
            quoted(path)
        ),
        Export::NotACalendar(path) => format!(
            "{} is not a calendar that `plan` wrote, and is not replaced",
            quoted(path)
        ),
        Export::EmptyRange { from, to } => format!(
            "nothing is from {} to {}: the first date is later",
            date(*from),
            date(*to)
        ),
        Export::OnlyCalendars(flag) => format!("`{flag}` is only for calendars"),
        Export::Pages { path, pages } => {
            format!("wrote {} to {}", count(pages, "manual page"), quoted(path))
        }
        Export::NoFolder => "`--format vdir` needs a folder".to_owned(),
        Export::OnlyTables(flag) => format!("`{flag}` is only for tables"),
        Export::NoLearners { folder, plan } => {
            format!("no learner in {} has a journal of `{plan}`", quoted(folder))
        }
    }
    .into()
}

fn ticked(title: &str, done: bool) -> String {
    if done {
        format!("✓ {title}")
    } else {
        title.to_owned()
    }
}

/// The hint in English.
pub(super) fn export_hint(hint: &ExportHint) -> Cow<'static, str> {
    match hint {
        ExportHint::OtherName => "choose another name, or delete it first",
        ExportHint::Formats => "add `--format ics` or `--format vdir`",
        ExportHint::NameFolder => "name one: `plan export --format vdir -o DIR`",
        ExportHint::ExchangeDates => "exchange the two dates",
        ExportHint::TableFormat => "add `--format csv`",
        ExportHint::LearnerFolders => {
            "it needs a folder for each learner, with `PLAN/journal.jsonl` in it as in the state folder"
        }
    }
    .into()
}
