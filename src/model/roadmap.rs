//! The roadmap: topics and their prerequisites.

use serde::{Deserialize, Serialize};

use super::{Note, TopicId};

/// A graph of topics, and the author's drawing of it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Roadmap {
    /// The topics in the author's order.
    pub topics: Vec<Topic>,
    /// Classes of topics, with the style the author draws them in.
    pub classes: Vec<Class>,
    /// Time-boxes of topics.
    pub stages: Vec<Stage>,
    /// The author's drawing (Mermaid), verbatim.
    pub source: Option<String>,
    /// Notes on it.
    pub notes: Vec<Note>,
}

impl Roadmap {
    /// The topic called `id`.
    #[must_use]
    pub fn topic(&self, id: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id.as_str() == id)
    }
}

/// A subject to learn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// The id that slots refer to.
    pub id: TopicId,
    /// Its title.
    pub title: String,
    /// The class that gives it its style in the drawing.
    pub class: Option<String>,
    /// The topics that come before it.
    pub after: Vec<TopicId>,
}

/// A class of topics in the drawing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Class {
    /// Its name.
    pub name: String,
    /// Its style, in the syntax of the drawing.
    pub style: String,
}

/// A time-box of the roadmap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stage {
    /// Its name.
    pub title: String,
    /// Its time, in the author's words (1-2周).
    pub span: Option<String>,
    /// Its topics.
    pub topics: Vec<TopicId>,
}
