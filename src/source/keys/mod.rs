//! The keys of a plan file, level by level: the one list that parser, messages and help share.

mod forms;
mod head;
mod library;
mod schedule;

pub use head::{ALLOW, BUDGET, GOAL, MILESTONE, PLAN, REMINDER, TEXT};
pub use library::{FIELD, ITEM, RESOURCE, ROADMAP, SAYS_MORE, STAGE, TOPIC};
pub use schedule::{DAY, DELIVERABLE, ORIGIN, PHASE, SESSION, SLOT, WEEK};

/// A key of a plan file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// How it is written.
    pub name: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// What may stand there.
    pub shape: Shape,
    /// What it means.
    pub doc: &'static str,
}

/// What may stand behind a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A text; numbers and booleans are texts as written.
    Text,
    /// A title: a text with words in it, and not too many.
    Title,
    /// A text of this form, as a regular expression.
    Form(&'static str),
    /// A text of this form, or a number, which is one if it is whole and at least so large.
    Digits(&'static str, u32),
    /// A text of this form or a list of such.
    Forms(&'static str),
    /// A text or a list of texts.
    Words,
    /// A whole number from 1 up.
    Number,
    /// A kind of resource.
    Kind,
    /// What is known of a link.
    Status,
    /// A rule of the review.
    Rule,
    /// A map with the keys of this level.
    Part(&'static str),
    /// A text, or a map with the keys of this level.
    TextOr(&'static str),
    /// A title, or a map with the keys of this level.
    TitleOr(&'static str),
    /// Who wrote a day: `authored`, or a map that names the seed's line.
    Origin,
    /// Topics by their ids.
    Topics,
    /// Such, or nothing.
    Maybe(&'static Shape),
    /// A list of such.
    List(&'static Shape),
    /// A list of such with at least one of them.
    Some(&'static Shape),
    /// A map from any key to such.
    MapOf(&'static Shape),
}

const fn key(name: &'static str, shape: Shape, doc: &'static str) -> Key {
    Key {
        name,
        required: false,
        shape,
        doc,
    }
}

const fn must(name: &'static str, shape: Shape, doc: &'static str) -> Key {
    Key {
        name,
        required: true,
        shape,
        doc,
    }
}

const NOTES: Key = key(
    "notes",
    Shape::List(&Shape::TextOr("note")),
    "remarks beside the author's words: texts, or {line, text}",
);
const GOALS: Key = key(
    "goals",
    Shape::List(&Shape::TextOr("goal")),
    "what should be reached: texts, or {text, by: [w5, A, w05.2]}",
);
const FIELDS: Key = key(
    "fields",
    Shape::List(&Shape::Part("field")),
    "labelled facts and lists: one-key maps, label to text or list",
);
const SLOTS: Key = key(
    "slots",
    Shape::Some(&Shape::Part("slot")),
    "what to do, in order",
);
const DAYS: Key = key(
    "days",
    Shape::Some(&Shape::Part("day")),
    "the days, in order",
);
const WEEKS: Key = key(
    "weeks",
    Shape::Some(&Shape::Part("week")),
    "the weeks, in order",
);

/// Every level with its name, outermost first.
pub const LEVELS: &[(&str, &[Key])] = &[
    ("plan", PLAN),
    ("time_budget", BUDGET),
    ("roadmap", ROADMAP),
    ("topic", TOPIC),
    ("stage", STAGE),
    ("resource", RESOURCE),
    ("milestone", MILESTONE),
    ("goal", GOAL),
    ("reminder", REMINDER),
    ("note", TEXT),
    ("allow", ALLOW),
    ("phase", PHASE),
    ("week", WEEK),
    ("deliverable", DELIVERABLE),
    ("day", DAY),
    ("origin", ORIGIN),
    ("session", SESSION),
    ("slot", SLOT),
    ("field", FIELD),
    ("item", ITEM),
];
