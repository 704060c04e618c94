//! Weekdays and ranges of them.

use std::fmt;

use chrono::Weekday;
use serde::{Deserialize, Serialize};

const NAMES: [(Weekday, &str); 7] = [
    (Weekday::Mon, "mon"),
    (Weekday::Tue, "tue"),
    (Weekday::Wed, "wed"),
    (Weekday::Thu, "thu"),
    (Weekday::Fri, "fri"),
    (Weekday::Sat, "sat"),
    (Weekday::Sun, "sun"),
];

/// A weekday, or a range of them such as `sat-sun`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Weekdays {
    pub(crate) first: Weekday,
    /// The last; equal to `first` for a single day.
    pub(crate) last: Weekday,
}

impl Weekdays {
    /// Reads `mon` or `sat-sun`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let day = |text: &str| NAMES.iter().find(|(_, name)| *name == text);
        let (first, last) = text.split_once('-').unwrap_or((text, text));
        let (first, last) = (day(first)?.0, day(last)?.0);
        Some(Self { first, last })
    }

    /// How many days it covers, 1 to 7.
    pub(crate) fn count(self) -> u32 {
        self.last.days_since(self.first) + 1
    }

    /// Its days in order.
    pub(crate) fn days(self) -> impl Iterator<Item = Weekday> {
        std::iter::successors(Some(self.first), |day| Some(day.succ())).take(self.count() as usize)
    }
}

impl From<Weekday> for Weekdays {
    fn from(day: Weekday) -> Self {
        let (first, last) = (day, day);
        Self { first, last }
    }
}

impl fmt::Display for Weekdays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = |day: Weekday| NAMES[day.num_days_from_monday() as usize].1;
        f.write_str(name(self.first))?;
        if self.first != self.last {
            write!(f, "-{}", name(self.last))?;
        }
        Ok(())
    }
}
