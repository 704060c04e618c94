//! What to know about slots that were moved: warnings, and deliverables that are due with them.

use chrono::NaiveDate;

use crate::render::sheet::{Sheet, Span};
use crate::summary::{Crowding, DeliverableView, MoveWarnings, SlotView, Study};
use crate::text::{Message, MoveWarning, MovedSlot, Recovery, SlotName};

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
        moved(&found.free).map(MoveWarning::FreeDay),
        moved(&late).map(|slot| MoveWarning::AfterEnd { slot, end }),
        found
            .after
            .first()
            .map(|(slot, other)| MoveWarning::AfterSuccessor {
                count: found.after.len(),
                slot: slot.name(),
                other: other.name(),
            }),
        found
            .before
            .first()
            .map(|(slot, other)| MoveWarning::BeforePredecessor {
                count: found.before.len(),
                slot: slot.name(),
                other: other.name(),
            }),
    ];
    warnings.into_iter().flatten().map(Message::from).collect()
}

/// How many slots there are, and the first of them.
fn moved(slots: &[SlotView]) -> Option<MovedSlot> {
    let slot = slots.first()?;
    Some(MovedSlot {
        count: slots.len(),
        slot: slot.name(),
        dates: slot.dates,
        start: slot.time.map(|time| time.start),
    })
}

/// From this many days or pairs on, they are counted.
const MANY: usize = 4;

/// What is too much where slots were moved.
pub(crate) fn crowded(found: &Crowding) -> Vec<Message> {
    let mut warnings: Vec<MoveWarning> = match &found.over[..] {
        [(date, load, budget), _, _, _, ..] => vec![MoveWarning::DaysOverBudget {
            count: found.over.len(),
            date: *date,
            load: *load,
            budget: *budget,
        }],
        few => few
            .iter()
            .map(|(date, load, budget)| MoveWarning::OverBudget {
                date: *date,
                load: *load,
                budget: *budget,
            })
            .collect(),
    };
    let shown = match found.overlaps.len() {
        MANY.. => 1,
        few => few,
    };
    let overlaps = found.overlaps[..shown].iter().map(|(slot, other)| {
        let (date, count) = (
            slot.dates.first.max(other.dates.first),
            found.overlaps.len(),
        );
        let (slot, other) = (slot.name(), other.name());
        if count >= MANY {
            return MoveWarning::Overlaps {
                count,
                slot,
                other,
                date,
            };
        }
        MoveWarning::Overlap { slot, other, date }
    });
    warnings.extend(overlaps);
    warnings.into_iter().map(Message::from).collect()
}

/// Up to so many deliverables are named; more are counted.
const DUE: usize = 3;

/// Deliverables whose due date has changed with the slots of their week.
pub(crate) fn due_changes(sheet: &mut Sheet, changed: &[(DeliverableView, NaiveDate)]) {
    if changed.len() > DUE {
        let words = Recovery::ManyDueChanged(changed.len());
        sheet.line(vec![Span::space(2), Span::dim(words)]);
        return;
    }
    for (view, was) in changed {
        let words = Recovery::DueChanged {
            what: SlotName::new(&view.what.id, &view.what.text),
            due: view.dates.last,
            was: *was,
        };
        sheet.line(vec![Span::space(2), Span::dim(words)]);
    }
}
