//! What a day holds, before its slots have ids.

use super::slot::Draft;
use crate::model::Session;

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
