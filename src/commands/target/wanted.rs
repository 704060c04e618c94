//! What verbs do something with.

use super::Target;

/// Which targets a verb takes, where a name could be that of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// What is still to be done.
    Open,
    /// What is still to be done and can have another date.
    Movable,
    /// What can have marks.
    Things,
    /// What has a date of its own: events and deliverables.
    Dated,
    /// What has a place in the order of the plan.
    Starts,
    /// What has slots or deliverables in it, or is one.
    Parts,
    /// What has links.
    Linked,
    /// Weeks and phases.
    Ranges,
    Anything,
}

impl Wanted {
    /// Whether the verb does something with such a target.
    pub(super) fn takes(self, target: &Target) -> bool {
        match target {
            Target::Slots(_) => !matches!(self, Self::Ranges | Self::Dated),
            Target::Date(_) | Target::Days(_) => {
                !matches!(self, Self::Linked | Self::Ranges | Self::Dated)
            }
            Target::Deliverables(_) => {
                matches!(
                    self,
                    Self::Open | Self::Things | Self::Parts | Self::Dated | Self::Anything
                )
            }
            Target::Week(_) | Target::Phase(_) => matches!(
                self,
                Self::Starts | Self::Parts | Self::Ranges | Self::Anything
            ),
            Target::Topic(_) => matches!(self, Self::Parts | Self::Anything),
            Target::Plan => matches!(self, Self::Parts | Self::Anything),
            Target::Resource(_) => matches!(self, Self::Linked | Self::Anything),
            Target::Event(_) => matches!(self, Self::Movable | Self::Dated | Self::Anything),
        }
    }

    /// Whether a part of a slot's title may be meant. Where whole parts of the plan are asked for, that
    /// would be an accident.
    pub(super) fn is_searched(self) -> bool {
        !matches!(self, Self::Parts | Self::Ranges)
    }

    /// Whether it is slots and deliverables that are asked for, which parts of their titles find.
    pub(super) fn is_things(self) -> bool {
        matches!(
            self,
            Self::Open | Self::Movable | Self::Things | Self::Dated
        )
    }
}
