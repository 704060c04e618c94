//! Phases, weeks, days, sessions and slots.

use super::forms::{DAY_NUMBER, LENGTH, RESOURCE_ID, SLOT_ID, SPAN, WEEKDAY, WINDOW};
use super::{DAYS, FIELDS, GOALS, Key, NOTES, SLOTS, Shape, WEEKS, key, must};

/// A phase.
pub const PHASE: &[Key] = &[
    must("title", Shape::Title, "its short name"),
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
        Shape::List(&Shape::TitleOr("deliverable")),
        "what to hand in: {id, text}",
    ),
];

/// A deliverable.
pub const DELIVERABLE: &[Key] = &[
    key(
        "id",
        Shape::Digits(RESOURCE_ID, 0),
        "its id; else week and number, w05.1",
    ),
    must("text", Shape::Title, "what it is"),
];

/// A day.
pub const DAY: &[Key] = &[
    key(
        "day",
        Shape::Digits(DAY_NUMBER, 1),
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
    // A day without slots is a fault of its own.
    key(
        "slots",
        Shape::List(&Shape::Part("slot")),
        "what to do, in order",
    ),
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
        "what to do in it, in order; empty where there is nothing",
    ),
];

/// A slot.
pub const SLOT: &[Key] = &[
    key(
        "id",
        Shape::Digits(SLOT_ID, 0),
        "names it for good; else day and start, d08-1045",
    ),
    key("time", Shape::Form(WINDOW), "when: 09:00-10:30"),
    key(
        "duration",
        Shape::Digits(LENGTH, 1),
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
