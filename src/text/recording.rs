//! Messages about recording, and about reading what was recorded.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::{Message, PlanName};
use crate::model::{Clock, Minutes};

/// Messages of `done`, `skip`, `note`, `undo`, `redo` and of what all verbs read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Recording {
    /// The first mark began the plan.
    PlanBegins(NaiveDate),
    /// None of the slots that were named is open.
    NothingOpen,
    /// A duration was given for a deliverable, by its id.
    DeliverableTakesNoTime(String),
    /// A duration is too short to be divided among the slots.
    LessThanAMinute(Minutes),
    /// The time of `--at` has not come yet.
    InFuture(Clock),
    /// A note without text.
    EmptyNote,
    /// A note for several slots, and how many they are.
    NoteNeedsOneSlot(usize),
    /// Options of `today` before another verb.
    OptionsBeforeVerb,
    /// There is no step to undo.
    NothingToUndo,
    /// There is no undo to redo.
    NothingToRedo,
    /// A step failed after others succeeded.
    OnlySomeSteps {
        /// How many succeeded.
        steps: u8,
        /// How many were asked for.
        of: u8,
        /// Why the next one failed.
        error: Box<Message>,
    },
    /// No slot of the plan is open.
    NothingLeft,
    /// The device could not be given a name.
    NamelessDevice {
        /// Why not.
        error: Box<Message>,
    },
    /// The plan has errors, so many.
    InvalidPlan(usize, PlanName),
    /// So many more errors are not shown.
    MoreErrors(usize),
}

/// What to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum RecordingHint {
    /// Marks were recorded for yesterday, which is this date.
    WasYesterday(NaiveDate),
    /// Durations belong to slots.
    TimeOfSlots,
    /// The duration is that of all slots together.
    TotalTime,
    /// What to do instead of a time to come.
    WithoutAt,
    /// How one slot is named.
    NameOneSlot,
    /// Where options belong.
    OptionsAfterVerb,
    /// How the first slot of a plan that has not begun is marked, by its number.
    DoneAhead(usize),
    /// How the current slot is marked, by its number.
    DoneWhenFinished(usize),
    /// How an overdue slot is marked, by its id.
    DoneWhenCaughtUp(String),
    /// Where to see what was recorded.
    SeeLog,
    /// What can be redone.
    OnlyUndoneSteps,
    /// Undoing `init` does not choose another plan.
    StillFollowed(PlanName),
    /// The plan is chosen in this configuration file.
    ChosenIn(PathBuf),
    /// How another plan is chosen.
    ChooseAnother,
    /// How a plan file is repaired.
    FixPlan,
}
