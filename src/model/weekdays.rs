//! Weekdays, and ranges of them.

use std::fmt;

use chrono::Weekday;
use serde::{Deserialize, Serialize};

use super::split_range;

const WEEKDAYS: [(Weekday, &str); 7] = [
    (Weekday::Mon, "mon"),
    (Weekday::Tue, "tue"),
    (Weekday::Wed, "wed"),
    (Weekday::Thu, "thu"),
    (Weekday::Fri, "fri"),
    (Weekday::Sat, "sat"),
    (Weekday::Sun, "sun"),
];

/// Reads `mon`, `Mon`, `Monday` or `周一`.
pub(crate) fn weekday(text: &str) -> Option<Weekday> {
    const LONG: [&str; 7] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    let text = text.trim().to_lowercase();
    let chinese = ["周", "星期"]
        .iter()
        .find_map(|week| text.strip_prefix(week));
    let is_it = |index: usize| match chinese {
        Some(day) => ["一", "二", "三", "四", "五", "六", "日"][index] == day,
        None => text == LONG[index] || text == WEEKDAYS[index].1,
    };
    let index = (0..7).find(|index| is_it(*index))?;
    Some(WEEKDAYS[index].0)
}

/// A weekday, or a range of them such as `sat-sun`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Weekdays {
    pub(crate) first: Weekday,
    /// The last; equal to `first` for a single day.
    pub(crate) last: Weekday,
}

impl Weekdays {
    /// Reads `mon`, `Monday`, `sat-sun`, `周一` or `周末`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        if text.trim() == "周末" {
            let (first, last) = (Weekday::Sat, Weekday::Sun);
            return Some(Self { first, last });
        }
        let (first, last) = split_range(text).unwrap_or((text, text));
        let (first, last) = (weekday(first)?, weekday(last)?);
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
        let name = |day: Weekday| WEEKDAYS[day.num_days_from_monday() as usize].1;
        f.write_str(name(self.first))?;
        if self.first != self.last {
            write!(f, "-{}", name(self.last))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekdays_by_any_of_their_names() {
        let read = |text| Weekdays::parse(text).map(|days| days.to_string());
        for (text, days) in [
            ("Mon", "mon"),
            ("WEDNESDAY", "wed"),
            ("Thu", "thu"),
            ("sat-sun", "sat-sun"),
            ("Sat–Sun", "sat-sun"),
            ("周三", "wed"),
            ("周一-周五", "mon-fri"),
            ("星期日", "sun"),
            ("周末", "sat-sun"),
        ] {
            assert_eq!(read(text).as_deref(), Some(days), "{text}");
        }
        for bad in ["", "m", "mo", "mond", "mondays", "周", "周八", "mon-"] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
