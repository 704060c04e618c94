//! `plan tomorrow`

use super::editor_notes::EditorNotes;
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
    output: Output,
}

/// Shows the day after the study date.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let date = add(ctx.today, 1);
    today::show(ctx, &EditorNotes::default(), &args.output, date)
}
