//! `plan export --format csv`

use std::io::ErrorKind;
use std::path::Path;

use clap::ValueEnum;

use super::{Args, load};
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::progress::{Event, fold, live_ids};
use crate::render::{Csv, Of};
use crate::store::paths::expand_home;
use crate::store::{Journal, learners};
use crate::summary::dates;
use crate::text::{Export, ExportHint};

/// What the rows of a table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum TableOf {
    /// The slots of the plan
    #[default]
    Slots,
    /// What was recorded: marks and notes
    Marks,
    /// Dates
    Dates,
}

/// Writes a table of the study, or of those of several learners.
pub(super) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let of = args.table.unwrap_or_default();
    let mut csv = match of {
        TableOf::Slots => Csv::of_slots(),
        TableOf::Marks => Csv::of_marks(),
        TableOf::Dates => Csv::of_dates(),
    };
    if let Some(folder) = &args.learners {
        of_learners(&mut csv, of, &expand_home(Path::new(folder)), ctx)?;
    } else {
        let loaded = load::all(ctx)?;
        let study = &loaded.study;
        let learner = "";
        add(&mut csv, of, Of { learner, study }, &loaded.reading.events);
    }
    ctx.out += &csv.into_text();
    Ok(())
}

/// Adds the rows of every learner who has a journal of the plan.
fn of_learners(csv: &mut Csv, of: TableOf, folder: &Path, ctx: &mut Ctx) -> Result<()> {
    let plan = load::plan(ctx)?.plan;
    let mut any = false;
    for (learner, state_dir) in learners(folder)? {
        let journal = Journal::of(&state_dir, &plan.id);
        let meta = journal.path().symlink_metadata();
        if meta.is_err_and(|error| error.kind() == ErrorKind::NotFound) {
            continue;
        }
        any = true;
        let reading = journal.read()?;
        for warning in &reading.warnings {
            ctx.warn(warning);
        }
        let study = load::study(ctx, plan.clone(), fold(&reading.events));
        let whose = Of {
            learner: &learner,
            study: &study,
        };
        add(csv, of, whose, &reading.events);
    }
    if any {
        return Ok(());
    }
    let (folder, plan) = (folder.to_owned(), plan.id);
    let error = Error::usage(Export::NoLearners { folder, plan });
    Err(error.hint(ExportHint::LearnerFolders))
}

fn add(csv: &mut Csv, of: TableOf, whose: Of, events: &[Event]) {
    match of {
        TableOf::Slots => {
            let slots = whose.study.whole_slots();
            slots.for_each(|slot| csv.slot(whose, &slot));
        }
        TableOf::Marks => {
            let live = live_ids(events);
            let events = events.iter().filter(|event| live.contains(&event.id));
            events.for_each(|event| csv.mark(whose, event));
        }
        TableOf::Dates => {
            for (date, figures) in dates(whose.study) {
                csv.date(whose, date, &figures);
            }
        }
    }
}
