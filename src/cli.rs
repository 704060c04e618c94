//! The global flags and the list of verbs.

mod complete;
mod localised;
mod manual;
mod usage;

use clap::{Parser, Subcommand};

use crate::commands::{
    add, check, completions, doctor, done, due, edit, export, fit, forecast, help, import, init,
    log, man, milestones, r#move, new, next, note, off, open, page, plans, pull, recover, redo,
    reopen, report, resources, roadmap, schema, shift, show, skill, skip, start, status, stop,
    today, tomorrow, undo, r#use, week,
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
  json             scripts and assistants: JSON and exit codes
  shell            completion, prompts and manual pages
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
            dry_run: self.command.as_ref().is_some_and(Command::is_dry_run),
            salvage: matches!(self.command, Some(Command::Doctor(_) | Command::Help(_))),
        }
    }
}

fn language(name: &str) -> Result<Language, Error> {
    Language::of(name).ok_or_else(|| Error::usage(Run::NoLanguage))
}

// The arguments of a verb that records something, and whether it only shows what it would record.
#[derive(Debug, clap::Args)]
pub(crate) struct DryRun<A: clap::Args> {
    #[command(flatten)]
    pub(crate) args: A,
    /// Show what would be recorded, and write nothing
    #[arg(long)]
    dry_run: bool,
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
    Done(DryRun<done::Args>),
    /// Mark slots as skipped: left out on purpose
    Skip(DryRun<skip::Args>),
    /// Make slots open again that are done or skipped
    Reopen(DryRun<reopen::Args>),
    /// Add a note to a slot, or remove one
    Note(DryRun<note::Args>),
    /// Start a timer for a slot
    Start(DryRun<start::Args>),
    /// Stop the timer; the slot stays open
    Stop(DryRun<stop::Args>),
    /// Take back the last step made on this device
    Undo(DryRun<undo::Args>),
    /// Redo what the last undo took back
    Redo(DryRun<redo::Args>),
    /// Show the history: what was recorded, and when
    Log(log::Args),
    /// Declare rest days, ahead or afterwards
    Off(DryRun<off::Args>),
    /// Add a slot that the plan file doesn't have
    Add(DryRun<add::Args>),
    /// Move a slot, the open slots of a day, or an event to another date
    Move(DryRun<r#move::Args>),
    /// Set the date of an event, a deliverable or a milestone
    Due(DryRun<due::Args>),
    /// Move everything open by whole weeks, keeping weekdays
    Shift(DryRun<shift::Args>),
    /// Reschedule overdue slots and slots on rest days
    Recover(DryRun<recover::Args>),
    /// Lay out everything open in the hours of your own week
    Fit(DryRun<fit::Args>),
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
    Init(DryRun<init::Args>),
    /// List the plans: progress, next slot, file
    Plans(plans::Args),
    /// Switch to another plan
    Use(DryRun<r#use::Args>),
    /// Turn a study plan in Markdown into a plan file
    Import(DryRun<import::Args>),
    /// Write a small annotated plan file to start from
    New(new::Args),
    /// Edit the plan file, and review the changes before they are saved
    Edit(edit::Args),
    /// Check a plan file for errors, and warn of likely mistakes
    Check(check::Args),
    /// Print the JSON Schema of plan files, or of a JSON answer
    Schema(schema::Args),
    /// Print the whole plan as YAML, JSON, a calendar, a table or a note
    Export(export::Args),
    /// Record what is ticked in a note that `plan export` wrote
    Pull(DryRun<pull::Args>),
    /// Check journal, plan and files, and suggest fixes
    Doctor(DryRun<doctor::Args>),
    /// Print a shell completion script
    Completions(completions::Args),
    /// Write the manual pages
    Man(man::Args),
    /// Print what an assistant has to know to follow the plan
    Skill(skill::Args),
    /// Explain a verb or a topic
    Help(help::Args),
}

impl Command {
    /// Whether it is to write nothing.
    fn is_dry_run(&self) -> bool {
        match self {
            Self::Done(DryRun { dry_run, .. })
            | Self::Skip(DryRun { dry_run, .. })
            | Self::Reopen(DryRun { dry_run, .. })
            | Self::Note(DryRun { dry_run, .. })
            | Self::Start(DryRun { dry_run, .. })
            | Self::Stop(DryRun { dry_run, .. })
            | Self::Undo(DryRun { dry_run, .. })
            | Self::Redo(DryRun { dry_run, .. })
            | Self::Off(DryRun { dry_run, .. })
            | Self::Add(DryRun { dry_run, .. })
            | Self::Move(DryRun { dry_run, .. })
            | Self::Due(DryRun { dry_run, .. })
            | Self::Shift(DryRun { dry_run, .. })
            | Self::Recover(DryRun { dry_run, .. })
            | Self::Fit(DryRun { dry_run, .. })
            | Self::Init(DryRun { dry_run, .. })
            | Self::Use(DryRun { dry_run, .. })
            | Self::Import(DryRun { dry_run, .. })
            | Self::Pull(DryRun { dry_run, .. })
            | Self::Doctor(DryRun { dry_run, .. }) => *dry_run,
            _ => false,
        }
    }
}
