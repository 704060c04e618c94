//! What the keys of a plan file are for: in the schema, and where one is missing.

use crate::text::source::Level;

/// What `key` of a `level` is for; empty where there is no such key.
pub(super) fn purpose(level: Level, key: &str) -> &'static str {
    let purposes = purposes(level).iter();
    let mut found = purposes.filter(|(known, _)| *known == key);
    found.next().map_or("", |(_, purpose)| purpose)
}

/// A key and what it is for.
type Purpose = (&'static str, &'static str);

fn purposes(level: Level) -> &'static [Purpose] {
    match level {
        Level::Plan => PLAN,
        Level::TimeBudget => TIME_BUDGET,
        Level::Roadmap => ROADMAP,
        Level::Topic => TOPIC,
        Level::Stage => STAGE,
        Level::Resource => RESOURCE,
        Level::Milestone => MILESTONE,
        Level::Event => EVENT,
        Level::Goal => GOAL,
        Level::Reminder => REMINDER,
        Level::Artifact | Level::Note => NOTE,
        Level::Allow => ALLOW,
        Level::Phase => PHASE,
        Level::Week => WEEK,
        Level::Deliverable => DELIVERABLE,
        Level::Day => DAY,
        Level::Origin => ORIGIN,
        Level::Session => SESSION,
        Level::Slot => SLOT,
        Level::Field => FIELD,
        Level::Item => ITEM,
    }
}

const ACCEPTED: &str = "warnings that are known and accepted: {rule, at, why}";
const DAYS: &str = "the days, in order";
const TITLE: &str = "its title";
const FIELDS: &str = "labelled facts and lists: one-key maps, label to text or list";
const GOALS: &str = "goals to reach: texts, or {text, by: [w5, A, w05.2]}";
const NOTES: &str = "notes of the author: texts, or {line, text}";
const EDITOR_NOTES: &str = "remarks of the editor on the author's text: texts, or {line, text}; shown with `--editor-notes`";
const SLOTS: &str = "what to do, in order";
const SOURCE_LINE: &str = "its line in the source document, from 1";
const TICKED: &str = "true if it was done in the note that was imported; `init` records that once";
const WEEKS: &str = "the weeks, in order";

const PLAN: &[Purpose] = &[
    (
        "plan",
        "its id: lower-case letters, digits and `-`; names the journal's folder",
    ),
    ("title", TITLE),
    ("language", "the language of its content, such as zh or en"),
    ("direction", "the subject area"),
    ("duration", "how long it takes, in the author's words"),
    ("time_budget", "study time per day"),
    ("rest", "weekdays left free on purpose: sun, or sat-sun"),
    ("goal", "what the learner can do at the end"),
    (
        "front_matter",
        "the front matter of the source document, verbatim",
    ),
    ("roadmap", "the graph of topics"),
    ("resources", "the library; slots refer to its entries by id"),
    ("milestones", "what should be reached by when"),
    (
        "events",
        "exams and other fixed dates: {id, kind, title, date, time, covers}",
    ),
    (
        "reminders",
        "advice to keep in mind: texts, or {text, scope}",
    ),
    (
        "artifacts",
        "text of the source document that is not part of the plan: {line, text}",
    ),
    ("notes", NOTES),
    ("editor_notes", EDITOR_NOTES),
    ("allow", ACCEPTED),
    ("phases", "the phases, in order"),
    ("weeks", WEEKS),
    ("days", DAYS),
    ("slots", SLOTS),
];

const TIME_BUDGET: &[Purpose] = &[
    ("weekday", "Monday to Friday: 6h, or a range 4h-6h"),
    ("weekend", "Saturday and Sunday: 6h, or a range 4h-6h"),
    ("verbatim", "the author's own words for it"),
];

const ROADMAP: &[Purpose] = &[
    ("topics", "id to {title, class, after}"),
    ("classes", "class to its style in the drawing"),
    ("stages", "time-boxes: {title, span, topics}"),
    ("source", "the author's drawing (Mermaid), verbatim"),
    ("notes", NOTES),
    ("editor_notes", EDITOR_NOTES),
];

const TOPIC: &[Purpose] = &[
    ("title", TITLE),
    ("class", "the class that gives it its style"),
    ("after", "the topics that come before it"),
];

const STAGE: &[Purpose] = &[
    ("title", TITLE),
    ("span", "its time, in the author's words"),
    ("topics", "the topics in it"),
];

const RESOURCE: &[Purpose] = &[
    ("id", "the id that slots refer to"),
    (
        "kind",
        "course, project, paper, blog, doc, book, video, dataset, model, repo, practice or other",
    ),
    ("title", "its title in the author's words"),
    ("label", "the author's label before the title"),
    (
        "group",
        "its headings in the source document, outermost first",
    ),
    (
        "full_title",
        "its real title, where the author's is different",
    ),
    ("url", "its link, as the author gives it"),
    (
        "status",
        "what is known of the link: ok, moved, renamed, mismatch, wrong, not-found or none",
    ),
    ("suggested_url", "a better link"),
    ("fields", FIELDS),
    ("notes", NOTES),
    ("editor_notes", EDITOR_NOTES),
];

const MILESTONE: &[Purpose] = &[
    ("title", TITLE),
    (
        "due",
        "how long after the start: 1 month, 2 weeks, 10 days; or a date, 2026-12-16",
    ),
    ("goals", GOALS),
    ("notes", NOTES),
    ("editor_notes", EDITOR_NOTES),
];

const EVENT: &[Purpose] = &[
    ("id", "the id that commands use: midterm"),
    ("kind", "exam, or event (the default)"),
    ("title", TITLE),
    ("date", "its date: 2026-12-16"),
    ("time", "its time: 09:00-11:00; by default the whole day"),
    (
        "covers",
        "what has to be done before it: weeks (w5, w1-w5), topics and slots",
    ),
];

const GOAL: &[Purpose] = &[
    ("text", "the goal to reach"),
    ("by", "the weeks, topics or deliverables that fulfil it"),
];

const REMINDER: &[Purpose] = &[("text", "the advice"), ("scope", "what it applies to")];

const NOTE: &[Purpose] = &[("line", SOURCE_LINE), ("text", "the text")];

const ALLOW: &[Purpose] = &[
    ("rule", "the name of the rule"),
    (
        "at",
        "where: a day (d6), week (w3), slot (d06-1400 or d6.2), topic, resource, phase (p1), \
         milestone (m2), event (e1) or entry of this list (a1)",
    ),
    ("why", "why it is accepted"),
];

const PHASE: &[Purpose] = &[
    ("title", "its short name"),
    ("heading", "its heading in the source document, verbatim"),
    ("span", "how long it lasts by the author: 2 weeks"),
    (
        "buffer",
        "free time for catching up: 1 week; such a phase has no weeks",
    ),
    ("goals", GOALS),
    ("notes", NOTES),
    ("editor_notes", EDITOR_NOTES),
    ("weeks", WEEKS),
    ("days", DAYS),
    ("slots", SLOTS),
];

const WEEK: &[Purpose] = &[
    ("week", "its number; by default one more than the last"),
    ("title", "its subject"),
    ("goals", GOALS),
    ("fields", FIELDS),
    ("notes", NOTES),
    ("editor_notes", EDITOR_NOTES),
    ("days", DAYS),
    ("slots", SLOTS),
    ("deliverables", "what to hand in: texts, or {id, text}"),
];

const DELIVERABLE: &[Purpose] = &[
    ("id", "its id; by default week and number, w05.1"),
    ("text", "what to hand in"),
    (
        "due",
        "its due date, 2026-12-16; by default the end of its week",
    ),
    ("ticked", TICKED),
];

const DAY: &[Purpose] = &[
    (
        "day",
        "its number, or a range such as 18-19; by default one more than the last",
    ),
    (
        "weekday",
        "mon to sun, or a range such as sat-sun; by default any day",
    ),
    ("title", "its subject"),
    ("origin", "authored, or {seed: line in the source document}"),
    ("notes", NOTES),
    ("editor_notes", EDITOR_NOTES),
    ("sessions", "the parts of the day, in order"),
    ("slots", SLOTS),
];

const ORIGIN: &[Purpose] = &[("seed", SOURCE_LINE)];

const SESSION: &[Purpose] = &[
    ("half", "the half of the day, in the author's words"),
    ("title", "its subject"),
    ("window", "the time set aside for it: 09:00-12:00"),
    ("notes", NOTES),
    ("editor_notes", EDITOR_NOTES),
    ("slots", "what to do in it, in order; may be empty"),
];

const SLOT: &[Purpose] = &[
    ("id", "its permanent id; by default day and start, d08-1045"),
    ("time", "when: 09:00-10:30"),
    ("duration", "how long, where no time is set: 90m, 1h30m"),
    ("title", "its subject"),
    ("topic", "the topic of the roadmap it belongs to"),
    ("ticked", TICKED),
    ("fields", FIELDS),
    ("items", "a list without a label"),
    ("notes", NOTES),
    ("editor_notes", EDITOR_NOTES),
];

const FIELD: &[Purpose] = &[
    ("label", "the author's label"),
    ("text", "the text after the label, on its line"),
    ("items", "the list below the label"),
    ("resource", "the entry of the library it refers to"),
    ("url", "a link to something that is not in the library"),
    ("kind", "the kind of resource"),
    ("corrected", "the text as it should have been"),
    ("note", "a note on it"),
];

const ITEM: &[Purpose] = &[
    ("label", "the author's label"),
    ("text", "the author's text"),
    ("resource", "the entry of the library it refers to"),
    ("url", "a link to something that is not in the library"),
    ("kind", "the kind of resource"),
    ("corrected", "the text as it should have been"),
    ("note", "a note on it"),
];
