//! Labels before a line, and the heads of tables.

use crate::text::Label;

/// The label in English.
pub(super) fn text(label: Label) -> &'static str {
    match label {
        Label::Blank => "",
        Label::AgainstPlan => "against the plan",
        Label::Deliverables => "Deliverables",
        Label::Done => "done",
        Label::Ends => "ends",
        Label::First => "first",
        Label::From => "from",
        Label::HeaviestDay => "heaviest day",
        Label::Last => "last",
        Label::Marks => "marks",
        Label::Moved => "moved",
        Label::Moves => "moves",
        Label::Next => "next",
        Label::NotPlaced => "not placed",
        Label::Note => "note",
        Label::Now => "now",
        Label::Open => "open",
        Label::OverBudget => "over budget",
        Label::Overdue => "overdue",
        Label::Pace => "pace",
        Label::Phases => "Phases",
        Label::Plan => "plan",
        Label::Read => "read",
        Label::Redone => "redone",
        Label::Skipped => "skipped",
        Label::Slot => "slot",
        Label::Time => "time",
        Label::Title => "title",
        Label::To => "to",
        Label::ToDo => "to do",
        Label::ToPlace => "to place",
        Label::Topics => "Topics",
        Label::Undone => "undone",
        Label::Week => "week",
        Label::What => "what",
        Label::When => "when",
    }
}
