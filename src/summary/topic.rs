//! Topics with their progress.

use std::collections::HashMap;

use super::{SlotView, Study, Tally};
use crate::model::Topic;

/// The state of a topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TopicState {
    /// It has slots, and all are done or skipped.
    Done,
    /// Something is done, skipped or due.
    Active,
    /// Nothing is done yet.
    Open,
}

impl TopicState {
    /// Its name in JSON and in graphs.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Active => "active",
            Self::Open => "open",
        }
    }

    fn of(tally: Tally) -> Self {
        match tally {
            Tally { slots: 0, .. } => Self::Open,
            tally if tally.open() == 0 => Self::Done,
            tally if tally.done + tally.skipped > 0 || tally.due > 0 => Self::Active,
            _ => Self::Open,
        }
    }
}

/// A topic with its progress.
#[derive(Debug, Clone)]
pub(crate) struct TopicView<'a> {
    pub(crate) topic: &'a Topic,
    /// Its slots in the order of the plan.
    pub(crate) slots: Vec<SlotView<'a>>,
    pub(crate) tally: Tally,
    /// The plan's first and last week with one of its slots.
    pub(crate) weeks: Option<(u32, u32)>,
    pub(crate) state: TopicState,
}

/// Every topic of the roadmap in the author's order, with its slots among `slots`.
pub(crate) fn topics<'a>(study: &'a Study, slots: &[SlotView<'a>]) -> Vec<TopicView<'a>> {
    let mut of_topic: HashMap<&str, Vec<SlotView>> = HashMap::new();
    for slot in slots {
        if let Some(id) = &slot.place.slot.topic {
            of_topic.entry(id.as_str()).or_default().push(*slot);
        }
    }
    let topics = study.plan.roadmap.topics.iter();
    topics
        .map(|topic| {
            view(
                topic,
                of_topic.remove(topic.id.as_str()).unwrap_or_default(),
            )
        })
        .collect()
}

/// The topic at `index` of the roadmap's.
pub(crate) fn topic(study: &Study, index: usize) -> Option<TopicView<'_>> {
    let topic = study.plan.roadmap.topics.get(index)?;
    let of_topic = |slot: &SlotView| slot.place.slot.topic.as_ref() == Some(&topic.id);
    Some(view(topic, study.slots().filter(of_topic).collect()))
}

fn view<'a>(topic: &'a Topic, slots: Vec<SlotView<'a>>) -> TopicView<'a> {
    let tally: Tally = slots.iter().collect();
    let numbers = || slots.iter().filter_map(|slot| slot.place.week.number);
    TopicView {
        topic,
        tally,
        weeks: numbers().min().zip(numbers().max()),
        state: TopicState::of(tally),
        slots,
    }
}
