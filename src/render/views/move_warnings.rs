//! Warnings about slots that were moved.

use chrono::NaiveDate;

use crate::summary::{DayLoad, MoveWarnings, SlotView, Study};
use crate::text::{Message, MoveWarning, MovedSlot};

use super::parts::slot_name;

/// Placements that the learner may not have meant.
pub(crate) fn move_warnings(study: &Study, found: &MoveWarnings) -> Vec<Message> {
    let mut late: Vec<SlotView> = found.late.clone();
    late.sort_by_key(|slot| std::cmp::Reverse((slot.dates.last, slot.time)));
    let end = study.calendar.end();
    let warnings = [
        moved(&found.past).map(MoveWarning::Past),
        moved(&found.begun).map(MoveWarning::Begun),
        moved(&found.night).map(MoveWarning::Night),
        moved(&found.resting).map(MoveWarning::RestDay),
        moved(&late).map(|slot| MoveWarning::AfterEnd { slot, end }),
        found
            .after
            .first()
            .map(|(slot, other)| MoveWarning::AfterSuccessor {
                count: found.after.len(),
                slot: slot_name(slot),
                other: slot_name(other),
            }),
        found
            .before
            .first()
            .map(|(slot, other)| MoveWarning::BeforePredecessor {
                count: found.before.len(),
                slot: slot_name(slot),
                other: slot_name(other),
            }),
    ];
    warnings.into_iter().flatten().map(Message::from).collect()
}

/// How many slots there are, and the first of them.
fn moved(slots: &[SlotView]) -> Option<MovedSlot> {
    let slot = slots.first()?;
    Some(MovedSlot {
        count: slots.len(),
        slot: slot_name(slot),
        first: slot.dates.first,
        last: slot.dates.last,
        start: slot.time.map(|time| time.start),
    })
}

/// What is too much on a date.
pub(crate) fn crowded(date: NaiveDate, day: &DayLoad) -> Vec<Message> {
    let (load, budget) = (day.load, day.budget);
    let over = (load > budget).then_some(MoveWarning::OverBudget { date, load, budget });
    let overlaps = day.overlaps.iter().map(|(slot, other)| {
        let (slot, other) = (slot_name(slot), slot_name(other));
        MoveWarning::Overlap { slot, other, date }
    });
    over.into_iter()
        .chain(overlaps)
        .map(Message::from)
        .collect()
}
