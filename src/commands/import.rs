//! `plan import`

use std::path::{Path, PathBuf};

use super::fit;
use super::identity::{plan_id, refuse_other_journal, stem};
use super::init;
use super::load;
use super::reimport;
use super::words::{self, DateReader, Looks};
use crate::context::Ctx;
use crate::error::{Error, ErrorKind, Result};
use crate::escape;
use crate::import::{self, Decided, Imported, Request};
use crate::model::{Note, Plan};
use crate::progress;
use crate::render::{json, views};
use crate::source;
use crate::store::plan_file::{self, PlanSource};
use crate::text::import::Decision;
use crate::text::{Import, Message};

const EXAMPLES: &str = "\
Examples:
  plan import note.md                     writes note.yaml
  plan import note.md --begin             and begins it on the coming Monday
  plan import note.md --hours mon-fri=19:00-21:00,sat=3h
  plan import note.md --json              for a script

Markdown in English, Chinese and Japanese: phases, months, weeks, days, times,
check boxes, tables, Mermaid charts. `plan help importing` says what is recognised.
Exit code 65 if the note is not a study plan.";

#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// The note: a Markdown file, or - for standard input (with -o)
    #[arg(value_name = "FILE")]
    note: String,
    /// The plan file to write (default: the note's name with .yaml)
    #[arg(short, long, value_name = "FILE")]
    output: Option<String>,
    /// When you have time: mon-fri=19:00-21:00,sat=3h (default: what the note says)
    #[arg(long, value_name = "HOURS")]
    hours: Option<String>,
    /// The date of Day 1 (default: the note's first date, if it is to come, or the coming Monday)
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    start: Option<String>,
    /// Follow the plan at once, as `plan init` does
    #[arg(long)]
    begin: bool,
    /// Print the answer as JSON
    #[arg(long)]
    json: bool,
}

/// Turns a note into a plan file, says what became of every line, and begins the plan if asked to.
///
/// # Errors
/// `NoPlanFile` if there is no such note; `InvalidPlan` if it is not text or not a study plan;
/// `CannotCreate` if the plan file exists and is not an import of this note.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let asked = DateReader::of(ctx).read_flag(args.start.as_deref(), Looks::Ahead)?;
    let note = Path::new(&args.note);
    let text = read(ctx, note)?;
    let target = target(args, note)?;
    let (imported, former) = imported(args, ctx, &text, &target)?;
    let shown = target.to_string_lossy().into_owned();
    let start = asked.or_else(|| {
        imported
            .start
            .filter(|_| imported.first_date >= Some(ctx.today))
    });
    let start = start.map(|start| start.to_string());
    let init = init::Args::following(&shown, start.as_deref());
    let begun = if args.begin {
        Some(init::begin(&init, ctx)?)
    } else {
        None
    };
    if args.json {
        let answer = json::imported(&imported);
        ctx.json(&answer);
        return fit(args, ctx);
    }
    let mut next = Vec::new();
    if begun.is_none() {
        let hours = unknown_hours(ctx, args, &imported);
        next = self::next(&target, start.as_deref(), hours.as_deref());
    }
    let sheet = views::imported(&imported, &shown, former, &next, ctx.is_dry_run());
    ctx.show(&sheet);
    if let Some(begun) = begun {
        init::show(&init, ctx, begun);
    }
    fit(args, ctx)
}

/// Lays the plan that was begun out in the hours that were asked for; JSON has one answer, the import.
fn fit(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let Some(hours) = args.hours.as_deref().filter(|_| args.begin) else {
        return Ok(());
    };
    let fit = fit::Args::applying(hours);
    let outcome = fit::lay_out(&fit, ctx)?;
    if !args.json {
        fit::show(&fit, ctx, &outcome);
    }
    Ok(())
}

/// Imports the note and writes the plan file; also says what became of the slots and marks of the
/// plan that was there before.
fn imported(
    args: &Args,
    ctx: &mut Ctx,
    text: &str,
    target: &Path,
) -> Result<(Imported, Vec<Import>)> {
    let hours = args.hours.as_deref().map(words::hours).transpose()?;
    let existing = plan_file::existing(target)?;
    let name = if args.note == plan_file::STDIN {
        stem(target)
    } else {
        stem(Path::new(&args.note))
    };
    let request = Request {
        id: plan_id(&stem(target), &name),
        name: name.clone(),
        hours: hours.or_else(|| ctx.config.hours.clone()),
        today: ctx.today,
    };
    let mut imported = import::import(text, &request).map_err(|why| refused(&args.note, why))?;
    imported.plan.id = plan_id(&stem(target), &imported.plan.title);
    let mut said = Vec::new();
    let former = match &existing {
        Some(old) => Some(former(target, old, &imported.plan)?),
        None => None,
    };
    if let Some(former) = &former {
        let slots = progress::keep_ids(former, &mut imported.plan);
        said.push(Import::Kept { slots });
    } else {
        refuse_other_journal(ctx, &imported.plan, Import::OtherTitleHint)?;
    }
    let begun = former.filter(|_| !load::journal(ctx, &imported.plan.id).is_new());
    if begun.is_some() {
        let is_ticked = |decided: &Decided| matches!(decided.what, Decision::Ticked { .. });
        imported.decisions.retain(|decided| !is_ticked(decided));
    }
    remark(ctx, &mut imported);
    let file = import::stamped(&source::write(&imported.plan), &args.note);
    plan_file::write(target, &file, existing.is_some())?;
    if let Some(former) = &begun {
        said.extend(reimport::follow(ctx, former, target)?);
    }
    Ok((imported, said))
}

/// The hours that slots were laid in, if `plan fit` does not know them.
fn unknown_hours(ctx: &Ctx, args: &Args, imported: &Imported) -> Option<String> {
    let is_configured = ctx.config.hours.is_some() && args.hours.is_none();
    let mut decisions = imported.decisions.iter().map(|decided| &decided.what);
    let is_known = decisions.any(|what| {
        use Decision::{HoursAsked, HoursOfDays, HoursStated};
        matches!(what, HoursAsked | HoursOfDays { .. } | HoursStated { .. })
    });
    (is_known && !is_configured).then(|| imported.hours.to_string())
}

/// The commands that come next; fitting is shown with the hours, which the plan file does not keep.
fn next(target: &Path, start: Option<&str>, hours: Option<&str>) -> Vec<String> {
    let file = escape::shell_word(target);
    let start = start.map(|start| format!(" --start {start}"));
    let start = start.unwrap_or_default();
    let mut next = vec![
        format!("plan check {file}"),
        format!("plan init {file}{start}"),
    ];
    next.extend(hours.map(|hours| format!("plan fit --hours {hours}")));
    next
}

/// The text of the note; what is wrong with its bytes is shown with its line.
fn read(ctx: &mut Ctx, note: &Path) -> Result<String> {
    let file = plan_file::read_note(note)?;
    if file.parsed.diagnostics.is_empty() {
        return Ok(file.text);
    }
    let source = PlanSource::File(note.to_owned());
    ctx.err += &load::excerpts(ctx, &source, &file, &file.parsed.diagnostics);
    Err(Error::new(ErrorKind::InvalidPlan, ""))
}

/// The path of the plan file.
///
/// # Errors
/// `Usage` if the note has no name, and nothing says how the plan file is called.
fn target(args: &Args, note: &Path) -> Result<PathBuf> {
    match &args.output {
        Some(output) => Ok(PathBuf::from(output)),
        None if args.note == plan_file::STDIN => Err(Error::usage(Import::NoName)),
        None => Ok(note.with_extension("yaml")),
    }
}

fn refused(note: &str, why: crate::text::import::NoPlan) -> Error {
    let file = note.to_owned();
    Error::new(ErrorKind::InvalidPlan, Import::Refused { file, why }).hint(Import::RefusedHint)
}

/// The plan that was imported before.
///
/// # Errors
/// `CannotCreate` if the file is something else, or was edited since.
fn former(target: &Path, old: &str, plan: &Plan) -> Result<Plan> {
    let former = source::parse(old)
        .plan
        .filter(|former| former.id == plan.id);
    let former = former.filter(|_| import::is_stamped(old));
    former.ok_or_else(|| {
        let file = target.to_string_lossy().into_owned();
        let error = Error::new(ErrorKind::CannotCreate, Import::Exists { file });
        error.hint(Import::ExistsHint)
    })
}

/// Keeps the decisions in the plan file.
fn remark(ctx: &Ctx, imported: &mut Imported) {
    let locale = ctx.style.locale;
    let notes = imported.decisions.iter().map(|decided| {
        let what = Message::from(Import::Decision(decided.what.clone()));
        let lines = Message::from(Import::DecisionLines(decided.lines.clone()));
        let what = what.text(locale).into_owned();
        let text = if decided.lines.is_empty() {
            what
        } else {
            format!("{what} ({})", lines.text(locale))
        };
        let line = decided.lines.first().map(|(line, _)| *line);
        Note { line, text }
    });
    imported.plan.editor_notes = notes.collect();
}
