//! At which times of day the plan has sessions.

use chrono::{Datelike, NaiveDate, Weekday};

use super::problem::{Job, Problem};
use super::time::{MIDNIGHT, MinuteRange, dates};
use crate::model::{DayHours, Hours};

/// The session windows that the plan uses on each weekday.
#[derive(Debug, Clone)]
pub(super) struct Windows([Vec<MinuteRange>; 7]);

impl Windows {
    /// The windows of all sessions, by the weekdays that the plan has them on. A weekday without
    /// sessions gets the windows of Monday to Friday or of the weekend, whichever it is part of; if
    /// that has none either, those of all other days.
    pub(super) fn of(problem: &Problem) -> Self {
        if let Some(hours) = &problem.hours {
            return Self::of_hours(problem, hours);
        }
        let mut used: [Vec<MinuteRange>; 7] = Default::default();
        for day in &problem.days {
            let windows = day.windows.iter().map(|window| problem.minutes(*window));
            let windows: Vec<MinuteRange> = windows.collect();
            // A run of dates longer than a week has every weekday in its first seven dates.
            for date in dates(day.dates.0, day.dates.1).take(7) {
                used[index(date)].extend(&windows);
            }
        }
        let of_all = |weekdays: std::ops::Range<usize>| used[weekdays].concat();
        let (weekday, weekend, all) = (of_all(0..5), of_all(5..7), of_all(0..7));
        let mut windows = used;
        for (at, own) in windows.iter_mut().enumerate() {
            let others = if at < 5 { &weekday } else { &weekend };
            for fallback in [others, &all] {
                if own.is_empty() {
                    own.clone_from(fallback);
                }
            }
            merge(own);
        }
        Self(windows)
    }

    /// The windows of the learner's own week. A weekday with a budget alone has none.
    fn of_hours(problem: &Problem, hours: &Hours) -> Self {
        let mut own: [Vec<MinuteRange>; 7] = Default::default();
        for (weekdays, hours) in hours.runs() {
            let DayHours::Windows(windows) = hours else {
                continue;
            };
            for weekday in weekdays.days() {
                let here = &mut own[weekday.num_days_from_monday() as usize];
                here.extend(windows.iter().map(|window| problem.minutes(*window)));
                merge(here);
            }
        }
        Self(own)
    }

    /// The windows of a weekday; in a plan without sessions, the job's `own` time of day.
    pub(super) fn on<'w>(&'w self, weekday: Weekday, own: &'w MinuteRange) -> &'w [MinuteRange] {
        let windows = &self.0[weekday.num_days_from_monday() as usize];
        if windows.is_empty() {
            std::slice::from_ref(own)
        } else {
            windows
        }
    }

    /// Whether there is a window that is long enough for a job.
    pub(super) fn have_room_for(&self, job: &Job) -> bool {
        let mut all = self.0.iter().flatten().peekable();
        let length = job.time.map_or(0, |time| time.length().0);
        all.peek().is_none() || all.any(|window| window.1 - window.0 >= length)
    }
}

fn index(date: NaiveDate) -> usize {
    let days = date.weekday().days_since(Weekday::Mon);
    usize::try_from(days).unwrap_or_default()
}

/// Joins windows that overlap, or of which one begins when another ends, except at midnight, which
/// no slot can cross.
fn merge(windows: &mut Vec<MinuteRange>) {
    windows.sort_unstable();
    windows.dedup_by(|next, last| {
        let joins = next.0 <= last.1 && next.0 != MIDNIGHT;
        if joins {
            last.1 = last.1.max(next.1);
        }
        joins
    });
}
