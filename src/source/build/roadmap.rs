//! The roadmap: topics, classes, stages, and whether the topics' order can be kept.

use super::circles::{Entry, circles};
use crate::model::{Class, Roadmap, Stage, Topic, TopicId};
use crate::source::keys::{ROADMAP, STAGE, TOPIC};
use crate::source::table::{Reader, Table, nearest};
use crate::source::{Location, Node, Part, Rule, Value};

const ID_HELP: &str = "a letter, then letters, digits, `-` or `_`, as in `A` or `cnn`";

/// How many topics are named where one is not known.
const MOST_NAMED: usize = 30;

impl Reader<'_> {
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
        self.cycles(&pairs.iter().flat_map(links).collect::<Vec<_>>());
        topics
    }

    fn topic(&mut self, key: &Node, node: &Node) -> Option<Topic> {
        let id = self.parsed(key, TopicId::new, "topic id", ID_HELP);
        if let Some(id) = &id {
            self.locations.note(Part::Topic(id.to_string()), key.at);
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
        let help = self.known_topic(&id);
        let message = format!("no topic `{id}` stands in the roadmap");
        self.note(Rule::UnknownTopic, node.at, message, &help);
        None
    }

    /// What to write instead of a topic that is not known.
    fn known_topic(&self, id: &str) -> String {
        if self.topics.is_empty() || !self.guesses() {
            return "add it to `roadmap: {topics: ...}`".to_owned();
        }
        let mut known: Vec<&str> = self.topics.iter().map(String::as_str).collect();
        known.sort_unstable();
        if let Some(near) = nearest(id, &known) {
            return format!("did you mean `{near}`?");
        }
        let shown = known.len().min(MOST_NAMED);
        let names = known[..shown].join(", ");
        match known.len() - shown {
            0 => format!("known topics: {names}"),
            more => format!("known topics: {names} and {more} more"),
        }
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
    fn cycles(&mut self, entries: &[(&str, &str, Location)]) {
        let links: Vec<Entry> = entries
            .iter()
            .map(|(id, before, _)| (*id, *before))
            .collect();
        for circle in circles(&links) {
            let (id, before, at) = entries[circle.entry];
            let message = format!("the topics go in a circle: {}", circle.words());
            let help = format!("take `{before}` out of the `after` of `{id}`");
            self.note(Rule::Cycle, at, message, &help);
        }
    }
}

/// The entries of a topic's `after`: its id, the other's, and where that stands.
fn links<'n>((key, value): &'n (Node<'n>, Node<'n>)) -> Vec<(&'n str, &'n str, Location)> {
    let (Some(id), Value::Map(pairs)) = (key.scalar(), &value.value) else {
        return Vec::new();
    };
    let after = pairs.iter().find(|(key, _)| key.scalar() == Some("after"));
    let nodes = match after.map(|(_, list)| (list, &list.value)) {
        Some((_, Value::List(items))) => items,
        Some((one, _)) => std::slice::from_ref(one),
        None => &[],
    };
    nodes
        .iter()
        .filter_map(|node| Some((id, node.scalar()?, node.at)))
        .collect()
}
