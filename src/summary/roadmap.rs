//! The roadmap with progress: topics in layers, each below all topics it depends on.

use std::collections::HashMap;

use petgraph::algo::toposort;
use petgraph::graph::{DiGraph, NodeIndex};

use super::{SlotView, Study, TopicView, topics};

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
