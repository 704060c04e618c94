//! Timers: `start`, `stop`, and those that are running.

use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use crate::model::{Minutes, PlanId};
use crate::progress::Event;
use crate::summary::TimerView;

/// A timer that is running.
#[derive(JsonSchema, Serialize)]
pub(super) struct Timer<'a> {
    plan: &'a PlanId,
    slot: &'a str,
    title: &'a str,
    since: String,
    device: &'a str,
    /// How long the slot was worked on today; `null` if the timer was started on an earlier study day.
    minutes: Option<Minutes>,
}

#[derive(JsonSchema, Serialize)]
pub(crate) struct Timed<'a> {
    op: Uuid,
    recorded: &'a [Event],
    timers: Vec<Timer<'a>>,
}

/// `start` and `stop`; `running` are the timers that run after that.
pub(crate) fn timed<'a>(op: Uuid, written: &'a [Event], running: &[TimerView<'a>]) -> Timed<'a> {
    Timed {
        op,
        recorded: written,
        timers: timers(running),
    }
}

pub(super) fn timers<'a>(views: &[TimerView<'a>]) -> Vec<Timer<'a>> {
    let timer = |view: &TimerView<'a>| Timer {
        plan: &view.study.plan.id,
        slot: view.slot,
        title: view.title,
        since: view.timer.since.to_rfc3339(),
        device: &view.timer.dev,
        minutes: view.minutes,
    };
    views.iter().map(timer).collect()
}
