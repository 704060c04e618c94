//! `plan add --exam`: an event on a fixed date that no plan file has.

use std::collections::HashSet;

use super::due;
use super::identity::{checksum_id, slug};
use super::output::Output;
use super::record::{When, record};
use super::target::{Target, Targets, Wanted};
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::model::{Cover, Coverable, Day, EventKind, FixedEvent, Placement, SlotId, Week};
use crate::progress::What;
use crate::source::{MAX_COVERS, MAX_EVENTS};
use crate::summary::Study;
use crate::text::{DueDate, DueDateHint};

/// Titles that would be targets of another kind as ids.
const WORDS: [&str; 8] = [
    "all",
    "morning",
    "afternoon",
    "evening",
    "night",
    "today",
    "overdue",
    "plan",
];

/// Adds an event. `covers` is what has to be done before it, as it was typed.
pub(super) fn run(
    new: &FixedEvent,
    covers: Option<&str>,
    output: &Output,
    ctx: &mut Ctx,
) -> Result<()> {
    let when = When::now(ctx);
    let outcome = record(ctx, when, |study, _, _| {
        let at = Placement::on(new.date, new.time);
        let mut events = study.events.iter().map(|placed| &placed.event);
        if let Some(event) = events.find(|event| event.title == new.title) {
            let name = due::event_name(study, event);
            let at = Placement::on(event.date, event.time);
            let target = study.target(&event.id);
            let error = Error::usage(DueDate::Already(name, at));
            return Err(error.hint(DueDateHint::GiveDate { target }));
        }
        if study.events.len() >= MAX_EVENTS {
            return Err(Error::usage(DueDate::TooMany { limit: MAX_EVENTS }));
        }
        let covers = covers.map(|text| self::covers(study, text)).transpose()?;
        let known = study.events.iter().map(|placed| &placed.event.covers);
        if known.chain(&covers).map(Vec::len).sum::<usize>() > MAX_COVERS {
            let error = Error::usage(DueDate::TooManyCovers { limit: MAX_COVERS });
            return Err(error.hint(DueDateHint::CoverRanges));
        }
        let event = FixedEvent {
            covers: covers.unwrap_or_default(),
            ..new.clone()
        };
        let said = DueDate::Added {
            event: due::event_name(study, &event),
            at,
        };
        Ok((vec![What::FixedEvent { event }], vec![said.into()]))
    })?;
    due::show(ctx, output, &outcome);
    Ok(())
}

/// The weeks, topics and slots that `text` names.
fn covers(study: &Study, text: &str) -> Result<Vec<Cover>> {
    let names = text.split([',', '，', '、', ';', '；']).map(str::trim);
    let names = names.filter(|name| !name.is_empty());
    let coverable = Coverable::of(&study.plan);
    let mut covers = Vec::new();
    for name in names {
        let cover = Cover::parse(name);
        if coverable.has(&cover) {
            covers.push(cover);
        } else {
            covers.extend(named(study, name)?);
        }
    }
    let mut known = HashSet::new();
    covers.retain(|cover| known.insert(cover.clone()));
    if covers.is_empty() {
        let error = Error::usage(DueDate::CoversNothing {
            text: text.to_owned(),
        });
        return Err(error.hint(DueDateHint::CoverForms));
    }
    Ok(covers)
}

/// What a target of another form covers.
fn named(study: &Study, text: &str) -> Result<Vec<Cover>> {
    let targets = Targets::on(study, study.today);
    let found = targets.find(text, Wanted::Parts);
    let found = found.map_err(|error| error.hint(DueDateHint::CoverForms))?;
    let slot = |id: &SlotId| Cover::Named(id.to_string());
    let covers: Vec<Cover> = match found {
        Target::Week(number) => vec![Cover::Weeks(number, number)],
        Target::Topic(index) => {
            let topic = &study.plan.roadmap.topics[index];
            vec![Cover::Named(topic.id.to_string())]
        }
        Target::Slots(slots) | Target::Date(slots) => {
            slots.iter().map(|one| slot(&one.place.slot.id)).collect()
        }
        Target::Days(days) => {
            let slots = days.iter().flat_map(|index| study.slots_of_day(*index));
            slots.map(|one| slot(&one.place.slot.id)).collect()
        }
        Target::Phase(index) => {
            let weeks = study.plan.phases[index].weeks.iter();
            weeks.flat_map(of_week).collect()
        }
        _ => Vec::new(),
    };
    if covers.is_empty() {
        let text = text.to_owned();
        let error = Error::usage(DueDate::CoversNothing { text });
        return Err(error.hint(DueDateHint::CoverForms));
    }
    Ok(covers)
}

/// A week by its number, or without one by its slots.
fn of_week(week: &Week) -> Vec<Cover> {
    if let Some(number) = week.number {
        return vec![Cover::Weeks(number, number)];
    }
    let days = week.days.iter().filter(|day| !day.is_added());
    let slots = days.flat_map(Day::slots);
    slots
        .map(|slot| Cover::Named(slot.id.to_string()))
        .collect()
}

/// An id made of a title: its Latin letters and digits, or of another title a checksum. It is none that
/// targets read as something else.
pub(super) fn id_of(title: &str, kind: EventKind) -> SlotId {
    let slug = slug(title, 40);
    let is_read = |letter: char| {
        slug.starts_with(letter) && slug[1..].starts_with(|c: char| c.is_ascii_digit())
    };
    let id = if slug.is_empty() {
        checksum_id(kind.name(), title)
    } else if slug.starts_with(|c: char| c.is_ascii_digit())
        || ['d', 'w', 'p'].into_iter().any(is_read)
        || WORDS.contains(&slug.as_str())
    {
        format!("{}-{slug}", kind.name())
    } else {
        slug
    };
    SlotId::new(&id).unwrap_or_else(|| SlotId::added(0))
}
