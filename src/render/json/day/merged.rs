//! The same answers about several plans: their lists together, their tallies summed, and each plan.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use super::{Next, Progress, Rest, Status, Today, Week, WeekProgress, kind, slot};
use crate::model::PlanId;
use crate::render::json::event::in_order;
use crate::render::json::slot::Times;
use crate::render::json::timer::timers;
use crate::summary::{self, Overlap, SlotView, Study, TimerView, WeekView, merged_kind, together};

/// The keys that only an answer about several plans has.
#[derive(JsonSchema, Serialize)]
pub(super) struct Merged<'a> {
    plans: Vec<Part<'a>>,
    overlaps: Vec<Shared<'a>>,
}

/// One of the plans.
#[derive(JsonSchema, Serialize)]
struct Part<'a> {
    plan: &'a PlanId,
    title: &'a str,
    start: NaiveDate,
    started: bool,
    /// The rest it has on the date.
    rest: Option<Rest<'a>>,
    progress: Progress,
}

/// A time that slots of two plans take.
#[derive(JsonSchema, Serialize)]
struct Shared<'a> {
    date: NaiveDate,
    #[serde(flatten)]
    time: Times,
    /// The targets of the slots: those of other plans than the current one have the plan before them.
    slots: [String; 2],
    titles: [&'a str; 2],
}

impl<'a> Merged<'a> {
    fn of(plans: &[(&'a Study, summary::Today<'a>)], overlaps: &[Overlap<'a>]) -> Self {
        let part = |(study, today): &(&'a Study, summary::Today<'a>)| Part {
            plan: &study.plan.id,
            title: &study.plan.title,
            start: study.calendar.start,
            started: study.started,
            rest: Rest::of(today),
            progress: Progress::from(today),
        };
        let shared = |overlap: &Overlap<'a>| Shared {
            date: overlap.date,
            time: Times::from(Some(overlap.time)),
            slots: overlap.slots.map(|slot| slot.id()),
            titles: overlap.slots.map(|slot| slot.place.slot.title.as_str()),
        };
        Self {
            plans: plans.iter().map(part).collect(),
            overlaps: overlaps.iter().map(shared).collect(),
        }
    }
}

impl Progress {
    fn together<'t, 'a: 't>(days: impl Iterator<Item = &'t summary::Today<'a>> + Clone) -> Self {
        Self {
            week: together(days.clone().map(|today| &today.week)),
            plan: together(days.map(|today| &today.plan)),
        }
    }
}

/// `today`, `tomorrow` of several plans.
pub(crate) fn merged_today<'a>(
    plans: &[(&'a Study, summary::Today<'a>)],
    overlaps: &[Overlap<'a>],
) -> Option<Today<'a>> {
    let days = || plans.iter().map(|(_, today)| today);
    let each = plans
        .iter()
        .map(|(study, today)| super::today(study, today));
    let whole = each.reduce(|mut all, mut one| {
        all.rest = all.rest.or(one.rest);
        all.days.append(&mut one.days);
        all.overdue.append(&mut one.overdue);
        all.displaced.append(&mut one.displaced);
        all.events.append(&mut one.events);
        all.due_deliverables.append(&mut one.due_deliverables);
        all.overdue_deliverables
            .append(&mut one.overdue_deliverables);
        all.reminders.append(&mut one.reminders);
        all.orphans.append(&mut one.orphans);
        all.next = all
            .next
            .into_iter()
            .chain(one.next)
            .min_by_key(|day| day.date);
        all
    });
    let mut whole = whole?;
    in_order(&mut whole.events);
    Some(Today {
        kind: kind(merged_kind(days())),
        progress: Progress::together(days()),
        merged: Some(Merged::of(plans, overlaps)),
        ..whole
    })
}

/// `next` of several plans; `next` is the slot to turn to first, and the position of its plan.
pub(crate) fn merged_next<'a>(
    plans: &[(&'a Study, summary::Today<'a>)],
    next: Option<(usize, SlotView<'a>)>,
) -> Option<Next<'a>> {
    let first = next.map_or(0, |(index, _)| index);
    let (study, today) = plans.get(first)?;
    let slot = next.map(|(_, slot)| slot);
    let only = slot.and_then(|slot| study.day(slot.place.day_index));
    let only = only.map(|day| summary::DayView {
        slots: slot.into_iter().collect(),
        ..day
    });
    let mut whole = super::next(study, only.as_ref(), slot.as_ref(), today);
    let others = plans
        .iter()
        .enumerate()
        .filter(|(index, _)| *index != first);
    for (_, (study, today)) in others {
        let mut one = super::next(study, None, None, today);
        whole.overdue.append(&mut one.overdue);
        whole
            .overdue_deliverables
            .append(&mut one.overdue_deliverables);
        let deliverable = one.deliverable.filter(|_| slot.is_none());
        whole.deliverable = whole.deliverable.or(deliverable);
    }
    whole.progress = Progress::together(plans.iter().map(|(_, today)| today));
    whole.merged = Some(Merged::of(plans, &[]));
    Some(whole)
}

/// `status` of several plans; `now` is the first slot that is on.
pub(crate) fn merged_status<'a>(
    plans: &[(&'a Study, summary::Today<'a>)],
    now: Option<(usize, SlotView<'a>)>,
    next: Option<(usize, SlotView<'a>)>,
    running: &[TimerView<'a>],
) -> Option<Status<'a>> {
    let each = plans
        .iter()
        .map(|(study, today)| super::status(study, today, None, None, &[]));
    let mut whole = each.reduce(|mut all, mut one| {
        all.rest = all.rest.or(one.rest);
        all.overdue.append(&mut one.overdue);
        all.due_deliverables.append(&mut one.due_deliverables);
        all.overdue_deliverables
            .append(&mut one.overdue_deliverables);
        all
    })?;
    let shown = |(index, view): (usize, SlotView<'a>)| Some(slot(plans.get(index)?.0, &view));
    whole.left_minutes = now.and_then(|(_, view)| view.left);
    whole.timers = timers(running);
    whole.now = now.and_then(shown);
    whole.next = next.and_then(shown);
    whole.progress = Progress::together(plans.iter().map(|(_, today)| today));
    whole.merged = Some(Merged::of(plans, &[]));
    Some(whole)
}

/// `week` of several plans.
pub(crate) fn merged_week<'a>(
    plans: Vec<(&'a Study, WeekView<'a>, summary::Today<'a>)>,
    overlaps: &[Overlap<'a>],
) -> Option<Week<'a>> {
    let each = plans
        .iter()
        .map(|(study, week, today)| super::week(study, week, today));
    let mut whole = each.reduce(|mut all, mut one| {
        all.weeks.append(&mut one.weeks);
        all.days.append(&mut one.days);
        all.events.append(&mut one.events);
        all.deliverables.append(&mut one.deliverables);
        all.overdue.append(&mut one.overdue);
        all.overdue_deliverables
            .append(&mut one.overdue_deliverables);
        all.next = all
            .next
            .into_iter()
            .chain(one.next)
            .min_by_key(|day| day.date);
        all.progress = WeekProgress {
            week: all.progress.week + one.progress.week,
            baseline: all.progress.baseline + one.progress.baseline,
            plan: all.progress.plan + one.progress.plan,
        };
        all
    })?;
    whole.days.sort_by_key(|day| day.date);
    in_order(&mut whole.events);
    let parts = plans.into_iter().map(|(study, _, today)| (study, today));
    whole.merged = Some(Merged::of(&parts.collect::<Vec<_>>(), overlaps));
    Some(whole)
}
