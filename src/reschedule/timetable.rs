//! Where open jobs are, and where there is room for another.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::hours::Hours;
use super::precedence::{Bounds, Precedence};
use super::problem::{Obstacle, Problem};
use super::time::{MIDNIGHT, MinuteRange, dates, gaps, overlap, spread};
use crate::calendar::add;
use crate::model::Window;
use crate::progress::Placement;

/// What a date is used for.
#[derive(Debug, Clone, Default)]
struct DateUse {
    /// Minutes of the jobs placed there.
    load: u32,
    /// Minutes that the plan itself has there.
    planned: u32,
    /// Times of day that are taken, each with its job.
    busy: Vec<(usize, MinuteRange)>,
    /// The first day entry with session windows there.
    entry: Option<usize>,
}

/// The placements of open jobs, and how much of each date they take.
#[derive(Debug, Clone)]
pub(super) struct Timetable<'p> {
    pub(super) problem: &'p Problem,
    /// The placement of each job; `None` for one that is settled or still to be placed.
    pub(super) placements: Vec<Option<Placement>>,
    precedence: Precedence<'p>,
    /// Dates that are used; the others are empty.
    dates: HashMap<NaiveDate, DateUse>,
    /// The session windows of each day entry.
    windows: Vec<Vec<MinuteRange>>,
    hours: Hours,
}

impl<'p> Timetable<'p> {
    /// All open jobs where they are now, except for those that are `to_place`.
    pub(super) fn new(problem: &'p Problem, to_place: impl Fn(usize) -> bool) -> Self {
        let windows = problem.days.iter().map(|day| {
            let windows = day.windows.iter();
            windows.map(|window| problem.minutes(*window)).collect()
        });
        let windows: Vec<Vec<MinuteRange>> = windows.collect();
        let mut timetable = Self {
            problem,
            placements: vec![None; problem.jobs.len()],
            precedence: Precedence::new(problem),
            dates: HashMap::new(),
            hours: Hours::of(&problem.days, &windows),
            windows,
        };
        timetable.lay_out_plan();
        timetable.date(problem.today).load = problem.done_today.0;
        for (index, job) in problem.jobs.iter().enumerate() {
            if job.open && !to_place(index) {
                timetable.put(index, job.placement);
            }
        }
        timetable
    }

    fn date(&mut self, date: NaiveDate) -> &mut DateUse {
        self.dates.entry(date).or_default()
    }

    /// Notes which dates the plan itself uses.
    fn lay_out_plan(&mut self) {
        for (index, day) in self.problem.days.iter().enumerate() {
            let (date, last) = day.dates;
            let time = None;
            let is_left_free = |date| self.problem.is_left_free(date);
            for (date, minutes) in spread(Placement { date, last, time }, day.minutes, is_left_free)
            {
                self.date(date).planned += minutes;
            }
            for date in dates(date, last).filter(|_| !day.windows.is_empty()) {
                self.date(date).entry.get_or_insert(index);
            }
        }
    }

    /// Places a job.
    pub(super) fn put(&mut self, index: usize, placement: Placement) {
        for (date, minutes) in self.problem.shares(index, placement) {
            self.date(date).load += minutes;
        }
        if let Some(time) = placement.time {
            let range = self.problem.minutes(time);
            for date in dates(placement.date, placement.last) {
                self.date(date).busy.push((index, range));
            }
        }
        self.placements[index] = Some(placement);
    }

    /// Removes a job that was [`put`](Self::put).
    pub(super) fn take(&mut self, index: usize) {
        let Some(placement) = self.placements[index].take() else {
            return;
        };
        for (date, minutes) in self.problem.shares(index, placement) {
            self.date(date).load -= minutes;
        }
        for date in dates(placement.date, placement.last) {
            self.date(date).busy.retain(|(job, _)| *job != index);
        }
    }

    /// Leaves a stranded job without a new placement. It takes no time where it is, but what
    /// follows it still has to.
    pub(super) fn leave(&mut self, index: usize) {
        self.placements[index] = Some(self.problem.jobs[index].placement);
    }

    /// Reverts [`leave`](Self::leave).
    pub(super) fn unleave(&mut self, index: usize) {
        self.placements[index] = None;
    }

    /// Why there is no placement for each of the jobs that were left.
    pub(super) fn obstacles(
        &mut self,
        left: impl Iterator<Item = usize> + Clone,
    ) -> Vec<(usize, Obstacle)> {
        // The date of an overdue job has passed, so it can't be what another has to come before.
        for index in left.clone() {
            if self.problem.jobs[index].placement.last < self.problem.today {
                self.unleave(index);
            }
        }
        left.map(|index| (index, self.obstacle(index))).collect()
    }

    fn obstacle(&self, index: usize) -> Obstacle {
        if self.problem.jobs[index].minutes > self.problem.budgets.most() {
            return Obstacle::TooLong;
        }
        match self.bounds(index).until {
            Some(((date, _), other)) if date <= self.problem.plan_end => Obstacle::Before(other),
            _ => Obstacle::NoRoom,
        }
    }

    /// The minutes left on `date` of its budget, or of what the plan has there if that is more.
    pub(super) fn room(&self, date: NaiveDate) -> u32 {
        if self.problem.is_rest(date) {
            return 0;
        }
        let budget = self.problem.budgets.on(date).0;
        self.dates.get(&date).map_or(budget, |date| {
            date.planned.max(budget).saturating_sub(date.load)
        })
    }

    /// Where the jobs around it allow a job to be.
    pub(super) fn bounds(&self, index: usize) -> Bounds {
        self.precedence.bounds(&self.placements, index)
    }

    /// Whether a job can be at `placement`.
    pub(super) fn allows(&self, index: usize, placement: Placement, bounds: Bounds) -> bool {
        self.has_room(index, placement)
            && bounds.allow(self.problem, placement)
            && placement.last >= self.problem.today
    }

    /// Whether the dates and the time of a placement have room for a job.
    pub(super) fn has_room(&self, index: usize, placement: Placement) -> bool {
        let time = placement.time.map(|time| self.problem.minutes(time));
        self.has_minutes(index, placement)
            && time.is_none_or(|time| {
                let mut dates = dates(placement.date, placement.last);
                !dates.any(|date| self.busy(date).any(|busy| overlap(busy, time)))
            })
    }

    fn has_minutes(&self, index: usize, placement: Placement) -> bool {
        let mut shares = self.problem.shares(index, placement).into_iter();
        shares.all(|(date, minutes)| !self.problem.is_rest(date) && minutes <= self.room(date))
    }

    /// A placement for a job from `date` on: a run of dates of the same length as its own that ends
    /// by `end`, or else `date` alone.
    pub(super) fn find(
        &self,
        index: usize,
        date: NaiveDate,
        end: NaiveDate,
        bounds: Bounds,
    ) -> Option<Placement> {
        let own = self.problem.jobs[index].placement;
        let last = add(date, (own.last - own.date).num_days().unsigned_abs());
        let run = (date < last && last <= end).then(|| self.find_on(index, date, last, bounds));
        run.flatten()
            .or_else(|| self.find_on(index, date, date, bounds))
    }

    /// A placement for a job on all of some dates.
    fn find_on(
        &self,
        index: usize,
        date: NaiveDate,
        last: NaiveDate,
        bounds: Bounds,
    ) -> Option<Placement> {
        let place = |time| Placement { date, last, time };
        // Most dates of a search are full: this finds out without allocating.
        if date == last && self.problem.jobs[index].minutes.0 > self.room(date) {
            return None;
        }
        if dates(date, last).any(|date| self.problem.is_rest(date))
            || !self.has_minutes(index, place(None))
        {
            return None;
        }
        let times = match self.problem.jobs[index].time {
            None => vec![None],
            Some(own) => self.times(index, place(Some(own)), bounds),
        };
        let mut placements = times.into_iter().map(place);
        placements.find(|placement| bounds.allow(self.problem, *placement))
    }

    /// Whether a placement is within a session window of its date, or has no time of day.
    pub(super) fn is_in_window(&self, index: usize, placement: Placement) -> bool {
        let windows = self.windows(index, placement.date);
        placement.time.is_none_or(|time| {
            let (start, end) = self.problem.minutes(time);
            windows
                .iter()
                .any(|(from, to)| *from <= start && end <= *to)
        })
    }

    /// Free times of day for a job on the dates of `own`, the best first: its own time, unless
    /// there is a gap before that which it would pass over; then gaps in the session windows of the
    /// first date; then the evening.
    fn times(&self, index: usize, own: Placement, bounds: Bounds) -> Vec<Option<Window>> {
        let Some(time) = own.time else {
            return Vec::new();
        };
        let (windows, range) = (self.windows(index, own.date), self.problem.minutes(time));
        // A job on a run of dates may be done on any of them: only what has passed today is lost.
        let from = if own.last > own.date {
            (self.problem.today, self.problem.first_minute)
        } else {
            bounds.from
        };
        let earliest = if from.0 == own.date { from.1 } else { 0 };
        let dates = dates(own.date, own.last);
        let mut busy: Vec<MinuteRange> = dates.flat_map(|date| self.busy(date)).collect();
        busy.sort_unstable();
        let gaps = windows
            .iter()
            .flat_map(|window| gaps(*window, &busy, earliest));
        let gaps: Vec<Window> = gaps
            .filter_map(|gap| self.problem.fit(gap, time.length()))
            .collect();
        // A gap that is passed over would be lost to the jobs that have to come after this one.
        let passes_a_gap = gaps
            .first()
            .is_some_and(|gap| self.problem.minutes(*gap).1 <= range.0);
        let own_is_free = range.0 >= earliest
            && self.is_in_window(index, own)
            && !busy.iter().any(|busy| overlap(*busy, range));
        let hours = self.hours.on(own.date).unwrap_or(range);
        let evening = evening(&busy, windows, earliest).max(hours.0);
        let evening = self.problem.fit((evening, MIDNIGHT), time.length());
        let evening = evening.filter(|time| self.problem.minutes(*time).0 <= hours.1);
        let own = (own_is_free && !passes_a_gap).then_some(time);
        let times = own.into_iter().chain(gaps).chain(evening);
        times.map(Some).collect()
    }

    /// The session windows of `date`; on a date without any, those of the job's own day.
    fn windows(&self, index: usize, date: NaiveDate) -> &[MinuteRange] {
        let own = self.problem.jobs[index].day;
        let entry = self.dates.get(&date).and_then(|date| date.entry);
        &self.windows[entry.unwrap_or(own)]
    }

    fn busy(&self, date: NaiveDate) -> impl Iterator<Item = MinuteRange> {
        let date = self.dates.get(&date).into_iter();
        date.flat_map(|date| &date.busy).map(|(_, range)| *range)
    }
}

/// The first minute after all sessions and everything that is busy, without the night.
fn evening(busy: &[MinuteRange], windows: &[MinuteRange], earliest: u32) -> u32 {
    let ends = busy.iter().chain(windows).map(|range| range.1);
    let last = ends.filter(|end| *end <= MIDNIGHT).max();
    last.unwrap_or_default().max(earliest)
}
