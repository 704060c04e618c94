//! `plan undo`

use uuid::Uuid;

use super::followed;
use super::load;
use super::marks;
use super::output::Output;
use super::record::{Outcome, When, devices, record};
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::progress::{Event, What, last_undoable};
use crate::render::{Sheet, json, views};
use crate::store::plan_file::PlanSource;
use crate::summary::{self, Study};
use crate::text::{Label, Recording, RecordingHint};

const EXAMPLES: &str = "\
Examples:
  plan undo
  plan undo 3     the last three steps";

#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(flatten)]
    steps: Steps,
}

// Which steps `undo` and `redo` are about.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct Steps {
    /// How many steps
    #[arg(value_name = "STEPS", default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..))]
    steps: u8,
    #[command(flatten)]
    output: Output,
}

/// Reverts the last steps of this device, each as an op of its own.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    steps(ctx, &args.steps, Label::Undone, |events, devices| {
        last_undoable(events, devices)
            .ok_or_else(|| Error::usage(Recording::NothingToUndo).hint(RecordingHint::SeeLog))
    })
}

/// What a step reverts: its events, and what the event that reverts them has to name.
type Found<'e> = (Vec<&'e Event>, Vec<Uuid>);

/// Takes each step that `find` finds among all events for this device, as an op of its own: the latest
/// among the plans that are followed, or of the plan of `--plan`.
pub(super) fn steps(
    ctx: &mut Ctx,
    Steps { steps, output }: &Steps,
    label: Label,
    find: impl for<'e> Fn(&'e [Event], &[String]) -> Result<Found<'e>>,
) -> Result<()> {
    let mut outcomes: Vec<Outcome<Vec<Event>>> = Vec::new();
    for step in 0..*steps {
        let when = When::now(ctx);
        let source = latest(ctx, &find)?;
        let is_other = source != load::source(ctx);
        let outcome = followed::on(ctx, &source, is_other, |ctx| {
            record(ctx, when, |_, reading, devices| {
                let (events, of) = find(&reading.events, devices)?;
                let events = events.into_iter().cloned().collect();
                Ok((vec![What::Undo { of }], events))
            })
        });
        match outcome {
            Ok(outcome) => outcomes.push(outcome),
            // The steps before it were recorded and are confirmed.
            Err(error) if step > 0 => {
                ctx.warn(Recording::OnlySomeSteps {
                    steps: step,
                    of: *steps,
                    error: Box::new(error.message),
                });
                break;
            }
            Err(error) => return Err(error),
        }
    }
    show(ctx, output, label, &outcomes);
    Ok(())
}

/// The plan with the latest step, by the ids of ops, which grow with time. Without one, the plan of the
/// run. A plan that cannot be read is left out with a warning.
///
/// # Errors
/// What reading a journal gives: the latest step may be in it.
fn latest(
    ctx: &mut Ctx,
    find: &impl for<'e> Fn(&'e [Event], &[String]) -> Result<Found<'e>>,
) -> Result<PlanSource> {
    let own = load::source(ctx);
    let sources = followed::sources(ctx);
    if ctx.plan.is_some() || sources.len() < 2 {
        return Ok(own);
    }
    let devices = devices(ctx);
    let mut latest: Option<(Uuid, PlanSource)> = None;
    for source in sources {
        let plan = match followed::quietly_on(ctx, &source, source != own, load::plan) {
            Ok(read) => read.plan,
            Err(error) => {
                followed::leave_out(ctx, &source, error);
                continue;
            }
        };
        let reading = load::journal(ctx, &plan.id).read()?;
        let step = find(&reading.events, &devices).ok();
        let op = step.and_then(|(_, of)| of.first().copied());
        if let Some(op) = op.filter(|op| latest.as_ref().is_none_or(|(last, _)| last < op)) {
            latest = Some((op, source));
        }
    }
    Ok(latest.map_or(own, |(_, source)| source))
}

/// Confirms the steps that were taken, those of each plan together.
fn show(ctx: &mut Ctx, output: &Output, label: Label, outcomes: &[Outcome<Vec<Event>>]) {
    let Some(last) = outcomes.last() else { return };
    let left = marks::left(&last.study, last.study.today);
    let current = load::chosen(ctx);
    let shown = json::plan_name(&current.name());
    let body = || {
        let recorded = outcomes.iter().flat_map(|outcome| &outcome.events);
        let about = outcomes.iter().flat_map(|outcome| &outcome.answer);
        json::stepped(
            &last.study,
            last.op,
            recorded,
            (label, about),
            &left,
            &shown,
        )
    };
    let of_plans = outcomes.chunk_by(|a, b| a.study.plan.id == b.study.plan.id);
    let of_plans = of_plans.filter_map(|steps| Some((steps, &steps.last()?.study)));
    let sheets: Vec<Sheet> = of_plans
        .map(|(steps, study)| taken(marks::about(ctx, study, None), study, label, steps))
        .collect();
    let sheet = || sheets.into_iter().reduce(Sheet::and).unwrap_or_default();
    output.give(ctx, &last.study, body, sheet);
    let of_current = outcomes.iter().filter(|outcome| !outcome.study.is_other);
    let of_init = of_current
        .map(|outcome| &outcome.answer)
        .any(|step| may_be_init(step));
    let is_current = ctx.config.plan.is_some() && ctx.other_plan().is_none();
    if label == Label::Undone && of_init && is_current && !output.is_json() {
        ctx.hint(RecordingHint::StillFollowed(current.name()));
    }
}

/// The steps that were taken in a plan.
fn taken(mut sheet: Sheet, study: &Study, label: Label, steps: &[Outcome<Vec<Event>>]) -> Sheet {
    for outcome in steps {
        views::steps(&mut sheet, study, label, &outcome.answer);
    }
    if label == Label::Undone {
        let undone = steps.iter().flat_map(|outcome| &outcome.answer);
        let undone: Vec<&Event> = undone.collect();
        views::still(&mut sheet, &summary::still(study, &undone));
    }
    sheet
}

/// Whether a step may have been `plan init`, which also chooses a plan: that choice is in the
/// configuration, which undo does not change.
fn may_be_init(step: &[Event]) -> bool {
    let begins = |event: &Event| matches!(event.what, What::Begin { .. } | What::Relinked { .. });
    !step.is_empty() && step.iter().all(begins)
}
