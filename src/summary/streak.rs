//! Study days in a row.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, TimeDelta};

use super::task::expected;
use super::{SlotView, Status, Study};
use crate::calendar::study_date;
use crate::model::Dates;
use crate::progress::{Mark, Span};

/// Study days that were kept, in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) days: u32,
    /// From the first of them to the last.
    pub(crate) dates: Dates,
}

/// How regularly a plan has been studied so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Streak {
    /// The run that goes on; today belongs to it once something is done.
    pub(crate) current: Option<Run>,
    /// The longest run, the latest of several.
    pub(crate) longest: Option<Run>,
    /// Study days so far.
    pub(crate) days: u32,
    /// Those of them on which something was done, or before which all of it was.
    pub(crate) kept: u32,
}

/// The streak of a study with these slots.
///
/// A study day has slots by the plan's own dates, or by those that they were moved to in time, as in
/// the forecast. Rest that was declared, days that the plan leaves free, those with nothing but added
/// slots, and those of which everything was skipped are none: whatever is done on them, they neither
/// break nor extend a run. What goes over several dates is one study day, which is kept by work on any
/// of them; so is a day of which everything was done before.
pub(super) fn streak(study: &Study, slots: &[SlotView]) -> Streak {
    let active = active_days(study);
    let mut found = Streak::default();
    for (dates, is_done) in study_days(study, slots) {
        let last = dates.last.min(study.today);
        if is_done || active.range(dates.first..=last).next().is_some() {
            found.kept += 1;
            let before = found.current.unwrap_or(Run { days: 0, dates });
            let run = Run {
                days: before.days + 1,
                dates: before.dates.hull(dates),
            };
            found.current = Some(run);
            if found.longest.is_none_or(|longest| longest.days <= run.days) {
                found.longest = found.current;
            }
        } else if dates.last < study.today {
            found.current = None;
        } else {
            // Something may still be done.
            continue;
        }
        found.days += 1;
    }
    found
}

/// The dates of the study days so far, in order, and whether all of their slots were done by then.
fn study_days(study: &Study, slots: &[SlotView]) -> impl Iterator<Item = (Dates, bool)> {
    let mut days: BTreeMap<NaiveDate, (NaiveDate, bool)> = BTreeMap::new();
    let own = slots.iter().filter(|slot| !slot.place.day.is_added());
    for slot in own.filter(|slot| slot.status != Status::Skipped) {
        // What rest displaced has the date that it was moved to.
        let dates = if study.rests.cover(slot.baseline) {
            slot.dates
        } else {
            expected(slot)
        };
        if dates.first <= study.today && !study.rests.cover(dates) {
            let (first, is_done) = days.entry(dates.last).or_insert((dates.first, true));
            *first = dates.first.min(*first);
            *is_done &= slot.done_on().is_some_and(|day| day <= dates.last);
        }
    }
    let days = days.into_iter();
    days.map(|(last, (first, is_done))| (Dates { first, last }, is_done))
}

/// The study dates on which something was done, or a timer ran for at least a minute.
fn active_days(study: &Study) -> BTreeSet<NaiveDate> {
    let mut days = BTreeSet::new();
    for mark in study.reconciled.marks.values() {
        days.extend(mark.done_on());
        days.extend(mark.recorded().map(|one| one.made.day));
        days.extend(timed_days(study, mark));
    }
    days
}

fn timed_days(study: &Study, mark: &Mark) -> impl Iterator<Item = NaiveDate> {
    let is_long = |(from, until): &Span| *until - *from >= TimeDelta::minutes(1);
    let spans = mark.spans(|_| true).into_iter().filter(is_long);
    spans.map(|(from, _)| study_date(from.naive_local(), study.day_starts))
}
