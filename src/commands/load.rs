//! Loads a study: the one place where plan, progress and calendar are put together.

mod unreadable;

use std::collections::HashSet;

use chrono::NaiveDate;

use self::unreadable::not_read;
pub(super) use self::unreadable::with_choice;
use crate::calendar::{add, monday, valid_start};
use crate::context::Ctx;
use crate::error::{Error, ErrorKind, Result};
use crate::escape::shell_word;
use crate::model::{Plan, PlanId};
use crate::progress::{Event, Progress, fold};
use crate::render::excerpt;
use crate::source::Diagnostic;
use crate::store::compiled::{self, Begun, Origin};
use crate::store::day_card::{self, Key, Request};
use crate::store::plan_file::{self, PlanSource, PlanText};
use crate::store::{Journal, Reading, journal};
use crate::summary::{DayFacts, MAX_LISTED, Study, day_facts};
use crate::text::{File, Init, InitHint, Message, Recording, RecordingHint};

/// How many errors are shown with their lines; further ones are only counted.
const SHOWN: usize = 50;

/// A study, and everything it was computed from.
pub(super) struct Loaded {
    pub(crate) study: Study,
    pub(crate) reading: Reading,
    /// The state of the plan's source; `None` where it is not certain.
    pub(crate) origin: Option<Origin>,
}

/// A plan, and the state of the source that it was read from; `None` where that is not certain.
pub(super) struct ReadPlan {
    pub(crate) plan: Plan,
    pub(crate) source: PlanSource,
    pub(crate) origin: Option<Origin>,
}

/// The plan that is followed: the one asked for, else the one chosen, else the first shipped.
pub(super) fn source(ctx: &Ctx) -> PlanSource {
    let asked = ctx.plan.as_ref().map(|asked| asked.source.clone());
    asked.unwrap_or_else(|| chosen(ctx))
}

/// The plan that the configuration chooses, else the first shipped.
pub(super) fn chosen(ctx: &Ctx) -> PlanSource {
    ctx.config.plan.clone().unwrap_or_else(PlanSource::first)
}

/// Reads the plan that is followed.
///
/// # Errors
/// `NoPlanFile`, `Io`; `InvalidPlan` after every fault has been shown.
pub(super) fn plan(ctx: &mut Ctx) -> Result<ReadPlan> {
    let source = source(ctx);
    plan_from(ctx, &source)
}

/// Reads the plan at `source`.
pub(super) fn plan_from(ctx: &mut Ctx, source: &PlanSource) -> Result<ReadPlan> {
    let cache = &ctx.paths.cache_dir;
    if let Some((plan, origin)) = compiled::open(cache, source) {
        return Ok(ReadPlan {
            plan,
            source: source.clone(),
            origin: Some(origin),
        });
    }
    let begun = Begun::of(cache, source);
    let file = plan_file::read(source).map_err(|error| not_read(ctx, source, error))?;
    let origin = begun.and_then(|begun| begun.keep(&file));
    if let Some(plan) = file.parsed.plan {
        return Ok(ReadPlan {
            plan,
            source: source.clone(),
            origin,
        });
    }
    ctx.err += &excerpts(ctx, source, &file, &file.parsed.diagnostics);
    Err(invalid(ctx, source, file.parsed.diagnostics.len()))
}

/// The plan at `source`, if it can be read.
pub(super) fn plan_at(ctx: &Ctx, source: &PlanSource) -> Option<Plan> {
    if let Some((plan, _)) = compiled::open(&ctx.paths.cache_dir, source) {
        return Some(plan);
    }
    plan_file::read(source).ok()?.parsed.plan
}

/// Diagnostics of a plan file, each with its line and a caret.
pub(super) fn excerpts<'d>(
    ctx: &Ctx,
    source: &PlanSource,
    file: &PlanText,
    diagnostics: impl IntoIterator<Item = &'d Diagnostic>,
) -> String {
    let path = Message::from(File::Plan(source.name()));
    let one = |diagnostic| excerpt(diagnostic, &file.text, &path, ctx.style);
    let mut all = diagnostics.into_iter();
    let mut text: String = all.by_ref().take(SHOWN).map(|d| one(d) + "\n").collect();
    let more = all.count();
    if more > 0 {
        let file = other_file(ctx, source);
        let more = Message::from(Recording::MoreErrors { count: more, file });
        text += &format!("{}\n\n", more.text(ctx.style.locale));
    }
    text
}

/// The path of a plan file that is not the plan followed, quoted for a shell.
fn other_file(ctx: &Ctx, plan: &PlanSource) -> Option<String> {
    let is_followed = ctx.plan.is_none() && *plan == source(ctx);
    match plan {
        PlanSource::File(path) if !is_followed => Some(shell_word(path)),
        _ => None,
    }
}

/// The error for a plan file that has errors.
pub(super) fn invalid(ctx: &Ctx, plan: &PlanSource, errors: usize) -> Error {
    let hint = match other_file(ctx, plan) {
        Some(file) => RecordingHint::FixFile { file },
        None => RecordingHint::FixPlan,
    };
    let message = Recording::InvalidPlan(errors, plan.name());
    Error::new(ErrorKind::InvalidPlan, message).hint(hint)
}

/// Lays a plan out and puts what has happened next to it.
pub(super) fn study(ctx: &Ctx, plan: Plan, progress: Progress) -> Study {
    let start = proposed_start(ctx.today, &plan);
    let now = ctx.now.naive_local();
    let mut study = Study::new(plan, progress, start, now, ctx.day_starts);
    study.hours = study.hours.or_else(|| ctx.config.hours.clone());
    study.busy = study.times_of_events();
    for (date, taken) in &ctx.busy {
        study.busy.entry(*date).or_default().extend(taken);
    }
    study.is_other = ctx.is_other();
    study
}

/// The start of a plan that has not begun: the first date from the coming Monday on, or from today
/// if it is one, that Day 1 can fall on.
pub(super) fn proposed_start(today: NaiveDate, plan: &Plan) -> NaiveDate {
    let this = monday(today);
    let coming = if this == today { this } else { add(this, 7) };
    valid_start(plan, coming)
}

/// The journal of the plan `id`.
pub(super) fn journal(ctx: &Ctx, id: &PlanId) -> Journal {
    Journal::of(&ctx.paths.state_dir, id).copied_to(&ctx.paths.own_dir())
}

/// Reads the whole study.
pub(super) fn all(ctx: &mut Ctx) -> Result<Loaded> {
    let ReadPlan { plan, origin, .. } = plan(ctx)?;
    let reading = journal(ctx, &plan.id).read()?;
    for warning in &reading.warnings {
        ctx.warn(warning);
    }
    let former = reading.events.is_empty().then(|| former_id(ctx, &plan));
    if let Some((said, hint)) = former.flatten() {
        ctx.warn(said);
        ctx.hint(hint);
    }
    let study = study(ctx, plan, fold(&reading.events));
    let loaded = Loaded {
        study,
        reading,
        origin,
    };
    keep_card(ctx, &loaded);
    Ok(loaded)
}

/// The plans that have a journal. A folder that cannot be listed does not make the command fail.
pub(super) fn begun_plans(ctx: &Ctx) -> Vec<PlanId> {
    let journals = journal::all(&ctx.paths.state_dir).unwrap_or_default();
    journals.into_iter().map(|(id, _)| id).collect()
}

/// Where a plan file without marks may have had another id before, since most of another plan's marks
/// are of slots that it has: what to say, and what can be done.
pub(super) fn former_id(ctx: &Ctx, plan: &Plan) -> Option<(Init, InitHint)> {
    let PlanSource::File(path) = source(ctx) else {
        return None;
    };
    let journals = journal::all(&ctx.paths.state_dir).unwrap_or_default();
    let others = journals.into_iter().filter(|(id, _)| *id != plan.id);
    let slots: HashSet<(&str, &str)> = plan
        .slots()
        .map(|at| (at.slot.id.as_str(), at.slot.title.as_str()))
        .collect();
    let fitting = others.filter_map(|(id, _)| {
        let reading = self::journal(ctx, &id).read().ok()?;
        let marked = reading.events.iter().filter_map(Event::slot);
        let marked: HashSet<(&str, &str)> = marked.collect();
        let fit = marked.iter().filter(|slot| slots.contains(*slot)).count();
        (fit > 0 && fit * 2 >= marked.len()).then_some((fit, id))
    });
    let (slots, id) = fitting.max()?;
    let file = shell_word(&path);
    let said = Init::MarksElsewhere {
        id: id.clone(),
        slots,
    };
    Some((said, InitHint::TakeMarksFrom { file, id }))
}

/// The whole study, for those who need no single event.
pub(super) fn whole(ctx: &mut Ctx) -> Result<Study> {
    Ok(all(ctx)?.study)
}

/// The facts about the current study date, from the day card if that is current. With
/// `everything`, all overdue slots are listed in full.
pub(super) fn day(ctx: &mut Ctx, everything: bool) -> Result<DayFacts> {
    let request = Request {
        cache_dir: &ctx.paths.cache_dir,
        state_dir: &ctx.paths.state_dir,
        own_dir: &ctx.paths.own_dir(),
        source: &source(ctx),
        today: ctx.today,
        day_starts: ctx.day_starts,
    };
    let facts = day_card::open::<DayFacts>(&request).filter(DayFacts::is_consistent);
    if let Some(facts) = facts.filter(|facts| !everything || facts.is_complete()) {
        let facts = facts.with_clock(ctx.now.naive_local());
        return Ok(facts.of_other_plan(ctx.is_other()));
    }
    let study = whole(ctx)?;
    Ok(day_facts(&study, study.today, listed(everything)))
}

/// How many overdue slots are listed in full.
pub(super) fn listed(everything: bool) -> usize {
    if everything { usize::MAX } else { MAX_LISTED }
}

/// Writes the day card of a study that was just loaded or changed, unless there is a current one.
/// A study whose journal is empty or gave rise to warnings has none: they are to be repeated.
pub(super) fn keep_card(ctx: &Ctx, loaded: &Loaded) {
    let Loaded { study, reading, .. } = loaded;
    let Some(origin) = loaded.origin.clone() else {
        return;
    };
    if reading.files.is_empty() || reading.events.is_empty() || !reading.warnings.is_empty() {
        return;
    }
    let key = Key {
        origin,
        id: study.plan.id.clone(),
        files: reading.files.clone(),
        today: study.today,
        day_starts: study.day_starts,
    };
    day_card::write(&ctx.paths.cache_dir, &key, || {
        day_facts(study, study.today, MAX_LISTED)
    });
}

#[cfg(test)]
mod tests;
