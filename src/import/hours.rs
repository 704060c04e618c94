//! How much time there is for study, by what a note states.

use chrono::Weekday;

use super::label::has_word;
use super::length::{Length, find_length};
use super::scan::folded;
use crate::model::{self, DayHours, Minutes, Window};

/// Minutes of study on each day of the week, Monday first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct WeekMinutes {
    pub(super) minutes: [u32; 7],
}

const DAYS: [Weekday; 7] = {
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
}

const DAILY: [&str; 17] = [
    "每天",
    "每日",
    "日均",
    "/天",
    "/日",
    "毎日",
    "1日",
    "一天",
    "per day",
    "a day",
    "/day",
    "daily",
    "each day",
    "every day",
    "hours/day",
    "an evening",
    "per evening",
];
const WEEKLY: [&str; 9] = [
    "每周",
    "/周",
    "周均",
    "毎周",
    "per week",
    "a week",
    "/week",
    "weekly",
    "each week",
];
const WEEKDAY: [&str; 7] = [
    "工作日",
    "周一至周五",
    "平日",
    "weekday",
    "mon-fri",
    "monday to friday",
    "周一到周五",
];
const WEEKEND: [&str; 6] = ["周末", "双休日", "休日", "土日", "weekend", "sat-sun"];

impl Stated {
    /// Adds what `text` says; the first statement of a kind counts.
    pub(super) fn read(&mut self, text: &str) -> bool {
        let text = folded(text);
        let mut found = false;
        for part in statements(&text) {
            let Some((length, _)) = find_length(part) else {
                continue;
            };
            let says = |words: &[&str]| words.iter().any(|word| has_word(part, word));
            let kind = if says(&WEEKDAY) {
                &mut self.weekday
            } else if says(&WEEKEND) {
                &mut self.weekend
            } else if says(&DAILY) {
                &mut self.daily
            } else if says(&WEEKLY) {
                &mut self.weekly
            } else {
                continue;
            };
            found |= kind.is_none();
            kind.get_or_insert(length);
        }
        found
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
        self.weekday.or(self.daily)
    }

    /// The time of a day at a weekend.
    pub(super) fn weekend(&self) -> Option<Length> {
        self.weekend
            .or(self.daily.filter(|_| self.weekday.is_none()))
    }

    /// The hours of a week; `None` if nothing is stated.
    pub(super) fn hours(&self) -> Option<WeekMinutes> {
        let cap = |minutes: u32| minutes.min(16 * 60);
        let of = |length: Option<Length>| length.map(middle);
        let (week, end) = match (of(self.weekday()), of(self.weekend), of(self.weekly)) {
            (Some(week), end, _) => {
                let all = self.daily.filter(|_| self.weekday.is_none());
                (week, end.or(of(all)).unwrap_or(0))
            }
            (None, Some(end), weekly) => {
                (weekly.map_or(0, |all| all.saturating_sub(2 * end) / 5), end)
            }
            (None, None, Some(weekly)) => (weekly / 5, 0),
            (None, None, None) => return None,
        };
        let (week, end) = (cap(week), cap(end));
        Some(WeekMinutes {
            minutes: [week, week, week, week, week, end, end],
        })
    }
}

/// The parts of a text that may state different times: `1 hour on weekdays and 3 on weekends`.
fn statements(text: &str) -> impl Iterator<Item = &str> {
    let states = |part: &str| {
        let lists: [&[&str]; 4] = [&WEEKDAY, &WEEKEND, &DAILY, &WEEKLY];
        let mut words = lists.into_iter().flatten();
        find_length(part).is_some() && words.any(|word| has_word(part, word))
    };
    let parts = text.split([',', ';', '|', '、', '・']);
    parts.flat_map(move |part| {
        let halves = part.split_once(" and ").or_else(|| part.split_once('和'));
        match halves.filter(|(first, second)| states(first) && states(second)) {
            Some((first, second)) => vec![first, second],
            None => vec![part],
        }
    })
}

/// Whether `text` is about every day.
pub(super) fn says_daily(text: &str) -> bool {
    let text = folded(text);
    DAILY.iter().any(|word| has_word(&text, word))
}

/// The middle of a range, in steps of five minutes.
pub(super) fn middle(length: Length) -> u32 {
    let middle = u32::midpoint(length.low, length.high);
    (middle / 5 * 5).max(5)
}
