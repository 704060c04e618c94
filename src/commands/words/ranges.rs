//! Ranges of dates as people type them.

use chrono::{Datelike, NaiveDate, Weekday};

use super::dates::{DateReader, Looks, written};
use super::{chinese, normal};
use crate::error::{Error, Result};
use crate::model::{Dates, weekday};
use crate::text::Input;

impl DateReader {
    /// Reads `DATE` or `DATE..DATE`, also as screens print it: `Wed 2 - Fri 4 Dec 2026`; in Chinese
    /// `周三至周五`, `周四、周五`, `周末` and `下周`.
    ///
    /// # Errors
    /// As [`Self::read`]; `Usage` if the last date is before the first, or dates in a list are not
    /// next to each other.
    pub(crate) fn read_range(self, text: &str, looks: Looks) -> Result<Dates> {
        let typed = normal(text);
        if let Some(dates) = self.weekend(&typed) {
            return Ok(dates);
        }
        if let Some(date) = self.read_week(text) {
            return Ok(Dates::week_of(date));
        }
        if let Some((first, last)) = ends(&typed) {
            return self.between(first, last, looks);
        }
        let date = |part: &str| self.read(part.trim(), looks);
        match typed.split_once(',') {
            // `Sep 7, 2026` has a comma in it.
            Some(_) if written(&typed, self.today).is_none() => {
                let dates: Vec<NaiveDate> = typed.split(',').map(date).collect::<Result<_>>()?;
                let is_run = dates
                    .windows(2)
                    .all(|pair| pair[0].succ_opt() == Some(pair[1]));
                match (dates.first(), dates.last()) {
                    (Some(first), Some(last)) if is_run => Ok(Dates {
                        first: *first,
                        last: *last,
                    }),
                    _ => {
                        let text = text.to_owned();
                        Err(Error::usage(Input::ScatteredDates { text }).hint(Input::DateRangeForm))
                    }
                }
            }
            _ => Ok(Dates::on(self.read(text, looks)?)),
        }
    }

    /// `周末`, `下周末`: Saturday and Sunday of this week, or of another one.
    fn weekend(self, typed: &str) -> Option<Dates> {
        let week = typed.strip_suffix('末')?;
        let week = if week == "周" { "本周" } else { week };
        let monday = self.read_week(week)?;
        let day = |weekday: Weekday| {
            let week = monday.iso_week();
            NaiveDate::from_isoywd_opt(week.year(), week.week(), weekday)
        };
        Some(Dates {
            first: day(Weekday::Sat)?,
            last: day(Weekday::Sun)?,
        })
    }

    fn between(self, first: &str, last: &str, looks: Looks) -> Result<Dates> {
        let first = match self.read(first, looks) {
            Ok(first) => first,
            // Screens print a month and year that both have only once, after the last.
            Err(error) => {
                let rest = last.split(' ').skip(first.split(' ').count());
                let whole: Vec<&str> = first.split(' ').chain(rest).collect();
                let whole = self.read(&whole.join(" "), looks);
                whole.map_err(|_| error)?
            }
        };
        let last = self.read_end(last, first)?;
        if last < first {
            let error = Error::usage(Input::DatesReversed { first, last });
            return Err(error.hint(Input::DateRangeForm));
        }
        Ok(Dates { first, last })
    }

    /// Reads the last of several dates. A weekday or a day of the month is the next one after the
    /// first; so is a date without a year.
    ///
    /// # Errors
    /// As [`Self::read`].
    fn read_end(self, text: &str, first: NaiveDate) -> Result<NaiveDate> {
        let after = Self {
            today: first,
            ..self
        };
        let typed = normal(text);
        let is_day = chinese::written(&typed).is_some_and(|written| written.month.is_none());
        if is_day || weekday(&typed).is_some() || chinese::weekday(&typed).is_some() {
            return after.read(text, Looks::Ahead);
        }
        let last = self.read(text, Looks::Ahead)?;
        let has_year = typed.contains('年')
            || typed
                .split(|c: char| !c.is_ascii_digit())
                .any(|run| run.len() == 4);
        let is_earlier = last < first && !has_year && written(&typed, self.today).is_some();
        let next_year = last.with_year(last.year() + 1);
        Ok(next_year.filter(|_| is_earlier).unwrap_or(last))
    }
}

/// The two ends of a range of dates in normal form.
fn ends(text: &str) -> Option<(&str, &str)> {
    let is_chinese = text.contains(['周', '星', '礼', '月', '号', '天', '日']);
    let divided = text
        .split_once("..")
        .or_else(|| text.split_once(" - "))
        .or_else(|| text.split_once(['至', '到']))
        .or_else(|| text.split_once('-').filter(|_| is_chinese))?;
    Some((divided.0.trim(), divided.1.trim()))
}
