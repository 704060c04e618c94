//! `plan status`

use super::as_of::{DateArg, facts_as_of};
use super::followed::{self, AllPlans};
use super::output::Output;
use crate::context::Ctx;
use crate::error::Result;
use crate::escape;
use crate::render::{json, views};
use crate::summary::{DayFacts, SlotView, Study, Today};
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
    /// Print one line for a prompt (slot, title, time left), or nothing if no slot is on
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
    if args.is_prompt() {
        prompt(ctx, &facts);
        return Ok(());
    }
    if let [facts] = facts.as_slice() {
        let (study, current) = (facts.excerpt(), facts.current());
        let (today, next) = (facts.today(), facts.next());
        let body = || json::status(study, &today, current.as_ref(), next.as_ref());
        let sheet = || views::status(study, &today, current.as_ref(), next.as_ref());
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
    let body = || json::merged_status(&plans, now.first().copied(), next);
    let sheet = || {
        let current: Vec<SlotView> = now.iter().map(|(_, slot)| *slot).collect();
        views::merged_status(&plans, &current, next.as_ref().map(|(_, slot)| slot))
    };
    args.output.give(ctx, study, body, sheet);
    Ok(())
}

/// The first slot that is on, on one line.
fn prompt(ctx: &mut Ctx, facts: &[DayFacts]) {
    let on = facts
        .iter()
        .find_map(|facts| Some((facts.current()?, facts.day()?)));
    if let Some((slot, day)) = on {
        let left = Phrase::ShortDuration(slot.left.unwrap_or_default());
        let left = Message::from(left);
        let left = left.text(ctx.style.locale);
        let title = escape::terminal(&slot.place.slot.title);
        ctx.out += &format!("{}/{} {title} {left}\n", slot.number(), day.slots.len());
    }
}
