//! What to read, watch and use; and the labelled lists of a slot.

use serde::{Deserialize, Serialize};

use super::{Note, ResourceId};

/// An entry of the library.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Resource {
    /// The id that slots refer to.
    pub(crate) id: ResourceId,
    pub(crate) kind: Kind,
    /// Its title in the author's words.
    pub(crate) title: String,
    /// The author's label before the title, such as `CLIP 论文`.
    pub(crate) label: Option<String>,
    /// Its headings in the source document, outermost first.
    pub(crate) group: Vec<String>,
    /// Its real title, where the author's is different.
    pub(crate) full_title: Option<String>,
    /// Its link, normalised.
    pub(crate) url: Option<String>,
    /// The status of the link.
    pub(crate) status: Option<LinkStatus>,
    /// A better link.
    pub(crate) suggested_url: Option<String>,
    /// The author's attributes, by label.
    pub(crate) fields: Vec<Field>,
    pub(crate) notes: Vec<Note>,
    pub(crate) editor_notes: Vec<Note>,
}

/// Kinds of resources.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum Kind {
    /// A course or a lesson of one.
    Course,
    /// A project to build, or its repository.
    Project,
    /// A research paper.
    Paper,
    /// An article or a post.
    Blog,
    /// Reference documentation.
    Doc,
    /// A book or a chapter.
    Book,
    /// A video or a talk.
    Video,
    /// A data set.
    Dataset,
    /// Weights of a trained model.
    Model,
    /// Source code to read or use.
    Repo,
    /// An exercise listed among the resources.
    Practice,
    /// Anything else.
    Other,
}

impl Kind {
    /// Every kind with its name in plan files and JSON.
    pub(crate) const NAMES: [(Self, &'static str); 12] = [
        (Self::Course, "course"),
        (Self::Project, "project"),
        (Self::Paper, "paper"),
        (Self::Blog, "blog"),
        (Self::Doc, "doc"),
        (Self::Book, "book"),
        (Self::Video, "video"),
        (Self::Dataset, "dataset"),
        (Self::Model, "model"),
        (Self::Repo, "repo"),
        (Self::Practice, "practice"),
        (Self::Other, "other"),
    ];

    /// Its name in plan files and JSON.
    pub(crate) fn name(self) -> &'static str {
        name_of(&Self::NAMES, &self)
    }

    /// The kind that an author's label names, in Chinese or English.
    pub(crate) fn from_label(label: &str) -> Option<Self> {
        Some(match label.to_lowercase().as_str() {
            "课程" | "course" | "lesson" => Self::Course,
            "项目" | "project" => Self::Project,
            "论文" | "paper" => Self::Paper,
            "博客" | "blog" | "article" | "post" => Self::Blog,
            "文档" | "doc" | "docs" | "documentation" => Self::Doc,
            "书" | "书籍" | "教材" | "book" => Self::Book,
            "视频" | "video" | "talk" => Self::Video,
            "实践" | "练习" | "practice" | "exercise" => Self::Practice,
            _ => return None,
        })
    }
}

/// The status of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) enum LinkStatus {
    /// It leads to the resource.
    Ok,
    /// It leads to the resource, whose address has changed.
    Moved,
    /// It leads to the resource, whose name has changed.
    Renamed,
    /// It leads to a different subject.
    Mismatch,
    /// It leads to something else.
    Wrong,
    /// Its target was not found.
    NotFound,
    /// The author gives no link.
    None,
}

impl LinkStatus {
    /// Whether the link is known not to lead to the resource.
    pub(crate) fn is_bad(self) -> bool {
        matches!(self, Self::Wrong | Self::Mismatch | Self::NotFound)
    }

    /// Every status with its name in plan files and JSON.
    pub(crate) const NAMES: [(Self, &'static str); 7] = [
        (Self::Ok, "ok"),
        (Self::Moved, "moved"),
        (Self::Renamed, "renamed"),
        (Self::Mismatch, "mismatch"),
        (Self::Wrong, "wrong"),
        (Self::NotFound, "not-found"),
        (Self::None, "none"),
    ];

    /// Its name in plan files and JSON.
    pub(crate) fn name(self) -> &'static str {
        name_of(&Self::NAMES, &self)
    }
}

fn name_of<T: PartialEq>(names: &[(T, &'static str)], value: &T) -> &'static str {
    names
        .iter()
        .find(|(known, _)| known == value)
        .map_or("", |(_, name)| name)
}

/// A labelled part of a slot: `label：value`, or a label over a list. A field without a label
/// is a bare list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Field {
    /// The author's label, verbatim.
    pub(crate) label: Option<String>,
    /// The text after the label, on its line.
    pub(crate) value: Option<Box<Item>>,
    /// The list below it.
    pub(crate) items: Vec<Item>,
}

/// One entry of a list: a text, perhaps labelled, perhaps a link.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(crate) struct Item {
    /// The author's label before it (课程), verbatim.
    pub(crate) label: Option<String>,
    /// The author's text; empty to use the title of `resource`.
    pub(crate) text: String,
    /// The entry of the library it refers to.
    pub(crate) resource: Option<ResourceId>,
    /// A link to something that is not in the library.
    pub(crate) url: Option<String>,
    /// Its kind, where the label does not say it.
    pub(crate) kind: Option<Kind>,
    /// The text as it should have been.
    pub(crate) corrected: Option<String>,
    pub(crate) note: Option<String>,
}

impl Item {
    /// An entry that is only text.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }
}

impl Field {
    /// Whether it lists what comes out of a slot rather than what to do, by its label.
    pub(crate) fn is_result(&self) -> bool {
        const LABELS: [&str; 3] = ["输出", "output", "outputs"];
        let label = self.label.as_ref();
        label.is_some_and(|label| LABELS.contains(&label.to_lowercase().as_str()))
    }

    /// Whether it lists what to read rather than what to do, by its label, or because one of its
    /// entries has a link or refers to the library.
    pub(crate) fn is_reading(&self) -> bool {
        const LABELS: [&str; 6] = [
            "学习资源",
            "论文列表",
            "资源",
            "resources",
            "reading",
            "read",
        ];
        let by_label = self
            .label
            .as_ref()
            .is_some_and(|label| LABELS.contains(&label.to_lowercase().as_str()));
        let linked = |item: &Item| item.resource.is_some() || item.url.is_some();
        by_label || self.entries().any(linked)
    }

    /// Its value and its items, in the order they are written.
    pub(crate) fn entries(&self) -> impl Iterator<Item = &Item> {
        self.value.as_deref().into_iter().chain(&self.items)
    }
}
