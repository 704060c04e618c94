//! What is written in the mark of a unit.

use chrono::Weekday;

use super::clock::Times;
use super::date::Dated;
use super::length::Length;
use super::unit::UnitKind;
use super::unit_word::Counted;
use crate::model::{Period, Weekdays};

/// A unit's mark, and what is written around it.
#[expect(clippy::struct_excessive_bools, reason = "independent facts")]
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mark {
    pub(crate) kind: UnitKind,
    /// The first and last number; equal for a single one.
    pub(crate) numbers: Option<(u32, u32)>,
    /// What follows the point of `Phase 1.5`.
    pub(crate) fraction: u32,
    /// `Weeks 21+`
    pub(crate) is_open: bool,
    /// Whether the word is also used for other things, such as `step`, or there is no number.
    pub(crate) is_weak: bool,
    /// Whether nothing divides it from the text after it, so that this may be a sentence.
    pub(crate) is_loose: bool,
    /// Whether it is a month of the calendar.
    pub(crate) is_calendar: bool,
    pub(crate) weekdays: Option<Weekdays>,
    /// Further weekdays on which the same is to be done.
    pub(crate) more: Vec<Weekday>,
    pub(crate) dated: Option<Dated>,
    pub(crate) times: Option<Times>,
    /// How long it takes a day, or all in all.
    pub(crate) length: Option<Length>,
    /// Whether that is so much for each of its days.
    pub(crate) is_each: bool,
    /// How long it lasts.
    pub(crate) span: Option<Period>,
    /// The part of the day that it is: `Monday (evening)`.
    pub(crate) half: Option<String>,
    /// The weeks that a phase says it takes.
    pub(crate) weeks: Option<(u32, u32)>,
    /// The words of the mark itself.
    pub(crate) words: String,
    /// What the author calls it.
    pub(crate) title: String,
}

impl Mark {
    pub(super) fn new(kind: UnitKind) -> Self {
        Self {
            kind,
            numbers: None,
            fraction: 0,
            is_open: false,
            is_weak: false,
            is_loose: false,
            is_calendar: false,
            weekdays: None,
            more: Vec::new(),
            dated: None,
            times: None,
            length: None,
            is_each: false,
            span: None,
            half: None,
            weeks: None,
            words: String::new(),
            title: String::new(),
        }
    }

    pub(super) fn counted(found: Counted) -> Self {
        Self {
            numbers: Some(found.numbers),
            fraction: found.fraction,
            is_open: found.is_open,
            is_weak: found.is_weak,
            ..Self::new(found.kind)
        }
    }
}
