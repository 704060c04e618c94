//! Levels of a plan file.

/// A level of a plan file: a kind of map with its own keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Level {
    Plan,
    TimeBudget,
    Roadmap,
    Topic,
    Stage,
    Resource,
    Milestone,
    Event,
    Goal,
    Reminder,
    Artifact,
    Note,
    Allow,
    Phase,
    Week,
    Deliverable,
    Day,
    Origin,
    Session,
    Slot,
    Field,
    Item,
}

impl Level {
    /// Its name in the JSON Schema.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::TimeBudget => "time_budget",
            Self::Roadmap => "roadmap",
            Self::Topic => "topic",
            Self::Stage => "stage",
            Self::Resource => "resource",
            Self::Milestone => "milestone",
            Self::Event => "event",
            Self::Goal => "goal",
            Self::Reminder => "reminder",
            Self::Artifact => "artifact",
            Self::Note => "note",
            Self::Allow => "allow",
            Self::Phase => "phase",
            Self::Week => "week",
            Self::Deliverable => "deliverable",
            Self::Day => "day",
            Self::Origin => "origin",
            Self::Session => "session",
            Self::Slot => "slot",
            Self::Field => "field",
            Self::Item => "item",
        }
    }
}
