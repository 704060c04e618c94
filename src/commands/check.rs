//! `plan check`

use super::output::{Format, Output};
use super::{load, plan_diff};
use crate::context::Ctx;
use crate::error::{Error, ErrorKind, Result};
use crate::escape;
use crate::lint::{Warning, review};
use crate::model::Plan;
use crate::render::{Sheet, Span, json, markdown, phrase};
use crate::store::plan_file::{self, PlanSource};

const EXAMPLES: &str = "\
Examples:
  plan check my-plan.yaml
  plan check --json my-plan.yaml     faults for an editor
  plan check --against my.yaml       what an edited plan would do to the marks

Exit code 0 without faults, 65 with them; 1 where --strict meets a warning, or
a mark that the plan given with --against would leave behind.
A warning is allowed in the file by rule and place, with a reason:
  allow: [{rule: gap, at: d12, why: the weekend is free}]";

/// Find every fault of a plan file, and ask what a careful teacher would
#[derive(Debug, Clone, Default, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The plan file, or the id of a shipped plan; the plan that is followed where none is given
    #[arg(value_name = "FILE")]
    file: Option<String>,
    /// Lay the plan that is followed beside this version of it: which slots and marks it would
    /// keep, rename, leave behind and add, before it is used
    #[arg(long, value_name = "FILE", conflicts_with_all = ["file", "all"])]
    against: Option<String>,
    /// Let warnings fail the check, or marks that are left behind: exit 1
    #[arg(long)]
    strict: bool,
    /// Show the warnings that the file allows, too
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    output: Output,
}

/// Runs it.
///
/// # Errors
/// `NoPlanFile`, `Io`; `InvalidPlan` where there are faults, once they have been shown;
/// `CheckFailed` where `--strict` meets a warning, or a mark that is left behind.
pub fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    if let Some(other) = &args.against {
        return plan_diff::run(ctx, other, args.strict, &args.output);
    }
    let source = args
        .file
        .as_deref()
        .map_or_else(|| load::source(ctx), PlanSource::named);
    let file = plan_file::read(&source)?;
    let errors = &file.parsed.diagnostics;
    let found = file
        .parsed
        .plan
        .as_ref()
        .map(|plan| review(plan, &file.parsed.locations));
    let (allowed, warnings): (Vec<Warning>, Vec<Warning>) = found
        .unwrap_or_default()
        .into_iter()
        .partition(|warning| warning.allowed.is_some());
    if args.output.is_json() {
        let shown = source.shown();
        let answer = json::check(&shown, &ctx.now.to_rfc3339(), errors, &warnings, &allowed);
        ctx.out += &json::text(&answer);
    } else {
        ctx.out += &load::excerpts(ctx, &source, &file, errors);
        let found = warnings.iter().map(|warning| &warning.diagnostic);
        ctx.out += &load::excerpts(ctx, &source, &file, found);
        for warning in allowed.iter().filter(|_| args.all) {
            ctx.out += &load::excerpts(ctx, &source, &file, [&warning.diagnostic]);
            let why = warning.allowed.as_deref().unwrap_or_default();
            ctx.out += &format!("   allowed: {}\n\n", escape::terminal(why));
        }
        if let Some(plan) = &file.parsed.plan {
            give(
                args,
                ctx,
                &sum(&source, plan, warnings.len(), allowed.len()),
            );
        }
    }
    match (errors.len(), args.output.is_json()) {
        (0, _) if args.strict && !warnings.is_empty() => {
            Err(Error::new(ErrorKind::CheckFailed, ""))
        }
        (0, _) => Ok(()),
        (_, true) => Err(Error::new(ErrorKind::InvalidPlan, "")),
        (faults, false) => Err(load::invalid(&source, faults)),
    }
}

fn give(args: &Args, ctx: &mut Ctx, sheet: &Sheet) {
    match args.output.format() {
        Format::Md => ctx.out += &markdown(sheet),
        _ => ctx.show(sheet),
    }
}

/// What a plan without faults holds, and how much there is to ask about.
fn sum(source: &PlanSource, plan: &Plan, warnings: usize, allowed: usize) -> Sheet {
    let count = |n: usize, noun| phrase::count(u32::try_from(n).unwrap_or(u32::MAX), noun);
    let counts = [
        count(plan.phases.len(), "phase"),
        count(plan.weeks().count(), "week"),
        count(plan.days().count(), "day"),
        count(plan.slots().count(), "slot"),
        count(plan.resources.len(), "resource"),
        count(plan.roadmap.topics.len(), "topic"),
    ];
    let mut found = match warnings {
        0 => "no faults, no warnings".to_owned(),
        n => format!("no faults, {}", count(n, "warning")),
    };
    if allowed > 0 {
        found += &format!(", {allowed} allowed");
    }
    let mut sheet = Sheet::default();
    let words = format!("{}: {}; {found}", source.shown(), phrase::list(counts));
    sheet.line(vec![Span::plain(words)]);
    sheet
}
