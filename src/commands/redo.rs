//! `plan redo`

use super::undo;
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::progress::last_redoable;
use crate::text::{Label, Recording, RecordingHint};

const EXAMPLES: &str = "\
Example:
  plan redo";

#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(flatten)]
    steps: undo::Steps,
}

/// Reverts the last undos of this device.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    undo::steps(ctx, &args.steps, Label::Redone, |events, devices| {
        last_redoable(events, devices).ok_or_else(|| {
            Error::usage(Recording::NothingToRedo).hint(RecordingHint::OnlyUndoneSteps)
        })
    })
}
