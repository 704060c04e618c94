//! How a plan is followed: hours, streaks, notes, what comes, and what it has come to.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::closing::{Closing, closing};
use super::events::{EventView, EventsAhead, events_ahead_where};
use super::remarks::{Remark, remarks};
use super::streak::{Streak, streak};
use super::work_map::{WorkMap, work_map};
use super::{DeliverableView, SlotView, Study, milestones};
use crate::model::{Dates, Milestone, Minutes, SlotId};

/// How a plan is followed, as a report on some dates says it.
#[derive(Debug, Clone)]
pub(crate) struct Followed<'a> {
    /// The minutes of each day of the weeks of these dates, and of the weeks before if they are few.
    pub(crate) map: WorkMap,
    /// What was noted on these dates, and why slots were skipped.
    pub(crate) remarks: Vec<Remark<'a>>,
    /// How regularly the plan is studied; of all of it until today.
    pub(crate) streak: Streak,
    /// Whether today is one of these dates. What follows is known only then.
    pub(crate) is_now: bool,
    /// The next events besides those on these dates.
    pub(crate) ahead: EventsAhead,
    /// The next milestone with a due date that is not reached, and how many days are left.
    pub(crate) milestone: Option<(&'a str, i64)>,
    /// What the plan has come to, if it is over.
    pub(crate) closing: Option<Closing>,
}

/// How a study is followed whose `slots` and `deliverables` are these; `events` are those on the dates.
pub(super) fn followed<'a>(
    study: &'a Study,
    (slots, deliverables): (&[SlotView<'a>], &[DeliverableView<'a>]),
    (dates, is_now): (Dates, bool),
    (worked, events): (&BTreeMap<NaiveDate, Minutes>, &[EventView]),
) -> Followed<'a> {
    Followed {
        map: work_map(study, worked, dates),
        remarks: remarks((slots, deliverables), dates),
        streak: streak(study, slots),
        is_now,
        ahead: events_besides(study, is_now, events),
        milestone: next_milestone(study).filter(|_| is_now),
        closing: closing(study, (slots, deliverables), worked).filter(|_| is_now),
    }
}

/// The next events, without those `known`; none if it is not about `now`.
fn events_besides(study: &Study, now: bool, known: &[EventView]) -> EventsAhead {
    let is_known = |id: &SlotId| known.iter().any(|one| one.event.id == *id);
    if now {
        events_ahead_where(study, study.today, |event| !is_known(&event.id))
    } else {
        EventsAhead::default()
    }
}

/// The next milestone that is due and not reached, and how many days are left.
fn next_milestone(study: &Study) -> Option<(&str, i64)> {
    let ahead = |milestone: &Milestone| study.due(milestone).is_some_and(|due| due >= study.today);
    if !study.plan.milestones.iter().any(ahead) {
        return None;
    }
    let open = milestones(study).into_iter();
    let open = open.filter(|view| view.reached_on.is_none());
    let due = open.filter_map(|view| Some((view.due?, view.milestone.title.as_str())));
    let next = due
        .filter(|(due, _)| *due >= study.today)
        .min_by_key(|(due, _)| *due);
    next.map(|(due, title)| (title, (due - study.today).num_days()))
}
