//! A fault of a plan file: what, where, and how to mend it.

use super::Location;
use crate::text::Message;

/// A fault and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What sort of fault it is.
    pub rule: Rule,
    /// Where it stands.
    pub at: Location,
    /// What is wrong there.
    pub message: Message,
    /// How to mend it.
    pub help: Message,
}

impl Diagnostic {
    /// A fault of the file as a whole.
    pub(super) fn at_start(
        rule: Rule,
        message: impl Into<Message>,
        help: impl Into<Message>,
    ) -> Self {
        Self {
            rule,
            at: Location::START,
            message: message.into(),
            help: help.into(),
        }
    }
}

macro_rules! faults {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// Sorts of faults; each has a name that scripts can rely on.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Rule { $($(#[$doc])* $variant,)* }

        impl Rule {
            /// Every sort there is.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Its name, such as `unknown-key`.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }
    };
}

faults! {
    /// YAML cannot be read.
    Syntax = "syntax",
    /// The file is not UTF-8.
    NotUtf8 = "not-utf8",
    /// The file is larger than is read.
    TooLarge = "too-large",
    /// Nested too deeply, or too many aliases.
    TooDeep = "too-deep",
    /// Nothing in the file.
    Empty = "empty",
    /// A key that does not exist there.
    UnknownKey = "unknown-key",
    /// A required key is absent.
    MissingKey = "missing-key",
    /// The same key twice in a map.
    DuplicateKey = "duplicate-key",
    /// A list where a text belongs, or the like.
    WrongType = "wrong-type",
    /// A text that does not parse as what it should be.
    BadValue = "bad-value",
    /// A time that ends at or before its start.
    EndBeforeStart = "end-before-start",
    /// A slot's time overlaps an earlier one of the same day.
    Overlap = "overlap",
    /// An id used twice.
    DuplicateId = "duplicate-id",
    /// A day or week number used twice, or out of order.
    DuplicateDay = "duplicate-day",
    /// A topic that is not in the roadmap.
    UnknownTopic = "unknown-topic",
    /// A resource that is not in the library.
    UnknownResource = "unknown-resource",
    /// Topics that need each other.
    Cycle = "cycle",
    /// A link that cannot be one.
    BadUrl = "bad-url",
    /// A day without slots.
    EmptyDay = "empty-day",
    /// A goal that is fulfilled by something the plan does not have.
    UnknownTarget = "unknown-target",
    /// Warning: a day plans more than its budget allows.
    OverBudget = "over-budget",
    /// Warning: a day plans less than half of its budget's lower bound.
    UnderBudget = "under-budget",
    /// Warning: a slot is longer than two hours.
    LongSlot = "long-slot",
    /// Warning: a topic begins before one that it depends on.
    TopicBeforePrerequisite = "topic-before-prerequisite",
    /// Warning: a topic has no slot.
    TopicUnscheduled = "topic-unscheduled",
    /// Warning: a phase covers other than the calendar weeks it declares.
    SpanDiffers = "span-differs",
    /// Warning: days without a plan day within a phase, not declared as rest or buffer.
    Gap = "gap",
    /// Warning: a link leads to something else.
    LinkWrong = "link-wrong",
    /// Warning: a link leads to another subject.
    LinkMismatch = "link-mismatch",
    /// Warning: no trace of a link was found.
    LinkNotFound = "link-not-found",
    /// Warning: nothing refers to an entry of the library.
    ResourceUnused = "resource-unused",
    /// Warning: a milestone is due before the last slot of what fulfils it.
    MilestoneLate = "milestone-late",
    /// Warning: an entry of `allow` accepts nothing.
    AllowUnused = "allow-unused",
}

impl Rule {
    /// Whether it is only a warning: the plan can be followed all the same.
    #[must_use]
    pub fn is_warning(self) -> bool {
        self >= Self::OverBudget
    }

    /// The warning called `name`.
    #[must_use]
    pub fn warning(name: &str) -> Option<Self> {
        let mut warnings = Self::ALL.iter().filter(|fault| fault.is_warning());
        warnings.find(|fault| fault.name() == name).copied()
    }
}
