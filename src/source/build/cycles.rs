//! Cycles in the dependencies of topics.

use std::collections::{BTreeMap, HashMap};

use petgraph::algo::{astar, kosaraju_scc};
use petgraph::graph::DiGraph;
use petgraph::visit::EdgeRef;

/// A cycle of topics.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Cycle<'n> {
    /// The index of the dependency that closes it.
    pub(crate) dependency: usize,
    /// Each topic comes after the next one, and the last after the first: by that dependency.
    pub(crate) topics: Vec<&'n str>,
}

/// One cycle of each group of topics that depend on each other, in the order of the dependencies
/// that close them. A dependency is a topic and one that it comes after.
///
/// The groups are the strongly connected components of the graph, found by Kosaraju's algorithm:
/// petgraph's version of Tarjan's recurses, and overflows the stack on a long chain of topics. The
/// cycle is the shortest one that contains the last dependency within the group.
pub(super) fn cycles<'n>(dependencies: &[(&'n str, &'n str)]) -> Vec<Cycle<'n>> {
    let mut graph = DiGraph::new();
    let mut nodes = HashMap::new();
    for (index, (topic, before)) in dependencies.iter().enumerate() {
        let [topic, before] =
            [*topic, *before].map(|id| *nodes.entry(id).or_insert_with(|| graph.add_node(id)));
        graph.add_edge(topic, before, index);
    }
    let mut group = vec![0; graph.node_count()];
    for (number, topics) in kosaraju_scc(&graph).iter().enumerate() {
        for topic in topics {
            group[topic.index()] = number;
        }
    }
    // Any other edge is part of no cycle.
    graph.retain_edges(|graph, edge| {
        let ends = graph.edge_endpoints(edge);
        ends.is_some_and(|(from, to)| group[from.index()] == group[to.index()])
    });
    let mut last = BTreeMap::new();
    for edge in graph.edge_references() {
        let entry = last.entry(group[edge.source().index()]).or_insert(edge);
        if entry.weight() < edge.weight() {
            *entry = edge;
        }
    }
    let mut found: Vec<Cycle> = last
        .into_values()
        .filter_map(|edge| {
            let is_end = |node| node == edge.source();
            let (_, path) = astar(&graph, edge.target(), is_end, |_| 1, |_| 0)?;
            Some(Cycle {
                dependency: *edge.weight(),
                topics: path.into_iter().map(|node| graph[node]).collect(),
            })
        })
        .collect();
    found.sort_unstable_by_key(|cycle| cycle.dependency);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(dependencies: &[(&str, &str)]) -> Vec<(usize, String)> {
        let found = cycles(dependencies).into_iter();
        let found = found.map(|cycle| (cycle.dependency, cycle.topics.join(" ")));
        found.collect()
    }

    fn names(count: usize) -> Vec<String> {
        (0..count).map(|number| format!("T{number}")).collect()
    }

    #[test]
    fn topics_that_depend_on_each_other_are_one_cycle() {
        let dependencies = [
            ("A", "B"),
            ("B", "C"),
            ("C", "A"), // closes A B C
            ("D", "D"), // a cycle of its own
            ("D", "A"), // leads to a cycle and is in none
            ("E", "X"), // there is no X
        ];
        let expected = [(2, "A B C".to_owned()), (3, "D".to_owned())];
        assert_eq!(found(&dependencies), expected);
        assert_eq!(found(&[("A", "B"), ("B", "C"), ("A", "C"), ("A", "C")]), []);
        assert_eq!(found(&[]), []);
    }

    #[test]
    fn the_last_dependency_closes_the_shortest_cycle_with_it() {
        let dependencies = [("A", "B"), ("B", "C"), ("C", "D"), ("A", "D"), ("D", "A")];
        assert_eq!(found(&dependencies), [(4, "A D".to_owned())]);
    }

    #[test]
    fn a_long_chain_has_no_cycle_either_way_round() {
        let names = names(10_000);
        let forth: Vec<_> = names.windows(2).map(|p| (&*p[0], &*p[1])).collect();
        let back: Vec<_> = names.windows(2).map(|p| (&*p[1], &*p[0])).collect();
        assert_eq!(found(&forth), []);
        assert_eq!(found(&back), []);
    }

    #[test]
    fn a_long_cycle_is_found_once_at_its_last_dependency() {
        let names = names(10_000);
        let mut dependencies: Vec<_> = names.windows(2).map(|p| (&*p[0], &*p[1])).collect();
        dependencies.push((&names[9_999], &names[0]));
        assert_eq!(found(&dependencies), [(9_999, names.join(" "))]);
        // The same where the one that closes it is in the middle of the cycle.
        dependencies.rotate_left(4_000);
        let mut rotated = names.clone();
        rotated.rotate_left(4_000);
        assert_eq!(found(&dependencies), [(9_999, rotated.join(" "))]);
    }

    #[test]
    fn many_small_cycles_are_all_found() {
        let names = names(10_000);
        let pairs = names.chunks(2);
        let dependencies: Vec<_> = pairs
            .flat_map(|p| [(&*p[0], &*p[1]), (&*p[1], &*p[0])])
            .collect();
        let found = found(&dependencies);
        assert_eq!(found.len(), 5_000);
        assert_eq!(found[0], (1, "T0 T1".to_owned()));
        assert_eq!(found[4_999], (9_999, "T9998 T9999".to_owned()));
    }
}
