//! `plan completions`, and what there is to complete.

use std::ffi::OsStr;

use clap::ValueEnum;

use super::load;
use crate::context::{Ctx, Look};
use crate::error::Result;
use crate::escape;
use crate::store::plan_file::SHIPPED;
use crate::summary::SlotView;

const EXAMPLES: &str = "\
Examples:
  source <(plan completions bash)            in ~/.bashrc
  source <(plan completions zsh)             in ~/.zshrc, after compinit
  source (plan completions fish | psub)      in ~/.config/fish/config.fish
  plan completions bash                      see the script

`plan done <Tab>` then offers today's slots with their titles.";

/// The shells that can complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Shell {
    /// Bash
    Bash,
    /// Fish
    Fish,
    /// Zsh
    Zsh,
}

#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// The shell: bash, fish or zsh
    #[arg(value_enum, hide_possible_values = true, value_name = "SHELL")]
    shell: Shell,
}

/// Prints the script that sets up completion, which `registration` gives for a shell.
#[expect(clippy::unnecessary_wraps, reason = "as every verb")]
pub(crate) fn run(
    args: &Args,
    ctx: &mut Ctx,
    registration: impl FnOnce(&str) -> String,
) -> Result<()> {
    let name = match args.shell {
        Shell::Bash => "bash",
        Shell::Fish => "fish",
        Shell::Zsh => "zsh",
    };
    ctx.out += &registration(name);
    Ok(())
}

/// A word that can be typed, and what it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) word: String,
    /// Safe to show on a terminal.
    pub(crate) title: String,
}

impl Named {
    fn new(word: &impl ToString, title: &str) -> Self {
        Self {
            word: word.to_string(),
            title: escape::terminal(title).into_owned(),
        }
    }
}

/// What `typed` can become where a target is meant: today's open slots by number, and what is overdue;
/// with a letter, every id that begins so. A study that cannot be read has none.
pub(crate) fn targets(typed: &OsStr) -> Vec<Named> {
    let found = Ctx::new(Look::default()).and_then(|mut ctx| {
        let typed = typed.to_string_lossy();
        if typed.starts_with(|c: char| c.is_ascii_alphabetic()) {
            named(&mut ctx, &typed)
        } else {
            open(&mut ctx, &typed)
        }
    });
    found.unwrap_or_default()
}

fn open(ctx: &mut Ctx, typed: &str) -> Result<Vec<Named>> {
    let facts = load::day(ctx, false)?;
    let today = facts.today();
    let number = |slot: &SlotView| Named::new(&slot.ordinal, &slot.place.slot.title);
    let slots = today.day.iter().flat_map(|day| &day.slots);
    let slots = slots.filter(|slot| slot.is_open()).map(number);
    let overdue = today.overdue.iter();
    let overdue = overdue.map(|slot| Named::new(&slot.place.slot.id, &slot.place.slot.title));
    let all = slots.chain(overdue);
    Ok(all.filter(|named| named.word.starts_with(typed)).collect())
}

fn named(ctx: &mut Ctx, typed: &str) -> Result<Vec<Named>> {
    let study = load::whole(ctx)?;
    let all = study.plan.named();
    let all = all.filter(|(id, _)| id.starts_with(typed));
    Ok(all.map(|(id, title)| Named::new(&id, title)).collect())
}

/// The shipped plans, and files, whose names begin so.
pub(crate) fn plans(typed: &OsStr) -> Vec<Named> {
    let typed = typed.to_string_lossy();
    let shipped = SHIPPED.iter().filter(|plan| plan.id.starts_with(&*typed));
    shipped.map(|plan| Named::new(&plan.id, "")).collect()
}
