//! How much time there is for study, by what a note states.

use chrono::Weekday;

use super::label::split;
use super::label_kind::is_time;
use super::length::{Length, find_length};
use super::scan::folded;
use super::statement::{
    DAILY, WEEKDAY, WEEKEND, WEEKLY, says, says_any, statements, states, weekdays_in,
    weekly_on_days,
};
use crate::model::{self, DayHours, Minutes, Window};

/// Minutes of study on each day of the week, Monday first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct WeekMinutes {
    pub(super) minutes: [u32; 7],
}

/// Monday first.
pub(super) const DAYS: [Weekday; 7] = {
    use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
    [Mon, Tue, Wed, Thu, Fri, Sat, Sun]
};

impl From<&model::Hours> for WeekMinutes {
    fn from(hours: &model::Hours) -> Self {
        let minutes = DAYS.map(|day| hours.on_weekday(day).total().0);
        Self { minutes }
    }
}

impl From<WeekMinutes> for model::Hours {
    fn from(hours: WeekMinutes) -> Self {
        Self::budgets(hours.minutes.map(Minutes))
    }
}

/// The times of day of each weekday, Monday first; none where only an amount of time is given.
pub(super) fn windows(hours: &model::Hours) -> [Vec<Window>; 7] {
    DAYS.map(|day| match hours.on_weekday(day) {
        DayHours::Windows(windows) => windows.clone(),
        DayHours::Budget(_) => Vec::new(),
    })
}

impl WeekMinutes {
    /// An hour from Monday to Friday.
    pub(super) const ASSUMED: Self = Self {
        minutes: [60, 60, 60, 60, 60, 0, 0],
    };

    /// The days with time for study, Monday 0; of a week without any, Monday to Friday.
    pub(super) fn study_days(&self) -> Vec<u32> {
        let days: Vec<u32> = (0..7)
            .zip(self.minutes)
            .filter(|(_, minutes)| *minutes > 0)
            .map(|(day, _)| day)
            .collect();
        if days.is_empty() {
            (0..5).collect()
        } else {
            days
        }
    }

    /// The minutes of a day, Monday 0.
    pub(super) fn of(&self, day: u32) -> u32 {
        let minutes = self.minutes.get(day as usize).copied().unwrap_or_default();
        if minutes == 0 { 60 } else { minutes }
    }
}

/// What lines say about study time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Stated {
    daily: Option<Length>,
    weekday: Option<Length>,
    weekend: Option<Length>,
    weekly: Option<Length>,
    /// Of single weekdays, Monday first.
    days: [Option<Length>; 7],
}

impl Stated {
    /// Adds what `text` says; the first statement of a kind counts. Single weekdays count only in a
    /// text that is about study time.
    pub(super) fn read(&mut self, text: &str) -> bool {
        let text = folded(text);
        if let Some((length, days)) = weekly_on_days(&text) {
            return self.divide(length, &days);
        }
        let parts = statements(&text);
        let is_about_time = split(&text).is_some_and(|(label, _)| is_time(&label))
            || parts.iter().any(|part| says_any(part) && states(part));
        let mut found = false;
        for part in &parts {
            let Some((length, _)) = find_length(part) else {
                continue;
            };
            let days = weekdays_in(part);
            let kind = if says(part, &WEEKDAY) {
                &mut self.weekday
            } else if says(part, &WEEKEND) {
                &mut self.weekend
            } else if is_about_time && !days.is_empty() {
                for day in days {
                    let day = &mut self.days[day.num_days_from_monday() as usize];
                    found |= day.is_none();
                    day.get_or_insert(length);
                }
                continue;
            } else if says(part, &DAILY) {
                &mut self.daily
            } else if says(part, &WEEKLY) {
                &mut self.weekly
            } else {
                continue;
            };
            found |= kind.is_none();
            kind.get_or_insert(length);
        }
        found
    }

    /// States the time of a week on these days, the same on each.
    fn divide(&mut self, length: Length, days: &[Weekday]) -> bool {
        let count = u32::try_from(days.len()).unwrap_or(7).max(1);
        let (low, high) = (length.low / count, length.high / count);
        let is_new = self.days.iter().all(Option::is_none);
        for day in days.iter().filter(|_| is_new) {
            self.days[day.num_days_from_monday() as usize] = Some(Length { low, high });
        }
        is_new
    }

    /// States the time of every day.
    pub(super) fn set_daily(&mut self, minutes: u32) {
        self.daily = Some(Length {
            low: minutes,
            high: minutes,
        });
    }

    /// The time of a day from Monday to Friday.
    pub(super) fn weekday(&self) -> Option<Length> {
        let single = self.days[..5].iter().flatten().next().copied();
        self.weekday.or(self.daily).or(single)
    }

    /// The time of a day at a weekend.
    pub(super) fn weekend(&self) -> Option<Length> {
        let single = self.days[5..].iter().flatten().next().copied();
        let all = self.daily.filter(|_| self.weekday.is_none());
        self.weekend.or(single).or(all)
    }

    /// The hours of a week; `None` if nothing is stated. Hours of days say it better than those of a
    /// week.
    pub(super) fn hours(&self) -> Option<WeekMinutes> {
        let cap = |minutes: u32| minutes.min(16 * 60);
        let of = |length: Option<Length>| length.map(middle);
        let has_days = self.days.iter().any(Option::is_some);
        let weekly = of(self.weekly).filter(|_| !has_days);
        let (week, end) = match (of(self.weekday.or(self.daily)), of(self.weekend), weekly) {
            (Some(week), end, _) => {
                let all = self.daily.filter(|_| self.weekday.is_none());
                (week, end.or(of(all)).unwrap_or(0))
            }
            (None, Some(end), weekly) => {
                (weekly.map_or(0, |all| all.saturating_sub(2 * end) / 5), end)
            }
            (None, None, Some(weekly)) => (weekly / 5, 0),
            (None, None, None) if has_days => (0, 0),
            (None, None, None) => return None,
        };
        let mut minutes = [week, week, week, week, week, end, end];
        for (day, stated) in minutes.iter_mut().zip(self.days) {
            *day = cap(of(stated).unwrap_or(*day));
        }
        Some(WeekMinutes { minutes })
    }
}

/// The middle of a range, in steps of five minutes.
pub(super) fn middle(length: Length) -> u32 {
    let middle = u32::midpoint(length.low, length.high);
    (middle / 5 * 5).max(5)
}
