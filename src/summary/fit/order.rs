//! In which order work is laid: that of the plan, unless an event would come before what it covers.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::work::Work;
use crate::model::{FixedEvent, Minutes, Placement};
use crate::reschedule::{FreeTime, Piece, by_deadline, lay};
use crate::summary::problem::problem;
use crate::summary::{SlotView, Study};

/// How many times work is laid anew because an event came too early: each brings events forward that
/// the round before did not.
const ROUNDS: usize = 8;

/// An event before which not all that it covers has room.
#[derive(Debug, Clone)]
pub(crate) struct FittedEvent<'a> {
    pub(crate) event: &'a FixedEvent,
    /// The slots that are not done before it.
    pub(crate) slots: Vec<SlotView<'a>>,
    /// How long what is left of these is.
    pub(crate) minutes: Minutes,
}

/// Where the parts of each slot are laid.
pub(super) struct Layout {
    /// For each slot, the pieces of each of its parts.
    pub(super) pieces: Vec<Vec<Vec<Piece>>>,
    /// How many slots come before others that the plan has earlier.
    pub(super) overtaking: usize,
}

/// The work that each event to come covers.
pub(super) struct EventSlots<'a>(Vec<(&'a FixedEvent, Vec<usize>)>);

impl<'a> EventSlots<'a> {
    /// For work that is laid from a date on.
    pub(super) fn of(study: &'a Study, work: &[Work<'a>], from: NaiveDate) -> Self {
        let events = study.events.iter().map(|placed| &placed.event);
        let to_come = events.filter(|event| event.date > study.today.min(from));
        let covered = to_come.map(|event| {
            let is_covered = |index: &usize| event.covers(&work[*index].slot.place);
            (event, (0..work.len()).filter(is_covered).collect())
        });
        Self(
            covered
                .filter(|(_, slots): &(_, Vec<usize>)| !slots.is_empty())
                .collect(),
        )
    }

    /// Positions of the work that is laid too late for an event.
    fn late_for(
        &self,
        study: &Study,
        index: usize,
        pieces: &[Vec<Vec<Piece>>],
    ) -> impl Iterator<Item = usize> {
        let (event, covered) = &self.0[index];
        let is_late = move |slot: &usize| {
            let mut pieces = pieces[*slot].iter().flatten();
            pieces.any(|piece| !study.is_before(Placement::on(piece.date, piece.time), event))
        };
        covered.iter().copied().filter(is_late)
    }

    /// The events before which not all that they cover is laid.
    pub(super) fn late(
        &self,
        study: &Study,
        work: &[Work<'a>],
        pieces: &[Vec<Vec<Piece>>],
    ) -> Vec<FittedEvent<'a>> {
        let events = (0..self.0.len()).map(|index| {
            let late: Vec<usize> = self.late_for(study, index, pieces).collect();
            let minutes = late.iter().flat_map(|slot| &work[*slot].lengths);
            FittedEvent {
                event: self.0[index].0,
                minutes: minutes.copied().sum(),
                slots: late.iter().map(|slot| work[*slot].slot).collect(),
            }
        });
        events.filter(|late| !late.slots.is_empty()).collect()
    }
}

/// Lays work in the order of the plan; if some of it is then too late for an event, what that event
/// covers comes earlier, as far as less is too late then. `None` if the hours do not suffice.
pub(super) fn lay_out(
    study: &Study,
    time: &FreeTime,
    work: &[Work],
    events: &EventSlots,
) -> Option<Layout> {
    let mut order: Vec<usize> = (0..work.len()).collect();
    let mut best = (usize::MAX, Vec::new(), Vec::new());
    let mut brought_forward: HashSet<usize> = HashSet::new();
    for _ in 0..ROUNDS {
        let pieces = lay_in_order(time, work, &order)?;
        let late = |event: &usize| events.late_for(study, *event, &pieces).count();
        let late: Vec<usize> = (0..events.0.len()).map(|event| late(&event)).collect();
        let all: usize = late.iter().sum();
        if all < best.0 {
            best = (all, order.clone(), pieces);
        }
        let known = brought_forward.len();
        let helps = |event: &usize| late[*event] > 0 && events.0[*event].0.date > time.from;
        brought_forward.extend((0..late.len()).filter(helps));
        if brought_forward.len() == known {
            break;
        }
        order = in_time_for(study, work, events, &brought_forward);
    }
    let (_, order, pieces) = best;
    Some(Layout {
        overtaking: overtaking(&order),
        pieces,
    })
}

/// The order in which work is in time for some of the events, as far as possible.
fn in_time_for(
    study: &Study,
    work: &[Work],
    events: &EventSlots,
    chosen: &HashSet<usize>,
) -> Vec<usize> {
    let mut deadlines: Vec<Option<NaiveDate>> = vec![None; work.len()];
    for (event, covered) in chosen.iter().map(|index| &events.0[*index]) {
        for slot in covered {
            let known = deadlines[*slot].into_iter();
            deadlines[*slot] = known.chain([event.date]).min();
        }
    }
    let slots: Vec<SlotView> = work.iter().map(|work| work.slot).collect();
    by_deadline(&problem(study, &slots), &deadlines)
}

/// Lays work in an order, and gives the pieces in the order of the plan.
fn lay_in_order(time: &FreeTime, work: &[Work], order: &[usize]) -> Option<Vec<Vec<Vec<Piece>>>> {
    let lengths = order.iter().flat_map(|slot| &work[*slot].lengths);
    let lengths: Vec<Minutes> = lengths.copied().collect();
    let mut laid = lay(time, &lengths)?.into_iter();
    let mut pieces = vec![Vec::new(); work.len()];
    for slot in order {
        pieces[*slot] = laid.by_ref().take(work[*slot].lengths.len()).collect();
    }
    Some(pieces)
}

/// How many slots come before others that the plan has earlier.
fn overtaking(order: &[usize]) -> usize {
    let mut first = usize::MAX;
    let overtakes = order.iter().rev().filter(|slot| {
        let overtakes = **slot > first;
        first = first.min(**slot);
        overtakes
    });
    overtakes.count()
}
