//! The keys of a plan file, level by level: the one list that parser, messages and help share.

/// A key of a plan file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// How it is written.
    pub name: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// What it means.
    pub doc: &'static str,
}

const fn key(name: &'static str, doc: &'static str) -> Key {
    Key {
        name,
        required: false,
        doc,
    }
}

const fn must(name: &'static str, doc: &'static str) -> Key {
    Key {
        name,
        required: true,
        doc,
    }
}

const NOTES: Key = key(
    "notes",
    "remarks beside the author's words: texts, or {line, text}",
);
const GOALS: Key = key(
    "goals",
    "what should be reached: texts, or {text, by: [w5, A, w05.2]}",
);
const FIELDS: Key = key(
    "fields",
    "labelled facts and lists: one-key maps, label to text or list",
);
const SLOTS: Key = key("slots", "what to do, in order");
const DAYS: Key = key("days", "the days, in order");
const WEEKS: Key = key("weeks", "the weeks, in order");

/// The plan itself.
pub const PLAN: &[Key] = &[
    must(
        "plan",
        "its id: small letters, digits and `-`; names the journal's folder",
    ),
    must("title", "what it is called"),
    key("language", "the language of its content, such as zh or en"),
    key("direction", "what it is the study of"),
    key("duration", "how long it takes, in the author's words"),
    key("time_budget", "time a day"),
    key("rest", "weekdays without slots on purpose: sun, or sat-sun"),
    key("goal", "what the learner can do at the end"),
    key(
        "front_matter",
        "the front matter of the source document, verbatim",
    ),
    key("roadmap", "the graph of topics"),
    key("resources", "the library; slots refer to its entries by id"),
    key("milestones", "what should be reached by when"),
    key(
        "reminders",
        "advice to keep in mind: texts, or {text, scope}",
    ),
    key(
        "artifacts",
        "text of the source that is no part of the plan: {line, text}",
    ),
    NOTES,
    key(
        "allow",
        "warnings that are known and accepted: {rule, at, why}",
    ),
    key("phases", "the phases, in order"),
    WEEKS,
    DAYS,
    SLOTS,
];

/// `time_budget`.
pub const BUDGET: &[Key] = &[
    key("weekday", "Monday to Friday: 6h, or a range 4h-6h"),
    key("weekend", "Saturday and Sunday: 6h, or a range 4h-6h"),
    key("verbatim", "the author's own words for it"),
];

/// `roadmap`.
pub const ROADMAP: &[Key] = &[
    key("topics", "id to {title, class, after}"),
    key("classes", "class to its style in the drawing"),
    key("stages", "time-boxes: {title, span, topics}"),
    key("source", "the author's drawing (Mermaid), verbatim"),
    NOTES,
];

/// A topic of the roadmap.
pub const TOPIC: &[Key] = &[
    must("title", "what it is"),
    key("class", "the class it is drawn in"),
    key("after", "the topics that come before it"),
];

/// A stage of the roadmap.
pub const STAGE: &[Key] = &[
    must("title", "its name"),
    key("span", "its time, in the author's words"),
    key("topics", "the topics in it"),
];

/// An entry of the library.
pub const RESOURCE: &[Key] = &[
    must("id", "what slots call it by"),
    must(
        "kind",
        "course, project, paper, blog, doc, book, video, dataset, model, repo, practice or other",
    ),
    must("title", "its title in the author's words"),
    key("label", "the author's label before it"),
    key(
        "group",
        "the headings it stands under in the source, outermost first",
    ),
    key(
        "full_title",
        "its real title, where the author's is not that",
    ),
    key("url", "its link as the author gives it"),
    key(
        "status",
        "what is known of the link: ok, moved, renamed, mismatch, wrong, not-found or none",
    ),
    key("suggested_url", "a better link"),
    FIELDS,
    NOTES,
];

/// A milestone.
pub const MILESTONE: &[Key] = &[
    must("title", "what it is called"),
    key("due", "how long after the start: 1 month, 2 weeks, 10 days"),
    GOALS,
    NOTES,
];

/// A goal written as a map.
pub const GOAL: &[Key] = &[
    must("text", "what should be reached"),
    key("by", "the weeks, topics or deliverables that fulfil it"),
];

/// A reminder written as a map.
pub const REMINDER: &[Key] = &[
    must("text", "the advice"),
    key("scope", "what it speaks of"),
];

/// An artifact, or a note written as a map.
pub const TEXT: &[Key] = &[
    key("line", "its line in the source document, from 1"),
    must("text", "the text"),
];

/// An accepted warning.
pub const ALLOW: &[Key] = &[
    must("rule", "the rule's name"),
    key("at", "a day (d12), week (w3), slot, topic or resource"),
    must("why", "why it is accepted"),
];

/// A phase.
pub const PHASE: &[Key] = &[
    must("title", "its short name"),
    key("heading", "its heading in the source, verbatim"),
    key("span", "how long the author says it lasts: 2 weeks"),
    key(
        "buffer",
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
    key("week", "its number; else one more than the last"),
    key("title", "what it is about"),
    GOALS,
    FIELDS,
    NOTES,
    DAYS,
    SLOTS,
    key("deliverables", "what to hand in: {id, text}"),
];

/// A deliverable.
pub const DELIVERABLE: &[Key] = &[
    key("id", "its id; else week and number, w05.1"),
    must("text", "what it is"),
];

/// A day.
pub const DAY: &[Key] = &[
    key(
        "day",
        "its number, or a run such as 18-19; else one more than the last",
    ),
    key(
        "weekday",
        "mon to sun, or a run such as sat-sun; else any day will do",
    ),
    key("title", "what it is about"),
    key("origin", "authored, or {seed: line in the source}"),
    NOTES,
    key("sessions", "the parts of the day, in order"),
    SLOTS,
];

/// The origin of a day, written as a map.
pub const ORIGIN: &[Key] = &[must("seed", "its line in the source document, from 1")];

/// A session.
pub const SESSION: &[Key] = &[
    key("half", "the half of the day, in the author's words"),
    key("title", "what it is about"),
    key("window", "the time set aside for it: 09:00-12:00"),
    NOTES,
    must("slots", "what to do in it, in order"),
];

/// A slot.
pub const SLOT: &[Key] = &[
    key("id", "names it for good; else day and start, d08-1045"),
    key("time", "when: 09:00-10:30"),
    key("duration", "how long, where no time is set: 90m, 1h30m"),
    must("title", "what it is about"),
    key("topic", "the topic of the roadmap it belongs to"),
    FIELDS,
    key("items", "a list without a label"),
    NOTES,
];

/// A field written with reserved keys.
pub const FIELD: &[Key] = &[
    must("label", "the author's label"),
    key("text", "what stands behind the label on its line"),
    key("items", "the list below it"),
    key("resource", "the entry of the library that is meant"),
    key("url", "a link, for what is not in the library"),
    key("kind", "what kind of resource it is"),
    key("corrected", "what the words should have been"),
    key("note", "a remark"),
];

/// An entry of a list, written with reserved keys; else one free key is the author's label.
pub const ITEM: &[Key] = &[
    key("label", "the author's label"),
    key("text", "the author's words"),
    key("resource", "the entry of the library that is meant"),
    key("url", "a link, for what is not in the library"),
    key("kind", "what kind of resource it is"),
    key("corrected", "what the words should have been"),
    key("note", "a remark"),
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
