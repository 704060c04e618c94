//! `plan export`

use clap::ValueEnum;

use super::{load, output};
use crate::context::Ctx;
use crate::error::Result;
use crate::render::json;
use crate::source;

/// The formats of an exported plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportFormat {
    /// A plan file, to be edited
    Yaml,
    /// The whole plan with its dates and marks, for a script
    Json,
}

const EXAMPLES: &str = "\
Examples:
  plan export --format yaml > my-plan.yaml     a plan file to edit
  plan export --format json                    with dates and marks";

#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Output format: yaml or json
    #[arg(
        long,
        value_enum,
        hide_possible_values = true,
        value_name = "FORMAT",
        required_unless_present = "json"
    )]
    format: Option<ExportFormat>,
    /// Same as --format json
    #[arg(long, conflicts_with = "format")]
    json: bool,
}

/// Writes the plan as YAML, or as JSON together with its dates and marks.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    match args.format.unwrap_or(ExportFormat::Json) {
        ExportFormat::Yaml => {
            let plan = load::plan(ctx)?.plan;
            ctx.out += &source::write(&plan);
        }
        ExportFormat::Json => {
            let loaded = load::all(ctx)?;
            let study = &loaded.study;
            output::json(ctx, study, json::export(study));
        }
    }
    Ok(())
}
