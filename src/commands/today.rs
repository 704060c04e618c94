//! `plan today`

use chrono::NaiveDate;

use super::as_of::{DateArg, DateFlag};
use super::editor_notes::EditorNotes;
use super::followed::{self, AllPlans};
use super::load;
use super::output::Output;
use super::words::{DateReader, Looks};
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::render::{json, views};
use crate::store::plan_file::SHIPPED;
use crate::summary::{self, DayFacts, DayKind, MergedDay, SlotView, Study, Today};
use crate::text::{Recording, RecordingHint, Run, SlotName};

const EXAMPLES: &str = "\
Examples:
  plan today
  plan today mon
  plan today --json";

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

// The flags of `today`, where the verb is left out.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct Flags {
    #[command(flatten)]
    date: DateFlag,
    #[command(flatten)]
    all: AllPlans,
    #[command(flatten)]
    editor_notes: EditorNotes,
    #[command(flatten)]
    output: Output,
}

impl Flags {
    /// Refuses options of `today` before another verb.
    pub(crate) fn check_position(&self) -> Result<()> {
        let has_none = self.date.text().is_none() && !self.editor_notes.is_given() && !self.all.all;
        if has_none && self.output.is_table() {
            return Ok(());
        }
        let error = Error::usage(Recording::OptionsBeforeVerb);
        Err(error.hint(RecordingHint::OptionsAfterVerb))
    }
}

/// Shows a day from its facts, and the command that is most likely wanted next.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let date = DateReader::of(ctx).read_flag(args.date.text(), Looks::Ahead)?;
    let date = date.unwrap_or(ctx.today);
    show(ctx, &args.editor_notes, &args.output, (date, args.all))
}

/// The same without a verb.
pub(crate) fn run_bare(flags: &Flags, ctx: &mut Ctx) -> Result<()> {
    let date = DateReader::of(ctx).read_flag(flags.date.text(), Looks::Ahead)?;
    let date = date.unwrap_or(ctx.today);
    show(ctx, &flags.editor_notes, &flags.output, (date, flags.all))
}

/// Shows the day of `date`, in the plans that are followed or in all of them.
pub(super) fn show(
    ctx: &mut Ctx,
    editor_notes: &EditorNotes,
    output: &Output,
    (date, all): (NaiveDate, AllPlans),
) -> Result<()> {
    let everything = output.is_json();
    let facts = followed::facts(ctx, all.all, |ctx| facts_on(ctx, date, everything))?;
    let facts = facts.into_iter();
    let facts: Vec<DayFacts> = facts
        .map(|one| editor_notes.of_facts(one, output))
        .collect();
    let plans = facts.iter().map(|facts| (facts.excerpt(), facts.today()));
    let plans: Vec<(&Study, Today)> = plans.collect();
    let is_other = date != ctx.today;
    match plans.as_slice() {
        [(study, today)] => output.give(
            ctx,
            study,
            || json::today(study, today),
            || views::day(study, today, is_other),
        ),
        several => {
            let merged = merged_day(date, several);
            output.give(
                ctx,
                several[0].0,
                || json::merged_today(several, &merged.overlaps),
                || views::merged_day(several, &merged, is_other),
            );
        }
    }
    let days: Vec<&Today> = plans.iter().map(|(_, today)| today).collect();
    if !output.is_json() {
        hint(ctx, &days);
    }
    if output.is_table() && date == ctx.today && plans.iter().all(|(study, _)| !study.started) {
        choose_plan(ctx);
    }
    Ok(())
}

/// The facts about the day of `date` in the plan of the run.
fn facts_on(ctx: &mut Ctx, date: NaiveDate, everything: bool) -> Result<DayFacts> {
    if date == ctx.today {
        return load::day(ctx, everything);
    }
    // All that is overdue now is needed to tell what was so on an earlier date.
    let everything = everything || date < ctx.today;
    let study = load::whole(ctx)?.on_later_day(date);
    Ok(summary::day_facts(&study, date, load::listed(everything)))
}

/// The slots that several plans show on a date.
fn merged_day<'a>(date: NaiveDate, plans: &[(&Study, Today<'a>)]) -> MergedDay<'a> {
    let slots = plans.iter().map(|(_, today)| today.shown_slots());
    summary::merged_day(date, &slots.collect::<Vec<_>>())
}

/// Says how to follow another plan, if none was chosen.
fn choose_plan(ctx: &mut Ctx) {
    let is_chosen = ctx.plan.is_some() || ctx.config.plan.is_some();
    if let [_, other, ..] = SHIPPED
        && !is_chosen
    {
        ctx.hint(Run::ChoosePlan { other: other.id });
    }
}

/// The one command that is most likely to be wanted next.
fn hint(ctx: &mut Ctx, days: &[&Today]) {
    let days = days
        .iter()
        .filter(|today| today.date == ctx.today && today.rest.is_none());
    let days: Vec<&Today> = days.copied().collect();
    let next = days.iter().map(|today| {
        let slots = today.day.as_ref().map_or(&[][..], |day| &day.slots);
        let now = slots.iter().find(|slot| slot.now);
        now.or_else(|| slots.iter().find(|slot| slot.is_open()))
            .copied()
    });
    let next: Vec<Option<SlotView>> = next.collect();
    let first = summary::first_turn(&next, ctx.today);
    if let Some((slot, today)) = first.and_then(|at| Some((next[at]?, days[at]))) {
        let number = slot.number();
        return ctx.hint(match today.kind {
            DayKind::Before => RecordingHint::DoneAhead(number),
            _ => RecordingHint::DoneWhenFinished(SlotName::new(&number, "")),
        });
    }
    if let Some(slot) = days.iter().find_map(|today| today.overdue.first()) {
        // Of several sittings, only that one.
        return ctx.hint(RecordingHint::DoneWhenCaughtUp(slot.name()));
    }
    let overdue = days.iter().find_map(|today| {
        let open = &today.deliverables;
        Some(open.target(open.overdue.first()?))
    });
    if let Some(id) = overdue {
        ctx.hint(RecordingHint::DoneWhenCaughtUp(SlotName::new(&id, "")));
    }
}
