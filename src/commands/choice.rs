//! The plan that is chosen: what `init` and `use` write of it.

use super::load;
use crate::context::Ctx;
use crate::model::PlanId;
use crate::store::plan_file::PlanSource;
use crate::store::remembered;

/// Remembers where the plan that is chosen was read from, and the one that was chosen before, if it
/// has begun.
pub(super) fn remember(ctx: &Ctx, id: &PlanId, source: &PlanSource) {
    let (before, paths) = (load::chosen(ctx), &ctx.paths);
    if before != *source
        && let Some(plan) = load::plan_at(ctx, &before)
        && !load::journal(ctx, &plan.id).is_new()
        && remembered::source(paths, &plan.id).is_none()
    {
        remembered::keep(paths, &plan.id, &before);
    }
    remembered::keep(paths, id, source);
}

/// A plan as it is written to the configuration.
pub(super) fn written(source: &PlanSource) -> String {
    match source {
        PlanSource::Shipped(shipped) => shipped.id.to_owned(),
        PlanSource::File(path) => path.to_string_lossy().into_owned(),
    }
}
