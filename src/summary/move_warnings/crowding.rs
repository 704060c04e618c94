//! Days that are too full, and slots that overlap, since slots were moved.

use chrono::NaiveDate;

use super::{Before, loads, overlaps, pair};
use crate::model::Minutes;
use crate::summary::problem::problem;
use crate::summary::{SlotView, Study};
use crate::text::DayLimit;

/// What is too much where slots were moved.
#[derive(Debug, Clone)]
pub(crate) struct Crowding<'a> {
    /// Dates with more minutes than before and than they should have: the minutes, and those.
    pub(crate) over: Vec<(NaiveDate, Minutes, Minutes)>,
    /// What says how many they should have.
    pub(crate) limit: DayLimit,
    /// Open slots whose times overlap, and did not before.
    pub(crate) overlaps: Vec<(SlotView<'a>, SlotView<'a>)>,
}

fn day_limit(study: &Study) -> DayLimit {
    if study.hours.is_some() {
        DayLimit::Hours
    } else if study.plan.time_budget.is_some() {
        DayLimit::Budget
    } else {
        DayLimit::FullestDay
    }
}

/// What is too much now and was not so `before`.
pub(crate) fn crowding<'a>(study: &'a Study, before: &Before) -> Crowding<'a> {
    let slots: Vec<SlotView> = study.slots().collect();
    let problem = problem(study, &slots);
    let was = |date: &NaiveDate| before.loads.get(date).copied().unwrap_or_default();
    // A day that was moved as a whole was too full before.
    let was_as_full = |date: NaiveDate, load: u32| {
        let here = slots
            .iter()
            .filter(|slot| slot.is_open() && slot.dates.contains(date));
        let mut from = here.filter_map(|slot| before.dates.get(&slot.key()));
        let first = from.next();
        first.is_some_and(|first| was(first) >= load && from.all(|other| other == first))
    };
    let over = loads(study).into_iter().filter_map(|(date, load)| {
        let budget = problem.budget(date);
        let has_hours = budget > Minutes::ZERO;
        let is_fuller = load > was(&date) && !was_as_full(date, load);
        let all = if date == study.today {
            Minutes(load) + problem.done_today
        } else {
            Minutes(load)
        };
        (has_hours && all > budget && is_fuller).then_some((date, all, budget))
    });
    let mut over: Vec<(NaiveDate, Minutes, Minutes)> = over.collect();
    over.sort_unstable_by_key(|(date, ..)| *date);
    let mut overlaps = overlaps(&slots);
    let is_moved = |slot: &SlotView| before.moved.contains(&slot.key());
    let is_new = |a: &SlotView, b: &SlotView| !before.overlaps.contains(&pair(a, b));
    overlaps.retain(|(a, b)| is_new(a, b) || is_moved(a) != is_moved(b));
    let limit = day_limit(study);
    Crowding {
        over,
        limit,
        overlaps,
    }
}
