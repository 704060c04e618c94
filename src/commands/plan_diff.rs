//! `plan check --against`, and the same comparison for `plan init`: the plan that is followed and
//! another version of it.

use super::load;
use super::output::Output;
use crate::context::Ctx;
use crate::error::{Error, ErrorKind, Result};
use crate::escape;
use crate::model::Plan;
use crate::progress::{PlanDiff, Progress, fold, plan_diff};
use crate::render::{json, views};
use crate::store::plan_file::{self, PlanSource, SHIPPED};
use crate::text::{Init, InitHint};

/// Shows what would become of the marks if the plan at `name` were followed.
///
/// # Errors
/// What reading the two plans or the journal gives; `Usage` if they are not versions of one plan;
/// `CheckFailed` if `strict` meets a mark that would be orphaned.
pub(super) fn run(ctx: &mut Ctx, name: &str, strict: bool, output: &Output) -> Result<()> {
    let loaded = load::all(ctx)?;
    let source = PlanSource::named(name);
    let other = load::plan_from(ctx, &source)?.plan;
    let plan = &loaded.study.plan;
    if other.id != plan.id {
        let (source, id) = (source.shown(), other.id.to_string());
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
    let (followed, shown) = (load::source(ctx).shown(), source.shown());
    let body = || json::plan_diff(&shown, &diff);
    let sheet = || views::plan_diff(&followed, &shown, &diff);
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

/// The plan that the configuration chooses, if it is another version of `plan` and can be read.
pub(super) fn former(ctx: &Ctx, plan: &Plan) -> Option<Plan> {
    let chosen = ctx.config.plan.as_deref().unwrap_or(SHIPPED[0].id);
    let former = plan_file::read(&PlanSource::named(chosen)).ok()?;
    let former = former.parsed.plan?;
    (former.id == plan.id && former != *plan).then_some(former)
}

/// What becomes of the marks; nothing, if there is no other version.
pub(super) fn between(former: Option<&Plan>, plan: &Plan, progress: &Progress) -> PlanDiff {
    former.map_or_else(PlanDiff::default, |former| {
        plan_diff(progress, former, plan)
    })
}
