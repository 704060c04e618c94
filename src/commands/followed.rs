//! Several plans: which are followed, and reading each of them.
//!
//! The current plan comes first. Its numbers and ids are shown as they are, those of the others with
//! the id of their plan: `linalg:2`.

use chrono::NaiveDate;

use super::load;
use crate::context::{Asked, Ctx};
use crate::error::{Error, Result};
use crate::model::PlanId;
use crate::store::plan_file::PlanSource;
use crate::store::remembered;
use crate::summary::{self, DayFacts, SlotView, Study};
use crate::text::Several;

// Whether all plans are shown that have begun.
#[derive(Debug, Clone, Copy, Default, clap::Args)]
pub(super) struct AllPlans {
    /// Show every plan that has begun and is not finished
    #[arg(long, alias = "all-plans")]
    pub(super) all: bool,
}

/// A plan that may be shown: where it is read from, and its id where that is known.
struct Candidate {
    id: Option<PlanId>,
    source: PlanSource,
}

/// Does `work` for the plan at `source`; `is_other`: it is not the current one.
///
/// # Errors
/// Those of `work`, with hints that are about that plan.
pub(super) fn on<T>(
    ctx: &mut Ctx,
    source: &PlanSource,
    is_other: bool,
    work: impl FnOnce(&mut Ctx) -> Result<T>,
) -> Result<T> {
    let source = source.clone();
    let before = ctx.plan.replace(Asked { source, is_other });
    let done = work(ctx).map_err(|error| match ctx.other_plan() {
        Some(plan) => error.on_plan(&plan),
        None => error,
    });
    ctx.plan = before;
    done
}

/// The same; what it says before it fails is not shown: `plan check` shows the faults of a plan.
pub(super) fn quietly_on<T>(
    ctx: &mut Ctx,
    source: &PlanSource,
    is_other: bool,
    work: impl FnOnce(&mut Ctx) -> Result<T>,
) -> Result<T> {
    let said = ctx.err.len();
    let done = on(ctx, source, is_other, work);
    if done.is_err() {
        ctx.err.truncate(said);
    }
    done
}

/// The facts of a day for the plans that are shown, with those that `load` gives for each.
pub(super) fn facts(
    ctx: &mut Ctx,
    all: bool,
    load: impl FnMut(&mut Ctx) -> Result<DayFacts>,
) -> Result<Vec<DayFacts>> {
    let is_running = |facts: &DayFacts| facts.excerpt().started && !facts.today().is_finished();
    each(ctx, all, load, DayFacts::excerpt, is_running)
}

/// The slot to turn to first among those of several plans, and the position of its plan.
pub(super) fn next(facts: &[DayFacts], today: NaiveDate) -> Option<(usize, SlotView<'_>)> {
    let next: Vec<Option<SlotView>> = facts.iter().map(DayFacts::next).collect();
    let first = summary::first_turn(&next, today)?;
    Some((first, next[first]?))
}

/// The studies of the plans that are shown.
pub(super) fn studies(
    ctx: &mut Ctx,
    all: bool,
    load: impl FnMut(&mut Ctx) -> Result<Study>,
) -> Result<Vec<Study>> {
    let is_running =
        |study: &Study| study.started && !summary::today(study, study.today).is_finished();
    each(ctx, all, load, |study| study, is_running)
}

/// What `load` gives for each plan that is shown: for the one of `--plan`, else for the current one and
/// those that the configuration follows with it; with `all`, for those that have begun and are not
/// finished. There is at least one.
///
/// # Errors
/// `Usage` if `all` contradicts `--plan`; those of `load` if it gives nothing else. Otherwise what
/// cannot be read is left out with a warning.
fn each<T>(
    ctx: &mut Ctx,
    all: bool,
    mut load: impl FnMut(&mut Ctx) -> Result<T>,
    study: impl Fn(&T) -> &Study,
    is_running: impl Fn(&T) -> bool,
) -> Result<Vec<T>> {
    if all && ctx.plan.is_some() {
        return Err(all_or_one("--all"));
    }
    let current = load::source(ctx);
    let candidates = match (all, &ctx.plan) {
        (true, _) => begun(ctx),
        (false, None) => followed(ctx),
        (false, Some(_)) => Vec::new(),
    };
    if candidates.is_empty() {
        return Ok(vec![load(ctx)?]);
    }
    let (mut found, mut failed) = (Vec::new(), Vec::new());
    let first = Candidate {
        id: None,
        source: current.clone(),
    };
    for Candidate { id, source } in std::iter::once(first).chain(candidates) {
        let knows = |id: &PlanId| found.iter().any(|one| study(one).plan.id == *id);
        if id.as_ref().is_some_and(knows) {
            continue;
        }
        match quietly_on(ctx, &source, source != current, &mut load) {
            Ok(one) if knows(&study(&one).plan.id) => {
                let (plan, id) = (source.name(), study(&one).plan.id.clone());
                ctx.warn(Several::SameId { plan, id });
            }
            Ok(one) => found.push(one),
            Err(error) => failed.push((source, error)),
        }
    }
    match found.iter().any(&is_running) {
        true if all => found.retain(is_running),
        false if all => found.truncate(1),
        _ => {}
    }
    if found.is_empty()
        && let Some((_, error)) = failed.pop()
    {
        return Err(error);
    }
    for (source, error) in failed {
        leave_out(ctx, &source, error);
    }
    Ok(found)
}

/// The other plans that are followed, if the configuration follows several. What cannot be read is left
/// out with a warning.
pub(super) fn others(ctx: &mut Ctx) -> Vec<Study> {
    if ctx.config.follow.is_empty() {
        return Vec::new();
    }
    let own = load::source(ctx);
    let own_plan = load::plan_at(ctx, &own);
    let mut others: Vec<Study> = Vec::new();
    for source in sources(ctx).into_iter().filter(|source| *source != own) {
        match quietly_on(ctx, &source, true, load::whole) {
            Ok(study) => {
                let known = others.iter().map(|other| &other.plan.id);
                let mut known = known.chain(own_plan.as_ref().map(|plan| &plan.id));
                if !known.any(|id| *id == study.plan.id) {
                    others.push(study);
                }
            }
            Err(error) => leave_out(ctx, &source, error),
        }
    }
    others
}

/// The error where both `all`, the flag for all plans, and `--plan` are given.
pub(super) fn all_or_one(all: &'static str) -> Error {
    Error::usage(Several::AllOrOne { all }).hint(Several::AllOrOneForms { all })
}

/// Warns that the plan at `source` is left out because of an error.
pub(super) fn leave_out(ctx: &mut Ctx, source: &PlanSource, error: Error) {
    let Error { message, hints, .. } = error;
    let (plan, error) = (remembered::name(&ctx.paths, source), Box::new(message));
    ctx.warn(Several::LeftOut { plan, error });
    for hint in hints {
        ctx.hint(hint);
    }
}

/// The plans that have begun.
fn begun(ctx: &Ctx) -> Vec<Candidate> {
    let ids = load::begun_plans(ctx).into_iter();
    let candidates = ids.map(|id| Candidate {
        source: remembered::named(&ctx.paths, id.as_str()),
        id: Some(id),
    });
    candidates.collect()
}

/// The plans that the configuration follows besides the current one, each once.
fn followed(ctx: &Ctx) -> Vec<Candidate> {
    let mut known = vec![load::chosen(ctx)];
    for source in &ctx.config.follow {
        if !known.iter().any(|known| known.is(source)) {
            known.push(source.clone());
        }
    }
    let others = known.into_iter().skip(1);
    others
        .map(|source| Candidate { id: None, source })
        .collect()
}

/// Where the current plan and those that are followed with it are read from.
pub(super) fn sources(ctx: &Ctx) -> Vec<PlanSource> {
    let others = followed(ctx).into_iter();
    std::iter::once(load::chosen(ctx))
        .chain(others.map(|candidate| candidate.source))
        .collect()
}
