//! `plan check`

use super::load;
use super::output::Output;
use crate::context::Ctx;
use crate::error::{Error, ErrorKind, Result};
use crate::escape;
use crate::lint::{Warning, review};
use crate::model::{Phase, Plan};
use crate::progress::{Reconciled, fold, plan_diff};
use crate::render::{Sheet, json, views};
use crate::store::plan_file::{self, PlanSource, PlanText};
use crate::text::{Check, Init, InitHint, Message};

const EXAMPLES: &str = "\
Examples:
  plan check my-plan.yaml
  plan check --json my-plan.yaml     for an editor
  plan check --against my.yaml       before you follow an edited plan

Exit code: 0, 65 if there are errors, 1 if --strict found something.
To accept a warning, add its rule and place to the plan file, with a reason:
  allow: [{rule: gap, at: d12, why: the weekend is free}]";

#[derive(Debug, Clone, Default, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// The plan file, or the id of a shipped plan (default: the plan you follow)
    #[arg(value_name = "FILE")]
    file: Option<String>,
    /// Show what this new version of your plan would do to slots and marks
    #[arg(long, value_name = "FILE", conflicts_with_all = ["file", "all"])]
    against: Option<String>,
    /// Exit with 1 if there are warnings, or marks that would be left behind
    #[arg(long)]
    strict: bool,
    /// Show accepted warnings, too
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    output: Output,
}

/// Reads the plan file and reviews it. Shows the errors and warnings with their source lines, and
/// a summary if there are no errors.
///
/// # Errors
/// `NoPlanFile`, `Io`; after everything has been shown, `InvalidPlan` if there are errors, and
/// `CheckFailed` if `--strict` meets a warning or an orphaned mark.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    if let Some(other) = &args.against {
        return against(ctx, other, args.strict, &args.output);
    }
    let followed = || load::source(ctx);
    let source = args
        .file
        .as_deref()
        .map_or_else(followed, PlanSource::named);
    let file = plan_file::read(&source)?;
    let errors = &file.parsed.diagnostics;
    let (allowed, warnings) = reviewed(ctx, &file);
    if args.output.is_json() {
        let shown = json::plan_name(&source.name());
        let answer = json::check(&shown, ctx.now.to_rfc3339(), errors, &warnings, &allowed);
        ctx.json(&answer);
    } else {
        show(ctx, &source, &file, args.all, &args.output);
    }
    match errors.len() {
        0 if args.strict && !warnings.is_empty() => Err(Error::new(ErrorKind::CheckFailed, "")),
        0 => Ok(()),
        // JSON has listed the errors already.
        _ if args.output.is_json() => Err(Error::new(ErrorKind::InvalidPlan, "")),
        faults => Err(load::invalid(ctx, &source, faults)),
    }
}

/// The warnings about a plan file: those that are accepted, and the others.
fn reviewed(ctx: &Ctx, file: &PlanText) -> (Vec<Warning>, Vec<Warning>) {
    let plan = file.parsed.plan.as_ref();
    let found = plan.map(|plan| review(plan, &file.parsed.locations, ctx.day_starts));
    let found = found.unwrap_or_default().into_iter();
    found.partition(|found| found.allowed.is_some())
}

/// Shows the errors and warnings of a plan file with their lines, and if there are no errors, what is
/// in it; accepted warnings only if `all` are asked for.
pub(super) fn show(
    ctx: &mut Ctx,
    source: &PlanSource,
    file: &PlanText,
    all: bool,
    output: &Output,
) {
    let (allowed, warnings) = reviewed(ctx, file);
    ctx.out += &load::excerpts(ctx, source, file, &file.parsed.diagnostics);
    let diagnostics = warnings.iter().map(|warning| &warning.diagnostic);
    ctx.out += &load::excerpts(ctx, source, file, diagnostics);
    for warning in allowed.iter().filter(|_| all) {
        ctx.out += &load::excerpts(ctx, source, file, [&warning.diagnostic]);
        let why = warning.allowed.clone().unwrap_or_default();
        let why = Message::from(Check::Allowed { why });
        let why = why.text(ctx.style.locale);
        ctx.out += &format!("   {}\n\n", escape::terminal(&why));
    }
    if let Some(plan) = &file.parsed.plan {
        let summary = summary(source, plan, warnings.len(), allowed.len());
        output.sheet(ctx, &Sheet::message(summary));
    }
}

fn summary(source: &PlanSource, plan: &Plan, warnings: usize, allowed: usize) -> Check {
    // A phase that is only a buffer has no number on any screen.
    let is_studied = |phase: &&Phase| phase.title.is_some() && !phase.weeks.is_empty();
    Check::Summary {
        source: source.name(),
        phases: plan.phases.iter().filter(is_studied).count(),
        weeks: plan.weeks().count(),
        days: plan.days().count(),
        slots: plan.slots().count(),
        resources: plan.resources.len(),
        topics: plan.roadmap.topics.len(),
        warnings,
        allowed,
    }
}

/// Shows what would become of the marks if the plan at `name` were followed.
///
/// # Errors
/// What reading the two plans or the journal gives; `Usage` if they are not versions of one plan;
/// `CheckFailed` if `strict` meets a mark that would be orphaned.
fn against(ctx: &mut Ctx, name: &str, strict: bool, output: &Output) -> Result<()> {
    let mut loaded = load::all(ctx)?;
    // Of twenty thousand marks without a slot, one copy is enough.
    loaded.study.reconciled = Reconciled::default();
    let source = PlanSource::named(name);
    let other = load::plan_from(ctx, &source)?.plan;
    let plan = &loaded.study.plan;
    if other.id != plan.id {
        let (source, id) = (source.name(), other.id.to_string());
        let followed = plan.id.to_string();
        let hint = InitHint::SameId {
            followed: followed.clone(),
        };
        return Err(Error::usage(Init::OtherPlan {
            source,
            id,
            followed,
        })
        .hint(hint));
    }
    let diff = plan_diff(&fold(&loaded.reading.events), plan, &other);
    let (followed, other) = (load::source(ctx).name(), source.name());
    let file = json::plan_name(&other);
    let body = || json::plan_diff(&file, &diff);
    let sheet = || views::plan_diff(followed, other, &diff);
    output.give(ctx, &loaded.study, body, sheet);
    if !output.is_json() {
        if !diff.moves.is_empty() {
            let source = escape::shell_word(name);
            ctx.hint(InitHint::FollowVersion { source });
        }
        if diff.orphaned.iter().any(|lost| !lost.candidates.is_empty()) {
            ctx.hint(InitHint::RelinkLater);
        }
    }
    if strict && !diff.orphaned.is_empty() {
        return Err(Error::new(ErrorKind::CheckFailed, ""));
    }
    Ok(())
}
