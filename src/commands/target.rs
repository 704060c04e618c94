//! What a TARGET on the command line refers to. It is tried in this order: an ordinal, a start
//! time, an id, a day, week, phase or topic, part of a title.

mod levels;
mod refusal;

use std::collections::HashSet;

use chrono::NaiveDate;

use self::levels::{ordinals, padded};
use self::refusal::{ambiguous, names, no_match, not_markable};
pub(super) use self::refusal::{no_such_phase, no_such_week};
use crate::error::{Error, Result};
use crate::model::{Clock, Phase};
use crate::summary::{DayView, DeliverableView, SlotView, Status, Study, next_open};
use crate::text::{Lookup, LookupHint, SlotName};

/// What a target refers to.
#[derive(Debug, Clone)]
pub(crate) enum Target<'a> {
    /// Slots, in the order they were named.
    Slots(Vec<SlotView<'a>>),
    /// Deliverables, in the order they were named.
    Deliverables(Vec<DeliverableView<'a>>),
    /// `all`: every slot of a date.
    Date(Vec<SlotView<'a>>),
    /// A day entry of the plan, by its index.
    Day(usize),
    /// A week of the plan, by its number.
    Week(u32),
    /// A phase, by its number from 1.
    Phase(usize),
    /// A topic, by its index.
    Topic(usize),
}

/// What can have marks.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Thing<'a> {
    /// A slot.
    Slot(SlotView<'a>),
    /// Something to hand in.
    Deliverable(DeliverableView<'a>),
}

impl<'a> Thing<'a> {
    /// The id that marks are recorded for.
    pub(crate) fn id(&self) -> &'a str {
        match self {
            Self::Slot(slot) => slot.place.slot.id.as_str(),
            Self::Deliverable(view) => &view.what.id,
        }
    }

    /// The title, or the text of a deliverable.
    pub(crate) fn title(&self) -> &'a str {
        match self {
            Self::Slot(slot) => &slot.place.slot.title,
            Self::Deliverable(view) => &view.what.text,
        }
    }

    /// What messages call it.
    pub(crate) fn name(&self) -> SlotName {
        SlotName::new(&self.id(), self.title())
    }

    /// Open, done, skipped or overdue.
    pub(crate) fn status(&self) -> Status {
        match self {
            Self::Slot(slot) => slot.status,
            Self::Deliverable(view) => view.status,
        }
    }
}

/// Resolves targets in a plan; ordinals and times refer to one day of it.
pub(crate) struct Targets<'a> {
    study: &'a Study,
    date: NaiveDate,
    day: Option<DayView<'a>>,
}

impl<'a> Targets<'a> {
    /// For the day that `today` shows on `date`. The preview of Day 1 before the start is shown
    /// on the learner's own today; on other dates before it nothing was planned.
    pub(crate) fn on(study: &'a Study, date: NaiveDate) -> Self {
        let day = study.shown_day(date);
        let shown = |day: &DayView| day.dates.contains(date) || date == study.today;
        Self {
            study,
            date,
            day: day.filter(shown),
        }
    }

    /// The slots and deliverables that `texts` refer to, without repetitions. A day means its
    /// open slots.
    ///
    /// # Errors
    /// `Usage`, with the candidates or similar titles.
    pub(crate) fn things(&self, texts: &[String]) -> Result<Vec<Thing<'a>>> {
        let mut things: Vec<Thing> = Vec::new();
        for text in texts {
            let found = self.marked(text, SlotView::is_open)?;
            let fresh = |thing: &Thing| things.iter().all(|known| known.id() != thing.id());
            let found: Vec<Thing> = found.into_iter().filter(fresh).collect();
            things.extend(found);
        }
        Ok(things)
    }

    /// The slots and deliverables that `text` refers to. A day means all its slots.
    pub(crate) fn noted(&self, text: &str) -> Result<Vec<Thing<'a>>> {
        self.marked(text, |_| true)
    }

    /// `of_day` says which slots of a day are meant.
    fn marked(&self, text: &str, of_day: impl Fn(&SlotView<'a>) -> bool) -> Result<Vec<Thing<'a>>> {
        let of_day = |slots: Vec<SlotView<'a>>| {
            let meant = slots.into_iter().filter(|slot| of_day(slot));
            meant.map(Thing::Slot).collect()
        };
        match self.read(text)? {
            Target::Slots(slots) => Ok(slots.into_iter().map(Thing::Slot).collect()),
            Target::Deliverables(views) => Ok(views.into_iter().map(Thing::Deliverable).collect()),
            Target::Date(slots) => Ok(of_day(slots)),
            Target::Day(index) => Ok(of_day(
                self.study.day(index).map_or_else(Vec::new, |day| day.slots),
            )),
            Target::Week(number) => Err(not_markable(text, format!("w{number}"))),
            Target::Phase(number) => Err(not_markable(text, format!("p{number}"))),
            Target::Topic(_) => Err(not_markable(text, text.to_owned())),
        }
    }

    /// What `text` refers to.
    ///
    /// # Errors
    /// `Usage`, with the candidates or similar titles.
    pub(crate) fn read(&self, text: &str) -> Result<Target<'a>> {
        let text = text.trim();
        let most = self.day.as_ref().map_or(0, |day| day.slots.len());
        if let Some(numbers) = ordinals(text, most) {
            return self.numbered(text, &numbers?);
        }
        if text == "all" {
            let day = self.day.as_ref().ok_or_else(|| self.no_slots(text))?;
            return Ok(Target::Date(day.slots.clone()));
        }
        if let Some(clock) = Clock::parse(text) {
            return self.at_time(clock);
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
            return Ok(Target::Deliverables(vec![found]));
        }
        if let Some(found) = self.deliverables_numbered(text) {
            return found;
        }
        self.titled(text)
    }

    fn numbered(&self, text: &str, numbers: &[usize]) -> Result<Target<'a>> {
        let day = self.day.as_ref().filter(|day| !day.slots.is_empty());
        let day = day.ok_or_else(|| self.no_slots(text))?;
        let find = |number: usize| {
            let slot = number.checked_sub(1).and_then(|at| day.slots.get(at));
            slot.copied().ok_or_else(|| {
                let (date, slots) = (self.date, names(&day.slots));
                let count = day.slots.len();
                Error::usage(Lookup::NoSuchOrdinal { date, number })
                    .hint(LookupHint::Ordinals { count, slots })
            })
        };
        let mut known = HashSet::new();
        let once = numbers.iter().filter(|number| known.insert(**number));
        let slots = once.map(|number| find(*number));
        Ok(Target::Slots(slots.collect::<Result<_>>()?))
    }

    /// The error for an ordinal, or `all`, on a date without slots.
    fn no_slots(&self, text: &str) -> Error {
        let (text, date) = (text.to_owned(), self.date);
        self.hint_at_slots(Error::usage(Lookup::NoSlots { text, date }))
    }

    /// Adds the slots that were probably meant: the overdue ones, else the next one.
    fn hint_at_slots(&self, error: Error) -> Error {
        let slots = self.study.slots();
        let overdue = slots.filter(|slot| slot.status == Status::Overdue);
        let overdue: Vec<SlotView> = overdue.collect();
        match next_open(self.study) {
            _ if !overdue.is_empty() => error.hint(LookupHint::Overdue(names(&overdue))),
            Some(next) => error.hint(LookupHint::NextSlot(name(&next))),
            None => error,
        }
    }

    fn at_time(&self, time: Clock) -> Result<Target<'a>> {
        let slots = self.day.as_ref().map_or(&[][..], |day| &day.slots);
        let starts = |slot: &SlotView| slot.time.map(|time| time.start);
        let found = slots.iter().find(|slot| starts(slot) == Some(time));
        if let Some(slot) = found {
            return Ok(Target::Slots(vec![*slot]));
        }
        let date = self.date;
        let error = Error::usage(Lookup::NoSlotAt { time, date });
        let times: Vec<Clock> = slots.iter().filter_map(starts).collect();
        if times.is_empty() {
            return Err(self.hint_at_slots(error));
        }
        Err(error.hint(LookupHint::StartTimes(times)))
    }

    /// Part of a title: the day's slots come before all others, a whole title before a part of
    /// one.
    fn titled(&self, text: &str) -> Result<Target<'a>> {
        let needle = text.to_lowercase();
        if needle.len() < 2 || !needle.chars().any(char::is_alphabetic) {
            let text = text.to_owned();
            return Err(Error::usage(Lookup::NotATitle { text }).hint(LookupHint::TitleForm));
        }
        let all: Vec<SlotView> = self.study.slots().collect();
        let here = self.day.as_ref().map_or(&[][..], |day| &day.slots);
        let title = |slot: &SlotView| slot.place.slot.title.to_lowercase();
        for slots in [here, &all] {
            let parts = slots.iter().filter(|slot| title(slot).contains(&needle));
            let parts: Vec<SlotView> = parts.copied().collect();
            let wholes = parts.iter().filter(|slot| title(slot) == needle);
            let wholes: Vec<SlotView> = wholes.copied().collect();
            let found = if wholes.is_empty() { parts } else { wholes };
            match found.len() {
                0 => {}
                1 => return Ok(Target::Slots(found)),
                _ => return Err(ambiguous(text, &found)),
            }
        }
        let called = |phase: &Phase| phase.title.as_deref() == Some(text);
        match self.study.plan.phases.iter().position(called) {
            Some(index) => Ok(Target::Phase(index + 1)),
            None => Err(no_match(text, &all)),
        }
    }
}

/// What messages call a slot.
pub(super) fn name(slot: &SlotView) -> SlotName {
    SlotName::new(&slot.place.slot.id, &slot.place.slot.title)
}
