//! How much time there is for study, by what a note states.

use chrono::Weekday;

use super::label::{has_word, split};
use super::label_kind::is_time;
use super::length::{Length, find_length};
use super::scan::folded;
use super::weekday::{more_weekdays, weekdays, whole_weekdays};
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
    /// Adds what `text` says; the first statement of a kind counts. Single weekdays count only in a
    /// text that is about study time.
    pub(super) fn read(&mut self, text: &str) -> bool {
        let text = folded(text);
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

fn says(part: &str, words: &[&str]) -> bool {
    words.iter().any(|word| has_word(part, word))
}

/// Whether a text is about every day or week, or about weekdays or weekends.
fn says_any(part: &str) -> bool {
    let lists: [&[&str]; 4] = [&WEEKDAY, &WEEKEND, &DAILY, &WEEKLY];
    lists.into_iter().any(|words| says(part, words))
}

/// Whether a part of a text says how much time there is, and when.
fn states(part: &str) -> bool {
    find_length(part).is_some() && (says_any(part) || !weekdays_in(part).is_empty())
}

/// The weekdays that a part of a text names.
fn weekdays_in(part: &str) -> Vec<Weekday> {
    let text: Vec<char> = part.chars().collect();
    let begins = |at: &usize| *at == 0 || !text[*at - 1].is_ascii_alphanumeric();
    let mut found = (0..text.len())
        .filter(begins)
        .filter_map(|at| weekdays(&text, at));
    let Some((first, end)) = found.next() else {
        return Vec::new();
    };
    let (more, _) = more_weekdays(&text, end);
    first.days().chain(more).collect()
}

/// The parts of a text that may state different times: `1 hour on weekdays and 3 on weekends`, `10
/// hours a week (2 a day)`.
fn statements(text: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for part in bracketed(text)
        .iter()
        .flat_map(|text| text.split([',', ';', '|', '、', '・']))
    {
        let part = part.trim();
        let says_when = whole_weekdays(part).is_some() || WEEKDAY.contains(&part);
        let last = parts.last_mut();
        let open = last.filter(|last| states(last) && weekdays_in(last).is_empty());
        match open.filter(|_| says_when) {
            // `2 hours a day, Monday to Friday`
            Some(last) => *last = format!("{last} {part}"),
            None => joined(part, &mut parts),
        }
    }
    parts
}

/// A text, and apart from it what its brackets state.
fn bracketed(text: &str) -> Vec<String> {
    let parts = text.split_once('(').and_then(|(before, rest)| {
        let (inner, after) = rest.split_once(')').unwrap_or((rest, ""));
        let mut inside = inner.split([',', ';', '、', '+']);
        let is_stated = inside.any(states);
        is_stated.then(|| vec![format!("{before} {after}"), inner.to_owned()])
    });
    parts.unwrap_or_else(|| vec![text.to_owned()])
}

/// Adds the parts of a text that are joined by a word or sign and each state something.
fn joined(text: &str, parts: &mut Vec<String>) {
    const SIGNS: [&str; 5] = [" and ", "和", "+", "&", ":"];
    let places = SIGNS.iter().flat_map(|sign| text.match_indices(sign));
    let mut halves = places.map(|(at, sign)| (&text[..at], &text[at + sign.len()..]));
    let halves = halves.find(|(first, second)| states(first) && states(second));
    match halves {
        Some((first, second)) => {
            joined(first, parts);
            joined(second, parts);
        }
        None => parts.push(text.to_owned()),
    }
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
