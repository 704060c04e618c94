//! `today`, `tomorrow`, `next` and `status`.

use chrono::NaiveDate;
use serde::Serialize;

use super::day::{Day, day, days};
use super::orphan::{Orphan, orphans};
use super::slot::{Slot, slot, slots};
use super::tally::Progress;
use crate::model::Minutes;
use crate::summary::{self, DayKind, DayView, SlotView, Study};

#[derive(Serialize)]
pub(crate) struct Today<'a> {
    date: NaiveDate,
    kind: &'static str,
    rest: Option<Rest<'a>>,
    days: Vec<Day<'a>>,
    overdue: Vec<Slot<'a>>,
    displaced: Vec<Slot<'a>>,
    next: Option<Day<'a>>,
    progress: Progress,
    orphans: Vec<Orphan<'a>>,
}

#[derive(Serialize)]
struct Rest<'a> {
    why: Option<&'a str>,
}

/// The slot to turn to next, in its day.
#[derive(Serialize)]
pub(crate) struct Next<'a> {
    days: Vec<Day<'a>>,
    overdue: Vec<Slot<'a>>,
    next: Option<Slot<'a>>,
    progress: Progress,
}

#[derive(Serialize)]
pub(crate) struct Status<'a> {
    now: Option<Slot<'a>>,
    left_minutes: Option<Minutes>,
    next: Option<Slot<'a>>,
    overdue: Vec<Slot<'a>>,
    progress: Progress,
}

/// `today`, `tomorrow`.
pub(crate) fn today<'a>(study: &'a Study, today: &summary::Today<'a>) -> Today<'a> {
    Today {
        date: today.date,
        kind: kind(today.kind),
        rest: today.rest.map(|rest| Rest {
            why: rest.why.as_deref(),
        }),
        days: days(study, &today.day),
        overdue: slots(study, &today.overdue),
        displaced: slots(study, &today.displaced),
        next: today.next.as_ref().map(|view| day(study, view)),
        progress: Progress::from(today),
        orphans: orphans(&study.reconciled.orphans),
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
    Next {
        days: days(study, only),
        overdue: slots(study, &today.overdue),
        next: next.map(|view| slot(study, view)),
        progress: Progress::from(today),
    }
}

/// `status`.
pub(crate) fn status<'a>(
    study: &'a Study,
    today: &summary::Today<'a>,
    now: Option<&SlotView<'a>>,
    next: Option<&SlotView<'a>>,
) -> Status<'a> {
    Status {
        now: now.map(|view| slot(study, view)),
        left_minutes: now.and_then(|view| view.left),
        next: next.map(|view| slot(study, view)),
        overdue: slots(study, &today.overdue),
        progress: Progress::from(today),
    }
}
