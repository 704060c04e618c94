//! Calendar files (iCalendar, RFC 5545): which days those of others mark and which times they take,
//! and calendars for others to read.
//!
//! `calcard` reads the file and works out recurrence rules. What it leaves to its callers is here:
//! changed and cancelled occurrences by the UID of their event, rules that end at a time in UTC,
//! and a limit to the dates that are looked at.

mod busy;
mod event;
mod holidays;
mod occurrences;
mod write;

use calcard::icalendar::{ICalendar, ICalendarComponentType, ICalendarProperty};
use calcard::{Entry, Parser};

use event::Event;

pub(crate) use holidays::{DayKind, MarkedDays};
pub(crate) use write::{PRODUCT, When, WrittenCalendar, WrittenEvent, write, write_one};

/// The most events in a file.
pub(crate) const MOST_EVENTS: usize = 20_000;

/// The most occurrences of the repeating events of a file, from the first on.
pub(crate) const MOST_OCCURRENCES: usize = 200_000;

/// Why a text can't be used as a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It is something else.
    NotCalendar,
    /// It ends before its calendar does.
    CutOff,
    /// It has more events than [`MOST_EVENTS`].
    TooManyEvents,
    /// Its events repeat more often than [`MOST_OCCURRENCES`].
    TooManyOccurrences,
}

/// A calendar file.
#[derive(Debug, Clone, Default)]
pub(crate) struct CalendarFile {
    /// What it calls itself.
    pub(crate) name: Option<String>,
    events: Vec<Event>,
    /// What was not understood.
    pub(crate) unread: Unread,
}

/// What was not understood in a calendar file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Unread {
    /// How many events have no start, or one that is no date.
    pub(crate) events: usize,
    /// Events with a recurrence rule that makes no sense. Only their first occurrence counts.
    pub(crate) rules: Vec<String>,
    /// Time zones that are not known. Times in them are taken as the learner's.
    pub(crate) zones: Vec<String>,
}

/// Reads a calendar file.
///
/// # Errors
/// See [`Fault`].
pub(crate) fn read(text: &str) -> Result<CalendarFile, Fault> {
    let is_line = |line: &str, wanted: &str| line.trim().eq_ignore_ascii_case(wanted);
    let lines = || text.trim_start_matches('\u{feff}').lines();
    let count = |wanted| lines().filter(|line| is_line(line, wanted)).count();
    let begun = count("BEGIN:VCALENDAR");
    if begun == 0 {
        return Err(Fault::NotCalendar);
    }
    if begun > count("END:VCALENDAR") {
        return Err(Fault::CutOff);
    }
    if count("BEGIN:VEVENT") > MOST_EVENTS {
        return Err(Fault::TooManyEvents);
    }
    let mut file = CalendarFile::default();
    let mut parser = Parser::new(text);
    loop {
        match parser.entry() {
            Entry::ICalendar(calendar) => file.add(&calendar),
            Entry::Eof => return Ok(file),
            _ => {}
        }
    }
}

impl CalendarFile {
    fn add(&mut self, calendar: &ICalendar) {
        let zones = calendar.build_tz_resolver();
        for component in &calendar.components {
            match component.component_type {
                ICalendarComponentType::VEvent => {
                    match Event::of(component, &zones, &mut self.unread) {
                        Some(event) => self.events.push(event),
                        None => self.unread.events += 1,
                    }
                }
                ICalendarComponentType::VCalendar => {
                    let is_name = |property: &ICalendarProperty| match property {
                        ICalendarProperty::Name => true,
                        ICalendarProperty::Other(name) => name == "X-WR-CALNAME",
                        _ => false,
                    };
                    let entry = component.entries.iter().find(|entry| is_name(&entry.name));
                    let name = entry.and_then(|entry| entry.values.first()?.as_text());
                    let name = name.map(str::trim).filter(|name| !name.is_empty());
                    self.name = self.name.take().or(name.map(ToOwned::to_owned));
                }
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests;
