//! `plan init`

use super::output::Output;
use super::record::{When, begin_on, record_in};
use super::words::{self, Looks};
use super::{load, plan_diff};
use crate::calendar::valid_start;
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::progress::{PlanDiff, fold};
use crate::render::{Sheet, Span, json, phrase, views};
use crate::store::config;
use crate::store::plan_file::{PlanSource, SHIPPED};
use crate::summary::Study;
use crate::text::ConfigKey;
use chrono::NaiveDate;

const EXAMPLES: &str = "\
Examples:
  plan init                       start your plan on the coming Monday
  plan init --start 2026-11-23
  plan init my-plan.yaml          follow a plan of your own

Shipped plans: multimodal, rust-in-four-weeks.
`plan help plan-file` explains how to write a plan, and how to change one and
keep its marks.";

/// Choose a plan and record its start
#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The id of a shipped plan, or a path (default: the plan you follow)
    #[arg(value_name = "PLAN")]
    chosen: Option<String>,
    /// The date of Day 1 (default: the coming Monday)
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    start: Option<String>,
    /// Move the start of a plan that has begun; marks are kept
    #[arg(long)]
    restart: bool,
    #[command(flatten)]
    output: Output,
}

/// What became of the start.
enum Start {
    /// It was recorded.
    Set,
    /// The plan has begun already, and nothing was changed.
    Kept,
}

/// Runs it.
///
/// # Errors
/// What reading the plan or the date, or recording, gives. The plan is chosen only once it has
/// been read without a fault.
pub fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let asked = words::date_of(args.start.as_deref(), ctx.today, Looks::Ahead)?;
    if let Some(name) = &args.chosen {
        ctx.plan = Some(name.clone());
    }
    let any_chosen = ctx.plan.is_some() || ctx.config.plan.is_some();
    let read = load::plan(ctx)?;
    let plan = &read.plan;
    let choice = choice(args)?;
    let switched = choice
        .as_ref()
        .is_some_and(|lasting| !is_chosen(lasting, ctx));
    let former = switched.then(|| plan_diff::former(ctx, plan)).flatten();
    let asked_start = asked.map(|date| valid_start(plan, date));
    let (when, today) = (When::now(ctx), ctx.today);
    let outcome = record_in(ctx, read, when, |study, reading, _| {
        let progress = fold(&reading.events);
        let mut found = plan_diff::between(former.as_ref(), &study.plan, &progress);
        if switched {
            found.add_orphans(&study.reconciled.orphans);
        }
        let mut whats = found.moves.clone();
        if study.started && !args.restart {
            return Ok((whats, (Start::Kept, found)));
        }
        let start = asked_start.unwrap_or_else(|| load::proposed_start(today, &study.plan));
        whats.insert(0, begin_on(&study.plan, start));
        Ok((whats, (Start::Set, found)))
    })?;
    if let Some(lasting) = choice {
        let chosen = config::set(&ctx.paths.config_dir, ConfigKey::Plan, &lasting);
        chosen.map_err(|error| not_chosen(error, !outcome.events.is_empty()))?;
    }
    let (start, found) = &outcome.answer;
    let kept = matches!(start, Start::Kept);
    let study = &outcome.study;
    let changed = !outcome.events.is_empty();
    let body = || json::begun(study, changed.then_some(outcome.op), &outcome.events);
    args.output.give(ctx, study, body, || {
        let mut sheet = sheet(study, (kept, switched), (asked, asked_start), found);
        if !any_chosen {
            shipped(&mut sheet);
        }
        sheet
    });
    if !args.output.is_json() {
        hints(ctx, study, kept);
    }
    Ok(())
}

/// Why the choice could not be kept, where the start and the marks may have been by then.
fn not_chosen(error: Error, recorded: bool) -> Error {
    let before = if recorded { "recorded, but " } else { "" };
    let message = format!("{before}the plan is not chosen: {}", error.message);
    Error {
        message: message.into(),
        ..error
    }
}

/// What can be done about a start that stays, and about marks that fit no slot.
fn hints(ctx: &mut Ctx, study: &Study, kept: bool) {
    if kept {
        ctx.hint("`plan init --restart --start DATE` moves the start; marks are kept");
    }
    let orphans = &study.reconciled.orphans;
    if orphans.iter().any(|orphan| orphan.relink_event().is_some()) {
        ctx.hint(
            "some marks do not fit this plan: `plan doctor --relink` takes along what is certain",
        );
    } else if !orphans.is_empty() {
        ctx.hint("`plan doctor --relink OLD=NEW` takes a mark along by your word");
    }
}

/// The plan that was named, as the configuration keeps the choice.
fn choice(args: &Args) -> Result<Option<String>> {
    let Some(name) = &args.chosen else {
        return Ok(None);
    };
    Ok(Some(match PlanSource::named(name) {
        PlanSource::Shipped(shipped) => shipped.id.to_owned(),
        PlanSource::File(_) => Ctx::absolute(name)?.to_string_lossy().into_owned(),
    }))
}

/// Whether the plan that is followed is this one already.
fn is_chosen(lasting: &str, ctx: &Ctx) -> bool {
    ctx.config.plan.as_deref().unwrap_or(SHIPPED[0].id) == lasting
}

fn sheet(
    study: &Study,
    (kept, switched): (bool, bool),
    (asked, start): (Option<NaiveDate>, Option<NaiveDate>),
    found: &PlanDiff,
) -> Sheet {
    let mut sheet = Sheet::default();
    let line = |sheet: &mut Sheet, words: String| sheet.line(vec![Span::plain(words)]);
    let title = &study.plan.title;
    let begins = phrase::date(study.calendar.start);
    if kept {
        line(
            &mut sheet,
            if switched {
                format!("{title} is followed from now on; it began on {begins}, and marks are kept")
            } else {
                format!("{title} has begun on {begins} already: nothing was changed")
            },
        );
    } else {
        line(&mut sheet, format!("{title} begins on {begins}"));
        if let (Some(asked), Some(start)) = (asked, start)
            && asked != start
        {
            let first = start.format("%A");
            let words = format!("  {} is no {first}, which Day 1 is", phrase::date(asked));
            line(&mut sheet, words);
        }
    }
    let (last, end) = (study.calendar.last_day(), study.calendar.end());
    let buffer = if last < end {
        format!(", then time to catch up until {}", phrase::date(end))
    } else {
        String::new()
    };
    line(
        &mut sheet,
        format!("  its last day is {}{buffer}", phrase::date(last)),
    );
    views::taken_along(&mut sheet, found);
    sheet
}

/// What there is to choose from, where nobody has chosen.
fn shipped(sheet: &mut Sheet) {
    sheet.line(vec![Span::dim("  shipped plans:")]);
    for shipped in SHIPPED {
        let words = format!("    {} ({})", shipped.id, shipped.about);
        sheet.hanging(6, vec![Span::dim(words)]);
    }
}
