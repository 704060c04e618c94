//! Which slots an event covers.

use std::collections::HashSet;

use super::{Cover, FixedEvent, Plan, SlotRef, TopicId};

impl Cover {
    /// Whether a slot is one of them.
    pub(crate) fn contains(&self, place: &SlotRef) -> bool {
        match self {
            Self::Weeks(first, last) => {
                // Slots that the learner adds are in a week by their dates only.
                let number = place.week.number.filter(|_| !place.day.is_added());
                number.is_some_and(|number| (*first..=*last).contains(&number))
            }
            Self::Named(id) => {
                place.slot.topic.as_ref().map(TopicId::as_str) == Some(id)
                    || place.slot.id.as_str() == id
            }
        }
    }
}

impl FixedEvent {
    /// Whether a slot has to be done before it.
    pub(crate) fn covers(&self, place: &SlotRef) -> bool {
        self.covers.iter().any(|cover| cover.contains(place))
    }
}

/// What of a plan an event can cover.
pub(crate) struct Coverable<'p> {
    weeks: HashSet<u32>,
    ids: HashSet<&'p str>,
}

impl<'p> Coverable<'p> {
    pub(crate) fn of(plan: &'p Plan) -> Self {
        let weeks = plan.weeks().filter_map(|(_, week)| week.number);
        let slots = plan.slots().map(|place| place.slot.id.as_str());
        let topics = plan.roadmap.topics.iter().map(|topic| topic.id.as_str());
        Self {
            weeks: weeks.collect(),
            ids: slots.chain(topics).collect(),
        }
    }

    /// Whether the plan has the first and the last week, or the topic or slot.
    pub(crate) fn has(&self, cover: &Cover) -> bool {
        match cover {
            Cover::Weeks(first, last) => [first, last].iter().all(|week| self.weeks.contains(week)),
            Cover::Named(id) => self.ids.contains(id.as_str()),
        }
    }
}
