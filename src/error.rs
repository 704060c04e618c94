//! What can go wrong, told so that it can be mended.

use std::fmt;

use crate::text::Message;

/// What sort of failure it is; each sort has an exit code of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// Nothing is wrong but what `--strict` asked about. Exit 1.
    CheckFailed,
    /// The command line makes no sense, or names nothing in the plan. Exit 2.
    Usage,
    /// The plan file (or the config file) has faults. Exit 65.
    InvalidPlan,
    /// There is no such plan file. Exit 66.
    NoPlanFile,
    /// A file or folder cannot be created, or is not safe to write. Exit 73.
    CannotCreate,
    /// Reading or writing failed. Exit 74.
    Io,
    /// Another `plan` holds the lock. Exit 75.
    Locked,
}

impl ErrorKind {
    /// The exit code, after `sysexits.h` where it has one.
    #[must_use]
    pub fn exit_code(self) -> u8 {
        match self {
            Self::CheckFailed => 1,
            Self::Usage => 2,
            Self::InvalidPlan => 65,
            Self::NoPlanFile => 66,
            Self::CannotCreate => 73,
            Self::Io => 74,
            Self::Locked => 75,
        }
    }
}

/// A failure with what can be done about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// Its sort.
    pub kind: ErrorKind,
    /// What went wrong: lowercase, no full stop, values in backticks. Empty where all has been
    /// said on the way (a list of diagnostics) and only the exit code is left to give.
    pub message: Message,
    /// What to do about it, each on a line of its own.
    pub hints: Vec<Message>,
}

impl Error {
    /// A failure of `kind` that says `message`.
    pub fn new(kind: ErrorKind, message: impl Into<Message>) -> Self {
        Self {
            kind,
            message: message.into(),
            hints: Vec::new(),
        }
    }

    /// The command line is wrong.
    pub fn usage(message: impl Into<Message>) -> Self {
        Self::new(ErrorKind::Usage, message)
    }

    /// Adds a line that says what to do.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Message>) -> Self {
        self.hints.push(hint.into());
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.message)?;
        self.hints
            .iter()
            .try_for_each(|hint| write!(f, "\nhint: {hint}"))
    }
}

impl std::error::Error for Error {}

/// What most functions of the outer rooms give.
pub type Result<T> = std::result::Result<T, Error>;

/// Something that is not as it should be, as `doctor` tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it is about, in a word for a script: `config`, `plan`, `place`, `journal`, ...
    pub about: &'static str,
    /// What is the matter and where; safe for a terminal.
    pub message: Message,
    /// What to do about it, each on a line of its own.
    pub hints: Vec<Message>,
    /// The failure that other verbs end with for it; `None` where it stops nothing.
    pub stops: Option<ErrorKind>,
}

impl Finding {
    /// What other verbs fail with.
    #[must_use]
    pub fn stops(about: &'static str, error: Error) -> Self {
        Self {
            about,
            message: error.message,
            hints: error.hints,
            stops: Some(error.kind),
        }
    }

    /// What stops nothing.
    #[must_use]
    pub fn warns(about: &'static str, message: impl Into<Message>) -> Self {
        Self {
            about,
            message: message.into(),
            hints: Vec::new(),
            stops: None,
        }
    }

    /// The same, stopping no other verb.
    #[must_use]
    pub fn harmless(self) -> Self {
        Self {
            stops: None,
            ..self
        }
    }

    /// Adds a line that says what to do.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Message>) -> Self {
        self.hints.push(hint.into());
        self
    }
}
