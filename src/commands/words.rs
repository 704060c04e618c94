//! Words of the command line: dates, times of day, lengths of time.

use chrono::{Days, NaiveDate, Weekday};

use super::load;
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::escape;
use crate::model::{Clock, Minutes};
use crate::summary::Study;

/// Which way a weekday looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Looks {
    /// The latest such day, today included: for what has happened.
    Back,
    /// The next such day, today included: for what is to come.
    Ahead,
}

/// The flag that asks how things stand on another day.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct AsOf {
    /// As things stand on another day, with the marks there are now: 2026-12-07, mon, +3 or -1
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    date: Option<String>,
}

impl AsOf {
    /// What matters on that day: see [`load::near`].
    ///
    /// # Errors
    /// As [`date`]; what reading the plan or the journal gives.
    pub(super) fn near(&self, ctx: &mut Ctx) -> Result<Study> {
        if self.date.is_none() {
            return load::near(ctx, ctx.today);
        }
        self.whole(ctx)
    }

    /// The whole plan as it stands on that day.
    ///
    /// # Errors
    /// As [`Self::near`].
    pub(super) fn whole(&self, ctx: &mut Ctx) -> Result<Study> {
        let mut study = load::whole(ctx)?;
        self.turn(&mut study)?;
        Ok(study)
    }

    /// Turns the clock of a study to that day, at the same time of it.
    ///
    /// # Errors
    /// As [`date`].
    pub(super) fn turn(&self, study: &mut Study) -> Result<()> {
        if let Some(date) = date_of(self.date.as_deref(), study.today, Looks::Ahead)? {
            study.now += date - study.today;
            study.today = date;
        }
        Ok(())
    }
}

/// Years that are taken for a date somebody means; a plan of years still ends within four digits.
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
///
/// # Errors
/// As [`date`].
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
/// `Usage`, with an example.
pub fn date(text: &str, today: NaiveDate, looks: Looks) -> Result<NaiveDate> {
    let found = match text {
        "today" => Some(today),
        "yesterday" => today.pred_opt(),
        "tomorrow" => today.succ_opt(),
        _ => weekday(text, today, looks)
            .or_else(|| relative(text, today))
            .or_else(|| iso(text)),
    };
    let is_meant = |date: &NaiveDate| YEARS.contains(&chrono::Datelike::year(date));
    if let Some(date) = found.filter(|date| !is_meant(date)) {
        let error = Error::usage(format!("{date} is too far away"));
        let (first, last) = (YEARS.start(), YEARS.end());
        return Err(error.hint(format!("dates are taken from {first} to {last}")));
    }
    found.ok_or_else(|| {
        Error::usage(format!("`{}` is no date", escape::terminal(text)))
            .hint("write it as 2026-12-07, yesterday, mon, +3 or -1")
    })
}

fn iso(text: &str) -> Option<NaiveDate> {
    let plain = text.len() == 10 && text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    plain.then(|| text.parse().ok()).flatten()
}

fn weekday(text: &str, today: NaiveDate, looks: Looks) -> Option<NaiveDate> {
    let (_, day) = WEEKDAYS.iter().find(|(name, _)| *name == text)?;
    let here = chrono::Datelike::weekday(&today);
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

/// Reads a length of time.
///
/// # Errors
/// `Usage`, with an example.
pub fn minutes(text: &str) -> Result<Minutes> {
    Minutes::parse(text).ok_or_else(|| {
        Error::usage(format!("`{}` is no length of time", escape::terminal(text)))
            .hint("write it as 80, 80m, 1h20m, 1:20 or 1.5h; more than nothing, at most 24h")
    })
}

/// Reads a time of day.
///
/// # Errors
/// `Usage`, with an example.
pub fn clock(text: &str) -> Result<Clock> {
    Clock::parse(text)
        .filter(|clock| clock.minutes() < 24 * 60)
        .ok_or_else(|| {
            Error::usage(format!("`{}` is no time of day", escape::terminal(text)))
                .hint("write it as 09:30 or 23:05")
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_that_nobody_means_is_told_from_what_is_no_date() {
        let today = "2026-12-07".parse().expect("a date");
        let said = |text| {
            let error = date(text, today, Looks::Ahead).expect_err("is refused");
            let hints: Vec<String> = error.hints.iter().map(ToString::to_string).collect();
            (error.message.to_string(), hints.join("; "))
        };
        let (far, taken) = (
            "9999-12-31 is too far away",
            "dates are taken from 1900 to 9000",
        );
        assert_eq!(said("9999-12-31"), (far.to_owned(), taken.to_owned()));
        assert_eq!(said("1899-12-31").1, taken);
        assert_eq!(said("9999-12-32").0, "`9999-12-32` is no date");
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
