//! The days with what stands on them, and where there is room.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use super::order::{Bounds, MIDNIGHT};
use super::{Problem, Seat};
use crate::model::{Clock, Minutes, Window};

/// The minutes of a slot by date: on a run of dates they are spread evenly, what is left over
/// by division on the first.
pub(super) fn spread(seat: Seat, minutes: Minutes) -> impl Iterator<Item = (NaiveDate, u32)> {
    let days = (seat.last - seat.date).num_days().unsigned_abs() + 1;
    let days = u32::try_from(days).unwrap_or(u32::MAX);
    let (each, more) = (minutes.0 / days, minutes.0 % days);
    let dates = seat
        .date
        .iter_days()
        .take_while(move |date| *date <= seat.last);
    dates
        .enumerate()
        .map(move |(index, date)| (date, if index == 0 { each + more } else { each }))
}

/// Where open slots stand, and how much that is by date.
#[derive(Debug, Clone)]
pub(super) struct Board<'p> {
    pub problem: &'p Problem,
    /// The seat of each slot; `None` for one that was taken up.
    pub seats: Vec<Option<Seat>>,
    loads: HashMap<NaiveDate, u32>,
    /// Times of day that are taken, by date.
    busy: HashMap<NaiveDate, BTreeMap<usize, Window>>,
    /// What the plan has on each date.
    planned: HashMap<NaiveDate, u32>,
    /// The half-days of each date for which the plan has some.
    windows: HashMap<NaiveDate, &'p [Window]>,
}

impl<'p> Board<'p> {
    /// All open slots at their places, but for those that `taken_up` says.
    pub fn new(problem: &'p Problem, taken_up: impl Fn(usize) -> bool) -> Self {
        let (mut planned, mut windows) = (HashMap::new(), HashMap::new());
        for day in &problem.days {
            let (date, last) = day.dates;
            let time = None;
            for (date, minutes) in spread(Seat { date, last, time }, day.minutes) {
                *planned.entry(date).or_default() += minutes;
                if !day.windows.is_empty() {
                    windows.entry(date).or_insert(day.windows.as_slice());
                }
            }
        }
        let mut board = Self {
            problem,
            seats: vec![None; problem.works.len()],
            loads: HashMap::new(),
            busy: HashMap::new(),
            planned,
            windows,
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
        for (date, minutes) in spread(seat, self.problem.works[index].minutes) {
            *self.loads.entry(date).or_default() += minutes;
            if let Some(time) = seat.time {
                self.busy.entry(date).or_default().insert(index, time);
            }
        }
        self.seats[index] = Some(seat);
    }

    /// Takes a slot up again.
    pub fn take(&mut self, index: usize) {
        let Some(seat) = self.seats[index].take() else {
            return;
        };
        for (date, minutes) in spread(seat, self.problem.works[index].minutes) {
            if let Some(load) = self.loads.get_mut(&date) {
                *load -= minutes;
            }
            if let Some(busy) = self.busy.get_mut(&date) {
                busy.remove(&index);
            }
        }
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

    /// Whether a slot can stand at `seat` as it is.
    pub fn holds(&self, index: usize, seat: Seat, bounds: Bounds) -> bool {
        let free = spread(seat, self.problem.works[index].minutes).all(|(date, minutes)| {
            minutes <= self.room(date)
                && !self.problem.is_rest(date)
                && seat.time.is_none_or(|time| self.is_free(date, time))
        });
        free && within(seat, bounds) && seat.last >= self.problem.today
    }

    /// The place on `date` that a slot can have.
    pub fn place(&self, index: usize, date: NaiveDate, bounds: Bounds) -> Option<Seat> {
        let work = &self.problem.works[index];
        if self.problem.is_rest(date) || work.minutes.0 > self.room(date) {
            return None;
        }
        let last = date;
        let Some(time) = work.time else {
            let time = None;
            let seat = Seat { date, last, time };
            return within(seat, bounds).then_some(seat);
        };
        let mut times = self.times(index, date, bounds, time);
        times.find_map(|time| {
            let time = Some(time);
            let seat = Seat { date, last, time };
            within(seat, bounds).then_some(seat)
        })
    }

    /// Free times of day for a slot, the most welcome first: its own, unless it would fit in
    /// whole before that; then stretches within the half-days, then after the last of them.
    fn times(
        &self,
        index: usize,
        date: NaiveDate,
        bounds: Bounds,
        own: Window,
    ) -> impl Iterator<Item = Window> {
        let windows = self.windows(index, date);
        let earliest = if bounds.from.0 == date {
            bounds.from.1
        } else {
            0
        };
        let inside = windows.iter().any(|window| window.holds(own));
        let own_is_free = inside && self.is_free(date, own) && own.start.minutes() >= earliest;
        let mut taken: Vec<Window> = self.busy(date).collect();
        taken.sort_unstable();
        let length = own.length();
        let gaps = windows.iter().flat_map(|window| {
            gaps(*window, &taken, earliest).filter_map(|(from, until)| fit(from, until, length))
        });
        let gaps: Vec<Window> = gaps.collect();
        // What comes after it in order would lose a stretch that is passed over.
        let passes_none = gaps.first().is_none_or(|gap| gap.end > own.start);
        let ends = taken
            .iter()
            .chain(windows)
            .map(|window| window.end.minutes());
        let last = ends.max().unwrap_or_default().max(earliest);
        let evening = fit(last, MIDNIGHT, length);
        let own = (own_is_free && passes_none).then_some(own);
        own.into_iter()
            .chain(gaps)
            .chain(evening)
            .collect::<Vec<_>>()
            .into_iter()
    }

    /// The half-days of `date`: the plan's, or on a date it leaves free those of the slot's own
    /// day.
    fn windows(&self, index: usize, date: NaiveDate) -> &'p [Window] {
        let own = &self.problem.days[self.problem.works[index].entry];
        self.windows.get(&date).copied().unwrap_or(&own.windows)
    }

    fn busy(&self, date: NaiveDate) -> impl Iterator<Item = Window> {
        let busy = self.busy.get(&date);
        busy.into_iter().flat_map(|busy| busy.values().copied())
    }

    fn is_free(&self, date: NaiveDate, time: Window) -> bool {
        self.busy(date).all(|taken| !taken.overlaps(time))
    }
}

/// Whether a seat keeps its bounds.
fn within(seat: Seat, bounds: Bounds) -> bool {
    let start = seat.time.map_or(MIDNIGHT, |time| time.start.minutes());
    let end = seat.time.map_or(0, |time| time.end.minutes());
    (seat.last, start) >= bounds.from
        && bounds
            .until
            .is_none_or(|(until, _)| (seat.date, end) <= until)
}

/// What is free of `window` from minute `earliest` on, `taken` being in order.
fn gaps(window: Window, taken: &[Window], earliest: u32) -> impl Iterator<Item = (u32, u32)> {
    let mut from = window.start.minutes().max(earliest);
    let end = window.end.minutes();
    let starts = taken
        .iter()
        .map(|taken| (taken.start.minutes(), taken.end.minutes()));
    starts
        .chain([(end, end)])
        .map(move |(start, next)| {
            let gap = (from, start.min(end));
            from = from.max(next);
            gap
        })
        .collect::<Vec<_>>()
        .into_iter()
}

/// The first stretch of `length` between two minutes, beginning on a multiple of five.
fn fit(from: u32, until: u32, length: Minutes) -> Option<Window> {
    let start = Clock::from_minutes(from.next_multiple_of(5))?;
    Window::from(start, length).filter(|window| window.end.minutes() <= until)
}
