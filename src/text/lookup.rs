//! Messages about targets.

use std::fmt::Display;

use chrono::NaiveDate;

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
    Resource,
    Event,
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
    /// Several slots, and perhaps deliverables of these titles, have this in their titles.
    Ambiguous {
        /// What was typed.
        text: String,
        /// How many it matches.
        count: usize,
        /// Whether all of them are slots.
        slots: bool,
    },
    /// Several slots, days, weeks, topics and so on have just this name.
    Namesakes {
        /// What was typed.
        text: String,
        /// How many have it.
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
    /// No slot of the date starts in this half of the day.
    NoSlotsThen {
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
    /// Something that cannot be marked: only slots, days and deliverables can.
    NotMarkable {
        /// What was typed.
        text: String,
        /// What it is instead, if that is known.
        level: Option<Level>,
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
    /// What to choose from, each with when it is and whether it is done; and how many more.
    Choose {
        named: Vec<Candidate>,
        more: usize,
    },
    /// The numbers of those candidates that are today's and open.
    TodaysNumbers(Vec<String>),
    /// The ids of the candidates that are open, and how many more there are.
    OpenIds {
        ids: Vec<String>,
        more: usize,
    },
    /// A milestone has the name.
    SeeMilestones {
        title: String,
    },
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
        day: String,
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
    /// How numbers say what they are of.
    NumberForms,
    /// How the range is written.
    RangeForm {
        /// The lower number.
        first: u32,
        /// The higher number.
        last: u32,
    },
    /// What can be marked, and how the slots of another target are listed.
    /// An event is not marked; how its date is set.
    EventIsDated {
        target: String,
    },
    MarkableForms {
        /// The other target.
        target: String,
    },
}

/// How many slots a [`SlotList`] names before the rest is only counted.
pub(crate) const NAMED: usize = 8;

/// A slot or deliverable by id and title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SlotName {
    pub(crate) id: Box<str>,
    /// The title; the text of a deliverable.
    pub(crate) title: String,
    /// Which of how many sittings, if it is one of several.
    pub(crate) sitting: Option<Box<(usize, usize)>>,
}

impl SlotName {
    /// The slot `id`, which is called `title`.
    pub(crate) fn new(id: &impl Display, title: &str) -> Self {
        Self {
            id: id.to_string().into(),
            title: title.to_owned(),
            sitting: None,
        }
    }
}

/// Something that may be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Candidate {
    pub(crate) name: SlotName,
    /// Its first date now and its status, if it is a slot or deliverable.
    pub(crate) state: Option<(NaiveDate, CandidateState)>,
}

/// Whether something that may be meant is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CandidateState {
    Open,
    Done,
    Skipped,
    Overdue,
}

/// Several slots: the first few by name, the rest as a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SlotList {
    /// The first slots.
    pub(crate) named: Vec<SlotName>,
    /// How many more there are.
    pub(crate) more: usize,
}

impl SlotList {
    /// The first of so many slots.
    pub(crate) fn first_of(count: usize, first: impl IntoIterator<Item = SlotName>) -> Self {
        let named: Vec<SlotName> = first.into_iter().take(NAMED).collect();
        let more = count.saturating_sub(named.len());
        Self { named, more }
    }
}

impl FromIterator<SlotName> for SlotList {
    fn from_iter<I: IntoIterator<Item = SlotName>>(slots: I) -> Self {
        let mut slots = slots.into_iter();
        let named = slots.by_ref().take(NAMED).collect();
        let more = slots.count();
        Self { named, more }
    }
}
