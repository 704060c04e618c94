//! A slot with its marks and what the clock says.

use chrono::NaiveDate;

use super::Study;
use super::clock::{self, as_long_as, has_passed, minutes_until};
use super::rows::{Row, SittingNumber};
use super::status::{Due, Status};
use super::study::target;
use crate::calendar::add;
use crate::model::{Dates, Field, Minutes, Placement, PlanId, SlotRef, Window};
use crate::progress::{Fingerprint, Mark, State};
use crate::text::SlotName;

/// A slot, or a sitting of one, with its marks and what the clock says.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SlotView<'a> {
    /// The slot and where the plan has it.
    pub(crate) place: SlotRef<'a>,
    /// Its number, from 1, among the slots of the date that is shown, else of its first date.
    pub(crate) ordinal: usize,
    /// When it is to be done now: the dates it was moved to, else those of its day entry.
    pub(crate) dates: Dates,
    /// The time of day, if it has one: the time it was moved to, else the plan's.
    pub(crate) time: Option<Window>,
    /// The dates that the plan gives it, or the latest fit or shift.
    pub(crate) baseline: Dates,
    /// The time of day that goes with them.
    pub(crate) baseline_time: Option<Window>,
    /// Which sitting it is, if it is one of several.
    pub(crate) sitting: Option<SittingNumber>,
    /// Whether it is where the plan itself has it.
    is_own: bool,
    /// Its minutes that are recorded although it is open.
    pub(super) covered: Minutes,
    /// Whether it is open and all its dates are rest days.
    pub(crate) displaced: bool,
    pub(crate) status: Status,
    /// Whether it is open, its time is running, and today is not a rest day.
    pub(crate) now: bool,
    /// Minutes until its end while it is on, rounded up.
    pub(crate) left: Option<Minutes>,
    pub(crate) due: Due,
    /// Its planned minutes whose time has passed by the plan's own dates: of a slot that was moved as a
    /// whole, those of each of its sittings.
    pub(super) due_by_plan: Minutes,
    /// When a study day begins, in minutes after midnight.
    day_starts: Minutes,
    pub(crate) mark: Option<&'a Mark>,
    /// Its plan, if that is not the current one.
    other_plan: Option<&'a PlanId>,
}

impl<'a> SlotView<'a> {
    /// What messages call it.
    pub(crate) fn name(&self) -> SlotName {
        let sitting = self.sitting.filter(|sitting| sitting.of > 1);
        SlotName {
            sitting: sitting.map(|sitting| Box::new((sitting.n, sitting.of))),
            ..SlotName::new(&self.id(), &self.place.slot.title)
        }
    }

    /// Its number as a target: with the id of the plan, unless that is the current one.
    pub(crate) fn number(&self) -> String {
        target(self.other_plan, self.ordinal)
    }

    /// Its id as a target, in the same way.
    pub(crate) fn id(&self) -> String {
        target(self.other_plan, &self.place.slot.id)
    }

    /// A slot as a whole: with several sittings, on the dates of the last one.
    pub(super) fn whole(study: &'a Study, place: SlotRef<'a>) -> Self {
        let id = place.slot.id.as_str();
        let (rows, mark) = (study.rows.get(id), study.reconciled.marks.get(id));
        let is_last = |row: &&Row| row.sitting.is_none_or(|sitting| sitting.is_last);
        let Some(last) = rows.and_then(|rows| rows.iter().find(is_last).copied()) else {
            return Self::of_row(study, place, study.row(&place, mark), mark);
        };
        let view = Self::of_row(study, place, last, mark);
        if last.sitting.is_none_or(|sitting| sitting.of == 1) {
            return view;
        }
        let dates = view.dates;
        let status = Status::of(mark, dates, study.today);
        let is_open = matches!(status, Status::Open | Status::Overdue);
        let displaced = is_open && study.rests.cover(dates);
        Self {
            ordinal: study.number(place.index, None),
            sitting: None,
            covered: Minutes::ZERO,
            due_by_plan: if view.due.by_plan {
                place.slot.planned().unwrap_or_default()
            } else {
                Minutes::ZERO
            },
            displaced,
            status: if displaced { Status::Open } else { status },
            ..view
        }
    }

    pub(super) fn of_row(
        study: &'a Study,
        place: SlotRef<'a>,
        row: Row,
        mark: Option<&'a Mark>,
    ) -> Self {
        let (dates, baseline) = (row.now.dates(), row.baseline.dates());
        let own = study.own_dates(place.day_index);
        let length = match row.sitting {
            Some(sitting) => Some(sitting.part.length()),
            None => place.slot.planned(),
        };
        let time = row.now.time.map(|time| as_long_as(length, time));
        let baseline_time = row.baseline.time.map(|time| as_long_as(length, time));
        let (status, covered) = status_of(mark, row, study);
        let is_open = matches!(status, Status::Open | Status::Overdue);
        // What rest displaced waits for another date, also when that rest has passed.
        let displaced = is_open && study.rests.cover(dates);
        let status = if displaced { Status::Open } else { status };
        // Most slots are of other days, and the clock has nothing to say about them.
        let is_near = dates.contains(study.today) || add(dates.first, 1) == study.today;
        let moments = clock::moments(study, dates, time.filter(|_| is_near));
        let running = moments.filter(|(start, end)| (*start..*end).contains(&study.now));
        let running = running.filter(|_| is_open && study.rests.on(study.today).is_none());
        let left = running.map(|(_, end)| minutes_until(end - study.now));
        let now = has_passed(study, dates, moments);
        let by_plan = if (baseline, baseline_time) == (dates, time) {
            now
        } else {
            is_due(study, row.baseline, length)
        };
        Self {
            due: Due { now, by_plan },
            due_by_plan: due_by_plan(study, &place, row, by_plan),
            place,
            ordinal: study.number(place.index, row.sitting),
            dates,
            time,
            baseline,
            baseline_time,
            is_own: (dates, row.now.time) == (own, place.slot.time),
            sitting: row.sitting,
            covered: if is_open { covered } else { Minutes::ZERO },
            day_starts: study.day_starts,
            displaced,
            status,
            now: running.is_some(),
            left,
            mark,
            other_plan: study.other_plan(),
        }
    }

    /// What no other slot or sitting has: the position of the slot in the plan, and the number of
    /// the sitting, or nothing.
    pub(crate) fn key(&self) -> (usize, usize) {
        (
            self.place.index,
            self.sitting.map_or(0, |sitting| sitting.n),
        )
    }

    /// Whether it is the whole slot, or its last sitting, on whose date the slot counts.
    pub(crate) fn is_last(&self) -> bool {
        self.sitting.is_none_or(|sitting| sitting.is_last)
    }

    /// Whether its date or time is neither the plan's nor that of the latest fit or shift.
    pub(crate) fn is_moved(&self) -> bool {
        (self.dates, self.time) != (self.baseline, self.baseline_time)
    }

    /// The key that slots are sorted by: date, then time, of which those in the night after the
    /// date come last. A slot without a time comes after the one before it in the plan, or first; one
    /// that was added changes no numbers of the day, and comes after them.
    pub(crate) fn when(&self) -> (NaiveDate, Option<bool>, Option<Window>) {
        if self.time.is_none() && self.place.day.is_added() {
            return (self.dates.first, Some(true), None);
        }
        let before = || {
            let before = self.place.day.slots().take(self.place.ordinal);
            before.filter_map(|slot| slot.time).last()
        };
        let time = match self.time {
            None if self.is_own => before(),
            time => time,
        };
        let is_at_night = |time: Window| time.start.minutes() < self.day_starts.0;
        (self.dates.first, time.map(is_at_night), time)
    }

    /// The study date it was done on, if it is done.
    pub(crate) fn done_on(&self) -> Option<NaiveDate> {
        let mark = self.mark?;
        let of_sitting = self.sitting.and_then(|sitting| {
            let own = mark
                .recorded()
                .filter(|one| sitting.part.contains(one.part));
            own.map(|one| one.made.day).max()
        });
        let of_sitting = of_sitting.filter(|_| self.status == Status::Done);
        of_sitting.or_else(|| mark.done_on())
    }

    /// Whether its content has changed since it was done.
    pub(crate) fn has_changed(&self) -> bool {
        self.mark
            .is_some_and(|mark| mark.was_done_before_change(&Fingerprint::of(self.place.slot)))
    }

    /// Whether it is neither done nor skipped.
    pub(crate) fn is_open(&self) -> bool {
        matches!(self.status, Status::Open | Status::Overdue)
    }

    /// Whether the whole slot is done, whichever sitting this is.
    pub(super) fn is_slot_done(&self) -> bool {
        let is_done = |mark: &Mark| mark.state() == Some(State::Done);
        self.mark.is_some_and(is_done)
    }

    /// Whether the whole slot is skipped, whichever sitting this is.
    pub(super) fn is_slot_skipped(&self) -> bool {
        let is_skipped = |mark: &Mark| mark.state() == Some(State::Skipped);
        self.mark.is_some_and(is_skipped)
    }

    /// Whether it has to be rescheduled: it is overdue or displaced.
    pub(crate) fn is_stranded(&self) -> bool {
        self.status == Status::Overdue || self.displaced
    }

    /// When it is to be done now.
    pub(crate) fn placement(&self) -> Placement {
        Placement {
            date: self.dates.first,
            last: self.dates.last,
            time: self.time,
        }
    }

    /// The main task: the last field that is neither for reading nor what comes out of it, else the last one
    /// that is not for reading.
    pub(crate) fn to_do(self) -> Option<&'a Field> {
        let fields = &self.place.slot.fields;
        let is_task = |field: &&Field| !field.is_reading() && !field.is_result();
        let task = fields.iter().rfind(is_task);
        task.or_else(|| fields.iter().rfind(|field| !field.is_reading()))
    }
}

/// Whether the time of a slot of this length has passed at some placement.
fn is_due(study: &Study, at: Placement, length: Option<Minutes>) -> bool {
    let time = at.time.filter(|_| at.dates().contains(study.today));
    let time = time.map(|time| as_long_as(length, time));
    has_passed(study, at.dates(), clock::moments(study, at.dates(), time))
}

/// The minutes of a row whose time has passed where they were before they were moved; `is_due` says so
/// of all of them.
fn due_by_plan(study: &Study, place: &SlotRef, row: Row, is_due: bool) -> Minutes {
    let before = study.unmoved.get(place.slot.id.as_str());
    if let (Some(before), Some(sitting)) = (before, row.sitting) {
        let due = before.iter().filter_map(|row| {
            let (part, length) = row.sitting.map(|one| (one.part, one.part.length()))?;
            let counts = sitting.part.contains(part);
            (counts && self::is_due(study, row.baseline, Some(length))).then_some(length)
        });
        return due.sum();
    }
    let planned = row.sitting.map(|sitting| sitting.part.length());
    let planned = planned.or(place.slot.planned()).unwrap_or_default();
    if is_due { planned } else { Minutes::ZERO }
}

/// The status of a row, and how many of its minutes are recorded.
fn status_of(mark: Option<&Mark>, row: Row, study: &Study) -> (Status, Minutes) {
    let status = Status::of(mark, row.now.dates(), study.today);
    let Some((sitting, mark)) = row.sitting.zip(mark) else {
        return (status, Minutes::ZERO);
    };
    let covered = mark.covered(sitting.part);
    if covered >= sitting.part.length() {
        return (Status::Done, covered);
    }
    (status, covered)
}
