//! A note that is imported again after its plan has begun: what becomes of the marks, and of the boxes
//! that have been ticked since.

use std::path::Path;

use super::record::{When, record};
use crate::context::{Asked, Ctx};
use crate::error::Result;
use crate::model::Plan;
use crate::progress::{fold, plan_diff_by_id};
use crate::store::plan_file::PlanSource;
use crate::text::Import;

/// Moves the marks of the plan that was in the file before to the slots with the same ids, and says
/// which have none.
///
/// # Errors
/// What recording gives.
pub(super) fn follow(ctx: &mut Ctx, former: &Plan, target: &Path) -> Result<Vec<Import>> {
    let asked = ctx.plan.take();
    let is_other = asked.as_ref().is_some_and(|asked| asked.is_other);
    let source = PlanSource::File(target.to_owned());
    ctx.plan = Some(Asked { source, is_other });
    let outcome = record(ctx, When::now(ctx), |study, reading, _| {
        let diff = plan_diff_by_id(&fold(&reading.events), former, &study.plan);
        let lost = diff.orphaned.into_iter().map(|lost| lost.from.title);
        Ok((diff.moves, lost.collect::<Vec<_>>()))
    });
    ctx.plan = asked;
    let outcome = outcome?;
    let mut said = Vec::new();
    if !outcome.answer.is_empty() {
        let titles = outcome.answer;
        said.push(Import::Lost { titles });
    }
    let slots = outcome.study.whole_slots();
    let open = slots.filter(|slot| slot.place.slot.ticked && slot.is_open());
    let ids: Vec<String> = open.map(|slot| slot.place.slot.id.to_string()).collect();
    if !ids.is_empty() {
        said.push(Import::TickedSince { ids });
    }
    Ok(said)
}
