//! What a report covers, and what lies in it.

use super::{DeliverableView, SlotView, Study};
use crate::model::Dates;

/// The range of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Range {
    /// The plan's week of this number.
    Week(u32),
    /// The plan's phase of this number, from 1.
    Phase(usize),
    /// The whole plan.
    All,
    /// From a date to a date, both included.
    Between(Dates),
}

/// Whether a range is a whole calendar week, or a part of the plan within one.
pub(super) fn is_one_week(range: Range, dates: Dates) -> bool {
    let week = Dates::week_of(dates.first);
    match range {
        Range::Between(..) => dates == week,
        _ => week.contains(dates.last),
    }
}

/// Whether a slot is in a range if it is to be done on `dates`.
pub(super) fn lies_in(slot: &SlotView, range: Range, dates: Dates) -> bool {
    match range {
        Range::Between(range) => range.contains(dates.first),
        Range::Week(number) => slot.place.week.number == Some(number),
        Range::Phase(number) => slot.place.at.phase + 1 == number,
        Range::All => true,
    }
}

/// Whether a deliverable is in a range, whose dates are `dates`.
pub(super) fn is_due_in(study: &Study, view: &DeliverableView, range: Range, dates: Dates) -> bool {
    match range {
        Range::Between(..) => dates.contains(view.dates.last),
        Range::Week(number) => view.week.number == Some(number),
        Range::Phase(number) => {
            let phase = number
                .checked_sub(1)
                .and_then(|at| study.plan.phases.get(at));
            phase.is_some_and(|phase| std::ptr::eq(phase, view.phase))
        }
        Range::All => true,
    }
}

/// The dates of a range. Those of a part of the plan span what `of` gives for the slots `inside`.
pub(super) fn dates_of(
    study: &Study,
    range: Range,
    inside: &[SlotView],
    of: fn(&SlotView) -> Dates,
) -> Option<Dates> {
    match range {
        Range::Between(range) => Some(range),
        Range::Phase(number) if inside.is_empty() => {
            study.calendar.buffer_of(number.checked_sub(1)?)
        }
        _ => inside.iter().map(of).reduce(Dates::hull),
    }
}
