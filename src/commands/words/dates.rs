//! Dates as people type them.

use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta, Weekday};

use super::chinese::{self, Year};
use super::{normal, number};
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::model::weekday;
use crate::text::{Input, Language};

/// Which date a weekday such as `mon` means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Looks {
    /// The latest one, today included: for what has happened.
    Back,
    /// The next one, today included: for what is planned.
    Ahead,
}

/// Accepted years. A long plan that starts in the last one still ends in a year of four digits.
pub(super) const YEARS: std::ops::RangeInclusive<i32> = 1900..=9000;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Reads dates: what they are relative to, and the language that decides what `12/7` is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DateReader {
    pub(crate) today: NaiveDate,
    pub(crate) language: Language,
}

impl DateReader {
    /// For the learner's today and language.
    pub(crate) fn of(ctx: &Ctx) -> Self {
        Self {
            today: ctx.today,
            language: ctx.style.locale.language(),
        }
    }

    /// Reads the date of a flag, if it was given.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub(crate) fn read_flag(self, text: Option<&str>, looks: Looks) -> Result<Option<NaiveDate>> {
        text.map(|text| self.read(text, looks)).transpose()
    }

    /// Reads `today`, `yesterday`, `tomorrow`, `mon` or `Monday`, `+3`, `-1` or `+1w`, a date in one
    /// of the forms of [`written`], or the same in Chinese.
    ///
    /// # Errors
    /// `Usage`, with the accepted forms.
    pub(crate) fn read(self, text: &str, looks: Looks) -> Result<NaiveDate> {
        let typed = normal(text);
        let today = self.today;
        let found = day_word(&typed, today)
            .or_else(|| on_weekday(&typed, today, looks))
            .or_else(|| relative(&typed, today))
            .or_else(|| in_week(&typed, today))
            .or_else(|| day_of_month(&typed, today, looks))
            .or_else(|| written(&typed, today));
        let found = match found {
            None => self.slashed(text, &typed)?,
            found => found,
        };
        checked(text, found)
    }

    /// `12/7`, `12.7`, `12-7`: the month and the day in Chinese; `12/7` is either order in English.
    fn slashed(self, text: &str, typed: &str) -> Result<Option<NaiveDate>> {
        let Some((first, second)) = typed.split_once(['/', '.', '-']) else {
            return Ok(None);
        };
        let Some((first, second)) = number(first).zip(number(second)) else {
            return Ok(None);
        };
        let date = |month, day| NaiveDate::from_ymd_opt(self.today.year(), month, day);
        let readings = [date(first, second), date(second, first)];
        match self.language {
            Language::Chinese => Ok(readings[0]),
            Language::English if typed.contains('/') => {
                let readings = readings.into_iter().flatten().collect();
                let text = text.to_owned();
                Err(Error::usage(Input::AmbiguousDate { text }).hint(Input::Readings(readings)))
            }
            Language::English => Ok(None),
        }
    }
}

/// The date that was found, if its year is accepted.
fn checked(text: &str, found: Option<NaiveDate>) -> Result<NaiveDate> {
    let (first, last) = (*YEARS.start(), *YEARS.end());
    match found {
        Some(date) if YEARS.contains(&date.year()) => Ok(date),
        Some(date) => {
            Err(Error::usage(Input::DateOutOfRange { date }).hint(Input::YearRange { first, last }))
        }
        None => {
            let text = text.to_owned();
            Err(Error::usage(Input::InvalidDate { text }).hint(Input::DateForms))
        }
    }
}

/// `today`, `yesterday`, `tomorrow`, `后天`: a day by a word of its own. `text` is in normal form.
pub(crate) fn day_word(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    match text {
        "today" => Some(today),
        "yesterday" => today.pred_opt(),
        "tomorrow" => today.succ_opt(),
        _ => {
            let days = chinese::days_from_today(text)?;
            today.checked_add_signed(TimeDelta::days(days))
        }
    }
}

fn on_weekday(text: &str, today: NaiveDate, looks: Looks) -> Option<NaiveDate> {
    let day = weekday(text).or_else(|| chinese::weekday(text))?;
    let here = today.weekday();
    match looks {
        Looks::Back => today.checked_sub_days(Days::new(u64::from(here.days_since(day)))),
        Looks::Ahead => today.checked_add_days(Days::new(u64::from(day.days_since(here)))),
    }
}

/// `+3`, `-1`, `+3天`, `后天`, `三天后`: days from today; `+1w`, `-2周`: weeks.
fn relative(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let (sign, count) = text.split_at_checked(1)?;
    let end = |ends: [char; 2]| count.strip_suffix(ends).map(str::trim_end);
    let (digits, days) = match (end(['w', '周']), end(['d', '天'])) {
        (Some(weeks), _) => (weeks, 7),
        (None, Some(days)) => (days, 1),
        (None, None) => (count, 1),
    };
    let days = u64::from(number(digits)?) * days;
    match sign {
        "+" => today.checked_add_days(Days::new(days)),
        "-" => today.checked_sub_days(Days::new(days)),
        _ => None,
    }
}

/// `下周一`: a day of a calendar week.
fn in_week(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let (weeks, weekday) = chinese::in_week(text)?;
    let days = i64::from(weekday?.num_days_from_monday()) + 7 * weeks;
    let back = i64::from(today.weekday().num_days_from_monday());
    today.checked_add_signed(TimeDelta::days(days - back))
}

/// `7号`: a day of this month, or of the nearest one that has it.
fn day_of_month(text: &str, today: NaiveDate, looks: Looks) -> Option<NaiveDate> {
    let written = chinese::written(text)?;
    if written.month.is_some() || written.year.is_some() {
        return None;
    }
    let first = today.with_day(1)?;
    let months = (0..3).map(Months::new);
    let mut dates = months.filter_map(|months| {
        let month = match looks {
            Looks::Back => first.checked_sub_months(months),
            Looks::Ahead => first.checked_add_months(months),
        };
        month?.with_day(written.day)
    });
    let found = dates.find(|date| match looks {
        Looks::Back => *date <= today,
        Looks::Ahead => *date >= today,
    });
    found.filter(|date| written.weekday.is_none_or(|day| date.weekday() == day))
}

/// A date with digits, as people and screens write it: `2026-09-07`, `2026-9-7`, `7 Sep 2026`,
/// `Mon 7 Sep`, `2026年9月7日 周一`. `text` is in normal form. Without a year, the date is of this year, as screens leave
/// only that out; if its weekday is that of the next or the last year only, of that.
pub(crate) fn written(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    if let Some(written) = chinese::written(text) {
        return of_year(
            written.year,
            (written.month?, written.day),
            written.weekday,
            today,
        );
    }
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    if let [year, month, day] = parts[..] {
        let year = number(year).filter(|_| year.len() == 4)?;
        return NaiveDate::from_ymd_opt(year.cast_signed(), number(month)?, number(day)?);
    }
    let month_of = |part: &str| {
        let at = MONTHS
            .iter()
            .position(|name| part.len() >= 3 && name.starts_with(part))?;
        u32::try_from(at + 1).ok()
    };
    let mut parts: Vec<&str> = text
        .split([' ', ','])
        .filter(|part| !part.is_empty())
        .collect();
    let on = parts.first().and_then(|part| weekday(part));
    parts.drain(..usize::from(on.is_some()));
    let (day, month, year) = match parts[..] {
        [a, b] => (a, b, None),
        [a, b, year] => (
            a,
            b,
            Some(number(year).filter(|_| year.len() == 4)?.cast_signed()),
        ),
        _ => return None,
    };
    let (day, month) = match month_of(month) {
        Some(month) => (number(day)?, month),
        None => (number(month)?, month_of(day)?),
    };
    let year = year.map(Year::Number);
    of_year(year, (month, day), on, today)
}

fn of_year(
    year: Option<Year>,
    (month, day): (u32, u32),
    on: Option<Weekday>,
    today: NaiveDate,
) -> Option<NaiveDate> {
    let this = today.year();
    let years = match year {
        None => vec![this, this + 1, this - 1],
        Some(Year::Number(year)) => vec![year],
        Some(Year::After(years)) => vec![this + years],
    };
    let mut dates = years
        .into_iter()
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
    dates.find(|date| on.is_none_or(|on| date.weekday() == on))
}
