//! `plan redo`

use super::output::Output;
use super::undo;
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::progress::last_redoable;
use crate::text::{Recording, RecordingHint};

const EXAMPLES: &str = "\
Example:
  plan redo";

/// Redo what the last undo took back
#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// How many steps
    #[arg(value_name = "STEPS", default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..))]
    steps: u8,
    #[command(flatten)]
    output: Output,
}

/// Reverts the last undos of this device.
///
/// # Errors
/// `Usage` where there is nothing to bring back; what recording gives.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    undo::steps(
        ctx,
        &args.output,
        args.steps,
        "redone",
        &|events, device| {
            last_redoable(events, device).ok_or_else(|| {
                Error::usage(Recording::NothingToRedo).hint(RecordingHint::OnlyUndoneSteps)
            })
        },
    )
}
