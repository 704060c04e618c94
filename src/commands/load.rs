//! The one place where plan, progress and calendar are put together.

use chrono::{NaiveDate, NaiveDateTime};

use crate::calendar::{Calendar, add, first_date, monday};
use crate::context::Ctx;
use crate::error::{Error, ErrorKind, Result};
use crate::escape;
use crate::model::{DayShape, Minutes, Plan};
use crate::progress::{Links, Progress, fitting, fold, link};
use crate::render::excerpt;
use crate::source::Diagnostic;
use crate::store::compiled::Begun;
use crate::store::plan_file::{self, PlanSource, PlanText, SHIPPED};
use crate::store::{Compiled, Journal, Reading};
use crate::summary::{self, Study, Tally};

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
    let cache = &ctx.paths.cache_dir;
    if let Some(plan) = Compiled::open(cache, source).and_then(Compiled::whole) {
        return Ok(plan);
    }
    let begun = Begun::of(cache, source);
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
        if let Some(begun) = begun {
            begun.keep(&plan);
        }
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

/// What time it is for the learner.
#[derive(Debug, Clone, Copy)]
struct Present {
    now: NaiveDateTime,
    today: NaiveDate,
    day_starts: Minutes,
}

impl Present {
    fn of(ctx: &Ctx) -> Self {
        Self {
            now: ctx.now.naive_local(),
            today: ctx.today,
            day_starts: ctx.day_starts,
        }
    }

    /// Puts a plan and what has happened together.
    fn study(self, plan: Plan, progress: Progress) -> Study {
        let first = plan.days().next().map(|(.., day)| DayShape::of(day));
        let links = link(&progress, &plan);
        let calendar = Calendar::lay(&plan, self.start(&progress, first));
        self.together(plan, links, calendar, progress, Tally::default())
    }

    /// The same with the part of a compiled plan that matters to someone who asks about `date`;
    /// `None` where that cannot be told without the whole.
    fn glimpse(self, compiled: Compiled, progress: Progress, date: NaiveDate) -> Option<Study> {
        let outline = compiled.outline();
        let first = outline.shape.days.first().copied();
        let calendar = Calendar::of_shape(&outline.shape, self.start(&progress, first));
        let glance = summary::glance(outline, &progress, &calendar, (self.today, date))?;
        let calendar = calendar.of_days(&glance.days);
        let plan = compiled.part(&glance.days)?;
        let links = fitting(&progress, &plan);
        Some(self.together(plan, links, calendar, progress, glance.elsewhere))
    }

    fn together(
        self,
        plan: Plan,
        links: Links,
        calendar: Calendar,
        progress: Progress,
        elsewhere: Tally,
    ) -> Study {
        Study {
            plan,
            elsewhere,
            links,
            calendar,
            rests: progress.rests,
            started: progress.start.is_some(),
            now: self.now,
            today: self.today,
            day_starts: self.day_starts,
        }
    }

    /// The start that was recorded, else the one proposed to a plan with this first day.
    fn start(self, progress: &Progress, first: Option<DayShape>) -> NaiveDate {
        let proposed = || proposed_start(self.today, first);
        progress.start.unwrap_or_else(proposed)
    }
}

/// Puts a plan and the events of its journal together.
pub(super) fn study(ctx: &Ctx, plan: Plan, reading: &Reading) -> Study {
    Present::of(ctx).study(plan, fold(&reading.events))
}

/// The start of a plan that has not begun: the coming Monday, today if it is one; then the first
/// date that Day 1 can fall on.
fn proposed_start(today: NaiveDate, first: Option<DayShape>) -> NaiveDate {
    let this = monday(today);
    let coming = if this == today { this } else { add(this, 7) };
    first_date(first, coming)
}

/// The same for a whole plan.
pub(super) fn proposed_start_of(today: NaiveDate, plan: &Plan) -> NaiveDate {
    proposed_start(today, plan.days().next().map(|(.., day)| DayShape::of(day)))
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

/// What matters to someone who asks about `date`: the same as of [`all`], for [`summary::today`]
/// and [`summary::next_open`] alone, and mostly without reading the whole plan.
///
/// # Errors
/// As [`all`].
pub(super) fn near(ctx: &mut Ctx, date: NaiveDate) -> Result<Study> {
    let compiled = Compiled::open(&ctx.paths.cache_dir, &source(ctx));
    let study = match compiled {
        Some(compiled) => glimpse(ctx, compiled, date)?,
        None => None,
    };
    match study {
        Some(study) => Ok(study),
        None => Ok(all(ctx)?.study),
    }
}

/// The same of a compiled plan alone; `None` where that cannot be told without the whole.
fn glimpse(ctx: &mut Ctx, compiled: Compiled, date: NaiveDate) -> Result<Option<Study>> {
    let journal = Journal::of(&ctx.paths.state_dir, compiled.id());
    let reading = journal.read()?;
    let study = Present::of(ctx).glimpse(compiled, fold(&reading.events), date);
    if study.is_some() {
        for warning in &reading.warnings {
            ctx.warn(warning);
        }
    }
    Ok(study)
}

#[cfg(test)]
mod tests;
