//! Labels before a line, and the heads of tables.

/// One or two words that say what stands next to or below them.
#[allow(missing_docs, reason = "the names are the labels")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// No words, but the room for them.
    Blank,
    Deliverables,
    Done,
    Marks,
    Moved,
    Next,
    Now,
    Open,
    Overdue,
    Pace,
    Phases,
    Plan,
    Read,
    Skipped,
    Slot,
    Time,
    ToDo,
    ToPlace,
    Topics,
    Week,
}
