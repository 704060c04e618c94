//! Targets of another plan than the current one: `linalg:2`, `linalg:d8.2`, `linalg:w3`.

use super::target::clocks;
use super::{followed, load, words};
use crate::context::{Asked, Ctx};
use crate::error::{Error, Result};
use crate::model::PlanId;
use crate::store::plan_file::{PlanSource, SHIPPED};
use crate::store::remembered;
use crate::text::Several;

/// What divides the id of a plan from a target in it.
const COLONS: [char; 2] = [':', '：'];

/// The plan that a target names, unless that is the plan of the run, and the target in it.
///
/// # Errors
/// Those of [`targets_of`].
pub(super) fn plan_of(
    ctx: &Ctx,
    text: Option<&str>,
) -> Result<(Option<PlanSource>, Option<String>)> {
    let Some(text) = text else {
        return Ok((None, None));
    };
    let (source, mut targets) = targets_of(ctx, &[text.to_owned()])?;
    Ok((source, targets.pop()))
}

/// Makes the plan that the targets name the plan of the run, and gives the targets in it.
///
/// # Errors
/// As [`targets_of`].
pub(super) fn enter(ctx: &mut Ctx, targets: &[String]) -> Result<Vec<String>> {
    let (source, inside) = targets_of(ctx, targets)?;
    if let Some(source) = source {
        if ctx.is_other() {
            let first = format!("{}:", remembered::name(&ctx.paths, &load::source(ctx)));
            let targets = [first, targets.join(",")];
            let error = Error::usage(Several::DifferentPlans { targets });
            return Err(error.hint(Several::OneByOne));
        }
        let is_other = true;
        ctx.plan = Some(Asked { source, is_other });
    }
    Ok(inside)
}

/// The same for one target.
pub(super) fn enter_one(ctx: &mut Ctx, target: &str) -> Result<String> {
    let targets = enter(ctx, &[target.to_owned()])?;
    Ok(targets.join(","))
}

/// Makes the plan with this id the plan of the run, and gives whether it was not; `None` if it is not
/// known.
pub(super) fn enter_plan(ctx: &mut Ctx, id: &PlanId) -> Option<bool> {
    let source = is_known(ctx, id).then(|| self::source(ctx, id))?;
    let is_other = source.is_some();
    if let Some(source) = source {
        ctx.plan = Some(Asked { source, is_other });
    }
    Some(is_other)
}

/// The plan that targets name, unless that is the plan of the run, and the targets in it.
///
/// # Errors
/// `Usage` if they are of several plans: a run records one step, and a step is one of one plan, so
/// that `undo` takes back the whole of it.
fn targets_of(ctx: &Ctx, targets: &[String]) -> Result<(Option<PlanSource>, Vec<String>)> {
    let mut found: Option<(Option<PlanSource>, String)> = None;
    let mut inside = Vec::with_capacity(targets.len());
    for target in targets {
        for (plan, text) in parts(ctx, target) {
            let shown = plan
                .as_ref()
                .map_or_else(|| text.clone(), |id| format!("{id}:{text}"));
            let source = plan.and_then(|id| source(ctx, &id));
            match &found {
                Some((before, first)) if *before != source => {
                    let targets = [first.clone(), shown];
                    let error = Error::usage(Several::DifferentPlans { targets });
                    return Err(error.hint(Several::OneByOne));
                }
                Some(_) => {}
                None => found = Some((source, shown)),
            }
            inside.push(text);
        }
    }
    Ok((found.and_then(|(source, _)| source), inside))
}

/// A target with the plan that it names, or several that are written as one: `linalg:3, linalg:4`.
fn parts(ctx: &Ctx, target: &str) -> Vec<(Option<PlanId>, String)> {
    let Some(found) = named(ctx, target) else {
        return vec![(None, target.to_owned())];
    };
    let (id, rest) = found;
    let mut parts = vec![(Some(id), String::new())];
    for piece in rest.split_inclusive([',', '，', '、']) {
        match named(ctx, piece) {
            Some((id, text)) => parts.push((Some(id), text)),
            None => {
                if let Some((_, text)) = parts.last_mut() {
                    *text += piece;
                }
            }
        }
    }
    for (_, text) in &mut parts {
        let end = text.trim_end_matches([',', '，', '、', ' ']).len();
        text.truncate(end);
    }
    parts
}

/// The known plan that a target names, and the rest of it.
fn named(ctx: &Ctx, target: &str) -> Option<(PlanId, String)> {
    let (name, rest) = target.trim().split_once(COLONS)?;
    if clocks(&words::normal(target)).is_some() {
        return None;
    }
    let id = PlanId::new(&words::normal(name))?;
    is_known(ctx, &id).then(|| (id, rest.trim().to_owned()))
}

/// Whether there is a plan with this id: begun, shipped, current or followed.
fn is_known(ctx: &Ctx, id: &PlanId) -> bool {
    let is_begun = load::begun_plans(ctx).contains(id);
    let is_shipped = SHIPPED.iter().any(|shipped| shipped.id == id.as_str());
    is_begun || is_shipped || among_followed(ctx, id).is_some()
}

/// Where the plan with this id is read from; `None` for the plan of the run.
fn source(ctx: &Ctx, id: &PlanId) -> Option<PlanSource> {
    let own = load::source(ctx);
    let followed = among_followed(ctx, id);
    let source = followed.unwrap_or_else(|| remembered::named(&ctx.paths, id.as_str()));
    (source != own).then_some(source)
}

/// Where the plan with this id is read from, if it is that of the run, the current one or followed.
fn among_followed(ctx: &Ctx, id: &PlanId) -> Option<PlanSource> {
    let own = load::source(ctx);
    let mut sources = std::iter::once(own).chain(followed::sources(ctx));
    sources.find(|source| load::plan_at(ctx, source).is_some_and(|plan| plan.id == *id))
}
