//! `plan roadmap`

use clap::ValueEnum;

use super::as_of::{DateArg, study_as_of};
use super::output;
use crate::context::Ctx;
use crate::error::Result;
use crate::render::{json, markdown, mermaid, views};
use crate::summary;

const EXAMPLES: &str = "\
Examples:
  plan roadmap
  plan roadmap --format mermaid     for a document that draws Mermaid";

/// The formats of a roadmap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum RoadmapFormat {
    /// Boxes and lines
    #[default]
    Table,
    /// For a script
    Json,
    /// Markdown with the graph in Mermaid's language
    Md,
    /// Mermaid's language alone
    Mermaid,
}

#[derive(Debug, Clone, Default, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Output format: table, json, md or mermaid
    #[arg(
        long,
        value_enum,
        default_value_t,
        hide_possible_values = true,
        hide_default_value = true,
        value_name = "FORMAT"
    )]
    format: RoadmapFormat,
    /// Same as --format json
    #[arg(long, conflicts_with = "format")]
    json: bool,
    #[command(flatten)]
    date: DateArg,
}

/// Draws the topics with their prerequisites and progress.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let study = &study_as_of(ctx, args.date.text())?;
    let view = summary::roadmap(study);
    match args.format {
        _ if args.json => output::json(ctx, study, json::roadmap(&view)),
        RoadmapFormat::Json => output::json(ctx, study, json::roadmap(&view)),
        RoadmapFormat::Table => ctx.show(&views::roadmap(study, &view)),
        RoadmapFormat::Md => {
            ctx.out += &markdown(&views::roadmap(study, &view), ctx.style.locale);
        }
        RoadmapFormat::Mermaid => ctx.out += &mermaid(&study.plan, &view),
    }
    Ok(())
}
