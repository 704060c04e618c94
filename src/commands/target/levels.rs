//! Targets above and beside the slots: days, weeks, phases, topics, and what is to be handed in.

use super::refusal::titles;
use super::words::number;
use super::{Target, Targets};
use crate::error::{Error, Result};
use crate::escape;
use crate::render::phrase;
use crate::summary::DeliverableView;

impl<'a> Targets<'a> {
    /// `d8`, `d8.2`, `w5`, `p3`, or a topic.
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
            "w" => Some(self.week_numbered(text, number)),
            "p" => Some(self.phase_numbered(text, number)),
            _ => None,
        }
    }

    /// `w5.2`, as good as `w05.2`.
    pub(super) fn deliverable_numbered(&self, text: &str) -> Option<Result<Target<'a>>> {
        let (week, ordinal) = text.strip_prefix('w')?.split_once('.')?;
        let (week, ordinal) = (number(week)?, number(ordinal)?);
        let of_week = |view: &DeliverableView| view.week.number == Some(week);
        let views: Vec<DeliverableView> = self.study.deliverables().filter(of_week).collect();
        let found = (ordinal as usize)
            .checked_sub(1)
            .and_then(|at| views.get(at))
            .copied();
        Some(found.map(Target::Deliverable).ok_or_else(|| {
            let ids = phrase::list(views.iter().map(|view| &view.what.id));
            let error = Error::usage(format!(
                "`{text}` names nothing: week {week} has no such deliverable"
            ));
            if ids.is_empty() {
                error.hint("`plan show w5` lists those of week 5")
            } else {
                error.hint(format!("its deliverables are {ids}"))
            }
        }))
    }

    fn day_numbered(&self, text: &str, number: u32) -> Result<usize> {
        let numbers = || {
            self.study
                .plan
                .days()
                .filter_map(|(_, _, _, day)| day.numbers)
        };
        let covers = |(first, last): (u32, u32)| (first..=last).contains(&number);
        let mut days = self.study.plan.days();
        let found = days.position(|(_, _, _, day)| day.numbers.is_some_and(covers));
        found.ok_or_else(|| {
            let last = numbers().map(|(_, last)| last).max().unwrap_or(0);
            Error::usage(format!(
                "`{text}` names nothing: the plan has no day {number}"
            ))
            .hint(format!("its days are d1 to d{last}"))
        })
    }

    fn day_ordinal(&self, text: &str, day: u32, ordinal: u32) -> Result<Target<'a>> {
        let index = self.day_numbered(text, day)?;
        let slots = self.study.day(index).map_or_else(Vec::new, |day| day.slots);
        let at = (ordinal as usize).checked_sub(1);
        at.and_then(|at| slots.get(at))
            .copied()
            .map(|slot| Target::Slots(vec![slot]))
            .ok_or_else(|| {
                Error::usage(format!(
                    "`{text}` names nothing: day {day} has no slot {ordinal}"
                ))
                .hint(format!("its slots are {}", titles(&slots)))
            })
    }

    fn week_numbered(&self, text: &str, number: u32) -> Result<Target<'a>> {
        let numbers: Vec<u32> = self
            .study
            .plan
            .weeks()
            .filter_map(|(_, w)| w.number)
            .collect();
        if numbers.contains(&number) {
            return Ok(Target::Week(number));
        }
        Err(Error::usage(format!(
            "`{text}` names nothing: the plan has no week {number}"
        ))
        .hint(format!("its weeks are {}", phrase::list(numbers))))
    }

    fn phase_numbered(&self, text: &str, number: u32) -> Result<Target<'a>> {
        let phases = &self.study.plan.phases;
        if (1..=phases.len()).contains(&(number as usize)) && phases[0].title.is_some() {
            return Ok(Target::Phase(number as usize));
        }
        if phases.iter().all(|phase| phase.title.is_none()) {
            return Err(
                Error::usage(format!("`{text}` names nothing: the plan has no phases"))
                    .hint("`plan report --all` shows its weeks"),
            );
        }
        let named = phases.iter().enumerate();
        let named = named.filter_map(|(i, p)| Some(format!("p{} {}", i + 1, p.title.as_ref()?)));
        Err(Error::usage(format!(
            "`{text}` names nothing: the plan has no phase {number}"
        ))
        .hint(format!(
            "its phases are {}",
            escape::terminal(&phrase::list(named))
        )))
    }
}
