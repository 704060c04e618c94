//! `plan add`

use super::output::Output;
use super::record::{Outcome, When, record};
use super::words::{self, DateReader, Looks};
use super::{add_event, busy, due, marks, of_plan};
use crate::context::{self, Ctx};
use crate::error::{Error, Result};
use crate::model::{AddedSlot, EventKind, FixedEvent, Minutes, SlotId, Window};
use crate::progress::What;
use crate::render::views;
use crate::source::MAX_SLOTS;
use crate::summary::{self, Before, Study};
use crate::text::{Create, CreateHint, DueDate, DueDateHint, Moving};

const EXAMPLES: &str = "\
Examples:
  plan add \"Office hour\" --on wed --time 19:00-20:00
  plan add \"Read the blog post\" --on +2 --duration 45m
  plan add \"Call the study group\"                      today, at any time
  plan add Midterm --exam --on 2026-12-16 --time 09:00-11:00 --covers w1-w5,A

It counts, moves and is marked like any slot of the plan; `plan undo` takes it back.
An exam is not a slot: `plan due Midterm DATE` changes its date, and --remove removes it.";

#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// What to do
    title: String,
    /// Its date: 2026-12-12, tomorrow, sat, +3 (default: today)
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    on: Option<String>,
    /// Its time: 19:00-20:00, 7pm-8pm; a start alone with --duration
    #[arg(long, value_name = "TIME")]
    time: Option<String>,
    /// How long it takes: 45m, 1h20m (default: unknown)
    #[arg(long, value_name = "DURATION")]
    duration: Option<String>,
    /// Add an exam on a fixed date; --covers names what to finish before it
    #[arg(long, requires = "on", conflicts_with = "duration")]
    exam: bool,
    /// Add another event on a fixed date
    #[arg(long, requires = "on", conflicts_with_all = ["duration", "exam"])]
    event: bool,
    /// What has to be done before it: w1-w5,A or slots
    #[arg(long, value_name = "WHAT")]
    covers: Option<String>,
    #[command(flatten)]
    output: Output,
}

/// Adds a slot that no file has, and warns if its date or time is suspicious.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    if let Some(event) = event(args, ctx)? {
        let covers = args.covers.as_deref();
        let covers = covers.map(|text| of_plan::enter_one(ctx, text));
        return add_event::run(&event, covers.transpose()?.as_deref(), &args.output, ctx);
    }
    if args.covers.is_some() {
        return Err(Error::usage(DueDate::OnlyEventsCover).hint(DueDateHint::AddExam));
    }
    busy::read(ctx, &[])?;
    let new = slot(args, ctx)?;
    let when = When::now(ctx);
    let outcome = record(ctx, when, |study, _, _| {
        if study.plan.slots().count() >= MAX_SLOTS {
            return Err(Error::usage(Create::TooMany { limit: MAX_SLOTS }));
        }
        let id = fresh_id(study);
        let slot = AddedSlot { id, ..new.clone() };
        Ok((vec![What::Add(slot.clone())], slot))
    })?;
    show(ctx, &args.output, &outcome);
    Ok(())
}

/// The event as it was asked for, without what it covers; `None` if a slot is meant.
fn event(args: &Args, ctx: &Ctx) -> Result<Option<FixedEvent>> {
    let kind = match (args.exam, args.event) {
        (true, _) => EventKind::Exam,
        (_, true) => EventKind::Event,
        _ => return Ok(None),
    };
    let title = title(args)?;
    let date = DateReader::of(ctx).read_flag(args.on.as_deref(), Looks::Ahead)?;
    Ok(Some(FixedEvent {
        id: add_event::id_of(title, kind),
        kind,
        title: title.to_owned(),
        date: date.unwrap_or(ctx.today),
        time: args.time.as_deref().map(due::window).transpose()?,
        covers: Vec::new(),
    }))
}

fn title(args: &Args) -> Result<&str> {
    let title = args.title.trim();
    if title.is_empty() {
        return Err(Error::usage(Create::NoTitle).hint(CreateHint::AddForm));
    }
    Ok(title)
}

/// The slot as it was asked for.
fn slot(args: &Args, ctx: &Ctx) -> Result<AddedSlot> {
    let title = title(args)?;
    let date = DateReader::of(ctx).read_flag(args.on.as_deref(), Looks::Ahead)?;
    let date = date.unwrap_or(ctx.today);
    if date < ctx.today {
        let error = Error::usage(Moving::DateHasPassed { date });
        return Err(error.hint(CreateHint::AddPastWork));
    }
    let (time, duration) = time(args)?;
    Ok(AddedSlot {
        id: random_id(),
        title: title.to_owned(),
        date,
        time,
        duration,
    })
}

/// When on its date it is, or how long.
fn time(args: &Args) -> Result<(Option<Window>, Option<Minutes>)> {
    let duration = args.duration.as_deref().map(words::minutes).transpose()?;
    let Some(time) = &args.time else {
        return Ok((None, duration));
    };
    let window = match (words::times(time)?, duration) {
        ((_, Some(window)), None) => window,
        ((_, Some(_)), Some(_)) => {
            return Err(Error::usage(Create::LengthTwice).hint(CreateHint::OneOfBoth));
        }
        ((start, None), Some(length)) => Window::from(start, length)
            .ok_or_else(|| Error::usage(Create::PastMidnight { start, length }))?,
        ((start, None), None) => {
            return Err(Error::usage(Create::NoEnd(start)).hint(CreateHint::GiveLength));
        }
    };
    Ok((Some(window), None))
}

/// An id that nothing in the plan has.
fn fresh_id(study: &Study) -> SlotId {
    let mut id = random_id();
    while study.title(id.as_str()).is_some() {
        id = random_id();
    }
    id
}

/// `x-` and eight random hexadecimal digits.
fn random_id() -> SlotId {
    let [.., a, b, c, d] = context::fresh_id().into_bytes();
    let digits = u32::from_be_bytes([a, b, c, d]);
    SlotId::added(digits)
}

/// Confirms what was added, and warns of what the learner may not have meant.
fn show(ctx: &mut Ctx, output: &Output, outcome: &Outcome<AddedSlot>) {
    let study = &outcome.study;
    let mut warnings = marks::move_warnings(study, &outcome.events);
    let slot = study.slot(outcome.answer.id.as_str());
    if let Some(slot) = &slot {
        let before = Before::without(study, slot);
        warnings.extend(views::crowded(&summary::crowding(study, &before)));
    }
    let sheet = || views::added(slot.as_ref(), &outcome.events);
    marks::show_moved(ctx, output, outcome, &warnings, sheet);
}
