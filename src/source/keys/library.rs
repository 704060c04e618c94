//! The roadmap, the library, and the labelled lists that refer to them.

use super::forms::{LINK, RESOURCE_ID};
use super::{FIELDS, Key, NOTES, Shape, key, must};

/// `roadmap`.
pub const ROADMAP: &[Key] = &[
    key("topics", Shape::Topics, "id to {title, class, after}"),
    key(
        "classes",
        Shape::MapOf(&Shape::Text),
        "class to its style in the drawing",
    ),
    key(
        "stages",
        Shape::List(&Shape::Part("stage")),
        "time-boxes: {title, span, topics}",
    ),
    key(
        "source",
        Shape::Text,
        "the author's drawing (Mermaid), verbatim",
    ),
    NOTES,
];

/// A topic of the roadmap.
pub const TOPIC: &[Key] = &[
    must("title", Shape::Text, "what it is"),
    key("class", Shape::Text, "the class it is drawn in"),
    key("after", Shape::Words, "the topics that come before it"),
];

/// A stage of the roadmap.
pub const STAGE: &[Key] = &[
    must("title", Shape::Text, "its name"),
    key("span", Shape::Text, "its time, in the author's words"),
    key("topics", Shape::Words, "the topics in it"),
];

/// An entry of the library.
pub const RESOURCE: &[Key] = &[
    must("id", Shape::Digits(RESOURCE_ID, 0), "what slots call it by"),
    must(
        "kind",
        Shape::Kind,
        "course, project, paper, blog, doc, book, video, dataset, model, repo, practice or other",
    ),
    must("title", Shape::Text, "its title in the author's words"),
    key("label", Shape::Text, "the author's label before it"),
    key(
        "group",
        Shape::Words,
        "the headings it stands under in the source, outermost first",
    ),
    key(
        "full_title",
        Shape::Text,
        "its real title, where the author's is not that",
    ),
    key("url", Shape::Form(LINK), "its link as the author gives it"),
    key(
        "status",
        Shape::Status,
        "what is known of the link: ok, moved, renamed, mismatch, wrong, not-found or none",
    ),
    key("suggested_url", Shape::Form(LINK), "a better link"),
    FIELDS,
    NOTES,
];

/// A field written with reserved keys.
pub const FIELD: &[Key] = &[
    key("label", Shape::Text, "the author's label"),
    key(
        "text",
        Shape::Text,
        "what stands behind the label on its line",
    ),
    key(
        "items",
        Shape::List(&Shape::TextOr("item")),
        "the list below it",
    ),
    key(
        "resource",
        Shape::Digits(RESOURCE_ID, 0),
        "the entry of the library that is meant",
    ),
    key(
        "url",
        Shape::Form(LINK),
        "a link, for what is not in the library",
    ),
    key("kind", Shape::Kind, "what kind of resource it is"),
    key("corrected", Shape::Text, "what the words should have been"),
    key("note", Shape::Text, "a remark"),
];

/// An entry of a list, written with reserved keys; else one free key is the author's label.
pub const ITEM: &[Key] = &[
    key("label", Shape::Text, "the author's label"),
    key("text", Shape::Text, "the author's words"),
    key(
        "resource",
        Shape::Digits(RESOURCE_ID, 0),
        "the entry of the library that is meant",
    ),
    key(
        "url",
        Shape::Form(LINK),
        "a link, for what is not in the library",
    ),
    key("kind", Shape::Kind, "what kind of resource it is"),
    key("corrected", Shape::Text, "what the words should have been"),
    key("note", Shape::Text, "a remark"),
];

/// The keys of a field or entry that say more about its words.
pub const SAYS_MORE: [&str; 5] = ["resource", "url", "kind", "corrected", "note"];
