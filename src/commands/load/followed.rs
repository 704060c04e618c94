//! The plan that is followed, of which mostly a part is enough.

use chrono::NaiveDate;

use super::{Present, plan, source};
use crate::context::Ctx;
use crate::error::Result;
use crate::model::{Plan, PlanId};
use crate::store::{Compiled, Folded};
use crate::summary::Study;

/// The plan that is followed, as far as it has to be read.
pub(in crate::commands) enum Followed {
    /// It stands in the cache.
    Compiled(Box<Compiled>),
    /// It was read.
    Whole(Box<Plan>),
}

/// Looks for the plan that is followed.
///
/// # Errors
/// As [`plan`].
pub(in crate::commands) fn followed(ctx: &mut Ctx) -> Result<Followed> {
    match Compiled::open(&ctx.paths.cache_dir, &source(ctx)) {
        Some(compiled) => Ok(Followed::Compiled(Box::new(compiled))),
        None => Ok(Followed::Whole(Box::new(plan(ctx)?))),
    }
}

impl Followed {
    /// The plan's id.
    pub fn id(&self) -> &PlanId {
        match self {
            Self::Compiled(compiled) => compiled.id(),
            Self::Whole(plan) => &plan.id,
        }
    }

    /// All of it.
    ///
    /// # Errors
    /// As [`plan`].
    pub fn into_plan(self, ctx: &mut Ctx) -> Result<Plan> {
        match self {
            Self::Compiled(compiled) => compiled.whole().map_or_else(|| plan(ctx), Ok),
            Self::Whole(plan) => Ok(*plan),
        }
    }

    /// What matters to someone who asks about `date`, or the whole, where that is not enough.
    ///
    /// # Errors
    /// As [`plan`].
    pub fn study(
        &self,
        ctx: &mut Ctx,
        folded: &Folded,
        date: NaiveDate,
        is_enough: impl Fn(&Study) -> bool,
    ) -> Result<Study> {
        let present = Present::of(ctx);
        let compiled = match self {
            Self::Whole(plan) => return Ok(present.study(Plan::clone(plan), folded.progress())),
            Self::Compiled(compiled) => compiled,
        };
        let glimpse = present.glimpse(compiled, folded, date);
        if let Some(study) = glimpse.filter(is_enough) {
            return Ok(study);
        }
        let plan = compiled.whole().map_or_else(|| plan(ctx), Ok)?;
        Ok(present.study(plan, folded.progress()))
    }
}
