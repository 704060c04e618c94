//! Messages about what is written for other programs.

use std::borrow::Cow;

use super::words::{count, date, quoted};
use crate::text::export::ticked;
use crate::text::{Export, ExportHint};

/// The message in English.
#[expect(clippy::too_many_lines, reason = "one exhaustive match")]
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
            "{} was not written by `plan` and was left unchanged",
            quoted(path)
        ),
        Export::NotACalendar(path) => format!(
            "{} is not a calendar that `plan` wrote, and is not replaced",
            quoted(path)
        ),
        Export::EmptyRange { from, to } => {
            format!("the range is empty: {} is after {}", date(*from), date(*to))
        }
        Export::OnlyCalendars(flag) => format!("`{flag}` works only with `--format ics` or `vdir`"),
        Export::Pages { path, pages } => {
            format!("wrote {} to {}", count(pages, "manual page"), quoted(path))
        }
        Export::NoFolder => "`--format vdir` needs a folder".to_owned(),
        Export::PageWritten(path) => format!("wrote the page {}", quoted(path)),
        Export::NotAPage(path) => format!(
            "{} is not a page that `plan` wrote, and is not replaced",
            quoted(path)
        ),
        Export::NotPublished { path, cause } => {
            format!("recorded, but {} was not rewritten: {cause}", quoted(path))
        }
        Export::OnlyPages(flag) => format!("`{flag}` works only with `--format html`"),
        Export::OnlyTables(flag) => format!("`{flag}` works only with `--format csv`"),
        Export::NoLearners { folder, plan } => {
            format!(
                "no learner in {} has a journal for `{plan}`",
                quoted(folder)
            )
        }
    }
    .into()
}

/// The hint in English.
pub(super) fn export_hint(hint: &ExportHint) -> Cow<'static, str> {
    match hint {
        ExportHint::OtherName => "choose another name, or delete it first",
        ExportHint::Formats => "add `--format ics` or `--format vdir`",
        ExportHint::NameFolder => "name one: `plan export --format vdir -o DIR`",
        ExportHint::ExchangeDates => "swap the two dates",
        ExportHint::PageFormat => "add `--format html`",
        ExportHint::TableFormat => "add `--format csv`",
        ExportHint::LearnerFolders => {
            "each learner needs a folder that holds `PLAN/journal.jsonl`, as a state folder does"
        }
    }
    .into()
}
