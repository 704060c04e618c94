//! The global flags and the list of verbs.

mod complete;
mod localised;
mod manual;
mod usage;

use clap::{Parser, Subcommand};

use crate::commands::{
    add, check, completions, doctor, done, due, edit, export, fit, forecast, help, import, init,
    log, man, milestones, r#move, new, next, note, off, open, page, plans, pull, recover, redo,
    reopen, report, resources, roadmap, schema, shift, show, skip, start, status, stop, today,
    tomorrow, undo, r#use, week,
};
use crate::context::{ColorChoice, Look};
use crate::error::Error;
use crate::text::{Language, Run};

pub(crate) use complete::{complete, registration};
pub(crate) use localised::{help_text, parse_error};
pub(crate) use manual::pages;
pub(crate) use usage::usage_error;

const AFTER_HELP: &str = "\
Examples:
  plan           today's slots
  plan done 2    mark today's second slot as done
  plan report    this week, then all phases and topics

Topics, shown by `plan help TOPIC`:
  targets          name slots, days, weeks, phases and topics
  dates            dates, times, durations; how slots are counted
  plan-file        write your own plan, and change it later
  importing        turn a note in Markdown into a plan
  falling-behind   rest days, moving slots, catching up
  hours            the plan in the hours of your own week
  calendars        your plan in a calendar, on your phone
  several-plans    more than one plan: one screen, targets, overlaps
  finish-date      how the forecast works
  data             where your data is, what is guaranteed, backups
  json             scripts: JSON, exit codes, the shell prompt
  speed            what commands cost, and the cache

PLAN_NOW=2026-12-07T11:00:00 sets the clock, for tests and demos.";

/// Follow a study plan: see what to study today, record what you did, report on the week
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
pub(crate) struct Cli {
    /// Use this plan: an id that `plan plans` lists, or a path
    #[arg(
        long,
        global = true,
        value_name = "PLAN",
        help_heading = "Global options"
    )]
    plan: Option<String>,
    /// Use colour: auto, always or never
    #[arg(
        long,
        global = true,
        value_enum,
        default_value_t,
        hide_possible_values = true,
        hide_default_value = true,
        value_name = "WHEN",
        help_heading = "Global options"
    )]
    color: ColorChoice,
    /// Draw symbols and bars in ASCII
    #[arg(long, global = true, help_heading = "Global options")]
    ascii: bool,
    /// Show English or Chinese: en or zh
    #[arg(
        long,
        global = true,
        value_name = "LANGUAGE",
        value_parser = language,
        help_heading = "Global options"
    )]
    lang: Option<Language>,
    /// The flags of `today`, if there is no verb.
    #[command(flatten)]
    pub(crate) today: today::Flags,
    /// The verb; `today` if there is none
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

impl Cli {
    /// Whether errors are only an exit code, because the answer is for a shell prompt.
    pub(crate) fn is_prompt(&self) -> bool {
        matches!(&self.command, Some(Command::Status(args)) if args.is_prompt())
    }

    /// The global flags.
    pub(crate) fn look(&self) -> Look {
        Look {
            color: self.color,
            ascii: self.ascii,
            language: self.lang,
            plan: self.plan.clone(),
            dry_run: false,
            salvage: matches!(self.command, Some(Command::Doctor(_) | Command::Help(_))),
        }
    }
}

fn language(name: &str) -> Result<Language, Error> {
    Language::of(name).ok_or_else(|| Error::usage(Run::NoLanguage))
}

/// The verbs.
#[derive(Debug, Subcommand)]
// Builds only the invoked subcommand: the others are half of what parsing costs.
#[command(defer = true)]
pub(crate) enum Command {
    /// Show today's slots, what to read and what is overdue
    Today(today::Args),
    /// Show tomorrow's slots
    Tomorrow(tomorrow::Args),
    /// Show the next open slot in full
    Next(next::Args),
    /// Show this calendar week, Monday to Sunday
    Week(week::Args),
    /// Show a slot, day, week, phase or topic in full
    Show(show::Args),
    /// Mark slots as done
    Done(done::Args),
    /// Mark slots as skipped: left out on purpose
    Skip(skip::Args),
    /// Make slots open again that are done or skipped
    Reopen(reopen::Args),
    /// Add a note to a slot, or remove one
    Note(note::Args),
    /// Start a timer for a slot
    Start(start::Args),
    /// Stop the timer; the slot stays open
    Stop(stop::Args),
    /// Take back the last step made on this device
    Undo(undo::Args),
    /// Redo what the last undo took back
    Redo(redo::Args),
    /// Show the history: what was recorded, and when
    Log(log::Args),
    /// Declare rest days, ahead or afterwards
    Off(off::Args),
    /// Add a slot that the plan file doesn't have
    Add(add::Args),
    /// Move a slot, the open slots of a day, or an event to another date
    Move(r#move::Args),
    /// Set the date of an event, a deliverable or a milestone
    Due(due::Args),
    /// Move everything open by whole weeks, keeping weekdays
    Shift(shift::Args),
    /// Reschedule overdue slots and slots on rest days
    Recover(recover::Args),
    /// Lay out everything open in the hours of your own week
    Fit(fit::Args),
    /// Report on the week, then on all phases and topics
    Report(report::Args),
    /// Write a page for a browser: today, this week, report and roadmap
    Page(page::Args),
    /// Draw the graph of topics, with progress
    Roadmap(roadmap::Args),
    /// List the resources, what each is used for, and how much is done
    Resources(resources::Args),
    /// Show milestones and exams: what is due when, and how much of it is done
    Milestones(milestones::Args),
    /// Estimate when the plan will end, and which milestones are at risk
    Forecast(forecast::Args),
    /// Open the link of a slot or resource in the browser
    Open(open::Args),
    /// Show the slot that is on now
    Status(status::Args),
    /// Choose a plan and record its start
    Init(init::Args),
    /// List the plans: progress, next slot, file
    Plans(plans::Args),
    /// Switch to another plan
    Use(r#use::Args),
    /// Turn a study plan in Markdown into a plan file
    Import(import::Args),
    /// Write a small annotated plan file to start from
    New(new::Args),
    /// Edit the plan file, and review the changes before they are saved
    Edit(edit::Args),
    /// Check a plan file for errors, and warn of likely mistakes
    Check(check::Args),
    /// Print the JSON Schema of plan files
    Schema(schema::Args),
    /// Print the whole plan as YAML, JSON, a calendar, a table or a note
    Export(export::Args),
    /// Record what is ticked in a note that `plan export` wrote
    Pull(pull::Args),
    /// Check journal, plan and files, and suggest fixes
    Doctor(doctor::Args),
    /// Print a shell completion script
    Completions(completions::Args),
    /// Write the manual pages
    Man(man::Args),
    /// Explain a verb or a topic
    Help(help::Args),
}
