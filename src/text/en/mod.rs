//! English.

mod correction;
mod create;
mod doctor;
mod edit;
mod export;
mod file;
mod fit;
mod fixed_date;
mod forecast;
mod ics;
mod import;
mod init;
mod input;
mod journal;
mod keys;
mod lint;
mod lookup;
mod move_warning;
mod moving;
mod overview;
mod page;
mod phrase;
mod plans;
mod pull;
mod recording;
mod recovery;
mod report;
mod review;
mod run;
mod source;
mod template;
mod timer;
mod usage;
mod words;

use std::borrow::Cow;

use correction::correction;
use doctor::{doctor, doctor_hint, health};
use file::{config, file, file_hint, permissions};
use fixed_date::{due_date, due_date_hint, fixed_date};
use forecast::{forecast, forecast_basis};
use import::import;
use init::{init, init_hint, plan_diff};
use input::input;
use journal::{journal, journal_hint, journal_warning, line_fault};
use lint::{check, lint, lint_help};
use lookup::{lookup, lookup_hint};
use move_warning::move_warning;
use moving::{moving, moving_hint, recover, schedule};
use phrase::{label, phrase};
use recording::{confirmation, recording, recording_hint, relink};
use recovery::{proposal, recovery, shortfall};
use report::{log, report, show};
use run::{open, run};
use usage::usage;

use super::Message;
use super::on_plan::on_plan;

/// The message in English, for somebody who reads it in `year`.
#[expect(clippy::too_many_lines, reason = "a line for each area")]
pub(super) fn message(message: &Message, year: Option<i32>) -> Cow<'_, str> {
    match message {
        Message::Verbatim(text) => Cow::Borrowed(text),
        Message::Timer(message) => timer::timer(message).into(),
        Message::Run(message) => run(message),
        Message::Usage(message) => usage(message).into(),
        Message::Input(message) => input(message),
        Message::Lookup(message) => lookup(message),
        Message::LookupHint(hint) => lookup_hint(hint, year),
        Message::Moving(message) => moving(message),
        Message::MovingHint(hint) => moving_hint(hint),
        Message::Recover(message) => recover(message),
        Message::Create(message) => create::create(message),
        Message::CreateHint(hint) => create::create_hint(hint),
        Message::Edit(message) => edit::edit(message),
        Message::EditHint(hint) => edit::edit_hint(hint),
        Message::FixedDate(message) => fixed_date(message),
        Message::DueDate(message) => due_date(message),
        Message::DueDateHint(hint) => due_date_hint(hint),
        Message::Fit(message) => fit::fit(message),
        Message::FitHint(message) => fit::fit_hint(message),
        Message::Ics(message) => ics::ics(message),
        Message::IcsHint(hint) => ics::ics_hint(hint),
        Message::Export(message) => export::export(message),
        Message::ExportHint(hint) => export::export_hint(hint),
        Message::Pull(message) => pull::pull(message),
        Message::PullHint(hint) => pull::pull_hint(hint).into(),
        Message::Plans(message) => plans::plans(message),
        Message::Several(message) => plans::several(message),
        Message::Open(message) => open(message),
        Message::Check(message) => check(message),
        Message::File(message) => file(message).into(),
        Message::FileHint(message) => file_hint(message).into(),
        Message::Permissions(message) => permissions(message).into(),
        Message::Config(message) => config(message).into(),
        Message::Journal(message) => journal(message).into(),
        Message::JournalHint(hint) => journal_hint(hint).into(),
        Message::JournalWarning(warning) => journal_warning(warning).into(),
        Message::LineFault(fault) => line_fault(fault).into(),
        Message::Import(message) => import(message).into(),
        Message::Init(message) => init(message),
        Message::InitHint(hint) => init_hint(hint),
        Message::Correction(message) => correction(message),
        Message::Recording(message) => recording(message),
        Message::RecordingHint(hint) => recording_hint(hint),
        Message::Relink(message) => relink(message),
        Message::Doctor(message) => doctor(message),
        Message::DoctorHint(hint) => doctor_hint(hint),
        Message::Source(problem) => source::message(problem).into(),
        Message::SourceHelp(problem) => source::help(problem).into(),
        Message::Lint(message) => lint(message).into(),
        Message::LintHelp(message, accept) => lint_help(message, accept.as_ref()).into(),
        Message::KeyPurpose(level, key) => keys::purpose(*level, key).into(),
        Message::Label(message) => label(*message).into(),
        Message::Page(message) => page::page(message),
        Message::Phrase(message) => phrase(message, year).into(),
        Message::Schedule(message) => schedule(message, year),
        Message::PlanDiff(message) => plan_diff(message),
        Message::Forecast(message) => forecast(message),
        Message::ForecastBasis(message) => forecast_basis(message).into(),
        Message::Health(message) => health(message),
        Message::MoveWarning(message) => move_warning(message).into(),
        Message::Recovery(message) => recovery(message, year),
        Message::Proposal(message) => proposal(message, year),
        Message::Shortfall(message) => shortfall(message, year),
        Message::Log(message) => log(message),
        Message::Confirmation(message) => confirmation(message),
        Message::Report(message) => report(message, year),
        Message::Review(message) => review::review(message, year),
        Message::Show(message) => show(message, year),
        Message::OnPlan(inner, plan) => on_plan(&self::message(inner, year), plan).into(),
    }
}
