//! What has to be rescheduled, and the moves that are proposed.

use std::collections::{HashMap, HashSet};

use chrono::{Datelike, NaiveDate, Weekday};

use super::needs::Needs;
use super::time::{MIDNIGHT, MinuteRange, Moment, is_on_weekend, spread};
use crate::calendar::in_study_day;
use crate::model::{Busy, Clock, Hours, Minutes, Window};
use crate::progress::{Placement, Rests};

/// A slot, as far as its place in time goes.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts")]
pub(crate) struct Job {
    /// How much of a day's budget it takes.
    pub(crate) minutes: Minutes,
    /// Where it is now.
    pub(crate) placement: Placement,
    /// The time the plan gives it; a slot without one has no time of day anywhere.
    pub(crate) time: Option<Window>,
    /// Position of the day entry it belongs to.
    pub(crate) day: usize,
    /// The week of the plan it belongs to: any number that no other week has. `None` if the learner
    /// chose its date: it stays there unless it is stranded, and comes neither before nor after the
    /// others.
    pub(crate) week: Option<usize>,
    /// Position of its topic.
    pub(crate) topic: Option<usize>,
    /// Whether it is a whole slot, or the last sitting of one.
    pub(crate) is_last: bool,
    /// Which part of a series it is.
    pub(crate) part: Option<Part>,
    /// Whether it is neither done nor skipped.
    pub(crate) open: bool,
    /// Whether it needs a new placement: it is overdue, or open on a day of rest.
    pub(crate) stranded: bool,
    /// Whether it is open and its time is running.
    pub(crate) running: bool,
    /// The date before which it has to be done.
    pub(crate) deadline: Option<NaiveDate>,
}

/// A part of something that has several, such as part 2 of an essay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part {
    /// The series: any number that no other series has.
    pub(crate) series: usize,
    /// The number of the part.
    pub(crate) number: u32,
}

/// A day entry of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PlannedDay {
    /// The first and last date that the plan gives it.
    pub(crate) dates: (NaiveDate, NaiveDate),
    /// Minutes that the plan has on it.
    pub(crate) minutes: Minutes,
    /// The windows of its sessions, in order; empty if it has no times of day.
    pub(crate) windows: Vec<Window>,
}

/// The upper bounds of daily budgets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Budgets {
    /// Monday to Friday.
    pub(crate) weekday: Minutes,
    /// Saturday and Sunday.
    pub(crate) weekend: Minutes,
}

impl Budgets {
    /// The upper bound for `date`.
    pub(crate) fn on(self, date: NaiveDate) -> Minutes {
        if is_on_weekend(date) {
            self.weekend
        } else {
            self.weekday
        }
    }

    /// The upper bound that no date exceeds.
    pub(super) fn most(self) -> Minutes {
        self.weekday.max(self.weekend)
    }
}

/// Everything that rescheduling depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Problem {
    /// Every slot, in the order of the plan: those of a week are neighbours.
    pub(crate) jobs: Vec<Job>,
    /// Every day entry, in the order of the plan.
    pub(crate) days: Vec<PlannedDay>,
    /// For each topic all topics it depends on, directly or not.
    pub(crate) needs: Needs,
    /// Daily budgets.
    pub(crate) budgets: Budgets,
    /// The hours of the learner's own week, which take the place of budgets, sessions and free
    /// weekdays.
    pub(crate) hours: Option<Hours>,
    /// Rest that the learner declared.
    pub(crate) rests: Rests,
    /// Times that are taken by other things than the plan.
    pub(crate) busy: Busy,
    /// Those of them that events of the plan take.
    pub(crate) events: Busy,
    /// Weekdays that the plan leaves free.
    pub(crate) free_weekdays: Vec<Weekday>,
    /// Dates on such weekdays on which it has something all the same.
    pub(crate) used_free_dates: HashSet<NaiveDate>,
    /// The learner's study date.
    pub(crate) today: NaiveDate,
    /// The first minute of today that can still be given to something.
    pub(crate) first_minute: u32,
    /// Minutes done today, which count towards today's budget.
    pub(crate) done_today: Minutes,
    /// When a study day begins: an earlier time on the clock belongs to the night after.
    pub(crate) day_starts: Minutes,
    /// The last date of the plan, buffers included.
    pub(crate) plan_end: NaiveDate,
}

/// Why no placement was found for a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Obstacle {
    /// No day has room for it.
    NoRoom,
    /// It has to come before the job at this position, and there is only room after that.
    Before(usize),
    /// It is longer than any day's budget or any session.
    TooLong,
}

/// Moves that solve a problem, as far as possible.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Proposal {
    /// Jobs by position, in the order of the plan, with their new placements.
    pub(crate) moves: Vec<(usize, Placement)>,
    /// Jobs by position for which no placement was found; they stay where they are.
    pub(crate) unplaced: Vec<(usize, Obstacle)>,
}

impl Problem {
    /// Positions of the jobs that need a new placement.
    pub(crate) fn stranded(&self) -> impl Iterator<Item = usize> {
        (0..self.jobs.len()).filter(|index| self.jobs[*index].stranded)
    }

    /// The most minutes for `date`.
    pub(crate) fn budget(&self, date: NaiveDate) -> Minutes {
        let hours = self.hours.as_ref();
        let hours = hours.map(|hours| self.rests.hours_on(hours, date).total());
        hours.unwrap_or_else(|| self.budgets.on(date))
    }

    /// The most minutes of any date.
    pub(super) fn largest_budget(&self) -> Minutes {
        let hours = self.hours.as_ref().map(Hours::largest);
        hours.unwrap_or_else(|| self.budgets.most())
    }

    /// Whether nothing is to be put on `date`.
    pub(super) fn is_rest(&self, date: NaiveDate) -> bool {
        let is_free = match &self.hours {
            Some(hours) => self.rests.hours_on(hours, date).total() == Minutes::ZERO,
            None => self.is_left_free(date),
        };
        self.rests.on(date).is_some() || is_free || self.is_taken(date)
    }

    /// Whether something takes all of `date`.
    fn is_taken(&self, date: NaiveDate) -> bool {
        let (start, end) = (self.day_starts.0, self.day_starts.0 + MIDNIGHT);
        let mut taken = self.busy.get(&date).into_iter().flatten();
        taken.any(|(from, to)| *from <= start && end <= *to)
    }

    /// Whether the plan leaves `date` free.
    pub(super) fn is_left_free(&self, date: NaiveDate) -> bool {
        self.free_weekdays.contains(&date.weekday())
            && !self.used_free_dates.contains(&date)
            && self.rests.at_work(date).is_none()
    }

    /// A time of day in minutes of the study day.
    pub(super) fn minutes(&self, time: Window) -> MinuteRange {
        in_study_day(time, self.day_starts)
    }

    /// The first time of day of such a length in a gap that begins on a multiple of five minutes.
    pub(super) fn fit(&self, (from, until): MinuteRange, length: Minutes) -> Option<Window> {
        let start = from.next_multiple_of(5);
        let clock = Clock::from_minutes(start.checked_sub(MIDNIGHT).unwrap_or(start))?;
        let time = Window::from(clock, length)?;
        // After the end of the night the same time on the clock is in the morning.
        let range = self.minutes(time);
        (range.0 == start && range.1 <= until).then_some(time)
    }

    /// Minutes by date of a job at `placement`.
    pub(super) fn shares(&self, index: usize, placement: Placement) -> Vec<(NaiveDate, u32)> {
        let minutes = self.jobs[index].minutes;
        spread(placement, minutes, |date| self.is_rest(date))
    }

    /// The placements of all jobs after `proposal`.
    pub(crate) fn placements_after(&self, proposal: &Proposal) -> Vec<Placement> {
        let mut placements: Vec<Placement> = self.jobs.iter().map(|job| job.placement).collect();
        for (index, placement) in &proposal.moves {
            placements[*index] = *placement;
        }
        placements
    }

    /// Minutes of open jobs by date, after `proposal`.
    pub(crate) fn loads_after(&self, proposal: &Proposal) -> HashMap<NaiveDate, u32> {
        let mut loads = HashMap::new();
        for (index, placement) in self.placements_after(proposal).into_iter().enumerate() {
            if self.jobs[index].open {
                for (date, minutes) in self.shares(index, placement) {
                    *loads.entry(date).or_default() += minutes;
                }
            }
        }
        loads
    }

    /// The time of day that a job has to keep to. On a run of dates it has none: it may be done on
    /// any of them.
    fn fixed_time(&self, placement: Placement) -> Option<MinuteRange> {
        let time = placement.time.filter(|_| placement.last == placement.date);
        time.map(|time| self.minutes(time))
    }

    /// When a job at `placement` begins, at the earliest.
    pub(super) fn begin(&self, placement: Placement) -> Moment {
        let time = self.fixed_time(placement);
        (placement.date, time.map_or(0, |range| range.0))
    }

    /// The earliest moment at which a job that follows one at `placement` can begin. A job without
    /// a time may be done early enough for any time of its date.
    pub(super) fn first_after(&self, placement: Placement) -> Moment {
        let time = self.fixed_time(placement);
        (placement.date, time.map_or(0, |range| range.1))
    }

    /// The latest moment at which a job that precedes one at `placement` can end.
    pub(super) fn last_before(&self, placement: Placement) -> Moment {
        let time = self.fixed_time(placement);
        (placement.last, time.map_or(u32::MAX, |range| range.0))
    }
}
