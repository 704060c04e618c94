//! Parts of a slot's planned minutes.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Minutes;

/// A part of a slot's planned minutes: from one, counted from the beginning of the slot, to a later
/// one. The sittings that a slot is divided into follow each other without a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "(u32, u32)", into = "(u32, u32)")]
pub(crate) struct Stretch {
    /// Minutes before it.
    pub(crate) from: u32,
    /// Minutes before it and in it; more than `from`, and at most 10,000.
    pub(crate) to: u32,
}

/// More minutes than any slot has.
const MOST: u32 = 10_000;

impl Stretch {
    /// From one minute to another; `None` if that is nothing, or too much.
    pub(crate) fn new(from: u32, to: u32) -> Option<Self> {
        (from < to && to <= MOST).then_some(Self { from, to })
    }

    /// Reads `60-90`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (from, to) = text.split_once('-')?;
        let number = |text: &str| {
            let plain = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
            plain.then(|| text.parse().ok()).flatten()
        };
        Self::new(number(from)?, number(to)?)
    }

    /// How long it is.
    pub(crate) fn length(self) -> Minutes {
        Minutes(self.to - self.from)
    }

    /// Whether all of `other` is in it.
    pub(crate) fn contains(self, other: Self) -> bool {
        self.from <= other.from && other.to <= self.to
    }

    /// The minutes of it that are in any of `others`, which are in order.
    pub(crate) fn covered(self, others: impl Iterator<Item = Self>) -> Minutes {
        let (mut at, mut covered) = (self.from, 0);
        for other in others {
            let (from, to) = (other.from.max(at), other.to.min(self.to));
            if from < to {
                covered += to - from;
                at = to;
            }
        }
        Minutes(covered)
    }
}

impl TryFrom<(u32, u32)> for Stretch {
    type Error = &'static str;

    fn try_from((from, to): (u32, u32)) -> Result<Self, Self::Error> {
        Self::new(from, to).ok_or("minutes are empty, reversed or out of range")
    }
}

impl From<Stretch> for (u32, u32) {
    fn from(stretch: Stretch) -> Self {
        (stretch.from, stretch.to)
    }
}

impl fmt::Display for Stretch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.from, self.to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_that_two_stretches_share_are_covered_once() {
        let stretch = |text: &str| Stretch::parse(text).expect("a stretch");
        let covered = |text, others: &[&str]| {
            let others = others.iter().map(|other| stretch(other));
            stretch(text).covered(others).0
        };
        assert_eq!(covered("0-90", &[]), 0);
        assert_eq!(covered("0-90", &["0-60"]), 60);
        assert_eq!(covered("0-90", &["0-60", "0-90"]), 90);
        assert_eq!(covered("60-90", &["0-60", "30-70", "80-120"]), 20);
        assert_eq!(covered("30-60", &["0-90"]), 30);
    }

    #[test]
    fn a_stretch_has_a_length() {
        assert_eq!(
            Stretch::parse("60-90").map(Stretch::length),
            Some(Minutes(30))
        );
        for bad in [
            "",
            "60",
            "90-60",
            "60-60",
            "-1-60",
            "0-10001",
            "+1-2",
            "0-9999999999",
        ] {
            assert_eq!(Stretch::parse(bad), None, "{bad}");
        }
    }
}
