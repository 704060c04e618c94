//! Where slots are to be done: a row for each, or one for each of the sittings that a fit divides
//! it into.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::calendar::Calendar;
use crate::model::{Dates, Minutes, Placement, Plan, SlotRef, Stretch};
use crate::progress::{Layout, Mark, Reconciled, Sitting};

/// Which sitting of a slot a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SittingNumber {
    /// Its number, from 1.
    pub(crate) n: usize,
    /// How many sittings the slot has.
    pub(crate) of: usize,
    /// The part of the slot's minutes that it is for.
    pub(crate) part: Stretch,
    /// Whether no other sitting of the slot is on a later date.
    pub(super) is_last: bool,
}

/// Where a slot, or a sitting of it, is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Row {
    /// Where the plan has it, or the latest fit or shift.
    pub(super) baseline: Placement,
    /// Where it is now.
    pub(super) now: Placement,
    /// Which sitting it is, if the slot has several, or if a part of it is recorded.
    pub(super) sitting: Option<SittingNumber>,
}

/// The rows of slots that were fitted, shifted, or recorded in part, by their ids; all others have
/// one, where the plan has them or where they were moved.
pub(super) type Rows = HashMap<String, Vec<Row>>;

/// The rows of the slots of a plan that were fitted, shifted, or recorded in part.
pub(super) fn rows(
    plan: &Plan,
    calendar: &Calendar,
    layout: Option<&Layout>,
    reconciled: &Reconciled,
) -> Rows {
    let is_special = |mark: &Mark| mark.base.is_some() || mark.recorded().next().is_some();
    if layout.is_none() && !reconciled.marks.values().any(is_special) {
        return Rows::new();
    }
    let rows = plan.slots().filter_map(|place| {
        let id = place.slot.id.as_str();
        let mark = reconciled.marks.get(id);
        let laid = layout.and_then(|layout| layout.slots.get(id));
        if laid.is_none() && !mark.is_some_and(is_special) {
            return None;
        }
        let own = || vec![own_sitting(calendar, &place)];
        let sittings = laid.cloned().unwrap_or_else(own);
        Some((id.to_owned(), rows_of(&place, &sittings, mark)))
    });
    rows.collect()
}

/// Where the plan itself has a slot.
fn own_sitting(calendar: &Calendar, place: &SlotRef) -> Sitting {
    Sitting {
        dates: calendar.days[place.day_index],
        time: place.slot.time,
        minutes: place.slot.planned().unwrap_or_default(),
    }
}

/// The rows of a slot that is laid in `sittings`.
fn rows_of(place: &SlotRef, sittings: &[Sitting], mark: Option<&Mark>) -> Vec<Row> {
    let planned = place.slot.planned();
    let length = |sitting: &Sitting| match sitting.minutes {
        Minutes::ZERO => planned.unwrap_or_default(),
        minutes => minutes,
    };
    let is_recorded = mark.is_some_and(|mark| mark.recorded().next().is_some());
    let mut from = 0;
    let mut rows = Vec::with_capacity(sittings.len());
    for (at, sitting) in sittings.iter().enumerate() {
        let part = Stretch::new(from, from + length(sitting).0);
        from += length(sitting).0;
        let part = part.filter(|_| sittings.len() > 1 || is_recorded);
        let (n, of) = (at + 1, sittings.len());
        let number = part.map(|part| SittingNumber {
            n,
            of,
            part,
            is_last: false,
        });
        rows.push(row(sitting, number, mark));
    }
    let mut rows = match mark.and_then(|mark| mark.placement) {
        Some((_, to)) if rows.len() > 1 => joined(&rows, to, mark),
        _ => rows,
    };
    let last = rows.iter_mut().max_by_key(|row| row.now.last);
    if let Some(sitting) = last.and_then(|row| row.sitting.as_mut()) {
        sitting.is_last = true;
    }
    rows
}

fn row(sitting: &Sitting, number: Option<SittingNumber>, mark: Option<&Mark>) -> Row {
    let Dates { first, last } = sitting.dates;
    let laid = Placement {
        date: first,
        last,
        time: sitting.time,
    };
    let (base, moved) = match (number, mark) {
        (Some(number), Some(mark)) => mark.parts.moves_of(number.part),
        _ => (None, None),
    };
    let whole = |placement: Option<(_, Placement)>| placement.map(|(_, to)| to);
    let baseline = base.or(mark.and_then(|mark| whole(mark.base)));
    let baseline = baseline.unwrap_or(laid);
    // A move of the whole slot moves only those of several sittings that are not recorded.
    let is_only = number.is_none_or(|number| number.of == 1);
    let whole_move = mark
        .filter(|_| is_only)
        .and_then(|mark| whole(mark.placement));
    let now = moved.or(whole_move);
    Row {
        baseline,
        now: now.unwrap_or(baseline),
        sitting: number,
    }
}

/// The rows of a slot that was moved as a whole: what is not recorded is there, in one sitting if
/// nothing in between is recorded.
fn joined(rows: &[Row], to: Placement, mark: Option<&Mark>) -> Vec<Row> {
    let is_recorded = |row: &Row| {
        let part = row.sitting.map(|sitting| sitting.part);
        part.is_some_and(|part| mark.is_some_and(|mark| mark.covered(part) >= part.length()))
    };
    let mut rows: Vec<Row> = rows
        .chunk_by(|a, b| !is_recorded(a) && !is_recorded(b))
        .filter_map(|run| {
            let (first, last) = (run.first()?, run.last()?);
            if is_recorded(last) {
                return Some(*last);
            }
            let (from, until) = (first.sitting?.part.from, last.sitting?.part.to);
            let part = Stretch::new(from, until)?;
            let sitting = SittingNumber {
                n: 0,
                of: 0,
                part,
                is_last: false,
            };
            Some(Row {
                now: to,
                sitting: Some(sitting),
                ..*last
            })
        })
        .collect();
    let of = rows.len();
    for (at, row) in rows.iter_mut().enumerate() {
        if let Some(sitting) = &mut row.sitting {
            (sitting.n, sitting.of) = (at + 1, of);
        }
    }
    rows
}
