//! The days with what stands on them, and where there is room.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use super::kin::Kin;
use super::order::{Bounds, MIDNIGHT, Span};
use super::{Problem, Seat};
use crate::model::{Clock, Minutes, Window};

/// Minutes by date: on a run of dates they are spread evenly over those that are no rest, what
/// is left over by division on the first.
pub(super) fn spread(
    seat: Seat,
    minutes: Minutes,
    is_rest: impl Fn(NaiveDate) -> bool,
) -> Vec<(NaiveDate, u32)> {
    let mut days: Vec<NaiveDate> = dates(seat.date, seat.last).collect();
    if days.len() > 1 && !days.iter().all(|date| is_rest(*date)) {
        days.retain(|date| !is_rest(*date));
    }
    let count = u32::try_from(days.len().max(1)).unwrap_or(u32::MAX);
    let (each, more) = (minutes.0 / count, minutes.0 % count);
    let shares = std::iter::once(each + more).chain(std::iter::repeat(each));
    days.into_iter().zip(shares).collect()
}

/// Dates from one to another, both included.
pub(super) fn dates(first: NaiveDate, last: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    first.iter_days().take_while(move |date| *date <= last)
}

/// Where open slots stand, and how much that is by date.
#[derive(Debug, Clone)]
pub(super) struct Board<'p> {
    pub problem: &'p Problem,
    /// The seat of each slot; `None` for one that was taken up.
    pub seats: Vec<Option<Seat>>,
    kin: Kin,
    loads: HashMap<NaiveDate, u32>,
    /// Times of day that are taken, by date.
    busy: HashMap<NaiveDate, BTreeMap<usize, Span>>,
    /// What the plan has on each date.
    planned: HashMap<NaiveDate, u32>,
    /// The half-days of each day entry.
    windows: Vec<Vec<Span>>,
    /// The entry whose half-days hold for a date, where the plan has some for it.
    entries: HashMap<NaiveDate, usize>,
}

impl<'p> Board<'p> {
    /// All open slots at their places, but for those that `taken_up` says.
    pub fn new(problem: &'p Problem, taken_up: impl Fn(usize) -> bool) -> Self {
        let (mut planned, mut entries) = (HashMap::new(), HashMap::new());
        for (index, day) in problem.days.iter().enumerate() {
            let (date, last) = day.dates;
            let time = None;
            let seat = Seat { date, last, time };
            for (date, minutes) in spread(seat, day.minutes, |date| problem.is_free(date)) {
                *planned.entry(date).or_default() += minutes;
            }
            for date in dates(date, last).filter(|_| !day.windows.is_empty()) {
                entries.entry(date).or_insert(index);
            }
        }
        let windows = problem.days.iter().map(|day| {
            let windows = day.windows.iter();
            windows.map(|window| problem.span(*window)).collect()
        });
        let mut board = Self {
            problem,
            seats: vec![None; problem.works.len()],
            kin: Kin::new(problem),
            loads: HashMap::from([(problem.today, problem.spent.0)]),
            busy: HashMap::new(),
            planned,
            windows: windows.collect(),
            entries,
        };
        for (index, work) in problem.works.iter().enumerate() {
            if work.open && !taken_up(index) {
                board.put(index, work.seat);
            }
        }
        board
    }

    /// Puts a slot down.
    pub fn put(&mut self, index: usize, seat: Seat) {
        for (date, minutes) in self.problem.spread(seat, self.problem.works[index].minutes) {
            *self.loads.entry(date).or_default() += minutes;
        }
        if let Some(time) = seat.time {
            let span = self.problem.span(time);
            for date in dates(seat.date, seat.last) {
                self.busy.entry(date).or_default().insert(index, span);
            }
        }
        self.seat(index, Some(seat));
    }

    /// Takes a slot up again.
    pub fn take(&mut self, index: usize) {
        let Some(seat) = self.seats[index] else {
            return;
        };
        self.seat(index, None);
        for (date, minutes) in self.problem.spread(seat, self.problem.works[index].minutes) {
            if let Some(load) = self.loads.get_mut(&date) {
                *load -= minutes;
            }
        }
        for date in dates(seat.date, seat.last) {
            if let Some(busy) = self.busy.get_mut(&date) {
                busy.remove(&index);
            }
        }
    }

    /// Leaves a stranded slot where it is: it takes no time there, but what follows it follows
    /// it still.
    pub fn leave(&mut self, index: usize) {
        self.seat(index, Some(self.problem.works[index].seat));
    }

    /// Takes up a slot that was left.
    pub fn withdraw(&mut self, index: usize) {
        self.seat(index, None);
    }

    fn seat(&mut self, index: usize, seat: Option<Seat>) {
        self.seats[index] = seat;
        self.kin.set(self.problem, index, seat);
    }

    /// The most that `date` may hold: its budget, or what the plan has there if that is more;
    /// nothing on a day of rest.
    pub fn most(&self, date: NaiveDate) -> u32 {
        if self.problem.is_rest(date) {
            return 0;
        }
        let planned = self.planned.get(&date).copied().unwrap_or_default();
        planned.max(self.problem.budget(date).0)
    }

    /// What is free of that.
    pub fn room(&self, date: NaiveDate) -> u32 {
        let load = self.loads.get(&date).copied().unwrap_or_default();
        self.most(date).saturating_sub(load)
    }

    /// Between what a slot has to be.
    pub fn bounds(&self, index: usize) -> Bounds {
        self.kin.bounds(self.problem, index)
    }

    /// Whether a slot can stand at `seat` as it is.
    pub fn holds(&self, index: usize, seat: Seat, bounds: Bounds) -> bool {
        let shares = self.problem.spread(seat, self.problem.works[index].minutes);
        let mut days = dates(seat.date, seat.last);
        shares
            .iter()
            .all(|(date, minutes)| !self.problem.is_rest(*date) && *minutes <= self.room(*date))
            && days.all(|date| self.is_free(date, seat.time.map(|time| self.problem.span(time))))
            && bounds.hold(self.problem, seat)
            && seat.last >= self.problem.today
    }

    /// The place on `date` that a slot can have.
    pub fn place(&self, index: usize, date: NaiveDate, bounds: Bounds) -> Option<Seat> {
        let work = &self.problem.works[index];
        if self.problem.is_rest(date) || work.minutes.0 > self.room(date) {
            return None;
        }
        let last = date;
        let seat = |time| Seat { date, last, time };
        let holds = |seat: &Seat| bounds.hold(self.problem, *seat);
        let Some(own) = work.time else {
            return Some(seat(None)).filter(holds);
        };
        let times = self.times(index, date, bounds, own).into_iter();
        times.map(|time| seat(Some(time))).find(holds)
    }

    /// Whether a seat is within a half-day of its date, or has no time of day at all.
    pub fn is_by_day(&self, index: usize, seat: Seat) -> bool {
        let windows = self.windows(index, seat.date);
        seat.time.is_none_or(|time| {
            let (start, end) = self.problem.span(time);
            windows.iter().any(|half| half.0 <= start && end <= half.1)
        })
    }

    /// Free times of day for a slot, the most welcome first: its own, unless it would fit in
    /// whole before that; then stretches within the half-days, then after the last of them.
    fn times(&self, index: usize, date: NaiveDate, bounds: Bounds, own: Window) -> Vec<Window> {
        let windows = self.windows(index, date);
        let earliest = if bounds.from.0 == date {
            bounds.from.1
        } else {
            0
        };
        let (last, time) = (date, Some(own));
        let own_is_free = self.is_by_day(index, Seat { date, last, time })
            && self.is_free(date, Some(self.problem.span(own)));
        let mut taken: Vec<Span> = self.busy(date).collect();
        taken.sort_unstable();
        let halves = windows
            .iter()
            .flat_map(|half| gaps(*half, &taken, earliest));
        let halves = halves.filter_map(|gap| self.fit(gap, own.length()));
        let halves: Vec<Window> = halves.collect();
        // What comes after it in order would lose a stretch that is passed over.
        let first = halves.first().map(|gap| self.problem.span(*gap));
        let passes_none = first.is_none_or(|gap| gap.1 > self.problem.span(own).0);
        let ends = taken.iter().chain(windows).map(|span| span.1);
        let last = ends.filter(|end| *end <= MIDNIGHT).max();
        let evening = (last.unwrap_or_default().max(earliest), MIDNIGHT);
        let evening = self.fit(evening, own.length());
        let own = (own_is_free && passes_none).then_some(own);
        own.into_iter().chain(halves).chain(evening).collect()
    }

    /// The half-days of `date`: the plan's, or on a date it leaves free those of the slot's own
    /// day.
    fn windows(&self, index: usize, date: NaiveDate) -> &[Span] {
        let own = self.problem.works[index].entry;
        &self.windows[self.entries.get(&date).copied().unwrap_or(own)]
    }

    fn busy(&self, date: NaiveDate) -> impl Iterator<Item = Span> {
        let busy = self.busy.get(&date);
        busy.into_iter().flat_map(|busy| busy.values().copied())
    }

    fn is_free(&self, date: NaiveDate, span: Option<Span>) -> bool {
        let overlaps =
            |taken: Span| span.is_some_and(|(start, end)| start < taken.1 && taken.0 < end);
        !self.busy(date).any(overlaps)
    }

    /// The first time of day of such a length in a stretch, beginning on a multiple of five.
    fn fit(&self, (from, until): Span, length: Minutes) -> Option<Window> {
        let start = from.next_multiple_of(5);
        let clock = Clock::from_minutes(start.checked_sub(MIDNIGHT).unwrap_or(start))?;
        let time = Window::from(clock, length)?;
        // A clock past the end of the night would mean the morning.
        let span = self.problem.span(time);
        (span.0 == start && span.1 <= until).then_some(time)
    }
}

/// What is free of a half-day from minute `earliest` on, `taken` being in order.
fn gaps(half: Span, taken: &[Span], earliest: u32) -> Vec<Span> {
    let (mut from, end) = (half.0.max(earliest), half.1);
    let mut gaps = Vec::new();
    for (start, next) in taken.iter().copied().chain([(end, end)]) {
        gaps.push((from, start.min(end)));
        from = from.max(next);
    }
    gaps
}
