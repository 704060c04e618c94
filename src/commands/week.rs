//! `plan week`

use chrono::NaiveDate;

use super::followed::{self, AllPlans};
use super::load;
use super::of_plan::plan_of;
use super::output::{self, Output};
use super::target::{Target, Targets};
use super::words::{DateReader, Looks};
use crate::context::Ctx;
use crate::error::Result;
use crate::render::{json, views};
use crate::summary::{self, MergedDay, Overlap, Study, Today, WeekView};

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
    all: AllPlans,
    #[command(flatten)]
    output: Output,
}

/// Shows a calendar week: its days, deliverables and what is overdue.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let (named, text) = plan_of(ctx, args.week.as_deref())?;
    let studies = followed::studies(ctx, args.all.all, load::whole)?;
    let reader = DateReader::of(ctx);
    let date = match (&text, &args.date) {
        (Some(text), _) => match &named {
            // The number of a week is that of the plan which is named, else of the first.
            Some(source) => followed::on(ctx, source, true, |ctx| {
                week(&load::whole(ctx)?, reader, text)
            })?,
            None => week(&studies[0], reader, text)?,
        },
        (None, Some(text)) => reader.read_or_week(text, Looks::Ahead)?,
        (None, None) => ctx.today,
    };
    let weeks = studies.iter().map(|study| {
        let today = summary::today(study, ctx.today);
        (study, summary::week(study, date), today)
    });
    let weeks: Vec<(&Study, WeekView, Today)> = weeks.collect();
    if let [(study, week, today)] = weeks.as_slice() {
        let body = || json::week(study, week, today);
        let sheet = || views::week(study, week, today);
        args.output.give(ctx, study, body, sheet);
        return Ok(());
    }
    let days: Vec<MergedDay> = (0..7).map(|index| merged_day(&weeks, index)).collect();
    let study = weeks[0].0;
    if args.output.is_json() {
        let overlaps = days.iter().flat_map(|day| day.overlaps.iter().copied());
        let overlaps: Vec<Overlap> = overlaps.collect();
        output::json(ctx, study, json::merged_week(weeks, &overlaps));
    } else {
        args.output.sheet(ctx, &views::merged_week(&weeks, &days));
    }
    Ok(())
}

/// The slots of several plans on a date of the week.
fn merged_day<'a>(weeks: &[(&Study, WeekView<'a>, Today)], index: usize) -> MergedDay<'a> {
    let slots = weeks.iter().map(|(_, week, _)| {
        let day = week.days[index].day.as_ref();
        day.map_or_else(Vec::new, |day| day.slots.clone())
    });
    let date = weeks[0].1.days[index].date;
    summary::merged_day(date, &slots.collect::<Vec<_>>())
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
