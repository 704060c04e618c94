//! `plan show`

use serde_json::{Value, json};

use super::load;
use super::output::Output;
use super::target::{Target, Targets};
use super::words::{self, Looks};
use crate::context::Ctx;
use crate::error::Result;
use crate::render::{Sheet, json, phrase, views};
use crate::summary::{self, DayView, DeliverableView, Range, SlotView, Study, Tally};

const EXAMPLES: &str = "\
Examples:
  plan show 2          today's second slot
  plan show d8.2       the second slot of Day 8
  plan show w3         the plan's week 3
  plan show A          topic A
  plan show 自动求导   the slot with that in its title";

/// Show a slot, day, week, phase or topic in full
#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// What to show: 2, 10:45, d08-1045, d8.2, d8, w3, p1, a topic, or part of a title
    #[arg(required = true, value_name = "TARGET")]
    targets: Vec<String>,
    /// The day that numbers and times are of
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    date: Option<String>,
    #[command(flatten)]
    output: Output,
}

/// Runs it.
///
/// # Errors
/// `Usage` where the target names nothing; what reading the plan or the journal gives.
pub fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let date = words::date_of(args.date.as_deref(), ctx.today, Looks::Ahead)?;
    let loaded = load::all(ctx)?;
    let study = &loaded.study;
    let reader = Targets::on(study, date.unwrap_or(ctx.today));
    let texts = args.targets.iter();
    let targets: Vec<Target> = texts.map(|text| reader.read(text)).collect::<Result<_>>()?;
    let body = || {
        let shown = targets.iter().map(|target| body(study, target));
        json!({"shown": shown.collect::<Vec<_>>()})
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

fn days_of_week(study: &Study, number: u32) -> Vec<DayView<'_>> {
    let days = study.plan.days().enumerate();
    let inside = days.filter(|(_, (_, _, week, _))| week.number == Some(number));
    inside.filter_map(|(index, _)| study.day(index)).collect()
}

fn deliverables_of(study: &Study, number: u32) -> Vec<DeliverableView<'_>> {
    let views = study.deliverables();
    views
        .filter(|view| view.week.number == Some(number))
        .collect()
}

fn slots_of_topic(study: &Study, index: usize) -> Vec<SlotView<'_>> {
    let id = &study.plan.roadmap.topics[index].id;
    study
        .slots()
        .filter(|slot| slot.place.slot.topic.as_ref() == Some(id))
        .collect()
}

fn body(study: &Study, target: &Target) -> Value {
    match target {
        Target::Slots(slots) | Target::Date(slots) => json!({"slots": json::slots(study, slots)}),
        Target::Deliverable(view) => json!({"deliverables": json::deliverables(&[*view])}),
        Target::Day(index) => json!({"day": study.day(*index).map(|day| json::day(study, &day))}),
        Target::Week(number) => {
            let days = days_of_week(study, *number);
            json!({
                "week": number,
                "days": days.iter().map(|day| json::day(study, day)).collect::<Vec<_>>(),
                "deliverables": json::deliverables(&deliverables_of(study, *number)),
            })
        }
        Target::Phase(number) => {
            let report = summary::report(study, Range::Phase(*number));
            json!({"phase": number, "report": report.map(|report| json::report(study, &report))})
        }
        Target::Topic(index) => {
            let topic = study.plan.roadmap.topics[*index].id.as_str();
            json!({"topic": topic, "slots": json::slots(study, &slots_of_topic(study, *index))})
        }
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
        Target::Deliverable(view) => {
            views::show_deliverable(&mut sheet, view);
            sheet
        }
        Target::Day(index) => study
            .day(*index)
            .map_or(sheet, |day| views::show_day(study, &day)),
        Target::Week(number) => {
            let views = deliverables_of(study, *number);
            views::show_week(study, &days_of_week(study, *number), &views)
        }
        Target::Phase(number) => phase(study, *number),
        Target::Topic(index) => {
            let slots = slots_of_topic(study, *index);
            let row = summary::TopicRow {
                topic: &study.plan.roadmap.topics[*index],
                tally: slots.iter().collect(),
            };
            views::show_topic(study, &row, &slots)
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
    let weeks = report.weeks.iter();
    let weeks: Vec<(String, Tally)> = weeks
        .map(|row| (phrase::week_name(row.week).unwrap_or_default(), row.tally))
        .collect();
    views::show_phase(row, &weeks)
}
