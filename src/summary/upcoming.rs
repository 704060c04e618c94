//! What the next week holds.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::range::{Range, lies_in};
use super::week_rows::{first_and_last, week_rows};
use super::{DeliverableView, SlotView, Study, Tally};
use crate::model::{Dates, Minutes, Week};

/// The calendar week that comes next.
#[derive(Debug, Clone)]
pub(crate) struct Upcoming<'a> {
    /// The date of its first open slot.
    pub(crate) date: NaiveDate,
    /// The plan's week that this slot is of.
    pub(crate) week: &'a Week,
    /// The numbers of the first and the last of the plan's weeks that its slots are of.
    pub(crate) numbers: Option<(u32, u32)>,
    /// How many open slots it has from that date on.
    pub(crate) slots: u32,
    pub(crate) planned: Minutes,
    /// The minutes of each of its dates that has some.
    pub(crate) days: Vec<(NaiveDate, Minutes)>,
    /// Open deliverables that are due from that date on, the first ones first.
    pub(crate) deliverables: Vec<DeliverableView<'a>>,
}

/// What is left to do in the calendar week of the first open slot after a date, and not before today.
/// Slots of the range itself that were moved out of it don't come next. If slots of several weeks of
/// the plan are on that slot's date, the latest of them comes next.
pub(super) fn upcoming<'a>(
    study: &Study,
    (slots, deliverables): (&[SlotView<'a>], &[DeliverableView<'a>]),
    range: Range,
    after: NaiveDate,
) -> Option<Upcoming<'a>> {
    let date = |slot: &SlotView| slot.dates.first.max(study.today);
    let is_later = |slot: &SlotView| slot.dates.first > after && slot.dates.last >= study.today;
    let open = slots
        .iter()
        .filter(|slot| slot.is_open() && !slot.displaced);
    let open: Vec<SlotView> = open.filter(|slot| is_later(slot)).copied().collect();
    let is_next = |slot: &&SlotView| !lies_in(slot, range, slot.dates);
    let next = open.iter().filter(is_next);
    let first = next.min_by_key(|slot| (date(slot), Reverse(slot.place.index)))?;
    let week = Dates::week_of(date(first));
    let from = date(first);
    let there = open.iter().filter(|slot| {
        let date = date(slot);
        from <= date && week.contains(date) && !lies_in(slot, range, slot.dates)
    });
    let there: Vec<SlotView> = there.copied().collect();
    let tally: Tally = there.iter().collect();
    let left = there.iter().filter_map(SlotView::left_to_do).sum();
    let to_come = Dates {
        first: from,
        ..week
    };
    Some(Upcoming {
        days: minutes_by_date(there.iter().map(|slot| (date(slot), slot.left_to_do()))),
        deliverables: due_in(deliverables, to_come),
        date: date(first),
        week: first.place.week,
        numbers: first_and_last(&week_rows(&there)),
        slots: tally.slots,
        planned: left,
    })
}

fn minutes_by_date(
    slots: impl Iterator<Item = (NaiveDate, Option<Minutes>)>,
) -> Vec<(NaiveDate, Minutes)> {
    let mut dates: BTreeMap<NaiveDate, Minutes> = BTreeMap::new();
    for (date, minutes) in slots {
        *dates.entry(date).or_default() += minutes.unwrap_or_default();
    }
    dates.retain(|_, minutes| *minutes > Minutes::ZERO);
    dates.into_iter().collect()
}

fn due_in<'a>(all: &[DeliverableView<'a>], dates: Dates) -> Vec<DeliverableView<'a>> {
    let open = all.iter().filter(|view| view.is_open());
    let due = open.filter(|view| dates.contains(view.dates.last));
    let mut due: Vec<DeliverableView> = due.copied().collect();
    due.sort_by_key(|view| view.dates.last);
    due
}
