//! The plan and its levels.

use chrono::Weekday;
use serde::{Deserialize, Serialize};

use super::{Field, Minutes, Period, PlanId, Resource, Roadmap, SlotId, TopicId, Weekdays, Window};

/// A whole study plan, as its author wrote it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// Names the plan and its journal.
    pub id: PlanId,
    /// Its title.
    pub title: String,
    /// The language its content is written in, such as `zh` or `en`.
    pub language: String,
    /// The subject area.
    pub direction: Option<String>,
    /// How long it says it takes, in the author's words.
    pub duration: Option<String>,
    /// Study time per day.
    pub time_budget: Option<TimeBudget>,
    /// What the learner can do at the end.
    pub goal: Option<String>,
    /// The front matter of the document it came from, verbatim.
    pub front_matter: Vec<FrontMatter>,
    /// The graph of topics.
    pub roadmap: Roadmap,
    /// The library, whose entries slots refer to by id.
    pub resources: Vec<Resource>,
    /// Goals with due dates.
    pub milestones: Vec<Milestone>,
    /// Advice to keep in mind.
    pub reminders: Vec<Reminder>,
    /// Text of the source document that is not part of the plan.
    pub artifacts: Vec<Artifact>,
    /// Notes on the source document as a whole.
    pub notes: Vec<Note>,
    /// Weekdays left free on purpose.
    pub rest: Vec<Weekday>,
    /// Warnings that are known and accepted.
    pub allow: Vec<Allow>,
    /// The parts of the plan, in order.
    pub phases: Vec<Phase>,
}

/// A line of front matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrontMatter {
    /// Its key.
    pub key: String,
    /// Its value, or the entries of its list.
    pub values: Vec<String>,
    /// Whether it is written as a list.
    pub is_list: bool,
}

/// Study time per day, by kind of day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeBudget {
    /// Monday to Friday.
    pub weekday: Option<Budget>,
    /// Saturday and Sunday.
    pub weekend: Option<Budget>,
    /// The author's own words for it.
    pub verbatim: Option<String>,
}

/// The least and the most minutes of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Budget {
    /// The least.
    pub low: Minutes,
    /// The most; equal to `low` where the author gives one number.
    pub high: Minutes,
}

/// A milestone: goals due some time after the start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Milestone {
    /// Its title, such as 第一个月.
    pub title: String,
    /// How long after the start it is due.
    pub due: Option<Period>,
    /// The goals to reach by then.
    pub goals: Vec<Goal>,
    /// Notes on it.
    pub notes: Vec<Note>,
}

/// Something to reach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    /// The author's words.
    pub text: String,
    /// Weeks (`w1`), topics (`A`) or deliverables (`w05.2`) that fulfil it.
    pub by: Vec<String>,
}

/// Advice to keep in mind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminder {
    /// The advice.
    pub text: String,
    /// What it applies to, in the author's words.
    pub scope: Option<String>,
}

/// Text of the source document that is not part of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Artifact {
    /// Its line in the source document, from 1.
    pub line: Option<u32>,
    /// The text, verbatim.
    pub text: String,
}

/// A note on the author's text, which itself stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The line of the source document that it is about, from 1.
    pub line: Option<u32>,
    /// The note.
    pub text: String,
}

/// A warning that is known and accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allow {
    /// The rule's name, such as `gap`.
    pub rule: String,
    /// Where: the name of a day (`d12`), week (`w3`), slot, topic, resource and so on.
    pub at: String,
    /// Why it is accepted.
    pub why: String,
}

/// A part of the plan that spans several weeks.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Phase {
    /// Its short name; `None` where the plan has no phases.
    pub title: Option<String>,
    /// The heading it has in the source document, verbatim.
    pub heading: Option<String>,
    /// How long the author says it lasts.
    pub span: Option<Period>,
    /// Free time after its weeks, for catching up.
    pub buffer: Option<Period>,
    /// The goals of the phase.
    pub goals: Vec<Goal>,
    /// Notes on it.
    pub notes: Vec<Note>,
    /// Its weeks, in order.
    pub weeks: Vec<Week>,
}

/// A week of the plan, which may differ from a calendar week.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Week {
    /// Its number from 1; `None` where the plan has no weeks.
    pub number: Option<u32>,
    /// Its subject.
    pub title: Option<String>,
    /// The goals of the week.
    pub goals: Vec<Goal>,
    /// Further facts about it, by label.
    pub fields: Vec<Field>,
    /// Notes on it.
    pub notes: Vec<Note>,
    /// Its days, in order.
    pub days: Vec<Day>,
    /// What to hand in at its end.
    pub deliverables: Vec<Deliverable>,
}

/// Something to hand in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deliverable {
    /// Its id, `w05.1`.
    pub id: String,
    /// What to hand in.
    pub text: String,
}

/// An entry of the list of days: a day, a range of days (`18-19`), or the whole week where a week
/// lists slots without days.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Day {
    /// Its first and last number, equal for a single day; `None` for a whole week.
    pub numbers: Option<(u32, u32)>,
    /// The weekdays it falls on; `None` for any.
    pub weekdays: Option<Weekdays>,
    /// Its subject.
    pub title: Option<String>,
    /// Who wrote it.
    pub origin: Option<Origin>,
    /// Notes on it.
    pub notes: Vec<Note>,
    /// Its parts, in order.
    pub sessions: Vec<Session>,
}

/// Where a day's content comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// The source document, at this line (from 1).
    Seed(u32),
    /// Written for this plan.
    Authored,
}

/// A part of a day, such as the morning.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Session {
    /// The half of the day, in the author's words (上午); `None` if the day is not divided.
    pub half: Option<String>,
    /// Its subject.
    pub title: Option<String>,
    /// The time the author sets aside for it.
    pub window: Option<Window>,
    /// Notes on it.
    pub notes: Vec<Note>,
    /// What to do in it, in order.
    pub slots: Vec<Slot>,
}

/// The unit of work that is marked: one sitting on one subject.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Slot {
    /// Its permanent id, which marks refer to.
    pub id: SlotId,
    /// Whether the author gave the id; else it is made of the day and the time.
    pub id_is_given: bool,
    /// When, if a time is set.
    pub time: Option<Window>,
    /// How long, where no time is set.
    pub duration: Option<Minutes>,
    /// Its subject.
    pub title: String,
    /// The topic of the roadmap it belongs to.
    pub topic: Option<TopicId>,
    /// What to read and do, by label, in the author's order.
    pub fields: Vec<Field>,
    /// Notes on it.
    pub notes: Vec<Note>,
}

impl Slot {
    /// Planned minutes: from start to end, else the duration, else unknown.
    #[must_use]
    pub fn planned(&self) -> Option<Minutes> {
        self.time.map(Window::length).or(self.duration)
    }
}

impl Day {
    /// Its slots in order.
    pub fn slots(&self) -> impl Iterator<Item = &Slot> {
        self.sessions.iter().flat_map(|session| &session.slots)
    }
}
