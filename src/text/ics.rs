//! Messages about calendar files of others.

use std::path::PathBuf;

use crate::model::Dates;

/// Messages about calendar files, and about the days that they mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Ics {
    /// There is no such file.
    Missing(PathBuf),
    /// The file is something else.
    NotCalendar(PathBuf),
    /// The file ends too early.
    CutOff(PathBuf),
    /// The file has more events than are read.
    TooManyEvents { path: PathBuf, most: usize },
    /// Its events repeat more often than is looked at.
    TooManyOccurrences { path: PathBuf, most: usize },
    /// Some of its events have no start.
    NoStart { path: PathBuf, events: usize },
    /// An event has a recurrence rule that makes no sense.
    BadRule { path: PathBuf, name: String },
    /// A time zone is not known.
    UnknownZone { path: PathBuf, zone: String },
    /// No event has a text in its name.
    NothingChosen { path: PathBuf, only: String },
    /// The calendar, and how many of its days change.
    Head { source: String, days: DayCounts },
    /// The same, once they are recorded.
    Recorded { source: String, days: DayCounts },
    /// Nothing changes.
    NothingNew { source: String },
    /// What dates become.
    Day(DayWord),
    /// Dates in a table.
    Dates(Dates),
    /// How many days are so already.
    Already(usize),
    /// Names of events that are not marked as days off.
    Unmarked(Names),
    /// Asks whether to record it.
    ApplyQuestion,
}

/// How many days change, by what they become.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DayCounts {
    pub(crate) rest: usize,
    pub(crate) work: usize,
    /// Days that the calendar no longer marks.
    pub(crate) gone: usize,
}

/// What a day becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DayWord {
    Rest,
    Work,
    Gone,
}

/// Some of many names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Names {
    pub(crate) named: Vec<String>,
    /// How many more there are.
    pub(crate) more: usize,
}

impl Names {
    /// The first of `all`.
    pub(crate) fn first_of(all: &[String]) -> Self {
        let named = &all[..all.len().min(super::NAMED)];
        Self {
            named: named.to_vec(),
            more: all.len() - named.len(),
        }
    }
}

/// What to do about a calendar file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum IcsHint {
    /// Look at the path.
    CheckPath,
    /// How to get a calendar file.
    ExportCalendar,
    /// Get the file again.
    DownloadAgain,
    /// Export a shorter time.
    ExportLess,
    /// The names that there are.
    Names(Names),
    /// Where the file is named.
    BusyInConfig,
    /// No event takes whole days; the command avoids the times of its events.
    OnlyTimes { command: String },
}
