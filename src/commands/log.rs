//! `plan log`

use super::as_of::DateArg;
use super::output::Output;
use super::words::{DateReader, Looks};
use super::{load, marks};
use crate::calendar::study_date;
use crate::context::Ctx;
use crate::error::Result;
use crate::progress::{Event, is_repeat, live_ids, repeated_days, reversals};
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
    // What only repeats a mark is no step of `undo`, and not listed as one; JSON has every event.
    let is_listed = |event: &Event| args.output.is_json() || !is_repeat(event);
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
