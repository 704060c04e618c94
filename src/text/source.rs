//! Messages about plan files: what is wrong, and with [`Message::SourceHelp`] how to fix it.
//!
//! [`Message::SourceHelp`]: super::Message::SourceHelp

pub(crate) use super::level::Level;
use crate::model::{Clock, Window};

/// A problem of a plan file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Source {
    File(FileProblem),
    Key(KeyProblem),
    Structure(StructureProblem),
}

impl From<FileProblem> for Source {
    fn from(problem: FileProblem) -> Self {
        Self::File(problem)
    }
}

impl From<KeyProblem> for Source {
    fn from(problem: KeyProblem) -> Self {
        Self::Key(problem)
    }
}

impl From<StructureProblem> for Source {
    fn from(problem: StructureProblem) -> Self {
        Self::Structure(problem)
    }
}

/// A problem of the file as a whole, or of its YAML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FileProblem {
    Empty,
    TooManyBytes {
        count: u64,
        limit: u64,
    },
    TooManyValues {
        limit: usize,
    },
    TooManySlots {
        count: usize,
        limit: usize,
    },
    NotText {
        kind: NoText,
    },
    /// The encoding is called as `iconv` calls it.
    Encoded {
        encoding: &'static str,
    },
    /// The likely encoding; without one, the file is damaged UTF-8.
    NotUtf8 {
        byte: u8,
        likely: Option<&'static str>,
    },
    TooDeep {
        limit: usize,
    },
    SecondDocument,
    /// `reason` is what the YAML library says, in English.
    InvalidYaml {
        reason: String,
        trap: Trap,
    },
}

/// A kind of file that is not text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoText {
    Zip,
    Binary,
    Gzip,
    Pdf,
    Office,
}

/// A character that only looks right, and how the text is written without such characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Lookalike {
    pub(crate) found: char,
    pub(crate) written: String,
}

/// A common mistake in writing YAML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trap {
    FullWidthColon,
    MarkdownLink,
    MissingDashes,
    TabIndent,
    UnclosedQuote,
    UnquotedBracket,
    UnquotedColon,
    Unknown,
}

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
        nearest: Option<&'static str>,
        known: Vec<&'static str>,
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
    LongTitle {
        key: &'static str,
        limit: usize,
    },
    Invalid {
        form: Form,
        text: String,
    },
    UnknownRule {
        name: String,
        nearest: Option<&'static str>,
        known: Vec<&'static str>,
    },
    InvalidLink {
        link: String,
        reason: LinkProblem,
    },
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
    Budget,
    DayNumber,
    DeliverableId,
    Duration,
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

/// A problem between parts of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum StructureProblem {
    UnknownTopic {
        id: String,
        nearest: Option<String>,
        /// Some of the known topics, for when none is near.
        known: Vec<String>,
        more: usize,
    },
    UnknownResource {
        id: String,
        nearest: Option<String>,
    },
    UnknownTarget {
        name: String,
    },
    DuplicateId {
        id: String,
    },
    /// Each topic comes after the next one, and the last after the first.
    Cycle {
        topics: Vec<String>,
    },
    NoSlots,
    NoLists {
        level: Level,
        keys: Vec<&'static str>,
    },
    EmptyList {
        key: &'static str,
    },
    TwoLists {
        first: &'static str,
        second: &'static str,
    },
    OutOfOrder {
        level: Level,
        number: u32,
        last: u32,
    },
    EmptyDay {
        number: u32,
    },
    EndBeforeStart {
        start: Clock,
        end: Clock,
    },
    Overlap {
        time: Window,
        other: Window,
        title: String,
    },
    WeekdayCount {
        days: u32,
        weekdays: u32,
    },
}
