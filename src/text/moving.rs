//! Messages of `move`, `shift`, `off` and `recover`.

use chrono::NaiveDate;

use super::SlotName;
use crate::model::{Clock, Minutes};

/// Messages about slots that are put on other dates, and about days of rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Moving {
    /// Slots cannot be moved to a day before today.
    DateHasPassed { date: NaiveDate },
    /// A slot is done and cannot be moved.
    AlreadyDone(SlotName),
    /// A slot is skipped and cannot be moved.
    AlreadySkipped(SlotName),
    /// A day has no open slots.
    NothingOpen,
    /// Several slots are to start at one time.
    SameStart {
        /// How many slots.
        count: usize,
        time: Clock,
    },
    /// A slot without a duration is to start at a time.
    NoDuration(SlotName),
    /// A slot would not end before midnight.
    PastMidnight {
        slot: SlotName,
        /// How long it takes.
        duration: Minutes,
        /// When it is to start.
        start: Clock,
    },
    /// There are no open slots to shift.
    NothingToShift,
    /// A target that has no date.
    NotInTime {
        /// What was typed.
        text: String,
    },
    /// The dates after a shift cannot be represented.
    ShiftTooFar,
    /// A shift would put a slot before today.
    ShiftIntoPast {
        /// The first such slot.
        slot: SlotName,
        /// Where it would be.
        date: NaiveDate,
    },
    /// No rest is declared on these dates.
    NoRestDeclared { first: NaiveDate, last: NaiveDate },
    /// All of the rest is after the end of the plan.
    RestAfterEnd {
        /// Its first date.
        date: NaiveDate,
        /// The end of the plan.
        end: NaiveDate,
    },
    /// A rest is longer than a year.
    RestTooLong {
        /// Its length in days.
        days: u64,
    },
    /// `recover --apply` without a strategy.
    NoStrategy,
    /// Whether to apply the strategy that has been shown.
    ApplyQuestion,
    /// A strategy finds nothing to move.
    NothingToMove {
        /// Its name on the command line.
        strategy: &'static str,
    },
    /// The proposal differs from the one that has been shown.
    ChangedMeanwhile,
    /// Nothing is overdue or on a day of rest.
    NothingStranded,
}

/// Hints about moved slots and days of rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum MovingHint {
    /// How work on a past day is recorded.
    RecordPastWork {
        /// The past day.
        date: NaiveDate,
    },
    /// Neither a slot nor a day, but something longer.
    ShiftFrom {
        /// What was to be moved.
        target: String,
    },
    /// How a mark is taken back.
    UndoMark,
    /// How the slots of a target are listed.
    ListSlots { target: String },
    /// Move slots one at a time.
    OneByOne,
    /// `--at` does not apply.
    LeaveOutAt,
    /// Start a slot earlier.
    StartEarlier,
    /// Done and skipped slots are not moved.
    OnlyOpenMove,
    /// What `--from` takes.
    FromForms,
    /// Shift by fewer weeks.
    FewerWeeks,
    /// How to shift only later slots.
    ShiftLaterSlots,
    /// There are still slots to reschedule.
    StillStranded,
    /// Where to see which rest was declared.
    SeeRest,
    /// How the rest of a plan is moved.
    ShiftRest,
    /// Where to see how stranded slots can be rescheduled.
    SeeRecover,
    /// Where to see all strategies.
    CompareStrategies,
    /// How to preview a strategy.
    PreviewStrategy,
    /// The answer was no.
    NothingChanged,
    /// How to apply a strategy.
    ApplyStrategy {
        /// Its name on the command line.
        strategy: &'static str,
    },
    /// Where to see the current proposals.
    SeeProposals,
    /// Some slots could not be placed.
    Unplaced {
        /// How many.
        count: u32,
    },
    /// How a move is taken back.
    UndoMove,
}
