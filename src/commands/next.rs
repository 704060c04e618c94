//! `plan next`

use super::as_of::{DateArg, facts_as_of};
use super::editor_notes::EditorNotes;
use super::followed::{self, AllPlans};
use super::output::Output;
use crate::context::Ctx;
use crate::error::Result;
use crate::render::{json, views};
use crate::summary::{self, DayFacts, Study, Today};

const EXAMPLES: &str = "\
Example:
  plan next";

#[derive(Debug, Clone, Default, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(flatten)]
    date: DateArg,
    #[command(flatten)]
    all: AllPlans,
    #[command(flatten)]
    editor_notes: EditorNotes,
    #[command(flatten)]
    output: Output,
}

/// Shows the next slot in full, from the facts of the day.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let (date, everything) = (args.date.text(), args.output.is_json());
    let facts = followed::facts(ctx, args.all.all, |ctx| facts_as_of(ctx, date, everything))?;
    let facts = facts.into_iter();
    let facts = facts.map(|one| args.editor_notes.of_facts(one, &args.output));
    let facts: Vec<DayFacts> = facts.collect();
    let plans = facts.iter().map(|facts| (facts.excerpt(), facts.today()));
    let plans: Vec<(&Study, Today)> = plans.collect();
    if let [(study, today)] = plans.as_slice() {
        let next = facts[0].next();
        let day = next.and_then(|slot| study.day(slot.place.day_index));
        let only = day.map(|day| summary::DayView {
            slots: next.into_iter().collect(),
            ..day
        });
        let body = || json::next(study, only.as_ref(), next.as_ref(), today);
        let sheet = || views::next(study, today, next.as_ref());
        args.output.give(ctx, study, body, sheet);
        return Ok(());
    }
    let study = plans[0].0;
    let next = followed::next(&facts, study.today);
    let body = || json::merged_next(&plans, next);
    let first = next.as_ref().map(|(index, slot)| (*index, slot));
    let sheet = || views::merged_next(&plans, first);
    args.output.give(ctx, study, body, sheet);
    Ok(())
}
