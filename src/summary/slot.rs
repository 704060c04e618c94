//! A slot with its marks and what the clock says.

use chrono::NaiveDate;

use super::Study;
use super::clock::{self, as_long_as, has_passed, minutes_until};
use super::rows::{Row, SittingNumber};
use super::status::{Due, Status};
use super::study::target;
use crate::calendar::add;
use crate::model::{Clock, Dates, Field, Minutes, Placement, PlanId, SlotRef, Stretch, Window};
use crate::progress::{Fingerprint, Mark, Recorded, State};
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
        let due = has_passed(study, dates, moments);
        Self {
            due: Due {
                now: due,
                by_plan: if (baseline, baseline_time) == (dates, time) {
                    due
                } else {
                    let time = baseline_time.filter(|_| baseline.contains(study.today));
                    has_passed(study, baseline, clock::moments(study, baseline, time))
                },
            },
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

    /// Planned minutes, if the plan has any.
    pub(crate) fn planned(&self) -> Option<Minutes> {
        let sitting = self.sitting.map(|sitting| sitting.part.length());
        sitting.or_else(|| self.place.slot.planned())
    }

    /// Planned minutes that are not recorded yet.
    pub(crate) fn left_to_do(&self) -> Option<Minutes> {
        let whole = Stretch::new(0, self.planned()?.0);
        let part = self.sitting.map(|sitting| sitting.part).or(whole)?;
        let recorded = self.mark.map_or(Minutes::ZERO, |mark| mark.covered(part));
        Some(part.length() - recorded)
    }

    /// Whether sittings that are recorded make up all of it.
    pub(crate) fn is_recorded(&self) -> bool {
        let mut recorded = self.mark.into_iter().flat_map(Mark::recorded);
        recorded.next().is_some() && self.left_to_do() == Some(Minutes::ZERO)
    }

    /// The minutes it took, if the learner said. Of a slot that was done as a whole, one sitting has the
    /// minutes that no sitting has recorded.
    pub(crate) fn actual(&self) -> Option<Minutes> {
        let mark = self.mark?;
        let part = self.sitting.map(|sitting| sitting.part);
        let own = |one: &Recorded| part.is_none_or(|part| part.contains(one.part));
        let own: Vec<Recorded> = mark.recorded().filter(own).collect();
        let took = Recorded::took_together(&own);
        let unrecorded = self.left_to_do().unwrap_or_default();
        let all = mark.actual();
        let lengths: Minutes = own.iter().map(Recorded::length).sum();
        match (self.sitting, all) {
            (None, Some(all)) => Some(all),
            (Some(sitting), Some(all)) => {
                let rest = all - mark.in_sittings();
                let rest = if sitting.has_rest {
                    rest
                } else {
                    Minutes::ZERO
                };
                let is_said = rest > Minutes::ZERO || unrecorded > Minutes::ZERO;
                if is_said { Some(lengths + rest) } else { took }
            }
            (_, None) if self.status == Status::Done => took.map(|took| took + unrecorded),
            (Some(_), None) => took,
            (None, None) => None,
        }
    }

    /// The same without what took no time, because all of it was recorded for other sittings.
    pub(crate) fn took(&self) -> Option<Minutes> {
        self.actual().filter(|took| *took > Minutes::ZERO)
    }

    /// How long it is where it is moved to: of a slot in several sittings, all that are not recorded.
    pub(crate) fn length_to_place(&self) -> Option<Minutes> {
        match self.sitting {
            Some(_) => self.planned(),
            None => self.left_to_do(),
        }
    }

    /// Its time of day if it is moved so that it begins at `start`.
    pub(crate) fn time_from(&self, start: Clock) -> Option<Window> {
        Window::from(start, self.length_to_place()?)
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
