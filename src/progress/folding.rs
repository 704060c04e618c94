//! Adding up events one after the other, without keeping their words.

use std::collections::HashMap;

use chrono::NaiveDate;
use memchr::arch::all::is_equal;
use uuid::Uuid;

use super::fold::{Move, is_live_by, moved, moves, take_higher, undone};
use super::{Event, Fingerprint, Mark, Note, Order, Placement, Progress, State, What};
use crate::model::Minutes;

/// A mark on a slot, in borrowed words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told<'a> {
    /// Where its event stands.
    pub order: Order,
    /// The run of a command it belongs to.
    pub op: Uuid,
    /// The study date it counts for.
    pub day: NaiveDate,
    /// The slot's id.
    pub slot: &'a str,
    /// The slot's title.
    pub title: &'a str,
    /// What it says.
    pub what: Says<'a>,
}

/// What a mark says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says<'a> {
    /// As [`What::Done`].
    Done(Option<Minutes>, Option<Fingerprint>),
    /// As [`What::Skip`].
    Skip(Option<&'a str>, Option<Fingerprint>),
    /// As [`What::Note`].
    Note(&'a str),
    /// As [`What::Move`].
    Move(Placement),
}

impl<'a> Told<'a> {
    /// The mark that `event` is; `None` where it is none.
    #[must_use]
    pub fn of(event: &'a Event) -> Option<Self> {
        let (slot, title) = event.slot()?;
        let what = match &event.what {
            What::Done {
                minutes,
                fingerprint,
                ..
            } => Says::Done(*minutes, *fingerprint),
            What::Skip {
                why, fingerprint, ..
            } => Says::Skip(why.as_deref(), *fingerprint),
            What::Note { text, .. } => Says::Note(text),
            What::Move { to, .. } => Says::Move(*to),
            _ => return None,
        };
        Some(Self {
            order: event.order(),
            op: event.op,
            day: event.day,
            slot,
            title,
            what,
        })
    }
}

/// A mark whose slot is known by its number, and whose words are its own.
struct Kept {
    order: Order,
    op: Uuid,
    slot: u32,
    day: NaiveDate,
    what: Said,
}

enum Said {
    Done(Option<Minutes>, Option<Fingerprint>),
    Skip(Option<Box<str>>, Option<Fingerprint>),
    Note(Box<str>),
    Move(Placement),
}

impl From<Says<'_>> for Said {
    fn from(says: Says) -> Self {
        match says {
            Says::Done(minutes, fingerprint) => Self::Done(minutes, fingerprint),
            Says::Skip(why, fingerprint) => Self::Skip(why.map(Box::from), fingerprint),
            Says::Note(text) => Self::Note(text.into()),
            Says::Move(placement) => Self::Move(placement),
        }
    }
}

/// Events that are being added up; their order does not matter. Each must be taken once.
#[derive(Default)]
pub struct Folding {
    marks: Vec<Kept>,
    /// All that are no marks.
    others: Vec<Event>,
    /// Ids and titles of slots, by number.
    slots: Vec<(String, String)>,
    numbers: HashMap<Box<[u8]>, u32>,
    /// What `numbers` is asked, made anew each time.
    key: Vec<u8>,
    /// The number of the slot that was marked last.
    last: usize,
    max: Option<Order>,
    max_id: Option<Uuid>,
    last_day: Option<NaiveDate>,
    /// Whether each stood above those before it and its id did too, so that none can have come
    /// twice.
    is_rising: bool,
}

impl Folding {
    /// With room for about so many marks.
    #[must_use]
    pub fn with_capacity(marks: usize) -> Self {
        Self {
            marks: Vec::with_capacity(marks),
            is_rising: true,
            ..Self::default()
        }
    }

    /// Takes in an event.
    pub fn take(&mut self, event: &Event) {
        if let Some(told) = Told::of(event) {
            return self.take_told(&told);
        }
        self.note(event.order(), event.day);
        self.others.push(event.clone());
    }

    /// Takes in a mark.
    pub fn take_told(&mut self, told: &Told) {
        self.note(told.order, told.day);
        let slot = self.number(told.slot, told.title);
        self.marks.push(Kept {
            order: told.order,
            op: told.op,
            slot,
            day: told.day,
            what: told.what.into(),
        });
    }

    fn note(&mut self, order: Order, day: NaiveDate) {
        self.is_rising &= Some(order) > self.max && Some(order.1) > self.max_id;
        self.max = self.max.max(Some(order));
        self.max_id = self.max_id.max(Some(order.1));
        self.last_day = self.last_day.max(Some(day));
    }

    /// The number of a slot. Marks mostly follow the plan, so what came after the last slot before
    /// is tried first.
    fn number(&mut self, id: &str, title: &str) -> u32 {
        let next = self.last + 1;
        let next = if next < self.slots.len() { next } else { 0 };
        let same = |a: &str, b: &str| is_equal(a.as_bytes(), b.as_bytes());
        let is_next = |slot: &(String, String)| same(&slot.0, id) && same(&slot.1, title);
        self.last = if self.slots.get(next).is_some_and(is_next) {
            next
        } else {
            self.looked_up(id, title) as usize
        };
        u32::try_from(self.last).unwrap_or(u32::MAX)
    }

    fn looked_up(&mut self, id: &str, title: &str) -> u32 {
        self.key.clear();
        self.key.extend_from_slice(id.as_bytes());
        // No UTF-8 text holds this byte.
        self.key.push(0xff);
        self.key.extend_from_slice(title.as_bytes());
        if let Some(number) = self.numbers.get(&self.key[..]) {
            return *number;
        }
        let number = u32::try_from(self.slots.len()).unwrap_or(u32::MAX);
        self.slots.push((id.to_owned(), title.to_owned()));
        self.numbers.insert(self.key.as_slice().into(), number);
        number
    }

    /// Whether none was taken in.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.max.is_none()
    }

    /// Where the highest stands, and the greatest id; `None` where there is none.
    #[must_use]
    pub fn highest(&self) -> Option<(Order, Uuid)> {
        self.max.zip(self.max_id)
    }

    /// The greatest Lamport number; 0 where there is none.
    #[must_use]
    pub fn max_n(&self) -> u64 {
        self.max.map_or(0, |(n, _)| n)
    }

    /// The latest study date that anything was recorded for.
    #[must_use]
    pub fn last_day(&self) -> Option<NaiveDate> {
        self.last_day
    }

    /// Whether an event may have been taken twice.
    #[must_use]
    pub fn may_hold_one_twice(&self) -> bool {
        if self.is_rising {
            return false;
        }
        let marks = self.marks.iter().map(|mark| mark.order.1);
        let mut ids: Vec<Uuid> = marks
            .chain(self.others.iter().map(|other| other.id))
            .collect();
        ids.sort_unstable();
        ids.windows(2).any(|pair| pair[0] == pair[1])
    }

    /// What they add up to.
    #[must_use]
    pub fn finish(self) -> Progress {
        let dead = undone(&self.others);
        let moves = moves(&self.others, &dead);
        let mut begins: Vec<(bool, Order, NaiveDate)> = Vec::new();
        let mut progress = Progress::default();
        for event in &self.others {
            let live = is_live_by(event.order(), event.op, &dead);
            match event.what {
                What::Begin { start, .. } => begins.push((live, event.order(), start)),
                _ if live => progress.rests.take(event),
                _ => {}
            }
        }
        let mut marks: Vec<Mark> = Vec::new();
        marks.resize_with(self.slots.len(), Mark::default);
        for kept in self.marks {
            if !is_live_by(kept.order, kept.op, &dead) {
                continue;
            }
            match moved_to(&self.slots, &kept, &moves) {
                None => kept.tell(&mut marks[kept.slot as usize]),
                Some(key) => kept.tell(progress.marks.entry(key).or_default()),
            }
        }
        let told = self.slots.into_iter().zip(marks);
        for (key, mark) in told.filter(|(_, mark)| *mark != Mark::default()) {
            progress.marks.entry(key).or_default().absorb(&mark);
        }
        for mark in progress.marks.values_mut() {
            mark.notes.sort_by_key(|note| note.order);
        }
        progress.begin(&begins);
        progress
    }
}

/// The id and title that the slot of a mark has by now, if they are others.
fn moved_to(slots: &[(String, String)], kept: &Kept, moves: &[Move]) -> Option<(String, String)> {
    if moves.is_empty() {
        return None;
    }
    let (id, title) = slots.get(kept.slot as usize)?;
    let now = moved((id, title), kept.order, moves);
    (now != (id.as_str(), title.as_str())).then(|| (now.0.to_owned(), now.1.to_owned()))
}

impl Kept {
    fn tell(&self, mark: &mut Mark) {
        let says = match &self.what {
            Said::Done(minutes, fingerprint) => Says::Done(*minutes, *fingerprint),
            Said::Skip(why, fingerprint) => Says::Skip(why.as_deref(), *fingerprint),
            Said::Note(text) => Says::Note(text),
            Said::Move(placement) => Says::Move(*placement),
        };
        says.tell(mark, self.order, self.day);
    }
}

impl Says<'_> {
    /// Lets `mark` say what this says, whatever stands below it; remarks come in as they are told.
    pub(super) fn tell(self, mark: &mut Mark, order: Order, day: NaiveDate) {
        let mut settle = |state, fingerprint: Option<Fingerprint>| {
            take_higher(&mut mark.state, Some((order, state, day)), |s| s.0);
            take_higher(
                &mut mark.fingerprint,
                fingerprint.map(|fingerprint| (order, fingerprint)),
                |s| s.0,
            );
        };
        match self {
            Self::Done(minutes, fingerprint) => {
                settle(State::Done, fingerprint);
                let minutes = minutes.map(|minutes| (order, minutes));
                take_higher(&mut mark.minutes, minutes, |m| m.0);
            }
            Self::Skip(why, fingerprint) => {
                settle(State::Skipped, fingerprint);
                let why = why.map(|why| (order, why.to_owned()));
                take_higher(&mut mark.why, why, |w| w.0);
            }
            Self::Note(text) => mark.notes.push(Note {
                order,
                day,
                text: text.to_owned(),
            }),
            Self::Move(placement) => {
                take_higher(&mut mark.placement, Some((order, placement)), |s| s.0)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slot_has_one_number_whatever_came_before_it() {
        let slots = [("a", "A"), ("b", "B"), ("a", "B"), ("c", "C")];
        let asked = [0, 1, 2, 3, 0, 1, 2, 3, 3, 2, 1, 0, 0, 2, 2, 1, 3_u32];
        let mut folding = Folding::default();
        for number in asked {
            let (id, title) = slots[number as usize];
            assert_eq!(folding.number(id, title), number, "{id} {title}");
        }
    }
}
