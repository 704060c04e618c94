//! Labels before a line, and the heads of tables.

use crate::text::Label;

/// The label in English.
pub(super) fn text(label: Label) -> &'static str {
    match label {
        Label::Blank => "",
        Label::Deliverables => "Deliverables",
        Label::Done => "done",
        Label::Marks => "marks",
        Label::Moved => "moved",
        Label::Next => "next",
        Label::Now => "now",
        Label::Open => "open",
        Label::Overdue => "overdue",
        Label::Pace => "pace",
        Label::Phases => "Phases",
        Label::Plan => "plan",
        Label::Read => "read",
        Label::Skipped => "skipped",
        Label::Slot => "slot",
        Label::Time => "time",
        Label::ToDo => "to do",
        Label::ToPlace => "to place",
        Label::Topics => "Topics",
        Label::Week => "week",
    }
}
