//! What is known of the sittings of a slot.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::{Order, What};
use crate::model::{Minutes, Placement, Stretch};

/// When something was recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Made {
    /// The study date it counts for.
    pub(crate) day: NaiveDate,
    /// The learner's clock then, or the time that the learner gave.
    pub(crate) at: NaiveDateTime,
}

/// What is known of a part of a slot.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct PartMark {
    /// The highest live event that records it, and when it did.
    recorded: Option<(Order, Made)>,
    /// The same of those that did not repeat an earlier one.
    first: Option<(Order, Made)>,
    /// The minutes of the highest that names any.
    minutes: Option<(Order, Minutes)>,
    /// Where the highest live `move` of it alone put it.
    pub(super) placement: Option<(Order, Placement)>,
    /// The same of those moves that were part of a shift.
    pub(super) base: Option<(Order, Placement)>,
}

/// A sitting that was recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Recorded {
    /// Which part of the slot it was.
    pub(crate) part: Stretch,
    /// When it was recorded.
    pub(crate) made: Made,
    /// How long it took, if the learner said.
    pub(crate) took: Option<Minutes>,
    /// The order of the event that decides.
    pub(super) order: Order,
}

impl Recorded {
    /// How long it took, else how long it was planned to take.
    pub(crate) fn length(&self) -> Minutes {
        self.took.unwrap_or(self.part.length())
    }

    /// How long sittings took together, if the learner said of any.
    pub(crate) fn took_together(sittings: &[Self]) -> Option<Minutes> {
        let any_took = sittings.iter().any(|one| one.took.is_some());
        any_took.then(|| sittings.iter().map(Self::length).sum())
    }
}

/// What is known of the parts of a slot.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Parts(BTreeMap<Stretch, PartMark>);

impl Parts {
    /// Takes in a `sitting` with its order, and when it was recorded.
    pub(super) fn record(&mut self, what: &What, order: Order, made: Made) {
        if let What::Sitting {
            part,
            minutes,
            again,
            ..
        } = what
        {
            let mark = self.0.entry(*part).or_default();
            mark.recorded = Some((order, made));
            mark.first = (!again).then_some((order, made));
            mark.minutes = minutes.map(|minutes| (order, minutes));
        }
    }

    /// Takes in a move of one part; `is_shift` if it belongs to a shift.
    pub(super) fn move_to(&mut self, part: Stretch, order: Order, to: Placement, is_shift: bool) {
        let mark = self.0.entry(part).or_default();
        mark.placement = Some((order, to));
        mark.base = is_shift.then_some((order, to));
    }

    /// Takes in what another says of the same slot.
    pub(super) fn absorb(&mut self, other: Self) {
        for (part, theirs) in other.0 {
            let mine = self.0.entry(part).or_default();
            take_higher(&mut mine.recorded, theirs.recorded, |r| r.0);
            take_higher(&mut mine.first, theirs.first, |f| f.0);
            take_higher(&mut mine.minutes, theirs.minutes, |m| m.0);
            take_higher(&mut mine.placement, theirs.placement, |p| p.0);
            take_higher(&mut mine.base, theirs.base, |b| b.0);
        }
    }

    /// Forgets moves that are not above `order`.
    pub(super) fn drop_placements(&mut self, order: Order) {
        for mark in self.0.values_mut() {
            mark.placement = mark.placement.filter(|(own, _)| *own > order);
            mark.base = mark.base.filter(|(own, _)| *own > order);
        }
        self.0.retain(|_, mark| *mark != PartMark::default());
    }

    /// Where a part was moved by itself: by a shift, and last.
    pub(crate) fn moves_of(&self, part: Stretch) -> (Option<Placement>, Option<Placement>) {
        let mark = self.0.get(&part);
        let base = mark.and_then(|mark| mark.base).map(|(_, to)| to);
        let placement = mark.and_then(|mark| mark.placement).map(|(_, to)| to);
        (base, placement)
    }

    /// Whether any part was moved by itself.
    pub(super) fn is_any_moved(&self) -> bool {
        self.0.values().any(|mark| mark.placement.is_some())
    }

    /// Sittings that were recorded and not reopened since, in the order of the slot.
    pub(super) fn recorded(&self, reopened: Option<Order>) -> impl Iterator<Item = Recorded> {
        self.0.iter().filter_map(move |(part, mark)| {
            let is_current = |order: Order| reopened.is_none_or(|reopened| reopened < order);
            let last = mark.recorded.filter(|(order, _)| is_current(*order))?;
            let first = mark.first.filter(|(order, _)| is_current(*order));
            let took = mark.minutes.filter(|(order, _)| is_current(*order));
            Some(Recorded {
                part: *part,
                made: first.unwrap_or(last).1,
                took: took.map(|(_, minutes)| minutes),
                order: last.0,
            })
        })
    }
}

/// Takes the other value if its order is not lower.
pub(super) fn take_higher<T>(mine: &mut Option<T>, other: Option<T>, order: impl Fn(&T) -> Order) {
    let higher = match (&*mine, &other) {
        (Some(a), Some(b)) => order(b) >= order(a),
        (None, Some(_)) => true,
        (_, None) => false,
    };
    if higher {
        *mine = other;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_which_only_a_move_was_known_is_forgotten_with_it() {
        let date = NaiveDate::from_ymd_opt(2026, 9, 7).expect("a date");
        let to = Placement {
            date,
            last: date,
            time: None,
        };
        let mut parts = Parts::default();
        let part = Stretch::new(0, 30).expect("a part");
        let order = |at| (at, uuid::Uuid::nil());
        parts.move_to(part, order(1), to, false);
        parts.drop_placements(order(0));
        assert_ne!(parts, Parts::default());
        parts.drop_placements(order(1));
        assert_eq!(parts, Parts::default());
    }
}
