//! Messages of `check`, and about plan files that are followed or compared.

/// Messages about the review of a plan file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Check {
    /// What a valid plan holds, and what the review found.
    Summary {
        /// The path or id.
        source: String,
        /// How many phases.
        phases: usize,
        /// How many weeks.
        weeks: usize,
        /// How many days.
        days: usize,
        /// How many slots.
        slots: usize,
        /// How many entries of the library.
        resources: usize,
        /// How many topics.
        topics: usize,
        /// How many warnings that the file does not allow.
        warnings: usize,
        /// How many warnings that it allows.
        allowed: usize,
    },
    /// Why the file allows the warning above.
    Allowed {
        /// The reason in the file.
        why: String,
    },
}
