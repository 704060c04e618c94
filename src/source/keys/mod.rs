//! The keys of a plan file, level by level: parser, messages and schema share this list.

mod advice;
mod levels;

pub(crate) use advice::{advice, nearest};
use levels::{
    ALLOW, BUDGET, DAY, DELIVERABLE, EVENT, FIELD, GOAL, ITEM, MILESTONE, ORIGIN, PHASE, PLAN,
    REMINDER, RESOURCE, ROADMAP, SESSION, SLOT, STAGE, TEXT, TOPIC, WEEK,
};

use crate::text::source::Level;

/// A key of a plan file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Key {
    /// How it is written.
    pub(crate) name: &'static str,
    /// Whether it is required.
    pub(crate) required: bool,
    /// The values it accepts.
    pub(crate) shape: Shape,
}

/// The values that a key accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A text; numbers and booleans are texts as written.
    Text,
    /// A text that is not blank and not too long.
    Title,
    /// A text that matches a regular expression.
    Pattern(&'static str),
    /// A text that matches, or a whole number that is not below the minimum.
    PatternOrNumber(&'static str, u32),
    /// A text that matches, or a list of them.
    Patterns(&'static str),
    /// A text or a list of texts.
    Texts,
    /// A text or a list of at least one text.
    NonEmptyTexts,
    /// `true` or `false`.
    Boolean,
    /// A whole number from 1 up.
    Number,
    /// A kind of resource.
    Kind,
    /// A kind of event.
    EventKind,
    /// The status of a link.
    Status,
    /// A rule whose warnings can be allowed.
    Rule,
    /// A map with the keys of a level.
    Level(Level),
    /// A text, or a map with the keys of a level.
    TextOr(Level),
    /// A title, or a map with the keys of a level.
    TitleOr(Level),
    /// Who wrote a day: `authored`, or a map that names the line of the source document.
    Origin,
    /// A map from ids to topics.
    Topics,
    /// A value of this shape, or null.
    Maybe(&'static Shape),
    /// A list of values of this shape.
    List(&'static Shape),
    /// A list of at least one value of this shape.
    NonEmptyList(&'static Shape),
    /// A map from any key to values of this shape.
    MapOf(&'static Shape),
}

/// The keys that add details to the text of a field or item.
pub(crate) const DETAILS: [&str; 5] = ["resource", "url", "kind", "corrected", "note"];

/// Every level with its keys, outermost first.
pub(crate) const LEVELS: &[(Level, &[Key])] = &[
    (Level::Plan, PLAN),
    (Level::TimeBudget, BUDGET),
    (Level::Roadmap, ROADMAP),
    (Level::Topic, TOPIC),
    (Level::Stage, STAGE),
    (Level::Resource, RESOURCE),
    (Level::Milestone, MILESTONE),
    (Level::Event, EVENT),
    (Level::Goal, GOAL),
    (Level::Reminder, REMINDER),
    (Level::Artifact, TEXT),
    (Level::Note, TEXT),
    (Level::Allow, ALLOW),
    (Level::Phase, PHASE),
    (Level::Week, WEEK),
    (Level::Deliverable, DELIVERABLE),
    (Level::Day, DAY),
    (Level::Origin, ORIGIN),
    (Level::Session, SESSION),
    (Level::Slot, SLOT),
    (Level::Field, FIELD),
    (Level::Item, ITEM),
];

/// The keys of `level`.
pub(super) fn keys(level: Level) -> &'static [Key] {
    let mut levels = LEVELS.iter();
    levels
        .find(|(known, _)| *known == level)
        .map_or(&[], |(_, keys)| keys)
}

/// Whether `name` is a key of `level`.
pub(super) fn is_key(level: Level, name: &str) -> bool {
    keys(level).iter().any(|key| key.name == name)
}
