//! Targets by when they start.

use std::ops::Range;

use super::{Target, Targets, Wanted};
use crate::commands::words::chinese;
use crate::error::{Error, Result};
use crate::model::Clock;
use crate::summary::SlotView;
use crate::text::{Lookup, LookupHint};

impl<'a> Targets<'a> {
    /// The slots of the date that start at one of these hours.
    pub(super) fn starting_in(&self, text: &str, hours: Range<u32>) -> Result<Target<'a>> {
        let slots = self.day.as_ref().map_or(&[][..], |day| &day.slots);
        let then = |slot: &&SlotView| starts_in(slot, &hours);
        let found: Vec<SlotView> = slots.iter().filter(then).copied().collect();
        if !found.is_empty() {
            return Ok(Target::Date(found));
        }
        let (text, date) = (text.to_owned(), self.date);
        Err(self.hint_at_starts(Error::usage(Lookup::NoSlotsThen { text, date })))
    }

    /// `第8天上午`: the slots of days that start in a part of the day; `None` if the text has another
    /// form.
    pub(super) fn part_of_days(&self, text: &str, typed: &str) -> Result<Option<Target<'a>>> {
        let parts = PARTS.iter();
        let mut found = parts.filter_map(|(word, hours)| Some((typed.strip_suffix(word)?, hours)));
        let Some((days, hours)) = found.next() else {
            return Ok(None);
        };
        let Some(Target::Days(days)) = self.level(text, days.trim_end())? else {
            return Ok(None);
        };
        let days = days.iter().filter_map(|index| self.study.day(*index));
        let slots = days.flat_map(|day| day.slots);
        let slots = slots.filter(|slot| starts_in(slot, hours));
        Ok(Some(Target::Date(slots.collect())))
    }

    /// The slot of the date that starts at `time`, and if there is an `end`, ends then.
    pub(super) fn at_time(
        &self,
        time: Clock,
        end: Option<Clock>,
        wanted: Wanted,
    ) -> Result<Target<'a>> {
        let slots = self.day.as_ref().map_or(&[][..], |day| &day.slots);
        let starts = |slot: &SlotView| slot.time.map(|time| time.start);
        let ends = |slot: &SlotView| slot.time.map(|time| time.end);
        let found = slots.iter().filter(|slot| starts(slot) == Some(time));
        let found = found.filter(|slot| end.is_none() || ends(slot) == end);
        let found: Vec<SlotView> = found.copied().collect();
        if !found.is_empty() {
            let found = Target::slots(&found);
            let meant = self.meant(&found, wanted);
            return meant.ok_or_else(|| self.ambiguous(&time.to_string(), &found));
        }
        let date = self.date;
        Err(self.hint_at_starts(Error::usage(Lookup::NoSlotAt { time, date })))
    }

    /// Adds when the slots of the date start; if none has a time, what was probably meant.
    fn hint_at_starts(&self, error: Error) -> Error {
        let slots = self.day.as_ref().map_or(&[][..], |day| &day.slots);
        let starts = |slot: &SlotView| slot.time.map(|time| time.start);
        let times: Vec<Clock> = slots.iter().filter_map(starts).collect();
        if times.is_empty() {
            return self.hint_at_slots(error);
        }
        error.hint(LookupHint::StartTimes(times))
    }
}

/// Whether a slot starts at one of these hours.
fn starts_in(slot: &SlotView, hours: &Range<u32>) -> bool {
    let hour = slot.time.map(|time| time.start.minutes() / 60);
    hour.is_some_and(|hour| hours.contains(&hour))
}

/// `10:45`, `9am`, `下午3点半`, or from a time to another; `None` if the text has another form.
pub(in crate::commands) fn clocks(text: &str) -> Option<(Clock, Option<Clock>)> {
    let clock = |text: &str| Clock::parse(text).or_else(|| chinese::clock(text));
    if let Some(start) = clock(text) {
        return Some((start, None));
    }
    let (start, end) = text.split_once(['-', '到', '至'])?;
    // In `下午2点到4点` the word is for both.
    let same_half = format!("{}{end}", chinese::half_word(start));
    Some((
        clock(start)?,
        Some(clock(&same_half).or_else(|| clock(end))?),
    ))
}

/// The hours of the parts of a day.
const PARTS: [(&str, Range<u32>); 8] = [
    ("morning", 0..12),
    ("上午", 0..12),
    ("早上", 0..12),
    ("早晨", 0..12),
    ("afternoon", 12..18),
    ("下午", 12..18),
    ("evening", 18..24),
    ("晚上", 18..24),
];

/// The hours of a part of the day.
pub(super) fn part_of_day(text: &str) -> Option<Range<u32>> {
    let found = PARTS.iter().find(|(word, _)| *word == text);
    found.map(|(_, hours)| hours.clone())
}
