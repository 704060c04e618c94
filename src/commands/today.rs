//! `plan today`

use super::as_of::{DateArg, DateFlag};
use super::editor_notes::EditorNotes;
use super::load;
use super::output::Output;
use super::words::{DateReader, Looks};
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::render::{json, views};
use crate::store::plan_file::SHIPPED;
use crate::summary::{self, DayKind};
use crate::text::{Recording, RecordingHint, Run};

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
    editor_notes: EditorNotes,
    #[command(flatten)]
    output: Output,
}

impl Flags {
    /// Refuses options of `today` before another verb.
    pub(crate) fn check_position(&self) -> Result<()> {
        let has_none = self.date.text().is_none() && !self.editor_notes.is_given();
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
    show(
        ctx,
        &args.editor_notes,
        &args.output,
        date.unwrap_or(ctx.today),
    )
}

/// The same without a verb.
pub(crate) fn run_bare(flags: &Flags, ctx: &mut Ctx) -> Result<()> {
    let date = DateReader::of(ctx).read_flag(flags.date.text(), Looks::Ahead)?;
    show(
        ctx,
        &flags.editor_notes,
        &flags.output,
        date.unwrap_or(ctx.today),
    )
}

/// Shows the day of `date`.
pub(super) fn show(
    ctx: &mut Ctx,
    editor_notes: &EditorNotes,
    output: &Output,
    date: chrono::NaiveDate,
) -> Result<()> {
    let everything = output.is_json();
    let facts = if date == ctx.today {
        load::day(ctx, everything)?
    } else {
        // All that is overdue now is needed to tell what was so on an earlier date.
        let everything = everything || date < ctx.today;
        let study = load::whole(ctx)?.on_later_day(date);
        summary::day_facts(&study, date, load::listed(everything))
    };
    let facts = editor_notes.of_facts(facts, output);
    let (study, today) = (facts.excerpt(), facts.today());
    let is_other = date != ctx.today;
    output.give(
        ctx,
        study,
        || json::today(study, &today),
        || views::day(study, &today, is_other),
    );
    if !output.is_json() {
        hint(ctx, &today);
    }
    if output.is_table() && date == ctx.today && !study.started {
        choose_plan(ctx);
    }
    Ok(())
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
fn hint(ctx: &mut Ctx, today: &summary::Today) {
    if today.date != ctx.today || today.rest.is_some() {
        return;
    }
    let slots = today.day.as_ref().map_or(&[][..], |day| &day.slots);
    let next = slots.iter().find(|slot| slot.now);
    let next = next.or_else(|| slots.iter().find(|slot| slot.is_open()));
    match (next, today.overdue.first()) {
        (Some(slot), _) if today.kind == DayKind::Before => {
            ctx.hint(RecordingHint::DoneAhead(slot.ordinal));
        }
        (Some(slot), _) => {
            ctx.hint(RecordingHint::DoneWhenFinished(slot.ordinal));
        }
        (None, Some(slot)) => {
            // Of several sittings, only that one.
            let sitting = slot.sitting.filter(|sitting| sitting.of > 1);
            ctx.hint(RecordingHint::DoneWhenCaughtUp {
                id: slot.place.slot.id.to_string(),
                sitting: sitting.map(|sitting| (sitting.n, sitting.of)),
            });
        }
        (None, None) => {
            if let Some(what) = today.deliverables.overdue.first() {
                let (id, sitting) = (what.id.clone(), None);
                ctx.hint(RecordingHint::DoneWhenCaughtUp { id, sitting });
            }
        }
    }
}
