//! Progress: events, the state they add up to, and how that is reconciled with an edited plan.

mod due_kind;
mod event;
mod fingerprint;
mod fixed_dates;
mod fold;
mod homes;
mod keep_ids;
mod laid;
mod layout;
mod mark;
mod matching;
mod parts;
mod plan_diff;
mod reconcile;
mod relink;
mod relinked;
mod rests;
mod reversal;
mod revision;
mod settle;
#[cfg(test)]
mod tests;
mod timed;
mod timer;
mod undo;

pub(crate) use crate::model::Placement;
pub(crate) use due_kind::DueKind;
pub(crate) use event::{Event, Order, Subject, What};
pub(crate) use fingerprint::Fingerprint;
pub(crate) use fixed_dates::{DueDates, PlacedEvent};
pub(crate) use fold::{Progress, fold};
pub(crate) use keep_ids::keep_ids;
pub(crate) use laid::{FitTerms, LaidSlot, Sitting};
pub(crate) use layout::Layout;
pub(crate) use mark::{Mark, SlotNote, State};
pub(crate) use matching::MatchedBy;
pub(crate) use parts::{Made, Recorded};
pub(crate) use plan_diff::{
    MarkedItem, OrphanedItem, PlanDiff, Successor, plan_diff, plan_diff_by_id,
};
pub(crate) use reconcile::{Orphan, OrphanReason, Reconciled, marks_of, reconcile};
pub(crate) use relink::Identities;
pub(crate) use rests::{Rest, Rests};
pub(crate) use reversal::{Reversal, reversals};
pub(crate) use revision::{Revision, Revisions, revisions};
pub(crate) use timer::{Measured, Span, Timer};
pub(crate) use undo::{
    conflicting_starts, is_change, is_repeat, last_redoable, last_undoable, live_ids, repeated_days,
};
