//! What is known of a slot: its marks, added up.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

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

/// A remark on a slot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SlotNote {
    /// The order of its event.
    pub(crate) order: Order,
    /// The study date it was written on.
    pub(crate) day: NaiveDate,
    /// The remark.
    pub(crate) text: String,
}

/// All that is known of one slot under one title.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Mark {
    /// The mark that decides: the highest of the live ones, with the study date it was made on.
    pub(crate) state: Option<(Order, State, NaiveDate)>,
    /// The minutes of the highest live `done` that names any.
    pub(crate) minutes: Option<(Order, Minutes)>,
    /// Why it was skipped, by the highest live `skip` that says so.
    pub(crate) why: Option<(Order, String)>,
    /// Live remarks, in order.
    pub(crate) notes: Vec<SlotNote>,
    /// Where the highest live `move` put it.
    pub(crate) placement: Option<(Order, Placement)>,
    /// What the slot held when it was marked, by the highest live `done` or `skip` that says so.
    pub(crate) fingerprint: Option<(Order, Fingerprint)>,
}

impl Mark {
    /// What one event says of its slot.
    pub(super) fn of(event: &Event) -> Self {
        let order = event.order();
        let state = |state| Some((order, state, event.day));
        match &event.what {
            What::Done {
                minutes,
                fingerprint,
                ..
            } => Self {
                state: state(State::Done),
                minutes: minutes.map(|minutes| (order, minutes)),
                fingerprint: fingerprint.map(|fingerprint| (order, fingerprint)),
                ..Self::default()
            },
            What::Skip {
                why, fingerprint, ..
            } => Self {
                state: state(State::Skipped),
                why: why.clone().map(|why| (order, why)),
                fingerprint: fingerprint.map(|fingerprint| (order, fingerprint)),
                ..Self::default()
            },
            What::Note { text, .. } => Self {
                notes: vec![SlotNote {
                    order,
                    day: event.day,
                    text: text.clone(),
                }],
                ..Self::default()
            },
            What::Move { to, .. } => Self {
                placement: Some((order, *to)),
                ..Self::default()
            },
            _ => Self::default(),
        }
    }

    /// Takes in what another says of the same slot. The order of taking in does not matter.
    pub(crate) fn absorb(&mut self, other: Self) {
        take_higher(&mut self.state, other.state, |s| s.0);
        take_higher(&mut self.minutes, other.minutes, |m| m.0);
        take_higher(&mut self.why, other.why, |w| w.0);
        take_higher(&mut self.placement, other.placement, |s| s.0);
        take_higher(&mut self.fingerprint, other.fingerprint, |s| s.0);
        for note in other.notes {
            let at = self.notes.partition_point(|known| known.order < note.order);
            self.notes.insert(at, note);
        }
    }

    /// Whether it says nothing of what happened, but at most where the slot was put.
    pub(crate) fn is_bare(&self) -> bool {
        self.state.is_none() && self.notes.is_empty()
    }

    /// Whether it says nothing at all.
    pub(crate) fn is_empty(&self) -> bool {
        self.is_bare() && self.placement.is_none()
    }

    /// Whether the slot counts as done.
    pub(crate) fn is_done(&self) -> bool {
        matches!(self.state, Some((_, State::Done, _)))
    }

    /// The minutes it took; only while it counts as done.
    pub(crate) fn actual(&self) -> Option<Minutes> {
        self.minutes
            .filter(|_| self.is_done())
            .map(|(_, minutes)| minutes)
    }

    /// What the slot held when it was done, if it counts as done and the mark that decides says so.
    pub(crate) fn fingerprint_when_done(&self) -> Option<Fingerprint> {
        let (order, _, _) = self.state.filter(|_| self.is_done())?;
        self.fingerprint
            .filter(|(of, _)| *of == order)
            .map(|(_, fingerprint)| fingerprint)
    }

    /// Whether it counts as done and the slot is known to have held something else than `fingerprint` then.
    pub(crate) fn was_done_before_change(&self, fingerprint: &Fingerprint) -> bool {
        self.fingerprint_when_done()
            .is_some_and(|then| !then.is_same_as(fingerprint))
    }
}

fn take_higher<T>(mine: &mut Option<T>, other: Option<T>, order: impl Fn(&T) -> Order) {
    let higher = match (&*mine, &other) {
        (Some(a), Some(b)) => order(b) > order(a),
        (None, Some(_)) => true,
        (_, None) => false,
    };
    if higher {
        *mine = other;
    }
}
