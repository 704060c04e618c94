//! A study as a calendar for other programs.

use chrono::{DateTime, NaiveDateTime};

use super::{Style, terminal, views};
use crate::ics::{When, WrittenCalendar, WrittenEvent};
use crate::model::Minutes;
use crate::summary::{AgendaEntry, AgendaSubject, Status, Study};
use crate::text::{Export, FixedDate, Message};

/// Columns of a description; calendars break its lines themselves.
const WIDTH: usize = 1_000;

/// How a calendar is made.
pub(crate) struct CalendarTerms<'a> {
    /// From the learner's clock to UTC.
    pub(crate) utc: &'a dyn Fn(NaiveDateTime) -> NaiveDateTime,
    /// The learner's time zone, if it is known.
    pub(crate) zone: Option<String>,
    /// How long before the start of an open slot to remind of it.
    pub(crate) alarm: Option<Minutes>,
    pub(crate) style: Style,
}

/// The entries of an agenda as events.
pub(crate) fn calendar(
    study: &Study,
    agenda: &[AgendaEntry],
    terms: &CalendarTerms,
) -> WrittenCalendar {
    WrittenCalendar {
        name: study.plan.title.clone(),
        zone: terms.zone.clone(),
        events: agenda
            .iter()
            .map(|entry| event(study, entry, terms))
            .collect(),
    }
}

fn event(study: &Study, entry: &AgendaEntry, terms: &CalendarTerms) -> WrittenEvent {
    let (status, description, url) = match &entry.subject {
        AgendaSubject::Slot(slot) => {
            let sheet = views::slot_content(study, slot);
            let style = Style::of_width(WIDTH, terms.style.locale);
            let url = slot.readings(study).find_map(|reading| reading.link.best());
            let text = terminal(&sheet, style);
            let lines = text
                .lines()
                .map(|line| line.strip_prefix("  ").unwrap_or(line));
            let text = lines.collect::<Vec<_>>().join("\n");
            (slot.status, text, url.map(str::to_owned))
        }
        AgendaSubject::Deliverable(view) => (view.status, String::new(), None),
        AgendaSubject::Event(placed) => {
            let covers = placed.event.covers.iter().map(ToString::to_string);
            let covers = (!placed.event.covers.is_empty()).then(|| covers.collect());
            let covers = covers.map(|covers| Message::from(FixedDate::Covers(covers)));
            let text = covers.map(|covers| covers.text(terms.style.locale).into_owned());
            (Status::Open, text.unwrap_or_default(), None)
        }
    };
    let utc = |time| (terms.utc)(time);
    let when = match entry.times {
        Some((start, end)) => When::Times(utc(start), utc(end)),
        None => When::Days(entry.dates),
    };
    // Before anything is recorded it has never changed, and no later change may be before it.
    let never = DateTime::UNIX_EPOCH.naive_utc();
    let changed = entry.revision.last.map(|last| last.naive_utc());
    let is_open = matches!(status, Status::Open | Status::Overdue);
    WrittenEvent {
        uid: format!("{}.{}", study.plan.id, entry.name),
        summary: summary(entry, status).text(terms.style.locale).into_owned(),
        description,
        url,
        when,
        sequence: entry.revision.count,
        changed: changed.unwrap_or(never),
        is_cancelled: status == Status::Skipped,
        alarm: terms.alarm.filter(|_| is_open && entry.times.is_some()),
    }
}

fn summary(entry: &AgendaEntry, status: Status) -> Message {
    let done = status == Status::Done;
    let message = match &entry.subject {
        AgendaSubject::Slot(slot) => {
            let sitting = slot.sitting.filter(|sitting| sitting.of > 1);
            Export::Slot {
                title: slot.place.slot.title.clone(),
                sitting: sitting.map(|sitting| (sitting.n, sitting.of)),
                done,
            }
        }
        AgendaSubject::Deliverable(view) => Export::Deliverable {
            text: view.what.text.clone(),
            done,
        },
        AgendaSubject::Event(placed) => Export::Slot {
            title: placed.event.title.clone(),
            sitting: None,
            done,
        },
    };
    message.into()
}
