//! A calendar week, Monday to Sunday.

use chrono::NaiveDate;

use super::{DayView, DeliverableView, Study, Tally};
use crate::calendar::{Dates, add, monday};
use crate::model::Week;

/// One date of a week.
#[derive(Debug, Clone)]
pub struct WeekDay<'a> {
    /// The date.
    pub date: NaiveDate,
    /// The day entry that covers it. An entry of several dates stands at the first of them
    /// that lies in the week; the others have `None` and `continued`.
    pub day: Option<DayView<'a>>,
    /// Whether the entry of an earlier date covers this one too.
    pub continued: bool,
    /// Whether the plan sets it aside for catching up.
    pub buffer: bool,
}

/// A calendar week.
#[derive(Debug, Clone)]
pub struct WeekView<'a> {
    /// Its Monday and Sunday.
    pub dates: Dates,
    /// Its seven dates.
    pub days: Vec<WeekDay<'a>>,
    /// The weeks of the plan that have days in it.
    pub weeks: Vec<&'a Week>,
    /// The slots planned for it.
    pub tally: Tally,
    /// What is to be handed in at the end of a week of the plan that ends in it.
    pub deliverables: Vec<DeliverableView<'a>>,
}

/// The calendar week of `date`.
#[must_use]
pub fn week(study: &Study, date: NaiveDate) -> WeekView<'_> {
    let first = monday(date);
    let dates = Dates {
        first,
        last: add(first, 6),
    };
    let mut days: Vec<WeekDay> = Vec::with_capacity(7);
    for date in (0..7).map(|n| add(first, n)) {
        let index = study.calendar.on(date).next();
        let shown = days
            .iter()
            .filter_map(|d| d.day.as_ref())
            .map(|d| d.index)
            .next_back();
        let continued = index.is_some() && index == shown;
        let day = index
            .filter(|_| !continued)
            .and_then(|index| study.day(index));
        let buffers = &study.calendar.buffers;
        let buffer = buffers.iter().any(|buffer| buffer.dates.contains(date));
        days.push(WeekDay {
            date,
            day,
            continued,
            buffer,
        });
    }
    let entries = || days.iter().filter_map(|day| day.day.as_ref());
    let mut weeks: Vec<&Week> = entries().map(|day| day.week).collect();
    weeks.dedup_by(|a, b| std::ptr::eq(*a, *b));
    weeks.retain(|week| week.number.is_some());
    let slots = entries().flat_map(|day| &day.slots);
    let tally = slots
        .filter(|slot| dates.contains(slot.dates.first))
        .collect();
    WeekView {
        dates,
        days,
        weeks,
        tally,
        deliverables: study
            .deliverables()
            .filter(|view| dates.contains(view.dates.last))
            .collect(),
    }
}
