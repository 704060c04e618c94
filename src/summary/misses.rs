//! What an option for rescheduling misses.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::{DeliverableView, SlotView, Study, milestones};
use crate::model::{Deliverable, FixedEvent, Milestone, MilestoneDue, Placement, Week};
use crate::text::SlotName;

/// What can't be done by its date.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Misses<'a> {
    /// Milestones whose goals are not all reached by their due dates.
    pub(crate) milestones: Vec<&'a Milestone>,
    /// Events to come that are before some of what they cover, and how many slots that is.
    pub(crate) events: Vec<(&'a FixedEvent, u32)>,
    /// Open deliverables that are due, on their own dates or else by the plan's, before the slots of
    /// their weeks are over.
    pub(crate) deliverables: Vec<&'a Deliverable>,
}

/// By when something is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum By {
    Date(NaiveDate),
    /// It has no placement.
    Never,
}

/// What is missed if the slots that are open have these placements.
pub(super) fn misses<'a>(
    study: &'a Study,
    open: &[(SlotView<'a>, Option<Placement>)],
) -> Misses<'a> {
    let ends = ends(study, open);
    let mut due: HashMap<*const Week, NaiveDate> = HashMap::new();
    for slot in study.slots().filter(|slot| !slot.place.day.is_added()) {
        let date = due.entry(slot.place.week).or_insert(slot.baseline.last);
        *date = (*date).max(slot.baseline.last);
    }
    let deliverables = study.deliverables().filter(DeliverableView::is_open);
    let deliverables = deliverables.map(|view| {
        let week = std::ptr::from_ref(view.week);
        let done = ends.get(&week).copied();
        (
            view.what,
            study.due_date(view.what).or(due.get(&week).copied()),
            done.unwrap_or(By::Date(study.today)),
        )
    });
    let deliverables: Vec<(&Deliverable, Option<NaiveDate>, By)> = deliverables.collect();
    // One that is overdue already is missed, whatever is done about it.
    let overdue = milestones(study).into_iter().filter(|view| view.overdue);
    let overdue: Vec<&Milestone> = overdue.map(|view| view.milestone).collect();
    let is_missed = |milestone: &&Milestone| {
        let due = study.due(milestone);
        let mut goals = milestone.goals.iter();
        if overdue.iter().any(|known| std::ptr::eq(*known, *milestone)) {
            return true;
        }
        due.is_some_and(|due| {
            goals.any(|goal| {
                let slots = open
                    .iter()
                    .filter(|(slot, _)| goal.is_fulfilled_by(&slot.place));
                let slots = slots.map(|(_, placement)| by(*placement));
                let things = deliverables
                    .iter()
                    .filter(|(what, ..)| goal.by.contains(&what.id));
                let mut all = slots.chain(things.map(|(.., done)| *done));
                all.any(|done| done > By::Date(due))
            })
        })
    };
    let is_late = |due: Option<NaiveDate>, done: By| due.is_some_and(|due| done > By::Date(due));
    let late = deliverables
        .iter()
        .filter(|(_, due, done)| is_late(*due, *done));
    Misses {
        events: missed_events(study, open),
        milestones: study.plan.milestones.iter().filter(is_missed).collect(),
        deliverables: late.map(|(what, ..)| *what).collect(),
    }
}

/// The events to come before which some of what they cover is not done.
fn missed_events<'a>(
    study: &'a Study,
    open: &[(SlotView<'a>, Option<Placement>)],
) -> Vec<(&'a FixedEvent, u32)> {
    let events = study.events.iter().map(|placed| &placed.event);
    let to_come = events.filter(|event| event.date >= study.today);
    let late = to_come.map(|event| {
        let is_late = |to: Option<Placement>| !to.is_some_and(|to| study.is_before(to, event));
        let late = open
            .iter()
            .filter(|(slot, to)| is_late(*to) && event.covers(&slot.place));
        // A slot in several sittings is missed once.
        let slots: HashSet<usize> = late.map(|(slot, _)| slot.place.index).collect();
        (event, u32::try_from(slots.len()).unwrap_or(u32::MAX))
    });
    late.filter(|(_, slots)| *slots > 0).collect()
}

fn by(placement: Option<Placement>) -> By {
    placement.map_or(By::Never, |to| By::Date(to.last))
}

/// When the open slots of each week are done.
fn ends(study: &Study, open: &[(SlotView, Option<Placement>)]) -> HashMap<*const Week, By> {
    let mut ends: HashMap<*const Week, By> = HashMap::new();
    for (slot, placement) in open.iter().filter(|(slot, _)| !slot.place.day.is_added()) {
        let end = ends.entry(slot.place.week).or_insert(By::Date(study.today));
        *end = (*end).max(by(*placement));
    }
    ends
}

/// A deliverable or milestone that is due on a fixed date, before the slots that it needs are over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MissedDue {
    pub(crate) what: SlotName,
    pub(crate) due: NaiveDate,
    /// The date of the last slot that it needs.
    pub(crate) done: NaiveDate,
}

/// What is due on fixed dates to come that are missed as open slots are planned now. Due dates that
/// follow the dates of slots can't be.
pub(crate) fn missed_dues(study: &Study) -> Vec<MissedDue> {
    let open = study.whole_slots().filter(SlotView::is_open);
    let open: Vec<(SlotView, NaiveDate)> = open.map(|slot| (slot, slot.dates.last)).collect();
    missed_dues_by(study, &open)
}

/// The same if open slots are over on these dates.
pub(super) fn missed_dues_by(study: &Study, open: &[(SlotView, NaiveDate)]) -> Vec<MissedDue> {
    let missed = |what: SlotName, due: Option<NaiveDate>, is_needed: &dyn Fn(&SlotView) -> bool| {
        let due = due.filter(|due| *due >= study.today)?;
        let needed = open.iter().filter(|(slot, _)| is_needed(slot));
        let done = needed.map(|(_, date)| *date).max()?;
        (done > due).then_some(MissedDue { what, due, done })
    };
    let deliverables = study.deliverables().filter(DeliverableView::is_open);
    let deliverables = deliverables.filter_map(|view| {
        let is_own = |slot: &SlotView| {
            std::ptr::eq(slot.place.week, view.week) && !slot.place.day.is_added()
        };
        missed(view.name(), study.due_date(view.what), &is_own)
    });
    let milestones = study.plan.milestones.iter().filter_map(|milestone| {
        let set = study.due_dates.milestones.get(&milestone.title).copied();
        let due = set.or(match milestone.due {
            Some(MilestoneDue::On(date)) => Some(date),
            _ => None,
        });
        let is_goal = |slot: &SlotView| {
            let mut goals = milestone.goals.iter();
            goals.any(|goal| goal.is_fulfilled_by(&slot.place))
        };
        missed(SlotName::new(&"", &milestone.title), due, &is_goal)
    });
    deliverables.chain(milestones).collect()
}
