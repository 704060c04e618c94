//! `plan week`

use super::load;
use super::output::Output;
use super::words::{self, Looks};
use crate::context::Ctx;
use crate::error::Result;
use crate::render::{json, views};
use crate::summary;

const EXAMPLES: &str = "\
Examples:
  plan week
  plan week --date +7     next week";

#[derive(Debug, Clone, Default, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Show the week of this day: 2026-12-07, yesterday, mon, +7 or -7
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    date: Option<String>,
    #[command(flatten)]
    output: Output,
}

/// Shows a calendar week: its days, deliverables and what is overdue.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let date = words::date_of(args.date.as_deref(), ctx.today, Looks::Ahead)?;
    let study = &load::whole(ctx)?;
    let week = summary::week(study, date.unwrap_or(ctx.today));
    let today = summary::today(study, ctx.today);
    args.output.give(
        ctx,
        study,
        || json::week(study, &week, &today),
        || views::week(study, &week, &today),
    );
    Ok(())
}
