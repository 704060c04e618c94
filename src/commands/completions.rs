//! `plan completions`, and what there is to complete.

use std::collections::HashSet;
use std::ffi::OsStr;

use clap::ValueEnum;

use super::{followed, load, of_plan};
use crate::context::{Ctx, Look};
use crate::error::Result;
use crate::escape;
use crate::store::plan_file::{PlanSource, SHIPPED};
use crate::store::remembered;
use crate::summary::{DayFacts, DeliverableView, SlotView, Study, Today};

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

/// What `typed` can become where a target is meant, in `plan` if `--plan` names one: the open slots of
/// today by number, and what is overdue, of all plans that are followed; with `is_dated`, events and
/// deliverables; with a letter, whatever in the plan is called so. After the id of a plan, the same of
/// that. A study that cannot be read has none.
pub(crate) fn targets(plan: Option<String>, typed: &OsStr, is_dated: bool) -> Vec<Named> {
    let look = Look {
        plan,
        ..Look::default()
    };
    let found = Ctx::new(look).and_then(|mut ctx| {
        let typed = typed.to_string_lossy();
        let inside = of_plan::enter_one(&mut ctx, &typed)?;
        // What is before it names the plan, and stays.
        let prefix = typed.strip_suffix(inside.as_str()).unwrap_or_default();
        let mut found = Vec::new();
        if inside.starts_with(char::is_alphabetic) {
            found = called(&load::whole(&mut ctx)?, &inside);
        }
        found.extend(if is_dated {
            dated(&load::whole(&mut ctx)?)
        } else {
            open(&mut ctx, !prefix.is_empty())?
        });
        let is_other = !prefix.is_empty();
        let typed = &*typed;
        let found = found.into_iter().filter_map(|named| {
            let word = match named.word.rsplit_once(':').filter(|_| is_other) {
                Some((_, word)) => format!("{prefix}{word}"),
                None => format!("{prefix}{}", named.word),
            };
            word.starts_with(typed).then_some(Named { word, ..named })
        });
        let mut found: Vec<Named> = found.collect();
        let mut known = HashSet::new();
        found.retain(|named| known.insert(named.word.clone()));
        Ok(found)
    });
    found.unwrap_or_default()
}

/// The open slots of today by number, and what is overdue, in the plans that are shown together, or in
/// that of the run alone.
fn open(ctx: &mut Ctx, is_alone: bool) -> Result<Vec<Named>> {
    let facts = if is_alone {
        vec![load::day(ctx, false)?]
    } else {
        followed::facts(ctx, false, |ctx| load::day(ctx, false))?
    };
    let today: Vec<Today> = facts.iter().map(DayFacts::today).collect();
    let named = |word: String, slot: &SlotView| Named::new(&word, &slot.place.slot.title);
    let slots = today.iter().flat_map(Today::shown_slots);
    let slots = slots.filter(SlotView::is_open);
    let overdue = today.iter().flat_map(|today| &today.overdue);
    let slots = slots.map(|slot| named(slot.number(), &slot));
    Ok(slots
        .chain(overdue.map(|slot| named(slot.id(), slot)))
        .collect())
}

/// The events and deliverables of a plan.
fn dated(study: &Study) -> Vec<Named> {
    let events = study.events.iter().map(|placed| &placed.event);
    let events = events.map(|event| Named::new(&event.id, &event.title));
    let deliverables = study.deliverables().filter(DeliverableView::is_open);
    let deliverables = deliverables.map(|view| Named::new(&view.what.id, &view.what.text));
    events.chain(deliverables).collect()
}

/// What a plan has under a name that begins with `typed`: ids, weeks and phases; then titles that a
/// shell takes for one word.
fn called(study: &Study, typed: &str) -> Vec<Named> {
    let mut all: Vec<(String, &str)> = Vec::new();
    let ids = study.plan.named();
    all.extend(ids.map(|(id, title)| (id.to_owned(), title)));
    let events = study.events.iter().map(|placed| &placed.event);
    all.extend(events.map(|event| (event.id.to_string(), event.title.as_str())));
    let weeks = study.plan.weeks().map(|(_, week)| week);
    all.extend(weeks.filter_map(|week| {
        let title = week.title.as_deref().unwrap_or_default();
        Some((format!("w{}", week.number?), title))
    }));
    let phases = study.plan.phases.iter().enumerate();
    all.extend(phases.filter_map(|(index, phase)| {
        let (number, _) = study.phase_number(index)?;
        let title = phase.title.as_deref().unwrap_or_default();
        Some((format!("p{number}"), title))
    }));
    let is_word = |title: &str| {
        title
            .chars()
            .all(|c| c.is_alphanumeric() || c == '-' || c > '\u{2E80}')
    };
    let ids = all.iter().filter(|(id, _)| id.starts_with(typed));
    let ids = ids.map(|(id, title)| Named::new(id, title));
    let titles = all
        .iter()
        .filter(|(_, title)| title.starts_with(typed) && is_word(title));
    ids.chain(titles.map(|(id, title)| Named::new(title, id)))
        .collect()
}

/// The plans that `plan plans` lists whose ids begin so, with their titles.
pub(crate) fn plans(typed: &OsStr) -> Vec<Named> {
    let Ok(ctx) = Ctx::new(Look::default()) else {
        return Vec::new();
    };
    let typed = typed.to_string_lossy();
    let shown = followed::sources(&ctx).into_iter();
    let begun = load::begun_plans(&ctx).into_iter();
    let begun = begun.map(|id| remembered::named(&ctx.paths, id.as_str()));
    let shipped = SHIPPED.iter().map(PlanSource::Shipped);
    let mut known = HashSet::new();
    let plans = shown.chain(begun).chain(shipped).filter_map(|source| {
        let plan = load::plan_at(&ctx, &source)?;
        let is_new = plan.id.as_str().starts_with(&*typed) && known.insert(plan.id.clone());
        is_new.then(|| Named::new(&plan.id, &plan.title))
    });
    plans.collect()
}

/// The shipped plans whose ids begin so.
pub(crate) fn shipped(typed: &OsStr) -> Vec<Named> {
    let typed = typed.to_string_lossy();
    let shipped = SHIPPED.iter().filter(|plan| plan.id.starts_with(&*typed));
    shipped.map(|plan| Named::new(&plan.id, "")).collect()
}
