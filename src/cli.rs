//! Global flags and the list of commands, nothing else.

use clap::{Parser, Subcommand};

use crate::commands::{
    check, doctor, done, export, forecast, init, log, milestones, r#move, next, note, off, open,
    recover, redo, report, resources, roadmap, schema, shift, show, skip, status, today, tomorrow,
    undo, week,
};
use crate::context::{ColorChoice, Look};

/// Follow a study plan: today's slots, marks that are never lost, honest reports
#[derive(Debug, Parser)]
#[command(
    name = "plan",
    version,
    about,
    after_help = "Examples:\n  plan                   what is on today\n  plan done 2            mark today's second slot done\n  plan report            this week, and all phases\n\nPLAN_NOW=2026-12-07T11:00:00 sets the clock, for tests and demos.",
    args_override_self = true,
    infer_long_args = false
)]
pub struct Cli {
    /// The plan: the id of a shipped one, or a path
    #[arg(long, global = true, value_name = "PLAN", help_heading = "Everywhere")]
    plan: Option<String>,
    /// When to use colour: auto, always or never
    #[arg(
        long,
        global = true,
        value_enum,
        default_value_t,
        hide_possible_values = true,
        hide_default_value = true,
        value_name = "WHEN",
        help_heading = "Everywhere"
    )]
    color: ColorChoice,
    /// Draw signs and bars in ASCII
    #[arg(long, global = true, help_heading = "Everywhere")]
    ascii: bool,
    /// The flags of `today`, where no verb is said.
    #[command(flatten)]
    pub today: today::Args,
    /// What to do; `today` where nothing is said
    #[command(subcommand)]
    pub command: Option<Command>,
}

impl Cli {
    /// The global flags.
    #[must_use]
    pub fn look(&self) -> Look {
        Look {
            color: self.color,
            ascii: self.ascii,
            plan: self.plan.clone(),
        }
    }
}

/// What can be done.
#[derive(Debug, Subcommand)]
#[expect(
    missing_docs,
    reason = "each verb's Args says what it does, here and in --help"
)]
pub enum Command {
    Today(today::Args),
    Tomorrow(tomorrow::Args),
    Next(next::Args),
    Week(week::Args),
    Show(show::Args),
    Done(done::Args),
    Skip(skip::Args),
    Note(note::Args),
    Undo(undo::Args),
    Redo(redo::Args),
    Log(log::Args),
    Off(off::Args),
    Move(r#move::Args),
    Shift(shift::Args),
    Recover(recover::Args),
    Report(report::Args),
    Roadmap(roadmap::Args),
    Resources(resources::Args),
    Milestones(milestones::Args),
    Forecast(forecast::Args),
    Open(open::Args),
    Status(status::Args),
    Init(init::Args),
    Check(check::Args),
    Schema(schema::Args),
    Export(export::Args),
    Doctor(doctor::Args),
}
