//! How likely everything that an event covers is done before it.

use super::task::task;
use super::{EventView, SlotView, Study, Tally, events};
use crate::forecast::{self, Estimate, Forecast, Goal, Outlook, Record};
use crate::model::FixedEvent;

/// For how many events there are odds: each takes a simulation of its own.
const MOST: usize = 10;

/// One more hour a week, in minutes.
pub(super) const HOUR: u32 = 60;

/// An event to come with open slots.
#[derive(Debug, Clone)]
pub(crate) struct EventOutlook {
    pub(crate) view: EventView,
    /// `None` if too little is known, or the plan has no end in sight.
    pub(crate) odds: Option<EventOdds>,
}

/// How many futures in a hundred have everything done that an event covers before its date, rounded
/// down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct EventOdds {
    pub(crate) chance: u32,
    /// With one more hour a week; `None` if slots have no minutes.
    pub(crate) with_hour: Option<u32>,
    /// Without the open slots that the event does not cover, at least `chance`; `None` if there are
    /// none.
    pub(crate) let_go: Option<u32>,
    /// How many slots those are.
    pub(crate) uncovered: u32,
}

/// The next events with open slots, the first ones first.
pub(super) fn next_events(study: &Study) -> Vec<EventView> {
    let to_come = events(study).into_iter();
    let to_come = to_come.filter(|view| view.days_left >= 0 && view.covered.open > 0);
    to_come.take(MOST).collect()
}

/// The slots that an event covers, as a goal that is due on the day before it.
pub(super) fn goal(event: &FixedEvent, slots: &[&SlotView]) -> Goal {
    let tasks = slots.iter().enumerate();
    let tasks = tasks.filter(|(_, slot)| event.covers(&slot.place));
    Goal {
        due: event.date.pred_opt(),
        tasks: tasks.map(|(index, _)| index).collect(),
    }
}

/// The outlooks of events whose goals begin at position `at` in an estimate of `record`.
pub(super) fn outlooks(
    views: Vec<EventView>,
    (record, slots): (&Record, &[&SlotView]),
    missing: u32,
    estimate: Option<(&Estimate, usize)>,
) -> Vec<EventOutlook> {
    let numbered = views.into_iter().enumerate();
    let outlook = |(number, view): (usize, EventView)| {
        let odds = estimate.and_then(|(estimate, at)| {
            let Outlook::Open { chance, .. } = estimate.goals[at + number] else {
                return None;
            };
            let uncovered = |slot: &&&SlotView| slot.is_open() && !view.event.covers(&slot.place);
            let uncovered: Tally = slots.iter().filter(uncovered).copied().collect();
            let uncovered = uncovered.different;
            let chance = chance?;
            // The futures are others, but whoever lets work go can still pause where it was: no future
            // is worse for that.
            let let_go = (uncovered > 0).then(|| let_go(&view.event, record, slots, missing));
            Some(EventOdds {
                chance,
                with_hour: estimate.chances_with_more[at + number]
                    .filter(|_| record.more_a_week > 0),
                let_go: let_go.flatten().map(|without| without.max(chance)),
                uncovered,
            })
        });
        EventOutlook { view, odds }
    };
    numbered.map(outlook).collect()
}

/// The chance if the open slots that an event does not cover are let go.
fn let_go(event: &FixedEvent, record: &Record, slots: &[&SlotView], missing: u32) -> Option<u32> {
    let kept = slots.iter();
    let kept = kept.filter(|slot| !slot.is_open() || event.covers(&slot.place));
    let kept: Vec<&SlotView> = kept.copied().collect();
    let record = Record {
        tasks: kept.iter().map(|slot| task(slot, missing)).collect(),
        goals: vec![goal(event, &kept)],
        ..record.clone()
    };
    match forecast::forecast(&record, forecast::FUTURES) {
        Forecast::Estimate(estimate) => match estimate.goals.first() {
            Some(Outlook::Open { chance, .. }) => *chance,
            _ => None,
        },
        _ => None,
    }
}
