//! `plan tomorrow`

use super::editor_notes::EditorNotes;
use super::followed::AllPlans;
use super::output::Output;
use super::today;
use crate::calendar::add;
use crate::context::Ctx;
use crate::error::Result;

const EXAMPLES: &str = "\
Example:
  plan tomorrow --format md";

#[derive(Debug, Clone, Default, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(flatten)]
    all: AllPlans,
    #[command(flatten)]
    output: Output,
}

/// Shows the day after the study date.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let date = add(ctx.today, 1);
    let shown = (date, args.all);
    today::show(ctx, &EditorNotes::default(), &args.output, shown)
}
