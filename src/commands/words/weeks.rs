//! Weeks of the calendar as people type them.

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};

use super::dates::{DateReader, Looks, YEARS};
use super::{chinese, normal, number};
use crate::error::Result;

impl DateReader {
    /// Reads a date, or a day of a week as [`Self::read_week`] does.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub(crate) fn read_or_week(self, text: &str, looks: Looks) -> Result<NaiveDate> {
        let week = self.read_week(text);
        week.map_or_else(|| self.read(text, looks), Ok)
    }

    /// Reads a day of the week that `next`, `last`, `this`, `下周` or `2026-W53` names; `None` if the
    /// text is not the name of a week.
    pub(crate) fn read_week(self, text: &str) -> Option<NaiveDate> {
        let typed = normal(text);
        let weeks = match &*typed {
            "this" => 0,
            "next" => 1,
            "last" => -1,
            _ => match chinese::in_week(&typed) {
                Some((weeks, None)) => weeks,
                Some(_) => return None,
                None => return iso_week(&typed).filter(|date| YEARS.contains(&date.year())),
            },
        };
        self.today.checked_add_signed(TimeDelta::weeks(weeks))
    }
}

/// `2026-W53`: the Monday of a week of ISO 8601.
fn iso_week(text: &str) -> Option<NaiveDate> {
    let (year, week) = text.split_once("-w")?;
    let year = number(year).filter(|_| year.len() == 4)?.cast_signed();
    let week = number(week).filter(|_| week.len() == 2)?;
    NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)
}
