//! `plan reopen`

use super::marks;
use super::of_plan;
use super::output::Output;
use super::record::record;
use super::target::Targets;
use crate::context::Ctx;
use crate::error::Result;
use crate::progress::What;

const EXAMPLES: &str = "\
Examples:
  plan reopen 2                     today's second slot is open again
  plan reopen d8 --date yesterday   everything of Day 8 that is done or skipped

Other steps stay as they are; `plan undo` takes back the last step as a whole.
To correct only how long it took: `plan done 2 --took 50m`.";

#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Slots: 2, 1-3, all, 10:45, d08-1045, d8.2, d8, or part of a title
    #[arg(required = true, value_name = "TARGET")]
    targets: Vec<String>,
    /// The day that slot numbers and times refer to: yesterday, mon, -1
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    date: Option<String>,
    #[command(flatten)]
    output: Output,
}

/// Records that slots or deliverables which are done or skipped are open again.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let (when, date) = marks::when(ctx, None, args.date.as_deref())?;
    let targets = of_plan::enter(ctx, &args.targets)?;
    let outcome = record(ctx, when, |study, _, _| {
        let things = Targets::on(study, date).settled(&targets)?;
        let whats = things.iter().map(|thing| What::Reopen {
            slot: thing.id().to_owned(),
            title: thing.title().to_owned(),
            fingerprint: None,
        });
        Ok((whats.collect(), date))
    })?;
    marks::show(ctx, &args.output, &outcome);
    Ok(())
}
