//! `plan report`

use clap::ValueEnum;

use super::followed;
use super::load;
use super::of_plan;
use super::output::{Format, Output};
use super::page;
use super::target::{Target, Targets, no_such_phase, no_such_week};
use super::words::{self, DateReader, Looks};
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::model::Dates;
use crate::render::{json, views};
use crate::summary::{self, Range, Report, Study};
use crate::text::{Export, ExportHint, Input, Lookup, LookupHint, Several};

const EXAMPLES: &str = "\
Examples:
  plan report
  plan report 3                   week 3 of the plan
  plan report last                the week before this one
  plan report --since mon --until today --format md
  plan report --all               with the burn-up, all topics, and what is overdue by week
  plan report --all --format html -o report.html";

#[derive(Debug, Clone, Default, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// On what: a week of the plan (3, w3), a phase (p2), `all`, or the week of a day
    #[arg(value_name = "WEEK|DATE", conflicts_with_all = ["range", "since", "until", "date"], allow_negative_numbers = true)]
    on: Option<String>,
    /// Report on week N of the plan
    #[arg(long, value_name = "N", group = "range")]
    week: Option<u32>,
    /// Report on phase N of the plan
    #[arg(long, value_name = "N", group = "range")]
    phase: Option<usize>,
    /// Report on the whole plan
    #[arg(long, group = "range")]
    all: bool,
    /// Start on this day
    #[arg(
        long,
        value_name = "DATE",
        conflicts_with = "range",
        allow_hyphen_values = true
    )]
    since: Option<String>,
    /// End on this day (default with --since: today)
    #[arg(
        long,
        value_name = "DATE",
        conflicts_with = "range",
        allow_hyphen_values = true
    )]
    until: Option<String>,
    /// Report on the calendar week of this day
    #[arg(long, value_name = "DATE", conflicts_with_all = ["range", "since", "until"], allow_hyphen_values = true)]
    date: Option<String>,
    /// Report on every plan that has begun and is not finished
    #[arg(long)]
    all_plans: bool,
    /// Output format: table, json, md or html
    #[arg(
        long,
        value_enum,
        default_value_t,
        hide_possible_values = true,
        hide_default_value = true,
        value_name = "FORMAT"
    )]
    format: ReportFormat,
    /// Same as --format json
    #[arg(long, conflicts_with = "format")]
    json: bool,
    /// Where to write a page (--format html); without it, the page is printed
    #[arg(short = 'o', long = "output", value_name = "FILE")]
    file: Option<String>,
}

/// The formats of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum ReportFormat {
    /// For a person at a terminal
    #[default]
    Table,
    /// For a script
    Json,
    /// Markdown, for notes
    Md,
    /// A page for a browser
    Html,
}

impl Args {
    fn is_page(&self) -> bool {
        self.format == ReportFormat::Html
    }

    fn output(&self) -> Output {
        Output::from(match self.format {
            _ if self.json => Format::Json,
            ReportFormat::Table | ReportFormat::Html => Format::Table,
            ReportFormat::Json => Format::Json,
            ReportFormat::Md => Format::Md,
        })
    }
}

/// Reports on the range that the flags choose: a week or phase of the plan, all of it, some dates,
/// else a calendar week.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    if args.file.is_some() && !args.is_page() {
        return Err(Error::usage(Export::OnlyPages("--output")).hint(ExportHint::PageFormat));
    }
    if args.all_plans && ctx.plan.is_some() {
        return Err(followed::all_or_one("--all-plans"));
    }
    let on = args.on.as_deref();
    let on = on.map(|text| of_plan::enter_one(ctx, text)).transpose()?;
    let is_named = ctx.is_other();
    let all = args.all_plans && !is_named;
    let studies = followed::studies(ctx, all, load::whole)?;
    let range = range(args, on.as_deref(), ctx, &studies[0])?;
    // A week or phase is one of the current plan, and so is a page.
    let is_part = matches!(range, Range::Week(_) | Range::Phase(_)) || args.is_page();
    let is_of_one = is_named || is_part;
    if is_of_one && args.all_plans {
        return Err(Error::usage(Several::AllOrPart));
    }
    if is_of_one || studies.len() == 1 {
        return one(args, ctx, &studies[0], range);
    }
    let reports = studies.iter();
    let reports = reports.filter_map(|study| Some((study, summary::report(study, range)?)));
    let reports: Vec<(&Study, Report)> = reports.collect();
    let together = summary::merged_report(reports.iter().map(|(_, report)| report));
    let body = || json::merged_report(&reports, &together);
    let sheet = || views::merged_report(&reports, &together);
    args.output().give(ctx, &studies[0], body, sheet);
    Ok(())
}

/// Reports on one plan.
fn one(args: &Args, ctx: &mut Ctx, study: &Study, range: Range) -> Result<()> {
    let report = summary::report(study, range).ok_or_else(|| no_such(study, range))?;
    if args.is_page() {
        let text = page::of_report(ctx, study, report);
        return page::give(ctx, &text, args.file.as_deref());
    }
    args.output().give(
        ctx,
        study,
        || json::report(study, &report),
        || {
            // The forecast costs more than all the rest.
            let burn_up = (range == Range::All)
                .then(|| summary::burn_up_with(study, &summary::forecast(study)));
            views::report(study, &report, burn_up.flatten().as_ref())
        },
    );
    Ok(())
}

fn range(args: &Args, on: Option<&str>, ctx: &Ctx, study: &Study) -> Result<Range> {
    let reader = DateReader::of(ctx);
    let read = |text: &Option<String>| reader.read_flag(text.as_deref(), Looks::Back);
    if let Some(text) = on {
        return named(study, reader, text);
    }
    if let Some(number) = args.week {
        return Ok(Range::Week(number));
    }
    if let Some(number) = args.phase {
        let index = study.phase_numbered(number);
        return index
            .map(|index| Range::Phase(index + 1))
            .ok_or_else(|| no_such_phase(study, &number.to_string()));
    }
    if args.all {
        return Ok(Range::All);
    }
    if args.since.is_none() && args.until.is_none() {
        let date = args.date.as_deref();
        let date = date.map(|text| reader.read_or_week(text, Looks::Back));
        let date = date.transpose()?.unwrap_or(ctx.today);
        return Ok(Range::Between(Dates::week_of(date)));
    }
    let since = read(&args.since)?.unwrap_or(study.calendar.start);
    let until = read(&args.until)?.unwrap_or(ctx.today);
    if since > until {
        let error = Error::usage(Input::SinceAfterUntil { since, until });
        return Err(error.hint(Input::SinceBeforeUntil));
    }
    Ok(Range::Between(Dates {
        first: since,
        last: until,
    }))
}

/// `3`, `w3`, `p2`, `all`, the calendar week of `last`, `wed` or `2026-12-07`, or a week or phase by
/// its name.
fn named(study: &Study, reader: DateReader, text: &str) -> Result<Range> {
    let (typed, targets) = (words::normal(text), Targets::on(study, study.today));
    let part = |found: &Target| match found {
        Target::Week(number) => Some(Range::Week(*number)),
        Target::Phase(index) => Some(Range::Phase(index + 1)),
        _ => None,
    };
    if words::is_all(&typed) {
        return Ok(Range::All);
    }
    if let Some(range) = targets.part(text)?.as_ref().and_then(part) {
        return Ok(range);
    }
    match reader.read_or_week(text, Looks::Back) {
        Ok(date) => Ok(Range::Between(Dates::week_of(date))),
        Err(error) => {
            let range = targets.range(text)?.as_ref().and_then(part);
            range.ok_or(error)
        }
    }
}

fn no_such(study: &Study, range: Range) -> Error {
    match range {
        Range::Week(number) => no_such_week(study, &number.to_string()),
        _ => Error::usage(Lookup::EmptyPlan).hint(LookupHint::CheckPlan),
    }
}
