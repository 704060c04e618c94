//! Iterating over a plan: days, weeks and slots with the levels around them; and excerpts of it.

use std::collections::BTreeSet;

use super::{Day, Field, Goal, Phase, Plan, Resource, Session, Slot, TopicId, Week};

/// The position of a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct WeekIndex {
    /// Index into the plan's phases.
    pub(crate) phase: usize,
    /// Index into the phase's weeks.
    pub(crate) week: usize,
}

/// A slot with the levels around it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SlotRef<'a> {
    pub(crate) phase: &'a Phase,
    pub(crate) week: &'a Week,
    /// The day entry.
    pub(crate) day: &'a Day,
    /// The week's position.
    pub(crate) at: WeekIndex,
    /// The day entry's position among all of the plan's, from 0.
    pub(crate) day_index: usize,
    pub(crate) session: &'a Session,
    pub(crate) slot: &'a Slot,
    /// The slot's number within its day entry, from 1.
    pub(crate) ordinal: usize,
    /// The slot's position among all of the plan's, from 0.
    pub(crate) index: usize,
}

impl Plan {
    /// Every day entry in order, with its phase and week.
    pub(crate) fn days(&self) -> impl Iterator<Item = (WeekIndex, &Phase, &Week, &Day)> {
        (0..).zip(&self.phases).flat_map(|(p, phase)| {
            (0..).zip(&phase.weeks).flat_map(move |(w, week)| {
                let at = WeekIndex { phase: p, week: w };
                week.days.iter().map(move |day| (at, phase, week, day))
            })
        })
    }

    /// Id and title of everything that can be marked: slots in order, then deliverables.
    pub(crate) fn named(&self) -> impl Iterator<Item = (&str, &str)> {
        let slots = self.slots().map(|place| place.slot);
        let slots = slots.map(|slot| (slot.id.as_str(), slot.title.as_str()));
        let deliverables = self.weeks().flat_map(|(_, week)| &week.deliverables);
        slots.chain(deliverables.map(|what| (what.id.as_str(), what.text.as_str())))
    }

    /// Every slot in order, with the levels around it.
    pub(crate) fn slots(&self) -> impl Iterator<Item = SlotRef<'_>> {
        let days = self.days().enumerate();
        let places = days.flat_map(|(day_index, (at, phase, week, day))| {
            let sessions = day.sessions.iter();
            let slots =
                sessions.flat_map(|session| session.slots.iter().map(move |s| (session, s)));
            (1..)
                .zip(slots)
                .map(move |(ordinal, (session, slot))| SlotRef {
                    phase,
                    week,
                    day,
                    at,
                    day_index,
                    session,
                    slot,
                    ordinal,
                    index: 0,
                })
        });
        places
            .enumerate()
            .map(|(index, place)| SlotRef { index, ..place })
    }

    /// The entry of the library called `id`.
    pub(crate) fn resource(&self, id: &str) -> Option<&Resource> {
        self.resources.iter().find(|entry| entry.id.as_str() == id)
    }

    /// The weeks in order, with their phases.
    pub(crate) fn weeks(&self) -> impl Iterator<Item = (&Phase, &Week)> {
        let phases = self.phases.iter();
        phases.flat_map(|phase| phase.weeks.iter().map(move |week| (phase, week)))
    }
}

impl Plan {
    /// The plan without what its editor remarks, and without the rest of the source document.
    pub(crate) fn without_editor_notes(mut self) -> Self {
        self.front_matter.clear();
        self.artifacts.clear();
        self.editor_notes.clear();
        self.roadmap.editor_notes.clear();
        for resource in &mut self.resources {
            resource.editor_notes.clear();
        }
        for milestone in &mut self.milestones {
            milestone.editor_notes.clear();
        }
        for phase in &mut self.phases {
            phase.editor_notes.clear();
            for week in &mut phase.weeks {
                week.editor_notes.clear();
                week.days.iter_mut().for_each(Day::clear_editor_notes);
            }
        }
        self
    }
}

impl Day {
    fn clear_editor_notes(&mut self) {
        self.editor_notes.clear();
        for session in &mut self.sessions {
            session.editor_notes.clear();
            for slot in &mut session.slots {
                slot.editor_notes.clear();
            }
        }
    }
}

impl Goal {
    /// Whether a slot is of a week or topic that fulfils the goal.
    pub(crate) fn is_fulfilled_by(&self, place: &SlotRef) -> bool {
        let topic = place.slot.topic.as_ref().map(TopicId::as_str);
        self.by.iter().any(|by| topic == Some(by)) || self.names_week(place.week)
    }

    /// Whether a deliverable of `week` is one that fulfils the goal.
    pub(crate) fn is_fulfilled_by_deliverable(&self, week: &Week, id: &str) -> bool {
        self.by.iter().any(|by| by == id) || self.names_week(week)
    }

    fn names_week(&self, week: &Week) -> bool {
        let number = |by: &String| by.strip_prefix('w')?.parse().ok();
        let mut numbers = self.by.iter().filter_map(number);
        numbers.any(|number: u32| week.number == Some(number))
    }
}

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
            events: Vec::new(),
            reminders: Vec::new(),
            artifacts: Vec::new(),
            notes: Vec::new(),
            editor_notes: Vec::new(),
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
            editor_notes: Vec::new(),
            weeks,
        }
    }
}
