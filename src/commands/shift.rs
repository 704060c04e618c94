//! `plan shift`

use super::output::Output;
use super::record::{When, record};
use super::target::{Target, Targets};
use super::words::{self, Looks};
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::escape;
use crate::progress::{Seat, What};
use crate::render::{json, phrase, views};
use crate::summary::{self, SlotView, Study};
use crate::text::Input;

const EXAMPLES: &str = "\
Examples:
  plan shift 1w                 all that is not done, a week later
  plan shift 2w --from d13      from Day 13 on
  plan shift -1w --from w6      a week earlier";

/// Move all that is not done by whole weeks, keeping weekdays
#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// By how much: 1w, 2w; -1w brings it forward
    #[arg(value_name = "WEEKS", allow_hyphen_values = true)]
    by: String,
    /// Only from here on: d13, w5, p3, a slot, or a date
    #[arg(long, value_name = "TARGET", allow_hyphen_values = true)]
    from: Option<String>,
    #[command(flatten)]
    output: Output,
}

/// Runs it.
///
/// # Errors
/// `Usage` where a word makes no sense, nothing is left to move, or it would come to stand
/// before today; what recording gives.
pub fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let weeks = weeks(&args.by)?;
    let when = When::now(ctx);
    let outcome = record(ctx, when, |study, _, _| {
        let slots = match &args.from {
            None => study.slots().filter(SlotView::is_open).collect(),
            Some(from) => from_on(study, from)?,
        };
        let Some(first) = slots.first() else {
            let error = Error::usage("nothing is left to move from there on");
            return Err(error.hint("what is done or skipped stays where it was"));
        };
        let head = What::Shift {
            from: first.place.slot.id.to_string(),
            weeks,
        };
        let moves = slots.iter().map(|slot| put(study, slot, weeks));
        let moves = moves.collect::<Result<Vec<_>>>()?;
        Ok((std::iter::once(head).chain(moves).collect(), ()))
    })?;
    let study = &outcome.study;
    let left = super::done::left(study, study.today);
    let (op, events) = (outcome.op, &outcome.events);
    let warnings = super::r#move::warnings(study, events);
    let body = || json::moved(study, op, events, &left, &warnings);
    args.output
        .give(ctx, study, body, || views::shifted(study, events));
    for warning in &warnings {
        ctx.warn(warning);
    }
    if !summary::stranded(study).is_empty() && !args.output.is_json() {
        ctx.hint("some slots are still overdue or on days of rest: `plan recover`");
    }
    Ok(())
}

/// `1w`, `-2w`.
fn weeks(text: &str) -> Result<i32> {
    let digits = text.strip_suffix('w').unwrap_or_default();
    let plain = digits.trim_start_matches(['-', '+']);
    let known = (1..=3).contains(&plain.len()) && plain.bytes().all(|b| b.is_ascii_digit());
    let weeks = known.then(|| digits.parse().ok()).flatten();
    weeks.filter(|weeks| *weeks != 0).ok_or_else(|| {
        let text = text.to_owned();
        Error::usage(Input::InvalidWeeks { text }).hint(Input::WeekForms)
    })
}

/// The open slots from a target, or a date, on.
fn from_on<'a>(study: &'a Study, from: &str) -> Result<Vec<SlotView<'a>>> {
    let slots = study.slots().filter(SlotView::is_open);
    if let Ok(date) = words::date(from, study.today, Looks::Ahead) {
        return Ok(slots.filter(|slot| slot.dates.last >= date).collect());
    }
    let first = match Targets::on(study, study.today).read(from)? {
        Target::Slots(slots) | Target::Date(slots) => {
            slots.iter().map(|slot| slot.place.index).min()
        }
        Target::Day(day) => position(study, |slot| slot.place.day_index == day),
        Target::Week(week) => position(study, |slot| slot.place.week.number == Some(week)),
        Target::Phase(phase) => position(study, |slot| slot.place.at.phase + 1 >= phase),
        Target::Topic(_) | Target::Deliverable(_) => {
            let error = Error::usage(format!("`{}` is no place in time", escape::terminal(from)));
            return Err(error.hint("name a slot, a day (d13), a week (w5), a phase (p3) or a date"));
        }
    };
    let first = first.unwrap_or(usize::MAX);
    Ok(slots.filter(|slot| slot.place.index >= first).collect())
}

fn position(study: &Study, is_it: impl Fn(&SlotView) -> bool) -> Option<usize> {
    let found = study.slots().find(|slot| is_it(slot));
    found.map(|slot| slot.place.index)
}

fn put(study: &Study, slot: &SlotView, weeks: i32) -> Result<What> {
    let later = chrono::TimeDelta::weeks(i64::from(weeks));
    let id = &slot.place.slot.id;
    let moved = |date: chrono::NaiveDate| date.checked_add_signed(later);
    let (Some(date), Some(last)) = (moved(slot.dates.first), moved(slot.dates.last)) else {
        return Err(Error::usage("that is out of all time").hint("shift by fewer weeks"));
    };
    if last < study.today && last < slot.dates.last {
        let error = Error::usage(format!(
            "{id} would come to stand on {}, which has passed",
            phrase::date(date)
        ));
        return Err(error.hint("`--from` names the first slot to bring forward"));
    }
    let time = slot.time;
    Ok(What::Move {
        slot: id.to_string(),
        title: slot.place.slot.title.clone(),
        to: Seat { date, last, time },
    })
}
