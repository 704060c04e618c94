//! Slots that need the learner: overdue, on rest days, or about to be.

use std::collections::HashSet;

use super::{SlotView, Status, Study};
use crate::model::Dates;

/// The positions of all open sittings of those slots of which some sitting `is_chosen`: a slot is let
/// go as a whole.
pub(super) fn with_sittings(
    slots: &[SlotView],
    is_chosen: impl Fn(&SlotView) -> bool,
) -> Vec<usize> {
    let chosen = slots.iter().filter(|slot| is_chosen(slot));
    let chosen: HashSet<usize> = chosen.map(|slot| slot.place.index).collect();
    let is_of_chosen = |slot: &SlotView| slot.is_open() && chosen.contains(&slot.place.index);
    let positions = (0..slots.len()).filter(|at| is_of_chosen(&slots[*at]));
    positions.collect()
}

/// What is overdue in the order of the plan, and the sittings that go with it when its slots are
/// skipped. Only slots of which `is_meant` is true.
pub(crate) fn overdue(
    study: &Study,
    is_meant: impl Fn(&SlotView) -> bool,
) -> (Vec<SlotView<'_>>, Vec<SlotView<'_>>) {
    let slots: Vec<SlotView> = study.slots().collect();
    let is_overdue = |slot: &SlotView| slot.status == Status::Overdue && is_meant(slot);
    let skipped = with_sittings(&slots, is_overdue);
    let overdue = slots.iter().filter(|slot| is_overdue(slot)).copied();
    (
        overdue.collect(),
        skipped.into_iter().map(|at| slots[at]).collect(),
    )
}

/// Stranded slots in the order of the plan.
pub(crate) fn stranded(study: &Study) -> Vec<SlotView<'_>> {
    study.slots().filter(SlotView::is_stranded).collect()
}

/// Open slots whose dates are all among `dates`, in the order of the plan.
pub(crate) fn open_within(study: &Study, dates: Dates) -> Vec<SlotView<'_>> {
    let inside = |slot: &SlotView| {
        slot.is_open() && dates.first <= slot.dates.first && slot.dates.last <= dates.last
    };
    study.slots().filter(inside).collect()
}
