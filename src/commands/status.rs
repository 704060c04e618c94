//! `plan status`

use super::as_of::{DateArg, facts_as_of};
use super::output::Output;
use crate::context::Ctx;
use crate::error::Result;
use crate::escape;
use crate::render::{json, views};
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
    let facts = facts_as_of(ctx, args.date.text(), args.output.is_json());
    if args.is_prompt() {
        // No warnings in a prompt: every other verb shows them.
        ctx.err.clear();
    }
    let facts = facts?;
    let (study, day, current) = (facts.excerpt(), facts.day(), facts.current());
    if args.is_prompt() {
        if let (Some(slot), Some(day)) = (&current, &day) {
            let left = Phrase::ShortDuration(slot.left.unwrap_or_default());
            let left = Message::from(left);
            let left = left.text(ctx.style.locale);
            let title = escape::terminal(&slot.place.slot.title);
            ctx.out += &format!("{}/{} {title} {left}\n", slot.ordinal, day.slots.len());
        }
        return Ok(());
    }
    let (today, next) = (facts.today(), facts.next());
    let body = || json::status(study, &today, current.as_ref(), next.as_ref());
    let sheet = || views::status(study, &today, current.as_ref(), next.as_ref());
    args.output.give(ctx, study, body, sheet);
    Ok(())
}
