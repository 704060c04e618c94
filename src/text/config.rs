//! Messages about the configuration file and the time zone.

use std::path::PathBuf;

use super::Message;

/// A key of the configuration file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ConfigKey {
    /// The followed plan.
    Plan,
    /// When a study day begins.
    DayStartsAt,
    /// Where journals are.
    StateDir,
    /// How many columns a character of ambiguous width takes.
    AmbiguousWidth,
    /// The id of this device.
    Device,
}

impl ConfigKey {
    /// All keys.
    pub(crate) const ALL: [Self; 5] = [
        Self::Plan,
        Self::DayStartsAt,
        Self::StateDir,
        Self::AmbiguousWidth,
        Self::Device,
    ];

    /// The key as it is written in the file.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::DayStartsAt => "day_starts_at",
            Self::StateDir => "state_dir",
            Self::AmbiguousWidth => "ambiguous_width",
            Self::Device => "device",
        }
    }
}

/// Messages of `store::config` and `store::zone`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Config {
    /// A fault of the file, with its position.
    At {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: u32,
        /// The column, from 1.
        column: u32,
        fault: Box<Message>,
    },
    /// A key could not be set: the file would not be valid.
    CannotSet {
        key: ConfigKey,
        /// The fault that the file would have, with its position.
        fault: Box<Message>,
    },
    /// The file is not a list of keys and values.
    NotPairs,
    /// There is no such key.
    UnknownKey(String),
    /// The key occurs twice.
    DuplicateKey(String),
    /// The key does not accept this value.
    InvalidValue { key: ConfigKey, value: String },
    /// No time zone is set.
    NoZone,
    /// `TZ` names a time zone that cannot be read.
    UnknownZone(String),

    /// Hint: move the file away, or make it readable.
    MoveAway,
    /// Hint: what a line looks like.
    PairForm,
    /// Hint: the keys there are.
    KnownKeys,
    /// Hint: remove one of two.
    RemoveOne,
    /// Hint: the values that the key accepts.
    Accepts(ConfigKey),
    /// Hint: add the line by hand.
    AddLine { line: String },
}
