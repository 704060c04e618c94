//! `plan man`

use std::path::Path;

use crate::context::Ctx;
use crate::error::Result;
use crate::render::Sheet;
use crate::store::{export, paths::expand_home};
use crate::text::Export;

const EXAMPLES: &str = "\
Examples:
  plan man -o ~/.local/share/man/man1
  man plan-done";

#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// The folder to write them to
    #[arg(short, long, value_name = "DIR")]
    output: String,
}

/// Writes the manual pages: names of files, and their texts.
pub(crate) fn run(args: &Args, ctx: &mut Ctx, pages: &[(String, Vec<u8>)]) -> Result<()> {
    let path = expand_home(Path::new(&args.output));
    export::write_pages(&path, pages)?;
    let pages = pages.len();
    ctx.show(&Sheet::message(Export::Pages { path, pages }));
    Ok(())
}
