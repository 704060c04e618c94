//! A study for a report, which needs the whole plan but few of its words.

use std::collections::BTreeSet;

use super::{Followed, Present, followed, journal, warn};
use crate::calendar::Calendar;
use crate::context::Ctx;
use crate::error::Result;
use crate::progress::{Progress, exact_matches};
use crate::store::Compiled;
use crate::summary::{Status, Study};

/// The same as of [`super::whole`], for [`crate::summary::report`] alone and what is shown of it;
/// mostly without reading all of the plan. Only for a script (`is_json`) does a report tell all
/// of what is overdue.
///
/// # Errors
/// As [`super::whole`].
pub(in crate::commands) fn sketch(ctx: &mut Ctx, is_json: bool) -> Result<Study> {
    let followed = followed(ctx)?;
    let folded = journal(ctx, followed.id()).fold()?;
    warn(ctx, &folded.warnings);
    let progress = folded.progress();
    let present = Present::of(ctx);
    if let Followed::Compiled(compiled) = &followed
        && let Some(study) = present.sketch(compiled, &progress, is_json)
    {
        return Ok(study);
    }
    Ok(present.study(followed.into_plan(ctx)?, progress))
}

impl Present {
    /// `None` where a mark fits no slot: whose it is, only the whole plan can tell.
    pub(super) fn sketch(
        self,
        compiled: &Compiled,
        progress: &Progress,
        is_json: bool,
    ) -> Option<Study> {
        let plan = compiled.sketch()?;
        let reconciled = exact_matches(progress, &plan);
        if !reconciled.covers(progress) {
            return None;
        }
        let shape = compiled.shape()?;
        let start = self.start(progress.start, shape.days.first().copied());
        let unmarked = Progress {
            start: progress.start,
            rests: progress.rests.clone(),
            ..Progress::default()
        };
        let calendar = Calendar::of_shape(&shape, start);
        let mut study = self.together(plan, reconciled, calendar, unmarked, None);
        if is_json {
            let overdue = study.slots().filter(|slot| slot.status == Status::Overdue);
            let days: BTreeSet<usize> = overdue.map(|slot| slot.place.day_index).collect();
            compiled.fill(&mut study.plan, &days)?;
        }
        Some(study)
    }
}
