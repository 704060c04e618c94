//! Messages about exams and other events on fixed dates, and about due dates.

use chrono::NaiveDate;

use super::{SlotList, SlotName};
use crate::model::{EventKind, Placement, Window};

/// What screens say of events and due dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FixedDate {
    /// How many days are left until an event, and how much of what it covers is done.
    Countdown {
        title: String,
        time: Option<Window>,
        days: i64,
        covered: Covered,
    },
    /// An event on the date that is shown.
    OnDate {
        title: String,
        time: Option<Window>,
        covered: Covered,
    },
    /// How many more events are to come, and what lists them.
    More(usize),
    Kind(EventKind),
    At(Placement),
    /// How many days are left; negative if they have passed.
    DaysLeft(i64),
    /// How much of what an event covers is done.
    Covered(Covered),
    /// What an event covers, as it is typed.
    Covers(Vec<String>),
    CoversNothing,
    /// How many of its open slots are not planned before it.
    Late(u32),
    /// How many slots were open when it came.
    PassedOpen(u32),
    /// Where the plan has it.
    MovedFrom(Placement),
    /// How likely all that it covers is done before it.
    Odds(u32),
    /// The same with one more hour a week.
    OddsWithHour(u32),
    /// The same without this many other slots.
    OddsLetGo {
        chance: u32,
        slots: u32,
    },
    /// The learner added it.
    Own,
    /// The due date is the learner's own; the plan has this one.
    OwnDue {
        plan: Option<NaiveDate>,
    },
}

/// How many slots an event covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Covered {
    pub(crate) slots: u32,
    pub(crate) done: u32,
    pub(crate) skipped: u32,
}

/// What is recorded about events and due dates, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum DueDate {
    /// An event was added.
    Added { event: SlotName, at: Placement },
    /// `--covers` without an event.
    OnlyEventsCover,
    /// What is to be covered has no slots.
    CoversNothing { text: String },
    /// More events than are kept.
    TooMany { limit: usize },
    /// All events together cover too many weeks, topics and slots.
    TooManyCovers { limit: usize },
    /// An event is on another date or at another time.
    Moved {
        event: SlotName,
        from: Placement,
        to: Placement,
    },
    /// A deliverable or milestone is due on a date.
    Due { what: SlotName, date: NaiveDate },
    /// An event of the learner's own was removed.
    Removed(SlotName),
    /// The plan's own date holds again, if it has one.
    Reset(SlotName, Option<Placement>),
    /// It is on this date already.
    Already(SlotName, Placement),
    /// The learner has set no date that could be removed.
    NothingSet(SlotName),
    /// The new date has passed.
    HasPassed(NaiveDate),
    /// An event has passed, with this many of the slots that it covers open.
    EventPassed {
        event: SlotName,
        at: Placement,
        open: u32,
    },
    /// An event is on a rest day.
    EventOnRestDay { event: SlotName, at: Placement },
    /// Open slots are at the time of an event that does not cover them.
    EventOverlaps {
        event: SlotName,
        at: Placement,
        slots: SlotList,
    },
    /// Open slots that an event covers are not planned before it.
    SlotsTooLate {
        event: SlotName,
        at: Placement,
        slots: SlotList,
    },
    /// A time for something other than an event.
    OnlyEventsHaveTimes(SlotName),
    /// An event has no length that a start could be combined with.
    NoLength(SlotName),
    /// A time of an event that gives only the start.
    NoEnd { text: String },
    /// A target without a due date.
    NotDated { text: String },
}

/// What to do about them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum DueDateHint {
    /// What has a due date.
    Targets,
    /// What of the plan has a due date.
    Known(Vec<SlotName>),
    /// What an event can cover.
    CoverForms,
    /// Fewer entries cover the same.
    CoverRanges,
    /// How an exam is added.
    AddExam,
    /// How another date is given.
    GiveDate { target: String },
    /// How a date is set where none is.
    SetDate { target: String },
    /// How an event gets a time.
    GiveTime { target: String },
}
