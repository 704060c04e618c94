//! `plan doctor`

use super::load::{self, Loaded};
use super::output::Output;
use super::record::{When, record};
use crate::context::Ctx;
use crate::error::Result;
use crate::progress::{Orphan, What};
use crate::render::{json, views};
use crate::store::zone;

const EXAMPLES: &str = "\
Examples:
  plan doctor
  plan doctor --relink     take marks along to slots that have moved";

/// Look at journal, plan and places, and say what to do
#[derive(Debug, Clone, Default, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Give marks whose slot has another id or title now to the one slot that is certain to be it:
    /// by title, else by what it holds, else by what stands around it
    #[arg(long)]
    relink: bool,
    #[command(flatten)]
    output: Output,
}

/// Runs it.
///
/// # Errors
/// What reading the plan or the journal, or recording, gives.
pub fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let relinked = if args.relink {
        relink(ctx)?
    } else {
        Vec::new()
    };
    let loaded = load::all(ctx)?;
    let health = health(ctx, &loaded, relinked);
    let study = &loaded.study;
    let body = || json::doctor(study, &health);
    args.output
        .give(ctx, study, body, || views::doctor(study, &health));
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

/// Records where each mark belongs whose slot has another id now.
fn relink(ctx: &mut Ctx) -> Result<Vec<String>> {
    let outcome = record(ctx, When::now(ctx), |study, _, _| {
        let orphans = study.links.orphans.iter();
        let moved: Vec<What> = orphans.filter_map(Orphan::relinked).collect();
        let names = moved.iter().filter_map(|what| match what {
            What::Moved {
                from,
                was,
                to,
                title,
            } if from == to => Some(format!("{from}: {was} is {title} now")),
            What::Moved {
                from,
                was,
                to,
                title,
            } if was == title => Some(format!("{from} {was} is {to} now")),
            What::Moved {
                from,
                was,
                to,
                title,
            } => Some(format!("{from} {was} is {to} {title} now")),
            _ => None,
        });
        let names = names.collect();
        Ok((moved, names))
    })?;
    Ok(outcome.answer)
}
