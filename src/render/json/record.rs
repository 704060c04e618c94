//! What was written to the journal: `done`, `skip`, `note`, `move`, `shift`, `off`, `recover
//! --apply`, `undo`, `redo` and `init`; the history; and the marks that don't fit the plan.

use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use uuid::Uuid;

use super::slot::{Slot, slots};
use crate::escape;
use crate::model::{Minutes, SlotId};
use crate::progress::{Event, OrphanReason};
use crate::render::views::LogStep;
use crate::summary::{SlotView, Study, Tally};
use crate::text::{Label, Message};

/// Marks that don't fit the plan as it is now.
#[derive(JsonSchema, Serialize)]
pub(super) struct Orphan<'a> {
    slot: &'a str,
    title: &'a str,
    why: &'static str,
    /// The new title, or the new id of a slot that moved.
    now: Option<&'a str>,
    /// The ids of the slots that it could be, where several have its title and content.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    perhaps: &'a [String],
}

#[derive(JsonSchema, Serialize)]
pub(crate) struct Recorded<'a> {
    /// The id of the step, which one `undo` takes back.
    op: Uuid,
    recorded: &'a [Event],
    /// The open slots of the day that was marked.
    left_today: Vec<Slot<'a>>,
}

#[derive(JsonSchema, Serialize)]
pub(crate) struct Moved<'a> {
    /// `null` when nothing had to be written.
    op: Option<Uuid>,
    recorded: &'a [Event],
    already_so: bool,
    warnings: &'a [Message],
    left_today: Vec<Slot<'a>>,
}

#[derive(JsonSchema, Serialize)]
pub(crate) struct Rested<'a> {
    #[serde(flatten)]
    moved: Moved<'a>,
    stranded: Stranded<'a>,
}

/// Open slots on the rest days.
#[derive(JsonSchema, Serialize)]
pub(super) struct Stranded<'a> {
    count: usize,
    planned_minutes: Minutes,
    slots: Vec<&'a SlotId>,
}

impl<'a> Stranded<'a> {
    pub(super) fn of(slots: &[SlotView<'a>]) -> Self {
        let mut ids: Vec<&SlotId> = Vec::new();
        for view in slots {
            let id = &view.place.slot.id;
            // Of a slot in several sittings, more than one can be stranded.
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        Self {
            count: ids.len(),
            planned_minutes: Tally::from_iter(slots).planned,
            slots: ids,
        }
    }
}

#[derive(JsonSchema, Serialize)]
pub(crate) struct Stepped<'a> {
    op: Uuid,
    recorded: Vec<&'a Event>,
    /// What `undo` took back; absent in the answer of `redo`.
    #[serde(skip_serializing_if = "Option::is_none")]
    undone: Option<Vec<&'a Event>>,
    /// What `redo` brought back; absent in the answer of `undo`.
    #[serde(skip_serializing_if = "Option::is_none")]
    redone: Option<Vec<&'a Event>>,
    left_today: Vec<Slot<'a>>,
    /// The followed plan, which no step changes.
    followed: &'a str,
}

#[derive(JsonSchema, Serialize)]
pub(crate) struct Begun<'a> {
    /// `null` when the plan had begun already and nothing changed.
    op: Option<Uuid>,
    recorded: &'a [Event],
    changed: bool,
    orphans: Vec<Orphan<'a>>,
}

/// `done`, `skip`, `note`, `recover --apply`.
pub(crate) fn recorded<'a>(
    study: &'a Study,
    op: Uuid,
    written: &'a [Event],
    left: &[SlotView<'a>],
) -> Recorded<'a> {
    Recorded {
        op,
        recorded: written,
        left_today: slots(study, left),
    }
}

/// `move`, `shift`.
pub(crate) fn moved<'a>(
    study: &'a Study,
    op: Uuid,
    written: &'a [Event],
    left: &[SlotView<'a>],
    warnings: &'a [Message],
) -> Moved<'a> {
    Moved {
        op: (!written.is_empty()).then_some(op),
        recorded: written,
        already_so: written.is_empty(),
        warnings,
        left_today: slots(study, left),
    }
}

/// `off`.
pub(crate) fn rested<'a>(moved: Moved<'a>, stranded: &[SlotView<'a>]) -> Rested<'a> {
    let stranded = Stranded::of(stranded);
    Rested { moved, stranded }
}

/// `undo` and `redo`, as `label` says; `about` are the events that were reverted.
pub(crate) fn stepped<'a>(
    study: &'a Study,
    op: Uuid,
    written: impl IntoIterator<Item = &'a Event>,
    (label, about): (Label, impl IntoIterator<Item = &'a Event>),
    left: &[SlotView<'a>],
    followed: &'a str,
) -> Stepped<'a> {
    let about = Some(about.into_iter().collect());
    let (undone, redone) = match label {
        Label::Redone => (None, about),
        _ => (about, None),
    };
    Stepped {
        op,
        recorded: written.into_iter().collect(),
        undone,
        redone,
        left_today: slots(study, left),
        followed,
    }
}

/// `init`.
pub(crate) fn begun<'a>(study: &'a Study, op: Option<Uuid>, written: &'a [Event]) -> Begun<'a> {
    Begun {
        op,
        recorded: written,
        changed: op.is_some(),
        orphans: orphans(study),
    }
}

pub(super) fn orphans(study: &Study) -> Vec<Orphan<'_>> {
    let orphans = study.reconciled.orphans.iter().map(|orphan| {
        let mut perhaps: &[String] = &[];
        let (why, now) = match &orphan.reason {
            OrphanReason::Retitled { now } => ("retitled", Some(now.as_str())),
            OrphanReason::Moved { to, .. } => ("moved", Some(to.as_str())),
            OrphanReason::Ambiguous { slots } => {
                perhaps = slots;
                ("ambiguous", None)
            }
            OrphanReason::Replaced { now } => ("replaced", Some(now.as_str())),
            OrphanReason::Gone => ("gone", None),
        };
        Orphan {
            slot: &orphan.slot,
            title: &orphan.title,
            why,
            now,
            perhaps,
        }
    });
    orphans.collect()
}

#[derive(JsonSchema, Serialize)]
pub(crate) struct Log<'a> {
    #[serde(serialize_with = "each")]
    #[schemars(with = "Vec<Step>")]
    events: &'a [LogStep<'a>],
}

#[derive(JsonSchema, Serialize)]
struct Step<'a> {
    #[serde(flatten)]
    event: &'a Event,
    /// What a reader calls the event; `t` is its name in the journal.
    verb: &'a str,
    /// Whether it still counts.
    live: bool,
}

/// Each event when its turn comes: there may be a million.
fn each<S: Serializer>(steps: &&[LogStep], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(steps.iter().map(of))
}

/// `log --lines`: an event a line, as they come.
pub(crate) fn log_lines(steps: &[LogStep]) -> String {
    let line = |step: &LogStep| serde_json::to_string(&of(step)).unwrap_or_default() + "\n";
    let lines: String = steps.iter().map(line).collect();
    escape::json(&lines).into_owned()
}

fn of<'a>(step: &'a LogStep) -> Step<'a> {
    Step {
        event: step.event,
        verb: step.verb(),
        live: step.live,
    }
}

/// `log`.
pub(crate) fn log<'a>(steps: &'a [LogStep<'a>]) -> Log<'a> {
    Log { events: steps }
}
