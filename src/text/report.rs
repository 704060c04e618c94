//! Messages about what has been done: reports, the history and the parts of a plan.

use chrono::NaiveDate;

use super::{Level, Origin, Relinked, SlotList, SlotName, WeekName, Workload};
use crate::model::{Budget, Dates, Hours, Kind, LinkStatus, Minutes, Placement, Stretch};

/// What a report says beyond bars and counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Report {
    /// The weeks of the plan that it covers, as part of the title.
    Weeks {
        /// The first number.
        first: u32,
        /// The last number.
        last: u32,
    },
    /// How many slots are done.
    Done {
        /// Done slots.
        done: u32,
        slots: u32,
    },
    /// How many slots are skipped.
    Skipped(u32),
    /// How many slots are overdue.
    Overdue(u32),
    /// Slots are shown on their current dates, not on those of the plan.
    CurrentDates {
        /// The dates by the plan.
        planned: Dates,
        /// How many slots were moved out of these dates.
        moved: u32,
    },
    /// How much of the studied time is measured.
    Measured {
        /// The measured time.
        measured: Minutes,
        /// The time of slots that were not measured, as planned.
        assumed: Minutes,
    },
    /// There are no slots.
    NothingPlanned,
    /// Dates that the plan sets aside for catching up.
    Buffer(Dates),
    /// Slots that were done on these dates but are not in the range.
    AlsoDone {
        slots: u32,
        /// The time studied.
        studied: Minutes,
        /// What the range is; `None` for some dates.
        of: Option<Level>,
    },
    /// How long was worked on a date.
    Worked {
        date: NaiveDate,
        /// Whether a weekday is enough to name it.
        is_one_week: bool,
        minutes: Minutes,
    },
    /// What is overdue outside the range.
    OverdueElsewhere {
        slots: u32,
        deliverables: u32,
        /// The numbers of the weeks that these slots are of, each with how many.
        weeks: Vec<(u32, u32)>,
    },
    /// How much is planned for rest days outside the range.
    ToPlaceElsewhere(Workload),
    /// The pace by the plan's dates.
    Pace {
        /// Planned time of done slots per time due, in hundredths.
        hundredths: u64,
        /// Slots behind the plan; negative if ahead.
        behind: i64,
        /// Whether the pace by current dates differs.
        by_plan: bool,
        /// Skipped slots that were due, which are left out.
        skipped: u32,
        /// Whether more were skipped than were due.
        of_due: bool,
    },
    /// The pace by current dates.
    PaceNow {
        /// Planned time of done slots per time due, in hundredths.
        hundredths: u64,
    },
    /// The next week of the plan.
    NextWeek {
        /// The date of its first open slot.
        date: NaiveDate,
        /// The week of that slot.
        week: Option<WeekName>,
        /// The numbers of the first and last week that its slots are of.
        numbers: Option<(u32, u32)>,
        /// Its slots.
        work: Workload,
    },
}

/// What there is to say about the parts of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Show {
    /// A slot was moved.
    MovedFrom(Origin),
    /// Where the plan file has a slot that was fitted or shifted.
    InPlanFile(Placement),
    /// The current dates of a day that was moved, and the dates that the plan gives it.
    MovedDay {
        /// The current dates.
        now: Vec<Dates>,
        /// The dates of the plan.
        planned: Dates,
        /// Whether the year is given.
        with_year: bool,
    },
    /// A slot has other content than when it was done.
    ChangedSinceDone {
        /// When it was done.
        date: NaiveDate,
        /// Its id.
        slot: String,
    },
    /// Label of a corrected version of the author's words, with its separator.
    ReadAs,
    /// Label of a note, with its separator.
    Note,
    /// Label of an editor's note, with its separator; the note may be on a line of the source.
    EditorNote { line: Option<u32> },
    /// Label of the full title of a resource, with its separator.
    FullTitle,
    /// What is wrong with a link, and that a suggested link follows right after.
    LinkNote {
        status: Option<LinkStatus>,
        has_suggestion: bool,
    },
    /// When a slot was done, and how long it took.
    Done {
        date: NaiveDate,
        /// How long it took, if the learner said.
        took: Option<Minutes>,
    },
    /// When a slot was skipped.
    Skipped {
        date: NaiveDate,
        /// The learner's reason.
        reason: Option<String>,
    },
    /// When a deliverable is due.
    Due(NaiveDate),
    /// When a milestone is due.
    MilestoneDue(NaiveDate),
    /// How many goals of a milestone are reached.
    Goals { reached: usize, all: usize },
    /// How much of the time budget the plan uses.
    BudgetUse {
        /// Whether it is that of Saturday and Sunday.
        weekend: bool,
        budget: Budget,
        /// How many days the plan has.
        days: u32,
        /// How many of them plan more.
        over: u32,
        /// Planned on a day, on average.
        average: Minutes,
        /// Planned on the fullest day.
        most: Minutes,
    },
    /// Before text of the source document that is not part of the plan.
    SourceText { line: Option<u32> },
    /// The topics that come before a topic.
    After(Vec<String>),
    /// The plan has no roadmap.
    NoRoadmap,
    /// The plan has no such resources.
    NoResources,
    /// The plan has no milestones.
    NoMilestones,
    /// A kind of resources.
    Kind(Kind),
    /// The weeks that name a resource.
    InWeeks(Vec<u32>),
    /// The slots that use a resource.
    InSlots {
        /// The ids of the first of them.
        named: Vec<String>,
        /// How many are not named.
        more: usize,
        /// How many are done.
        done: u32,
        /// How many there are.
        all: u32,
    },
    /// The entries of a field of a resource.
    Entries(Vec<String>),
    /// No week and no slot uses a resource.
    Unused,
    /// The result of checking a link.
    LinkStatus(LinkStatus),
    /// How many deliverables of a goal are done.
    Deliverables { done: u32, all: u32, skipped: u32 },
    /// What fulfils a goal.
    By(Vec<String>),
    /// Nothing in the plan is said to fulfil a goal.
    ByNothing,
}

/// What the history says about an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Log {
    /// There are no events.
    Nothing,
    /// There are no events of this day.
    NothingOn(NaiveDate),
    /// How many events are not shown.
    Earlier {
        /// How many.
        count: usize,
    },
    /// What it is, by its name in JSON.
    Verb(String),
    /// The strategy of a recovery.
    Strategy(String),
    /// Between one detail and the next.
    Between,
    /// The event was undone.
    Undone,
    /// The undo was taken back by a redo.
    Redone,
    /// A slot had been done before; how long it took.
    Again(Minutes),
    /// A slot had been skipped before; the reason given now.
    AgainBecause(String),
    /// Rest days, or study days again.
    Rest {
        dates: Dates,
        /// The learner's reason.
        reason: Option<String>,
    },
    /// The day that a mark counts for, if it was recorded on another.
    For(NaiveDate),
    /// The start that an undo or redo is about.
    OfStart(NaiveDate),
    /// The rest days, or study days again, that an undo or redo is about.
    OfRest { dates: Dates, cancel: bool },
    /// Slots that an undo or redo is about.
    Slots(SlotList),
    /// When a slot was added.
    Added(Placement),
    /// Where a slot was moved.
    To(Placement),
    /// The plan was fitted to a learner's week.
    Fit {
        hours: Box<Hours>,
        /// When it is to end, if the learner said.
        by: Option<NaiveDate>,
    },
    /// An event, or something with a due date, and its date; `None` if that was removed.
    Dated {
        title: String,
        at: Option<Placement>,
    },
    /// A sitting that a slot was done in.
    Sitting {
        /// The minutes of the slot that it was for.
        part: Stretch,
        /// How long it took, if the learner said.
        took: Option<Minutes>,
    },
    /// Slots were shifted by weeks.
    Shift {
        /// The first slot.
        from: SlotName,
        /// By how many weeks; negative if they were brought forward.
        weeks: i32,
    },
    /// Marks were moved to another slot.
    Relinked(Relinked),
}
