//! What to know about slots that were moved: warnings, and deliverables that are due with them.

use chrono::NaiveDate;

use crate::render::sheet::{Sheet, Span};
use crate::summary::{Crowding, DeliverableView, MoveWarnings, SlotView, Study, Tally};
use crate::text::{Message, MoveWarning, MovedSlot, PairKind, PairWarning, Recovery, SlotName};

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
        moved(&found.busy).map(MoveWarning::Busy),
        moved(&found.free).map(match study.hours {
            Some(_) => MoveWarning::NoHours,
            None => MoveWarning::FreeDay,
        }),
        moved(&late).map(|slot| MoveWarning::AfterEnd { slot, end }),
        pair(PairKind::AfterSuccessor, &found.after),
        pair(PairKind::BeforePredecessor, &found.before),
    ];
    let events = alike(&found.events).into_iter();
    let events = events.map(|(count, (slot, event))| {
        MoveWarning::Pair(PairWarning {
            kind: PairKind::Overlap(event.date),
            count,
            slot: slot.name(),
            other: SlotName::new(&event.id, &event.title),
        })
    });
    let warnings = warnings.into_iter().flatten().chain(events);
    warnings.map(Message::from).collect()
}

/// How many slots there are, and the first of them.
fn moved(slots: &[SlotView]) -> Option<MovedSlot> {
    let slot = slots.first()?;
    Some(MovedSlot {
        count: Tally::from_iter(slots).different as usize,
        slot: slot.name(),
        dates: slot.dates,
        start: slot.time.map(|time| time.start),
    })
}

/// How many pairs of slots there are, and the first of them.
fn pair(kind: PairKind, pairs: &[(SlotView, SlotView)]) -> Option<MoveWarning> {
    let (slot, other) = pairs.first()?;
    Some(MoveWarning::Pair(PairWarning {
        kind,
        count: pairs.len(),
        slot: slot.name(),
        other: other.name(),
    }))
}

/// From this many days or pairs on, they are counted.
const MANY: usize = 4;

/// What is too much where slots were moved.
pub(crate) fn crowded(found: &Crowding) -> Vec<Message> {
    let full = alike(&found.over).into_iter();
    let full = full.map(|(count, &(date, load, most))| MoveWarning::TooFull {
        count,
        date,
        load,
        most,
        limit: found.limit,
    });
    let overlaps = alike(&found.overlaps).into_iter();
    let overlaps = overlaps.map(|(count, (slot, other))| {
        let date = slot.dates.first.max(other.dates.first);
        MoveWarning::Pair(PairWarning {
            kind: PairKind::Overlap(date),
            count,
            slot: slot.name(),
            other: other.name(),
        })
    });
    full.chain(overlaps).map(Message::from).collect()
}

/// Each of a few, or the first of many and how many there are.
fn alike<T>(all: &[T]) -> Vec<(usize, &T)> {
    match all {
        [first, ..] if all.len() >= MANY => vec![(all.len(), first)],
        few => few.iter().map(|one| (1, one)).collect(),
    }
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
            what: view.name(),
            due: view.dates.last,
            was: *was,
        };
        sheet.line(vec![Span::space(2), Span::dim(words)]);
    }
}
