//! `plan check`

use serde_json::json;

use super::load;
use super::output::{Format, Output};
use crate::context::Ctx;
use crate::error::{Error, ErrorKind, Result};
use crate::model::Plan;
use crate::render::{Sheet, Span, json, markdown, phrase};
use crate::store::plan_file::{self, PlanSource};

const EXAMPLES: &str = "\
Examples:
  plan check my-plan.yaml
  plan check --json my-plan.yaml     faults for an editor

Exit code 0 without faults, 65 with them.";

/// Find every fault of a plan file
#[derive(Debug, Clone, Default, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The plan file, or the id of a shipped plan; the plan that is followed where none is given
    #[arg(value_name = "FILE")]
    file: Option<String>,
    #[command(flatten)]
    output: Output,
}

/// Runs it.
///
/// # Errors
/// `NoPlanFile`, `Io`; `InvalidPlan` where there are faults, once they have been shown.
pub fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let source = args
        .file
        .as_deref()
        .map_or_else(|| load::source(ctx), PlanSource::named);
    let file = plan_file::read(&source)?;
    let diagnostics = &file.parsed.diagnostics;
    if args.output.is_json() {
        let answer = json!({
            "file": source.shown(),
            "generated_at": ctx.now.to_rfc3339(),
            "errors": diagnostics.iter().map(json::diagnostic).collect::<Vec<_>>(),
            "warnings": [],
        });
        ctx.out += &json::text(&answer);
    } else if let Some(plan) = &file.parsed.plan {
        let sheet = fine(&source, plan);
        match args.output.format() {
            Format::Md => ctx.out += &markdown(&sheet),
            _ => ctx.show(&sheet),
        }
    } else {
        ctx.out += &load::faults(ctx, &source, &file);
    }
    match file.parsed.plan {
        Some(_) => Ok(()),
        None if args.output.is_json() => Err(Error::new(ErrorKind::InvalidPlan, "")),
        None => Err(load::invalid(&source, diagnostics.len())),
    }
}

fn fine(source: &PlanSource, plan: &Plan) -> Sheet {
    let count = |n: usize, noun| phrase::count(u32::try_from(n).unwrap_or(u32::MAX), noun);
    let counts = [
        count(plan.phases.len(), "phase"),
        count(plan.weeks().count(), "week"),
        count(plan.days().count(), "day"),
        count(plan.places().count(), "slot"),
        count(plan.resources.len(), "resource"),
        count(plan.roadmap.topics.len(), "topic"),
    ];
    let mut sheet = Sheet::default();
    let words = format!("{}: {}; no faults", source.shown(), phrase::list(counts));
    sheet.line(vec![Span::plain(words)]);
    sheet
}
