//! The hours of a learner's own week.

#![expect(dead_code, reason = "what lays plans out in these hours is on its way")]

use std::fmt;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::{Minutes, Weekdays, Window};

/// When a learner has time on one weekday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum DayHours {
    /// At these times of day, which are in order and do not overlap.
    Windows(Vec<Window>),
    /// At any time, for so long; not at all if that is nothing.
    Budget(Minutes),
}

impl DayHours {
    const NONE: Self = Self::Budget(Minutes::ZERO);

    /// How long it is in all.
    pub(crate) fn total(&self) -> Minutes {
        match self {
            Self::Windows(windows) => windows.iter().map(|window| window.length()).sum(),
            Self::Budget(minutes) => *minutes,
        }
    }

    /// Its longest run of time without a break.
    pub(crate) fn longest(&self) -> Minutes {
        match self {
            Self::Windows(windows) => {
                let lengths = windows.iter().map(|window| window.length());
                lengths.max().unwrap_or_default()
            }
            Self::Budget(minutes) => *minutes,
        }
    }
}

/// A learner's own week: on which weekdays they have time, and when or for how long.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Hours {
    /// From Monday to Sunday. At least one has some time.
    days: [DayHours; 7],
}

/// Why a text says no hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum HoursFault {
    /// Neither `mon-fri=19:00-21:00` nor `mon=2h`.
    Entry(String),
    /// Not a weekday, nor a range of them.
    Weekdays(String),
    /// Neither a time of day such as `19:00-21:00` nor a duration such as `2h`.
    Time(String),
    /// A time of day that ends when it begins or before.
    EndsBeforeStart(String),
    /// Two times of one day that overlap.
    Overlap(Window, Window),
    /// A weekday that is given twice.
    Twice(Weekday),
    /// No weekday has any time.
    Nothing,
}

/// Where a weekday's hours were given: nowhere, by a range of weekdays, or by its own name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Given {
    Nowhere,
    InRange,
    ByName,
}

impl Hours {
    /// Reads `mon-fri=19:00-21:00,sat=10:00-12:00+14:00-16:00` or `mon-fri=2h,wed=0`. Weekdays that
    /// are not named have no time; one that is named alone overrides the range it is in.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub(crate) fn parse(text: &str) -> Result<Self, HoursFault> {
        let mut days = [const { DayHours::NONE }; 7];
        let mut given = [Given::Nowhere; 7];
        let entries = text.split([',', ';']).map(str::trim);
        for entry in entries.filter(|entry| !entry.is_empty()) {
            let fault = || HoursFault::Entry(entry.to_owned());
            let (names, time) = entry.split_once('=').ok_or_else(fault)?;
            let weekdays = Weekdays::parse(names);
            let weekdays = weekdays.ok_or_else(|| HoursFault::Weekdays(names.trim().to_owned()))?;
            let hours = day_hours(time)?;
            let how = match weekdays.count() {
                1 => Given::ByName,
                _ => Given::InRange,
            };
            for weekday in weekdays.days() {
                let index = index(weekday);
                let is_override = given[index] == Given::InRange && how == Given::ByName;
                if given[index] != Given::Nowhere && !is_override {
                    return Err(HoursFault::Twice(weekday));
                }
                (given[index], days[index]) = (how, hours.clone());
            }
        }
        let hours = Self { days };
        match hours.weekly() {
            Minutes::ZERO => Err(HoursFault::Nothing),
            _ => Ok(hours),
        }
    }

    /// The hours of a weekday.
    pub(crate) fn on_weekday(&self, weekday: Weekday) -> &DayHours {
        &self.days[index(weekday)]
    }

    /// The hours of the weekday that `date` is.
    pub(crate) fn on(&self, date: NaiveDate) -> &DayHours {
        self.on_weekday(date.weekday())
    }

    /// The time of a whole week.
    pub(crate) fn weekly(&self) -> Minutes {
        self.days.iter().map(DayHours::total).sum()
    }
}

fn index(weekday: Weekday) -> usize {
    weekday.num_days_from_monday() as usize
}

/// Reads `19:00-21:00`, several of them joined by `+`, `2h`, or `0`.
fn day_hours(text: &str) -> Result<DayHours, HoursFault> {
    let text = text.trim();
    if matches!(text, "0" | "0h" | "0m" | "none") {
        return Ok(DayHours::NONE);
    }
    if let Some(minutes) = Minutes::parse(text) {
        return Ok(DayHours::Budget(minutes));
    }
    let windows = text.split('+').map(window);
    let mut windows = windows.collect::<Result<Vec<_>, _>>()?;
    windows.sort_unstable();
    let overlap = windows.windows(2).find(|pair| pair[0].overlaps(pair[1]));
    match overlap {
        Some(pair) => Err(HoursFault::Overlap(pair[0], pair[1])),
        None => Ok(DayHours::Windows(windows)),
    }
}

fn window(text: &str) -> Result<Window, HoursFault> {
    use super::{Clock, split_range};
    let clock = |text: &str| Clock::parse(text).or_else(|| Clock::parse(&format!("{text}:00")));
    let ends = split_range(text).and_then(|(start, end)| {
        let (start, end) = (start.trim(), end.trim());
        Some((clock(start)?, clock(end)?))
    });
    let (start, end) = ends.ok_or_else(|| HoursFault::Time(text.trim().to_owned()))?;
    if end <= start {
        return Err(HoursFault::EndsBeforeStart(text.trim().to_owned()));
    }
    Ok(Window { start, end })
}

/// As [`Hours::parse`] reads it: weekdays in a row with the same time as a range.
impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let weekdays = Weekdays {
            first: Weekday::Mon,
            last: Weekday::Sun,
        };
        let weekdays: Vec<Weekday> = weekdays.days().collect();
        let runs = weekdays.chunk_by(|a, b| self.on_weekday(*a) == self.on_weekday(*b));
        let runs = runs.filter(|run| self.on_weekday(run[0]).total() > Minutes::ZERO);
        let runs = runs.map(|run| {
            let (first, last) = (run[0], run[run.len() - 1]);
            format!("{}={}", Weekdays { first, last }, self.on_weekday(first))
        });
        f.write_str(&runs.collect::<Vec<_>>().join(","))
    }
}

impl fmt::Display for DayHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Windows(windows) => {
                let windows = windows.iter().map(ToString::to_string);
                f.write_str(&windows.collect::<Vec<_>>().join("+"))
            }
            Self::Budget(Minutes(minutes)) => match (minutes / 60, minutes % 60) {
                (0, minutes) => write!(f, "{minutes}m"),
                (hours, 0) => write!(f, "{hours}h"),
                (hours, minutes) => write!(f, "{hours}h{minutes}m"),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, HoursFault> {
        Hours::parse(text).map(|hours| hours.to_string())
    }

    #[test]
    fn hours_in_every_notation_are_written_in_one() {
        for (text, hours) in [
            (
                "mon-fri=19:00-21:00,sat=10:00-12:00+14:00-16:00",
                "mon-fri=19:00-21:00,sat=10:00-12:00+14:00-16:00",
            ),
            ("mon=2h,wed=0,sat=6h", "mon=2h,sat=6h"),
            ("mon-fri=2h,wed=0", "mon-tue=2h,thu-fri=2h"),
            ("wed=90m ; mon = 1h30m", "mon=1h30m,wed=1h30m"),
            (
                "周一-周五=19-21,周末=9:00-12:00",
                "mon-fri=19:00-21:00,sat-sun=09:00-12:00",
            ),
            ("fri-mon=45", "mon=45m,fri-sun=45m"),
            ("sun=7pm-9pm+9:00-10:00", "sun=09:00-10:00+19:00-21:00"),
            ("mon=19:00-20:00+20:00-21:00", "mon=19:00-20:00+20:00-21:00"),
            ("mon-sun=22:00-24:00", "mon-sun=22:00-24:00"),
        ] {
            assert_eq!(read(text).as_deref(), Ok(hours), "{text}");
            assert_eq!(read(hours).as_deref(), Ok(hours), "{hours}");
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        let window = |text| Window::parse(text).unwrap();
        let own = str::to_owned;
        for (text, fault) in [
            ("evenings", HoursFault::Entry(own("evenings"))),
            ("man=2h", HoursFault::Weekdays(own("man"))),
            ("mon=late", HoursFault::Time(own("late"))),
            ("mon=25h", HoursFault::Time(own("25h"))),
            (
                "mon=21:00-19:00",
                HoursFault::EndsBeforeStart(own("21:00-19:00")),
            ),
            (
                "mon=22:00-01:00",
                HoursFault::EndsBeforeStart(own("22:00-01:00")),
            ),
            (
                "mon=19:00-21:00+20:30-22:00",
                HoursFault::Overlap(window("19:00-21:00"), window("20:30-22:00")),
            ),
            ("mon=2h,mon=3h", HoursFault::Twice(Weekday::Mon)),
            ("mon-fri=2h,fri-sun=3h", HoursFault::Twice(Weekday::Fri)),
            ("mon=2h,mon-fri=3h", HoursFault::Twice(Weekday::Mon)),
            ("", HoursFault::Nothing),
            ("mon=0,tue=0h", HoursFault::Nothing),
        ] {
            assert_eq!(read(text), Err(fault), "{text}");
        }
    }

    #[test]
    fn a_week_adds_up() {
        let hours = Hours::parse("mon-fri=19:00-21:30,sat=9:00-12:00").unwrap();
        assert_eq!(hours.weekly(), Minutes(5 * 150 + 180));
        let split = Hours::parse("sat=9:00-12:00+14:00-15:00").unwrap();
        let saturday = split.on_weekday(Weekday::Sat);
        assert_eq!(
            (saturday.total(), saturday.longest()),
            (Minutes(240), Minutes(180))
        );
        assert_eq!(split.on_weekday(Weekday::Sun).total(), Minutes::ZERO);
    }
}
