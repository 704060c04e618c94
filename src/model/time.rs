//! Durations, times of day and periods.

use std::fmt;
use std::ops::{Add, AddAssign, Sub};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A duration in whole minutes.
#[derive(
    JsonSchema,
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Default,
    Serialize,
    Deserialize,
)]
pub(crate) struct Minutes(pub(crate) u32);

impl Minutes {
    /// No time at all.
    pub(crate) const ZERO: Self = Self(0);
    /// A whole day: the longest duration of a slot or a mark.
    pub(crate) const DAY: Self = Self(24 * 60);

    /// Reads `80`, `80m`, `6h`, `1h20m`, `1 h 20 min`, `1:20` or `1.5h`, from a minute to a day.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        let minutes = if let Some((h, m)) = text.split_once(':') {
            let m = (m.len() == 2).then(|| whole(m)).flatten()?;
            (m < 60).then_some(whole(h)?.checked_mul(60)? + m)?
        } else if let Some((h, rest)) = text.split_once('h') {
            let mut units = ["ours", "our", "rs", "r"].iter();
            let rest = units
                .find_map(|unit| rest.strip_prefix(unit))
                .unwrap_or(rest);
            let more = match without_minutes(rest.trim_start()) {
                "" => 0,
                m => whole(m)?,
            };
            hours(h.trim_end())?.checked_add(more)?
        } else {
            whole(without_minutes(&text))?
        };
        (1..=Self::DAY.0)
            .contains(&minutes)
            .then_some(Self(minutes))
    }
}

/// The number before `m`, `min` or `minutes`; the text itself if it has no such unit.
fn without_minutes(text: &str) -> &str {
    let mut units = ["minutes", "minute", "mins", "min", "m"].iter();
    let number = units.find_map(|unit| text.strip_suffix(unit));
    number.unwrap_or(text).trim_end()
}

fn whole(text: &str) -> Option<u32> {
    let plain = (1..=6).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

/// `1.5` hours as minutes; the fraction has at most two digits and is rounded down.
fn hours(text: &str) -> Option<u32> {
    let (whole_part, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let hundredths = match fraction.len() {
        1 => whole(fraction)? * 10,
        2 => whole(fraction)?,
        _ => return None,
    };
    whole(whole_part)?
        .checked_mul(60)?
        .checked_add(hundredths * 60 / 100)
}

impl Add for Minutes {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Minutes {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Minutes {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl std::iter::Sum for Minutes {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::ZERO, Add::add)
    }
}

/// A time of day as minutes since midnight, 0 to 1440 (`24:00`, the end of a day).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u16")]
pub(crate) struct Clock(u16);

/// A cache can hold anything.
impl TryFrom<u16> for Clock {
    type Error = &'static str;

    fn try_from(minutes: u16) -> Result<Self, Self::Error> {
        Self::from_minutes(minutes.into()).ok_or("a time after midnight")
    }
}

impl Clock {
    /// `minutes` since midnight, at most 1440.
    pub(crate) fn from_minutes(minutes: u32) -> Option<Self> {
        u16::try_from(minutes)
            .ok()
            .filter(|m| *m <= 24 * 60)
            .map(Self)
    }

    /// Reads `HH:MM` or `H:MM`, from `0:00` to `24:00`; or `9am`, `9:30 pm`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let half = text
            .len()
            .checked_sub(2)
            .and_then(|at| text.split_at_checked(at));
        let (time, hours) = match half {
            Some((time, half)) if half.eq_ignore_ascii_case("am") => (time.trim_end(), Some(0)),
            Some((time, half)) if half.eq_ignore_ascii_case("pm") => (time.trim_end(), Some(12)),
            _ => (text, None),
        };
        let (h, m) = match time.split_once(':') {
            Some((h, m)) => (h, m),
            None => (time, hours.map(|_| "00")?),
        };
        if !(1..=2).contains(&h.len()) || m.len() != 2 {
            return None;
        }
        let (h, m) = (whole(h)?, whole(m)?);
        let h = match hours {
            Some(hours) => (1..=12).contains(&h).then_some(h % 12 + hours)?,
            None => h,
        };
        (m < 60).then(|| Self::from_minutes(h * 60 + m)).flatten()
    }

    /// Minutes since midnight, 0 to 1440.
    pub(crate) fn minutes(self) -> u32 {
        u32::from(self.0)
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:02}:{:02}", self.0 / 60, self.0 % 60))
    }
}

/// From one time of day to a later one of the same day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "(Clock, Clock)")]
pub(crate) struct Window {
    /// When it begins.
    pub(crate) start: Clock,
    /// When it ends, after `start`.
    pub(crate) end: Clock,
}

/// A cache can hold anything.
impl TryFrom<(Clock, Clock)> for Window {
    type Error = &'static str;

    fn try_from((start, end): (Clock, Clock)) -> Result<Self, Self::Error> {
        let window = Self { start, end };
        (start < end)
            .then_some(window)
            .ok_or("an end before the start")
    }
}

impl Window {
    /// Reads `HH:MM-HH:MM`, the end after the start.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (start, end) = split_range(text)?;
        let (start, end) = (Clock::parse(start)?, Clock::parse(end)?);
        (start < end).then_some(Self { start, end })
    }

    /// From `start` on for `length`; `None` if that is empty or would pass midnight.
    pub(crate) fn from(start: Clock, length: Minutes) -> Option<Self> {
        let end = Clock::from_minutes(start.minutes().checked_add(length.0)?)?;
        (start < end).then_some(Self { start, end })
    }

    /// How long it is.
    pub(crate) fn length(self) -> Minutes {
        Minutes(self.end.minutes() - self.start.minutes())
    }

    /// Whether the two share at least a minute.
    pub(crate) fn overlaps(self, other: Self) -> bool {
        self.shared(other).is_some()
    }

    /// The time that is in both.
    pub(crate) fn shared(self, other: Self) -> Option<Self> {
        let (start, end) = (self.start.max(other.start), self.end.min(other.end));
        (start < end).then_some(Self { start, end })
    }
}

impl fmt::Display for Window {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}-{}", self.start, self.end))
    }
}

/// A length of calendar time: `1 week`, `3 days`, `2 months`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) enum Period {
    /// Calendar days.
    Days(u32),
    /// Weeks of seven days.
    Weeks(u32),
    /// Calendar months.
    Months(u32),
}

impl Period {
    /// Reads `3 days`, `1 week`, `2 months`, with or without the plural; 1 to 999 of them.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (count, unit) = text.trim().split_once(' ')?;
        let count = whole(count).filter(|n| (1..=999).contains(n))?;
        match unit.trim() {
            "day" | "days" => Some(Self::Days(count)),
            "week" | "weeks" => Some(Self::Weeks(count)),
            "month" | "months" => Some(Self::Months(count)),
            _ => None,
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (count, unit) = match self {
            Self::Days(n) => (n, "day"),
            Self::Weeks(n) => (n, "week"),
            Self::Months(n) => (n, "month"),
        };
        write!(f, "{count} {unit}{}", if *count == 1 { "" } else { "s" })
    }
}

/// The two ends of a range, which a hyphen or a dash divides.
pub(crate) fn split_range(text: &str) -> Option<(&str, &str)> {
    text.split_once(['-', '\u{2010}', '\u{2013}', '\u{2014}'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_in_every_notation() {
        for (text, minutes) in [
            ("80", 80),
            ("80m", 80),
            ("6h", 360),
            ("1h20m", 80),
            ("1h20", 80),
            ("1:20", 80),
            ("1.5h", 90),
            ("0.25h", 15),
            ("24h", 1440),
            ("1 h 30 min", 90),
            ("1h 30m", 90),
            ("90min", 90),
            ("90 min", 90),
            ("2 hours", 120),
            ("1 hour 5 minutes", 65),
            ("1.5 H", 90),
        ] {
            assert_eq!(Minutes::parse(text), Some(Minutes(minutes)), "{text}");
        }
        for bad in [
            "",
            "0",
            "-5",
            "1:5",
            "1:60",
            "h",
            "25h",
            "1.555h",
            "9999999999",
            "1 2h",
            "8 0",
            "1h30min5",
            "1 hourly",
        ] {
            assert_eq!(Minutes::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn clock_runs_from_midnight_to_midnight() {
        assert_eq!(Clock::parse("9:05").map(Clock::minutes), Some(545));
        assert_eq!(Clock::parse("24:00").map(Clock::minutes), Some(1440));
        for (text, minutes) in [("9am", 540), ("9 pm", 1260), ("9:30PM", 1290), ("12am", 0)] {
            assert_eq!(
                Clock::parse(text).map(Clock::minutes),
                Some(minutes),
                "{text}"
            );
        }
        for bad in [
            "25:00", "24:01", "9", "9:5", "09:60", "-1:00", "009:00", "13pm", "0am", "am", "9:5pm",
        ] {
            assert_eq!(Clock::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn windows_that_only_touch_do_not_overlap() {
        let window = |a, b| Window {
            start: Clock(a),
            end: Clock(b),
        };
        assert!(!window(0, 10).overlaps(window(10, 20)));
        assert!(window(0, 11).overlaps(window(10, 20)));
        assert!(window(0, 30).overlaps(window(10, 20)));
    }
}
