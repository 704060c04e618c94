//! The keys of a plan file, level by level: the one list that parser, messages and help share.

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
    /// Who wrote a day: `authored`, or a map that names the seed's line.
    Origin,
    /// Topics by their ids.
    Topics,
    /// A list of such.
    List(&'static Shape),
    /// A list of such with at least one of them.
    Some(&'static Shape),
    /// A map from any key to such.
    MapOf(&'static Shape),
}

const PLAN_ID: &str = "^[a-z0-9][a-z0-9-]{0,63}$";
const SLOT_ID: &str = PLAN_ID;
const RESOURCE_ID: &str = "^[a-z0-9][a-z0-9.-]{0,63}$";
const SPAN: &str = "^ *[0-9]{1,3} +(day|week|month)s?$";
const LENGTH: &str = "^([0-9]+m?|[0-9]+h([0-9]+m?)?|[0-9]+:[0-5][0-9]|[0-9]+[.][0-9]{1,2}h)$";
const BUDGET_RANGE: &str = "^[0-9][0-9hm.:]*(-[0-9][0-9hm.:]*)?$";
const WINDOW: &str = "^([01]?[0-9]|2[0-4]):[0-5][0-9]-([01]?[0-9]|2[0-4]):[0-5][0-9]$";
const DAY_NUMBER: &str = "^[0-9]+( *- *[0-9]+)?$";
const WEEKDAY: &str = "^(mon|tue|wed|thu|fri|sat|sun)(-(mon|tue|wed|thu|fri|sat|sun))?$";
const LINK: &str = "^https?://[^/@ ]+";

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
    Shape::List(&Shape::Part("slot")),
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

/// The plan itself.
pub const PLAN: &[Key] = &[
    must(
        "plan",
        Shape::Form(PLAN_ID),
        "its id: small letters, digits and `-`; names the journal's folder",
    ),
    must("title", Shape::Title, "what it is called"),
    key(
        "language",
        Shape::Text,
        "the language of its content, such as zh or en",
    ),
    key("direction", Shape::Text, "what it is the study of"),
    key(
        "duration",
        Shape::Text,
        "how long it takes, in the author's words",
    ),
    key("time_budget", Shape::Part("time_budget"), "time a day"),
    key(
        "rest",
        Shape::Words,
        "weekdays without slots on purpose: sun, or sat-sun",
    ),
    key("goal", Shape::Text, "what the learner can do at the end"),
    key(
        "front_matter",
        Shape::MapOf(&Shape::Words),
        "the front matter of the source document, verbatim",
    ),
    key("roadmap", Shape::Part("roadmap"), "the graph of topics"),
    key(
        "resources",
        Shape::List(&Shape::Part("resource")),
        "the library; slots refer to its entries by id",
    ),
    key(
        "milestones",
        Shape::List(&Shape::Part("milestone")),
        "what should be reached by when",
    ),
    key(
        "reminders",
        Shape::List(&Shape::TextOr("reminder")),
        "advice to keep in mind: texts, or {text, scope}",
    ),
    key(
        "artifacts",
        Shape::List(&Shape::TextOr("note")),
        "text of the source that is no part of the plan: {line, text}",
    ),
    NOTES,
    key(
        "allow",
        Shape::List(&Shape::Part("allow")),
        "warnings that are known and accepted: {rule, at, why}",
    ),
    key(
        "phases",
        Shape::Some(&Shape::Part("phase")),
        "the phases, in order",
    ),
    WEEKS,
    DAYS,
    SLOTS,
];

/// `time_budget`.
pub const BUDGET: &[Key] = &[
    key(
        "weekday",
        Shape::Form(BUDGET_RANGE),
        "Monday to Friday: 6h, or a range 4h-6h",
    ),
    key(
        "weekend",
        Shape::Form(BUDGET_RANGE),
        "Saturday and Sunday: 6h, or a range 4h-6h",
    ),
    key("verbatim", Shape::Text, "the author's own words for it"),
];

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
    must("id", Shape::Form(RESOURCE_ID), "what slots call it by"),
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

/// A milestone.
pub const MILESTONE: &[Key] = &[
    must("title", Shape::Title, "what it is called"),
    key(
        "due",
        Shape::Form(SPAN),
        "how long after the start: 1 month, 2 weeks, 10 days",
    ),
    GOALS,
    NOTES,
];

/// A goal written as a map.
pub const GOAL: &[Key] = &[
    must("text", Shape::Text, "what should be reached"),
    key(
        "by",
        Shape::Words,
        "the weeks, topics or deliverables that fulfil it",
    ),
];

/// A reminder written as a map.
pub const REMINDER: &[Key] = &[
    must("text", Shape::Text, "the advice"),
    key("scope", Shape::Text, "what it speaks of"),
];

/// An artifact, or a note written as a map.
pub const TEXT: &[Key] = &[
    key(
        "line",
        Shape::Number,
        "its line in the source document, from 1",
    ),
    must("text", Shape::Text, "the text"),
];

/// An accepted warning.
pub const ALLOW: &[Key] = &[
    must("rule", Shape::Rule, "the rule's name"),
    key(
        "at",
        Shape::Text,
        "a day (d12), week (w3), slot, topic or resource",
    ),
    must("why", Shape::Text, "why it is accepted"),
];

/// A phase.
pub const PHASE: &[Key] = &[
    must("title", Shape::Text, "its short name"),
    key(
        "heading",
        Shape::Text,
        "its heading in the source, verbatim",
    ),
    key(
        "span",
        Shape::Form(SPAN),
        "how long the author says it lasts: 2 weeks",
    ),
    key(
        "buffer",
        Shape::Form(SPAN),
        "free time for catching up: 1 week; such a phase has no weeks",
    ),
    GOALS,
    NOTES,
    WEEKS,
    DAYS,
    SLOTS,
];

/// A week.
pub const WEEK: &[Key] = &[
    key(
        "week",
        Shape::Number,
        "its number; else one more than the last",
    ),
    key("title", Shape::Text, "what it is about"),
    GOALS,
    FIELDS,
    NOTES,
    DAYS,
    SLOTS,
    key(
        "deliverables",
        Shape::List(&Shape::TextOr("deliverable")),
        "what to hand in: {id, text}",
    ),
];

/// A deliverable.
pub const DELIVERABLE: &[Key] = &[
    key("id", Shape::Text, "its id; else week and number, w05.1"),
    must("text", Shape::Text, "what it is"),
];

/// A day.
pub const DAY: &[Key] = &[
    key(
        "day",
        Shape::Form(DAY_NUMBER),
        "its number, or a run such as 18-19; else one more than the last",
    ),
    key(
        "weekday",
        Shape::Form(WEEKDAY),
        "mon to sun, or a run such as sat-sun; else any day will do",
    ),
    key("title", Shape::Text, "what it is about"),
    key(
        "origin",
        Shape::Origin,
        "authored, or {seed: line in the source}",
    ),
    NOTES,
    key(
        "sessions",
        Shape::Some(&Shape::Part("session")),
        "the parts of the day, in order",
    ),
    SLOTS,
];

/// The origin of a day, written as a map.
pub const ORIGIN: &[Key] = &[must(
    "seed",
    Shape::Number,
    "its line in the source document, from 1",
)];

/// A session.
pub const SESSION: &[Key] = &[
    key(
        "half",
        Shape::Text,
        "the half of the day, in the author's words",
    ),
    key("title", Shape::Text, "what it is about"),
    key(
        "window",
        Shape::Form(WINDOW),
        "the time set aside for it: 09:00-12:00",
    ),
    NOTES,
    must(
        "slots",
        Shape::List(&Shape::Part("slot")),
        "what to do in it, in order",
    ),
];

/// A slot.
pub const SLOT: &[Key] = &[
    key(
        "id",
        Shape::Form(SLOT_ID),
        "names it for good; else day and start, d08-1045",
    ),
    key("time", Shape::Form(WINDOW), "when: 09:00-10:30"),
    key(
        "duration",
        Shape::Form(LENGTH),
        "how long, where no time is set: 90m, 1h30m",
    ),
    must("title", Shape::Title, "what it is about"),
    key(
        "topic",
        Shape::Text,
        "the topic of the roadmap it belongs to",
    ),
    FIELDS,
    key(
        "items",
        Shape::List(&Shape::TextOr("item")),
        "a list without a label",
    ),
    NOTES,
];

/// A field written with reserved keys.
pub const FIELD: &[Key] = &[
    must("label", Shape::Text, "the author's label"),
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
        Shape::Form(RESOURCE_ID),
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
        Shape::Form(RESOURCE_ID),
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
