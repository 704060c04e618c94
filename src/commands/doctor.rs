//! `plan doctor`

use super::health;
use super::output::{Format, Output};
use super::relink::relink;
use crate::context::Ctx;
use crate::error::Result;
use crate::render::{json, markdown, views};

const EXAMPLES: &str = "\
Examples:
  plan doctor
  plan doctor --relink     take marks along to slots that have moved

Where it is not certain, your word settles it: `plan doctor --relink OLD=NEW`
gives the marks that are left over of OLD to the slot NEW; `plan undo` takes
that back.

It goes on where other verbs stop: at a broken configuration, a plan that has
moved or has faults, a journal that cannot be read. Exit code 0 where nothing of
that kind is found, else that of the other verbs: 65, 66, 73 or 74.";

/// Look at journal, plan and places, and say what to do
#[derive(Debug, Clone, Default, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Give marks whose slot has another id or title now to the one slot that is certain to be it:
    /// by title, else by what it holds, else by what stands around it; with OLD=NEW, those left
    /// over of OLD to the slot NEW
    #[arg(long, value_name = "OLD=NEW", num_args = 0..)]
    relink: Option<Vec<String>>,
    #[command(flatten)]
    output: Output,
}

/// Runs it.
///
/// # Errors
/// What recording gives; else the failure that other verbs would end with, once everything has
/// been shown.
pub fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let relinked = match &args.relink {
        Some(pairs) => relink(ctx, pairs)?,
        None => Vec::new(),
    };
    let (mut health, study) = health::health(ctx);
    health.relinked = relinked;
    let study = study.as_ref();
    match args.output.format() {
        Format::Table => ctx.show(&views::doctor(study, &health)),
        Format::Md => ctx.out += &markdown(&views::doctor(study, &health)),
        Format::Json => {
            let now = ctx.now.to_rfc3339();
            let body = json::doctor(study, &health);
            let answer = match study {
                Some(study) => json::answer(study, &now, body),
                None => json::unstudied(ctx.today, &now, body),
            };
            ctx.out += &json::text(&answer);
        }
    }
    let orphans = study.map_or(&[][..], |study| &study.reconciled.orphans);
    if !args.output.is_json() && orphans.iter().any(|orphan| orphan.relink_event().is_none()) {
        ctx.hint("`plan doctor --relink OLD=NEW` takes a mark along by your word");
    }
    health::failure(&health)
}
