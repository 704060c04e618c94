//! A slot as far as the forecast needs it.

use super::SlotView;
use crate::forecast::Task;
use crate::model::Dates;
use crate::progress::Mark;

/// `missing` is how much work a slot without minutes is.
pub(super) fn task(slot: &SlotView, missing: u32) -> Task {
    Task {
        baseline: slot.baseline,
        dates: slot.dates,
        moved_in_time: moved_in_time(slot),
        weight: slot.planned().map_or(missing, |minutes| minutes.0),
        done: slot.done_on(),
    }
}

/// Whether a slot was moved by less than a week, no later than on its planned date: the learner has
/// planned the week differently and missed nothing.
fn moved_in_time(slot: &SlotView) -> bool {
    let moved_on = slot.mark.and_then(Mark::moved_on);
    let days = (slot.dates.first - slot.baseline.first).num_days();
    moved_on.is_some_and(|day| day <= slot.baseline.last) && days.abs() < 7
}

/// The dates by which the past is measured: its own, or those it was moved to in time.
pub(super) fn expected(slot: &SlotView) -> Dates {
    if moved_in_time(slot) {
        slot.dates
    } else {
        slot.baseline
    }
}
