//! The keys of each level.
//!
//! Where texts have a form, a regular expression gives it for the schema. The parser is stricter
//! where figures have bounds; it takes nothing that these refuse.

use super::{Key, Shape};
use crate::text::source::Level;

macro_rules! minutes {
    () => {
        "([Mm]([Ii][Nn]([Uu][Tt][Ee])?[Ss]?)?)?"
    };
}

macro_rules! length {
    () => {
        concat!(
            "([0-9]{1,6} *",
            minutes!(),
            "|[0-9]{1,6}([.][0-9]{1,2})? *[Hh]([Rr][Ss]?|[Oo][Uu][Rr][Ss]?)? *([0-9]{1,6} *",
            minutes!(),
            ")?|[0-9]{1,6}:[0-5][0-9])"
        )
    };
}

macro_rules! clock {
    () => {
        "(([01]?[0-9]|2[0-3]):[0-5][0-9]|24:00|(0?[1-9]|1[0-2])(:[0-5][0-9])? *[AaPp][Mm])"
    };
}

macro_rules! date {
    () => {
        "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
    };
}

macro_rules! weekday {
    () => {
        concat!(
            "([Mm][Oo][Nn]([Dd][Aa][Yy])?|",
            "[Tt][Uu][Ee]([Ss][Dd][Aa][Yy])?|",
            "[Ww][Ee][Dd]([Nn][Ee][Ss][Dd][Aa][Yy])?|",
            "[Tt][Hh][Uu]([Rr][Ss][Dd][Aa][Yy])?|",
            "[Ff][Rr][Ii]([Dd][Aa][Yy])?|",
            "[Ss][Aa][Tt]([Uu][Rr][Dd][Aa][Yy])?|",
            "[Ss][Uu][Nn]([Dd][Aa][Yy])?|",
            "(周|星期)[一二三四五六日])"
        )
    };
}

const PLAN_ID: &str = "^[a-z0-9][a-z0-9-]{0,63}$";
const SLOT_ID: &str = PLAN_ID;
const RESOURCE_ID: &str = "^[a-z0-9][a-z0-9.-]{0,63}$";
const PERIOD: &str = "^ *0*[1-9][0-9]{0,2} +(day|week|month)s? *$";
const DATE: &str = concat!("^", date!(), "$");
const DUE: &str = concat!(
    "^( *0*[1-9][0-9]{0,2} +(day|week|month)s? *|",
    date!(),
    ")$"
);
const EVENT_ID: &str = PLAN_ID;
const LENGTH: &str = concat!("^ *", length!(), " *$");
const BUDGET_RANGE: &str = concat!("^ *", length!(), " *([-‐–—] *", length!(), " *)?$");
const WINDOW: &str = concat!("^ *", clock!(), " *[-‐–—] *", clock!(), " *$");
const DAY_NUMBER: &str = "^ *0*[1-9][0-9]{0,5} *(- *0*[1-9][0-9]{0,5} *)?$";
const WEEKDAY: &str = concat!("^ *(周末|", weekday!(), " *([-‐–—] *", weekday!(), ")?) *$");
/// A scheme in letters of any case, and a host without a user name before it.
const LINK: &str = r"^[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#\\@]+([/?#\\]|$)";

const fn key(name: &'static str, shape: Shape) -> Key {
    let required = false;
    Key {
        name,
        required,
        shape,
    }
}

const fn required(name: &'static str, shape: Shape) -> Key {
    let required = true;
    Key {
        name,
        required,
        shape,
    }
}

const DAYS: Key = key("days", Shape::NonEmptyList(&Shape::Level(Level::Day)));
const FIELDS: Key = key("fields", Shape::List(&Shape::Level(Level::Field)));
const GOALS: Key = key("goals", Shape::List(&Shape::TextOr(Level::Goal)));
const NOTES: Key = key("notes", Shape::List(&Shape::TextOr(Level::Note)));
const EDITOR_NOTES: Key = key("editor_notes", Shape::List(&Shape::TextOr(Level::Note)));
const SLOTS: Key = key("slots", Shape::NonEmptyList(&Shape::Level(Level::Slot)));
const TICKED: Key = key("ticked", Shape::Boolean);
const WEEKS: Key = key("weeks", Shape::NonEmptyList(&Shape::Level(Level::Week)));

pub(super) const PLAN: &[Key] = &[
    required("plan", Shape::PatternOrNumber(PLAN_ID, 0)),
    required("title", Shape::Title),
    key("language", Shape::Text),
    key("direction", Shape::Text),
    key("duration", Shape::Text),
    key("time_budget", Shape::Level(Level::TimeBudget)),
    key("rest", Shape::Patterns(WEEKDAY)),
    key("goal", Shape::Text),
    key("front_matter", Shape::MapOf(&Shape::Maybe(&Shape::Texts))),
    key("roadmap", Shape::Level(Level::Roadmap)),
    key("resources", Shape::List(&Shape::Level(Level::Resource))),
    key("milestones", Shape::List(&Shape::Level(Level::Milestone))),
    key("events", Shape::List(&Shape::Level(Level::Event))),
    key("reminders", Shape::List(&Shape::TextOr(Level::Reminder))),
    key("artifacts", Shape::List(&Shape::TextOr(Level::Artifact))),
    NOTES,
    EDITOR_NOTES,
    key("allow", Shape::List(&Shape::Level(Level::Allow))),
    key("phases", Shape::NonEmptyList(&Shape::Level(Level::Phase))),
    WEEKS,
    DAYS,
    SLOTS,
];

pub(super) const BUDGET: &[Key] = &[
    key("weekday", Shape::PatternOrNumber(BUDGET_RANGE, 1)),
    key("weekend", Shape::PatternOrNumber(BUDGET_RANGE, 1)),
    key("verbatim", Shape::Text),
];

pub(super) const MILESTONE: &[Key] = &[
    required("title", Shape::Title),
    key("due", Shape::Pattern(DUE)),
    GOALS,
    NOTES,
    EDITOR_NOTES,
];

pub(super) const EVENT: &[Key] = &[
    required("id", Shape::PatternOrNumber(EVENT_ID, 0)),
    key("kind", Shape::EventKind),
    required("title", Shape::Title),
    required("date", Shape::Pattern(DATE)),
    key("time", Shape::Pattern(WINDOW)),
    key("covers", Shape::NonEmptyTexts),
];

/// A goal written as a map.
pub(super) const GOAL: &[Key] = &[required("text", Shape::Text), key("by", Shape::Texts)];

/// A reminder written as a map.
pub(super) const REMINDER: &[Key] = &[required("text", Shape::Text), key("scope", Shape::Text)];

/// An artifact, or a note written as a map.
pub(super) const TEXT: &[Key] = &[key("line", Shape::Number), required("text", Shape::Text)];

pub(super) const ALLOW: &[Key] = &[
    required("rule", Shape::Rule),
    required("at", Shape::Title),
    required("why", Shape::Title),
];

pub(super) const ROADMAP: &[Key] = &[
    key("topics", Shape::Topics),
    key("classes", Shape::MapOf(&Shape::Text)),
    key("stages", Shape::List(&Shape::Level(Level::Stage))),
    key("source", Shape::Text),
    NOTES,
    EDITOR_NOTES,
];

pub(super) const TOPIC: &[Key] = &[
    required("title", Shape::Text),
    key("class", Shape::Text),
    key("after", Shape::Texts),
];

pub(super) const STAGE: &[Key] = &[
    required("title", Shape::Text),
    key("span", Shape::Text),
    key("topics", Shape::Texts),
];

pub(super) const RESOURCE: &[Key] = &[
    required("id", Shape::PatternOrNumber(RESOURCE_ID, 0)),
    required("kind", Shape::Kind),
    required("title", Shape::Text),
    key("label", Shape::Text),
    key("group", Shape::Texts),
    key("full_title", Shape::Text),
    key("url", Shape::Pattern(LINK)),
    key("status", Shape::Status),
    key("suggested_url", Shape::Pattern(LINK)),
    FIELDS,
    NOTES,
    EDITOR_NOTES,
];

/// A field written with reserved keys.
pub(super) const FIELD: &[Key] = &[
    key("label", Shape::Text),
    key("text", Shape::Text),
    key("items", Shape::List(&Shape::TextOr(Level::Item))),
    key("resource", Shape::PatternOrNumber(RESOURCE_ID, 0)),
    key("url", Shape::Pattern(LINK)),
    key("kind", Shape::Kind),
    key("corrected", Shape::Text),
    key("note", Shape::Text),
];

/// An entry of a list, written with reserved keys; else one free key is the author's label.
pub(super) const ITEM: &[Key] = &[
    key("label", Shape::Text),
    key("text", Shape::Text),
    key("resource", Shape::PatternOrNumber(RESOURCE_ID, 0)),
    key("url", Shape::Pattern(LINK)),
    key("kind", Shape::Kind),
    key("corrected", Shape::Text),
    key("note", Shape::Text),
];

pub(super) const PHASE: &[Key] = &[
    required("title", Shape::Title),
    key("heading", Shape::Text),
    key("span", Shape::Pattern(PERIOD)),
    key("buffer", Shape::Pattern(PERIOD)),
    GOALS,
    NOTES,
    EDITOR_NOTES,
    WEEKS,
    DAYS,
    SLOTS,
];

pub(super) const WEEK: &[Key] = &[
    key("week", Shape::Number),
    key("title", Shape::Text),
    GOALS,
    FIELDS,
    NOTES,
    EDITOR_NOTES,
    DAYS,
    SLOTS,
    key(
        "deliverables",
        Shape::List(&Shape::TitleOr(Level::Deliverable)),
    ),
];

pub(super) const DELIVERABLE: &[Key] = &[
    key("id", Shape::PatternOrNumber(RESOURCE_ID, 0)),
    required("text", Shape::Title),
    key("due", Shape::Pattern(DATE)),
    TICKED,
];

pub(super) const DAY: &[Key] = &[
    key("day", Shape::PatternOrNumber(DAY_NUMBER, 1)),
    key("weekday", Shape::Pattern(WEEKDAY)),
    key("title", Shape::Text),
    key("origin", Shape::Origin),
    NOTES,
    EDITOR_NOTES,
    key(
        "sessions",
        Shape::NonEmptyList(&Shape::Level(Level::Session)),
    ),
    // A day without slots is a fault of its own.
    key("slots", Shape::List(&Shape::Level(Level::Slot))),
];

/// The origin of a day, written as a map.
pub(super) const ORIGIN: &[Key] = &[required("seed", Shape::Number)];

pub(super) const SESSION: &[Key] = &[
    key("half", Shape::Text),
    key("title", Shape::Text),
    key("window", Shape::Pattern(WINDOW)),
    NOTES,
    EDITOR_NOTES,
    required("slots", Shape::List(&Shape::Level(Level::Slot))),
];

pub(super) const SLOT: &[Key] = &[
    key("id", Shape::PatternOrNumber(SLOT_ID, 0)),
    key("time", Shape::Pattern(WINDOW)),
    key("duration", Shape::PatternOrNumber(LENGTH, 1)),
    required("title", Shape::Title),
    key("topic", Shape::Text),
    TICKED,
    FIELDS,
    key("items", Shape::List(&Shape::TextOr(Level::Item))),
    NOTES,
    EDITOR_NOTES,
];
