//! A mark as a checkpoint keeps it: as [`Mark`], with dates as numbers of days.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::model::{Minutes, Window};
use crate::progress::{Fingerprint, Mark, Note, Order, Placement, State};

/// What is known of one slot under one title.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Entry {
    slot: String,
    title: String,
    /// Whether it is done, else skipped; and the study date.
    state: Option<(Order, bool, i32)>,
    minutes: Option<(Order, Minutes)>,
    why: Option<(Order, String)>,
    notes: Vec<Note>,
    /// The first and the last date, and the time.
    placement: Option<(Order, i32, i32, Option<Window>)>,
    fingerprint: Option<(Order, Fingerprint)>,
}

/// Days since the first of January of the year 1, that being 1.
pub(super) fn number(date: NaiveDate) -> i32 {
    use chrono::Datelike;
    date.num_days_from_ce()
}

/// The date of a number; `None` where no date has it.
pub(super) fn date(number: i32) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(number)
}

impl Entry {
    pub fn of((slot, title): &(String, String), mark: &Mark) -> Self {
        let is_done = |state| state == State::Done;
        Self {
            slot: slot.clone(),
            title: title.clone(),
            state: mark
                .state
                .map(|(order, state, day)| (order, is_done(state), number(day))),
            minutes: mark.minutes,
            why: mark.why.clone(),
            notes: mark.notes.clone(),
            placement: mark.placement.map(|(order, placement)| {
                (
                    order,
                    number(placement.date),
                    number(placement.last),
                    placement.time,
                )
            }),
            fingerprint: mark.fingerprint,
        }
    }

    /// The slot's id and title, and its mark; `None` where a number is no date.
    pub fn into_mark(self) -> Option<((String, String), Mark)> {
        let state = match self.state {
            None => None,
            Some((order, true, day)) => Some((order, State::Done, date(day)?)),
            Some((order, false, day)) => Some((order, State::Skipped, date(day)?)),
        };
        let placement = match self.placement {
            None => None,
            Some((order, first, last, time)) => {
                let (date, last) = (date(first)?, date(last)?);
                Some((order, Placement { date, last, time }))
            }
        };
        let mark = Mark {
            state,
            minutes: self.minutes,
            why: self.why,
            notes: self.notes,
            placement,
            fingerprint: self.fingerprint,
        };
        Some(((self.slot, self.title), mark))
    }
}
