//! `plan doctor`

use super::load::{self, Loaded};
use super::output::Output;
use super::relink::relink;
use crate::context::Ctx;
use crate::error::Result;
use crate::render::{json, views};
use crate::store::zone;

const EXAMPLES: &str = "\
Examples:
  plan doctor
  plan doctor --relink     take marks along to slots that have moved

Where it is not certain, your word settles it: `plan doctor --relink OLD=NEW`
gives the marks that are left over of OLD to the slot NEW; `plan undo` takes
that back.";

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
/// What reading the plan or the journal, or recording, gives.
pub fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let relinked = match &args.relink {
        Some(pairs) => relink(ctx, pairs)?,
        None => Vec::new(),
    };
    let loaded = load::all(ctx)?;
    let health = health(ctx, &loaded, relinked);
    let study = &loaded.study;
    let body = || json::doctor(study, &health);
    args.output
        .give(ctx, study, body, || views::doctor(study, &health));
    let orphans = &loaded.study.links.orphans;
    if !args.output.is_json() && orphans.iter().any(|orphan| orphan.relinked().is_none()) {
        ctx.hint("`plan doctor --relink OLD=NEW` takes a mark along by your word");
    }
    Ok(())
}

fn health(ctx: &Ctx, loaded: &Loaded, relinked: Vec<String>) -> views::Health {
    let shown = |path: &std::path::Path| path.display().to_string();
    let reading = &loaded.reading;
    let faults = reading.faults.iter().map(|fault| views::Fault {
        file: shown(&fault.file),
        line: fault.line,
        reason: fault.reason.clone(),
    });
    views::Health {
        source: load::source(ctx).shown(),
        config_dir: shown(&ctx.paths.config_dir),
        journal: shown(&loaded.journal.path()),
        bytes: reading.bytes,
        events: reading.events.len(),
        device: ctx.config.device.clone(),
        zone: zone::unreadable_zone(ctx.zone.as_deref()),
        faults: faults.collect(),
        warnings: reading.warnings.clone(),
        other_files: reading.other_files.iter().map(|path| shown(path)).collect(),
        relinked,
    }
}
