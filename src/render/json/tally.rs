//! Counts and minutes.

use serde::Serialize;

use crate::model::Minutes;
use crate::summary::{self, Today};

#[derive(Serialize)]
pub(super) struct Tally {
    slots: u32,
    done: u32,
    skipped: u32,
    overdue: u32,
    open: u32,
    due: u32,
    percent: Option<u32>,
    planned_minutes: Minutes,
    planned_done_minutes: Minutes,
    planned_due_minutes: Minutes,
    measured_minutes: Minutes,
    assumed_minutes: Minutes,
}

impl From<&summary::Tally> for Tally {
    fn from(tally: &summary::Tally) -> Self {
        Self {
            slots: tally.slots,
            done: tally.done,
            skipped: tally.skipped,
            overdue: tally.overdue,
            open: tally.open(),
            due: tally.due,
            percent: tally.percent(),
            planned_minutes: tally.planned,
            planned_done_minutes: tally.planned_done,
            planned_due_minutes: tally.planned_due,
            measured_minutes: tally.measured,
            assumed_minutes: tally.assumed,
        }
    }
}

/// Progress in the calendar week and in the whole plan.
#[derive(Serialize)]
pub(super) struct Progress {
    week: Tally,
    plan: Tally,
}

impl From<&Today<'_>> for Progress {
    fn from(today: &Today) -> Self {
        Self {
            week: Tally::from(&today.week),
            plan: Tally::from(&today.plan),
        }
    }
}
