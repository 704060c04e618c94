//! Marks of a plan whose id has changed since.

use std::collections::HashSet;

use chrono::NaiveDate;
use uuid::Uuid;

use super::load;
use super::record;
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::model::{Plan, PlanId};
use crate::progress::{Event, What, fold};
use crate::text::{Init, InitHint};

/// Marks imported from the plan's former id.
pub(super) struct Taken {
    /// How many slots have marks that were not here before.
    pub(crate) slots: usize,
    id: PlanId,
    /// The former plan's start date; `None` if this plan already had marks.
    pub(crate) start: Option<NaiveDate>,
}

impl Taken {
    /// The sentence that confirms it.
    pub(crate) fn confirmation(&self) -> Init {
        let (id, slots) = (self.id.clone(), self.slots);
        Init::MarksTaken { id, slots }
    }
}

/// Imports the marks of plan `id`; without an id, hints at another plan whose marks match.
///
/// # Errors
/// As [`take`].
pub(super) fn take_or_mention(
    ctx: &mut Ctx,
    plan: &Plan,
    id: Option<&str>,
) -> Result<Option<Taken>> {
    let Some(id) = id else {
        mention(ctx, plan);
        return Ok(None);
    };
    take(ctx, plan, id).map(Some)
}

/// Warns if `plan` has no marks but another plan's marks match it.
fn mention(ctx: &mut Ctx, plan: &Plan) {
    let reading = load::journal(ctx, &plan.id).read();
    let is_marked = |event: &Event| event.slot().is_some();
    if reading.is_ok_and(|reading| reading.events.iter().any(is_marked)) {
        return;
    }
    if let Some((warning, hint)) = load::former_id(ctx, plan) {
        ctx.warn(warning);
        ctx.hint(hint);
    }
}

/// Imports the events of plan `id` into `plan`, whose id has changed.
///
/// # Errors
/// `Usage` if there are none; what reading and writing the journals gives.
fn take(ctx: &mut Ctx, plan: &Plan, id: &str) -> Result<Taken> {
    let former = PlanId::new(id).filter(|id| *id != plan.id);
    let Some(former) = former else {
        return Err(no_marks(ctx, id));
    };
    let mut events = load::journal(ctx, &former).read()?.events;
    if events.is_empty() {
        return Err(no_marks(ctx, id));
    }
    let start = fold(&events).start;
    let journal = load::journal(ctx, &plan.id).backed_up(ctx.today);
    let mut transaction = journal.begin(&record::devices(ctx))?;
    let here = &transaction.reading().events;
    let had_marks = here.iter().any(|event| event.slot().is_some());
    let known: HashSet<Uuid> = here.iter().map(|event| event.id).collect();
    events.retain(|event| !known.contains(&event.id));
    for event in &mut events {
        if let What::Begin { plan: begun, .. } = &mut event.what {
            *begun = plan.id.to_string();
        }
    }
    if !events.is_empty() {
        transaction.adopt(&events)?;
        ctx.recorded = true;
    }
    for warning in &transaction.finish().1 {
        ctx.warn(warning);
    }
    let slots: HashSet<_> = events.iter().filter_map(Event::slot).collect();
    Ok(Taken {
        slots: slots.len(),
        id: former,
        start: start.filter(|_| !had_marks),
    })
}

fn no_marks(ctx: &Ctx, id: &str) -> Error {
    let message = Init::NoMarksOf { id: id.to_owned() };
    Error::usage(message).hint(InitHint::PlansWithMarks(load::begun_plans(ctx)))
}
