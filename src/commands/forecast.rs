//! `plan forecast`

use super::as_of::{DateArg, study_as_of};
use super::output::Output;
use crate::context::Ctx;
use crate::error::Result;
use crate::render::{json, views};
use crate::summary;

const EXAMPLES: &str = "\
Examples:
  plan forecast
  plan forecast --json";

#[derive(Debug, Clone, Default, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(flatten)]
    date: DateArg,
    #[command(flatten)]
    output: Output,
}

/// Simulates the rest of the plan from the recorded history and shows when it would end.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let study = &study_as_of(ctx, args.date.text())?;
    let view = summary::forecast(study);
    let (body, sheet) = (|| json::forecast(study, &view), || views::forecast(&view));
    args.output.give(ctx, study, body, sheet);
    Ok(())
}
