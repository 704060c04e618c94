//! `plan show`

use super::load;
use super::output::Output;
use super::target::{Target, Targets};
use super::words::{self, Looks};
use crate::context::Ctx;
use crate::error::Result;
use crate::render::json::show::Shown;
use crate::render::{Sheet, json, views};
use crate::summary::{self, Range, Study};

const EXAMPLES: &str = "\
Examples:
  plan show 2          today's second slot
  plan show d8.2       the second slot of Day 8
  plan show w3         week 3 of the plan
  plan show A          topic A
  plan show 自动求导   the slot with this in its title

`plan help targets` lists every form of TARGET.";

#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// What to show: 2, 10:45, d08-1045, d8.2, d8, w3, p1, a topic, or part of a title
    #[arg(required = true, value_name = "TARGET")]
    targets: Vec<String>,
    /// The day that slot numbers and times refer to: yesterday, mon, -1
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    date: Option<String>,
    #[command(flatten)]
    output: Output,
}

/// Shows each target in full, one below the other.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let date = words::date_of(args.date.as_deref(), ctx.today, Looks::Ahead)?;
    let study = &load::whole(ctx)?;
    let reader = Targets::on(study, date.unwrap_or(ctx.today));
    let texts = args.targets.iter();
    let targets: Vec<Target> = texts.map(|text| reader.read(text)).collect::<Result<_>>()?;
    let body = || {
        let shown = targets.iter().map(|target| body(study, target));
        json::show::all(shown)
    };
    let sheet = || {
        let mut all = Sheet::default();
        for target in &targets {
            all.blank();
            all.blocks.extend(sheet(study, target).blocks);
        }
        all
    };
    args.output.give(ctx, study, body, sheet);
    Ok(())
}

fn body<'a>(study: &'a Study, target: &Target<'a>) -> Shown<'a> {
    match target {
        Target::Slots(slots) | Target::Date(slots) => json::show::slots(study, slots),
        Target::Deliverables(views) => json::show::deliverables(views),
        Target::Day(index) => json::show::day(study, study.day(*index).as_ref()),
        Target::Week(number) => json::show::week(study, &summary::plan_week(study, *number)),
        Target::Phase(number) => {
            let report = summary::report(study, Range::Phase(*number));
            json::show::phase(study, *number, report.as_ref())
        }
        Target::Topic(index) => json::show::topic(study, summary::topic(study, *index).as_ref()),
    }
}

fn sheet(study: &Study, target: &Target) -> Sheet {
    let mut sheet = Sheet::default();
    match target {
        Target::Slots(slots) | Target::Date(slots) => {
            for slot in slots {
                sheet.blank();
                views::show_slot(&mut sheet, study, slot);
            }
            sheet
        }
        Target::Deliverables(views) => {
            for view in views {
                sheet.blank();
                views::show_deliverable(&mut sheet, view);
            }
            sheet
        }
        Target::Day(index) => study
            .day(*index)
            .map_or(sheet, |day| views::show_day(study, &day)),
        Target::Week(number) => views::show_week(study, &summary::plan_week(study, *number)),
        Target::Phase(number) => phase(study, *number),
        Target::Topic(index) => {
            let view = summary::topic(study, *index);
            view.map_or(sheet, |view| views::show_topic(study, &view))
        }
    }
}

fn phase(study: &Study, number: usize) -> Sheet {
    let Some(report) = summary::report(study, Range::Phase(number)) else {
        return Sheet::default();
    };
    let Some(row) = report.phases.iter().find(|row| row.number == number) else {
        return Sheet::default();
    };
    views::show_phase(row, &report.weeks)
}
