//! `plan log`

use std::collections::HashSet;

use uuid::Uuid;

use super::as_of::DateArg;
use super::output::Output;
use super::words::{DateReader, Looks};
use super::{load, marks};
use crate::calendar::study_date;
use crate::context::Ctx;
use crate::error::Result;
use crate::progress::{Event, What, is_repeat, live_ids, repeated_days, reversals};
use crate::render::json;
use crate::render::views::{self, LogStep};

/// How many events are shown without `--all`.
const RECENT: usize = 20;

const EXAMPLES: &str = "\
Examples:
  plan log
  plan log --all
  plan log yesterday     what counts for that day
  plan log --json        every event
  plan log --json --lines";

#[derive(Debug, Clone, Default, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Show everything, not only the latest events
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    date: DateArg,
    /// One event per line, for tools that read JSON line by line
    #[arg(long, requires = "json")]
    lines: bool,
    #[command(flatten)]
    output: Output,
}

/// Shows the latest events of the journal, or all of them; JSON always has all.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let date = DateReader::of(ctx).read_flag(args.date.text(), Looks::Back)?;
    let loaded = load::all(ctx)?;
    let events = &loaded.reading.events;
    let (live, reversals) = (live_ids(events), reversals(events));
    let days = repeated_days(events);
    let happened = |event: &Event| study_date(event.at.naive_local(), ctx.day_starts);
    let day = |event: &Event| days.get(&event.id).copied().unwrap_or(event.day);
    // What only repeats a mark is no step of `undo`, and not listed as one, and a timer that ends with
    // a mark is part of that step; JSON has every event.
    let marks: HashSet<(Uuid, &str)> = events.iter().filter_map(mark).collect();
    let is_part = |event: &Event| {
        let slot = event.slot().map(|(slot, _)| (event.op, slot));
        matches!(event.what, What::Stop { .. }) && slot.is_some_and(|slot| marks.contains(&slot))
    };
    let is_step = |event: &Event| !is_repeat(event) && !is_part(event);
    let is_listed = |event: &Event| args.output.is_json() || is_step(event);
    let steps: Vec<LogStep> = events
        .iter()
        .filter(|event| is_listed(event))
        .filter(|event| date.is_none_or(|date| day(event) == date))
        .map(|event| LogStep {
            event,
            counts_for: Some(day(event)).filter(|day| *day != happened(event)),
            live: live.contains(&event.id),
            back: reversals.get(&event.id),
        })
        .collect();
    if args.lines {
        ctx.out += &json::log_lines(&steps);
        return Ok(());
    }
    let body = || json::log(&steps);
    let recent = (!args.all).then_some(RECENT);
    let about = marks::about(ctx, &loaded.study, None);
    args.output.give(ctx, &loaded.study, body, || {
        about.and(views::log(&loaded.study, &steps, date, recent))
    });
    Ok(())
}

/// The step and the slot of a mark.
fn mark(event: &Event) -> Option<(Uuid, &str)> {
    let is_mark = matches!(
        event.what,
        What::Done { .. } | What::Sitting { .. } | What::Skip { .. }
    );
    let (slot, _) = event.slot().filter(|_| is_mark)?;
    Some((event.op, slot))
}
