//! Messages about what is written for other programs.

use std::borrow::Cow;

use super::words::{count, date, quoted};
use crate::text::export::ticked;
use crate::text::{Export, ExportHint, NoteWord};

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
        Export::SkillWritten(path) => format!("wrote the skill {}", quoted(path)),
        Export::NotASkill(path) => format!(
            "{} is not a skill that `plan` wrote, and is not replaced",
            quoted(path)
        ),
        Export::NotPublished { path, cause } => {
            format!("recorded, but {} was not rewritten: {cause}", quoted(path))
        }
        Export::NoteWritten(path) => format!("wrote the note {}", quoted(path)),
        Export::NotANote(path) => format!("{} is not a note that `plan` wrote", quoted(path)),
        Export::NoteEdited(path) => format!(
            "{} has text or check boxes of your own, and is not replaced",
            quoted(path)
        ),
        Export::OnlyBoxes(path) => format!(
            "{} has text or check boxes of your own: only other check boxes were updated",
            quoted(path)
        ),
        Export::Note(word) => note_word(*word).to_owned(),
        Export::OnlyNotes(flag) => format!("`{flag}` works only with `--format md`"),
        Export::OnlyFiles(flag) => {
            format!("`{flag}` works only with `--format ics`, `vdir` or `md`")
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

fn note_word(word: NoteWord) -> &'static str {
    match word {
        NoteWord::About => "About",
        NoteWord::Roadmap => "Roadmap",
        NoteWord::Resources => "Resources",
        NoteWord::Schedule => "Schedule",
        NoteWord::Direction => "Subject",
        NoteWord::Duration => "Duration",
        NoteWord::Budget => "Time",
        NoteWord::Goal => "Goal",
    }
}

/// The hint in English.
pub(super) fn export_hint(hint: &ExportHint) -> Cow<'static, str> {
    match hint {
        ExportHint::PullFirst(file) => {
            return format!(
                "record its check boxes with `plan pull {file}`; then delete it, or choose another name"
            )
            .into();
        }
        ExportHint::NoteFormat => "add `--format md`",
        ExportHint::FileFormats => "add `--format ics`, `--format vdir` or `--format md`",
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
