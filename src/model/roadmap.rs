//! The roadmap: topics and what each needs first.

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
    /// Remarks on it.
    pub notes: Vec<Note>,
}

impl Roadmap {
    /// The topic called `id`.
    #[must_use]
    pub fn topic(&self, id: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id.as_str() == id)
    }
}

/// Something to be learnt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// What slots call it by.
    pub id: TopicId,
    /// What it is.
    pub title: String,
    /// The class it is drawn in.
    pub class: Option<String>,
    /// The topics that come before it.
    pub after: Vec<TopicId>,
}

/// A class of topics in the drawing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Class {
    /// Its name.
    pub name: String,
    /// Its style, in the words of the drawing.
    pub style: String,
}

/// A time-box of the roadmap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stage {
    /// Its name.
    pub title: String,
    /// Its time, in the author's words (1-2周).
    pub span: Option<String>,
    /// What belongs in it.
    pub topics: Vec<TopicId>,
}
