//! What a TARGET on the command line refers to.
//!
//! It is tried in this order: numbers, `all` and times of a date's slots; ids; days, weeks, phases
//! and topics by number or id; whole titles; part of a slot's title. Whatever screens print is
//! accepted, because it is compared with what they print.

mod levels;
mod meant;
mod refusal;
mod several;
mod times;
mod titles;
mod wanted;

use std::collections::HashSet;

use chrono::NaiveDate;

use self::levels::ordinals;
use self::refusal::names;
pub(super) use self::refusal::{no_such_phase, no_such_week, not_markable};
pub(super) use self::times::clocks;
use self::times::part_of_day;
pub(super) use self::wanted::Wanted;
use super::words;
use crate::error::{Error, Result};
use crate::model::Resource;
use crate::summary::{DayView, DeliverableView, SlotView, Status, Study, next_open};
use crate::text::{Lookup, LookupHint, Recording, RecordingHint, SlotName};

/// What a target refers to.
#[derive(Debug, Clone)]
pub(crate) enum Target<'a> {
    /// Slots, in the order they were named.
    Slots(Vec<SlotView<'a>>),
    Deliverables(Vec<DeliverableView<'a>>),
    /// `all`: every slot of a date.
    Date(Vec<SlotView<'a>>),
    /// Day entries of the plan, by their indices.
    Days(Vec<usize>),
    /// A week of the plan, by its number.
    Week(u32),
    /// A phase, by its index.
    Phase(usize),
    /// A topic, by its index.
    Topic(usize),
    /// An entry of the library.
    Resource(&'a Resource),
    /// An event on a fixed date, by its position in the study.
    Event(usize),
    /// The plan as a whole.
    Plan,
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

    /// What no other thing has: its id, and the number of the sitting, or nothing.
    pub(super) fn key(&self) -> (&'a str, usize) {
        let sitting = match self {
            Self::Slot(slot) => slot.sitting,
            Self::Deliverable(_) => None,
        };
        (self.id(), sitting.map_or(0, |sitting| sitting.n))
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
        let id = match self {
            Self::Slot(slot) => slot.id(),
            Self::Deliverable(view) => view.id(),
        };
        SlotName::new(&id, self.title())
    }

    /// Whether it is a slot, or a sitting of one, whose sittings are all recorded.
    pub(crate) fn is_recorded(&self) -> bool {
        matches!(self, Self::Slot(slot) if slot.is_recorded())
    }

    /// Open, done, skipped or overdue.
    pub(crate) fn status(&self) -> Status {
        match self {
            Self::Slot(slot) => slot.status,
            Self::Deliverable(view) => view.status,
        }
    }
}

/// Resolves targets in a plan; numbers and times refer to one date.
pub(crate) struct Targets<'a> {
    study: &'a Study,
    date: NaiveDate,
    day: Option<DayView<'a>>,
}

impl<'a> Targets<'a> {
    /// For the day that `today` shows on `date`.
    pub(crate) fn on(study: &'a Study, date: NaiveDate) -> Self {
        let day = study.shown_day(date);
        Self { study, date, day }
    }

    /// The slots and deliverables that `texts` refer to, without repetitions. A day means its
    /// open slots.
    ///
    /// # Errors
    /// `Usage`, with the candidates or similar titles.
    pub(crate) fn things(&self, texts: &[String]) -> Result<Vec<Thing<'a>>> {
        if texts.is_empty() {
            return Err(self.no_target());
        }
        self.each_once(texts, |text| {
            self.marked(text, Wanted::Open, SlotView::is_open)
        })
    }

    /// The slots and deliverables that `text` refers to. A day means all its slots.
    ///
    /// # Errors
    /// As [`Self::things`].
    pub(crate) fn noted(&self, text: &str) -> Result<Vec<Thing<'a>>> {
        self.marked(text, Wanted::Things, |_| true)
    }

    /// `of_day` says which slots of a day are meant.
    fn marked(
        &self,
        text: &str,
        wanted: Wanted,
        of_day: impl Fn(&SlotView<'a>) -> bool,
    ) -> Result<Vec<Thing<'a>>> {
        let of_day = |slots: Vec<SlotView<'a>>| {
            let meant = slots.into_iter().filter(|slot| of_day(slot));
            meant.map(Thing::Slot).collect()
        };
        match self.find(text, wanted)? {
            Target::Slots(slots) => Ok(slots.into_iter().map(Thing::Slot).collect()),
            Target::Deliverables(views) => Ok(views.into_iter().map(Thing::Deliverable).collect()),
            Target::Date(slots) => Ok(of_day(slots)),
            Target::Days(days) => {
                let slots = days.iter();
                let slots = slots.flat_map(|index| self.study.slots_of_day(*index));
                Ok(of_day(slots.collect()))
            }
            // An event has no slots of its own.
            event @ Target::Event(_) => {
                let target = self.name_of(&event).id.to_string();
                let hint = LookupHint::EventIsDated { target };
                Err(not_markable(text, &event).hint(hint))
            }
            other => {
                let target = self.name_of(&other).id.into();
                let hint = LookupHint::MarkableForms { target };
                Err(not_markable(text, &other).hint(hint))
            }
        }
    }

    /// What `text` refers to.
    ///
    /// # Errors
    /// As [`Self::things`].
    pub(crate) fn read(&self, text: &str) -> Result<Target<'a>> {
        self.find(text, Wanted::Anything)
    }

    /// What `text` refers to, of several things of that name those that are `wanted`. It may be
    /// something else if nothing wanted is called that.
    ///
    /// # Errors
    /// As [`Self::things`].
    pub(crate) fn find(&self, text: &str, wanted: Wanted) -> Result<Target<'a>> {
        let text = text.trim();
        let typed = words::normal(text);
        let most = self.day.as_ref().map_or(0, |day| day.slots.len());
        if let Some(numbers) = ordinals(&typed, most)? {
            let found = self.numbered(text, &numbers)?;
            let is_plain = typed.starts_with(|c: char| c.is_ascii_digit());
            return if is_plain {
                Ok(found)
            } else {
                self.unless_titled(text, found, wanted)
            };
        }
        if words::is_all(&typed) {
            let day = self.day.as_ref().ok_or_else(|| self.no_slots(text))?;
            return Ok(Target::Date(day.slots.clone()));
        }
        if let Some((start, end)) = clocks(&typed) {
            return self.at_time(start, end, wanted);
        }
        if let Some(part) = part_of_day(&typed) {
            return self.unless_titled(text, self.starting_in(text, part)?, wanted);
        }
        if let Some(found) = self.sitting(text, &typed, wanted) {
            return Ok(found);
        }
        if let Some(slot) = self.slot(text, &typed) {
            return Ok(Target::Slots(vec![slot]));
        }
        let mut deliverables = self.study.deliverables();
        if let Some(found) = deliverables.find(|view| view.what.id == text) {
            return Ok(Target::Deliverables(vec![found]));
        }
        if let Some(index) = self.event(text, &typed) {
            return self.unless_titled(text, Target::Event(index), wanted);
        }
        let part = self.part_of_days(text, &typed)?;
        let level = part.map_or_else(|| self.level(text, &typed), |part| Ok(Some(part)))?;
        if let Some(found) = level {
            return self.unless_titled(text, found, wanted);
        }
        if let Some(found) = self.on_date(text, &typed) {
            return found;
        }
        if !wanted.is_things() && self.is_plan(text, &typed) {
            return Ok(Target::Plan);
        }
        self.titled(text, wanted)
    }

    /// The slots of the date that the text names, unless something is called that.
    fn on_date(&self, text: &str, typed: &str) -> Option<Result<Target<'a>>> {
        let today = self.study.today;
        let date = words::written(typed, today).or(words::day_word(typed, today))?;
        if self.is_title(text) {
            return None;
        }
        let slots = self.study.day_on(date).map(|day| day.slots);
        let slots = slots.filter(|slots| !slots.is_empty());
        Some(slots.map(Target::Date).ok_or_else(|| {
            let text = text.to_owned();
            self.hint_at_slots(Error::usage(Lookup::NoSlots { text, date }))
        }))
    }

    fn numbered(&self, text: &str, numbers: &[usize]) -> Result<Target<'a>> {
        let day = self.day.as_ref().filter(|day| !day.slots.is_empty());
        let day = day.ok_or_else(|| self.no_slots(text))?;
        let find = |number: usize| {
            let slot = day.slots.iter().find(|slot| slot.ordinal == number);
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

    /// The error for a number, or `all`, on a date without slots.
    fn no_slots(&self, text: &str) -> Error {
        let (text, date) = (text.to_owned(), self.date);
        self.hint_at_slots(Error::usage(Lookup::NoSlots { text, date }))
    }

    /// The error where nothing says which slots are meant: lists the day's open ones.
    fn no_target(&self) -> Error {
        let error = Error::usage(Recording::NoTarget);
        let slots = self.day.iter().flat_map(|day| &day.slots);
        let slots = slots.filter(|slot| slot.is_open());
        let slots: Vec<(String, SlotName)> =
            slots.map(|slot| (slot.number(), slot.name())).collect();
        if slots.is_empty() {
            return self.hint_at_slots(error);
        }
        let date = Some(self.date).filter(|date| *date != self.study.today);
        error.hint(RecordingHint::OpenSlots { date, slots })
    }

    /// Adds what was probably meant: what is overdue, else the next slot.
    fn hint_at_slots(&self, error: Error) -> Error {
        let slots = self.study.slots().map(Thing::Slot);
        let things = slots.chain(self.study.deliverables().map(Thing::Deliverable));
        let overdue = things.filter(|thing| thing.status() == Status::Overdue);
        let overdue: Vec<SlotName> = overdue.map(|thing| thing.name()).collect();
        match next_open(self.study) {
            _ if !overdue.is_empty() => {
                error.hint(LookupHint::Overdue(overdue.into_iter().collect()))
            }
            Some(next) => error.hint(LookupHint::NextSlot(next.name())),
            None => error,
        }
    }
}

#[cfg(test)]
mod tests;
