//! The plan and its levels.

use chrono::Weekday;
use serde::{Deserialize, Serialize};

use super::{Field, Minutes, Period, PlanId, Resource, Roadmap, SlotId, TopicId, Weekdays, Window};

/// A whole study plan, as its author wrote it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// Names the plan and its journal.
    pub id: PlanId,
    /// What it is called.
    pub title: String,
    /// The language its content is written in, such as `zh` or `en`.
    pub language: String,
    /// What it is the study of.
    pub direction: Option<String>,
    /// How long it says it takes, in the author's words.
    pub duration: Option<String>,
    /// How much time a day it asks for.
    pub time_budget: Option<TimeBudget>,
    /// What the learner can do at the end.
    pub goal: Option<String>,
    /// The front matter of the document it came from, verbatim.
    pub front_matter: Vec<FrontMatter>,
    /// The graph of topics.
    pub roadmap: Roadmap,
    /// The library: what slots refer to by id.
    pub resources: Vec<Resource>,
    /// What should be reached by when.
    pub milestones: Vec<Milestone>,
    /// Advice to keep in mind.
    pub reminders: Vec<Reminder>,
    /// Text of the source document that is no part of the plan.
    pub artifacts: Vec<Artifact>,
    /// Remarks on the source as a whole.
    pub notes: Vec<Note>,
    /// Weekdays on which nothing is planned on purpose.
    pub rest: Vec<Weekday>,
    /// Warnings of `plan check` that are known and accepted.
    pub allow: Vec<Allow>,
    /// The parts of the plan, in order.
    pub phases: Vec<Phase>,
}

/// A line of front matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrontMatter {
    /// Its key.
    pub key: String,
    /// Its value, or the entries of it.
    pub values: Vec<String>,
    /// Whether it is written as a list.
    pub is_list: bool,
}

/// Minutes a day, by kind of day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeBudget {
    /// Monday to Friday.
    pub weekday: Option<Budget>,
    /// Saturday and Sunday.
    pub weekend: Option<Budget>,
    /// The author's own words for it.
    pub verbatim: Option<String>,
}

/// A budget of a day: from so many minutes to so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Budget {
    /// The least, in minutes.
    pub low: Minutes,
    /// The most, in minutes; equal to `low` where the author names one figure.
    pub high: Minutes,
}

/// A milestone: goals due some time after the start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Milestone {
    /// What it is called, such as 第一个月.
    pub title: String,
    /// How long after the start it is due.
    pub due: Option<Period>,
    /// What should be reached.
    pub goals: Vec<Goal>,
    /// Remarks on it.
    pub notes: Vec<Note>,
}

/// Something to be reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    /// The author's words.
    pub text: String,
    /// Weeks (`w1`), topics (`A`) or deliverables (`w05.2`) that fulfil it.
    pub by: Vec<String>,
}

/// Advice for a stretch of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminder {
    /// The advice.
    pub text: String,
    /// What it speaks of, in the author's words.
    pub scope: Option<String>,
}

/// Left-over text of the source document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Artifact {
    /// Its line in the source, from 1.
    pub line: Option<u32>,
    /// The text, verbatim.
    pub text: String,
}

/// A remark beside the author's words; it corrects nothing in place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The line of the source it speaks of, from 1.
    pub line: Option<u32>,
    /// The remark.
    pub text: String,
}

/// A warning that is known and accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allow {
    /// The rule's name, such as `gap`.
    pub rule: String,
    /// Where: a day (`d12`), a week (`w3`), a slot, a topic, a resource and so on, by name.
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
    /// Free time that is planned as such, for catching up; such a phase has no weeks.
    pub buffer: Option<Period>,
    /// What should be reached in it.
    pub goals: Vec<Goal>,
    /// Remarks on it.
    pub notes: Vec<Note>,
    /// Its weeks, in order.
    pub weeks: Vec<Week>,
}

/// A week of the plan, which need not be a calendar week.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Week {
    /// Its number from 1; `None` where the plan has no weeks.
    pub number: Option<u32>,
    /// What it is about.
    pub title: Option<String>,
    /// What should be learnt in it.
    pub goals: Vec<Goal>,
    /// Further facts about it, by label.
    pub fields: Vec<Field>,
    /// Remarks on it.
    pub notes: Vec<Note>,
    /// Its days, in order.
    pub days: Vec<Day>,
    /// What should be handed in at its end.
    pub deliverables: Vec<Deliverable>,
}

/// Something to hand in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deliverable {
    /// Its id, `w05.1`.
    pub id: String,
    /// What it is.
    pub text: String,
}

/// One entry of the day list: a day, a few days written as one (`18-19`), or the whole week
/// where a week lists slots without saying on which day.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Day {
    /// Its first and last number, equal for a single day; `None` for a whole week.
    pub numbers: Option<(u32, u32)>,
    /// The weekdays it falls on; `None` if any will do.
    pub weekdays: Option<Weekdays>,
    /// What it is about.
    pub title: Option<String>,
    /// Who wrote it.
    pub origin: Option<Origin>,
    /// Remarks on it.
    pub notes: Vec<Note>,
    /// Its parts, in order.
    pub sessions: Vec<Session>,
}

/// Where a day's content comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// The document the plan was made from, at this line (from 1).
    Seed(u32),
    /// Written for this plan.
    Authored,
}

/// A part of a day, such as the morning.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Session {
    /// The half of the day, in the author's words (上午); `None` if the day is not divided.
    pub half: Option<String>,
    /// What it is about.
    pub title: Option<String>,
    /// The time the author sets aside for it.
    pub window: Option<Window>,
    /// Remarks on it.
    pub notes: Vec<Note>,
    /// What to do in it, in order.
    pub slots: Vec<Slot>,
}

/// The smallest thing that is ticked off: one sitting with one subject.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Slot {
    /// Names it for good; marks hang on it.
    pub id: SlotId,
    /// Whether the author gave the id, rather than its being made from day and time.
    pub id_is_given: bool,
    /// When, if a time is set.
    pub time: Option<Window>,
    /// How long, where no time is set.
    pub duration: Option<Minutes>,
    /// What it is about.
    pub title: String,
    /// The topic of the roadmap it belongs to.
    pub topic: Option<TopicId>,
    /// What to read and do, by label, in the author's order.
    pub fields: Vec<Field>,
    /// Remarks on it.
    pub notes: Vec<Note>,
}

impl Slot {
    /// Planned minutes: end minus start, else its duration, else unknown.
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
