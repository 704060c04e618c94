//! Errors, each with hints on how to fix it.

use std::fmt;

use crate::text::Message;

/// The kind of an error; it decides the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ErrorKind {
    /// Nothing is wrong, but a check that `--strict` asked for failed. Exit 1.
    CheckFailed,
    /// The command line is not valid, or names something that is not in the plan. Exit 2.
    Usage,
    /// The plan file or the configuration is not valid. Exit 65.
    InvalidPlan,
    /// There is no such plan file. Exit 66.
    NoPlanFile,
    /// A file or folder cannot be created, or is not safe to write to. Exit 73.
    CannotCreate,
    /// Reading or writing failed. Exit 74.
    Io,
    /// Another process holds the lock. Exit 75.
    Locked,
}

impl ErrorKind {
    /// The exit code: that of `sysexits.h` if it has a fitting one.
    pub(crate) fn exit_code(self) -> u8 {
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

/// An error with hints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Error {
    pub(crate) kind: ErrorKind,
    /// What went wrong. Empty if everything has been printed already (a list of diagnostics) and
    /// only the exit code is missing.
    pub(crate) message: Message,
    /// What to do about it, one line each.
    pub(crate) hints: Vec<Message>,
}

impl Error {
    /// An error without hints.
    pub(crate) fn new(kind: ErrorKind, message: impl Into<Message>) -> Self {
        Self {
            kind,
            message: message.into(),
            hints: Vec::new(),
        }
    }

    /// An error of kind [`ErrorKind::Usage`].
    pub(crate) fn usage(message: impl Into<Message>) -> Self {
        Self::new(ErrorKind::Usage, message)
    }

    /// Adds a hint.
    pub(crate) fn hint(mut self, hint: impl Into<Message>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// The same error, whose hints are about the plan that `--plan` calls `plan`.
    pub(crate) fn on_plan(self, plan: &str) -> Self {
        let hints = self.hints.into_iter().map(|hint| hint.on_plan(plan));
        let hints = hints.collect();
        Self { hints, ..self }
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

/// A result with our [`Error`].
pub(crate) type Result<T> = std::result::Result<T, Error>;

/// A problem that `plan doctor` reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Finding {
    /// What it is about, for scripts: `config`, `plan`, `place`, `journal`, ...
    pub(crate) about: &'static str,
    /// What is wrong, and where.
    pub(crate) message: Message,
    /// What to do about it, one line each.
    pub(crate) hints: Vec<Message>,
    /// The error that makes other verbs fail; `None` if they work all the same.
    pub(crate) stops: Option<ErrorKind>,
}

impl Finding {
    /// A problem that makes other verbs fail with `error`.
    pub(crate) fn stops(about: &'static str, error: Error) -> Self {
        Self {
            about,
            message: error.message,
            hints: error.hints,
            stops: Some(error.kind),
        }
    }

    /// A problem that other verbs do not fail for.
    pub(crate) fn warns(about: &'static str, message: impl Into<Message>) -> Self {
        Self {
            about,
            message: message.into(),
            hints: Vec::new(),
            stops: None,
        }
    }

    /// The same problem, but other verbs do not fail for it.
    pub(crate) fn harmless(self) -> Self {
        Self {
            stops: None,
            ..self
        }
    }

    /// Adds a hint.
    pub(crate) fn hint(mut self, hint: impl Into<Message>) -> Self {
        self.hints.push(hint.into());
        self
    }
}
