//! `plan off`

use chrono::NaiveDate;

use super::output::Output;
use super::record::{When, record};
use super::words::{self, Looks};
use crate::calendar::Dates;
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::progress::What;
use crate::render::{json, phrase, views};
use crate::summary::{self, Study};
use crate::text::Input;

/// The longest rest that is declared at once, in days.
const LONGEST: i64 = 366;

const EXAMPLES: &str = r#"Examples:
  plan off tomorrow
  plan off 2026-12-02..2026-12-04 --why "flu"
  plan off wed..fri --cancel               study after all

Rest moves nothing by itself: `plan recover` shows where what stood there can go."#;

/// Declare days of rest, ahead or afterwards
#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// A date, or the first and last of several: 2026-12-02..2026-12-04, wed..fri, +3
    #[arg(value_name = "DATE[..DATE]", allow_hyphen_values = true)]
    dates: String,
    /// Why
    #[arg(long, value_name = "TEXT", value_parser = super::note::text)]
    why: Option<String>,
    /// Call the rest off: they are days of study again
    #[arg(long, conflicts_with = "why")]
    cancel: bool,
    #[command(flatten)]
    output: Output,
}

/// Runs it.
///
/// # Errors
/// `Usage` where the dates make no sense, or none of them is rest that could be called off;
/// what recording gives.
pub fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let dates = dates(&args.dates, ctx.today)?;
    let when = When::now(ctx);
    let outcome = record(ctx, when, |study, _, _| {
        if args.cancel && dates.all().all(|date| study.rests.on(date).is_none()) {
            let message = format!("no rest is declared on {}", phrase::dates(dates));
            return Err(Error::usage(message).hint("`plan log` shows what was declared"));
        }
        let off = What::Off {
            first: dates.first,
            last: dates.last,
            why: args.why.clone(),
            cancel: args.cancel,
        };
        let is_so = !args.cancel
            && dates
                .all()
                .all(|date| is_rest(study, date, args.why.as_ref()));
        Ok((if is_so { Vec::new() } else { vec![off] }, ()))
    })?;
    let (study, events) = (&outcome.study, &outcome.events);
    let warnings = warnings(study, dates);
    let stranded = if args.cancel {
        Vec::new()
    } else {
        summary::standing(study, dates)
    };
    let left = super::done::left(study, study.today);
    let body = || {
        let moved = json::moved(study, outcome.op, events, &left, &warnings);
        json::rested(moved, &stranded)
    };
    let already = events.is_empty();
    args.output.give(ctx, study, body, || {
        let said = (args.cancel, already);
        views::rest(dates, args.why.as_deref(), said, &stranded)
    });
    for warning in &warnings {
        ctx.warn(warning);
    }
    if !args.output.is_json() && !summary::stranded(study).is_empty() {
        ctx.hint("`plan recover` shows ways back");
    }
    Ok(())
}

/// Whether `date` is a day of rest already, for the same reason.
fn is_rest(study: &Study, date: NaiveDate, why: Option<&String>) -> bool {
    let rest = study.rests.on(date);
    rest.is_some_and(|rest| rest.why.as_ref() == why)
}

/// Rest where nothing of the plan could stand may be a slip of the pen.
fn warnings(study: &Study, dates: Dates) -> Vec<String> {
    let end = study.calendar.end();
    let is_after = dates.first > end && study.slots().all(|slot| slot.dates.last < dates.first);
    let warning = || {
        let (day, end) = (phrase::date(dates.first), phrase::date(end));
        format!("{day} is after the plan's end on {end}; `plan undo` takes that back")
    };
    is_after.then(warning).into_iter().collect()
}

/// `DATE` or `DATE..DATE`.
fn dates(text: &str, today: NaiveDate) -> Result<Dates> {
    let (first, last) = text.split_once("..").unwrap_or((text, text));
    let first = words::date(first, today, Looks::Ahead)?;
    let last = match text.split_once("..") {
        // A weekday is the next one after the first date.
        Some(_) => words::date(last, weekday_base(last, first, today), Looks::Ahead)?,
        None => first,
    };
    let days = (last - first).num_days();
    if days < 0 {
        let error = Error::usage(Input::DatesReversed { first, last });
        return Err(error.hint(Input::DateRangeForm));
    }
    if days >= LONGEST {
        let error = Error::usage(format!("{} days are more than a year", days + 1));
        return Err(error.hint("`plan shift` moves the rest of a plan by weeks"));
    }
    Ok(Dates { first, last })
}

/// The day that a word for the last date is read from: weekdays follow the first date, all else
/// is said as of today.
fn weekday_base(word: &str, first: NaiveDate, today: NaiveDate) -> NaiveDate {
    let is_weekday = word.len() == 3 && word.bytes().all(|b| b.is_ascii_lowercase());
    if is_weekday { first } else { today }
}
