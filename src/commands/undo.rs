//! `plan undo`

use uuid::Uuid;

use super::load;
use super::marks;
use super::output::Output;
use super::record::{Outcome, When, record};
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::progress::{Event, What, last_undoable};
use crate::render::{json, views};
use crate::summary;
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

/// Takes each step that `find` finds among all events for this device, as an op of its own.
pub(super) fn steps(
    ctx: &mut Ctx,
    Steps { steps, output }: &Steps,
    label: Label,
    find: impl for<'e> Fn(&'e [Event], &[String]) -> Result<Found<'e>>,
) -> Result<()> {
    let mut outcomes: Vec<Outcome<Vec<Event>>> = Vec::new();
    for step in 0..*steps {
        let when = When::now(ctx);
        let outcome = record(ctx, when, |_, reading, devices| {
            let (events, of) = find(&reading.events, devices)?;
            let events = events.into_iter().cloned().collect();
            Ok((vec![What::Undo { of }], events))
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

/// Confirms the steps that were taken.
fn show(ctx: &mut Ctx, output: &Output, label: Label, outcomes: &[Outcome<Vec<Event>>]) {
    let Some(last) = outcomes.last() else { return };
    let left = marks::left(&last.study, last.study.today);
    let followed = load::chosen(ctx);
    let shown = json::plan_name(&followed.name());
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
    let mut sheet = marks::about(ctx, &last.study, None);
    let sheet = || {
        for outcome in outcomes {
            views::steps(&mut sheet, &last.study, label, &outcome.answer);
        }
        if label == Label::Undone {
            let undone = outcomes.iter().flat_map(|outcome| &outcome.answer);
            let undone: Vec<&Event> = undone.collect();
            views::still(&mut sheet, &summary::still(&last.study, &undone));
        }
        sheet
    };
    output.give(ctx, &last.study, body, sheet);
    let of_init = outcomes.iter().any(|outcome| may_be_init(&outcome.answer));
    if label == Label::Undone && of_init && ctx.config.plan.is_some() && !output.is_json() {
        ctx.hint(RecordingHint::StillFollowed(followed.name()));
    }
}

/// Whether a step may have been `plan init`, which also chooses a plan: that choice is in the
/// configuration, which undo does not change.
fn may_be_init(step: &[Event]) -> bool {
    let begins = |event: &Event| matches!(event.what, What::Begin { .. } | What::Relinked { .. });
    !step.is_empty() && step.iter().all(begins)
}
