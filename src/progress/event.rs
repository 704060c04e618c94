//! The events of the journal.

mod about;
mod keys;

use chrono::{DateTime, FixedOffset, NaiveDate};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use self::keys::{
    FixedEventKeys, PlacementKeys, TermKeys, fixed_event_keys, optional_text, part_text,
    placement_keys, rfc3339, term_keys,
};
use super::due_kind::DueKind;
use super::fingerprint::{Content, Fingerprint};
use super::laid::{FitTerms, LaidSlot};
use crate::model::{AddedSlot, FixedEvent, Minutes, Placement, Stretch, Window};

/// The order of an event among all: by Lamport number, then by id. The wall clock never orders.
pub(crate) type Order = (u64, Uuid);

/// Something that happened. Events are a set keyed by `id`, from which nothing is ever removed.
/// Serialised, it has the keys of its line in the journal.
#[derive(JsonSchema, Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Event {
    /// Its own id (UUID version 7).
    pub(crate) id: Uuid,
    /// The run of a command that wrote it: one `undo` takes back one `op`.
    pub(crate) op: Uuid,
    /// Lamport number (Lamport, 1978): one more than the greatest its writer had seen; at most 2^53.
    /// It orders events of several devices without trusting their clocks.
    pub(crate) n: u64,
    #[serde(flatten)]
    pub(crate) what: What,
    /// When it happened, by the writer's clock or as the learner said (`done --at`).
    #[serde(serialize_with = "rfc3339")]
    #[schemars(with = "DateTime<FixedOffset>")]
    pub(crate) at: DateTime<FixedOffset>,
    /// The study date it counts for. A later change of the time zone doesn't move it.
    pub(crate) day: NaiveDate,
    /// The device that wrote it.
    pub(crate) dev: String,
}

/// What happened.
///
/// | event | is reversed by |
/// |---|---|
/// | `Begin` | an `Undo` of its op: the previous start, or none, holds again |
/// | `Done`, `Sitting`, `Skip`, `Note` | an `Undo` of their op (or of the event itself) |
/// | `Reopen`, `Unnote` | an `Undo` of their op: the slot is done or skipped, or the note is there, again |
/// | `Start`, `Stop` | an `Undo` of their op: the timer has never run, or runs again |
/// | `Undo` | an `Undo` of its op, which is what `plan redo` writes |
/// | `Relinked` | an `Undo` of its op: the marks are orphans again |
/// | `Add` | an `Undo` of its op: the slot is gone, and marks made for it are orphans |
/// | `Off` | an `Undo` of its op, or an `Off` with `cancel` over the same dates |
/// | `Off` with `cancel` and `why`, a day at work | the same, or an `Off` over the same dates |
/// | `Move` | an `Undo` of its op: the slot is where it was moved before, or where the plan has it |
/// | `Fit` | an `Undo` of its op: the fit before, or the plan's own dates, hold again, and the moves since then |
/// | `FixedEvent` | an `Undo` of its op, or a `Due` without a date: the event is gone |
/// | `Due` | an `Undo` of its op: the date before holds again, or the event is there again |
/// | `Shift`, `Recover` | an `Undo` of their op, which includes its `Move`s |
/// | `Other` | nothing: it is kept and ignored |
#[derive(JsonSchema, Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "t", rename_all = "lowercase")]
pub(crate) enum What {
    /// The plan begins on `start`.
    Begin {
        /// The plan's id.
        plan: String,
        /// The date of Day 1.
        start: NaiveDate,
        /// Whether nothing that was recorded before counts, except rest days, events and due dates.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        afresh: bool,
    },
    /// A slot was done.
    Done {
        /// How long it took, if the learner said.
        #[serde(rename = "min")]
        minutes: Option<Minutes>,
        /// The slot's content at the time. It is unknown in events of older versions, and
        /// deliverables have none.
        #[serde(rename = "sum", serialize_with = "optional_text")]
        #[schemars(with = "Option<String>")]
        fingerprint: Option<Fingerprint>,
        /// Whether the slot was done already.
        again: bool,
        slot: String,
        /// Its title at the time, so that edits of the plan are noticed.
        title: String,
    },
    /// A sitting of a slot that is divided into several was done.
    Sitting {
        /// Which part of the slot's planned minutes it is.
        #[serde(serialize_with = "part_text")]
        #[schemars(with = "String")]
        part: Stretch,
        /// How long it took, if the learner said.
        #[serde(rename = "min")]
        minutes: Option<Minutes>,
        /// The slot's content at the time.
        #[serde(rename = "sum", serialize_with = "optional_text")]
        #[schemars(with = "Option<String>")]
        fingerprint: Option<Fingerprint>,
        /// Whether it was done already.
        again: bool,
        slot: String,
        /// The slot's title at the time.
        title: String,
    },
    /// A slot was skipped.
    Skip {
        /// Why, if the learner said.
        why: Option<String>,
        /// The slot's content at the time.
        #[serde(rename = "sum", serialize_with = "optional_text")]
        #[schemars(with = "Option<String>")]
        fingerprint: Option<Fingerprint>,
        /// Whether the slot was skipped already.
        again: bool,
        slot: String,
        /// Its title at the time.
        title: String,
    },
    /// A note was added to a slot.
    Note {
        text: String,
        /// The slot's content at the time.
        #[serde(rename = "sum", serialize_with = "optional_text")]
        #[schemars(with = "Option<String>")]
        fingerprint: Option<Fingerprint>,
        slot: String,
        /// Its title at the time.
        title: String,
    },
    /// A slot that was done or skipped is open again: earlier marks of it no longer count.
    Reopen {
        /// The slot's content at the time.
        #[serde(rename = "sum", serialize_with = "optional_text")]
        #[schemars(with = "Option<String>")]
        fingerprint: Option<Fingerprint>,
        slot: String,
        /// Its title at the time.
        title: String,
    },
    /// A note was removed from a slot.
    Unnote {
        /// The id of the event that added it.
        of: Uuid,
        /// The slot's content at the time.
        #[serde(rename = "sum", serialize_with = "optional_text")]
        #[schemars(with = "Option<String>")]
        fingerprint: Option<Fingerprint>,
        slot: String,
        /// Its title at the time.
        title: String,
    },
    /// A timer was started for a slot.
    Start {
        /// The sitting that it is for, if the slot is divided into several.
        #[serde(
            skip_serializing_if = "Option::is_none",
            serialize_with = "optional_text"
        )]
        #[schemars(with = "String")]
        part: Option<Stretch>,
        /// The slot's content at the time.
        #[serde(rename = "sum", serialize_with = "optional_text")]
        #[schemars(with = "Option<String>")]
        fingerprint: Option<Fingerprint>,
        slot: String,
        /// Its title at the time.
        title: String,
    },
    /// A timer was stopped.
    Stop {
        /// The id of the event that started it.
        of: Uuid,
        /// The slot's content at the time.
        #[serde(rename = "sum", serialize_with = "optional_text")]
        #[schemars(with = "Option<String>")]
        fingerprint: Option<Fingerprint>,
        slot: String,
        /// Its title at the time.
        title: String,
    },
    /// Earlier ops or events don't count.
    Undo {
        /// Ids of ops or of events.
        of: Vec<Uuid>,
    },
    /// The plan has given a slot another id, title or content: marks of `from` with the title `was`
    /// and the content `was_sum` belong to `to`. If neither content is known, those with any content
    /// do.
    #[serde(rename = "moved")]
    Relinked {
        /// The slot's former id.
        from: String,
        /// The title the marks were made under.
        was: String,
        /// The content they were made under.
        #[serde(serialize_with = "optional_text")]
        #[schemars(with = "Option<String>")]
        was_sum: Option<Fingerprint>,
        /// The slot's id now.
        to: String,
        /// The slot's title now.
        title: String,
        /// The slot's content now.
        #[serde(rename = "sum", serialize_with = "optional_text")]
        #[schemars(with = "Option<String>")]
        fingerprint: Option<Fingerprint>,
    },
    /// A slot was added that no file has. A slot of the plan file with its id takes its place.
    Add(AddedSlot),
    /// Some dates became rest days, or study days again. Days that a calendar calls days at work are
    /// study days with the name it gives them: hours are those of a Monday there, whatever the
    /// weekday.
    Off {
        /// The first study date.
        #[serde(rename = "from")]
        first: NaiveDate,
        /// The last, not before the first.
        #[serde(rename = "to")]
        last: NaiveDate,
        /// Why, if the learner or the calendar said; with `cancel`, what the day at work is called.
        why: Option<String>,
        /// Whether they are days of study again.
        cancel: bool,
        /// The calendar that it was imported from.
        #[serde(skip_serializing_if = "Option::is_none")]
        source: Option<String>,
    },
    /// A slot was moved to another date or time. The plan's own is its baseline.
    Move {
        /// Where it was moved.
        #[serde(flatten, serialize_with = "placement_keys")]
        #[schemars(with = "PlacementKeys")]
        to: Placement,
        /// The sitting that was moved, if it is not the whole slot.
        #[serde(
            skip_serializing_if = "Option::is_none",
            serialize_with = "optional_text"
        )]
        #[schemars(with = "String")]
        part: Option<Stretch>,
        /// The slot's content at the time.
        #[serde(rename = "sum", serialize_with = "optional_text")]
        #[schemars(with = "Option<String>")]
        fingerprint: Option<Fingerprint>,
        slot: String,
        /// Its title at the time.
        title: String,
    },
    /// The plan was fitted to the learner's week, which gives every slot new dates. A large fit takes
    /// several events, all of the same op.
    Fit {
        #[serde(flatten, serialize_with = "term_keys")]
        #[schemars(with = "TermKeys")]
        terms: Box<FitTerms>,
        /// Where slots are laid.
        #[serde(rename = "lay")]
        #[schemars(with = "Vec<String>")]
        laid: Vec<LaidSlot>,
        /// Where slots stay that were done or skipped.
        #[serde(rename = "keep")]
        #[schemars(with = "Vec<String>")]
        kept: Vec<LaidSlot>,
    },
    /// An exam or another event on a fixed date was added.
    #[serde(rename = "event")]
    FixedEvent {
        #[serde(flatten, serialize_with = "fixed_event_keys")]
        #[schemars(with = "FixedEventKeys")]
        event: FixedEvent,
    },
    /// An event, a deliverable or a milestone was given another date.
    Due {
        /// Which of these it is.
        #[serde(rename = "kind")]
        of: DueKind,
        /// Its id; of a milestone the title.
        name: String,
        /// Its title at the time.
        title: String,
        /// The date; `None` if the plan's own holds again, and an event of the learner's own is gone.
        date: Option<NaiveDate>,
        /// The time of an event.
        #[serde(serialize_with = "optional_text")]
        #[schemars(with = "Option<String>")]
        time: Option<Window>,
    },
    /// The `Move`s of the same op are a shift by whole weeks.
    Shift {
        /// The id of the first slot that was shifted.
        from: String,
        /// The number of weeks; negative if it was brought forward.
        weeks: i32,
    },
    /// The `Move`s of the same op are what `plan recover` proposed.
    Recover {
        /// The strategy: `catch-up`, `rebalance` or `extend`.
        way: String,
    },
    /// An event of a kind that this version doesn't know; kept and ignored.
    #[serde(untagged)]
    Other {
        #[serde(rename = "t")]
        kind: String,
    },
}

impl Event {
    /// Its order among all events.
    pub(crate) fn order(&self) -> Order {
        (self.n, self.id)
    }

    /// The slot or deliverable that it is a mark, a note, a timer or a move of.
    pub(crate) fn subject(&self) -> Option<Subject<'_>> {
        let (id, title, fingerprint) = self.what.about()?;
        let content = fingerprint.map(Fingerprint::content);
        Some(Subject { id, title, content })
    }

    /// Id and title of the slot that it is about.
    pub(crate) fn slot(&self) -> Option<(&str, &str)> {
        if let What::Add(slot) = &self.what {
            return Some((slot.id.as_str(), &slot.title));
        }
        self.subject().map(|subject| (subject.id, subject.title))
    }
}

/// What a mark is about: a slot or deliverable as it was when it was marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Subject<'e> {
    pub(crate) id: &'e str,
    pub(crate) title: &'e str,
    /// `None` for deliverables, and if it is unknown.
    pub(crate) content: Option<Content>,
}
