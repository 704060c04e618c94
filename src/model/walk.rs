//! Iterating over a plan: days, weeks and slots with the levels around them.

use super::{Day, Goal, Phase, Plan, Resource, Session, Slot, TopicId, Week};

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

impl Goal {
    /// Whether a slot is of a week or topic that fulfils the goal.
    pub(crate) fn is_fulfilled_by(&self, place: &SlotRef) -> bool {
        let topic = place.slot.topic.as_ref().map(TopicId::as_str);
        let is_week = |by: &str| {
            let number = by.strip_prefix('w').and_then(|number| number.parse().ok());
            number.is_some() && number == place.week.number
        };
        self.by.iter().any(|by| topic == Some(by) || is_week(by))
    }
}
