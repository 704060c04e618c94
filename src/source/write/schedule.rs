//! Phases, weeks, days, sessions and slots.

use super::Map;
use super::entries::{field, item};
use super::head::{goal, note};
use super::yaml::{Out, length};
use crate::model::{Day, Deliverable, Field, Item, Origin, Phase, Session, Slot, TopicId, Week};

pub(super) fn phase(phase: &Phase) -> Out {
    let mut map = Map::open();
    map.text("title", Some(phase.title.as_deref().unwrap_or_default()));
    map.text("heading", phase.heading.as_deref());
    map.show("span", phase.span);
    map.show("buffer", phase.buffer);
    map.list("goals", &phase.goals, goal);
    map.list("notes", &phase.notes, note);
    map.weeks(&phase.weeks);
    map.done()
}

pub(super) fn week(week: &Week) -> Out {
    let mut map = Map::open();
    map.show("week", week.number);
    map.text("title", week.title.as_deref());
    map.list("goals", &week.goals, goal);
    map.list("fields", &week.fields, field);
    map.list("notes", &week.notes, note);
    map.days(&week.days);
    map.list("deliverables", &week.deliverables, deliverable);
    map.done()
}

fn deliverable(deliverable: &Deliverable) -> Out {
    let mut map = Map::small();
    map.text("id", Some(&deliverable.id));
    map.text("text", Some(&deliverable.text));
    map.done()
}

pub(super) fn day(day: &Day) -> Out {
    let mut map = Map::open();
    map.show(
        "day",
        day.numbers.map(|(first, last)| match last {
            _ if first == last => first.to_string(),
            _ => format!("{first}-{last}"),
        }),
    );
    map.show("weekday", day.weekdays);
    map.text("title", day.title.as_deref());
    map.put(
        "origin",
        day.origin.map(|origin| match origin {
            Origin::Authored => Out::text("authored"),
            Origin::Seed(line) => {
                let mut map = Map::small();
                map.show("seed", Some(line));
                map.done()
            }
        }),
    );
    map.list("notes", &day.notes, note);
    map.sessions(&day.sessions);
    map.done()
}

pub(super) fn session(session: &Session) -> Out {
    let mut map = Map::open();
    map.text("half", session.half.as_deref());
    map.text("title", session.title.as_deref());
    map.show("window", session.window);
    map.list("notes", &session.notes, note);
    // A session may be empty, but it says so.
    map.put(
        "slots",
        Some(Out::List(session.slots.iter().map(slot).collect())),
    );
    map.done()
}

pub(super) fn slot(slot: &Slot) -> Out {
    let mut map = Map::open();
    map.text("id", slot.id_is_given.then_some(slot.id.as_str()));
    map.show("time", slot.time);
    map.show("duration", slot.duration.map(length));
    map.text("title", Some(&slot.title));
    map.text("topic", slot.topic.as_ref().map(TopicId::as_str));
    let (labelled, bare): (Vec<&Field>, Vec<&Field>) =
        slot.fields.iter().partition(|field| field.label.is_some());
    map.list("fields", &labelled, |f| field(f));
    let items: Vec<&Item> = bare.iter().flat_map(|field| &field.items).collect();
    map.list("items", &items, |i| item(i));
    map.list("notes", &slot.notes, note);
    map.done()
}
