//! `plan milestones`

use super::as_of::{DateArg, study_as_of};
use super::output::Output;
use crate::context::Ctx;
use crate::error::Result;
use crate::render::{json, views};
use crate::summary;

const EXAMPLES: &str = "\
Example:
  plan milestones";

#[derive(Debug, Clone, Default, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(flatten)]
    date: DateArg,
    #[command(flatten)]
    output: Output,
}

/// Shows every milestone and event with its date, whether it will be met, and how much of what
/// fulfils it is done.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let study = &study_as_of(ctx, args.date.text())?;
    let outlooks = summary::forecast(study).milestones;
    let events = summary::events(study);
    let (body, sheet) = (
        || json::milestones(study, &outlooks, &events),
        || views::milestones(study, &outlooks, &events),
    );
    args.output.give(ctx, study, body, sheet);
    Ok(())
}
