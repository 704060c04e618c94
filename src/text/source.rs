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
    BadTag,
    BadMerge,
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
    Backslash,
    Bracket,
    Control(char),
    Indentation,
    /// A text that begins with this character.
    LeadingMark(char),
    /// A character that only looks right, and the ASCII character that was meant, if any.
    Lookalike {
        found: char,
        meant: Option<char>,
    },
    MarkdownLink,
    MissingDashes,
    /// After this character.
    MissingSpace(char),
    Nothing,
    TabIndent,
    /// A text goes on after this bracket or quote.
    TextAfter(char),
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
        /// The topics that it names, if it names several.
        several: Vec<String>,
    },
    UnknownResource {
        id: String,
        nearest: Option<String>,
    },
    UnknownTarget {
        name: String,
        several: Vec<String>,
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
