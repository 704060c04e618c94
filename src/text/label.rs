//! Labels before a line, and the heads of tables.

/// One or two words that say what stands next to or below them.
#[allow(missing_docs, reason = "the names are the labels")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// No words, but the room for them.
    Blank,
    AgainstPlan,
    Deliverables,
    Done,
    Ends,
    First,
    From,
    HeaviestDay,
    Last,
    Marks,
    Moved,
    Moves,
    Next,
    NotPlaced,
    Note,
    Now,
    Open,
    OverBudget,
    Overdue,
    Pace,
    Phases,
    Plan,
    Read,
    Redone,
    Skipped,
    Slot,
    Time,
    Title,
    To,
    ToDo,
    ToPlace,
    Topics,
    Undone,
    Week,
    What,
    When,
}
