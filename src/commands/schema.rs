//! `plan schema`

use crate::context::Ctx;
use crate::error::Result;
use crate::render::json;

const EXAMPLES: &str = "\
Example:
  plan schema > plan.schema.json

Editors complete and check a plan file that begins with this line:
  # yaml-language-server: $schema=plan.schema.json";

#[derive(Debug, Clone, Default, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {}

/// Generates the schema from the keys that the parser knows.
#[expect(clippy::unnecessary_wraps, reason = "as every verb")]
pub(crate) fn run(_: &Args, ctx: &mut Ctx) -> Result<()> {
    ctx.json(&json::schema());
    Ok(())
}
