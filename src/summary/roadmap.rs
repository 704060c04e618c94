//! Topics with their progress, and the roadmap: topics in layers, each below all it depends on.

use std::collections::HashMap;

use petgraph::algo::toposort;
use petgraph::graph::{DiGraph, NodeIndex};

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

/// A roadmap laid out.
#[derive(Debug, Clone)]
pub(crate) struct RoadmapView<'a> {
    /// The topics in the author's order.
    pub(crate) topics: Vec<TopicView<'a>>,
    /// Their layers from the top, as positions in `topics`.
    pub(crate) layers: Vec<Vec<usize>>,
    /// From each topic to those that depend on it, as positions in `topics`.
    pub(crate) edges: Vec<(usize, usize)>,
}

/// The roadmap of the plan.
pub(crate) fn roadmap(study: &Study) -> RoadmapView<'_> {
    let slots: Vec<SlotView> = study.slots().collect();
    let topics = topics(study, &slots);
    let edges = edges(&topics);
    RoadmapView {
        layers: layers(topics.len(), &edges),
        topics,
        edges,
    }
}

fn edges(topics: &[TopicView]) -> Vec<(usize, usize)> {
    let positions: HashMap<&str, usize> = topics
        .iter()
        .enumerate()
        .map(|(i, view)| (view.topic.id.as_str(), i))
        .collect();
    let after = topics.iter().enumerate().flat_map(|(to, view)| {
        let positions = &positions;
        let before = view.topic.after.iter();
        before.filter_map(move |id| Some((*positions.get(id.as_str())?, to)))
    });
    after.collect()
}

/// Layers by the longest path, as in the first step of Sugiyama's method (1981): a topic is one layer
/// below the lowest topic it depends on. Plans with a cycle are refused, so there is an order.
fn layers(count: usize, edges: &[(usize, usize)]) -> Vec<Vec<usize>> {
    let mut graph = DiGraph::<(), ()>::with_capacity(count, edges.len());
    let nodes: Vec<NodeIndex> = (0..count).map(|_| graph.add_node(())).collect();
    for (from, to) in edges {
        graph.add_edge(nodes[*from], nodes[*to], ());
    }
    let mut depth = vec![0; count];
    for node in toposort(&graph, None).unwrap_or_default() {
        for next in graph.neighbors(node) {
            depth[next.index()] = depth[next.index()].max(depth[node.index()] + 1);
        }
    }
    let deepest = depth.iter().max().map_or(0, |deepest| deepest + 1);
    let mut layers = vec![Vec::new(); deepest];
    for (topic, depth) in depth.into_iter().enumerate() {
        layers[depth].push(topic);
    }
    layers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_topic_stands_below_the_lowest_of_those_it_comes_after() {
        // 0 -> 1 -> 3, 0 -> 2, 0 -> 3: the long way decides.
        let edges = [(0, 1), (1, 3), (0, 2), (0, 3)];
        assert_eq!(layers(4, &edges), [vec![0], vec![1, 2], vec![3]]);
        assert_eq!(layers(0, &[]), Vec::<Vec<usize>>::new());
    }
}
