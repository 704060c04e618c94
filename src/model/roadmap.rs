//! The roadmap: topics and their prerequisites.

use serde::{Deserialize, Serialize};

use super::{Note, TopicId};

/// A graph of topics, and the author's drawing of it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Roadmap {
    /// The topics in the author's order.
    pub(crate) topics: Vec<Topic>,
    /// Classes of topics, with the style the author draws them in.
    pub(crate) classes: Vec<Class>,
    /// Time-boxes of topics.
    pub(crate) stages: Vec<Stage>,
    /// The author's drawing (Mermaid), verbatim.
    pub(crate) source: Option<String>,
    pub(crate) notes: Vec<Note>,
}

impl Roadmap {
    /// The topic called `id`.
    pub(crate) fn topic(&self, id: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id.as_str() == id)
    }
}

/// A subject to learn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Topic {
    /// The id that slots refer to.
    pub(crate) id: TopicId,
    pub(crate) title: String,
    /// The class that gives it its style in the drawing.
    pub(crate) class: Option<String>,
    /// The topics that come before it.
    pub(crate) after: Vec<TopicId>,
}

/// A class of topics in the drawing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Class {
    pub(crate) name: String,
    /// Its style, in the syntax of the drawing.
    pub(crate) style: String,
}

/// A time-box of the roadmap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Stage {
    /// Its name.
    pub(crate) title: String,
    /// Its time, in the author's words (1-2周).
    pub(crate) span: Option<String>,
    pub(crate) topics: Vec<TopicId>,
}
