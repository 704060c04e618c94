//! The hours of a learner's own week.

use std::fmt;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::{Clock, Minutes, Weekdays, Window, split_range};

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

    /// The same with more time, if there is any on the day.
    fn longer(self, by: Minutes) -> Self {
        match self {
            Self::Budget(Minutes::ZERO) => self,
            Self::Budget(minutes) => Self::Budget((minutes + by).min(Minutes::DAY)),
            Self::Windows(mut windows) => {
                let longer = |window: &Window| Window::from(window.start, window.length() + by);
                let earlier = |window: &Window| {
                    let start = window.start.minutes().checked_sub(by.0)?;
                    Window::from(Clock::from_minutes(start)?, window.length() + by)
                };
                if let Some(window) = windows.last().and_then(longer) {
                    windows.pop();
                    windows.push(window);
                } else if let Some(window) = windows.first().and_then(earlier) {
                    windows[0] = window;
                }
                Self::Windows(windows)
            }
        }
    }

    /// Its longest run of time without a break.
    fn longest(&self) -> Minutes {
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

/// The hours of the weekdays that were read so far.
struct Reading {
    days: [DayHours; 7],
    given: [Given; 7],
}

impl Default for Reading {
    fn default() -> Self {
        Self {
            days: [const { DayHours::NONE }; 7],
            given: [Given::Nowhere; 7],
        }
    }
}

impl Reading {
    /// Gives weekdays, or ranges of them, these hours.
    fn give(&mut self, names: &[&str], hours: &DayHours) -> Result<(), HoursFault> {
        for name in names {
            let weekdays = Weekdays::parse(name);
            let weekdays = weekdays.ok_or_else(|| HoursFault::Weekdays(name.trim().to_owned()))?;
            let how = match weekdays.count() {
                1 => Given::ByName,
                _ => Given::InRange,
            };
            for weekday in weekdays.days() {
                let index = index(weekday);
                let is_override = self.given[index] == Given::InRange && how == Given::ByName;
                if self.given[index] != Given::Nowhere && !is_override {
                    return Err(HoursFault::Twice(weekday));
                }
                (self.given[index], self.days[index]) = (how, hours.clone());
            }
        }
        Ok(())
    }
}

/// Where a weekday's hours were given: nowhere, by a range of weekdays, or by its own name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Given {
    Nowhere,
    InRange,
    ByName,
}

impl Hours {
    /// Reads `mon-fri=19:00-21:00,sat=10:00-12:00+14:00-16:00` or `mon,tue=2h`. Weekdays that
    /// are not named have no time; one that is named alone overrides the range it is in.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub(crate) fn parse(text: &str) -> Result<Self, HoursFault> {
        let mut read = Reading::default();
        // `mon,wed=2h` gives both days the same.
        let mut names = Vec::new();
        for entry in text.split([',', ';']).map(str::trim) {
            match entry.split_once('=') {
                Some((name, time)) => {
                    names.push(name);
                    read.give(&std::mem::take(&mut names), &day_hours(time)?)?;
                }
                None if entry.is_empty() => {}
                None => names.push(entry),
            }
        }
        if let Some(entry) = names.first() {
            return Err(HoursFault::Entry((*entry).to_owned()));
        }
        let days = read.days;
        let hours = Self { days };
        match hours.weekly() {
            Minutes::ZERO => Err(HoursFault::Nothing),
            _ => Ok(hours),
        }
    }

    /// So much time on each weekday, Monday first, at any time of day.
    pub(crate) fn budgets(minutes: [Minutes; 7]) -> Self {
        let days = minutes.map(DayHours::Budget);
        Self { days }
    }

    /// The hours of each weekday, Monday first; `None` if there are none.
    pub(crate) fn of(days: [DayHours; 7]) -> Option<Self> {
        let has_time = days.iter().any(|day| day.total() > Minutes::ZERO);
        has_time.then_some(Self { days })
    }

    /// Weekdays in a row that have the same time, without those that have none.
    pub(crate) fn runs(&self) -> Vec<(Weekdays, &DayHours)> {
        let weekdays = Weekdays {
            first: Weekday::Mon,
            last: Weekday::Sun,
        };
        let weekdays: Vec<Weekday> = weekdays.days().collect();
        let runs = weekdays.chunk_by(|a, b| self.on_weekday(*a) == self.on_weekday(*b));
        let runs = runs.filter(|run| self.on_weekday(run[0]).total() > Minutes::ZERO);
        let runs = runs.map(|run| {
            let (first, last) = (run[0], run[run.len() - 1]);
            (Weekdays { first, last }, self.on_weekday(first))
        });
        runs.collect()
    }

    /// The hours of a weekday.
    pub(crate) fn on_weekday(&self, weekday: Weekday) -> &DayHours {
        &self.days[index(weekday)]
    }

    /// The hours of the weekday that `date` is.
    pub(crate) fn on(&self, date: NaiveDate) -> &DayHours {
        self.on_weekday(date.weekday())
    }

    /// The most time of any weekday.
    pub(crate) fn largest(&self) -> Minutes {
        self.days
            .iter()
            .map(DayHours::total)
            .max()
            .unwrap_or_default()
    }

    /// The longest run of time without a break on any weekday.
    pub(crate) fn longest(&self) -> Minutes {
        let longest = self.days.iter().map(DayHours::longest);
        longest.max().unwrap_or_default()
    }

    /// The same weekdays with more time each: windows end later, or where that would be after
    /// midnight, the first begins earlier. `None` if no day has any more.
    pub(crate) fn longer(&self, by: Minutes) -> Option<Self> {
        let days = self.days.clone().map(|hours| hours.longer(by));
        let longer = Self { days };
        (longer != *self).then_some(longer)
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
    let length = text.replace("小时", "h").replace("分钟", "m");
    if let Some(minutes) = Minutes::parse(&length) {
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
        let runs = self.runs().into_iter();
        let runs = runs.map(|(days, hours)| format!("{days}={hours}"));
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
            ("mon,wed, sat-sun=2h", "mon=2h,wed=2h,sat-sun=2h"),
            ("周一=1小时30分钟,周二=45分钟", "mon=1h30m,tue=45m"),
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
            ("mon=2h,tue", HoursFault::Entry(own("tue"))),
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
        let longer = |text| {
            let longer = Hours::parse(text).unwrap().longer(Minutes(30));
            longer.map(|hours| hours.to_string())
        };
        assert_eq!(
            longer("mon=19:00-21:00,tue=9:00-10:00+22:00-23:45,sat=2h").as_deref(),
            Some("mon=19:00-21:30,tue=08:30-10:00+22:00-23:45,sat=2h30m")
        );
        assert_eq!(longer("mon=0:00-24:00,tue=24h"), None);
        let split = Hours::parse("sat=9:00-12:00+14:00-15:00").unwrap();
        let saturday = split.on_weekday(Weekday::Sat);
        assert_eq!(
            (saturday.total(), saturday.longest()),
            (Minutes(240), Minutes(180))
        );
        assert_eq!(split.on_weekday(Weekday::Sun).total(), Minutes::ZERO);
    }
}
