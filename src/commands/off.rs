//! `plan off`

mod holidays;

use crate::model::Dates;
use chrono::{NaiveDate, TimeDelta};

use super::marks;
use super::output::Output;
use super::record::{When, record};
use super::words::{DateReader, Looks};
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::progress::What;
use crate::render::{json, views};
use crate::summary::{self, Study};
use crate::text::{Message, Moving, MovingHint};

/// Rest must be shorter than this, in days.
const LONGEST: i64 = 366;

const EXAMPLES: &str = r#"Examples:
  plan off tomorrow
  plan off 2026-12-02..2026-12-04 --why "flu"
  plan off wed..fri --cancel
  plan off --ics holidays.ics             the days off of a calendar file
  plan off --ics holidays.ics --only Christmas --apply

Rest days move nothing by themselves: `plan recover` shows where their slots can
go. See `plan help falling-behind`."#;

#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// A date or a range: tomorrow, +3, wed..fri, 2026-12-02..2026-12-04
    #[arg(
        value_name = "DATE[..DATE]",
        allow_hyphen_values = true,
        required_unless_present = "ics"
    )]
    dates: Option<String>,
    /// The reason
    #[arg(long, value_name = "TEXT", value_parser = super::note::text)]
    why: Option<String>,
    /// Make them study days again
    #[arg(long, conflicts_with = "why")]
    cancel: bool,
    /// Take the days off and at work from a calendar file; a newer file replaces them
    #[arg(long, value_name = "FILE", conflicts_with_all = ["dates", "why", "cancel"])]
    ics: Option<String>,
    /// Only days with this in their name
    #[arg(long, value_name = "TEXT", requires = "ics", conflicts_with = "dates")]
    only: Option<String>,
    /// Record the days of the calendar file in the journal
    #[arg(long, requires = "ics", conflicts_with = "dates")]
    apply: bool,
    #[command(flatten)]
    output: Output,
}

/// Declares or cancels rest, and lists the open slots on those days. Nothing is recorded if all of
/// the days are already rest days for the same reason.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    if let Some(path) = &args.ics {
        return holidays::run(path, args, ctx);
    }
    let dates = args.dates.as_deref().unwrap_or_default();
    let dates = self::dates(dates, DateReader::of(ctx))?;
    let when = When::now(ctx);
    let outcome = record(ctx, when, |study, _, _| {
        Ok((decide(args, study, dates)?, ()))
    })?;
    let (study, events) = (&outcome.study, &outcome.events);
    // Without an event, `plan undo` would revert another step.
    let warnings = if events.is_empty() {
        Vec::new()
    } else {
        let warnings = warnings(study, dates).into_iter();
        warnings.map(|warning| ctx.here(warning)).collect()
    };
    let stranded = if args.cancel {
        Vec::new()
    } else {
        summary::open_within(study, dates)
    };
    let left = marks::left(study, study.today);
    let body = || {
        let moved = json::moved(study, outcome.op, events, &left, &warnings);
        json::rested(moved, &stranded)
    };
    let about = marks::about(ctx, study, None);
    args.output.give(ctx, study, body, || {
        let state = (args.cancel, events.is_empty());
        about.and(views::rest(dates, args.why.as_deref(), state, &stranded))
    });
    for warning in &warnings {
        ctx.warn(warning);
    }
    if let Some(dates) = this_week(args.dates.as_deref().unwrap_or_default(), dates, ctx.today) {
        ctx.hint(MovingHint::RestThisWeek(dates));
    }
    if !args.output.is_json() && !stranded.is_empty() {
        ctx.hint(MovingHint::SeeRecover);
    } else if !args.output.is_json() && args.cancel && !summary::stranded(study).is_empty() {
        ctx.hint(MovingHint::StillStranded);
    }
    marks::hint_at_undo(ctx, &args.output, &outcome);
    Ok(())
}

/// A week before `dates`, if weekdays were typed that may have meant those: from a day that has passed
/// to today or later.
fn this_week(text: &str, dates: Dates, today: NaiveDate) -> Option<Dates> {
    let is_plain = !text.contains(|c: char| c.is_ascii_digit() || c.is_whitespace() || c == '下');
    let earlier = dates.moved(TimeDelta::days(-7));
    let is_now = earlier.first < today && today <= earlier.last;
    (is_plain && is_now).then_some(earlier)
}

/// The event that declares or cancels rest on `dates`; none if that changes nothing.
fn decide(args: &Args, study: &Study, dates: Dates) -> Result<Vec<What>> {
    if args.cancel && dates.all().all(|date| is_undeclared(study, date)) {
        return Err(not_declared(study, dates));
    }
    let is_rest = |date| is_rest(study, date, args.why.as_ref());
    if !args.cancel && dates.all().all(is_rest) {
        return Ok(Vec::new());
    }
    Ok(vec![What::Off {
        first: dates.first,
        last: dates.last,
        why: args.why.clone(),
        cancel: args.cancel,
        source: None,
    }])
}

/// The error where no rest is declared that could be cancelled.
fn not_declared(study: &Study, dates: Dates) -> Error {
    let error = Error::usage(Moving::NoRestDeclared(dates));
    let declared = study.rests.declared();
    if declared.is_empty() {
        return error.hint(MovingHint::NoRestAtAll);
    }
    error.hint(MovingHint::DeclaredRest(declared))
}

/// Whether `date` is neither a rest day nor a day at work.
fn is_undeclared(study: &Study, date: NaiveDate) -> bool {
    study.rests.on(date).is_none() && study.rests.at_work(date).is_none()
}

/// Whether `date` is already a rest day for the same reason, or for any if none is given.
fn is_rest(study: &Study, date: NaiveDate, why: Option<&String>) -> bool {
    let rest = study.rests.on(date);
    rest.is_some_and(|rest| why.is_none() || rest.why.as_ref() == why)
}

/// Rest before the start or after the end of the plan is probably a typing error.
fn warnings(study: &Study, dates: Dates) -> Vec<Message> {
    let (date, start) = (dates.last, study.calendar.start);
    if date < start {
        return vec![Moving::RestBeforeStart { date, start }.into()];
    }
    let (date, end) = (dates.first, study.calendar.end());
    let is_after = date > end && study.slots().all(|slot| slot.dates.last < date);
    let warning = || Moving::RestAfterEnd { date, end }.into();
    is_after.then(warning).into_iter().collect()
}

/// The dates that `text` means, which are not too many.
fn dates(text: &str, reader: DateReader) -> Result<Dates> {
    let dates = reader.read_range(text, Looks::Ahead)?;
    let days = (dates.last - dates.first).num_days();
    if days >= LONGEST {
        let days = days.unsigned_abs() + 1;
        return Err(Error::usage(Moving::RestTooLong { days }).hint(MovingHint::ShiftRest));
    }
    Ok(dates)
}
