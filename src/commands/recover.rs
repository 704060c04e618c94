//! `plan recover`

use super::output::Output;
use super::record::{When, record};
use super::{load, marks};
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::progress::What;
use crate::render::{json, views};
use crate::summary::{self, Recovery, RecoveryOption, RecoveryStrategy, Tally};
use crate::text::{Moving, MovingHint};

const EXAMPLES: &str = "\
Examples:
  plan recover                      compare the three ways
  plan recover --catch-up           show what one of them would move
  plan recover --catch-up --apply   move it; `plan undo` reverts it

The rules are in `plan help falling-behind`.";

#[derive(Debug, Clone, Default, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(flatten)]
    strategies: Strategies,
    /// Write the moves to the journal
    #[arg(long)]
    apply: bool,
    #[command(flatten)]
    output: Output,
}

// The flags that choose a strategy.
#[derive(Debug, Clone, Default, clap::Args)]
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
}

impl Strategies {
    fn chosen(&self) -> Option<RecoveryStrategy> {
        let flags = [self.catch_up, self.rebalance, self.extend];
        let mut strategies = RecoveryStrategy::ALL.into_iter().zip(flags);
        strategies.find_map(|(strategy, flag)| flag.then_some(strategy))
    }
}

/// Compares the three strategies, or shows what one would move; records it with `--apply`, or when
/// the learner says yes at a terminal.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let strategy = args.strategies.chosen();
    match strategy {
        Some(strategy) if args.apply => return apply(ctx, &args.output, strategy, None),
        None if args.apply => {
            return Err(Error::usage(Moving::NoStrategy).hint(MovingHint::CompareStrategies));
        }
        _ => {}
    }
    let loaded = load::all(ctx)?;
    let study = &loaded.study;
    let recovery = summary::recovery(study);
    let chosen = strategy.and_then(|strategy| option(&recovery, strategy));
    let body = || json::recovery(study, &recovery, strategy);
    args.output.give(ctx, study, body, || match chosen {
        _ if recovery.stranded.is_empty() => views::nothing_stranded(&recovery),
        Some(option) => views::recovery_option(study, &recovery, option),
        None => views::recovery_options(&recovery),
    });
    if recovery.stranded.is_empty() || !args.output.is_table() {
        return Ok(());
    }
    match chosen {
        None => ctx.hint(MovingHint::PreviewStrategy),
        Some(option) if option.moves.is_empty() => {}
        Some(option) => {
            let strategy = option.strategy.name();
            match ctx.ask(Moving::ApplyQuestion)? {
                Some(true) => {
                    return apply(ctx, &args.output, option.strategy, Some(&moves(option)));
                }
                Some(false) => ctx.hint(MovingHint::NothingChanged),
                None => ctx.hint(MovingHint::ApplyStrategy { strategy }),
            }
        }
    }
    Ok(())
}

fn option<'r>(
    recovery: &'r Recovery,
    strategy: RecoveryStrategy,
) -> Option<&'r RecoveryOption<'r>> {
    let mut options = recovery.options.iter();
    options.find(|option| option.strategy == strategy)
}

/// The moves of a strategy, as they are recorded.
fn moves(option: &RecoveryOption) -> Vec<What> {
    let moves = option.moves.iter();
    moves.map(|(slot, to)| marks::moving(slot, *to)).collect()
}

/// Works a strategy out again under the lock and records it. It must find the same as what was
/// `shown`, if anything was.
fn apply(
    ctx: &mut Ctx,
    output: &Output,
    strategy: RecoveryStrategy,
    shown: Option<&Vec<What>>,
) -> Result<()> {
    let when = When::now(ctx);
    let outcome = record(ctx, when, |study, _, _| {
        let found = option(&summary::recovery(study), strategy).map_or_else(Vec::new, moves);
        let strategy = strategy.name();
        if found.is_empty() {
            let error = Error::usage(Moving::NothingToMove { strategy });
            return Err(error.hint(MovingHint::SeeProposals));
        }
        if shown.is_some_and(|shown| *shown != found) {
            return Err(Error::usage(Moving::ChangedMeanwhile).hint(MovingHint::SeeProposals));
        }
        let way = strategy.to_owned();
        let head = What::Recover { way };
        Ok((std::iter::once(head).chain(found).collect(), ()))
    })?;
    let study = &outcome.study;
    let left = marks::left(study, study.today);
    let body = || json::recorded(study, outcome.op, &outcome.events, &left);
    output.give(ctx, study, body, || views::shifted(study, &outcome.events));
    if !output.is_json() {
        let count = Tally::from_iter(&summary::stranded(study)).slots;
        if count > 0 {
            ctx.hint(MovingHint::Unplaced { count });
        }
        ctx.hint(MovingHint::UndoMove);
    }
    Ok(())
}
