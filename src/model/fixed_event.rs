//! Exams and other events on fixed dates, and due dates.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Period, SlotId, Window};

/// An exam, or another event whose date others have set: slots are laid around it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct FixedEvent {
    /// Its id, which no slot has.
    pub(crate) id: SlotId,
    pub(crate) kind: EventKind,
    pub(crate) title: String,
    pub(crate) date: NaiveDate,
    /// When it is; without a time it takes the whole day.
    pub(crate) time: Option<Window>,
    /// What has to be done before it.
    pub(crate) covers: Vec<Cover>,
}

/// What kind of event it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum EventKind {
    Exam,
    /// Anything else on a fixed date.
    Event,
}

impl EventKind {
    /// All kinds with their names in plan files, journals and JSON.
    pub(crate) const NAMES: [(Self, &'static str); 2] =
        [(Self::Exam, "exam"), (Self::Event, "event")];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Exam => "exam",
            Self::Event => "event",
        }
    }

    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut names = Self::NAMES.into_iter();
        names.find(|(_, name)| *name == text).map(|(kind, _)| kind)
    }
}

/// Some of the slots of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) enum Cover {
    /// Weeks, by their first and last number.
    Weeks(u32, u32),
    /// A topic or a slot, by its id.
    Named(String),
}

impl Cover {
    /// Reads `w5`, `w1-w5` and ids. Every text is at least an id that may not exist.
    pub(crate) fn parse(text: &str) -> Self {
        let week = |text: &str| {
            let number = text.strip_prefix('w')?;
            let plain = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
            plain.then(|| number.parse().ok()).flatten()
        };
        let (first, last) = text.split_once('-').unwrap_or((text, text));
        match (week(first.trim()), week(last.trim())) {
            (Some(first), Some(last)) if first <= last => Self::Weeks(first, last),
            _ => Self::Named(text.to_owned()),
        }
    }
}

impl fmt::Display for Cover {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Weeks(first, last) if first == last => write!(f, "w{first}"),
            Self::Weeks(first, last) => write!(f, "w{first}-w{last}"),
            Self::Named(id) => f.write_str(id),
        }
    }
}

/// When a milestone is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum MilestoneDue {
    /// Some time after the start.
    After(Period),
    On(NaiveDate),
}

impl MilestoneDue {
    /// Reads `1 month` and `2026-12-16`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let date = || parse_date(text).map(Self::On);
        Period::parse(text).map(Self::After).or_else(date)
    }
}

impl fmt::Display for MilestoneDue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::After(span) => span.fmt(f),
            Self::On(date) => date.fmt(f),
        }
    }
}

/// Reads `YYYY-MM-DD` and nothing else: chrono alone would accept `2026-1-2` and signs as well.
pub(crate) fn parse_date(text: &str) -> Option<NaiveDate> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text.as_bytes() else {
        return None;
    };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0_u32, |number, digit| {
            let digit = digit.is_ascii_digit().then(|| u32::from(digit - b'0'))?;
            Some(number * 10 + digit)
        })
    };
    let year = number(&[y1, y2, y3, y4])?.cast_signed();
    NaiveDate::from_ymd_opt(year, number(&[m1, m2])?, number(&[d1, d2])?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn covers_are_weeks_or_ids() {
        for (text, cover) in [
            ("w5", Cover::Weeks(5, 5)),
            ("w1-w5", Cover::Weeks(1, 5)),
            ("w01 - w05", Cover::Weeks(1, 5)),
            ("A", Cover::Named("A".to_owned())),
            // The first slot of week 5, and weeks in the wrong order.
            ("w05-1", Cover::Named("w05-1".to_owned())),
            ("w5-w1", Cover::Named("w5-w1".to_owned())),
        ] {
            assert_eq!(Cover::parse(text), cover, "{text}");
        }
    }

    #[test]
    fn dates_have_four_two_and_two_digits() {
        assert_eq!(
            parse_date("2026-12-16"),
            NaiveDate::from_ymd_opt(2026, 12, 16)
        );
        for bad in [
            "2026-1-2",
            "2026-02-30",
            "+026-12-16",
            "16.12.2026",
            "",
            "2026-12-16 ",
        ] {
            assert_eq!(parse_date(bad), None, "{bad}");
        }
    }
}
