//! Messages about what is written for other programs.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::Message;
use crate::model::PlanId;

/// Messages about what is written for other programs, and words in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Export {
    /// The title of a slot, with the number of its sitting and how many there are.
    Slot {
        title: String,
        sitting: Option<(usize, usize)>,
        done: bool,
    },
    /// What is to be handed in.
    Deliverable { text: String, done: bool },
    /// A calendar was written to a file.
    Written { path: PathBuf, events: usize },
    /// A folder of events is as the study is.
    FolderWritten {
        path: PathBuf,
        written: usize,
        unchanged: usize,
        removed: usize,
    },
    /// Something in the folder has the name of an event, and is something else.
    NotAnEvent(PathBuf),
    /// The file to be replaced is no calendar that `plan` wrote.
    NotACalendar(PathBuf),
    /// `--from` is after `--to`.
    EmptyRange { from: NaiveDate, to: NaiveDate },
    /// An option that only calendars have.
    OnlyCalendars(&'static str),
    /// An option that only formats written to a file have.
    OnlyFiles(&'static str),
    /// Manual pages were written to a folder.
    Pages { path: PathBuf, pages: usize },
    /// `--format vdir` without `-o`.
    NoFolder,
    /// A page was written to a file.
    PageWritten(PathBuf),
    /// The file to be replaced is no page that `plan` wrote.
    NotAPage(PathBuf),
    /// A skill was written to a file.
    SkillWritten(PathBuf),
    /// There is another file where a skill was to be written.
    NotASkill(PathBuf),
    /// A file of `publish` in the configuration could not be rewritten.
    NotPublished { path: PathBuf, cause: Box<Message> },
    /// A note was written to a file.
    NoteWritten(PathBuf),
    /// The file is no note that `plan` wrote.
    NotANote(PathBuf),
    /// The note to be replaced has text or ticks that would be lost.
    NoteEdited(PathBuf),
    /// A note was edited, so that only its check boxes were updated.
    OnlyBoxes(PathBuf),
    /// Words in a note.
    Note(NoteWord),
    /// An option that only notes have.
    OnlyNotes(&'static str),
    /// An option that only pages have.
    OnlyPages(&'static str),
    /// An option that only tables have.
    OnlyTables(&'static str),
    /// No learner in a folder has a journal of the plan.
    NoLearners { folder: PathBuf, plan: PlanId },
}

/// Headings and labels of a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoteWord {
    About,
    Roadmap,
    Resources,
    Schedule,
    Direction,
    Duration,
    Budget,
    Goal,
}

impl From<NoteWord> for Message {
    fn from(word: NoteWord) -> Self {
        Export::Note(word).into()
    }
}

/// What to do about what cannot be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ExportHint {
    /// Choose another name.
    OtherName,
    /// The formats that are calendars.
    Formats,
    /// The formats that are written to a file.
    FileFormats,
    /// How to name the folder.
    NameFolder,
    /// Exchange the dates.
    ExchangeDates,
    /// How to keep what an edited note says.
    PullFirst(String),
    /// The format that is a note.
    NoteFormat,
    /// The format that is a page.
    PageFormat,
    /// The format that is a table.
    TableFormat,
    /// What a folder of learners holds.
    LearnerFolders,
}

/// A title, after a tick if it is done.
pub(super) fn ticked(title: &str, done: bool) -> String {
    if done {
        format!("✓ {title}")
    } else {
        title.to_owned()
    }
}
