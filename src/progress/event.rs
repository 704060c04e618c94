//! One thing that happened, as the journal keeps it.

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Fingerprint;
use crate::model::{Minutes, Window};

/// Where an event stands among all: by Lamport number, then by id. The wall clock never orders.
pub type Order = (u64, Uuid);

/// Where a slot stands: a date, or a run of them, and a time of day where it has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Placement {
    /// The study date; of a run of them the first.
    pub date: NaiveDate,
    /// The last study date, not before the first; equal to it for a single date.
    pub last: NaiveDate,
    /// The time as it was given; where the plan says now how long the slot is, it ends by that.
    pub time: Option<Window>,
}

/// One thing that happened. Events are a set keyed by `id`; nothing is ever taken out of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its own id (UUID version 7).
    pub id: Uuid,
    /// The run of a command it belongs to: one `undo` takes back one `op`.
    pub op: Uuid,
    /// Lamport number: one more than the greatest its writer had seen; at most 2^53.
    pub n: u64,
    /// When it happened, by the writer's clock or in the learner's words (`done --at`).
    pub at: DateTime<FixedOffset>,
    /// The learner's study date it counts for, fixed when written: a later change of zone does
    /// not move it.
    pub day: NaiveDate,
    /// The device that wrote it.
    pub dev: String,
    /// What happened.
    pub what: What,
}

/// What happened.
///
/// | event | is taken back by |
/// |---|---|
/// | `Begin` | an `Undo` of its op: the start before it, or none, holds again |
/// | `Done`, `Skip`, `Note` | an `Undo` of their op (or of the event itself) |
/// | `Undo` | an `Undo` of its op, which is what `plan redo` writes |
/// | `Relinked` | an `Undo` of its op: the marks are orphans again |
/// | `Off` | an `Undo` of its op, or an `Off` with `cancel` over the same dates |
/// | `Move` | an `Undo` of its op: the slot is where it was put before, or where the plan has it |
/// | `Shift`, `Recover` | an `Undo` of their op, whose `Move`s go with them |
/// | `Other` | nothing: it is kept and ignored |
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// The plan begins on `start` (`"t":"begin"`).
    Begin {
        /// The plan's id.
        plan: String,
        /// The date of Day 1.
        start: NaiveDate,
    },
    /// A slot was done (`"t":"done"`).
    Done {
        /// The slot.
        slot: String,
        /// Its title at the time, to notice when the plan has been edited.
        title: String,
        /// How long it took, if the learner said (`"min"`).
        minutes: Option<Minutes>,
        /// What the slot held (`"sum"`), to notice later that it holds something else; unknown in
        /// events of older versions, and of deliverables.
        fingerprint: Option<Fingerprint>,
        /// Whether the slot was done already when this was written (`"again":true`).
        again: bool,
    },
    /// A slot was left out on purpose (`"t":"skip"`).
    Skip {
        /// The slot.
        slot: String,
        /// Its title at the time.
        title: String,
        /// Why, if the learner said.
        why: Option<String>,
        /// What the slot held (`"sum"`).
        fingerprint: Option<Fingerprint>,
        /// Whether the slot was skipped already when this was written (`"again":true`).
        again: bool,
    },
    /// A remark on a slot (`"t":"note"`).
    Note {
        /// The slot.
        slot: String,
        /// Its title at the time.
        title: String,
        /// The remark.
        text: String,
    },
    /// Earlier ops, or single events, do not count (`"t":"undo"`, `"of":[...]`).
    Undo {
        /// Ids of ops or of events.
        of: Vec<Uuid>,
    },
    /// A slot of the plan got another id: marks of `from` with the title `was` belong to `to`
    /// (`"t":"moved"`).
    Relinked {
        /// The slot's former id.
        from: String,
        /// The title the marks were made under.
        was: String,
        /// The slot's id now.
        to: String,
        /// The slot's title now.
        title: String,
    },
    /// Rest was declared, or called off again, over some dates (`"t":"off"`).
    Off {
        /// The first study date.
        first: NaiveDate,
        /// The last, not before the first.
        last: NaiveDate,
        /// Why, if the learner said.
        why: Option<String>,
        /// Whether the dates are days of study again (`"cancel":true`).
        cancel: bool,
    },
    /// A slot was put on another date or time (`"t":"move"`). The plan's own is its baseline.
    Move {
        /// The slot.
        slot: String,
        /// Its title at the time.
        title: String,
        /// Where it was put (`"to"`, `"until"` where that is another date, `"time"`).
        to: Placement,
    },
    /// What the `Move`s of the same op are: a shift by whole weeks (`"t":"shift"`).
    Shift {
        /// The first slot that was shifted, by id.
        from: String,
        /// By how many weeks; less than 0 where it was brought forward.
        weeks: i32,
    },
    /// What the `Move`s of the same op are: a way back that was taken (`"t":"recover"`).
    Recover {
        /// Which: `catch-up`, `rebalance` or `extend`.
        way: String,
    },
    /// A kind of event this version does not know (its `"t"`); kept and ignored.
    Other {
        /// What it calls itself.
        kind: String,
    },
}

impl Event {
    /// Where it stands among all events.
    #[must_use]
    pub fn order(&self) -> Order {
        (self.n, self.id)
    }

    /// The slot it speaks of and that slot's title at the time.
    #[must_use]
    pub fn slot(&self) -> Option<(&str, &str)> {
        match &self.what {
            What::Done { slot, title, .. }
            | What::Skip { slot, title, .. }
            | What::Note { slot, title, .. }
            | What::Move { slot, title, .. } => Some((slot, title)),
            _ => None,
        }
    }
}
