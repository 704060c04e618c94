//! Counts, dates, durations and lists in English.

use std::fmt::Display;
use std::path::Path;

use chrono::{Datelike, NaiveDate};

use crate::model::{Dates, Minutes, Period, Placement};
use crate::text::{PlanName, SlotList, SlotName};

/// `1 slot`, `2 slots`.
pub(super) fn count(n: impl Display, noun: &str) -> String {
    let n = n.to_string();
    let plural = if n == "1" { "" } else { "s" };
    format!("{n} {noun}{plural}")
}

/// `10,000`: digits in groups of three.
pub(super) fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// `38 min`, `1 h`, `1 h 20 min`.
pub(super) fn duration(minutes: Minutes) -> String {
    match (minutes.0 / 60, minutes.0 % 60) {
        (0, m) => format!("{m} min"),
        (h, 0) => format!("{h} h"),
        (h, m) => format!("{h} h {m} min"),
    }
}

/// `1 week`, `10 days`.
pub(super) fn period(period: Period) -> String {
    match period {
        Period::Days(n) => count(n, "day"),
        Period::Weeks(n) => count(n, "week"),
        Period::Months(n) => count(n, "month"),
    }
}

/// `38m`, `1h05m`: for a prompt.
pub(super) fn short_duration(minutes: Minutes) -> String {
    match (minutes.0 / 60, minutes.0 % 60) {
        (0, m) => format!("{m}m"),
        (h, m) => format!("{h}h{m:02}m"),
    }
}

/// `Mon 7 Dec`; with its year, if that is not `year`.
pub(super) fn short_date(day: NaiveDate, year: Option<i32>) -> String {
    if Some(day.year()) == year {
        return day.format("%a %-d %b").to_string();
    }
    date(day)
}

/// `Mon 7 Dec 2026`.
pub(super) fn date(date: NaiveDate) -> String {
    date.format("%a %-d %b %Y").to_string()
}

/// `Sat 12 - Sun 13 Dec 2026`; one date if the two are equal. Month and year are not repeated.
pub(super) fn dates(dates: Dates) -> String {
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

/// `Sat 12 - Sun 13 Dec`; with their years, if one of them is not in `year`.
pub(super) fn short_dates(days: Dates, year: Option<i32>) -> String {
    let Dates { first, last } = days;
    if first == last {
        return short_date(first, year);
    }
    if [first, last].iter().any(|date| Some(date.year()) != year) {
        return dates(days);
    }
    let form = if first.month() == last.month() {
        "%a %-d"
    } else {
        "%a %-d %b"
    };
    format!("{} - {}", first.format(form), short_date(last, year))
}

/// `Tue 8 Dec 2026 15:00-16:15`; the date alone if there is no time.
pub(super) fn placement(place: Placement) -> String {
    let time = place.time.map(|time| format!(" {time}"));
    dates(place.dates()) + &time.unwrap_or_default()
}

/// `1 week`, `2 weeks`, `-1 week`.
pub(super) fn weeks(weeks: i32) -> String {
    let sign = if weeks < 0 { "-" } else { "" };
    format!("{sign}{}", count(weeks.unsigned_abs(), "week"))
}

/// Each between backticks.
pub(super) fn quoted_list(items: impl IntoIterator<Item = impl Display>) -> String {
    list(items.into_iter().map(|item| format!("`{item}`")))
}

/// `1, 2, 5`.
pub(super) fn list(items: impl IntoIterator<Item = impl Display>) -> String {
    let items: Vec<String> = items.into_iter().map(|item| item.to_string()).collect();
    items.join(", ")
}

/// `a, b`; `a, b and 3 more`.
pub(super) fn list_and_more(shown: &[String], more: usize) -> String {
    let shown = list(shown);
    match more {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

/// ``the shipped plan `multimodal` ``, or a path.
pub(super) fn plan_name(plan: &PlanName) -> String {
    match plan {
        PlanName::Shipped(id) => format!("the shipped plan `{id}`"),
        PlanName::File(path) => path.display().to_string(),
    }
}

/// `d08-1045 CLIP 模型原理`.
pub(super) fn name(slot: &SlotName) -> String {
    match slot.sitting.as_deref() {
        Some((n, of)) => format!("{} {} ({n} of {of})", slot.id, slot.title),
        None if slot.id.is_empty() => slot.title.clone(),
        None => format!("{} {}", slot.id, slot.title),
    }
}

/// `d08-1045` as a target, or `'d08-1045 (1 of 2)'`, quoted for the shell.
pub(super) fn target(slot: &SlotName) -> String {
    match slot.sitting.as_deref() {
        Some((n, of)) => format!("'{} ({n} of {of})'", slot.id),
        None => slot.id.to_string(),
    }
}

/// `d08-1045 CLIP 模型原理; d08-1400 CLIP 实践; and 3 more`: titles may have commas in them.
pub(super) fn names(slots: &SlotList) -> String {
    let named: Vec<String> = slots.named.iter().map(name).collect();
    let named = named.join("; ");
    match slots.more {
        0 => named,
        more => format!("{named}; and {more} more"),
    }
}

/// The path in backticks.
pub(super) fn quoted(path: &Path) -> String {
    format!("`{}`", path.display())
}

/// `from` {verb} `to`; of `to`, only what differs is named.
pub(super) fn changed(from: &SlotName, verb: &str, to: &SlotName) -> String {
    if from == to {
        return name(to);
    }
    let to = if from.id == to.id {
        to.title.clone()
    } else if from.title == to.title {
        to.id.to_string()
    } else {
        name(to)
    };
    format!("{} {verb} {to}", name(from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_years_are_not_repeated() {
        let dates = |first: &str, last: &str| {
            let date = |text: &str| text.parse().expect("a date");
            super::dates(Dates {
                first: date(first),
                last: date(last),
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
    fn durations_leave_out_zeros() {
        let words = [0, 38, 60, 80].map(|m| duration(Minutes(m)));
        assert_eq!(words, ["0 min", "38 min", "1 h", "1 h 20 min"]);
        assert_eq!(short_duration(Minutes(65)), "1h05m");
    }
}
