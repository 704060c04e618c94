//! Messages about moved slots and rest days, and about days and their slots.

use chrono::NaiveDate;

use super::{MovedTo, Shortfall, SlotName};
use crate::model::{Clock, Dates, Minutes};

/// Messages about slots that are put on other dates, and about rest days.
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
    /// A deliverable has no date of its own.
    DeliverableFollows {
        what: SlotName,
        /// When it is due.
        due: NaiveDate,
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
    NoRestDeclared(Dates),
    /// All of the rest is before the start of the plan.
    RestBeforeStart {
        /// Its last date.
        date: NaiveDate,
        /// The start of the plan.
        start: NaiveDate,
    },
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
}

/// Messages of `recover` and `skip overdue`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Recover {
    /// `recover --apply` without a strategy.
    NoStrategy,
    /// Whether to apply the strategy that has been shown.
    ApplyQuestion,
    /// A strategy finds nothing to move.
    NothingToMove {
        /// Its name on the command line.
        strategy: &'static str,
    },
    /// A strategy can place nothing.
    NothingPlaced {
        /// Its name on the command line.
        strategy: &'static str,
        /// Why it does not place the first slot.
        why: Shortfall,
    },
    /// The proposal differs from the one that has been shown.
    ChangedMeanwhile,
    /// Nothing is overdue or on a rest day.
    NothingStranded,
    /// Nothing is overdue.
    NothingOverdue,
    /// `--in` without `--let-go`.
    PartOfLetGo,
    /// `--in` or `--apply` with other targets than `overdue`.
    PartOfOverdue,
}

/// Hints about moved slots and rest days.
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
    /// The slot that a deliverable is due with.
    MoveLastSlot(SlotName),
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
    /// How to shift only the slots from a date on.
    ShiftLaterSlots { weeks: i32, from: NaiveDate },
    /// There are still slots to reschedule.
    StillStranded,
    /// Which rest was declared, the latest first.
    DeclaredRest(Vec<Dates>),
    /// No rest was declared.
    NoRestAtAll,
    /// How the rest of a plan is moved.
    ShiftRest,
    /// Where to see how stranded slots can be rescheduled.
    SeeRecover,
    /// How rest is declared for these dates instead, which begin in the past.
    RestThisWeek(Dates),
    /// Where to see all strategies.
    CompareStrategies,
    /// How to preview a strategy.
    PreviewStrategy {
        /// Its name on the command line.
        strategy: &'static str,
    },
    /// How only a part of what was missed is let go.
    LetGoPart {
        /// The part as it was typed.
        part: String,
    },
    /// How everything overdue is skipped.
    SkipOverdue,
    /// The answer was no.
    NothingChanged,
    /// How to apply what has been shown.
    Apply {
        /// The command.
        command: String,
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

/// What there is to say about days, beyond their slots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Schedule {
    /// Which of how many sittings of a slot.
    Sitting {
        /// The number from 1.
        n: usize,
        /// How many there are.
        of: usize,
    },
    /// The same right after the title of the slot.
    SittingOf {
        /// The number from 1.
        n: usize,
        /// How many there are.
        of: usize,
    },
    /// The plan starts later; its first day is shown.
    StartsLater {
        /// When it starts.
        date: NaiveDate,
    },
    /// No start is recorded yet; the first day is shown.
    NotStarted {
        /// The start that the first mark will record.
        date: NaiveDate,
    },
    /// A rest day, as a sentence.
    Rest {
        /// The learner's reason.
        reason: Option<String>,
    },
    /// A rest day, next to its date.
    RestDay {
        /// The learner's reason.
        reason: Option<String>,
    },
    /// A day that the plan sets aside for catching up, as a sentence.
    Buffer,
    /// A day that the plan sets aside for catching up, next to its date.
    BufferDay,
    /// Everything is done or skipped.
    Finished,
    /// All slots are done or skipped, and so many deliverables are open.
    DeliverablesLeft(u32),
    /// The plan's last day has passed.
    Over,
    /// The plan began later than this date.
    Earlier,
    /// All slots of a day were moved to others.
    AllMoved,
    /// Nothing is planned for a day, as a sentence.
    Free,
    /// Nothing is planned for a day, next to its date.
    FreeDay,
    /// A day on which slots of the day before continue.
    Continued,
    /// A day before the plan starts.
    BeforeStart,
    /// A day after the plan ends.
    AfterEnd,
    /// How long a slot took.
    Took(Minutes),
    /// A slot is on now.
    Running {
        /// Minutes until it ends.
        left: Minutes,
    },
    /// The slot that is on now.
    Current {
        /// Its number today.
        ordinal: String,
        title: String,
        /// Minutes until it ends.
        left: Minutes,
    },
    /// No slot is on now.
    NothingOn,
    /// A week without slots.
    NoSlots,
    /// Slots of a week that were moved to later weeks.
    MovedLater(MovedSlots),
    /// Slots of a week that were moved to earlier weeks.
    MovedEarlier(MovedSlots),
}

/// Slots that were moved to other weeks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MovedSlots {
    /// How many.
    pub(crate) count: usize,
    /// The first of them, by the dates they are on now.
    pub(crate) named: Vec<MovedTo>,
    /// How many are not named.
    pub(crate) more: usize,
}
