//! The days with what stands on them, and where there is room.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use super::hours::{Hours, dates, gaps, spread};
use super::kin::Kin;
use super::precedence::{Bounds, MIDNIGHT, MinuteRange};
use super::{Placement, Problem};
use crate::calendar::add;
use crate::model::{Clock, Minutes, Window};

/// Where open slots stand, and how much that is by date.
#[derive(Debug, Clone)]
pub(super) struct Timetable<'p> {
    pub problem: &'p Problem,
    /// The placement of each slot; `None` for one that was taken up.
    pub placements: Vec<Option<Placement>>,
    kin: Kin,
    loads: HashMap<NaiveDate, u32>,
    /// Times of day that are taken, by date.
    busy: HashMap<NaiveDate, BTreeMap<usize, MinuteRange>>,
    /// What the plan has on each date.
    planned: HashMap<NaiveDate, u32>,
    /// The half-days of each day entry.
    windows: Vec<Vec<MinuteRange>>,
    /// The entry whose half-days hold for a date, where the plan has some for it.
    entries: HashMap<NaiveDate, usize>,
    hours: Hours,
}

impl<'p> Timetable<'p> {
    /// All open slots at their places, but for those that `taken_up` says.
    pub fn new(problem: &'p Problem, taken_up: impl Fn(usize) -> bool) -> Self {
        let (mut planned, mut entries) = (HashMap::new(), HashMap::new());
        for (index, day) in problem.days.iter().enumerate() {
            let (date, last) = day.dates;
            let time = None;
            let placement = Placement { date, last, time };
            for (date, minutes) in spread(placement, day.minutes, |date| problem.is_free(date)) {
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
        let windows: Vec<Vec<MinuteRange>> = windows.collect();
        let mut timetable = Self {
            problem,
            placements: vec![None; problem.jobs.len()],
            kin: Kin::new(problem),
            loads: HashMap::from([(problem.today, problem.spent.0)]),
            busy: HashMap::new(),
            planned,
            hours: Hours::of(problem, &windows),
            windows,
            entries,
        };
        for (index, job) in problem.jobs.iter().enumerate() {
            if job.open && !taken_up(index) {
                timetable.put(index, job.placement);
            }
        }
        timetable
    }

    /// Puts a slot down.
    pub fn put(&mut self, index: usize, placement: Placement) {
        for (date, minutes) in self
            .problem
            .spread(placement, self.problem.jobs[index].minutes)
        {
            *self.loads.entry(date).or_default() += minutes;
        }
        if let Some(time) = placement.time {
            let span = self.problem.span(time);
            for date in dates(placement.date, placement.last) {
                self.busy.entry(date).or_default().insert(index, span);
            }
        }
        self.placement(index, Some(placement));
    }

    /// Takes a slot up again.
    pub fn take(&mut self, index: usize) {
        let Some(placement) = self.placements[index] else {
            return;
        };
        self.placement(index, None);
        for (date, minutes) in self
            .problem
            .spread(placement, self.problem.jobs[index].minutes)
        {
            if let Some(load) = self.loads.get_mut(&date) {
                *load -= minutes;
            }
        }
        for date in dates(placement.date, placement.last) {
            if let Some(busy) = self.busy.get_mut(&date) {
                busy.remove(&index);
            }
        }
    }

    /// Leaves a stranded slot where it is: it takes no time there, but what follows it follows
    /// it still.
    pub fn leave(&mut self, index: usize) {
        self.placement(index, Some(self.problem.jobs[index].placement));
    }

    /// Takes up a slot that was left.
    pub fn withdraw(&mut self, index: usize) {
        self.placement(index, None);
    }

    fn placement(&mut self, index: usize, placement: Option<Placement>) {
        self.placements[index] = placement;
        // What is running is being done: it keeps nothing waiting, and waits for nothing.
        if !self.problem.jobs[index].running {
            self.kin.set(self.problem, index, placement);
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

    /// Between what a slot has to be.
    pub fn bounds(&self, index: usize) -> Bounds {
        self.kin.bounds(self.problem, index)
    }

    /// Whether a slot can stand at `placement` as it is.
    pub fn holds(&self, index: usize, placement: Placement, bounds: Bounds) -> bool {
        self.has_room(index, placement)
            && bounds.hold(self.problem, placement)
            && placement.last >= self.problem.today
    }

    /// Whether the dates and the time of a placement have room for a slot.
    pub fn has_room(&self, index: usize, placement: Placement) -> bool {
        let shares = self
            .problem
            .spread(placement, self.problem.jobs[index].minutes);
        let mut days = dates(placement.date, placement.last);
        shares
            .iter()
            .all(|(date, minutes)| !self.problem.is_rest(*date) && *minutes <= self.room(*date))
            && days
                .all(|date| self.is_free(date, placement.time.map(|time| self.problem.span(time))))
    }

    /// The place from `date` on that a slot can have: a run of dates as long as its own that is
    /// over by `end`, else `date` alone.
    pub fn place(
        &self,
        index: usize,
        date: NaiveDate,
        end: NaiveDate,
        bounds: Bounds,
    ) -> Option<Placement> {
        let own = self.problem.jobs[index].placement;
        let days = (own.last - own.date).num_days().unsigned_abs();
        let last = add(date, days);
        let run = (days > 0 && last <= end).then(|| self.place_on(index, date, last, bounds));
        run.flatten()
            .or_else(|| self.place_on(index, date, date, bounds))
    }

    /// The place on all of some dates that a slot can have.
    fn place_on(
        &self,
        index: usize,
        date: NaiveDate,
        last: NaiveDate,
        bounds: Bounds,
    ) -> Option<Placement> {
        let job = &self.problem.jobs[index];
        let placement = |time| Placement { date, last, time };
        let shares = self.problem.spread(placement(None), job.minutes);
        if dates(date, last).any(|date| self.problem.is_rest(date))
            || shares.iter().any(|(date, share)| *share > self.room(*date))
        {
            return None;
        }
        let holds = |placement: &Placement| bounds.hold(self.problem, *placement);
        let Some(own) = job.time else {
            return Some(placement(None)).filter(holds);
        };
        let times = self.times(index, (date, last), bounds, own).into_iter();
        times.map(|time| placement(Some(time))).find(holds)
    }

    /// Whether a placement is within a half-day of its date, or has no time of day at all.
    pub fn is_by_day(&self, index: usize, placement: Placement) -> bool {
        let windows = self.windows(index, placement.date);
        placement.time.is_none_or(|time| {
            let (start, end) = self.problem.span(time);
            windows.iter().any(|half| half.0 <= start && end <= half.1)
        })
    }

    /// Times of day for a slot that are free on all of some dates, the most welcome first: its
    /// own, unless it would fit in whole before that; then stretches within the half-days of the
    /// first, then after the last of them.
    fn times(
        &self,
        index: usize,
        (date, last): (NaiveDate, NaiveDate),
        bounds: Bounds,
        own: Window,
    ) -> Vec<Window> {
        let windows = self.windows(index, date);
        // What stands on a run of dates may be done on any of them: it only has to be to come.
        let from = if last > date {
            (self.problem.today, self.problem.from)
        } else {
            bounds.from
        };
        let earliest = if from.0 == date { from.1 } else { 0 };
        let time = Some(own);
        let mut taken: Vec<MinuteRange> =
            dates(date, last).flat_map(|day| self.busy(day)).collect();
        taken.sort_unstable();
        let own_is_free = self.problem.span(own).0 >= earliest
            && self.is_by_day(index, Placement { date, last, time })
            && dates(date, last).all(|day| self.is_free(day, Some(self.problem.span(own))));
        let halves = windows
            .iter()
            .flat_map(|half| gaps(*half, &taken, earliest));
        let halves = halves.filter_map(|gap| self.fit(gap, own.length()));
        let halves: Vec<Window> = halves.collect();
        // What comes after it in order would lose a stretch that is passed over.
        let first = halves.first().map(|gap| self.problem.span(*gap));
        let passes_none = first.is_none_or(|gap| gap.1 > self.problem.span(own).0);
        let evening = evening(&taken, windows, earliest);
        let hours = self.hours.on(date).unwrap_or(self.problem.span(own));
        let evening = self.fit((evening.max(hours.0), MIDNIGHT), own.length());
        let evening = evening.filter(|time| self.problem.span(*time).0 <= hours.1);
        let own = (own_is_free && passes_none).then_some(own);
        own.into_iter().chain(halves).chain(evening).collect()
    }

    /// The half-days of `date`: the plan's, or on a date it leaves free those of the slot's own
    /// day.
    fn windows(&self, index: usize, date: NaiveDate) -> &[MinuteRange] {
        let own = self.problem.jobs[index].entry;
        &self.windows[self.entries.get(&date).copied().unwrap_or(own)]
    }

    fn busy(&self, date: NaiveDate) -> impl Iterator<Item = MinuteRange> {
        let busy = self.busy.get(&date);
        busy.into_iter().flat_map(|busy| busy.values().copied())
    }

    fn is_free(&self, date: NaiveDate, span: Option<MinuteRange>) -> bool {
        let overlaps =
            |taken: MinuteRange| span.is_some_and(|(start, end)| start < taken.1 && taken.0 < end);
        !self.busy(date).any(overlaps)
    }

    /// The first time of day of such a length in a stretch, beginning on a multiple of five.
    fn fit(&self, (from, until): MinuteRange, length: Minutes) -> Option<Window> {
        let start = from.next_multiple_of(5);
        let clock = Clock::from_minutes(start.checked_sub(MIDNIGHT).unwrap_or(start))?;
        let time = Window::from(clock, length)?;
        // A clock past the end of the night would mean the morning.
        let span = self.problem.span(time);
        (span.0 == start && span.1 <= until).then_some(time)
    }
}

/// The first minute after what is taken and the half-days, as far as they are over before the
/// night.
fn evening(taken: &[MinuteRange], windows: &[MinuteRange], earliest: u32) -> u32 {
    let ends = taken.iter().chain(windows).map(|span| span.1);
    let last = ends.filter(|end| *end <= MIDNIGHT).max();
    last.unwrap_or_default().max(earliest)
}
