//! The plan itself and what stands at its head.

use super::forms::{BUDGET_RANGE, PLAN_ID, SPAN, WEEKDAY};
use super::{DAYS, GOALS, Key, NOTES, SLOTS, Shape, WEEKS, key, must};

/// The plan itself.
pub const PLAN: &[Key] = &[
    must(
        "plan",
        Shape::Digits(PLAN_ID, 0),
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
        Shape::Forms(WEEKDAY),
        "weekdays without slots on purpose: sun, or sat-sun",
    ),
    key("goal", Shape::Text, "what the learner can do at the end"),
    key(
        "front_matter",
        Shape::MapOf(&Shape::Maybe(&Shape::Words)),
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
        Shape::Digits(BUDGET_RANGE, 1),
        "Monday to Friday: 6h, or a range 4h-6h",
    ),
    key(
        "weekend",
        Shape::Digits(BUDGET_RANGE, 1),
        "Saturday and Sunday: 6h, or a range 4h-6h",
    ),
    key("verbatim", Shape::Text, "the author's own words for it"),
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
    must(
        "at",
        Shape::Title,
        "where: a day (d6), week (w3), slot (d06-1400 or d6.2), topic, resource, phase (p1), \
         milestone (m2) or entry of this list (a1)",
    ),
    must("why", Shape::Title, "why it is accepted"),
];
