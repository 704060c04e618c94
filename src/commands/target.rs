//! What a TARGET means: an ordinal, a time, an id, a day, week, phase or topic, or part of a
//! title, in this order of reading.

mod levels;
mod refusal;
mod words;

use std::collections::HashSet;

use chrono::NaiveDate;

use self::refusal::{ambiguous, titles, too_much, unknown};
use self::words::{ordinals, padded};
use crate::error::{Error, Result};
use crate::escape;
use crate::model::{Clock, Phase};
use crate::progress::Sum;
use crate::render::phrase;
use crate::summary::{DayView, DeliverableView, SlotView, Status, Study, today};

/// What a target names.
#[derive(Debug, Clone)]
pub enum Target<'a> {
    /// Slots, in the order they were named.
    Slots(Vec<SlotView<'a>>),
    /// Something to hand in.
    Deliverable(DeliverableView<'a>),
    /// All the slots that are to be done on a date.
    Date(Vec<SlotView<'a>>),
    /// A day entry, by its position.
    Day(usize),
    /// A week of the plan, by its number.
    Week(u32),
    /// A phase, by its number from 1.
    Phase(usize),
    /// A topic, by its position.
    Topic(usize),
}

/// What can be marked.
#[derive(Debug, Clone, Copy)]
pub enum Thing<'a> {
    /// A slot.
    Slot(SlotView<'a>),
    /// Something to hand in.
    Deliverable(DeliverableView<'a>),
}

impl<'a> Thing<'a> {
    /// Its id.
    #[must_use]
    pub fn id(&self) -> &'a str {
        match self {
            Self::Slot(slot) => slot.place.slot.id.as_str(),
            Self::Deliverable(view) => &view.what.id,
        }
    }

    /// What it is called.
    #[must_use]
    pub fn title(&self) -> &'a str {
        match self {
            Self::Slot(slot) => &slot.place.slot.title,
            Self::Deliverable(view) => &view.what.text,
        }
    }

    /// What it holds, for the mark to remember.
    #[must_use]
    pub fn sum(&self, study: &Study) -> Option<Sum> {
        match self {
            Self::Slot(slot) => Some(study.sum(slot.place.slot)),
            Self::Deliverable(_) => None,
        }
    }

    /// How it stands.
    #[must_use]
    pub fn status(&self) -> Status {
        match self {
            Self::Slot(slot) => slot.status,
            Self::Deliverable(view) => view.status,
        }
    }
}

/// Which slots of a day are meant by the day.
#[derive(Clone, Copy, PartialEq, Eq)]
enum OfDay {
    Open,
    All,
}

impl OfDay {
    fn things(self, slots: Vec<SlotView<'_>>) -> Vec<Thing<'_>> {
        let meant = |slot: &SlotView| self == Self::All || slot.is_open();
        slots.into_iter().filter(meant).map(Thing::Slot).collect()
    }
}

/// Reads targets against the plan as it stands, ordinals and times against one day of it.
pub struct Targets<'a> {
    study: &'a Study,
    date: NaiveDate,
    day: Option<DayView<'a>>,
}

impl<'a> Targets<'a> {
    /// For the day that `today` shows on `date`. The preview of Day 1 before the start is shown
    /// on the learner's own today; on other dates before it nothing was planned.
    #[must_use]
    pub fn on(study: &'a Study, date: NaiveDate) -> Self {
        let day = today(study, date).day;
        let shown = |day: &DayView| day.dates.contains(date) || date == study.today;
        Self {
            study,
            date,
            day: day.filter(shown),
        }
    }

    /// Whether all of `texts` name slots of the day, or slots by their ids, so that a glance at
    /// the plan tells which.
    #[must_use]
    pub fn are_near(&self, texts: &[String]) -> bool {
        texts.iter().map(|text| text.trim()).all(|text| {
            let of_day =
                text == "all" || ordinals(text, 0).is_some() || Clock::parse(text).is_some();
            of_day || self.study.slot(text).is_some()
        })
    }

    /// What all of `texts` name that can be marked, each once. A day means what is open in it.
    ///
    /// # Errors
    /// `Usage`, with the candidates or the nearest.
    pub fn things(&self, texts: &[String]) -> Result<Vec<Thing<'a>>> {
        let mut things: Vec<Thing> = Vec::new();
        for text in texts {
            let found = self.marked(text, OfDay::Open)?;
            let fresh = |thing: &Thing| things.iter().all(|known| known.id() != thing.id());
            let found: Vec<Thing> = found.into_iter().filter(fresh).collect();
            things.extend(found);
        }
        Ok(things)
    }

    /// What `text` names that a remark can go to; a day means all that is in it.
    ///
    /// # Errors
    /// As [`Self::things`].
    pub fn noted(&self, text: &str) -> Result<Vec<Thing<'a>>> {
        self.marked(text, OfDay::All)
    }

    fn marked(&self, text: &str, of_day: OfDay) -> Result<Vec<Thing<'a>>> {
        match self.read(text)? {
            Target::Slots(slots) => Ok(slots.into_iter().map(Thing::Slot).collect()),
            Target::Deliverable(view) => Ok(vec![Thing::Deliverable(view)]),
            Target::Date(slots) => Ok(of_day.things(slots)),
            Target::Day(index) => {
                let slots = self.study.day(index).map_or_else(Vec::new, |day| day.slots);
                Ok(of_day.things(slots))
            }
            Target::Week(_) | Target::Phase(_) | Target::Topic(_) => Err(too_much(text)),
        }
    }

    /// What `text` names.
    ///
    /// # Errors
    /// `Usage`, with the candidates or the nearest.
    pub fn read(&self, text: &str) -> Result<Target<'a>> {
        let text = text.trim();
        let most = self.day.as_ref().map_or(0, |day| day.slots.len());
        if let Some(numbers) = ordinals(text, most) {
            return self.numbered(text, &numbers?);
        }
        if text == "all" {
            let day = self.day.as_ref().ok_or_else(|| self.no_ordinals(text))?;
            return Ok(Target::Date(day.slots.clone()));
        }
        if let Some(clock) = Clock::parse(text) {
            return self.at_time(text, clock);
        }
        if let Some(slot) = self
            .study
            .slot(text)
            .or_else(|| self.study.slot(&padded(text)?))
        {
            return Ok(Target::Slots(vec![slot]));
        }
        if let Some(found) = self.level(text) {
            return found;
        }
        if let Some(found) = self.study.deliverables().find(|view| view.what.id == text) {
            return Ok(Target::Deliverable(found));
        }
        if let Some(found) = self.deliverable_numbered(text) {
            return found;
        }
        self.titled(text)
    }

    fn numbered(&self, text: &str, numbers: &[usize]) -> Result<Target<'a>> {
        let day = self.day.as_ref().filter(|day| !day.slots.is_empty());
        let day = day.ok_or_else(|| self.no_ordinals(text))?;
        let find = |number: &usize| {
            number
                .checked_sub(1)
                .and_then(|index| day.slots.get(index))
                .copied()
                .ok_or_else(|| {
                    let language = &self.study.plan.language;
                    let name = match day.entry {
                        Some(entry) if day.names.iter().all(|name| name.index == entry.index) => {
                            phrase::day_name(entry.day, language)
                        }
                        _ => phrase::date(self.date),
                    };
                    Error::usage(format!("{name} has no slot {number}")).hint(format!(
                        "its slots are 1 to {}: {}",
                        day.slots.len(),
                        titles(&day.slots)
                    ))
                })
        };
        let mut known = HashSet::new();
        let once = numbers.iter().filter(|number| known.insert(**number));
        Ok(Target::Slots(once.map(find).collect::<Result<_>>()?))
    }

    /// On a day without slots an ordinal names nothing; what could be meant is overdue.
    fn no_ordinals(&self, text: &str) -> Error {
        let date = phrase::date(self.date);
        let error = Error::usage(format!("`{text}` names nothing: {date} has no slots"));
        let overdue: Vec<SlotView> = self
            .study
            .slots()
            .filter(|slot| slot.status == Status::Overdue)
            .collect();
        if overdue.is_empty() {
            return error.hint("name a slot by its id, as in `plan done d08-1045`");
        }
        error.hint(format!("overdue: {}", titles(&overdue)))
    }

    fn at_time(&self, text: &str, clock: Clock) -> Result<Target<'a>> {
        let slots = self.day.as_ref().map_or(&[][..], |day| &day.slots);
        let starts = |slot: &&SlotView| slot.time.is_some_and(|t| t.start == clock);
        let found = slots.iter().find(starts).copied();
        found.map(|slot| Target::Slots(vec![slot])).ok_or_else(|| {
            let times = slots.iter().filter_map(|slot| slot.time);
            let times = phrase::list(times.map(|time| time.start));
            let error = Error::usage(format!("no slot begins at {text} on {}", self.date));
            if times.is_empty() {
                return error.hint("name a slot by its id, as in `plan done d08-1045`");
            }
            error.hint(format!("they begin at {times}"))
        })
    }

    /// Part of a title: among the day's slots first, then among all; a whole title before a part.
    fn titled(&self, text: &str) -> Result<Target<'a>> {
        let needle = text.to_lowercase();
        if needle.len() < 2 || !needle.chars().any(char::is_alphabetic) {
            return Err(Error::usage(format!(
                "`{}` is no part of a title",
                escape::terminal(text)
            ))
            .hint("`all` names every slot of the day; a title takes two letters at least"));
        }
        let all: Vec<SlotView> = self.study.slots().collect();
        let here = self.day.as_ref().map_or(&[][..], |day| &day.slots);
        let whole = |slot: &SlotView| slot.place.slot.title.to_lowercase() == needle;
        let part = |slot: &SlotView| slot.place.slot.title.to_lowercase().contains(&needle);
        for slots in [here, &all] {
            let parts: Vec<SlotView> = slots.iter().filter(|slot| part(slot)).copied().collect();
            let wholes: Vec<SlotView> = parts.iter().filter(|slot| whole(slot)).copied().collect();
            let found = if wholes.is_empty() { parts } else { wholes };
            match found.len() {
                0 => {}
                1 => return Ok(Target::Slots(found)),
                _ => return Err(ambiguous(text, &found)),
            }
        }
        let phases = self.study.plan.phases.iter();
        let called = |phase: &Phase| phase.title.as_ref().is_some_and(|title| title == text);
        let mut phases = phases.enumerate().filter(|(_, phase)| called(phase));
        match phases.next() {
            Some((index, _)) => Ok(Target::Phase(index + 1)),
            None => Err(unknown(text, &all)),
        }
    }
}
