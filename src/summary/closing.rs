//! What a plan has come to, once it is over.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::day::is_after;
use super::forecast::settled_on;
use super::{DeliverableTally, DeliverableView, SlotView, Study, Tally, milestones};
use crate::model::{Dates, Minutes};

/// What a plan has come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Closing {
    /// From the first day of the plan or of work to the last.
    pub(crate) dates: Dates,
    pub(crate) planned_end: NaiveDate,
    /// When the last slot was done or skipped, or handed in what was open then; `None` if a slot is still
    /// open.
    pub(crate) settled: Option<NaiveDate>,
    pub(crate) slots: Tally,
    pub(crate) deliverables: DeliverableTally,
    /// How many milestones were reached, and how many there are.
    pub(crate) milestones: (usize, usize),
    pub(crate) worked: Minutes,
    /// On how many dates.
    pub(crate) days: usize,
    /// The first date on which most was worked.
    pub(crate) fullest: Option<(NaiveDate, Minutes)>,
}

/// What a study has come to; `None` while its last day is to come and something is open.
pub(super) fn closing(
    study: &Study,
    (slots, deliverables): (&[SlotView], &[DeliverableView]),
    worked: &BTreeMap<NaiveDate, Minutes>,
) -> Option<Closing> {
    // Most studies go on: the first open slot says so.
    let has_open = slots.iter().any(SlotView::is_open);
    let goes_on = has_open || deliverables.iter().any(DeliverableView::is_open);
    if slots.is_empty() || goes_on && !is_after(study, slots, study.today) {
        return None;
    }
    let milestones = milestones(study);
    let reached = milestones.iter().filter(|one| one.reached_on.is_some());
    let settled = settled_on(study, slots).filter(|_| !has_open);
    let planned_end = study.calendar.last_day();
    let (first, last) = (worked.keys().next(), worked.keys().next_back());
    let (start, end) = (study.calendar.start, settled.unwrap_or(planned_end));
    Some(Closing {
        dates: Dates {
            first: first.map_or(start, |first| start.min(*first)),
            last: last.map_or(end, |last| end.max(*last)),
        },
        planned_end,
        settled,
        slots: slots.iter().collect(),
        deliverables: deliverables.iter().collect(),
        milestones: (reached.count(), milestones.len()),
        worked: worked.values().copied().sum(),
        days: worked.len(),
        fullest: (worked.iter().rev())
            .max_by_key(|(_, minutes)| **minutes)
            .map(|(date, minutes)| (*date, *minutes)),
    })
}
