//! Targets other than slots: days, weeks, phases, topics and deliverables.

use super::numbers::number;
use super::refusal::names;
use super::{Target, Targets};
use crate::error::{Error, Result};
use crate::summary::{DeliverableView, Study};
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

    /// `w5.2`, the same as the id `w05.2`; `None` if the text has another form.
    pub(super) fn deliverable_numbered(&self, text: &str) -> Option<Result<Target<'a>>> {
        let (week, ordinal) = text.strip_prefix('w')?.split_once('.')?;
        Some(self.deliverable(text, number(week)?, number(ordinal)?))
    }

    fn deliverable(&self, text: &str, week: u32, ordinal: u32) -> Result<Target<'a>> {
        self.week_numbered(text, week)?;
        let of_week = |view: &DeliverableView| view.week.number == Some(week);
        let views: Vec<DeliverableView> = self.study.deliverables().filter(of_week).collect();
        if views.is_empty() {
            let error = Error::usage(Lookup::NoDeliverables { week });
            return Err(error.hint(LookupHint::SeeWeek { week }));
        }
        let found = (ordinal as usize)
            .checked_sub(1)
            .and_then(|at| views.get(at));
        found.copied().map(Target::Deliverable).ok_or_else(|| {
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

/// The error for a number that no week has.
pub(in crate::commands) fn no_such_week(study: &Study, text: &str) -> Error {
    let numbers = study.plan.weeks().filter_map(|(_, week)| week.number);
    numbered(Level::Week, text, numbers)
}

/// The error for a number that no phase with a title has.
pub(in crate::commands) fn no_such_phase(study: &Study, text: &str) -> Error {
    let titled = titled_phases(study);
    if titled.is_empty() {
        let text = text.to_owned();
        return Error::usage(Lookup::NoPhases { text }).hint(LookupHint::SeeWeeks);
    }
    no_such(Level::Phase, text).hint(LookupHint::Phases(titled))
}

fn titled_phases(study: &Study) -> Vec<(usize, String)> {
    let phases = study.plan.phases.iter().zip(1..);
    let titled = phases.filter_map(|(phase, number)| Some((number, phase.title.clone()?)));
    titled.collect()
}

fn no_such(level: Level, text: &str) -> Error {
    let text = text.to_owned();
    Error::usage(Lookup::Unknown { level, text })
}

/// The error for a number that no day or week has.
fn numbered(level: Level, text: &str, known: impl Iterator<Item = u32>) -> Error {
    let error = no_such(level, text);
    let known: Vec<u32> = known.collect();
    match known.iter().copied().min().zip(known.iter().copied().max()) {
        Some((first, last)) => error.hint(LookupHint::Numbers { level, first, last }),
        None => error.hint(LookupHint::TargetForms),
    }
}
