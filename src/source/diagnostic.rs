//! An error in a plan file, or a warning about it: what, where, and how to fix it.

use std::collections::HashMap;
use std::ops::Range;

use crate::text::{Message, Source};

/// An error or a warning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Diagnostic {
    /// The rule that is broken.
    pub(crate) rule: Rule,
    pub(crate) at: Location,
    /// What is wrong there.
    pub(crate) message: Message,
    /// How to fix it.
    pub(crate) help: Message,
}

impl Diagnostic {
    pub(super) fn new(rule: Rule, at: Location, problem: impl Into<Source>) -> Self {
        let problem = Box::new(problem.into());
        Self {
            rule,
            at,
            message: Message::Source(problem.clone()),
            help: Message::SourceHelp(problem),
        }
    }
}

macro_rules! rules {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// The rules of plan files, each described by its violation. Scripts can rely on their names.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum Rule { $($(#[$doc])* $variant,)* }

        impl Rule {
            /// All rules, those that only warn last.
            pub(crate) const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Its name, such as `unknown-key`.
            pub(crate) fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }
    };
}

rules! {
    /// The file is not valid YAML.
    Syntax = "syntax",
    /// The file is not UTF-8.
    NotUtf8 = "not-utf8",
    /// Too many bytes, values, slots or events.
    TooLarge = "too-large",
    /// Nesting too deep, or too many aliases.
    TooDeep = "too-deep",
    /// The file is empty.
    Empty = "empty",
    /// A key that does not exist at its level.
    UnknownKey = "unknown-key",
    /// A required key is missing.
    MissingKey = "missing-key",
    /// A key occurs twice in a map.
    DuplicateKey = "duplicate-key",
    /// A text, list or map where another type is required.
    WrongType = "wrong-type",
    /// A text does not have the form that its key requires.
    BadValue = "bad-value",
    /// A time does not end after its start.
    EndBeforeStart = "end-before-start",
    /// Two times of a day overlap.
    Overlap = "overlap",
    /// An id occurs twice.
    DuplicateId = "duplicate-id",
    /// The number of a day or week is not greater than the one before.
    DuplicateDay = "duplicate-day",
    /// A topic is not in the roadmap.
    UnknownTopic = "unknown-topic",
    /// A resource is not in the library.
    UnknownResource = "unknown-resource",
    /// A topic depends on itself, perhaps through others.
    Cycle = "cycle",
    /// A link cannot be opened.
    BadUrl = "bad-url",
    /// A day has no slots.
    EmptyDay = "empty-day",
    /// The `by` of a goal, or the `covers` of an event, names something that is not in the plan.
    UnknownTarget = "unknown-target",
    /// Warns: a day plans more than its budget allows.
    OverBudget = "over-budget",
    /// Warns: a day plans less than half of its budget's lower bound.
    UnderBudget = "under-budget",
    /// Warns: a slot begins before the study day does.
    BeforeDayStart = "before-day-start",
    /// Warns: a slot is longer than two hours.
    LongSlot = "long-slot",
    /// Warns: a topic begins before one that it depends on.
    TopicBeforePrerequisite = "topic-before-prerequisite",
    /// Warns: a topic has no slot.
    TopicUnscheduled = "topic-unscheduled",
    /// Warns: a phase covers more or fewer calendar weeks than it declares.
    SpanDiffers = "span-differs",
    /// Warns: days without a plan day within a phase, neither rest nor buffer.
    Gap = "gap",
    /// Warns: a day has slots on a weekday that the plan leaves free.
    RestDay = "rest-day",
    /// Warns: a link leads to something else.
    LinkWrong = "link-wrong",
    /// Warns: a link leads to a different subject.
    LinkMismatch = "link-mismatch",
    /// Warns: a link was not found.
    LinkNotFound = "link-not-found",
    /// Warns: nothing refers to an entry of the library.
    ResourceUnused = "resource-unused",
    /// Warns: a milestone is due before the last slot of what fulfils it.
    MilestoneLate = "milestone-late",
    /// Warns: an entry of `allow` accepts nothing.
    AllowUnused = "allow-unused",
}

impl Rule {
    /// Whether it only warns: the plan can be followed all the same.
    pub(crate) fn is_warning(self) -> bool {
        self >= Self::OverBudget
    }

    /// The rules that only warn.
    pub(crate) fn warnings() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|rule| rule.is_warning())
    }
}

/// A position in the text, and how many bytes belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Location {
    /// Line, from 1.
    pub(crate) line: u32,
    /// Column in characters, from 1.
    pub(crate) column: u32,
    /// First byte, from 0.
    pub(crate) start: u32,
    /// Length in bytes; 0 where it is not known.
    pub(crate) len: u32,
}

impl Location {
    /// The beginning of the text.
    pub(crate) const START: Self = Self {
        line: 1,
        column: 1,
        start: 0,
        len: 0,
    };

    /// A line and a column in `source`. A position after the end of a line is at its end.
    pub(super) fn of(source: &str, line: u32, column: u32) -> Self {
        let lines = source.split_inclusive('\n');
        let before: usize = lines.take(line as usize - 1).map(str::len).sum();
        let rest = source.get(before..).unwrap_or_default();
        let characters = rest.chars().take(column as usize - 1);
        let within: usize = characters.map(char::len_utf8).sum();
        Self {
            line,
            column,
            start: u32::try_from(before + within).unwrap_or(u32::MAX),
            len: 0,
        }
    }

    /// The bytes that belong to it.
    pub(crate) fn bytes(&self) -> Range<usize> {
        let start = self.start as usize;
        start..start + self.len as usize
    }
}

/// A part of a plan that a warning can point at.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Part {
    /// A day, by its first number.
    Day(u32),
    /// The time of a slot, by the slot's id.
    Slot(String),
    /// The first key of a slot, by its id.
    SlotEntry(String),
    /// Where the first slot of a topic names it, by the topic's id.
    FirstSlotOf(String),
    /// An entry of the library, by its id.
    Resource(String),
    /// A topic of the roadmap, by its id.
    Topic(String),
    /// A phase, by its number from 1.
    Phase(usize),
    /// A milestone, by its number from 1.
    Milestone(usize),
    /// The date of an event, by the event's number from 1.
    Event(usize),
    /// What an entry of `allow` refers to, by the entry's number from 1.
    Allow(usize),
}

impl Part {
    /// The place as `allow` names it: `d06`, `d06-1400`, `I`, `clip`, `p1`, `m2`, `e1`, `a1`.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Day(number) => format!("d{number:02}"),
            Self::Slot(id)
            | Self::SlotEntry(id)
            | Self::FirstSlotOf(id)
            | Self::Resource(id)
            | Self::Topic(id) => id.clone(),
            Self::Phase(number) => format!("p{number}"),
            Self::Milestone(number) => format!("m{number}"),
            Self::Event(number) => format!("e{number}"),
            Self::Allow(number) => format!("a{number}"),
        }
    }
}

/// The location of each part of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Locations(HashMap<Part, Location>);

impl Locations {
    /// Adds a part that is not there yet.
    pub(super) fn insert(&mut self, part: Part, at: Location) {
        self.0.entry(part).or_insert(at);
    }

    /// Where `part` is; the beginning of the file if that is not known.
    pub(crate) fn of(&self, part: &Part) -> Location {
        self.0.get(part).copied().unwrap_or(Location::START)
    }
}
