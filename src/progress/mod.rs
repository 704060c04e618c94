//! Progress: events, the state they add up to, and how that is reconciled with an edited plan.

mod event;
mod fingerprint;
mod fold;
mod matching;
mod plan_diff;
mod reconcile;
mod rest;
#[cfg(test)]
mod tests;
mod undo;

pub use event::{Event, Order, Placement, What};
pub use fingerprint::Fingerprint;
pub use fold::{Mark, Progress, SlotNote, State, fold};
pub use matching::MatchedBy;
pub use plan_diff::{MarkedItem, OrphanedItem, PlanDiff, Successor, plan_diff};
pub use reconcile::{Orphan, OrphanReason, Reconciled, reconcile};
pub use rest::{Rest, Rests};
pub use undo::{conflicting_starts, last_redoable, last_undoable, live_ids};
