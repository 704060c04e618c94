//! The roadmap: topics, classes, stages, and whether the topics' order can be kept.

use super::cycles::cycles;
use crate::model::{Class, Roadmap, Stage, Topic, TopicId};
use crate::source::reader::{Pair, Reader, Table, nearest};
use crate::source::{Node, Part, Rule};
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
            notes: self.notes(&table),
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
            let (form, text) = (Form::TopicId, pair.key.to_owned());
            let problem = KeyProblem::Invalid { form, text };
            self.note(Rule::BadValue, pair.at, problem);
        }
        let table = self.table(pair.value, Level::Topic)?;
        let after = table.one_or_more("after").iter();
        let after = after.filter_map(|node| Some((node.scalar()?.to_owned(), node.at)));
        let dependencies = after.map(|(before, at)| (pair.key.to_owned(), before, at));
        self.dependencies.extend(dependencies);
        Some(Topic {
            title: self.text_of(&table, "title").unwrap_or_default(),
            class: self.text_of(&table, "class"),
            after: self.topic_list(&table, "after"),
            id: id?,
        })
    }

    fn topic_list(&mut self, table: &Table, key: &str) -> Vec<TopicId> {
        let nodes = table.one_or_more(key).iter();
        nodes.filter_map(|node| self.topic_ref(node)).collect()
    }

    /// A topic that must be in the roadmap.
    pub(super) fn topic_ref(&mut self, node: &Node) -> Option<TopicId> {
        let id = self.text(node)?;
        if self.topics.contains(&id) {
            return TopicId::new(&id);
        }
        let problem = self.unknown_topic(id);
        self.note(Rule::UnknownTopic, node.at, problem);
        None
    }

    fn unknown_topic(&self, id: String) -> StructureProblem {
        let known = self.suggestions(&self.topics);
        StructureProblem::UnknownTopic {
            nearest: nearest(&id, &known).map(str::to_owned),
            more: known.len().saturating_sub(MOST_LISTED),
            known: known
                .iter()
                .take(MOST_LISTED)
                .map(|id| (*id).to_owned())
                .collect(),
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
            title: self.text_of(&table, "title")?,
            span: self.text_of(&table, "span"),
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
