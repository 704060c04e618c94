//! Days that a calendar file marks as days off or at work.

use std::collections::BTreeMap;

use chrono::{NaiveDate, TimeDelta};

use super::event::{Event, Moment};
use super::occurrences::Occurrence;
use super::{CalendarFile, Fault, Unread};
use crate::model::Dates;

/// The longest name that is kept, in characters.
const LONGEST_NAME: usize = 100;

/// What kind of day a calendar marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DayKind {
    /// A day off.
    Rest,
    /// A day at work, often on a weekend, in return for a day off.
    Work,
}

/// A day that a calendar marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MarkedDay {
    pub(crate) kind: DayKind,
    pub(crate) name: String,
    /// Whether it is not marked as a day off, in a calendar that marks those.
    pub(crate) is_unmarked: bool,
}

/// The days that a calendar marks.
#[derive(Debug, Clone, Default)]
pub(crate) struct MarkedDays {
    pub(crate) days: BTreeMap<NaiveDate, MarkedDay>,
    pub(crate) unread: Unread,
}

impl CalendarFile {
    /// Whether it has events, and none of them marks whole days.
    pub(crate) fn has_only_times(&self) -> bool {
        let marks_days = |event: &Event| {
            matches!(event.start, Moment::Date(_)) || kind(event) == Some(DayKind::Work)
        };
        !self.events.is_empty() && !self.events.iter().any(marks_days)
    }

    /// The days among `dates` that are marked by events on whole days, or by events that are called
    /// days at work.
    ///
    /// # Errors
    /// `TooManyOccurrences`.
    pub(crate) fn marked_days(&self, dates: Dates) -> Result<MarkedDays, Fault> {
        let mut unread = self.unread.clone();
        let mut found = self.occurrences(dates, &mut unread.rules)?;
        found.sort_by_key(|one| one.start.nominal());
        let marks_days = self.events.iter().any(|event| event.special.is_some());
        let mut days: BTreeMap<NaiveDate, MarkedDay> = BTreeMap::new();
        for one in &found {
            let Some(kind) = kind(one.event) else {
                continue;
            };
            let is_plain = kind == DayKind::Rest && one.event.special.is_none();
            let day = MarkedDay {
                kind,
                name: name(one.event),
                is_unmarked: marks_days && is_plain,
            };
            for date in one.dates(kind, dates) {
                let known = days.get(&date);
                if known.is_none_or(|known| known.weight() < day.weight()) {
                    days.insert(date, day.clone());
                }
            }
        }
        Ok(MarkedDays { days, unread })
    }
}

impl MarkedDay {
    /// Of several events on a day the weightiest decides, else the first.
    fn weight(&self) -> u8 {
        match (self.kind, self.is_unmarked) {
            (DayKind::Work, _) => 2,
            (DayKind::Rest, false) => 1,
            (DayKind::Rest, true) => 0,
        }
    }
}

impl Occurrence<'_> {
    /// Its dates `within` others; one with times of day is on the first of them, and it is none of
    /// rest.
    fn dates(self, kind: DayKind, within: Dates) -> impl Iterator<Item = NaiveDate> {
        let first = self.start.nominal().date();
        let is_whole = matches!(self.start, Moment::Date(_));
        let days = match (is_whole, kind) {
            (true, _) => (self.length - TimeDelta::nanoseconds(1)).num_days(),
            (false, DayKind::Work) => 0,
            (false, DayKind::Rest) => -1,
        };
        let last = first.checked_add_signed(TimeDelta::days(days));
        Dates {
            first: first.max(within.first),
            last: last.unwrap_or(first).min(within.last),
        }
        .all()
    }
}

/// What an event says about its days; `None` if that is something else.
fn kind(event: &Event) -> Option<DayKind> {
    match event.special.as_deref() {
        Some("ALTERNATE-WORKDAY") => Some(DayKind::Work),
        Some("WORK-HOLIDAY") => Some(DayKind::Rest),
        Some(_) => None,
        None if is_work(&event.name) => Some(DayKind::Work),
        None => Some(DayKind::Rest),
    }
}

/// Whether a name is one of a day at work, as in 国庆节（班）, 元旦补班 or 春节调休上班.
fn is_work(name: &str) -> bool {
    let name = name.trim_end_matches([')', '）', ']', '】', ' ']);
    let is_said = ["上班", "补班"].iter().any(|word| name.contains(word));
    (is_said || name.ends_with('班')) && !name.contains('不')
}

/// Its name, on one line and not longer than is useful.
fn name(event: &Event) -> String {
    let words: Vec<&str> = event.name.split_whitespace().collect();
    words.join(" ").chars().take(LONGEST_NAME).collect()
}
