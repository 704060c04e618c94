//! Targets with a number: ordinals, days, weeks, phases and deliverables; and topics by id.

use super::refusal::{names, no_such, no_such_phase, no_such_week, numbered, titled_phases};
use super::{Target, Targets};
use crate::error::{Error, Result};
use crate::summary::DeliverableView;
use crate::text::{Level, Lookup, LookupHint};

impl<'a> Targets<'a> {
    /// `d8`, `d8.2`, `w5`, `p3`, or a topic; `None` if the text has another form.
    pub(super) fn level(&self, text: &str) -> Option<Result<Target<'a>>> {
        let topics = &self.study.plan.roadmap.topics;
        if let Some(index) = topics.iter().position(|topic| topic.id.as_str() == text) {
            return Some(Ok(Target::Topic(index)));
        }
        let (kind, rest) = text.split_at_checked(1)?;
        if let Some((day, ordinal)) = rest.split_once('.')
            && kind == "d"
        {
            return Some(self.day_ordinal(text, number(day)?, number(ordinal)?));
        }
        let number = number(rest)?;
        match kind {
            "d" => Some(self.day_numbered(text, number).map(Target::Day)),
            "w" => Some(self.week_numbered(text, number).map(Target::Week)),
            "p" => Some(self.phase_numbered(text, number)),
            _ => None,
        }
    }

    /// `w5.2`, the same as the id `w05.2`, or several such as `w5.2-4`; `None` if the text has
    /// another form.
    pub(super) fn deliverables_numbered(&self, text: &str) -> Option<Result<Target<'a>>> {
        let (week, numbers) = text.strip_prefix('w')?.split_once('.')?;
        let week = number(week)?;
        let most = self.study.deliverables();
        let most = most.filter(|view| view.week.number == Some(week)).count();
        let numbers = match ordinals(numbers, most)? {
            Ok(numbers) => numbers,
            Err(error) => return Some(Err(error)),
        };
        let views = numbers
            .into_iter()
            .map(|number| self.deliverable(text, week, number));
        Some(views.collect::<Result<_>>().map(Target::Deliverables))
    }

    fn deliverable(&self, text: &str, week: u32, ordinal: usize) -> Result<DeliverableView<'a>> {
        self.week_numbered(text, week)?;
        let of_week = |view: &DeliverableView| view.week.number == Some(week);
        let views: Vec<DeliverableView> = self.study.deliverables().filter(of_week).collect();
        if views.is_empty() {
            let error = Error::usage(Lookup::NoDeliverables { week });
            return Err(error.hint(LookupHint::SeeWeek { week }));
        }
        let found = ordinal.checked_sub(1).and_then(|at| views.get(at));
        found.copied().ok_or_else(|| {
            let (level, names) = (
                Level::Deliverable,
                views.iter().map(|view| view.what.id.clone()),
            );
            no_such(level, text).hint(LookupHint::Names {
                level,
                names: names.collect(),
            })
        })
    }

    fn day_numbered(&self, text: &str, number: u32) -> Result<usize> {
        let numbers = || self.study.plan.days().map(|(_, _, _, day)| day.numbers);
        let covers = |(first, last): (u32, u32)| (first..=last).contains(&number);
        let found = numbers().position(|numbers| numbers.is_some_and(covers));
        let all = numbers().flatten().flat_map(|(first, last)| [first, last]);
        found.ok_or_else(|| numbered(Level::Day, text, all))
    }

    fn day_ordinal(&self, text: &str, day: u32, ordinal: u32) -> Result<Target<'a>> {
        let index = self.day_numbered(text, day)?;
        let slots = self.study.day(index).map_or_else(Vec::new, |day| day.slots);
        let found = (ordinal as usize)
            .checked_sub(1)
            .and_then(|at| slots.get(at));
        found.map(|slot| Target::Slots(vec![*slot])).ok_or_else(|| {
            let slots = names(&slots);
            no_such(Level::Slot, text).hint(LookupHint::DaySlots { day, slots })
        })
    }

    fn week_numbered(&self, text: &str, number: u32) -> Result<u32> {
        let mut weeks = self.study.plan.weeks();
        if weeks.any(|(_, week)| week.number == Some(number)) {
            return Ok(number);
        }
        Err(no_such_week(self.study, text))
    }

    fn phase_numbered(&self, text: &str, number: u32) -> Result<Target<'a>> {
        let number = number as usize;
        if titled_phases(self.study).iter().any(|(n, _)| *n == number) {
            return Ok(Target::Phase(number));
        }
        Err(no_such_phase(self.study, text))
    }
}

/// `2`, `1-3`, `1,3`: ordinals, in the order they are written; `None` if the text has another
/// form. A range is cut off at `most + 1`, which is enough for the error about it.
pub(super) fn ordinals(text: &str, most: usize) -> Option<Result<Vec<usize>>> {
    let plain = |c: char| c.is_ascii_digit() || ",- ".contains(c);
    if !text.starts_with(|c: char| c.is_ascii_digit()) || !text.chars().all(plain) {
        return None;
    }
    let mut numbers = Vec::new();
    for part in text.split(',') {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (first, last) = (number(first.trim())?, number(last.trim())?);
        if first > last {
            let error = Error::usage(Lookup::ReversedRange { first, last });
            let (first, last) = (last, first);
            return Some(Err(error.hint(LookupHint::RangeForm { first, last })));
        }
        let (first, last) = (first as usize, last as usize);
        numbers.extend(first..=last.min(first.max(most + 1)));
    }
    Some(Ok(numbers))
}

/// A number of one to six digits.
pub(super) fn number(text: &str) -> Option<u32> {
    let plain = (1..=6).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

/// `d1-0900` in the form of generated ids: `d01-0900`.
pub(super) fn padded(text: &str) -> Option<String> {
    let (day, rest) = text.strip_prefix('d')?.split_once('-')?;
    Some(format!("d{:02}-{rest}", number(day)?))
}
