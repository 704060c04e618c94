//! What a day holds, before its slots have ids.

use super::slot::Draft;
use crate::model::{Field, Goal, Note, Period, Session};

/// What a day holds.
#[derive(Debug, Clone, Default)]
pub(super) struct DayContent {
    pub(crate) sessions: Vec<(Session, Vec<Draft>)>,
    /// The things to hand in, and whether they are ticked.
    pub(crate) deliverables: Vec<(String, bool)>,
    pub(crate) breaks: Vec<u32>,
    pub(crate) minutes: Option<u32>,
}

/// Work without days: if there is none, the unit itself is, with its cells.
#[derive(Debug, Clone, Default)]
pub(super) struct Work {
    pub(crate) drafts: Vec<Draft>,
    pub(crate) cells: Vec<usize>,
}

/// What a week or phase holds besides its days.
#[derive(Debug, Clone, Default)]
pub(super) struct WeekContent {
    pub(crate) goals: Vec<Goal>,
    pub(crate) fields: Vec<Field>,
    pub(crate) notes: Vec<Note>,
    /// Things to hand in, and whether they are ticked.
    pub(crate) deliverables: Vec<(String, bool)>,
    /// Work without a day.
    pub(crate) work: Work,
    /// How long it lasts, where a line says so.
    pub(crate) span: Option<Period>,
    /// How many minutes a week it takes, where a line says so.
    pub(crate) weekly: Option<u32>,
}

impl WeekContent {
    /// Whether there is nothing to do, and nothing to know.
    pub(super) fn is_empty(&self) -> bool {
        let has_work = !self.work.drafts.is_empty() || !self.work.cells.is_empty();
        !has_work && self.fields.is_empty() && self.notes.is_empty() && self.goals.is_empty()
    }
}
