//! `plan recover`

use std::collections::HashSet;

use super::let_go::{Part, skipping};
use super::output::Output;
use super::record::{When, record};
use super::target::Thing;
use super::{busy, load, marks};
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::progress::What;
use crate::render::{json, views};
use crate::summary::{
    self, Before, Recovery, RecoveryOption, RecoveryStrategy, SlotView, Study, Tally,
};
use crate::text::{MovingHint, Recover};

const EXAMPLES: &str = "\
Examples:
  plan recover                      compare the options and recommend one
  plan recover --catch-up           show one of them in full
  plan recover --catch-up --apply   apply it; `plan undo` reverts it
  plan recover --let-go --in w3     skip only what was missed of week 3

The rules are in `plan help falling-behind`.";

#[derive(Debug, Clone, Default, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(flatten)]
    strategies: Strategies,
    #[command(flatten)]
    part: Part,
    /// Record the changes in the journal
    #[arg(long)]
    apply: bool,
    #[command(flatten)]
    output: Output,
}

// The flags that choose a strategy.
#[derive(Debug, Clone, Default, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "one flag per strategy")]
struct Strategies {
    /// Fit them into free time; everything else stays where it is
    #[arg(long, group = "strategy")]
    catch_up: bool,
    /// Lay out everything open again, from today on
    #[arg(long, group = "strategy")]
    rebalance: bool,
    /// Move the rest of the plan by whole weeks
    #[arg(long, group = "strategy")]
    extend: bool,
    /// Skip them; everything else stays where it is
    #[arg(long, group = "strategy")]
    let_go: bool,
}

impl Strategies {
    fn chosen(&self) -> Option<RecoveryStrategy> {
        let flags = [self.catch_up, self.rebalance, self.extend, self.let_go];
        let mut strategies = RecoveryStrategy::ALL.into_iter().zip(flags);
        strategies.find_map(|(strategy, flag)| flag.then_some(strategy))
    }
}

/// Compares the options, or shows one in full; records it with `--apply`, or when the learner says
/// yes at a terminal.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let part = args.part.enter(ctx)?;
    let args = args.clone();
    preview(&Args { part, ..args }, ctx)
}

fn preview(args: &Args, ctx: &mut Ctx) -> Result<()> {
    busy::read(ctx, &[])?;
    let strategy = args.strategies.chosen();
    if !args.part.is_all() && strategy != Some(RecoveryStrategy::LetGo) {
        return Err(
            Error::usage(Recover::PartOfLetGo).hint(MovingHint::LetGoPart {
                part: args.part.typed(),
            }),
        );
    }
    match strategy {
        Some(strategy) if args.apply => return apply(ctx, args, strategy, None),
        None if args.apply => {
            return Err(Error::usage(Recover::NoStrategy).hint(MovingHint::CompareStrategies));
        }
        _ => {}
    }
    let study = &load::whole(ctx)?;
    let recovery = recovery(study, &args.part)?;
    let chosen = strategy.and_then(|strategy| option(&recovery, strategy));
    let body = || json::recovery(study, &recovery, strategy);
    let about = marks::about(ctx, study, None);
    args.output.give(ctx, study, body, || {
        about.and(match chosen {
            _ if recovery.stranded.is_empty() => views::nothing_stranded(&recovery),
            Some(option) => views::recovery_option(study, &recovery, option),
            None => views::recovery_options(&recovery),
        })
    });
    if recovery.stranded.is_empty() || !args.output.is_table() {
        return Ok(());
    }
    let Some(option) = chosen else {
        let strategy = summary::recommendation(&recovery.options).strategy.name();
        ctx.hint(MovingHint::PreviewStrategy { strategy });
        return Ok(());
    };
    let changes = changes(option);
    if changes.is_empty() {
        return Ok(());
    }
    let (strategy, part) = (option.strategy, args.part.typed());
    match ctx.ask(Recover::ApplyQuestion)? {
        Some(true) => apply(ctx, args, strategy, Some(&changes))?,
        Some(false) => ctx.hint(MovingHint::NothingChanged),
        None => {
            let command = format!("plan recover --{}{part} --apply", strategy.name());
            ctx.hint(MovingHint::Apply { command });
        }
    }
    Ok(())
}

/// The options, of which letting go is limited to a part.
fn recovery<'s>(study: &'s Study, part: &Part) -> Result<Recovery<'s>> {
    let within = part.of(study)?;
    Ok(summary::recovery(study, |slot| within.has_slot(slot)))
}

fn option<'r>(
    recovery: &'r Recovery,
    strategy: RecoveryStrategy,
) -> Option<&'r RecoveryOption<'r>> {
    let mut options = recovery.options.iter();
    options.find(|option| option.strategy == strategy)
}

/// The moves and skipped slots of an option, as they are recorded.
fn changes(option: &RecoveryOption) -> Vec<What> {
    let moves = option.moves.iter();
    let moves = moves.map(|(slot, to)| marks::moving(slot, *to));
    let mut known = HashSet::new();
    let skips = option.skips.iter();
    let skips = skips.filter(|slot| known.insert(slot.place.index));
    moves
        .chain(skips.map(|slot| skipping(Thing::Slot(*slot), None)))
        .collect()
}

/// The error where a strategy finds nothing to do.
fn nothing(strategy: RecoveryStrategy, option: Option<&RecoveryOption>) -> Error {
    let strategy = strategy.name();
    let why = option.and_then(|option| views::why_unplaced(option));
    match why {
        Some(why) => {
            let error = Error::usage(Recover::NothingPlaced { strategy, why });
            error.hint(MovingHint::SeeProposals)
        }
        None => Error::usage(Recover::NothingToMove { strategy }),
    }
}

/// Works a strategy out again under the lock and records it. It must find the same as what was
/// `shown`, if anything was.
fn apply(
    ctx: &mut Ctx,
    args: &Args,
    strategy: RecoveryStrategy,
    shown: Option<&Vec<What>>,
) -> Result<()> {
    let when = When::now(ctx);
    let outcome = record(ctx, when, |study, _, _| {
        let recovery = recovery(study, &args.part)?;
        let option = option(&recovery, strategy);
        let found = option.map_or_else(Vec::new, changes);
        if found.is_empty() {
            return Err(nothing(strategy, option));
        }
        let moved = option.iter().flat_map(|option| &option.moves);
        let moved: Vec<SlotView> = moved.map(|(slot, _)| *slot).collect();
        let before = Before::of(study, &moved);
        let strategy = strategy.name();
        if shown.is_some_and(|shown| *shown != found) {
            return Err(Error::usage(Recover::ChangedMeanwhile).hint(MovingHint::SeeProposals));
        }
        let way = strategy.to_owned();
        let head = What::Recover { way };
        Ok((std::iter::once(head).chain(found).collect(), before))
    })?;
    let study = &outcome.study;
    let late = marks::late_warning(study, &outcome.events);
    let due = summary::due_changes(study, &outcome.answer);
    let left = marks::left(study, study.today);
    let body = || json::recorded(study, outcome.op, &outcome.events, &left);
    let about = marks::about(ctx, study, None);
    let output = &args.output;
    output.give(ctx, study, body, || {
        let mut sheet = about.and(views::shifted(study, &outcome.events));
        views::due_changes(&mut sheet, &due);
        sheet
    });
    if let Some(warning) = &late {
        ctx.warn(warning);
    }
    if !output.is_json() {
        let count = Tally::from_iter(&summary::stranded(study)).different;
        if count > 0 && strategy != RecoveryStrategy::LetGo {
            ctx.hint(MovingHint::Unplaced { count });
        }
        if late.is_none() {
            ctx.hint(MovingHint::UndoMove);
        }
    }
    Ok(())
}
