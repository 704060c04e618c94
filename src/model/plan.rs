//! The plan and its levels.

use chrono::{NaiveDate, Weekday};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Field, FixedEvent, MilestoneDue, Minutes, Note, Period, PlanId, Resource, SlotId, TopicId,
    Weekdays, Window,
};

/// A whole study plan, as its author wrote it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Plan {
    /// Names the plan and its journal.
    pub(crate) id: PlanId,
    pub(crate) title: String,
    /// The language its content is written in, such as `zh` or `en`.
    pub(crate) language: String,
    /// The subject area.
    pub(crate) direction: Option<String>,
    /// How long it says it takes, in the author's words.
    pub(crate) duration: Option<String>,
    /// Study time per day.
    pub(crate) time_budget: Option<TimeBudget>,
    /// What the learner can do at the end.
    pub(crate) goal: Option<String>,
    /// The front matter of the document it came from, verbatim.
    pub(crate) front_matter: Vec<FrontMatter>,
    pub(crate) roadmap: Roadmap,
    /// The library, whose entries slots refer to by id.
    pub(crate) resources: Vec<Resource>,
    /// Goals with due dates.
    pub(crate) milestones: Vec<Milestone>,
    /// Exams and other events on fixed dates.
    pub(crate) events: Vec<FixedEvent>,
    /// Advice to keep in mind.
    pub(crate) reminders: Vec<Reminder>,
    /// Text of the source document that is not part of the plan.
    pub(crate) artifacts: Vec<Note>,
    /// What the author adds to the plan as a whole.
    pub(crate) notes: Vec<Note>,
    /// The editor's notes on the author's text; shown only with `--editor-notes`.
    pub(crate) editor_notes: Vec<Note>,
    /// Weekdays left free on purpose.
    pub(crate) rest: Vec<Weekday>,
    /// Warnings that are known and accepted.
    pub(crate) allow: Vec<Allow>,
    /// The parts of the plan, in order.
    pub(crate) phases: Vec<Phase>,
}

/// A line of front matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct FrontMatter {
    pub(crate) key: String,
    /// Its value, or the entries of its list.
    pub(crate) values: Vec<String>,
    /// Whether it is written as a list.
    pub(crate) is_list: bool,
}

/// Study time per day, by kind of day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct TimeBudget {
    /// Monday to Friday.
    pub(crate) weekday: Option<Budget>,
    /// Saturday and Sunday.
    pub(crate) weekend: Option<Budget>,
    /// The author's own words for it.
    pub(crate) verbatim: Option<String>,
}

/// The least and the most minutes of a day.
#[derive(JsonSchema, Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Budget {
    pub(crate) low: Minutes,
    /// The most; equal to `low` where the author gives one number.
    pub(crate) high: Minutes,
}

/// A graph of topics, and the author's drawing of it.
#[derive(JsonSchema, Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Roadmap {
    pub(crate) topics: Vec<Topic>,
    /// Classes of topics, with the style the author draws them in.
    pub(crate) classes: Vec<Class>,
    /// Time-boxes of topics.
    pub(crate) stages: Vec<Stage>,
    /// The author's drawing (Mermaid), verbatim.
    pub(crate) source: Option<String>,
    pub(crate) notes: Vec<Note>,
    pub(crate) editor_notes: Vec<Note>,
}

impl Roadmap {
    /// The topic called `id`.
    pub(crate) fn topic(&self, id: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id.as_str() == id)
    }
}

/// A subject to learn.
#[derive(JsonSchema, Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Topic {
    /// The id that slots refer to.
    pub(crate) id: TopicId,
    pub(crate) title: String,
    /// The class that gives it its style in the drawing.
    pub(crate) class: Option<String>,
    /// The topics that come before it.
    pub(crate) after: Vec<TopicId>,
}

/// A class of topics in the drawing.
#[derive(JsonSchema, Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Class {
    pub(crate) name: String,
    /// Its style, in the syntax of the drawing.
    pub(crate) style: String,
}

/// A time-box of the roadmap.
#[derive(JsonSchema, Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Stage {
    pub(crate) title: String,
    /// Its time, in the author's words (1-2周).
    pub(crate) span: Option<String>,
    pub(crate) topics: Vec<TopicId>,
}

/// A milestone: goals with a due date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Milestone {
    /// Its title, such as 第一个月.
    pub(crate) title: String,
    /// When it is due.
    pub(crate) due: Option<MilestoneDue>,
    /// The goals to reach by then.
    pub(crate) goals: Vec<Goal>,
    pub(crate) notes: Vec<Note>,
    pub(crate) editor_notes: Vec<Note>,
}

/// Something to reach.
#[derive(JsonSchema, Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Goal {
    /// The author's words.
    pub(crate) text: String,
    /// Weeks (`w1`), topics (`A`) or deliverables (`w05.2`) that fulfil it.
    pub(crate) by: Vec<String>,
}

/// Advice to keep in mind.
#[derive(JsonSchema, Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Reminder {
    pub(crate) text: String,
    /// What it applies to, in the author's words.
    pub(crate) scope: Option<String>,
}

/// A warning that is known and accepted.
#[derive(JsonSchema, Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Allow {
    /// The rule's name, such as `gap`.
    pub(crate) rule: String,
    /// Where: the name of a day (`d12`), week (`w3`), slot, topic, resource and so on.
    pub(crate) at: String,
    /// Why it is accepted.
    pub(crate) why: String,
}

/// A part of the plan that spans several weeks.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(crate) struct Phase {
    /// Its short name; `None` where the plan has no phases.
    pub(crate) title: Option<String>,
    /// The heading it has in the source document, verbatim.
    pub(crate) heading: Option<String>,
    /// How long the author says it lasts.
    pub(crate) span: Option<Period>,
    /// Free time after its weeks, for catching up.
    pub(crate) buffer: Option<Period>,
    pub(crate) goals: Vec<Goal>,
    pub(crate) notes: Vec<Note>,
    pub(crate) editor_notes: Vec<Note>,
    pub(crate) weeks: Vec<Week>,
}

/// A week of the plan, which may differ from a calendar week.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(crate) struct Week {
    /// Its number from 1; `None` where the plan has no weeks.
    pub(crate) number: Option<u32>,
    /// Its subject.
    pub(crate) title: Option<String>,
    pub(crate) goals: Vec<Goal>,
    /// Further facts about it, by label.
    pub(crate) fields: Vec<Field>,
    pub(crate) notes: Vec<Note>,
    pub(crate) editor_notes: Vec<Note>,
    pub(crate) days: Vec<Day>,
    /// What to hand in at its end.
    pub(crate) deliverables: Vec<Deliverable>,
}

/// Something to hand in.
#[derive(JsonSchema, Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Deliverable {
    /// Its id, `w05.1`.
    pub(crate) id: String,
    pub(crate) text: String,
    /// When it is due; else when its week ends.
    pub(crate) due: Option<NaiveDate>,
    /// Whether it was done when the plan was made from a note.
    pub(crate) ticked: bool,
}

/// An entry of the list of days: a day, a range of days (`18-19`), the whole week where a week
/// lists slots without days, or a slot that the learner added.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(crate) struct Day {
    /// Its first and last number, equal for a single day; `None` for a whole week and for an added
    /// slot.
    pub(crate) numbers: Option<(u32, u32)>,
    /// The weekdays it falls on; `None` for any.
    pub(crate) weekdays: Option<Weekdays>,
    /// Its date if the learner added it; then no file has it.
    pub(crate) added: Option<NaiveDate>,
    /// Its subject.
    pub(crate) title: Option<String>,
    /// Who wrote it.
    pub(crate) origin: Option<Origin>,
    pub(crate) notes: Vec<Note>,
    pub(crate) editor_notes: Vec<Note>,
    pub(crate) sessions: Vec<Session>,
}

/// Where a day's content comes from.
#[derive(JsonSchema, Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Origin {
    /// The source document, at this line (from 1).
    Seed(u32),
    /// Written for this plan.
    Authored,
}

/// A part of a day, such as the morning.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(crate) struct Session {
    /// The half of the day, in the author's words (上午); `None` if the day is not divided.
    pub(crate) half: Option<String>,
    /// Its subject.
    pub(crate) title: Option<String>,
    /// The time the author sets aside for it.
    pub(crate) window: Option<Window>,
    pub(crate) notes: Vec<Note>,
    pub(crate) editor_notes: Vec<Note>,
    /// What to do in it, in order.
    pub(crate) slots: Vec<Slot>,
}

/// The unit of work that is marked: one sitting on one subject.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Slot {
    /// Its permanent id, which marks refer to.
    pub(crate) id: SlotId,
    /// Whether the author gave the id; else it is made of the day and the time.
    pub(crate) id_is_given: bool,
    /// When, if a time is set.
    pub(crate) time: Option<Window>,
    /// How long, where no time is set.
    pub(crate) duration: Option<Minutes>,
    /// Its subject.
    pub(crate) title: String,
    /// The topic of the roadmap it belongs to.
    pub(crate) topic: Option<TopicId>,
    /// Whether it was done when the plan was made from a note.
    pub(crate) ticked: bool,
    /// What to read and do, by label, in the author's order.
    pub(crate) fields: Vec<Field>,
    pub(crate) notes: Vec<Note>,
    pub(crate) editor_notes: Vec<Note>,
}

impl Slot {
    /// Planned minutes: from start to end, else the duration, else unknown.
    pub(crate) fn planned(&self) -> Option<Minutes> {
        self.time.map(Window::length).or(self.duration)
    }
}

impl Day {
    /// Its slots in order.
    pub(crate) fn slots(&self) -> impl Iterator<Item = &Slot> {
        self.sessions.iter().flat_map(|session| &session.slots)
    }
}
