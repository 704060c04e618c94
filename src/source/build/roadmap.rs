//! The roadmap: topics, classes, stages, and whether the topics' order can be kept.

use std::collections::HashSet;

use petgraph::algo::{astar, kosaraju_scc};
use petgraph::graphmap::DiGraphMap;

use crate::model::{Class, Roadmap, Stage, Topic, TopicId};
use crate::source::keys::nearest;
use crate::source::reader::{Pair, Reader, Table};
use crate::source::{Node, Part, Rule, lookalike};
use crate::text::source::{Form, KeyProblem, Level, StructureProblem};

/// How many of the known topics are listed for one that is not known.
const MOST_LISTED: usize = 30;

impl Reader {
    pub(super) fn roadmap(&mut self, table: &Table) -> Roadmap {
        let node = table.get("roadmap");
        let Some(table) = node.and_then(|node| self.table(node, Level::Roadmap)) else {
            return Roadmap::default();
        };
        Roadmap {
            topics: self.topics(&table),
            classes: self.classes(&table),
            stages: self.each(&table, "stages", Self::stage),
            source: self.text_of(&table, "source"),
            notes: self.notes(&table, "notes"),
            editor_notes: self.notes(&table, "editor_notes"),
        }
    }

    fn topics(&mut self, table: &Table) -> Vec<Topic> {
        let pairs = self.map_of(table, "topics");
        self.topics = pairs.iter().map(|pair| pair.key.to_owned()).collect();
        let topics = pairs.iter().filter_map(|pair| self.topic(pair));
        let topics = topics.collect();
        self.cycles();
        topics
    }

    fn topic(&mut self, pair: &Pair) -> Option<Topic> {
        let id = TopicId::new(pair.key);
        if id.is_some() {
            let part = Part::Topic(pair.key.to_owned());
            self.locations.insert(part, pair.at);
        } else {
            let lookalike = lookalike::replaced(pair.key);
            let problem = KeyProblem::Invalid {
                form: Form::TopicId,
                text: pair.key.to_owned(),
                lookalike: lookalike.filter(|other| TopicId::new(&other.written).is_some()),
            };
            self.note(Rule::BadValue, pair.at, problem);
        }
        let table = self.table(pair.value, Level::Topic)?;
        let after = table.one_or_more("after").iter();
        let after = after.filter_map(|node| Some((node.scalar()?.to_owned(), node.at)));
        let dependencies = after.map(|(before, at)| (pair.key.to_owned(), before, at));
        self.dependencies.extend(dependencies);
        Some(Topic {
            title: self.line_of(&table, "title").unwrap_or_default(),
            class: self.line_of(&table, "class"),
            after: self.topic_list(&table, "after"),
            id: id?,
        })
    }

    fn topic_list(&mut self, table: &Table, key: &str) -> Vec<TopicId> {
        let nodes = table.one_or_more(key).iter();
        nodes
            .filter_map(|node| self.topic_ref(node, true))
            .collect()
    }

    /// A topic that must be in the roadmap: one of several, or the only one.
    pub(super) fn topic_ref(&mut self, node: &Node, is_in_list: bool) -> Option<TopicId> {
        let id = self.text(node)?;
        if self.topics.contains(&id) {
            return TopicId::new(&id);
        }
        let is_known = |name: &str| is_in_list && self.topics.contains(name);
        let several = several(&id, is_known);
        let problem = self.unknown_topic(id, several);
        self.note(Rule::UnknownTopic, node.at, problem);
        None
    }

    fn unknown_topic(&self, id: String, several: Vec<String>) -> StructureProblem {
        let known = self.suggestions(&self.topics);
        StructureProblem::UnknownTopic {
            nearest: nearest(&id, &known).map(str::to_owned),
            more: known.len().saturating_sub(MOST_LISTED),
            known: known
                .iter()
                .take(MOST_LISTED)
                .map(|id| (*id).to_owned())
                .collect(),
            several,
            id,
        }
    }

    fn classes(&mut self, table: &Table) -> Vec<Class> {
        let pairs = self.map_of(table, "classes").into_iter();
        let class = |pair: Pair| {
            Some(Class {
                name: pair.key.to_owned(),
                style: self.text(pair.value)?,
            })
        };
        pairs.filter_map(class).collect()
    }

    fn stage(&mut self, node: &Node) -> Option<Stage> {
        let table = self.table(node, Level::Stage)?;
        Some(Stage {
            title: self.line_of(&table, "title")?,
            span: self.line_of(&table, "span"),
            topics: self.topic_list(&table, "topics"),
        })
    }

    fn cycles(&mut self) {
        let dependencies = std::mem::take(&mut self.dependencies);
        let links = dependencies.iter();
        let links: Vec<_> = links
            .map(|(topic, before, _)| (&**topic, &**before))
            .collect();
        for cycle in cycles(&links) {
            let at = dependencies[cycle.dependency].2;
            let topics = cycle.topics.into_iter().map(str::to_owned).collect();
            self.note(Rule::Cycle, at, StructureProblem::Cycle { topics });
        }
    }
}

/// The names in a text such as `A, B`, if all of them are known.
pub(super) fn several(text: &str, is_known: impl Fn(&str) -> bool) -> Vec<String> {
    let names = text.split([',', ';', '，', '、', '；', ' ']).map(str::trim);
    let names: Vec<String> = names
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect();
    if names.iter().all(|name| is_known(name)) {
        names
    } else {
        Vec::new()
    }
}

/// A cycle of topics.
#[derive(Debug, PartialEq, Eq)]
struct Cycle<'n> {
    /// The index of the dependency that closes it.
    dependency: usize,
    /// Each topic comes after the next one, and the last after the first: by that dependency.
    topics: Vec<&'n str>,
}

/// One cycle of each group of topics that depend on each other, in the order of the dependencies
/// that close them. A dependency is a topic and one that it comes after.
///
/// The groups are the strongly connected components of the graph, found by Kosaraju's algorithm:
/// petgraph's version of Tarjan's recurses, and overflows the stack on a long chain of topics. The
/// cycle is the shortest one that contains the last dependency within the group.
fn cycles<'n>(dependencies: &[(&'n str, &'n str)]) -> Vec<Cycle<'n>> {
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
