//! Values and labels: durations, dates, names of days and weeks, heads of tables.

use std::borrow::Cow;

use chrono::{NaiveDate, Weekday};

use super::SlotName;
use crate::model::{Dates, Day, Minutes, Placement, Week, Weekdays, Window};

/// A value that several screens show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Phrase {
    /// A date with its weekday and year.
    Date(NaiveDate),
    /// A date with its weekday, without its year.
    ShortDate(NaiveDate),
    /// From a first to a last date; one date if they are equal.
    Dates(Dates),
    /// The same without years.
    ShortDates(Dates),
    Duration(Minutes),
    /// A duration in as few characters as possible, for a prompt.
    ShortDuration(Minutes),
    /// After how many of some slots or deliverables are done: how many were skipped.
    AlsoSkipped(u32),
    /// A number of slots.
    Slots(u32),
    /// A number of deliverables.
    Deliverables(u32),
    /// The time studied of the time planned.
    Studied {
        /// The time studied.
        studied: Minutes,
        /// The time planned.
        planned: Minutes,
    },
    /// A number of slots, and how long they take.
    Workload(Workload),
    /// Days of the plan.
    Days(DayNames),
    /// A date, the days of the plan that it holds, and the work on them.
    NextDay {
        date: NaiveDate,
        days: DayNames,
        /// What is left to do.
        work: Workload,
        /// Whether its number is that of sittings, some of which are not the last of their slots.
        in_sittings: bool,
    },
    /// A week of the plan.
    Week(WeekName),
    /// From a first to a last week of the plan; one week if they are equal.
    Weeks {
        /// The first number.
        first: u32,
        /// The last number.
        last: u32,
    },
    /// Where a slot is in time.
    Placement(Placement),
    Weekday(Weekday),
    /// A percentage.
    Percent(u32),
    /// Phase `number` of `count`.
    Phase {
        /// The number from 1.
        number: usize,
        /// How many phases there are.
        count: usize,
    },
    /// When a slot is, and how long it takes; right after its title.
    When {
        date: NaiveDate,
        /// The duration, if the plan gives one.
        planned: Option<Minutes>,
    },
    /// Where the plan has a slot that was moved.
    MovedFrom(Origin),
    /// Slots that were moved, by the dates they are on now.
    MovedTo(Vec<MovedTo>),
    /// More than is listed, and the command that lists everything.
    More {
        /// How many more.
        count: usize,
        command: Cow<'static, str>,
    },
    /// How many readings there are for other slots than the current one, and the command that lists them.
    ForOtherSlots {
        count: usize,
        command: Cow<'static, str>,
    },
    /// How much is planned for rest days.
    ToPlace(Workload),
    /// How much work the plan has for some dates, and how much there is after moves.
    Replanned {
        /// By the plan.
        original: Workload,
        now: Workload,
        /// How many slots are done.
        done: u32,
    },
}

/// Slots, and how long they take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Workload {
    /// How many.
    pub(crate) slots: u32,
    /// Their planned minutes; zero if the plan gives none.
    pub(crate) planned: Minutes,
}

/// One or several days of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DayNames {
    pub(crate) days: Vec<DayName>,
    /// What a single day is about.
    pub(crate) title: Option<String>,
    /// The language of the plan, in which weekdays are given.
    pub(crate) plan_language: String,
}

impl DayNames {
    /// The names of days, without a title. A whole week always has its weekdays. An added slot is of
    /// none.
    pub(crate) fn of<'a>(
        days: impl IntoIterator<Item = &'a Day>,
        with_weekdays: bool,
        plan_language: &str,
    ) -> Self {
        let name = |day: &Day| DayName {
            numbers: day.numbers,
            weekdays: day
                .weekdays
                .filter(|_| with_weekdays || day.numbers.is_none()),
        };
        Self {
            days: days
                .into_iter()
                .filter(|day| !day.is_added())
                .map(name)
                .collect(),
            title: None,
            plan_language: plan_language.to_owned(),
        }
    }
}

/// A day of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DayName {
    /// Its first and last number; `None` for a whole week.
    pub(crate) numbers: Option<(u32, u32)>,
    /// The weekdays it falls on, if they are to be given.
    pub(crate) weekdays: Option<Weekdays>,
}

/// A week of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WeekName {
    /// Its number from 1.
    pub(crate) number: u32,
    /// What it is about.
    pub(crate) title: Option<String>,
}

impl WeekName {
    /// Whether its title begins with its number: `Week 2-3: Ownership`, `第2周`.
    pub(crate) fn says_number(&self) -> bool {
        let title = self.title.as_deref().unwrap_or_default();
        let words = ["Week ", "Weeks ", "第", "第 "];
        words.iter().any(|word| {
            let rest = title.strip_prefix(word);
            let rest = rest.and_then(|rest| rest.strip_prefix(&self.number.to_string()));
            rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
        })
    }

    /// The name of `week`; `None` if the plan has no weeks.
    pub(crate) fn of(week: &Week) -> Option<Self> {
        Some(Self {
            number: week.number?,
            title: week.title.clone(),
        })
    }
}

/// Where a moved slot was before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// On another date.
    Date(NaiveDate),
    /// At another time of the same date.
    Time(Window),
}

/// Slots that are on one date now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MovedTo {
    pub(crate) slots: Vec<SlotName>,
    pub(crate) date: NaiveDate,
}

/// A label of one or two words, next to or above values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Label {
    /// No words, but the room for them.
    Blank,
    AgainstPlan,
    AgainstDeadline,
    Another,
    AtRisk,
    Backups,
    BasedOn,
    Cache,
    Chance,
    Changed,
    Config,
    Data,
    File,
    Deliverables,
    DeliverablesMissed,
    Device,
    Done,
    Due,
    Editor,
    Event,
    Events,
    Exam,
    Goal,
    Budget,
    RestDays,
    Reminders,
    Stages,
    AllMilestones,
    End,
    Ends,
    First,
    Found,
    From,
    HeaviestDay,
    Journal,
    Last,
    Left,
    LikelyBy,
    Marks,
    Milestone,
    Milestones,
    Missed,
    Missing,
    Moved,
    Moves,
    Next,
    NotPlaced,
    Note,
    Now,
    Open,
    OutOfOrder,
    TooFull,
    Overdue,
    Overlap,
    Pace,
    Phases,
    Plan,
    Planned,
    Reached,
    ReachedLate,
    Read,
    OwnCopy,
    Merged,
    ReadToo,
    Redone,
    Relinked,
    Reminder,
    Skipped,
    Skips,
    Slot,
    Start,
    State,
    Streak,
    Time,
    Timer,
    Title,
    To,
    ToDo,
    ToPlace,
    Topics,
    Undone,
    Unknown,
    Unread,
    Verdict,
    Week,
    What,
    When,
    Worked,
}

const CHINESE: [&str; 7] = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];
const ENGLISH: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// The weekdays in Chinese if `language` is, else in English.
pub(super) fn weekdays(days: Weekdays, language: &str) -> String {
    let is_chinese = language == "zh" || language.starts_with("zh-");
    let names = if is_chinese { CHINESE } else { ENGLISH };
    let name = |day: Weekday| names[day.num_days_from_monday() as usize];
    match (days.first, days.last) {
        (Weekday::Sat, Weekday::Sun) if is_chinese => "周末".to_owned(),
        (first, last) if first == last => name(first).to_owned(),
        (first, last) => format!("{}-{}", name(first), name(last)),
    }
}
