//! Cycles in the dependencies of topics.

use std::collections::HashSet;

use petgraph::algo::{astar, kosaraju_scc};
use petgraph::graphmap::DiGraphMap;

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
    let numbered = (0..).zip(dependencies);
    let graph: DiGraphMap<&str, usize> = numbered
        .map(|(index, (topic, before))| (*topic, *before, index))
        .collect();
    let mut found: Vec<Cycle> = kosaraju_scc(&graph)
        .iter()
        .filter_map(|group| {
            let group: HashSet<&str> = group.iter().copied().collect();
            let edges = group.iter().flat_map(|topic| graph.edges(topic));
            let within = edges.filter(|(_, before, _)| group.contains(before));
            let (topic, before, dependency) = within.max_by_key(|(_, _, index)| **index)?;
            let (_, topics) = astar(&graph, before, |end| end == topic, |_| 1, |_| 0)?;
            let dependency = *dependency;
            Some(Cycle { dependency, topics })
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
