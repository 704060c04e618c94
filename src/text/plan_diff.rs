//! Messages about marks whose slots have changed in the plan.

/// What happens to marks if the plan is another than the one they were made in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanDiff {
    /// A marked slot has another title; its marks count.
    Retitled {
        /// Its title now.
        now: String,
    },
    /// A marked slot has another id.
    Moved {
        /// Its id now.
        to: String,
        /// Its title now, if it has changed.
        title: Option<String>,
    },
    /// Another slot has the id of a marked slot.
    Replaced {
        /// The title of the other slot.
        now: String,
    },
    /// No slot is certain to be the one that was marked.
    Gone,
}
