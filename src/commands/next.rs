//! `plan next`

use super::as_of::{DateArg, facts_as_of};
use super::editor_notes::EditorNotes;
use super::output::Output;
use crate::context::Ctx;
use crate::error::Result;
use crate::render::{json, views};
use crate::summary;

const EXAMPLES: &str = "\
Example:
  plan next";

#[derive(Debug, Clone, Default, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(flatten)]
    date: DateArg,
    #[command(flatten)]
    editor_notes: EditorNotes,
    #[command(flatten)]
    output: Output,
}

/// Shows the next slot in full, from the facts of the day.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let facts = facts_as_of(ctx, args.date.text(), args.output.is_json())?;
    let facts = args.editor_notes.of_facts(facts, &args.output);
    let (study, today, next) = (facts.excerpt(), facts.today(), facts.next());
    let day = next.and_then(|slot| study.day(slot.place.day_index));
    let only = day.map(|day| summary::DayView {
        slots: next.into_iter().collect(),
        ..day
    });
    let body = || json::next(study, only.as_ref(), next.as_ref(), &today);
    let sheet = || views::next(study, &today, next.as_ref());
    args.output.give(ctx, study, body, sheet);
    Ok(())
}
