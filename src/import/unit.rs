//! The units of a plan.

/// The units, outermost first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum UnitKind {
    Phase,
    Month,
    Week,
    Day,
    Half,
    Slot,
}

/// What kind of Markdown a mark is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MarkPlace {
    Heading,
    /// A line that is bold as a whole, or begins so.
    Bold,
    Item,
    Line,
}

impl MarkPlace {
    pub(super) fn is_title(self) -> bool {
        matches!(self, Self::Heading | Self::Bold)
    }
}
