//! A slot with its marks and what the clock says.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::Study;
use crate::calendar::add;
use crate::model::{Dates, Field, Minutes, Placement, Slot, SlotRef, Window};
use crate::progress::{Fingerprint, Mark, State};
use crate::text::SlotName;

/// The status of a slot or deliverable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Status {
    /// Neither done nor skipped, and its study date has not passed.
    Open,
    Done,
    Skipped,
    /// Neither done nor skipped, and its study date has passed and is no rest day.
    Overdue,
}

impl Status {
    /// The status on `today` of something with such marks and dates.
    pub(crate) fn of(mark: Option<&Mark>, dates: Dates, today: NaiveDate) -> Self {
        match mark.and_then(Mark::state) {
            Some(state) => Self::from(state),
            None if dates.last < today => Self::Overdue,
            None => Self::Open,
        }
    }

    /// Its name in JSON.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
            Self::Skipped => "skipped",
            Self::Overdue => "overdue",
        }
    }
}

impl From<State> for Status {
    fn from(state: State) -> Self {
        match state {
            State::Done => Self::Done,
            State::Skipped => Self::Skipped,
        }
    }
}

/// Whether a slot is due: its time has passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Due {
    /// By its date and time now.
    pub(crate) now: bool,
    /// By the plan's own date and time.
    pub(crate) by_plan: bool,
}

/// A slot with its marks and what the clock says.
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
    /// The dates that the plan gives it.
    pub(crate) baseline: Dates,
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
}

impl Study {
    /// Every slot in the order of the plan.
    pub(crate) fn slots(&self) -> impl Iterator<Item = SlotView<'_>> {
        self.plan.slots().map(|place| SlotView::of(self, place))
    }

    /// The slot called `id`.
    pub(crate) fn slot(&self, id: &str) -> Option<SlotView<'_>> {
        let found = self.plan.slots().find(|place| place.slot.id.as_str() == id);
        found.map(|place| SlotView::of(self, place))
    }

    /// Every slot that is or was planned for `date`, in the order of the plan. Most slots are
    /// passed over without a look at their marks.
    pub(super) fn slots_near(&self, date: NaiveDate) -> impl Iterator<Item = SlotView<'_>> {
        let is_moved = |mark: &Mark| mark.placement.is_some();
        let any_moved = self.reconciled.marks.values().any(is_moved);
        let is_near = move |place: &SlotRef| {
            let mark = || self.reconciled.marks.get(place.slot.id.as_str());
            self.calendar.days[place.day_index].contains(date)
                || any_moved && mark().is_some_and(is_moved)
        };
        let near = self.plan.slots().filter(is_near);
        near.map(|place| SlotView::of(self, place))
    }

    /// Every slot by when it is to be done; at the same time, in the order of the plan.
    pub(crate) fn by_date(&self) -> Vec<SlotView<'_>> {
        let mut slots: Vec<SlotView> = self.slots().collect();
        number(&mut slots, |slot| slot.dates.first);
        slots
    }
}

/// Sorts slots as screens show them, and numbers each among those on the date that `on` gives for
/// it: the one place where slots get the numbers that are shown, and typed as targets.
///
/// Marks change no number. A move changes those of the two dates.
pub(super) fn number(slots: &mut [SlotView], on: impl Fn(&SlotView) -> NaiveDate) {
    slots.sort_by_key(SlotView::when);
    // Slots on a run of dates are also among those of its later dates.
    let mut before: Vec<Dates> = Vec::new();
    for slot in slots {
        let date = on(slot);
        before.retain(|dates| dates.contains(date));
        before.push(slot.dates);
        slot.ordinal = before.len();
    }
}

impl<'a> SlotView<'a> {
    /// What messages call it.
    pub(crate) fn name(&self) -> SlotName {
        SlotName::new(&self.place.slot.id, &self.place.slot.title)
    }

    pub(super) fn of(study: &'a Study, place: SlotRef<'a>) -> Self {
        let baseline = study.calendar.days[place.day_index];
        let mark = study.reconciled.marks.get(place.slot.id.as_str());
        let (dates, time) = match mark.and_then(|mark| mark.placement) {
            Some((_, placement)) => (
                placement.dates(),
                placement.time.map(|time| as_long_as(place.slot, time)),
            ),
            None => (baseline, place.slot.time),
        };
        let status = Status::of(mark, dates, study.today);
        let is_open = matches!(status, Status::Open | Status::Overdue);
        // What rest displaced waits for another date, also when that rest has passed.
        let displaced = is_open && study.rests.cover(dates);
        let status = if displaced { Status::Open } else { status };
        // Most slots are of other days, and the clock has nothing to say about them.
        let is_near = dates.contains(study.today) || add(dates.first, 1) == study.today;
        let moments = moments(study, dates, time.filter(|_| is_near));
        let running = moments.filter(|(start, end)| (*start..*end).contains(&study.now));
        let running = running.filter(|_| is_open && study.rests.on(study.today).is_none());
        let left = running.map(|(_, end)| minutes_until(end - study.now));
        let due = has_passed(study, dates, moments);
        let own = (baseline, place.slot.time);
        Self {
            due: Due {
                now: due,
                by_plan: if own == (dates, time) {
                    due
                } else {
                    let time = own.1.filter(|_| baseline.contains(study.today));
                    has_passed(study, baseline, self::moments(study, baseline, time))
                },
            },
            place,
            ordinal: study.numbers.get(place.index).copied().unwrap_or(0),
            dates,
            time,
            baseline,
            day_starts: study.day_starts,
            displaced,
            status,
            now: running.is_some(),
            left,
            mark,
        }
    }

    /// Planned minutes, if the plan has any.
    pub(crate) fn planned(&self) -> Option<Minutes> {
        self.place.slot.planned()
    }

    /// The minutes it took, if the learner said.
    pub(crate) fn actual(&self) -> Option<Minutes> {
        self.mark.and_then(Mark::actual)
    }

    /// Whether its date or time is not the plan's.
    pub(crate) fn is_moved(&self) -> bool {
        self.dates != self.baseline || self.time != self.place.slot.time
    }

    /// The key that slots are sorted by: date, then time, of which those in the night after the
    /// date come last. A slot without a time comes after the one before it in the plan, or first.
    pub(crate) fn when(&self) -> (NaiveDate, Option<bool>, Option<Window>) {
        let before = || {
            let before = self.place.day.slots().take(self.place.ordinal);
            before.filter_map(|slot| slot.time).last()
        };
        let time = match self.time {
            None if self.dates == self.baseline => before(),
            time => time,
        };
        let is_at_night = |time: Window| time.start.minutes() < self.day_starts.0;
        (self.dates.first, time.map(is_at_night), time)
    }

    /// The study date it was done on, if it is done.
    pub(crate) fn done_on(&self) -> Option<NaiveDate> {
        self.mark.and_then(Mark::done_on)
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

    /// The main task: the last field that is not for reading.
    pub(crate) fn to_do(self) -> Option<&'a Field> {
        self.place
            .slot
            .fields
            .iter()
            .rfind(|field| !field.is_reading())
    }
}

/// Start and end of a time of day on the first of some dates.
fn moments(
    study: &Study,
    dates: Dates,
    time: Option<Window>,
) -> Option<(NaiveDateTime, NaiveDateTime)> {
    let time = time?;
    let start = study.moment(dates.first, time.start);
    let length = TimeDelta::minutes(i64::from(time.length().0));
    Some((start, start.checked_add_signed(length).unwrap_or(start)))
}

/// Whether some dates have passed; if today is the last, whether the time of day has.
fn has_passed(
    study: &Study,
    dates: Dates,
    moments: Option<(NaiveDateTime, NaiveDateTime)>,
) -> bool {
    let ended = moments.is_some_and(|(_, end)| end <= study.now);
    dates.last < study.today || (dates.last == study.today && ended)
}

/// The time a slot was moved to, with the duration it has now, because the plan may have been edited
/// since. A time that would pass midnight then is not changed.
fn as_long_as(slot: &Slot, time: Window) -> Window {
    let length = slot.planned().filter(|length| *length != time.length());
    let changed = length.and_then(|length| Window::from(time.start, length));
    changed.unwrap_or(time)
}

/// Minutes, rounded up.
fn minutes_until(left: TimeDelta) -> Minutes {
    let seconds = left.num_seconds() + i64::from(left.subsec_nanos() > 0);
    Minutes(u32::try_from((seconds + 59) / 60).unwrap_or_default())
}
