//! `plan init`

use uuid::Uuid;

use super::choice;
use super::former::{self, Taken};
use super::load;
use super::output::Output;
use super::record::{Dated, Outcome, When, begin_on, record_as};
use super::ticked;
use super::words::{DateReader, Looks};
use crate::calendar::valid_start;
use crate::context::{self, Asked, Ctx};
use crate::error::{Error, Result};
use crate::model::{Plan, PlanId};
use crate::progress::{Orphan, PlanDiff, fold, plan_diff};
use crate::render::{json, views};
use crate::store::plan_file::{PlanSource, SHIPPED};
use crate::store::unfinished::{self, Choice};
use crate::store::{Reading, config};
use crate::summary::{SlotView, Study};
use crate::text::{ConfigKey, DoctorHint, Init, InitHint};
use chrono::NaiveDate;

const EXAMPLES: &str = "\
Examples:
  plan init                       start your plan on the coming Monday
  plan init --start 2026-11-23
  plan init my-plan.yaml          follow a plan of your own

Shipped plans: multimodal, rust-in-four-weeks.
`plan help plan-file` explains how to write a plan, and how to change one and
keep its marks.";

#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// The id of a shipped plan, or a path (default: the plan you follow)
    #[arg(value_name = "PLAN")]
    chosen: Option<String>,
    /// The date of Day 1 (default: the coming Monday)
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    start: Option<String>,
    /// Move the start of a plan that has begun; marks are kept
    #[arg(long)]
    restart: bool,
    /// With --restart: from zero; what was recorded stays in the history
    #[arg(long, requires = "restart")]
    afresh: bool,
    /// Take the marks of this plan along, if the plan's id has changed
    #[arg(long, value_name = "ID")]
    from: Option<String>,
    #[command(flatten)]
    output: Output,
}

impl Args {
    /// `plan init FILE --start DATE`
    pub(super) fn following(file: &str, start: Option<&str>) -> Self {
        Self {
            chosen: Some(file.to_owned()),
            start: start.map(str::to_owned),
            restart: false,
            afresh: false,
            from: None,
            output: Output::default(),
        }
    }
}

/// The decision of `run`.
struct Decision {
    /// The start that was there already, with which nothing was done.
    keeps_start: bool,
    /// How the followed plan differs from the version before.
    diff: PlanDiff,
}

/// Records the start of the plan, and where its marks belong if another version of it was followed
/// before. Then, if a plan was named, the configuration is changed to follow it.
///
/// # Errors
/// A plan with errors is not chosen, and nothing is recorded.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let begun = begin(args, ctx)?;
    show(args, ctx, begun);
    Ok(())
}

/// What `init` did, before it is shown.
pub(super) struct Begun {
    outcome: Outcome<Decision>,
    asked: Option<NaiveDate>,
    switched: bool,
    taken: Option<Taken>,
}

/// Begins the plan, or follows it again.
///
/// # Errors
/// As [`run`].
pub(super) fn begin(args: &Args, ctx: &mut Ctx) -> Result<Begun> {
    let asked = DateReader::of(ctx).read_flag(args.start.as_deref(), Looks::Ahead)?;
    if let Some(name) = &args.chosen {
        // Not a file that is remembered: this is the way back to the shipped plan.
        let (source, is_other) = (PlanSource::named(name), false);
        ctx.plan = Some(Asked { source, is_other });
    }
    let read = load::plan(ctx)?;
    let choice = named(args)?;
    let is_other = |plan: &String| PlanSource::named(plan) != load::chosen(ctx);
    let switched = choice.as_ref().is_some_and(is_other);
    let former = if switched {
        former(ctx, &read.plan)
    } else {
        None
    };
    let taken = former::take_or_mention(ctx, &read.plan, args.from.as_deref())?;
    let former_start = taken.as_ref().and_then(|taken| taken.start);
    if choice.is_some() {
        choice::remember(ctx, &read.plan.id, &read.source);
    }
    let op = context::fresh_id();
    if let Some(chosen) = &choice {
        keep_choice(ctx, &read.plan.id, op, chosen)?;
    }
    let when = When::now(ctx);
    let outcome = record_as(ctx, read, (op, when), |study, reading, _| {
        let progress = fold(&reading.events);
        let mut diff = former.as_ref().map_or_else(PlanDiff::default, |former| {
            plan_diff(&progress, former, &study.plan)
        });
        if switched {
            diff.add_orphans(&study.reconciled, &study.plan);
        }
        let restart = (args.restart || former_start.is_some(), args.afresh);
        let start = new_start(study, asked.or(former_start), restart);
        let keeps_start = start.is_none();
        let moves = diff.moves.iter().cloned().map(Dated::from);
        let whats = begun(study, reading, (start, args.afresh));
        let whats: Vec<Dated> = whats.into_iter().chain(moves).collect();
        Ok((whats, Decision { keeps_start, diff }))
    })?;
    if let Some(plan) = &choice {
        choose(ctx, plan, !outcome.events.is_empty())?;
    }
    Ok(Begun {
        outcome,
        asked,
        switched,
        taken,
    })
}

/// The start, if there is a new one, and what was ticked in an imported note when the plan begins for
/// the first time.
fn begun(
    study: &Study,
    reading: &Reading,
    (start, afresh): (Option<NaiveDate>, bool),
) -> Vec<Dated> {
    let Some(start) = start else {
        return Vec::new();
    };
    let begin = begin_on(&study.plan, start, afresh && study.started);
    let mut whats = vec![Dated::from(begin)];
    if reading.events.is_empty() {
        whats.extend(ticked::marks(&study.plan, start, study.today));
    }
    whats
}

/// Confirms what was recorded and chosen.
pub(super) fn show(args: &Args, ctx: &mut Ctx, begun: Begun) {
    let Begun {
        outcome,
        asked,
        switched,
        taken,
    } = begun;
    let (study, changed) = (&outcome.study, !outcome.events.is_empty());
    let Decision { keeps_start, diff } = &outcome.answer;
    let others = match args.chosen {
        None => other_plans(ctx, &study.plan.id),
        Some(_) => Vec::new(),
    };
    let body = || json::begun(study, changed.then_some(outcome.op), &outcome.events);
    args.output.give(ctx, study, body, || {
        let headline = headline(study, *keeps_start, switched || taken.is_some());
        let asked = asked.filter(|_| !keeps_start);
        let taken = taken.as_ref().map(Taken::confirmation);
        let details = details(study, asked).into_iter().chain(taken);
        views::init(headline, details.collect(), diff, &others)
    });
    for problem in views::first_event_problems(study, |_| true) {
        ctx.warn(problem);
    }
    if !args.output.is_json() {
        hints(ctx, study, *keeps_start && !args.restart);
        let is_past = |slot: SlotView| slot.is_open() && slot.due.now;
        let is_fresh = asked.is_some() && study.slots().all(|slot| slot.is_open());
        if is_fresh && study.slots().any(is_past) {
            ctx.hint(InitHint::AsPlanned);
        }
    }
}

/// Keeps what `init` is about to do, until both journal and configuration are written.
fn keep_choice(ctx: &Ctx, plan: &PlanId, op: Uuid, chosen: &str) -> Result<()> {
    let (plan, chosen) = (plan.clone(), chosen.to_owned());
    let choice = Choice { plan, op, chosen };
    unfinished::keep(&ctx.paths.data_dir, &choice).map_err(|error| not_chosen(error, false))
}

/// Writes the chosen plan to the configuration.
fn choose(ctx: &mut Ctx, plan: &str, recorded: bool) -> Result<()> {
    let chosen = config::set(&ctx.paths, ConfigKey::Plan, plan);
    unfinished::forget(&ctx.paths.data_dir);
    if chosen.is_ok() {
        ctx.config.plan = Some(PlanSource::named(plan));
    }
    chosen.map_err(|error| not_chosen(error, recorded))
}

/// Finishes an `init` that was killed after it had recorded the start and before the configuration
/// named the plan. Where the configuration cannot be written, this run follows the plan all the same.
pub(crate) fn finish_killed(ctx: &mut Ctx) {
    let Some(choice) = unfinished::read(&ctx.paths.data_dir) else {
        return;
    };
    let reading = load::journal(ctx, &choice.plan).read();
    if !reading.is_ok_and(|reading| reading.events.iter().any(|event| event.op == choice.op)) {
        return;
    }
    if config::set(&ctx.paths, ConfigKey::Plan, &choice.chosen).is_ok() {
        unfinished::forget(&ctx.paths.data_dir);
    }
    ctx.config.plan = Some(PlanSource::named(&choice.chosen));
}

/// The start to record; `None` if that is the start already, or it is not to be moved.
fn new_start(
    study: &Study,
    asked: Option<NaiveDate>,
    (restart, afresh): (bool, bool),
) -> Option<NaiveDate> {
    let plan = &study.plan;
    let start = asked.map(|date| valid_start(plan, date));
    let start = start.unwrap_or_else(|| load::proposed_start(study.today, plan));
    let is_other = afresh || start != study.calendar.start;
    let is_new = !study.started || restart && is_other;
    is_new.then_some(start)
}

/// The error of writing the configuration; start and marks may have been recorded by then.
fn not_chosen(error: Error, recorded: bool) -> Error {
    let reason = Box::new(error.message);
    let message = Init::NotChosen { recorded, reason }.into();
    Error { message, ..error }
}

/// How to move a start that was kept, and what to do about orphaned marks.
fn hints(ctx: &mut Ctx, study: &Study, keeps_start: bool) {
    if keeps_start {
        ctx.hint(InitHint::MoveStart);
    }
    let orphans = &study.reconciled.orphans;
    if orphans.iter().any(Orphan::is_certain) {
        ctx.hint(InitHint::RelinkSome);
    } else if !orphans.is_empty() {
        ctx.hint(DoctorHint::RelinkOne);
    }
}

/// The plan that was named, as it is written to the configuration.
fn named(args: &Args) -> Result<Option<String>> {
    let Some(name) = &args.chosen else {
        return Ok(None);
    };
    Ok(Some(match PlanSource::named(name) {
        PlanSource::File(_) => Ctx::absolute(name)?.to_string_lossy().into_owned(),
        shipped @ PlanSource::Shipped(_) => choice::written(&shipped),
    }))
}

/// The plan that the configuration chooses, if it is another version of `plan` and can be read.
fn former(ctx: &Ctx, plan: &Plan) -> Option<Plan> {
    let former = load::plan_at(ctx, &load::chosen(ctx))?;
    (former.id == plan.id && former != *plan).then_some(former)
}

fn headline(study: &Study, keeps_start: bool, switched: bool) -> Init {
    let (title, start) = (study.plan.title.clone(), study.calendar.start);
    match (keeps_start, switched) {
        (false, _) => Init::Begins { title, start },
        (true, true) => Init::FollowedAgain { title, start },
        (true, false) if start > study.today => Init::BeginsUnchanged { title, start },
        (true, false) => Init::Unchanged { title, start },
    }
}

/// Why the plan begins later than `asked`, if it does, and when it ends.
fn details(study: &Study, asked: Option<NaiveDate>) -> Vec<Init> {
    let start = study.calendar.start;
    let asked = asked.filter(|date| *date != start);
    let weekday = asked.map(|asked| Init::NotFirstWeekday { asked, start });
    let (last, end) = (study.calendar.last_day(), study.calendar.end());
    let buffer = Some(end).filter(|end| last < *end);
    let last_day = Init::LastDay { last, buffer };
    weekday.into_iter().chain([last_day]).collect()
}

/// What else can be followed: the other shipped plans, and plans that have a journal.
fn other_plans(ctx: &Ctx, followed: &PlanId) -> Vec<Init> {
    let mut begun = load::begun_plans(ctx);
    begun.retain(|id| id != followed);
    let mut plans = Vec::new();
    for shipped in SHIPPED.iter().filter(|plan| plan.id != followed.as_str()) {
        let before = begun.len();
        begun.retain(|id| id.as_str() != shipped.id);
        plans.push(Init::ShippedPlan {
            id: shipped.id,
            plan: shipped.plan,
            begun: begun.len() < before,
        });
    }
    plans.extend(begun.into_iter().map(|id| Init::BegunPlan { id }));
    plans
}
