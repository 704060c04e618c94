//! Days with their slots: `today`, `tomorrow`, `next`, `status` and `week`.

mod merged;

use chrono::{Datelike, NaiveDate};
use schemars::JsonSchema;
use serde::Serialize;

use self::merged::Merged;
pub(crate) use self::merged::{merged_next, merged_status, merged_today, merged_week};
use super::event::{Event, events};

use super::deliverable::{Deliverable, OpenDeliverable, deliverables, open_deliverables};
use super::record::{Orphan, orphans};
use super::slot::{DayNumbers, Slot, slot, slots, weekday};
use super::tally::Tally;
use super::timer::{Timer, timers};
use crate::model::{Dates, Minutes, Origin, Reminder};
use crate::summary::{self, DayKind, DayView, SlotView, Study, TimerView, WeekView};

/// A day entry of the plan, or a date.
#[derive(JsonSchema, Serialize)]
pub(crate) struct Day<'a> {
    #[serde(flatten)]
    numbers: DayNumbers,
    date: NaiveDate,
    last_date: NaiveDate,
    weekday: String,
    title: Option<&'a str>,
    week: Option<u32>,
    week_title: Option<&'a str>,
    phase: Option<&'a str>,
    origin: Option<Origin>,
    slots: Vec<Slot<'a>>,
    /// Slots that the plan has on this day, and that were moved.
    moved_away: Vec<Slot<'a>>,
}

/// A first and a last date, both included.
#[derive(JsonSchema, Serialize)]
pub(super) struct Range {
    from: NaiveDate,
    to: NaiveDate,
}

/// Progress in the calendar week and in the whole plan.
#[derive(JsonSchema, Serialize)]
struct Progress {
    #[serde(with = "Tally")]
    week: summary::Tally,
    #[serde(with = "Tally")]
    plan: summary::Tally,
}

#[derive(JsonSchema, Serialize)]
pub(crate) struct Today<'a> {
    date: NaiveDate,
    /// `study`, `before` the start, `free`, `buffer`, `rest` or `after` the end.
    kind: &'static str,
    /// Set on a day of rest.
    rest: Option<Rest<'a>>,
    days: Vec<Day<'a>>,
    overdue: Vec<Slot<'a>>,
    /// Open slots on days of rest.
    displaced: Vec<Slot<'a>>,
    events: Vec<Event<'a>>,
    due_deliverables: Vec<OpenDeliverable<'a>>,
    overdue_deliverables: Vec<OpenDeliverable<'a>>,
    /// Only on the first study day of a calendar week.
    reminders: Vec<Reminder>,
    /// The next day with slots.
    next: Option<Day<'a>>,
    progress: Progress,
    /// Marks that don't fit the plan any more.
    orphans: Vec<Orphan<'a>>,
    #[serde(flatten)]
    merged: Option<Merged<'a>>,
}

#[derive(JsonSchema, Serialize)]
struct Rest<'a> {
    why: Option<&'a str>,
}

/// The slot to turn to next, in its day.
#[derive(JsonSchema, Serialize)]
pub(crate) struct Next<'a> {
    days: Vec<Day<'a>>,
    overdue: Vec<Slot<'a>>,
    overdue_deliverables: Vec<OpenDeliverable<'a>>,
    next: Option<Slot<'a>>,
    /// What is to be handed in next, if no slot is left.
    deliverable: Option<OpenDeliverable<'a>>,
    progress: Progress,
    #[serde(flatten)]
    merged: Option<Merged<'a>>,
}

#[derive(JsonSchema, Serialize)]
pub(crate) struct Status<'a> {
    rest: Option<Rest<'a>>,
    /// The slot that is on.
    now: Option<Slot<'a>>,
    /// How long it goes on.
    left_minutes: Option<Minutes>,
    timers: Vec<Timer<'a>>,
    next: Option<Slot<'a>>,
    overdue: Vec<Slot<'a>>,
    due_deliverables: Vec<OpenDeliverable<'a>>,
    overdue_deliverables: Vec<OpenDeliverable<'a>>,
    progress: Progress,
    #[serde(flatten)]
    merged: Option<Merged<'a>>,
}

#[derive(JsonSchema, Serialize)]
pub(crate) struct Week<'a> {
    range: Range,
    weeks: Vec<PlanWeek<'a>>,
    days: Vec<Day<'a>>,
    events: Vec<Event<'a>>,
    deliverables: Vec<Deliverable<'a>>,
    overdue: Vec<Slot<'a>>,
    overdue_deliverables: Vec<OpenDeliverable<'a>>,
    next: Option<Day<'a>>,
    progress: WeekProgress,
    #[serde(flatten)]
    merged: Option<Merged<'a>>,
}

#[derive(JsonSchema, Serialize)]
struct PlanWeek<'a> {
    week: Option<u32>,
    title: Option<&'a str>,
}

#[derive(JsonSchema, Serialize)]
struct WeekProgress {
    #[serde(with = "Tally")]
    week: summary::Tally,
    #[serde(with = "Tally")]
    baseline: summary::Tally,
    #[serde(with = "Tally")]
    plan: summary::Tally,
}

pub(super) fn days<'a: 'v, 'v>(
    study: &'a Study,
    views: impl IntoIterator<Item = &'v DayView<'a>>,
) -> Vec<Day<'a>> {
    views.into_iter().map(|view| day(study, view)).collect()
}

pub(super) fn day<'a>(study: &'a Study, view: &DayView<'a>) -> Day<'a> {
    let entry = view.entry;
    Day {
        numbers: DayNumbers::from(entry.map(|entry| entry.day)),
        date: view.dates.first,
        last_date: view.dates.last,
        weekday: weekday(view.dates.first.weekday()),
        title: entry.and_then(|entry| entry.day.title.as_deref()),
        week: entry.and_then(|entry| entry.week.number),
        week_title: entry.and_then(|entry| entry.week.title.as_deref()),
        phase: entry.and_then(|entry| entry.phase.title.as_deref()),
        origin: entry.and_then(|entry| entry.day.origin),
        slots: slots(study, &view.slots),
        moved_away: slots(study, &view.away),
    }
}

/// `today`, `tomorrow`.
pub(crate) fn today<'a>(study: &'a Study, today: &summary::Today<'a>) -> Today<'a> {
    Today {
        date: today.date,
        kind: kind(today.kind),
        rest: Rest::of(today),
        days: days(study, &today.day),
        overdue: slots(study, &today.overdue),
        events: events(study, &today.events.shown),
        due_deliverables: open_deliverables(study, &today.deliverables.due),
        overdue_deliverables: open_deliverables(study, &today.deliverables.overdue),
        reminders: today.reminders.clone(),
        displaced: slots(study, &today.displaced),
        next: today.next.as_ref().map(|view| day(study, view)),
        progress: Progress::from(today),
        orphans: orphans(study),
        merged: None,
    }
}

fn kind(kind: DayKind) -> &'static str {
    match kind {
        DayKind::Study => "study",
        DayKind::Before => "before",
        DayKind::Free => "free",
        DayKind::Buffer => "buffer",
        DayKind::Rest => "rest",
        DayKind::After => "after",
    }
}

/// `next`.
pub(crate) fn next<'a>(
    study: &'a Study,
    only: Option<&DayView<'a>>,
    next: Option<&SlotView<'a>>,
    today: &summary::Today<'a>,
) -> Next<'a> {
    let open = &today.deliverables;
    let deliverable = open.overdue.first().or(open.next.as_ref());
    let deliverable = deliverable.filter(|_| next.is_none());
    Next {
        days: days(study, only),
        overdue: slots(study, &today.overdue),
        overdue_deliverables: open_deliverables(study, &today.deliverables.overdue),
        next: next.map(|view| slot(study, view)),
        deliverable: deliverable.map(|what| OpenDeliverable::of(study, what)),
        progress: Progress::from(today),
        merged: None,
    }
}

/// `status`.
pub(crate) fn status<'a>(
    study: &'a Study,
    today: &summary::Today<'a>,
    now: Option<&SlotView<'a>>,
    next: Option<&SlotView<'a>>,
    running: &[TimerView<'a>],
) -> Status<'a> {
    Status {
        rest: Rest::of(today),
        now: now.map(|view| slot(study, view)),
        left_minutes: now.and_then(|view| view.left),
        timers: timers(running),
        next: next.map(|view| slot(study, view)),
        overdue: slots(study, &today.overdue),
        due_deliverables: open_deliverables(study, &today.deliverables.due),
        overdue_deliverables: open_deliverables(study, &today.deliverables.overdue),
        progress: Progress::from(today),
        merged: None,
    }
}

/// `week`.
pub(crate) fn week<'a>(
    study: &'a Study,
    week: &WeekView<'a>,
    today: &summary::Today<'a>,
) -> Week<'a> {
    let weeks = week.weeks.iter().map(|week| PlanWeek {
        week: week.number,
        title: week.title.as_deref(),
    });
    Week {
        range: Range::from(week.dates),
        weeks: weeks.collect(),
        days: days(study, week.days.iter().filter_map(|date| date.day.as_ref())),
        events: (week.days.iter())
            .flat_map(|day| events(study, &day.events))
            .collect(),
        deliverables: deliverables(&week.deliverables),
        overdue: slots(study, &today.overdue),
        overdue_deliverables: open_deliverables(study, &today.deliverables.overdue),
        next: today.next.as_ref().map(|view| day(study, view)),
        progress: WeekProgress {
            week: week.tally,
            baseline: week.baseline,
            plan: today.plan,
        },
        merged: None,
    }
}

impl<'a> Rest<'a> {
    fn of(today: &summary::Today<'a>) -> Option<Self> {
        let why = today.rest?.why.as_deref();
        Some(Self { why })
    }
}

impl From<Dates> for Range {
    fn from(dates: Dates) -> Self {
        Self {
            from: dates.first,
            to: dates.last,
        }
    }
}

impl From<&summary::Today<'_>> for Progress {
    fn from(today: &summary::Today) -> Self {
        Self {
            week: today.week,
            plan: today.plan,
        }
    }
}
