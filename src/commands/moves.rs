//! What `move`, `shift`, `off` and `recover` share.

use super::marks::left;
use super::output::Output;
use super::record::Outcome;
use crate::context::Ctx;
use crate::progress::{Event, Placement, What};
use crate::render::{Sheet, json, views};
use crate::summary::{self, SlotView, Study};
use crate::text::Message;

/// The event that moves a slot.
pub(super) fn moving(slot: &SlotView, to: Placement) -> What {
    What::Move {
        slot: slot.place.slot.id.to_string(),
        title: slot.place.slot.title.clone(),
        to,
    }
}

/// Suspicious placements among the slots that `events` move.
pub(super) fn warnings(study: &Study, events: &[Event]) -> Vec<Message> {
    let moved = events.iter().filter_map(|event| match &event.what {
        What::Move { slot, .. } => Some(slot.as_str()),
        _ => None,
    });
    views::move_warnings(study, &summary::move_warnings(study, moved))
}

/// Shows what was moved, then the warnings, which JSON carries too.
pub(super) fn confirm<T>(
    ctx: &mut Ctx,
    output: &Output,
    outcome: &Outcome<T>,
    warnings: &[Message],
    sheet: impl FnOnce() -> Sheet,
) {
    let (study, events) = (&outcome.study, &outcome.events);
    let left = left(study, study.today);
    let body = || json::moved(study, outcome.op, events, &left, warnings);
    output.give(ctx, study, body, sheet);
    for warning in warnings {
        ctx.warn(warning);
    }
}
