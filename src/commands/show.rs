//! `plan show`

use super::editor_notes::EditorNotes;
use super::load;
use super::of_plan;
use super::output::Output;
use super::target::{Target, Targets};
use super::words::{DateReader, Looks};
use crate::context::Ctx;
use crate::error::Result;
use crate::model::Resource;
use crate::render::json::show::Shown;
use crate::render::{Sheet, json, views};
use crate::summary::{self, EventView, Range, ResourceView, Study};

const EXAMPLES: &str = "\
Examples:
  plan show 2          today's second slot
  plan show d8.2       the second slot of Day 8
  plan show w3         week 3 of the plan
  plan show A          topic A
  plan show clip       a resource
  plan show midterm    an exam or another event
  plan show plan       the plan: goal, time budget, reminders, parts, notes
  plan show 自动求导   the slot with this in its title

`plan help targets` lists every form of TARGET.";

#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// What to show: 2, 10:45, d08-1045, d8.2, d8, w3, p1, a topic, a resource, an event, a title, or plan
    #[arg(required = true, value_name = "TARGET")]
    targets: Vec<String>,
    /// The day that slot numbers and times refer to: yesterday, mon, -1
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    date: Option<String>,
    #[command(flatten)]
    editor_notes: EditorNotes,
    #[command(flatten)]
    output: Output,
}

/// Shows each target in full, one below the other.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let date = DateReader::of(ctx).read_flag(args.date.as_deref(), Looks::Ahead)?;
    let targets = of_plan::enter(ctx, &args.targets)?;
    let study = load::whole(ctx)?;
    let study = &args.editor_notes.of_study(study, &args.output);
    let reader = Targets::on(study, date.unwrap_or(ctx.today));
    let texts = reader.separated(&targets);
    let texts = texts.iter();
    let targets: Vec<Target> = texts.map(|text| reader.read(text)).collect::<Result<_>>()?;
    let (library, events) = (&summary::library(study), &summary::events(study));
    let body = || {
        let shown = targets
            .iter()
            .flat_map(|target| body(study, (library, events), target));
        json::show::all(shown)
    };
    let sheet = || {
        let mut all = Sheet::default();
        for target in &targets {
            all.blank();
            all.blocks
                .extend(sheet(study, (library, events), target).blocks);
        }
        all
    };
    args.output.give(ctx, study, body, sheet);
    Ok(())
}

fn body<'a>(
    study: &'a Study,
    (library, events): (&'a [ResourceView<'a>], &[EventView]),
    target: &Target<'a>,
) -> Vec<Shown<'a>> {
    let one = match target {
        Target::Slots(slots) | Target::Date(slots) => json::show::slots(study, slots),
        Target::Deliverables(views) => json::show::deliverables(views),
        Target::Days(days) => {
            let day = |index: &usize| json::show::day(study, study.day(*index).as_ref());
            return days.iter().map(day).collect();
        }
        Target::Week(number) => json::show::week(study, &summary::plan_week(study, *number)),
        Target::Phase(index) => {
            let report = summary::report(study, Range::Phase(index + 1));
            json::show::phase(study, *index, report.as_ref())
        }
        Target::Topic(index) => json::show::topic(study, summary::topic(study, *index).as_ref()),
        Target::Plan => json::show::plan(study, &summary::overview(study)),
        Target::Resource(resource) => json::show::resources(&entries(library, resource)),
        Target::Event(index) => json::show::events(study, &events[*index..=*index]),
    };
    vec![one]
}

fn sheet(
    study: &Study,
    (library, events): (&[ResourceView], &[EventView]),
    target: &Target,
) -> Sheet {
    let mut sheet = Sheet::default();
    match target {
        Target::Slots(slots) | Target::Date(slots) => {
            for slot in slots {
                sheet.blank();
                views::show_slot(&mut sheet, study, slot);
            }
        }
        Target::Deliverables(deliverables) => {
            for view in deliverables {
                sheet.blank();
                views::show_deliverable(&mut sheet, view);
            }
        }
        Target::Days(days) => {
            for day in days.iter().filter_map(|index| study.day(*index)) {
                sheet.blank();
                sheet.blocks.extend(views::show_day(study, &day).blocks);
            }
        }
        Target::Week(number) => {
            return views::show_week(study, &summary::plan_week(study, *number));
        }
        Target::Phase(index) => return phase(study, index + 1),
        Target::Topic(index) => {
            let view = summary::topic(study, *index);
            return view.map_or(sheet, |view| views::show_topic(study, &view));
        }
        Target::Plan => return views::show_plan(study, &summary::overview(study)),
        Target::Resource(resource) => return views::resources(&entries(library, resource)),
        Target::Event(index) => views::show_events(&mut sheet, study, &events[*index..=*index]),
    }
    sheet
}

/// What the library has of a resource.
fn entries<'a>(library: &'a [ResourceView<'a>], resource: &Resource) -> Vec<&'a ResourceView<'a>> {
    let found = library
        .iter()
        .filter(|view| view.resource.id == resource.id);
    found.collect()
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
