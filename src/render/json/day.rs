//! A day entry of the plan, or a date, with its slots.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::slot::{DayNumbers, Slot, slots, weekday};
use crate::calendar::Dates;
use crate::model::Origin;
use crate::summary::{DayView, Study};

#[derive(Serialize)]
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
    moved_away: Vec<Slot<'a>>,
}

/// A first and a last date, both included.
#[derive(Serialize)]
pub(super) struct Range {
    from: NaiveDate,
    to: NaiveDate,
}

pub(super) fn days<'a: 'v, 'v>(
    study: &'a Study,
    views: impl IntoIterator<Item = &'v DayView<'a>>,
) -> Vec<Day<'a>> {
    let views = views.into_iter();
    views.map(|view| day(study, view)).collect()
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

impl From<Dates> for Range {
    fn from(dates: Dates) -> Self {
        Self {
            from: dates.first,
            to: dates.last,
        }
    }
}
