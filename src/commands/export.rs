//! `plan export`

mod calendar;
mod note;
mod table;

use clap::ValueEnum;

use super::{load, output};
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::render::json;
use crate::source;
use crate::text::{Export, ExportHint};
pub(super) use calendar::whole_calendar;
pub(super) use note::publish as publish_note;
use table::TableOf;

/// The formats of an exported plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportFormat {
    /// A plan file, to be edited
    Yaml,
    /// The whole plan with its dates and marks, for a script
    Json,
    /// A calendar file
    Ics,
    /// A folder with a calendar file for each slot, for vdirsyncer and khal
    Vdir,
    /// A table of slots, marks or dates
    Csv,
    /// A note with check boxes, for Obsidian
    Md,
}

const EXAMPLES: &str = "\
Examples:
  plan export --format yaml > my-plan.yaml     a plan file to edit
  plan export --format json                    with dates and marks
  plan export --format ics -o plan.ics         for your calendar
  plan export --format vdir -o ~/calendars/plan --alarm 10m
  plan export --format csv > slots.csv         for a spreadsheet or a database
  plan export --format csv --table dates --learners class/
  plan export --format md -o plan.md           a note with check boxes, for Obsidian

Export again after changes: calendars recognise every slot. See `plan help calendars`, also about notes and
`plan pull`, and for tables `plan help data`.";

#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Output format: yaml, json, ics, vdir, csv or md
    #[arg(
        long,
        value_enum,
        hide_possible_values = true,
        value_name = "FORMAT",
        required_unless_present = "json"
    )]
    format: Option<ExportFormat>,
    /// Same as --format json
    #[arg(long, conflicts_with = "format")]
    json: bool,
    /// Where to write a calendar or note: a file, or a folder for vdir
    #[arg(short, long, value_name = "PATH")]
    output: Option<String>,
    /// Only what is on this date or later
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    from: Option<String>,
    /// Only what is on this date or earlier
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    to: Option<String>,
    /// Add a reminder this long before each open slot and event
    #[arg(long, value_name = "DURATION")]
    alarm: Option<String>,
    /// The rows of a CSV file: slots (default), marks or dates
    #[arg(long, value_enum, hide_possible_values = true, value_name = "TABLE")]
    table: Option<TableOf>,
    /// Combine the learners with a state folder in DIR into one table
    #[arg(long, value_name = "DIR")]
    learners: Option<String>,
    /// Write the dates of a note as fields of Dataview
    #[arg(long)]
    dataview: bool,
}

/// Writes the plan as YAML, or together with its dates and marks as JSON, a calendar, a table or a
/// note.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let format = args.format.unwrap_or(ExportFormat::Json);
    args.check_flags(format)?;
    match format {
        ExportFormat::Yaml => {
            let plan = load::plan(ctx)?.plan;
            ctx.out += &source::write(&plan);
        }
        ExportFormat::Json => {
            let loaded = load::all(ctx)?;
            let study = &loaded.study;
            output::json(ctx, study, json::export(study));
        }
        ExportFormat::Ics | ExportFormat::Vdir => calendar::run(args, format, ctx)?,
        ExportFormat::Csv => table::run(args, ctx)?,
        ExportFormat::Md => note::run(args, ctx)?,
    }
    Ok(())
}

impl Args {
    /// Refuses a flag of another format.
    fn check_flags(&self, format: ExportFormat) -> Result<()> {
        let given = |flags: &[(&'static str, bool)]| {
            let mut given = flags.iter().filter(|(_, is_given)| *is_given);
            given.next().map(|(flag, _)| *flag)
        };
        let of_calendars = given(&[
            ("--from", self.from.is_some()),
            ("--to", self.to.is_some()),
            ("--alarm", self.alarm.is_some()),
        ]);
        let of_tables = given(&[
            ("--table", self.table.is_some()),
            ("--learners", self.learners.is_some()),
        ]);
        let is_calendar = matches!(format, ExportFormat::Ics | ExportFormat::Vdir);
        let is_file = is_calendar || format == ExportFormat::Md;
        if self.output.is_some() && !is_file {
            let error = Error::usage(Export::OnlyFiles("--output"));
            return Err(error.hint(ExportHint::FileFormats));
        }
        if self.dataview && format != ExportFormat::Md {
            let error = Error::usage(Export::OnlyNotes("--dataview"));
            return Err(error.hint(ExportHint::NoteFormat));
        }
        if let Some(flag) = of_calendars.filter(|_| !is_calendar) {
            return Err(Error::usage(Export::OnlyCalendars(flag)).hint(ExportHint::Formats));
        }
        if let Some(flag) = of_tables.filter(|_| format != ExportFormat::Csv) {
            return Err(Error::usage(Export::OnlyTables(flag)).hint(ExportHint::TableFormat));
        }
        Ok(())
    }
}
