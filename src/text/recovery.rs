//! Messages about rest days, moved slots and ways to catch up.

use chrono::NaiveDate;

use super::{SlotName, Workload};
use crate::model::{Dates, Minutes, Placement, Window};

/// Rest days, moved slots, and what is to be rescheduled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Recovery {
    /// Before something that was so already and is not recorded again.
    Already,
    /// Dates are rest days.
    Rest {
        dates: Dates,
        /// The learner's reason.
        reason: Option<String>,
    },
    /// Dates are study days.
    NoRest(Dates),
    /// Slots on these dates have to be rescheduled.
    ToReschedule(Workload),
    /// Where a slot was moved.
    To(Placement),
    /// A deliverable is due with other slots of its week now.
    DueChanged {
        what: SlotName,
        due: NaiveDate,
        was: NaiveDate,
    },
    /// How many deliverables are due on other dates now.
    ManyDueChanged(usize),
    /// Where the plan has a slot.
    PlannedFor(Dates),
    /// Slots were shifted by weeks.
    Shifted {
        /// The slots.
        work: Workload,
        /// By how many weeks; negative if they were brought forward.
        weeks: i32,
    },
    /// Slots were rescheduled.
    Rescheduled {
        /// The slots.
        work: Workload,
        /// The strategy, as on the command line.
        strategy: String,
    },
    /// Slots were skipped together.
    LetGo(Workload),
    /// What is overdue and would be skipped.
    Overdue {
        slots: Workload,
        /// How many deliverables.
        deliverables: u32,
    },
    /// How much is skipped with overdue slots, together with their sittings that are not overdue.
    WithSittings(Minutes),
    /// Slots that are overdue or on rest days.
    Stranded {
        /// The slots.
        work: Workload,
        /// The first date of any of them.
        since: Option<NaiveDate>,
    },
    /// The last date of the plan.
    PlanEnd {
        end: NaiveDate,
        /// By when the learner wants it to be done.
        deadline: Option<NaiveDate>,
    },
    /// How many more there are.
    More(u32),
}

/// Options for rescheduling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Proposal {
    /// Strategies, as on the command line.
    Strategies(Vec<&'static str>),
    /// An option does not place all slots.
    NotAllPlaced,
    /// How many slots are not placed.
    Left {
        /// How many.
        unplaced: u32,
    },
    /// How many days the end is after the plan's last date; negative before it.
    Late(i64),
    /// How many days the end is after the deadline; none if it is in time.
    AfterDeadline(i64),
    /// When an option ends.
    Ends(NaiveDate),
    /// How many slots an option moves, skips, and so on.
    Slots(u32),
    /// How many milestones or deliverables an option misses.
    Missed(u32),
    /// How many slots are not before an event that covers them.
    TooLate(u32),
    /// A date, or how many dates are as heavy.
    Heaviest {
        /// The first such date.
        date: NaiveDate,
        /// How many others.
        others: u32,
    },
    /// How many days exceed their budget.
    DaysOver(u32),
    /// What an option would do.
    Outcome {
        /// The strategy, as on the command line.
        strategy: &'static str,
        /// What would move.
        moves: Workload,
        /// What would be skipped.
        skips: Workload,
        /// The end, and how many days it is after the plan's last date.
        end: Option<(NaiveDate, i64)>,
        /// How many slots would not be placed.
        unplaced: u32,
    },
    /// A shift by one week less is not possible.
    NotToday {
        /// The weeks of the shift.
        weeks: i64,
        /// The first slot, which would be today.
        slot: String,
        /// Its time, which has passed.
        time: Option<Window>,
    },
    /// Slots get fewer dates than before.
    Narrowed {
        /// Their ids.
        slots: Vec<String>,
    },
    /// The option to choose.
    Recommended {
        /// The strategy, as on the command line.
        strategy: &'static str,
        /// What speaks for it.
        reasons: Vec<Reason>,
    },
}

/// What speaks for an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reason {
    /// An option places everything.
    PlacesEverything,
    /// No other option places everything.
    OnlyOneToPlaceEverything,
    /// An option ends by the plan's last date.
    EndsOnTime,
    /// With an option fewer slots than with any other come too late for an event.
    ReadyForEvents,
    /// An option misses fewer milestones than any other.
    FewestMilestones,
    /// An option ends before any other.
    EndsSoonest,
    /// An option misses fewer deliverables than any other.
    FewestDeliverables,
    /// An option moves fewer slots than any other.
    FewestMoves,
    /// An option keeps the weekday and time of every slot.
    KeepsWeekdays,
    /// No option places everything.
    NothingElse,
    /// Those that place everything miss more, and little is let go.
    LosesLeast,
}

/// What options miss or do not place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Shortfall {
    /// The heading of slots that strategies do not place.
    NotPlaced(Vec<&'static str>),
    /// The heading of events that strategies do not place everything before.
    MissedEvents,
    /// The heading of milestones that strategies miss.
    MissedMilestones,
    /// The heading of deliverables that strategies miss.
    MissedDeliverables,
    /// Some names, and how many more there are.
    Named { names: Vec<String>, more: u32 },
    /// No day has room for a slot.
    NoRoom,
    /// A slot is longer than the budget of any day, or than any session.
    TooLong,
    /// There is only room after a slot that has to come later.
    NoRoomBefore {
        /// The id of that slot.
        slot: String,
        date: NaiveDate,
    },
}
