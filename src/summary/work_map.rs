//! How long was worked on each day of some calendar weeks.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Study;
use crate::calendar::add;
use crate::model::{Dates, Minutes};

/// How many weeks a map has at least, if there are so many, and at most.
const LEAST: usize = 4;
const MOST: usize = 26;

/// The levels of a map: the fullest day has the highest.
pub(crate) const LEVELS: u32 = 4;

/// A date of a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WorkDay {
    pub(crate) minutes: Minutes,
    /// From 1 to [`LEVELS`]; 0 if nothing was worked.
    pub(crate) level: u32,
    /// Whether it is rest that was declared.
    pub(crate) is_rest: bool,
    /// Whether it is before the study began or still to come, and nothing was worked.
    pub(crate) is_outside: bool,
}

/// A calendar week of a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WorkWeek {
    pub(crate) monday: NaiveDate,
    pub(crate) days: Vec<WorkDay>,
    pub(crate) sum: Minutes,
}

/// The minutes of each day of some calendar weeks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct WorkMap {
    /// In order; none if nothing was worked in them, or there is only one.
    pub(crate) weeks: Vec<WorkWeek>,
    /// How many weeks before them are left out although they are asked for, and what was worked then.
    pub(crate) earlier: (usize, Minutes),
}

/// The map of the weeks with some of `dates` until today, and of those before them if they are few.
pub(super) fn work_map(
    study: &Study,
    worked: &BTreeMap<NaiveDate, Minutes>,
    dates: Dates,
) -> WorkMap {
    let began = worked.keys().next().copied();
    let began = began.map_or(study.calendar.start, |day| day.min(study.calendar.start));
    let monday = |date: NaiveDate| Dates::week_of(date).first;
    let (first, last) = (
        monday(dates.first.max(began)),
        monday(dates.last.min(study.today)),
    );
    let weeks = (last - monday(began)).num_days() / 7 + 1;
    let asked = (last - first).num_days() / 7 + 1;
    let (weeks, asked) = (positive(weeks), positive(asked));
    let Some((weeks, asked)) = weeks.zip(asked) else {
        return WorkMap::default();
    };
    let shown = asked.clamp(LEAST, MOST).min(weeks);
    let from = monday(began);
    let start = |week: usize| add(from, 7 * u64::try_from(week).unwrap_or(0));
    let (from, until) = (start(weeks - shown), Dates::week_of(last).last);
    let most = worked.range(from..=until).map(|(_, minutes)| *minutes);
    // A single week is no map: its days are named with their hours.
    let Some(most) = most.max().filter(|_| shown > 1) else {
        return WorkMap::default();
    };
    let week = |week: usize| work_week(study, worked, (start(week), began), most);
    let before = worked.range(start(weeks - asked.clamp(shown, weeks))..from);
    WorkMap {
        weeks: (weeks - shown..weeks).map(week).collect(),
        earlier: (
            asked.min(weeks).saturating_sub(shown),
            before.map(|(_, minutes)| *minutes).sum(),
        ),
    }
}

fn positive(weeks: i64) -> Option<usize> {
    usize::try_from(weeks).ok().filter(|weeks| *weeks > 0)
}

fn work_week(
    study: &Study,
    worked: &BTreeMap<NaiveDate, Minutes>,
    (monday, began): (NaiveDate, NaiveDate),
    most: Minutes,
) -> WorkWeek {
    let day = |date: NaiveDate| {
        let minutes = worked.get(&date).copied().unwrap_or_default();
        let is_outside = date < began || date > study.today;
        WorkDay {
            minutes,
            level: (minutes.0 * LEVELS).div_ceil(most.0.max(1)),
            is_rest: study.rests.on(date).is_some(),
            is_outside: is_outside && minutes == Minutes::ZERO,
        }
    };
    let days: Vec<WorkDay> = Dates::week_of(monday).all().map(day).collect();
    WorkWeek {
        monday,
        sum: days.iter().map(|day| day.minutes).sum(),
        days,
    }
}
