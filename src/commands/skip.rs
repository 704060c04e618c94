//! `plan skip`

use std::collections::HashSet;

use super::let_go::{Part, skipping};
use super::output::Output;
use super::record::{When, record};
use super::target::{Targets, Thing};
use super::{load, marks, of_plan};
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::progress::What;
use crate::render::{Sheet, json, views};
use crate::summary::{self, DeliverableView, SlotView, Status, Study};
use crate::text::{MovingHint, Recover};

const EXAMPLES: &str = r#"Examples:
  plan skip 4
  plan skip d2 --why "know it already"
  plan skip overdue              show all that is overdue; --apply skips it
  plan skip overdue --in w3      only what is overdue of week 3

`plan help targets` lists every form of TARGET."#;

#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Slots: 2, 1-3, all, 10:45, d08-1045, d8.2, d8, or part of a title; or `overdue`
    #[arg(value_name = "TARGET")]
    targets: Vec<String>,
    /// The reason
    #[arg(long, value_name = "TEXT", value_parser = super::note::text)]
    why: Option<String>,
    /// The day that slot numbers and times refer to: yesterday, mon, -1
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    date: Option<String>,
    #[command(flatten)]
    part: Part,
    /// With `overdue`: skip it without asking
    #[arg(long)]
    apply: bool,
    #[command(flatten)]
    output: Output,
}

/// Resolves the targets under the lock and records why they are skipped.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let targets = of_plan::enter(ctx, &args.targets)?;
    if matches!(targets.as_slice(), [all] if all == "overdue" || all == "逾期") {
        let part = args.part.enter(ctx)?;
        let args = args.clone();
        return overdue(&Args { part, ..args }, ctx);
    }
    if args.apply || !args.part.is_all() {
        return Err(Error::usage(Recover::PartOfOverdue).hint(MovingHint::SkipOverdue));
    }
    let (when, date) = marks::when(ctx, None, args.date.as_deref())?;
    let outcome = record(ctx, when, |study, _, _| {
        let things = Targets::on(study, date).things(&targets)?;
        // What is recorded sitting by sitting can't be left out any more.
        let things = things.into_iter().filter(|thing| !thing.is_recorded());
        let skip = things.map(|thing| skipping(thing, args.why.as_ref()));
        Ok((skip.collect(), date))
    })?;
    marks::show(ctx, &args.output, &outcome);
    Ok(())
}

/// Shows everything that is overdue; skips it with `--apply`, or when the learner says yes at a
/// terminal.
fn overdue(args: &Args, ctx: &mut Ctx) -> Result<()> {
    if args.apply {
        return skip_overdue(args, ctx, None);
    }
    let loaded = load::all(ctx)?;
    let study = &loaded.study;
    let (slots, skipped, deliverables) = all_overdue(study, &args.part)?;
    let is_none = slots.is_empty() && deliverables.is_empty();
    let body = || json::overdue(study, &skipped, &deliverables);
    let about = marks::about(ctx, study, None);
    args.output.give(ctx, study, body, || {
        about.and(if is_none {
            Sheet::message(Recover::NothingOverdue)
        } else {
            views::overdue((&slots, &skipped), &deliverables)
        })
    });
    if is_none || !args.output.is_table() {
        return Ok(());
    }
    let shown = skips(study, args)?;
    match ctx.ask(Recover::ApplyQuestion)? {
        Some(true) => skip_overdue(args, ctx, Some(&shown))?,
        Some(false) => ctx.hint(MovingHint::NothingChanged),
        None => {
            let command = format!("plan skip overdue{} --apply", args.part.typed());
            ctx.hint(MovingHint::Apply { command });
        }
    }
    Ok(())
}

/// Slots or sittings in the order of the plan.
type Slots<'s> = Vec<SlotView<'s>>;

/// The slots and deliverables that are overdue, in the order of the plan: of slots in several
/// sittings, those that are overdue, and all that are skipped with them.
fn all_overdue<'s>(
    study: &'s Study,
    part: &Part,
) -> Result<(Slots<'s>, Slots<'s>, Vec<DeliverableView<'s>>)> {
    let within = part.of(study)?;
    let (slots, skipped) = summary::overdue(study, |slot| within.has_slot(slot));
    let deliverables = study.deliverables();
    let deliverables = deliverables.filter(|view| view.status == Status::Overdue);
    Ok((
        slots,
        skipped,
        deliverables
            .filter(|view| within.has_deliverable(view))
            .collect(),
    ))
}

fn skips(study: &Study, args: &Args) -> Result<Vec<What>> {
    let (_, skipped, deliverables) = all_overdue(study, &args.part)?;
    let mut known = HashSet::new();
    let slots = skipped.into_iter();
    let slots = slots.filter(|slot| known.insert(slot.place.index));
    let slots = slots.map(Thing::Slot);
    let things = slots.chain(deliverables.into_iter().map(Thing::Deliverable));
    let skips = things.map(|thing| skipping(thing, args.why.as_ref()));
    Ok(skips.collect())
}

/// Skips everything that is overdue, if it is what was `shown`.
fn skip_overdue(args: &Args, ctx: &mut Ctx, shown: Option<&Vec<What>>) -> Result<()> {
    let when = When::now(ctx);
    let outcome = record(ctx, when, |study, _, _| {
        let found = skips(study, args)?;
        if shown.is_some_and(|shown| *shown != found) {
            return Err(Error::usage(Recover::ChangedMeanwhile).hint(MovingHint::SkipOverdue));
        }
        Ok((found, study.today))
    })?;
    if outcome.events.is_empty() && !args.output.is_json() {
        let about = marks::about(ctx, &outcome.study, None);
        let sheet = || about.and(Sheet::message(Recover::NothingOverdue));
        args.output.give(ctx, &outcome.study, || (), sheet);
        return Ok(());
    }
    marks::show(ctx, &args.output, &outcome);
    if !args.output.is_json() && !outcome.events.is_empty() {
        ctx.hint(MovingHint::UndoMove);
    }
    Ok(())
}
