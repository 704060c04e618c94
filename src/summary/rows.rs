//! Where slots are to be done: a row for each, or one for each of the sittings that a fit divides
//! it into.

use std::collections::HashMap;

use chrono::NaiveDate;
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
    /// Whether it has the minutes that were recorded for the whole slot, as far as they are not those of
    /// other sittings.
    pub(super) has_rest: bool,
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

/// The rows of the slots of a plan that were fitted, shifted, or recorded in part; and, of those in
/// several sittings that were moved, the rows that they had before.
pub(super) fn rows(
    plan: &Plan,
    calendar: &Calendar,
    layout: Option<&Layout>,
    reconciled: &Reconciled,
) -> (Rows, Rows) {
    let (mut rows, mut unmoved) = (Rows::new(), Rows::new());
    let is_special = |mark: &Mark| mark.base.is_some() || mark.recorded().next().is_some();
    if layout.is_none() && !reconciled.marks.values().any(is_special) {
        return (rows, unmoved);
    }
    for place in plan.slots() {
        let id = place.slot.id.as_str();
        let mark = reconciled.marks.get(id);
        let laid = layout.and_then(|layout| layout.slots.get(id));
        if laid.is_none() && !mark.is_some_and(is_special) {
            continue;
        }
        let own = || vec![own_sitting(calendar, &place)];
        let sittings = laid.cloned().unwrap_or_else(own);
        let laid = laid_rows(&place, &sittings, mark);
        if laid.len() > 1 && mark.and_then(Mark::moved_on).is_some() {
            unmoved.insert(id.to_owned(), rows_before(&laid, mark));
        }
        rows.insert(id.to_owned(), rows_now(laid, mark));
    }
    (rows, unmoved)
}

/// Where the plan itself has a slot.
fn own_sitting(calendar: &Calendar, place: &SlotRef) -> Sitting {
    Sitting {
        dates: calendar.days[place.day_index],
        time: place.slot.time,
        minutes: place.slot.planned().unwrap_or_default(),
    }
}

/// The rows of a slot that is laid in `sittings`, before it was moved as a whole.
fn laid_rows(place: &SlotRef, sittings: &[Sitting], mark: Option<&Mark>) -> Vec<Row> {
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
            has_rest: false,
        });
        rows.push(row(sitting, number, mark));
    }
    rows
}

/// The same as they are now.
fn rows_now(laid: Vec<Row>, mark: Option<&Mark>) -> Vec<Row> {
    let mut rows = match mark.and_then(|mark| mark.placement) {
        Some((_, to)) if laid.len() > 1 => joined(&laid, to, mark),
        _ => laid,
    };
    note_last(&mut rows, |row| row.now.last);
    note_rest(&mut rows, mark);
    rows
}

/// The same by where the sittings were before they were moved.
fn rows_before(laid: &[Row], mark: Option<&Mark>) -> Vec<Row> {
    let whole = mark.and_then(|mark| mark.placement);
    let mut rows = laid.to_vec();
    for row in &mut rows {
        let to = whole.filter(|_| !is_recorded(row, mark));
        row.now = to.map_or(row.now, |(_, to)| to);
    }
    note_last(&mut rows, |row| row.baseline.last);
    note_rest(&mut rows, mark);
    rows
}

fn note_last(rows: &mut [Row], date: impl Fn(&Row) -> NaiveDate) {
    let last = rows.iter_mut().max_by_key(|row| date(row));
    if let Some(sitting) = last.and_then(|row| row.sitting.as_mut()) {
        sitting.is_last = true;
    }
}

/// The rest of a slot that was done as a whole was done in the sitting that is the last one by then,
/// else in the first one; not in one that is recorded, unless all are.
fn note_rest(rows: &mut [Row], mark: Option<&Mark>) {
    let Some(done_on) = mark.and_then(Mark::done_on) else {
        return;
    };
    let is_later = |row: &Row| row.now.date > done_on;
    let distance = |row: &Row| (row.now.date - done_on).num_days().abs();
    let rest = rows
        .iter_mut()
        .min_by_key(|row| (is_recorded(row, mark), is_later(row), distance(row)));
    if let Some(sitting) = rest.and_then(|row| row.sitting.as_mut()) {
        sitting.has_rest = true;
    }
}

fn is_recorded(row: &Row, mark: Option<&Mark>) -> bool {
    let part = row.sitting.map(|sitting| sitting.part);
    part.is_some_and(|part| mark.is_some_and(|mark| mark.covered(part) >= part.length()))
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
    let is_recorded = |row: &Row| is_recorded(row, mark);
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
                has_rest: false,
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
