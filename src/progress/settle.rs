//! Slots that are done sitting by sitting.

use super::mark::Settled;
use super::{Mark, Recorded, State};
use crate::model::{Minutes, Stretch};

impl Mark {
    /// Its sittings that were recorded, in the order of the slot.
    pub(crate) fn recorded(&self) -> impl Iterator<Item = Recorded> {
        self.parts.recorded(self.reopened)
    }

    /// How long its sittings that were recorded took together.
    pub(crate) fn in_sittings(&self) -> Minutes {
        self.recorded().map(|one| one.length()).sum()
    }

    /// How many minutes of a part are recorded.
    pub(crate) fn covered(&self, part: Stretch) -> Minutes {
        part.covered(self.recorded().map(|recorded| recorded.part))
    }

    /// Counts it as done if it is open and its sittings cover `all` its minutes: since the last of
    /// them, and for as long as they took.
    pub(crate) fn settle(&mut self, all: Minutes) {
        let Some(whole) = Stretch::new(0, all.0).filter(|_| self.state().is_none()) else {
            return;
        };
        let recorded: Vec<Recorded> = self.recorded().collect();
        let Some(last) = recorded.iter().max_by_key(|one| one.order) else {
            return;
        };
        if self.covered(whole) < all {
            return;
        }
        let (order, state, fingerprint) = (last.order, State::Done, None);
        let made = recorded.iter().map(|one| one.made).max();
        let made = made.unwrap_or(last.made);
        self.settled = Some(Settled {
            order,
            state,
            made,
            fingerprint,
        });
        self.first = Some((order, state, made));
        let took = Recorded::took_together(&recorded);
        self.minutes = took.map(|took| (order, took));
    }
}
