//! `show plan`: the plan as a whole.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use super::export::{FrontMatterValue, front_matter};
use super::slot::weekday;
use super::tally::Tally;
use crate::model::{FrontMatter, Minutes, Note, Reminder, TopicId};
use crate::summary::{self, BudgetUse, MilestoneView, PhaseRow, StageRow, Study};

#[derive(JsonSchema, Serialize)]
pub(crate) struct Overview<'a> {
    title: &'a str,
    language: &'a str,
    direction: Option<&'a str>,
    duration: Option<&'a str>,
    first_date: NaiveDate,
    last_date: NaiveDate,
    goal: Option<&'a str>,
    time_budget: Option<TimeBudget<'a>>,
    rest: Vec<String>,
    #[serde(with = "Tally")]
    progress: summary::Tally,
    /// Those that are of no stage or phase.
    reminders: Vec<&'a Reminder>,
    stages: Vec<Stage<'a>>,
    phases: Vec<Phase<'a>>,
    milestones: Vec<Milestone<'a>>,
    notes: &'a [Note],
    editor_notes: &'a [Note],
    roadmap_notes: &'a [Note],
    roadmap_editor_notes: &'a [Note],
    #[serde(serialize_with = "front_matter")]
    #[schemars(with = "BTreeMap<String, FrontMatterValue>")]
    front_matter: &'a [FrontMatter],
    artifacts: &'a [Note],
}

#[derive(JsonSchema, Serialize)]
struct TimeBudget<'a> {
    verbatim: Option<&'a str>,
    weekday: Option<Used>,
    weekend: Option<Used>,
}

/// A budget, and what days of one date with known minutes use of it.
#[derive(JsonSchema, Serialize)]
struct Used {
    low_minutes: Minutes,
    high_minutes: Minutes,
    days: u32,
    days_over: u32,
    average_minutes: Minutes,
    most_minutes: Minutes,
}

#[derive(JsonSchema, Serialize)]
struct Stage<'a> {
    title: &'a str,
    span: Option<&'a str>,
    topics: &'a [TopicId],
    #[serde(with = "Tally")]
    progress: summary::Tally,
    reminders: Vec<&'a Reminder>,
}

#[derive(JsonSchema, Serialize)]
struct Phase<'a> {
    phase: usize,
    title: Option<&'a str>,
    heading: Option<&'a str>,
    /// The numbers of its first and last week.
    weeks: Option<(u32, u32)>,
    #[serde(with = "Tally")]
    progress: summary::Tally,
    reminders: Vec<&'a Reminder>,
}

#[derive(JsonSchema, Serialize)]
struct Milestone<'a> {
    title: &'a str,
    due: Option<NaiveDate>,
    goals: usize,
    reached_goals: usize,
    notes: &'a [Note],
    editor_notes: &'a [Note],
}

pub(super) fn overview<'a>(study: &'a Study, view: &summary::Overview<'a>) -> Overview<'a> {
    let plan = &study.plan;
    let used = |weekend| {
        let found = view.budgets.iter().find(|used| used.weekend == weekend);
        found.map(Used::from)
    };
    Overview {
        title: &plan.title,
        language: &plan.language,
        direction: plan.direction.as_deref(),
        duration: plan.duration.as_deref(),
        first_date: view.dates.first,
        last_date: view.dates.last,
        goal: plan.goal.as_deref(),
        time_budget: plan.time_budget.as_ref().map(|budget| TimeBudget {
            verbatim: budget.verbatim.as_deref(),
            weekday: used(false),
            weekend: used(true),
        }),
        rest: plan.rest.iter().map(|day| weekday(*day)).collect(),
        progress: view.tally,
        reminders: view.reminders.clone(),
        stages: view.stages.iter().map(Stage::from).collect(),
        phases: view.phases.iter().map(Phase::from).collect(),
        milestones: view.milestones.iter().map(Milestone::from).collect(),
        notes: &plan.notes,
        editor_notes: &plan.editor_notes,
        roadmap_notes: &plan.roadmap.notes,
        roadmap_editor_notes: &plan.roadmap.editor_notes,
        front_matter: &plan.front_matter,
        artifacts: &plan.artifacts,
    }
}

impl From<&BudgetUse> for Used {
    fn from(used: &BudgetUse) -> Self {
        Self {
            low_minutes: used.budget.low,
            high_minutes: used.budget.high,
            days: used.days,
            days_over: used.over,
            average_minutes: used.average,
            most_minutes: used.most,
        }
    }
}

impl<'a> From<&StageRow<'a>> for Stage<'a> {
    fn from(row: &StageRow<'a>) -> Self {
        Self {
            title: &row.stage.title,
            span: row.stage.span.as_deref(),
            topics: &row.stage.topics,
            progress: row.tally,
            reminders: row.reminders.clone(),
        }
    }
}

impl<'a> From<&(PhaseRow<'a>, Vec<&'a Reminder>)> for Phase<'a> {
    fn from((row, reminders): &(PhaseRow<'a>, Vec<&'a Reminder>)) -> Self {
        Self {
            phase: row.number,
            title: row.phase.title.as_deref(),
            heading: row.phase.heading.as_deref(),
            weeks: row.weeks,
            progress: row.tally,
            reminders: reminders.clone(),
        }
    }
}

impl<'a> From<&MilestoneView<'a>> for Milestone<'a> {
    fn from(view: &MilestoneView<'a>) -> Self {
        Self {
            title: &view.milestone.title,
            due: view.due,
            goals: view.goals.len(),
            reached_goals: view.reached_goals(),
            notes: &view.milestone.notes,
            editor_notes: &view.milestone.editor_notes,
        }
    }
}
