//! What is known of a slot: its marks, added up.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::parts::{Made, Parts, take_higher};
use super::timer::Timers;
use super::{Event, Fingerprint, Order, What};
use crate::model::{Minutes, Placement};

/// What a slot's marks say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) enum State {
    /// It was done.
    Done,
    /// It was left out on purpose.
    Skipped,
}

/// A note on a slot.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct SlotNote {
    /// The order of its event.
    order: Order,
    /// The study date it was written on.
    pub(crate) day: NaiveDate,
    pub(crate) text: String,
}

impl SlotNote {
    /// The id of its event.
    pub(crate) fn id(&self) -> Uuid {
        self.order.1
    }
}

/// A `done` or `skip`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Settled {
    pub(crate) order: Order,
    pub(crate) state: State,
    /// When it was made.
    pub(super) made: Made,
    /// What the slot held then, if the event says so.
    pub(crate) fingerprint: Option<Fingerprint>,
}

/// All that is known of a slot.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Mark {
    /// The highest live `done` or `skip`, which decides unless the slot was reopened since.
    pub(crate) settled: Option<Settled>,
    /// The highest live `reopen`: no earlier `done` or `skip` counts.
    pub(super) reopened: Option<Order>,
    /// The highest live `done` or `skip` that did not repeat an earlier one: its state, and when it was
    /// made.
    pub(super) first: Option<(Order, State, Made)>,
    /// The minutes of the highest live `done` that names any.
    pub(super) minutes: Option<(Order, Minutes)>,
    /// Why it was skipped, by the highest live `skip` that says so.
    pub(super) why: Option<(Order, String)>,
    /// Notes that were added, in order.
    pub(super) notes: BTreeSet<SlotNote>,
    /// The ids of those that were removed.
    pub(super) removed: BTreeSet<Uuid>,
    /// Where the highest live `move` put it.
    pub(crate) placement: Option<(Order, Placement)>,
    /// The same of those moves that were part of a shift: the slot's baseline since.
    pub(crate) base: Option<(Order, Placement)>,
    /// What is known of its sittings.
    pub(crate) parts: Parts,
    pub(super) timers: Timers,
    /// The study date of the highest live `move`.
    pub(super) moved_on: Option<(Order, NaiveDate)>,
    /// What its subject holds, and how alike others were, by the highest live event that says so.
    #[serde(skip)]
    pub(super) fingerprint: Option<(Order, Fingerprint)>,
}

impl Mark {
    /// What one event says of its slot; `is_shift` if it belongs to a shift.
    pub(super) fn of(event: &Event, is_shift: bool) -> Self {
        let order = event.order();
        let mut mark = Self::default();
        let made = Made {
            day: event.day,
            at: event.at.naive_local(),
        };
        let settled = |state, fingerprint| Settled {
            order,
            state,
            made,
            fingerprint,
        };
        let fingerprint = match &event.what {
            What::Done {
                minutes,
                fingerprint,
                again,
                ..
            } => {
                mark.first = (!again).then_some((order, State::Done, made));
                mark.settled = Some(settled(State::Done, *fingerprint));
                mark.minutes = minutes.map(|minutes| (order, minutes));
                *fingerprint
            }
            What::Skip {
                why,
                fingerprint,
                again,
                ..
            } => {
                mark.first = (!again).then_some((order, State::Skipped, made));
                mark.settled = Some(settled(State::Skipped, *fingerprint));
                mark.why = why.clone().map(|why| (order, why));
                *fingerprint
            }
            What::Start { fingerprint, .. } | What::Stop { fingerprint, .. } => {
                mark.timers.take(event);
                *fingerprint
            }
            what => mark.take(what, (order, made), is_shift),
        };
        mark.fingerprint = fingerprint.map(|fingerprint| (order, fingerprint));
        mark
    }

    /// Takes in what an event says that neither is a `done` nor a `skip`, and returns the content that
    /// it records.
    fn take(
        &mut self,
        what: &What,
        (order, made): (Order, Made),
        is_shift: bool,
    ) -> Option<Fingerprint> {
        let day = made.day;
        match what {
            What::Sitting { fingerprint, .. } => {
                self.parts.record(what, order, made);
                *fingerprint
            }
            What::Move {
                to,
                part: Some(part),
                fingerprint,
                ..
            } => {
                self.parts.move_to(*part, order, *to, is_shift);
                self.moved_on = Some((order, day));
                *fingerprint
            }
            What::Note {
                text, fingerprint, ..
            } => {
                let text = text.clone();
                self.notes.insert(SlotNote { order, day, text });
                *fingerprint
            }
            What::Reopen { fingerprint, .. } => {
                self.reopened = Some(order);
                *fingerprint
            }
            What::Unnote {
                of, fingerprint, ..
            } => {
                self.removed.insert(*of);
                *fingerprint
            }
            What::Move {
                to, fingerprint, ..
            } => {
                self.placement = Some((order, *to));
                self.base = is_shift.then_some((order, *to));
                self.moved_on = Some((order, day));
                *fingerprint
            }
            _ => None,
        }
    }

    /// Takes in what another says of the same slot. The order of taking in matters only where two events
    /// have the same order, because somebody has edited a line: the later one wins.
    pub(crate) fn absorb(&mut self, mut other: Self) {
        take_higher(&mut self.settled, other.settled, |s| s.order);
        take_higher(&mut self.reopened, other.reopened, |r| *r);
        take_higher(&mut self.first, other.first, |f| f.0);
        take_higher(&mut self.minutes, other.minutes, |m| m.0);
        take_higher(&mut self.why, other.why, |w| w.0);
        take_higher(&mut self.placement, other.placement, |s| s.0);
        take_higher(&mut self.base, other.base, |b| b.0);
        self.parts.absorb(other.parts);
        self.timers.absorb(other.timers);
        take_higher(&mut self.moved_on, other.moved_on, |m| m.0);
        take_higher(&mut self.fingerprint, other.fingerprint, |s| s.0);
        if other.notes.len() > self.notes.len() {
            std::mem::swap(&mut self.notes, &mut other.notes);
        }
        self.notes.extend(other.notes);
        self.removed.extend(other.removed);
    }

    /// Whether it says nothing of what happened, but at most where the slot was put.
    pub(crate) fn is_bare(&self) -> bool {
        self.settled.is_none()
            && self.notes().next().is_none()
            && self.recorded().next().is_none()
            && self.timers.is_empty()
    }

    /// Whether it says nothing at all.
    pub(crate) fn is_empty(&self) -> bool {
        self.is_bare() && self.placement.is_none() && self.parts == Parts::default()
    }

    /// Forgets moves that are not above `order`.
    pub(super) fn drop_placements(&mut self, order: Order) {
        self.placement = self.placement.filter(|(own, _)| *own > order);
        self.base = self.base.filter(|(own, _)| *own > order);
        self.parts.drop_placements(order);
    }

    /// The study date on which it was moved to where it is, if it was moved.
    pub(crate) fn moved_on(&self) -> Option<NaiveDate> {
        let is_moved = self.placement.is_some() || self.parts.is_any_moved();
        self.moved_on.filter(|_| is_moved).map(|(_, day)| day)
    }

    /// The notes that count, in order.
    pub(crate) fn notes(&self) -> impl Iterator<Item = &SlotNote> {
        let removed = |note: &&SlotNote| self.removed.contains(&note.id());
        self.notes.iter().filter(move |note| !removed(note))
    }

    /// Why it was skipped, if the learner said.
    pub(crate) fn why(&self) -> Option<&str> {
        let why = self.why.as_ref().filter(|why| self.is_current(why.0));
        why.map(|(_, why)| why.as_str())
    }

    /// Whether the slot counts as done or skipped.
    pub(crate) fn state(&self) -> Option<State> {
        self.current().map(|settled| settled.state)
    }

    /// The `done` or `skip` that decides.
    fn current(&self) -> Option<Settled> {
        self.settled
            .filter(|settled| self.is_current(settled.order))
    }

    /// Whether the slot was not reopened after an event of this order.
    fn is_current(&self, order: Order) -> bool {
        self.reopened.is_none_or(|reopened| reopened < order)
    }

    /// The study date since which it counts as done or skipped.
    pub(crate) fn settled_on(&self) -> Option<NaiveDate> {
        self.settled_when().map(|made| made.day)
    }

    /// Since when it counts as done or skipped: marking it again does not change that. Where no live
    /// mark is the first, the one that decides has the date.
    pub(crate) fn settled_when(&self) -> Option<Made> {
        let settled = self.current()?;
        let first = self.first.filter(|first| self.is_current(first.0));
        let first = first.filter(|first| first.1 == settled.state);
        Some(first.map_or(settled.made, |first| first.2))
    }

    /// The study date it was done on, if it counts as done.
    pub(crate) fn done_on(&self) -> Option<NaiveDate> {
        self.done().and_then(|_| self.settled_on())
    }

    /// The minutes it took; only while it counts as done.
    pub(crate) fn actual(&self) -> Option<Minutes> {
        self.done()?;
        let minutes = self.minutes.filter(|minutes| self.is_current(minutes.0));
        // What was said of the whole slot includes its sittings.
        minutes.map(|(_, minutes)| minutes.max(self.in_sittings()))
    }

    /// What the slot held when it was done, if it counts as done and the mark that decides says so.
    pub(crate) fn fingerprint_when_done(&self) -> Option<Fingerprint> {
        self.done()?.fingerprint
    }

    /// Whether it counts as done and the slot is known to have held something else than
    /// `fingerprint` then.
    pub(crate) fn was_done_before_change(&self, fingerprint: &Fingerprint) -> bool {
        self.fingerprint_when_done()
            .is_some_and(|then| !then.is_same_as(fingerprint))
    }

    fn done(&self) -> Option<Settled> {
        self.current().filter(|last| last.state == State::Done)
    }
}
