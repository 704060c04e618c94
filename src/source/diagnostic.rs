//! A fault of a plan file or a warning about it: what, where, and how to fix it.

use super::Location;
use crate::text::{Message, Source};

/// A fault or a warning.
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
        /// The rules of plan files. Each has a name that scripts can rely on.
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
    /// The file is valid YAML.
    Syntax = "syntax",
    /// The file is UTF-8.
    NotUtf8 = "not-utf8",
    /// Bytes, values and slots are within the limits.
    TooLarge = "too-large",
    /// Nesting and aliases are within the limits.
    TooDeep = "too-deep",
    /// The file is not empty.
    Empty = "empty",
    /// Every key exists at its level.
    UnknownKey = "unknown-key",
    /// Required keys are there.
    MissingKey = "missing-key",
    /// No key occurs twice in a map.
    DuplicateKey = "duplicate-key",
    /// Texts, lists and maps are where they belong.
    WrongType = "wrong-type",
    /// Every text has the form its key asks for.
    BadValue = "bad-value",
    /// Every time ends after its start.
    EndBeforeStart = "end-before-start",
    /// The times of a day do not overlap.
    Overlap = "overlap",
    /// No id occurs twice.
    DuplicateId = "duplicate-id",
    /// The numbers of days and weeks go up.
    DuplicateDay = "duplicate-day",
    /// Topics are in the roadmap.
    UnknownTopic = "unknown-topic",
    /// Resources are in the library.
    UnknownResource = "unknown-resource",
    /// No topic depends on itself.
    Cycle = "cycle",
    /// Links can be opened.
    BadUrl = "bad-url",
    /// Every day has slots.
    EmptyDay = "empty-day",
    /// What fulfils a goal is in the plan.
    UnknownTarget = "unknown-target",
    /// Warns: a day plans more than its budget allows.
    OverBudget = "over-budget",
    /// Warns: a day plans less than half of its budget's lower bound.
    UnderBudget = "under-budget",
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
