//! English.

mod check;
mod config;
mod confirmation;
mod doctor;
mod file;
mod forecast;
mod health;
mod init;
mod input;
mod journal;
mod keys;
mod label;
mod lint;
mod log;
mod lookup;
mod move_warning;
mod moving;
mod open;
mod phrase;
mod plan_diff;
mod recording;
mod recovery;
mod relink;
mod report;
mod run;
mod schedule;
mod show;
mod source;
mod words;

use std::borrow::Cow;

use super::Message;

/// The message in English.
pub(super) fn message(message: &Message) -> Cow<'_, str> {
    match message {
        Message::Verbatim(text) => Cow::Borrowed(text),
        Message::Run(message) => run::text(message),
        Message::Input(message) => input::text(message),
        Message::Lookup(message) => lookup::text(message),
        Message::LookupHint(hint) => lookup::hint(hint),
        Message::Moving(message) => moving::text(message),
        Message::MovingHint(hint) => moving::hint(hint),
        Message::Open(message) => open::text(message),
        Message::Check(message) => check::text(message),
        Message::File(message) => file::text(message).into(),
        Message::FileHint(message) => file::hint(message).into(),
        Message::Permissions(message) => file::permissions(message).into(),
        Message::Config(message) => config::text(message).into(),
        Message::Journal(message) => journal::error(message).into(),
        Message::JournalHint(hint) => journal::hint(hint).into(),
        Message::JournalWarning(warning) => journal::warning(warning).into(),
        Message::LineFault(fault) => journal::line_fault(fault).into(),
        Message::Init(message) => init::text(message),
        Message::InitHint(hint) => init::hint(hint),
        Message::Recording(message) => recording::text(message),
        Message::RecordingHint(hint) => recording::hint(hint),
        Message::Relink(message) => relink::text(message),
        Message::Doctor(message) => doctor::text(message),
        Message::DoctorHint(hint) => doctor::hint(hint),
        Message::Source(problem) => source::message(problem).into(),
        Message::SourceHelp(problem) => source::help(problem).into(),
        Message::Lint(lint) => lint::message(lint).into(),
        Message::LintHelp(lint, accept) => lint::help(lint, accept.as_ref()).into(),
        Message::KeyPurpose(level, key) => keys::purpose(*level, key).into(),
        Message::Label(label) => label::text(*label).into(),
        Message::Phrase(phrase) => phrase::text(phrase).into(),
        Message::Schedule(message) => schedule::text(message),
        Message::PlanDiff(message) => plan_diff::text(message),
        Message::Forecast(message) => forecast::text(message),
        Message::Health(message) => health::text(message),
        Message::MoveWarning(message) => move_warning::text(message).into(),
        Message::Recovery(message) => recovery::text(message),
        Message::Log(message) => log::text(message),
        Message::Confirmation(message) => confirmation::text(message),
        Message::Report(message) => report::text(message),
        Message::Show(message) => show::text(message),
    }
}
