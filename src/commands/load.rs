//! The one place where plan, progress and calendar are put together.

mod followed;
mod sketch;

pub(super) use followed::{Followed, followed};
pub(super) use sketch::sketch;

use chrono::{NaiveDate, NaiveDateTime};

use crate::calendar::{Calendar, add, first_date, monday};
use crate::context::Ctx;
use crate::error::{Error, ErrorKind, Result};
use crate::escape;
use crate::model::{DayShape, Minutes, Plan, PlanId, name};
use crate::progress::{Progress, Reconciled, exact_matches, fold, reconcile};
use crate::render::excerpt;
use crate::source::Diagnostic;
use crate::store::checkpoint::Names;
use crate::store::compiled::Begun;
use crate::store::plan_file::{self, PlanSource, PlanText, SHIPPED};
use crate::store::{Compiled, Folded, Journal, Reading};
use crate::summary::{self, Beside, Study};

/// How many faults are shown with their lines before the rest is only counted.
const SHOWN: usize = 50;

/// A plan's study, and what was read in its journal.
pub(super) struct Loaded {
    pub study: Study,
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
    if let Some(plan) = Compiled::open(cache, source).and_then(|compiled| compiled.whole()) {
        return Ok(plan);
    }
    let begun = Begun::of(cache, source);
    let file = plan_file::read(source).map_err(|error| chosen(ctx, error))?;
    if let Some(mut plan) = file.parsed.plan {
        if let Some(begun) = begun {
            begun.keep(&mut plan);
        }
        return Ok(plan);
    }
    ctx.err += &excerpts(ctx, source, &file, &file.parsed.diagnostics);
    Err(invalid(source, file.parsed.diagnostics.len()))
}

/// Says who chose a plan that cannot be read.
pub(super) fn chosen(ctx: &Ctx, error: Error) -> Error {
    if ctx.plan.is_some() || ctx.config.plan.is_none() {
        return error;
    }
    let config = crate::store::config::path(&ctx.paths.config_dir);
    let config = config.display().to_string();
    error
        .hint(format!("it is chosen in {}", escape::terminal(&config)))
        .hint("`plan init PLAN` chooses another; the marks stay")
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
        let reconciled = reconcile(&progress, &plan);
        let calendar = Calendar::lay(&plan, self.start(progress.start, first));
        self.together(plan, reconciled, calendar, progress, None)
    }

    /// The same with the part of a compiled plan that matters to someone who asks about `date`;
    /// `None` where that cannot be told without the whole.
    fn glimpse(self, compiled: &Compiled, folded: &Folded, date: NaiveDate) -> Option<Study> {
        let shape = compiled.shape()?;
        let start = self.start(folded.start, shape.days.first().copied());
        let calendar = Calendar::of_shape(&shape, start);
        let marks = folded.briefs();
        let outline = compiled.outline(marks.names())?;
        let marks = (&marks, &folded.rests);
        let glance = summary::glance(&outline, marks, &calendar, (self.today, date))?;
        let calendar = calendar.of_days(&glance.days);
        let (plan, fingerprints) = compiled.part(&glance.days)?;
        let progress = folded.progress_of(&names(&plan));
        let reconciled = exact_matches(&progress, &plan);
        let beside = Some(Beside {
            elsewhere: glance.elsewhere,
            in_week: glance.in_week,
            fingerprints,
        });
        Some(self.together(plan, reconciled, calendar, progress, beside))
    }

    fn together(
        self,
        plan: Plan,
        reconciled: Reconciled,
        calendar: Calendar,
        progress: Progress,
        beside: Option<Beside>,
    ) -> Study {
        Study {
            plan,
            beside,
            reconciled,
            calendar,
            rests: progress.rests,
            started: progress.start.is_some(),
            now: self.now,
            today: self.today,
            day_starts: self.day_starts,
        }
    }

    /// The start that was recorded, else the one proposed to a plan with this first day.
    fn start(self, recorded: Option<NaiveDate>, first: Option<DayShape>) -> NaiveDate {
        recorded.unwrap_or_else(|| proposed_start(self.today, first))
    }
}

/// The names of all in `plan` that can have marks.
fn names(plan: &Plan) -> Names {
    plan.named().map(|(id, title)| name(id, title)).collect()
}

/// Puts a plan and what has happened together.
pub(super) fn study(ctx: &Ctx, plan: Plan, progress: Progress) -> Study {
    Present::of(ctx).study(plan, progress)
}

/// A study after more has happened.
pub(super) fn again(ctx: &Ctx, study: Study, folded: &Folded) -> Study {
    let present = Present::of(ctx);
    if study.beside.is_none() {
        return present.study(study.plan, folded.progress());
    }
    let progress = folded.progress_of(&names(&study.plan));
    let reconciled = exact_matches(&progress, &study.plan);
    present.together(
        study.plan,
        reconciled,
        study.calendar,
        progress,
        study.beside,
    )
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

/// The journal of the plan `id`.
pub(super) fn journal(ctx: &Ctx, id: &PlanId) -> Journal {
    Journal::of(&ctx.paths.state_dir, id).cached_in(&ctx.paths.cache_dir)
}

/// Reads everything.
///
/// # Errors
/// What reading the plan or the journal gives.
pub(super) fn all(ctx: &mut Ctx) -> Result<Loaded> {
    let plan = plan(ctx)?;
    let journal = journal(ctx, &plan.id);
    let reading = journal.read()?;
    warn(ctx, &reading.warnings);
    Ok(Loaded {
        study: study(ctx, plan, fold(&reading.events)),
        reading,
    })
}

/// The whole plan and what has happened, for those who ask for no single event.
///
/// # Errors
/// What reading the plan or the journal gives.
pub(super) fn whole(ctx: &mut Ctx) -> Result<Study> {
    let plan = plan(ctx)?;
    let folded = journal(ctx, &plan.id).fold()?;
    warn(ctx, &folded.warnings);
    Ok(study(ctx, plan, folded.progress()))
}

/// What matters to someone who asks about `date`: the same as of [`whole`], for
/// [`summary::today`], [`summary::next_open`] and the days they name alone, and mostly without
/// reading all of the plan.
///
/// # Errors
/// As [`whole`].
pub(super) fn near(ctx: &mut Ctx, date: NaiveDate) -> Result<Study> {
    let followed = followed(ctx)?;
    let folded = journal(ctx, followed.id()).fold()?;
    warn(ctx, &folded.warnings);
    // A plan that has just been read is large, and nobody else wants it.
    if let Followed::Whole(plan) = followed {
        return Ok(study(ctx, *plan, folded.progress()));
    }
    followed.study(ctx, &folded, date, |_| true)
}

fn warn(ctx: &mut Ctx, warnings: &[String]) {
    for warning in warnings {
        ctx.warn(warning);
    }
}

#[cfg(test)]
mod tests;
