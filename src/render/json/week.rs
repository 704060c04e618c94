//! `week`.

use serde::Serialize;

use super::day::{Day, Range, day, days};
use super::deliverable::{Deliverable, deliverables};
use super::slot::{Slot, slots};
use super::tally::Tally;
use crate::summary::{Study, Today, WeekView};

#[derive(Serialize)]
pub(crate) struct Week<'a> {
    range: Range,
    weeks: Vec<PlanWeek<'a>>,
    days: Vec<Day<'a>>,
    deliverables: Vec<Deliverable<'a>>,
    overdue: Vec<Slot<'a>>,
    next: Option<Day<'a>>,
    progress: Progress,
}

#[derive(Serialize)]
struct PlanWeek<'a> {
    week: Option<u32>,
    title: Option<&'a str>,
}

#[derive(Serialize)]
struct Progress {
    week: Tally,
    baseline: Tally,
    plan: Tally,
}

/// `week`.
pub(crate) fn week<'a>(study: &'a Study, week: &WeekView<'a>, today: &Today<'a>) -> Week<'a> {
    let weeks = week.weeks.iter().map(|week| PlanWeek {
        week: week.number,
        title: week.title.as_deref(),
    });
    Week {
        range: Range::from(week.dates),
        weeks: weeks.collect(),
        days: days(study, week.days.iter().filter_map(|date| date.day.as_ref())),
        deliverables: deliverables(&week.deliverables),
        overdue: slots(study, &today.overdue),
        next: today.next.as_ref().map(|view| day(study, view)),
        progress: Progress {
            week: Tally::from(&week.tally),
            baseline: Tally::from(&week.baseline),
            plan: Tally::from(&today.plan),
        },
    }
}
