//! `plan`: follow a study plan from the command line.
//!
//! A plan file (YAML) is parsed into a typed model and laid out on the calendar. What the learner
//! has done is in an append-only journal. Summaries combine the two, and renderers show them.
//! A module may use those that this map gives it, and the ground floor: `model`, `text`, `error`
//! and `escape`. No two files use each other. `tests/it/modules.rs` reads the map and checks both.
//!
//! | module | what it knows | what it uses |
//! |---|---|---|
//! | [`cli`] | global options and the list of verbs | commands, context |
//! | `fuzz` | entry points of fuzz targets; not in a normal build | everything below |
//! | [`commands`] | one file per verb: load, decide, record, show | everything below |
//! | `guide` | the long documentation, one Markdown file per topic and language | render |
//! | [`context`] | the only access to clock, terminal and environment | render, store, calendar |
//! | [`render`] | figures to text: terminal, JSON, Markdown, pages | summary, forecast, import, lint, calendar, progress, source, ics, checklist |
//! | [`store`] | every access to a file: journal, configuration, plan and calendar files, caches | source, progress, ics |
//! | [`summary`] | every figure that is shown, computed once | reschedule, forecast, calendar, progress, source, ics, checklist |
//! | [`reschedule`] | where work that slipped can be placed | calendar, progress |
//! | [`import`] | notes in Markdown to plans | source, calendar |
//! | [`forecast`] | when a plan will end, judged by what was done so far | calendar |
//! | [`lint`] | what a careful teacher would ask about a plan | source, calendar |
//! | [`progress`] | events, the state they add up to, marks and an edited plan | nothing |
//! | [`calendar`] | which day of the plan falls on which date | nothing |
//! | [`source`] | plan text to [`model::Plan`] or every error in it, and back | nothing |
//! | [`ics`] | calendar files of others: days off and at work, and times that are taken | nothing |
//! | [`checklist`] | notes with a check box for each slot | nothing |
//! | [`error`] | failures and exit codes | text |
//! | [`text`] | every word that a person reads | model |
//! | [`escape`] | making foreign text safe | nothing |
//! | [`model`] | what a plan *is* | nothing |
//!
//! # Invariants
//! - Clock, environment and printing occur in [`context`], file access in [`store`]; `clippy.toml`
//!   lists the calls that are errors elsewhere. Only for its caches does `store` read the clock of
//!   the file system, which no test sets.
//! - Every figure is computed in [`summary`]: `render` computes nothing, `summary` formats nothing.
//! - The journal stores stable slot ids, never "slot 2 of today". No command truncates, replaces
//!   or deletes it.
//! - Words come from [`text`]. Exceptions: the English help, which clap reads next to each option (in
//!   other languages it is in `text`), the guide, descriptions in the schema, and names that are
//!   also values in JSON (such as `MatchedBy::name`, `LogStep::verb`).
//! - Domain types know no outside format: YAML is known in `source`, iCalendar in `ics`, journal lines
//!   in `store::codec`, JSON shapes in `render::json`, which serialises plain values of the model and of
//!   summary as they are if their fields are just the keys of the answer. All of these derive `JsonSchema`, from which
//!   `plan schema VERB` is made.
//! - With `--dry-run`, nothing is written: `store::dry_run` keeps it in memory, for the rest of the run.
//! - There are two caches, `store::compiled` and `store::day_card`, and neither changes an answer:
//!   each counts only while everything it was computed from is unchanged.
//! - Foreign text is escaped where it leaves the program, by one function per output ([`escape`]).

#![expect(
    rustdoc::private_intra_doc_links,
    reason = "everything but `run` is private, and the documentation is built with private items"
)]

pub(crate) mod calendar;
pub(crate) mod checklist;
pub(crate) mod cli;
pub(crate) mod commands;
pub(crate) mod context;
pub(crate) mod error;
pub(crate) mod escape;
pub(crate) mod forecast;
#[cfg(any(test, feature = "fuzz"))]
pub mod fuzz;
mod guide;
pub(crate) mod ics;
pub(crate) mod import;
pub(crate) mod lint;
pub(crate) mod model;
pub(crate) mod progress;
pub(crate) mod render;
pub(crate) mod reschedule;
pub(crate) mod source;
pub(crate) mod store;
pub(crate) mod summary;
#[cfg(test)]
mod tests;
pub(crate) mod text;

use clap::{CommandFactory, Parser};
use cli::Command;
use context::Ctx;

/// Runs the program with the arguments it was called with and gives its exit code.
#[must_use]
pub fn run() -> u8 {
    if let Some(shell) = context::completing() {
        let found = || cli::complete(&shell, context::arguments());
        return context::print_help(context::asked_language(), |_| found());
    }
    let cli = match cli::Cli::try_parse() {
        Ok(cli) => cli,
        Err(refused) => return refuse(&refused),
    };
    let (ctx, result) = match Ctx::new(cli.look()) {
        Ok(mut ctx) => {
            let result = dispatch(&cli, &mut ctx);
            (Some(ctx), result)
        }
        Err(error) => (None, Err(error)),
    };
    // A prompt is no place for errors.
    let result = if cli.is_prompt() { Ok(()) } else { result };
    let language = match &ctx {
        Some(ctx) => ctx.style.locale.language(),
        None => context::asked_language(),
    };
    context::finish(ctx, language, &result)
}

/// Prints the error of a command line that clap refuses, or the help that was asked for.
fn refuse(refused: &clap::Error) -> u8 {
    let language = context::asked_language();
    let error = cli::parse_error(language, context::arguments());
    let error = error.as_ref().unwrap_or(refused);
    if error.use_stderr() {
        return context::finish(
            None,
            language,
            &Err(cli::usage_error(error, context::arguments())),
        );
    }
    context::print_help(language, |color| cli::help_text(error, language, color))
}

/// Carries out the command; without one, `today`.
///
/// # Errors
/// What the verb gives.
#[expect(clippy::too_many_lines, reason = "one exhaustive match")]
fn dispatch(cli: &cli::Cli, ctx: &mut Ctx) -> error::Result<()> {
    commands::init::finish_killed(ctx);
    if cli.command.is_some() {
        cli.today.check_position()?;
    }
    match cli.command.as_ref() {
        None => commands::today::run_bare(&cli.today, ctx),
        Some(Command::Today(args)) => commands::today::run(args, ctx),
        Some(Command::Tomorrow(args)) => commands::tomorrow::run(args, ctx),
        Some(Command::Next(args)) => commands::next::run(args, ctx),
        Some(Command::Week(args)) => commands::week::run(args, ctx),
        Some(Command::Show(args)) => commands::show::run(args, ctx),
        Some(Command::Done(dry)) => commands::done::run(&dry.args, ctx),
        Some(Command::Skip(dry)) => commands::skip::run(&dry.args, ctx),
        Some(Command::Reopen(dry)) => commands::reopen::run(&dry.args, ctx),
        Some(Command::Note(dry)) => commands::note::run(&dry.args, ctx),
        Some(Command::Start(dry)) => commands::start::run(&dry.args, ctx),
        Some(Command::Stop(dry)) => commands::stop::run(&dry.args, ctx),
        Some(Command::Undo(dry)) => commands::undo::run(&dry.args, ctx),
        Some(Command::Redo(dry)) => commands::redo::run(&dry.args, ctx),
        Some(Command::Log(args)) => commands::log::run(args, ctx),
        Some(Command::Off(dry)) => commands::off::run(&dry.args, ctx),
        Some(Command::Add(dry)) => commands::add::run(&dry.args, ctx),
        Some(Command::Due(dry)) => commands::due::run(&dry.args, ctx),
        Some(Command::Move(dry)) => commands::r#move::run(&dry.args, ctx),
        Some(Command::Shift(dry)) => commands::shift::run(&dry.args, ctx),
        Some(Command::Recover(dry)) => commands::recover::run(&dry.args, ctx),
        Some(Command::Fit(dry)) => commands::fit::run(&dry.args, ctx),
        Some(Command::Report(args)) => commands::report::run(args, ctx),
        Some(Command::Page(args)) => commands::page::run(args, ctx),
        Some(Command::Roadmap(args)) => commands::roadmap::run(args, ctx),
        Some(Command::Resources(args)) => commands::resources::run(args, ctx),
        Some(Command::Milestones(args)) => commands::milestones::run(args, ctx),
        Some(Command::Forecast(args)) => commands::forecast::run(args, ctx),
        Some(Command::Open(args)) => commands::open::run(args, ctx),
        Some(Command::Status(args)) => commands::status::run(args, ctx),
        Some(Command::Init(dry)) => commands::init::run(&dry.args, ctx),
        Some(Command::Plans(args)) => {
            commands::plans::run(args, ctx);
            Ok(())
        }
        Some(Command::Use(dry)) => commands::r#use::run(&dry.args, ctx),
        Some(Command::Import(dry)) => commands::import::run(&dry.args, ctx),
        Some(Command::New(args)) => commands::new::run(args, ctx),
        Some(Command::Edit(args)) => commands::edit::run(args, ctx),
        Some(Command::Check(args)) => commands::check::run(args, ctx),
        Some(Command::Schema(args)) => commands::schema::run(args, ctx),
        Some(Command::Export(args)) => commands::export::run(args, ctx),
        Some(Command::Pull(dry)) => commands::pull::run(&dry.args, ctx),
        Some(Command::Doctor(dry)) => commands::doctor::run(&dry.args, ctx),
        Some(Command::Completions(args)) => {
            commands::completions::run(args, ctx, cli::registration)
        }
        Some(Command::Man(args)) => {
            let pages = cli::pages(ctx.style.locale.language());
            commands::man::run(args, ctx, &pages)
        }
        Some(Command::Skill(args)) => commands::skill::run(args, ctx),
        Some(Command::Help(args)) => {
            let (language, color) = (ctx.style.locale.language(), ctx.style.color);
            let help = |arguments| {
                let asked = cli::parse_error(language, arguments)?;
                Some(cli::help_text(&asked, language, color))
            };
            commands::help::run(args, ctx, &cli::Cli::command(), help)
        }
    }
}
