//! `plan skip`

use super::marks;
use super::output::Output;
use super::record::record;
use super::target::Targets;
use crate::context::Ctx;
use crate::error::Result;
use crate::progress::What;
use crate::summary::Status;

const EXAMPLES: &str = r#"Examples:
  plan skip 4
  plan skip d2 --why "know it already"

`plan help targets` lists every form of TARGET."#;

#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Slots: 2, 1-3, all, 10:45, d08-1045, d8.2, d8, or part of a title
    #[arg(value_name = "TARGET")]
    targets: Vec<String>,
    /// The reason
    #[arg(long, value_name = "TEXT", value_parser = super::note::text)]
    why: Option<String>,
    /// The day that slot numbers and times refer to: yesterday, mon, -1
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    date: Option<String>,
    #[command(flatten)]
    output: Output,
}

/// Resolves the targets under the lock and records why they are skipped.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let (when, date) = marks::when(ctx, None, args.date.as_deref())?;
    let outcome = record(ctx, when, |study, _, _| {
        let things = Targets::on(study, date).things(&args.targets)?;
        let skip = things.iter().map(|thing| What::Skip {
            slot: thing.id().to_owned(),
            title: thing.title().to_owned(),
            why: args.why.clone(),
            fingerprint: None,
            again: thing.status() == Status::Skipped,
        });
        Ok((skip.collect(), date))
    })?;
    marks::show(ctx, &args.output, &outcome);
    Ok(())
}
