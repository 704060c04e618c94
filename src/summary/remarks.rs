//! What the learner wrote: notes on slots, and why they were skipped.

use chrono::NaiveDate;

use super::{DeliverableView, SlotView};
use crate::model::Dates;
use crate::progress::State;

/// A note, or the reason of a skip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Remark<'a> {
    /// The study date it was written on.
    pub(crate) date: NaiveDate,
    /// The id of the slot or deliverable.
    pub(crate) id: &'a str,
    pub(crate) title: &'a str,
    pub(crate) text: &'a str,
    /// Whether it says why something was skipped.
    pub(crate) is_skip: bool,
}

/// The remarks that were written on some dates, in order.
pub(super) fn remarks<'a>(
    (slots, deliverables): (&[SlotView<'a>], &[DeliverableView<'a>]),
    dates: Dates,
) -> Vec<Remark<'a>> {
    let slots = slots.iter().filter(|slot| slot.is_last());
    let slots = slots.filter_map(|slot| {
        Some((
            slot.mark?,
            slot.place.slot.id.as_str(),
            slot.place.slot.title.as_str(),
        ))
    });
    let handed_in = deliverables.iter();
    let handed_in = handed_in
        .filter_map(|view| Some((view.mark?, view.what.id.as_str(), view.what.text.as_str())));
    let mut remarks = Vec::new();
    for (mark, id, title) in slots.chain(handed_in) {
        let notes = mark
            .notes()
            .map(|note| (note.day, note.text.as_str(), false));
        let is_skipped = mark.state() == Some(State::Skipped);
        let why = mark.settled_on().zip(mark.why()).filter(|_| is_skipped);
        let why = why.map(|(day, why)| (day, why, true));
        let inside = notes.chain(why).filter(|(day, ..)| dates.contains(*day));
        remarks.extend(inside.map(|(date, text, is_skip)| Remark {
            date,
            id,
            title,
            text,
            is_skip,
        }));
    }
    remarks.sort_by_key(|remark| remark.date);
    remarks
}
