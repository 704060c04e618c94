//! Circles in the order of topics: the entries of an `after` that close one.

use std::collections::HashMap;

use petgraph::algo::{astar, kosaraju_scc};
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::{EdgeFiltered, EdgeRef};

/// Searching a tangle of circles entry by entry costs the square of its entries. Tangles are
/// searched so while the squares add up to no more than this; of each one beyond, one circle is
/// told.
const MOST_STEPS: usize = 4_000_000;
/// A circle of more topics is told by its first and last ones.
const MOST_NAMED: usize = 12;

/// An entry of an `after`: a topic, and one that it comes after.
pub(super) type Entry<'n> = (&'n str, &'n str);

/// An entry that closes a circle.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Circle<'n> {
    /// Its position among the entries.
    pub entry: usize,
    /// The topics from the one that its topic comes after to its topic.
    pub way: Vec<&'n str>,
}

impl Circle<'_> {
    /// The circle in words, back to where it begins.
    pub fn words(&self) -> String {
        let way = &self.way;
        let mut names: Vec<String> = way.iter().map(|id| (*id).to_owned()).collect();
        if way.len() > MOST_NAMED {
            let kept = MOST_NAMED / 2;
            let left_out = kept..way.len() - kept;
            let more = format!("({} more)", left_out.len());
            names.splice(left_out, [more]);
        }
        names.extend(way.first().map(|id| (*id).to_owned()));
        names.join(" -> ")
    }
}

/// From each topic to those that it comes after; an edge knows the position of its entry.
type Web<'n> = DiGraph<&'n str, usize>;
/// The position of an entry, its topic, and the one that it comes after.
type Link = (usize, NodeIndex, NodeIndex);

/// Each entry that closes a circle with entries before it that close none. The entries of a
/// tangle too large for that are not all looked at; one circle of it is found all the same.
pub(super) fn circles<'n>(entries: &[Entry<'n>]) -> Vec<Circle<'n>> {
    let mut web = web(entries);
    let mut group = vec![0; web.node_count()];
    for (number, topics) in kosaraju_scc(&web).iter().enumerate() {
        for topic in topics {
            group[topic.index()] = number;
        }
    }
    // Only an edge between topics that can be reached from each other is part of a circle.
    web.retain_edges(|web, edge| {
        let ends = web.edge_endpoints(edge);
        ends.is_some_and(|(from, to)| group[from.index()] == group[to.index()])
    });
    let mut tangles: HashMap<usize, Vec<Link>> = HashMap::new();
    for edge in web.edge_references() {
        let link = (*edge.weight(), edge.source(), edge.target());
        let number = group[edge.source().index()];
        tangles.entry(number).or_default().push(link);
    }
    let mut tangles: Vec<_> = tangles.into_values().collect();
    for tangle in &mut tangles {
        tangle.sort_unstable();
    }
    tangles.sort_unstable();
    let mut steps = MOST_STEPS;
    let mut kept = vec![false; entries.len()];
    let mut found = Vec::new();
    for tangle in tangles {
        let cost = tangle.len().saturating_mul(tangle.len());
        if let Some(rest) = steps.checked_sub(cost) {
            steps = rest;
            found.extend(every(&web, &tangle, &mut kept));
        } else {
            found.extend(one(&web, &tangle));
        }
    }
    found
}

fn web<'n>(entries: &[Entry<'n>]) -> Web<'n> {
    let mut web = Web::new();
    let mut nodes: HashMap<&str, NodeIndex> = HashMap::new();
    for (position, (topic, before)) in entries.iter().enumerate() {
        let [topic, before] =
            [*topic, *before].map(|id| *nodes.entry(id).or_insert_with(|| web.add_node(id)));
        web.add_edge(topic, before, position);
    }
    web
}

/// Each entry of a tangle that closes a circle with those `kept` before it.
fn every<'n>(web: &Web<'n>, tangle: &[Link], kept: &mut [bool]) -> Vec<Circle<'n>> {
    let mut found = Vec::new();
    for (entry, topic, before) in tangle {
        match way(web, *before, *topic, |entry| kept[entry]) {
            Some(way) => found.push(circle(web, *entry, &way)),
            None => kept[*entry] = true,
        }
    }
    found
}

/// A circle through the first entry of a tangle; the last of its entries closes it.
fn one<'n>(web: &Web<'n>, tangle: &[Link]) -> Option<Circle<'n>> {
    let (first, topic, before) = tangle.first()?;
    let mut way = way(web, *before, *topic, |_| true)?;
    let steps = way.windows(2).enumerate().filter_map(|(at, pair)| {
        let entries = web.edges_connecting(pair[0], pair[1]);
        Some((entries.map(|edge| *edge.weight()).min()?, at + 1))
    });
    let (entry, begin) = steps.chain([(*first, 0)]).max()?;
    way.rotate_left(begin);
    Some(circle(web, entry, &way))
}

/// The shortest way between two topics over the entries that are `open`.
fn way(
    web: &Web,
    from: NodeIndex,
    to: NodeIndex,
    open: impl Fn(usize) -> bool,
) -> Option<Vec<NodeIndex>> {
    let open = EdgeFiltered::from_fn(web, |edge| open(*edge.weight()));
    let found = astar(&open, from, |node| node == to, |_| 1_usize, |_| 0);
    found.map(|(_, way)| way)
}

fn circle<'n>(web: &Web<'n>, entry: usize, way: &[NodeIndex]) -> Circle<'n> {
    Circle {
        entry,
        way: way.iter().map(|node| web[*node]).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The positions of the entries that close a circle, with the circles in words.
    fn told(entries: &[Entry]) -> Vec<(usize, String)> {
        let found = circles(entries);
        found.iter().map(|c| (c.entry, c.words())).collect()
    }

    fn names(count: usize) -> Vec<String> {
        (0..count).map(|number| format!("T{number}")).collect()
    }

    #[test]
    fn an_entry_that_closes_a_circle_is_told_and_closes_no_other() {
        let entries = [
            ("A", "B"),
            ("B", "C"),
            ("C", "A"), // closes A B C
            ("D", "D"), // a circle of its own
            ("D", "A"), // leads into one, and is in none
            ("C", "B"), // closes B C
            ("B", "A"), // none: C comes after neither any more
            ("E", "X"), // there is no X
        ];
        let expected = [
            (2, "A -> B -> C -> A".to_owned()),
            (5, "B -> C -> B".to_owned()),
            (6, "A -> B -> A".to_owned()),
            (3, "D -> D".to_owned()),
        ];
        assert_eq!(told(&entries), expected);
        assert_eq!(told(&[("A", "B"), ("B", "C"), ("A", "C"), ("A", "C")]), []);
        assert_eq!(told(&[]), []);
    }

    #[test]
    fn the_circle_told_is_the_shortest() {
        let entries = [("A", "B"), ("B", "C"), ("C", "D"), ("A", "D"), ("D", "A")];
        assert_eq!(told(&entries), [(4, "A -> D -> A".to_owned())]);
    }

    #[test]
    fn a_chain_of_a_hundred_thousand_has_no_circle_either_way_round() {
        let names = names(100_000);
        let forth: Vec<Entry> = names.windows(2).map(|p| (&*p[0], &*p[1])).collect();
        let back: Vec<Entry> = names.windows(2).map(|p| (&*p[1], &*p[0])).collect();
        assert_eq!(told(&forth), []);
        assert_eq!(told(&back), []);
    }

    #[test]
    fn a_circle_of_a_hundred_thousand_is_told_once_at_its_last_entry() {
        let names = names(100_000);
        let mut entries: Vec<Entry> = names.windows(2).map(|p| (&*p[0], &*p[1])).collect();
        entries.push((&names[99_999], &names[0]));
        let words = "T0 -> T1 -> T2 -> T3 -> T4 -> T5 -> (99988 more) -> T99994 -> T99995 -> \
                     T99996 -> T99997 -> T99998 -> T99999 -> T0";
        assert_eq!(told(&entries), [(99_999, words.to_owned())]);
        // The same where the entry that closes it does not stand first or last in the circle.
        entries.rotate_left(40_000);
        let words = "T40000 -> T40001 -> T40002 -> T40003 -> T40004 -> T40005 -> (99988 more) -> \
                     T39994 -> T39995 -> T39996 -> T39997 -> T39998 -> T39999 -> T40000";
        assert_eq!(told(&entries), [(99_999, words.to_owned())]);
    }

    #[test]
    fn fifty_thousand_circles_of_two_are_all_told() {
        let names = names(100_000);
        let pairs = names.chunks(2);
        let entries: Vec<Entry> = pairs
            .flat_map(|p| [(&*p[0], &*p[1]), (&*p[1], &*p[0])])
            .collect();
        let told = told(&entries);
        assert_eq!(told.len(), 50_000);
        assert_eq!(told[0], (1, "T0 -> T1 -> T0".to_owned()));
        let last = (99_999, "T99998 -> T99999 -> T99998".to_owned());
        assert_eq!(told[49_999], last);
    }
}
