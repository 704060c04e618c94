//! `plan skill`

use std::path::Path;

use crate::context::Ctx;
use crate::error::Result;
use crate::guide;
use crate::render::Sheet;
use crate::store::{export, paths::expand_home};
use crate::text::Export;

const EXAMPLES: &str = "\
Examples:
  plan skill                       print it
  plan skill -o ~/skills/plan      write SKILL.md to this folder

It tells an assistant to read JSON, to propose, to show what would be recorded
with --dry-run, and to ask before it records anything. See `plan help json`.";

#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// The folder to write SKILL.md to; without it, the text is printed
    #[arg(short, long, value_name = "DIR")]
    output: Option<String>,
}

/// Prints what an assistant has to know to follow a plan, or writes it to a folder.
///
/// # Errors
/// `CannotCreate` if there is a `SKILL.md` that `plan` did not write, or it cannot be written; `Io` if
/// writing failed.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let Some(folder) = &args.output else {
        ctx.page(guide::SKILL);
        return Ok(());
    };
    let path = expand_home(Path::new(folder)).join("SKILL.md");
    export::write_skill(&path, guide::SKILL)?;
    ctx.show(&Sheet::message(Export::SkillWritten(path)));
    Ok(())
}
