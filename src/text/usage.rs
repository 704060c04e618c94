//! Messages about how the command line is written.

use super::Message;

/// What is wrong with a command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Usage {
    /// There is no such option, or nothing is expected where this is.
    Unexpected { argument: String },
    /// The option that may have been meant.
    NearestOption { option: String },
    /// The option is given twice.
    Repeated { option: String },
    /// The option cannot be combined with others.
    Conflict {
        /// One option.
        option: String,
        /// Those that it cannot be combined with.
        others: Vec<String>,
    },
    /// The option needs a value.
    NoValue { option: String },
    /// The option does not accept this value.
    InvalidValue { value: String, option: String },
    /// The same, and why.
    Refused {
        /// What was typed.
        value: String,
        /// The option, as help shows it.
        option: String,
        reason: Box<Message>,
    },
    /// The values that the option accepts.
    Accepted { values: Vec<String> },
    /// Something required is missing.
    Missing {
        /// What, as help shows it.
        arguments: Vec<String>,
    },
    /// An argument is not UTF-8.
    NotUtf8,
}
