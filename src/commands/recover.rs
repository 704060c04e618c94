//! `plan recover`

use super::load;
use super::output::Output;
use super::record::{When, record};
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::progress::What;
use crate::render::{Sheet, Span, json, phrase, views};
use crate::summary::{self, Study, Tally, Way, WayBack};

const EXAMPLES: &str = "\
Examples:
  plan recover                      the three ways side by side
  plan recover --catch-up           what it would move
  plan recover --catch-up --apply   move it; `plan undo` takes it back";

/// Find a way back for what is overdue or stands on days of rest
#[derive(Debug, Clone, Default, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    #[command(flatten)]
    ways: Ways,
    /// Write it to the journal
    #[arg(long)]
    apply: bool,
    #[command(flatten)]
    output: Output,
}

/// The flags that choose a way.
#[derive(Debug, Clone, Default, clap::Args)]
struct Ways {
    /// Fit it into free time, all else staying where it is
    #[arg(long, group = "way")]
    catch_up: bool,
    /// Lay all that is not done out anew from today
    #[arg(long, group = "way")]
    rebalance: bool,
    /// Move the rest of the plan by whole weeks
    #[arg(long, group = "way")]
    extend: bool,
}

impl Ways {
    fn chosen(&self) -> Option<Way> {
        let flags = [self.catch_up, self.rebalance, self.extend];
        let chosen = Way::ALL.into_iter().zip(flags).find(|(_, flag)| *flag);
        chosen.map(|(way, _)| way)
    }
}

/// Runs it.
///
/// # Errors
/// `Usage` where a way is to be written and none is named; what reading the plan or the journal,
/// or recording gives.
pub fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    if let (Some(way), true) = (args.ways.chosen(), args.apply) {
        return apply(ctx, &args.output, way, None);
    }
    if args.apply {
        let error = Error::usage("`--apply` has to know which way back");
        let hint = "`--catch-up`, `--rebalance` or `--extend`; `plan recover` shows all three";
        return Err(error.hint(hint));
    }
    let loaded = load::all(ctx)?;
    let study = &loaded.study;
    let recovery = summary::recovery(study);
    let way = args.ways.chosen();
    let chosen = recovery.ways.iter().find(|back| Some(back.way) == way);
    let body = || json::recovery(study, &recovery, way);
    args.output.give(ctx, study, body, || match chosen {
        _ if recovery.stranded.is_empty() => nothing(),
        Some(back) => views::way_back(study, &recovery, back),
        None => views::ways_back(&recovery),
    });
    if recovery.stranded.is_empty() || !args.output.is_table() {
        return Ok(());
    }
    match chosen {
        None => ctx.hint("`plan recover --catch-up`, `--rebalance` or `--extend` shows what moves"),
        Some(back) if back.moves.is_empty() => {}
        Some(back) => {
            let name = back.way.name();
            match ctx.ask("Apply it?")? {
                Some(true) => return apply(ctx, &args.output, back.way, Some(&moves(back))),
                Some(false) => ctx.hint("nothing was changed"),
                None => ctx.hint(format!("`plan recover --{name} --apply` moves it")),
            }
        }
    }
    Ok(())
}

fn nothing() -> Sheet {
    let mut sheet = Sheet::default();
    sheet.line(vec![Span::plain(
        "Nothing is overdue, and nothing stands on a day of rest.",
    )]);
    sheet
}

/// The moves of a way back, as they are recorded.
fn moves(back: &WayBack) -> Vec<What> {
    let moves = back.moves.iter().map(|(slot, to)| What::Move {
        slot: slot.place.slot.id.to_string(),
        title: slot.place.slot.title.clone(),
        to: *to,
    });
    moves.collect()
}

/// Records a way back, as it is found under the lock; it must be the one that was `shown`.
fn apply(ctx: &mut Ctx, output: &Output, way: Way, shown: Option<&Vec<What>>) -> Result<()> {
    let when = When::now(ctx);
    let outcome = record(ctx, when, |study, _, _| {
        let found = find(study, way);
        if found.is_empty() {
            let error = Error::usage(format!(
                "there is nothing that `--{}` could move",
                way.name()
            ));
            return Err(error.hint("`plan recover` shows how things stand"));
        }
        if shown.is_some_and(|shown| *shown != found) {
            let error = Error::usage("things have changed meanwhile: nothing was moved");
            return Err(error.hint("`plan recover` shows how they stand now"));
        }
        let head = What::Recover {
            way: way.name().to_owned(),
        };
        Ok((std::iter::once(head).chain(found).collect(), ()))
    })?;
    let study = &outcome.study;
    let left = super::done::left(study, study.today);
    let body = || json::recorded(study, outcome.op, &outcome.events, &left);
    output.give(ctx, study, body, || views::shifted(study, &outcome.events));
    if !output.is_json() {
        let left: Tally = summary::stranded(study).iter().collect();
        if left.slots > 0 {
            let left = phrase::count(left.slots, "slot");
            ctx.hint(format!(
                "{left} could not be placed: `plan recover` says why"
            ));
        }
        ctx.hint("`plan undo` takes it back");
    }
    Ok(())
}

fn find(study: &Study, way: Way) -> Vec<What> {
    let recovery = summary::recovery(study);
    let back = recovery.ways.iter().find(|back| back.way == way);
    back.map_or_else(Vec::new, moves)
}
