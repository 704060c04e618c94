//! Where open jobs are, and where there is room for another.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate, Weekday};

use super::precedence::{Bounds, Limits, Precedence};
use super::problem::{Obstacle, Problem};
use super::time::{MinuteRange, dates, gaps, is_endless, overlap, spread};
use super::windows::Windows;
use crate::calendar::add;
use crate::model::{Minutes, Window};
use crate::progress::Placement;

/// What a date is used for.
#[derive(Debug, Clone, Default)]
struct DateUse {
    /// Minutes of the jobs placed there.
    load: u32,
    /// Minutes that the plan itself has there.
    planned: u32,
    /// Times of day that are taken.
    busy: Vec<MinuteRange>,
}

/// The placements of open jobs, and how much of each date they take.
#[derive(Debug, Clone)]
pub(super) struct Timetable<'p> {
    pub(super) problem: &'p Problem,
    /// What each job that is placed means for those around it; `None` for one that is settled, running
    /// or not placed (yet).
    limits: Vec<Option<Limits>>,
    precedence: Precedence<'p>,
    /// Dates that are used; the others are empty.
    dates: HashMap<NaiveDate, DateUse>,
    windows: Windows,
    /// For jobs of a length and time, the first date that may have room: those before it have none.
    first_dates: HashMap<(Minutes, Option<Window>), NaiveDate>,
}

impl<'p> Timetable<'p> {
    /// All open jobs where they are now, except for those that are `to_place`.
    pub(super) fn new(problem: &'p Problem, to_place: impl Fn(usize) -> bool) -> Self {
        let mut timetable = Self {
            problem,
            limits: vec![None; problem.jobs.len()],
            precedence: Precedence::new(problem),
            dates: HashMap::new(),
            windows: Windows::of(problem),
            first_dates: HashMap::new(),
        };
        timetable.lay_out_plan();
        for (date, taken) in &problem.busy {
            timetable.date(*date).busy.extend(taken);
        }
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

    /// Notes how much the plan itself has on its dates.
    fn lay_out_plan(&mut self) {
        // In the learner's own hours, the author's days say nothing.
        if self.problem.hours.is_some() {
            return;
        }
        for day in &self.problem.days {
            let (date, last) = day.dates;
            let time = None;
            let is_left_free = |date| self.problem.is_left_free(date);
            for (date, minutes) in spread(Placement { date, last, time }, day.minutes, is_left_free)
            {
                self.date(date).planned += minutes;
            }
        }
    }

    /// Places a job.
    pub(super) fn put(&mut self, index: usize, placement: Placement) {
        for (date, minutes) in self.problem.shares(index, placement) {
            self.date(date).load += minutes;
        }
        if let Some(time) = placement.time.filter(|_| !is_endless(placement)) {
            let range = self.problem.minutes(time);
            for date in dates(placement.date, placement.last) {
                self.date(date).busy.push(range);
            }
        }
        self.limits[index] = Limits::of(self.problem, index, placement);
    }

    /// The minutes left on `date` of its budget, or of what the plan has there if that is more.
    fn room(&self, date: NaiveDate) -> u32 {
        if self.problem.is_rest(date) {
            return 0;
        }
        let budget = self.problem.budget(date).0;
        self.dates.get(&date).map_or(budget, |date| {
            date.planned.max(budget).saturating_sub(date.load)
        })
    }

    /// Where the jobs around it allow a job to be.
    pub(super) fn bounds(&self, index: usize) -> Bounds {
        self.precedence.bounds(&self.limits, index)
    }

    /// Whether a job can be at `placement`.
    pub(super) fn allows(&self, index: usize, placement: Placement, bounds: Bounds) -> bool {
        self.has_room(index, placement)
            && bounds.allow(self.problem, placement)
            && placement.last >= self.problem.today
    }

    /// Whether the dates and the time of a placement have room for a job.
    pub(super) fn has_room(&self, index: usize, placement: Placement) -> bool {
        let time = placement.time.filter(|_| !is_endless(placement));
        let time = time.map(|time| self.problem.minutes(time));
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

    /// The placement for a job on the first date with room, from one date to another.
    ///
    /// # Errors
    /// Why there is none.
    pub(super) fn first(
        &mut self,
        index: usize,
        (from, last): (NaiveDate, NaiveDate),
        bounds: Bounds,
    ) -> Result<Placement, Obstacle> {
        let from = from.max(self.first_date(index, last));
        let find = |bounds: Bounds| {
            // No later date can be before what has to follow.
            let latest = bounds.until.map_or(last, |((until, _), _)| last.min(until));
            dates(from, latest).find_map(|date| self.find(index, date, last, bounds))
        };
        find(bounds).ok_or_else(|| {
            let job = &self.problem.jobs[index];
            let is_too_long = job.minutes > self.problem.largest_budget();
            match bounds.until {
                _ if is_too_long || !self.windows.have_room_for(job) => Obstacle::TooLong,
                Some((_, other)) if find(bounds.unlimited()).is_some() => Obstacle::Before(other),
                _ => Obstacle::NoRoom,
            }
        })
    }

    /// The first date that has room for a job, whatever has to come before or after it. Dates only
    /// fill up, so each job of the same length can begin where the search for the last one ended.
    fn first_date(&mut self, index: usize, last: NaiveDate) -> NaiveDate {
        let job = &self.problem.jobs[index];
        let today = self.problem.today;
        if job.placement.last > job.placement.date {
            return today;
        }
        let key = (job.minutes, job.time);
        let known = self.first_dates.get(&key).copied().unwrap_or(today);
        let bounds = Bounds {
            from: (today, self.problem.first_minute),
            until: None,
        };
        let has_room = |date: &NaiveDate| self.find(index, *date, *date, bounds).is_some();
        let first = dates(known, last).find(has_room);
        let first = first.unwrap_or(known.max(add(last, 1)));
        self.first_dates.insert(key, first);
        first
    }

    /// A placement for a job from `date` on: a run of dates of the same length as its own that ends
    /// by `end`, or else `date` alone.
    fn find(
        &self,
        index: usize,
        date: NaiveDate,
        end: NaiveDate,
        bounds: Bounds,
    ) -> Option<Placement> {
        let own = self.problem.jobs[index].placement;
        let last = add(date, (own.last - own.date).num_days().unsigned_abs());
        let is_run = date < last && last <= end && !is_endless(own);
        let run = is_run.then(|| self.find_on(index, date, last, bounds));
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
            Some(own) => self.times(place(Some(own)), bounds),
        };
        let mut placements = times.into_iter().map(place);
        placements.find(|placement| bounds.allow(self.problem, *placement))
    }

    /// Free times of day for a job on the dates of `own`, the best first: its own time, then the
    /// gaps in the session windows.
    fn times(&self, own: Placement, bounds: Bounds) -> Vec<Option<Window>> {
        let Some(time) = own.time else {
            return Vec::new();
        };
        let range = self.problem.minutes(time);
        let weekday = match self.problem.rests.at_work(own.date) {
            Some(_) => Weekday::Mon,
            None => own.date.weekday(),
        };
        let windows = self.windows.on(weekday, &range);
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
        let gaps = gaps.filter_map(|gap| self.problem.fit(gap, time.length()));
        let is_inside = |window: &MinuteRange| window.0 <= range.0 && range.1 <= window.1;
        let own_is_free = range.0 >= earliest
            && windows.iter().any(is_inside)
            && !busy.iter().any(|busy| overlap(*busy, range));
        let own = own_is_free.then_some(time);
        own.into_iter().chain(gaps).map(Some).collect()
    }

    fn busy(&self, date: NaiveDate) -> impl Iterator<Item = MinuteRange> {
        let date = self.dates.get(&date).into_iter();
        date.flat_map(|date| &date.busy).copied()
    }
}
