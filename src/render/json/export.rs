//! `export --format json`: the whole plan with its dates and marks.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use super::event::{Event, events};
use super::library::Resource;
use super::slot::{DayNumbers, Field, Slot, fields, slot, weekday};
use crate::model::{
    self, Allow, Budget, Deliverable, FrontMatter, Goal, Note, Origin, Reminder, Roadmap,
};
use crate::summary::{self, SlotView, Study};
use crate::text::{DayNames, Message, Phrase};

/// Parts of the model that have just the keys of the answer are serialised as they are.
#[derive(JsonSchema, Serialize)]
pub(crate) struct Plan<'a> {
    title: &'a str,
    language: &'a str,
    direction: Option<&'a str>,
    duration: Option<&'a str>,
    time_budget: Option<TimeBudget<'a>>,
    rest: Vec<String>,
    goal: Option<&'a str>,
    #[serde(serialize_with = "front_matter")]
    #[schemars(with = "BTreeMap<String, FrontMatterValue>")]
    front_matter: &'a [FrontMatter],
    roadmap: &'a Roadmap,
    resources: Vec<Resource<'a>>,
    milestones: Vec<Milestone<'a>>,
    events: Vec<Event<'a>>,
    reminders: &'a [Reminder],
    artifacts: &'a [Note],
    notes: &'a [Note],
    editor_notes: &'a [Note],
    allow: &'a [Allow],
    phases: Vec<Phase<'a>>,
}

#[derive(JsonSchema, Serialize)]
struct TimeBudget<'a> {
    weekday_minutes: Option<Budget>,
    weekend_minutes: Option<Budget>,
    verbatim: Option<&'a str>,
}

#[derive(JsonSchema, Serialize)]
struct Milestone<'a> {
    title: &'a str,
    due: Option<String>,
    goals: &'a [Goal],
    notes: &'a [Note],
    editor_notes: &'a [Note],
}

#[derive(JsonSchema, Serialize)]
struct Phase<'a> {
    title: Option<&'a str>,
    heading: Option<&'a str>,
    span: Option<String>,
    buffer: Option<String>,
    goals: &'a [Goal],
    notes: &'a [Note],
    editor_notes: &'a [Note],
    weeks: Vec<Week<'a>>,
}

#[derive(JsonSchema, Serialize)]
struct Week<'a> {
    week: Option<u32>,
    title: Option<&'a str>,
    goals: &'a [Goal],
    fields: Vec<Field<'a>>,
    notes: &'a [Note],
    editor_notes: &'a [Note],
    days: Vec<Day<'a>>,
    deliverables: &'a [Deliverable],
}

#[derive(JsonSchema, Serialize)]
struct Day<'a> {
    #[serde(flatten)]
    numbers: DayNumbers,
    name: String,
    date: Option<NaiveDate>,
    last_date: Option<NaiveDate>,
    title: Option<&'a str>,
    origin: Option<Origin>,
    notes: &'a [Note],
    editor_notes: &'a [Note],
    sessions: Vec<Session<'a>>,
}

#[derive(JsonSchema, Serialize)]
struct Session<'a> {
    half: Option<&'a str>,
    title: Option<&'a str>,
    window: Option<String>,
    notes: &'a [Note],
    editor_notes: &'a [Note],
    slots: Vec<Slot<'a>>,
}

/// `export --format json`.
pub(crate) fn export(study: &Study) -> Plan<'_> {
    let plan = &study.plan;
    let slots = &mut study.whole_slots();
    let phases = plan.phases.iter().map(|part| phase(study, part, slots));
    Plan {
        title: &plan.title,
        language: &plan.language,
        direction: plan.direction.as_deref(),
        duration: plan.duration.as_deref(),
        time_budget: plan.time_budget.as_ref().map(TimeBudget::from),
        rest: plan.rest.iter().map(|day| weekday(*day)).collect(),
        goal: plan.goal.as_deref(),
        front_matter: &plan.front_matter,
        roadmap: &plan.roadmap,
        resources: plan.resources.iter().map(Resource::from).collect(),
        milestones: plan.milestones.iter().map(Milestone::from).collect(),
        events: events(study, &summary::events(study)),
        reminders: &plan.reminders,
        artifacts: &plan.artifacts,
        notes: &plan.notes,
        editor_notes: &plan.editor_notes,
        allow: &plan.allow,
        phases: phases.collect(),
    }
}

/// The only value of a key, or its list.
#[derive(JsonSchema, Serialize)]
#[serde(untagged)]
pub(super) enum FrontMatterValue<'a> {
    One(&'a str),
    Many(&'a [String]),
}

/// A map from keys to lists, or to the only value if it is not written as a list.
pub(super) fn front_matter<S: Serializer>(
    lines: &&[FrontMatter],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(lines.iter().map(|line| {
        let value = match line.values.as_slice() {
            [only] if !line.is_list => FrontMatterValue::One(only),
            many => FrontMatterValue::Many(many),
        };
        (&line.key, value)
    }))
}

impl<'a> From<&'a model::TimeBudget> for TimeBudget<'a> {
    fn from(budget: &'a model::TimeBudget) -> Self {
        Self {
            weekday_minutes: budget.weekday,
            weekend_minutes: budget.weekend,
            verbatim: budget.verbatim.as_deref(),
        }
    }
}

impl<'a> From<&'a model::Milestone> for Milestone<'a> {
    fn from(milestone: &'a model::Milestone) -> Self {
        Self {
            title: &milestone.title,
            due: milestone.due.map(|due| due.to_string()),
            goals: &milestone.goals,
            notes: &milestone.notes,
            editor_notes: &milestone.editor_notes,
        }
    }
}

/// A phase; `slots` gives the slots of the plan in order, beginning with the first of this phase.
fn phase<'a>(
    study: &'a Study,
    phase: &'a model::Phase,
    slots: &mut impl Iterator<Item = SlotView<'a>>,
) -> Phase<'a> {
    let weeks = phase.weeks.iter().map(|week| Week {
        week: week.number,
        title: week.title.as_deref(),
        goals: &week.goals,
        fields: fields(&week.fields),
        notes: &week.notes,
        editor_notes: &week.editor_notes,
        days: week
            .days
            .iter()
            .map(|entry| day(study, entry, slots))
            .collect(),
        deliverables: &week.deliverables,
    });
    Phase {
        title: phase.title.as_deref(),
        heading: phase.heading.as_deref(),
        span: phase.span.map(|span| span.to_string()),
        buffer: phase.buffer.map(|span| span.to_string()),
        goals: &phase.goals,
        notes: &phase.notes,
        editor_notes: &phase.editor_notes,
        weeks: weeks.collect(),
    }
}

fn day<'a>(
    study: &'a Study,
    day: &'a model::Day,
    slots: &mut impl Iterator<Item = SlotView<'a>>,
) -> Day<'a> {
    let mut dates = None;
    let sessions = day.sessions.iter().map(|session| {
        let views = slots.take(session.slots.len()).map(|view| {
            dates = Some(view.dates);
            slot(study, &view)
        });
        Session {
            half: session.half.as_deref(),
            title: session.title.as_deref(),
            window: session.window.map(|window| window.to_string()),
            notes: &session.notes,
            editor_notes: &session.editor_notes,
            slots: views.collect(),
        }
    });
    let sessions = sessions.collect();
    let name = DayNames::of([day], true, &study.plan.language);
    Day {
        numbers: DayNumbers::from(Some(day)),
        name: Message::from(Phrase::Days(name)).to_string(),
        date: dates.map(|dates| dates.first),
        last_date: dates.map(|dates| dates.last),
        title: day.title.as_deref(),
        origin: day.origin,
        notes: &day.notes,
        editor_notes: &day.editor_notes,
        sessions,
    }
}
