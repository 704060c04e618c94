//! Messages about plan files: what is wrong, and with [`Message::SourceHelp`] how to fix it.
//!
//! [`Message::SourceHelp`]: super::Message::SourceHelp

mod key;
mod structure;

pub(crate) use super::level::Level;
pub(crate) use key::{Expected, Form, Found, KeyAdvice, KeyProblem, Labels, LinkProblem};
pub(crate) use structure::StructureProblem;

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
    TooManyEvents {
        count: usize,
        limit: usize,
    },
    /// All events together cover too many weeks, topics and slots.
    TooManyCovers {
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
