//! `plan doctor`

mod checks;
mod journals;
mod relink;

use super::output::Output;
use crate::context::Ctx;
use crate::error::Result;
use crate::render::{json, views};
use crate::text::DoctorHint;

const EXAMPLES: &str = "\
Examples:
  plan doctor
  plan doctor --relink     after you have edited the plan file

--relink finds the slot of a mark by title, then by content, then by its
neighbours, and only if unambiguous. Otherwise `plan doctor --relink OLD=NEW`
moves the marks of the slot OLD to NEW. `plan undo` reverts it.

doctor goes on where other verbs stop: with an invalid configuration, a missing
or invalid plan, an unreadable journal. Exit code: 0, or the one that the other
verbs end with (65, 66, 73 or 74).";

/// Check journal, plan and files, and suggest fixes
#[derive(Debug, Clone, Default, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Move marks to slots with a new id or title; with OLD=NEW, from OLD to NEW
    #[arg(long, value_name = "OLD=NEW", num_args = 0..)]
    relink: Option<Vec<String>>,
    #[command(flatten)]
    output: Output,
}

/// Relinks marks if asked to, then checks everything and shows it.
///
/// # Errors
/// What recording gives. After everything has been shown, the first failure that other verbs
/// would end with.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let relinked = match &args.relink {
        Some(pairs) => relink::relink(ctx, pairs)?,
        None => Vec::new(),
    };
    let (mut health, study) = checks::health(ctx);
    health.relinked = relinked;
    let study = study.as_ref();
    if args.output.is_json() {
        let now = ctx.now.to_rfc3339();
        let body = json::doctor(study, &health);
        let answer = match study {
            Some(study) => json::answer(study, now, body),
            None => json::without_study(ctx.today, now, body),
        };
        ctx.out += &json::text(&answer);
        return checks::failure(&health);
    }
    args.output.sheet(ctx, &views::doctor(study, &health));
    let orphans = study.map_or(&[][..], |study| &study.reconciled.orphans);
    if orphans.iter().any(|orphan| orphan.relink_event().is_none()) {
        ctx.hint(DoctorHint::RelinkOne);
    }
    checks::failure(&health)
}
