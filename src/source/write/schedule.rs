//! Phases, weeks, days, sessions and slots, and their labelled lists.

use super::yaml::{Map, Yaml, duration, text};
use crate::model::{
    Day, Deliverable, Field, Goal, Item, Kind, Note, Origin, Phase, Session, Slot, Week,
};
use crate::source::keys;
use crate::text::source::Level;

/// A level is left out where its parent has a single, unnamed one: `days` instead of one week.
impl Map {
    pub(super) fn weeks(self, weeks: &[Week]) -> Self {
        match weeks {
            [only] if only.number.is_none() => self.days(&only.days),
            weeks => self.list("weeks", weeks, week),
        }
    }

    fn days(self, days: &[Day]) -> Self {
        match days {
            [only] if only.numbers.is_none() => self.sessions(&only.sessions),
            days => self.list("days", days, day),
        }
    }

    fn sessions(self, sessions: &[Session]) -> Self {
        match sessions {
            [only] if is_nameless(only) => self.list("slots", &only.slots, slot),
            sessions => self.list("sessions", sessions, session),
        }
    }
}

fn is_nameless(session: &Session) -> bool {
    let Session {
        half,
        title,
        window,
        notes,
        editor_notes,
        slots: _,
    } = session;
    let has_notes = !notes.is_empty() || !editor_notes.is_empty();
    half.is_none() && title.is_none() && window.is_none() && !has_notes
}

pub(super) fn phase(phase: &Phase) -> Yaml {
    Map::block()
        .text("title", phase.title.as_deref().unwrap_or_default())
        .maybe("heading", phase.heading.as_ref())
        .number("span", phase.span)
        .number("buffer", phase.buffer)
        .list("goals", &phase.goals, goal)
        .list("notes", &phase.notes, note)
        .list("editor_notes", &phase.editor_notes, note)
        .weeks(&phase.weeks)
        .done()
}

fn week(week: &Week) -> Yaml {
    Map::block()
        .number("week", week.number)
        .maybe("title", week.title.as_ref())
        .list("goals", &week.goals, goal)
        .list("fields", &week.fields, field)
        .list("notes", &week.notes, note)
        .list("editor_notes", &week.editor_notes, note)
        .days(&week.days)
        .list("deliverables", &week.deliverables, deliverable)
        .done()
}

fn deliverable(deliverable: &Deliverable) -> Yaml {
    Map::inline()
        .text("id", &deliverable.id)
        .text("text", &deliverable.text)
        .number("due", deliverable.due)
        .number("ticked", deliverable.ticked.then_some(true))
        .done()
}

fn day(day: &Day) -> Yaml {
    let numbers = day.numbers.map(|(first, last)| match last {
        _ if first == last => first.to_string(),
        _ => format!("{first}-{last}"),
    });
    let origin = day.origin.map(|origin| match origin {
        Origin::Authored => text("authored"),
        Origin::Seed(line) => Map::inline().number("seed", Some(line)).done(),
    });
    Map::block()
        .number("day", numbers)
        .maybe("weekday", day.weekdays)
        .maybe("title", day.title.as_ref())
        .put("origin", origin)
        .list("notes", &day.notes, note)
        .list("editor_notes", &day.editor_notes, note)
        .sessions(&day.sessions)
        .done()
}

fn session(session: &Session) -> Yaml {
    // A list of slots is required, even if it is empty.
    let slots = Yaml::List(session.slots.iter().map(slot).collect());
    Map::block()
        .maybe("half", session.half.as_ref())
        .maybe("title", session.title.as_ref())
        .maybe("window", session.window)
        .list("notes", &session.notes, note)
        .list("editor_notes", &session.editor_notes, note)
        .put("slots", Some(slots))
        .done()
}

fn slot(slot: &Slot) -> Yaml {
    let (labelled, bare): (Vec<&Field>, Vec<&Field>) =
        slot.fields.iter().partition(|field| field.label.is_some());
    let items: Vec<&Item> = bare.iter().flat_map(|field| &field.items).collect();
    Map::block()
        .maybe("id", slot.id_is_given.then_some(&slot.id))
        .maybe("time", slot.time)
        .maybe("duration", slot.duration.map(duration))
        .text("title", &slot.title)
        .maybe("topic", slot.topic.as_ref())
        .number("ticked", slot.ticked.then_some(true))
        .list("fields", &labelled, |one| field(one))
        .list("items", &items, |one| item(one))
        .list("notes", &slot.notes, note)
        .list("editor_notes", &slot.editor_notes, note)
        .done()
}

pub(super) fn field(field: &Field) -> Yaml {
    let label = field.label.as_deref().unwrap_or_default();
    let value = field.value.as_deref();
    let map = Map::inline();
    let is_free = !keys::is_key(Level::Field, label);
    let map = match value {
        None if is_free => {
            let items = field.items.iter().map(item);
            map.put(label, Some(Yaml::List(items.collect())))
        }
        Some(value) if is_free && field.items.is_empty() => map.text(label, &value.text),
        _ => map
            .text("label", label)
            .maybe("text", value.map(|value| &value.text))
            .list("items", &field.items, item),
    };
    match value {
        Some(value) => map.reference(value).done(),
        None => map.done(),
    }
}

fn item(item: &Item) -> Yaml {
    let map = match item.label.as_ref() {
        Some(label) if !keys::is_key(Level::Item, label) => Map::inline().text(label, &item.text),
        label => {
            let has_text = !item.text.is_empty() || item.resource.is_none();
            Map::inline()
                .maybe("label", label)
                .maybe("text", has_text.then_some(&item.text))
        }
    };
    map.reference(item).text_or_map()
}

pub(super) fn goal(goal: &Goal) -> Yaml {
    Map::inline()
        .text("text", &goal.text)
        .list("by", &goal.by, |id| text(id))
        .text_or_map()
}

pub(super) fn note(note: &Note) -> Yaml {
    Map::inline()
        .number("line", note.line)
        .text("text", &note.text)
        .text_or_map()
}

impl Map {
    fn reference(self, item: &Item) -> Self {
        self.maybe("resource", item.resource.as_ref())
            .maybe("url", item.url.as_ref())
            .maybe("kind", item.kind.map(Kind::name))
            .maybe("corrected", item.corrected.as_ref())
            .maybe("note", item.note.as_ref())
    }
}
