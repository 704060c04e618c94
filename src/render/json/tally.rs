//! Tallies, with the same keys wherever one occurs.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::Minutes;
use crate::summary;

/// Counts and minutes, and what follows from them.
#[derive(JsonSchema, Serialize)]
#[serde(remote = "summary::Tally")]
pub(super) struct Tally {
    slots: u32,
    done: u32,
    skipped: u32,
    overdue: u32,
    /// Neither done nor skipped, overdue ones included.
    #[serde(getter = "summary::Tally::open")]
    open: u32,
    due: u32,
    /// Slots done in whole per cent of all, rounded down; `null` if there are none.
    #[serde(getter = "summary::Tally::percent")]
    percent: Option<u32>,
    #[serde(rename = "planned_minutes")]
    planned: Minutes,
    #[serde(rename = "planned_done_minutes")]
    planned_done: Minutes,
    #[serde(rename = "planned_due_minutes")]
    planned_due: Minutes,
    /// As recorded.
    #[serde(rename = "measured_minutes")]
    measured: Minutes,
    /// Planned minutes of what was done without a recorded time.
    #[serde(rename = "assumed_minutes")]
    assumed: Minutes,
}
