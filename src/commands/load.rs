//! The one place where plan, progress and calendar are put together.

use chrono::NaiveDate;

use crate::calendar::{Calendar, add, monday, valid_start};
use crate::context::Ctx;
use crate::error::{Error, ErrorKind, Result};
use crate::escape;
use crate::model::Plan;
use crate::progress::{fold, link};
use crate::render::excerpt;
use crate::source::Diagnostic;
use crate::store::plan_file::{self, PlanSource, PlanText, SHIPPED};
use crate::store::{Journal, Reading};
use crate::summary::Study;

/// How many faults are shown with their lines before the rest is only counted.
const SHOWN: usize = 50;

/// A plan's study, and the journal it was read from.
pub(super) struct Loaded {
    pub study: Study,
    pub journal: Journal,
    pub reading: Reading,
}

/// The plan that is followed: the one asked for, else the one chosen, else the first shipped.
pub(super) fn source(ctx: &Ctx) -> PlanSource {
    let name = ctx.plan.as_deref().or(ctx.config.plan.as_deref());
    PlanSource::named(name.unwrap_or(SHIPPED[0].id))
}

/// Reads the plan that is followed.
///
/// # Errors
/// `NoPlanFile`, `Io`; `InvalidPlan` after every fault has been shown.
pub(super) fn plan(ctx: &mut Ctx) -> Result<Plan> {
    let source = source(ctx);
    plan_from(ctx, &source)
}

/// Reads the plan at `source`.
///
/// # Errors
/// As [`plan`].
pub(super) fn plan_from(ctx: &mut Ctx, source: &PlanSource) -> Result<Plan> {
    let file = plan_file::read(source).map_err(|error| {
        let chosen = ctx.plan.is_none() && ctx.config.plan.is_some();
        if !chosen {
            return error;
        }
        let config = crate::store::config::path(&ctx.paths.config_dir);
        let config = config.display().to_string();
        error
            .hint(format!("it is chosen in {}", escape::terminal(&config)))
            .hint("`plan init PLAN` chooses another; the marks stay")
    })?;
    if let Some(plan) = file.parsed.plan {
        return Ok(plan);
    }
    ctx.err += &excerpts(ctx, source, &file, &file.parsed.diagnostics);
    Err(invalid(source, file.parsed.diagnostics.len()))
}

/// Diagnostics of a plan file, each with its line and a caret.
pub(super) fn excerpts<'d>(
    ctx: &Ctx,
    source: &PlanSource,
    file: &PlanText,
    diagnostics: impl IntoIterator<Item = &'d Diagnostic>,
) -> String {
    let path = source.shown();
    let one = |diagnostic| {
        excerpt(
            diagnostic,
            &file.text,
            &path,
            ctx.style.color,
            ctx.style.width,
        )
    };
    let mut all = diagnostics.into_iter();
    let mut text: String = all.by_ref().take(SHOWN).map(|d| one(d) + "\n").collect();
    let more = all.count();
    if more > 0 {
        text += &format!("and {more} more: `plan check --json` lists them all\n\n");
    }
    text
}

/// The failure that a plan with faults is.
pub(super) fn invalid(source: &PlanSource, faults: usize) -> Error {
    let count = crate::render::phrase::count(u32::try_from(faults).unwrap_or(u32::MAX), "fault");
    Error::new(
        ErrorKind::InvalidPlan,
        format!("{count} in {}", source.shown()),
    )
    .hint("mend the file and run `plan check` on it; no mark is lost meanwhile")
}

/// Puts a plan and the events of its journal together.
pub(super) fn study(ctx: &Ctx, plan: Plan, reading: &Reading) -> Study {
    let progress = fold(&reading.events);
    let start = progress
        .start
        .unwrap_or_else(|| proposed_start_of(ctx.today, &plan));
    Study {
        links: link(&progress, &plan),
        calendar: Calendar::lay(&plan, start),
        rests: progress.rests,
        started: progress.start.is_some(),
        now: ctx.now.naive_local(),
        today: ctx.today,
        day_starts: ctx.day_starts,
        plan,
    }
}

/// The start of a plan that has not begun: the coming Monday, today if it is one; then the first
/// date that Day 1 can fall on.
pub(super) fn proposed_start_of(today: NaiveDate, plan: &Plan) -> NaiveDate {
    let this = monday(today);
    let coming = if this == today { this } else { add(this, 7) };
    valid_start(plan, coming)
}

/// Reads everything.
///
/// # Errors
/// What reading the plan or the journal gives.
pub(super) fn all(ctx: &mut Ctx) -> Result<Loaded> {
    let plan = plan(ctx)?;
    let journal = Journal::of(&ctx.paths.state_dir, &plan.id);
    let reading = journal.read()?;
    for warning in &reading.warnings {
        ctx.warn(warning);
    }
    Ok(Loaded {
        study: study(ctx, plan, &reading),
        journal,
        reading,
    })
}
