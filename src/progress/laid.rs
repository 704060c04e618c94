//! Where slots are laid, and how a fit writes that down.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize, Serializer};

use crate::model::{Dates, Hours, Minutes, Placement, Window};

/// A sitting: the whole of a slot, or a part of it, on its dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Sitting {
    /// Its date; slots that were settled when the plan was fitted may have a run of dates.
    pub(crate) dates: Dates,
    /// Its time of day, if the hours have any.
    pub(crate) time: Option<Window>,
    /// How long it is; nothing means as long as the plan says.
    pub(crate) minutes: Minutes,
}

/// A slot, and the sittings it is laid in, of which there is at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LaidSlot {
    pub(crate) slot: String,
    pub(crate) sittings: Vec<Sitting>,
}

/// What a fit was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct FitTerms {
    /// The hours of the learner's own week.
    pub(crate) hours: Hours,
    /// The date by which the plan is to end, if there is one.
    pub(crate) by: Option<NaiveDate>,
    /// Whether only slots longer than every window are divided.
    pub(crate) whole: bool,
}

impl Sitting {
    /// When it is.
    pub(crate) fn placement(self) -> Placement {
        Placement {
            date: self.dates.first,
            last: self.dates.last,
            time: self.time,
        }
    }

    /// Reads `2026-12-07 19:00-20:30`, `2026-12-07 90m`, or `2026-12-07..2026-12-08`.
    fn parse(text: &str) -> Option<Self> {
        let (dates, length) = text.split_once(' ').unwrap_or((text, ""));
        let (first, last) = dates.split_once("..").unwrap_or((dates, dates));
        let (first, last) = (date(first)?, date(last)?);
        let (time, minutes) = if length.is_empty() {
            (None, Minutes::ZERO)
        } else if let Some(minutes) = length.strip_suffix('m') {
            (None, Minutes::parse(minutes)?)
        } else {
            let time = Window::parse(length)?;
            (Some(time), time.length())
        };
        (first <= last).then_some(Self {
            dates: Dates { first, last },
            time,
            minutes,
        })
    }
}

/// Only `YYYY-MM-DD`.
fn date(text: &str) -> Option<NaiveDate> {
    let date: NaiveDate = text.parse().ok()?;
    (date.to_string() == text).then_some(date)
}

impl LaidSlot {
    /// Reads `d08-1045 2026-12-07 20:30-21:00, 2026-12-08 19:00-20:00`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (slot, sittings) = text.split_once(' ')?;
        let sittings: Option<Vec<Sitting>> = sittings.split(", ").map(Sitting::parse).collect();
        Some(Self {
            slot: slot.to_owned(),
            sittings: sittings?,
        })
    }
}

impl fmt::Display for Sitting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Dates { first, last } = self.dates;
        write!(f, "{first}")?;
        if last != first {
            write!(f, "..{last}")?;
        }
        match (self.time, self.minutes) {
            (Some(time), _) => write!(f, " {time}"),
            (None, Minutes::ZERO) => Ok(()),
            (None, Minutes(minutes)) => write!(f, " {minutes}m"),
        }
    }
}

impl fmt::Display for LaidSlot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sittings = self.sittings.iter().map(ToString::to_string);
        let sittings: Vec<String> = sittings.collect();
        write!(f, "{} {}", self.slot, sittings.join(", "))
    }
}

impl Serialize for LaidSlot {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_laid_slot_is_read_as_it_is_written() {
        for text in [
            "d08-1045 2026-12-07 20:30-21:00, 2026-12-08 19:00-20:00",
            "d08-1045 2026-12-07 90m",
            "x 2026-12-07..2026-12-08",
        ] {
            let laid = LaidSlot::parse(text).map(|laid| laid.to_string());
            assert_eq!(laid.as_deref(), Some(text));
        }
        for bad in [
            "",
            "x",
            "x ",
            "x 2026-12-7",
            "x 2026-12-07 21:00-20:00",
            "x 2026-12-07 0m",
        ] {
            assert_eq!(LaidSlot::parse(bad), None, "{bad}");
        }
    }
}
