//! When the events of a calendar file take place.

use std::collections::HashMap;

use calcard::common::PartialDateTime;
use calcard::common::timezone::Tz;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarProperty,
    ICalendarRecurrenceRule, ICalendarValue,
};
use chrono::{Datelike, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

use super::event::{Event, Listed, Moment};
use super::{CalendarFile, Fault, MOST_OCCURRENCES};
use crate::model::Dates;

/// An event at one of its times.
#[derive(Debug, Clone, Copy)]
pub(super) struct Occurrence<'c> {
    pub(super) event: &'c Event,
    pub(super) start: Moment,
    pub(super) length: TimeDelta,
}

/// What a rule that gives no time counts for: it is searched to the end of the calendar.
const FRUITLESS: usize = 20_000;

/// How far a time zone is from another, at most.
const ZONES: TimeDelta = TimeDelta::days(2);

impl CalendarFile {
    /// What takes place on `dates`, and possibly some of what is shortly before or after, without
    /// what was called off. Names of events with a rule that makes no sense are added to
    /// `bad_rules`.
    pub(super) fn occurrences(
        &self,
        dates: Dates,
        bad_rules: &mut Vec<String>,
    ) -> Result<Vec<Occurrence<'_>>, Fault> {
        let span = Span {
            begin: dates.first.and_time(NaiveTime::MIN) - ZONES,
            end: dates.last.and_time(NaiveTime::MIN) + ZONES,
        };
        let mut changes: HashMap<&str, Vec<&Event>> = HashMap::new();
        for event in self.events.iter().filter(|event| event.replaces.is_some()) {
            changes.entry(&event.uid).or_default().push(event);
        }
        let mut left = MOST_OCCURRENCES;
        let mut found = Vec::new();
        for event in self.events.iter().filter(|event| event.replaces.is_none()) {
            let changes = changes.remove(&*event.uid).unwrap_or_default();
            let starts = starts(event, span, &mut left, bad_rules)?;
            found.extend(with_changes(event, &starts, &changes));
        }
        // Changes to what the file doesn't have.
        found.extend(changes.into_values().flatten().map(Occurrence::of));
        found.retain(|one: &Occurrence| {
            !one.event.is_cancelled && span.touches(one.start, one.length)
        });
        Ok(found)
    }
}

/// The times of day, in any time zone, between which occurrences are looked for.
#[derive(Debug, Clone, Copy)]
struct Span {
    begin: NaiveDateTime,
    end: NaiveDateTime,
}

impl Span {
    fn touches(self, start: Moment, length: TimeDelta) -> bool {
        let start = start.nominal();
        let last = start.checked_add_signed(length).unwrap_or(start);
        start <= self.end && last >= self.begin
    }
}

impl<'c> Occurrence<'c> {
    fn of(event: &'c Event) -> Self {
        let (start, length) = (event.start, event.length);
        Self {
            event,
            start,
            length,
        }
    }
}

/// When an event begins, and for how long: with its further occurrences, without those that are
/// left out.
fn starts(
    event: &Event,
    span: Span,
    left: &mut usize,
    bad_rules: &mut Vec<String>,
) -> Result<Vec<(Moment, TimeDelta)>, Fault> {
    let mut starts = vec![event.start];
    if let Some(rule) = &event.rule {
        match repeated(event, rule, span.end, left)? {
            Some(times) => {
                let times = times.into_iter().map(|time| event.start.with_nominal(time));
                // The start counts even where it doesn't follow the rule.
                starts.extend(times.filter(|time| *time != event.start));
            }
            None => bad_rules.push(event.name.clone()),
        }
    }
    let starts = starts.into_iter().map(|start| (start, None));
    let all = starts.chain(event.added.iter().copied());
    let all = all.map(|(start, length)| (start, length.unwrap_or(event.length)));
    let all = all.filter(|(start, length)| span.touches(*start, *length));
    let left_out: Listed = event.excluded.iter().copied().collect();
    Ok(all.filter(|(start, _)| !left_out.mean(*start)).collect())
}

/// The times that a rule gives, up to `end`; `None` if it makes no sense. They are taken off the
/// number that is `left`.
fn repeated(
    event: &Event,
    rule: &ICalendarRecurrenceRule,
    end: NaiveDateTime,
    left: &mut usize,
) -> Result<Option<Vec<NaiveDateTime>>, Fault> {
    let start = event.start.nominal();
    let until = match &rule.until {
        Some(until) => until_of(event, until),
        None => Some(end),
    };
    let Some(until) = until.map(|until| until.min(end)) else {
        return Ok(None);
    };
    if until < start {
        return Ok(Some(Vec::new()));
    }
    let rule = ICalendarRecurrenceRule {
        until: Some(partial(until)),
        ..rule.clone()
    };
    let entry = |name, value| ICalendarEntry {
        name,
        params: Vec::new(),
        values: vec![value],
    };
    let start = ICalendarValue::PartialDateTime(Box::new(partial(start)));
    let rule = ICalendarValue::RecurrenceRule(Box::new(rule));
    // As times without a zone: in a zone, `calcard` would compare them with the end in UTC.
    let component = ICalendarComponent {
        component_type: ICalendarComponentType::VEvent,
        entries: vec![
            entry(ICalendarProperty::Dtstart, start),
            entry(ICalendarProperty::Rrule, rule),
        ],
        component_ids: Vec::new(),
    };
    let calendar = ICalendar {
        components: vec![component],
    };
    let expanded = calendar.expand_dates(Tz::Floating, *left);
    if !expanded.errors.is_empty() {
        return Ok(None);
    }
    let cost = match expanded.events.len() {
        0 => FRUITLESS,
        found => found,
    };
    let rest = left.checked_sub(cost).filter(|left| *left > 0);
    *left = rest.ok_or(Fault::TooManyOccurrences)?;
    let times = expanded.events.iter().map(|one| one.start.naive_local());
    Ok(Some(times.collect()))
}

/// When a rule ends, in the time zone of its event.
fn until_of(event: &Event, until: &PartialDateTime) -> Option<NaiveDateTime> {
    let read = until.to_date_time()?;
    if !until.has_time() {
        return read.date_time.date().and_hms_opt(23, 59, 59);
    }
    let Some(zone) = read.tz() else {
        return Some(read.date_time);
    };
    let moment = Moment::In(read.date_time, zone);
    Some(moment.in_zone_of(event.start).unwrap_or(read.date_time))
}

/// A time without a zone.
fn partial(time: NaiveDateTime) -> PartialDateTime {
    let small = |number: u32| u8::try_from(number).ok();
    PartialDateTime {
        year: u16::try_from(time.year()).ok(),
        month: small(time.month()),
        day: small(time.day()),
        hour: small(time.hour()),
        minute: small(time.minute()),
        second: small(time.second()),
        ..PartialDateTime::default()
    }
}

/// The occurrences of an event, where `changes` replace some of them.
fn with_changes<'c>(
    event: &'c Event,
    starts: &[(Moment, TimeDelta)],
    changes: &[&'c Event],
) -> Vec<Occurrence<'c>> {
    let replaced: Listed = changes
        .iter()
        .filter_map(|change| change.replaces)
        .collect();
    let rest = changes.iter().filter(|change| change.replaces_rest);
    let mut rest: Vec<(NaiveDateTime, &Event)> = rest
        .filter_map(|change| Some((change.replaces?.nominal(), *change)))
        .collect();
    rest.sort_by_key(|(from, _)| *from);
    let kept = starts.iter().filter(|(start, _)| !replaced.mean(*start));
    let mut found: Vec<Occurrence> = changes.iter().copied().map(Occurrence::of).collect();
    found.extend(kept.map(|(start, length)| {
        let at = start.nominal();
        match rest.iter().rfind(|(from, _)| *from <= at) {
            Some((from, change)) => Occurrence {
                event: change,
                start: change
                    .start
                    .with_nominal(change.start.nominal() + (at - *from)),
                length: change.length,
            },
            None => Occurrence {
                event,
                start: *start,
                length: *length,
            },
        }
    }));
    found
}
