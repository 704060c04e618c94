//! Messages about recording: what was recorded, undone or moved to another slot.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::{Message, PlanName, SlotList, SlotName};
use crate::model::{Clock, Dates, Hours, Minutes, Placement, PlanId};

/// Messages of `done`, `skip`, `note`, `undo`, `redo` and of what all verbs read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Recording {
    /// The first mark began the plan.
    PlanBegins(NaiveDate),
    /// None of the slots that were named is open.
    NothingOpen,
    /// A duration was given for a deliverable.
    DeliverableTakesNoTime(SlotName),
    /// A duration is too short to be divided among the slots.
    LessThanAMinute(Minutes),
    /// A slot is to have taken less in all than its sittings have recorded, which comes second.
    LessThanSittings(SlotName, [Minutes; 2]),
    /// More time is recorded for a study date than it has.
    LongDay {
        date: NaiveDate,
        /// The time of all its slots together.
        recorded: Minutes,
    },
    /// None of the slots is open and past.
    NothingPast,
    /// Nothing says which slots are meant.
    NoTarget,
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
    /// The home of this device is a copy of another's, so it got a name of its own.
    CopiedDevice,
    /// The name of the device could not be saved.
    NamelessDevice {
        /// Why not.
        error: Box<Message>,
    },
    /// The number of errors in a plan.
    InvalidPlan(usize, PlanName),
    /// Some errors are not shown.
    MoreErrors {
        count: usize,
        /// The path of the plan file, quoted for a shell; `None` for the plan that is followed.
        file: Option<String>,
    },
}

/// What to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum RecordingHint {
    /// Marks were recorded for yesterday, which is this date.
    WasYesterday(NaiveDate),
    /// Marks on slots of a later day were recorded for today, which is this date.
    AheadOfTime(NaiveDate),
    /// What `--as-planned` takes.
    AsPlannedForms,
    /// Slots that could be meant, with their numbers.
    OpenSlots {
        /// The day; `None` for today.
        date: Option<NaiveDate>,
        slots: Vec<(String, SlotName)>,
    },
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
    DoneAhead(String),
    /// How a slot is marked: it goes by its number, or by its id and sitting.
    DoneWhenFinished(SlotName),
    /// How a slot, a sitting of one or a deliverable that is overdue is marked.
    DoneWhenCaughtUp(SlotName),
    /// How one sitting of a slot is marked alone.
    LastSitting { sitting: SlotName, took: Minutes },
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
    /// How the plan that is followed is repaired.
    FixPlan,
    /// How another plan file is repaired.
    FixFile {
        /// Its path, quoted for a shell.
        file: String,
    },
}

/// What a mark has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Confirmation {
    /// A slot had been done before.
    AlreadyDone(Option<NaiveDate>),
    /// A slot had been skipped before.
    AlreadySkipped(Option<NaiveDate>),
    /// The planned duration, right after the one that it took.
    InsteadOf(Minutes),
    /// The planned duration.
    Planned(Minutes),
    /// A note, and the title of what it is about.
    Noted { title: String, text: String },
    /// Open slots of a day.
    Left {
        /// The day; `None` for today.
        date: Option<NaiveDate>,
        /// The numbers of the slots.
        ordinals: Vec<String>,
        /// Their planned duration.
        planned: Minutes,
    },
    /// Which plan and which day it is about.
    About {
        /// Title and id of the plan; `None` if there is only one.
        plan: Option<(String, PlanId)>,
        /// The day; `None` for today.
        date: Option<NaiveDate>,
    },
    /// A step was undone or redone.
    Step(Step),
    /// The day that a step was about.
    RecordedFor(NaiveDate),
    /// What is true although a step was undone.
    Still(Still),
}

/// What is true although the last step about it was undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Still {
    /// A slot is done, and how long it took.
    Done(SlotName, Option<Minutes>),
    /// A slot is skipped.
    Skipped(SlotName),
    /// A slot is not where the plan has it.
    Moved(SlotName, Placement),
    /// The plan begins on a date.
    Begins(NaiveDate),
    /// Dates are rest days.
    Rest(Dates),
}

/// What was undone or redone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Step {
    /// The plan begins on a date.
    Begin(NaiveDate),
    /// A slot was done.
    Done(SlotName),
    /// A slot was skipped.
    Skip(SlotName),
    /// A slot was reopened.
    Reopen(SlotName),
    /// A timer was started.
    Start(SlotName),
    /// A timer was stopped.
    Stop(SlotName),
    /// A note was removed from a slot.
    Unnote(SlotName),
    /// A note was added to a slot.
    Note {
        slot: SlotName,
        /// The note.
        text: String,
    },
    /// Marks were moved to another slot.
    Relinked(Relinked),
    /// Dates became rest days.
    Off(Dates),
    /// Dates became study days again.
    On(Dates),
    /// A slot was added.
    Add {
        slot: SlotName,
        /// When it is.
        at: Placement,
    },
    /// A slot was moved.
    Move {
        slot: SlotName,
        /// Where it was moved.
        to: Placement,
    },
    /// A sitting of a slot was done.
    Sitting {
        slot: SlotName,
        /// How long it was planned to be.
        planned: Minutes,
    },
    /// The plan was fitted to a learner's week.
    Fit {
        /// How many slots were laid.
        count: u32,
        hours: Box<Hours>,
    },
    /// An event was added, or something was given another date; `None` if its own holds again.
    Dated {
        title: String,
        at: Option<Placement>,
    },
    /// Slots were shifted by weeks.
    Shift {
        /// How many slots.
        count: u32,
        /// By how many weeks; negative if they were brought forward.
        weeks: i32,
        /// The first slot.
        from: SlotName,
    },
    /// Slots were rescheduled.
    Recover {
        /// How many slots.
        count: u32,
        /// The strategy, as on the command line.
        strategy: String,
    },
}

/// Marks were moved from a slot to another, which may be the same slot with another title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Relinked {
    /// The slot before.
    pub(crate) from: SlotName,
    /// The slot now.
    pub(crate) to: SlotName,
}

/// Messages about marks that are moved to another slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Relink {
    /// Marks were moved to a slot of another id, title or both.
    Relinked {
        /// The slot before.
        from: SlotName,
        /// The slot now.
        to: SlotName,
    },
    /// Not of the form `OLD=NEW`.
    InvalidPair {
        /// What was typed.
        text: String,
    },
    /// How pairs are written.
    PairForm,
    /// There are no marks of this name.
    NoOrphan {
        /// What was typed.
        text: String,
    },
    /// There are no orphaned marks at all.
    NoOrphans,
    /// The slots with orphaned marks.
    Orphans(SlotList),
    /// Orphaned marks of several slots have this id or title.
    AmbiguousOrphan {
        /// What was typed.
        text: String,
        /// How many slots.
        count: usize,
    },
    /// The orphans to choose from.
    ChooseOrphan(SlotList),
    /// The same marks are to go to two slots.
    RepeatedOrphan(SlotName),
    /// Marks go to one slot.
    OneSlot,
    /// Marks of two slots are to go to the same slot.
    RepeatedSlot(SlotName),
    /// Marks of two slots are never merged.
    NeverMerged,
    /// A target refers to several slots, or none.
    NotOneSlot {
        /// What was typed.
        text: String,
    },
}
