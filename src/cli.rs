//! Global flags and the list of commands, and how they are read.

use std::mem::ManuallyDrop;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::commands::{
    check, doctor, done, export, forecast, help, init, log, milestones, r#move, next, note, off,
    open, recover, redo, report, resources, roadmap, schema, shift, show, skip, status, today,
    tomorrow, undo, week,
};
use crate::context::{ColorChoice, Look};

const AFTER_HELP: &str = "\
Examples:
  plan                   what is on today
  plan done 2            mark today's second slot done
  plan report            this week, and all phases

Topics, shown by `plan help TOPIC`:
  targets          name slots, days, weeks, phases and topics
  dates            dates, times, durations; how slots are counted
  plan-file        write your own plan, and change it later
  falling-behind   days of rest, moving slots, catching up
  finish-date      how `plan forecast` works
  data             where your data is, what is guaranteed, backups
  json             scripts: JSON, exit codes, the shell prompt
  speed            what commands cost, and the cache

PLAN_NOW=2026-12-07T11:00:00 sets the clock, for tests and demos.";

/// Follow a study plan: today's slots, marks that are never lost, honest reports
#[derive(Debug, Parser)]
#[command(
    name = "plan",
    version,
    about,
    after_help = AFTER_HELP,
    disable_help_subcommand = true,
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
    /// The arguments that the program was called with.
    ///
    /// # Errors
    /// What stands there and makes no sense; also that help or the version is asked for.
    pub fn read() -> Result<Self, clap::Error> {
        // As `try_parse` does; but a run ends with its command, which is not taken apart.
        let mut command = ManuallyDrop::new(Self::command());
        let mut matches = command.try_get_matches_from_mut(std::env::args_os())?;
        Self::from_arg_matches_mut(&mut matches).map_err(|error| error.format(&mut command))
    }

    /// The global flags.
    #[must_use]
    pub fn look(&self) -> Look {
        Look {
            color: self.color,
            ascii: self.ascii,
            plan: self.plan.clone(),
            salvage: matches!(self.command, Some(Command::Doctor(_) | Command::Help(_))),
        }
    }
}

/// What can be done.
#[derive(Debug, Subcommand)]
// Of the verbs only the one that is called is built: half of what parsing costs.
#[command(defer = true)]
pub enum Command {
    /// Show today's slots, what is overdue and what comes next
    Today(today::Args),
    /// Show tomorrow's slots
    Tomorrow(tomorrow::Args),
    /// Show in full the slot to turn to next
    Next(next::Args),
    /// Show this calendar week, Monday to Sunday
    Week(week::Args),
    /// Show a slot, day, week, phase or topic in full
    Show(show::Args),
    /// Mark slots done
    Done(done::Args),
    /// Leave slots out on purpose
    Skip(skip::Args),
    /// Keep a remark with a slot
    Note(note::Args),
    /// Take back the last step of this device, step by step
    Undo(undo::Args),
    /// Bring back what the last undo took
    Redo(redo::Args),
    /// Show the history: what was recorded, and when
    Log(log::Args),
    /// Declare days of rest, ahead or afterwards
    Off(off::Args),
    /// Put a slot, or what is open of a day, on another date
    Move(r#move::Args),
    /// Move all that is not done by whole weeks, keeping weekdays
    Shift(shift::Args),
    /// Find a way back for what is overdue or stands on days of rest
    Recover(recover::Args),
    /// Report on this calendar week, and on all phases and topics
    Report(report::Args),
    /// Draw the graph of topics with their progress
    Roadmap(roadmap::Args),
    /// List the library: what each entry is used for, and how much of that is done
    Resources(resources::Args),
    /// Show what should be reached by when, and how much of what fulfils it is done
    Milestones(milestones::Args),
    /// Say when the plan will end, by what was done so far, and which milestones are at risk
    Forecast(forecast::Args),
    /// Open a link in the browser
    Open(open::Args),
    /// Say what is on now
    Status(status::Args),
    /// Choose a plan and begin it
    Init(init::Args),
    /// Find every fault of a plan file, and ask what a careful teacher would
    Check(check::Args),
    /// Print the JSON Schema of plan files, for editors
    Schema(schema::Args),
    /// Write the whole plan in another form
    Export(export::Args),
    /// Look at journal, plan and places, and say what to do
    Doctor(doctor::Args),
    /// Explain a verb or a topic
    Help(help::Args),
}
