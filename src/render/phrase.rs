//! Counts, dates and lengths of time in words.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::calendar::Dates;
use crate::model::{Day, Minutes, Week, Weekdays};
use crate::progress::Placement;

/// `1 slot`, `2 slots`.
#[must_use]
pub fn count(n: u32, noun: &str) -> String {
    format!("{n} {noun}{}", if n == 1 { "" } else { "s" })
}

/// `38 min`, `1 h`, `1 h 20 min`.
#[must_use]
pub fn duration(minutes: Minutes) -> String {
    match (minutes.0 / 60, minutes.0 % 60) {
        (0, m) => format!("{m} min"),
        (h, 0) => format!("{h} h"),
        (h, m) => format!("{h} h {m} min"),
    }
}

/// `38m`, `1h05m`: for a prompt.
#[must_use]
pub fn short_duration(minutes: Minutes) -> String {
    match (minutes.0 / 60, minutes.0 % 60) {
        (0, m) => format!("{m}m"),
        (h, m) => format!("{h}h{m:02}m"),
    }
}

/// `Mon 7 Dec 2026`.
#[must_use]
pub fn date(date: NaiveDate) -> String {
    date.format("%a %-d %b %Y").to_string()
}

/// `Mon 7 Dec`.
#[must_use]
pub fn short_date(date: NaiveDate) -> String {
    date.format("%a %-d %b").to_string()
}

/// `Sat 12 - Sun 13 Dec`, `Mon 7 Dec`: the month is said once where it is the same.
#[must_use]
pub fn short_dates(dates: Dates) -> String {
    let Dates { first, last } = dates;
    if first == last {
        return short_date(first);
    }
    let same = (first.year(), first.month()) == (last.year(), last.month());
    let form = if same { "%a %-d" } else { "%a %-d %b" };
    format!("{} - {}", first.format(form), short_date(last))
}

/// `Sat 12 - Sun 13 Dec 2026`; months and years are said once where they agree.
#[must_use]
pub fn dates(dates: Dates) -> String {
    let Dates { first, last } = dates;
    if first == last {
        return date(first);
    }
    let form = if first.year() != last.year() {
        "%a %-d %b %Y"
    } else if first.month() != last.month() {
        "%a %-d %b"
    } else {
        "%a %-d"
    };
    format!("{} - {}", first.format(form), date(last))
}

/// `Tue 8 Dec 2026 15:00-16:15`; the date alone where there is no time.
#[must_use]
pub fn placement(placement: Placement) -> String {
    let time = placement.time.map(|time| format!(" {time}"));
    let (first, last) = (placement.date, placement.last);
    dates(Dates { first, last }) + &time.unwrap_or_default()
}

/// `1 week`, `2 weeks`, `-1 week`.
#[must_use]
pub fn weeks(weeks: i32) -> String {
    let sign = if weeks < 0 { "-" } else { "" };
    format!("{sign}{}", count(weeks.unsigned_abs(), "week"))
}

/// `Day 8`, `Day 18-19`; nothing for a whole week.
#[must_use]
pub fn day_number(day: &Day) -> Option<String> {
    let (first, last) = day.numbers?;
    if first == last {
        return Some(format!("Day {first}"));
    }
    Some(format!("Day {first}-{last}"))
}

/// `Day 47, 48`: several days by their numbers.
#[must_use]
pub fn day_numbers(days: &[&Day], language: &str) -> String {
    let names = days.iter().map(|day| day_number(day));
    let Some(names) = names.collect::<Option<Vec<_>>>() else {
        return list(days.iter().map(|day| day_name(day, language)));
    };
    let name = |(index, name): (usize, String)| match name.strip_prefix("Day ") {
        Some(number) if index > 0 => number.to_owned(),
        _ => name,
    };
    list(names.into_iter().enumerate().map(name))
}

/// `Day 8 周一`: a day's number, and its weekdays in the plan's language.
#[must_use]
pub fn day_name(day: &Day, language: &str) -> String {
    let weekdays = day.weekdays.map(|days| weekdays(days, language));
    let parts: Vec<String> = day_number(day).into_iter().chain(weekdays).collect();
    if parts.is_empty() {
        return "the whole week".to_owned();
    }
    parts.join(" ")
}

/// `Week 3 多模态基础与 CLIP 模型`.
#[must_use]
pub fn week_name(week: &Week) -> Option<String> {
    let number = week.number?;
    let title = week.title.as_deref();
    Some(title.map_or_else(
        || format!("Week {number}"),
        |title| format!("Week {number} {title}"),
    ))
}

/// Weekdays in the language of the plan's content: Chinese, else English.
#[must_use]
pub fn weekdays(days: Weekdays, language: &str) -> String {
    let chinese = language == "zh" || language.starts_with("zh-");
    let name = |day| {
        if chinese {
            chinese_weekday(day)
        } else {
            english_weekday(day)
        }
    };
    match (days.first, days.last) {
        (Weekday::Sat, Weekday::Sun) if chinese => "周末".to_owned(),
        (first, last) if first == last => name(first).to_owned(),
        (first, last) => format!("{}-{}", name(first), name(last)),
    }
}

fn chinese_weekday(day: Weekday) -> &'static str {
    const NAMES: [&str; 7] = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];
    NAMES[day.num_days_from_monday() as usize]
}

fn english_weekday(day: Weekday) -> &'static str {
    const NAMES: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    NAMES[day.num_days_from_monday() as usize]
}

/// A label before words: with the full-width colon that Chinese has, else with ours.
#[must_use]
pub fn labelled(label: &str) -> String {
    let colon = if label.is_ascii() { ": " } else { "：" };
    format!("{label}{colon}")
}

/// `1, 2, 5`.
#[must_use]
pub fn list(items: impl IntoIterator<Item = impl ToString>) -> String {
    let items: Vec<String> = items.into_iter().map(|item| item.to_string()).collect();
    items.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_years_are_said_once() {
        let dates = |first: &str, last: &str| {
            super::dates(Dates {
                first: first.parse().expect("a date"),
                last: last.parse().expect("a date"),
            })
        };
        assert_eq!(dates("2026-12-07", "2026-12-07"), "Mon 7 Dec 2026");
        assert_eq!(dates("2026-12-07", "2026-12-13"), "Mon 7 - Sun 13 Dec 2026");
        assert_eq!(
            dates("2026-11-30", "2026-12-06"),
            "Mon 30 Nov - Sun 6 Dec 2026"
        );
        assert_eq!(
            dates("2026-12-28", "2027-01-03"),
            "Mon 28 Dec 2026 - Sun 3 Jan 2027"
        );
    }

    #[test]
    fn durations_drop_what_is_nothing() {
        let words = [0, 38, 60, 80].map(|m| duration(Minutes(m)));
        assert_eq!(words, ["0 min", "38 min", "1 h", "1 h 20 min"]);
        assert_eq!(short_duration(Minutes(65)), "1h05m");
    }
}
