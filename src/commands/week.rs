//! `plan week`

use chrono::NaiveDate;

use super::load;
use super::output::Output;
use super::target::{Target, Targets};
use super::words::{DateReader, Looks};
use crate::context::Ctx;
use crate::error::Result;
use crate::render::{json, views};
use crate::summary::{self, Study};

const EXAMPLES: &str = "\
Examples:
  plan week
  plan week next
  plan week 3          the calendar week in which week 3 of the plan begins
  plan week 2026-12-07";

#[derive(Debug, Clone, Default, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Which week: next, last, the number of a week of the plan, or a day in it
    #[arg(
        value_name = "WEEK|DATE",
        conflicts_with = "date",
        allow_negative_numbers = true
    )]
    week: Option<String>,
    /// The week of this day: 2026-12-07, wed, +7 or -1w
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    date: Option<String>,
    #[command(flatten)]
    output: Output,
}

/// Shows a calendar week: its days, deliverables and what is overdue.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let study = &load::whole(ctx)?;
    let reader = DateReader::of(ctx);
    let date = match (&args.week, &args.date) {
        (Some(text), _) => week(study, reader, text)?,
        (None, Some(text)) => reader.read_or_week(text, Looks::Ahead)?,
        (None, None) => ctx.today,
    };
    let week = summary::week(study, date);
    let today = summary::today(study, ctx.today);
    args.output.give(
        ctx,
        study,
        || json::week(study, &week, &today),
        || views::week(study, &week, &today),
    );
    Ok(())
}

/// A day of the week that is asked for.
fn week(study: &Study, reader: DateReader, text: &str) -> Result<NaiveDate> {
    let targets = Targets::on(study, study.today);
    let first = |number: u32| {
        let mut days = study.plan.days().zip(&study.calendar.days);
        let first = days.find(|((_, _, week, _), _)| week.number == Some(number));
        first.map_or(study.today, |(_, dates)| dates.first)
    };
    if reader.read_week(text).is_none()
        && let Some(Target::Week(number)) = targets.part(text)?
    {
        return Ok(first(number));
    }
    reader
        .read_or_week(text, Looks::Ahead)
        .or_else(|error| match targets.range(text)? {
            Some(Target::Week(number)) => Ok(first(number)),
            _ => Err(error),
        })
}
