//! `plan page`, and the page that `plan report --format html` writes.

use std::path::Path;

use super::load;
use crate::context::Ctx;
use crate::error::Result;
use crate::model::Dates;
use crate::render::Sheet;
use crate::render::html::{PageFacts, page};
use crate::store::{export, paths::expand_home};
use crate::summary::{self, Range, Report, Study};
use crate::text::Export;

const EXAMPLES: &str = "\
Examples:
  plan page -o plan.html
  plan page > plan.html

`publish: {page: FILE}` in the configuration rewrites it whenever you record
something. See `plan help calendars`.";

#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Where to write the page; without it, the page is printed
    #[arg(short, long, value_name = "FILE")]
    output: Option<String>,
}

/// Writes a page for a browser: today, this week, the report, the roadmap and what there is to read.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let study = &load::whole(ctx)?;
    let text = of_study(ctx, study);
    give(ctx, &text, args.output.as_deref())
}

/// The page of a study.
pub(super) fn of_study(ctx: &Ctx, study: &Study) -> String {
    let week = Range::Between(Dates::week_of(study.today));
    let days = (
        summary::today(study, study.today),
        summary::week(study, study.today),
    );
    let report = summary::report(study, week);
    let facts = report.map(|report| PageFacts {
        days: Some(days),
        library: summary::library(study),
        ..facts(study, report)
    });
    facts.map_or_else(String::new, |facts| text(ctx, &facts))
}

/// The page of a report.
pub(super) fn of_report(ctx: &Ctx, study: &Study, report: Report) -> String {
    text(ctx, &facts(study, report))
}

fn text(ctx: &Ctx, facts: &PageFacts) -> String {
    page(facts, ctx.now.naive_local(), ctx.style)
}

fn facts<'a>(study: &'a Study, report: Report<'a>) -> PageFacts<'a> {
    PageFacts {
        study,
        days: None,
        report,
        forecast: summary::forecast(study),
        roadmap: summary::roadmap(study),
        events: summary::events(study),
        library: Vec::new(),
    }
}

/// Writes a page to a file, or prints it.
///
/// # Errors
/// As [`export::write_page`].
pub(super) fn give(ctx: &mut Ctx, text: &str, output: Option<&str>) -> Result<()> {
    let Some(path) = output else {
        ctx.out += text;
        return Ok(());
    };
    let path = expand_home(Path::new(path));
    export::write_page(&path, text)?;
    ctx.show(&Sheet::message(Export::PageWritten(path)));
    Ok(())
}
