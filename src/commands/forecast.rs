//! `plan forecast`

use super::load;
use super::output::Output;
use super::words::AsOf;
use crate::context::Ctx;
use crate::error::Result;
use crate::render::{json, views};
use crate::summary;

const EXAMPLES: &str = "\
Examples:
  plan forecast
  plan forecast --json";

/// Estimate when the plan will end, and which milestones are at risk
#[derive(Debug, Clone, Default, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(flatten)]
    as_of: AsOf,
    #[command(flatten)]
    output: Output,
}

/// Simulates the rest of the plan from the recorded history and shows when it would end.
///
/// # Errors
/// What reading the plan or the journal gives.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let mut loaded = load::all(ctx)?;
    args.as_of.turn(&mut loaded.study)?;
    let study = &loaded.study;
    let view = summary::forecast(study);
    let (body, sheet) = (|| json::forecast(&view), || views::forecast(&view));
    args.output.give(ctx, study, body, sheet);
    Ok(())
}
