//! The roadmap: topics, classes, stages, and whether the topics' order can be kept.

use std::collections::{HashMap, HashSet};

use crate::model::{Class, Roadmap, Stage, Topic, TopicId};
use crate::source::keys::{ROADMAP, STAGE, TOPIC};
use crate::source::table::{Reader, Table, nearest};
use crate::source::{Fault, Mark, Node, Part, Value};

const ID_HELP: &str = "a letter, then letters, digits, `-` or `_`, as in `A` or `cnn`";

/// A topic's place, id, and the places of the topics it comes after.
struct Links<'n> {
    id: &'n str,
    after: Vec<(&'n str, Mark)>,
}

impl Reader {
    pub(super) fn roadmap(&mut self, table: &Table) -> Roadmap {
        let Some(table) = table
            .get("roadmap")
            .and_then(|node| self.table(node, "roadmap", ROADMAP))
        else {
            return Roadmap::default();
        };
        let topics = self.topics(&table);
        Roadmap {
            topics,
            classes: self.classes(&table),
            stages: self.each(&table, "stages", Self::stage),
            source: self.text_of(&table, "source"),
            notes: self.notes(&table),
        }
    }

    fn topics(&mut self, table: &Table) -> Vec<Topic> {
        let Some(node) = table.get("topics") else {
            return Vec::new();
        };
        if self.entries(node, "topics by id", &[]).is_none() {
            return Vec::new();
        }
        let Value::Map(pairs) = &node.value else {
            return Vec::new();
        };
        let known = pairs.iter().filter_map(|(key, _)| key.scalar());
        self.topics = known.map(str::to_owned).collect();
        let topics = pairs
            .iter()
            .filter_map(|(key, value)| self.topic(key, value));
        let topics = topics.collect();
        self.cycles(&pairs.iter().filter_map(links).collect::<Vec<_>>());
        topics
    }

    fn topic(&mut self, key: &Node, node: &Node) -> Option<Topic> {
        let id = self.parsed(key, TopicId::new, "topic id", ID_HELP);
        if let Some(id) = &id {
            self.places.note(Part::Topic(id.to_string()), key.at);
        }
        let table = self.table(node, "topic", TOPIC)?;
        Some(Topic {
            title: self.text_of(&table, "title").unwrap_or_default(),
            class: self.text_of(&table, "class"),
            after: self.topic_list(&table, "after"),
            id: id?,
        })
    }

    fn topic_list(&mut self, table: &Table, name: &str) -> Vec<TopicId> {
        match table.get(name) {
            None => Vec::new(),
            Some(node) if node.scalar().is_some() => self.topic_ref(node).into_iter().collect(),
            Some(_) => self.each(table, name, Self::topic_ref),
        }
    }

    /// A topic that must stand in the roadmap.
    pub(super) fn topic_ref(&mut self, node: &Node) -> Option<TopicId> {
        let id = self.text(node)?;
        if self.topics.contains(&id) {
            return TopicId::new(&id);
        }
        let mut known: Vec<&str> = self.topics.iter().map(String::as_str).collect();
        known.sort_unstable();
        let help = match nearest(&id, &known) {
            Some(near) => format!("did you mean `{near}`?"),
            None if known.is_empty() => "add it to `roadmap: {topics: ...}`".to_owned(),
            None => format!("known topics: {}", known.join(", ")),
        };
        let message = format!("no topic `{id}` stands in the roadmap");
        self.note(Fault::UnknownTopic, node.at, message, &help);
        None
    }

    fn classes(&mut self, table: &Table) -> Vec<Class> {
        let Some(node) = table.get("classes") else {
            return Vec::new();
        };
        if self.entries(node, "classes by name", &[]).is_none() {
            return Vec::new();
        }
        let Value::Map(pairs) = &node.value else {
            return Vec::new();
        };
        let class = |(key, value): &(Node, Node)| {
            Some(Class {
                name: key.scalar()?.to_owned(),
                style: self.text(value)?,
            })
        };
        pairs.iter().filter_map(class).collect()
    }

    fn stage(&mut self, node: &Node) -> Option<Stage> {
        let table = self.table(node, "stage", STAGE)?;
        Some(Stage {
            title: self.text_of(&table, "title")?,
            span: self.text_of(&table, "span"),
            topics: self.topic_list(&table, "topics"),
        })
    }

    /// Notes each entry of an `after` that closes a circle: the last one a reader meets.
    fn cycles(&mut self, topics: &[Links]) {
        let stuck = stuck(topics);
        let mut edges: HashMap<&str, Vec<&str>> = HashMap::new();
        for topic in topics.iter().filter(|topic| stuck.contains(topic.id)) {
            for (before, at) in topic
                .after
                .iter()
                .filter(|(before, _)| stuck.contains(before))
            {
                if let Some(path) = path(&edges, before, topic.id) {
                    let circle = path.join(" -> ");
                    let message = format!("the topics go in a circle: {circle} -> {before}");
                    let help = format!("take `{before}` out of the `after` of `{}`", topic.id);
                    self.note(Fault::Cycle, *at, message, &help);
                } else {
                    edges.entry(topic.id).or_default().push(before);
                }
            }
        }
    }
}

/// The topics that can never be reached by taking topics whose needs are met, that is, those in
/// a circle or behind one. At most 1,000 of them: looking for every circle costs the square.
fn stuck<'n>(topics: &[Links<'n>]) -> HashSet<&'n str> {
    let mut needs: HashMap<&str, usize> = topics.iter().map(|t| (t.id, t.after.len())).collect();
    let mut followers: HashMap<&str, Vec<&str>> = HashMap::new();
    for topic in topics {
        for (before, _) in &topic.after {
            followers.entry(before).or_default().push(topic.id);
            if !needs.contains_key(before) {
                // An unknown topic is another fault; it blocks nobody here.
                needs.insert(before, 0);
            }
        }
    }
    let mut free: Vec<&str> = needs
        .iter()
        .filter(|(_, n)| **n == 0)
        .map(|(id, _)| *id)
        .collect();
    while let Some(id) = free.pop() {
        for next in followers.get(id).into_iter().flatten() {
            if let Some(open) = needs.get_mut(next) {
                *open = open.saturating_sub(1);
                if *open == 0 {
                    free.push(next);
                }
            }
        }
    }
    let stuck = topics.iter().map(|topic| topic.id);
    stuck
        .filter(|id| needs.get(id).is_some_and(|n| *n > 0))
        .take(1000)
        .collect()
}

fn links((key, value): &(Node, Node)) -> Option<Links<'_>> {
    let Value::Map(pairs) = &value.value else {
        return None;
    };
    let after = pairs.iter().find(|(key, _)| key.scalar() == Some("after"));
    let nodes: Vec<&Node> = match after.map(|(_, list)| (list, &list.value)) {
        Some((_, Value::List(items))) => items.iter().collect(),
        Some((one, _)) => vec![one],
        None => Vec::new(),
    };
    Some(Links {
        id: key.scalar()?,
        after: nodes
            .iter()
            .filter_map(|n| Some((n.scalar()?, n.at)))
            .collect(),
    })
}

/// The way from one topic to another along `edges`, both ends included.
fn path<'n>(
    edges: &HashMap<&'n str, Vec<&'n str>>,
    from: &'n str,
    to: &'n str,
) -> Option<Vec<&'n str>> {
    let mut came_from: HashMap<&str, &str> = HashMap::new();
    let mut open = vec![from];
    while let Some(last) = open.pop() {
        if last == to {
            let mut way = vec![to];
            while let Some(before) = came_from
                .get(way[way.len() - 1])
                .filter(|_| way[way.len() - 1] != from)
            {
                way.push(before);
            }
            way.reverse();
            return Some(way);
        }
        for next in edges.get(last).into_iter().flatten() {
            if *next != from && !came_from.contains_key(next) {
                came_from.insert(next, last);
                open.push(next);
            }
        }
    }
    None
}
