//! Weekdays and dates as people write them.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::number::{digits, ordinal_ending, plain};
use super::scan::{Scan, ends_word, literal, one_of, range_sign, spaces};
use super::weekday::{SHORT, weekday};

/// A date, perhaps without a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Date {
    pub(crate) year: Option<i32>,
    pub(crate) month: u32,
    pub(crate) day: u32,
}

impl Date {
    fn new(year: Option<i32>, month: u32, day: u32) -> Option<Self> {
        let valid = (1..=12).contains(&month) && (1..=31).contains(&day);
        valid.then_some(Self { year, month, day })
    }

    /// The date in `year`, unless it says its own.
    pub(super) fn in_year(self, year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year.unwrap_or(year), self.month, self.day)
    }
}

/// A date, or the first and last of a range, and the weekday that is written after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dated {
    pub(crate) first: Date,
    pub(crate) last: Date,
    pub(crate) weekday: Option<Weekday>,
}

impl Dated {
    /// How many days it covers, where a year is missing in that of the other end.
    pub(super) fn days(self) -> i64 {
        let year = self.first.year.or(self.last.year).unwrap_or(2025);
        let (Some(first), Some(last)) = (self.first.in_year(year), self.last.in_year(year)) else {
            return 1;
        };
        let days = last.signed_duration_since(first).num_days();
        // Around the turn of the year.
        if days < 0 { days + 366 } else { days + 1 }
    }

    /// The date `index` days after the first.
    pub(super) fn on(self, index: u32) -> Self {
        let first = self.first.year.and_then(|year| self.first.in_year(year));
        let date = first.and_then(|first| first.checked_add_days(Days::new(u64::from(index))));
        let day = |date: NaiveDate| Date {
            year: Some(date.year()),
            month: date.month(),
            day: date.day(),
        };
        let first = date.map_or(self.first, day);
        let last = first;
        let weekday = date.map(|date| date.weekday());
        Self {
            first,
            last,
            weekday,
        }
    }

    /// The weekday, by what is written or by the year.
    pub(super) fn weekday(self) -> Option<Weekday> {
        let by_year = || Some(self.first.in_year(self.first.year?)?.weekday());
        self.weekday.or_else(by_year)
    }
}

const MONTHS: [(&str, u32); 24] = [
    ("january", 1),
    ("february", 2),
    ("march", 3),
    ("april", 4),
    ("may", 5),
    ("june", 6),
    ("july", 7),
    ("august", 8),
    ("september", 9),
    ("october", 10),
    ("november", 11),
    ("december", 12),
    ("jan", 1),
    ("feb", 2),
    ("mar", 3),
    ("apr", 4),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sept", 9),
    ("sep", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
];

/// The name of a month at `at`.
pub(super) fn month_name(text: &[char], at: usize) -> Option<(u32, usize)> {
    let found = one_of(text, at, &MONTHS).filter(|(_, end)| ends_word(text, *end));
    found.map(|(month, end)| (month, literal(text, end, ".").unwrap_or(end)))
}

/// A month of the calendar, with or without its year, at `at`: `March 2026`, `2026年3月`, `3月`.
pub(super) fn month(text: &[char], at: usize) -> Option<(u32, usize)> {
    if let Some((month, end)) = month_name(text, at) {
        let year = year(text, spaces(text, end));
        return Some((month, year.map_or(end, |(_, end)| end)));
    }
    let year = year(text, at).and_then(|(_, end)| literal(text, end, "年"));
    let (month, end) = plain(text, spaces(text, year.unwrap_or(at)))?;
    // 3〜5月
    let end = literal(text, end, "月").or_else(|| {
        let (_, last) = plain(text, range_sign(text, end)?)?;
        literal(text, last, "月").map(|_| end)
    })?;
    (1..=12).contains(&month).then_some((month, end))
}

fn year(text: &[char], at: usize) -> Option<(i32, usize)> {
    let (year, end) =
        digits(text, at).filter(|(year, end)| (1990..=2100).contains(year) && end - at == 4)?;
    Some((i32::try_from(year).ok()?, end))
}

/// One or two digits that are not part of a longer number.
fn small(text: &[char], at: usize) -> Option<(u32, usize)> {
    digits(text, at).filter(|(_, end)| end - at <= 2)
}

fn date(text: &[char], at: usize) -> Option<(Date, usize)> {
    numeric(text, at).or_else(|| in_words(text, at))
}

fn numeric(text: &[char], at: usize) -> Option<(Date, usize)> {
    let separators = [("-", ()), ("/", ()), (".", ()), ("年", ())];
    if let Some((year, end)) = year(text, at) {
        let ((), end) = one_of(text, spaces(text, end), &separators)?;
        let (month, end) = small(text, spaces(text, end))?;
        let ((), end) = one_of(text, end, &[("-", ()), ("/", ()), (".", ()), ("月", ())])?;
        let (day, end) = small(text, spaces(text, end))?;
        let end = one_of(text, end, &[("日", ()), ("号", ())]).map_or(end, |((), end)| end);
        return Some((Date::new(Some(year), month, day)?, end));
    }
    let (month, end) = small(text, at)?;
    if let Some(slash) = literal(text, end, "/") {
        let (day, end) = small(text, slash)?;
        let is_longer = matches!(text.get(end), Some('/' | '.' | '%'));
        return Date::new(None, month, day)
            .filter(|_| !is_longer)
            .map(|date| (date, end));
    }
    let end = literal(text, end, "月")?;
    let (day, end) = small(text, spaces(text, end))?;
    let ((), end) = one_of(text, spaces(text, end), &[("日", ()), ("号", ())])?;
    Some((Date::new(None, month, day)?, end))
}

fn in_words(text: &[char], at: usize) -> Option<(Date, usize)> {
    let (month, day, end) = if let Some((month, end)) = month_name(text, at) {
        let (day, end) = small(text, spaces(text, end))?;
        (month, day, end)
    } else {
        let (day, end) = small(text, at)?;
        let end = ordinal_ending(text, end).unwrap_or(end);
        let (month, end) = month_name(text, spaces(text, end))?;
        (month, day, end)
    };
    let end = ordinal_ending(text, end).unwrap_or(end);
    let comma = spaces(text, literal(text, end, ",").unwrap_or(end));
    let year = year(text, comma);
    let end = year.map_or(end, |(_, end)| end);
    Some((Date::new(year.map(|(year, _)| year), month, day)?, end))
}

/// A date or a range of dates at `at`, and the position after it.
pub(super) fn dated(text: &[char], at: usize) -> Option<(Dated, usize)> {
    let (before, at) = weekday_before(text, at);
    let (first, end) = date(text, at)?;
    let (after, end) = weekday_after(text, end);
    let weekday = before.or(after);
    let last = range_sign(text, end).and_then(|sign| {
        let whole = date(text, sign);
        whole.or_else(|| {
            let (day, end) = small(text, sign)?;
            let is_time =
                text.get(end) == Some(&':') && text.get(end + 1).is_some_and(char::is_ascii_digit);
            let goes_on = is_time || matches!(text.get(end), Some('/' | '.' | '月'));
            let last = Date { day, ..first };
            (day > first.day && day <= 31 && !goes_on && ends_word(text, end))
                .then_some((last, end))
        })
    });
    let Some((last, end)) = last else {
        return Some((
            Dated {
                first,
                last: first,
                weekday,
            },
            end,
        ));
    };
    let (_, end) = weekday_after(text, end);
    let comma = spaces(text, literal(text, end, ",").unwrap_or(end));
    let after = year(text, comma).filter(|_| last.year.is_none());
    let first = Date {
        year: first.year.or(after.map(|(year, _)| year)),
        ..first
    };
    Some((
        Dated {
            first,
            last,
            weekday,
        },
        after.map_or(end, |(_, end)| end),
    ))
}

/// A weekday before a date: `Tue, Jan 13`, `周二 1月13日`.
fn weekday_before(text: &[char], at: usize) -> (Option<Weekday>, usize) {
    let Some((day, end)) = weekday(text, at) else {
        return (None, at);
    };
    let point = literal(text, end, ".").or_else(|| literal(text, end, ","));
    let next = spaces(text, point.unwrap_or(end));
    let next = literal(text, next, "(").unwrap_or(next);
    (Some(day), next)
}

/// A weekday after a date: ` Thu`, `(土)`, `（周一）`.
fn weekday_after(text: &[char], at: usize) -> (Option<Weekday>, usize) {
    let found = || {
        let next = spaces(text, at);
        if let Some(open) = literal(text, next, "(") {
            let (day, end) = weekday(text, open).or_else(|| one_of(text, open, &SHORT))?;
            return Some((day, literal(text, end, ")")?));
        }
        weekday(text, next)
    };
    found().map_or((None, at), |(day, end)| (Some(day), end))
}

/// The first date anywhere in `text`.
pub(super) fn find_date(text: &str) -> Option<Dated> {
    find_date_near(text, usize::MAX)
}

/// The first date that begins in the first `most` characters of `text`.
pub(super) fn find_date_near(text: &str, most: usize) -> Option<Dated> {
    let scan = Scan::new(text);
    let inside = |at: usize| {
        let before = at.checked_sub(1).and_then(|at| scan.folded.get(at));
        before.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '/' | '-'))
    };
    let starts = (0..scan.len().min(most)).filter(|at| !inside(*at));
    let mut found = starts.filter_map(|at| dated(&scan.folded, at));
    found.next().map(|(dated, _)| dated)
}

#[cfg(test)]
mod tests;
