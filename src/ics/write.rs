//! Writing calendars that others read.

use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarParameter,
    ICalendarParameterName, ICalendarParameterValue, ICalendarProperty, ICalendarValue,
    ICalendarValueType,
};
use chrono::{Days, NaiveDateTime};

use crate::escape;
use crate::model::{Dates, Minutes};

/// What wrote a calendar; files with another are never replaced or deleted.
pub(crate) const PRODUCT: &str = "-//plan//study plan//EN";

/// A calendar to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WrittenCalendar {
    pub(crate) name: String,
    /// The learner's time zone, such as `Asia/Shanghai`, if it is known.
    pub(crate) zone: Option<String>,
    pub(crate) events: Vec<WrittenEvent>,
}

/// An event to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WrittenEvent {
    /// The same in every export.
    pub(crate) uid: String,
    pub(crate) summary: String,
    pub(crate) description: String,
    pub(crate) url: Option<String>,
    pub(crate) when: When,
    /// How often it was changed.
    pub(crate) sequence: u32,
    /// When it was last changed, in UTC.
    pub(crate) changed: NaiveDateTime,
    /// Whether it does not take place.
    pub(crate) is_cancelled: bool,
    /// How long before its start to remind of it.
    pub(crate) alarm: Option<Minutes>,
}

/// When an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    /// On whole days, wherever one is.
    Days(Dates),
    /// From a start to an end, in UTC. Google takes times without a zone for UTC, and Outlook
    /// refuses them.
    Times(NaiveDateTime, NaiveDateTime),
}

/// The text of a calendar.
pub(crate) fn write(calendar: &WrittenCalendar) -> String {
    let mut head = vec![
        text(ICalendarProperty::Method, "PUBLISH"),
        text(other("X-WR-CALNAME"), &calendar.name),
    ];
    let zone = calendar.zone.as_ref();
    head.extend(zone.map(|zone| text(other("X-WR-TIMEZONE"), zone)));
    file(head, &calendar.events)
}

/// The text of a file with one event, as in a folder of events (vdir).
pub(crate) fn write_one(event: &WrittenEvent) -> String {
    file(Vec::new(), std::slice::from_ref(event))
}

fn file(head: Vec<ICalendarEntry>, events: &[WrittenEvent]) -> String {
    let mut entries = vec![
        text(ICalendarProperty::Version, "2.0"),
        text(ICalendarProperty::Prodid, PRODUCT),
        text(ICalendarProperty::Calscale, "GREGORIAN"),
    ];
    entries.extend(head);
    let mut calendar = ICalendar::default();
    let kind = ICalendarComponentType::VCalendar;
    let root = add(&mut calendar, kind, entries);
    for event in events {
        let kind = ICalendarComponentType::VEvent;
        let of_event = add(&mut calendar, kind, properties(event));
        if let Some(before) = event.alarm {
            let kind = ICalendarComponentType::VAlarm;
            let alarm = add(&mut calendar, kind, alarm(event, before));
            calendar.components[of_event as usize]
                .component_ids
                .push(alarm);
        }
        calendar.components[root as usize]
            .component_ids
            .push(of_event);
    }
    calendar.to_string()
}

/// Adds a component, and gives its number.
fn add(
    calendar: &mut ICalendar,
    component_type: ICalendarComponentType,
    entries: Vec<ICalendarEntry>,
) -> u32 {
    let number = u32::try_from(calendar.components.len()).unwrap_or(u32::MAX);
    calendar.components.push(ICalendarComponent {
        component_type,
        entries,
        component_ids: Vec::new(),
    });
    number
}

fn properties(event: &WrittenEvent) -> Vec<ICalendarEntry> {
    let changed = utc(event.changed);
    let mut all = vec![
        text(ICalendarProperty::Uid, &event.uid),
        text(ICalendarProperty::Dtstamp, &changed),
        text(ICalendarProperty::LastModified, &changed),
        text(ICalendarProperty::Sequence, &event.sequence.to_string()),
    ];
    let transparency = match event.when {
        When::Times(start, end) => {
            all.push(text(ICalendarProperty::Dtstart, &utc(start)));
            all.push(text(ICalendarProperty::Dtend, &utc(end)));
            "OPAQUE"
        }
        When::Days(Dates { first, last }) => {
            // The end is the day after the last.
            let end = last.checked_add_days(Days::new(1)).unwrap_or(last);
            all.push(day(
                ICalendarProperty::Dtstart,
                &first.format("%Y%m%d").to_string(),
            ));
            all.push(day(
                ICalendarProperty::Dtend,
                &end.format("%Y%m%d").to_string(),
            ));
            "TRANSPARENT"
        }
    };
    all.push(text(ICalendarProperty::Summary, &event.summary));
    if !event.description.is_empty() {
        all.push(text(ICalendarProperty::Description, &event.description));
    }
    // Readers do not unescape links, so nothing in one may need it.
    let url = event.url.as_ref();
    let url = url.map(|url| {
        url.replace(',', "%2C")
            .replace(';', "%3B")
            .replace('\\', "%5C")
    });
    all.extend(url.map(|url| text(ICalendarProperty::Url, &url)));
    let status = if event.is_cancelled {
        "CANCELLED"
    } else {
        "CONFIRMED"
    };
    all.push(text(ICalendarProperty::Status, status));
    all.push(text(ICalendarProperty::Transp, transparency));
    all
}

fn alarm(event: &WrittenEvent, before: Minutes) -> Vec<ICalendarEntry> {
    vec![
        text(ICalendarProperty::Action, "DISPLAY"),
        text(ICalendarProperty::Trigger, &format!("-PT{}M", before.0)),
        text(ICalendarProperty::Description, &event.summary),
    ]
}

fn utc(time: NaiveDateTime) -> String {
    time.format("%Y%m%dT%H%M%SZ").to_string()
}

fn other(name: &str) -> ICalendarProperty {
    ICalendarProperty::Other(name.to_owned())
}

fn text(name: ICalendarProperty, value: &str) -> ICalendarEntry {
    ICalendarEntry {
        name,
        params: Vec::new(),
        values: vec![ICalendarValue::Text(escape::calendar(value).into_owned())],
    }
}

/// A property that is a date.
fn day(name: ICalendarProperty, value: &str) -> ICalendarEntry {
    let params = vec![ICalendarParameter {
        name: ICalendarParameterName::Value,
        value: ICalendarParameterValue::Value(ICalendarValueType::Date),
    }];
    ICalendarEntry {
        params,
        ..text(name, value)
    }
}
