//! The parts of a text that state study time, and the days that they name.

use chrono::Weekday;

use super::clock::after_digit;
use super::label::has_word;
use super::length::{Length, find_length, length};
use super::scan::folded;
use super::weekday::{weekdays, whole_weekdays};

pub(super) const DAILY: [&str; 17] = [
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
pub(super) const WEEKLY: [&str; 9] = [
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
pub(super) const WEEKDAY: [&str; 7] = [
    "工作日",
    "周一至周五",
    "平日",
    "weekday",
    "mon-fri",
    "monday to friday",
    "周一到周五",
];
pub(super) const WEEKEND: [&str; 6] = ["周末", "双休日", "休日", "土日", "weekend", "sat-sun"];

pub(super) fn says(part: &str, words: &[&str]) -> bool {
    words.iter().any(|word| has_word(part, word))
}

/// Whether a text is about every day or week, or about weekdays or weekends.
pub(super) fn says_any(part: &str) -> bool {
    let lists: [&[&str]; 4] = [&WEEKDAY, &WEEKEND, &DAILY, &WEEKLY];
    lists.into_iter().any(|words| says(part, words))
}

/// Whether a part of a text says how much time there is, and when.
pub(super) fn states(part: &str) -> bool {
    find_length(part).is_some() && (says_any(part) || !weekdays_in(part).is_empty())
}

/// The weekdays that a text names, in the order of the text.
pub(super) fn weekdays_in(text: &str) -> Vec<Weekday> {
    let text: Vec<char> = text.chars().collect();
    let begins = |at: usize| at == 0 || !text[at - 1].is_ascii_alphanumeric();
    let mut named: Vec<Weekday> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        match weekdays(&text, at).filter(|_| begins(at)) {
            // `每周一次`
            Some((_, end)) if text.get(end) == Some(&'次') => at = end,
            Some((days, end)) => {
                named.extend(days.days());
                at = end;
            }
            None => at += 1,
        }
    }
    named
}

/// The hours of a week and the weekdays that a sentence names with them: `8 h/week: Mon, Wed and Fri
/// evenings`.
pub(super) fn weekly_on_days(text: &str) -> Option<(Length, Vec<Weekday>)> {
    sentences(text).find_map(|text| {
        let mut days = weekdays_in(text);
        days.sort_unstable_by_key(Weekday::num_days_from_monday);
        days.dedup();
        let [length] = lengths(text)[..] else {
            return None;
        };
        let is_weekly = says(text, &WEEKLY) && !says(text, &DAILY);
        (is_weekly && !days.is_empty()).then_some((length, days))
    })
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let sentences = text.split(['。', ';', '!', '?']);
    sentences.flat_map(|text| text.split(". "))
}

/// The durations in a text.
fn lengths(text: &str) -> Vec<Length> {
    let text: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let next = length(&text, at).filter(|_| !after_digit(&text, at));
        at = next.map_or(at + 1, |(_, end)| end);
        found.extend(next.map(|(length, _)| length));
    }
    found
}

/// The parts of a text that may state different times: `1 hour on weekdays and 3 on weekends`, `10
/// hours a week (2 a day)`. Weekdays in a list stay with their time: `2 h on Mon, Wed, Fri + 3 h on
/// Saturday`.
pub(super) fn statements(text: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for part in sentences(text)
        .flat_map(bracketed)
        .collect::<Vec<_>>()
        .iter()
        .flat_map(|text| text.split([',', ';', '|', '、', '・']))
    {
        let part = part.trim();
        let says_when = whole_weekdays(part).is_some() || WEEKDAY.contains(&part);
        let (head, rest) = part.split_once('+').unwrap_or((part, ""));
        let is_listed = begins_with_weekday(head) && find_length(head).is_none();
        match parts.last_mut() {
            // `2 hours a day, Monday to Friday`
            Some(last) if says_when && states(last) && weekdays_in(last).is_empty() => {
                *last = format!("{last} {part}");
            }
            Some(last) if is_listed && states(last) && !weekdays_in(last).is_empty() => {
                *last = format!("{last}, {}", head.trim());
                if !rest.is_empty() {
                    joined(rest.trim(), &mut parts);
                }
            }
            // `Mon, Wed and Fri 2 h`
            Some(last)
                if begins_with_weekday(part)
                    && find_length(last).is_none()
                    && !weekdays_in(last).is_empty() =>
            {
                *last = format!("{last}, {part}");
            }
            _ => joined(part, &mut parts),
        }
    }
    parts
}

fn begins_with_weekday(text: &str) -> bool {
    let text: Vec<char> = text.trim().chars().collect();
    weekdays(&text, 0).is_some()
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
