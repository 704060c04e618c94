//! `plan`: follow a study plan from the command line.
//!
//! A plan file (YAML) is parsed into a typed model and laid out on the calendar; what the
//! learner has done stands in an append-only journal; summaries put the three together and
//! renderers show them. Pure thinking stands on the ground floors, files and the terminal at the
//! edges:
//!
//! | room | what it knows | whom it uses |
//! |---|---|---|
//! | [`model`] | what a plan *is* | nobody |
//! | [`source`] | plan text to [`model::Plan`], or every fault; and back | model |
//! | [`calendar`] | which day of the plan falls on which date | model |
//! | [`progress`] | events, the state they add up to, and which slot of an edited plan it belongs to | model |
//! | [`reschedule`] | where work that slipped can be put | calendar, progress |
//! | [`lint`] | what a careful teacher would ask about a plan | source, calendar |
//! | [`forecast`] | when a plan will end, by what was done so far | calendar |
//! | [`summary`] | every figure that is shown, worked out once | reschedule, forecast, calendar, progress |
//! | [`store`] | every touch of a file: journal, configuration, plan files, cache | source, progress |
//! | [`render`] | figures to text: terminal, JSON, Markdown | summary |
//! | `guide` | the long documentation, one Markdown file per topic | nobody |
//! | [`commands`] | one file a verb: load, decide, record, show | everything below |
//! | [`cli`] | global flags and the list of commands | commands |
//!
//! [`text`], [`error`] and [`escape`] lie below all of them; [`context`] is the only door to clock,
//! terminal and environment, and is handed to commands.
//!
//! # Invariants
//! - Clock, environment and printing occur in [`context`], file access in [`store`]; `clippy.toml`
//!   lists the calls that are faults elsewhere. For its caches `store` looks at the true clock too,
//!   which no test sets.
//! - Every figure is worked out in [`summary`] and shown by terminal, JSON and Markdown alike:
//!   `render` works nothing out, `summary` formats nothing.
//! - The journal keeps stable slot ids, never "slot 2 of today". No command truncates, replaces
//!   or deletes it.
//! - Domain types know no outside format: YAML stands in `source`, journal lines in
//!   `store::codec`, JSON shapes in `render::json`.
//! - The cache (`store::cache`, and on it `compiled` and `checkpoint`) changes no answer: what it
//!   was made from must be in the very state it was in then, or in the journal's case begin with
//!   the very bytes. For it alone types of the model and of progress hang derives.
//! - Foreign text is escaped where it leaves, by one function an output ([`escape`]).

pub mod calendar;
pub mod cli;
pub mod commands;
pub mod context;
pub mod error;
pub mod escape;
pub mod forecast;
#[cfg(any(test, feature = "fuzz"))]
pub mod fuzz;
mod guide;
pub mod lint;
pub mod model;
pub mod progress;
pub mod render;
pub mod reschedule;
pub mod source;
pub mod store;
pub mod summary;
#[cfg(test)]
mod tests;
pub mod text;

use clap::{CommandFactory, Parser};
use cli::Command;
use context::Ctx;

/// Runs the program with the arguments it was called with and gives its exit code.
#[must_use]
pub fn run() -> u8 {
    let cli = match cli::Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return context::refuse(&error),
    };
    match Ctx::new(cli.look()) {
        Ok(mut ctx) => {
            let result = dispatch(&cli, &mut ctx);
            context::finish(Some(ctx), &result)
        }
        Err(error) => context::finish(None, &Err(error)),
    }
}

/// Carries out the command; without one, `today`.
///
/// # Errors
/// What the verb gives.
fn dispatch(cli: &cli::Cli, ctx: &mut Ctx) -> error::Result<()> {
    if cli.command.is_some() {
        cli.today.check_position()?;
    }
    match cli.command.as_ref() {
        None => commands::today::run(&cli.today, ctx),
        Some(Command::Today(args)) => commands::today::run(args, ctx),
        Some(Command::Tomorrow(args)) => commands::tomorrow::run(args, ctx),
        Some(Command::Next(args)) => commands::next::run(args, ctx),
        Some(Command::Week(args)) => commands::week::run(args, ctx),
        Some(Command::Show(args)) => commands::show::run(args, ctx),
        Some(Command::Done(args)) => commands::done::run(args, ctx),
        Some(Command::Skip(args)) => commands::skip::run(args, ctx),
        Some(Command::Note(args)) => commands::note::run(args, ctx),
        Some(Command::Undo(args)) => commands::undo::run(args, ctx),
        Some(Command::Redo(args)) => commands::redo::run(args, ctx),
        Some(Command::Log(args)) => commands::log::run(args, ctx),
        Some(Command::Off(args)) => commands::off::run(args, ctx),
        Some(Command::Move(args)) => commands::r#move::run(args, ctx),
        Some(Command::Shift(args)) => commands::shift::run(args, ctx),
        Some(Command::Recover(args)) => commands::recover::run(args, ctx),
        Some(Command::Report(args)) => commands::report::run(args, ctx),
        Some(Command::Roadmap(args)) => commands::roadmap::run(args, ctx),
        Some(Command::Resources(args)) => commands::resources::run(args, ctx),
        Some(Command::Milestones(args)) => commands::milestones::run(args, ctx),
        Some(Command::Forecast(args)) => commands::forecast::run(args, ctx),
        Some(Command::Open(args)) => commands::open::run(args, ctx),
        Some(Command::Status(args)) => commands::status::run(args, ctx),
        Some(Command::Init(args)) => commands::init::run(args, ctx),
        Some(Command::Check(args)) => commands::check::run(args, ctx),
        Some(Command::Schema(args)) => commands::schema::run(args, ctx),
        Some(Command::Export(args)) => commands::export::run(args, ctx),
        Some(Command::Doctor(args)) => commands::doctor::run(args, ctx),
        Some(Command::Help(args)) => commands::help::run(args, ctx, cli::Cli::command()),
    }
}
