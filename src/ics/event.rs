//! An event of a calendar file.

use std::collections::HashSet;

use calcard::common::PartialDateTime;
use calcard::common::timezone::Tz;
use calcard::icalendar::timezone::TzResolver;
use calcard::icalendar::{
    ICalendarComponent, ICalendarEntry, ICalendarParameterName, ICalendarPeriod, ICalendarProperty,
    ICalendarRecurrenceRule, ICalendarStatus, ICalendarTransparency, ICalendarValue,
};
use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone};

use super::Unread;

/// A point in time as a calendar file gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Moment {
    /// A date, wherever one is.
    Date(NaiveDate),
    /// A time of day, wherever one is.
    Floating(NaiveDateTime),
    /// A time of day in a time zone.
    In(NaiveDateTime, Tz),
}

/// An event, or one occurrence of it that differs from the others.
#[derive(Debug, Clone)]
pub(super) struct Event {
    /// Occurrences that differ have the same.
    pub(super) uid: String,
    pub(super) name: String,
    /// What the calendar says about a day off or at work (`X-APPLE-SPECIAL-DAY`).
    pub(super) special: Option<String>,
    /// Whether it was called off.
    pub(super) is_cancelled: bool,
    /// Whether one is free while it lasts.
    pub(super) is_free: bool,
    pub(super) start: Moment,
    pub(super) length: TimeDelta,
    pub(super) rule: Option<ICalendarRecurrenceRule>,
    /// Further occurrences, with their lengths if those differ.
    pub(super) added: Vec<(Moment, Option<TimeDelta>)>,
    /// Occurrences that are left out.
    pub(super) excluded: Vec<Moment>,
    /// The occurrence that this one replaces.
    pub(super) replaces: Option<Moment>,
    /// Whether it replaces all that follow as well.
    pub(super) replaces_rest: bool,
}

impl Moment {
    /// The same time of day without its time zone.
    pub(super) fn nominal(self) -> NaiveDateTime {
        match self {
            Self::Date(date) => date.and_time(NaiveTime::MIN),
            Self::Floating(time) | Self::In(time, _) => time,
        }
    }

    /// Another time of day in the same time zone.
    pub(super) fn with_nominal(self, time: NaiveDateTime) -> Self {
        match self {
            Self::Date(_) => Self::Date(time.date()),
            Self::Floating(_) => Self::Floating(time),
            Self::In(_, zone) => Self::In(time, zone),
        }
    }

    /// The instant, if it is one.
    pub(super) fn instant(self) -> Option<DateTime<Tz>> {
        let Self::In(time, zone) = self else {
            return None;
        };
        let first = |time| zone.from_local_datetime(&time).earliest();
        // When clocks go forward, the hour is skipped: take the one after.
        first(time).or_else(|| first(time.checked_add_signed(Duration::hours(1))?))
    }

    /// The same time of day in the time zone of `other`, if both are instants.
    pub(super) fn in_zone_of(self, other: Self) -> Option<NaiveDateTime> {
        let Self::In(_, zone) = other else {
            return None;
        };
        Some(self.instant()?.with_timezone(&zone).naive_local())
    }

    /// How long it is until `end`; nothing if that can't be said.
    fn until(self, end: Self) -> TimeDelta {
        match (self.instant(), end.instant()) {
            (Some(start), Some(end)) => end.signed_duration_since(start),
            _ => end.nominal() - self.nominal(),
        }
    }
}

/// Points in time that a file lists, to find some of them again.
#[derive(Debug, Default)]
pub(super) struct Listed {
    instants: HashSet<DateTime<Tz>>,
    times: HashSet<NaiveDateTime>,
    dates: HashSet<NaiveDate>,
}

impl FromIterator<Moment> for Listed {
    fn from_iter<I: IntoIterator<Item = Moment>>(moments: I) -> Self {
        let mut listed = Self::default();
        for moment in moments {
            match moment {
                Moment::Date(date) => listed.dates.extend([date]),
                Moment::Floating(time) => listed.times.extend([time]),
                Moment::In(..) => listed.instants.extend(moment.instant()),
            }
        }
        listed
    }
}

impl Listed {
    /// Whether it means this occurrence: the same instant or time of day, or its date.
    pub(super) fn mean(&self, start: Moment) -> bool {
        let time = start.nominal();
        let instant = start.instant();
        self.dates.contains(&time.date())
            || self.times.contains(&time)
            || instant.is_some_and(|instant| self.instants.contains(&instant))
    }
}

/// Reads the properties of a component.
struct Reader<'a> {
    component: &'a ICalendarComponent,
    zones: &'a TzResolver<&'a str>,
    unread: &'a mut Unread,
}

impl Event {
    /// The event of a component; `None` if it has no start.
    pub(super) fn of(
        component: &ICalendarComponent,
        zones: &TzResolver<&str>,
        unread: &mut Unread,
    ) -> Option<Self> {
        let mut reader = Reader {
            component,
            zones,
            unread,
        };
        let replaces = reader.moments(&ICalendarProperty::RecurrenceId).pop();
        let start = reader.moments(&ICalendarProperty::Dtstart).pop();
        let start = start.or(replaces)?;
        let start = if reader.flag("X-MICROSOFT-CDO-ALLDAYEVENT", "TRUE") {
            Moment::Date(start.nominal().date())
        } else {
            start
        };
        let name = component.property(&ICalendarProperty::Summary);
        let name = name.and_then(|entry| entry.values.first()?.as_text());
        let name = name.unwrap_or_default().trim().to_owned();
        let rule = reader.rule(&name);
        let recurrence = component.property(&ICalendarProperty::RecurrenceId);
        Some(Self {
            uid: component.uid().unwrap_or_default().to_owned(),
            special: reader.other("X-APPLE-SPECIAL-DAY").map(ToOwned::to_owned),
            is_cancelled: component.status() == Some(&ICalendarStatus::Cancelled),
            is_free: component.transparency() == Some(&ICalendarTransparency::Transparent)
                || reader.flag("X-MICROSOFT-CDO-BUSYSTATUS", "FREE"),
            length: reader.length(start),
            added: reader.added(),
            excluded: reader.moments(&ICalendarProperty::Exdate),
            replaces_rest: recurrence
                .is_some_and(|entry| entry.has_parameter(&ICalendarParameterName::Range)),
            name,
            start,
            rule,
            replaces,
        })
    }
}

impl Reader<'_> {
    /// The text of a property that the standard doesn't know.
    fn other(&self, name: &str) -> Option<&str> {
        let mut entries = self.component.entries.iter();
        let is_it = |entry: &&ICalendarEntry| matches!(&entry.name, ICalendarProperty::Other(other) if other == name);
        entries.find(is_it)?.values.first()?.as_text()
    }

    fn flag(&self, name: &str, value: &str) -> bool {
        self.other(name)
            .is_some_and(|text| text.trim().eq_ignore_ascii_case(value))
    }

    /// The points in time that a property lists.
    fn moments(&mut self, property: &ICalendarProperty) -> Vec<Moment> {
        let mut found = Vec::new();
        for entry in self.component.properties(property) {
            let times = entry.values.iter().filter_map(|value| match value {
                ICalendarValue::PartialDateTime(time) => Some(&**time),
                _ => None,
            });
            found.extend(times.filter_map(|time| self.moment(time, entry.tz_id())));
        }
        found
    }

    fn moment(&mut self, time: &PartialDateTime, zone: Option<&str>) -> Option<Moment> {
        let read = time.to_date_time()?;
        if !time.has_time() {
            return Some(Moment::Date(read.date_time.date()));
        }
        if let Some(zone) = read.tz() {
            return Some(Moment::In(read.date_time, zone));
        }
        Some(match zone {
            None => Moment::Floating(read.date_time),
            Some(name) => match self.zones.resolve(name) {
                Some(Tz::Floating) | None => {
                    if !self.unread.zones.iter().any(|known| known == name) {
                        self.unread.zones.push(name.to_owned());
                    }
                    Moment::Floating(read.date_time)
                }
                Some(zone) => Moment::In(read.date_time, zone),
            },
        })
    }

    /// How long the event is: a day if it is on a date and doesn't say, else nothing.
    fn length(&mut self, start: Moment) -> TimeDelta {
        let end = self.moments(&ICalendarProperty::Dtend).pop();
        let given = || {
            let entry = self.component.property(&ICalendarProperty::Duration)?;
            match entry.values.first()? {
                ICalendarValue::Duration(length) => length.to_time_delta(),
                _ => None,
            }
        };
        let length = end.map(|end| start.until(end)).or_else(given);
        let least = match start {
            Moment::Date(_) => TimeDelta::days(1),
            _ => TimeDelta::zero(),
        };
        length.map_or(least, |length| length.max(least))
    }

    /// Further occurrences.
    fn added(&mut self) -> Vec<(Moment, Option<TimeDelta>)> {
        let dates = self.moments(&ICalendarProperty::Rdate);
        let mut added: Vec<_> = dates.into_iter().map(|moment| (moment, None)).collect();
        for entry in self.component.properties(&ICalendarProperty::Rdate) {
            for value in &entry.values {
                let ICalendarValue::Period(period) = value else {
                    continue;
                };
                let zone = entry.tz_id();
                added.extend(match period {
                    ICalendarPeriod::Range { start, end } => {
                        let ends = self.moment(start, zone).zip(self.moment(end, zone));
                        ends.map(|(start, end)| (start, Some(start.until(end))))
                    }
                    ICalendarPeriod::Duration { start, duration } => self
                        .moment(start, zone)
                        .map(|start| (start, duration.to_time_delta())),
                });
            }
        }
        added
    }

    fn rule(&mut self, name: &str) -> Option<ICalendarRecurrenceRule> {
        let entry = self.component.property(&ICalendarProperty::Rrule)?;
        if let Some(ICalendarValue::RecurrenceRule(rule)) = entry.values.first() {
            return Some((**rule).clone());
        }
        self.unread.rules.push(name.to_owned());
        None
    }
}
