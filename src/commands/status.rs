//! `plan status`

use super::as_of::{DateArg, facts_as_of};
use super::followed::{self, AllPlans};
use super::output::Output;
use super::record::devices;
use crate::context::Ctx;
use crate::error::Result;
use crate::escape;
use crate::model::Minutes;
use crate::render::{json, views};
use crate::summary::{DayFacts, SlotView, Study, TimerView, Today};
use crate::text::{Message, Phrase};

const EXAMPLES: &str = "\
Examples:
  plan status
  plan status --short                   2/4 CLIP 模型原理 38m

In a shell prompt:
  PS1='$(plan status --short) $ '";

#[derive(Debug, Clone, Default, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Print one line for a prompt (slot, title, time left, timer), or nothing if there is none
    #[arg(long)]
    short: bool,
    #[command(flatten)]
    date: DateArg,
    #[command(flatten)]
    all: AllPlans,
    #[command(flatten)]
    output: Output,
}

impl Args {
    /// Whether the answer is for a shell prompt, where nothing else may appear.
    pub(crate) fn is_prompt(&self) -> bool {
        self.short && !self.output.is_json()
    }
}

/// Shows the running slot, the next one and the progress, from the facts of the day.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let (date, everything) = (args.date.text(), args.output.is_json());
    let facts = followed::facts(ctx, args.all.all, |ctx| facts_as_of(ctx, date, everything));
    if args.is_prompt() {
        // No warnings in a prompt: every other verb shows them.
        ctx.err.clear();
    }
    let facts = facts?;
    let timers = facts
        .iter()
        .flat_map(|facts| facts.excerpt().timers(ctx.now));
    let timers: Vec<TimerView> = timers.collect();
    let devices = if timers.is_empty() {
        Vec::new()
    } else {
        devices(ctx)
    };
    if args.is_prompt() {
        let timer = timers.iter().find(|view| devices.contains(&view.timer.dev));
        prompt(ctx, &facts, timer);
        return Ok(());
    }
    if let [facts] = facts.as_slice() {
        let (study, current) = (facts.excerpt(), facts.current());
        let (today, next) = (facts.today(), facts.next());
        let slots = (current.as_ref(), next.as_ref());
        let body = || json::status(study, &today, slots.0, slots.1, &timers);
        let sheet = || views::status(study, &today, slots, (&timers, &devices));
        args.output.give(ctx, study, body, sheet);
        return Ok(());
    }
    let plans = facts.iter().map(|facts| (facts.excerpt(), facts.today()));
    let plans: Vec<(&Study, Today)> = plans.collect();
    let study = plans[0].0;
    let now = facts.iter().enumerate();
    let now = now.filter_map(|(index, facts)| Some((index, facts.current()?)));
    let now: Vec<(usize, SlotView)> = now.collect();
    let next = followed::next(&facts, study.today);
    let body = || json::merged_status(&plans, now.first().copied(), next, &timers);
    let sheet = || {
        let current: Vec<SlotView> = now.iter().map(|(_, slot)| *slot).collect();
        let slots = (current.as_slice(), next.as_ref().map(|(_, slot)| slot));
        views::merged_status(&plans, slots, (&timers, &devices))
    };
    args.output.give(ctx, study, body, sheet);
    Ok(())
}

/// The slot whose timer is running today, else the first that is on, on one line.
fn prompt(ctx: &mut Ctx, facts: &[DayFacts], timer: Option<&TimerView>) {
    let timer = timer.filter(|view| view.minutes.is_some());
    let is_timed = |slot: &SlotView| {
        let is_it = |view: &TimerView| view.slot == slot.place.slot.id.as_str();
        timer.is_none_or(is_it)
    };
    let shown = facts.iter().find_map(|facts| {
        let is_its = timer.is_none_or(|view| view.study.plan.id == facts.excerpt().plan.id);
        let day = facts.day().filter(|_| is_its)?;
        let on = day
            .slots
            .iter()
            .find(|slot| is_timed(slot) && (timer.is_some() || slot.now));
        on.map(|slot| (*slot, day.slots.len()))
    });
    let mut words = match (shown, timer) {
        (Some((slot, count)), _) => vec![
            format!("{}/{count}", slot.number()),
            escape::terminal(&slot.place.slot.title).into_owned(),
        ],
        (None, Some(view)) => vec![
            view.study.target(view.slot),
            escape::terminal(view.title).into_owned(),
        ],
        (None, None) => return,
    };
    let mut short = |minutes: Minutes, sign: &str| {
        let minutes = Message::from(Phrase::ShortDuration(minutes));
        words.push(format!("{sign}{}", minutes.text(ctx.style.locale)));
    };
    if let Some(left) = shown.and_then(|(slot, _)| slot.left) {
        short(left, "");
    }
    if let Some(minutes) = timer.and_then(|view| view.minutes) {
        short(minutes, "+");
    }
    ctx.out += &format!("{}\n", words.join(" "));
}
