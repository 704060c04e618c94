//! The roadmap with progress: topics in layers, each below all that it comes after.

use std::collections::HashMap;

use petgraph::algo::toposort;
use petgraph::graph::{DiGraph, NodeIndex};

use super::{SlotView, Study, Tally};
use crate::model::Topic;

/// How far a topic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TopicState {
    /// Nothing is left to do, and there was something.
    Done,
    /// Something is done, or its time has come.
    Active,
    /// Nothing is done yet.
    Open,
}

impl TopicState {
    /// Its name in JSON and in drawings.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Active => "active",
            Self::Open => "open",
        }
    }
}

/// A topic with its progress.
#[derive(Debug, Clone)]
pub struct TopicView<'a> {
    /// The topic.
    pub topic: &'a Topic,
    /// Its slots.
    pub tally: Tally,
    /// The weeks of the plan of its first and last slot.
    pub weeks: Option<(u32, u32)>,
    /// How far it is.
    pub state: TopicState,
}

/// A roadmap laid out.
#[derive(Debug, Clone)]
pub struct RoadmapView<'a> {
    /// The topics in the author's order.
    pub topics: Vec<TopicView<'a>>,
    /// Their layers from the top: positions in `topics`. A topic stands in the layer below the
    /// lowest of those it comes after.
    pub layers: Vec<Vec<usize>>,
    /// From each topic to those that come after it, as positions in `topics`.
    pub edges: Vec<(usize, usize)>,
}

/// The roadmap of the plan.
#[must_use]
pub fn roadmap(study: &Study) -> RoadmapView<'_> {
    let slots: Vec<SlotView> = study.slots().collect();
    let topics: Vec<TopicView> = study
        .plan
        .roadmap
        .topics
        .iter()
        .map(|topic| view(topic, &slots))
        .collect();
    let edges = edges(&topics);
    RoadmapView {
        layers: layers(topics.len(), &edges),
        topics,
        edges,
    }
}

fn view<'a>(topic: &'a Topic, slots: &[SlotView<'a>]) -> TopicView<'a> {
    let mine: Vec<&SlotView> = slots
        .iter()
        .filter(|slot| slot.place.slot.topic.as_ref() == Some(&topic.id))
        .collect();
    let tally: Tally = mine.iter().copied().collect();
    let numbers = || mine.iter().filter_map(|slot| slot.place.week.number);
    let state = match tally {
        Tally { slots: 0, .. } => TopicState::Open,
        tally if tally.open() == 0 => TopicState::Done,
        tally if tally.done + tally.skipped > 0 || tally.due > 0 => TopicState::Active,
        _ => TopicState::Open,
    };
    TopicView {
        topic,
        tally,
        weeks: numbers().min().zip(numbers().max()),
        state,
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

/// The layer of each topic is one more than that of the lowest it comes after. Plans with a
/// circle are not read, so there is an order; without one all stand in one layer.
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
    let layer = |wanted| (0..count).filter(|topic| depth[*topic] == wanted).collect();
    (0..deepest).map(layer).collect()
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
