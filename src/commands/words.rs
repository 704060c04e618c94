//! Dates, times of day and durations as people type them.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::load;
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::model::{Clock, Minutes};
use crate::summary::{DayFacts, Study, day_facts};
use crate::text::Input;

/// Which date a weekday such as `mon` means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Looks {
    /// The latest one, today included: for what has happened.
    Back,
    /// The next one, today included: for what is planned.
    Ahead,
}

// The flag that asks for the answer of another day.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct AsOf {
    /// Answer as if today were this day: 2026-12-07, mon, +3 or -1
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    date: Option<String>,
}

impl AsOf {
    /// The facts about that day; with `everything`, all overdue slots are listed in full.
    pub(super) fn day(&self, ctx: &mut Ctx, everything: bool) -> Result<DayFacts> {
        if self.date.is_none() {
            return load::day(ctx, everything);
        }
        let study = self.whole(ctx)?;
        Ok(day_facts(&study, study.today, load::listed(everything)))
    }

    /// The whole study, with its clock turned to the same time on that day.
    pub(super) fn whole(&self, ctx: &mut Ctx) -> Result<Study> {
        let mut study = load::whole(ctx)?;
        if let Some(date) = date_of(self.date.as_deref(), study.today, Looks::Ahead)? {
            study.now += date - study.today;
            study.today = date;
        }
        Ok(study)
    }
}

/// Accepted years. A long plan that starts in the last one still ends in a year of four digits.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=9000;

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Mon),
    ("tue", Weekday::Tue),
    ("wed", Weekday::Wed),
    ("thu", Weekday::Thu),
    ("fri", Weekday::Fri),
    ("sat", Weekday::Sat),
    ("sun", Weekday::Sun),
];

/// Reads the date of a flag, if it was given.
pub(super) fn date_of(
    text: Option<&str>,
    today: NaiveDate,
    looks: Looks,
) -> Result<Option<NaiveDate>> {
    text.map(|text| date(text, today, looks)).transpose()
}

/// Reads `2026-12-07`, `today`, `yesterday`, `tomorrow`, `mon` to `sun`, `+3` or `-1`.
///
/// # Errors
/// `Usage`, with the accepted forms.
pub(crate) fn date(text: &str, today: NaiveDate, looks: Looks) -> Result<NaiveDate> {
    let found = match text {
        "today" => Some(today),
        "yesterday" => today.pred_opt(),
        "tomorrow" => today.succ_opt(),
        _ => weekday(text, today, looks)
            .or_else(|| relative(text, today))
            .or_else(|| iso(text)),
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

fn iso(text: &str) -> Option<NaiveDate> {
    let plain = text.len() == 10 && text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    plain.then(|| text.parse().ok()).flatten()
}

fn weekday(text: &str, today: NaiveDate, looks: Looks) -> Option<NaiveDate> {
    let (_, day) = WEEKDAYS.iter().find(|(name, _)| *name == text)?;
    let here = today.weekday();
    match looks {
        Looks::Back => today.checked_sub_days(Days::new(u64::from(here.days_since(*day)))),
        Looks::Ahead => today.checked_add_days(Days::new(u64::from(day.days_since(here)))),
    }
}

fn relative(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let (sign, digits) = text.split_at_checked(1)?;
    let plain = (1..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    let days = Days::new(plain.then(|| digits.parse().ok()).flatten()?);
    match sign {
        "+" => today.checked_add_days(days),
        "-" => today.checked_sub_days(days),
        _ => None,
    }
}

/// Reads `80`, `80m`, `1h20m`, `1:20` or `1.5h`.
///
/// # Errors
/// `Usage`, with the accepted forms.
pub(crate) fn minutes(text: &str) -> Result<Minutes> {
    Minutes::parse(text).ok_or_else(|| {
        let text = text.to_owned();
        Error::usage(Input::InvalidDuration { text }).hint(Input::DurationForms)
    })
}

/// Reads a time of day from `0:00` to `23:59`.
///
/// # Errors
/// `Usage`, with the accepted forms.
pub(crate) fn clock(text: &str) -> Result<Clock> {
    let clock = Clock::parse(text).filter(|clock| clock.minutes() < 24 * 60);
    clock.ok_or_else(|| {
        let text = text.to_owned();
        Error::usage(Input::InvalidTime { text }).hint(Input::TimeForms)
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
            "2026-1-1",
            "+99999",
        ] {
            assert!(date(bad, Looks::Back).is_err(), "{bad}");
        }
    }
}
