//! One file a verb: its arguments, and `run`: load, decide, record, show.

pub mod check;
pub mod doctor;
pub mod done;
pub mod export;
pub mod init;
mod load;
pub mod log;
pub mod next;
pub mod note;
mod output;
mod record;
pub mod redo;
pub mod report;
pub mod show;
pub mod skip;
pub mod status;
mod target;
pub mod today;
pub mod tomorrow;
pub mod undo;
pub mod week;
mod words;

use crate::cli::Command;
use crate::context::Ctx;
use crate::error::Result;

/// Carries out `command`; without one, `today`.
///
/// # Errors
/// What the verb gives.
pub fn run(command: Option<&Command>, ctx: &mut Ctx) -> Result<()> {
    match command {
        None => today::run(&today::Args::default(), ctx),
        Some(Command::Today(args)) => today::run(args, ctx),
        Some(Command::Tomorrow(args)) => tomorrow::run(args, ctx),
        Some(Command::Next(args)) => next::run(args, ctx),
        Some(Command::Week(args)) => week::run(args, ctx),
        Some(Command::Show(args)) => show::run(args, ctx),
        Some(Command::Done(args)) => done::run(args, ctx),
        Some(Command::Skip(args)) => skip::run(args, ctx),
        Some(Command::Note(args)) => note::run(args, ctx),
        Some(Command::Undo(args)) => undo::run(args, ctx),
        Some(Command::Redo(args)) => redo::run(args, ctx),
        Some(Command::Log(args)) => log::run(args, ctx),
        Some(Command::Report(args)) => report::run(args, ctx),
        Some(Command::Status(args)) => status::run(args, ctx),
        Some(Command::Init(args)) => init::run(args, ctx),
        Some(Command::Check(args)) => check::run(args, ctx),
        Some(Command::Export(args)) => export::run(args, ctx),
        Some(Command::Doctor(args)) => doctor::run(args, ctx),
    }
}
