//! The events of the journal.

use chrono::{DateTime, FixedOffset, NaiveDate};
use uuid::Uuid;

use super::Fingerprint;
use crate::model::{Minutes, Placement};

/// The order of an event among all: by Lamport number, then by id. The wall clock never orders.
pub(crate) type Order = (u64, Uuid);

/// Something that happened. Events are a set keyed by `id`, from which nothing is ever removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Event {
    /// Its own id (UUID version 7).
    pub(crate) id: Uuid,
    /// The run of a command that wrote it: one `undo` takes back one `op`.
    pub(crate) op: Uuid,
    /// Lamport number (Lamport, 1978): one more than the greatest its writer had seen; at most 2^53.
    /// It orders events of several devices without trusting their clocks.
    pub(crate) n: u64,
    /// When it happened, by the writer's clock or as the learner said (`done --at`).
    pub(crate) at: DateTime<FixedOffset>,
    /// The study date it counts for. A later change of the time zone doesn't move it.
    pub(crate) day: NaiveDate,
    /// The device that wrote it.
    pub(crate) dev: String,
    /// What happened.
    pub(crate) what: What,
}

/// What happened.
///
/// | event | is reversed by |
/// |---|---|
/// | `Begin` | an `Undo` of its op: the previous start, or none, holds again |
/// | `Done`, `Skip`, `Note` | an `Undo` of their op (or of the event itself) |
/// | `Undo` | an `Undo` of its op, which is what `plan redo` writes |
/// | `Relinked` | an `Undo` of its op: the marks are orphans again |
/// | `Off` | an `Undo` of its op, or an `Off` with `cancel` over the same dates |
/// | `Move` | an `Undo` of its op: the slot is where it was moved before, or where the plan has it |
/// | `Shift`, `Recover` | an `Undo` of their op, which includes its `Move`s |
/// | `Other` | nothing: it is kept and ignored |
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum What {
    /// The plan begins on `start` (`"t":"begin"`).
    Begin {
        /// The plan's id.
        plan: String,
        /// The date of Day 1.
        start: NaiveDate,
    },
    /// A slot was done (`"t":"done"`).
    Done {
        slot: String,
        /// Its title at the time, so that edits of the plan are noticed.
        title: String,
        /// How long it took, if the learner said (`"min"`).
        minutes: Option<Minutes>,
        /// The slot's content at the time (`"sum"`); unknown in events of older versions, and of
        /// deliverables.
        fingerprint: Option<Fingerprint>,
        /// Whether the slot was done already (`"again":true`).
        again: bool,
    },
    /// A slot was skipped (`"t":"skip"`).
    Skip {
        slot: String,
        /// Its title at the time.
        title: String,
        /// Why, if the learner said.
        why: Option<String>,
        /// The slot's content at the time (`"sum"`).
        fingerprint: Option<Fingerprint>,
        /// Whether the slot was skipped already (`"again":true`).
        again: bool,
    },
    /// A note was added to a slot (`"t":"note"`).
    Note {
        slot: String,
        /// Its title at the time.
        title: String,
        /// The note.
        text: String,
    },
    /// Earlier ops or events don't count (`"t":"undo"`, `"of":[...]`).
    Undo {
        /// Ids of ops or of events.
        of: Vec<Uuid>,
    },
    /// The plan has given a slot another id: marks of `from` with the title `was` belong to `to`
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
    /// Some dates were declared days of rest, or days of study again (`"t":"off"`).
    Off {
        /// The first study date.
        first: NaiveDate,
        /// The last, not before the first.
        last: NaiveDate,
        /// Why, if the learner said.
        why: Option<String>,
        /// Whether they are days of study again (`"cancel":true`).
        cancel: bool,
    },
    /// A slot was moved to another date or time (`"t":"move"`). The plan's own is its baseline.
    Move {
        slot: String,
        /// Its title at the time.
        title: String,
        /// Where it was moved (`"to"`, `"until"` for a run of dates, `"time"`).
        to: Placement,
    },
    /// The `Move`s of the same op are a shift by whole weeks (`"t":"shift"`).
    Shift {
        /// The id of the first slot that was shifted.
        from: String,
        /// The number of weeks; negative if it was brought forward.
        weeks: i32,
    },
    /// The `Move`s of the same op are what `plan recover` proposed (`"t":"recover"`).
    Recover {
        /// The strategy: `catch-up`, `rebalance` or `extend`.
        way: String,
    },
    /// An event of a kind that this version doesn't know; kept and ignored.
    Other {
        /// Its kind (`"t"`).
        kind: String,
    },
}

impl Event {
    /// Its order among all events.
    pub(crate) fn order(&self) -> Order {
        (self.n, self.id)
    }

    /// Id and title of the slot that it is about.
    pub(crate) fn slot(&self) -> Option<(&str, &str)> {
        match &self.what {
            What::Done { slot, title, .. }
            | What::Skip { slot, title, .. }
            | What::Note { slot, title, .. }
            | What::Move { slot, title, .. } => Some((slot, title)),
            _ => None,
        }
    }
}
