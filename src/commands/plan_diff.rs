//! `plan check --against`, and what `plan init` makes of it: the marks of the plan that is followed
//! beside another version of it.

use super::load;
use super::output::{Format, Output};
use crate::context::Ctx;
use crate::error::{Error, ErrorKind, Result};
use crate::escape;
use crate::model::Plan;
use crate::progress::{PlanDiff, Progress, fold, plan_diff};
use crate::render::{json, markdown, views};
use crate::store::plan_file::{self, PlanSource, SHIPPED};

/// Shows what would become of the marks if the plan at `name` were followed.
///
/// # Errors
/// What reading the two plans or the journal gives; `Usage` where they are not versions of one
/// plan; `CheckFailed` where `strict` meets a mark that would be left behind.
pub(super) fn run(ctx: &mut Ctx, name: &str, strict: bool, output: &Output) -> Result<()> {
    let loaded = load::all(ctx)?;
    let source = PlanSource::named(name);
    let other = load::plan_from(ctx, &source)?.plan;
    let plan = &loaded.study.plan;
    if other.id != plan.id {
        let message = format!("{} is the plan `{}`", source.shown(), other.id);
        let hint = format!("marks belong to a plan's id; `{}` is followed", plan.id);
        return Err(Error::usage(message).hint(hint));
    }
    let found = plan_diff(&fold(&loaded.reading.events), plan, &other);
    let shown = (load::source(ctx).shown(), source.shown());
    match output.format() {
        Format::Json => {
            let body = json::plan_diff(&shown.1, &found);
            super::output::json(ctx, &loaded.study, body);
        }
        Format::Md => ctx.out += &markdown(&views::plan_diff(&shown.0, &shown.1, &found)),
        Format::Table => ctx.show(&views::plan_diff(&shown.0, &shown.1, &found)),
    }
    if !output.is_json() && !found.moves.is_empty() {
        let name = escape::terminal(name);
        ctx.hint(format!(
            "`plan init {name}` follows it and takes the marks along"
        ));
    }
    let doubtful = found
        .orphaned
        .iter()
        .any(|lost| !lost.candidates.is_empty());
    if !output.is_json() && doubtful {
        ctx.hint("once it is followed, `plan doctor --relink OLD=NEW` takes what is orphaned along by your word");
    }
    if strict && !found.orphaned.is_empty() {
        return Err(Error::new(ErrorKind::CheckFailed, ""));
    }
    Ok(())
}

/// The plan that has been chosen until now, to take its marks along to `plan`; none where it is
/// another one, or can no longer be read.
pub(super) fn former(ctx: &Ctx, plan: &Plan) -> Option<Plan> {
    let chosen = ctx.config.plan.as_deref().unwrap_or(SHIPPED[0].id);
    let former = plan_file::read(&PlanSource::named(chosen)).ok()?;
    let former = former.parsed.plan?;
    (former.id == plan.id && former != *plan).then_some(former)
}

/// What becomes of the marks in `progress`.
pub(super) fn between(former: Option<&Plan>, plan: &Plan, progress: &Progress) -> PlanDiff {
    former.map_or_else(PlanDiff::default, |former| {
        plan_diff(progress, former, plan)
    })
}
