//! Counts, dates, durations and lists in Chinese.

use std::fmt::Display;
use std::path::Path;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::model::{Dates, DayHours, Hours, Minutes, Period, Placement};
use crate::text::{PlanName, SlotList, SlotName};

const WEEKDAYS: [&str; 7] = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];

/// `周一-周五=19:00-21:00,周六=3小时`, as it can be typed.
pub(super) fn hours(hours: &Hours) -> String {
    let runs = hours.runs().into_iter().map(|(days, hours)| {
        let (first, last) = (weekday(days.first), weekday(days.last));
        let hours = match hours {
            DayHours::Budget(minutes) => duration(*minutes).replace(' ', ""),
            windows @ DayHours::Windows(_) => windows.to_string(),
        };
        if first == last {
            format!("{first}={hours}")
        } else {
            format!("{first}-{last}={hours}")
        }
    });
    runs.collect::<Vec<String>>().join(",")
}

/// `周一`.
pub(super) fn weekday(day: Weekday) -> &'static str {
    WEEKDAYS[day.num_days_from_monday() as usize]
}

/// `3 个时段`: a noun with its measure word.
pub(super) fn count(n: impl Display, noun: &str) -> String {
    format!("{n} {noun}")
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

/// `38 分钟`, `1 小时`, `1 小时 20 分`.
pub(super) fn duration(minutes: Minutes) -> String {
    match (minutes.0 / 60, minutes.0 % 60) {
        (0, m) => format!("{m} 分钟"),
        (h, 0) => format!("{h} 小时"),
        (h, m) => format!("{h} 小时 {m} 分"),
    }
}

/// `1 周`, `10 天`, `3 个月`.
pub(super) fn period(period: Period) -> String {
    match period {
        Period::Days(n) => format!("{n} 天"),
        Period::Weeks(n) => format!("{n} 周"),
        Period::Months(n) => format!("{n} 个月"),
    }
}

/// `38分`, `1小时05分`, `2小时`: where there is little room.
pub(super) fn short_duration(minutes: Minutes) -> String {
    match (minutes.0 / 60, minutes.0 % 60) {
        (0, m) => format!("{m}分"),
        (h, 0) => format!("{h}小时"),
        (h, m) => format!("{h}小时{m:02}分"),
    }
}

/// `12月7日 周一`; with its year, if that is not `year`.
pub(super) fn short_date(day: NaiveDate, year: Option<i32>) -> String {
    if Some(day.year()) != year {
        return date(day);
    }
    month_and_day(day)
}

/// `2026年12月7日 周一`.
pub(super) fn date(date: NaiveDate) -> String {
    format!("{}年{}", date.year(), month_and_day(date))
}

/// Columns of the widest short date and a space: a Chinese character takes two.
pub(in crate::text) fn date_columns(with_year: bool) -> usize {
    let date = if with_year { "2026年" } else { "" }.to_owned() + "12月30日 周三 ";
    date.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

fn month_and_day(date: NaiveDate) -> String {
    format!("{}月{}", date.month(), day(date))
}

/// `7日 周一`.
fn day(date: NaiveDate) -> String {
    format!("{}日 {}", date.day(), weekday(date.weekday()))
}

/// `2026年12月12日 周六 ~ 13日 周日`; one date if the two are equal. Year and month are not repeated.
pub(super) fn dates(dates: Dates) -> String {
    let Dates { first, last } = dates;
    if first == last {
        return date(first);
    }
    format!("{} ~ {}", date(first), last_of(dates))
}

/// The last of several dates, without what the first has said already.
fn last_of(Dates { first, last }: Dates) -> String {
    if first.year() != last.year() {
        date(last)
    } else if first.month() != last.month() {
        month_and_day(last)
    } else {
        day(last)
    }
}

/// `12月12日 周六 ~ 13日 周日`; with their years, if one of them is not in `year`.
pub(super) fn short_dates(days: Dates, year: Option<i32>) -> String {
    let Dates { first, last } = days;
    if [first, last].iter().any(|date| Some(date.year()) != year) {
        return dates(days);
    }
    if first == last {
        return month_and_day(first);
    }
    format!("{} ~ {}", month_and_day(first), last_of(days))
}

/// `2026年12月8日 周二 15:00-16:15`; the date alone if there is no time.
pub(super) fn placement(place: Placement) -> String {
    let time = place.time.map(|time| format!(" {time}"));
    dates(place.dates()) + &time.unwrap_or_default()
}

/// `推后 1 周`, `提前 2 周`.
pub(super) fn shift(weeks: i32) -> String {
    let way = if weeks < 0 { "提前" } else { "推后" };
    format!("{way} {} 周", weeks.unsigned_abs())
}

/// `1、2、5`.
pub(super) fn list(items: impl IntoIterator<Item = impl Display>) -> String {
    let items: Vec<String> = items.into_iter().map(|item| item.to_string()).collect();
    items.join("、")
}

/// `` `plan`、`shift` ``: what is typed as it is.
pub(super) fn quoted_list(items: impl IntoIterator<Item = impl Display>) -> String {
    list(items.into_iter().map(|item| format!("`{item}`")))
}

/// `甲、乙`; `甲、乙等 5 个`, `a、b 等 5 个`: with how many there are in all.
pub(super) fn list_and_more(shown: &[String], more: usize) -> String {
    let all = shown.len() + more;
    let shown = list(shown);
    match more {
        0 => shown,
        _ => format!("{}等 {all} 个", spaced(&shown)),
    }
}

/// Appends a space after a Latin letter, digit or backtick, before Chinese text.
pub(super) fn spaced(text: &str) -> String {
    let is_latin = |c: char| c.is_ascii_alphanumeric() || c == '`';
    let space = if text.ends_with(is_latin) { " " } else { "" };
    format!("{text}{space}")
}

/// ``自带的计划 `multimodal` ``, or a path.
pub(super) fn plan_name(plan: &PlanName) -> String {
    match plan {
        PlanName::Shipped(id) => format!("自带的计划 `{id}`"),
        PlanName::File(path) => path.display().to_string(),
    }
}

/// `d08-1045 CLIP 模型原理`.
pub(super) fn name(slot: &SlotName) -> String {
    match slot.sitting.as_deref() {
        Some((n, of)) => format!("{} {}（第 {n}/{of} 次）", slot.id, slot.title),
        None if slot.id.is_empty() => slot.title.clone(),
        None => format!("{} {}", slot.id, slot.title),
    }
}

/// `d08-1045` as a target, or `'d08-1045（第 1/2 次）'`, quoted for the shell.
pub(super) fn target(slot: &SlotName) -> String {
    match slot.sitting.as_deref() {
        Some((n, of)) => format!("'{}（第 {n}/{of} 次）'", slot.id),
        None => slot.id.to_string(),
    }
}

/// `d08-1045 CLIP 模型原理；d08-1400 CLIP 实践；另有 3 个`: titles may have commas in them.
pub(super) fn names(slots: &SlotList) -> String {
    let named: Vec<String> = slots.named.iter().map(name).collect();
    let named = named.join("；");
    match slots.more {
        0 => named,
        more => format!("{named}；另有 {more} 个"),
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
        let date = |text: &str| text.parse().expect("a date");
        let days = |first: &str, last: &str| Dates {
            first: date(first),
            last: date(last),
        };
        for (first, last, expected) in [
            ("2026-12-07", "2026-12-07", "2026年12月7日 周一"),
            ("2026-12-07", "2026-12-13", "2026年12月7日 周一 ~ 13日 周日"),
            (
                "2026-11-30",
                "2026-12-06",
                "2026年11月30日 周一 ~ 12月6日 周日",
            ),
            (
                "2026-12-28",
                "2027-01-03",
                "2026年12月28日 周一 ~ 2027年1月3日 周日",
            ),
        ] {
            assert_eq!(dates(days(first, last)), expected);
        }
        let short = short_dates(days("2026-12-12", "2026-12-13"), Some(2026));
        assert_eq!(short, "12月12日 周六 ~ 13日 周日");
        assert_eq!(short_date(date("2026-12-07"), Some(2026)), "12月7日 周一");
        let another_year = short_date(date("2027-01-04"), Some(2026));
        assert_eq!(another_year, "2027年1月4日 周一");
    }

    #[test]
    fn a_list_that_ends_in_latin_has_a_space_before_its_count() {
        let list = |items: &[&str]| {
            let items: Vec<String> = items.iter().map(ToString::to_string).collect();
            list_and_more(&items, 3)
        };
        assert_eq!(list(&["甲", "乙"]), "甲、乙等 5 个");
        assert_eq!(
            list(&["d01-0900", "d01-1045"]),
            "d01-0900、d01-1045 等 5 个"
        );
        assert_eq!(list(&["`a`"]), "`a` 等 4 个");
        assert_eq!(list_and_more(&["a".to_owned()], 0), "a");
    }

    #[test]
    fn durations_leave_out_zeros() {
        let words = [0, 38, 60, 80].map(|m| duration(Minutes(m)));
        assert_eq!(words, ["0 分钟", "38 分钟", "1 小时", "1 小时 20 分"]);
        assert_eq!(short_duration(Minutes(65)), "1小时05分");
    }
}
