//! Problems of single keys and values.
#![allow(missing_docs, reason = "variants and arguments name themselves")]

use super::{Level, Lookalike, Trap};

/// A problem of a single key or value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum KeyProblem {
    WrongType {
        expected: Expected,
        found: Found,
        trap: Trap,
    },
    Duplicate {
        key: String,
        first_line: u32,
    },
    Missing {
        level: Level,
        key: &'static str,
    },
    Unknown {
        level: Level,
        key: String,
        advice: KeyAdvice,
    },
    SecondLabel {
        level: Level,
        label: String,
    },
    NoLabel,
    NoText,
    ConflictsWithLabel {
        key: &'static str,
    },
    NeedsText {
        key: &'static str,
    },
    TimeAndDuration,
    EmptyTitle {
        key: &'static str,
    },
    InvisibleText {
        key: &'static str,
    },
    LongTitle {
        key: &'static str,
        limit: usize,
    },
    Invalid {
        form: Form,
        text: String,
        lookalike: Option<Lookalike>,
    },
    UnknownRule {
        name: String,
        nearest: Option<&'static str>,
        known: Vec<&'static str>,
    },
    InvalidLink {
        link: String,
        reason: LinkProblem,
        lookalike: Option<Lookalike>,
    },
}

/// What to do about an unknown key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum KeyAdvice {
    /// It has characters that only look right in the place of a key of the level.
    Lookalike {
        lookalike: Lookalike,
        meant: &'static str,
    },
    /// Another key of the level means the same.
    SameAs(&'static str),
    /// It, or what it means, is a detail of an entry of a list.
    Detail(&'static str),
    /// It says when something is, and a plan has no dates.
    NoDates,
    /// It says what is done, which the journal does.
    Progress,
    /// It is a key of other levels.
    Elsewhere(Vec<Level>),
    Nearest(&'static str),
    Known {
        known: Vec<&'static str>,
        /// Where labels of the author's own can be given, if anywhere.
        labels: Option<Labels>,
    },
}

impl KeyAdvice {
    /// The key that is obviously meant.
    pub(crate) fn meant(&self) -> Option<&'static str> {
        match self {
            Self::Lookalike { meant, .. } | Self::SameAs(meant) => Some(meant),
            _ => None,
        }
    }
}

/// Where the author's own labels go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Labels {
    Here,
    InSlots,
}

/// What a plan file should have had somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Expected {
    Text,
    TextAsKey,
    ValueOf(&'static str),
    ListOf(&'static str),
    MapOf(&'static str),
    Level(Level),
}

/// What a plan file has instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Found {
    Nothing,
    NumberOrBoolean,
    Text,
    List,
    Map,
}

/// What a text has to be written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Boolean,
    Budget,
    Date,
    DayNumber,
    DeliverableId,
    Due,
    Duration,
    EventId,
    EventKind,
    Kind,
    LineNumber,
    LinkStatus,
    Origin,
    Period,
    PlanId,
    ResourceId,
    SlotId,
    TimeWindow,
    TopicId,
    WeekNumber,
    Weekday,
}

/// Why a link cannot be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum LinkProblem {
    /// What the URL library says, in English.
    Invalid(String),
    Scheme(String),
    LeadingSpace,
    NoSlashes,
    UserName,
    NoHost,
}
