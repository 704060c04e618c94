//! Messages about targets: what a word on the command line refers to.

use chrono::NaiveDate;

use super::{SlotList, SlotName};
use crate::model::Clock;

/// What can be looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Level {
    Slot,
    Deliverable,
    Day,
    Week,
    Phase,
    Topic,
    /// A kind of resource.
    Kind,
}

/// Messages of `commands::target`, and of flags that name a part of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Lookup {
    /// Nothing in the plan has this name or title.
    NoMatch {
        /// What was typed.
        text: String,
    },
    /// Several slots have this in their titles.
    Ambiguous {
        /// What was typed.
        text: String,
        /// How many slots it matches.
        count: usize,
    },
    /// There is no such part of the plan.
    Unknown {
        /// What was looked up.
        level: Level,
        /// What was typed.
        text: String,
    },
    /// The plan has no phases.
    NoPhases {
        /// What was typed.
        text: String,
    },
    /// The plan has no slots.
    EmptyPlan,
    /// The week has no deliverables.
    NoDeliverables {
        /// The number of the week.
        week: u32,
    },
    /// A date has fewer slots.
    NoSuchOrdinal {
        date: NaiveDate,
        /// What was typed.
        number: usize,
    },
    /// A number, or `all`, for a date without slots.
    NoSlots {
        /// What was typed.
        text: String,
        date: NaiveDate,
    },
    /// No slot of the date starts at this time.
    NoSlotAt { time: Clock, date: NaiveDate },
    /// Too short, or without a letter, to be searched for in titles.
    NotATitle {
        /// What was typed.
        text: String,
    },
    /// A range of ordinals is reversed.
    ReversedRange {
        /// The number that was typed first.
        first: u32,
        /// The number that was typed last.
        last: u32,
    },
    /// A week, phase or topic, where only slots and days can be marked.
    NotMarkable {
        /// What was typed.
        text: String,
    },
}

/// Hints about targets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum LookupHint {
    /// Slots that were perhaps meant.
    Similar(SlotList),
    /// What a target can be.
    TargetForms,
    /// The slots to choose from.
    ChooseSlot(SlotList),
    /// The numbers that the days or weeks of the plan have.
    Numbers {
        /// Days or weeks.
        level: Level,
        /// The lowest number.
        first: u32,
        /// The highest number.
        last: u32,
    },
    Names {
        /// What they are names of.
        level: Level,
        /// All of them.
        names: Vec<String>,
    },
    /// The phases, by their numbers from 1 and their titles.
    Phases(Vec<(usize, String)>),
    /// How the plan file is checked.
    CheckPlan,
    /// Where to see the weeks of a plan.
    SeeWeeks,
    SeeWeek {
        /// Its number.
        week: u32,
    },
    /// The slots of a day of the plan.
    DaySlots {
        /// The number of the day.
        day: u32,
        slots: SlotList,
    },
    /// The slots of a date, numbered from 1.
    Ordinals {
        /// How many there are.
        count: usize,
        slots: SlotList,
    },
    Overdue(SlotList),
    /// The slot to turn to next.
    NextSlot(SlotName),
    /// When the slots of the date start.
    StartTimes(Vec<Clock>),
    /// What a search for a title needs.
    TitleForm,
    /// How the range is written.
    RangeForm {
        /// The lower number.
        first: u32,
        /// The higher number.
        last: u32,
    },
    /// What can be marked, and how the slots of another target are listed.
    MarkableForms {
        /// The other target.
        target: String,
    },
}
