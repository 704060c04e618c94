//! A part of a plan: some of its days, and what they refer to.

use std::collections::BTreeSet;

use super::{Day, Field, Phase, Plan, Resource, Week};

impl Plan {
    /// The plan with only the day entries at the indices `days`, and of its library only what
    /// their slots refer to. Weeks none of whose days is kept are left out; phases keep their
    /// positions, and one that has weeks keeps at least an empty one.
    pub(crate) fn excerpt(&self, days: &BTreeSet<usize>) -> Self {
        let mut index = 0;
        let mut kept_days = |week: &Week| -> Vec<Day> {
            let numbered = (index..).zip(&week.days);
            index += week.days.len();
            let kept = numbered.filter(|(index, _)| days.contains(index));
            kept.map(|(_, day)| day.clone()).collect()
        };
        let mut week = |week: &Week| {
            let days = kept_days(week);
            (!days.is_empty()).then(|| Week {
                number: week.number,
                title: week.title.clone(),
                goals: week.goals.clone(),
                days,
                deliverables: week.deliverables.clone(),
                ..Week::default()
            })
        };
        let mut phase = |phase: &Phase| {
            let weeks = phase.weeks.iter().filter_map(&mut week).collect();
            phase.with_weeks(weeks)
        };
        let phases: Vec<Phase> = self.phases.iter().map(&mut phase).collect();
        Self {
            id: self.id.clone(),
            title: self.title.clone(),
            language: self.language.clone(),
            direction: None,
            duration: None,
            time_budget: None,
            goal: None,
            front_matter: Vec::new(),
            roadmap: self.roadmap.clone(),
            resources: self.referred_to(&phases),
            milestones: Vec::new(),
            reminders: Vec::new(),
            artifacts: Vec::new(),
            notes: Vec::new(),
            rest: self.rest.clone(),
            allow: Vec::new(),
            phases,
        }
    }

    /// The entries of the library that the slots of `phases` refer to, in order.
    fn referred_to(&self, phases: &[Phase]) -> Vec<Resource> {
        let weeks = phases.iter().flat_map(|phase| &phase.weeks);
        let slots = weeks.flat_map(|week| &week.days).flat_map(Day::slots);
        let items = slots.flat_map(|slot| slot.fields.iter().flat_map(Field::entries));
        let ids: BTreeSet<_> = items.filter_map(|item| item.resource.as_ref()).collect();
        let library = self.resources.iter();
        library
            .filter(|resource| ids.contains(&resource.id))
            .cloned()
            .collect()
    }
}

impl Phase {
    /// The phase with only `weeks`, or an empty week if it had others: a phase with weeks is
    /// counted differently from one without.
    fn with_weeks(&self, mut weeks: Vec<Week>) -> Self {
        if weeks.is_empty() && !self.weeks.is_empty() {
            weeks.push(Week::default());
        }
        Self {
            title: self.title.clone(),
            heading: None,
            span: self.span,
            buffer: self.buffer,
            goals: Vec::new(),
            notes: Vec::new(),
            weeks,
        }
    }
}
