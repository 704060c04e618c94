//! Dates, times of day and durations as people type them.

use chrono::{Datelike, Days, NaiveDate};
use icu_normalizer::ComposingNormalizerBorrowed;

use crate::error::{Error, Result};
use crate::model::{Clock, Minutes, weekday};
use crate::text::Input;

/// Which date a weekday such as `mon` means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Looks {
    /// The latest one, today included: for what has happened.
    Back,
    /// The next one, today included: for what is planned.
    Ahead,
}

/// Accepted years. A long plan that starts in the last one still ends in a year of four digits.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=9000;

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

/// Text in the form that dates, times, durations and targets are read in: NFKC, so that `２`, `：`
/// and a letter with a combining accent are what they look like, with ASCII for the commas and
/// dashes that NFKC leaves as they are, and in small letters.
pub(super) fn normal(text: &str) -> String {
    let ascii = |c: char| match c {
        '、' => ',',
        '。' => '.',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '~' => '-',
        c => c,
    };
    let text = ComposingNormalizerBorrowed::new_nfkc().normalize(text);
    let text: String = text.trim().chars().map(ascii).collect();
    text.to_lowercase()
}

/// Reads the date of a flag, if it was given.
pub(super) fn date_of(
    text: Option<&str>,
    today: NaiveDate,
    looks: Looks,
) -> Result<Option<NaiveDate>> {
    text.map(|text| date(text, today, looks)).transpose()
}

/// Reads `today`, `yesterday`, `tomorrow`, `mon` or `Monday`, `+3`, `-1` or `+1w`, or a date in one
/// of the forms of [`written`].
///
/// # Errors
/// `Usage`, with the accepted forms.
pub(crate) fn date(text: &str, today: NaiveDate, looks: Looks) -> Result<NaiveDate> {
    let typed = normal(text);
    let found = match &*typed {
        "today" => Some(today),
        "yesterday" => today.pred_opt(),
        "tomorrow" => today.succ_opt(),
        _ => on_weekday(&typed, today, looks)
            .or_else(|| relative(&typed, today))
            .or_else(|| written(&typed, today)),
    };
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

fn on_weekday(text: &str, today: NaiveDate, looks: Looks) -> Option<NaiveDate> {
    let (day, here) = (weekday(text)?, today.weekday());
    match looks {
        Looks::Back => today.checked_sub_days(Days::new(u64::from(here.days_since(day)))),
        Looks::Ahead => today.checked_add_days(Days::new(u64::from(day.days_since(here)))),
    }
}

/// `+3`, `-1`: days from today; `+1w`, `-2w`: weeks.
fn relative(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let (sign, count) = text.split_at_checked(1)?;
    let (digits, days) = match count.strip_suffix('w') {
        Some(weeks) => (weeks, 7),
        None => (count.strip_suffix('d').unwrap_or(count), 1),
    };
    let plain = (1..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    let count: u64 = plain.then(|| digits.parse().ok()).flatten()?;
    match sign {
        "+" => today.checked_add_days(Days::new(count * days)),
        "-" => today.checked_sub_days(Days::new(count * days)),
        _ => None,
    }
}

/// A date with digits, as people and screens write it: `2026-09-07`, `2026-9-7`, `7 Sep 2026`,
/// `Mon 7 Sep`. `text` is in normal form. Without a year, the date is of this year, as screens leave
/// only that out; if its weekday is that of the next or the last year only, of that.
pub(super) fn written(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let number = |part: &str| {
        let plain = (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| part.parse::<u32>().ok()).flatten()
    };
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
    let this = today.year();
    let years = year.map_or_else(|| vec![this, this + 1, this - 1], |year| vec![year]);
    let mut dates = years
        .into_iter()
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
    dates.find(|date| on.is_none_or(|on| date.weekday() == on))
}

/// Reads `80`, `80m`, `1h20m`, `1 h 20 min`, `1:20` or `1.5h`.
///
/// # Errors
/// `Usage`, with the accepted forms.
pub(crate) fn minutes(text: &str) -> Result<Minutes> {
    Minutes::parse(&normal(text)).ok_or_else(|| {
        let text = text.to_owned();
        Error::usage(Input::InvalidDuration { text }).hint(Input::DurationForms)
    })
}

/// Reads a time of day from `0:00` to `23:59`, such as `9:30`, `9 pm` or `18`.
///
/// # Errors
/// `Usage`, with the accepted forms.
pub(crate) fn clock(text: &str) -> Result<Clock> {
    let typed = normal(text);
    let clock = Clock::parse(&typed).or_else(|| Clock::parse(&format!("{typed}:00")));
    let clock = clock.filter(|clock| clock.minutes() < 24 * 60);
    clock.ok_or_else(|| {
        let text = text.to_owned();
        Error::usage(Input::InvalidTime { text }).hint(Input::TimeForms)
    })
}

/// Reads `1w`, `-2w`, `1 week` or `-2 weeks`.
///
/// # Errors
/// `Usage`, with the accepted forms.
pub(super) fn weeks(text: &str) -> Result<i32> {
    let typed = normal(text);
    let mut units = ["weeks", "week", "w"].iter();
    let count = units
        .find_map(|unit| typed.strip_suffix(unit))
        .unwrap_or_default()
        .trim_end();
    let digits = count.trim_start_matches(['-', '+']);
    let plain = (1..=3).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    let weeks = plain.then(|| count.parse().ok()).flatten();
    weeks.filter(|weeks| *weeks != 0).ok_or_else(|| {
        let text = text.to_owned();
        Error::usage(Input::InvalidWeeks { text }).hint(Input::WeekForms)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_out_of_range_has_an_error_of_its_own() {
        let today = "2026-12-07".parse().expect("a date");
        let said = |text| {
            let error = date(text, today, Looks::Ahead).expect_err("is refused");
            let hints: Vec<String> = error.hints.iter().map(ToString::to_string).collect();
            (error.message.to_string(), hints.join("; "))
        };
        let (far, taken) = (
            "`9999-12-31` is out of range",
            "years from 1900 to 9000 are accepted",
        );
        assert_eq!(said("9999-12-31"), (far.to_owned(), taken.to_owned()));
        assert_eq!(said("1899-12-31").1, taken);
        assert_eq!(said("9999-12-32").0, "invalid date `9999-12-32`");
        assert_eq!(
            date("9000-12-31", today, Looks::Ahead).map(|d| d.to_string()),
            Ok("9000-12-31".to_owned())
        );
    }

    #[test]
    fn weekdays_look_back_for_marks_and_ahead_for_plans() {
        // 7 December 2026 is a Monday.
        let today = "2026-12-07".parse().expect("a date");
        let date = |text, looks| date(text, today, looks).map(|date| date.to_string());
        assert_eq!(date("sun", Looks::Back), Ok("2026-12-06".to_owned()));
        assert_eq!(date("sun", Looks::Ahead), Ok("2026-12-13".to_owned()));
        assert_eq!(date("mon", Looks::Back), Ok("2026-12-07".to_owned()));
        assert_eq!(date("+3", Looks::Back), Ok("2026-12-10".to_owned()));
        assert_eq!(date("-7", Looks::Back), Ok("2026-11-30".to_owned()));
        for bad in [
            "2026-02-30",
            "tomorow",
            "+",
            "+x",
            "",
            "7",
            "26-1-1",
            "+99999",
            "+1y",
            "7 7",
            "tue 7 sep 2026",
        ] {
            assert!(date(bad, Looks::Back).is_err(), "{bad}");
        }
    }

    #[test]
    fn dates_as_people_and_screens_write_them() {
        // 7 December 2026 is a Monday.
        let today = "2026-12-07".parse().expect("a date");
        for (text, expected) in [
            ("Wed", "2026-12-09"),
            ("wednesday", "2026-12-09"),
            ("周三", "2026-12-09"),
            ("2026-9-7", "2026-09-07"),
            ("２０２６－９－７", "2026-09-07"),
            ("2026/09/07", "2026-09-07"),
            ("Mon 7 Sep", "2026-09-07"),
            ("Mon 7 Sep 2026", "2026-09-07"),
            ("7 september", "2026-09-07"),
            ("Sep 7, 2026", "2026-09-07"),
            ("Mon 4 Jan", "2027-01-04"),
            ("Mon 4 Jan 2027", "2027-01-04"),
            ("4 Jan", "2026-01-04"),
            ("Wed 31 Dec", "2025-12-31"),
            ("+1w", "2026-12-14"),
            ("-2w", "2026-11-23"),
            ("＋3", "2026-12-10"),
            ("–1", "2026-12-06"),
        ] {
            let date = date(text, today, Looks::Ahead).map(|date| date.to_string());
            assert_eq!(date, Ok(expected.to_owned()), "{text}");
        }
    }

    #[test]
    fn times_and_durations_as_people_and_screens_write_them() {
        for (text, expected) in [
            ("9am", "09:00"),
            ("9 pm", "21:00"),
            ("18", "18:00"),
            ("１８：３０", "18:30"),
            ("9:05", "09:05"),
        ] {
            let time = clock(text).map(|time| time.to_string());
            assert_eq!(time, Ok(expected.to_owned()), "{text}");
        }
        for bad in ["24", "24:00", "9:5", "noon", ""] {
            assert!(clock(bad).is_err(), "{bad}");
        }
        for (text, expected) in [
            ("１ｈ３０ｍ", 90),
            ("1 h 30 min", 90),
            ("90min", 90),
            ("1：30", 90),
        ] {
            assert_eq!(minutes(text), Ok(Minutes(expected)), "{text}");
        }
        for (text, expected) in [("1w", 1), ("+1 week", 1), ("−2 weeks", -2)] {
            assert_eq!(weeks(text), Ok(expected), "{text}");
        }
    }
}
