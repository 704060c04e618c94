//! Mermaid's flowcharts as roadmaps.

use std::collections::BTreeMap;

use super::arrows::{named, split_arrows, split_outside};
use super::mermaid::chart;
use super::node::Node;
use crate::model::{Class, Roadmap, Stage, Topic, TopicId};

/// A flowchart as a roadmap; `None` if the block is none.
pub(super) fn flowchart(node: &Node) -> Option<Roadmap> {
    let chart = chart(node, &["graph", "flowchart"])?;
    let mut flow = Flow::default();
    for line in chart.lines().skip(1) {
        flow.line(line.trim().trim_end_matches(';'));
    }
    let mut roadmap = flow.roadmap();
    roadmap.source = Some(format!("{}\n", chart.trim_end()));
    (!roadmap.topics.is_empty()).then_some(roadmap)
}

#[derive(Default)]
struct Flow {
    /// Nodes by the author's names, in order, with their titles.
    nodes: Vec<(String, Option<String>)>,
    edges: Vec<(String, String)>,
    classes: Vec<Class>,
    class_of: BTreeMap<String, String>,
    stages: Vec<(String, Option<String>, Vec<String>)>,
    open: Vec<usize>,
}

impl Flow {
    fn line(&mut self, line: &str) {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        match word {
            "" | "graph" | "flowchart" | "direction" | "style" | "linkStyle" | "click" => {}
            _ if word.starts_with("%%") => {}
            "classDef" => {
                if let Some((name, style)) = rest.split_once(' ') {
                    let (name, style) = (name.to_owned(), style.trim().to_owned());
                    self.classes.push(Class { name, style });
                }
            }
            "class" => {
                if let Some((ids, class)) = rest.rsplit_once(' ') {
                    for id in ids.split(',') {
                        self.class_of
                            .insert(id.trim().to_owned(), class.trim().to_owned());
                    }
                }
            }
            "subgraph" => {
                let (name, title) = named(rest.trim());
                self.stages.push((name, title, Vec::new()));
                self.open.push(self.stages.len() - 1);
            }
            "end" => {
                self.open.pop();
            }
            _ => self.chain(line),
        }
    }

    /// `A --> B & C --> D`: every node of a group leads to every one of the next.
    fn chain(&mut self, line: &str) {
        let mut before: Vec<String> = Vec::new();
        for part in split_arrows(line) {
            let mut group = Vec::new();
            for node in split_outside(&part, '&') {
                let (id, title) = named(node.trim());
                if id.is_empty() {
                    continue;
                }
                self.node(&id, title);
                group.push(id);
            }
            for from in &before {
                self.edges
                    .extend(group.iter().map(|to| (from.clone(), to.clone())));
            }
            before = group;
        }
    }

    fn node(&mut self, id: &str, title: Option<String>) {
        if let Some((bare, class)) = id.split_once(":::") {
            self.class_of.insert(bare.to_owned(), class.to_owned());
        }
        match self.nodes.iter_mut().find(|(known, _)| known == id) {
            Some((_, known)) => *known = title.or(known.take()),
            None => self.nodes.push((id.to_owned(), title)),
        }
        if let Some(stage) = self.open.last() {
            let topics = &mut self.stages[*stage].2;
            if !topics.iter().any(|known| known == id) {
                topics.push(id.to_owned());
            }
        }
    }

    fn roadmap(self) -> Roadmap {
        let ids: BTreeMap<&str, TopicId> = (1..)
            .zip(&self.nodes)
            .filter_map(|(number, (name, _))| {
                let id = TopicId::new(name).or_else(|| TopicId::new(&format!("t{number}")))?;
                Some((name.as_str(), id))
            })
            .collect();
        let known = |name: &String| ids.get(name.as_str()).cloned();
        let mut after: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (from, to) in &self.edges {
            let is_new = !after
                .get(to.as_str())
                .is_some_and(|all| all.contains(&from.as_str()));
            if from != to && is_new && !leads(&after, to, from) {
                after.entry(to).or_default().push(from);
            }
        }
        let topics = self.nodes.iter().filter_map(|(name, title)| {
            let class = self
                .class_of
                .get(name)
                .filter(|class| self.classes.iter().any(|known| known.name == **class));
            let before = after.get(name.as_str()).into_iter().flatten();
            Some(Topic {
                id: known(name)?,
                title: title.clone().unwrap_or_else(|| name.clone()),
                class: class.cloned(),
                after: before.filter_map(|name| ids.get(name).cloned()).collect(),
            })
        });
        let stages = self
            .stages
            .iter()
            .filter(|(_, _, topics)| !topics.is_empty());
        let stages = stages.map(|(name, span, topics)| Stage {
            title: name.clone(),
            span: span.clone(),
            topics: topics.iter().filter_map(known).collect(),
        });
        Roadmap {
            topics: topics.collect(),
            stages: stages.collect(),
            classes: self.classes.clone(),
            ..Roadmap::default()
        }
    }
}

/// Whether `from` comes, through others, before `to`: then an edge back would close a circle.
fn leads(after: &BTreeMap<&str, Vec<&str>>, from: &str, to: &str) -> bool {
    let mut open = vec![to];
    let mut seen = Vec::new();
    while let Some(next) = open.pop() {
        if next == from {
            return true;
        }
        if !seen.contains(&next) {
            seen.push(next);
            open.extend(after.get(next).into_iter().flatten().copied());
        }
    }
    false
}
